import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { countScans, eventsOf, scansOf } from '../../../test/scans.ts'
import { startSite, type TargetSite } from '../../../test/target-site.ts'
import { type Json, startApi, type TestApi } from '../../../test/test-api.ts'
import { createTestContext, type TestContext, type TestOrganization } from '../../../test/test-context.ts'
import { until } from '../../../test/until.ts'
import { runSchedules } from '../../jobs/run-schedules.ts'
import { ScanWorker } from '../../jobs/scan-worker.ts'

const DAY = 86_400_000 // milliseconds

let world: TestContext
let api: TestApi
let site: TargetSite
let organization: TestOrganization
let website: Json

before(async () => {
  world = await createTestContext()
  api = await startApi(world.context)
  site = await startSite()
})
after(async () => {
  await api.close()
  await site.close()
  await world.close()
})

/** Each test has an organisation of its own. */
async function begin(url = site.url): Promise<void> {
  organization = await world.organization('pro')
  website = await ask('POST', '/v1/websites', { url })
}
const ask = (method: string, path: string, body?: unknown, expected?: number): Promise<Json> =>
  api.ask(organization.key, method, path, body, expected)
const schedule = (given: object): Promise<Json> =>
  ask('POST', '/v1/schedules', { website_id: website.id, scan_type: 'quick', ...given })
const get = (id: string): Promise<Json> => ask('GET', `/v1/schedules/${id}`)
const scans = () => scansOf(world.context, organization.id)

/** As if its time had come so many milliseconds ago. */
async function makeDue(id: string, ago = 0): Promise<void> {
  await world.context.database.system
    .updateTable('schedules')
    .set({ next_run_at: new Date(Date.now() - ago) })
    .where('id', '=', id)
    .execute()
}

test('made, listed, changed, paused, gone on with, deleted', async () => {
  await begin()
  const made = await schedule({ cron: '30 2 * * *', time_zone: 'Europe/Berlin', priority: 'high' })
  assert.match(made.id, /^sch_[0-9a-z]{26}$/)
  assert.deepEqual(
    [made.cron, made.every, made.time_zone, made.window, made.jitter, made.scan_type, made.priority, made.enabled],
    ['30 2 * * *', null, 'Europe/Berlin', null, 0, 'quick', 'high', true],
  )
  assert.equal(made.next_runs.length, 5)
  assert.ok(made.next_runs.every((run: string) => /T0[01]:30:00Z$/.test(run)))
  assert.deepEqual(await get(made.id), made)

  const plain = await ask('POST', '/v1/schedules', { website_id: website.id, every: 'weekly' })
  assert.deepEqual([plain.time_zone, plain.scan_type, plain.priority, plain.jitter], ['UTC', 'full', 'normal', 0])
  const other = await ask('POST', '/v1/websites', { url: 'https://other.example/' })
  const list = async (query = '') => (await ask('GET', `/v1/schedules${query}`)).data.map(({ id }: Json) => id)
  assert.deepEqual(await list(), [plain.id, made.id])
  assert.deepEqual(await list(`?website_id=${other.id}`), [])

  const path = `/v1/schedules/${made.id}`
  const paused = await ask('PATCH', path, { enabled: false })
  assert.deepEqual([paused.enabled, paused.next_runs, paused.disabled_reason], [false, [], null])
  const on = await ask('PATCH', path, { enabled: true })
  assert.deepEqual(on.next_runs, made.next_runs)
  const plainNow = await ask('PATCH', path, { every: 'daily', window: { from: '01:00', to: '02:00' }, priority: null })
  assert.deepEqual([plainNow.cron, plainNow.every, plainNow.priority], [null, 'daily', 'normal'])
  const back = await ask('PATCH', path, { cron: '0 12 * * *', window: null, time_zone: null })
  assert.deepEqual([back.cron, back.every, back.time_zone, back.window], ['0 12 * * *', null, 'UTC', null])
  assert.match(back.next_runs[0], /T12:00:00Z$/)

  await ask('DELETE', path)
  await ask('GET', path, undefined, 404)
  await ask('DELETE', `/v1/websites/${website.id}`)
  assert.deepEqual(await list(), [], 'a website takes its schedules with it')
})

test('what cannot be is refused, with its place', async () => {
  await begin()
  const cases: [object, string][] = [
    [{}, '/cron'],
    [{ cron: '0 0 * * *', every: 'daily' }, '/every'],
    [{ cron: '0 25 * * *' }, '/cron'],
    [{ cron: '0 0 * * *', time_zone: 'Mars/Olympus' }, '/time_zone'],
    [{ cron: '0 12 * * *', window: { from: '22:00', to: '06:00' } }, '/window'],
    [{ every: 'daily', window: { from: '24:00', to: '06:00' } }, '/window/from'],
    [{ every: 'hourly', jitter: 3_600 }, '/jitter'],
    [{ every: 'yearly' }, '/every'],
    [{ every: 'daily', next_run_at: '2026-01-01T00:00:00Z' }, '/next_run_at'],
  ]
  const { id } = await schedule({ every: 'daily' })
  for (const [given, pointer] of cases) {
    const what = JSON.stringify(given)
    const { code, errors } = await ask('POST', '/v1/schedules', { website_id: website.id, ...given }, 400)
    assert.deepEqual([code, errors[0].pointer], ['validation_failed', pointer], what)
    if (!('every' in given && 'cron' in given) && what !== '{}') {
      assert.equal((await ask('PATCH', `/v1/schedules/${id}`, given, 400)).errors[0].pointer, pointer, what)
    }
  }
  await ask('PATCH', `/v1/schedules/${id}`, { every: null }, 400)
  await ask('POST', '/v1/schedules', { website_id: 'ws_unknown', every: 'daily' }, 404)
  const active = { website_id: website.id, every: 'daily', scan_type: 'active' }
  assert.equal((await ask('POST', '/v1/schedules', active, 409)).code, 'website_not_verified')
  const refused = await ask('PATCH', `/v1/schedules/${id}`, { scan_type: 'active' }, 409)
  assert.equal(refused.code, 'website_not_verified')
})

test('what is due becomes a scan, with event and turn, once; then the next run is due', async () => {
  await begin()
  const { id, next_runs } = await schedule({ cron: '0 * * * *', priority: 'low' })
  await runSchedules(world.context)
  assert.deepEqual(await scans(), [])

  await makeDue(id)
  await runSchedules(world.context)
  await runSchedules(world.context)
  const [scan, ...others] = await scans()
  assert.deepEqual(others, [])
  assert.deepEqual([scan!.schedule_id, scan!.scan_type, scan!.priority, scan!.status], [id, 'quick', 'low', 'queued'])
  const queued = await eventsOf(world.context, organization.id, 'scan.queued')
  assert.deepEqual(
    queued.map(({ data }) => data.schedule_id),
    [id],
  )
  const turns = await world.context.database.as(organization.id).selectFrom('scan_turns').select('id').execute()
  assert.equal(turns.length, 1)
  const after = await get(id)
  assert.deepEqual([after.last_scan_id, after.next_runs], [scan!.id, next_runs])
  assert.notEqual(after.last_run_at, null)
  const { data } = await ask('GET', `/v1/scans?schedule_id=${id}`)
  assert.deepEqual(
    data.map((one: Json) => [one.id, one.schedule_id]),
    [[scan!.id, id]],
  )
  assert.deepEqual((await ask('GET', '/v1/scans?schedule_id=sch_other')).data, [])
  await ask('DELETE', `/v1/schedules/${id}`)
  assert.equal((await ask('GET', `/v1/scans/${scan!.id}`)).schedule_id, id)
})

test('times that were missed while nobody was there run once, and only in the window', async () => {
  await begin()
  const { id } = await schedule({ cron: '* * * * *' })
  await makeDue(id, 7 * DAY)
  await runSchedules(world.context)
  await runSchedules(world.context)
  assert.equal((await scans()).length, 1)
  assert.ok(Date.parse((await get(id)).next_runs[0]) > Date.now() - 1_000)

  // A window that opens in two hours, as the clock is now.
  const hour = (ahead: number) => `${new Date(Date.now() + ahead * 3_600_000).toISOString().slice(11, 14)}00`
  const closed = await schedule({ cron: '*/10 * * * *', window: { from: hour(2), to: hour(3) } })
  await makeDue(closed.id, DAY)
  await runSchedules(world.context)
  assert.equal((await scans()).length, 1)
  const [next] = (await get(closed.id)).next_runs
  assert.equal(next.slice(11, 16), hour(2))
  await runSchedules(world.context, new Date(next))
  assert.equal((await scans()).filter(({ schedule_id }) => schedule_id === closed.id).length, 1)
})

test('off after five failed scans in a row, with an event and an alert; on again, it counts from the start', async () => {
  await begin('http://127.0.0.1:9/')
  const worker = new ScanWorker(world.context, { slots: 1 })
  await worker.start()
  try {
    const { id } = await schedule({ every: 'hourly' })
    const runTimes = async (times: number) => {
      const before = await countScans(world.context, organization.id, 'failed')
      for (let n = 1; n <= times; n++) {
        await makeDue(id)
        await runSchedules(world.context)
        await until(async () => (await countScans(world.context, organization.id, 'failed')) === before + n, 60_000)
      }
    }
    await runTimes(4)
    const four = await get(id)
    assert.deepEqual([four.consecutive_failures, four.enabled, four.disabled_reason], [4, true, null])
    await runTimes(1)
    const off = await get(id)
    assert.deepEqual([off.consecutive_failures, off.enabled, off.next_runs], [5, false, []])
    assert.match(off.disabled_reason, /^5 scans in a row failed, the last one so: /)
    const told = await eventsOf(world.context, organization.id, 'schedule.disabled')
    assert.deepEqual(
      told.map(({ data }) => data),
      [off],
    )
    const alerts = async () => (await ask('GET', '/v1/alerts?kind=schedule')).data
    const [alert] = await alerts()
    assert.deepEqual(
      [alert.cause, alert.status, alert.website_id, alert.data.schedule_id],
      [`schedule:${id}`, 'open', website.id, id],
    )
    assert.match(alert.summary, /^A schedule was switched off, .*5 scans in a row failed/)
    await runSchedules(world.context, new Date(Date.now() + 7 * DAY))
    assert.equal((await scans()).length, 5)

    const on = await ask('PATCH', `/v1/schedules/${id}`, { enabled: true })
    assert.deepEqual([on.consecutive_failures, on.disabled_reason, on.next_runs.length], [0, null, 5])

    assert.deepEqual(
      (await alerts()).map(({ status }: Json) => status),
      ['resolved'],
    )

    // One that succeeds sets it back.
    await runTimes(1)
    assert.equal((await get(id)).consecutive_failures, 1)
    await world.context.database.system
      .updateTable('websites')
      .set({ url: site.url })
      .where('id', '=', website.id)
      .execute()
    await makeDue(id)
    await runSchedules(world.context)
    await until(async () => (await countScans(world.context, organization.id, 'done')) === 1, 60_000)
    assert.equal((await get(id)).consecutive_failures, 0)
  } finally {
    await worker.stop(0)
  }
})

test('a scan that is refused by then counts as failed, and holds up no other', async () => {
  await begin()
  const { id } = await schedule({ every: 'daily' })
  const good = await schedule({ every: 'daily' })
  // As when a verification was lost, or a kind of scan withdrawn.
  await world.context.database.system
    .updateTable('schedules')
    .set({ scan_type: 'active', next_run_at: new Date(0) })
    .where('id', '=', id)
    .execute()
  await makeDue(good.id)
  await runSchedules(world.context)
  assert.deepEqual(
    (await scans()).map(({ schedule_id }) => schedule_id),
    [good.id],
  )
  const refused = await get(id)
  assert.deepEqual([refused.consecutive_failures, refused.enabled, refused.next_runs.length], [1, true, 5])
})
