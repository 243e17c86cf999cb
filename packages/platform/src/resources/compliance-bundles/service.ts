import { createHash } from 'node:crypto'
import { privateKeyOf, sealBundle } from '@lasthash/bundle'
import { rfc3339 } from '@lasthash/scanner'
import { reportBrand } from '../../branding.ts'
import { jsonb } from '../../db/jsonb.ts'
import { ApiError } from '../../errors.ts'
import type { Call } from '../../http/route.ts'
import { newId } from '../../identifier.ts'
import { assessScope, frameworkOfBody, type Scope } from '../compliance/service.ts'
import { presentKey } from '../signing-keys/store.ts'
import { entriesOf } from './entries.ts'
import { type BundleRow, insertBundle } from './store.ts'

/** A bundle is made whole in memory, evidence of all its websites included. */
const MOST_WEBSITES = 100

export const TYPE = 'application/x-tar'

export const keyOf = (id: string) => `bundles/${id}.tar`

export const missing = (id: string) => new ApiError('not_found', `There is no bundle ${id}.`)

/** Assesses, gathers, signs and keeps. Throws `validation_failed`, `not_found`, `too_many_websites`. */
export async function makeBundle(call: Call, given: { framework: string } & Scope): Promise<BundleRow> {
  const { db, organizationId, context, caller, publicUrl } = call
  const framework = frameworkOfBody(given.framework)
  const assessment = await assessScope(call, framework, given, MOST_WEBSITES)
  const brand = reportBrand(await context.brands.of(organizationId))
  const { blobs, renderer } = context
  const entries = await entriesOf({ db, organizationId, blobs, renderer, brand, signal: call.signal }, assessment)
  const key = await presentKey(db, context.secrets, organizationId)
  const id = newId('bdl')
  const created_at = new Date()
  const { scope, totals } = assessment
  const { bytes } = sealBundle(
    {
      id,
      created_at: rfc3339(created_at),
      issuer: publicUrl,
      subject: { framework: assessment.framework, scope, assessed_at: assessment.assessed_at, totals },
      entries,
    },
    { x: key.public_key, privateKey: privateKeyOf(context.secrets.open(key.private_key).toString('utf8')) },
  )
  await context.blobs.put(organizationId, keyOf(id), bytes, TYPE)
  return insertBundle(db, {
    id,
    organization_id: organizationId,
    framework: framework.id,
    scope: jsonb(scope),
    totals: jsonb(totals),
    signing_key_id: key.id,
    entry_count: entries.length,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    created_by: caller.actor,
    created_at,
  })
}
