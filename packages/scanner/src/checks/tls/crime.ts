import { defineCheck, fail, pass, skip } from '../../check.ts'
import { tlsUrl } from '../../derive/certificates.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'tls/crime',
  question: 'Does the server leave compression to HTTP?',
  needs: ['handshakes'],
  type: 'vulnerability',
  cwe: 310,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  references: ['https://www.rfc-editor.org/rfc/rfc7525#section-3.3', 'https://en.wikipedia.org/wiki/CRIME'],
  outcomes: {
    deflate: {
      severity: 'medium',
      cvss: vectors.helpedWiretap,
      confidence: 'confirmed',
      title: 'The server compresses inside TLS (CRIME)',
      why: 'What compresses well shows in the length of a record. Who can make a browser send requests, and watches their length, guesses a cookie character by character.',
      fix: 'Switch TLS compression off, or update the TLS library: current ones have none.',
      settings: {
        nginx: 'Update: nginx 1.1.6 and newer switch it off.',
        apache: 'SSLCompression off',
      },
      cve: 'CVE-2012-4929',
    },
  },
  run({ handshakes }) {
    const { features } = handshakes
    if (!features) return skip('TLS 1.3 has no compression (RFC 8446 section 4.1.2)')
    return features.compression ? fail('deflate', tlsUrl(handshakes), features.version) : pass()
  },
})
