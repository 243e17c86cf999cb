import { defineCheck, fail, pass, skip } from '../../check.ts'
import { directiveText, governingAll } from '../../derive/csp.ts'
import { hasKeyword, hasNonceOrHash } from '../../derive/csp-source.ts'

export default defineCheck({
  id: 'csp/strict-dynamic',
  question: "Does 'strict-dynamic' come with a nonce or hash to start from?",
  needs: ['page', 'csp'],
  cwe: null,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://www.w3.org/TR/CSP3/#strict-dynamic-usage'],
  outcomes: {
    alone: {
      severity: 'info',
      title: "'strict-dynamic' stands without nonce or hash",
      why: 'Browsers then ignore every host in the list and no script can run at all. Such a policy tends to be switched off soon.',
      fix: "Add a nonce or hashes, or take 'strict-dynamic' out.",
    },
  },
  run({ page, csp }) {
    const strict = governingAll(csp, 'script-src-elem').filter(({ sources }) => hasKeyword(sources, 'strict-dynamic'))
    if (strict.length === 0) return skip("the policy does not use 'strict-dynamic'")
    const alone = strict.find(({ sources }) => !hasNonceOrHash(sources))
    return alone ? fail('alone', page.url, directiveText(alone)) : pass(directiveText(strict[0]!))
  },
})
