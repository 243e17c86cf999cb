import { defineCheck, fail, skip, verdictOf } from '../../check.ts'
import { judgeHiding, LOADER } from '../../code-threats.ts'

export default defineCheck({
  id: 'threat/hidden-loader',
  question: "Does the page's own code show what it loads and runs?",
  needs: ['page', 'html', 'inline_code'],
  ...LOADER,
  run({ page, html, inline_code }) {
    if (html.scripts.length === 0 && html.inlineHandlers.length === 0) return skip('the page has no code of its own')
    const shown = judgeHiding(inline_code, new URL(page.url).hostname)
    return verdictOf(shown.map(({ outcome, parameter, seen }) => fail(outcome, { url: page.url, parameter }, seen)))
  },
})
