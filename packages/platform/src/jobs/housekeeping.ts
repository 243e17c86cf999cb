import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import { dropPartitions, makePartitions } from '../db/partitions.ts'
import { reopenExpired } from '../resources/vulnerabilities/triage.ts'
import { admitScans } from './admit.ts'
import { HOUSEKEEPING_QUEUE } from './queue.ts'
import { removeDeletedOrganizations } from './remove-organizations.ts'
import { OVERDUE_REPORTS } from './run-report-schedules.ts'

const EVERY = '* * * * *' // each minute: it costs little, and bounds how long anything can lie about
const BATCH = 10_000 // rows removed by one statement, so that none holds its locks for long

/** What has had its time and is too little for partitions of time (db/partitions.ts), or may not be cut by it. */
const OVERDUE: { table: string; rows: RawBuilder<unknown> }[] = [
  { table: 'auth_failures', rows: sql`until < now()` },
  { table: 'auth_sessions', rows: sql`expires_at < now()` },
  { table: 'auth_verifications', rows: sql`expires_at < now()` },
  { table: 'blobs', rows: sql`expires_at < now()` },
  // Of a process that ended while it wrote one.
  { table: 'blobs', rows: sql`size IS NULL AND created_at < now() - interval '1 day'` },
  { table: 'channel_deliveries', rows: sql`created_at < now() - interval '90 days' AND status <> 'pending'` },
  { table: 'idempotency_keys', rows: sql`created_at < now() - interval '24 hours'` },
  ...OVERDUE_REPORTS,
  { table: 'rate_windows', rows: sql`started_at < now() - interval '1 day'` },
  {
    // Of a worker that wrote one down while its scan was being ended elsewhere.
    table: 'scan_checkpoints',
    rows: sql`NOT EXISTS (SELECT FROM scans WHERE scans.id = scan_id AND status IN ('queued', 'running'))`,
  },
  { table: 'set_days', rows: sql`day < now() - interval '800 days'` },
  { table: 'verifications', rows: sql`status = 'done' AND completed_at < now() - interval '400 days'` },
  { table: 'webhook_replays', rows: sql`created_at < now() - interval '90 days'` },
  { table: 'website_days', rows: sql`day < now() - interval '800 days'` },
]

/** Has one worker at a time clean up every minute. */
export async function startHousekeeping(context: Context): Promise<void> {
  const { boss } = context.queue
  // At once, for rows that come before go to the rest, and have to be moved.
  await makePartitions(context.database.system)
  await boss.work(HOUSEKEEPING_QUEUE, { pollingIntervalSeconds: 10 }, () => keepHouse(context))
  await boss.schedule(HOUSEKEEPING_QUEUE, EVERY)
}

/** Removes what has had its time, and frees what an accident left stuck. */
export async function keepHouse(context: Context): Promise<void> {
  const { system } = context.database
  await makePartitions(system)
  await dropPartitions(system)
  for (const { table, rows } of OVERDUE) {
    let removed = BATCH
    while (removed === BATCH) {
      const { numAffectedRows = 0n } = await sql`
        DELETE FROM ${sql.table(table)} WHERE ctid = ANY (ARRAY(
          SELECT ctid FROM ${sql.table(table)} WHERE ${rows} LIMIT ${BATCH}))
      `.execute(system)
      removed = Number(numAffectedRows)
    }
  }
  await sql`SELECT fold_sums()`.execute(system)
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
