import { appendAuditEntry } from '../audit/append.ts'
import type { Context } from '../context.ts'

export interface AccountChange {
  userId: string
  address: string
  requestId: string
  /** As an `operationId` would be written. */
  operation: 'logIn' | 'setPassword' | 'enableTwoFactor' | 'disableTwoFactor' | 'endSessions'
}

/** Writes what people do with their own account into the audit log of each organisation that they belong to. */
export async function auditAccountChange(
  { database, secrets }: Pick<Context, 'database' | 'secrets'>,
  { userId, address, requestId, operation }: AccountChange,
): Promise<void> {
  const memberships = await database.system
    .selectFrom('memberships')
    .select('organization_id')
    .where('user_id', '=', userId)
    .execute()
  for (const { organization_id } of memberships) {
    const entry = { organization_id, actor: userId, address, request_id: requestId, operation, object_id: userId }
    await database
      .as(organization_id)
      .transaction()
      .execute((trx) => appendAuditEntry(trx, secrets, { ...entry, before: null, after: null }))
  }
}
