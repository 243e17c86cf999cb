import { defineCheck, fail, skip, verdictOf } from '../../check.ts'
import { dnsPlace, sharedDomain } from '../../derive/dns-place.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'dns/zone-transfer',
  question: 'Do the name servers keep the whole zone to themselves?',
  needs: ['dns', 'nameservers'],
  type: 'exposure',
  cwe: 200,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [291],
  references: ['https://www.rfc-editor.org/rfc/rfc5936#section-5', 'https://cwe.mitre.org/data/definitions/200.html'],

  outcomes: {
    open: {
      severity: 'medium',
      cvss: vectors.details,
      title: 'Anyone can fetch the whole zone',
      why: 'The name server hands all records of the domain to whoever asks (AXFR). That lists every host, also those for tests, for administrators, and in inner networks.',
      fix: 'Allow transfers to the secondary servers only, by address and by TSIG key.',
      settings: { bind: 'allow-transfer { key "transfer-key"; };' },
    },
  },
  run({ dns, nameservers }) {
    const shared = sharedDomain(dns)
    if (shared) return skip(shared)
    const asked = nameservers.servers.filter(({ transfer }) => transfer !== null)
    if (asked.length === 0) return skip('no name server could be asked for the zone')
    return verdictOf(
      asked
        .filter(({ transfer }) => transfer!.open)
        .map(({ name, transfer }) =>
          fail('open', { url: dnsPlace(dns.domain, 'AXFR'), parameter: name }, transfer!.names.slice(0, 10).join(' ')),
        ),
      asked.map(({ name }) => name).join(' '),
    )
  },
})
