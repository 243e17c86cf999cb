import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Json, startApi, type TestApi } from '../../test/test-api.ts'
import { createTestContext, type TestContext, type TestOrganization } from '../../test/test-context.ts'
import { until } from '../../test/until.ts'
import { ScanWorker } from '../jobs/scan-worker.ts'

let world: TestContext
let api: TestApi
let worker: ScanWorker
let live: TestOrganization
let key: string

before(async () => {
  world = await createTestContext({ PUBLIC_URL: 'https://app.lasthash.com' })
  api = await startApi(world.context)
  worker = new ScanWorker(world.context, { slots: 4 })
  await worker.start()
  live = await world.organization('enterprise')
  const made = await api.ask(live.key, 'POST', '/v1/api-keys', { name: 'Integration', mode: 'test' }, 201)
  assert.deepEqual([made.mode, made.key.slice(0, 8)], ['test', 'lh_test_'])
  key = made.key
})
after(async () => {
  await worker.stop(0)
  await api.close()
  await world.close()
})

async function ended(url: string): Promise<Json> {
  const { id } = await api.ask(key, 'POST', '/v1/scans', { url, scan_type: 'quick' }, 202)
  await until(async () => !/queued|running/.test((await api.ask(key, 'GET', `/v1/scans/${id}`)).status), 60_000)
  return await api.ask(key, 'GET', `/v1/scans/${id}`)
}

test('the public example of a scan, served word for word', async () => {
  const scan = await api.ask(key, 'GET', '/v1/scans/scan_xyz123')
  const { id, status, security_score, vulnerabilities, scan_duration, completed_at, report_url } = scan
  const { info: _, ...counts } = vulnerabilities
  assert.deepEqual(
    { id, status, security_score, vulnerabilities: counts, scan_duration, completed_at, report_url },
    {
      id: 'scan_xyz123',
      status: 'done',
      security_score: 85,
      vulnerabilities: { critical: 0, high: 2, medium: 5, low: 8 },
      scan_duration: 42,
      completed_at: '2024-03-10T14:32:15Z',
      report_url: 'https://app.lasthash.com/reports/scan_xyz123',
    },
  )
  assert.equal(scan.website_id, 'ws_1234567890')
  const report = await api.send(key, 'GET', '/reports/scan_xyz123')
  assert.equal(report.status, 200)
  assert.match(await report.text(), /Outdated WordPress Core/)
})

test('the public example of its vulnerabilities', async () => {
  const list = await api.ask(key, 'GET', '/v1/scans/scan_xyz123/vulnerabilities?limit=100')
  assert.equal(list.vulnerabilities.length, 15)
  const found = list.vulnerabilities.find((one: Json) => one.id === 'vuln_abc123')
  const { id, type, severity, title, description, cve, remediation, detected_at } = found
  assert.deepEqual(
    { id, type, severity, title, description, cve, remediation, detected_at },
    {
      id: 'vuln_abc123',
      type: 'vulnerability',
      severity: 'high',
      title: 'Outdated WordPress Core',
      description: 'WordPress 5.8.0 has SQL injection vulnerability',
      cve: 'CVE-2023-xxxxx',
      remediation: 'Update to WordPress 6.4.2',
      detected_at: '2024-03-10T14:30:00Z',
    },
  )
  assert.equal((await api.ask(key, 'GET', '/v1/vulnerabilities/vuln_abc123')).website_id, 'ws_1234567890')
})

test('the public examples of triggering a scan and of registering a webhook', async () => {
  const body = { website_id: 'ws_1234567890', scan_type: 'full', priority: 'high' }
  const scan = await api.ask(key, 'POST', '/v1/scans', body, 202)
  assert.equal(scan.website_id, 'ws_1234567890')
  await until(async () => (await api.ask(key, 'GET', `/v1/scans/${scan.id}`)).status === 'done', 60_000)
  const website = await api.ask(key, 'GET', '/v1/websites/ws_1234567890')
  assert.deepEqual([website.id, website.security_score, website.latest_scan_id], ['ws_1234567890', 85, scan.id])
  const webhook = {
    url: 'https://your-app.com/webhooks/security',
    events: ['scan.completed', 'threat.detected', 'score.degraded'],
    secret: 'your_webhook_secret',
  }
  await api.ask(key, 'POST', '/v1/webhooks', webhook, 201)
  // Tags are of what is sent.
  const answer = await api.send(key, 'GET', '/v1/websites/ws_1234567890')
  await answer.text()
  const headers = { 'if-match': answer.headers.get('etag')! }
  assert.equal((await api.send(key, 'PATCH', '/v1/websites/ws_1234567890', { name: 'Renamed' }, headers)).status, 200)
  assert.equal((await api.send(key, 'PATCH', '/v1/websites/ws_1234567890', { name: 'Again' }, headers)).status, 412)
})

const targets: [string, Json][] = [
  ['vulnerable', { status: 'done', security_score: 85, counts: [0, 2, 5, 8] }],
  ['expired-certificate', { status: 'done', security_score: 89, counts: [0, 1, 0, 0] }],
  ['clean', { status: 'done', security_score: 100, counts: [0, 0, 0, 0] }],
  ['down', { status: 'failed', security_score: null, counts: [0, 0, 0, 0] }],
]
for (const [name, expected] of targets) {
  test(`the virtual target “${name}”`, async () => {
    const { status, security_score, vulnerabilities: v, error } = await ended(`https://${name}.lasthash.test`)
    assert.deepEqual({ status, security_score, counts: [v.critical, v.high, v.medium, v.low] }, expected)
    assert.equal(error?.code, name === 'down' ? 'target_unreachable' : undefined)
  })
}

test('the slow target runs until it is canceled', async () => {
  const { id } = await api.ask(key, 'POST', '/v1/scans', { url: 'https://slow.lasthash.test' }, 202)
  await until(async () => (await api.ask(key, 'GET', `/v1/scans/${id}`)).status === 'running', 30_000)
  assert.equal((await api.ask(key, 'POST', `/v1/scans/${id}/cancel`)).status, 'canceled')
})

test('test and live data are apart, and so are their targets', async () => {
  for (const path of ['/v1/scans/scan_xyz123', '/v1/websites/ws_1234567890', '/v1/vulnerabilities/vuln_abc123'])
    await api.ask(live.key, 'GET', path, undefined, 404)
  assert.deepEqual((await api.ask(live.key, 'GET', '/v1/websites')).data, [])
  for (const [who, url] of [
    [key, 'https://example.com'],
    [key, 'http://clean.lasthash.test'],
    [key, 'https://nonsense.lasthash.test'],
    [live.key, 'https://clean.lasthash.test'],
  ] as const) {
    assert.equal((await api.ask(who, 'POST', '/v1/websites', { url }, 400)).code, 'target_refused')
    assert.equal((await api.ask(who, 'POST', '/v1/scans', { url }, 400)).code, 'target_refused')
  }
})

test('a second test key sees the same data; a live key gets there by the header; another organisation has its own', async () => {
  const second = await api.ask(live.key, 'POST', '/v1/api-keys', { name: 'Second', mode: 'test' })
  assert.equal((await api.ask(second.key, 'GET', '/v1/websites/ws_1234567890')).id, 'ws_1234567890')
  const header = { 'lasthash-organization': second.organization_id }
  const keys: Json = await (await api.send(live.key, 'GET', '/v1/api-keys', undefined, header)).json()
  assert.equal(keys.data.length, 2)
  const gone = await api.send(live.key, 'DELETE', `/v1/api-keys/${second.id}`, undefined, header)
  assert.equal(gone.status, 204)
  // It is told to all servers, and this one may hear of it a moment later.
  await until(async () => (await api.send(second.key, 'GET', '/v1/websites')).status === 401)
  const rolled = await api.ask(key, 'POST', '/v1/api-keys', { name: 'By a test key' })
  assert.equal(rolled.mode, 'test')
  assert.equal((await api.ask(key, 'POST', '/v1/api-keys', { name: 'L', mode: 'live' }, 400)).code, 'validation_failed')

  const stranger = await world.organization('enterprise')
  const theirs = await api.ask(stranger.key, 'POST', '/v1/api-keys', { name: 'T', mode: 'test' })
  await api.ask(theirs.key, 'PATCH', '/v1/websites/ws_1234567890', { name: 'Theirs' })
  assert.notEqual((await api.ask(key, 'GET', '/v1/websites/ws_1234567890')).name, 'Theirs')
})
