import { type Kysely, type Selectable, sql } from 'kysely'
import { isDuplicate } from '../../db/client.ts'
import type { Schema, WebsiteGroupsTable } from '../../db/schema.ts'
import { ApiError } from '../../errors.ts'
import type { Page } from '../../http/list.ts'
import { newId } from '../../identifier.ts'

export type Group = Selectable<WebsiteGroupsTable>

export function listGroups(db: Kysely<Schema>, organizationId: string, { take, before }: Page): Promise<Group[]> {
  let query = db.selectFrom('website_groups').selectAll().where('organization_id', '=', organizationId)
  if (before) query = query.where('id', '<', before)
  return query.orderBy('id', 'desc').limit(take).execute()
}

export function findGroup(db: Kysely<Schema>, organizationId: string, id: string): Promise<Group | undefined> {
  return db
    .selectFrom('website_groups')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Which of these there are; kept from being deleted until the transaction ends. */
export async function knownGroups(
  db: Kysely<Schema>,
  organizationId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('website_groups')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('id', 'in', [...ids])
    .forKeyShare()
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Throws `group_exists` when the organisation has one of this name. */
export async function insertGroup(
  db: Kysely<Schema>,
  organizationId: string,
  given: { name: string; description?: string },
): Promise<Group> {
  const made = await db
    .insertInto('website_groups')
    .values({ id: newId('grp'), organization_id: organizationId, ...given })
    .onConflict((conflict) => conflict.columns(['organization_id', 'name']).doNothing())
    .returningAll()
    .executeTakeFirst()
  if (!made) throw taken(given.name)
  return made
}

export async function updateGroup(
  db: Kysely<Schema>,
  organizationId: string,
  id: string,
  changes: { name?: string; description?: string },
): Promise<Group | undefined> {
  try {
    return await db
      .updateTable('website_groups')
      .set({ ...changes, updated_at: new Date() })
      .where('organization_id', '=', organizationId)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirst()
  } catch (error) {
    if (isDuplicate(error, 'website_groups_organization_id_name_key')) throw taken(changes.name!)
    throw error
  }
}

/** Its websites stay, without it. */
export async function deleteGroup(db: Kysely<Schema>, organizationId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('website_groups')
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (numDeletedRows === 0n) return false
  await sql`
    UPDATE websites SET group_ids = array_remove(group_ids, ${id}), updated_at = now()
    WHERE id IN (SELECT website_id FROM website_group_members WHERE organization_id = ${organizationId} AND group_id = ${id})
  `.execute(db)
  return true
}

function taken(name: string): ApiError {
  return new ApiError('group_exists', `There is a group with the name ${JSON.stringify(name)} already.`)
}
