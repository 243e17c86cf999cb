import { rfc3339 } from '@lasthash/scanner'
import { type TSchema, Type } from 'typebox'
import type { Schedule as Row } from './store.ts'
import { nextRuns, type Timing } from './timing.ts'

const SHOWN_RUNS = 5

const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Time = Type.String({ format: 'date-time' })
const TimeOfDay = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$', description: 'HH:MM.' })
const Window = Type.Object(
  { from: TimeOfDay, to: TimeOfDay },
  {
    additionalProperties: false,
    description: 'Scans begin only from `from` until before `to`, in the time zone; it may span midnight.',
  },
)
const Cron = Type.String({ minLength: 1, maxLength: 200, description: 'Minute, hour, day, month, day of the week.' })
const EVERY = ['hourly', 'daily', 'weekly', 'monthly']
const Every = Type.Enum(EVERY, {
  description: 'Instead of a cron: at a time of the schedule’s own, so that not all begin at once; see `next_runs`.',
})
const TimeZone = Type.String({ minLength: 1, maxLength: 64, description: 'Of the IANA database; UTC unless told.' })
const ScanType = Type.Enum(['quick', 'full', 'active'])
const Priority = Type.Enum(['low', 'normal', 'high'])
const Jitter = Type.Integer({
  minimum: 0,
  maximum: 86_400,
  description: 'Seconds by which each run is put off at most, never out of the window; 0 unless told.',
})

export const Schedule = Type.Object(
  {
    id: Type.String(),
    website_id: Type.String(),
    cron: nullable(Type.String()),
    every: nullable(Type.Enum(EVERY)),
    time_zone: Type.String(),
    window: nullable(Window),
    jitter: Type.Integer(),
    scan_type: ScanType,
    priority: Priority,
    enabled: Type.Boolean(),
    disabled_reason: nullable(Type.String({ description: 'Why it was switched off, unless by you.' })),
    next_runs: Type.Array(Time, { description: 'The next five, jitter included; none while it is switched off.' }),
    last_run_at: nullable(Time),
    last_scan_id: nullable(Type.String()),
    consecutive_failures: Type.Integer({ description: 'Scans in a row that failed; at five it is switched off.' }),
    created_at: Time,
    updated_at: Time,
  },
  { title: 'Schedule' },
)

export const ScheduleCreate = Type.Object(
  {
    website_id: Type.String({ maxLength: 80 }),
    cron: Type.Optional(Cron),
    every: Type.Optional(Every),
    time_zone: Type.Optional(TimeZone),
    window: Type.Optional(Window),
    jitter: Type.Optional(Jitter),
    scan_type: Type.Optional(ScanType),
    priority: Type.Optional(Priority),
    enabled: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)

export const SchedulePatch = Type.Object(
  {
    cron: Type.Optional(nullable(Cron)),
    every: Type.Optional(nullable(Every)),
    time_zone: Type.Optional(nullable(TimeZone)),
    window: Type.Optional(nullable(Window)),
    jitter: Type.Optional(nullable(Jitter)),
    scan_type: Type.Optional(nullable(ScanType)),
    priority: Type.Optional(nullable(Priority)),
    enabled: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)

export const EXAMPLE = {
  id: 'sch_01k0000000000000000000000',
  website_id: 'ws_01k0000000000000000000000',
  cron: '30 2 * * 1-5',
  every: null,
  time_zone: 'Europe/Berlin',
  window: null,
  jitter: 0,
  scan_type: 'full',
  priority: 'normal',
  enabled: true,
  disabled_reason: null,
  next_runs: [
    '2026-01-16T01:30:00Z',
    '2026-01-19T01:30:00Z',
    '2026-01-20T01:30:00Z',
    '2026-01-21T01:30:00Z',
    '2026-01-22T01:30:00Z',
  ],
  last_run_at: '2026-01-15T01:30:12Z',
  last_scan_id: 'scan_01k0000000000000000000000',
  consecutive_failures: 0,
  created_at: '2026-01-14T09:00:00Z',
  updated_at: '2026-01-14T09:00:00Z',
}

/** When a stored schedule runs. */
export function timingOf(row: Row): Timing {
  const { id: seed, cron, every, time_zone, jitter, window_from, window_to } = row
  const window = window_from === null ? null : { from: window_from, to: window_to! }
  return { cron, every, time_zone, window, jitter, seed }
}

/** A row as the API gives it. */
export function toSchedule(row: Row) {
  const { id, website_id, scan_type, priority, enabled, disabled_reason, last_scan_id, consecutive_failures } = row
  const { cron, every, time_zone, window, jitter } = timingOf(row)
  return {
    id,
    website_id,
    cron,
    every,
    time_zone,
    window,
    jitter,
    scan_type,
    priority,
    enabled,
    disabled_reason,
    next_runs: runsOf(row).map((run) => rfc3339(run)),
    last_run_at: row.last_run_at && rfc3339(row.last_run_at),
    last_scan_id,
    consecutive_failures,
    created_at: rfc3339(row.created_at),
    updated_at: rfc3339(row.updated_at),
  }
}

/** The one that is due or comes next, and those after it. */
function runsOf(row: Row): Date[] {
  const next = row.next_run_at
  return next ? [next, ...nextRuns(timingOf(row), next, SHOWN_RUNS - 1)] : []
}
