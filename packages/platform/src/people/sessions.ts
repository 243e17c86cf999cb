import type { Selectable } from 'kysely'
import type { Context } from '../context.ts'
import type { AuthSessionsTable } from '../db/schema.ts'

export type OpenSession = Omit<Selectable<AuthSessionsTable>, 'token' | 'user_id' | 'expires_at'>

/** A person's log-ins that have not ended, newest first. */
export function openSessionsOf({ database }: Pick<Context, 'database'>, userId: string): Promise<OpenSession[]> {
  return database.system
    .selectFrom('auth_sessions')
    .select(['id', 'ip_address', 'user_agent', 'created_at', 'updated_at'])
    .where('user_id', '=', userId)
    .where('expires_at', '>', new Date())
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
}

/** Ends one of a person's log-ins, or all but one. */
export async function endSessionsOf(
  { database }: Pick<Context, 'database'>,
  userId: string,
  which: { id: string } | { except: string },
): Promise<void> {
  const query = database.system.deleteFrom('auth_sessions').where('user_id', '=', userId)
  await ('id' in which ? query.where('id', '=', which.id) : query.where('id', '<>', which.except)).execute()
}

/** Whether the person has a password here, and does not come through the provider alone. */
export async function ownPasswordOf({ database }: Pick<Context, 'database'>, userId: string): Promise<boolean> {
  const found = await database.system
    .selectFrom('auth_accounts')
    .select('id')
    .where('user_id', '=', userId)
    .where('password', 'is not', null)
    .executeTakeFirst()
  return found !== undefined
}
