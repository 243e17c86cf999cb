import { FORMATS } from '@lasthash/reports'
import { rfc3339 } from '@lasthash/scanner'
import type { Selectable } from 'kysely'
import { type Static, type TSchema, Type } from 'typebox'
import type { ReportDeliveriesTable } from '../../db/schema.ts'
import { Filter, Format, Kind, Language, SPEC } from '../reports/schema.ts'
import { nextRuns, type Timing } from '../schedules/timing.ts'
import type { RunRow, ScheduleRow } from './store.ts'

const SHOWN_RUNS = 5
export const LINK_DAYS = 30

const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Time = Type.String({ format: 'date-time' })
const EVERY = ['hourly', 'daily', 'weekly', 'monthly']
const Name = Type.String({ minLength: 1, maxLength: 200 })
const Cron = Type.String({ minLength: 1, maxLength: 200, description: 'Minute, hour, day, month, day of the week.' })
const Every = Type.Enum(EVERY, { description: 'Instead of a cron: at a time of the schedule’s own; see `next_runs`.' })
const TimeZone = Type.String({ minLength: 1, maxLength: 64, description: 'Of the IANA database; UTC unless told.' })
const Formats = Type.Array(Format, { minItems: 1, maxItems: FORMATS.length, uniqueItems: true })
const Address = Type.String({ maxLength: 254, pattern: '^[^\\s<>@",;:\\\\]+@[^\\s<>@",;:\\\\]+$' })
const Recipients = Type.Array(Address, {
  maxItems: 50,
  description: 'Each gets a mail of their own. None: the reports are made and kept, and `report.ready` tells of them.',
})
const Message = Type.String({ maxLength: 2_000, description: 'What each mail begins with.' })
const Attach = Type.Boolean({
  description: 'Whether the files go with the mail, where all together have at most 5 MB. Otherwise links do.',
})
const LinkDays = Type.Integer({
  minimum: 1,
  maximum: 365,
  description: 'How long links in mails live; 30 days unless told.',
})

export const ReportSchedule = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    cron: nullable(Type.String()),
    every: nullable(Type.Enum(EVERY)),
    time_zone: Type.String(),
    kind: Kind,
    formats: Type.Array(Format),
    language: Language,
    title: nullable(Type.String()),
    website_id: nullable(Type.String()),
    group: nullable(Type.String()),
    tag: nullable(Type.String()),
    framework: nullable(Type.String()),
    filter: Filter,
    period_days: Type.Integer(),
    recipients: Type.Array(Type.String()),
    suppressed: Type.Array(
      Type.Object({
        address: Type.String(),
        reason: Type.Enum(['unsubscribed', 'bounced']),
        detail: nullable(Type.String()),
        since: Time,
      }),
      {
        description:
          'Those of the recipients who are not mailed: who has unsubscribed, for good; whose address does not exist, until it is taken off and put on again.',
      },
    ),
    message: Type.String(),
    attach: Type.Boolean(),
    link_days: Type.Integer(),
    enabled: Type.Boolean(),
    disabled_reason: nullable(Type.String({ description: 'Why it was switched off, unless by you.' })),
    next_runs: Type.Array(Time, { description: 'The next five; none while it is switched off.' }),
    last_run_at: nullable(Time),
    last_run_id: nullable(Type.String()),
    consecutive_failures: Type.Integer({ description: 'Runs in a row that failed; at five it is switched off.' }),
    created_at: Time,
    updated_at: Time,
  },
  { title: 'ReportSchedule' },
)

export const ReportScheduleCreate = Type.Object(
  {
    name: Name,
    cron: Type.Optional(Cron),
    every: Type.Optional(Every),
    time_zone: Type.Optional(TimeZone),
    ...SPEC,
    formats: Type.Optional({ ...Formats, description: 'One report each; `["pdf"]` unless told.' }),
    recipients: Type.Optional(Recipients),
    message: Type.Optional(Message),
    attach: Type.Optional(Attach),
    link_days: Type.Optional(LinkDays),
    enabled: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)

export const ReportSchedulePatch = Type.Object(
  {
    name: Type.Optional(Name),
    cron: Type.Optional(nullable(Cron)),
    every: Type.Optional(nullable(Every)),
    time_zone: Type.Optional(nullable(TimeZone)),
    ...SPEC,
    formats: Type.Optional(Formats),
    recipients: Type.Optional(nullable(Recipients)),
    message: Type.Optional(nullable(Message)),
    attach: Type.Optional(Type.Boolean()),
    link_days: Type.Optional(nullable(LinkDays)),
    enabled: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)

export const ReportRun = Type.Object(
  {
    id: Type.String(),
    report_schedule_id: Type.String(),
    trigger: Type.Enum(['schedule', 'request']),
    status: Type.Enum(['making', 'sending', 'done', 'failed'], {
      description: '`failed`: a report could not be made, or no mail was taken; `error` says why.',
    }),
    error: nullable(Type.String()),
    report_ids: Type.Array(Type.String()),
    deliveries: Type.Object(
      {
        pending: Type.Integer(),
        sent: Type.Integer(),
        failed: Type.Integer(),
        bounced: Type.Integer(),
        skipped: Type.Integer(),
      },
      { description: 'Mails, by what came of them.' },
    ),
    created_at: Time,
    completed_at: nullable(Time),
  },
  { title: 'ReportRun' },
)

export const DELIVERY_STATUSES = ['pending', 'sent', 'failed', 'bounced', 'skipped']

export const ReportDelivery = Type.Object(
  {
    id: Type.String(),
    report_schedule_id: Type.String(),
    run_id: Type.String(),
    recipient: Type.String(),
    status: Type.Enum(DELIVERY_STATUSES, {
      description:
        '`sent`: the mail server has taken it. `bounced`: the recipient’s server refused it, then or later. `skipped`: the recipient had unsubscribed by then.',
    }),
    attached: Type.Boolean({ description: 'Whether the files went with it, or links to them.' }),
    attempt_count: Type.Integer(),
    next_attempt_at: nullable(Time),
    answer: nullable(Type.String({ description: 'What the mail server said last.' })),
    error: nullable(Type.String()),
    created_at: Time,
    completed_at: nullable(Time),
  },
  { title: 'ReportDelivery' },
)

export const EXAMPLE: Static<typeof ReportSchedule> = {
  id: 'rsch_01k0000000000000000000000',
  name: 'Monthly report to the board',
  cron: '0 8 1 * *',
  every: null,
  time_zone: 'Europe/Berlin',
  kind: 'executive',
  formats: ['pdf'],
  language: 'en',
  title: null,
  website_id: 'ws_01k0000000000000000000000',
  group: null,
  tag: null,
  framework: null,
  filter: {},
  period_days: 90,
  recipients: ['board@example.com', 'ciso@example.com'],
  suppressed: [],
  message: '',
  attach: true,
  link_days: 30,
  enabled: true,
  disabled_reason: null,
  next_runs: [
    '2026-02-01T07:00:00Z',
    '2026-03-01T07:00:00Z',
    '2026-04-01T06:00:00Z',
    '2026-05-01T06:00:00Z',
    '2026-06-01T06:00:00Z',
  ],
  last_run_at: '2026-01-01T07:00:04Z',
  last_run_id: 'rrun_01k0000000000000000000000',
  consecutive_failures: 0,
  created_at: '2025-12-14T09:00:00Z',
  updated_at: '2025-12-14T09:00:00Z',
}

export const RUN_EXAMPLE: Static<typeof ReportRun> = {
  id: 'rrun_01k0000000000000000000000',
  report_schedule_id: EXAMPLE.id,
  trigger: 'schedule',
  status: 'done',
  error: null,
  report_ids: ['rep_01k0000000000000000000000'],
  deliveries: { pending: 0, sent: 2, failed: 0, bounced: 0, skipped: 0 },
  created_at: '2026-01-01T07:00:04Z',
  completed_at: '2026-01-01T07:00:09Z',
}

export const DELIVERY_EXAMPLE: Static<typeof ReportDelivery> = {
  id: 'dlv_01k0000000000000000000000',
  report_schedule_id: EXAMPLE.id,
  run_id: RUN_EXAMPLE.id,
  recipient: 'board@example.com',
  status: 'sent',
  attached: true,
  attempt_count: 1,
  next_attempt_at: null,
  answer: '250 2.0.0 Ok: queued as 4Zx1',
  error: null,
  created_at: '2026-01-01T07:00:08Z',
  completed_at: '2026-01-01T07:00:09Z',
}

/** When a stored schedule runs. */
export function timingOf({ id: seed, cron, every, time_zone }: ScheduleRow): Timing {
  return { cron, every, time_zone, window: null, jitter: 0, seed }
}

/** A row as the API gives it. */
export function toReportSchedule(row: ScheduleRow): Static<typeof ReportSchedule> {
  const { id, name, cron, every, time_zone, message, attach, link_days, enabled, disabled_reason } = row
  const { scan_id: _, baseline_scan_id: __, ...spec } = row.report
  const listed = row.recipients.filter(({ listed }) => listed)
  return {
    ...{ id, name, cron, every, time_zone },
    ...(spec as Pick<Static<typeof ReportSchedule>, 'kind' | 'language' | 'filter' | 'title' | 'website_id'> &
      typeof spec),
    language: spec.language as 'en',
    filter: spec.filter as Static<typeof Filter>,
    formats: row.formats as 'pdf'[],
    recipients: listed.map(({ address }) => address),
    suppressed: listed.flatMap(({ address, unsubscribed_at, bounced_at, bounce_reason }) => {
      const since = unsubscribed_at ?? bounced_at
      if (!since) return []
      const reason: 'unsubscribed' | 'bounced' = unsubscribed_at ? 'unsubscribed' : 'bounced'
      return { address, reason, detail: unsubscribed_at ? null : bounce_reason, since: rfc3339(since) }
    }),
    ...{ message, attach, link_days, enabled, disabled_reason },
    next_runs: runsOf(row).map((run) => rfc3339(run)),
    last_run_at: row.last_run_at && rfc3339(row.last_run_at),
    last_run_id: row.last_run_id,
    consecutive_failures: row.consecutive_failures,
    created_at: rfc3339(row.created_at),
    updated_at: rfc3339(row.updated_at),
  }
}

/** The one that is due or comes next, and those after it. */
function runsOf(row: ScheduleRow): Date[] {
  const next = row.next_run_at
  return next ? [next, ...nextRuns(timingOf(row), next, SHOWN_RUNS - 1)] : []
}

export function toReportRun(row: RunRow): Static<typeof ReportRun> {
  const { id, report_schedule_id, trigger, status, error, report_ids, deliveries } = row
  return {
    ...{ id, report_schedule_id, trigger, status, error, report_ids },
    deliveries: { pending: 0, sent: 0, failed: 0, bounced: 0, skipped: 0, ...deliveries },
    created_at: rfc3339(row.created_at),
    completed_at: row.completed_at && rfc3339(row.completed_at),
  }
}

export function toReportDelivery(row: Selectable<ReportDeliveriesTable>): Static<typeof ReportDelivery> {
  const { id, report_schedule_id, run_id, address, status, attached, attempt_count, answer, error } = row
  return {
    ...{ id, report_schedule_id, run_id, recipient: address, status, attached, attempt_count },
    next_attempt_at: status === 'pending' && row.next_attempt_at ? rfc3339(row.next_attempt_at) : null,
    ...{ answer, error },
    created_at: rfc3339(row.created_at),
    completed_at: row.completed_at && rfc3339(row.completed_at),
  }
}
