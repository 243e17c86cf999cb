import { CSP_DIRECTIVES } from '../../../data/csp-directives.ts'
import { defineCheck, fail, skip, verdictOf } from '../../check.ts'
import { directiveText } from '../../derive/csp.ts'

export default defineCheck({
  id: 'csp/deprecated',
  question: 'Is the policy free of directives that browsers have dropped?',
  needs: ['page', 'csp'],
  cwe: null,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://www.w3.org/TR/CSP3/', 'https://www.w3.org/TR/mixed-content/#strict-checking'],
  outcomes: {
    used: {
      severity: 'info',
      title: 'The policy uses a directive that browsers have dropped',
      why: 'Current browsers ignore it. Whoever counts on it is not protected.',
      fix: 'Take it out. For referrer send Referrer-Policy; for block-all-mixed-content use upgrade-insecure-requests; for plugin-types write object-src.',
    },
  },
  run({ page, csp }) {
    if (csp.policies.length === 0) return skip('there is no policy')
    const used = csp.policies
      .flatMap(({ directives }) => directives)
      .filter(({ name }) => CSP_DIRECTIVES[name] === 'deprecated')
    return verdictOf(used.map((directive) => fail('used', page.url, directiveText(directive))))
  },
})
