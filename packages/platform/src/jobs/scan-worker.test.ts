import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import { sql } from 'kysely'
import { accept, acceptMany, countScans, eventsOf, scansOf } from '../../test/scans.ts'
import { faulty, slowly, startSite, type TargetSite } from '../../test/target-site.ts'
import { createTestContext, openContext, type TestContext } from '../../test/test-context.ts'
import { until } from '../../test/until.ts'
import { countWire } from '../../test/wire-counter.ts'
import { openDatabase } from '../db/client.ts'
import { cancelScan } from '../resources/scans/service.ts'
import { ScanWorker } from './scan-worker.ts'

const UNDER_WAY = 6 // requests of one scan that may be between it and the site: its concurrency

let world: TestContext
let site: TargetSite

before(async () => {
  world = await createTestContext()
  site = await startSite()
  // Ten seconds is the least that pg-boss takes as an option; the tests need not wait for so long.
  await sql`UPDATE pgboss.queue SET heartbeat_seconds = 2 WHERE name = 'scan'`.execute(world.context.database.system)
})
beforeEach(() => site.answer(faulty))
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await Promise.all(workers.splice(0).map((worker) => worker.stop(0)))
})
after(async () => {
  await site.close()
  await world.close()
})

const workers: ScanWorker[] = []
const children: ChildProcess[] = []

const startWorker = async (context = world.context, slots = 10) => {
  const worker = new ScanWorker(context, { slots, beatMs: 500 })
  workers.push(worker)
  await worker.start()
  return worker
}

async function startProcess(slots: number): Promise<ChildProcess> {
  const script = join(import.meta.dirname, '../../test/worker-process.ts')
  const child = spawn(process.execPath, [script, world.databaseUrl, String(slots)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  await once(child.stdout!, 'data')
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

/** Of each scan: how often it was told to have ended. */
async function endings(organizationId: string): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const { type, data } of await eventsOf(world.context, organizationId)) {
    if (!['scan.completed', 'scan.failed', 'scan.canceled'].includes(type)) continue
    const id = String(data.id)
    counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}

async function leftOver(): Promise<{ turns: number; jobs: number }> {
  const { rows } = await sql<{ turns: number; jobs: number }>`SELECT (SELECT count(*) FROM scan_turns) AS turns,
    (SELECT count(*) FROM pgboss.job WHERE name = 'scan') AS jobs`.execute(world.context.database.system)
  return rows[0]!
}

test('a scan whose worker is killed is taken up by another, and ends once', async () => {
  const { id } = await world.organization('pro')
  site.answer(slowly(300))
  const child = await startProcess(1)
  const scan = await accept(world.context, id, { url: site.url })
  await until(async () => (await countScans(world.context, id, 'running')) === 1)
  await until(() => site.requests() > 0)
  await kill(child)
  site.answer(faulty)
  const worker = await startWorker()
  await until(async () => (await countScans(world.context, id, 'done')) === 1, 60_000)
  const [row] = await scansOf(world.context, id)
  assert.equal(row!.attempts, 2)
  assert.deepEqual(await endings(id), new Map([[scan, 1]]))
  assert.equal((await eventsOf(world.context, id, 'scan.started')).length, 1)
  await worker.stop()
  assert.deepEqual(await leftOver(), { turns: 0, jobs: 0 })
})

test('queued scans whose worker is killed midway all end, once', async () => {
  const { id } = await world.organization('enterprise')
  const ids = await acceptMany(world.context, id, { url: site.url }, 60)
  const child = await startProcess(20)
  await until(async () => (await countScans(world.context, id, 'done')) >= 20, 60_000)
  await kill(child)
  const worker = await startWorker(world.context, 20)
  await until(async () => (await countScans(world.context, id, 'done')) === 60, 120_000)
  assert.deepEqual(await endings(id), new Map(ids.map((scan) => [scan, 1])))
  await worker.stop()
  assert.deepEqual(await leftOver(), { turns: 0, jobs: 0 })
})

test('a scan that kills its workers fails after three attempts', async () => {
  const { id } = await world.organization('pro')
  await accept(world.context, id, { url: site.url })
  site.answer(slowly(60_000))
  const worker = await startWorker()
  await until(async () => (await countScans(world.context, id, 'running')) === 1)
  await world.context.database.system
    .updateTable('scans')
    .set({ attempts: 3 })
    .where('organization_id', '=', id)
    .execute()
  // As its heartbeats' absence would.
  await sql`UPDATE pgboss.job SET state = 'retry' WHERE name = 'scan'`.execute(world.context.database.system)
  await worker.stop(0)
  const other = await startWorker()
  await until(async () => (await countScans(world.context, id, 'failed')) === 1)
  const [row] = await scansOf(world.context, id)
  assert.equal(row!.error?.code, 'worker_lost')
  await other.stop()
  assert.deepEqual(await leftOver(), { turns: 0, jobs: 0 })
})

test('canceling a running scan stops it midway, and frees its turn', async () => {
  const { id } = await world.organization('starter')
  site.answer(slowly(40))
  const worker = await startWorker()
  const first = await accept(world.context, id, { url: site.url, scan_type: 'full' })
  const second = await accept(world.context, id, { url: site.url })
  await until(() => site.requests() > 3)
  await cancel(id, first)
  await until(async () => (await countScans(world.context, id, 'running')) === 1)
  await until(async () => (await countScans(world.context, id, 'done')) === 1)
  const [a, b] = await scansOf(world.context, id)
  assert.deepEqual([a!.id, a!.status, b!.id, b!.status], [first, 'canceled', second, 'done'])
  assert.deepEqual(
    await endings(id),
    new Map([
      [first, 1],
      [second, 1],
    ]),
  )
  await worker.stop()
  assert.deepEqual(await leftOver(), { turns: 0, jobs: 0 })
})

test('a canceled scan sends nothing more, also when the notification is lost', async () => {
  const { id } = await world.organization('starter')
  site.answer(slowly(100))
  const worker = await startWorker()
  const scan = await accept(world.context, id, { url: site.url, scan_type: 'full' })
  const before = site.requests()
  await until(() => site.requests() > before + 3)
  // No NOTIFY: the poll has to see it.
  await world.context.database.system.updateTable('scans').set({ status: 'canceled' }).where('id', '=', scan).execute()
  await until(async () => (await leftOver()).turns === 0)
  const stopped = site.requests(scan)
  // What was on its way may still arrive; the scan has hundreds more to send.
  await assert.rejects(until(() => site.requests(scan) > stopped + UNDER_WAY, 1_000))
  await worker.stop()
})

test('a worker that shuts down hands its scan to another one, and the attempt does not count', async () => {
  const { id } = await world.organization('pro')
  site.answer(slowly(60_000))
  const leaving = await startWorker()
  await accept(world.context, id, { url: site.url })
  await until(async () => (await countScans(world.context, id, 'running')) === 1)
  await leaving.stop(50)
  assert.equal(await countScans(world.context, id, 'running'), 1)
  site.answer(faulty)
  const staying = await startWorker()
  await until(async () => (await countScans(world.context, id, 'done')) === 1)
  const [row] = await scansOf(world.context, id)
  assert.equal(row!.attempts, 1)
  await staying.stop()
})

test('a worker that shuts down lets its scans end first', async () => {
  const { id } = await world.organization('pro')
  site.answer(slowly(50))
  const worker = await startWorker()
  await accept(world.context, id, { url: site.url })
  await until(async () => (await countScans(world.context, id, 'running')) === 1)
  await worker.stop()
  assert.equal(await countScans(world.context, id, 'done'), 1)
})

test('a target that cannot be reached, or may not be, fails the scan and says why', async () => {
  const { id } = await world.organization('pro')
  const worker = await startWorker()
  await accept(world.context, id, { url: 'http://127.0.0.1:9/' })
  await until(async () => (await countScans(world.context, id, 'failed')) === 1)
  const [row] = await scansOf(world.context, id)
  assert.equal(row!.error?.code, 'target_unreachable')
  assert.match(row!.error!.message, /refused/i)
  assert.equal(row!.attempts, 1, 'what the target does is not tried again')
  const [event] = await eventsOf(world.context, id, 'scan.failed')
  assert.deepEqual(event!.data.error, row!.error)
  await worker.stop()
})

/** A worker in which the first scans break off: the resolver takes no such address. */
function startBroken(faults: number): Promise<ScanWorker> {
  const config = Object.create(world.context.config, {
    dnsServers: { get: () => (faults-- > 0 ? ['no address'] : []) },
  })
  return startWorker({ ...world.context, config })
}

test('a fault of ours is tried again', async () => {
  const { id } = await world.organization('pro')
  const scan = await accept(world.context, id, { url: site.url })
  const worker = await startBroken(2)
  await until(async () => (await countScans(world.context, id, 'done')) === 1)
  const [row] = await scansOf(world.context, id)
  assert.ok(row!.attempts > 1)
  assert.deepEqual(await endings(id), new Map([[scan, 1]]))
  assert.equal((await eventsOf(world.context, id, 'scan.started')).length, 1)
  await worker.stop()
  assert.deepEqual(await leftOver(), { turns: 0, jobs: 0 })
})

test('a fault of ours that stays fails the scan after three attempts, and is told once', async () => {
  const { id } = await world.organization('pro')
  const scan = await accept(world.context, id, { url: site.url })
  const broken = await startBroken(Number.POSITIVE_INFINITY)
  await until(async () => (await countScans(world.context, id, 'failed')) === 1)
  const [row] = await scansOf(world.context, id)
  assert.deepEqual([row!.attempts, row!.error?.code], [3, 'internal_error'])
  assert.deepEqual(await endings(id), new Map([[scan, 1]]))
  assert.equal((await eventsOf(world.context, id, 'scan.started')).length, 1)
  await broken.stop()
  assert.deepEqual(await leftOver(), { turns: 0, jobs: 0 })
})

test('a database that goes away in the middle costs no scan, and work goes on by itself', async (t) => {
  const { id } = await world.organization('pro')
  const wire = await countWire(world.databaseUrl)
  const database = openDatabase({ url: wire.url })
  const context = await openContext(database)
  const worker = await startWorker(context)
  t.after(async () => {
    await worker.stop(0)
    await context.queue.stop()
    await database.close()
    await wire.close()
  })
  site.answer(slowly(150))
  const ids = await acceptMany(world.context, id, { url: site.url }, 8)
  await until(async () => (await countScans(world.context, id, 'running')) === 5)
  await wire.goAway()
  site.answer(faulty)
  // Long enough for scans to end while nobody can write it down, and for heartbeats to be missed.
  await assert.rejects(until(async () => (await countScans(world.context, id, 'done')) > 0, 4_000))
  await wire.comeBack()
  await until(async () => (await countScans(world.context, id, 'done')) === 8, 60_000)
  assert.deepEqual(await endings(id), new Map(ids.map((scan) => [scan, 1])))
  await until(async () => (await leftOver()).turns === 0)
})

async function cancel(organizationId: string, scanId: string): Promise<void> {
  const { context } = world
  await context.database
    .as(organizationId)
    .transaction()
    .execute((db) => cancelScan({ context, organizationId, db, publicUrl: context.config.publicUrl }, scanId))
}
