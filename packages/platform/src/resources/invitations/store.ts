import type { Insertable, Kysely, Updateable } from 'kysely'
import type { InvitationsTable, Schema } from '../../db/schema.ts'
import type { Page } from '../../http/list.ts'
import type { InvitationRow } from './schema.ts'

const COLUMNS = [
  ...(['id', 'organization_id', 'email', 'role', 'invited_by', 'mailed_at', 'expires_at', 'accepted_at'] as const),
  ...(['accepted_by', 'revoked_at', 'created_at', 'updated_at'] as const),
] as const

export function listInvitations(
  db: Kysely<Schema>,
  organizationId: string,
  { take, before }: Page,
): Promise<InvitationRow[]> {
  let query = db.selectFrom('invitations').select(COLUMNS).where('organization_id', '=', organizationId)
  if (before) query = query.where('id', '<', before)
  return query.orderBy('id', 'desc').limit(take).execute()
}

export function findInvitation(
  db: Kysely<Schema>,
  organizationId: string,
  id: string,
): Promise<InvitationRow | undefined> {
  return db
    .selectFrom('invitations')
    .select(COLUMNS)
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export function insertInvitation(db: Kysely<Schema>, invitation: Insertable<InvitationsTable>): Promise<InvitationRow> {
  return db.insertInto('invitations').values(invitation).returning(COLUMNS).executeTakeFirstOrThrow()
}

export function updateInvitation(
  db: Kysely<Schema>,
  organizationId: string,
  id: string,
  changes: Updateable<InvitationsTable>,
): Promise<InvitationRow> {
  return db
    .updateTable('invitations')
    .set({ ...changes, updated_at: new Date() })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()
}

/** Ends what was sent to the same address before: only the newest link opens. */
export async function revokePending(db: Kysely<Schema>, organizationId: string, email: string): Promise<void> {
  await db
    .updateTable('invitations')
    .set({ revoked_at: new Date(), updated_at: new Date() })
    .where('organization_id', '=', organizationId)
    .where('email', '=', email)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute()
}
