import { rfc3339 } from '@lasthash/scanner'
import type { Selectable } from 'kysely'
import { type Static, type TSchema, Type } from 'typebox'
import type { AlertsTable } from '../../db/schema.ts'

const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Time = Type.String({ format: 'date-time' })

export const ALERT_STATUSES = ['open', 'acknowledged', 'resolved'] as const

export const Alert = Type.Object(
  {
    id: Type.String(),
    website_id: Type.String(),
    monitor_id: nullable(Type.String({ description: 'Which monitor raised it; null when that was deleted.' })),
    kind: Type.String({
      description:
        'Which kind of monitor it is of: `uptime`, `certificate`, `headers`, `dns`, `content`, `scripts`, `score`, `malware`, `domain`; `policy`: a scan fails one that an alert channel names; `compliance`: a website drifts from a framework that is followed, or a payment page has changed or cannot be looked at; `schedule`: one was switched off after failures; or `monitoring`: it has stopped itself. More may come.',
    }),
    cause: Type.String({
      description:
        '`down`, `slow`, `certificate_expiring`, `certificate_changed`, `headers_missing`, `dns_changed`, `content_changed`, `scripts_changed`, `score_low`, `malware`, `blocklisted`, `domain_expiring`, `domain_held`, `monitoring_stopped`, `policy:` and the id of the policy, `compliance:` and the id of the framework, `schedule:` and the id of the schedule; more may come.',
    }),
    severity: Type.Enum(['critical', 'high', 'medium', 'low', 'info']),
    status: Type.Enum([...ALERT_STATUSES]),
    summary: Type.String(),
    data: Type.Record(Type.String(), Type.Unknown(), { description: 'What was seen; what changed, before and after.' }),
    occurrences: Type.Integer({ description: 'How often it was raised while it was open.' }),
    last_seen_at: Time,
    acknowledged_at: nullable(Time),
    acknowledged_by: nullable(Type.String({ description: 'The id of the key.' })),
    resolved_at: nullable(Time),
    resolved_by: nullable(Type.String({ description: 'The id of the key, or `recovery`.' })),
    created_at: Time,
    updated_at: Time,
  },
  { title: 'Alert' },
)

export const AlertPatch = Type.Object(
  {
    status: Type.Enum([...ALERT_STATUSES], {
      description:
        '`acknowledged`: somebody looks after it. `open`: nobody does, after all. `resolved`: what is there now is how it should be.',
    }),
  },
  { additionalProperties: false },
)

export const EXAMPLE: Static<typeof Alert> = {
  id: 'alt_01k0000000000000000000000',
  website_id: 'ws_01k0000000000000000000000',
  monitor_id: 'mon_01k0000000000000000000000',
  kind: 'uptime',
  cause: 'down',
  severity: 'critical',
  status: 'open',
  summary: 'https://example.com/ answers with status 503.',
  data: { code: 'status', status: 503, fault: 'target' },
  occurrences: 1,
  last_seen_at: '2026-01-15T00:00:00Z',
  acknowledged_at: null,
  acknowledged_by: null,
  resolved_at: null,
  resolved_by: null,
  created_at: '2026-01-15T00:00:00Z',
  updated_at: '2026-01-15T00:00:00Z',
}

export function toAlert(row: Selectable<AlertsTable>): Static<typeof Alert> {
  const { id, website_id, monitor_id, kind, cause, severity, status, summary, data, occurrences } = row
  const when = (at: Date | null) => at && rfc3339(at)
  return {
    id,
    website_id,
    monitor_id,
    kind,
    cause,
    severity,
    status,
    summary,
    data,
    occurrences,
    last_seen_at: rfc3339(row.last_seen_at),
    acknowledged_at: when(row.acknowledged_at),
    acknowledged_by: row.acknowledged_by,
    resolved_at: when(row.resolved_at),
    resolved_by: row.resolved_by,
    created_at: rfc3339(row.created_at),
    updated_at: rfc3339(row.updated_at),
  }
}
