import { type Kysely, type RawBuilder, type Selectable, sql } from 'kysely'
import { jsonb } from '../../db/jsonb.ts'
import type { Criticality, Schema, WebsitesTable } from '../../db/schema.ts'
import type { Page } from '../../http/list.ts'
import { newId } from '../../identifier.ts'
import type { AllowedHours, StoredSettings } from './settings.ts'

type Website = Selectable<WebsitesTable>

const EVERY = 2_147_483_647

export interface WebsiteFilter {
  tag?: string
  url?: string
  group?: string
  criticality?: Criticality
  grade?: string
  min_score?: number
  max_score?: number
  verified?: boolean
  /** Part of the name or the address. */
  q?: string
}

export async function listWebsites(
  db: Kysely<Schema>,
  organizationId: string,
  { take, before }: Page,
  filter: WebsiteFilter,
): Promise<Website[]> {
  let query = db.selectFrom('websites').selectAll().where('organization_id', '=', organizationId)
  const { tag, url, group, criticality, grade, min_score, max_score, verified, q } = filter
  const score = min_score ?? max_score
  const given = [tag, url, group, criticality, grade, score, verified, q]
  const alone = given.filter((one) => one !== undefined).length === 1
  const [from, to] = [min_score ?? 0, max_score ?? 100]
  const own = sql`organization_id = ${organizationId} ${before ? sql`AND website_id < ${before}` : sql``}`
  const page = alone ? sql`ORDER BY website_id DESC LIMIT ${sql.lit(take)}` : sql``
  const chosen: RawBuilder<unknown>[] = []
  if (tag !== undefined) chosen.push(sql`SELECT website_id FROM website_tags WHERE ${own} AND tag = ${tag} ${page}`)
  if (group !== undefined)
    chosen.push(sql`SELECT website_id FROM website_group_members WHERE ${own} AND group_id = ${group} ${page}`)
  if (q !== undefined) chosen.push(sql`SELECT websites_like(${like(q)}, ${before}, ${alone ? take : EVERY})`)
  if (alone && score !== undefined) chosen.push(newestByScore(organizationId, { take, before }, from, to))
  const [only] = chosen
  if (alone && only) {
    // The page is chosen: its rows are looked up one by one, and not met on a way through all in their order.
    const rows = await query.where(sql<boolean>`id = ANY (ARRAY(${only}))`).execute()
    return rows.sort((a, b) => (a.id < b.id ? 1 : -1))
  }
  for (const ids of chosen) query = query.where(sql<boolean>`id IN (${ids})`)
  if (before) query = query.where('id', '<', before)
  if (url !== undefined) query = query.where('origin', '=', url)
  if (criticality !== undefined) query = query.where('criticality', '=', criticality)
  if (grade !== undefined) query = query.where('grade', '=', grade)
  if (verified !== undefined) query = query.where(sql<boolean>`(verified_at IS NOT NULL) = ${verified}`)
  if (score !== undefined) query = query.where('security_score', '>=', from).where('security_score', '<=', to)
  return query.orderBy('id', 'desc').limit(take).execute()
}

/** Score by score, each from the index: a page's rows have scores whose newest website is among the newest of all scores'. */
function newestByScore(organizationId: string, { take, before }: Page, from: number, to: number): RawBuilder<unknown> {
  const own = (
    limit: number,
  ) => sql`SELECT w.id FROM websites w WHERE w.organization_id = ${organizationId} AND w.security_score = score.value
    ${before ? sql`AND w.id < ${before}` : sql``} ORDER BY w.id DESC LIMIT ${sql.lit(limit)}`
  return sql`
    WITH foremost AS (
      SELECT score.value FROM (SELECT value::smallint FROM generate_series(${from}::int, ${to}::int) AS value) AS score
      CROSS JOIN LATERAL (${own(1)}) AS first ORDER BY first.id DESC LIMIT ${sql.lit(take)}
    )
    SELECT one.id FROM foremost AS score CROSS JOIN LATERAL (${own(take)}) AS one ORDER BY one.id DESC LIMIT ${sql.lit(take)}`
}

/** Anything that holds the text; `%`, `_` and the backslash stand for themselves. */
function like(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`
}

/** Keeps others from changing it until the transaction ends. */
export function holdForChange(db: Kysely<Schema>, organizationId: string, id: string): Promise<Website | undefined> {
  return db
    .selectFrom('websites')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
}

/** In which hours these websites may be scanned, of those that say so. */
export async function allowedHours(
  db: Kysely<Schema>,
  organizationId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AllowedHours>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('websites')
    .select(['id', sql<AllowedHours>`settings -> 'allowed_hours'`.as('hours')])
    .where('organization_id', '=', organizationId)
    .where('id', 'in', [...ids])
    .where(sql<boolean>`settings ? 'allowed_hours'`)
    .execute()
  return new Map(rows.map(({ id, hours }) => [id, hours]))
}

/** Lets the website's waiting scans wait until then, or no longer. */
export async function putOff(
  db: Kysely<Schema>,
  organizationId: string,
  id: string,
  until: Date | null,
): Promise<void> {
  await db
    .updateTable('scans')
    .set({ not_before: until })
    .where('organization_id', '=', organizationId)
    .where('website_id', '=', id)
    .where('status', '=', 'queued')
    .execute()
}

export function findWebsite(db: Kysely<Schema>, organizationId: string, id: string): Promise<Website | undefined> {
  return db
    .selectFrom('websites')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export function findWebsiteByOrigin(
  db: Kysely<Schema>,
  organizationId: string,
  origin: string,
): Promise<Website | undefined> {
  return db
    .selectFrom('websites')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('origin', '=', origin)
    .executeTakeFirst()
}

type NewWebsite = Pick<Website, 'url' | 'origin' | 'name' | 'tags' | 'group_ids' | 'criticality'> &
  Partial<StoredSettings>

/** Undefined when the organisation has a website of this origin already. */
export async function insertWebsite(
  db: Kysely<Schema>,
  organizationId: string,
  website: NewWebsite,
): Promise<Website | undefined> {
  return (await insertWebsites(db, organizationId, [website]))[0]
}

/** Those that were made, oldest first: not those whose origin the organisation has already. */
export async function insertWebsites(
  db: Kysely<Schema>,
  organizationId: string,
  websites: readonly NewWebsite[],
): Promise<Website[]> {
  if (websites.length === 0) return []
  const made = await db
    .insertInto('websites')
    .values(websites.map((one) => ({ id: newId('ws'), organization_id: organizationId, ...columns(one) })))
    .onConflict((conflict) => conflict.columns(['organization_id', 'origin']).doNothing())
    .returningAll()
    .execute()
  return made.sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Identifiers by origin. */
export async function findByOrigins(
  db: Kysely<Schema>,
  organizationId: string,
  origins: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (origins.length === 0) return new Map()
  const rows = await db
    .selectFrom('websites')
    .select(['origin', 'id'])
    .where('organization_id', '=', organizationId)
    .where('origin', '=', sql<string>`ANY (${[...origins]}::text[])`)
    .execute()
  return new Map(rows.map(({ origin, id }) => [origin, id]))
}

export function updateWebsite(
  db: Kysely<Schema>,
  organizationId: string,
  id: string,
  changes: Partial<Pick<Website, 'name' | 'tags' | 'group_ids' | 'criticality'>> & Partial<StoredSettings>,
): Promise<Website | undefined> {
  return db
    .updateTable('websites')
    .set({ ...columns(changes), updated_at: new Date() })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
}

export async function deleteWebsite(db: Kysely<Schema>, organizationId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('websites')
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Settings as the column takes them. */
function columns<T extends Partial<StoredSettings>>({ settings, ...rest }: T) {
  return { ...rest, ...(settings === undefined ? {} : { settings: settings && jsonb(settings) }) }
}
