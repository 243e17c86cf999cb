import { rfc3339 } from '@lasthash/scanner'
import type { Selectable } from 'kysely'
import { Type } from 'typebox'
import type { DeliveriesTable, DeliveryAttemptsTable, WebhooksTable } from '../../db/schema.ts'
import { SUBSCRIBABLE } from '../../events/names.ts'
import { API_VERSIONS, LATEST } from '../../events/versions.ts'

const Url = Type.String({ minLength: 1, maxLength: 2048 })
const Events = Type.Array(Type.Enum(SUBSCRIBABLE as string[]), {
  minItems: 1,
  maxItems: SUBSCRIBABLE.length,
  uniqueItems: true,
})
const Description = Type.String({ maxLength: 500 })
const Nullable = <T extends import('typebox').TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Time = Type.String({ format: 'date-time' })

const ApiVersion = Type.Enum(API_VERSIONS as string[], {
  description: 'The shape of what is sent; `lasthash-version` names it in each delivery. It stays until you change it.',
})

const FIELDS = {
  id: Type.String(),
  url: Type.String(),
  events: Type.Array(Type.String()),
  description: Type.String(),
  api_version: ApiVersion,
  enabled: Type.Boolean(),
  disabled_reason: Nullable(Type.String()),
  previous_secret_expires_at: Nullable(
    Type.String({
      format: 'date-time',
      description: 'Until then, after a rotation, the secret of before signs as well.',
    }),
  ),
  created_at: Time,
  updated_at: Time,
}
export const Webhook = Type.Object(FIELDS, { title: 'Webhook' })
export const WebhookCreated = Type.Object(
  {
    ...FIELDS,
    secret: Type.String({ description: 'In its `whsec_` form, this once: what the Standard Webhooks libraries take.' }),
  },
  { title: 'WebhookCreated' },
)

const Secret = Type.Optional(
  Type.String({
    maxLength: 400,
    description: 'Of your own, 8 to 256 characters, or `whsec_` and base64. Left out: one is made.',
  }),
)

export const WebhookRotation = Type.Object({ secret: Secret }, { additionalProperties: false })

export const WebhookCreate = Type.Object(
  {
    url: Url,
    events: Events,
    secret: Secret,
    description: Type.Optional(Description),
    api_version: Type.Optional(ApiVersion),
  },
  { additionalProperties: false },
)

export const WebhookPatch = Type.Object(
  {
    url: Type.Optional(Url),
    events: Type.Optional(Events),
    description: Type.Optional(Nullable(Description)),
    enabled: Type.Optional(Type.Boolean()),
    api_version: Type.Optional(ApiVersion),
  },
  { additionalProperties: false },
)

export const Delivery = Type.Object(
  {
    id: Type.String(),
    webhook_id: Type.String(),
    event_id: Type.String(),
    event_type: Type.String(),
    status: Type.Enum(['pending', 'succeeded', 'failed']),
    attempt_count: Type.Integer(),
    next_attempt_at: Nullable(Time),
    created_at: Time,
    completed_at: Nullable(Time),
    replay_id: Nullable(Type.String({ description: 'The replay that it is of.' })),
  },
  { title: 'Delivery' },
)

const Attempt = Type.Object(
  {
    number: Type.Integer(),
    attempted_at: Time,
    duration_ms: Type.Integer(),
    request: Type.Record(Type.String(), Type.Unknown()),
    response: Nullable(Type.Record(Type.String(), Type.Unknown())),
    error: Nullable(Type.String({ description: 'Why the try failed; null when it succeeded.' })),
  },
  { title: 'DeliveryAttempt' },
)
export const DeliveryWithAttempts = Type.Object(
  { ...Delivery.properties, attempts: Type.Array(Attempt) },
  { title: 'DeliveryWithAttempts' },
)

export const EXAMPLE = {
  id: 'wh_01k0000000000000000000000',
  url: 'https://your-app.com/webhooks/security',
  events: ['scan.completed', 'threat.detected', 'score.degraded'],
  description: '',
  api_version: LATEST,
  enabled: true,
  disabled_reason: null,
  previous_secret_expires_at: null,
  created_at: '2026-01-15T00:00:00Z',
  updated_at: '2026-01-15T00:00:00Z',
}
export const DELIVERY_EXAMPLE = {
  id: 'dlv_01k0000000000000000000000',
  webhook_id: EXAMPLE.id,
  event_id: 'evt_01k0000000000000000000000',
  event_type: 'scan.completed',
  status: 'succeeded',
  attempt_count: 1,
  next_attempt_at: null,
  created_at: '2026-01-15T00:00:00Z',
  completed_at: '2026-01-15T00:00:01Z',
  replay_id: null,
}

export const ATTEMPT_EXAMPLE = {
  number: 1,
  attempted_at: '2026-01-15T00:00:00Z',
  duration_ms: 120,
  request: {
    url: EXAMPLE.url,
    headers: { 'content-type': 'application/json', 'webhook-id': DELIVERY_EXAMPLE.event_id },
    body: '{"id":"evt_01k0000000000000000000000","type":"scan.completed","data":{}}',
  },
  response: { status: 204, headers: {}, body: '' },
  error: null,
}

export function toWebhook(row: Selectable<WebhooksTable>) {
  const {
    id,
    url,
    events,
    description,
    api_version,
    enabled,
    disabled_reason,
    previous_secret_expires_at: previous,
  } = row
  return {
    id,
    url,
    events,
    description,
    api_version,
    enabled,
    disabled_reason,
    previous_secret_expires_at: previous && previous.getTime() > Date.now() ? rfc3339(previous) : null,
    created_at: rfc3339(row.created_at),
    updated_at: rfc3339(row.updated_at),
  }
}

export function toDelivery(row: Selectable<DeliveriesTable>) {
  const { id, webhook_id, event_id, event_type, status, attempt_count } = row
  return {
    id,
    webhook_id,
    event_id,
    event_type,
    status,
    attempt_count,
    next_attempt_at: row.next_attempt_at && rfc3339(row.next_attempt_at),
    created_at: rfc3339(row.created_at),
    completed_at: row.completed_at && rfc3339(row.completed_at),
    replay_id: row.replay_id,
  }
}

export function toAttempt(row: Selectable<DeliveryAttemptsTable>) {
  const { number, duration_ms, request, response, error } = row
  return { number, attempted_at: rfc3339(row.attempted_at), duration_ms, request, response, error }
}
