import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startSite, type TargetSite } from '../../../test/target-site.ts'
import { type Json, startApi, type TestApi } from '../../../test/test-api.ts'
import { createTestContext, type TestContext } from '../../../test/test-context.ts'
import { ScanWorker } from '../../jobs/scan-worker.ts'

const LINKS = 40_000 // 1 MB, for which the engine needs four seconds in one go on a machine of 2026

let world: TestContext
let api: TestApi
let site: TargetSite
let worker: ScanWorker

before(async () => {
  world = await createTestContext()
  api = await startApi(world.context)
  const links = Array.from({ length: LINKS }, (_, n) => `<a href="/p${n}?q=${n}">${n}</a>`)
  site = await startSite((request, response) => {
    response.writeHead(request.url === '/' ? 200 : 404, { 'content-type': 'text/html' })
    response.end(request.url === '/' ? `<!doctype html><title>Many</title>${links.join('')}` : 'Not found')
  })
  worker = new ScanWorker(world.context, { slots: 2 })
  await worker.start()
})
after(async () => {
  await worker.stop(0)
  await api.close()
  await site.close()
  await world.close()
})

test('while a page that is hard to parse is scanned, the service in the same process goes on answering', async () => {
  const { key } = await world.organization('pro')
  const { id } = await api.ask(key, 'POST', '/v1/scans', { url: site.url, scan_type: 'quick' }, 202)
  const answered: number[] = [performance.now()]
  let scan: Json
  do {
    scan = await api.ask(key, 'GET', `/v1/scans/${id}`)
    answered.push(performance.now())
    assert.equal((await fetch(`${api.base}/healthz`)).status, 200)
    answered.push(performance.now())
  } while (['queued', 'running'].includes(scan.status))
  assert.equal(scan.status, 'done')
  // In one process with the engine, one answer took nine tenths of all the time.
  const waits = answered.slice(1).map((at, n) => at - answered[n]!)
  const longest = Math.max(...waits) / (answered.at(-1)! - answered[0]!)
  assert.ok(longest < 1 / 3, `the longest of ${waits.length} answers took ${Math.round(longest * 100)}% of the time`)
})
