import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { type Json, startApi, type TestApi } from '../../../test/test-api.ts'
import { createTestContext, openContext, type TestContext, type TestOrganization } from '../../../test/test-context.ts'

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

test('a website is registered, read, changed and deleted', async () => {
  const answer = await api.send(organization.key, 'POST', '/v1/websites', { url: 'Example.COM', tags: ['shop'] })
  const made: Json = await answer.json()
  assert.equal(answer.status, 201)
  assert.equal(answer.headers.get('location'), `/v1/websites/${made.id}`)
  assert.deepEqual([made.url, made.name, made.tags], ['https://example.com/', 'example.com', ['shop']])
  assert.deepEqual([made.security_score, made.grade, made.latest_scan_id], [null, null, null])
  assert.deepEqual(made.open_vulnerabilities, { critical: 0, high: 0, medium: 0, low: 0, info: 0 })
  const path = `/v1/websites/${made.id}`
  assert.deepEqual(await ask('GET', path), made)
  assert.deepEqual((await ask('PATCH', path, { name: 'Shop' })).name, 'Shop')
  const [event] = (await ask('GET', '/v1/events?type=website.created')).data
  assert.deepEqual(event.data, made)
  assert.equal((await api.send(organization.key, 'DELETE', path)).status, 204)
  assert.equal((await ask('GET', path, undefined, 404)).code, 'not_found')
  assert.equal((await ask('DELETE', path, undefined, 404)).code, 'not_found')
})

test('deleting a website takes its scans along, and one of them that waits is never run', async () => {
  const { id, website_id } = await ask('POST', '/v1/scans', { url: 'https://example.com' })
  assert.equal((await api.send(organization.key, 'DELETE', `/v1/websites/${website_id}`)).status, 204)
  await ask('GET', `/v1/scans/${id}`, undefined, 404)
  assert.deepEqual((await ask('GET', '/v1/scans')).data, [])
})

test('a website is scheme, host and port: a second one is 409 with the id of the first', async () => {
  const { id } = await ask('POST', '/v1/websites', { url: 'https://example.com/a' })
  for (const url of ['https://example.com', 'https://EXAMPLE.com:443/b?c=d', 'example.com'])
    assert.deepEqual(
      [
        (await ask('POST', '/v1/websites', { url }, 409)).code,
        (await ask('POST', '/v1/websites', { url }, 409)).website_id,
      ],
      ['website_exists', id],
      url,
    )
  for (const url of ['http://example.com', 'https://example.com:8443', 'https://www.example.com'])
    await ask('POST', '/v1/websites', { url }, 201)
  assert.equal((await ask('GET', '/v1/events?type=website.created')).data.length, 4)
  const stranger = await world.organization('pro')
  await api.ask(stranger.key, 'POST', '/v1/websites', { url: 'https://example.com' }, 201)
})

test('of many registrations of one website at once, one is made', async () => {
  const answers = await Promise.all(
    Array.from({ length: 10 }, () =>
      api.send(organization.key, 'POST', '/v1/websites', { url: 'https://example.com' }),
    ),
  )
  assert.deepEqual(answers.map(({ status }) => status).sort(), [201, ...Array(9).fill(409)])
  assert.equal((await ask('GET', '/v1/websites')).data.length, 1)
})

test('lists filter by tag and by address', async () => {
  const shop = await ask('POST', '/v1/websites', { url: 'https://shop.example.com', tags: ['shop', 'eu'] })
  const blog = await ask('POST', '/v1/websites', { url: 'https://blog.example.com', tags: ['eu'] })
  const ids = async (query: string) => (await ask('GET', `/v1/websites?${query}`)).data.map((one: Json) => one.id)
  assert.deepEqual(await ids('tag=eu'), [blog.id, shop.id])
  assert.deepEqual(await ids('tag=shop'), [shop.id])
  assert.deepEqual(await ids('tag=sho'), [])
  assert.deepEqual(await ids(`url=${encodeURIComponent('https://blog.example.com/somewhere')}`), [blog.id])
  assert.deepEqual(await ids('url=blog.example.com&tag=shop'), [])
  const problem = await ask('GET', '/v1/websites?url=ftp://x', undefined, 400)
  assert.deepEqual([problem.code, problem.errors[0].parameter], ['target_refused', 'url'])
})

const PRIVATE = [
  'http://127.0.0.1',
  'http://127.1',
  'http://2130706433',
  'http://0x7f000001',
  'http://0177.0.0.1',
  'http://[::1]',
  'http://[::ffff:10.0.0.1]',
  'http://10.0.0.1',
  'http://192.168.1.1:8080',
  'http://100.64.0.1',
  'http://169.254.169.254/latest/meta-data/',
  'http://[fd00::1]',
  'http://[64:ff9b::a00:1]',
  'http://0.0.0.0',
  'http://localhost',
]
const MALFORMED = [
  '',
  ' ',
  'http://',
  'ftp://example.com',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'http://user:pass@example.com',
  'http://exa mple.com',
  'http://example.com:99999',
  'http://[::1',
]

test('private addresses, in whatever spelling, and what is no address are refused with the reason', async () => {
  const strict = await openContext(world.context.database, { LASTHASH_ALLOW_PRIVATE_TARGETS: '0' })
  const { id, key } = await world.organization('pro')
  const hash = strict.secrets.hashApiKey(key)
  await world.context.database.system.updateTable('api_keys').set({ hash }).where('organization_id', '=', id).execute()
  const guarded = await startApi(strict)
  try {
    for (const url of [...PRIVATE, ...MALFORMED]) {
      for (const path of ['/v1/websites', '/v1/scans']) {
        const answer = await guarded.send(key, 'POST', path, { url })
        const problem: Json = await answer.json()
        assert.equal(answer.status, 400, `${path} ${url}: ${JSON.stringify(problem)}`)
        assert.equal(problem.errors[0].pointer, '/url', url)
        assert.ok(['target_refused', 'validation_failed'].includes(problem.code))
      }
    }
    assert.deepEqual((await guarded.ask(key, 'GET', '/v1/websites')).data, [])
  } finally {
    await guarded.close()
    await strict.queue.stop()
  }
})
