import { defineCheck, fail, pass, skip } from '../../check.ts'
import { tlsUrl } from '../../derive/certificates.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'tls/poodle-tls',
  question: 'Does the server look at the padding of CBC records?',
  needs: ['handshakes'],
  type: 'vulnerability',
  cwe: 310,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  capec: [463],
  references: [
    'https://www.imperialviolet.org/2014/12/08/poodleagain.html',
    'https://www.rfc-editor.org/rfc/rfc5246#section-6.2.3.2',
  ],
  outcomes: {
    vulnerable: {
      severity: 'high',
      cvss: vectors.helpedWiretap,
      confidence: 'confirmed',
      title: 'The server takes wrong padding in TLS (POODLE)',
      why: 'What breaks SSL 3.0 works on this server’s TLS as well: who can make a browser send requests, and stands in between, reads a cookie byte by byte.',
      fix: 'Update the TLS library or the load balancer’s firmware; until then, offer only suites with AES-GCM or ChaCha20-Poly1305.',
      cve: 'CVE-2014-8730',
    },
  },
  run({ handshakes }) {
    const { padding } = handshakes
    if (padding === 'unknown') return skip('the answers prove neither')
    return padding === 'vulnerable' ? fail('vulnerable', tlsUrl(handshakes)) : pass()
  },
})
