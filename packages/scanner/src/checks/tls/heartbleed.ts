import { defineCheck, fail, pass, skip } from '../../check.ts'
import { tlsUrl } from '../../derive/certificates.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'tls/heartbleed',
  question: 'Does the server keep its memory to itself when a heartbeat asks for more than it sent?',
  needs: ['handshakes'],
  type: 'vulnerability',
  cwe: 125,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  capec: [540],
  references: ['https://heartbleed.com/', 'https://www.rfc-editor.org/rfc/rfc6520#section-4'],
  outcomes: {
    vulnerable: {
      severity: 'critical',
      cvss: vectors.data,
      confidence: 'confirmed',
      title: 'The server gives away its memory (Heartbleed)',
      why: 'Anyone may read the server’s memory, 64 kB at a time and without a trace: private keys, passwords and other visitors’ requests have been found in it.',
      fix: 'Update OpenSSL to 1.0.1g or newer, then replace the key and the certificate, revoke the old one, and have every password changed.',
      cve: 'CVE-2014-0160',
    },
  },
  run({ handshakes }) {
    const { heartbleed } = handshakes
    if (heartbleed === 'unknown') return skip('the answers prove neither')
    return heartbleed === 'vulnerable' ? fail('vulnerable', tlsUrl(handshakes)) : pass()
  },
})
