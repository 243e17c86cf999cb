import { defineCheck, fail, pass, skip } from '../../check.ts'
import { directiveText, enforced, governingAll } from '../../derive/csp.ts'

export default defineCheck({
  id: 'csp/script-src',
  question: 'Does the policy say where scripts may come from?',
  needs: ['page', 'csp'],
  cwe: 693,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  capec: [63],
  references: ['https://www.w3.org/TR/CSP3/#directive-script-src'],
  outcomes: {
    missing: {
      severity: 'medium',
      title: 'The policy does not restrict scripts',
      why: 'There is a Content Security Policy, but neither script-src nor default-src in it. Against injected scripts it does nothing.',
      fix: "Add script-src with a nonce, or at least default-src 'self'.",
    },
  },
  run({ page, csp }) {
    const policies = enforced(csp)
    if (policies.length === 0) return skip('no policy is enforced')
    const [governs] = governingAll(csp, 'script-src-elem')
    return governs ? pass(directiveText(governs)) : fail('missing', page.url, policies.map(({ raw }) => raw).join(', '))
  },
})
