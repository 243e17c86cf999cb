import { randomBytes } from 'node:crypto'
import { type DnssecEvidence, Unavailable } from '../evidence.ts'
import { defineGatherer } from '../source.ts'

/** The signed records of the domain, and what its parent says about its keys. */
export default defineGatherer({
  name: 'dnssec',
  needs: ['dns'],
  scans: ['quick', 'full', 'active'],
  async gather({ dns }, { dns: known }): Promise<DnssecEvidence> {
    const zone = known.domain
    const [ds, dnskey, soa, host, missing, vouched] = await Promise.all([
      dns.signed(zone, 'DS'),
      dns.signed(zone, 'DNSKEY'),
      dns.signed(zone, 'SOA'),
      dns.signed(known.name, 'A'),
      dns.signed(`lasthash-${randomBytes(6).toString('hex')}.${zone}`, 'A'),
      dns.vouched(zone, 'SOA'),
    ])
    if (ds.status === 'failed') throw new Unavailable(`DNS gave no answer about the keys of ${zone} (${ds.error})`)
    const unsigned = [dnskey, soa, host].every(({ signatures }) => signatures.length === 0)
    if (ds.status === 'answered' && unsigned && (await dns.signed('.', 'DNSKEY')).signatures.length === 0) {
      throw new Unavailable('the resolver keeps signatures back, so that DNSSEC cannot be judged through it')
    }
    return { zone, ds, dnskey, soa, host, denial: missing.denial, vouched }
  },
})
