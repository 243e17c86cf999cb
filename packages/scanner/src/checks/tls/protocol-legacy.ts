import { defineCheck, fail, pass, skip } from '../../check.ts'
import { tlsUrl } from '../../derive/certificates.ts'
import { modernTls } from '../../remedy-tls.ts'

const LEGACY = ['TLSv1', 'TLSv1.1'] as const

export default defineCheck({
  id: 'tls/protocol-legacy',
  question: 'Does the server refuse TLS 1.0 and 1.1?',
  needs: ['handshakes'],
  cwe: 326,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  capec: [620],
  references: ['https://www.rfc-editor.org/rfc/rfc8996'],
  outcomes: {
    accepted: {
      severity: 'medium',
      confidence: 'confirmed',
      title: 'The server accepts TLS 1.0 or 1.1',
      why: 'Both were withdrawn in 2021. They rest on MD5 and SHA-1 and on block modes with known attacks, and no browser of today needs them.',
      fix: 'Offer TLS 1.2 and 1.3 only.',
      settings: modernTls,
    },
  },
  run({ handshakes }) {
    const accepted = LEGACY.filter((version) => handshakes.versions[version].accepted)
    if (accepted.length > 0) return fail('accepted', tlsUrl(handshakes), accepted.join(', '))
    if (LEGACY.every((version) => handshakes.versions[version].accepted === null))
      return skip('the server neither accepted nor refused these versions')
    return pass()
  },
})
