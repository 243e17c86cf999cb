import { defineCheck, fail, verdictOf } from '../../check.ts'
import { judgeHiding, LOADER } from '../../code-threats.ts'

export default defineCheck({
  id: 'threat/hidden-loader-file',
  question: 'Do script files show what they load and run?',
  needs: ['script', 'script_code'],
  ...LOADER,
  run({ script, script_code }) {
    const shown = judgeHiding(script_code, new URL(script.page).hostname)
    return verdictOf(
      shown.map(({ outcome, parameter, seen }) =>
        fail(outcome, { url: script.url, parameter, exchange: script.exchange }, seen),
      ),
    )
  },
})
