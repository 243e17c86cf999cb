import { defineCheck, fail, pass, skip } from '../../check.ts'
import { namesOf, suitesInUse } from '../../derive/accepted-suites.ts'
import { tlsUrl } from '../../derive/certificates.ts'
import { modernTls } from '../../remedy-tls.ts'

export default defineCheck({
  id: 'tls/forward-secrecy',
  question: 'Do past connections stay secret when the server’s key is stolen?',
  needs: ['handshakes'],
  cwe: 326,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  capec: [157],
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
    optional: {
      severity: 'info',
      title: 'Some of the accepted suites have no forward secrecy',
      why: 'Clients that choose them hang on the certificate’s key: who records their traffic today and gets that key later can read it.',
      fix: 'Leave out suites whose names begin with TLS_RSA, unless very old clients need them.',
      settings: modernTls,
    },
  },
  run({ handshakes }) {
    const suites = suitesInUse(handshakes)
    if (suites.length === 0) return skip('no suite was accepted')
    const hanging = suites.filter(({ traits }) => !traits.forward_secret)
    const url = tlsUrl(handshakes)
    // Anonymous suites have it, but no client of any sense takes them.
    if (!suites.some(({ traits }) => traits.forward_secret && !traits.anonymous))
      return fail('missing', url, namesOf(hanging))
    return hanging.length > 0 ? fail('optional', url, namesOf(hanging)) : pass(namesOf(suites))
  },
})
