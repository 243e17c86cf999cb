import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { SEVERITY_NAMES, STATES } from './schema.ts'

const MOST_SITES = 5
const MOST_CERTIFICATES = 20
const SOON = '30 days'

/** Which websites: all of the organisation, or those that every given list names. */
export interface WebsiteSet {
  website_ids?: readonly string[]
  tags?: readonly string[]
  groups?: readonly string[]
}

export interface ScoreRow {
  organization_id?: string
  name?: string
  grade: string | null
  websites: number
  scored: number
  score_sum: number
}

export interface DayRow {
  day: string
  appeared: number
  fixed: number
  reopened: number
  timed: number
  seconds: number
  score_change: number
  scored_change: number
}

export interface SiteRow {
  website_id: string
  url: string
  name: string
  security_score: number
  grade: string | null
}

/** The condition on `websites`, under this name in the statement. */
function within(organizationId: string, { website_ids, tags, groups }: WebsiteSet): RawBuilder<boolean> {
  const parts = [sql`websites.organization_id = ${organizationId}`]
  if (website_ids) parts.push(sql`websites.id = ANY (${website_ids}::text[])`)
  if (tags) parts.push(sql`websites.tags && ${tags}::text[]`)
  if (groups) parts.push(sql`websites.group_ids && ${groups}::text[]`)
  return sql<boolean>`${sql.join(parts, sql` AND `)}`
}

export function isWhole({ website_ids, tags, groups }: WebsiteSet): boolean {
  return !website_ids && !tags && !groups
}

/** Rows of a table that carries organization_id and website_id: of the whole organisation without a look at its websites. */
function ofSet(table: string, organizationId: string, set: WebsiteSet): RawBuilder<unknown> {
  const own = sql`${sql.ref(`${table}.organization_id`)} = ${organizationId}`
  if (isWhole(set)) return sql`FROM ${sql.table(table)} WHERE ${own}`
  const key = sql.ref(`${table}.website_id`)
  return sql`FROM ${sql.table(table)} JOIN websites ON websites.id = ${key} WHERE ${own} AND ${within(organizationId, set)}`
}

export async function scores(db: Kysely<Schema>, organizationId: string, set: WebsiteSet): Promise<ScoreRow[]> {
  const { rows } = await sql<ScoreRow>`
    SELECT grade, count(*) AS websites, count(security_score) AS scored, coalesce(sum(security_score), 0) AS score_sum
    FROM websites WHERE ${within(organizationId, set)} GROUP BY grade
  `.execute(db)
  return rows
}

/** By `state_severity`. */
export async function totals(
  db: Kysely<Schema>,
  organizationId: string,
  set: WebsiteSet,
): Promise<Record<string, number>> {
  const names = STATES.flatMap((state) => SEVERITY_NAMES.map((severity) => `${state}_${severity}`))
  const sums = names.map((name) => sql`coalesce(sum(${sql.ref(`website_totals.${name}`)}), 0) AS ${sql.ref(name)}`)
  const { rows } = await sql<Record<string, number>>`
    SELECT ${sql.join(sums)} ${ofSet('website_totals', organizationId, set)}
  `.execute(db)
  return rows[0]!
}

/** What happened, day by day, from `since` until now. */
export async function days(
  db: Kysely<Schema>,
  organizationId: string,
  set: WebsiteSet,
  since: string,
): Promise<DayRow[]> {
  const { rows } = await sql<DayRow>`
    SELECT day, sum(appeared) AS appeared, sum(fixed) AS fixed, sum(reopened) AS reopened, sum(timed) AS timed, sum(seconds) AS seconds,
      sum(score_change) AS score_change, sum(scored_change) AS scored_change
    ${ofSet('website_days', organizationId, set)} AND day >= ${since}::date GROUP BY day
  `.execute(db)
  return rows
}

export async function worst(db: Kysely<Schema>, organizationId: string, set: WebsiteSet): Promise<SiteRow[]> {
  const { rows } = await sql<SiteRow>`
    SELECT id AS website_id, url, name, security_score, grade FROM websites
    WHERE ${within(organizationId, set)} AND security_score IS NOT NULL ORDER BY security_score, id LIMIT ${MOST_SITES}
  `.execute(db)
  return rows
}

export async function mostImproved(
  db: Kysely<Schema>,
  organizationId: string,
  set: WebsiteSet,
  from: string,
  to: string,
): Promise<(SiteRow & { change: number })[]> {
  const { rows } = await sql<SiteRow & { change: number }>`
    WITH moved AS (
      SELECT website_days.website_id, sum(score_change) AS change ${ofSet('website_days', organizationId, set)}
        AND day BETWEEN ${from}::date AND ${to}::date AND score_change <> 0 AND scored_change = 0
      GROUP BY 1 HAVING sum(score_change) > 0 ORDER BY 2 DESC, 1 LIMIT ${MOST_SITES}
    )
    SELECT w.id AS website_id, url, name, security_score, grade, change
    FROM moved JOIN websites w ON w.id = moved.website_id WHERE security_score IS NOT NULL ORDER BY change DESC, w.id
  `.execute(db)
  return rows
}

/** What a monitor read, or a scan found. */
export async function certificates(
  db: Kysely<Schema>,
  organizationId: string,
  set: WebsiteSet,
): Promise<{ website_id: string; url: string; not_after: string | null }[]> {
  const { rows } = await sql<{ website_id: string; url: string; not_after: string | null }>`
    WITH watched AS (
      SELECT monitors.website_id, reading ->> 'not_after' AS not_after ${ofSet('monitors', organizationId, set)}
        AND kind = 'certificate' AND enabled
        AND reading ->> 'not_after' < to_char(now() AT TIME ZONE 'UTC' + ${SOON}::interval, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
      ORDER BY 2 LIMIT ${MOST_CERTIFICATES}
    ), scanned AS (
      SELECT DISTINCT vulnerabilities.website_id ${ofSet('vulnerabilities', organizationId, set)}
        AND "check" IN ('tls/certificate-expired', 'tls/certificate-expiring') AND status IN ('open', 'reopened')
      LIMIT ${MOST_CERTIFICATES}
    ), ending AS (
      SELECT * FROM watched UNION ALL SELECT website_id, NULL FROM scanned WHERE website_id NOT IN (SELECT website_id FROM watched)
    )
    SELECT ending.website_id, w.url, not_after FROM ending JOIN websites w ON w.id = ending.website_id
    ORDER BY not_after NULLS LAST, ending.website_id LIMIT ${MOST_CERTIFICATES}
  `.execute(db)
  return rows
}

export interface WatchRow {
  kind: string
  status: string
  count: number
}

export async function watched(db: Kysely<Schema>, organizationId: string, set: WebsiteSet): Promise<WatchRow[]> {
  const { rows } = await sql<WatchRow>`
    SELECT 'monitor' AS kind, CASE WHEN enabled THEN monitors.status ELSE 'disabled' END AS status, count(*) AS count
    ${ofSet('monitors', organizationId, set)} GROUP BY 2
    UNION ALL
    SELECT 'scan', scans.status, count(*) ${ofSet('scans', organizationId, set)} AND scans.status IN ('queued', 'running') GROUP BY 2
  `.execute(db)
  return rows
}

/** The same of organisations under this one; null stands for all of them. */
export const tenants = {
  async scores(db: Kysely<Schema>, wanted: readonly string[] | null): Promise<Required<ScoreRow>[]> {
    const { rows } = await sql<Required<ScoreRow>>`SELECT * FROM tenant_scores(${wanted}::text[])`.execute(db)
    return rows
  },
  async totals(db: Kysely<Schema>, wanted: readonly string[] | null) {
    const { rows } = await sql<{
      organization_id: string
      state: string
      severity: string
      count: number
    }>`SELECT * FROM tenant_totals(${wanted}::text[])`.execute(db)
    return rows
  },
  async days(db: Kysely<Schema>, wanted: readonly string[] | null, since: string): Promise<DayRow[]> {
    const { rows } = await sql<DayRow>`SELECT * FROM tenant_days(${wanted}::text[], ${since}::date)`.execute(db)
    return rows
  },
  async watched(db: Kysely<Schema>, wanted: readonly string[] | null): Promise<WatchRow[]> {
    const { rows } = await sql<WatchRow>`SELECT * FROM tenant_watch(${wanted}::text[])`.execute(db)
    return rows
  },
}
