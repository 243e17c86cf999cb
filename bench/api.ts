/**
 * How much of a bare server's speed is left once a request has a key, a limit, an organisation with row-level security,
 * an ETag and metrics: authenticated `GET /v1/scans/{id}` at 50 connections against a bare Fastify route that makes one
 * SELECT of the same row over a pool of the same size, in turns, in one process. The aim: at least half its requests a
 * second, and a p99 of at most three times its p99.
 *
 *   node bench/api.ts [--seconds 5] [--rounds 5]
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import autocannon from 'autocannon'

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '5' }, rounds: { type: 'string', default: '5' } },
})
const CONNECTIONS = 50
const WARM_UP = 2 // seconds

interface Served {
  bare: string
  ours: string
  key: string
}

const server = fork(fileURLToPath(new URL('api-server.ts', import.meta.url)), {
  execArgv: ['--max-semi-space-size=8'], // as `npm start` has it
  stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
})
const [{ bare, ours, key }] = (await once(server, 'message')) as [Served]
const targets = { bare: { url: bare }, ours: { url: ours, headers: { authorization: `Bearer ${key}` } } }
type Name = keyof typeof targets
const names = Object.keys(targets) as Name[]

for (const name of names) await fire(name, WARM_UP)
const results: Record<Name, autocannon.Result[]> = { bare: [], ours: [] }
for (let round = 0; round < Number(values.rounds); round++) {
  for (const name of names) results[name].push(await fire(name, Number(values.seconds)))
}
server.disconnect()
await once(server, 'exit')

const speed = (name: Name) => median(results[name].map(({ requests }) => requests.average))
const p99 = (name: Name) => median(results[name].map(({ latency }) => latency.p99))
for (const name of names) {
  console.log(
    `${name}: ${speed(name).toFixed(0)} requests/s, p99 ${p99(name).toFixed(1)} ms (medians of ${values.rounds})`,
  )
}
const share = speed('ours') / speed('bare')
const times = p99('ours') / p99('bare')
console.log(`ours: ${(100 * share).toFixed(0)}% of the bare route's requests a second (aim: 50 and more)`)
console.log(`ours: ${times.toFixed(1)} times its p99 (aim: 3 and less)`)
process.exit(share >= 0.5 && times <= 3 ? 0 : 1)

async function fire(name: Name, seconds: number): Promise<autocannon.Result> {
  const result = await autocannon({ ...targets[name], connections: CONNECTIONS, duration: seconds })
  const answered = result['2xx']
  if (answered === 0 || result.non2xx + result.errors > 0) {
    throw new Error(`${name}: ${answered} answers, ${result.non2xx} of them refusals, ${result.errors} errors`)
  }
  return result
}

function median(numbers: number[]): number {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!
}
