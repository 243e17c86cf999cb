import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { ApiError } from '../errors.ts'
import type { Caller } from '../http/authenticate.ts'
import { callerFor, type Gate } from '../http/credentials.ts'
import { keyCookie, keyOfCookie } from '../http/session.ts'
import { addressOf } from '../people/person.ts'

const LIFE = 12 * 3600 // seconds

/**
 * Begins a session: the API key, sealed under the installation's secret, in a cookie that scripts cannot read and other
 * sites cannot send along with a form. The key is asked about at each use, so that revoking it ends its sessions.
 */
export function beginSession(reply: FastifyReply, context: Context, key: string): void {
  const sealed = context.secrets.seal(JSON.stringify({ session: key, until: Date.now() + LIFE * 1000 }))
  setCookie(reply, context, sealed.toString('base64url'), LIFE)
}

export function endSession(reply: FastifyReply, context: Context): void {
  setCookie(reply, context, '', 0)
}

function setCookie(reply: FastifyReply, context: Context, value: string, maxAge: number): void {
  const secure = context.config.publicUrl.startsWith('https:') ? '; Secure' : ''
  reply.header(
    'set-cookie',
    `${keyCookie(context)}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`,
  )
}

/**
 * As whom a reader's log-in lets them read: a key, or a person once for each organisation that they belong to. Empty when
 * nobody is logged in, or not any more. Rejects only when the database is away.
 */
export async function callersOf(request: FastifyRequest, gate: Gate): Promise<Caller[]> {
  const { context, authenticator, people } = gate
  const address = addressOf(request, context)
  const person = await people.personOf(request)
  const key = keyOfCookie(request, context)
  const tries = [
    ...(person?.memberships ?? []).map(({ organization_id }) => callerFor(person!, address, organization_id, gate)),
    ...(key === null ? [] : [authenticator.authenticate(`Bearer ${key}`, { address })]),
  ]
  const callers: Caller[] = []
  for (const result of await Promise.allSettled(tries)) {
    if (result.status === 'fulfilled') callers.push(result.value)
    else if (!(result.reason instanceof ApiError)) throw result.reason
  }
  return callers
}

/** Where to go after the log-in: a path of ours, whatever was asked for. */
export function safeNext(next: unknown): string {
  const base = 'http://own.invalid'
  if (typeof next !== 'string' || !next.startsWith('/') || !URL.canParse(next, base)) return '/login'
  const url = new URL(next, base)
  // “/.//elsewhere” is normalised to a path that a browser would read as a host.
  return url.origin === base && !url.pathname.startsWith('//') ? url.pathname + url.search : '/login'
}
