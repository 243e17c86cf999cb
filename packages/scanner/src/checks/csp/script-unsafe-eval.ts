import { defineCheck, fail, pass, skip } from '../../check.ts'
import { directiveText, governingAll } from '../../derive/csp.ts'
import { hasKeyword } from '../../derive/csp-source.ts'

export default defineCheck({
  id: 'csp/script-unsafe-eval',
  question: 'Does the policy keep strings from being run as code?',
  needs: ['page', 'csp'],
  cwe: 95,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://www.w3.org/TR/CSP3/#directive-script-src'],
  outcomes: {
    allowed: {
      severity: 'low',
      title: 'The policy allows eval',
      why: "With 'unsafe-eval' any text that reaches eval, Function or a string timer runs. It also opens the way for script gadgets in frameworks that the page loads.",
      fix: "Replace eval by JSON.parse or plain code, precompile templates, and take 'unsafe-eval' out. For WebAssembly alone 'wasm-unsafe-eval' is enough.",
    },
  },
  run({ page, csp }) {
    const governs = governingAll(csp, 'script-src')
    if (governs.length === 0) return skip('no enforced policy governs scripts')
    const seen = governs.map(directiveText).join(', ')
    return governs.every(({ sources }) => hasKeyword(sources, 'unsafe-eval'))
      ? fail('allowed', page.url, seen)
      : pass(seen)
  },
})
