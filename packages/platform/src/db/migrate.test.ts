import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { StartError } from '../start-error.ts'
import { type Embedded, startEmbedded } from './embedded.ts'
import { type Migration, migrate, readMigrations } from './migrate.ts'

// A server of its own: roles belong to the whole server, and other tests rely on theirs.
let folder: string
let server: Embedded
let databases = 0
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lasthash-migrate-'))
  chmodSync(folder, 0o755)
  server = await startEmbedded(folder, { fsync: false })
})
after(async () => {
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** The address of a new database with nothing in it. */
async function newDatabase(): Promise<string> {
  const name = `database_${++databases}`
  await query(server.url, `CREATE DATABASE ${name}`)
  const url = new URL(server.url)
  url.pathname = `/${name}`
  return url.href
}

async function query(url: string, text: string): Promise<pg.QueryResult['rows']> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows ?? []
  } finally {
    await client.end()
  }
}

function migration(version: number, text: string): Migration {
  return { version, name: `number_${version}`, text, checksum: createHash('sha256').update(text).digest('hex') }
}

const applied = (url: string) => query(url, 'SELECT version, name FROM lasthash_migrations ORDER BY version')
const tables = async (url: string) =>
  (await query(url, "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")).map(
    (row) => row.tablename,
  )

test('ten replicas that start at once on an empty database: each migration is applied once, and none fails', async () => {
  const url = await newDatabase()
  await Promise.all(Array.from({ length: 10 }, () => migrate(url)))
  const known = readMigrations()
  assert.deepEqual(
    await applied(url),
    known.map(({ version, name }) => ({ version, name })),
  )
  await migrate(url)
  assert.equal((await applied(url)).length, known.length, 'and once more changes nothing')
})

test('replicas on two new databases of one server, which share its roles', async () => {
  await Promise.all([...Array(3)].map(async () => migrate(await newDatabase())))
})

test('a schema that is newer than the code is refused, with both versions and the remedy', async () => {
  const url = await newDatabase()
  const [first, second, third] = [1, 2, 3].map((version) => migration(version, `CREATE TABLE t${version} (a int)`))
  await migrate(url, [first!, second!, third!])
  await assert.rejects(migrate(url, [first!, second!]), {
    message:
      'The database is at schema version 3 and this LastHash knows only 2: start the version that wrote it, or a newer one.',
  })
  assert.equal((await applied(url)).length, 3)
})

test('a migration that fails leaves nothing of itself, keeps those before it, and can be tried again', async () => {
  const url = await newDatabase()
  const good = migration(1, 'CREATE TABLE good (a int)')
  const bad = migration(2, 'CREATE TABLE half (a int); INSERT INTO half VALUES (1); SELECT 1/0')
  await assert.rejects(migrate(url, [good, bad]), (error) => {
    assert.ok(error instanceof StartError)
    assert.equal(
      error.message,
      'Migration 2 (number_2) failed and was undone (division by zero): mend the cause, or start the version that ran before.',
    )
    return true
  })
  assert.deepEqual(await tables(url), ['good', 'lasthash_migrations'])
  assert.deepEqual(await applied(url), [{ version: 1, name: 'number_1' }])
  await migrate(url, [good, migration(2, 'CREATE TABLE whole (a int)')])
  assert.deepEqual(await tables(url), ['good', 'lasthash_migrations', 'whole'])
})

test('a migration whose text was changed after it was applied is refused', async () => {
  const url = await newDatabase()
  await migrate(url, [migration(1, 'SELECT 1')])
  await assert.rejects(migrate(url, [migration(1, 'SELECT 2')]), {
    message: /^Migration 1 \(number_1\) was applied to this database with another text than it has now: restore .+\.$/,
  })
})

test('a replica that dies in the middle of a migration holds nobody up and leaves nothing', async () => {
  const url = await newDatabase()
  const slow = migration(1, 'CREATE TABLE dying (a int); SELECT pg_sleep(60)')
  const dying = assert.rejects(migrate(url, [slow]))
  const sleeping = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = 'lasthash_migrations' AND query LIKE '%pg_sleep(60)%'`
  while ((await query(url, sleeping)).length === 0);
  await dying
  await migrate(url, [migration(1, 'CREATE TABLE living (a int)')])
  assert.deepEqual(await tables(url), ['lasthash_migrations', 'living'])
})

test('a log-in that may not make roles is told the SQL to run, and that SQL is all that is missing', async () => {
  const url = await newDatabase()
  const { pathname } = new URL(url)
  const name = pathname.slice(1)
  const login = `login_${name}`
  await query(url, `CREATE ROLE ${login} LOGIN PASSWORD 'x'`)
  const theirs = new URL(url)
  theirs.username = login
  theirs.password = 'x'
  const refused = await migrate(theirs.href).then(
    () => assert.fail('it was let in'),
    (error: Error) => error,
  )
  assert.ok(refused instanceof StartError)
  const [sentence, ...sql] = refused.message.split('\n')
  assert.match(sentence!, new RegExp(`^The database user ${login} lacks rights .+ Run this as an administrator`))
  assert.match(sql.join('\n'), /CREATE ROLE lasthash_app NOLOGIN;/)
  // "leaving out what is done already": the roles are there, from the databases above.
  for (const statement of sql.filter((line) => !line.startsWith('CREATE ROLE'))) await query(url, statement)
  await migrate(theirs.href)
  assert.equal((await applied(url)).length, readMigrations().length)
  await query(
    url,
    `ALTER DATABASE ${name} OWNER TO CURRENT_USER; REASSIGN OWNED BY ${login} TO CURRENT_USER;
    DROP OWNED BY ${login}; DROP ROLE ${login}`,
  )
})

test('an app role that could bypass row-level security is refused', async () => {
  const url = await newDatabase()
  await migrate(url)
  for (const [grant, revoke] of [
    ['BYPASSRLS', 'NOBYPASSRLS'],
    ['SUPERUSER', 'NOSUPERUSER'],
  ]) {
    await query(url, `ALTER ROLE lasthash_app ${grant}`)
    await assert.rejects(migrate(url), {
      message:
        /^The role lasthash_app may bypass row-level security, .+: run ALTER ROLE lasthash_app NOSUPERUSER NOBYPASSRLS; as an administrator\.$/,
    })
    await query(url, `ALTER ROLE lasthash_app ${revoke}`)
  }
  await migrate(url)
})

test('the numbers of the migrations have no gap', () => {
  assert.deepEqual(
    readMigrations().map(({ version }) => version),
    readMigrations().map((_, index) => index + 1),
  )
})
