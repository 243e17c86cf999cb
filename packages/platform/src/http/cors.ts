import type { FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { Context } from '../context.ts'

const PREFLIGHT_LIFE = 600 // seconds that a browser may remember a preflight's answer

const METHODS = 'GET, POST, PATCH, DELETE'
const REQUEST_HEADERS =
  'Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, LastHash-Organization, Last-Event-ID, Prefer, traceparent'
const ANSWER_HEADERS =
  'Request-Id, ETag, RateLimit, RateLimit-Policy, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, Retry-After, Location, Idempotent-Replayed, Preference-Applied, Deprecation, Sunset, Link, Allow'

/**
 * Lets the playground, which lives on our own origin, read every answer. An organisation's own origins are known only after
 * its key, so the routes add them.
 */
export function shareWithOwnOrigin(
  { headers: { origin } }: FastifyRequest,
  reply: FastifyReply,
  publicUrl: string,
): void {
  reply.header('vary', 'Origin')
  if (!origin) return
  if (origin === new URL(publicUrl).origin) reply.header('access-control-allow-origin', origin)
  reply.header('access-control-expose-headers', ANSWER_HEADERS)
}

/**
 * A preflight (Fetch standard, section 3.2.2) carries no key: it is granted to our own origin and to those that some
 * organisation has named; the answer to the request itself then decides by the key.
 */
export async function sendPreflight(
  { headers: { origin } }: FastifyRequest,
  reply: FastifyReply,
  { config, database }: Pick<Context, 'config' | 'database'>,
): Promise<FastifyReply> {
  reply.code(204)
  if (!origin) return reply.header('allow', `${METHODS}, HEAD, OPTIONS`).send()
  if (origin !== new URL(config.publicUrl).origin) {
    const { rows } = await sql<{
      allowed: boolean
    }>`SELECT is_allowed_origin(${origin.slice(0, 300)}) AS allowed`.execute(database.app)
    if (!rows[0]!.allowed) return reply.send()
    reply.header('access-control-allow-origin', origin)
  }
  return reply
    .headers({
      'access-control-allow-methods': METHODS,
      'access-control-allow-headers': REQUEST_HEADERS,
      'access-control-max-age': String(PREFLIGHT_LIFE),
    })
    .send()
}
