import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { pino } from 'pino'
import { slowly, startSite } from '../../test/target-site.ts'
import { EnginePool } from '../engine/engine-pool.ts'
import { runScan } from './scan.ts'
import type { Claim } from './take-turn.ts'

const log = pino({ level: 'silent' })
const engine = new EnginePool(log)
after(() => engine.close())

const claimOf = (url: string) => ({ scan: { id: 'scan_1', url, scan_type: 'quick' } }) as Claim
const options = {
  config: { allowPrivate: true, dnsServers: [], dataFolder: './none' },
  signal: new AbortController().signal,
  onEvent: () => {},
  engine,
  log,
}

test('a scan that takes too long fails with its time limit', async () => {
  const site = await startSite(slowly(60_000))
  const ending = await runScan(claimOf(site.url), { ...options, timeLimit: 200 })
  assert.deepEqual(ending, {
    kind: 'failed',
    error: { code: 'time_limit', message: 'The scan did not end within 0.2 s.' },
  })
  await site.close()
})

test('each finding has the moment at which it was found', async () => {
  const site = await startSite()
  const began = Date.now()
  const ending = await runScan(claimOf(site.url), options)
  assert.ok(ending.kind === 'done' && ending.result.findings.length > 0)
  for (const { fingerprint } of ending.result.findings) {
    const at = ending.detectedAt.get(fingerprint)!.getTime()
    assert.ok(at >= began && at <= Date.now())
  }
  await site.close()
})

test('a private target fails where private targets are not allowed', async () => {
  const ending = await runScan(claimOf('http://127.0.0.1/'), {
    ...options,
    config: { allowPrivate: false, dnsServers: [], dataFolder: './none' },
  })
  assert.ok(ending.kind === 'failed')
  assert.equal(ending.error.code, 'target_refused')
})

test('an abort is no failure', async () => {
  const site = await startSite(slowly(60_000))
  const ending = await runScan(claimOf(site.url), { ...options, signal: AbortSignal.timeout(1_000) })
  assert.deepEqual(ending, { kind: 'stopped' })
  await site.close()
})
