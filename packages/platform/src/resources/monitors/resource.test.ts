// The resource itself: what it takes and refuses, how it shares work, and what ends with it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Clock, lookTwice } from '../../../test/look-at.ts'
import { startSite, type TargetSite } from '../../../test/target-site.ts'
import { type Json, startApi, type TestApi } from '../../../test/test-api.ts'
import { createTestContext, type TestContext, type TestOrganization } from '../../../test/test-context.ts'
import { MonitorRunner } from '../../jobs/run-monitors.ts'

let world: TestContext
let api: TestApi
let site: TargetSite
let organization: TestOrganization
let website: Json
let runner: MonitorRunner
let status = 200
const clock = new Clock()

before(async () => {
  world = await createTestContext()
  api = await startApi(world.context)
  organization = await world.organization('pro')
  site = await startSite((_, response) => response.writeHead(status).end('hello'))
  website = await ask('POST', '/v1/websites', { url: site.url })
  runner = new MonitorRunner(world.context)
})
after(async () => {
  await runner.stop()
  await api.close()
  await site.close()
  await world.close()
})

const ask = (method: string, path: string, body?: unknown, expected?: number): Promise<Json> =>
  api.ask(organization.key, method, path, body, expected)
const create = (more: Json = {}, expected = 201) =>
  ask('POST', '/v1/monitors', { website_id: website.id, kind: 'uptime', ...more }, expected)

const REFUSED: [name: string, body: Json, pointer: string, code?: string][] = [
  ['an interval under 30 seconds', { interval: 29 }, '/interval'],
  ['a kind that is not watched', { kind: 'weather' }, '/kind'],
  ['a website of nobody', { website_id: 'ws_unknown' }, '/website_id'],
  ['a threshold of another kind', { thresholds: { expiry_days: 5 } }, '/thresholds/expiry_days'],
  ['a threshold that there is not', { thresholds: { speed: 5 } }, '/thresholds/speed'],
  ['a certificate of plain HTTP', { kind: 'certificate' }, '/kind', 'monitor_not_possible'],
  ['DNS of an address', { kind: 'dns' }, '/kind', 'monitor_not_possible'],
]
for (const [name, body, pointer, code = 'validation_failed'] of REFUSED) {
  test(`refused: ${name}`, async () => {
    const problem = await create(body, 400)
    assert.equal(problem.code, code)
    assert.ok(
      problem.errors.some((error: Json) => error.pointer === pointer),
      JSON.stringify(problem.errors),
    )
  })
}

test('made, listed, changed by merge patch, switched off and deleted', async () => {
  const made = await create({ interval: 30, thresholds: { max_response_ms: 1_000, timeout_ms: 5_000 } })
  assert.deepEqual([made.status, made.interval, made.enabled], ['pending', 30, true])
  const path = `/v1/monitors/${made.id}`
  const changed = await ask('PATCH', path, { interval: null, thresholds: { max_response_ms: null } })
  assert.deepEqual([changed.interval, changed.thresholds], [300, { timeout_ms: 5_000 }])
  await ask('PATCH', path, { thresholds: { min_score: 5 } }, 400)
  for (const [query, found] of [
    [`website_id=${website.id}&kind=uptime`, true],
    ['kind=dns', false],
    ['status=down', false],
  ] as const) {
    const { data } = await ask('GET', `/v1/monitors?${query}`)
    assert.equal(
      data.some(({ id }: Json) => id === made.id),
      found,
      query,
    )
  }
  assert.equal((await ask('PATCH', path, { enabled: false })).next_check_at, null)
  await runner.runDue(clock.now)
  assert.equal((await ask('GET', path)).checked_at, null)
  await ask('DELETE', path, undefined, 204)
  await ask('GET', path, undefined, 404)
})

test('another organisation sees and changes nothing', async () => {
  const { id } = await create()
  const stranger = await world.organization('pro')
  for (const [method, path, body] of [
    ['GET', `/v1/monitors/${id}`],
    ['PATCH', `/v1/monitors/${id}`, { interval: 60 }],
    ['DELETE', `/v1/monitors/${id}`],
    ['GET', `/v1/monitors/${id}/history`],
  ] as const)
    assert.equal((await api.send(stranger.key, method, path, body)).status, 404, `${method} ${path}`)
  const theirs = { website_id: website.id, kind: 'uptime' }
  assert.equal((await api.send(stranger.key, 'POST', '/v1/monitors', theirs)).status, 400)
  assert.deepEqual((await api.ask(stranger.key, 'GET', '/v1/monitors')).data, [])
  await ask('DELETE', `/v1/monitors/${id}`, undefined, 204)
})

test('several workers share what is due, and each is looked at once', async () => {
  const ids: string[] = []
  for (let n = 0; n < 40; n++) ids.push((await create()).id)
  await Promise.all(Array.from({ length: 3 }, () => new MonitorRunner(world.context).runDue(clock.now)))
  for (const id of ids) {
    const { total } = await ask('GET', `/v1/monitors/${id}/history`)
    assert.equal(total.checks, 1)
  }
  const due = await world.context.database.system.selectFrom('monitors').select('next_check_at').execute()
  assert.ok(new Set(due.map(({ next_check_at }) => next_check_at.getTime())).size > 20, 'the next looks are spread')
  for (const id of ids) await ask('DELETE', `/v1/monitors/${id}`, undefined, 204)
})

test('two monitors of one cause: one alert, which ends with the last of them', async () => {
  const first = await create()
  const second = await create()
  status = 500
  await lookTwice(runner, clock)
  await lookTwice(runner, clock)
  const { data } = await ask('GET', '/v1/alerts?status=open')
  assert.equal(data.length, 1)
  await ask('DELETE', `/v1/monitors/${first.id}`, undefined, 204)
  assert.equal((await ask('GET', `/v1/alerts/${data[0].id}`)).status, 'open')
  await ask('DELETE', `/v1/monitors/${second.id}`, undefined, 204)
  const ended = await ask('GET', `/v1/alerts/${data[0].id}`)
  assert.deepEqual([ended.status, ended.monitor_id], ['resolved', null])
  status = 200
})

test('a monitor that nobody has looked at for long is unknown: monitoring itself has stopped', async () => {
  const { id } = await create()
  await runner.runDue(clock.now)
  await world.context.database.system
    .updateTable('monitors')
    .set({ next_check_at: new Date(Date.now() - 600_000) })
    .where('id', '=', id)
    .execute()
  const { status: state, fault, detail } = await ask('GET', `/v1/monitors/${id}`)
  assert.deepEqual([state, fault], ['unknown', 'us'])
  assert.match(detail, /monitoring has stopped/)
  await runner.runDue(clock.now)
  assert.equal((await ask('GET', `/v1/monitors/${id}`)).status, 'up')
})

test('nothing is looked at for an organisation that is suspended', async () => {
  const { id } = await create()
  const suspend = (suspended_at: Date | null) =>
    world.context.database.system
      .updateTable('organizations')
      .set({ suspended_at })
      .where('id', '=', organization.id)
      .execute()
  await suspend(new Date())
  await runner.runDue(clock.now)
  await suspend(null)
  assert.equal((await ask('GET', `/v1/monitors/${id}`)).status, 'pending')
  await runner.runDue(clock.now)
  assert.equal((await ask('GET', `/v1/monitors/${id}`)).status, 'up')
})
