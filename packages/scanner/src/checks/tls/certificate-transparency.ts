import { defineCheck, fail, pass, skip } from '../../check.ts'

/** The OID 1.3.6.1.4.1.11129.2.4.5 as it stands in an OCSP response (RFC 6962 section 3.3). */
const SCT_LIST = Buffer.from('2b06010401d679020405', 'hex')

export default defineCheck({
  id: 'tls/certificate-transparency',
  question: 'Does the certificate prove that it was logged in public?',
  needs: ['tls', 'certificates', 'handshakes'],
  cwe: 295,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  references: [
    'https://www.rfc-editor.org/rfc/rfc6962',
    'https://googlechrome.github.io/CertificateTransparency/ct_policy.html',
  ],
  outcomes: {
    missing: {
      severity: 'low',
      title: 'The certificate carries no timestamps of public logs',
      why: 'Chrome and Safari refuse public certificates that were not logged, since only logs show when an authority gives a certificate to the wrong people.',
      fix: 'Get a new certificate: public authorities embed the timestamps unless told not to.',
    },
  },
  run({ tls, certificates: { url, leaf, public_ca }, handshakes }) {
    if (tls.trust_error !== null || !public_ca) return skip('only certificates of public authorities are logged')
    if (leaf.timestamps > 0) return pass(`${leaf.timestamps} timestamps`)
    if (handshakes.timestamps !== null) return pass('timestamps in the handshake')
    const staple = Buffer.from(handshakes.staple ?? '', 'base64')
    return staple.includes(SCT_LIST) ? pass('timestamps in the staple') : fail('missing', url, leaf.subject)
  },
})
