import { type Kysely, sql } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import type { Page } from '../../http/list.ts'
import type { JoinedFinding } from './causes.ts'
import { conditionsOf, type VulnerabilityFilter } from './conditions.ts'
import { pageIds } from './page-ids.ts'
import type { VulnerabilityRow } from './schema.ts'

/** Each with how it looked last: to the last scan that saw it, or to a look since. */
export async function listVulnerabilities(
  db: Kysely<Schema>,
  organizationId: string,
  page: Page,
  filter: VulnerabilityFilter,
): Promise<VulnerabilityRow[]> {
  // The page first, then what belongs to its rows: joined before, all that was ever found might be read for it.
  const ids = await pageIds(db, organizationId, page, filter)
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('vulnerabilities')
    // Places that were set apart have been seen by no scan of their own until the next.
    .leftJoin('scan_findings', (join) =>
      join
        .onRef('scan_findings.vulnerability_id', '=', 'vulnerabilities.id')
        .onRef('scan_findings.scan_id', '=', 'vulnerabilities.last_scan_id'),
    )
    .leftJoin('vulnerability_sightings as later', 'later.vulnerability_id', 'vulnerabilities.id')
    .where(sql<boolean>`(later.vulnerability_id IS NOT NULL OR scan_findings.scan_id IS NOT NULL)`)
    .where('vulnerabilities.organization_id', '=', organizationId)
    .where('vulnerabilities.id', '=', sql<string>`ANY (${ids}::text[])`)
    .select(COLUMNS)
    .select(latest)
    .execute()
  return rows.sort((a, b) => (a.id < b.id ? 1 : -1))
}

/** What one scan saw, whatever became of it since. */
export function listOfScan(
  db: Kysely<Schema>,
  organizationId: string,
  scanId: string,
  page: Page,
  filter: VulnerabilityFilter,
): Promise<(VulnerabilityRow & { kept_days: number })[]> {
  return select(db, organizationId, filter, page)
    .innerJoin('scan_findings', 'scan_findings.vulnerability_id', 'vulnerabilities.id')
    .where('scan_findings.scan_id', '=', scanId)
    .select(['scan_findings.detail', 'scan_findings.detected_at', 'scan_findings.kept_days'])
    .execute()
}

/** One of those that a scan saw, as it saw it. */
export function findInScan(
  db: Kysely<Schema>,
  organizationId: string,
  scanId: string,
  id: string,
): Promise<VulnerabilityRow | undefined> {
  return select(db, organizationId, {}, ONE)
    .innerJoin('scan_findings', 'scan_findings.vulnerability_id', 'vulnerabilities.id')
    .where('scan_findings.scan_id', '=', scanId)
    .where('vulnerabilities.id', '=', id)
    .select(['scan_findings.detail', 'scan_findings.detected_at'])
    .executeTakeFirst()
}

export function findVulnerability(
  db: Kysely<Schema>,
  organizationId: string,
  id: string,
): Promise<VulnerabilityRow | undefined> {
  return lastSeen(select(db, organizationId, {}, ONE))
    .where('vulnerabilities.id', '=', id)
    .executeTakeFirst()
}

/** Those that were merged into it, oldest first. */
export function listMerged(db: Kysely<Schema>, organizationId: string, id: string): Promise<VulnerabilityRow[]> {
  const merged = select(db, organizationId, {}, { take: 1_000, before: null })
  return lastSeen(merged).where('vulnerabilities.merged_into', '=', id).execute()
}

const COLUMNS = [
  'vulnerabilities.id',
  'website_id',
  'status',
  'status_reason',
  'status_expires_at',
  'assignee',
  'merged_into',
  'split_from',
  'split_path',
  'first_seen_at',
  'last_seen_at',
  'fixed_at',
] as const

const ONE: Page = { take: 1, before: null }

/** A look that is newer than the last scan that saw it, or else what that scan saw. Goes with the joins of `lastSeen`. */
export const latest = [
  sql<JoinedFinding>`coalesce(later.detail, scan_findings.detail)`.as('detail'),
  sql<Date>`coalesce(later.detected_at, scan_findings.detected_at)`.as('detected_at'),
]

function lastSeen(query: ReturnType<typeof select>) {
  return (
    query
      // Places that were set apart have been seen by no scan of their own until the next.
      .leftJoin('scan_findings', (join) =>
        join
          .onRef('scan_findings.vulnerability_id', '=', 'vulnerabilities.id')
          .onRef('scan_findings.scan_id', '=', 'vulnerabilities.last_scan_id'),
      )
      .leftJoin('vulnerability_sightings as later', 'later.vulnerability_id', 'vulnerabilities.id')
      .select(latest)
  )
}

export function insertComment(
  db: Kysely<Schema>,
  comment: { id: string; organization_id: string; vulnerability_id: string; author: string; body: string },
) {
  return db.insertInto('vulnerability_comments').values(comment).returningAll().executeTakeFirstOrThrow()
}

export function listComments(db: Kysely<Schema>, organizationId: string, id: string, { take, before }: Page) {
  let query = db
    .selectFrom('vulnerability_comments')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('vulnerability_id', '=', id)
  if (before) query = query.where('id', '<', before)
  return query.orderBy('id', 'desc').limit(take).execute()
}

/** What became of it: newest first, at most the last 1,000. */
export function listChanges(db: Kysely<Schema>, organizationId: string, id: string) {
  return db
    .selectFrom('vulnerability_changes')
    .select(['field', 'before', 'after', 'reason', 'author', 'created_at'])
    .where('organization_id', '=', organizationId)
    .where('vulnerability_id', '=', id)
    .orderBy('id', 'desc')
    .limit(1_000)
    .execute()
}

function select(db: Kysely<Schema>, organizationId: string, filter: VulnerabilityFilter, { take, before }: Page) {
  let query = db.selectFrom('vulnerabilities').where('vulnerabilities.organization_id', '=', organizationId)
  if (before) query = query.where('vulnerabilities.id', '<', before)
  return query
    .where((eb) => eb.and(conditionsOf(filter)))
    .select(COLUMNS)
    .orderBy('vulnerabilities.id', 'desc')
    .limit(take)
}
