import type { Kysely } from 'kysely'
import { jsonb } from '../../db/jsonb.ts'
import type { Plan, ReportFormat, Schema } from '../../db/schema.ts'
import { ApiError } from '../../errors.ts'
import type { Call } from '../../http/route.ts'
import { newId } from '../../identifier.ts'
import { PLANS } from '../../plans.ts'
import { recoverAlert } from '../alerts/service.ts'
import { queueReports, requireMakeable, type SpecGiven, specOf } from '../reports/service.ts'
import type { ReportSpec } from '../reports/spec.ts'
import { firstRun } from '../schedules/service.ts'
import type { Every, Timing } from '../schedules/timing.ts'
import { LINK_DAYS, timingOf } from './schema.ts'
import {
  countReportSchedules,
  deleteReportSchedule,
  findReportSchedule,
  findRun,
  insertReportSchedule,
  insertRun,
  lockReportSchedule,
  putRecipients,
  type RunRow,
  type ScheduleRow,
  updateReportSchedule,
} from './store.ts'

type Inside = Pick<Call, 'context' | 'organizationId' | 'db' | 'caller'>

export type ScheduleGiven = SpecGiven & {
  name?: string
  cron?: string | null
  every?: Every | null
  time_zone?: string | null
  formats?: ReportFormat[]
  recipients?: string[] | null
  message?: string | null
  attach?: boolean
  link_days?: number | null
  enabled?: boolean
}

export const missing = (id: string) => new ApiError('not_found', `There is no report schedule ${id}.`)

/** Throws `validation_failed`, `not_found`, `mail_not_configured`, `too_many_report_schedules`. */
export async function createReportSchedule(
  call: Inside,
  given: ScheduleGiven & { name: string },
): Promise<ScheduleRow> {
  const { db, organizationId, caller } = call
  const most = PLANS[caller.plan].reportSchedules
  if ((await countReportSchedules(db, organizationId)) >= most)
    throw new ApiError(
      'too_many_report_schedules',
      `There are ${most} already, as many as the plan allows: remove one.`,
    )
  const id = newId('rsch')
  const { name, formats = ['pdf'], recipients, message, attach = true, link_days, enabled = true } = given
  const timing = { ...NO_WINDOW, cron: given.cron ?? null, every: given.every ?? null, seed: id }
  const next = firstRun({ ...timing, time_zone: given.time_zone ?? 'UTC' })
  const report = specOf(given)
  await requireMakeable(call, report, formats)
  requireMail(call, recipients ?? [])
  await insertReportSchedule(db, {
    ...{ id, organization_id: organizationId, name, formats, attach, enabled },
    cron: timing.cron,
    every: timing.every,
    time_zone: given.time_zone ?? 'UTC',
    report: jsonb(report),
    message: message ?? '',
    link_days: link_days ?? LINK_DAYS,
    next_run_at: enabled ? next : null,
  })
  await putRecipients(db, { organization_id: organizationId, id }, withoutTwins(recipients ?? []))
  return (await findReportSchedule(db, organizationId, id))!
}

const NO_WINDOW = { window: null, jitter: 0 } as const

/**
 * JSON merge patch; null gives a field the value that it has when left out. What a report is of is one choice of four: a new
 * one takes the place of the old.
 */
export async function changeReportSchedule(call: Inside, id: string, changes: ScheduleGiven): Promise<ScheduleRow> {
  const { db, organizationId } = call
  const present = await lockReportSchedule(db, organizationId, id)
  if (!present) throw missing(id)
  const before = timingOf(present)
  const timing: Timing = {
    ...before,
    cron: changes.every && changes.cron === undefined ? null : changes.cron === undefined ? before.cron : changes.cron,
    every:
      changes.cron && changes.every === undefined ? null : changes.every === undefined ? before.every : changes.every,
    time_zone: changes.time_zone === undefined ? before.time_zone : (changes.time_zone ?? 'UTC'),
  }
  const next = firstRun(timing)
  const formats = changes.formats ?? (present.formats as ReportFormat[])
  const report = changedSpec(present.report, changes)
  await requireMakeable(call, report, formats)
  if (changes.recipients) requireMail(call, changes.recipients)
  const enabled = changes.enabled ?? present.enabled
  const same = present.enabled && JSON.stringify(timing) === JSON.stringify(before)
  const { cron, every, time_zone } = timing
  await updateReportSchedule(db, present, {
    ...{ cron, every, time_zone, formats, enabled },
    report: jsonb(report),
    name: changes.name ?? present.name,
    message: changes.message === undefined ? present.message : (changes.message ?? ''),
    attach: changes.attach ?? present.attach,
    link_days: changes.link_days === undefined ? present.link_days : (changes.link_days ?? LINK_DAYS),
    // What is due stays due when something else is changed.
    next_run_at: !enabled ? null : same ? present.next_run_at : next,
    ...(enabled && !present.enabled && { consecutive_failures: 0 }),
    ...(changes.enabled !== undefined && { disabled_reason: null }),
    updated_at: new Date(),
  })
  if (changes.enabled !== undefined) await endAlert(db, present)
  if (changes.recipients !== undefined) await putRecipients(db, present, withoutTwins(changes.recipients ?? []))
  return (await findReportSchedule(db, organizationId, id))!
}

function changedSpec(present: ReportSpec, changes: ScheduleGiven): ReportSpec {
  const names = ['kind', 'language', 'title', 'framework', 'filter', 'period_days'] as const
  const scopes = ['website_id', 'group', 'tag'] as const
  const named = scopes.some((name) => changes[name])
  const given = Object.fromEntries([
    ...names.map((name) => [name, changes[name] === undefined ? present[name] : changes[name]]),
    ...scopes.map((name) => [name, changes[name] !== undefined ? changes[name] : named ? null : present[name]]),
  ])
  return specOf(given)
}

function requireMail({ context }: Inside, recipients: readonly string[]): void {
  if (recipients.length > 0 && !context.config.smtpUrl)
    throw new ApiError('mail_not_configured', 'This LastHash has no mail server: LASTHASH_SMTP_URL is not set.')
}

/** Of addresses that differ by case only, the first. */
function withoutTwins(addresses: readonly string[]): string[] {
  return [...new Map([...addresses].reverse().map((one) => [one.toLowerCase(), one])).values()].reverse()
}

/** Has the reports made, in the transaction that says why. */
export async function beginRun(
  db: Kysely<Schema>,
  { organization_id, id, report, formats }: ScheduleRow,
  plan: Plan,
  trigger: 'schedule' | 'request',
): Promise<string> {
  const run_id = newId('rrun')
  await insertRun(db, { id: run_id, organization_id, report_schedule_id: id, trigger })
  const run = { report_schedule_id: id, run_id }
  await queueReports(db, { id: organization_id, plan }, report, formats as ReportFormat[], run)
  return run_id
}

/** Also of one that is paused. */
export async function sendNow(call: Inside, id: string): Promise<RunRow> {
  const { db, organizationId, caller } = call
  const schedule = await lockReportSchedule(db, organizationId, id)
  if (!schedule) throw missing(id)
  const runId = await beginRun(db, schedule, caller.plan, 'request')
  await updateReportSchedule(db, schedule, { last_run_at: new Date(), last_run_id: runId })
  return (await findRun(db, organizationId, id, runId))!
}

/** Deletes a schedule, and ends its alert; false when there is none. */
export async function removeReportSchedule(db: Kysely<Schema>, organizationId: string, id: string): Promise<boolean> {
  const present = await lockReportSchedule(db, organizationId, id)
  if (!present) return false
  await endAlert(db, present)
  return await deleteReportSchedule(db, organizationId, id)
}

/** Alerts are of websites: a schedule over many has none, and only its event tells that it was switched off. */
export function alertSourceOf({ organization_id, report }: Pick<ScheduleRow, 'organization_id' | 'report'>) {
  const { website_id } = report
  return website_id === null ? null : { id: null, organization_id, website_id, kind: 'schedule' as const }
}

export function alertCauseOf(id: string): string {
  return `report_schedule:${id}`
}

async function endAlert(db: Kysely<Schema>, schedule: ScheduleRow): Promise<void> {
  const source = alertSourceOf(schedule)
  if (source) await recoverAlert(db, source, alertCauseOf(schedule.id), new Date())
}
