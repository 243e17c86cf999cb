import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import { type IdPrefix, newId, TIME_CHARACTERS } from '../identifier.ts'
import { reopenExpired } from '../resources/vulnerabilities/triage.ts'
import { admitScans } from './admit.ts'
import { HOUSEKEEPING_QUEUE } from './queue.ts'
import { removeDeletedOrganizations } from './remove-organizations.ts'

const EVERY = '* * * * *' // each minute: it costs little, and bounds how long anything can lie about
const BATCH = 10_000 // rows removed by one statement, so that none holds its locks for long

const HOUR = 3_600_000 // milliseconds

/** What has had its time, told by an index: identifiers sort by time, so an old one stands for its moment. */
function overdue(now: number): { table: string; rows: RawBuilder<unknown> }[] {
  return [
    { table: 'scan_progress', rows: sql`scan_id < ${timeOf('scan', now - 48 * HOUR)}` },
    { table: 'events', rows: sql`id < ${timeOf('evt', now - 90 * 24 * HOUR)}` },
    { table: 'idempotency_keys', rows: sql`created_at < now() - interval '24 hours'` },
    { table: 'monitor_hours', rows: sql`hour < now() - interval '400 days'` },
    { table: 'rate_windows', rows: sql`started_at < now() - interval '1 day'` },
  ]
}

/** Below every identifier that is made at or after `at`. */
function timeOf(prefix: IdPrefix, at: number): string {
  return newId(prefix, at).slice(0, prefix.length + 1 + TIME_CHARACTERS)
}

/** Has one worker at a time clean up every minute. */
export async function startHousekeeping(context: Context): Promise<void> {
  const { boss } = context.queue
  await boss.work(HOUSEKEEPING_QUEUE, { pollingIntervalSeconds: 10 }, () => keepHouse(context))
  await boss.schedule(HOUSEKEEPING_QUEUE, EVERY)
}

/** Removes what has had its time, and frees what an accident left stuck. */
export async function keepHouse(context: Context): Promise<void> {
  const { system } = context.database
  for (const { table, rows } of overdue(Date.now())) {
    let removed = BATCH
    while (removed === BATCH) {
      const { numAffectedRows = 0n } = await sql`
        DELETE FROM ${sql.table(table)} WHERE ctid = ANY (ARRAY(
          SELECT ctid FROM ${sql.table(table)} WHERE ${rows} LIMIT ${BATCH}))
      `.execute(system)
      removed = Number(numAffectedRows)
    }
  }
  await reopenExpired(system)
  await removeDeletedOrganizations(context)
  await freeStrandedTurns(context)
}

/**
 * A turn without a job would never be run, and hold its place for ever: as after a restore of some tables only. Its scan,
 * if it has one, waits for a turn again. And whoever has waiting scans gets the turns that are due.
 */
async function freeStrandedTurns({ database, queue }: Context): Promise<void> {
  const { rows: stranded } = await sql<{ organization_id: string }>`
    WITH gone AS (
      DELETE FROM scan_turns WHERE created_at < now() - interval '1 minute'
        AND NOT EXISTS (SELECT FROM pgboss.job WHERE job.id = scan_turns.id AND job.name = 'scan' AND job.state < 'completed')
      RETURNING organization_id, scan_id
    ), freed AS (
      UPDATE scans SET status = 'queued', started_at = NULL FROM gone WHERE scans.id = gone.scan_id AND status = 'running'
    )
    SELECT DISTINCT organization_id FROM gone
    UNION SELECT DISTINCT organization_id FROM scans WHERE status = 'queued'
  `.execute(database.system)
  for (const { organization_id } of stranded) {
    await database.system.transaction().execute((trx) => admitScans(queue, trx, organization_id))
  }
}
