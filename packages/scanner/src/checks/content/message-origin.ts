import { defineCheck, fail, skip, verdictOf } from '../../check.ts'
import { judgeListeners, MESSAGES } from '../../code-flaws.ts'

export default defineCheck({
  id: 'content/message-origin',
  question: "Does the page's own code look at who sends it messages?",
  needs: ['page', 'html', 'inline_code'],
  ...MESSAGES,
  run({ page, html, inline_code }) {
    if (html.scripts.length === 0 && html.inlineHandlers.length === 0) return skip('the page has no code of its own')
    return verdictOf(
      judgeListeners(inline_code).map(({ outcome, parameter, seen }) =>
        fail(outcome, { url: page.url, parameter }, seen),
      ),
    )
  },
})
