import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { type Json, startApi, type TestApi } from '../../test/test-api.ts'
import { createTestContext, openContext, type TestContext, type TestOrganization } from '../../test/test-context.ts'
import { until } from '../../test/until.ts'
import type { Context } from '../context.ts'
import { newApiKey } from './api-key.ts'

const ENV = { LASTHASH_SECRET: 'the same for both replicas', TRUSTED_PROXIES: '127.0.0.1' }

let world: TestContext
let second: Context
let api: TestApi
let replica: TestApi
let organization: TestOrganization

before(async () => {
  world = await createTestContext(ENV)
  second = await openContext(world.context.database, ENV)
  api = await startApi(world.context)
  replica = await startApi(second)
})
beforeEach(async () => {
  organization = await world.organization('pro')
})
after(async () => {
  await api.close()
  await replica.close()
  await second.queue.stop()
  await world.close()
})

let callers = 0
/** An address that nobody has called from yet. */
const somewhere = () => `198.51.${Math.floor(++callers / 250)}.${callers % 250}`
const from = (address: string, key: string, path = '/v1/websites') =>
  api.send(key, 'GET', path, undefined, { 'x-forwarded-for': address })
const codeOf = async (answer: Response) => {
  const text = await answer.text()
  return answer.ok ? 'ok' : (JSON.parse(text).code as string)
}
const make = (body: object) => api.ask(organization.key, 'POST', '/v1/api-keys', { name: 'A', ...body })

const headers: [string, string | undefined, string][] = [
  ['none', undefined, 'missing_api_key'],
  ['another scheme', 'Basic dXNlcjpwYXNz', 'missing_api_key'],
  ['no key in it', 'Bearer ', 'missing_api_key'],
  ['two words', 'Bearer a b', 'missing_api_key'],
  ['nonsense', 'Bearer nonsense', 'invalid_api_key'],
  ['a key that nobody has', `Bearer ${newApiKey('lh_live_')}`, 'invalid_api_key'],
]
for (const [what, authorization, code] of headers) {
  test(`an Authorization header with ${what} is 401`, async () => {
    const answer = await fetch(`${api.base}/v1/websites`, {
      headers: { 'x-forwarded-for': somewhere(), ...(authorization === undefined ? {} : { authorization }) },
    })
    assert.equal(answer.status, 401)
    assert.match(answer.headers.get('www-authenticate')!, /^Bearer/)
    assert.equal(await codeOf(answer), code)
  })
}

test('the scheme is read in any case; a key in the address opens nothing', async () => {
  for (const scheme of ['Bearer', 'bearer', 'BEARER  ']) {
    const headers = { authorization: `${scheme} ${organization.key}` }
    assert.equal((await fetch(`${api.base}/v1/websites`, { headers })).status, 200, scheme)
  }
  for (const name of ['api_key', 'key', 'access_token', 'authorization'])
    assert.equal((await fetch(`${api.base}/v1/websites?${name}=${organization.key}`)).status, 401, name)
})

test('only a keyed hash and the last four are stored', async () => {
  const { key, id } = await make({})
  const row = await world.context.database.system
    .selectFrom('api_keys')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  assert.deepEqual(row.hash, world.context.secrets.hashApiKey(key))
  assert.equal(row.last_four, key.slice(-4))
  assert.ok(!JSON.stringify(row).includes(key.slice(8, -4)))
})

test('a key ends when it expires, and at once on every replica when it is revoked', async () => {
  const { key, id } = await make({ expires_at: new Date(Date.now() + 3_600_000).toISOString() })
  for (const one of [api, replica]) assert.equal((await one.send(key, 'GET', '/v1/websites')).status, 200)
  await api.ask(organization.key, 'DELETE', `/v1/api-keys/${id}`)
  for (const one of [api, replica]) {
    await until(async () => (await one.send(key, 'GET', '/v1/websites')).status === 401)
    const problem: Json = await (await one.send(key, 'GET', '/v1/websites')).json()
    assert.deepEqual([problem.code, /revoked/.test(problem.detail)], ['invalid_api_key', true])
  }
  const short = await make({})
  await world.context.database.system
    .updateTable('api_keys')
    .set({ expires_at: new Date(Date.now() - 1_000) })
    .where('id', '=', short.id)
    .execute()
  assert.match(((await (await from(somewhere(), short.key)).json()) as Json).detail, /expired/)
})

test('a key with a list works from there and nowhere else', async () => {
  const allowed_cidrs = ['203.0.113.0/24', '2001:db8:1::/48']
  const { key } = await make({ allowed_cidrs, force: true })
  const places: [string, string][] = [
    ['203.0.113.7', 'ok'],
    ['::ffff:203.0.113.7', 'ok'],
    ['2001:db8:1::9', 'ok'],
    ['203.0.114.7', 'ip_not_allowed'],
    ['2001:db8:2::9', 'ip_not_allowed'],
    ['203.0.113.7, 198.51.100.1', 'ip_not_allowed'],
    ['198.51.100.1, 203.0.113.7', 'ok'],
  ]
  for (const [address, code] of places) {
    const answer = await from(address, key)
    assert.equal(answer.status, code === 'ok' ? 200 : 403, address)
    assert.equal(await codeOf(answer), code, address)
  }
  assert.equal(await codeOf(await api.send(key, 'GET', '/v1/websites')), 'ip_not_allowed')
})

test('starter has no access to the API', async () => {
  const { key } = await world.organization('starter')
  const answer = await from(somewhere(), key)
  assert.deepEqual([answer.status, await codeOf(answer)], [403, 'plan_without_api'])
})

test('the last use is on record: when, and from where', async () => {
  const { key, id } = await make({})
  const read = () => api.ask(organization.key, 'GET', `/v1/api-keys/${id}`)
  assert.deepEqual([(await read()).last_used_at, (await read()).last_used_address], [null, null])
  const address = somewhere()
  await from(address, key)
  await until(async () => (await read()).last_used_at !== null)
  const used = await read()
  assert.equal(used.last_used_address, address)
  assert.ok(Math.abs(Date.parse(used.last_used_at) - Date.now()) < 60_000)
})

test('after many wrong keys an address is refused for a while, and nobody else', async () => {
  const [attacker, bystander] = [somewhere(), somewhere()]
  assert.equal((await from(attacker, organization.key)).status, 200)
  let guesses = 0
  let answer: Response
  do answer = await from(attacker, newApiKey('lh_live_'))
  while (answer.status === 401 && ++guesses < 100)
  assert.deepEqual([answer.status, guesses], [429, 30])
  const wait = Number(answer.headers.get('retry-after'))
  assert.ok(wait > 0 && wait <= 60)
  assert.equal(await codeOf(answer), 'rate_limited')
  const { key: unused } = await make({})
  assert.equal((await from(attacker, unused)).status, 429, 'a key that was not used yet could be a lucky guess')
  assert.equal((await from(attacker, organization.key)).status, 200, 'one that works goes on working')
  assert.equal((await from(bystander, unused)).status, 200)
  assert.equal((await from(bystander, 'lh_live_wrong')).status, 401)
})

test('IPv6 guesses count together for a /64', async () => {
  let status = 401
  for (let n = 1; n <= 31; n++) status = (await from(`2001:db8:77:1::${n}`, 'lh_live_wrong')).status
  assert.equal(status, 429)
  assert.equal((await from('2001:db8:77:2::1', 'lh_live_wrong')).status, 401)
})
