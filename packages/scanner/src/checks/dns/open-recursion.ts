import { defineCheck, fail, skip, verdictOf } from '../../check.ts'
import { dnsPlace, sharedDomain } from '../../derive/dns-place.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'dns/open-recursion',
  question: 'Do the name servers answer for their own zones only?',
  needs: ['dns', 'nameservers'],

  cwe: 406,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  capec: [490],
  references: ['https://www.rfc-editor.org/rfc/rfc5358', 'https://cwe.mitre.org/data/definitions/406.html'],

  outcomes: {
    open: {
      severity: 'medium',
      cvss: vectors.amplifier,
      title: 'A name server resolves names for everyone',
      why: 'It looks up any name for any asker. Attackers use such servers to drown others in answers, and to plant false answers in its memory, which it may then give about this domain.',
      fix: 'Switch recursion off on servers that answer for zones.',
      settings: { bind: 'recursion no;' },
    },
  },
  run({ dns, nameservers }) {
    const shared = sharedDomain(dns)
    if (shared) return skip(shared)
    const asked = nameservers.servers.filter(({ error }) => error === null)
    if (asked.length === 0) return skip('no name server could be asked itself')
    return verdictOf(
      asked
        .filter(({ recursion }) => recursion)
        .map(({ name, address }) => fail('open', { url: dnsPlace(dns.domain, 'NS'), parameter: name }, address)),
      asked.map(({ name }) => name).join(' '),
    )
  },
})
