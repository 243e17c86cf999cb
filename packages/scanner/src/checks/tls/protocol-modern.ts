import { defineCheck, fail, pass } from '../../check.ts'
import { newestOf } from '../../derive/accepted-suites.ts'
import { tlsUrl } from '../../derive/certificates.ts'
import { modernTls } from '../../remedy-tls.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'tls/protocol-modern',
  question: 'Does the server speak the current versions of TLS?',
  needs: ['handshakes'],
  cwe: 326,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  references: ['https://www.rfc-editor.org/rfc/rfc9325#section-3.1', 'https://www.rfc-editor.org/rfc/rfc8446'],
  outcomes: {
    none: {
      severity: 'high',
      cvss: vectors.hardWiretap,
      confidence: 'confirmed',
      title: 'The server speaks neither TLS 1.2 nor TLS 1.3',
      why: 'Browsers of today refuse to connect. What still connects does so with protocols that have known attacks.',
      fix: 'Update the server’s TLS library and offer TLS 1.2 and 1.3.',
      settings: modernTls,
    },
    no_tls13: {
      severity: 'info',
      title: 'The server does not speak TLS 1.3',
      why: 'TLS 1.3 connects in one round trip, hides the certificate from onlookers, and has no weak choices left.',
      fix: 'Offer TLS 1.3 beside TLS 1.2.',
      settings: modernTls,
    },
  },
  run({ handshakes }) {
    const spoken = handshakes.versions
    if (spoken['TLSv1.3'].accepted) return pass('TLSv1.3')
    const newest = newestOf(handshakes) ?? 'SSLv2'
    return fail(spoken['TLSv1.2'].accepted ? 'no_tls13' : 'none', tlsUrl(handshakes), newest)
  },
})
