import { X509Certificate } from 'node:crypto'
import { getDomain } from 'tldts'
import type { SubdomainsEvidence } from '../evidence.ts'
import { defineGatherer } from '../source.ts'

const MOST_NAMES = 12

/** Other names of the domain that the certificate tells, and where DNS leads them. */
export default defineGatherer({
  name: 'subdomains',
  needs: ['target', 'tls'],
  scans: ['quick', 'full', 'active'],
  async gather({ dns }, { target, tls }): Promise<SubdomainsEvidence> {
    const domain = getDomain(target.host)
    const names = tls.chain.length > 0 && domain ? namesOf(tls.chain[0]!) : []
    const others = [...new Set(names)].filter(
      (name) => getDomain(name) === domain && name !== target.host && name !== `www.${target.host}`,
    )
    const asked = await Promise.all(
      others.slice(0, MOST_NAMES).map(async (name) => ({ name, ...(await dns.chain(name)) })),
    )
    return { names: asked, count: others.length }
  },
})

/** The DNS names of a certificate without wildcards; none where it cannot be read. */
function namesOf(base64: string): string[] {
  try {
    const { subjectAltName = '' } = new X509Certificate(Buffer.from(base64, 'base64'))
    return [...subjectAltName.matchAll(/\bDNS:([a-z0-9.-]+)/gi)].map(([, name]) => name!.toLowerCase())
  } catch {
    return []
  }
}
