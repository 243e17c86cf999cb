import type { Static } from 'typebox'
import { findFramework, mappedFrameworks } from '../../compliance/requirements.ts'
import { ApiError, type FieldError } from '../../errors.ts'
import type { Call } from '../../http/route.ts'
import { newId } from '../../identifier.ts'
import { findWebsite } from '../websites/store.ts'
import type { AttestationCreate } from './schema.ts'
import { type AttestationRow, insertAttestation } from './store.ts'

export const missing = (id: string) => new ApiError('not_found', `There is no attestation ${id}.`)

/** Throws `validation_failed` for a requirement that there is not, and `not_found` for a website. */
export async function attest(
  { db, organizationId, caller }: Call,
  given: Static<typeof AttestationCreate>,
): Promise<AttestationRow> {
  const { framework, requirement, website_id = null, verdict, statement, expires_at = null } = given
  refuse(faultsOf(given))
  if (website_id !== null && !(await findWebsite(db, organizationId, website_id)))
    throw new ApiError('not_found', `There is no website ${website_id}.`)
  return insertAttestation(db, {
    ...{ framework, requirement, website_id, verdict, statement },
    id: newId('att'),
    organization_id: organizationId,
    author: caller.actor,
    expires_at: expires_at === null ? null : new Date(expires_at),
  })
}

function faultsOf({ framework, requirement, expires_at }: Static<typeof AttestationCreate>): FieldError[] {
  const known = findFramework(framework)
  if (!known) {
    const names = mappedFrameworks().map(({ id }) => id)
    return [{ pointer: '/framework', detail: `is not known: ${names.join(', ')} are` }]
  }
  if (!known.requirements.some(({ number }) => number === requirement))
    return [{ pointer: '/requirement', detail: `is no requirement of ${known.name}` }]
  if (expires_at && Date.parse(expires_at) <= Date.now())
    return [{ pointer: '/expires_at', detail: 'must be in the future' }]
  return []
}

function refuse(errors: FieldError[]): void {
  const [first] = errors
  if (first)
    throw new ApiError('validation_failed', `The body does not validate. ${first.pointer}: ${first.detail}.`, {
      errors,
    })
}
