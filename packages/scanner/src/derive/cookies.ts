import { getPublicSuffix } from 'tldts'
import { CSRF_COOKIES, HARMLESS_COOKIES, SESSION_COOKIES, SESSION_WORDS } from '../../data/cookie-names.ts'
import { type Exchange, headerValues } from '../net/exchange.ts'
import { defineDerivation } from '../source.ts'
import { looksRandom } from './entropy.ts'
import { parseSetCookie, type SetCookie } from './set-cookie.ts'

/** What hangs on a cookie, as far as its name and value tell. */
export type CookieRole = 'session' | 'csrf' | 'harmless' | 'unknown'
/** Why browsers do not store it (RFC 6265bis section 5.7; CHIPS for `partitioned`). */
export type Rejection =
  | 'foreign_domain'
  | 'public_suffix'
  | 'secure_over_http'
  | 'none_without_secure'
  | 'secure_prefix'
  | 'host_prefix'
  | 'partitioned'

export interface Cookie extends SetCookie {
  /** The exchange that set it. */
  exchange: Exchange
  /** Its address. */
  url: string
  role: CookieRole
  rejected: Rejection | null
  /** True when it only serves to delete what was set before. */
  deletes: boolean
}

/**
 * What the exchanges leave in a browser's jar, in order of setting. A later cookie of the same name, domain and path takes
 * the earlier one's place; rejected ones stand beside, and take nobody's.
 */
export function cookiesOf(exchanges: readonly Exchange[]): Cookie[] {
  const jar = new Map<string, Cookie>()
  for (const exchange of exchanges) {
    for (const raw of headerValues(exchange.response.headers, 'set-cookie')) {
      const parsed = parseSetCookie(raw, exchange.started_at)
      if (!parsed) continue
      const url = new URL(exchange.request.url)
      const rejected = rejectionOf(parsed, url)
      const key = JSON.stringify([
        parsed.name,
        parsed.domain ?? url.hostname,
        parsed.path ?? defaultPath(url),
        rejected,
      ])
      jar.delete(key)
      jar.set(key, {
        ...parsed,
        exchange,
        url: exchange.request.url,
        role: roleOf(parsed),
        rejected,
        deletes: parsed.lifetime !== null && parsed.lifetime <= 0,
      })
    }
  }
  return [...jar.values()]
}

/** Those that a browser stores and sends back. */
export function stored(cookies: readonly Cookie[]): Cookie[] {
  return cookies.filter(({ rejected, deletes }) => rejected === null && !deletes)
}

/** The place of a cookie, with its name as the parameter. */
export function placeOf({ name, url, exchange }: Cookie) {
  return { url, method: exchange.request.method, parameter: name, exchange }
}

function rejectionOf(cookie: SetCookie, url: URL): Rejection | null {
  const host = url.hostname
  if (cookie.domain !== null && cookie.domain !== host) {
    // section 5.1.3: a domain matches a host name that ends in it; an address matches only itself
    if (/^[\d.]+$|^\[/.test(host) || !host.endsWith(`.${cookie.domain}`)) return 'foreign_domain'
    if (getPublicSuffix(host, { allowPrivateDomains: true }) === cookie.domain) return 'public_suffix'
  }
  if (cookie.secure && url.protocol !== 'https:') return 'secure_over_http'
  if (cookie.same_site === 'none' && !cookie.secure) return 'none_without_secure'
  const name = cookie.name.toLowerCase()
  if (name.startsWith('__secure-') && !cookie.secure) return 'secure_prefix'
  if (name.startsWith('__host-') && !(cookie.secure && cookie.domain === null && cookie.path === '/'))
    return 'host_prefix'
  return cookie.partitioned && !cookie.secure ? 'partitioned' : null
}

/** Section 5.1.4. */
function defaultPath(url: URL): string {
  return url.pathname.slice(0, url.pathname.lastIndexOf('/')) || '/'
}

/** Judges by the name first, and by the value where the name alone is not enough. */
export function roleOf({ name, value }: Pick<SetCookie, 'name' | 'value'>): CookieRole {
  const bare = name.toLowerCase().replace(/^__(?:host|secure)-/, '')
  if (CSRF_COOKIES.some((pattern) => pattern.test(bare))) return 'csrf'
  if (SESSION_COOKIES.some((pattern) => pattern.test(bare))) return 'session'
  if (HARMLESS_COOKIES.some((pattern) => pattern.test(bare))) return 'harmless'
  const words = name
    .replace(/^__(?:Host|Secure)-/i, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
  const compound = words.join('')
  return (words.some((word) => SESSION_WORDS.has(word)) || SESSION_WORDS.has(compound)) && looksRandom(value)
    ? 'session'
    : 'unknown'
}

export default defineDerivation({
  name: 'cookies',
  needs: ['page'],
  derive: ({ page }) => cookiesOf(page.redirects),
})
