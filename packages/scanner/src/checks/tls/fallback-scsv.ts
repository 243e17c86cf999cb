import { defineCheck, fail, pass, skip } from '../../check.ts'
import { tlsUrl } from '../../derive/certificates.ts'
import { modernTls } from '../../remedy-tls.ts'

export default defineCheck({
  id: 'tls/fallback-scsv',
  question: 'Does the server notice when a client was pushed down to an older version?',
  needs: ['handshakes'],
  cwe: 757,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  capec: [620],
  references: ['https://www.rfc-editor.org/rfc/rfc7507'],
  outcomes: {
    accepted: {
      severity: 'low',
      confidence: 'confirmed',
      title: 'The server lets clients be pushed down to older versions',
      why: 'Some clients try an older version when a newer one fails. An attacker in between makes it fail, and the server does not look at the signal that says so.',
      fix: 'Update the TLS library, or offer TLS 1.2 and 1.3 only.',
      settings: modernTls,
    },
  },
  run({ handshakes }) {
    const { versions, fallback } = handshakes
    // What is below TLS 1.2 is worth being pushed down to; from 1.3 to 1.2 the ServerHello itself tells (RFC 8446 section 4.1.3).
    const old = (['SSLv3', 'TLSv1', 'TLSv1.1'] as const).filter((version) => versions[version].accepted)
    if (old.length === 0) return skip('no version is spoken that would be worth pushing a client down to')
    if (fallback === null) return skip('there is no older version, or the answer proves neither')
    return fallback === 'accepted' ? fail('accepted', tlsUrl(handshakes), old.join(', ')) : pass()
  },
})
