import { Type } from 'typebox'
import { ApiError } from '../../errors.ts'
import { LIST_QUERY, listBody, listOf, pageOf } from '../../http/list.ts'
import { type Route, route } from '../../http/route.ts'
import { createReplay, findReplay, listReplays, REPLAY_EXAMPLE, Replay, ReplayCreate, toReplay } from './replays.ts'
import { findWebhook } from './store.ts'

const params = Type.Object({ webhook_id: Type.String() })
const oneParams = Type.Object({ webhook_id: Type.String(), replay_id: Type.String() })

/** What happened in a span, told once more to one endpoint. */
export const webhookReplayRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/v1/webhooks/:webhook_id/replays',
    operationId: 'replayWebhook',
    summary: 'Replay a span of events',
    description:
      'Delivers what happened between two moments once more, each event once and with its own `webhook-id`, so that a receiver that has it already can tell. An event that is on its way just now is not sent twice. At most 100,000 events; one replay of a webhook at a time.',
    scope: 'webhooks:write',
    params,
    body: ReplayCreate,
    example: { from: '2026-01-14T00:00:00Z', to: '2026-01-15T00:00:00Z', events: ['scan.completed'] },
    answers: {
      202: {
        description: 'Accepted; `Location` is where to look.',
        location: true,
        schema: Replay,
        example: { ...REPLAY_EXAMPLE, status: 'queued', delivery_count: 0, completed_at: null },
      },
    },
    errors: ['webhook_disabled', 'replay_under_way', 'replay_too_large'],
    async handler(call) {
      const { webhook_id } = call.params
      const row = await createReplay(call, webhook_id, call.body)
      return { status: 202, body: toReplay(row), headers: { location: `/v1/webhooks/${webhook_id}/replays/${row.id}` } }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/webhooks/:webhook_id/replays',
    operationId: 'listWebhookReplays',
    summary: 'List replays',
    scope: 'webhooks:read',
    params,
    query: Type.Object(LIST_QUERY, { additionalProperties: false }),
    answers: {
      200: {
        description: 'Newest first.',
        schema: listOf(Replay),
        example: { object: 'list', data: [REPLAY_EXAMPLE], has_more: false, next_cursor: null },
      },
    },
    async handler({ db, organizationId, params: { webhook_id }, query }) {
      const page = pageOf(query)
      const rows = await listReplays(db, organizationId, webhook_id, page)
      if (rows.length === 0 && !(await findWebhook(db, organizationId, webhook_id)))
        throw new ApiError('not_found', `There is no webhook ${webhook_id}.`)
      return { status: 200, body: listBody(rows.map(toReplay), page) }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/webhooks/:webhook_id/replays/:replay_id',
    operationId: 'getWebhookReplay',
    summary: 'Get a replay',
    scope: 'webhooks:read',
    params: oneParams,
    answers: { 200: { description: 'As it is now.', schema: Replay, example: REPLAY_EXAMPLE } },
    async handler({ db, organizationId, params: { webhook_id, replay_id } }) {
      const row = await findReplay(db, organizationId, webhook_id, replay_id)
      if (!row) throw new ApiError('not_found', `There is no replay ${replay_id} of the webhook ${webhook_id}.`)
      return { status: 200, body: toReplay(row) }
    },
  }),
]
