import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { accept, scansOf } from '../../test/scans.ts'
import { createTestContext, type TestContext } from '../../test/test-context.ts'
import { recordEvent } from '../events/record.ts'
import { newId } from '../identifier.ts'
import { keepHouse } from './housekeeping.ts'

const DAY = 86_400_000 // milliseconds

let world: TestContext

before(async () => {
  world = await createTestContext()
})
after(() => world.close())

test('what log-ins leave behind goes when it has ended', async () => {
  const { context } = world
  const { system } = context.database
  const user_id = newId('user')
  await system.insertInto('auth_users').values({ id: user_id, name: 'A', email: 'a@example.com' }).execute()
  for (const [n, at] of [new Date(Date.now() - 1_000), new Date(Date.now() + DAY)].entries()) {
    const id = `${n}`
    await system.insertInto('auth_sessions').values({ id, user_id, token: id, expires_at: at }).execute()
    await system.insertInto('auth_verifications').values({ id, identifier: id, value: id, expires_at: at }).execute()
    await system
      .insertInto('auth_failures')
      .values({ subject: Buffer.from(id), failures: 1, until: at })
      .execute()
  }
  await keepHouse(context)
  const left = await Promise.all([
    system.selectFrom('auth_sessions').select('id').execute(),
    system.selectFrom('auth_verifications').select('id').execute(),
  ])
  assert.deepEqual(left, [[{ id: '1' }], [{ id: '1' }]])
  const failures = await system.selectFrom('auth_failures').select('subject').execute()
  assert.deepEqual(failures, [{ subject: Buffer.from('1') }])
})

test('what has had its time goes, and the rest stays', async () => {
  const { id } = await world.organization('pro')
  const { context } = world
  const { system } = context.database
  const present = await accept(context, id, { url: 'http://127.0.0.1:9/' })
  const [scan] = await scansOf(context, id)
  const past = newId('scan', Date.now() - 4 * DAY)
  const { urgency: _, score_cap, error, ...columns } = scan!
  await system
    .insertInto('scans')
    .values({ ...columns, score_cap: null, error: null, gate: null, id: past, status: 'done' })
    .execute()
  assert.deepEqual([score_cap, error], [null, null])
  for (const scan_id of [present, past]) {
    await system
      .insertInto('scan_progress')
      .values({ scan_id, seq: 1, organization_id: id, type: 'check', data: '{}' })
      .execute()
  }
  for (const age of [1, 25]) {
    await sql`INSERT INTO idempotency_keys (organization_id, route, key, request_hash, status, headers, body, created_at)
      VALUES (${id}, 'POST /v1/scans', ${String(age)}, '\\x00', 202, '{}', '{}', now() - make_interval(hours => ${age}))`.execute(
      system,
    )
  }
  await recordEvent(system, id, 'website.created', {})
  // A month goes as a whole: 90 days after its end.
  await sql`UPDATE events SET id = ${newId('evt', Date.now() - 122 * DAY)} WHERE type = 'website.created' AND data = '{}'`.execute(
    system,
  )

  await keepHouse(context)

  const progress = await system.selectFrom('scan_progress').select('scan_id').execute()
  assert.deepEqual(
    progress.map(({ scan_id }) => scan_id),
    [present],
  )
  const keys = await system.selectFrom('idempotency_keys').select('key').execute()
  assert.deepEqual(
    keys.map(({ key }) => key),
    ['1'],
  )
  const events = await system.selectFrom('events').select(['type', 'data']).where('organization_id', '=', id).execute()
  assert.deepEqual(events.map(({ type }) => type).sort(), ['scan.queued', 'website.created'])
  assert.ok(events.every(({ data }) => Object.keys(data).length > 0))
})

test('a turn whose job is gone is freed, and its scan gets another', async () => {
  const { id } = await world.organization('starter')
  const { context } = world
  const { system } = context.database
  const scan = await accept(context, id, { url: 'http://127.0.0.1:9/' })
  const [lost] = await system.selectFrom('scan_turns').select('id').where('organization_id', '=', id).execute()
  await sql`DELETE FROM pgboss.job WHERE id = ${lost!.id}`.execute(system)
  await sql`UPDATE scan_turns SET scan_id = ${scan}, created_at = now() - interval '2 minutes' WHERE id = ${lost!.id}`.execute(
    system,
  )
  await system.updateTable('scans').set({ status: 'running', started_at: new Date() }).where('id', '=', scan).execute()

  await keepHouse(context)

  const [turn] = await system.selectFrom('scan_turns').selectAll().where('organization_id', '=', id).execute()
  assert.notEqual(turn!.id, lost!.id)
  assert.equal((await scansOf(context, id))[0]!.status, 'queued')
  const { rows } = await sql`SELECT FROM pgboss.job WHERE id = ${turn!.id}`.execute(system)
  assert.equal(rows.length, 1)
})
