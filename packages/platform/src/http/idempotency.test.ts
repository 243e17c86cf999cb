import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { type Json, startApi, type TestApi } from '../../test/test-api.ts'
import { createTestContext, type TestContext, type TestOrganization } from '../../test/test-context.ts'

let world: TestContext
let api: TestApi
let organization: TestOrganization
let sites = 0

before(async () => {
  world = await createTestContext()
  api = await startApi(world.context)
})
beforeEach(async () => {
  organization = await world.organization('pro')
})
after(async () => {
  await api.close()
  await world.close()
})

const website = () => ({ url: `https://site-${sites++}.example.com` })
const post = (path: string, body: unknown, idempotencyKey: string, key = organization.key) =>
  api.send(key, 'POST', path, body, { 'idempotency-key': idempotencyKey })
const count = async (path: string, key = organization.key) => (await api.ask(key, 'GET', path)).data.length
const problemOf = async (answer: Response) => [answer.status, ((await answer.json()) as Json).code]

test('a repeated request gets the stored answer, and nothing happens twice', async () => {
  const body = website()
  const first = await post('/v1/websites', body, 'order-1')
  assert.equal(first.headers.get('idempotent-replayed'), null)
  const again = await post('/v1/websites', body, '"order-1"')
  assert.deepEqual([first.status, again.status], [201, 201])
  assert.equal(again.headers.get('idempotent-replayed'), 'true')
  assert.equal(again.headers.get('location'), first.headers.get('location'))
  assert.notEqual(again.headers.get('request-id'), first.headers.get('request-id'))
  assert.equal(await again.text(), await first.text())
  assert.equal(await count('/v1/websites'), 1)
  assert.equal(await count('/v1/events?type=website.created'), 1)
})

test('the order of members makes no other request; another value does', async () => {
  const { url } = website()
  await post('/v1/websites', { url, name: 'A', tags: ['x'] }, 'k')
  const same = await post('/v1/websites', JSON.stringify({ tags: ['x'], name: 'A', url }), 'k')
  assert.equal(same.headers.get('idempotent-replayed'), 'true')
  assert.deepEqual(await problemOf(await post('/v1/websites', { url, name: 'B', tags: ['x'] }, 'k')), [
    422,
    'idempotency_key_reused',
  ])
  assert.equal(await count('/v1/websites'), 1)
})

test('a key belongs to its organisation and its route', async () => {
  const body = website()
  const stranger = await world.organization('pro')
  assert.equal((await post('/v1/websites', body, 'k')).status, 201)
  assert.equal((await post('/v1/websites', body, 'k', stranger.key)).headers.get('idempotent-replayed'), null)
  const hook = { url: 'https://hooks.example.com', events: ['scan.completed'] }
  assert.equal((await post('/v1/webhooks', hook, 'k')).status, 201)
  // One route, another object of it: another request.
  const ids = await Promise.all([1, 2].map(async () => (await api.ask(organization.key, 'POST', '/v1/scans', body)).id))
  assert.equal((await post(`/v1/scans/${ids[0]}/cancel`, undefined, 'c')).status, 200)
  assert.equal((await post(`/v1/scans/${ids[1]}/cancel`, undefined, 'c')).status, 422)
  const replayed = await post(`/v1/scans/${ids[0]}/cancel`, undefined, 'c')
  assert.deepEqual([replayed.status, replayed.headers.get('idempotent-replayed')], [200, 'true'])
})

test('what was refused is not stored: the mended request goes through under the same key', async () => {
  const body = website()
  assert.equal((await post('/v1/websites', { ...body, nonsense: 1 }, 'k')).status, 400)
  assert.equal((await post('/v1/websites', { url: 'ftp://example.com' }, 'k')).status, 400)
  assert.equal((await post('/v1/scans', { website_id: 'ws_1' }, 'k')).status, 404)
  assert.equal((await post('/v1/websites', body, 'k')).status, 201)
  assert.equal((await post('/v1/websites', body, 'other')).status, 409)
  const rows = await world.context.database.system
    .selectFrom('idempotency_keys')
    .select('route')
    .where('organization_id', '=', organization.id)
    .execute()
  assert.deepEqual(rows, [{ route: 'POST /v1/websites' }])
})

test('of many at the same moment one works; the others are told to wait, or get its answer', async () => {
  const body = website()
  const answers = await Promise.all(Array.from({ length: 12 }, () => post('/v1/websites', body, 'race')))
  const statuses = answers.map(({ status }) => status)
  assert.ok(statuses.includes(201))
  assert.deepEqual(
    [...new Set(statuses)].filter((status) => status !== 201 && status !== 409),
    [],
  )
  const made = answers.filter((one) => one.status === 201 && !one.headers.has('idempotent-replayed'))
  assert.equal(made.length, 1)
  for (const busy of answers.filter(({ status }) => status === 409)) {
    assert.equal(busy.headers.get('retry-after'), '1')
    const { code, retryable } = (await busy.json()) as Json
    assert.deepEqual([code, retryable], ['idempotency_key_in_use', true])
  }
  assert.equal(await count('/v1/websites'), 1)
})

test('while a request is under way, its key is in use', async () => {
  const { database } = world.context
  const body = { ...website(), scan_type: 'quick' }
  await api.ask(organization.key, 'POST', '/v1/scans', body)
  const { promise: held, resolve: release } = Promise.withResolvers<void>()
  const { promise: locked, resolve: hold } = Promise.withResolvers<void>()
  // Whoever holds the organisation's row holds up the admission of its scans.
  const holder = database.system.transaction().execute(async (trx) => {
    await trx.selectFrom('organizations').selectAll().where('id', '=', organization.id).forUpdate().execute()
    hold()
    await held
  })
  await locked
  // Whichever of the two comes first waits for that row; the other one is told.
  const both = [post('/v1/scans', body, 'slow'), post('/v1/scans', body, 'slow')]
  const told = await Promise.race(both)
  assert.deepEqual(await problemOf(told), [409, 'idempotency_key_in_use'])
  release()
  await holder
  assert.deepEqual((await Promise.all(both)).map(({ status }) => status).sort(), [202, 409])
  const after = await post('/v1/scans', body, 'slow')
  assert.equal(after.headers.get('idempotent-replayed'), 'true')
  assert.equal(await count('/v1/scans'), 2)
})

test('an answer is kept for 24 hours', async () => {
  const { system } = world.context.database
  const age = (hours: number) =>
    system
      .updateTable('idempotency_keys')
      .set({ created_at: new Date(Date.now() - hours * 3_600_000) as never })
      .where('organization_id', '=', organization.id)
      .execute()
  const body = website()
  await post('/v1/websites', body, 'k')
  await age(23.9)
  assert.equal((await post('/v1/websites', body, 'k')).headers.get('idempotent-replayed'), 'true')
  await age(24.1)
  assert.deepEqual(await problemOf(await post('/v1/websites', body, 'k')), [409, 'website_exists'])
  assert.equal((await post('/v1/websites', website(), 'k')).status, 201)
})

test('a secret that is shown once is shown again to a repeated request, and kept sealed meanwhile', async () => {
  const first: Json = await (await post('/v1/api-keys', { name: 'A' }, 'k')).json()
  const again: Json = await (await post('/v1/api-keys', { name: 'A' }, 'k')).json()
  assert.equal(again.key, first.key)
  const { system } = world.context.database
  const rows = await system
    .selectFrom('idempotency_keys')
    .selectAll()
    .where('organization_id', '=', organization.id)
    .execute()
  assert.equal(rows.length, 1)
  assert.ok(!JSON.stringify(rows).includes(first.key.slice(-12)))
})

const keys: [string, boolean][] = [
  ['a', true],
  ['x'.repeat(255), true],
  ['"with spaces, and = signs"', true],
  ['8e03978e-40d5-43dd-bc93-6894a57f9324', true],
  ['x'.repeat(256), false],
  ['""', false],
  ['', false],
  ['schlüssel', false],
  ['tab\there', false],
]
for (const [key, fine] of keys) {
  test(`an Idempotency-Key of ${JSON.stringify(key.slice(0, 40))} is ${fine ? 'taken' : 'refused'}`, async () => {
    const answer = await post('/v1/websites', website(), key)
    if (fine) return assert.equal(answer.status, 201)
    const problem: Json = await answer.json()
    assert.deepEqual([answer.status, problem.code], [400, 'validation_failed'])
    assert.equal(problem.errors[0].header, 'Idempotency-Key')
  })
}
