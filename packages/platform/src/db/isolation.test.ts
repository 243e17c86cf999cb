// Organisations are kept apart by the database itself, whatever a query forgets.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { createTestDatabase, type TestDatabase } from '../../test/test-database.ts'
import { APP_ROLE, openDatabase } from './client.ts'

let fresh: TestDatabase
let admin: pg.Client
before(async () => {
  fresh = await createTestDatabase()
  admin = new pg.Client({ connectionString: fresh.url })
  await admin.connect()
  for (const id of ['org_a', 'org_b']) {
    await fresh.database.system.insertInto('organizations').values({ id, name: id, plan: 'pro' }).execute()
    await fresh.database
      .as(id)
      .insertInto('websites')
      .values({ id: `ws_${id}`, organization_id: id, url: 'https://x.example', origin: 'https://x.example', name: id })
      .execute()
  }
})
after(async () => {
  await admin.end()
  await fresh.close()
})

/** Nobody may change or remove a row, whatever organisation is set. */
const APPEND_ONLY = new Set(['audit_log', 'compliance_changes', 'payment_ledger'])

interface Table {
  name: string
  /** Part of a table of this catalogue. */
  partition: boolean
  enabled: boolean
  forced: boolean
  owned: boolean
  policies: string[]
}

async function tables(): Promise<Table[]> {
  const { rows } = await admin.query<Table>(`
    SELECT c.relname AS name, relispartition AS partition, relrowsecurity AS enabled, relforcerowsecurity AS forced,
      EXISTS (SELECT FROM pg_attribute WHERE attrelid = c.oid AND attname = 'organization_id') OR c.relname = 'organizations' AS owned,
      ARRAY(SELECT p.polname || ' to ' || r.rolname || ' for ' || p.polcmd::text || ' ' || p.polpermissive::text
        || coalesce(' using ' || pg_get_expr(p.polqual, c.oid), '') || coalesce(' check ' || pg_get_expr(p.polwithcheck, c.oid), '')
        FROM pg_policy p CROSS JOIN LATERAL unnest(p.polroles) role JOIN pg_roles r ON r.oid = role
        WHERE p.polrelid = c.oid ORDER BY 1) AS policies
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'm', 'v') ORDER BY 1`)
  return rows
}

test('every table of the catalogue is under forced row-level security, with the same two policies', async () => {
  const all = (await tables()).filter(({ name }) => name !== 'lasthash_migrations')
  assert.ok(all.filter(({ partition }) => !partition).length > 20)
  assert.ok(all.filter(({ partition }) => partition).length > 30)
  for (const { name, enabled, forced, owned, policies } of all) {
    assert.deepEqual({ name, enabled, forced }, { name, enabled: true, forced: true })
    const everything = 'every_organization to lasthash_system for * true using true check true'
    // What is about the installation as a whole, and how people log in, is for the system alone; but an organisation sees
    // who its people are and where they are logged in.
    if (!owned) {
      assert.ok(name === 'installation' || name.startsWith('auth_'), name)
      const person = { auth_users: 'id', auth_sessions: 'user_id' }[name]
      const using = `(EXISTS ( SELECT\n   FROM memberships m\n  WHERE ((m.user_id = ${name}.${person}) AND (m.organization_id = current_organization()))))`
      const own = person ? [`own_people to lasthash_app for * true using ${using}`] : []
      assert.deepEqual(policies, [everything, ...own], name)
      continue
    }
    // An organisation also sees those under it, though nothing of what is theirs.
    const own =
      name === 'organizations'
        ? '((id = current_organization()) OR (parent_id = current_organization()))'
        : '(organization_id = current_organization())'
    assert.deepEqual(
      policies,
      [everything, `own_organization to lasthash_app for * true using ${own} check ${own}`],
      name,
    )
  }
})

test('the app role owns nothing, is no superuser, cannot switch security off, and gets at no other schema', async () => {
  const { rows } = await admin.query(
    `SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin,
      (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owned,
      (SELECT count(*)::int FROM pg_auth_members WHERE member = r.oid) AS memberships,
      has_schema_privilege(oid, 'public', 'CREATE') AS creates
    FROM pg_roles r WHERE rolname = $1`,
    [APP_ROLE],
  )
  assert.deepEqual(rows, [
    {
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolcanlogin: false,
      owned: 0,
      memberships: 0,
      creates: false,
    },
  ])
  const { app } = fresh.database
  for (const attempt of [
    'ALTER TABLE websites DISABLE ROW LEVEL SECURITY',
    'ALTER TABLE websites NO FORCE ROW LEVEL SECURITY',
    'DROP POLICY own_organization ON websites',
    'CREATE POLICY mine ON websites USING (true)',
    'TRUNCATE websites',
    'SELECT * FROM installation',
    'SELECT * FROM auth_users',
    'SELECT token FROM auth_sessions',
    'SELECT * FROM auth_accounts',
    'SELECT * FROM auth_two_factors',
    'SELECT * FROM auth_verifications',
    "UPDATE auth_users SET email = 'x'",
    'DELETE FROM auth_users',
    'SELECT * FROM lasthash_migrations',
    'CREATE TABLE public.mine (a int)',
    "SELECT make_partition('events', 'mine', 'a', 'b')",
    "SELECT drop_partition('events_rest')",
    "SELECT secure_partition('events')",
    'ALTER ROLE lasthash_app BYPASSRLS',
  ]) {
    await assert.rejects(sql.raw(attempt).execute(app), { code: '42501' }, attempt)
  }
  // PostgreSQL refuses rather than leaking when security is asked to be off (section 5.9).
  await assert.rejects(
    app.transaction().execute(async (trx) => {
      await sql`SET LOCAL row_security = off`.execute(trx)
      await sql`SELECT * FROM websites`.execute(trx)
    }),
    { code: '42501' },
  )
})

test('with no organisation set no row is seen, changed, removed or written, in any table', async () => {
  const { app, system } = fresh.database
  for (const { name, owned, partition } of await tables()) {
    if (!owned) continue
    const table = sql.table(name)
    if (partition) {
      // Only through its table.
      for (const statement of [sql`SELECT * FROM ${table}`, sql`DELETE FROM ${table}`])
        await assert.rejects(statement.execute(app), { code: '42501' }, name)
      continue
    }
    const { rows } = await sql`SELECT * FROM ${table}`.execute(app)
    assert.deepEqual(rows, [], name)
    const removal = sql`DELETE FROM ${table}`.execute(app)
    if (APPEND_ONLY.has(name)) await assert.rejects(removal, { code: '42501' }, name)
    else assert.equal((await removal).numAffectedRows, 0n, name)
  }
  await assert.rejects(app.insertInto('organizations').values({ id: 'org_c', name: 'c', plan: 'pro' }).execute(), {
    code: '42501',
  })
  assert.equal((await system.selectFrom('websites').select('id').execute()).length, 2)
})

test('inside one organisation no row of another is seen, changed, removed, written or taken over', async () => {
  const a = fresh.database.as('org_a')
  const ids = async () =>
    await fresh.database.system.selectFrom('websites').select(['id', 'name']).orderBy('id').execute()
  const before = await ids()
  // Statements that forgot to name the organisation.
  assert.deepEqual(await a.selectFrom('websites').select('id').execute(), [{ id: 'ws_org_a' }])
  assert.deepEqual(await a.selectFrom('organizations').select('id').execute(), [{ id: 'org_a' }])
  const hit = await a.updateTable('websites').set({ name: 'x' }).where('id', '=', 'ws_org_b').executeTakeFirst()
  assert.equal(hit.numUpdatedRows, 0n)
  const removed = await a.deleteFrom('websites').where('id', '=', 'ws_org_b').executeTakeFirst()
  assert.equal(removed.numDeletedRows, 0n)
  const foreign = {
    id: 'ws_new',
    organization_id: 'org_b',
    url: 'https://y.example',
    origin: 'https://y.example',
    name: 'y',
  }
  await assert.rejects(a.insertInto('websites').values(foreign).execute(), { code: '42501' })
  await assert.rejects(a.updateTable('websites').set({ organization_id: 'org_b' }).execute(), { code: '42501' })
  assert.deepEqual(await ids(), before)
})

test('a superuser’s DATABASE_URL is no superuser in our hands: both pools have switched by SET ROLE', async () => {
  const { rows: login } = await admin.query('SELECT rolsuper FROM pg_roles WHERE rolname = session_user')
  assert.deepEqual(login, [{ rolsuper: true }], 'the test connects as a superuser')
  const database = openDatabase({ url: fresh.url, max: 3, systemMax: 3 })
  const who = sql<{
    role: string
    super: string
  }>`SELECT current_user AS role, current_setting('is_superuser') AS super`
  // Each connection of the pools, and also after a transaction that took another role for a while.
  for (const [db, role] of [
    [database.app, 'lasthash_app'],
    [database.as('org_a'), 'lasthash_app'],
    [database.system, 'lasthash_system'],
  ] as const) {
    const answers = await Promise.all(Array.from({ length: 3 }, () => who.execute(db)))
    for (const { rows } of answers) assert.deepEqual(rows, [{ role, super: 'off' }])
  }
  await database.close()
})
