import { defineCheck, fail, pass, skip } from '../../check.ts'
import { tlsUrl } from '../../derive/certificates.ts'
import { modernTls } from '../../remedy-tls.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'tls/robot',
  question: 'Does the server answer wrong RSA padding as it answers right padding?',
  needs: ['handshakes'],
  type: 'vulnerability',
  cwe: 203,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  capec: [463],
  references: ['https://robotattack.org/', 'https://www.rfc-editor.org/rfc/rfc5246#section-7.4.7.1'],
  outcomes: {
    strong: {
      severity: 'high',
      cvss: vectors.hardWiretap,
      confidence: 'confirmed',
      title: 'The server is an oracle for RSA decryption (ROBOT)',
      why: 'By how it answers, anyone can decrypt recorded connections that used RSA key exchange, and sign in its name, within hours.',
      fix: 'Switch RSA key exchange off (suites whose names begin with TLS_RSA), and update the TLS library or the load balancer’s firmware.',
      settings: modernTls,
    },
    weak: {
      severity: 'medium',
      cvss: vectors.hardWiretap,
      confidence: 'confirmed',
      title: 'The server is a slow oracle for RSA decryption (ROBOT)',
      why: 'Its answers tell right from wrong padding, though so rarely that an attack takes many millions of connections.',
      fix: 'Switch RSA key exchange off (suites whose names begin with TLS_RSA), and update the TLS library or the load balancer’s firmware.',
      settings: modernTls,
    },
  },
  run({ handshakes }) {
    const { robot } = handshakes
    if (robot === 'unknown') return skip('the answers differed from try to try, and so prove nothing')
    if (robot === 'safe') return pass()
    return fail(robot === 'weak' ? 'weak' : 'strong', tlsUrl(handshakes))
  },
})
