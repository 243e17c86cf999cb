import { defineCheck, fail, verdictOf } from '../../check.ts'
import { DOM_XSS, judgeFlows } from '../../code-flaws.ts'

export default defineCheck({
  id: 'content/dom-xss-file',
  question: 'Do script files keep text from the address out of markup and code?',
  needs: ['script', 'script_code'],
  ...DOM_XSS,
  run({ script, script_code }) {
    return verdictOf(
      judgeFlows(script_code).map(({ outcome, parameter, seen }) =>
        fail(outcome, { url: script.url, parameter, exchange: script.exchange }, seen),
      ),
    )
  },
})
