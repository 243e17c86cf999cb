import { rfc3339 } from '@lasthash/scanner'
import type { Selectable } from 'kysely'
import { type Static, type TSchema, Type } from 'typebox'
import type { AlertChannelsTable, ChannelAttemptsTable } from '../../db/schema.ts'
import {
  CHANNEL_KINDS,
  ChannelDigest,
  ChannelFilter,
  NullableQuietHours,
  SettingsGiven,
  SettingsShown,
} from './settings.ts'
import type { DeliveryRow } from './store.ts'

const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Time = Type.String({ format: 'date-time' })
const Name = Type.String({ minLength: 1, maxLength: 200 })
const Kind = Type.Enum(CHANNEL_KINDS)
const CriticalAtOnce = Type.Boolean({
  description: 'Whether critical alerts are told at once, also in quiet hours and beside a digest. Default true.',
})

const FIELDS = {
  id: Type.String(),
  name: Type.String(),
  kind: Kind,
  settings: SettingsShown,
  filter: ChannelFilter,
  quiet_hours: NullableQuietHours,
  digest: ChannelDigest,
  critical_at_once: CriticalAtOnce,
  enabled: Type.Boolean(),
  disabled_reason: nullable(Type.String()),
  failing_since: nullable(Type.String({ format: 'date-time', description: 'Since when nothing has arrived.' })),
  last_error: nullable(Type.String({ description: 'Why the last try failed; null after one that succeeded.' })),
  created_at: Time,
  updated_at: Time,
}
export const AlertChannel = Type.Object(FIELDS, { title: 'AlertChannel' })
export const AlertChannelCreated = Type.Object(
  {
    ...FIELDS,
    secret: Type.Optional(
      Type.String({
        description: 'webhook: in its `whsec_` form, this once: what the Standard Webhooks libraries take.',
      }),
    ),
  },
  { title: 'AlertChannelCreated' },
)

export const AlertChannelCreate = Type.Object(
  {
    name: Name,
    kind: Kind,
    settings: SettingsGiven,
    filter: Type.Optional(ChannelFilter),
    quiet_hours: Type.Optional(NullableQuietHours),
    digest: Type.Optional(ChannelDigest),
    critical_at_once: Type.Optional(CriticalAtOnce),
  },
  { additionalProperties: false },
)

export const AlertChannelPatch = Type.Object(
  {
    name: Type.Optional(Name),
    settings: Type.Optional(SettingsGiven),
    filter: Type.Optional(nullable(ChannelFilter)),
    quiet_hours: Type.Optional(NullableQuietHours),
    digest: Type.Optional(nullable(ChannelDigest)),
    critical_at_once: Type.Optional(nullable(CriticalAtOnce)),
    enabled: Type.Optional(Type.Boolean()),
  },
  {
    additionalProperties: false,
    description:
      'Of `settings`, those that are given; `filter`, `quiet_hours` and `digest` are replaced whole. Null gives a field the value that it has when left out at first.',
  },
)

export const ChannelDelivery = Type.Object(
  {
    id: Type.String(),
    channel_id: Type.String(),
    kind: Type.Enum(['alert', 'digest', 'test']),
    alert_ids: Type.Array(Type.String(), { description: 'What it tells of, oldest first; none of a test.' }),
    status: Type.Enum(['pending', 'succeeded', 'failed']),
    attempt_count: Type.Integer(),
    next_attempt_at: nullable(Time),
    created_at: Time,
    completed_at: nullable(Time),
  },
  { title: 'ChannelDelivery' },
)

const Attempt = Type.Object(
  {
    number: Type.Integer(),
    attempted_at: Time,
    duration_ms: Type.Integer(),
    request: Type.Record(Type.String(), Type.Unknown(), { description: 'Without what is secret.' }),
    response: nullable(
      Type.Record(Type.String(), Type.Unknown(), {
        description: 'What the other side answered; of mail, its SMTP code.',
      }),
    ),
    error: nullable(Type.String({ description: 'Why the try failed; null when it succeeded.' })),
  },
  { title: 'ChannelDeliveryAttempt' },
)
export const ChannelDeliveryWithAttempts = Type.Object(
  { ...ChannelDelivery.properties, attempts: Type.Array(Attempt) },
  { title: 'ChannelDeliveryWithAttempts' },
)

export const EXAMPLE: Static<typeof AlertChannel> = {
  id: 'chn_01k0000000000000000000000',
  name: 'On call',
  kind: 'slack',
  settings: { url: 'https://hooks.slack.com/…' },
  filter: { min_severity: 'high' },
  quiet_hours: { from: '22:00', to: '07:00', time_zone: 'Europe/Berlin' },
  digest: { every: 'immediately' },
  critical_at_once: true,
  enabled: true,
  disabled_reason: null,
  failing_since: null,
  last_error: null,
  created_at: '2026-01-15T00:00:00Z',
  updated_at: '2026-01-15T00:00:00Z',
}

export const DELIVERY_EXAMPLE: Static<typeof ChannelDelivery> = {
  id: 'dlv_01k0000000000000000000000',
  channel_id: EXAMPLE.id,
  kind: 'alert',
  alert_ids: ['alt_01k0000000000000000000000'],
  status: 'succeeded',
  attempt_count: 1,
  next_attempt_at: null,
  created_at: '2026-01-15T00:00:00Z',
  completed_at: '2026-01-15T00:00:01Z',
}

export const ATTEMPT_EXAMPLE = {
  number: 1,
  attempted_at: '2026-01-15T00:00:00Z',
  duration_ms: 180,
  request: {
    url: '[left out]',
    headers: { 'content-type': 'application/json' },
    body: '{"text":"Critical alert opened: Shop"}',
  },
  response: { status: 200, body: 'ok' },
  error: null,
}

export function toChannel(row: Selectable<AlertChannelsTable>): Static<typeof AlertChannel> {
  const { id, name, kind, settings, filter, quiet_hours, digest, critical_at_once, enabled, disabled_reason } = row
  return {
    ...{ id, name, kind, settings, filter, quiet_hours, digest, critical_at_once, enabled, disabled_reason },
    failing_since: row.failing_since && rfc3339(row.failing_since),
    last_error: row.last_error,
    created_at: rfc3339(row.created_at),
    updated_at: rfc3339(row.updated_at),
  }
}

export function toChannelDelivery(row: DeliveryRow): Static<typeof ChannelDelivery> {
  const { id, channel_id, kind, alert_ids, status, attempt_count } = row
  return {
    ...{ id, channel_id, kind, alert_ids, status, attempt_count },
    next_attempt_at: row.next_attempt_at && rfc3339(row.next_attempt_at),
    created_at: rfc3339(row.created_at),
    completed_at: row.completed_at && rfc3339(row.completed_at),
  }
}

export function toChannelAttempt(row: Selectable<ChannelAttemptsTable>) {
  const { number, duration_ms, request, response, error } = row
  return { number, attempted_at: rfc3339(row.attempted_at), duration_ms, request, response, error }
}
