import { defineCheck, fail, pass } from '../../check.ts'
import { renew } from '../../remedy-tls.ts'

export default defineCheck({
  id: 'tls/certificate-not-yet-valid',
  question: 'Has the validity of the certificate begun?',
  needs: ['scan', 'certificates'],
  cwe: 295,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  references: ['https://www.rfc-editor.org/rfc/rfc5280#section-4.1.2.5'],
  outcomes: {
    future: {
      severity: 'high',
      confidence: 'confirmed',
      title: 'The certificate is not valid yet',
      why: 'Browsers warn every visitor off until the day on which it begins.',
      fix: 'Use a certificate that is valid now, and check the clock of the machine that made it.',
      settings: renew,
    },
  },
  run({ scan, certificates: { url, leaf } }) {
    const begins = new Date(leaf.not_before).toISOString()
    return leaf.not_before > scan.started_at ? fail('future', url, begins) : pass(begins)
  },
})
