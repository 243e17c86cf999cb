import { testCheck } from '../../../test/check-table.ts'
import { script } from '../../../test/evidence.ts'
import check from './cryptominer-file.ts'

testCheck(check, {
  fires: [
    {
      name: 'the interface of a miner',
      evidence: { script: script(`const m = new CRLT.Anonymous('${'aB3d'.repeat(12)}', { threads: 4 }); m.start()`) },
      outcome: 'known',
    },
    {
      name: 'stratum',
      evidence: {
        script: script(
          `const pool = 'stratum+tcp://pool.example:3333'; const algo = 'cn/r'; send({ method: 'submit', params: { job_id: j.job_id, nonce: n, result: r } })`,
        ),
      },
      outcome: 'pool',
    },
  ],
  silent: [
    {
      name: 'a chat',
      evidence: {
        script: script(
          `const ws = new WebSocket('wss://chat.test'); ws.onmessage = (e) => add(JSON.parse(e.data).text)`,
        ),
      },
      verdict: 'pass',
    },
    {
      name: 'a wallet that signs',
      evidence: { script: script(`fetch('/tx', { body: JSON.stringify({ nonce: 1, result: null }) })`) },
      verdict: 'pass',
    },
  ],
})
