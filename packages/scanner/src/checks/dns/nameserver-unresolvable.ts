import { defineCheck, type Fail, fail, skip, verdictOf } from '../../check.ts'
import { dnsPlace, unjudgeable } from '../../derive/dns-place.ts'

export default defineCheck({
  id: 'dns/nameserver-unresolvable',
  question: 'Do all name servers exist?',
  needs: ['dns'],
  cwe: 350,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://www.rfc-editor.org/rfc/rfc1912#section-2.8', 'https://cwe.mitre.org/data/definitions/350.html'],
  outcomes: {
    gone: {
      severity: 'medium',
      title: 'A name server does not exist',
      why: 'Its name is not in DNS. Part of all questions for the domain is lost, and where the domain of the name server is free, whoever registers it answers for this one: website, mail and certificates.',
      fix: 'Take the name out at the registrar and in the zone, or bring the name server back.',
    },
    no_address: {
      severity: 'low',
      title: 'A name server has no address',
      why: 'Its name exists but leads nowhere, so part of all questions for the domain is lost and the site is slow or gone for some.',
      fix: 'Give the name an A and an AAAA record, or take the name server out.',
    },
  },
  run({ dns }) {
    const reason = unjudgeable(dns, dns.ns)
    if (reason) return skip(reason)
    const answered = Object.entries(dns.ns_addresses).filter(([, { status }]) => status !== 'failed')
    if (answered.length === 0) return skip('DNS gave no answer about the name servers')
    return verdictOf(
      answered.flatMap(([server, { status }]): Fail<'gone' | 'no_address'>[] => {
        if (status === 'nxdomain') return [fail('gone', dnsPlace(dns.domain, 'NS'), server)]
        return status === 'nodata' ? [fail('no_address', dnsPlace(dns.domain, 'NS'), server)] : []
      }),
      answered.map(([server]) => server).join(' '),
    )
  },
})
