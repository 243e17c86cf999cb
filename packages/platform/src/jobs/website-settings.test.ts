import assert from 'node:assert/strict'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { after, before, test } from 'node:test'
import { startSite, type TargetSite } from '../../test/target-site.ts'
import { type Json, startApi, type TestApi } from '../../test/test-api.ts'
import { createTestContext, type TestContext, type TestOrganization } from '../../test/test-context.ts'
import { until } from '../../test/until.ts'
import { keepHouse } from './housekeeping.ts'
import { ScanWorker } from './scan-worker.ts'

let world: TestContext
let api: TestApi
let worker: ScanWorker
let organization: TestOrganization
const sites: TargetSite[] = []

before(async () => {
  world = await createTestContext()
  api = await startApi(world.context)
  organization = await world.organization('pro')
  worker = new ScanWorker(world.context, { slots: 2 })
  await worker.start()
})
after(async () => {
  await worker.stop(0)
  await Promise.all(sites.map((site) => site.close()))
  await api.close()
  await world.close()
})

const ask = (method: string, path: string, body?: unknown, expected?: number): Promise<Json> =>
  api.ask(organization.key, method, path, body, expected)

async function siteOf(respond: (request: IncomingMessage, response: ServerResponse) => void): Promise<TargetSite> {
  const site = await startSite(respond)
  sites.push(site)
  return site
}

const LOGIN_FORM =
  '<form method="post" action="/login"><input type="hidden" name="csrf" value="t1"><input name="user"><input type="password" name="pass"></form>'

test('a scan logs in by the form, sends what it is told to, and leaves out what it is told to', async () => {
  const asked: { url: string; agent: string; key: string }[] = []
  const site = await siteOf((request, response) => {
    const { url = '', method, headers } = request
    asked.push({ url, agent: headers['user-agent'] ?? '', key: String(headers['x-key'] ?? '') })
    const html = (status: number, body: string, more = {}) =>
      response.writeHead(status, { 'content-type': 'text/html', ...more }).end(`<!doctype html><title>x</title>${body}`)
    const isIn = /session=s3cr3t/.test(headers.cookie ?? '')
    if (url === '/login' && method === 'POST') {
      let body = ''
      request.on('data', (chunk) => {
        body += chunk
      })
      request.on('end', () => {
        const form = new URLSearchParams(body)
        const fits = form.get('csrf') === 't1' && form.get('user') === 'ann' && form.get('pass') === 'right-password'
        if (fits) html(302, '', { location: '/', 'set-cookie': 'session=s3cr3t; Path=/; HttpOnly' })
        else html(200, LOGIN_FORM)
      })
    } else if (url === '/login') html(200, LOGIN_FORM)
    else if (url === '/') html(200, isIn ? '<a href="/orders">orders</a><a href="/blog/one">blog</a>' : 'welcome')
    else if (url === '/orders') html(isIn ? 200 : 302, isIn ? 'Your orders' : '', isIn ? {} : { location: '/login' })
    else html(url.startsWith('/blog') ? 200 : 404, 'text')
  })
  const website = await ask('POST', '/v1/websites', {
    url: site.url,
    settings: {
      login: { url: '/login', username: 'ann', password: 'right-password' },
      headers: { 'X-Key': 'k3y-k3y-k3y' },
      exclude: ['/blog/'],
      user_agent_suffix: 'let-me-in/1',
      use_browser: false,
    },
  })
  const { id } = await ask('POST', '/v1/scans', { website_id: website.id, scan_type: 'full' })
  await until(async () => (await ask('GET', `/v1/scans/${id}`)).status === 'done', 60_000)
  const coverage = await ask('GET', `/v1/scans/${id}/coverage`)
  assert.deepEqual(coverage.login, { logins: 1, reason: '' })
  assert.ok(coverage.pages.includes(`${site.url}orders`), JSON.stringify(coverage.pages))
  assert.ok(!asked.some(({ url }) => url === '/blog/one'))
  assert.ok(asked.every(({ agent, key }) => agent.includes('let-me-in/1') && key === 'k3y-k3y-k3y'))
  const told = JSON.stringify([coverage, await ask('GET', `/v1/scans/${id}/vulnerabilities?limit=100`)])
  assert.ok(!told.includes('right-password') && !told.includes('k3y-k3y-k3y'))
})

/** Hours in UTC that begin `from` hours from now and last for `length`. */
function hours(from: number, length: number) {
  const at = (hour: number) => new Date(Date.now() + hour * 3_600_000).toISOString().slice(11, 16)
  return { from: at(from), to: at(from + length), time_zone: 'UTC' }
}

test('a scan outside the allowed hours waits, says so, and begins when they have come', async () => {
  const site = await siteOf((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>x'))
  const website = await ask('POST', '/v1/websites', { url: site.url, settings: { allowed_hours: hours(2, 3) } })
  const path = `/v1/websites/${website.id}`
  const waiting = await ask('POST', '/v1/scans', { website_id: website.id, scan_type: 'quick' })
  const opens = Date.parse(waiting.waits_until)
  assert.ok(opens > Date.now() + 3_600_000 && opens < Date.now() + 3 * 3_600_000, waiting.waits_until)

  // Nothing of it holds up another website's scan.
  const other = await siteOf((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>x'))
  const { id: free } = await ask('POST', '/v1/scans', { url: other.url, scan_type: 'quick' })
  await until(async () => (await ask('GET', `/v1/scans/${free}`)).status === 'done', 30_000)
  await keepHouse(world.context)
  assert.equal((await ask('GET', `/v1/scans/${waiting.id}`)).status, 'queued')

  // Its time comes, but the hours were changed in the meantime without its being told: it waits for them to come again.
  const { system } = world.context.database
  await system.updateTable('scans').set({ not_before: new Date() }).where('id', '=', waiting.id).execute()
  await keepHouse(world.context)
  await until(async () => (await ask('GET', `/v1/scans/${waiting.id}`)).waits_until === waiting.waits_until, 30_000)
  const events = (await ask('GET', '/v1/events?type=scan.started')).data
  assert.ok(!events.some(({ data }: Json) => data.id === waiting.id))

  await ask('PATCH', path, { settings: { allowed_hours: hours(-1, 12) } })
  await until(async () => (await ask('GET', `/v1/scans/${waiting.id}`)).status === 'done', 30_000)
  assert.equal((await ask('GET', `/v1/scans/${waiting.id}`)).waits_until, null)
})
