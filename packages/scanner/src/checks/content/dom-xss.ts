import { defineCheck, fail, skip, verdictOf } from '../../check.ts'
import { DOM_XSS, judgeFlows } from '../../code-flaws.ts'

export default defineCheck({
  id: 'content/dom-xss',
  question: "Does the page's own code keep text from the address out of markup and code?",
  needs: ['page', 'html', 'inline_code'],
  ...DOM_XSS,
  run({ page, html, inline_code }) {
    if (html.scripts.length === 0 && html.inlineHandlers.length === 0) return skip('the page has no code of its own')
    return verdictOf(
      judgeFlows(inline_code).map(({ outcome, parameter, seen }) => fail(outcome, { url: page.url, parameter }, seen)),
    )
  },
})
