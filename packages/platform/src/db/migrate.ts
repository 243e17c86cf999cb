import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { StartError } from '../start-error.ts'
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
  const client = new pg.Client({ connectionString: url, application_name: 'lasthash_migrations' })
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
    throw new StartError(`Migration ${version} (${name}) failed: ${(error as Error).message}.`, { cause: error })
  }
}

/** SQL for an administrator, where our own log-in may not make the roles. */
export function rolesSql(login: string): string {
  return [APP_ROLE, SYSTEM_ROLE].map((role) => `CREATE ROLE ${role} NOLOGIN; GRANT ${role} TO ${login};`).join('\n')
}

async function ensureRoles(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ may: boolean; login: string; missing: string[]; database: string }>(
    `SELECT rolsuper OR rolcreaterole AS may, quote_ident(current_user) AS login, quote_ident(current_database()) AS database,
      ARRAY(SELECT wanted FROM unnest($1::text[]) AS wanted
        WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted)
          OR NOT pg_has_role(current_user, (SELECT oid FROM pg_roles WHERE rolname = wanted), 'MEMBER')) AS missing
    FROM pg_roles WHERE rolname = current_user`,
    [[APP_ROLE, SYSTEM_ROLE]],
  )
  const { may, login, missing, database } = rows[0]!
  if (missing.length > 0 && !may) {
    throw new StartError(
      `The database user ${login} may not make the roles that LastHash needs. Run this as an administrator, then start again:\n${rolesSql(login)}`,
    )
  }
  for (const role of missing) {
    await client.query(`DO $$ BEGIN CREATE ROLE ${role} NOLOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$`)
    await client.query(`GRANT ${role} TO ${login}`)
  }
  // pg-boss keeps its own schema, and makes it.
  await client.query(`GRANT CREATE ON DATABASE ${database} TO ${SYSTEM_ROLE}`)
}
