import { defineCheck, fail, pass, skip } from '../../check.ts'
import { tlsUrl } from '../../derive/certificates.ts'
import { modernTls } from '../../remedy-tls.ts'

export default defineCheck({
  id: 'tls/raccoon',
  question: 'Does the server make a new Diffie-Hellman key for each connection?',
  needs: ['handshakes'],
  type: 'vulnerability',
  cwe: 203,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  references: ['https://raccoon-attack.com/', 'https://www.rfc-editor.org/rfc/rfc9325#section-4.2.1'],
  outcomes: {
    reused: {
      severity: 'low',
      confidence: 'confirmed',
      title: 'The server uses a Diffie-Hellman key for several connections (Raccoon)',
      why: 'How long the server takes to derive keys shows how many zeroes the secret begins with. With one key for many connections, exact timing can in the end give a recorded secret away.',
      fix: 'Leave DHE suites out, or update the TLS library and switch reuse of keys off.',
      settings: modernTls,
      cve: 'CVE-2020-1968',
    },
  },
  run({ handshakes }) {
    const { dh } = handshakes
    if (dh.length === 0) return skip('the server does no Diffie-Hellman in finite fields')
    const reused = dh.find((one) => one.reused)
    return reused ? fail('reused', tlsUrl(handshakes), `${reused.bits} bits`) : pass()
  },
})
