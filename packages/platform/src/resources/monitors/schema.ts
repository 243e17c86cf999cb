import { rfc3339 } from '@lasthash/scanner'
import type { Selectable } from 'kysely'
import { type Static, type TSchema, Type } from 'typebox'
import type { MonitorKind, MonitorsTable } from '../../db/schema.ts'
import { Thresholds } from '../../monitoring/thresholds.ts'

const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Time = Type.String({ format: 'date-time' })

export const MONITOR_KINDS: MonitorKind[] = [
  'uptime',
  'certificate',
  'headers',
  'dns',
  'content',
  'scripts',
  'score',
  'malware',
  'domain',
]
const DEFAULT_INTERVAL = 300 // seconds
/** Where the others' would be asking too much: many pages each time; a registry, which shuts out whoever asks often. */
const DEFAULTS: Partial<Record<MonitorKind, number>> = { malware: 3_600, domain: 86_400 }
const LEAST: Partial<Record<MonitorKind, number>> = { malware: 300, domain: 3_600 }
const MIN_INTERVAL = 30
const MAX_INTERVAL = 604_800 // a week
/** Milliseconds that a look may be late before monitoring itself counts as stopped: longer than a worker's death is noticed. */
const LATE = 300_000

const Interval = Type.Integer({
  minimum: MIN_INTERVAL,
  maximum: MAX_INTERVAL,
  description:
    'Seconds between two looks. Default 300; of malware 3600, and at least 300; of domain 86400, and at least 3600.',
})

export const Monitor = Type.Object(
  {
    id: Type.String(),
    website_id: Type.String(),
    kind: Type.Enum(MONITOR_KINDS),
    interval: Interval,
    thresholds: Thresholds,
    enabled: Type.Boolean(),
    status: Type.Enum(['pending', 'up', 'degraded', 'down', 'unknown'], {
      description:
        '`pending`: not looked at yet. `degraded`: there, but something is wrong. `unknown`: nobody can say, as when the fault is ours. An alarm is raised only when a second look shows the same.',
    }),
    fault: nullable(
      Type.Enum(['target', 'network', 'us'], {
        description: 'Whose fault it is: the website’s, that of something on the way to it, or ours.',
      }),
    ),
    detail: nullable(Type.String({ description: 'What is wrong, in a sentence.' })),
    causes: Type.Array(Type.String(), { description: 'What alarms were raised for and has not gone since.' }),
    reading: nullable(Type.Record(Type.String(), Type.Unknown(), { description: 'What the last look has shown.' })),
    checked_at: nullable(Time),
    status_changed_at: nullable(Time),
    next_check_at: nullable(Type.String({ format: 'date-time', description: 'Null while it is switched off.' })),
    created_at: Time,
    updated_at: Time,
  },
  { title: 'Monitor' },
)

export const MonitorCreate = Type.Object(
  {
    website_id: Type.String({ maxLength: 80 }),
    kind: Type.Enum(MONITOR_KINDS),
    interval: Type.Optional({ ...Interval, default: DEFAULT_INTERVAL }),
    thresholds: Type.Optional(Thresholds),
    enabled: Type.Optional(Type.Boolean({ default: true })),
  },
  { additionalProperties: false },
)

export const MonitorPatch = Type.Object(
  {
    interval: Type.Optional(nullable(Interval)),
    thresholds: Type.Optional(
      nullable(
        Type.Object(
          Object.fromEntries(
            Object.entries(Thresholds.properties).map(([name, schema]) => [name, Type.Optional(nullable(schema))]),
          ),
          { additionalProperties: false },
        ),
      ),
    ),
    enabled: Type.Optional(Type.Boolean()),
  },
  {
    additionalProperties: false,
    description: 'Null gives a field the value that it has when left out at first.',
  },
)

export const EXAMPLE: Static<typeof Monitor> = {
  id: 'mon_01k0000000000000000000000',
  website_id: 'ws_01k0000000000000000000000',
  kind: 'uptime',
  interval: DEFAULT_INTERVAL,
  thresholds: { max_response_ms: 3_000 },
  enabled: true,
  status: 'up',
  fault: null,
  detail: null,
  causes: [],
  reading: { url: 'https://example.com/', status: 200, response_ms: 184, address: '203.0.113.7' },
  checked_at: '2026-01-15T00:05:00Z',
  status_changed_at: '2026-01-15T00:00:00Z',
  next_check_at: '2026-01-15T00:10:00Z',
  created_at: '2026-01-15T00:00:00Z',
  updated_at: '2026-01-15T00:00:00Z',
}

const Percentiles = Type.Object({
  p50: nullable(Type.Integer()),
  p95: nullable(Type.Integer()),
  p99: nullable(Type.Integer()),
})
const COUNTS = {
  checks: Type.Integer(),
  up: Type.Integer(),
  down: Type.Integer(),
  unknown: Type.Integer({
    description: 'Looks that came to nothing by no fault of the website: they count for neither.',
  }),
  uptime_percent: nullable(Type.Number({ description: 'Of the looks that could tell; null when none could.' })),
  response_ms: Percentiles,
}

export const History = Type.Object(
  {
    monitor_id: Type.String(),
    from: Time,
    to: Time,
    total: Type.Object(COUNTS),
    hours: Type.Array(Type.Object({ hour: Time, ...COUNTS }), {
      description: 'Oldest first; those without a look are left out. Empty with `step=day`.',
    }),
    days: Type.Array(Type.Object({ day: Type.String({ format: 'date', description: 'UTC.' }), ...COUNTS }), {
      description: 'Likewise, with `step=day`; else empty.',
    }),
  },
  { title: 'MonitorHistory' },
)

const EXAMPLE_COUNTS = {
  checks: 12,
  up: 11,
  down: 1,
  unknown: 0,
  uptime_percent: 91.667,
  response_ms: { p50: 181, p95: 240, p99: 240 },
}
export const HISTORY_EXAMPLE: Static<typeof History> = {
  monitor_id: EXAMPLE.id,
  from: '2026-01-14T12:00:00Z',
  to: '2026-01-15T12:00:00Z',
  total: EXAMPLE_COUNTS,
  hours: [{ hour: '2026-01-15T11:00:00Z', ...EXAMPLE_COUNTS }],
  days: [],
}

/** The default of what a caller leaves out, or sets to null. */
export function intervalOf(kind: MonitorKind, given: number | null | undefined): number {
  return given ?? DEFAULTS[kind] ?? DEFAULT_INTERVAL
}

/** The shortest that a kind may have. */
export function leastInterval(kind: MonitorKind): number {
  return LEAST[kind] ?? MIN_INTERVAL
}

/** A row as the API gives it. One that is long overdue is not known to be in any state: monitoring itself has stopped. */
export function toMonitor(row: Selectable<MonitorsTable>, now = Date.now()): Static<typeof Monitor> {
  const { id, website_id, kind, thresholds, enabled, standing } = row
  const when = (at: Date | null) => at && rfc3339(at)
  const late = enabled && now - row.next_check_at.getTime() > LATE
  const state = late
    ? {
        status: 'unknown' as const,
        fault: 'us' as const,
        detail: 'No worker has looked since it was due: monitoring has stopped.',
      }
    : { status: row.status, fault: row.fault, detail: row.detail }
  return {
    id,
    website_id,
    kind,
    interval: row.interval_seconds,
    thresholds,
    enabled,
    ...state,
    causes: standing,
    reading: row.reading && withoutSketch(row.reading),
    checked_at: when(row.checked_at),
    status_changed_at: when(row.status_changed_at),
    next_check_at: enabled ? when(row.next_check_at) : null,
    created_at: rfc3339(row.created_at),
    updated_at: rfc3339(row.updated_at),
  }
}

/** The numbers by which contents are compared say nothing to anyone. */
function withoutSketch({ sketch, ...reading }: Record<string, unknown>) {
  return reading
}
