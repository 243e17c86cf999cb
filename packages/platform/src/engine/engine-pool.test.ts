import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, test } from 'node:test'
import type { ScanEvent } from '@lasthash/scanner'
import { pino } from 'pino'
import { childrenOf, isAlive, noProc } from '../../test/processes.ts'
import { faulty, slowly, startSite, type TargetSite } from '../../test/target-site.ts'
import { until } from '../../test/until.ts'
import { EnginePool } from './engine-pool.ts'
import type { Watch } from './engine-process.ts'
import type { EngineRequest } from './messages.ts'

const log = pino({ level: 'silent' })
const NEVER = new AbortController().signal
const LONG = 600_000 // milliseconds

let pool: EnginePool
let site: TargetSite

beforeEach(async () => {
  pool = new EnginePool(log)
  site = await startSite()
})
afterEach(async () => {
  await pool.close()
  await site.close()
})

const engines = () => childrenOf(process.pid, 'engine/child.ts')

/** A quick scan of the site, which is named `id` in its requests. */
function scan(
  id: string,
  watch: Partial<Watch> = {},
  { timeLimit = LONG, ...given }: Partial<EngineRequest & { timeLimit: number }> = {},
) {
  const request = { url: site.url, type: 'quick' as const, scanId: `scan_${id}`, allowPrivate: true, feeds: './none' }
  return pool.run({ ...request, ...given }, { signal: NEVER, ...watch }, timeLimit)
}
const requestsOf = (id: string) => site.requests(`scan_${id}`)

/** Scans that are under way in one process, which is given too. */
async function underWay<T>(...begin: (() => T)[]): Promise<{ engine: number; scans: T[] }> {
  site.answer(slowly(300))
  const before = site.requests()
  const scans = begin.map((one) => one())
  await until(() => site.requests() >= before + begin.length)
  const [engine, ...others] = engines()
  assert.deepEqual(others, [])
  return { engine: engine!, scans }
}

test('a scan in another process is told and comes back like one in this', async () => {
  const events: ScanEvent[] = []
  const outcome = await scan('a', { onEvent: (event) => void events.push(event) })
  assert.ok(outcome.kind === 'done')
  const { result, detectedAt } = outcome
  const told = events.filter(({ type }) => type === 'check')
  assert.equal(told.length, result.coverage.checks.length, 'all events came before the end')
  const found = events.flatMap((event) => (event.type === 'finding' ? [event.finding.fingerprint] : []))
  assert.deepEqual(new Set(found), new Set(result.findings.map(({ fingerprint }) => fingerprint)))
  for (const { fingerprint } of result.findings) assert.ok(detectedAt.get(fingerprint) instanceof Date)
})

test('what the engine refuses is told with its code; what breaks it, with its stack', async () => {
  const refused = await scan('a', {}, { url: 'http://127.0.0.1:9/' })
  assert.ok(refused.kind === 'refused')
  assert.equal(refused.code, 'target_unreachable')
  const broken = await scan('b', {}, { dnsServers: ['no address'] })
  assert.ok(broken.kind === 'broken')
  assert.match(broken.stack, /scanner/)
})

test('a scan over its time limit is late, and a canceled one stopped; neither goes on', async () => {
  site.answer(slowly(60_000))
  assert.deepEqual(await scan('late', {}, { timeLimit: 500 }), { kind: 'late' })
  assert.deepEqual(await scan('early', { signal: AbortSignal.abort() }), { kind: 'stopped' })
  const abort = new AbortController()
  const stopped = scan('stopped', { signal: abort.signal })
  await until(() => requestsOf('stopped') > 0)
  abort.abort()
  assert.deepEqual(await stopped, { kind: 'stopped' })
  await until(async () => (await site.connections()) === 0)
})

test('a process that hears no cancellation is ended; the other scans in it are run again', {
  skip: noProc,
}, async () => {
  const abort = new AbortController()
  const { engine, scans } = await underWay(
    () => scan('stuck', { signal: abort.signal }),
    () => scan('fine'),
  )
  process.kill(engine, 'SIGSTOP') // as a regular expression that goes on for hours
  abort.abort()
  assert.deepEqual(await scans[0], { kind: 'stopped' })
  await until(() => !isAlive(engine))
  site.answer(faulty)
  assert.equal((await scans[1])!.kind, 'done')
})

const deaths = [
  ['SIGABRT', 'memory'],
  ['SIGKILL', 'death'],
] as const
for (const [signal, why] of deaths) {
  test(`of scans whose process dies by ${signal}, those fail that lose their own, too`, { skip: noProc }, async () => {
    const { engine, scans } = await underWay(
      () => scan('a'),
      () => scan('b'),
    )
    process.kill(engine, signal)
    await until(() => engines().filter((pid) => pid !== engine).length === 2)
    const [first, second] = engines().filter((pid) => pid !== engine)
    const before = site.requests()
    await until(() => site.requests() > before + 1)
    process.kill(first!, signal)
    site.answer(faulty)
    const kinds = (await Promise.all(scans)).map((outcome) =>
      outcome.kind === 'lost' ? `lost by ${outcome.why}` : outcome.kind,
    )
    assert.deepEqual(kinds.sort(), ['done', `lost by ${why}`])
    await until(() => !isAlive(second!), 60_000)
  })
}

test('an engine process has no secrets, and leaves nothing behind', { skip: noProc }, async () => {
  const secrets = ['DATABASE_URL', 'LASTHASH_SECRET', 'LASTHASH_API_KEY', 'LASTHASH_METRICS_TOKEN']
  for (const name of secrets) process.env[name] ??= 'postgres://user:secret@localhost/x'
  const { engine, scans } = await underWay(() => scan('a'))
  const environment = Object.fromEntries(
    readFileSync(`/proc/${engine}/environ`, 'utf8')
      .split('\0')
      .map((line) => line.split(/=(.*)/s)),
  )
  for (const name of secrets) assert.equal(environment[name], undefined, name)
  assert.equal(environment.PATH, process.env.PATH)
  assert.ok(existsSync(environment.TMPDIR))
  await pool.close()
  assert.equal((await scans[0])!.kind, 'lost')
  assert.equal(isAlive(engine), false)
  await until(() => !existsSync(environment.TMPDIR))
})
