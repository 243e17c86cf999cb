import { defineCheck, fail, pass, skip } from '../../check.ts'
import { directiveText, governingAll } from '../../derive/csp.ts'
import { allowsAllInline } from '../../derive/csp-source.ts'

export default defineCheck({
  id: 'csp/style-unsafe-inline',
  question: 'Does the policy stop inline styles?',
  needs: ['page', 'csp'],
  cwe: 693,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://www.w3.org/TR/CSP3/#directive-style-src'],
  outcomes: {
    allowed: {
      severity: 'info',
      title: 'The policy allows inline styles',
      why: 'Injected CSS can cover parts of the page or read out attribute values bit by bit. It cannot run script, so this is worth mending only after script-src.',
      fix: "Move inline styles to files, or give <style> elements a nonce, and take 'unsafe-inline' out of style-src.",
    },
  },
  run({ page, csp }) {
    const governs = governingAll(csp, 'style-src-elem')
    if (governs.length === 0) return skip('no enforced policy governs styles')
    const seen = governs.map(directiveText).join(', ')
    return governs.every(({ sources }) => allowsAllInline(sources, 'style'))
      ? fail('allowed', page.url, seen)
      : pass(seen)
  },
})
