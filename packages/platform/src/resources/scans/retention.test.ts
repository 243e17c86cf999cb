import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startSite, type TargetSite } from '../../../test/target-site.ts'
import { type Json, startApi, type TestApi } from '../../../test/test-api.ts'
import { createTestContext, type TestContext } from '../../../test/test-context.ts'
import { until } from '../../../test/until.ts'
import { dropPartitions } from '../../db/partitions.ts'
import { ScanWorker } from '../../jobs/scan-worker.ts'
import { PLANS } from '../../plans.ts'

const DAY = 86_400_000 // milliseconds

let world: TestContext
let api: TestApi
let site: TargetSite
let worker: ScanWorker
before(async () => {
  world = await createTestContext()
  api = await startApi(world.context)
  site = await startSite()
  worker = new ScanWorker(world.context, { slots: 5 })
  await worker.start()
})
after(async () => {
  await worker.stop(0)
  await api.close()
  await site.close()
  await world.close()
})

test('results are kept as the plan said when the scan ended; then the numbers stay, and what was last seen of what is open', async () => {
  const { id: organization, key } = await world.organization('pro')
  const ask = (path: string, expected = 200): Promise<Json> => api.ask(key, 'GET', path, undefined, expected)
  const { id } = await api.ask(key, 'POST', '/v1/scans', { url: site.url, scan_type: 'quick' })
  await until(async () => (await ask(`/v1/scans/${id}`)).status === 'done', 30_000)
  const scan = await ask(`/v1/scans/${id}`)
  const kept = (Date.parse(scan.results_kept_until) - Date.parse(scan.completed_at)) / DAY
  assert.equal(kept, PLANS.pro.resultDays)
  const { data: open } = await ask('/v1/vulnerabilities')
  assert.ok(open.length > 0)

  const { system } = world.context.database
  // A plan that keeps less changes nothing of what is there.
  await system.updateTable('organizations').set({ plan: 'starter' }).where('id', '=', organization).execute()
  assert.equal((await ask(`/v1/scans/${id}`)).results_kept_until, scan.results_kept_until)
  const past = new Date(Date.now() - (PLANS.pro.resultDays + 1) * DAY)
  await system.updateTable('scans').set({ completed_at: past }).where('id', '=', id).execute()
  await dropPartitions(system, new Date(Date.now() + (PLANS.pro.resultDays + 35) * DAY))

  for (const path of ['vulnerabilities', 'coverage', 'software', 'report', `diff/${id}`]) {
    assert.equal((await ask(`/v1/scans/${id}/${path}`, 410)).code, 'results_expired', path)
  }
  const page = await fetch(`${api.base}/reports/${id}`, { headers: { authorization: `Bearer ${key}` } })
  assert.equal(page.status, 410)
  assert.match(await page.text(), /was kept for as long as the plan said/)
  const { security_score, vulnerabilities } = await ask(`/v1/scans/${id}`)
  assert.deepEqual(
    { security_score, vulnerabilities },
    { security_score: scan.security_score, vulnerabilities: scan.vulnerabilities },
  )
  assert.deepEqual((await ask('/v1/vulnerabilities')).data, open)
  const details = await system.selectFrom('scan_details').select('scan_id').where('scan_id', '=', id).execute()
  assert.deepEqual(details, [])
})
