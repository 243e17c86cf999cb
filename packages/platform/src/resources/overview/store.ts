import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { SEVERITY_NAMES, STATES } from './schema.ts'

const MOST_SITES = 5
/** Websites of a set, up to which those that are looked for are found among its own, not on the way through all. */
const FEW = 1_000
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

/** The websites of the set; null: all of the organisation. */
function membersOf(organizationId: string, { website_ids, tags, groups }: WebsiteSet): RawBuilder<unknown> | null {
  const own = sql`organization_id = ${organizationId}`
  const parts: RawBuilder<unknown>[] = []
  if (website_ids)
    parts.push(sql`SELECT id AS website_id FROM websites WHERE ${own} AND id = ANY (${website_ids}::text[])`)
  if (tags) parts.push(memberships(sql`website_tags WHERE ${own} AND tag`, tags))
  if (groups) parts.push(memberships(sql`website_group_members WHERE ${own} AND group_id`, groups))
  return parts.length === 0 ? null : sql.join(parts, sql` INTERSECT `)
}

function memberships(ofName: RawBuilder<unknown>, names: readonly string[]): RawBuilder<unknown> {
  // One that has several of them comes several times, which does no harm where it is only asked who is among them.
  return names.length === 1
    ? sql`SELECT website_id FROM ${ofName} = ${names[0]}`
    : sql`SELECT website_id FROM ${ofName} = ANY (${names}::text[])`
}

/** Whether a row's website is in the set, looked up for it alone: where a few rows of many are wanted. */
function isMember(
  organizationId: string,
  { website_ids, tags, groups }: WebsiteSet,
  id: RawBuilder<unknown>,
): RawBuilder<boolean> {
  const parts = [sql`true`]
  const own = sql`organization_id = ${organizationId} AND website_id = ${id}`
  if (website_ids) parts.push(sql`${id} = ANY (${website_ids}::text[])`)
  if (tags) parts.push(sql`(SELECT count(*) FROM website_tags WHERE ${own} AND tag = ANY (${tags}::text[])) > 0`)
  if (groups)
    parts.push(
      sql`(SELECT count(*) FROM website_group_members WHERE ${own} AND group_id = ANY (${groups}::text[])) > 0`,
    )
  return sql<boolean>`${sql.join(parts, sql` AND `)}`
}

/** The name of the set whose sums are kept; null where they are summed up from its websites'. */
function keptSet({ website_ids, tags, groups }: WebsiteSet): string | null {
  if (website_ids) return null
  const names = [...(tags ?? []).map((tag) => `tag:${tag}`), ...(groups ?? []).map((group) => `group:${group}`)]
  return names.length > 1 || tags?.length === 0 || groups?.length === 0 ? null : (names[0] ?? '')
}

/** Whether the set has so few websites that what is wanted of them is looked up for each, and not on the way through all. */
export async function isSmall(db: Kysely<Schema>, organizationId: string, set: WebsiteSet): Promise<boolean> {
  const members = membersOf(organizationId, set)
  if (members === null) return false
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM (SELECT FROM (${members}) AS members LIMIT ${sql.lit(FEW + 1)}) AS counted
  `.execute(db)
  return rows[0]!.count <= FEW
}

/** Rows of a table that carries organization_id and website_id. */
function ofSet(table: string, organizationId: string, set: WebsiteSet, small: boolean): RawBuilder<unknown> {
  const own = sql`${sql.ref(`${table}.organization_id`)} = ${organizationId}`
  const key = sql.ref(`${table}.website_id`)
  const members = membersOf(organizationId, set)
  if (members === null) return sql`FROM ${sql.table(table)} WHERE ${own}`
  // Website by website: the way that looks cheaper for an organisation of average size goes through all that the largest has.
  if (small)
    return sql`FROM (SELECT DISTINCT website_id FROM (${members}) AS some_of_them) AS members
      CROSS JOIN LATERAL (SELECT * FROM ${sql.table(table)} AS one WHERE one.website_id = members.website_id OFFSET 0) AS ${sql.table(table)} WHERE ${own}`
  // Kept in an OR, it is no join but a table of hashes: PostgreSQL expects a handful of websites, and would look up each one's rows.
  return sql`FROM ${sql.table(table)} WHERE ${own} AND (${key} IN (${members}) OR false)`
}

/** Kept sums of the set, with their table's name; null where none are kept. */
function kept(table: string, organizationId: string, set: WebsiteSet): RawBuilder<unknown> | null {
  const name = keptSet(set)
  return name === null
    ? null
    : sql`FROM ${sql.table(table)} WHERE organization_id = ${organizationId} AND set = ${name}`
}

export async function scores(
  db: Kysely<Schema>,
  organizationId: string,
  set: WebsiteSet,
  small: boolean,
): Promise<ScoreRow[]> {
  const sums = kept('set_grades', organizationId, set)
  if (sums) {
    const { rows } = await sql<ScoreRow>`
      SELECT grade, sum(websites) AS websites, sum(scored) AS scored, sum(score_sum) AS score_sum ${sums} GROUP BY grade
    `.execute(db)
    return rows
  }
  const { rows } = await sql<ScoreRow>`
    SELECT grade, count(*) AS websites, count(security_score) AS scored, coalesce(sum(security_score), 0) AS score_sum
    FROM websites WHERE organization_id = ${organizationId}
      AND ${small ? sql`id = ANY (ARRAY(${membersOf(organizationId, set)}))` : sql`(id IN (${membersOf(organizationId, set)}) OR false)`}
    GROUP BY grade
  `.execute(db)
  return rows
}

/** By `state_severity`. */
export async function totals(
  db: Kysely<Schema>,
  organizationId: string,
  set: WebsiteSet,
  small: boolean,
): Promise<Record<string, number>> {
  const names = STATES.flatMap((state) => SEVERITY_NAMES.map((severity) => `${state}_${severity}`))
  const sums = names.map((name) => sql`coalesce(sum(${sql.ref(name)}), 0) AS ${sql.ref(name)}`)
  const { rows } = await sql<Record<string, number>>`
    SELECT ${sql.join(sums)} ${kept('set_totals', organizationId, set) ?? ofSet('website_totals', organizationId, set, small)}
  `.execute(db)
  return rows[0]!
}

/** What happened, day by day, from `since` until now. */
export async function days(
  db: Kysely<Schema>,
  organizationId: string,
  set: WebsiteSet,
  small: boolean,
  since: string,
): Promise<DayRow[]> {
  const { rows } = await sql<DayRow>`
    SELECT day, sum(appeared) AS appeared, sum(fixed) AS fixed, sum(reopened) AS reopened, sum(timed) AS timed, sum(seconds) AS seconds,
      sum(score_change) AS score_change, sum(scored_change) AS scored_change
    ${kept('set_days', organizationId, set) ?? ofSet('website_days', organizationId, set, small)} AND day >= ${since}::date GROUP BY day
  `.execute(db)
  return rows
}

/** Read in the order of scores until there are enough; of a small set, among all of it. */
export async function worst(
  db: Kysely<Schema>,
  organizationId: string,
  set: WebsiteSet,
  small: boolean,
): Promise<SiteRow[]> {
  const members = membersOf(organizationId, set)
  const { rows } = await sql<SiteRow>`
    SELECT id AS website_id, url, name, security_score, grade FROM websites
    WHERE organization_id = ${organizationId} AND security_score IS NOT NULL
      AND ${small ? sql`id = ANY (ARRAY(${members}))` : isMember(organizationId, set, sql`websites.id`)}
    ORDER BY security_score, id DESC LIMIT ${sql.lit(MOST_SITES)}
  `.execute(db)
  return rows
}

export async function mostImproved(
  db: Kysely<Schema>,
  organizationId: string,
  set: WebsiteSet,
  small: boolean,
  from: string,
  to: string,
): Promise<(SiteRow & { change: number })[]> {
  const members = membersOf(organizationId, set)
  const { rows } = await sql<SiteRow & { change: number }>`
    WITH risen AS (
      SELECT website_id, sum(score_change) AS change FROM website_days
      WHERE organization_id = ${organizationId} AND day BETWEEN ${from}::date AND ${to}::date AND score_change <> 0 AND scored_change = 0
        ${small ? sql`AND website_id = ANY (ARRAY(${members}))` : sql``}
      GROUP BY 1 HAVING sum(score_change) > 0 ORDER BY 2 DESC, 1
    ), moved AS (
      SELECT * FROM risen WHERE ${small ? sql`true` : isMember(organizationId, set, sql`risen.website_id`)} LIMIT ${sql.lit(MOST_SITES)}
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
  small: boolean,
): Promise<{ website_id: string; url: string; not_after: string | null }[]> {
  const { rows } = await sql<{ website_id: string; url: string; not_after: string | null }>`
    WITH watched AS (
      SELECT monitors.website_id, reading ->> 'not_after' AS not_after ${ofSet('monitors', organizationId, set, small)}
        AND kind = 'certificate' AND enabled
        AND reading ->> 'not_after' < to_char(now() AT TIME ZONE 'UTC' + ${SOON}::interval, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
      ORDER BY 2 LIMIT ${sql.lit(MOST_CERTIFICATES)}
    ), found AS MATERIALIZED (
      -- By the check, whatever the set: few have it.
      SELECT website_id FROM vulnerabilities WHERE organization_id = ${organizationId}
        AND "check" IN ('tls/certificate-expired', 'tls/certificate-expiring') AND status IN ('open', 'reopened')
    ), scanned AS (
      SELECT DISTINCT website_id FROM found WHERE ${isMember(organizationId, set, sql`found.website_id`)}
      LIMIT ${sql.lit(MOST_CERTIFICATES)}
    ), ending AS (
      SELECT * FROM watched UNION ALL SELECT website_id, NULL FROM scanned WHERE website_id NOT IN (SELECT website_id FROM watched)
    )
    SELECT ending.website_id, w.url, not_after FROM ending JOIN websites w ON w.id = ending.website_id
    ORDER BY not_after NULLS LAST, ending.website_id LIMIT ${sql.lit(MOST_CERTIFICATES)}
  `.execute(db)
  return rows
}

export interface WatchRow {
  kind: string
  status: string
  count: number
}

export async function watched(
  db: Kysely<Schema>,
  organizationId: string,
  set: WebsiteSet,
  small: boolean,
): Promise<WatchRow[]> {
  const { rows } = await sql<WatchRow>`
    SELECT 'monitor' AS kind, CASE WHEN enabled THEN monitors.status ELSE 'disabled' END AS status, count(*) AS count
    ${ofSet('monitors', organizationId, set, small)} GROUP BY 2
    UNION ALL
    SELECT 'scan', status, count(*) FROM scans WHERE organization_id = ${organizationId} AND status IN ('queued', 'running')
      AND ${isMember(organizationId, set, sql`scans.website_id`)} GROUP BY 2
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
