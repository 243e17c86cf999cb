import { defineCheck, fail, skip, verdictOf } from '../../check.ts'
import { dnsPlace, sharedDomain } from '../../derive/dns-place.ts'

export default defineCheck({
  id: 'dns/soa-serial',
  question: 'Do all name servers have the same version of the zone?',
  needs: ['dns', 'nameservers'],
  type: 'information',
  cwe: null,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://www.rfc-editor.org/rfc/rfc1912#section-2.2', 'https://www.rfc-editor.org/rfc/rfc1982'],

  outcomes: {
    mismatch: {
      severity: 'low',
      confidence: 'tentative',
      title: 'The name servers have different versions of the zone',
      why: 'Visitors get old or new records by chance. A secondary that no longer learns of changes goes on with records that were taken out, such as those of a server given back.',
      fix: 'Look at why the transfer to the server that is behind fails, and raise the serial with each change.',
    },
  },
  run({ dns, nameservers }) {
    const shared = sharedDomain(dns)
    if (shared) return skip(shared)
    const known = nameservers.servers.filter(({ serial }) => serial !== null)
    if (known.length < 2) return skip('fewer than two name servers told their version of the zone')
    const serials = new Set(known.map(({ serial }) => serial))
    const seen = known.map(({ name, serial }) => `${name} ${serial}`).join(', ')
    return verdictOf(serials.size > 1 ? [fail('mismatch', dnsPlace(dns.domain, 'SOA'), seen)] : [], seen)
  },
})
