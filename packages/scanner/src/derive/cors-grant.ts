import { type Exchange, headerValue } from '../net/exchange.ts'

/** What a browser lets a script of `origin` do with the response, by Fetch's "CORS check". */
export interface CorsGrant {
  /** `any` for `*`, which browsers honour only without credentials; `named` when the very origin is allowed. */
  access: 'none' | 'any' | 'named'
  /** True when cookies may go along: the origin is named and credentials are allowed. */
  credentials: boolean
  /** The header as it was sent; null when absent. */
  raw: string | null
}

/** Judges one answer for the origin that the request carried. Values compare byte by byte, and several fields are one. */
export function corsGrant(exchange: Exchange, origin: string): CorsGrant {
  const raw = headerValue(exchange.response.headers, 'access-control-allow-origin') ?? null
  const access = raw === '*' ? 'any' : raw !== null && raw === origin ? 'named' : 'none'
  const credentials = headerValue(exchange.response.headers, 'access-control-allow-credentials') === 'true'
  return { access, credentials: access === 'named' && credentials, raw }
}

/** The headers that grant access, to be quoted. */
export function grantText(exchange: Exchange): string {
  return exchange.response.headers
    .filter(([name]) => /^access-control-allow-(?:origin|credentials)$/i.test(name))
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')
}
