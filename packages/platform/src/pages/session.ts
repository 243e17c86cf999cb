import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { ApiError } from '../errors.ts'
import { clientAddress } from '../http/address.ts'
import type { Authenticator, Caller } from '../http/authenticate.ts'

const LIFE = 12 * 3600 // seconds

/** `__Host-` binds a cookie to this very host (RFC 6265bis section 4.1.3.2); browsers take it over HTTPS only. */
function cookieName({ config }: Context): string {
  return isSecure(config.publicUrl) ? '__Host-lasthash_session' : 'lasthash_session'
}

function isSecure(publicUrl: string): boolean {
  return publicUrl.startsWith('https:')
}

export function addressOf(request: FastifyRequest, { config }: Context): string {
  const { remoteAddress = '' } = request.socket
  return clientAddress(remoteAddress, request.headers['x-forwarded-for'], config.trustedProxies)
}

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
  const secure = isSecure(context.config.publicUrl) ? '; Secure' : ''
  reply.header(
    'set-cookie',
    `${cookieName(context)}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`,
  )
}

/** Who is logged in; null when nobody is, or not any more. Rejects only when the database is away. */
export async function sessionOf(
  request: FastifyRequest,
  context: Context,
  authenticator: Authenticator,
): Promise<Caller | null> {
  const key = keyOf(request, context)
  if (key === null) return null
  try {
    return await authenticator.authenticate(`Bearer ${key}`, addressOf(request, context))
  } catch (error) {
    if (error instanceof ApiError) return null
    throw error
  }
}

function keyOf(request: FastifyRequest, context: Context): string | null {
  const name = `${cookieName(context)}=`
  const cookie = (request.headers.cookie ?? '').split(/; */).find((one) => one.startsWith(name))
  if (!cookie) return null
  try {
    const opened = context.secrets.open(Buffer.from(cookie.slice(name.length), 'base64url'))
    const { session, until } = JSON.parse(opened.toString('utf8')) as { session?: unknown; until?: unknown }
    return typeof session === 'string' && typeof until === 'number' && until > Date.now() ? session : null
  } catch {
    // Not sealed by us, or under another secret.
    return null
  }
}

/** Refuses a form that another site sent (`Origin`, Fetch standard section 3.2). Programs that send none have no cookie to abuse. */
export function requireOwnOrigin(request: FastifyRequest, { config }: Context): void {
  const { origin, host } = request.headers
  const site = request.headers['sec-fetch-site']
  const foreign =
    origin === undefined ? site !== undefined && site !== 'same-origin' && site !== 'none' : !isOwn(origin)
  if (foreign)
    throw new ApiError(
      'origin_not_allowed',
      'The form was sent from another site. Open this page and send it from here.',
    )

  function isOwn(given: string): boolean {
    return given === new URL(config.publicUrl).origin || given === `http://${host}` || given === `https://${host}`
  }
}

/** Where to go after the log-in: a path of ours, whatever was asked for. */
export function safeNext(next: unknown): string {
  const base = 'http://own.invalid'
  if (typeof next !== 'string' || !next.startsWith('/') || !URL.canParse(next, base)) return '/login'
  const url = new URL(next, base)
  // “/.//elsewhere” is normalised to a path that a browser would read as a host.
  return url.origin === base && !url.pathname.startsWith('//') ? url.pathname + url.search : '/login'
}
