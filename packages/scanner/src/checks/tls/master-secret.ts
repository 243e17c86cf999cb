import { defineCheck, fail, pass, skip } from '../../check.ts'
import { tlsUrl } from '../../derive/certificates.ts'

export default defineCheck({
  id: 'tls/master-secret',
  question: 'Are the secrets of TLS 1.2 and older bound to the handshake that they come from?',
  needs: ['handshakes'],
  type: 'information',
  cwe: 295,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  references: ['https://www.rfc-editor.org/rfc/rfc7627', 'https://mitls.org/pages/attacks/3SHAKE'],
  outcomes: {
    not_extended: {
      severity: 'info',
      title: 'The server does not know the extended master secret',
      why: 'Two sessions of TLS 1.2 or older can then be made to share their secret, which lets somebody in between pass for a client that proves itself by a certificate (triple handshake). Without such clients it does no harm, but software that lacks the extension is from before 2015.',
      fix: 'Update the server’s TLS library, or speak TLS 1.3 only.',
    },
  },
  run({ handshakes }) {
    const { features } = handshakes
    if (!features) return skip('the server speaks TLS 1.3 only, which binds all secrets (RFC 8446 section 7)')
    return features.extended_master_secret ? pass() : fail('not_extended', tlsUrl(handshakes))
  },
})
