import type { Kysely, Selectable } from 'kysely'
import type { AuthSessionsTable, Schema } from '../../db/schema.ts'
import type { Page } from '../../http/list.ts'

export type SessionRow = Omit<Selectable<AuthSessionsTable>, 'token'>

export interface SessionFilter {
  user_id?: string | undefined
}

/** Of the organisation's people, newest first; what each filter names has to fit. */
export function listSessions(
  db: Kysely<Schema>,
  organizationId: string,
  { take, before }: Page,
  filters: readonly SessionFilter[],
): Promise<SessionRow[]> {
  let query = db
    .selectFrom('auth_sessions as s')
    .innerJoin('memberships as m', 'm.user_id', 's.user_id')
    .select(['s.id', 's.user_id', 's.expires_at', 's.ip_address', 's.user_agent', 's.created_at', 's.updated_at'])
    .where('m.organization_id', '=', organizationId)
    .where('s.expires_at', '>', new Date())
  for (const { user_id } of filters) if (user_id !== undefined) query = query.where('s.user_id', '=', user_id)
  if (before) query = query.where('s.id', '<', before)
  return query.orderBy('s.id', 'desc').limit(take).execute()
}

/** Whether there was such a one among the organisation's people. */
export async function removeSession(
  trx: Kysely<Schema>,
  organizationId: string,
  id: string,
  { user_id }: SessionFilter,
): Promise<boolean> {
  const people = trx.selectFrom('memberships').select('user_id').where('organization_id', '=', organizationId)
  let query = trx.deleteFrom('auth_sessions').where('id', '=', id).where('user_id', 'in', people)
  if (user_id !== undefined) query = query.where('user_id', '=', user_id)
  const { numDeletedRows } = await query.executeTakeFirst()
  return numDeletedRows > 0n
}
