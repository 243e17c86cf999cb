import type { ScanResult } from '@lasthash/scanner'
import { type Kysely, type Selectable, sql } from 'kysely'
import { keepCompliance } from '../compliance/drift.ts'
import type { Context } from '../context.ts'
import { notify } from '../db/client.ts'
import { jsonb } from '../db/jsonb.ts'
import type { ScansTable, Schema } from '../db/schema.ts'
import { type NewEvent, recordEvents } from '../events/record.ts'
import { PLANS } from '../plans.ts'
import { judgeScan } from '../policies/judge-scan.ts'
import { toScan } from '../resources/scans/schema.ts'
import { countOutcome } from '../resources/schedules/service.ts'
import { noteForTickets } from '../tickets/notices.ts'
import { admitScans, lockOrganization } from './admit.ts'
import { dropCheckpoint } from './checkpoints.ts'
import { PROGRESS_CHANNEL } from './progress.ts'
import { recordResult } from './record-result.ts'
import type { Claim } from './take-turn.ts'

export interface ScanFailure {
  code: string
  message: string
}

/**
 * How a scan came out. `stopped`: somebody else ended it, or took it over. `fault`: it broke off by a fault of ours, so that
 * it makes sense to try again; what a target does wrong, it would do the next time too.
 */
export type Ending =
  | { kind: 'done'; result: ScanResult; detectedAt: ReadonlyMap<string, Date> }
  | { kind: 'failed'; error: ScanFailure; fault?: boolean }
  | { kind: 'stopped' }

/** Thrown inside a transaction to undo it: the scan was canceled, or is another worker's by now. */
class NoLongerOurs extends Error {}

/**
 * Ends a turn: the scan's results, events and status, the turn, its job and the turns that follow, in one transaction. A
 * scan that is not running any more, or is another worker's, is left as it is; so a scan ends once, whoever believes to
 * own it.
 */
export async function endTurn(context: Context, claim: Claim, ending: Ending): Promise<void> {
  if (ending.kind !== 'stopped') {
    try {
      return await context.database.system.transaction().execute(async (trx) => {
        await endScan(context, trx, { ...claim.scan, attempts: claim.attempt }, ending)
        await leave(context, trx, claim)
      })
    } catch (error) {
      if (!(error instanceof NoLongerOurs)) throw error
    }
  }
  await context.database.system.transaction().execute(async (trx) => {
    await lockOrganization(trx, claim.scan.organization_id)
    const present = await trx.selectFrom('scans').select('attempts').where('id', '=', claim.scan.id).executeTakeFirst()
    const takenOver = present !== undefined && present.attempts !== claim.attempt
    if (!takenOver) await leave(context, trx, claim)
  })
}

/** Ends a running scan, with all that follows from it, in the caller's transaction. Leaves the organisation locked. */
export async function endScan(
  context: Context,
  trx: Kysely<Schema>,
  scan: Selectable<ScansTable>,
  ending: Exclude<Ending, { kind: 'stopped' }>,
): Promise<void> {
  const events: NewEvent[] = []
  let columns = {}
  if (ending.kind === 'done') {
    const { result, detectedAt } = ending
    await lockWebsite(trx, scan.website_id)
    const kept_days = await keptDays(trx, scan.organization_id)
    const recorded = await recordResult(trx, { ...scan, kept_days }, result, detectedAt)
    const { score, grade, version, cap, counts } = recorded.score
    columns = {
      security_score: score,
      grade,
      score_version: version,
      score_cap: cap && jsonb(cap),
      ...counts,
      kept_days,
      evidence_due: context.config.storage === 's3',
    }
    events.push(...recorded.events)
    events.push(...(await keepCompliance(trx, scan, result.coverage)))
    await trx
      .insertInto('scan_details')
      .values({ scan_id: scan.id, kept_days, organization_id: scan.organization_id, coverage: jsonb(result.coverage) })
      .execute()
  } else {
    columns = { error: jsonb(ending.error) }
  }
  await dropCheckpoint(trx, scan.id)
  await lockOrganization(trx, scan.organization_id)
  const ended = await trx
    .updateTable('scans')
    .set({
      ...columns,
      status: ending.kind,
      completed_at: sql<Date>`now()`,
      duration_ms: sql<number>`extract(epoch FROM now() - started_at) * 1000`,
    })
    .where('id', '=', scan.id)
    .where('status', '=', 'running')
    .where('attempts', '=', scan.attempts)
    .returningAll()
    .executeTakeFirst()
  if (!ended) throw new NoLongerOurs()
  const { publicUrl } = await context.brands.of(ended.organization_id)
  if (ending.kind === 'done') {
    ended.gate = await judgeScan(trx, ended, `${publicUrl}/reports/${ended.id}`)
    if (ended.gate)
      await trx
        .updateTable('scans')
        .set({ gate: jsonb(ended.gate) })
        .where('id', '=', ended.id)
        .execute()
    await noteForTickets(trx, ended.organization_id, { scan_id: ended.id })
  }
  const type = ending.kind === 'done' ? 'scan.completed' : 'scan.failed'
  events.push({ type, data: { ...toScan(ended, publicUrl) } })
  if (ended.schedule_id) {
    const outcome = ending.kind === 'done' ? 'done' : { failed: ending.error.message }
    events.push(...(await countOutcome(trx, ended.organization_id, ended.schedule_id, outcome)))
  }
  await recordEvents(trx, scan.organization_id, events)
  await notify(trx, PROGRESS_CHANNEL, scan.id)
}

/** How long the organisation's plan keeps results: settled now, whatever becomes of the plan. */
async function keptDays(trx: Kysely<Schema>, organizationId: string): Promise<number> {
  const { plan } = await trx
    .selectFrom('organizations')
    .select('plan')
    .where('id', '=', organizationId)
    .executeTakeFirstOrThrow()
  return PLANS[plan].resultDays
}

async function lockWebsite(trx: Kysely<Schema>, id: string): Promise<void> {
  const website = await trx.selectFrom('websites').select('id').where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  // Deleted in the meantime, and its scans with it.
  if (!website) throw new NoLongerOurs()
}

async function leave({ queue }: Context, trx: Kysely<Schema>, { job, scan }: Claim): Promise<void> {
  await dropCheckpoint(trx, scan.id)
  await trx.deleteFrom('scan_turns').where('id', '=', job.id).execute()
  await queue.remove(trx, job.id)
  await admitScans(queue, trx, scan.organization_id)
}

/**
 * Hands a turn back, for whoever takes it to begin the scan again: at shut-down, which does not count as an attempt, and
 * after a fault of ours, which does.
 */
export async function giveTurnBack(
  { database, queue }: Context,
  { job, scan, attempt }: Claim,
  why: 'shut down' | 'fault',
): Promise<void> {
  await database.system.transaction().execute(async (trx) => {
    await lockOrganization(trx, scan.organization_id)
    if (why === 'shut down') {
      await trx
        .updateTable('scans')
        .set({ attempts: attempt - 1 })
        .where('id', '=', scan.id)
        .where('status', '=', 'running')
        .where('attempts', '=', attempt)
        .execute()
    }
    await queue.giveBack(trx, job, why)
  })
}
