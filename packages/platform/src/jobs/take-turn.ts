import { type Kysely, type Selectable, sql } from 'kysely'
import type { Context } from '../context.ts'
import { notify } from '../db/client.ts'
import type { ScansTable, Schema } from '../db/schema.ts'
import { recordEvent } from '../events/record.ts'
import { toScan } from '../resources/scans/schema.ts'
import { opensAt } from '../resources/websites/allowed-hours.ts'
import { admitScans, lockOrganization } from './admit.ts'
import { endScan, type ScanFailure } from './end-scan.ts'
import { PROGRESS_CHANNEL } from './progress.ts'
import type { TakenJob } from './queue.ts'

/** How often a scan is begun before it counts as the scan that kills workers, or that we cannot make. */
export const MAX_ATTEMPTS = 3

/** A turn with the scan that it runs. `attempt` tells it from an earlier worker's: that one's results count no more. */
export interface Claim {
  job: TakenJob
  scan: Selectable<ScansTable>
  attempt: number
  /** The last event's number in the scan's progress. */
  seq: number
}

/**
 * Finds out which scan a turn runs: the one that it ran when its worker died, or else the organisation's most urgent, then
 * oldest one. Null when there is nothing to run: the turn is over then.
 */
export async function takeTurn(context: Context, job: TakenJob): Promise<Claim | null> {
  const organizationId = job.data.organization_id
  const { publicUrl } = await context.brands.of(organizationId)
  return context.database.system.transaction().execute(async (trx) => {
    const mayRun = await lockOrganization(trx, organizationId)
    const next = mayRun ? await startAllowed(trx, job) : undefined
    if (next) {
      await recordEvent(trx, organizationId, 'scan.started', { ...toScan(next, publicUrl) })
      await notify(trx, PROGRESS_CHANNEL, next.id)
      return { job, scan: next, attempt: next.attempts, seq: 0 }
    }
    const again = await startAgain(context, trx, job)
    return again ? { job, scan: again, attempt: again.attempts, seq: await lastSeq(trx, again.id) } : null
  })
}

/** The first that may begin at this hour. One that waited beyond its website's hours waits for them to come again. */
async function startAllowed(trx: Kysely<Schema>, job: TakenJob): Promise<Selectable<ScansTable> | undefined> {
  for (;;) {
    const next = await startNext(trx, job)
    const until = next && (await waitsUntil(trx, next.website_id))
    if (!next || !until) return next
    await trx
      .updateTable('scans')
      .set({ status: 'queued', started_at: null, attempts: 0, not_before: until })
      .where('id', '=', next.id)
      .execute()
    await trx.updateTable('scan_turns').set({ scan_id: null }).where('id', '=', job.id).execute()
  }
}

async function waitsUntil(trx: Kysely<Schema>, websiteId: string): Promise<Date | null> {
  const website = await trx.selectFrom('websites').select('settings').where('id', '=', websiteId).executeTakeFirst()
  return opensAt(website?.settings?.allowed_hours, new Date())
}

async function startNext(trx: Kysely<Schema>, job: TakenJob): Promise<Selectable<ScansTable> | undefined> {
  const { rows } = await sql<Selectable<ScansTable>>`
    WITH turn AS (
      SELECT organization_id FROM scan_turns WHERE id = ${job.id} AND scan_id IS NULL
    ), chosen AS (
      SELECT scans.id FROM scans JOIN turn USING (organization_id)
      WHERE status = 'queued' AND (not_before IS NULL OR not_before <= now())
      ORDER BY urgency DESC, scans.id LIMIT 1 FOR UPDATE OF scans
    ), started AS (
      UPDATE scans SET status = 'running', started_at = now(), attempts = 1
      FROM chosen WHERE scans.id = chosen.id RETURNING scans.*
    ), held AS (
      UPDATE scan_turns SET scan_id = started.id FROM started WHERE scan_turns.id = ${job.id}
    )
    SELECT * FROM started
  `.execute(trx)
  return rows[0]
}

/** The turn's own scan once more, unless it was begun too often; otherwise the turn ends here. */
async function startAgain(
  context: Context,
  trx: Kysely<Schema>,
  job: TakenJob,
): Promise<Selectable<ScansTable> | undefined> {
  const scan = await trx
    .selectFrom('scan_turns')
    .innerJoin('scans', 'scans.id', 'scan_turns.scan_id')
    .selectAll('scans')
    .where('scan_turns.id', '=', job.id)
    .executeTakeFirst()
  if (scan?.status === 'running' && scan.attempts < MAX_ATTEMPTS) {
    return trx
      .updateTable('scans')
      .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
      .where('id', '=', scan.id)
      .returningAll()
      .executeTakeFirst()
  }
  if (scan?.status === 'running') await endScan(context, trx, scan, { kind: 'failed', error: LOST })
  await trx.deleteFrom('scan_turns').where('id', '=', job.id).execute()
  await context.queue.remove(trx, job.id)
  await admitScans(context.queue, trx, job.data.organization_id)
  return undefined
}

const LOST: ScanFailure = {
  code: 'worker_lost',
  message: `The scan’s worker was lost ${MAX_ATTEMPTS} times. Try again later.`,
}

async function lastSeq(trx: Kysely<Schema>, scanId: string): Promise<number> {
  const row = await trx
    .selectFrom('scan_progress')
    .select((eb) => eb.fn.max<number | null>('seq').as('seq'))
    .where('scan_id', '=', scanId)
    .executeTakeFirst()
  return row?.seq ?? 0
}
