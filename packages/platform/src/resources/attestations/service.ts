import { createHash } from 'node:crypto'
import type { Static } from 'typebox'
import { ApiError, type FieldError } from '../../errors.ts'
import type { Call } from '../../http/route.ts'
import { newId } from '../../identifier.ts'
import { frameworkOfBody } from '../compliance/service.ts'
import { findWebsite } from '../websites/store.ts'
import { type AttestationCreate, fileKeyOf } from './schema.ts'
import { type AttestationRow, insertAttestation } from './store.ts'

export const missing = (id: string) => new ApiError('not_found', `There is no attestation ${id}.`)

/** Throws `validation_failed` for a requirement that there is not, and `not_found` for a website. */
export async function attest(
  { context, db, organizationId, caller }: Call,
  given: Static<typeof AttestationCreate>,
): Promise<AttestationRow> {
  const { framework, requirement, website_id = null, verdict, statement, expires_at = null, file } = given
  refuse(faultsOf(given))
  if (website_id !== null && !(await findWebsite(db, organizationId, website_id)))
    throw new ApiError('not_found', `There is no website ${website_id}.`)
  const id = newId('att')
  const bytes = file && Buffer.from(file.content, 'base64')
  if (bytes) await context.blobs.put(organizationId, fileKeyOf(id), bytes, file.media_type)
  return insertAttestation(db, {
    ...{ framework, requirement, website_id, verdict, statement },
    ...(bytes && {
      file_name: file.name,
      file_type: file.media_type,
      file_size: bytes.length,
      file_sha256: createHash('sha256').update(bytes).digest('hex'),
    }),
    id,
    organization_id: organizationId,
    author: caller.actor,
    expires_at: expires_at === null ? null : new Date(expires_at),
  })
}

function faultsOf({ framework, requirement, expires_at, file }: Static<typeof AttestationCreate>): FieldError[] {
  const known = frameworkOfBody(framework)
  if (!known.requirements.some(({ number }) => number === requirement))
    return [{ pointer: '/requirement', detail: `is no requirement of ${known.name}` }]
  if (expires_at && Date.parse(expires_at) <= Date.now())
    return [{ pointer: '/expires_at', detail: 'must be in the future' }]
  if (file && Buffer.from(file.content, 'base64').toString('base64') !== file.content)
    return [{ pointer: '/file/content', detail: 'must be base64 (RFC 4648 section 4, padded)' }]
  return []
}

function refuse(errors: FieldError[]): void {
  const [first] = errors
  if (first)
    throw new ApiError('validation_failed', `The body does not validate. ${first.pointer}: ${first.detail}.`, {
      errors,
    })
}
