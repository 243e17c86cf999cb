import { sql } from 'kysely'
import { inOrganization, isDuplicate } from '../../db/client.ts'
import { jsonb } from '../../db/jsonb.ts'
import type { Plan } from '../../db/schema.ts'
import { ApiError } from '../../errors.ts'
import { API_KEYS_CHANNEL, requireScope } from '../../http/authenticate.ts'
import type { Call } from '../../http/route.ts'
import { admitScansAsSystem } from '../../jobs/admit.ts'
import { type BrandingChanges, checkBranding } from './branding.ts'
import {
  alignTestOrganization,
  findOrganization,
  insertOrganization,
  type Organization,
  updateOrganization,
} from './store.ts'

interface GivenLimits {
  requests_per_minute?: number | null
  concurrent_scans?: number | null
}

interface Changes {
  name?: string
  plan?: Plan
  limits?: GivenLimits
  suspended?: boolean
  allowed_origins?: string[] | null
  branding?: BrandingChanges
}

/** What only the organisation above may change. */
const FROM_ABOVE = ['plan', 'limits', 'suspended'] as const

/** Throws `not_found` for one that is neither the caller's own nor under it. */
export async function existing({ db, organizationId }: Call, id: string) {
  const row = await findOrganization(db, organizationId, id)
  if (!row) throw new ApiError('not_found', `There is no organisation ${id}.`)
  return row
}

/** Makes an organisation under the caller's. Throws `insufficient_scope`, and `organization_not_parent` when the caller's is under another itself. */
export async function createOrganization(call: Call, given: { name: string; plan: Plan; limits?: GivenLimits }) {
  const { db, organizationId, caller } = call
  requireScope(caller, 'billing:write')
  const { parent_id } = await existing(call, organizationId)
  if (parent_id !== null) {
    throw new ApiError(
      'organization_not_parent',
      'Your organisation is under another one, so it has none under itself. Ask the organisation above to make one.',
    )
  }
  const { name, plan, limits = {} } = given
  const { requests_per_minute = null, concurrent_scans = null } = limits
  return await insertOrganization(db, organizationId, { name, plan, requests_per_minute, concurrent_scans })
}

/** JSON merge patch. Every server forgets what it knew of the organisation when this commits; waiting scans begin if they may. */
export async function changeOrganization(call: Call, id: string, changes: Changes) {
  const { db, organizationId, context } = call
  const present = await existing(call, id)
  const refused = id === organizationId ? FROM_ABOVE.filter((name) => changes[name] !== undefined) : []
  if (refused.length > 0) {
    const detail = 'is not for the organisation itself to change: the one above it does'
    throw new ApiError('validation_failed', `The body does not validate. /${refused[0]} ${detail}.`, {
      errors: refused.map((name) => ({ pointer: `/${name}`, detail })),
    })
  }
  if (FROM_ABOVE.some((name) => changes[name] !== undefined)) requireScope(call.caller, 'billing:write')
  const { limits = {}, suspended, allowed_origins, branding, ...rest } = changes
  const columns = {
    ...rest,
    ...limits,
    ...(allowed_origins === undefined ? {} : { allowed_origins: allowed_origins ?? [] }),
    ...(branding ? brandingColumns(present, branding) : {}),
    ...(suspended === undefined ? {} : { suspended_at: suspended ? (present.suspended_at ?? new Date()) : null }),
  }
  const row = await updateOrganization(db, organizationId, id, columns).catch((error: unknown) => {
    throw isDuplicate(error, 'organizations_domain_key')
      ? new ApiError('domain_taken', `${branding?.domain} is another organisation’s domain here. Use another name.`)
      : error
  })
  context.brands.forget()
  // Keys are remembered together with their organisation.
  await sql`SELECT pg_notify(${API_KEYS_CHANNEL}, '')`.execute(db)
  if (id !== organizationId) await inOrganization(db, organizationId, id, () => alignTestOrganization(db, row))
  if (id !== organizationId) await admitScansAsSystem(context.queue, db, id)
  return row
}

/** A domain that changes has to be seen to lead here anew. */
function brandingColumns(present: Organization, { domain, ...changes }: BrandingChanges) {
  checkBranding(changes)
  const branding = { ...present.branding, ...changes }
  const moved = domain !== undefined && domain !== present.domain
  return { branding: jsonb(branding), ...(moved ? { domain, domain_active_at: null } : {}) }
}
