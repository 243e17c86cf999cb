import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startSite, type TargetSite } from '../../../test/target-site.ts'
import { type Json, startApi, type TestApi } from '../../../test/test-api.ts'
import { createTestContext, type TestContext, type TestOrganization } from '../../../test/test-context.ts'
import { until } from '../../../test/until.ts'
import { keepHouse } from '../../jobs/housekeeping.ts'
import { ScanWorker } from '../../jobs/scan-worker.ts'

let world: TestContext
let api: TestApi
let site: TargetSite
let worker: ScanWorker
let organization: TestOrganization
let headers: Record<string, string> = {}

before(async () => {
  world = await createTestContext()
  api = await startApi(world.context)
  organization = await world.organization('pro')
  site = await startSite((request, response) => {
    response.writeHead(request.url === '/' ? 200 : 404, { 'content-type': 'text/html', ...headers })
    response.end('<!doctype html><title>Shop</title>')
  })
  worker = new ScanWorker(world.context, { slots: 2 })
  await worker.start()
})
after(async () => {
  await worker.stop()
  await api.close()
  await site.close()
  await world.close()
})

const ask = (method: string, path: string, body?: unknown, expected?: number): Promise<Json> =>
  api.ask(organization.key, method, path, body, expected)

async function scan(): Promise<Json> {
  const { id } = await ask('POST', '/v1/scans', { url: site.url, scan_type: 'quick' })
  await until(async () => (await ask('GET', `/v1/scans/${id}`)).status === 'done')
  return ask('GET', `/v1/scans/${id}`)
}
const of = async (check: string): Promise<Json> =>
  (await ask('GET', `/v1/vulnerabilities?check=${encodeURIComponent(check)}`)).data[0]
const website = async (id: string): Promise<Json> => ask('GET', `/v1/websites/${id}`)

test('an accepted risk weighs nothing, in the website at once and in the next scan, and its history says who and why', async () => {
  const first = await scan()
  const { id, website_id, severity, score_impact } = await of('csp/missing')
  assert.equal(severity, 'medium')
  const before = await website(website_id)
  const accepted = await ask('PATCH', `/v1/vulnerabilities/${id}`, {
    status: 'accepted_risk',
    reason: 'The new proxy brings it.',
    expires_at: '2999-01-01T00:00:00Z',
    assignee: 'ada@shop.example',
  })
  assert.deepEqual(
    [accepted.status, accepted.status_reason, accepted.status_expires_at, accepted.assignee],
    ['accepted_risk', 'The new proxy brings it.', '2999-01-01T00:00:00Z', 'ada@shop.example'],
  )
  const after = await website(website_id)
  assert.equal(after.open_vulnerabilities.medium, before.open_vulnerabilities.medium - 1)
  // A site on plain HTTP has a high finding, which caps the score at 89.
  assert.equal(after.security_score, Math.min(89, before.security_score + score_impact))

  const second = await scan()
  assert.equal(second.vulnerabilities.medium, first.vulnerabilities.medium - 1)
  assert.equal((await of('csp/missing')).status, 'accepted_risk')

  const opened = await ask('PATCH', `/v1/vulnerabilities/${id}`, { status: 'open', assignee: null })
  assert.deepEqual([opened.status, opened.status_reason, opened.assignee], ['open', null, null])
  const { data } = await ask('GET', `/v1/vulnerabilities/${id}/history`)
  assert.deepEqual(
    data.map(({ field, before, after, reason }: Json) => [field, before, after, reason]),
    [
      ['assignee', 'ada@shop.example', null, null],
      ['status', 'accepted_risk', 'open', null],
      ['assignee', null, 'ada@shop.example', null],
      ['status', 'open', 'accepted_risk', 'The new proxy brings it.'],
    ],
  )
  assert.match(data[0].author, /^key_/)
  const events = (await ask('GET', '/v1/events?type=vulnerability.accepted')).data
  assert.deepEqual(
    events.map((event: Json) => event.data.vulnerability.id),
    [id],
  )
})

test('an acceptance ends when its time is over, and tells so', async () => {
  await scan()
  const { id } = await of('headers/x-frame-options')
  await ask('PATCH', `/v1/vulnerabilities/${id}`, {
    status: 'accepted_risk',
    reason: 'Until the release.',
    expires_at: '2999-01-01T00:00:00Z',
  })
  await keepHouse(world.context)
  assert.equal((await of('headers/x-frame-options')).status, 'accepted_risk')
  await world.context.database.system
    .updateTable('vulnerabilities')
    .set({ status_expires_at: new Date(Date.now() - 1_000) })
    .where('id', '=', id)
    .execute()
  await keepHouse(world.context)
  const reopened = await of('headers/x-frame-options')
  assert.deepEqual([reopened.status, reopened.status_expires_at], ['open', null])
  const events = (await ask('GET', '/v1/events?type=vulnerability.reopened')).data
  assert.ok(events.some((event: Json) => event.data.vulnerability.id === id))
  assert.equal((await ask('GET', `/v1/vulnerabilities/${id}/history`)).data[0].author, 'expiry')
})

test('what a scan no longer sees is fixed, what it sees again is reopened, each by the scan in its history', async () => {
  await scan()
  headers = { 'x-content-type-options': 'nosniff' }
  const { id: fixing } = await scan()
  const { id, status } = await of('headers/x-content-type-options')
  assert.equal(status, 'fixed')
  const refused = await ask('PATCH', `/v1/vulnerabilities/${id}`, { status: 'accepted_risk', reason: 'Why not.' }, 409)
  assert.equal(refused.code, 'status_not_lawful')
  headers = {}
  const { id: reopening } = await scan()
  const { data } = await ask('GET', `/v1/vulnerabilities/${id}/history`)
  assert.deepEqual(
    data.map(({ before, after, author }: Json) => [before, after, author]),
    [
      ['fixed', 'reopened', reopening],
      ['open', 'fixed', fixing],
    ],
  )
})

const REFUSED: [name: string, body: unknown, pointer: string][] = [
  ['no reason', { status: 'accepted_risk' }, '/reason'],
  ['a blank reason', { status: 'false_positive', reason: '  ' }, '/reason'],
  ['an end in the past', { status: 'accepted_risk', reason: 'x', expires_at: '2020-01-01T00:00:00Z' }, '/expires_at'],
  ['an end of nothing', { status: 'open', expires_at: '2999-01-01T00:00:00Z' }, '/expires_at'],
  ['what only scans may say', { status: 'fixed', reason: 'x' }, '/status'],
]
for (const [name, body, pointer] of REFUSED) {
  test(`refused: ${name}`, async () => {
    await scan()
    const { id } = await of('csp/missing')
    const problem = await ask('PATCH', `/v1/vulnerabilities/${id}`, body, 400)
    assert.equal(problem.code, 'validation_failed')
    assert.ok(
      problem.errors.some((error: Json) => error.pointer === pointer),
      JSON.stringify(problem.errors),
    )
  })
}

test('many at once, with a result each', async () => {
  await scan()
  const ids = (await ask('GET', '/v1/vulnerabilities?status=open&severity=low')).data.map(({ id }: Json) => id)
  assert.ok(ids.length >= 1)
  const { results } = await ask('PATCH', '/v1/vulnerabilities', {
    ids: [...ids, 'vuln_unknown'],
    status: 'false_positive',
    reason: 'A lesson about it.',
  })
  assert.deepEqual(
    results.map(({ id, status, code }: Json) => [id, status, code]),
    [...ids.map((id: string) => [id, 200, null]), ['vuln_unknown', 404, 'not_found']],
  )
  assert.equal((await ask('GET', '/v1/vulnerabilities?status=open&severity=low')).data.length, 0)
  await ask('PATCH', '/v1/vulnerabilities', { ids: ids.concat(ids[0]), status: 'open' }, 400)
})

test('comments are kept with their author, newest first; another organisation sees and changes nothing', async () => {
  await scan()
  const { id } = await of('csp/missing')
  for (const body of ['First.', 'Second <script>.'])
    await ask('POST', `/v1/vulnerabilities/${id}/comments`, { body }, 201)
  const { data } = await ask('GET', `/v1/vulnerabilities/${id}/comments`)
  assert.deepEqual(
    data.map(({ body }: Json) => body),
    ['Second <script>.', 'First.'],
  )
  const stranger = await world.organization('pro')
  for (const [method, path, body] of [
    ['PATCH', '', { assignee: 'me' }],
    ['GET', '/history', undefined],
    ['GET', '/comments', undefined],
    ['POST', '/comments', { body: 'x' }],
  ] as const) {
    const answer = await api.send(stranger.key, method, `/v1/vulnerabilities/${id}${path}`, body)
    assert.equal(answer.status, 404, `${method} ${path}`)
  }
  const { results } = await api.ask(stranger.key, 'PATCH', '/v1/vulnerabilities', { ids: [id], assignee: 'me' })
  assert.equal(results[0].status, 404)
})
