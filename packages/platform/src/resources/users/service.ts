import type { MemberRole } from '../../db/schema.ts'
import { ApiError } from '../../errors.ts'
import { requireScope } from '../../http/authenticate.ts'
import { ROLE_SCOPES } from '../../http/roles.ts'
import type { Call } from '../../http/route.ts'
import { findUser, lockOwners, removeMember, setRole, type UserRow } from './store.ts'

/** The person themselves, for whoever is logged in. */
const ME = 'me'

/** Throws `not_found`, also for a person of another organisation. */
export async function existing({ db, organizationId, caller }: Call, id: string): Promise<UserRow> {
  const wanted = id === ME ? (caller.person?.id ?? '') : id
  const user = await findUser(db, organizationId, wanted)
  if (!user) throw new ApiError('not_found', `There is no person ${id} in your organisation.`)
  return user
}

/** Nobody gives or takes what they do not have themselves. Throws `insufficient_scope`. */
export function requireRights({ caller }: Pick<Call, 'caller'>, role: MemberRole): void {
  for (const scope of ROLE_SCOPES[role]) requireScope(caller, scope)
}

/** Throws `insufficient_scope` and `last_owner`. */
export async function changeRole(call: Call, user: UserRow, role: MemberRole): Promise<UserRow> {
  const { db, organizationId } = call
  if (role === user.role) return user
  requireRights(call, user.role)
  requireRights(call, role)
  await refuseLastOwner(call, user)
  await setRole(db, organizationId, user.id, role)
  return existing(call, user.id)
}

/** Takes the person out of the organisation; the account stays theirs. Throws `insufficient_scope` and `last_owner`. */
export async function removeUser(call: Call, user: UserRow): Promise<void> {
  requireRights(call, user.role)
  await refuseLastOwner(call, user)
  await removeMember(call.db, call.organizationId, user.id)
}

async function refuseLastOwner({ db, organizationId }: Call, { id, name }: UserRow): Promise<void> {
  const owners = await lockOwners(db, organizationId)
  if (owners.length === 1 && owners[0] === id)
    throw new ApiError('last_owner', `${name} is the only owner. Make somebody else one first.`)
}
