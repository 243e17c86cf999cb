import { defineCheck, fail, verdictOf } from '../../check.ts'
import { judgeListeners, MESSAGES } from '../../code-flaws.ts'

export default defineCheck({
  id: 'content/message-origin-file',
  question: 'Do script files look at who sends them messages?',
  needs: ['script', 'script_code'],
  ...MESSAGES,
  run({ script, script_code }) {
    return verdictOf(
      judgeListeners(script_code).map(({ outcome, parameter, seen }) =>
        fail(outcome, { url: script.url, parameter, exchange: script.exchange }, seen),
      ),
    )
  },
})
