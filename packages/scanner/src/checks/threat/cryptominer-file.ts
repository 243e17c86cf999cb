import { defineCheck, fail, verdictOf } from '../../check.ts'
import { judgeMiners, MINER } from '../../code-flaws.ts'

export default defineCheck({
  id: 'threat/cryptominer-file',
  question: 'Are script files free of miners?',
  needs: ['script', 'script_code'],
  ...MINER,
  run({ script, script_code }) {
    return verdictOf(
      judgeMiners(script_code).map(({ outcome, seen }) =>
        fail(outcome, { url: script.url, exchange: script.exchange }, seen),
      ),
    )
  },
})
