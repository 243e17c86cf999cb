import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Database, openDatabase, SYSTEM_ROLE } from '../src/db/client.ts'
import { type Embedded, startEmbedded } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import { makePartitions } from '../src/db/partitions.ts'

/** Set for a whole test run by test/database.ts; a file that is run alone starts a server of its own. */
const SHARED = 'LASTHASH_TEST_DATABASE_URL'
const TEMPLATE = 'lasthash_template'

export interface TestServer {
  url: string
  stop(): Promise<void>
}

/** A PostgreSQL for tests with a migrated template database. fsync is off: nothing here outlives the run. */
export async function startTestServer(): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'lasthash-test-'))
  // As root, PostgreSQL runs as another user, who has to get in.
  chmodSync(folder, 0o755)
  const embedded: Embedded = await startEmbedded(folder, { fsync: false })
  await statement(embedded.url, `CREATE DATABASE ${TEMPLATE}`)
  await migrate(withDatabase(embedded.url, TEMPLATE))
  await prepareTemplate(withDatabase(embedded.url, TEMPLATE))
  return {
    url: embedded.url,
    async stop() {
      await embedded.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** As a worker does when it starts. */
async function prepareTemplate(url: string): Promise<void> {
  const database = openDatabase({ url, systemMax: 1 })
  await makePartitions(database.system)
  await database.close()
}

export interface TestDatabase {
  url: string
  database: Database
  /** Closes the client, drops the database, and stops the server if this file started it. */
  close(): Promise<void>
}

/** A fresh, migrated database for one test file. */
export async function createTestDatabase(options: { max?: number } = {}): Promise<TestDatabase> {
  const shared = process.env[SHARED]
  const server = shared ? null : await startTestServer()
  const admin = shared ?? server!.url
  const name = `test_${randomBytes(8).toString('hex')}`
  await statement(admin, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`)
  // Rights on the database itself are not copied. pg-boss makes a schema of its own.
  await statement(admin, `GRANT CREATE ON DATABASE ${name} TO ${SYSTEM_ROLE}`)
  const url = withDatabase(admin, name)
  const database = openDatabase({ url, max: options.max ?? 5 })
  return {
    url,
    database,
    async close() {
      await database.close()
      await statement(admin, `DROP DATABASE ${name} WITH (FORCE)`)
      await server?.stop()
    },
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

async function statement(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}
