import { sql } from 'kysely'
import { inOrganization } from '../../db/client.ts'
import { ApiError } from '../../errors.ts'
import { API_KEYS_CHANNEL, requireScope } from '../../http/authenticate.ts'
import type { Call } from '../../http/route.ts'
import { admitScansAsSystem } from '../../jobs/admit.ts'
import { existing } from './service.ts'
import { alignTestOrganization, updateOrganization } from './store.ts'

/**
 * Suspends the organisation, its test data included, and lets it go after the days of grace; asked again, the days stay as
 * they are. Throws `insufficient_scope`, and `organization_not_deletable` for one that is under none, and for test data by itself.
 */
export async function requestDeletion(call: Call, id: string) {
  requireScope(call.caller, 'billing:write')
  const present = await existing(call, id)
  if (present.parent_id === null || present.test) {
    throw new ApiError(
      'organization_not_deletable',
      present.test
        ? 'It holds the test data of another organisation, and goes with that one.'
        : 'It is under no other organisation, so nobody could take the deletion back. Remove its websites, or the installation.',
    )
  }
  if (present.deletion_requested_at) return present
  const now = new Date()
  return await told(call, id, { deletion_requested_at: now, suspended_at: present.suspended_at ?? now })
}

/** Takes the deletion back; an organisation that was suspended before it stays so. Throws `insufficient_scope`, `not_found`. */
export async function restoreOrganization(call: Call, id: string) {
  requireScope(call.caller, 'billing:write')
  const present = await existing(call, id)
  const { deletion_requested_at, suspended_at } = present
  if (!deletion_requested_at) return present
  const suspendedBefore = suspended_at && suspended_at < deletion_requested_at
  return await told(call, id, { deletion_requested_at: null, suspended_at: suspendedBefore ? suspended_at : null })
}

/** The change of one organisation, told to every server and to its test data. */
async function told(call: Call, id: string, changes: Parameters<typeof updateOrganization>[3]) {
  const { db, organizationId, context } = call
  const row = await updateOrganization(db, organizationId, id, changes)
  await sql`SELECT pg_notify(${API_KEYS_CHANNEL}, '')`.execute(db)
  await inOrganization(db, organizationId, id, () => alignTestOrganization(db, row))
  await admitScansAsSystem(context.queue, db, id)
  return row
}
