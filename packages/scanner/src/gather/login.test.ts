import assert from 'node:assert/strict'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { type TestContext, test } from 'node:test'
import { serving } from '../../test/net.ts'
import { startHttp, type TestServer } from '../../test/servers.ts'
import type { Login } from '../evidence.ts'
import { scan } from '../scan.ts'

const PASSWORD = 'correct horse battery'

/** A shop behind a log-in form with a token; a session ends after `lasts` requests. */
function shop({ lasts = 1_000_000 } = {}): { handler: RequestListener; logins: () => number; inside: () => string[] } {
  const sessions = new Map<string, number>()
  const inside: string[] = []
  let logins = 0
  const html = (response: ServerResponse, body: string, more = {}) =>
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...more }).end(`<!doctype html>${body}`)
  const to = (response: ServerResponse, place: string, more = {}) =>
    response.writeHead(302, { Location: place, ...more }).end()
  const post = async (request: IncomingMessage, response: ServerResponse) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const given = new URLSearchParams(body)
    const isGood =
      given.get('login_email') === 'ann@site.test' && given.get('secret') === PASSWORD && given.get('token') === 't0k3n'
    if (!isGood) return to(response, '/login')
    const id = `s${++logins}`
    sessions.set(id, lasts)
    to(response, '/', { 'Set-Cookie': `sid=${id}; HttpOnly; Path=/` })
  }
  const handler: RequestListener = (request, response) => {
    const path = request.url!.split('?')[0]!
    if (path === '/login' && request.method === 'POST') return void post(request, response)
    if (path === '/login') {
      const form =
        '<form method="post"><input type="hidden" name="token" value="t0k3n"><input name="login_email"><input type="password" name="secret"><button name="go" value="1">In</button></form>'
      return void html(response, `<form action="/find"><input name="q"></form>${form}`)
    }
    if (path === '/public') return void html(response, '<p>No form here.</p>')
    const id = /sid=(\w+)/.exec(request.headers.cookie ?? '')?.[1] ?? ''
    const left = sessions.get(id) ?? 0
    if (left <= 0) return void to(response, '/login')
    sessions.set(id, left - 1)
    if (!['/', '/orders', '/orders/1'].includes(path)) return void response.writeHead(404).end()
    inside.push(path)
    html(response, '<a href="/orders">orders</a><a href="/orders/1">1</a><a href="/logout">out</a><p>Hello Ann</p>')
  }
  return { handler, logins: () => logins, inside: () => [...new Set(inside)].sort() }
}

async function scanned(
  t: TestContext,
  handler: RequestListener,
  login: Login,
): Promise<{ text: string; result: Awaited<ReturnType<typeof scan>>; server: TestServer }> {
  const server = await serving(t, startHttp(handler))
  let evidence: unknown
  const result = await scan({
    url: server.origin,
    type: 'full',
    scanId: 'scan_test',
    allowPrivate: true,
    login,
    crawl: { browser: false },
    onEvidence: (all) => {
      evidence = all
    },
  })
  return { text: JSON.stringify([result, evidence]), result, server }
}

const FORM: Login = { url: '/login', username: 'ann@site.test', password: PASSWORD }

test('a form is found, filled and sent with its token; what is behind it is crawled; no secret is in the evidence', async (t) => {
  const { handler, inside, logins } = shop()
  const { result, text } = await scanned(t, handler, FORM)
  assert.deepEqual(inside(), ['/', '/orders', '/orders/1'])
  assert.deepEqual([logins(), result.coverage.login], [1, { logins: 1, reason: '' }])
  assert.ok(!text.includes(PASSWORD) && !text.includes('sid=s1'))
})

test('a session that is lost is made again, and the request sent once more', async (t) => {
  const { handler, inside, logins } = shop({ lasts: 150 })
  const { result } = await scanned(t, handler, FORM)
  assert.ok(logins() >= 2 && logins() <= 5, `${logins()} log-ins`)
  assert.equal(result.coverage.login?.logins, logins())
  assert.deepEqual(inside(), ['/', '/orders', '/orders/1'])
})

test('a site that ends every session at once is not logged in to for ever', async (t) => {
  const { handler, logins } = shop({ lasts: 1 })
  const { result } = await scanned(t, handler, FORM)
  assert.ok(logins() <= 5)
  assert.match(result.coverage.login!.reason, /ended the session 5 times/)
})

test('recorded steps carry on what they find', async (t) => {
  const { handler, inside } = shop()
  const { result } = await scanned(t, handler, {
    url: '/login',
    steps: [
      { url: '/login', extract: { token: 'name="token" value="([^"]+)"' } },
      { url: '/login', form: { token: '{{token}}', login_email: 'ann@site.test', secret: PASSWORD } },
    ],
    logged_in: 'Hello Ann',
  })
  assert.equal(result.coverage.login?.reason, '')
  assert.deepEqual(inside(), ['/', '/orders', '/orders/1'])
})

for (const [name, login, reason] of [
  ['a wrong password', { ...FORM, password: 'wrong' }, /The log-in failed: the log-in form came back/],
  ['a page without form', { ...FORM, url: '/public' }, /The log-in failed: .*shows no form with a password field/],
  ['a text that does not show', { ...FORM, logged_in: 'Hello Bob' }, /does not show “Hello Bob”/],
  [
    'steps that find nothing',
    { steps: [{ url: '/login', extract: { x: 'nothing' } }] },
    /step 1 finds nothing by its pattern for x/,
  ],
] as const) {
  test(`a log-in that fails is told, and the scan goes on as a visitor: ${name}`, async (t) => {
    const { result } = await scanned(t, shop().handler, login)
    assert.match(result.coverage.login!.reason, reason)
    assert.ok(result.coverage.checks.length > 50)
  })
}
