import { type Kysely, sql, type Transaction } from 'kysely'
import { asSystem } from '../db/client.ts'
import type { Schema } from '../db/schema.ts'
import { PLANS } from '../plans.ts'
import type { ScanQueue } from './queue.ts'

/** Told on this channel: there are turns to take. */
export const TURNS_CHANNEL = 'lasthash_scan_turns'

/**
 * Locks the organisation until the transaction ends: whatever begins, ends, admits or cancels its scans waits in line here,
 * and sees all that went before. Gives how many scans may run at once: none while it is suspended. False when there is no such organisation any more.
 *
 * Locks are taken in one order everywhere, so that nothing waits in a circle: website, organisation, scan.
 */
export async function lockOrganization(trx: Kysely<Schema>, organizationId: string): Promise<number | false> {
  const row = await trx
    .selectFrom('organizations')
    .select(['plan', 'concurrent_scans', 'suspended_at'])
    .where('id', '=', organizationId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (row?.suspended_at) return 0
  return row ? (row.concurrent_scans ?? PLANS[row.plan].concurrentScans) : false
}

/**
 * Gives the organisation as many turns as its limit has room for and its waiting scans need, in the caller's transaction
 * of `lasthash_system`. To be called whenever a scan is created or ends; it is right to call it at any time.
 */
export async function admitScans(queue: ScanQueue, trx: Kysely<Schema>, organizationId: string): Promise<void> {
  const limit = await lockOrganization(trx, organizationId)
  if (limit === false) return
  // A second statement, so that its snapshot is taken after the lock was had.
  const { rows } = await sql<{ id: string; position: number }>`
    WITH held AS (
      SELECT position, scan_id FROM scan_turns WHERE organization_id = ${organizationId}
    ), waiting AS (
      SELECT FROM scans WHERE organization_id = ${organizationId} AND status = 'queued'
        AND (not_before IS NULL OR not_before <= now())
      LIMIT ${limit}
    ), made AS (
      INSERT INTO scan_turns (id, organization_id, position)
      SELECT gen_random_uuid(), ${organizationId}, free.position
      FROM generate_series(0, ${limit}::int - 1) AS free (position)
      WHERE free.position NOT IN (SELECT position FROM held)
      ORDER BY free.position
      LIMIT greatest(0, least(
        ${limit}::int - (SELECT count(*) FROM held),
        (SELECT count(*) FROM waiting) - (SELECT count(*) FROM held WHERE scan_id IS NULL)))
      RETURNING id, position
    )
    SELECT id, position, pg_notify(${TURNS_CHANNEL}, '') FROM made
  `.execute(trx)
  if (rows.length > 0) {
    await queue.add(
      trx,
      rows.map(({ id, position }) => ({ id, position, organizationId })),
    )
  }
}

/** `admitScans` from a transaction of `lasthash_app`. */
export async function admitScansAsSystem(queue: ScanQueue, trx: Kysely<Schema>, organizationId: string): Promise<void> {
  await asSystem(trx as Transaction<Schema>, (system) => admitScans(queue, system, organizationId))
}
