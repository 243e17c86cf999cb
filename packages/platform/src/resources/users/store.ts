import type { Kysely } from 'kysely'
import type { MemberRole, Schema } from '../../db/schema.ts'
import type { Page } from '../../http/list.ts'

export interface UserRow {
  id: string
  name: string
  email: string
  email_verified: boolean
  role: MemberRole
  two_factor_enabled: boolean
  joined_at: Date
  updated_at: Date
}

function members(db: Kysely<Schema>, organizationId: string) {
  return db
    .selectFrom('memberships as m')
    .innerJoin('auth_users as u', 'u.id', 'm.user_id')
    .select(['u.id', 'u.name', 'u.email', 'u.email_verified', 'm.role', 'u.two_factor_enabled'])
    .select(['m.created_at as joined_at', 'm.updated_at'])
    .where('m.organization_id', '=', organizationId)
}

/** Those who made their account last come first. */
export function listUsers(db: Kysely<Schema>, organizationId: string, { take, before }: Page): Promise<UserRow[]> {
  let query = members(db, organizationId)
  if (before) query = query.where('m.user_id', '<', before)
  return query.orderBy('m.user_id', 'desc').limit(take).execute()
}

export function findUser(db: Kysely<Schema>, organizationId: string, id: string): Promise<UserRow | undefined> {
  return members(db, organizationId).where('m.user_id', '=', id).executeTakeFirst()
}

export function findUserByEmail(
  db: Kysely<Schema>,
  organizationId: string,
  email: string,
): Promise<UserRow | undefined> {
  return members(db, organizationId).where('u.email', '=', email).executeTakeFirst()
}

/** The owners' ids. Two who take each other's role away at the same moment take turns. */
export async function lockOwners(trx: Kysely<Schema>, organizationId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('memberships')
    .select('user_id')
    .where('organization_id', '=', organizationId)
    .where('role', '=', 'owner')
    .orderBy('user_id')
    .forUpdate()
    .execute()
  return rows.map(({ user_id }) => user_id)
}

export async function setRole(
  trx: Kysely<Schema>,
  organizationId: string,
  userId: string,
  role: MemberRole,
): Promise<void> {
  await trx
    .updateTable('memberships')
    .set({ role, updated_at: new Date() })
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .execute()
}

export async function removeMember(trx: Kysely<Schema>, organizationId: string, userId: string): Promise<void> {
  await trx
    .deleteFrom('memberships')
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .execute()
}
