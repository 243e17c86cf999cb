import type { WellKnownEvidence } from '../evidence.ts'
import type { Exchange } from '../net/exchange.ts'
import { defineGatherer } from '../source.ts'

const MAX_BODY = 256 * 1024 // bytes; RFC 9309 section 2.5 wants 500 KiB of robots.txt read, but only to crawl

const PATHS: Record<keyof WellKnownEvidence, string> = {
  security_txt: '/.well-known/security.txt',
  security_txt_root: '/security.txt',
  robots_txt: '/robots.txt',
  crossdomain_xml: '/crossdomain.xml',
  client_access_policy_xml: '/clientaccesspolicy.xml',
}

/** Files with an agreed place, redirects within the site followed. */
export default defineGatherer({
  name: 'well_known',
  needs: ['page'],
  scans: ['quick', 'full', 'active'],
  async gather(net, { page }): Promise<WellKnownEvidence> {
    const entries = await Promise.all(
      Object.entries(PATHS).map(async ([name, path]): Promise<[string, Exchange | null]> => {
        const { exchanges } = await net.navigate(page.origin + path, { maxBody: MAX_BODY })
        return [name, exchanges.at(-1) ?? null]
      }),
    )
    return Object.fromEntries(entries) as unknown as WellKnownEvidence
  },
})
