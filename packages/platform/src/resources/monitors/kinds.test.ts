// Each kind of monitor that compares: what it notices, what it lets pass, and what is told.
import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { type DnsServer, startDnsServer } from '../../../../scanner/test/dns-server.ts'
import { Clock, lookOnce, lookTwice } from '../../../test/look-at.ts'
import { startSite, type TargetSite } from '../../../test/target-site.ts'
import { type Json, startApi, type TestApi } from '../../../test/test-api.ts'
import { createTestContext, type TestContext, type TestOrganization } from '../../../test/test-context.ts'
import { MonitorRunner } from '../../jobs/run-monitors.ts'

let world: TestContext
let api: TestApi
let site: TargetSite
let dns: DnsServer
let organization: TestOrganization
let runner: MonitorRunner
const clock = new Clock()
const STORY = Array.from(
  { length: 60 },
  (_, n) => `Sentence ${'abcdefghij'[n % 10]}${'klmnop'[n % 6]} tells of fish.`,
).join(' ')
let headers: Record<string, string> = {}
let page = ''
let script = ''

before(async () => {
  dns = await startDnsServer({})
  world = await createTestContext({ LASTHASH_DNS_SERVERS: dns.address })
  api = await startApi(world.context)
  site = await startSite((request, response) => {
    if (request.url?.startsWith('/shop.js')) response.end(script)
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(page)
  })
  runner = new MonitorRunner(world.context)
})
beforeEach(() => {
  headers = { 'content-security-policy': "default-src 'nonce-one'", 'x-frame-options': 'DENY' }
  page = `<!doctype html><title>Shop (1)</title><script src="/shop.js?v=1"></script><script>start("token1a2b3c4d5e6f7g8h")</script><p>${STORY}`
  script = 'shop()'
})
after(async () => {
  await runner.stop()
  await api.close()
  await site.close()
  await dns.close()
  await world.close()
})

const ask = (method: string, path: string, body?: unknown, expected?: number): Promise<Json> =>
  api.ask(organization.key, method, path, body, expected)
const told = async (): Promise<string[]> =>
  (await ask('GET', '/v1/events?limit=100')).data
    .map(({ type }: Json) => type)
    .filter((type: string) => !type.startsWith('website.'))
    .reverse()
const openAlerts = async (): Promise<Json[]> => (await ask('GET', '/v1/alerts?status=open')).data

async function watch(kind: string, url = site.url, more = {}) {
  organization = await world.organization('pro')
  const website = await ask('POST', '/v1/websites', { url })
  const { id } = await ask('POST', '/v1/monitors', { website_id: website.id, kind, ...more }, 201)
  await runner.runDue(clock.now)
  return { id, website_id: website.id as string, now: (): Promise<Json> => ask('GET', `/v1/monitors/${id}`) }
}

/** What changes, and what comes of it: the cause, and the events; none where it is to be let pass. */
const CHANGES: { name: string; kind: string; change: () => void; cause?: string; event?: string; says?: RegExp }[] = [
  {
    name: 'another nonce',
    kind: 'headers',
    change: () => (headers['content-security-policy'] = "default-src 'nonce-two'"),
  },
  { name: 'a header more', kind: 'headers', change: () => (headers['referrer-policy'] = 'no-referrer') },
  {
    name: 'a header that is gone',
    kind: 'headers',
    change: () => delete headers['x-frame-options'],
    cause: 'headers_missing',
    says: /x-frame-options/,
  },
  {
    name: 'another counter',
    kind: 'content',
    change: () => (page = page.replace('(1)', '(2)').replace('fish.', 'fish 7.')),
  },
  { name: 'a word', kind: 'content', change: () => (page = page.replace('fish', 'birds')) },
  { name: 'markup alone', kind: 'content', change: () => (page = page.replace('<p>', '<main class="new"><p>')) },
  {
    name: 'another title',
    kind: 'content',
    change: () => (page = page.replace('Shop', 'Owned by us')),
    cause: 'content_changed',
    event: 'content.changed',
    says: /another title/,
  },
  {
    name: 'another text',
    kind: 'content',
    change: () => (page = page.replace(STORY, 'This site belongs to somebody else now, and we say so in a few words.')),
    cause: 'content_changed',
    event: 'content.changed',
    says: /100% of the start page’s text/,
  },
  {
    name: 'another token, another query',
    kind: 'scripts',
    change: () => (page = page.replace('?v=1', '?v=2').replace('token1', 'token9')),
  },
  {
    name: 'JSON for search engines',
    kind: 'scripts',
    change: () => (page += '<script type="application/ld+json">{}</script>'),
  },
  {
    name: 'a script from elsewhere',
    kind: 'scripts',
    change: () => (page += '<script src="https://cdn.example/evil.js"></script>'),
    cause: 'scripts_changed',
    event: 'scripts.changed',
    says: /1 added, 0 changed, 0 removed/,
  },
  {
    name: 'other code in the same file',
    kind: 'scripts',
    change: () => (script = 'shop(); steal()'),
    cause: 'scripts_changed',
    event: 'scripts.changed',
    says: /0 added, 1 changed, 0 removed/,
  },
]
for (const { name, kind, change, cause, event, says } of CHANGES) {
  test(`${kind}: ${name} ${cause ? 'is an alarm' : 'is let pass'}`, async () => {
    const monitor = await watch(kind)
    assert.equal((await monitor.now()).status, 'up')
    change()
    await lookOnce(runner, clock)
    assert.deepEqual(await told(), [], 'nothing at the first look')
    await lookOnce(runner, clock, 11)
    await lookTwice(runner, clock)
    assert.deepEqual(await told(), cause ? [event, 'alert.opened'].filter(Boolean) : [])
    const [alert, ...others] = await openAlerts()
    assert.deepEqual([alert?.cause, others], [cause, []])
    if (says) assert.match(alert.summary, says)
    assert.ok(!JSON.stringify([await monitor.now(), alert ?? null]).includes('sketch'))
  })
}

test('what is changed back resolves its alert', async () => {
  await watch('scripts')
  script = 'steal()'
  await lookTwice(runner, clock)
  assert.equal((await openAlerts()).length, 1)
  script = 'shop()'
  await lookTwice(runner, clock)
  assert.deepEqual(await openAlerts(), [])
  assert.deepEqual(await told(), ['scripts.changed', 'alert.opened', 'scripts.changed', 'alert.resolved'])
})

test('DNS: other records are an alarm, another choice of addresses is none', async () => {
  const name = 'shop.example'
  const records = {
    A: ['192.0.2.1', '192.0.2.2'],
    NS: ['ns1.host.example'],
    MX: [{ preference: 10, exchange: 'mail.example' }],
    TXT: ['v=spf1 -all'],
  }
  dns.zone[name] = records
  const monitor = await watch('dns', `http://${name}/`)
  const { status, reading } = await monitor.now()
  assert.deepEqual([status, reading.a, reading.mx], ['up', ['192.0.2.1', '192.0.2.2'], ['10 mail.example']])
  dns.zone[name] = { ...records, A: ['192.0.2.3', '192.0.2.2'] }
  await lookTwice(runner, clock)
  assert.deepEqual(await told(), [])
  dns.zone[name] = { ...records, A: ['192.0.2.2'], MX: [{ preference: 10, exchange: 'mail.elsewhere.example' }] }
  await lookTwice(runner, clock)
  assert.deepEqual(await told(), ['dns.changed', 'alert.opened'])
  const [alert] = await openAlerts()
  assert.deepEqual(
    [alert.severity, alert.data.changes],
    ['high', { mx: { added: ['10 mail.elsewhere.example'], removed: ['10 mail.example'] } }],
  )
  dns.zone[name] = { fault: 'REFUSED' }
  await lookTwice(runner, clock)
  const unknown = await monitor.now()
  assert.deepEqual([unknown.status, unknown.fault, (await told()).length], ['unknown', 'us', 2])
})

test('score: unknown without a scan; falling too far is an alarm, and rising again its end', async () => {
  const monitor = await watch('score', site.url, { thresholds: { min_score: 60 } })
  const unknown = await monitor.now()
  assert.deepEqual([unknown.status, unknown.fault], ['unknown', null])
  const score = (security_score: number) =>
    world.context.database.system
      .updateTable('websites')
      .set({ security_score, grade: 'C', score_version: 1 })
      .where('id', '=', monitor.website_id)
      .execute()
  const seen: [number, string[]][] = []
  for (const points of [90, 82, 80, 85, 59]) {
    await score(points)
    await lookTwice(runner, clock)
    seen.push([points, (await monitor.now()).causes])
  }
  assert.deepEqual(seen, [
    [90, []],
    [82, []],
    [80, ['score_low']],
    [85, []],
    [59, ['score_low']],
  ])
  assert.match((await openAlerts())[0]!.summary, /is 59; at least 60 is wanted/)
})

test('an alert that somebody resolves makes what is there the new normal', async () => {
  const monitor = await watch('headers')
  delete headers['x-frame-options']
  await lookTwice(runner, clock)
  const [alert] = await openAlerts()
  const acknowledged = await ask('PATCH', `/v1/alerts/${alert!.id}`, { status: 'acknowledged' })
  assert.match(acknowledged.acknowledged_by, /^key_/)
  await lookTwice(runner, clock)
  assert.equal((await ask('GET', `/v1/alerts/${alert!.id}`)).status, 'acknowledged')
  assert.equal((await ask('PATCH', `/v1/alerts/${alert!.id}`, { status: 'resolved' })).status, 'resolved')
  await lookTwice(runner, clock)
  assert.deepEqual([(await monitor.now()).status, await openAlerts()], ['up', []])
  const refused = await ask('PATCH', `/v1/alerts/${alert!.id}`, { status: 'open' }, 409)
  assert.equal(refused.code, 'alert_resolved')
  assert.deepEqual(await told(), ['alert.opened', 'alert.resolved'])
})
