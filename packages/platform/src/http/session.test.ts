// A log-in's cookie as the credential of the API.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { askAs, cookiesOf, makePerson, sendAs, type TestPerson } from '../../test/people.ts'
import { startApi, type TestApi } from '../../test/test-api.ts'
import { createTestContext, type TestContext, type TestOrganization } from '../../test/test-context.ts'
import { until } from '../../test/until.ts'

let world: TestContext
let api: TestApi
let organization: TestOrganization
let owner: TestPerson

before(async () => {
  world = await createTestContext()
  api = await startApi(world.context)
  organization = await world.organization('starter')
  owner = await makePerson(world.context, { organizationId: organization.id, role: 'owner' })
})
after(async () => {
  await api.close()
  await world.close()
})

const WEBSITE = { url: 'https://example.com' }

test('the cookie opens the API, on every plan; a cookie that is none says so', async () => {
  const { status, body } = await askAs(api, owner.cookie, 'POST', '/v1/websites', WEBSITE)
  assert.equal(status, 201, JSON.stringify(body))
  assert.equal((await askAs(api, owner.cookie, 'GET', '/v1/websites')).body.data[0].id, body.id)
  const cookies = [
    owner.cookie.replace(/.{8}$/, 'AAAAAA%3D'),
    'lasthash.session_token=x.y',
    `lasthash.session_token=${owner.id}`,
  ]
  for (const cookie of cookies) {
    const refused = await askAs(api, cookie, 'GET', '/v1/websites')
    assert.deepEqual([refused.status, refused.body.code], [401, 'session_ended'], cookie)
  }
  assert.equal((await askAs(api, 'other=1', 'GET', '/v1/websites')).body.code, 'missing_api_key')
})

const origins: [string, Record<string, string>][] = [
  ['another site', { origin: 'https://evil.example' }],
  ['a sandboxed page', { origin: 'null' }],
  ['another port', { origin: 'http://127.0.0.1:1' }],
  ['no origin at all', { origin: '' }],
]
for (const [what, headers] of origins) {
  test(`a change that comes from ${what} is refused, whatever its kind`, async () => {
    for (const [method, path] of [
      ['POST', '/v1/websites'],
      ['PATCH', '/v1/organizations/x'],
      ['DELETE', '/v1/websites/x'],
    ] as const) {
      const { status, body } = await askAs(api, owner.cookie, method, path, undefined, headers)
      assert.deepEqual([status, body.code], [403, 'origin_not_allowed'], method)
    }
  })
}

test('other sites read nothing: no answer is shared with credentials', async () => {
  await api.ask((await world.organization('pro')).key, 'GET', '/v1/websites')
  await world.context.database.system
    .updateTable('organizations')
    .set({ allowed_origins: ['https://dash.example'] })
    .where('id', '=', organization.id)
    .execute()
  const answer = await sendAs(api, owner.cookie, 'GET', '/v1/websites', undefined, { origin: 'https://dash.example' })
  assert.equal(answer.headers.get('access-control-allow-origin'), null)
  assert.equal(answer.headers.get('access-control-allow-credentials'), null)
})

test('a key in the header goes before the cookie', async () => {
  const other = await world.organization('pro')
  const headers = { authorization: `Bearer ${other.key}` }
  const { body } = await askAs(api, owner.cookie, 'GET', '/v1/organizations', undefined, headers)
  assert.equal(body.data[0].id, other.id)
  const wrong = await askAs(api, owner.cookie, 'GET', '/v1/websites', undefined, { authorization: 'Bearer wrong' })
  assert.equal(wrong.body.code, 'invalid_api_key')
})

test('people have a limit of their own, which leaves the organisation’s keys theirs', async () => {
  const pro = await world.organization('pro', { requests_per_minute: 3 })
  const person = await makePerson(world.context, { organizationId: pro.id })
  const answers = await Promise.all(Array.from({ length: 5 }, () => sendAs(api, person.cookie, 'GET', '/v1/websites')))
  assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200])
  assert.match(answers[0]!.headers.get('ratelimit-policy')!, /^"dashboard";q=600;w=60$/)
  const byKey = await api.send(pro.key, 'GET', '/v1/websites')
  assert.match(byKey.headers.get('ratelimit')!, /^"api";r=2;/)
  await world.context.database.system
    .updateTable('rate_windows')
    .set({ used: 1_000 })
    .where('user_id', '=', person.id)
    .execute()
  let answer: Response
  let tries = 0
  do answer = await sendAs(api, person.cookie, 'GET', '/v1/websites')
  while (answer.status === 200 && ++tries < 20)
  assert.deepEqual([answer.status, answer.headers.get('ratelimit')?.startsWith('"dashboard";r=0;')], [429, true])
  assert.equal((await api.send(pro.key, 'GET', '/v1/websites')).status, 200)
  const usage = await api.ask(pro.key, 'GET', '/v1/usage')
  assert.ok(usage, 'usage is there')
})

test('which organisation is meant is told by the header, among those that one belongs to and those under them', async () => {
  const [first, second, stranger] = [
    await world.organization('pro'),
    await world.organization('pro'),
    await world.organization('pro'),
  ]
  const person = await makePerson(world.context, { organizationId: first.id, role: 'viewer' })
  await world.context.database.system
    .insertInto('memberships')
    .values({ organization_id: second.id, user_id: person.id, role: 'admin' })
    .execute()
  const child = await api.ask(second.key, 'POST', '/v1/organizations', { name: 'Child', plan: 'pro' })
  const acting = (id: string | undefined, method = 'GET', path = '/v1/usage', body?: unknown) =>
    askAs(api, person.cookie, method, path, body, id === undefined ? {} : { 'lasthash-organization': id })
  const idOf = async (id?: string) => (await acting(id, 'GET', '/v1/organizations')).body.data.at(-1).id
  assert.deepEqual([await idOf(), await idOf(first.id), await idOf(second.id)], [first.id, first.id, second.id])
  assert.equal((await acting(first.id, 'POST', '/v1/websites', WEBSITE)).status, 403)
  assert.equal((await acting(second.id, 'POST', '/v1/websites', WEBSITE)).status, 201)
  const inChild = await acting(child.id, 'POST', '/v1/websites', WEBSITE)
  assert.equal(inChild.status, 201)
  assert.equal((await acting(second.id, 'GET', `/v1/websites/${inChild.body.id}`)).status, 404)
  for (const id of [stranger.id, 'org_none', 'x']) assert.equal((await acting(id)).status, 404, id)
  await api.ask(second.key, 'PATCH', `/v1/organizations/${child.id}`, { suspended: true })
  await until(async () => (await acting(child.id)).body.code === 'organization_suspended', 10_000)
})

test('a log-in with an API key opens the API as the key does, and changes come from our pages only', async () => {
  const pro = await world.organization('pro')
  const form = new URLSearchParams({ api_key: pro.key, next: '/login' })
  const headers = { origin: api.base }
  const entered = await fetch(`${api.base}/login`, { method: 'POST', body: form, headers, redirect: 'manual' })
  const cookie = cookiesOf(entered.headers)
  const made = await askAs(api, cookie, 'POST', '/v1/websites', WEBSITE)
  assert.equal(made.status, 201)
  const answer = await sendAs(api, cookie, 'GET', '/v1/websites')
  assert.match(answer.headers.get('ratelimit-policy')!, /^"api"/)
  const foreign = { origin: 'https://evil.example' }
  const refused = await askAs(api, cookie, 'DELETE', `/v1/websites/${made.body.id}`, undefined, foreign)
  assert.deepEqual([refused.status, refused.body.code], [403, 'origin_not_allowed'])
})
