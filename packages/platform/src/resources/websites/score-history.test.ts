import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startSite, type TargetSite } from '../../../test/target-site.ts'
import { type Json, startApi, type TestApi } from '../../../test/test-api.ts'
import { createTestContext, type TestContext, type TestOrganization } from '../../../test/test-context.ts'
import { until } from '../../../test/until.ts'
import { ScanWorker } from '../../jobs/scan-worker.ts'

let world: TestContext
let api: TestApi
let worker: ScanWorker
let organization: TestOrganization
let site: TargetSite
let headers: Record<string, string> = {}

before(async () => {
  world = await createTestContext()
  api = await startApi(world.context)
  organization = await world.organization('pro')
  worker = new ScanWorker(world.context, { slots: 1 })
  await worker.start()
  site = await startSite((request, response) => {
    const all = { 'content-type': 'text/html', ...headers }
    response.writeHead(request.url === '/' ? 200 : 404, all).end('<!doctype html><title>Shop</title>')
  })
})
after(async () => {
  await worker.stop(0)
  await api.close()
  await site.close()
  await world.close()
})

const ask = (method: string, path: string, body?: unknown, expected?: number): Promise<Json> =>
  api.ask(organization.key, method, path, body, expected)

async function scan(scan_type = 'quick'): Promise<string> {
  const { id } = await ask('POST', '/v1/scans', { url: site.url, scan_type })
  await until(async () => (await ask('GET', `/v1/scans/${id}`)).status === 'done', 60_000)
  return id
}
const openOf = async (check: string) => (await ask('GET', `/v1/vulnerabilities?check=${check}`)).data[0].id

test('each point tells what moved the score since the scan before it of the same type', async () => {
  const one = await scan()
  const nosniff = await openOf('headers/x-content-type-options')
  headers = { 'x-content-type-options': 'nosniff' }
  const two = await scan()
  const csp = await openOf('csp/missing')
  await ask('PATCH', `/v1/vulnerabilities/${csp}`, { status: 'accepted_risk', reason: 'Old browsers.' })
  headers = {}
  const three = await scan()
  const full = await scan('full')

  const { website_id } = await ask('GET', `/v1/scans/${one}`)
  const path = `/v1/websites/${website_id}/score-history`
  const { data, has_more } = await ask('GET', path)
  assert.deepEqual([data.map(({ scan_id }: Json) => scan_id), has_more], [[full, three, two, one], false])
  const [ofFull, third, second, first] = data
  assert.deepEqual([first.change, ofFull.change], [null, null])
  assert.ok(first.moved_by.new.includes(nosniff) && first.moved_by.fixed.length === 0)
  assert.deepEqual(second.moved_by, { new: [], fixed: [nosniff], reopened: [], accepted: [] })
  assert.deepEqual(second.change, {
    from: first.security_score,
    by: second.security_score - first.security_score,
    scan_id: one,
  })
  assert.deepEqual(third.moved_by, { new: [], fixed: [], reopened: [nosniff], accepted: [csp] })
  assert.equal(typeof third.score_version, 'number')

  const quick = await ask('GET', `${path}?scan_type=quick&limit=2`)
  assert.deepEqual(
    quick.data.map(({ scan_id }: Json) => scan_id),
    [three, two],
  )
  const rest = await ask('GET', `${path}?scan_type=quick&limit=2&cursor=${quick.next_cursor}`)
  assert.deepEqual([rest.data.map(({ scan_id }: Json) => scan_id), rest.has_more], [[one], false])
  const later = new Date(Date.now() + 3_600_000).toISOString()
  assert.deepEqual((await ask('GET', `${path}?from=${later}`)).data, [])
  assert.equal((await ask('GET', `${path}?to=${later}`)).data.length, 4)
  await ask('GET', `${path}?from=yesterday`, undefined, 400)

  const stranger = await world.organization('pro')
  await api.ask(stranger.key, 'GET', path, undefined, 404)
})
