import { defineCheck, fail, pass, skip } from '../../check.ts'

export default defineCheck({
  id: 'tls/certificate-transparency',
  question: 'Does the certificate prove that it was logged in public?',
  needs: ['tls', 'certificates'],
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
      // Timestamps may also come in the handshake or in the OCSP answer, which few servers do.
      confidence: 'tentative',
      title: 'The certificate carries no timestamps of public logs',
      why: 'Chrome and Safari refuse public certificates that were not logged, since only logs show when an authority gives a certificate to the wrong people.',
      fix: 'Get a new certificate: public authorities embed the timestamps unless told not to.',
    },
  },
  run({ tls, certificates: { url, leaf, public_ca } }) {
    if (tls.trust_error !== null || !public_ca) return skip('only certificates of public authorities are logged')
    return leaf.timestamps > 0 ? pass(`${leaf.timestamps} timestamps`) : fail('missing', url, leaf.subject)
  },
})
