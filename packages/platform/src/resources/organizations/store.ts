import type { Kysely, Selectable, Updateable } from 'kysely'
import type { OrganizationsTable, Plan, Schema } from '../../db/schema.ts'
import type { Page } from '../../http/list.ts'
import { newId } from '../../identifier.ts'

export type Organization = Selectable<OrganizationsTable>

/** The organisation itself and those under it, newest first. */
export function listOrganizations(
  db: Kysely<Schema>,
  organizationId: string,
  { take, before }: Page,
): Promise<Organization[]> {
  let query = db
    .selectFrom('organizations')
    .selectAll()
    .where((eb) => eb.or([eb('id', '=', organizationId), eb('parent_id', '=', organizationId)]))
  if (before) query = query.where('id', '<', before)
  return query.orderBy('id', 'desc').limit(take).execute()
}

/** The organisation itself, or one under it. */
export function findOrganization(
  db: Kysely<Schema>,
  organizationId: string,
  id: string,
): Promise<Organization | undefined> {
  return db
    .selectFrom('organizations')
    .selectAll()
    .where('id', '=', id)
    .where((eb) => eb.or([eb('id', '=', organizationId), eb('parent_id', '=', organizationId)]))
    .executeTakeFirst()
}

export interface NewOrganization {
  name: string
  plan: Plan
  requests_per_minute: number | null
  concurrent_scans: number | null
}

export function insertOrganization(
  db: Kysely<Schema>,
  parentId: string,
  given: NewOrganization,
): Promise<Organization> {
  return db
    .insertInto('organizations')
    .values({ id: newId('org'), parent_id: parentId, ...given })
    .returningAll()
    .executeTakeFirstOrThrow()
}

export function updateOrganization(
  db: Kysely<Schema>,
  organizationId: string,
  id: string,
  changes: Updateable<OrganizationsTable>,
): Promise<Organization> {
  return db
    .updateTable('organizations')
    .set({ ...changes, updated_at: new Date() })
    .where('id', '=', id)
    .where((eb) => eb.or([eb('id', '=', organizationId), eb('parent_id', '=', organizationId)]))
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** What test keys may do follows what live ones may. */
export async function alignTestOrganization(db: Kysely<Schema>, owner: Organization): Promise<void> {
  const { id, plan, requests_per_minute, concurrent_scans, suspended_at } = owner
  await db
    .updateTable('organizations')
    .set({ plan, requests_per_minute, concurrent_scans, suspended_at })
    .where('parent_id', '=', id)
    .where('test', '=', true)
    .execute()
}
