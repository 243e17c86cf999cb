import { getDomain } from 'tldts'
import { type RdapEvidence, Unavailable } from '../evidence.ts'
import rdap from '../gather/rdap.ts'
import { rfc3339 } from '../result.ts'
import { NoAnswer, type Probed, type ProbeOptions, probe } from './probe.ts'

/** What the registry tells of the website's domain. */
export interface DomainReading {
  domain: string
  /** RFC 3339; null where the registry keeps it to itself. */
  expires_at: string | null
  /** As RFC 8056 names them. */
  statuses: string[]
}

/** The registrable domain of a host; null for an address, and for a name that nobody registers. */
export function registrableDomain(host: string): string | null {
  return getDomain(host)
}

/** When the registration of the domain ends, by RDAP. */
export function probeDomain(options: ProbeOptions): Promise<Probed<DomainReading>> {
  return probe(options, async (net, { host }) => {
    const domain = registrableDomain(host) ?? host
    try {
      const told = (await rdap.gather(net, { dns: { domain } } as never, {} as never)) as RdapEvidence
      const { expires_at, statuses } = told
      return { domain, expires_at: expires_at === null ? null : rfc3339(expires_at), statuses: [...statuses].sort() }
    } catch (error) {
      if (error instanceof Unavailable) throw new NoAnswer('registry', `${capital(error.message)}.`)
      throw error
    }
  })
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
