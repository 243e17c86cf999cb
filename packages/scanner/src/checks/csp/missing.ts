import { defineCheck, fail, pass, skip } from '../../check.ts'
import { enforced } from '../../derive/csp.ts'
import { isHtml } from '../../derive/html.ts'
import { setHeader } from '../../remedy.ts'

export default defineCheck({
  id: 'csp/missing',
  question: 'Does the page carry a Content Security Policy?',
  needs: ['page', 'csp'],
  cwe: 693,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  capec: [63],
  references: ['https://www.w3.org/TR/CSP3/', 'https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CSP'],
  outcomes: {
    missing: {
      severity: 'medium',
      title: 'No Content Security Policy',
      why: 'The browser runs any script that ends up in the page. One injection flaw anywhere is then enough to take over the session of a visitor.',
      fix: 'Send a Content-Security-Policy that names where scripts may come from, best by nonce, and forbids the rest. Try it out with Content-Security-Policy-Report-Only first.',
      settings: setHeader(
        'Content-Security-Policy',
        "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'",
      ),
    },
  },
  run({ page, csp }) {
    if (!isHtml(page)) return skip('a policy guards documents, and this is none')
    const [policy] = enforced(csp)
    if (policy) return pass(policy.raw)
    if (csp.policies.some(({ disposition, ignored }) => disposition === 'report' && !ignored))
      return skip('there is a policy that only reports: csp/report-only judges it')
    return fail('missing', page.url)
  },
})
