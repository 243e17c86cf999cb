import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import type { Page } from '../../http/list.ts'
import {
  type Condition,
  conditionsOf,
  isUntimely,
  newestTimely,
  titled,
  type VulnerabilityFilter,
} from './conditions.ts'

/** So many websites with a tag are each asked for their newest; of more, some are among the newest of all. */
const FEW = 300
const NEWEST = 2_000

/**
 * Identifiers of a page, newest first, by the filter that chooses most, so that what is read follows the page and not the table.
 * PostgreSQL finds no such way by itself where a filter stands for many values, each with an index of its own order.
 */
export async function pageIds(
  db: Kysely<Schema>,
  organizationId: string,
  page: Page,
  filter: VulnerabilityFilter,
): Promise<string[]> {
  const { q, tag, check, first_seen_before, ...rest } = filter
  const among = conditionsAmong(organizationId, page)
  const pairs = q === undefined ? null : titled(q)
  if (pairs) {
    const kinds = sql`SELECT * FROM unnest(${pairs.map((one) => one.check)}::text[], ${pairs.map((one) => one.outcome)}::text[]) AS pair ("check", outcome)`
    const alike = sql<SqlBool>`vulnerabilities."check" = kind."check" AND vulnerabilities.outcome = kind.outcome`
    return idsOf(db, newestOfEach(kinds, page, [alike, ...among({ ...filter, q: undefined })]))
  }
  if (tag !== undefined) return idsOfTag(db, organizationId, tag, page, among({ ...filter, tag: undefined }))
  if (check !== undefined) {
    const alike = sql<SqlBool>`vulnerabilities."check" = ${check} AND vulnerabilities.outcome = kind.outcome`
    return idsOf(
      db,
      newestOfEach(outcomesOf(organizationId, check), page, [alike, ...among({ ...filter, check: undefined })]),
    )
  }
  if (first_seen_before === undefined) return idsOf(db, newest(page, among(filter)))
  const others = among({ ...rest, q, first_seen_before })
  return idsOf(
    db,
    sql`SELECT id FROM (
      (${newest(page, [...others, newestTimely(first_seen_before)])}) UNION (${newest(page, [...others, isUntimely()])})
    ) AS both_kinds ORDER BY id DESC LIMIT ${sql.lit(page.take)}`,
  )
}

type Part = Condition | RawBuilder<SqlBool>

function conditionsAmong(organizationId: string, { before }: Page) {
  return (filter: VulnerabilityFilter): Part[] => [
    sql<SqlBool>`vulnerabilities.organization_id = ${organizationId}`,
    ...(before === null ? [] : [sql<SqlBool>`vulnerabilities.id < ${before}`]),
    // What was merged is told by the one that it was merged into.
    ...(filter.status === undefined ? [sql<SqlBool>`vulnerabilities.status <> 'merged'`] : []),
    ...conditionsOf(filter),
  ]
}

async function idsOf(db: Kysely<Schema>, query: RawBuilder<unknown>): Promise<string[]> {
  const { rows } = await (query as RawBuilder<{ id: string }>).execute(db)
  return rows.map(({ id }) => id)
}

function newest({ take }: Page, conditions: readonly Part[]): RawBuilder<unknown> {
  return sql`SELECT vulnerabilities.id FROM vulnerabilities WHERE ${sql.join(conditions, sql` AND `)}
    ORDER BY vulnerabilities.id DESC LIMIT ${sql.lit(take)}`
}

/**
 * Of several kinds, each with an index of its own order. A page's rows are of kinds whose newest row is among the newest of all
 * kinds', and of no more kinds than it has rows.
 */
function newestOfEach(kinds: RawBuilder<unknown>, page: Page, conditions: readonly Part[]): RawBuilder<unknown> {
  return sql`
    WITH foremost AS (
      SELECT kind.* FROM (${kinds}) AS kind CROSS JOIN LATERAL (${newest({ ...page, take: 1 }, conditions)}) AS first
      ORDER BY first.id DESC LIMIT ${sql.lit(page.take)}
    )
    SELECT own.id FROM foremost AS kind CROSS JOIN LATERAL (${newest(page, conditions)}) AS own ORDER BY own.id DESC LIMIT ${sql.lit(page.take)}`
}

/** From one outcome to the next, by the index. */
function outcomesOf(organizationId: string, check: string): RawBuilder<unknown> {
  const next = (more: RawBuilder<unknown>) => sql`SELECT v.outcome FROM vulnerabilities v
    WHERE v.organization_id = ${organizationId} AND v."check" = ${check} ${more} ORDER BY v.outcome LIMIT 1`
  return sql`
    WITH RECURSIVE outcomes AS (
      (${next(sql``)}) UNION ALL SELECT (${next(sql`AND v.outcome > outcomes.outcome`)}) FROM outcomes WHERE outcome IS NOT NULL
    ) SELECT outcome FROM outcomes WHERE outcome IS NOT NULL`
}

async function idsOfTag(
  db: Kysely<Schema>,
  organizationId: string,
  tag: string,
  page: Page,
  conditions: readonly Part[],
): Promise<string[]> {
  const tagged = sql`SELECT website_id FROM website_tags WHERE organization_id = ${organizationId} AND tag = ${tag}`
  const { rows } = await sql<{
    count: number
  }>`SELECT count(*) AS count FROM (${tagged} LIMIT ${sql.lit(FEW + 1)}) AS counted`.execute(db)
  if (rows[0]!.count > FEW) {
    // Of a value for each row, not as a join, which would first read all that have the tag.
    const found = await idsOf(
      db,
      sql`SELECT id FROM (
        SELECT vulnerabilities.id, vulnerabilities.website_id FROM vulnerabilities WHERE ${sql.join(conditions, sql` AND `)}
        ORDER BY vulnerabilities.id DESC LIMIT ${sql.lit(NEWEST)}
      ) AS looked WHERE (SELECT true FROM website_tags t WHERE t.organization_id = ${organizationId} AND t.tag = ${tag} AND t.website_id = looked.website_id)
      ORDER BY id DESC LIMIT ${sql.lit(page.take)}`,
    )
    if (found.length === page.take) return found
  }
  return idsOf(
    db,
    newestOfEach(tagged, page, [sql<SqlBool>`vulnerabilities.website_id = kind.website_id`, ...conditions]),
  )
}
