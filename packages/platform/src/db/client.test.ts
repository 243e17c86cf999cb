import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { createTestDatabase, type TestDatabase } from '../../test/test-database.ts'
import { until } from '../../test/until.ts'
import { countWire, type WireCounter } from '../../test/wire-counter.ts'
import { asSystem, type Database, isDuplicate, isUnavailable, notify, openDatabase } from './client.ts'

let fresh: TestDatabase
let wire: WireCounter
let database: Database

before(async () => {
  fresh = await createTestDatabase()
  wire = await countWire(fresh.url)
  database = openDatabase({ url: wire.url, max: 1, systemMax: 1 })
  for (const id of ['org_a', 'org_b']) {
    await database.system.insertInto('organizations').values({ id, name: id, plan: 'pro' }).execute()
  }
})

after(async () => {
  await database.close()
  await wire.close()
  await fresh.close()
})

/** Round trips that `work` takes, on a connection that is open already. */
async function trips(work: () => Promise<unknown>): Promise<number> {
  await database.ping()
  const before = wire.roundTrips()
  await work()
  return wire.roundTrips() - before
}

const readOwn = (id: string) => database.as(id).selectFrom('organizations').select('id').execute()

test('a statement inside an organisation is one round trip, prepared or not', async () => {
  const counts: number[] = []
  for (let n = 0; n < 5; n++) counts.push(await trips(() => readOwn('org_a')))
  assert.deepEqual(counts, [1, 1, 1, 1, 1])
})

test('a transaction begins and names its organisation in one round trip', async () => {
  const count = await trips(() =>
    database
      .as('org_a')
      .transaction()
      .execute((trx) => trx.selectFrom('organizations').select('id').execute()),
  )
  assert.equal(count, 3, 'BEGIN, the statement, COMMIT')
})

test('the organisation does not stay behind on the connection', async () => {
  assert.deepEqual(await readOwn('org_a'), [{ id: 'org_a' }])
  assert.deepEqual(await database.app.selectFrom('organizations').select('id').execute(), [])
  assert.deepEqual(await readOwn('org_b'), [{ id: 'org_b' }])
  await database
    .as('org_a')
    .transaction()
    .execute(async () => {})
  assert.deepEqual(await database.app.selectFrom('organizations').select('id').execute(), [])
})

test('rows, counts and types are read as Kysely promises them', async () => {
  const db = database.as('org_a')
  const { numUpdatedRows } = await db.updateTable('organizations').set({ name: 'A' }).executeTakeFirst()
  assert.equal(numUpdatedRows, 1n)
  const { rows } = await sql`SELECT 9007199254740991::int8 AS int8, 1.5::numeric AS numeric, date '2024-03-10' AS date,
    timestamptz '2024-03-10T14:32:15Z' AS timestamptz, '{"a": [1]}'::jsonb AS jsonb, '\\x00ff'::bytea AS bytea,
    '{a,NULL}'::text[] AS texts, NULL AS nothing`.execute(db)
  assert.deepEqual(rows, [
    {
      int8: 9007199254740991,
      numeric: 1.5,
      date: '2024-03-10',
      timestamptz: new Date('2024-03-10T14:32:15Z'),
      jsonb: { a: [1] },
      bytea: Buffer.from([0, 255]),
      texts: ['a', null],
      nothing: null,
    },
  ])
})

test('a statement that fails rejects with PostgreSQL’s error, and the connection goes on, prepared statements too', async () => {
  const insert = () =>
    database
      .as('org_a')
      .insertInto('websites')
      .values({
        id: 'ws_1',
        organization_id: 'org_a',
        url: 'https://a.example/',
        origin: 'https://a.example',
        name: 'a',
      })
      .execute()
  await insert()
  for (let n = 0; n < 5; n++) {
    await assert.rejects(insert(), (error) => error instanceof pg.DatabaseError && isDuplicate(error, 'websites_pkey'))
    assert.deepEqual(await readOwn('org_a'), [{ id: 'org_a' }])
  }
  await assert.rejects(sql`SELECT nothing FROM nowhere`.execute(database.as('org_a')), { code: '42P01' })
  await assert.rejects(sql`SELECT ${{ toPostgres: () => assert.fail('no text') }}`.execute(database.as('org_a')))
  assert.deepEqual(await readOwn('org_a'), [{ id: 'org_a' }])
})

test('a prepared statement outlives a migration that changes what it gives', async () => {
  const read = () => sql`SELECT * FROM changing`.execute(database.as('org_a'))
  const alter = (text: string) => sql.raw(text).execute(database.system)
  await alter('CREATE SCHEMA IF NOT EXISTS changes; CREATE TABLE changes.changing (a int)')
  await alter('GRANT USAGE ON SCHEMA changes TO lasthash_app; GRANT SELECT ON changes.changing TO lasthash_app')
  const readThere = () => sql`SELECT * FROM changes.changing`.execute(database.as('org_a'))
  await assert.rejects(read(), { code: '42P01' })
  for (let n = 0; n < 5; n++) await readThere()
  await alter('ALTER TABLE changes.changing ADD b int')
  await alter('INSERT INTO changes.changing VALUES (1, 2)')
  assert.deepEqual((await readThere()).rows, [{ a: 1, b: 2 }])
  await alter('DROP SCHEMA changes CASCADE')
})

test('asSystem sees everything for its work, in the same transaction, and nothing after it', async () => {
  const ids = (db: Database['system']) => db.selectFrom('organizations').select('id').orderBy('id').execute()
  await database
    .as('org_a')
    .transaction()
    .execute(async (trx) => {
      assert.deepEqual(await asSystem(trx, ids), [{ id: 'org_a' }, { id: 'org_b' }])
      assert.deepEqual(await ids(trx), [{ id: 'org_a' }])
      await assert.rejects(
        asSystem(trx, async () => {
          throw new Error('not a matter of SQL')
        }),
        { message: 'not a matter of SQL' },
      )
      assert.deepEqual(await ids(trx), [{ id: 'org_a' }])
    })
  assert.deepEqual(await readOwn('org_a'), [{ id: 'org_a' }])
})

test('a transaction that fails is undone, and an error that nobody minded is not committed over', async () => {
  const transaction = database.as('org_a').transaction()
  const rename = (trx: Database['system']) => trx.updateTable('organizations').set({ name: 'changed' }).execute()
  await assert.rejects(
    transaction.execute(async (trx) => {
      await rename(trx)
      throw new Error('no')
    }),
    { message: 'no' },
  )
  await assert.rejects(
    transaction.execute(async (trx) => {
      await rename(trx)
      await sql`SELECT 1/0`.execute(trx).catch(() => {})
    }),
  )
  const { name } = await database.as('org_a').selectFrom('organizations').select('name').executeTakeFirstOrThrow()
  assert.notEqual(name, 'changed')
})

test('notifications are heard when their transaction commits, and only until unlistened', async () => {
  const heard: string[] = []
  const unlisten = await database.listen('test_channel', (payload) => heard.push(payload))
  assert.equal(database.connected, true)
  await database.system
    .transaction()
    .execute(async (trx) => {
      await notify(trx, 'test_channel', 'undone')
      throw new Error('roll back')
    })
    .catch(() => {})
  await notify(database.system, 'test_channel', 'one')
  await until(() => heard.length > 0)
  await unlisten()
  await notify(database.system, 'test_channel', 'two')
  const again = await database.listen('test_channel', (payload) => heard.push(payload))
  await notify(database.system, 'test_channel', 'three')
  await until(() => heard.length > 1)
  await again()
  assert.deepEqual(heard, ['one', 'three'])
})

test('a database that goes away is told apart from a fault, and is used again when it is back', async () => {
  const heard: string[] = []
  let reconnected = 0
  await database.listen('test_return', (payload) => heard.push(payload), { onReconnect: () => reconnected++ })
  // One that is in the middle of something when the connection is cut.
  const cut = assert.rejects(sql`SELECT pg_sleep(30)`.execute(database.as('org_a')), isUnavailable)
  await until(async () => (await activeSleeps()) > 0)
  await wire.goAway()
  await cut
  await until(() => !database.connected)
  await assert.rejects(readOwn('org_a'), isUnavailable)
  await assert.rejects(
    database
      .as('org_a')
      .transaction()
      .execute(async () => {}),
    isUnavailable,
  )
  await assert.rejects(database.ping(), isUnavailable)
  await wire.comeBack()
  assert.deepEqual(await readOwn('org_a'), [{ id: 'org_a' }])
  await until(() => database.connected && reconnected === 1)
  await notify(database.system, 'test_return', 'heard again')
  await until(() => heard.length === 1)
})

test('connections that the server ends while they are idle harm nobody', async () => {
  await readOwn('org_a')
  await fresh.database.system.selectFrom('organizations').select('id').execute()
  const { rows } = await admin(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = current_user AND datname = current_database() AND pid <> pg_backend_pid()',
  )
  assert.ok(rows.length > 0)
  await until(async () => {
    const outcome = await readOwn('org_a').catch((error: unknown) => error)
    if (Array.isArray(outcome)) return true
    assert.ok(isUnavailable(outcome))
    return false
  })
})

test('what is no loss of the database is not taken for one', () => {
  assert.equal(isUnavailable(Object.assign(new Error('duplicate key'), { code: '23505' })), false)
  assert.equal(isUnavailable(Object.assign(new Error('canceling statement'), { code: '57014' })), false)
  assert.equal(isUnavailable('ECONNREFUSED'), false)
  assert.equal(isUnavailable(new AggregateError([Object.assign(new Error(), { code: 'ECONNREFUSED' })])), true)
})

async function admin(text: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: fresh.url })
  await client.connect()
  return await client.query(text).finally(() => client.end())
}

async function activeSleeps(): Promise<number> {
  const { rows } = await admin(
    "SELECT FROM pg_stat_activity WHERE query LIKE '%pg_sleep(30)%' AND state = 'active' AND pid <> pg_backend_pid()",
  )
  return rows.length
}

beforeEach(() => database.ping().catch(() => {}))
