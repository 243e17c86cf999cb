import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accept, acceptMany, countScans, scansOf } from '../../test/scans.ts'
import { slowly, startSite, type TargetSite } from '../../test/target-site.ts'
import { createTestContext, type TestContext } from '../../test/test-context.ts'
import { until } from '../../test/until.ts'
import { ScanWorker } from './scan-worker.ts'

let world: TestContext
let site: TargetSite

before(async () => {
  world = await createTestContext()
  site = await startSite()
})
after(async () => {
  await site.close()
  await world.close()
})

/** Runs `work` beside workers that take turns. */
async function withWorkers(count: number, slots: number, work: () => Promise<void>): Promise<void> {
  const workers = Array.from({ length: count }, () => new ScanWorker(world.context, { slots }))
  for (const worker of workers) await worker.start()
  try {
    await work()
  } finally {
    await Promise.all(workers.map((worker) => worker.stop(0)))
  }
}

/** Ids of the organisations’ scans in the order in which they were begun. */
async function beginnings(organizations: { id: string }[]) {
  const rows = (await Promise.all(organizations.map(({ id }) => scansOf(world.context, id)))).flat()
  return rows.sort((a, b) => a.started_at!.getTime() - b.started_at!.getTime())
}

test('an organisation never runs more scans than its plan allows, whatever workers do', async () => {
  const { id } = await world.organization('pro')
  await acceptMany(world.context, id, { url: site.url }, 60)
  site.answer(slowly(15))
  let most = 0
  let peeks = 0
  await withWorkers(3, 10, async () => {
    await until(async () => {
      const { running } = await world.context.database.system
        .selectFrom('scans')
        .select((eb) => eb.fn.countAll<number>().as('running'))
        .where('organization_id', '=', id)
        .where('status', '=', 'running')
        .executeTakeFirstOrThrow()
      most = Math.max(most, running)
      peeks++
      return (await countScans(world.context, id, 'done')) === 60
    }, 60_000)
  })
  assert.equal(most, 5)
  assert.ok(peeks > 20, `looked ${peeks} times`)
  assert.equal(overlap(await scansOf(world.context, id)), 5)
})

/** The most scans that ran at one moment, by their own times: between two peeks there is no hiding. */
function overlap(scans: { started_at: Date | null; completed_at: Date | null }[]): number {
  const moments = scans.flatMap(({ started_at, completed_at }) => [
    { at: started_at!.getTime(), step: 1 },
    { at: completed_at!.getTime(), step: -1 },
  ])
  let [now, most] = [0, 0]
  // An end and a beginning within one millisecond: the end made room for the beginning.
  for (const { step } of moments.sort((a, b) => a.at - b.at || a.step - b.step)) {
    now += step
    most = Math.max(most, now)
  }
  return most
}

test('tenants take turns: one scan of a small one waits for one of a large one, not for all', async () => {
  site.answer(slowly(5))
  const large = await world.organization('enterprise')
  const small = await world.organization('pro')
  await acceptMany(world.context, large.id, { url: site.url }, 30)
  const [late] = await acceptMany(world.context, small.id, { url: site.url }, 3)
  await withWorkers(1, 1, () => until(async () => (await countScans(world.context, large.id, 'done')) === 30, 60_000))
  const order = (await beginnings([large, small]))
    .map((scan) => (scan.organization_id === small.id ? 's' : 'l'))
    .join('')
  // Their first turns, then their second ones, then their third ones; the small one's last ones are not at the end.
  assert.match(order, /^l{1,2}sl{1,3}sl{1,3}sl+$/)
  assert.ok(late)
})

test('inside an organisation priority goes first, then age', async () => {
  const organization = await world.organization('starter')
  const given = [
    ['low', 1],
    ['normal', 2],
    ['high', 3],
    ['normal', 4],
    ['high', 5],
  ] as const
  const ids = new Map<string, number>()
  for (const [priority, number] of given) {
    ids.set(await accept(world.context, organization.id, { url: site.url, priority }), number)
  }
  await withWorkers(2, 5, () =>
    until(async () => (await countScans(world.context, organization.id, 'done')) === 5, 30_000),
  )
  const order = (await beginnings([organization])).map(({ id }) => ids.get(id))
  assert.deepEqual(order, [3, 5, 2, 4, 1])
})

test('a limit of the organisation’s own goes before its plan’s, and lowering it leaves what runs', async () => {
  const { id } = await world.organization('pro', { concurrent_scans: 2 })
  await acceptMany(world.context, id, { url: site.url }, 6)
  const turns = () =>
    world.context.database.as(id).selectFrom('scan_turns').select('position').orderBy('position').execute()
  assert.deepEqual(
    (await turns()).map(({ position }) => position),
    [0, 1],
  )
  await world.context.database.system
    .updateTable('organizations')
    .set({ concurrent_scans: 1 })
    .where('id', '=', id)
    .execute()
  await accept(world.context, id, { url: site.url })
  assert.equal((await turns()).length, 2)
  await withWorkers(1, 5, () => until(async () => (await countScans(world.context, id, 'done')) === 7, 30_000))
  assert.deepEqual(await turns(), [])
})
