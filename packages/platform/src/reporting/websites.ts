import type { Activity, ScorePoint } from '@lasthash/reports'
import { rfc3339 } from '@lasthash/scanner'
import { type Kysely, type Selectable, sql } from 'kysely'
import type { ScansTable, Schema, WebsitesTable } from '../db/schema.ts'
import type { ReportRow } from '../resources/reports/schema.ts'

type Website = Selectable<WebsitesTable>

interface Span {
  from: Date
  to: Date
}

/** The websites of a scope, by name. */
export function websitesOf(
  db: Kysely<Schema>,
  organizationId: string,
  { website_id, group_id, tag }: Pick<ReportRow, 'website_id' | 'group_id' | 'tag'>,
  most: number,
): Promise<Website[]> {
  let query = db.selectFrom('websites').selectAll().where('organization_id', '=', organizationId)
  if (website_id !== null) query = query.where('id', '=', website_id)
  if (group_id !== null) query = query.where(sql<boolean>`group_ids @> ARRAY[${group_id}::text]`)
  if (tag !== null) {
    const tagged = db.selectFrom('website_tags').select('website_id')
    query = query.where('id', 'in', tagged.where('organization_id', '=', organizationId).where('tag', '=', tag))
  }
  return query.orderBy('name').orderBy('id').limit(most).execute()
}

/** Each website's newest scan that is done, by the website. */
export async function lastScans(
  db: Kysely<Schema>,
  organizationId: string,
  ids: readonly string[],
): Promise<Map<string, Selectable<ScansTable>>> {
  const rows = await db
    .selectFrom('websites')
    .innerJoin('scans', 'scans.id', 'websites.latest_scan_id')
    .selectAll('scans')
    .where('websites.organization_id', '=', organizationId)
    .where('websites.id', '=', sql<string>`ANY (${[...ids]}::text[])`)
    .where('scans.status', '=', 'done')
    .execute()
  return new Map(rows.map((row) => [row.website_id, row]))
}

/** A website's last two scans of the type and rules of its newest, the earlier first; null where there is one at most. */
export async function lastTwo(
  db: Kysely<Schema>,
  organizationId: string,
  websiteId: string,
): Promise<[string, string] | null> {
  const { rows } = await sql<{ id: string }>`
    WITH newest AS (
      SELECT scan_type, score_version FROM scans
      WHERE organization_id = ${organizationId} AND website_id = ${websiteId} AND status = 'done'
      ORDER BY completed_at DESC LIMIT 1
    )
    SELECT scans.id FROM scans JOIN newest USING (scan_type, score_version)
    WHERE organization_id = ${organizationId} AND website_id = ${websiteId} AND status = 'done'
    ORDER BY completed_at DESC LIMIT 2
  `.execute(db)
  return rows.length === 2 ? [rows[1]!.id, rows[0]!.id] : null
}

type PointRow = Pick<
  Selectable<ScansTable>,
  'id' | 'website_id' | 'scan_type' | 'score_version' | 'security_score' | 'grade' | 'critical' | 'high' | 'medium'
> &
  Pick<Selectable<ScansTable>, 'low' | 'info'> & { completed_at: Date }

/** Finished scans of a span, oldest first, by website; of each at most the newest `most`. */
export async function historyOf(
  db: Kysely<Schema>,
  organizationId: string,
  ids: readonly string[],
  { from, to }: Span,
  most: number,
): Promise<Map<string, ScorePoint[]>> {
  const { rows } = await sql<PointRow>`
    SELECT s.* FROM unnest(${[...ids]}::text[]) AS wanted (website_id) CROSS JOIN LATERAL (
      SELECT id, website_id, scan_type, score_version, security_score, grade, critical, high, medium, low, info, completed_at
      FROM scans WHERE organization_id = ${organizationId} AND website_id = wanted.website_id AND status = 'done'
        AND security_score IS NOT NULL AND completed_at >= ${from} AND completed_at <= ${to}
      ORDER BY completed_at DESC LIMIT ${most}
    ) s ORDER BY s.completed_at
  `.execute(db)
  const points = new Map<string, ScorePoint[]>()
  for (const row of rows) {
    const { critical, high, medium, low, info, id: scan_id, scan_type } = row
    const point = {
      ...{ scan_id, scan_type, at: rfc3339(row.completed_at) },
      score_version: row.score_version!,
      security_score: row.security_score!,
      grade: row.grade as ScorePoint['grade'],
      vulnerabilities: { critical, high, medium, low, info },
    }
    const own = points.get(row.website_id)
    if (own) own.push(point)
    else points.set(row.website_id, [point])
  }
  return points
}

/** What happened in a span, by website: from the numbers that are kept day by day. */
export async function activityOf(
  db: Kysely<Schema>,
  organizationId: string,
  ids: readonly string[],
  { from, to }: Span,
): Promise<Map<string, Activity>> {
  const { rows } = await sql<{
    website_id: string
    appeared: number
    fixed: number
    reopened: number
    timed: number
    seconds: number
  }>`
    SELECT website_id, sum(appeared)::int AS appeared, sum(fixed)::int AS fixed, sum(reopened)::int AS reopened,
      sum(timed)::int AS timed, sum(seconds)::float8 AS seconds
    FROM website_days WHERE organization_id = ${organizationId} AND website_id = ANY (${[...ids]}::text[])
      AND day >= (${from}::timestamptz AT TIME ZONE 'UTC')::date AND day <= (${to}::timestamptz AT TIME ZONE 'UTC')::date
    GROUP BY website_id
  `.execute(db)
  return new Map(
    rows.map(({ website_id, appeared, fixed, reopened, timed, seconds }) => [
      website_id,
      { new: appeared, fixed, reopened, mean_time_to_fix: timed === 0 ? null : Math.round(seconds / timed) },
    ]),
  )
}
