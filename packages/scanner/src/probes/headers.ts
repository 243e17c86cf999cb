import { headerValue } from '../net/exchange.ts'
import { goodPage, type Probed, type ProbeOptions, probe } from './probe.ts'

/** The fields by which a site tells browsers to protect its visitors. */
export const SECURITY_HEADERS = [
  'strict-transport-security',
  'content-security-policy',
  'x-frame-options',
  'x-content-type-options',
  'referrer-policy',
  'permissions-policy',
  'cross-origin-opener-policy',
  'cross-origin-embedder-policy',
  'cross-origin-resource-policy',
] as const

export interface HeadersReading {
  url: string
  /** By name in lower case; those that are missing stand not in it. */
  headers: Record<string, string>
}

/** A Content-Security-Policy's nonces are new in every answer: they are left out. */
const NONCE = /'nonce-[^']*'/g
const LONGEST = 4_096 // characters kept of a value

/** The security headers of the start page. */
export function probeHeaders(options: ProbeOptions): Promise<Probed<HeadersReading>> {
  return probe(options, async (net, target) => {
    const { last } = await goodPage(net, target)
    const found = SECURITY_HEADERS.flatMap((name) => {
      const value = headerValue(last.response.headers, name)
      return value === undefined ? [] : [[name, value.replace(NONCE, "'nonce-…'").slice(0, LONGEST)] as const]
    })
    return { url: last.request.url, headers: Object.fromEntries(found) }
  })
}
