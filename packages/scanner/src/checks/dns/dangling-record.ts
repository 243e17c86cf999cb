import { defineCheck, type Fail, fail, skip, verdictOf } from '../../check.ts'
import { dnsPlace, sharedDomain } from '../../derive/dns-place.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'dns/dangling-record',
  question: 'Do mail and name server records lead to names that nobody else can take?',
  needs: ['dns', 'nameservers'],
  type: 'vulnerability',
  cwe: 350,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://cwe.mitre.org/data/definitions/350.html', 'https://www.rfc-editor.org/rfc/rfc1912#section-2.8'],

  outcomes: {
    ns_free: {
      severity: 'critical',
      cvss: vectors.domain,
      title: 'The domain of a name server can be registered by anyone',
      why: 'The NS record leads to a domain that does not exist. Whoever registers it answers for this domain: website, mail, and certificates for all its names.',
      fix: 'Take the name server out at the registrar and in the zone at once.',
    },
    mx_free: {
      severity: 'high',
      cvss: vectors.data,
      title: 'The domain of a mail server can be registered by anyone',
      why: 'The MX record leads to a domain that does not exist. Whoever registers it receives mail to this domain, among it links to reset passwords.',
      fix: 'Take the MX record out, or correct it.',
    },
    mx_gone: {
      severity: 'low',
      title: 'An MX record leads to a name that does not exist',
      why: 'Mail is given back, or waits until another server takes it.',
      fix: 'Take the MX record out, or correct it.',
    },
  },
  run({ dns, nameservers }) {
    const shared = sharedDomain(dns)
    if (shared) return skip(shared)
    if (dns.ns.records.length + dns.mx.records.length === 0) return skip('there are no NS and no MX records')
    return verdictOf(
      nameservers.missing_targets.flatMap(({ kind, name, free }): Fail<'ns_free' | 'mx_free' | 'mx_gone'>[] => {
        const place = dnsPlace(dns.domain, kind)
        // a name server that is gone, but whose domain is somebody's, is told by dns/nameserver-unresolvable
        if (kind === 'NS') return free ? [fail('ns_free', place, name)] : []
        return [fail(free ? 'mx_free' : 'mx_gone', place, name)]
      }),
      dns.domain,
    )
  },
})
