import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { startDeliverer } from '../../test/alerting.ts'
import { startReceiver } from '../../test/receiver.ts'
import { type Json, startApi, type TestApi } from '../../test/test-api.ts'
import { createTestContext, type TestContext } from '../../test/test-context.ts'
import { until } from '../../test/until.ts'
import { makeDefaultOrganization } from '../bootstrap.ts'
import { MonitorRunner } from './run-monitors.ts'
import { beat, Watchdog } from './watch-monitoring.ts'

let world: TestContext
let api: TestApi
let watchdog: Watchdog

before(async () => {
  world = await createTestContext()
  await makeDefaultOrganization(world.context)
  watchdog = new Watchdog(world.context)
  api = await startApi(world.context, { lag: () => watchdog.lag })
})
after(async () => {
  await api.close()
  await world.close()
})

/** A new organisation with monitors of a website that does not answer, due in an hour. */
async function watched(monitors = 1) {
  const { id, key } = await world.organization('pro')
  const ask = (method: string, path: string, body?: unknown): Promise<Json> => api.ask(key, method, path, body)
  const { id: website_id } = await ask('POST', '/v1/websites', { url: 'http://127.0.0.1:9/' })
  for (let n = 0; n < monitors; n++) await ask('POST', '/v1/monitors', { website_id, kind: 'uptime' })
  const put = (ago: number) =>
    sql`UPDATE monitors SET next_check_at = now() - make_interval(secs => ${ago}) WHERE organization_id = ${id}`.execute(
      world.context.database.system,
    )
  await put(-3_600)
  const alerts = async (): Promise<Json[]> => (await ask('GET', '/v1/alerts?kind=monitoring')).data
  return { id, ask, put, alerts }
}
const lastBeat = (ago: number) =>
  sql`UPDATE installation SET monitored_at = now() - make_interval(secs => ${ago})`.execute(
    world.context.database.system,
  )

test('while workers give signs of life and nothing is late, nothing is said', async () => {
  const { alerts } = await watched()
  await beat(world.context.database.system)
  await watchdog.check()
  assert.deepEqual(await alerts(), [])
  assert.ok(watchdog.lag!.heartbeat_age! < 60 && watchdog.lag!.overdue === 0)
})

test('a look that is late for minutes opens one alert, however many monitors and watchdogs there are', async () => {
  await beat(world.context.database.system)
  const one = await watched(3)
  const other = await watched()
  await one.put(299)
  await watchdog.check()
  assert.deepEqual(await one.alerts(), [], 'not yet')
  await one.put(400)
  const second = new Watchdog(world.context)
  await Promise.allSettled([watchdog.check(), second.check()])
  await watchdog.check()
  const [alert, ...others] = await one.alerts()
  assert.deepEqual([alert.cause, alert.severity, alert.status, others], ['monitoring_stopped', 'critical', 'open', []])
  assert.match(alert.summary, /no worker looks any more\. 3 monitors are not looked at/)
  assert.deepEqual(await other.alerts(), [], 'whose monitors are looked at')
  await one.put(-60)
  await watchdog.check()
  const [resolved] = await one.alerts()
  assert.deepEqual([resolved.status, resolved.resolved_by], ['resolved', 'recovery'])
})

test('where no worker lives, every organisation with monitors is told, by its channels, before anything is late', async () => {
  const one = await watched()
  const receiver = await startReceiver()
  const stop = await startDeliverer(world.context)
  const channel = { name: 'Ours', kind: 'webhook', settings: { url: receiver.url }, filter: { kinds: ['monitoring'] } }
  await one.ask('POST', '/v1/alert-channels', channel)
  await lastBeat(119)
  await watchdog.check()
  assert.deepEqual(await one.alerts(), [])
  await lastBeat(200)
  await watchdog.check()
  assert.equal((await one.alerts())[0].status, 'open')

  const ready: Json = await (await fetch(`${api.base}/readyz`)).json()
  assert.equal(ready.status, 'ready')
  assert.ok(ready.monitoring.heartbeat_age >= 200)
  const metrics = await (await fetch(`${api.base}/metrics`)).text()
  assert.match(metrics, /^lasthash_monitoring_heartbeat_age_seconds 2\d\d/m)
  assert.match(metrics, /^lasthash_monitoring_overdue_seconds 0$/m)

  // A worker comes back: its first look for what is due is its sign of life.
  const runner = new MonitorRunner(world.context)
  runner.start()
  await until(async () => {
    await watchdog.check()
    return (await one.alerts())[0].status === 'resolved'
  }, 30_000)
  await runner.stop()
  await until(() => receiver.received.length === 2, 30_000)
  assert.deepEqual(
    receiver.received.map(({ body }) => JSON.parse(body).type),
    ['alert.opened', 'alert.resolved'],
  )
  await stop()
  await receiver.close()
})

test('monitors that are switched off, and those of suspended organisations, wait for nobody', async () => {
  const off = await watched()
  const suspended = await watched()
  const { system } = world.context.database
  await sql`UPDATE monitors SET enabled = false WHERE organization_id = ${off.id}`.execute(system)
  await off.put(4_000)
  await suspended.put(4_000)
  await sql`UPDATE organizations SET suspended_at = now() WHERE id = ${suspended.id}`.execute(system)
  await lastBeat(500)
  await watchdog.check()
  assert.deepEqual(await off.alerts(), [])
  const { rows } = await sql`SELECT FROM alerts WHERE organization_id = ${suspended.id}`.execute(system)
  assert.deepEqual(rows, [])
})
