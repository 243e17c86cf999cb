import { defineCheck, fail, pass, skip } from '../../check.ts'
import { dnsPlace } from '../../derive/dns-place.ts'

export default defineCheck({
  id: 'dns/ipv6',
  question: 'Can the website be reached over IPv6?',
  needs: ['dns'],
  type: 'information',
  cwe: null,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://www.rfc-editor.org/rfc/rfc6540'],
  outcomes: {
    missing: {
      severity: 'info',
      title: 'The website has no IPv6 address',
      why: 'Visitors in networks without IPv4 come through a translator, which is slower and hides their addresses from the log.',
      fix: 'Let the server listen on IPv6 and add an AAAA record.',
    },
  },
  run({ dns }) {
    const failed = [dns.a, dns.aaaa].find(({ status }) => status === 'failed')
    if (failed) return skip(`DNS gave no answer (${failed.error ?? 'unknown error'})`)
    if (dns.aaaa.records.length > 0) return pass(dns.aaaa.records.join(' '))
    return dns.a.records.length > 0
      ? fail('missing', dnsPlace(dns.name, 'AAAA'))
      : skip('the host has no address in DNS')
  },
})
