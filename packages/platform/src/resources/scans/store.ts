import type { Sight } from '@lasthash/scanner'
import { type Kysely, type Selectable, sql } from 'kysely'
import type { ScanStatus, ScansTable, Schema, VulnerabilitiesTable } from '../../db/schema.ts'
import type { Page } from '../../http/list.ts'
import { newId } from '../../identifier.ts'

export type Scan = Selectable<ScansTable>

export interface ScanFilter {
  website_id?: string
  status?: ScanStatus
  scan_type?: Scan['scan_type']
  schedule_id?: string
}

export function listScans(
  db: Kysely<Schema>,
  organizationId: string,
  { take, before }: Page,
  filter: ScanFilter,
): Promise<Scan[]> {
  let query = db.selectFrom('scans').selectAll().where('organization_id', '=', organizationId)
  if (before) query = query.where('id', '<', before)
  if (filter.website_id !== undefined) query = query.where('website_id', '=', filter.website_id)
  if (filter.status !== undefined) query = query.where('status', '=', filter.status)
  if (filter.scan_type !== undefined) query = query.where('scan_type', '=', filter.scan_type)
  if (filter.schedule_id !== undefined) query = query.where('schedule_id', '=', filter.schedule_id)
  return query.orderBy('id', 'desc').limit(take).execute()
}

export function findScan(db: Kysely<Schema>, organizationId: string, id: string): Promise<Scan | undefined> {
  return db
    .selectFrom('scans')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export type NewScan = Pick<Scan, 'website_id' | 'url' | 'scan_type' | 'priority' | 'schedule_id'> &
  Partial<Pick<Scan, 'policy_id' | 'not_before'>>

/** Queued, and counted in this month's use; in the order given. */
export async function insertScans(
  trx: Kysely<Schema>,
  organizationId: string,
  wanted: readonly NewScan[],
): Promise<Scan[]> {
  if (wanted.length === 0) return []
  await sql`INSERT INTO usage_months (organization_id, month, scans)
    VALUES (${organizationId}, date_trunc('month', now() AT TIME ZONE 'UTC')::date, ${wanted.length})
    ON CONFLICT (organization_id, month) DO UPDATE SET scans = usage_months.scans + excluded.scans`.execute(trx)
  const rows = await trx
    .insertInto('scans')
    .values(wanted.map((one) => ({ id: newId('scan'), organization_id: organizationId, ...one })))
    .returningAll()
    .execute()
  // Identifiers that are made one after the other sort so; what RETURNING gives is in no order that is promised.
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Undefined when it has ended already. */
export function markCanceled(trx: Kysely<Schema>, organizationId: string, id: string): Promise<Scan | undefined> {
  return trx
    .updateTable('scans')
    .set({
      status: 'canceled',
      completed_at: sql<Date>`now()`,
      duration_ms: sql<number>`extract(epoch FROM now() - started_at) * 1000`,
    })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .where('status', 'in', ['queued', 'running'])
    .returningAll()
    .executeTakeFirst()
}

/** Undefined when the website does not exist, or not any more: the row is kept from being deleted until the transaction ends. */
export function holdWebsite(
  trx: Kysely<Schema>,
  organizationId: string,
  id: string,
): Promise<{ id: string; url: string } | undefined> {
  return trx
    .selectFrom('websites')
    .select(['id', 'url'])
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .forKeyShare()
    .executeTakeFirst()
}

export async function findCoverage(db: Kysely<Schema>, organizationId: string, scanId: string) {
  const row = await db
    .selectFrom('scan_details')
    .select('coverage')
    .where('organization_id', '=', organizationId)
    .where('scan_id', '=', scanId)
    .executeTakeFirst()
  return row?.coverage
}

/** What one scan saw, in a line each: worst first. */
export interface SeenRow {
  id: string
  type: string
  severity: VulnerabilitiesTable['severity']
  confidence: VulnerabilitiesTable['confidence']
  title: string
  check: string
  outcome: string
  status: Selectable<VulnerabilitiesTable>['status']
  first_scan_id: string
  seen_in: Sight[] | null
}

export async function listSeen(db: Kysely<Schema>, organizationId: string, scanId: string): Promise<SeenRow[]> {
  const rows = await db
    .selectFrom('scan_findings')
    .innerJoin('vulnerabilities as seen', 'seen.id', 'scan_findings.vulnerability_id')
    // A merged one is told by the one that stands for it.
    .innerJoin('vulnerabilities', (join) =>
      join.on(sql<boolean>`vulnerabilities.id = coalesce(seen.merged_into, seen.id)`),
    )
    .select(['vulnerabilities.id', 'vulnerabilities.type', 'vulnerabilities.severity', 'vulnerabilities.confidence'])
    .select([
      'vulnerabilities.check',
      'vulnerabilities.outcome',
      'vulnerabilities.status',
      'vulnerabilities.first_scan_id',
    ])
    .select(sql<string>`scan_findings.detail ->> 'title'`.as('title'))
    .select(sql<Sight[] | null>`scan_findings.detail -> 'seen_in'`.as('seen_in'))
    .where('scan_findings.organization_id', '=', organizationId)
    .where('scan_findings.scan_id', '=', scanId)
    .orderBy(sql`array_position(ARRAY['critical', 'high', 'medium', 'low', 'info'], vulnerabilities.severity)`)
    .orderBy('vulnerabilities.check')
    .execute()
  return [...new Map(rows.map((row) => [row.id, row])).values()]
}

export interface ProgressRow {
  seq: number
  type: string
  data: Record<string, unknown>
}

/** Progress after `seq`, oldest first. */
export function progressAfter(
  db: Kysely<Schema>,
  organizationId: string,
  scanId: string,
  seq: number,
  limit: number,
): Promise<ProgressRow[]> {
  return db
    .selectFrom('scan_progress')
    .select(['seq', 'type', 'data'])
    .where('organization_id', '=', organizationId)
    .where('scan_id', '=', scanId)
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(limit)
    .execute()
}
