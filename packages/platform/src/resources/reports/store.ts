import { type Insertable, type Kysely, type Selectable, sql } from 'kysely'
import type { ReportLinksTable, ReportsTable, Schema } from '../../db/schema.ts'
import type { Page } from '../../http/list.ts'
import type { ReportRow } from './schema.ts'

export type LinkRow = Selectable<ReportLinksTable>

export interface ReportQuery {
  kind?: ReportRow['kind']
  status?: ReportRow['status']
  website_id?: string
  scan_id?: string
  report_schedule_id?: string
  run_id?: string
}

export function listReports(
  db: Kysely<Schema>,
  organizationId: string,
  { take, before }: Page,
  filter: ReportQuery,
): Promise<ReportRow[]> {
  let query = db.selectFrom('reports').selectAll().where('organization_id', '=', organizationId)
  if (before) query = query.where('id', '<', before)
  for (const name of ['kind', 'status', 'website_id', 'scan_id', 'report_schedule_id', 'run_id'] as const)
    if (filter[name] !== undefined) query = query.where(name, '=', filter[name])
  return query.orderBy('id', 'desc').limit(take).execute()
}

export function findReport(db: Kysely<Schema>, organizationId: string, id: string): Promise<ReportRow | undefined> {
  return db
    .selectFrom('reports')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** In the order given. */
export async function insertReports(
  db: Kysely<Schema>,
  reports: readonly Insertable<ReportsTable>[],
): Promise<ReportRow[]> {
  const rows = await db
    .insertInto('reports')
    .values([...reports])
    .returningAll()
    .execute()
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1))
}

export async function countWaiting(db: Kysely<Schema>, organizationId: string): Promise<number> {
  const { count } = await db
    .selectFrom('reports')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('organization_id', '=', organizationId)
    .where('status', 'in', ['queued', 'running'])
    .executeTakeFirstOrThrow()
  return count
}

/** What was there; undefined when it was not. Its links go with it. */
export function deleteReport(db: Kysely<Schema>, organizationId: string, id: string): Promise<ReportRow | undefined> {
  return db
    .deleteFrom('reports')
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
}

export function listLinks(
  db: Kysely<Schema>,
  organizationId: string,
  reportId: string,
  { take, before }: Page,
): Promise<LinkRow[]> {
  let query = db
    .selectFrom('report_links')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('report_id', '=', reportId)
  if (before) query = query.where('id', '<', before)
  return query.orderBy('id', 'desc').limit(take).execute()
}

export function findLink(
  db: Kysely<Schema>,
  organizationId: string,
  reportId: string,
  id: string,
): Promise<LinkRow | undefined> {
  return db
    .selectFrom('report_links')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('report_id', '=', reportId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export function insertLink(db: Kysely<Schema>, link: Insertable<ReportLinksTable>): Promise<LinkRow> {
  return db.insertInto('report_links').values(link).returningAll().executeTakeFirstOrThrow()
}

/** It stays, so that whoever has it is told that it was revoked. */
export async function revokeLink(
  db: Kysely<Schema>,
  organizationId: string,
  reportId: string,
  id: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('report_links')
    .set({ revoked_at: sql<Date>`coalesce(revoked_at, now())` })
    .where('organization_id', '=', organizationId)
    .where('report_id', '=', reportId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The organisation that an identifier which we signed belongs to; null when it is gone, or suspended. */
export async function ownerOf(app: Kysely<Schema>, id: string): Promise<string | null> {
  const { rows } = await sql<{ organization_id: string }>`SELECT * FROM find_report_owner(${id})`.execute(app)
  return rows[0]?.organization_id ?? null
}

export function findShared(
  db: Kysely<Schema>,
  organizationId: string,
  linkId: string,
): Promise<(ReportRow & { link_expires_at: Date; link_revoked_at: Date | null }) | undefined> {
  return db
    .selectFrom('report_links')
    .innerJoin('reports', 'reports.id', 'report_links.report_id')
    .selectAll('reports')
    .select(['report_links.expires_at as link_expires_at', 'report_links.revoked_at as link_revoked_at'])
    .where('report_links.organization_id', '=', organizationId)
    .where('report_links.id', '=', linkId)
    .executeTakeFirst()
}

export async function countUse(db: Kysely<Schema>, organizationId: string, linkId: string): Promise<void> {
  await db
    .updateTable('report_links')
    .set((eb) => ({ used_count: eb('used_count', '+', 1), last_used_at: sql<Date>`now()` }))
    .where('organization_id', '=', organizationId)
    .where('id', '=', linkId)
    .execute()
}
