import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startApi, type TestApi } from '../../test/test-api.ts'
import { createTestContext, type TestContext, type TestOrganization } from '../../test/test-context.ts'

const OWN = 'https://app.lasthash.test'
const NAMED = 'https://status.example.com'
const FOREIGN = 'https://evil.example.com'

let world: TestContext
let api: TestApi
let organization: TestOrganization

before(async () => {
  world = await createTestContext({ PUBLIC_URL: `${OWN}/` })
  api = await startApi(world.context)
  organization = await world.organization('pro')
  const path = `/v1/organizations/${organization.id}`
  await api.ask(organization.key, 'PATCH', path, { allowed_origins: [NAMED] })
})
after(async () => {
  await api.close()
  await world.close()
})

const allowed = (answer: Response) => answer.headers.get('access-control-allow-origin')
const preflight = (origin: string) =>
  fetch(`${api.base}/v1/scans`, {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
  })
const get = (origin: string, key = organization.key, path = '/v1/websites') =>
  api.send(key, 'GET', path, undefined, { origin })

test('our own origin and those that an organisation named pass a preflight; others do not', async () => {
  for (const [origin, expected] of [
    [OWN, OWN],
    [NAMED, NAMED],
    [FOREIGN, null],
    ['null', null],
  ] as const) {
    const answer = await preflight(origin)
    assert.deepEqual([answer.status, allowed(answer)], [204, expected], origin)
    assert.equal(answer.headers.get('vary'), 'Origin')
    assert.equal(answer.headers.has('access-control-allow-methods'), expected !== null)
    if (expected === null) continue
    for (const name of ['Authorization', 'Idempotency-Key', 'If-Match', 'Content-Type'])
      assert.ok(answer.headers.get('access-control-allow-headers')!.includes(name), name)
    assert.equal(answer.headers.get('access-control-allow-methods'), 'GET, POST, PATCH, DELETE')
  }
})

test('an answer may be read by our own origin, and by those of the key’s organisation', async () => {
  const stranger = await world.organization('pro')
  assert.equal(allowed(await get(OWN)), OWN)
  assert.equal(allowed(await get(NAMED)), NAMED)
  assert.equal(allowed(await get(NAMED, stranger.key)), null)
  assert.equal(allowed(await get(FOREIGN)), null)
  assert.equal(allowed(await api.send(organization.key, 'GET', '/v1/websites')), null)
})

test('errors may be read as well, and the headers that matter', async () => {
  const refused = await get(NAMED, organization.key, '/v1/websites/ws_1')
  assert.deepEqual([refused.status, allowed(refused)], [404, NAMED])
  assert.equal(allowed(await get(OWN, 'lh_live_wrong')), OWN)
  for (const name of ['Request-Id', 'ETag', 'RateLimit', 'Retry-After', 'Location', 'X-RateLimit-Remaining'])
    assert.ok(refused.headers.get('access-control-expose-headers')!.includes(name), name)
  assert.equal(refused.headers.get('access-control-allow-credentials'), null)
  const { id, key } = await world.organization('pro', { requests_per_minute: 2 })
  await api.ask(key, 'PATCH', `/v1/organizations/${id}`, { allowed_origins: [NAMED] })
  await get(NAMED, key)
  const limited = await get(NAMED, key)
  assert.deepEqual([limited.status, allowed(limited)], [429, NAMED])
})

test('an origin is withdrawn by null', async () => {
  const { id, key } = await world.organization('pro')
  const path = `/v1/organizations/${id}`
  await api.ask(key, 'PATCH', path, { allowed_origins: ['https://one.example.com'] })
  assert.equal(allowed(await preflight('https://one.example.com')), 'https://one.example.com')
  assert.deepEqual((await api.ask(key, 'PATCH', path, { allowed_origins: null })).allowed_origins, [])
  assert.equal(allowed(await preflight('https://one.example.com')), null)
})

test('a key for pages reads only, and only in pages of its origins', async () => {
  const PAGE = 'https://dashboard.example.com'
  assert.equal(allowed(await preflight(PAGE)), null)
  const body = { name: 'Dashboard', allowed_origins: [PAGE] }
  const made = await api.ask(organization.key, 'POST', '/v1/api-keys', body)
  assert.deepEqual(made.allowed_origins, [PAGE])
  assert.ok(made.scopes.length > 5 && made.scopes.every((scope: string) => scope.endsWith(':read')))
  assert.equal(allowed(await preflight(PAGE)), PAGE)
  const read = await get(PAGE, made.key)
  assert.deepEqual([read.status, allowed(read)], [200, PAGE])
  for (const origin of [NAMED, FOREIGN, '']) {
    const refused = await api.send(made.key, 'GET', '/v1/websites', undefined, origin ? { origin } : {})
    assert.deepEqual([refused.status, allowed(refused)], [403, null], origin)
    assert.equal(((await refused.json()) as { code: string }).code, 'origin_not_allowed')
  }
  const written = await api.send(made.key, 'POST', '/v1/websites', { url: 'https://a.example' }, { origin: PAGE })
  assert.equal(written.status, 403)
  const wrong: [string, string, object][] = [
    ['POST', '/v1/api-keys', { ...body, scopes: ['scans:read', 'scans:write'] }],
    ['POST', '/v1/api-keys', { ...body, allowed_origins: ['https://a.example/path'] }],
    ['PATCH', `/v1/api-keys/${made.id}`, { scopes: ['scans:write'] }],
  ]
  for (const [method, path, given] of wrong)
    assert.equal((await api.ask(organization.key, method, path, given, 400)).code, 'validation_failed', path)
  const rolled = await api.ask(organization.key, 'POST', `/v1/api-keys/${made.id}/roll`)
  assert.deepEqual([rolled.allowed_origins, rolled.scopes], [[PAGE], made.scopes])
  const server = await api.ask(organization.key, 'POST', '/v1/api-keys', { name: 'Server', scopes: ['scans:write'] })
  const bound = await api.ask(organization.key, 'PATCH', `/v1/api-keys/${server.id}`, { allowed_origins: [PAGE] }, 400)
  assert.equal(bound.errors[0].pointer, '/scopes')
})
