import { type Kysely, sql } from 'kysely'
import type { Context } from '../context.ts'
import { notify } from '../db/client.ts'
import { jsonb } from '../db/jsonb.ts'
import type { Schema } from '../db/schema.ts'
import { recordEvent } from '../events/record.ts'
import { type ReportRow, toReport } from '../resources/reports/schema.ts'
import type { ReportSummary } from '../resources/reports/spec.ts'
import { PROGRESS_CHANNEL } from './progress.ts'
import { settleReportsOf } from './report-runs.ts'

/** A file that is there, and what is known of it. */
export interface Made {
  blobKey: string
  contentType: string
  extension: string
  size: number
  sha256: string
  summary: ReportSummary
}

/**
 * Writes down that a report is made, its event in the same transaction. One that was deleted, or that another worker makes by
 * now, is left as it is, and the file is removed.
 */
export async function recordReport(context: Context, report: ReportRow, made: Made): Promise<void> {
  const { blobKey, contentType, extension, size, sha256, summary } = made
  const file = { blob_key: blobKey, content_type: contentType, extension, size, sha256, summary: jsonb(summary) }
  const ours = await end(context, report, { ...file, status: 'done' })
  if (!ours) await context.blobs.remove(report.organization_id, blobKey)
  // What a worker that was lost on the way has left behind.
  for (let attempt = 1; attempt < report.attempts; attempt++)
    await context.blobs.remove(report.organization_id, `reports/${report.id}/${attempt}`)
}

/** Writes down that a report cannot be made, and why. */
export async function recordFailure(
  context: Context,
  report: ReportRow,
  error: { code: string; message: string },
): Promise<void> {
  await end(context, report, { status: 'failed', error: jsonb(error) })
}

type Ending = { status: 'done' | 'failed'; error?: string }

async function end({ database, brands }: Context, report: ReportRow, ending: Ending): Promise<boolean> {
  const { id, organization_id, attempts } = report
  const { publicUrl } = await brands.of(organization_id)
  return await database.system.transaction().execute(async (trx) => {
    const ended = await trx
      .updateTable('reports')
      .set({ ...ending, leased_until: null, completed_at: sql<Date>`now()` })
      .where('id', '=', id)
      .where('status', '=', 'running')
      .where('attempts', '=', attempts)
      .returningAll()
      .executeTakeFirst()
    if (!ended) return false
    await tell(trx, ended, publicUrl)
    const { run_id, report_schedule_id } = ended
    if (run_id && report_schedule_id) await settleReportsOf(trx, { id: run_id, organization_id, report_schedule_id })
    return true
  })
}

async function tell(trx: Kysely<Schema>, report: ReportRow, publicUrl: string): Promise<void> {
  const type = report.status === 'done' ? 'report.ready' : 'report.failed'
  await recordEvent(trx, report.organization_id, type, toReport(report, publicUrl))
  await notify(trx, PROGRESS_CHANNEL, report.id)
}
