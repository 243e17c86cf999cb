import type { Kysely } from 'kysely'
import type { Schema, VulnerabilitiesTable } from '../../db/schema.ts'
import type { Page } from '../../http/list.ts'
import type { VulnerabilityRow } from './schema.ts'

export interface VulnerabilityFilter {
  severity?: VulnerabilitiesTable['severity']
  status?: VulnerabilityRow['status']
  confidence?: VulnerabilitiesTable['confidence']
  type?: string
  check?: string
  website_id?: string
}

/** Each with what the last scan that saw it says of it. */
export function listVulnerabilities(
  db: Kysely<Schema>,
  organizationId: string,
  page: Page,
  filter: VulnerabilityFilter,
): Promise<VulnerabilityRow[]> {
  return select(db, organizationId, filter, page)
    .innerJoin('scan_findings', (join) =>
      join
        .onRef('scan_findings.vulnerability_id', '=', 'vulnerabilities.id')
        .onRef('scan_findings.scan_id', '=', 'vulnerabilities.last_scan_id'),
    )
    .select(['scan_findings.detail', 'scan_findings.detected_at'])
    .execute()
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

export function findVulnerability(
  db: Kysely<Schema>,
  organizationId: string,
  id: string,
): Promise<VulnerabilityRow | undefined> {
  return select(db, organizationId, {}, { take: 1, before: null })
    .innerJoin('scan_findings', (join) =>
      join
        .onRef('scan_findings.vulnerability_id', '=', 'vulnerabilities.id')
        .onRef('scan_findings.scan_id', '=', 'vulnerabilities.last_scan_id'),
    )
    .select(['scan_findings.detail', 'scan_findings.detected_at'])
    .where('vulnerabilities.id', '=', id)
    .executeTakeFirst()
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

function select(
  db: Kysely<Schema>,
  organizationId: string,
  { severity, status, confidence, type, check, website_id }: VulnerabilityFilter,
  { take, before }: Page,
) {
  let query = db.selectFrom('vulnerabilities').where('vulnerabilities.organization_id', '=', organizationId)
  if (before) query = query.where('vulnerabilities.id', '<', before)
  if (severity !== undefined) query = query.where('severity', '=', severity)
  if (status !== undefined) query = query.where('status', '=', status)
  if (confidence !== undefined) query = query.where('confidence', '=', confidence)
  if (type !== undefined) query = query.where('type', '=', type)
  if (check !== undefined) query = query.where('check', '=', check)
  if (website_id !== undefined) query = query.where('website_id', '=', website_id)
  return query
    .select([
      'vulnerabilities.id',
      'website_id',
      'status',
      'status_reason',
      'status_expires_at',
      'assignee',
      'first_seen_at',
      'last_seen_at',
      'fixed_at',
    ])
    .orderBy('vulnerabilities.id', 'desc')
    .limit(take)
}
