import { defineCheck, fail, pass, skip } from '../../check.ts'
import { dnsPlace } from '../../derive/dns-place.ts'

export default defineCheck({
  id: 'dns/https-record',
  question: 'Is the HTTPS record, where there is one, true?',
  needs: ['dns', 'handshakes'],
  type: 'information',
  cwe: null,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://www.rfc-editor.org/rfc/rfc9460', 'https://www.rfc-editor.org/rfc/rfc9848'],
  outcomes: {
    unreadable: {
      severity: 'info',
      title: 'The HTTPS record cannot be read',
      why: 'Browsers ask for it before they connect, to learn of HTTP/3 and of the key that hides the site’s name. They ignore one that breaks its format.',
      fix: 'Write it anew, its parameters in the order of their numbers: alpn, no-default-alpn, port, ipv4hint, ech, ipv6hint.',
    },
    protocol_missing: {
      severity: 'low',
      title: 'The HTTPS record promises HTTP/2, which the server does not speak',
      why: 'Browsers that believe the record connect for nothing; with no-default-alpn they do not reach the site at all.',
      fix: 'Take h2 out of the record, or switch HTTP/2 on.',
    },
  },
  run({ dns, handshakes }) {
    const { https } = dns
    if (!https || https.records.length === 0) return skip('there is no HTTPS record')
    const place = dnsPlace(dns.name, 'HTTPS')
    if (https.records.every((record) => record === null)) return fail('unreadable', place)
    const services = https.records.filter((record) => record !== null)
    const told = services.map(({ priority, target, alpn, ech }) =>
      [priority, target || dns.name, ...alpn, ...(ech ? ['ECH'] : [])].join(' '),
    )
    const own = services.filter(({ priority, target }) => priority > 0 && (target === '' || target === dns.name))
    if (
      own.some(({ alpn, port }) => alpn.includes('h2') && (port ?? 443) === handshakes.port) &&
      !handshakes.alpn.includes('h2')
    )
      return fail('protocol_missing', place, told.join('; '))
    return pass(told.join('; '))
  },
})
