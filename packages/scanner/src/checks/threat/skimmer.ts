import { defineCheck, fail, skip, verdictOf } from '../../check.ts'
import { judgeSendings, SKIMMER } from '../../code-threats.ts'

export default defineCheck({
  id: 'threat/skimmer',
  question: "Does the page's own code keep what visitors type from others?",
  needs: ['page', 'html', 'inline_code'],
  ...SKIMMER,
  run({ page, html, inline_code }) {
    if (html.scripts.length === 0 && html.inlineHandlers.length === 0) return skip('the page has no code of its own')
    const shown = judgeSendings(inline_code, new URL(page.url).hostname)
    return verdictOf(shown.map(({ outcome, parameter, seen }) => fail(outcome, { url: page.url, parameter }, seen)))
  },
})
