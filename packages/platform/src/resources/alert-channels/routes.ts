import { Type } from 'typebox'
import { LIST_QUERY, listBody, listOf, pageOf } from '../../http/list.ts'
import { type Call, type Route, route } from '../../http/route.ts'
import {
  AlertChannel,
  AlertChannelCreate,
  AlertChannelCreated,
  AlertChannelPatch,
  ATTEMPT_EXAMPLE,
  ChannelDelivery,
  ChannelDeliveryWithAttempts,
  DELIVERY_EXAMPLE,
  EXAMPLE,
  toChannel,
  toChannelDelivery,
} from './schema.ts'
import { beginTest, changeChannel, createChannel, missing, readDelivery } from './service.ts'
import { CHANNEL_KINDS } from './settings.ts'
import { deleteChannel, findChannel, listChannelDeliveries, listChannels } from './store.ts'

const params = Type.Object({ channel_id: Type.String() })

async function existing({ db, organizationId }: Call, id: string) {
  const channel = await findChannel(db, organizationId, id)
  if (!channel) throw missing(id)
  return channel
}

export const alertChannelRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/v1/alert-channels',
    operationId: 'listAlertChannels',
    summary: 'List alert channels',
    scope: 'alert_channels:read',
    query: Type.Object(
      { ...LIST_QUERY, kind: Type.Optional(Type.Enum(CHANNEL_KINDS)) },
      { additionalProperties: false },
    ),
    answers: {
      200: {
        description: 'Newest first.',
        schema: listOf(AlertChannel),
        example: { object: 'list', data: [EXAMPLE], has_more: false, next_cursor: null },
      },
    },
    async handler({ db, organizationId, query }) {
      const page = pageOf(query)
      const rows = await listChannels(db, organizationId, page, query as { kind?: 'mail' })
      return { status: 200, body: listBody(rows.map(toChannel), page) }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/alert-channels',
    operationId: 'createAlertChannel',
    summary: 'Have alerts told somewhere',
    description:
      'By mail, in Slack or Microsoft Teams, to PagerDuty, or to an endpoint of your own. Secrets are kept encrypted and never shown again. An alert is told when it opens, becomes worse, is acknowledged and is resolved.',
    scope: 'alert_channels:write',
    body: AlertChannelCreate,
    example: {
      name: 'On call',
      kind: 'slack',
      settings: { url: 'https://hooks.slack.com/services/T000/B000/XXXX' },
      filter: { min_severity: 'high' },
      quiet_hours: { from: '22:00', to: '07:00', time_zone: 'Europe/Berlin' },
    },
    answers: { 201: { description: 'Made.', location: true, schema: AlertChannelCreated, example: EXAMPLE } },
    errors: ['target_refused', 'mail_not_configured', 'too_many_channels'],
    async handler(call) {
      const channel = await createChannel(call, call.body as never)
      return { status: 201, body: channel, headers: { location: `/v1/alert-channels/${channel.id}` } }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/alert-channels/:channel_id',
    operationId: 'getAlertChannel',
    summary: 'Get an alert channel',
    scope: 'alert_channels:read',
    params,
    answers: { 200: { description: 'The channel.', schema: AlertChannel, example: EXAMPLE } },
    async handler(call) {
      return { status: 200, body: toChannel(await existing(call, call.params.channel_id)) }
    },
  }),
  route({
    method: 'PATCH',
    path: '/v1/alert-channels/:channel_id',
    operationId: 'updateAlertChannel',
    summary: 'Change an alert channel',
    description:
      '`enabled: true` switches one on again that was disabled; `enabled: false` also gives up what waits for it.',
    scope: 'alert_channels:write',
    params,
    body: AlertChannelPatch,
    example: { filter: { min_severity: 'critical' } },
    answers: { 200: { description: 'Changed.', schema: AlertChannel, example: EXAMPLE } },
    errors: ['target_refused'],
    async handler(call) {
      return { status: 200, body: toChannel(await changeChannel(call, call.params.channel_id, call.body as never)) }
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/alert-channels/:channel_id',
    operationId: 'deleteAlertChannel',
    summary: 'Delete an alert channel',
    description: 'With its deliveries. What is on its way may still arrive.',
    scope: 'alert_channels:write',
    params,
    answers: { 204: { description: 'Deleted.' } },
    async handler({ db, organizationId, params: { channel_id } }) {
      if (!(await deleteChannel(db, organizationId, channel_id))) throw missing(channel_id)
      return { status: 204 }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/alert-channels/:channel_id/test',
    operationId: 'testAlertChannel',
    summary: 'Try an alert channel',
    description:
      'Sends a test, once, and waits for what the other side answers: `status` is `succeeded` or `failed`, and the attempt holds the answer. It is `pending` when no server has come to it within 25 seconds.',
    scope: 'alert_channels:write',
    params,
    answers: {
      200: {
        description: 'What came of it.',
        schema: ChannelDeliveryWithAttempts,
        example: { ...DELIVERY_EXAMPLE, kind: 'test', alert_ids: [], attempts: [ATTEMPT_EXAMPLE] },
      },
    },
    errors: ['channel_disabled'],
    async handler(call) {
      const channel = await existing(call, call.params.channel_id)
      const id = await beginTest(call, channel)
      const body = await readDelivery(call, channel.id, id)
      return {
        status: 200,
        body,
        async afterCommit() {
          const { context, organizationId, signal } = call
          const db = context.database.as(organizationId)
          return { status: 200, body: await readDelivery({ ...call, db }, channel.id, id, signal) }
        },
      }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/alert-channels/:channel_id/deliveries',
    operationId: 'listAlertChannelDeliveries',
    summary: 'List what was told',
    description: 'Kept for 90 days.',
    scope: 'alert_channels:read',
    params,
    query: Type.Object(
      { ...LIST_QUERY, status: Type.Optional(Type.Enum(['pending', 'succeeded', 'failed'])) },
      { additionalProperties: false },
    ),
    answers: {
      200: {
        description: 'Newest first.',
        schema: listOf(ChannelDelivery),
        example: { object: 'list', data: [DELIVERY_EXAMPLE], has_more: false, next_cursor: null },
      },
    },
    async handler(call) {
      const { db, organizationId, params, query } = call
      const page = pageOf(query)
      const status = query.status as 'pending' | undefined
      const rows = await listChannelDeliveries(db, organizationId, params.channel_id, page, status)
      if (rows.length === 0) await existing(call, params.channel_id)
      return { status: 200, body: listBody(rows.map(toChannelDelivery), page) }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/alert-channels/:channel_id/deliveries/:channel_delivery_id',
    operationId: 'getAlertChannelDelivery',
    summary: 'Get what was told, with every try',
    scope: 'alert_channels:read',
    params: Type.Object({ channel_id: Type.String(), channel_delivery_id: Type.String() }),
    answers: {
      200: {
        description: 'The delivery.',
        schema: ChannelDeliveryWithAttempts,
        example: { ...DELIVERY_EXAMPLE, attempts: [ATTEMPT_EXAMPLE] },
      },
    },
    async handler(call) {
      const { channel_id, channel_delivery_id } = call.params
      return { status: 200, body: await readDelivery(call, channel_id, channel_delivery_id) }
    },
  }),
]
