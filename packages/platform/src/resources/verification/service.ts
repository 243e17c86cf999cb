import { randomBytes } from 'node:crypto'
import { type OwnershipMethod, type OwnershipProof, proveOwnership } from '@lasthash/scanner'
import type { Kysely, Selectable } from 'kysely'
import type { Context } from '../../context.ts'
import type { Schema, WebsitesTable } from '../../db/schema.ts'
import { ApiError } from '../../errors.ts'
import { recordEvent } from '../../events/record.ts'
import type { Call } from '../../http/route.ts'
import { toWebsite } from '../websites/schema.ts'
import { failureOf, toVerification } from './schema.ts'
import { chooseMethod, findCovering, markFailing, markVerified, revoke } from './store.ts'

type Website = Selectable<WebsitesTable>

const TOKEN_BYTES = 18 // 144 bits, 24 characters of base64url
const GRACE = 3 * 86_400_000 // milliseconds of failing after which a verification is lost

/** Chooses the way and gives what to publish. Undefined when there is no such website. */
export async function beginVerification(
  { db, organizationId }: Pick<Call, 'db' | 'organizationId'>,
  id: string,
  method: OwnershipMethod,
) {
  const website = await chooseMethod(db, organizationId, id, method, randomBytes(TOKEN_BYTES).toString('base64url'))
  return website && toVerification(website, await findCovering(db, organizationId, website))
}

/** Looks at the website, outside of any transaction. Throws `verification_not_begun` when nothing was to be published. */
export function look({ config }: Context, website: Website, signal?: AbortSignal): Promise<OwnershipProof> {
  const { origin, verification_token, verification_method } = website
  if (!verification_token || !verification_method) {
    throw new ApiError(
      'verification_not_begun',
      `Nothing was to be published for ${website.id} yet. POST its verification with a method first.`,
    )
  }
  return proveOwnership({
    url: origin,
    token: verification_token,
    methods: [verification_method],
    allowPrivate: config.allowPrivate,
    dnsServers: config.dnsServers,
    signal,
  })
}

/** Writes down what a look has shown, tells of what changed by it, and gives the website as it is then. */
export async function recordLook(trx: Kysely<Schema>, website: Website, proof: OwnershipProof): Promise<Website> {
  const now = new Date()
  if (proof.method) {
    const verified = await markVerified(trx, website.id, now)
    if (!website.verified_at) {
      await recordEvent(trx, website.organization_id, 'website.verified', toWebsite(verified))
    }
    return verified
  }
  const failing = await markFailing(trx, website.id, now, failureOf(proof))
  const since = failing.verification_failing_since
  if (!since || now.getTime() - since.getTime() < GRACE) return failing
  const lost = await revoke(trx, website.id)
  await recordEvent(trx, website.organization_id, 'website.verification_lost', toWebsite(lost))
  return lost
}
