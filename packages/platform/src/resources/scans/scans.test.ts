import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import { faulty, slowly, startSite, type TargetSite } from '../../../test/target-site.ts'
import { type Json, startApi, type TestApi } from '../../../test/test-api.ts'
import { createTestContext, type TestContext, type TestOrganization } from '../../../test/test-context.ts'
import { until } from '../../../test/until.ts'
import { ScanWorker } from '../../jobs/scan-worker.ts'

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/

let world: TestContext
let api: TestApi
let site: TargetSite
let organization: TestOrganization
let worker: ScanWorker | undefined

before(async () => {
  world = await createTestContext({ PUBLIC_URL: 'https://app.lasthash.test' })
  api = await startApi(world.context)
  site = await startSite()
})
beforeEach(async () => {
  site.answer(faulty)
  organization = await world.organization('pro')
})
afterEach(async () => {
  await worker?.stop(0)
  worker = undefined
})
after(async () => {
  await api.close()
  await site.close()
  await world.close()
})

async function startWorker(): Promise<void> {
  worker = new ScanWorker(world.context, { slots: 5 })
  await worker.start()
}

const ask = (method: string, path: string, body?: unknown, expected?: number): Promise<Json> =>
  api.ask(organization.key, method, path, body, expected)

async function scanned(body: object): Promise<Json> {
  const { id } = await ask('POST', '/v1/scans', body, 202)
  let scan: Json
  await until(async () => {
    scan = await ask('GET', `/v1/scans/${id}`)
    return ['done', 'failed', 'canceled'].includes(scan.status)
  })
  return scan
}

test('the public examples: a scan by website, its numbers, its vulnerabilities', async () => {
  await startWorker()
  const website = await ask('POST', '/v1/websites', { url: site.url }, 201)
  const answer = await api.send(organization.key, 'POST', '/v1/scans', {
    website_id: website.id,
    scan_type: 'full',
    priority: 'high',
  })
  assert.equal(answer.status, 202)
  const created: Json = await answer.json()
  assert.equal(answer.headers.get('location'), `/v1/scans/${created.id}`)
  assert.deepEqual(
    [created.status, created.scan_type, created.priority, created.website_id],
    ['queued', 'full', 'high', website.id],
  )
  assert.deepEqual([created.security_score, created.scan_duration, created.completed_at], [null, null, null])

  await until(async () => (await ask('GET', `/v1/scans/${created.id}`)).status === 'done')
  const scan = await ask('GET', `/v1/scans/${created.id}`)
  const { critical, high, medium, low } = scan.vulnerabilities
  const sum = Math.max(0, Math.floor(100.5 - 25 * critical - 3 * high - medium - low / 2))
  assert.equal(scan.security_score, critical ? Math.min(49, sum) : high ? Math.min(89, sum) : sum)
  assert.ok(Number.isInteger(scan.scan_duration) && scan.scan_duration >= 0)
  for (const time of [scan.created_at, scan.started_at, scan.completed_at]) assert.match(time, TIME)
  assert.equal(scan.report_url, `https://app.lasthash.test/reports/${scan.id}`)

  const { vulnerabilities, has_more } = await ask('GET', `/v1/scans/${scan.id}/vulnerabilities?limit=100`)
  assert.equal(has_more, false)
  const counted = vulnerabilities.filter((one: Json) => one.confidence !== 'tentative')
  for (const severity of ['critical', 'high', 'medium', 'low', 'info']) {
    assert.equal(
      counted.filter((one: Json) => one.severity === severity).length,
      scan.vulnerabilities[severity],
      severity,
    )
  }
  for (const one of vulnerabilities) {
    for (const field of [
      'id',
      'type',
      'severity',
      'title',
      'description',
      'remediation',
      'check',
      'outcome',
      'fingerprint',
    ]) {
      assert.ok(typeof one[field] === 'string' && one[field] !== '', field)
    }
    assert.match(one.detected_at, TIME)
    assert.deepEqual([one.status, one.website_id], ['open', website.id])
    assert.deepEqual(await ask('GET', `/v1/vulnerabilities/${one.id}`), one)
  }
  const after = await ask('GET', `/v1/websites/${website.id}`)
  assert.deepEqual(
    [after.security_score, after.grade, after.latest_scan_id],
    [scan.security_score, scan.grade, scan.id],
  )
  assert.deepEqual(after.open_vulnerabilities, scan.vulnerabilities)
  const completed = (await ask('GET', '/v1/events?type=scan.completed')).data
  assert.deepEqual(
    completed.map((event: Json) => event.data),
    [scan],
  )
  assert.equal((await ask('GET', '/v1/usage')).scans, 1)
})

test('a scan by url registers the website once, and finds it again by its origin', async () => {
  const first = await ask('POST', '/v1/scans', { url: `${site.url}shop` }, 202)
  const second = await ask('POST', '/v1/scans', { url: site.url }, 202)
  assert.equal(first.website_id, second.website_id)
  assert.deepEqual([first.url, second.url], [`${site.url}shop`, site.url])
  assert.deepEqual([first.scan_type, first.priority], ['full', 'normal'])
  assert.equal((await ask('GET', '/v1/websites')).data.length, 1)
})

const refusals: [string, unknown, number, string][] = [
  ['neither website nor url', {}, 400, 'validation_failed'],
  ['both', { website_id: 'ws_1', url: 'http://127.0.0.1/' }, 400, 'validation_failed'],
  ['an unknown field', { url: 'http://127.0.0.1/', speed: 'fast' }, 400, 'validation_failed'],
  ['an unknown type', { url: 'http://127.0.0.1/', scan_type: 'deep' }, 400, 'validation_failed'],
  ['an unknown priority', { url: 'http://127.0.0.1/', priority: 'urgent' }, 400, 'validation_failed'],
  ['a number for a url', { url: 5 }, 400, 'validation_failed'],
  ['no JSON', '{"url":', 400, 'malformed_json'],
  ['an active scan', { url: 'http://127.0.0.1/', scan_type: 'active' }, 409, 'website_not_verified'],
  ['an unknown website', { website_id: 'ws_1234567890' }, 404, 'not_found'],
  ['a malformed id', { website_id: '../..' }, 404, 'not_found'],
  ['another scheme', { url: 'ftp://example.com/' }, 400, 'target_refused'],
  ['metadata', { url: 'http://169.254.169.254/' }, 400, 'target_refused'],
]
for (const [what, body, status, code] of refusals) {
  test(`refused: ${what}`, async () => {
    const problem = await ask('POST', '/v1/scans', body, status)
    assert.equal(problem.code, code)
    assert.equal((await ask('GET', '/v1/scans')).data.length, 0)
  })
}

test('other organisations’ scans and websites do not exist', async () => {
  const scan = await ask('POST', '/v1/scans', { url: site.url }, 202)
  const stranger = await world.organization('pro')
  for (const path of ['', '/vulnerabilities', '/coverage', '/events', '/report']) {
    await api.ask(stranger.key, 'GET', `/v1/scans/${scan.id}${path}`, undefined, 404)
  }
  await api.ask(stranger.key, 'POST', `/v1/scans/${scan.id}/cancel`, undefined, 404)
  await api.ask(stranger.key, 'POST', '/v1/scans', { website_id: scan.website_id }, 404)
  assert.equal((await api.ask(stranger.key, 'GET', '/v1/scans')).data.length, 0)
  assert.equal((await ask('GET', `/v1/scans/${scan.id}`)).status, 'queued')
})

test('Prefer: wait answers with the end, or after the time that was asked for', async () => {
  const wait = (seconds: number) =>
    api.send(
      organization.key,
      'POST',
      '/v1/scans',
      { url: site.url, scan_type: 'quick' },
      { prefer: `respond-async, wait=${seconds}` },
    )
  const early = await wait(1)
  assert.equal(early.status, 202)
  assert.equal(early.headers.get('preference-applied'), 'wait=1')
  assert.equal(((await early.json()) as Json).status, 'queued')
  await startWorker()
  const late = await wait(20)
  assert.equal(late.status, 202)
  assert.equal(((await late.json()) as Json).status, 'done')
})

test('a queued scan is canceled and never begun; one that ended cannot be', async () => {
  const queued = await ask('POST', '/v1/scans', { url: site.url }, 202)
  const canceled = await ask('POST', `/v1/scans/${queued.id}/cancel`)
  assert.deepEqual([canceled.status, canceled.scan_duration], ['canceled', null])
  assert.match(canceled.completed_at, TIME)
  const problem = await ask('POST', `/v1/scans/${queued.id}/cancel`, undefined, 409)
  assert.equal(problem.code, 'scan_not_cancelable')
  await startWorker()
  const done = await scanned({ url: site.url, scan_type: 'quick' })
  assert.equal(done.status, 'done')
  assert.equal((await ask('GET', `/v1/scans/${queued.id}`)).started_at, null)
  await ask('POST', `/v1/scans/${done.id}/cancel`, undefined, 409)
})

test('a running scan is canceled at once', async () => {
  site.answer(slowly(10_000))
  await startWorker()
  const { id } = await ask('POST', '/v1/scans', { url: site.url }, 202)
  await until(async () => (await ask('GET', `/v1/scans/${id}`)).status === 'running')
  assert.equal((await ask('POST', `/v1/scans/${id}/cancel`)).status, 'canceled')
  assert.equal((await ask('GET', '/v1/events?type=scan.canceled')).data[0].data.id, id)
})

test('a scan is begun because it was asked for, not because somebody looked', async () => {
  worker = new ScanWorker(world.context, { slots: 5, pollMs: 3_600_000 })
  await worker.start()
  site.answer(slowly(10_000))
  const { id } = await ask('POST', '/v1/scans', { url: site.url }, 202)
  await until(async () => (await ask('GET', `/v1/scans/${id}`)).status === 'running')
})

test('lists filter, and a page leads to the next one', async () => {
  const ids: string[] = []
  for (const scan_type of ['quick', 'full', 'quick']) {
    ids.unshift((await ask('POST', '/v1/scans', { url: site.url, scan_type }, 202)).id)
  }
  const page = await ask('GET', '/v1/scans?limit=2')
  assert.deepEqual([page.data.map((scan: Json) => scan.id), page.has_more], [ids.slice(0, 2), true])
  const next = await ask('GET', `/v1/scans?limit=2&cursor=${page.next_cursor}`)
  assert.deepEqual([next.data.map((scan: Json) => scan.id), next.has_more], [ids.slice(2), false])
  assert.equal((await ask('GET', '/v1/scans?scan_type=quick&status=queued')).data.length, 2)
  assert.equal((await ask('GET', '/v1/scans?status=done')).data.length, 0)
  assert.equal((await ask('GET', `/v1/scans?website_id=${page.data[0].website_id}`)).data.length, 3)
  for (const query of ['stauts=done', 'status=gone', 'limit=0', 'limit=101', 'cursor=x']) {
    assert.equal((await ask('GET', `/v1/scans?${query}`, undefined, 400)).code, 'validation_failed')
  }
})

test('a target that refuses fails the scan, which then has no coverage', async () => {
  await startWorker()
  const scan = await scanned({ url: 'http://127.0.0.1:9/' })
  assert.equal(scan.status, 'failed')
  assert.equal(scan.error.code, 'target_unreachable')
  assert.equal((await ask('GET', `/v1/scans/${scan.id}/coverage`, undefined, 409)).code, 'scan_not_done')
  assert.deepEqual((await ask('GET', `/v1/scans/${scan.id}/vulnerabilities`)).vulnerabilities, [])
})

test('coverage says of each check what came of it', async () => {
  await startWorker()
  const scan = await scanned({ url: site.url, scan_type: 'quick' })
  const coverage = await ask('GET', `/v1/scans/${scan.id}/coverage`)
  assert.equal(coverage.scan_id, scan.id)
  const statuses = new Set(coverage.checks.map((check: Json) => check.status))
  assert.ok(statuses.has('failed') && statuses.has('skipped'))
  assert.ok(coverage.spent.requests > 0 && coverage.spent.requests <= coverage.budget.requests)
})

test('vulnerabilities over all websites filter', async () => {
  await startWorker()
  const scan = await scanned({ url: site.url, scan_type: 'quick' })
  const all = (await ask('GET', '/v1/vulnerabilities?limit=100')).data
  assert.deepEqual(all, (await ask('GET', `/v1/scans/${scan.id}/vulnerabilities?limit=100`)).vulnerabilities)
  const [first] = all
  for (const field of ['severity', 'status', 'check', 'type', 'confidence', 'website_id']) {
    const path = `${field}=${encodeURIComponent(first[field])}&limit=100`
    const expected = all.filter((one: Json) => one[field] === first[field])
    assert.deepEqual((await ask('GET', `/v1/vulnerabilities?${path}`)).data, expected, field)
    if (field === 'website_id') continue
    assert.deepEqual(
      (await ask('GET', `/v1/scans/${scan.id}/vulnerabilities?${path}`)).vulnerabilities,
      expected,
      field,
    )
  }
  await ask('GET', '/v1/vulnerabilities?severity=grave', undefined, 400)
  await ask('GET', '/v1/vulnerabilities/vuln_1', undefined, 404)
})
