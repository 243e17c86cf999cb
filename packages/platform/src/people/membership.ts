import { createHash, randomBytes } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { appendAuditEntry } from '../audit/append.ts'
import type { Context } from '../context.ts'
import type { MemberRole, Schema } from '../db/schema.ts'
import type { Person } from './person.ts'

const TOKEN_BYTES = 32

/** What a link to an invitation leads to. */
export interface Invited {
  id: string
  organization_id: string
  /** Its name. */
  organization: string
  email: string
  role: MemberRole
  mailed_at: Date | null
  expires_at: Date
  accepted_at: Date | null
  revoked_at: Date | null
}

/** What an invitation's link holds, and what is stored of it. */
export function newInvitationToken(): { token: string; token_hash: Buffer } {
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  return { token, token_hash: hashOf(token) }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** The invitation that a link leads to, as long as it can be accepted. */
export async function findInvitation({ database }: Pick<Context, 'database'>, token: string): Promise<Invited | null> {
  const { rows } = await sql<Invited>`SELECT * FROM find_invitation(${hashOf(token)})`.execute(database.app)
  const found = rows[0]
  if (!found || found.accepted_at || found.revoked_at || found.expires_at.getTime() <= Date.now()) return null
  return found
}

/**
 * Makes the person a member, once. False when the invitation has ended meanwhile. Whoever has a link that was sent to an
 * address can read that address's mail, so the address counts as confirmed.
 */
export async function acceptInvitation(
  { database, secrets }: Pick<Context, 'database' | 'secrets'>,
  invitation: Invited,
  { id: userId }: Pick<Person, 'id'>,
  source: { address: string; requestId: string },
): Promise<boolean> {
  const { id, organization_id, role } = invitation
  const accepted = await database
    .as(organization_id)
    .transaction()
    .execute(async (trx) => {
      const { numUpdatedRows } = await trx
        .updateTable('invitations')
        .set({ accepted_at: new Date(), accepted_by: userId, updated_at: new Date() })
        .where('organization_id', '=', organization_id)
        .where('id', '=', id)
        .where('accepted_at', 'is', null)
        .where('revoked_at', 'is', null)
        .where('expires_at', '>', new Date())
        .executeTakeFirst()
      if (numUpdatedRows === 0n) return false
      await trx
        .insertInto('memberships')
        .values({ organization_id, user_id: userId, role })
        // Invited twice: the later one says what the person is now, but takes nothing from an owner.
        .onConflict((conflict) =>
          conflict
            .columns(['organization_id', 'user_id'])
            .doUpdateSet({ role, updated_at: new Date() })
            .where('memberships.role', '<>', 'owner'),
        )
        .execute()
      const { address, requestId: request_id } = source
      await appendAuditEntry(trx, secrets, {
        ...{ organization_id, actor: userId, address, request_id, operation: 'acceptInvitation', object_id: id },
        ...{ before: null, after: { id, email: invitation.email, role, user_id: userId } },
      })
      return true
    })
  if (accepted && invitation.mailed_at) await confirmAddress(database.system, userId)
  return accepted
}

async function confirmAddress(system: Kysely<Schema>, userId: string): Promise<void> {
  await system.updateTable('auth_users').set({ email_verified: true }).where('id', '=', userId).execute()
}

/** The first owner of the default organisation. False when it has somebody already: the link worked once. */
export async function makeFirstOwner(
  { database, secrets }: Pick<Context, 'database' | 'secrets'>,
  userId: string,
  { address, requestId: request_id }: { address: string; requestId: string },
): Promise<boolean> {
  return await database.system.transaction().execute(async (trx) => {
    const { default_organization_id: organization_id } = await trx
      .selectFrom('installation')
      .select('default_organization_id')
      .forUpdate()
      .executeTakeFirstOrThrow()
    const somebody = trx.selectFrom('memberships').select('user_id').where('organization_id', '=', organization_id)
    if (await somebody.limit(1).executeTakeFirst()) return false
    await trx.insertInto('memberships').values({ organization_id, user_id: userId, role: 'owner' }).execute()
    await sql`SELECT set_config('lasthash.organization_id', ${organization_id}, true)`.execute(trx)
    await appendAuditEntry(trx, secrets, {
      ...{ organization_id, actor: userId, address, request_id, operation: 'setUp', object_id: userId },
      ...{ before: null, after: { user_id: userId, role: 'owner' } },
    })
    return true
  })
}

/** Whether nobody has an account in the default organisation yet. */
export async function needsOwner({ database }: Pick<Context, 'database'>): Promise<boolean> {
  const somebody = await database.system
    .selectFrom('memberships')
    .innerJoin('installation', 'installation.default_organization_id', 'memberships.organization_id')
    .select('user_id')
    .limit(1)
    .executeTakeFirst()
  return somebody === undefined
}

/**
 * After a log-in through the provider: whoever belongs to nothing gets the role of the setting in the default organisation,
 * where one is set. Gives who logged in; null when nobody did.
 */
export async function joinByProvider({ config, database }: Context, answer: Headers): Promise<string | null> {
  const token = answer
    .getSetCookie()
    .map((cookie) => /session_token=([^.;]+)\./.exec(decodeURIComponent(cookie))?.[1])
    .find((one) => one !== undefined)
  if (token === undefined) return null
  const { system } = database
  const session = await system
    .selectFrom('auth_sessions')
    .select('user_id')
    .where('token', '=', token)
    .executeTakeFirst()
  if (!session) return null
  const role = config.oidc?.role
  if (role !== undefined) {
    const known = await system
      .selectFrom('memberships')
      .select('user_id')
      .where('user_id', '=', session.user_id)
      .limit(1)
      .executeTakeFirst()
    if (!known) {
      await system
        .insertInto('memberships')
        .columns(['organization_id', 'user_id', 'role'])
        .expression((eb) =>
          eb
            .selectFrom('installation')
            .select(['default_organization_id', eb.val(session.user_id).as('user_id'), eb.val(role).as('role')]),
        )
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    }
  }
  return session.user_id
}
