import type { FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { ApiError } from '../errors.ts'

/** `__Host-` binds a cookie to this very host (RFC 6265bis section 4.1.3.2); browsers take it over HTTPS only. */
export function keyCookie({ config }: Pick<Context, 'config'>): string {
  return config.publicUrl.startsWith('https:') ? '__Host-lasthash_session' : 'lasthash_session'
}

/** The API key that was logged in with, out of the cookie that holds it sealed; null when there is none, or not any more. */
export function keyOfCookie(request: FastifyRequest, context: Pick<Context, 'config' | 'secrets'>): string | null {
  const name = `${keyCookie(context)}=`
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
export function requireOwnOrigin(request: FastifyRequest, context: Pick<Context, 'config'>): void {
  const { origin } = request.headers
  const site = request.headers['sec-fetch-site']
  const foreign =
    origin === undefined
      ? site !== undefined && site !== 'same-origin' && site !== 'none'
      : !isOwnOrigin(request, context)
  if (foreign)
    throw new ApiError(
      'origin_not_allowed',
      'The form was sent from another site. Open this page and send it from here.',
    )
}

/** Whether the request says that a page of ours sent it. */
export function isOwnOrigin(
  { headers: { origin, host } }: FastifyRequest,
  { config }: Pick<Context, 'config'>,
): boolean {
  return origin === new URL(config.publicUrl).origin || origin === `http://${host}` || origin === `https://${host}`
}
