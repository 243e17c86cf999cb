import { Type } from 'typebox'
import { ApiError } from '../../errors.ts'
import { LIST_QUERY, listBody, listOf, pageOf } from '../../http/list.ts'
import { type Call, type Route, route } from '../../http/route.ts'
import {
  ATTEMPT_EXAMPLE,
  DELIVERY_EXAMPLE,
  Delivery,
  DeliveryWithAttempts,
  EXAMPLE,
  toAttempt,
  toDelivery,
  toWebhook,
  Webhook,
  WebhookCreate,
  WebhookCreated,
  WebhookPatch,
  WebhookRotation,
} from './schema.ts'
import { changeWebhook, createWebhook, rotateSecret, sendAgain, sendTest } from './service.ts'
import {
  type DeliveryFilter,
  deleteWebhook,
  findDelivery,
  findWebhook,
  listAttempts,
  listDeliveries,
  listWebhooks,
} from './store.ts'

const params = Type.Object({ webhook_id: Type.String() })
const deliveryParams = Type.Object({ webhook_id: Type.String(), delivery_id: Type.String() })

async function existing({ db, organizationId }: Call, id: string) {
  const webhook = await findWebhook(db, organizationId, id)
  if (!webhook) throw new ApiError('not_found', `There is no webhook ${id}.`)
  return webhook
}

async function existingDelivery(
  { db, organizationId }: Call,
  { webhook_id, delivery_id }: { webhook_id: string; delivery_id: string },
) {
  const delivery = await findDelivery(db, organizationId, webhook_id, delivery_id)
  if (!delivery) throw new ApiError('not_found', `There is no delivery ${delivery_id} of the webhook ${webhook_id}.`)
  return delivery
}

export const webhookRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/v1/webhooks',
    operationId: 'listWebhooks',
    summary: 'List webhooks',
    scope: 'webhooks:read',
    query: Type.Object(LIST_QUERY, { additionalProperties: false }),
    answers: {
      200: {
        description: 'Newest first.',
        schema: listOf(Webhook),
        example: { object: 'list', data: [EXAMPLE], has_more: false, next_cursor: null },
      },
    },
    async handler({ db, organizationId, query }) {
      const page = pageOf(query)
      const rows = await listWebhooks(db, organizationId, page)
      return { status: 200, body: listBody(rows.map(toWebhook), page) }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/webhooks',
    operationId: 'createWebhook',
    summary: 'Register a webhook',
    scope: 'webhooks:write',
    body: WebhookCreate,
    example: {
      url: 'https://your-app.com/webhooks/security',
      events: ['scan.completed', 'threat.detected', 'score.degraded'],
      secret: 'your_webhook_secret',
    },
    answers: {
      201: {
        description: 'Registered.',
        location: true,
        schema: WebhookCreated,
        example: { ...EXAMPLE, secret: 'whsec_eW91cl93ZWJob29rX3NlY3JldA==' },
      },
    },
    errors: ['target_refused'],
    async handler(call) {
      const webhook = await createWebhook(call, call.body)
      return { status: 201, body: webhook, headers: { location: `/v1/webhooks/${webhook.id}` } }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/webhooks/:webhook_id',
    operationId: 'getWebhook',
    summary: 'Get a webhook',
    scope: 'webhooks:read',
    params,
    answers: { 200: { description: 'The webhook.', schema: Webhook, example: EXAMPLE } },
    async handler(call) {
      return { status: 200, body: toWebhook(await existing(call, call.params.webhook_id)) }
    },
  }),
  route({
    method: 'PATCH',
    path: '/v1/webhooks/:webhook_id',
    operationId: 'updateWebhook',
    summary: 'Change a webhook',
    description:
      'JSON merge patch (RFC 7396). `enabled: true` switches one on again that was disabled; `enabled: false` also gives up what waits for it.',
    scope: 'webhooks:write',
    params,
    body: WebhookPatch,
    example: { events: ['scan.completed'] },
    answers: { 200: { description: 'Changed.', schema: Webhook, example: EXAMPLE } },
    errors: ['target_refused'],
    async handler(call) {
      const webhook = await existing(call, call.params.webhook_id)
      return { status: 200, body: toWebhook(await changeWebhook(call, webhook.id, call.body)) }
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/webhooks/:webhook_id',
    operationId: 'deleteWebhook',
    summary: 'Delete a webhook',
    description: 'With its deliveries. What is on its way may still arrive.',
    scope: 'webhooks:write',
    params,
    answers: { 204: { description: 'Deleted.' } },
    async handler(call) {
      const { db, organizationId, params } = call
      if (!(await deleteWebhook(db, organizationId, params.webhook_id))) await existing(call, params.webhook_id)
      return { status: 204 }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/webhooks/:webhook_id/test',
    operationId: 'testWebhook',
    summary: 'Send a test event',
    description: 'Sends `webhook.test` to this endpoint, subscribed or not. Its delivery shows what came of it.',
    scope: 'webhooks:write',
    params,
    answers: {
      202: {
        description: 'On its way; `Location` is the event.',
        location: true,
        schema: Type.Object({ event_id: Type.String() }),
        example: { event_id: DELIVERY_EXAMPLE.event_id },
      },
    },
    errors: ['webhook_disabled'],
    async handler(call) {
      const webhook = await existing(call, call.params.webhook_id)
      if (!webhook.enabled)
        throw new ApiError('webhook_disabled', `The webhook ${webhook.id} is switched off. Set enabled to true first.`)
      const event_id = await sendTest(call, webhook)
      return { status: 202, body: { event_id }, headers: { location: `/v1/events/${event_id}` } }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/webhooks/:webhook_id/rotate-secret',
    operationId: 'rotateWebhookSecret',
    summary: 'Replace the secret',
    description:
      'The new secret signs from now on, and for 24 hours the old one as well: two signatures, parted by a space.',
    scope: 'webhooks:write',
    params,
    body: WebhookRotation,
    bodyOptional: true,
    example: {},
    answers: {
      200: {
        description: 'Replaced. `secret` is shown this once.',
        schema: WebhookCreated,
        example: { ...EXAMPLE, previous_secret_expires_at: '2026-01-16T00:00:00Z', secret: 'whsec_bmV3IHNlY3JldA==' },
      },
    },
    async handler(call) {
      return { status: 200, body: await rotateSecret(call, call.params.webhook_id, call.body.secret) }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/webhooks/:webhook_id/deliveries',
    operationId: 'listDeliveries',
    summary: 'List deliveries',
    scope: 'webhooks:read',
    params,
    query: Type.Object(
      {
        ...LIST_QUERY,
        status: Type.Optional(Type.Enum(['pending', 'succeeded', 'failed'])),
        event_type: Type.Optional(Type.String({ maxLength: 80, description: 'Only those of events of this type.' })),
        event_id: Type.Optional(Type.String({ maxLength: 80, description: 'Only those of this event.' })),
        replay_id: Type.Optional(Type.String({ maxLength: 80, description: 'Only those of this replay.' })),
      },
      { additionalProperties: false },
    ),
    answers: {
      200: {
        description: 'Newest first.',
        schema: listOf(Delivery),
        example: { object: 'list', data: [DELIVERY_EXAMPLE], has_more: false, next_cursor: null },
      },
    },
    async handler(call) {
      const { db, organizationId, params, query } = call
      const page = pageOf(query)
      const rows = await listDeliveries(db, organizationId, params.webhook_id, page, query as DeliveryFilter)
      if (rows.length === 0) await existing(call, params.webhook_id)
      return { status: 200, body: listBody(rows.map(toDelivery), page) }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/webhooks/:webhook_id/deliveries/:delivery_id',
    operationId: 'getDelivery',
    summary: 'Get a delivery with every try',
    scope: 'webhooks:read',
    params: deliveryParams,
    answers: {
      200: {
        description: 'The delivery.',
        schema: DeliveryWithAttempts,
        example: { ...DELIVERY_EXAMPLE, attempts: [ATTEMPT_EXAMPLE] },
      },
    },
    async handler(call) {
      const delivery = await existingDelivery(call, call.params)
      const attempts = await listAttempts(call.db, call.organizationId, delivery.id)
      return { status: 200, body: { ...toDelivery(delivery), attempts: attempts.map(toAttempt) } }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/webhooks/:webhook_id/deliveries/:delivery_id/redeliver',
    operationId: 'redeliver',
    summary: 'Deliver once more',
    description: 'With the same `webhook-id`, so that a receiver that has it already can tell.',
    scope: 'webhooks:write',
    params: deliveryParams,
    answers: {
      202: {
        description: 'On its way; `Location` is the delivery.',
        location: true,
        schema: Delivery,
        example: { ...DELIVERY_EXAMPLE, status: 'pending', completed_at: null },
      },
    },
    errors: ['webhook_disabled'],
    async handler(call) {
      const delivery = await existingDelivery(call, call.params)
      const webhook = await existing(call, call.params.webhook_id)
      if (!webhook.enabled)
        throw new ApiError('webhook_disabled', `The webhook ${webhook.id} is switched off. Set enabled to true first.`)
      const location = `/v1/webhooks/${webhook.id}/deliveries/${delivery.id}`
      return { status: 202, body: toDelivery(await sendAgain(call, delivery.id)), headers: { location } }
    },
  }),
]
