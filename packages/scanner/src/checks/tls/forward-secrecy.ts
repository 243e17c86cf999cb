import { defineCheck, fail, pass } from '../../check.ts'
import { tlsUrl } from '../../derive/certificates.ts'
import { modernTls } from '../../remedy-tls.ts'

export default defineCheck({
  id: 'tls/forward-secrecy',
  question: 'Do past connections stay secret when the server’s key is stolen?',
  needs: ['tls'],
  cwe: 326,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  references: ['https://www.rfc-editor.org/rfc/rfc9325#section-7.3'],
  outcomes: {
    missing: {
      severity: 'medium',
      confidence: 'confirmed',
      title: 'Connections have no forward secrecy',
      why: 'Even a current browser gets a key exchange that hangs on the certificate’s key. Who records the traffic today and gets that key later can read all of it.',
      fix: 'Offer ECDHE cipher suites, and put them first.',
      settings: modernTls,
    },
  },
  run({ tls }) {
    return tls.group === null ? fail('missing', tlsUrl(tls), tls.cipher.standard_name) : pass(tls.group)
  },
})
