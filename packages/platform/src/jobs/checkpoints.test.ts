import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Checkpoint } from '@lasthash/scanner'
import { accept, scansOf } from '../../test/scans.ts'
import { startSite } from '../../test/target-site.ts'
import { createTestContext } from '../../test/test-context.ts'
import { until } from '../../test/until.ts'
import { checkpointOf, keeperOf } from './checkpoints.ts'
import { keepHouse } from './housekeeping.ts'
import { ScanWorker } from './scan-worker.ts'

const PAGES = 90 // all of them are read, though they are alike
const WORKER = join(import.meta.dirname, '../../test/worker-process.ts')

test('a scan whose worker is killed goes on where its crawl was', async (t) => {
  const world = await createTestContext()
  const { context, databaseUrl } = world
  const { system } = context.database
  const visits = new Map<string, number>()
  const site = await startSite((request, response) => {
    const { url = '' } = request
    const page = /^\/(\d+)$/.exec(url)?.[1]
    visits.set(url, (visits.get(url) ?? 0) + 1)
    // Each page leads to the next two, so that no crawl sees all of them at once.
    const next = [Number(page ?? 0) * 2 + 1, Number(page ?? 0) * 2 + 2].filter((n) => n < PAGES)
    const links = next.map((n) => `<a href="/${n}">${n}</a>`).join('')
    const isThere = url === '/' || page !== undefined
    const form = page === '3' ? '<form><input type="password" name="p"></form>' : ''
    setTimeout(
      () => {
        response.writeHead(isThere ? 200 : 404, { 'content-type': 'text/html' })
        response.end(isThere ? `<!doctype html><title>${page}</title>${links}${form}` : 'none')
      },
      page === undefined ? 0 : 250,
    )
  })
  const child = spawn(process.execPath, [WORKER, databaseUrl, '1'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const worker = new ScanWorker(context, { slots: 1, checkpointMs: 500 })
  t.after(async () => {
    child.kill('SIGKILL')
    await worker.stop(0)
    await site.close()
    await world.close()
  })
  const { id } = await world.organization('pro')
  const scanId = await accept(context, id, { url: site.url, scan_type: 'full' })
  const kept = () => system.selectFrom('scan_checkpoints').select('updated_at').execute()
  const count = () => [...visits.keys()].filter((url) => /^\/\d+$/.test(url)).length
  await until(async () => count() > 20 && (await kept()).length === 1, 60_000)
  const [{ updated_at: first }] = (await kept()) as [{ updated_at: Date }]
  await until(async () => (await kept())[0]!.updated_at > first, 60_000)
  child.kill('SIGKILL')
  await once(child, 'exit')
  const before = count()
  assert.ok(before < PAGES - 10, `it was killed in the middle: ${before}`)

  await worker.start()
  const scan = async () => (await scansOf(context, id)).find((one) => one.id === scanId)!
  await until(async () => (await scan()).status === 'done', 120_000)
  assert.equal((await scan()).attempts, 2)
  const { coverage } = await system
    .selectFrom('scan_details')
    .select('coverage')
    .where('scan_id', '=', scanId)
    .executeTakeFirstOrThrow()
  assert.ok(coverage.crawl!.pages >= PAGES, `all in all, both workers’ pages count: ${coverage.crawl!.pages}`)
  const twice = [...visits].filter(([url, times]) => /^\/\d+$/.test(url) && times > 1).length
  assert.ok(twice < before / 2, `${twice} of ${before} pages were asked for twice`)
  const found = await system
    .selectFrom('vulnerabilities')
    .select('check')
    .where('website_id', '=', (await scan()).website_id)
    .execute()
  assert.ok(
    found.some(({ check }) => check === 'content/password-over-http'),
    'what the first worker saw is not lost',
  )
  assert.deepEqual(await kept(), [])
})

test('a checkpoint is read as it was kept, and goes with its scan', async (t) => {
  const world = await createTestContext()
  const { context } = world
  const { system } = context.database
  t.after(() => world.close())
  const { id } = await world.organization('pro')
  const scanId = await accept(context, id, { url: 'http://127.0.0.1:9/', scan_type: 'full' })
  const of = { id: scanId, organization_id: id }
  const read = () => checkpointOf(system, of, context.log)
  const at = (pages: number): Checkpoint => ({
    crawl: {
      waiting: [{ url: 'https://site.test/a', depth: 1, certainty: 0 }],
      known: [1, 2, 3],
      so_far: { pages, urls: [], scripts: 0, parameters: [], statuses: {} },
      script_urls: [],
    },
    checks: [],
    spent: { requests: pages, handshakes: 0, dns_queries: 0 },
    looked_at: '',
  })
  assert.equal(await read(), undefined)
  const keep = keeperOf(system, of, context.log, 0)
  keep(at(1))
  keep(at(2)) // while the first is under way: passed over
  await until(async () => (await read())?.crawl.so_far.pages === 1)
  await until(async () => {
    keep(at(3))
    return (await read())?.crawl.so_far.pages === 3
  })
  assert.deepEqual(await read(), at(3))
  keeperOf(system, of, context.log, 0)({ ...at(4), crawl: { ...at(4).crawl, known: Array(300_001).fill(1) } })

  await keepHouse(context)
  assert.deepEqual(await read(), at(3), 'it waits, and may go on from there')
  await system
    .updateTable('scan_checkpoints')
    .set({ checkpoint: Buffer.from('no such thing') })
    .execute()
  assert.equal(await read(), undefined, 'what cannot be read is as if it were not there')
  await system.updateTable('scans').set({ status: 'canceled' }).where('id', '=', scanId).execute()
  await keepHouse(context)
  assert.deepEqual(await system.selectFrom('scan_checkpoints').select('scan_id').execute(), [])
})
