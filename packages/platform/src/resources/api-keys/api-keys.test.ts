import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { type Json, startApi, type TestApi } from '../../../test/test-api.ts'
import { createTestContext, type TestContext, type TestOrganization } from '../../../test/test-context.ts'
import { until } from '../../../test/until.ts'
import { isApiKey } from '../../http/api-key.ts'
import { ALL_SCOPES } from '../../http/scopes.ts'

let world: TestContext
let api: TestApi
let organization: TestOrganization

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

const ask = (method: string, path: string, body?: unknown, expected?: number): Promise<Json> =>
  api.ask(organization.key, method, path, body, expected)
const eventsOf = async (type: string) => (await ask('GET', `/v1/events?type=${type}`)).data

test('a key is made, shown once, and told of without itself', async () => {
  const answer = await api.send(organization.key, 'POST', '/v1/api-keys', { name: 'CI', scopes: ['scans:write'] })
  const made: Json = await answer.json()
  assert.deepEqual([answer.status, answer.headers.get('etag')], [201, null])
  assert.ok(isApiKey(made.key) && made.key.startsWith('lh_live_'))
  assert.equal(made.last_four, made.key.slice(-4))
  const { key: _, ...shown } = made
  assert.deepEqual(await ask('GET', `/v1/api-keys/${made.id}`), shown)
  assert.deepEqual((await ask('GET', '/v1/api-keys?limit=1')).data, [shown])
  assert.deepEqual((await eventsOf('api_key.created'))[0].data, shown)
})

test('without scopes a key gets those of the key that makes it, and never more', async () => {
  const narrow = await ask('POST', '/v1/api-keys', {
    name: 'N',
    scopes: ['api_keys:read', 'api_keys:write', 'scans:read'],
  })
  const child = await api.ask(narrow.key, 'POST', '/v1/api-keys', { name: 'C' })
  assert.deepEqual(child.scopes, narrow.scopes)
  const problem = await api.ask(narrow.key, 'POST', '/v1/api-keys', { name: 'C', scopes: ['scans:write'] }, 400)
  assert.equal(problem.errors[0].pointer, '/scopes')
  await api.ask(narrow.key, 'PATCH', `/v1/api-keys/${child.id}`, { scopes: [...ALL_SCOPES] }, 400)
  const wide = await ask('POST', '/v1/api-keys', { name: 'W' })
  const refused = await api.ask(narrow.key, 'POST', `/v1/api-keys/${wide.id}/roll`, {}, 403)
  assert.equal(refused.code, 'insufficient_scope', 'the successor of a wider key would be a way around')
  assert.equal((await ask('GET', '/v1/api-keys')).data.length, 4)
})

const refusals: [string, object, string][] = [
  ['no name', { name: '' }, '/name'],
  ['no scope at all', { scopes: [] }, '/scopes'],
  ['an unknown scope', { scopes: ['root'] }, '/scopes/0'],
  ['the same scope twice', { scopes: ['scans:read', 'scans:read'] }, '/scopes'],
  ['an expiry that has passed', { expires_at: '2020-01-01T00:00:00Z' }, '/expires_at'],
  ['an expiry with no zone', { expires_at: '2999-01-01T00:00:00' }, '/expires_at'],
  ['an expiry that is no time', { expires_at: 'tomorrow' }, '/expires_at'],
  ['a day that does not exist', { expires_at: '2999-13-41T00:00:00Z' }, '/expires_at'],
  ['an address that is none', { allowed_cidrs: ['127.0.0.1', 'example.com'] }, '/allowed_cidrs/1'],
  ['a range that is none', { allowed_cidrs: ['203.0.113.0/33'] }, '/allowed_cidrs/0'],
  ['a list that shuts the caller out', { allowed_cidrs: ['203.0.113.0/24'] }, '/allowed_cidrs'],
  ['force that is no yes', { allowed_cidrs: ['203.0.113.0/24'], force: false }, '/allowed_cidrs'],
]
for (const [what, body, pointer] of refusals) {
  test(`refused: ${what}`, async () => {
    const problem = await ask('POST', '/v1/api-keys', { name: 'A', ...body }, 400)
    assert.equal(problem.code, 'validation_failed')
    assert.equal(problem.errors[0].pointer, pointer)
    assert.equal((await ask('GET', '/v1/api-keys')).data.length, 1)
  })
}

test('a list of addresses is normalised; one that shuts the caller out needs force', async () => {
  const made = await ask('POST', '/v1/api-keys', {
    name: 'A',
    allowed_cidrs: ['127.0.0.1/8', '203.0.113.7', '2001:DB8::/32'],
  })
  assert.deepEqual(made.allowed_cidrs, ['127.0.0.0/8', '203.0.113.7/32', '2001:db8::/32'])
  const path = `/v1/api-keys/${made.id}`
  assert.match((await ask('PATCH', path, { allowed_cidrs: ['203.0.113.0/24'] }, 400)).detail, /force/)
  await ask('PATCH', path, { allowed_cidrs: ['203.0.113.0/24'], force: true }, 200)
  await until(async () => (await api.send(made.key, 'GET', '/v1/websites')).status === 403)
  assert.deepEqual((await ask('PATCH', path, { allowed_cidrs: null })).allowed_cidrs, [])
  await until(async () => (await api.send(made.key, 'GET', '/v1/websites')).status === 200)
})

test('fewer scopes count at once', async () => {
  const made = await ask('POST', '/v1/api-keys', { name: 'A', scopes: ['websites:read', 'scans:read'] })
  assert.equal((await api.send(made.key, 'GET', '/v1/websites')).status, 200)
  await ask('PATCH', `/v1/api-keys/${made.id}`, { scopes: ['scans:read'] })
  await until(async () => (await api.send(made.key, 'GET', '/v1/websites')).status === 403)
  assert.equal((await api.send(made.key, 'GET', '/v1/scans')).status, 200)
})

test('a key is revoked once; it stays in the list with the time', async () => {
  const made = await ask('POST', '/v1/api-keys', { name: 'A' })
  for (let n = 0; n < 2; n++)
    assert.equal((await api.send(organization.key, 'DELETE', `/v1/api-keys/${made.id}`)).status, 204)
  assert.match((await ask('GET', `/v1/api-keys/${made.id}`)).revoked_at, /Z$/)
  assert.equal((await eventsOf('api_key.revoked')).length, 1)
  assert.equal((await ask('POST', `/v1/api-keys/${made.id}/roll`, undefined, 409)).code, 'api_key_ended')
})

test('a key is rolled: its successor has its rights, and both work until the overlap is over', async () => {
  const rights = { scopes: ['websites:read'], allowed_cidrs: ['127.0.0.0/8'] }
  const old = await ask('POST', '/v1/api-keys', { name: 'A', ...rights })
  const answer = await api.send(organization.key, 'POST', `/v1/api-keys/${old.id}/roll`, { overlap_seconds: 3600 })
  const successor: Json = await answer.json()
  assert.equal(answer.headers.get('location'), `/v1/api-keys/${successor.id}`)
  assert.deepEqual(
    [successor.name, successor.scopes, successor.allowed_cidrs],
    ['A', rights.scopes, rights.allowed_cidrs],
  )
  for (const { key } of [old, successor]) assert.equal((await api.send(key, 'GET', '/v1/websites')).status, 200)
  const ends = Date.parse((await ask('GET', `/v1/api-keys/${old.id}`)).expires_at)
  assert.ok(Math.abs(ends - Date.now() - 3_600_000) < 60_000)

  const third = await ask('POST', `/v1/api-keys/${successor.id}/roll`, { overlap_seconds: 0 })
  await until(async () => (await api.send(successor.key, 'GET', '/v1/websites')).status === 401)
  assert.equal((await api.send(third.key, 'GET', '/v1/websites')).status, 200)
  const day = await ask('POST', `/v1/api-keys/${third.id}/roll`, undefined, 201)
  assert.ok(isApiKey(day.key), 'the overlap may be left out: it is a day')
})

test('rolling never lengthens a key’s life', async () => {
  const expires_at = new Date(Math.ceil(Date.now() / 1000) * 1000 + 60_000).toISOString().replace('.000', '')
  const old = await ask('POST', '/v1/api-keys', { name: 'A', expires_at })
  await ask('POST', `/v1/api-keys/${old.id}/roll`, { overlap_seconds: 3600 })
  assert.equal((await ask('GET', `/v1/api-keys/${old.id}`)).expires_at, expires_at)
})
