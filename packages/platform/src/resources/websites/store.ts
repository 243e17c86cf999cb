import { type Kysely, type Selectable, sql } from 'kysely'
import type { Schema, WebsitesTable } from '../../db/schema.ts'
import type { Page } from '../../http/list.ts'
import { newId } from '../../identifier.ts'

type Website = Selectable<WebsitesTable>

export interface WebsiteFilter {
  tag?: string
  url?: string
}

export function listWebsites(
  db: Kysely<Schema>,
  organizationId: string,
  { take, before }: Page,
  filter: WebsiteFilter,
): Promise<Website[]> {
  let query = db.selectFrom('websites').selectAll().where('organization_id', '=', organizationId)
  if (before) query = query.where('id', '<', before)
  if (filter.tag !== undefined) query = query.where(sql<boolean>`${filter.tag}::text = ANY (tags)`)
  if (filter.url !== undefined) query = query.where('origin', '=', filter.url)
  return query.orderBy('id', 'desc').limit(take).execute()
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

/** Undefined when the organisation has a website of this origin already. */
export function insertWebsite(
  db: Kysely<Schema>,
  organizationId: string,
  website: Pick<Website, 'url' | 'origin' | 'name' | 'tags'>,
): Promise<Website | undefined> {
  return db
    .insertInto('websites')
    .values({ id: newId('ws'), organization_id: organizationId, ...website })
    .onConflict((conflict) => conflict.columns(['organization_id', 'origin']).doNothing())
    .returningAll()
    .executeTakeFirst()
}

export function updateWebsite(
  db: Kysely<Schema>,
  organizationId: string,
  id: string,
  changes: { name?: string; tags?: string[] },
): Promise<Website | undefined> {
  return db
    .updateTable('websites')
    .set({ ...changes, updated_at: new Date() })
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
