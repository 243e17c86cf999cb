import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { makeCertificate } from '../../../../scanner/test/certificates.ts'
import { type DnsServer, startDnsServer } from '../../../../scanner/test/dns-server.ts'
import { Clock, lookOnce, lookTwice } from '../../../test/look-at.ts'
import { startSite, type TargetSite } from '../../../test/target-site.ts'
import { type Json, startApi, type TestApi } from '../../../test/test-api.ts'
import { createTestContext, type TestContext, type TestOrganization } from '../../../test/test-context.ts'
import { MonitorRunner } from '../../jobs/run-monitors.ts'

const DAY = 86_400_000 // milliseconds

let world: TestContext
let api: TestApi
let site: TargetSite
let dns: DnsServer
let organization: TestOrganization
let runner: MonitorRunner
const clock = new Clock()
let status = 200
const headers: Record<string, string> = {}
const page = '<!doctype html><title>Shop</title><p>Welcome'

before(async () => {
  dns = await startDnsServer({})
  world = await createTestContext({ LASTHASH_DNS_SERVERS: dns.address })
  api = await startApi(world.context)
  site = await startSite((request, response) => {
    if (request.url === '/shop.js') response.end('shop()')
    else response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(page)
  })
  runner = new MonitorRunner(world.context)
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
/** Types of events since the organisation was made, oldest first, those of websites aside. */
const told = async (): Promise<string[]> =>
  (await ask('GET', '/v1/events?limit=100')).data
    .map(({ type }: Json) => type)
    .filter((type: string) => !type.startsWith('website.'))
    .reverse()
const alerts = async (query = ''): Promise<Json[]> => (await ask('GET', `/v1/alerts${query}`)).data

/** A new organisation with a website and a monitor of it, and what becomes of that. */
async function watch(kind: string, url = site.url, more = {}) {
  organization = await world.organization('pro')
  const website = await ask('POST', '/v1/websites', { url })
  const { id } = await ask('POST', '/v1/monitors', { website_id: website.id, kind, ...more }, 201)
  await runner.runDue(clock.now)
  return { id, website_id: website.id, now: (): Promise<Json> => ask('GET', `/v1/monitors/${id}`) }
}

test('a site that goes down is down at the second look, with one alert, and recovers at the first good one', async () => {
  const monitor = await watch('uptime')
  const { status: state, fault, reading, interval } = await monitor.now()
  assert.deepEqual([state, fault, reading.status, interval], ['up', null, 200, 300])

  status = 503
  await lookOnce(runner, clock)
  const suspected = await monitor.now()
  assert.deepEqual([suspected.status, suspected.causes, await told()], ['up', [], []])
  await lookOnce(runner, clock, 11)
  const down = await monitor.now()
  assert.deepEqual([down.status, down.fault, down.causes], ['down', 'target', ['down']])
  assert.match(down.detail, /answers with status 503/)
  await lookTwice(runner, clock)
  assert.deepEqual(await told(), ['monitor.down', 'alert.opened'])
  const [alert, ...others] = await alerts('?status=open')
  assert.deepEqual([alert.cause, alert.severity, alert.monitor_id, others], ['down', 'critical', monitor.id, []])

  status = 200
  await lookOnce(runner, clock)
  assert.deepEqual([(await monitor.now()).status, (await monitor.now()).causes], ['up', []])
  assert.deepEqual(await told(), ['monitor.down', 'alert.opened', 'monitor.recovered', 'alert.resolved'])
  const resolved = await ask('GET', `/v1/alerts/${alert.id}`)
  assert.deepEqual([resolved.status, resolved.resolved_by], ['resolved', 'recovery'])

  const { data } = await ask('GET', '/v1/events?type=monitor.recovered')
  assert.deepEqual([data[0].data.id, data[0].data.status], [monitor.id, 'up'])
})

test('one bad look is no alarm', async () => {
  const monitor = await watch('uptime')
  status = 500
  await lookOnce(runner, clock)
  status = 200
  await lookOnce(runner, clock, 11)
  assert.deepEqual([(await monitor.now()).status, await told(), await alerts()], ['up', [], []])
})

test('a server that is gone is its own fault; what we cannot look up is ours, and never down', async () => {
  const gone = await startSite()
  const monitor = await watch('uptime', gone.url)
  await gone.close()
  await lookTwice(runner, clock)
  assert.deepEqual([(await monitor.now()).status, (await monitor.now()).fault], ['down', 'target'])

  dns.zone['gone.example'] = { fault: 'REFUSED' }
  const unresolved = await watch('uptime', 'http://gone.example/')
  await lookTwice(runner, clock)
  const { status: state, fault } = await unresolved.now()
  assert.deepEqual([state, fault, await told()], ['unknown', 'us', []])
  delete dns.zone['gone.example']
  await lookTwice(runner, clock)
  const missing = await unresolved.now()
  assert.deepEqual([missing.status, missing.fault], ['down', 'target'])
  assert.match(missing.detail, /gone\.example does not exist in DNS/)
})

test('a certificate that is changed, and one that ends soon', async () => {
  const make = (days: number) => makeCertificate({ names: ['127.0.0.1'], not_after: new Date(Date.now() + days * DAY) })
  const server: Server = createServer(make(900), (_, response) => response.end('hello'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    const monitor = await watch('certificate', `https://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    const { reading: first } = await monitor.now()
    assert.deepEqual([first.names, first.covers_host], [['127.0.0.1'], true])

    server.setSecureContext(make(900))
    await lookTwice(runner, clock)
    const { reading: second, status: state } = await monitor.now()
    assert.notEqual(second.fingerprint, first.fingerprint)
    assert.deepEqual([state, await told()], ['up', ['certificate.changed', 'alert.opened']])
    const [event] = (await ask('GET', '/v1/events?type=certificate.changed')).data
    assert.deepEqual(
      [event.data.before.fingerprint, event.data.after.fingerprint],
      [first.fingerprint, second.fingerprint],
    )

    server.setSecureContext(make(15))
    await lookTwice(runner, clock)
    const expiring = await monitor.now()
    assert.deepEqual([expiring.status, expiring.causes], ['degraded', ['certificate_expiring']])
    assert.equal((await told()).filter((type) => type === 'certificate.expiring').length, 1)
    assert.deepEqual(
      (await alerts('?status=open')).map(({ cause, occurrences }) => [cause, occurrences]),
      [
        ['certificate_expiring', 1],
        ['certificate_changed', 2],
      ],
    )

    server.setSecureContext(make(900))
    await lookTwice(runner, clock)
    assert.deepEqual((await monitor.now()).causes, [])
    assert.deepEqual(
      (await alerts('?status=open')).map(({ cause }) => cause),
      ['certificate_changed'],
    )
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

test('history counts every look by the hour, and gives percentiles', async () => {
  const monitor = await watch('uptime')
  status = 503
  await lookTwice(runner, clock)
  status = 200
  await lookTwice(runner, clock)
  const to = new Date(clock.now.getTime() + 1_000).toISOString()
  const { total, hours } = await ask('GET', `/v1/monitors/${monitor.id}/history?to=${to}`)
  assert.ok(hours.length >= 1)
  assert.deepEqual([total.down, total.unknown, total.up + total.down], [2, 0, total.checks])
  assert.equal(total.uptime_percent, Math.round((100_000 * total.up) / total.checks) / 1_000)
  assert.ok(total.response_ms.p50 >= 1 && total.response_ms.p50 <= total.response_ms.p99)
  await ask('GET', `/v1/monitors/${monitor.id}/history?from=2020-01-01T00:00:00Z`, undefined, 400)
  // The same by the day, over midnights too.
  clock.advance(3 * 86_400)
  await lookTwice(runner, clock)
  const end = new Date(clock.now.getTime() + 1_000).toISOString()
  const daily = await ask('GET', `/v1/monitors/${monitor.id}/history?step=day&to=${end}`)
  assert.ok(daily.days.length >= 2, 'two days were looked at')
  assert.deepEqual([daily.hours, daily.total.down], [[], 2])
  const sum = (name: string) => daily.days.reduce((all: number, day: Json) => all + day[name], 0)
  assert.deepEqual([sum('checks'), sum('up')], [daily.total.checks, daily.total.up])
  assert.ok(daily.total.checks > total.checks)
  assert.ok(daily.days.at(-1).response_ms.p99 >= 1)
})
