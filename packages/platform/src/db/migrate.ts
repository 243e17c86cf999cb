import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { StartError } from '../start-error.ts'
import { isUnavailable } from './errors.ts'
import { APP_ROLE, SYSTEM_ROLE } from './roles.ts'

const FOLDER = join(import.meta.dirname, '../../migrations')
const LOCK = 4_867_120_331 // any number of our own: replicas that start together take turns on it

export interface Migration {
  version: number
  name: string
  text: string
  checksum: string
}

/** The migrations that this code knows, in order. Throws when their numbers have a gap. */
export function readMigrations(folder = FOLDER): Migration[] {
  const files = readdirSync(folder)
    .filter((file) => /^\d{4}_\w+\.sql$/.test(file))
    .sort()
  return files.map((file, index) => {
    const version = Number(file.slice(0, 4))
    if (version !== index + 1) throw new Error(`Migration ${file} should have the number ${index + 1}.`)
    const text = readFileSync(join(folder, file), 'utf8')
    return { version, name: file.slice(5, -4), text, checksum: createHash('sha256').update(text).digest('hex') }
  })
}

/**
 * Brings the schema up to this code's version: each migration in a transaction of its own, one replica at a time. Throws
 * `StartError` when the database is newer than the code, when history was changed, or when the roles cannot be made.
 */
export async function migrate(url: string, migrations = readMigrations()): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'lasthash_migrations',
    connectionTimeoutMillis: 5_000,
  })
  client.on('error', () => {}) // a statement that fails of it says so
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    await ensureRoles(client)
    await client.query(`CREATE TABLE IF NOT EXISTS lasthash_migrations (
      version integer PRIMARY KEY, name text NOT NULL, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`)
    const { rows } = await client.query<{ version: number; name: string; checksum: string }>(
      'SELECT version, name, checksum FROM lasthash_migrations ORDER BY version',
    )
    refuseStrangers(rows, migrations)
    for (const migration of migrations.slice(rows.length)) await apply(client, migration)
  } finally {
    // Ends the session, and the lock with it.
    await client.end()
  }
}

function refuseStrangers(
  applied: readonly { version: number; name: string; checksum: string }[],
  known: readonly Migration[],
): void {
  const newest = applied.at(-1)
  if (newest && newest.version > known.length) {
    throw new StartError(
      `The database is at schema version ${newest.version} and this LastHash knows only ${known.length}: start the version that wrote it, or a newer one.`,
    )
  }
  for (const [index, { version, name, checksum }] of applied.entries()) {
    if (known[index]?.checksum === checksum) continue
    throw new StartError(
      `Migration ${version} (${name}) was applied to this database with another text than it has now: restore the file, and put changes into a new migration.`,
    )
  }
}

async function apply(client: pg.Client, { version, name, text, checksum }: Migration): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(text)
    await client.query('INSERT INTO lasthash_migrations (version, name, checksum) VALUES ($1, $2, $3)', [
      version,
      name,
      checksum,
    ])
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    if (isUnavailable(error)) throw error
    throw new StartError(
      `Migration ${version} (${name}) failed and was undone (${(error as Error).message}): mend the cause, or start the version that ran before.`,
      { cause: error },
    )
  }
}

/** What an administrator runs where our own log-in may not: the roles, and the right to make schemas and tables. */
export function rolesSql(login: string, database: string): string {
  const roles = [APP_ROLE, SYSTEM_ROLE].map((role) => `CREATE ROLE ${role} NOLOGIN;`)
  return [
    ...roles,
    `GRANT ${APP_ROLE}, ${SYSTEM_ROLE} TO ${login};`,
    `GRANT CREATE ON DATABASE ${database} TO ${SYSTEM_ROLE};`,
    `ALTER DATABASE ${database} OWNER TO ${login};`,
  ].join('\n')
}

interface Rights {
  login: string
  database: string
  /** May make roles. */
  creates: boolean
  owns: boolean
  missing: string[]
  foreign: string[]
  boundless: string[]
  schemas: boolean
}

// 'SET' is what SET ROLE needs; it came with PostgreSQL 16.
const RIGHTS = `SELECT
  quote_ident(current_user) AS login, quote_ident(current_database()) AS database, rolsuper OR rolcreaterole AS creates,
  pg_has_role(current_user, (SELECT datdba FROM pg_database WHERE datname = current_database()), 'USAGE') AS owns,
  ARRAY(SELECT wanted FROM unnest($1::text[]) AS wanted WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted)) AS missing,
  ARRAY(SELECT rolname::text FROM pg_roles WHERE rolname = ANY ($1) AND NOT pg_has_role(current_user, oid, 'SET')) AS foreign,
  ARRAY(SELECT rolname::text FROM pg_roles WHERE rolname = ANY ($1) AND (rolsuper OR rolbypassrls)) AS boundless,
  coalesce((SELECT has_database_privilege(oid, current_database(), 'CREATE') FROM pg_roles WHERE rolname = $2), false) AS schemas
  FROM pg_roles WHERE rolname = current_user`

const OLDEST = 160_000 // PostgreSQL 16, as server_version_num has it

async function ensureRoles(client: pg.Client): Promise<void> {
  const { rows: versions } = await client.query("SELECT current_setting('server_version_num')::int AS version")
  if (versions[0].version < OLDEST) {
    throw new StartError(
      `LastHash needs PostgreSQL 16 or newer and this one is ${Math.floor(versions[0].version / 10_000)}: set DATABASE_URL to a newer one.`,
    )
  }
  const { rows } = await client.query<Rights>(RIGHTS, [[APP_ROLE, SYSTEM_ROLE], SYSTEM_ROLE])
  const { login, database, creates, owns, missing, foreign, boundless, schemas } = rows[0]!
  if (boundless.length > 0) {
    throw new StartError(
      `The role ${boundless[0]} may bypass row-level security, which keeps organisations apart: run ALTER ROLE ${boundless[0]} NOSUPERUSER NOBYPASSRLS; as an administrator.`,
    )
  }
  const complete = missing.length + foreign.length === 0 && schemas
  if (!owns || (!complete && !creates)) {
    throw new StartError(
      `The database user ${login} lacks rights that LastHash needs. Run this as an administrator, leaving out what is done already, then start again:\n${rolesSql(login, database)}`,
    )
  }
  for (const role of missing) {
    // Another database of the same server may be getting its first LastHash at this moment.
    await client.query(`DO $$ BEGIN CREATE ROLE ${role} NOLOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$`)
  }
  for (const role of [...missing, ...foreign]) await client.query(`GRANT ${role} TO ${login}`)
  // pg-boss keeps its own schema, and makes it.
  if (!schemas) await client.query(`GRANT CREATE ON DATABASE ${database} TO ${SYSTEM_ROLE}`)
}
