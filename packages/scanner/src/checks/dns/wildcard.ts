import { defineCheck, fail, pass, skip } from '../../check.ts'
import { dnsPlace, sharedDomain } from '../../derive/dns-place.ts'

export default defineCheck({
  id: 'dns/wildcard',
  question: 'Does every name below the domain exist?',
  needs: ['dns', 'nameservers'],
  type: 'information',
  cwe: null,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://www.rfc-editor.org/rfc/rfc4592'],

  outcomes: {
    any_name: {
      severity: 'info',
      title: 'Every name below the domain leads somewhere',
      why: 'A wildcard record answers for names that nobody made. A server that trusts them serves pages under names of an attacker’s choice, and names that are forgotten are hard to see.',
      fix: 'Name the hosts that there are, unless every name is meant to work.',
    },
  },
  run({ dns, nameservers }) {
    const shared = sharedDomain(dns)
    if (shared) return skip(shared)
    const { wildcard } = nameservers
    return wildcard ? fail('any_name', dnsPlace(`*.${dns.domain}`, 'A'), wildcard.records.join(' ')) : pass()
  },
})
