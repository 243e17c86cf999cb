import { defineCheck, fail, pass, skip } from '../../check.ts'
import { enforced } from '../../derive/csp.ts'

export default defineCheck({
  id: 'csp/report-only',
  question: 'Is the Content Security Policy enforced?',
  needs: ['page', 'csp'],
  cwe: 693,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://www.w3.org/TR/CSP3/#cspro-header'],
  outcomes: {
    only: {
      severity: 'medium',
      title: 'The Content Security Policy only reports',
      why: 'Browsers note violations and allow them. An injected script runs as if there were no policy.',
      fix: 'Once the reports are quiet, send the same policy as Content-Security-Policy.',
    },
  },
  run({ page, csp }) {
    const reporting = csp.policies.find(({ disposition, ignored }) => disposition === 'report' && !ignored)
    if (!reporting) return skip('no policy is in report-only mode')
    return enforced(csp).length > 0 ? pass(reporting.raw) : fail('only', page.url, reporting.raw)
  },
})
