import type { HeaderList } from '../net/exchange.ts'
import { headerValues } from '../net/exchange.ts'
import { listValues } from './list-values.ts'

/** Cache-Control's directives: lower-case name to argument, empty where it has none. The first of a name counts. */
export type CacheControl = ReadonlyMap<string, string>

/** Parses Cache-Control (RFC 9111 section 5.2); an argument may be a token or a quoted string. */
export function parseCacheControl(headers: HeaderList): CacheControl {
  const directives = new Map<string, string>()
  for (const value of listValues(headerValues(headers, 'cache-control'))) {
    const [name = '', ...rest] = value.split('=')
    const key = name.trim().toLowerCase()
    const argument = rest
      .join('=')
      .trim()
      .replace(/^"(.*)"$/s, '$1')
    if (key !== '' && !directives.has(key)) directives.set(key, argument)
  }
  return directives
}

/**
 * Whether the response itself tells shared caches that they may keep and reuse it (RFC 9111 section 3). Set-Cookie does
 * not keep them from it. Without a word about it caches may guess, but no careful one does for such pages.
 */
export function isSharedCacheable(headers: HeaderList): boolean {
  const directives = parseCacheControl(headers)
  if (['no-store', 'no-cache', 'private'].some((name) => directives.has(name) && directives.get(name) === ''))
    return false
  if (
    headerValues(headers, 'vary').some((value) =>
      value.split(',').some((one) => ['*', 'cookie'].includes(one.trim().toLowerCase())),
    )
  )
    return false
  const shared = directives.get('s-maxage')
  if (shared !== undefined) return Number(shared) > 0
  const own = directives.get('max-age')
  return own === undefined ? directives.has('public') : Number(own) > 0
}
