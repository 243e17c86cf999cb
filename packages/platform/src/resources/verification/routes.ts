import { Type } from 'typebox'
import { ApiError } from '../../errors.ts'
import { type Call, type Route, route } from '../../http/route.ts'
import { findWebsite } from '../websites/store.ts'
import { EXAMPLE, toVerification, Verification, VerificationCreate } from './schema.ts'
import { beginVerification, look, recordLook } from './service.ts'
import { findCovering } from './store.ts'

const params = Type.Object({ website_id: Type.String() })
const missing = (id: string) => new ApiError('not_found', `There is no website ${id}.`)

async function existing({ db, organizationId }: Pick<Call, 'db' | 'organizationId'>, id: string) {
  const website = await findWebsite(db, organizationId, id)
  if (!website) throw missing(id)
  return website
}

export const verificationRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/v1/websites/:website_id/verification',
    operationId: 'getVerification',
    summary: 'Get the verification of a website',
    scope: 'websites:read',
    params,
    answers: {
      200: { description: 'Whether it is shown to be yours, and how.', schema: Verification, example: EXAMPLE },
    },
    async handler({ db, organizationId, params: { website_id } }) {
      const website = await existing({ db, organizationId }, website_id)
      return { status: 200, body: toVerification(website, await findCovering(db, organizationId, website)) }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/websites/:website_id/verification',
    operationId: 'beginVerification',
    summary: 'Begin to verify a website',
    description:
      'Gives what to publish: a TXT record, a file, or a meta element in the head of the start page. The token stays the same when another way is chosen.',
    scope: 'websites:write',
    params,
    body: VerificationCreate,
    example: { method: 'dns' },
    answers: { 200: { description: 'What to publish, and where.', schema: Verification, example: EXAMPLE } },
    async handler(call) {
      const verification = await beginVerification(call, call.params.website_id, call.body.method as 'dns')
      if (!verification) throw missing(call.params.website_id)
      return { status: 200, body: verification }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/websites/:website_id/verification/check',
    operationId: 'checkVerification',
    summary: 'Look for the verification of a website',
    description:
      'Looks at once, for up to ten seconds. A verified website is looked at again every day; it stays verified for three days without.',
    scope: 'websites:write',
    params,
    answers: {
      200: {
        description: 'What the look has shown.',
        schema: Verification,
        example: {
          ...EXAMPLE,
          status: 'verified',
          verified_at: '2026-01-15T08:00:00Z',
          checked_at: '2026-01-15T08:00:00Z',
        },
      },
    },
    errors: ['verification_not_begun'],
    async handler(call) {
      const { context, organizationId, signal, params } = call
      const website = await existing(call, params.website_id)
      const unlooked = toVerification(website, null)
      if (!website.verification_method) await look(context, website)
      // The look takes seconds: no transaction is held open for it.
      const afterCommit = async () => {
        const proof = await look(context, website, signal)
        const db = context.database.as(organizationId)
        const present = await db.transaction().execute((trx) => recordLook(trx, website, proof))
        return { status: 200, body: toVerification(present, await findCovering(db, organizationId, present)) }
      }
      return { status: 200, body: unlooked, afterCommit }
    },
  }),
]
