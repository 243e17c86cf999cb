import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { makePerson } from '../../test/people.ts'
import { startSite, type TargetSite } from '../../test/target-site.ts'
import { type Json, startApi, type TestApi } from '../../test/test-api.ts'
import { createTestContext, openContext, type TestContext, type TestOrganization } from '../../test/test-context.ts'
import { until } from '../../test/until.ts'
import { ScanWorker } from '../jobs/scan-worker.ts'
import { safeNext } from './session.ts'

let world: TestContext
let api: TestApi
let site: TargetSite
let organization: TestOrganization
let report: string

before(async () => {
  world = await createTestContext()
  api = await startApi(world.context)
  site = await startSite((request, response) => {
    response.writeHead(request.url === '/' ? 200 : 404, {
      'content-type': 'text/html',
      server: 'nginx/1.0 <script>alert(1)</script>',
    })
    response.end('<title>"><img src=x onerror=alert(1)></title>')
  })
  organization = await world.organization('pro')
  const worker = new ScanWorker(world.context, { slots: 2 })
  await worker.start()
  const { id } = await api.ask(organization.key, 'POST', '/v1/scans', { url: site.url, scan_type: 'quick' })
  await until(async () => (await api.ask(organization.key, 'GET', `/v1/scans/${id}`)).status === 'done')
  report = `/reports/${id}`
  await worker.stop()
})
after(async () => {
  await api.close()
  await site.close()
  await world.close()
})

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(api.base + path, { headers, redirect: 'manual' })
const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(api.base + path, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: { origin: api.base, ...headers },
    redirect: 'manual',
  })
const cookieOf = (answer: Response) => answer.headers.get('set-cookie')!.split(';')[0]!
const logIn = async (key = organization.key) => cookieOf(await post('/login', { api_key: key, next: report }))

test('a stranger is led to the log-in and from there back to the report', async () => {
  const stranger = await get(report)
  assert.equal(stranger.status, 303)
  const login = stranger.headers.get('location')!
  assert.equal(login, `/login?next=${encodeURIComponent(report)}`)
  const form = await get(login)
  const page = await form.text()
  assert.equal(form.status, 200)
  assert.match(page, /type="password"/)
  assert.ok(page.includes(`value="${report}"`))

  const answer = await post('/login', { api_key: ` ${organization.key} `, next: report })
  assert.equal(answer.status, 303)
  assert.equal(answer.headers.get('location'), report)
  const cookie = answer.headers.get('set-cookie')!
  for (const flag of ['HttpOnly', 'SameSite=Lax', 'Path=/', 'Max-Age=43200']) assert.ok(cookie.includes(flag), flag)
  assert.ok(!cookie.includes(organization.key))
  const opened = await get(report, { cookie: cookieOf(answer) })
  assert.equal(opened.status, 200)
  assert.match(await opened.text(), /Security report/)
})

test('the report opens with a key, runs no script, and what the site sent is text in it', async () => {
  const answer = await get(report, { authorization: `Bearer ${organization.key}` })
  const page = await answer.text()
  const policy = answer.headers.get('content-security-policy')!
  assert.match(policy, /^default-src 'none'; style-src 'sha256-/)
  assert.ok(!policy.includes('script'))
  assert.ok(!/<script|onerror=alert\(1\)>|<img/i.test(page))
  assert.ok(page.includes('&lt;script&gt;'))
})

test('every form of the report is served', async () => {
  const path = `/v1/scans/${report.split('/').at(-1)}/report`
  const kinds = [
    ['', 'application/json', '"vulnerabilities"'],
    ['?format=json', 'application/json', '"coverage"'],
    ['?format=html', 'text/html', '<!doctype html>'],
    ['?format=sarif', 'application/sarif+json', '"2.1.0"'],
    ['?format=junit', 'application/xml', '<testsuite'],
    ['?format=pdf', 'application/pdf', '%PDF-'],
    ['?format=csv', 'text/csv', 'severity'],
  ]
  for (const [query, type, part] of kinds) {
    const answer = await api.send(organization.key, 'GET', path + query)
    assert.equal(answer.status, 200, query)
    assert.ok(answer.headers.get('content-type')!.startsWith(type!), query)
    assert.ok((await answer.text()).includes(part!), query)
  }
  await api.ask(organization.key, 'GET', `${path}?format=docx`, undefined, 400)
})

test('the report shows another organisation nothing, nor a wrong key', async () => {
  const stranger = await world.organization('pro')
  assert.equal((await get(report, { authorization: `Bearer ${stranger.key}` })).status, 404)
  assert.equal((await get(report, { cookie: await logIn(stranger.key) })).status, 404)
  const wrong = await get(report, { authorization: 'Bearer wrong' })
  assert.equal(wrong.status, 401)
  assert.equal(((await wrong.json()) as Json).code, 'invalid_api_key')
})

test('people read the reports of every organisation that they belong to, and of no other', async () => {
  const other = await world.organization('pro')
  const person = await makePerson(world.context, { organizationId: other.id })
  assert.equal((await get(report, { cookie: person.cookie })).status, 404)
  await world.context.database.system
    .insertInto('memberships')
    .values({ organization_id: organization.id, user_id: person.id, role: 'viewer' })
    .execute()
  const opened = await get(report, { cookie: person.cookie })
  assert.equal(opened.status, 200)
  assert.match(await opened.text(), /Security report/)
})

test('a scan that is not done has a page that waits for it', async () => {
  const { id } = await api.ask(organization.key, 'POST', '/v1/scans', { url: site.url })
  const page = await (await get(`/reports/${id}`, { cookie: await logIn() })).text()
  assert.match(page, /http-equiv="refresh"/)
  const problem = await api.ask(organization.key, 'GET', `/v1/scans/${id}/report`, undefined, 409)
  assert.equal(problem.code, 'scan_not_done')
  await api.ask(organization.key, 'POST', `/v1/scans/${id}/cancel`)
  assert.ok(!(await (await get(`/reports/${id}`, { cookie: await logIn() })).text()).includes('http-equiv="refresh"'))
})

test('a wrong key is told on the form, and sets no cookie', async () => {
  for (const [api_key, status, words] of [
    ['', 401, 'Type an API key'],
    ['lh_live_wrong', 401, 'unknown'],
    ['a"><b>', 401, 'unknown'],
  ] as const) {
    const answer = await post('/login', { api_key, next: report })
    const page = await answer.text()
    assert.equal(answer.status, status)
    assert.equal(answer.headers.get('set-cookie'), null)
    assert.ok(page.includes(words), words)
    assert.ok(page.includes('role="alert"') && !page.includes('<b>'))
  }
})

test('a form from another site is refused, log-out as well', async () => {
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.test' },
    { origin: 'null' },
    { origin: '', 'sec-fetch-site': 'cross-site' },
  ]
  for (const headers of foreign) {
    for (const path of ['/login', '/logout']) {
      const answer = await post(path, { api_key: organization.key }, headers)
      assert.equal(answer.status, 403, JSON.stringify(headers))
      assert.equal(((await answer.json()) as Json).code, 'origin_not_allowed')
      assert.equal(answer.headers.get('set-cookie'), null)
    }
  }
})

test('a session ends by log-out, by revoking its key, and is worth nothing under another secret', async () => {
  const out = await post('/logout', {}, { cookie: await logIn() })
  assert.equal(out.status, 303)
  assert.match(out.headers.get('set-cookie')!, /^lasthash_session=; .*Max-Age=0/)

  const cookie = await logIn()
  const foreign = await openContext(world.context.database)
  const other = await startApi(foreign)
  const elsewhere = await fetch(other.base + report, { headers: { cookie }, redirect: 'manual' })
  assert.equal(elsewhere.status, 303)
  await other.close()
  await foreign.queue.stop()

  for (const forged of ['lasthash_session=', 'lasthash_session=AAAA', `${cookie.slice(0, -4)}AAAA`]) {
    assert.equal((await get(report, { cookie: forged })).status, 303, forged)
  }
  const { data } = await api.ask(organization.key, 'GET', '/v1/api-keys')
  await api.ask(organization.key, 'DELETE', `/v1/api-keys/${data[0].id}`)
  await until(async () => (await get(report, { cookie })).status === 303)
})

test('over HTTPS the cookie is bound to the host', async () => {
  const { id, key } = await world.organization('pro')
  const secure = await openContext(world.context.database, { PUBLIC_URL: 'https://app.lasthash.test' })
  const hash = secure.secrets.hashApiKey(key)
  await world.context.database.system.updateTable('api_keys').set({ hash }).where('organization_id', '=', id).execute()
  const other = await startApi(secure)
  const body = new URLSearchParams({ api_key: key, next: '/login' })
  const headers = { origin: 'https://app.lasthash.test' }
  const answer = await fetch(`${other.base}/login`, { method: 'POST', body, headers, redirect: 'manual' })
  assert.match(answer.headers.get('set-cookie')!, /^__Host-lasthash_session=[^;]+; Path=\/; .*Secure/)
  const home = await fetch(`${other.base}/login`, { headers: { cookie: cookieOf(answer) } })
  assert.match(await home.text(), /You are logged in/)
  await other.close()
  await secure.queue.stop()
})

const nexts: [unknown, string][] = [
  ['/reports/scan_1', '/reports/scan_1'],
  ['/reports/scan_1?a=b', '/reports/scan_1?a=b'],
  ['https://evil.test/', '/login'],
  ['//evil.test/', '/login'],
  ['/\\evil.test/', '/login'],
  ['/\t/evil.test/', '/login'],
  ['/.//evil.test/', '/login'],
  ['/a/..//evil.test', '/login'],
  ['javascript:alert(1)', '/login'],
  ['', '/login'],
  [undefined, '/login'],
  [['/a', '/b'], '/login'],
]
for (const [next, expected] of nexts) {
  test(`after the log-in, ${JSON.stringify(next)} leads to ${expected}`, () => {
    assert.equal(safeNext(next), expected)
  })
}

test('guessing keys on the form is limited', async () => {
  let status = 0
  for (let n = 0; n < 60 && status !== 429; n++) status = (await post('/login', { api_key: `lh_live_${n}` })).status
  assert.equal(status, 429)
})
