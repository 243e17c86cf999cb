import { defineCheck, fail, verdictOf } from '../../check.ts'
import { judgeSendings, SKIMMER } from '../../code-threats.ts'

export default defineCheck({
  id: 'threat/skimmer-file',
  question: 'Do script files keep what visitors type from others?',
  needs: ['script', 'script_code'],
  ...SKIMMER,
  run({ script, script_code }) {
    const shown = judgeSendings(script_code, new URL(script.page).hostname)
    return verdictOf(
      shown.map(({ outcome, parameter, seen }) =>
        fail(outcome, { url: script.url, parameter, exchange: script.exchange }, seen),
      ),
    )
  },
})
