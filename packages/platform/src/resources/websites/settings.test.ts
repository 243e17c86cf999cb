import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { type Json, startApi, type TestApi } from '../../../test/test-api.ts'
import { createTestContext, openContext, type TestContext, type TestOrganization } from '../../../test/test-context.ts'
import { settingsFor } from '../../jobs/website-settings.ts'
import { openSettings } from './settings.ts'
import { HIDDEN } from './settings-schema.ts'

let world: TestContext
let api: TestApi
let organization: TestOrganization
let path: string
let id: string

before(async () => {
  world = await createTestContext()
  api = await startApi(world.context)
})
beforeEach(async () => {
  organization = await world.organization('pro')
  id = (await ask('POST', '/v1/websites', { url: 'https://example.com' })).id
  path = `/v1/websites/${id}`
})
after(async () => {
  await api.close()
  await world.close()
})

const ask = (method: string, at: string, body?: unknown, expected?: number): Promise<Json> =>
  api.ask(organization.key, method, at, body, expected)
const row = () =>
  world.context.database.system.selectFrom('websites').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const kept = async () => openSettings(await row(), world.context.secrets)

const LOGIN = { url: '/login', username: 'ann', password: 'hunter2-hunter2' }

test('a website without settings shows what holds without', async () => {
  assert.deepEqual((await ask('GET', path)).settings, {
    headers: {},
    cookies: {},
    login: null,
    include: [],
    exclude: [],
    requests_per_second: null,
    concurrent_requests: null,
    allowed_hours: null,
    openapi_url: null,
    user_agent_suffix: null,
    obey_robots: false,
    use_browser: true,
  })
})

test('what opens something is stored encrypted and never shown again, in no answer, event or log', async () => {
  const secret = 'c0rrect-horse-battery'
  const settings = {
    headers: { 'X-Api-Key': secret },
    cookies: { session: secret },
    login: {
      ...LOGIN,
      password: secret,
      fields: { tenant: secret },
      steps: [
        { url: '/session', form: { token: secret }, headers: { 'X-Step': secret } },
        { url: '/x', body: secret },
      ],
    },
  }
  const created = await ask('POST', '/v1/websites', { url: 'https://other.example', settings })
  const shown = (await ask('PATCH', path, { settings })).settings
  assert.deepEqual(shown.headers, { 'X-Api-Key': HIDDEN })
  assert.deepEqual(shown.login.steps[0], { url: '/session', form: { token: HIDDEN }, headers: { 'X-Step': HIDDEN } })
  assert.deepEqual([shown.login.username, shown.login.password], ['ann', HIDDEN])
  assert.deepEqual((await kept()).login, settings.login)
  const everywhere = [
    created,
    await ask('GET', path),
    await ask('GET', '/v1/websites'),
    await ask('GET', '/v1/events'),
    await ask('GET', '/v1/audit-log'),
    { ...(await row()), settings_secret: (await row()).settings_secret!.toString('latin1') },
  ]
  assert.ok(!JSON.stringify(everywhere).includes(secret))
})

test('a merge patch changes what it names; the placeholder leaves a value as it is; null takes it away', async () => {
  await ask('PATCH', path, { settings: { headers: { A: '1', B: '2' }, login: LOGIN, exclude: ['/blog/'] } })
  const shown = (await ask('GET', path)).settings
  // As a client does that reads, changes and writes back all of it.
  await ask('PATCH', path, {
    settings: { ...shown, headers: { A: HIDDEN, B: null, C: '3' }, requests_per_second: 2.5 },
  })
  assert.deepEqual(await kept(), {
    headers: { A: '1', C: '3' },
    login: LOGIN,
    exclude: ['/blog/'],
    include: [],
    requests_per_second: 2.5,
    obey_robots: false,
    use_browser: true,
  })
  await ask('PATCH', path, { settings: { login: { password: 'another' } } })
  assert.deepEqual((await kept()).login, { ...LOGIN, password: 'another' })
  await ask('PATCH', path, { settings: { login: null, headers: null } })
  assert.deepEqual(Object.keys(await kept()).sort(), [
    'exclude',
    'include',
    'obey_robots',
    'requests_per_second',
    'use_browser',
  ])
  await ask('PATCH', path, { settings: null })
  assert.deepEqual([await kept(), (await row()).settings], [{}, null])
})

const refusals: [settings: Json, pointer: string, detail: RegExp][] = [
  [{ headers: { 'Bad Name': 'x' } }, '/headers/Bad Name', /name of a header field/],
  [{ headers: { Host: 'x' } }, '/headers/Host', /cannot be set/],
  [{ headers: { Cookie: 'a=b' } }, '/headers/Cookie', /belongs into cookies/],
  [{ headers: { 'User-Agent': 'Chrome' } }, '/headers/User-Agent', /cannot be set/],
  [{ headers: { A: 'x\r\nB: y' } }, '/headers/A', /characters/],
  [{ headers: { 'X/Y': HIDDEN } }, '/headers/X~1Y', /no value is kept/],
  [{ cookies: { a: 'b; c=d' } }, '/cookies/a', /characters/],
  [{ login: { url: '/login', username: 'ann' } }, '/login', /url, username and password, or else steps/],
  [{ login: { ...LOGIN, url: 'mailto:x@y' } }, '/login/url', /address/],
  [{ login: { steps: [{ url: '/a', form: { a: 'b' }, body: 'c' }] } }, '/login/steps/0/body', /beside a form/],
  [{ login: { steps: [{ url: '/a', extract: { t: '(' } }] } }, '/login/steps/0/extract/t', /regular expression/],
  [{ login: { steps: [{ url: '/a', form: { t: HIDDEN } }] } }, '/login/steps/0/form/t', /no value is kept/],
  [{ include: ['shop'] }, '/include/0', /begin with/],
  [{ requests_per_second: 0 }, '/requests_per_second', /./],
  [{ concurrent_requests: 1.5 }, '/concurrent_requests', /./],
  [
    { allowed_hours: { from: '22:00', to: '06:00', time_zone: 'Mars/Olympus' } },
    '/allowed_hours/time_zone',
    /time zone/,
  ],
  [{ allowed_hours: { from: '22:00', to: '22:00', time_zone: 'UTC' } }, '/allowed_hours/to', /differ/],
  [{ allowed_hours: { from: '25:00', to: '22:00', time_zone: 'UTC' } }, '/allowed_hours/from', /./],
  [{ openapi_url: 'https://elsewhere.example/openapi.json' }, '/openapi_url', /on the website itself/],
  [{ user_agent_suffix: 'a\nb' }, '/user_agent_suffix', /./],
  [{ speed: 5 }, '/speed', /not known/],
]
for (const [settings, pointer, detail] of refusals) {
  test(`refused, with its place: ${JSON.stringify(settings)}`, async () => {
    const problem = await ask('PATCH', path, { settings }, 400)
    assert.equal(problem.code, 'validation_failed')
    const found = problem.errors.find((one: Json) => one.pointer === `/settings${pointer}`)
    assert.ok(found, JSON.stringify(problem.errors))
    assert.match(found.detail, detail)
    assert.equal((await row()).settings, null, 'nothing was changed')
  })
}

test('under another secret, scans say so, and the settings can be made anew', async () => {
  await ask('PATCH', path, { settings: { headers: { A: 'secret' }, exclude: ['/blog/'] } })
  const other = await openContext(world.context.database)
  try {
    const ending = await settingsFor(other, { id: 'scan_x', website_id: id })
    assert.ok('error' in ending)
    assert.equal(ending.error.code, 'settings_unreadable')
  } finally {
    await other.queue.stop()
  }
})

test('neither another organisation nor a key that may only read changes settings', async () => {
  const stranger = await world.organization('pro')
  await api.ask(stranger.key, 'PATCH', path, { settings: { exclude: ['/'] } }, 404)
  const { key } = await ask('POST', '/v1/api-keys', { name: 'Reads', scopes: ['websites:read'] })
  assert.equal((await api.ask(key, 'PATCH', path, { settings: null }, 403)).code, 'insufficient_scope')
})
