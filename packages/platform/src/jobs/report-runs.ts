import { type Kysely, sql } from 'kysely'
import type { ReportRunsTable, Schema } from '../db/schema.ts'
import { recordEvent } from '../events/record.ts'
import { newId } from '../identifier.ts'
import { raiseAlert } from '../resources/alerts/service.ts'
import { toReportSchedule } from '../resources/report-schedules/schema.ts'
import { alertCauseOf, alertSourceOf } from '../resources/report-schedules/service.ts'
import { lockReportSchedule, type ScheduleRow, updateReportSchedule } from '../resources/report-schedules/store.ts'
import { insertLink } from '../resources/reports/store.ts'

/** Told on this channel: there is mail to be sent. */
export const REPORT_MAIL_CHANNEL = 'lasthash_report_mail'

const MOST_ATTACHED = 5_000_000 // bytes of all files of a mail: it grows by a third on the way, and many servers take 10 MB
const MOST_FAILURES = 5 // in a row, then a schedule is switched off
const DAY = 86_400_000 // milliseconds

type Of = Pick<import('kysely').Selectable<ReportRunsTable>, 'id' | 'organization_id' | 'report_schedule_id'>

/**
 * Once all reports of a run are made, its mails are owed: in the transaction that ends the last one. The schedule's lock comes
 * first, so that whoever deletes or changes it waits, or is waited for.
 */
export async function settleReportsOf(trx: Kysely<Schema>, run: Of): Promise<void> {
  const schedule = await lockReportSchedule(trx, run.organization_id, run.report_schedule_id)
  const present = await lockRun(trx, run.id)
  if (!schedule || present?.status !== 'making') return
  const reports = await trx
    .selectFrom('reports')
    .select(['id', 'format', 'status', 'size', 'error'])
    .where('run_id', '=', run.id)
    .orderBy('id')
    .execute()
  if (reports.some(({ status }) => status === 'queued' || status === 'running')) return
  const failed = reports.find(({ status }) => status === 'failed')
  if (failed)
    return await endRun(trx, schedule, run.id, `The ${failed.format} could not be made: ${failed.error!.message}`)
  const recipients = schedule.recipients.filter((one) => one.listed && !one.unsubscribed_at && !one.bounced_at)
  // Deleted in the meantime, or for nobody.
  if (recipients.length === 0 || reports.length === 0) return await endRun(trx, schedule, run.id, null)
  const attached = schedule.attach && reports.reduce((sum, { size }) => sum + size!, 0) <= MOST_ATTACHED
  if (!attached) await linkReports(trx, schedule, reports)
  await trx
    .insertInto('report_deliveries')
    .values(
      recipients.map(({ id, address }) => ({
        ...{ id: newId('dlv'), organization_id: run.organization_id, report_schedule_id: schedule.id, run_id: run.id },
        ...{ recipient_id: id, address, attached },
      })),
    )
    .execute()
  await trx.updateTable('report_runs').set({ status: 'sending' }).where('id', '=', run.id).execute()
  await sql`SELECT pg_notify(${REPORT_MAIL_CHANNEL}, '')`.execute(trx)
}

/** A link for each, for all recipients; none is made twice. */
export async function linkReports(
  trx: Kysely<Schema>,
  schedule: Pick<ScheduleRow, 'id' | 'organization_id' | 'link_days'>,
  reports: readonly { id: string }[],
): Promise<void> {
  for (const { id: report_id } of reports) {
    const known = trx.selectFrom('report_links').select('id').where('report_id', '=', report_id)
    if (await known.where('created_by', '=', schedule.id).executeTakeFirst()) continue
    await insertLink(trx, {
      ...{ id: newId('lnk'), organization_id: schedule.organization_id, report_id, created_by: schedule.id },
      expires_at: new Date(Date.now() + schedule.link_days * DAY),
    })
  }
}

/** Once nothing of a run waits to be mailed, it is over: in the transaction that ends its last delivery. */
export async function settleDeliveriesOf(trx: Kysely<Schema>, run: Of): Promise<void> {
  const schedule = await lockReportSchedule(trx, run.organization_id, run.report_schedule_id)
  const present = await lockRun(trx, run.id)
  if (!schedule || present?.status !== 'sending') return
  const deliveries = await trx
    .selectFrom('report_deliveries')
    .select(['status', 'error'])
    .where('run_id', '=', run.id)
    .orderBy('id')
    .execute()
  if (deliveries.some(({ status }) => status === 'pending')) return
  const wanted = deliveries.filter(({ status }) => status !== 'skipped')
  const none = wanted.length > 0 && wanted.every(({ status }) => status !== 'sent')
  await endRun(trx, schedule, run.id, none ? `No mail was taken, the last one so: ${wanted.at(-1)!.error}` : null)
}

function lockRun(trx: Kysely<Schema>, id: string) {
  return trx.selectFrom('report_runs').select('status').where('id', '=', id).forUpdate().executeTakeFirst()
}

/** `error` null: it went well. Five that did not, one after the other, switch the schedule off, and that is told. */
async function endRun(trx: Kysely<Schema>, schedule: ScheduleRow, runId: string, error: string | null): Promise<void> {
  await trx
    .updateTable('report_runs')
    .set({ status: error === null ? 'done' : 'failed', error, completed_at: sql<Date>`now()` })
    .where('id', '=', runId)
    .execute()
  const consecutive_failures = error === null ? 0 : schedule.consecutive_failures + 1
  const off = schedule.enabled && consecutive_failures >= MOST_FAILURES
  if (consecutive_failures === schedule.consecutive_failures) return
  const disabled_reason = `${consecutive_failures} runs in a row failed, the last one so: ${error}`
  await updateReportSchedule(trx, schedule, {
    consecutive_failures,
    ...(off ? { enabled: false, next_run_at: null, disabled_reason, updated_at: new Date() } : {}),
  })
  if (!off) return
  const source = alertSourceOf(schedule)
  if (source)
    await raiseAlert(
      ...([
        trx,
        source,
        {
          cause: alertCauseOf(schedule.id),
          severity: 'medium',
          summary: `The schedule of reports “${schedule.name}” was switched off: ${disabled_reason}`,
          data: { report_schedule_id: schedule.id, reason: disabled_reason },
        },
        new Date(),
      ] as const),
    )
  const present = await lockReportSchedule(trx, schedule.organization_id, schedule.id)
  await recordEvent(trx, schedule.organization_id, 'report_schedule.disabled', toReportSchedule(present!))
}
