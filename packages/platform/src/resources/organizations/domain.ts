import type { FastifyInstance } from 'fastify'
import { request } from 'undici'
import type { Context } from '../../context.ts'
import { ApiError } from '../../errors.ts'
import type { Call } from '../../http/route.ts'
import { openOutbound } from '../../outbound.ts'
import { existing } from './service.ts'
import { updateOrganization } from './store.ts'

const PROOF_PATH = '/.well-known/lasthash-domain'
const TIME_LIMIT = 10_000 // milliseconds for the domain to answer
const MOST = 1_024 // characters of what it answers that are looked at

/** Answers under every name that leads here with a proof which no other installation can give for that name. */
export function serveDomainProof(app: FastifyInstance, { secrets }: Context): void {
  app.get(PROOF_PATH, (request, reply) =>
    reply
      .headers({ 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
      .send(secrets.proveDomain((request.headers.host ?? '').toLowerCase())),
  )
}

/** The domain that is to be looked for. Throws `domain_not_set`, and `not_found`. */
export async function wantedDomain(call: Call, id: string): Promise<string> {
  const { domain } = await existing(call, id)
  if (domain) return domain
  throw new ApiError('domain_not_set', 'The organisation’s branding names no domain yet. PATCH it first.')
}

/**
 * Asks the domain over the network, and takes it into use when this installation answers. Throws `domain_not_here` with what
 * came instead.
 */
export async function activateDomain({ context, db, organizationId, signal }: Call, id: string, domain: string) {
  const { config, secrets, brands } = context
  const url = `${new URL(config.publicUrl).protocol}//${domain}${PROOF_PATH}`
  const seen = await askFor(url, config.allowPrivate, signal)
  if (seen !== secrets.proveDomain(domain))
    throw new ApiError(
      'domain_not_here',
      `${url} does not lead to this service: ${seen.startsWith('!') ? seen.slice(1) : 'something else answered'}. Point the name at it, with a certificate, and have the proxy pass the Host header on.`,
    )
  const row = await updateOrganization(db, organizationId, id, { domain_active_at: new Date() })
  brands.forget()
  return row
}

/** What is there; after an exclamation mark what went wrong. */
async function askFor(url: string, allowPrivate: boolean, signal: AbortSignal): Promise<string> {
  const dispatcher = openOutbound({ allowPrivate })
  try {
    const both = AbortSignal.any([signal, AbortSignal.timeout(TIME_LIMIT)])
    const answer = await request(url, { dispatcher, signal: both })
    let text = ''
    for await (const chunk of answer.body) {
      text += String(chunk)
      if (text.length > MOST) break
    }
    return answer.statusCode === 200 ? text.trim() : `!it answered ${answer.statusCode}`
  } catch (error) {
    const { name, message } = error as Error
    return `!${name === 'TimeoutError' ? 'it did not answer within ten seconds' : message}`
  } finally {
    await dispatcher.destroy()
  }
}
