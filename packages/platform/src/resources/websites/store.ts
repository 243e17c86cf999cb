import { type Kysely, type Selectable, sql } from 'kysely'
import { jsonb } from '../../db/jsonb.ts'
import type { Criticality, Schema, WebsitesTable } from '../../db/schema.ts'
import type { Page } from '../../http/list.ts'
import { newId } from '../../identifier.ts'
import type { AllowedHours, StoredSettings } from './settings.ts'

type Website = Selectable<WebsitesTable>

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

export function listWebsites(
  db: Kysely<Schema>,
  organizationId: string,
  { take, before }: Page,
  filter: WebsiteFilter,
): Promise<Website[]> {
  let query = db.selectFrom('websites').selectAll().where('organization_id', '=', organizationId)
  if (before) query = query.where('id', '<', before)
  const { tag, url, group, criticality, grade, min_score, max_score, verified, q } = filter
  if (tag !== undefined) {
    let tagged = db
      .selectFrom('website_tags')
      .select('website_id')
      .where('organization_id', '=', organizationId)
      .where('tag', '=', tag)
    if (before) tagged = tagged.where('website_id', '<', before)
    // With another filter beside it, the page may need more of them.
    if (Object.values(filter).filter((value) => value !== undefined).length === 1)
      tagged = tagged.orderBy('website_id', 'desc').limit(take)
    query = query.where('id', 'in', tagged)
  }
  if (group !== undefined) query = query.where(sql<boolean>`group_ids @> ARRAY[${group}::text]`)
  if (url !== undefined) query = query.where('origin', '=', url)
  if (criticality !== undefined) query = query.where('criticality', '=', criticality)
  if (grade !== undefined) query = query.where('grade', '=', grade)
  if (min_score !== undefined) query = query.where('security_score', '>=', min_score)
  if (max_score !== undefined) query = query.where('security_score', '<=', max_score)
  if (verified !== undefined) query = query.where('verified_at', verified ? 'is not' : 'is', null)
  if (q !== undefined) query = query.where(sql<boolean>`(name ILIKE ${like(q)} OR url ILIKE ${like(q)})`)
  return query.orderBy('id', 'desc').limit(take).execute()
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
