import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { createTestContext, type TestContext } from '../../test/test-context.ts'
import { newId } from '../identifier.ts'
import { runSchedules } from './run-schedules.ts'

let world: TestContext
before(async () => {
  world = await createTestContext()
})
after(() => world.close())

/** An organisation with `count` schedules of as many websites, all due at `at`. */
async function seed(count: number, at: Date): Promise<string> {
  const { id } = await world.organization('pro')
  const tail = newId('sch').slice(4, -6)
  const { system } = world.context.database
  await sql`INSERT INTO websites (id, organization_id, url, origin, name)
    SELECT 'ws_' || ${tail} || lpad(n::text, 6, '0'), ${id}, 'https://w' || n || '.example/', 'https://w' || n || '.example', 'w'
    FROM generate_series(1, ${count}::int) n`.execute(system)
  await sql`INSERT INTO schedules (id, organization_id, website_id, cron, time_zone, scan_type, priority, next_run_at)
    SELECT 'sch_' || ${tail} || lpad(n::text, 6, '0'), ${id}, 'ws_' || ${tail} || lpad(n::text, 6, '0'), '0 3 * * *', 'Europe/Berlin',
      'quick', 'normal', ${at}
    FROM generate_series(1, ${count}::int) n`.execute(system)
  return id
}

test('two thousand due at once, three workers at it: each becomes one scan, and none is lost', async () => {
  const at = new Date()
  const organizations = [await seed(1_700, at), await seed(200, at), await seed(100, at)]
  const counts = await Promise.all([1, 2, 3].map(() => runSchedules(world.context, at)))
  assert.equal(
    counts.reduce((sum, count) => sum + count),
    2_000,
  )
  const { rows } = await sql<{ scans: number; schedules: number; events: number; due: number; turns: number }>`
    SELECT (SELECT count(*) FROM scans) AS scans, (SELECT count(DISTINCT schedule_id) FROM scans) AS schedules,
      (SELECT count(*) FROM events WHERE type = 'scan.queued') AS events,
      (SELECT count(*) FROM schedules WHERE next_run_at <= ${at} OR last_scan_id IS NULL) AS due,
      (SELECT count(*) FROM scan_turns) AS turns
  `.execute(world.context.database.system)
  const turns = 5 * organizations.length // the plan's limit, for each
  assert.deepEqual(rows, [{ scans: 2_000, schedules: 2_000, events: 2_000, due: 0, turns }])
  const small = await lastOf(organizations[2]!)
  const large = await lastOf(organizations[0]!)
  assert.ok(small.last < large.last, 'a small organisation does not wait for all of a large one')
})

async function lastOf(organizationId: string): Promise<{ last: string }> {
  const { rows } = await sql<{ last: string }>`
    SELECT max(substr(id, 6)) AS last FROM scans WHERE organization_id = ${organizationId}
  `.execute(world.context.database.system)
  return rows[0]!
}

test('schedules of a suspended organisation wait, and run once when it is not any more', async () => {
  const at = new Date()
  const id = await seed(1, at)
  const suspend = (suspended_at: Date | null) =>
    world.context.database.system.updateTable('organizations').set({ suspended_at }).where('id', '=', id).execute()
  await suspend(at)
  assert.equal(await runSchedules(world.context, at), 0)
  await suspend(null)
  assert.equal(await runSchedules(world.context, at), 1)
  assert.equal(await runSchedules(world.context, at), 0)
})

test('a schedule that somebody is changing at this moment is left for the next time', async () => {
  const at = new Date()
  const organizationId = await seed(2, at)
  const { system } = world.context.database
  await system.transaction().execute(async (trx) => {
    const held = await trx
      .selectFrom('schedules')
      .select('id')
      .where('organization_id', '=', organizationId)
      .limit(1)
      .forUpdate()
      .execute()
    assert.equal(held.length, 1)
    assert.equal(await runSchedules(world.context, at), 1)
  })
  assert.equal(await runSchedules(world.context, at), 1)
  assert.equal(await runSchedules(world.context, at), 0)
})
