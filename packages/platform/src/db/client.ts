import { type Kysely, sql } from 'kysely'
import pg from 'pg'
import { openKysely, sessionSetup } from './dialect.ts'
import { Listener } from './listener.ts'
import { valueTypes } from './parse-values.ts'
import { APP_ROLE, type DatabaseRole, SYSTEM_ROLE } from './roles.ts'
import type { Schema } from './schema.ts'
import { StatementNames } from './statement-names.ts'

export { isConcurrentChange, isDuplicate, isUnavailable } from './errors.ts'
export { APP_ROLE, SYSTEM_ROLE } from './roles.ts'

const CONNECT_TIMEOUT = 5_000 // milliseconds to a connection, waiting for a free one included
const IDLE_TIMEOUT = 60_000 // milliseconds until an idle connection is closed
const KEPT_ORGANIZATIONS = 1_000 // Kysely instances kept; one costs about 2 kB

export interface DatabaseOptions {
  url: string
  /** Connections for requests, by default 10. */
  max?: number
  /** Connections for jobs, outbox and housekeeping, by default 6. */
  systemMax?: number
}

/** Everything that speaks to PostgreSQL does it through this. */
export interface Database {
  /** As `lasthash_app`, inside one organisation. Each statement is one round trip, and so is the start of a transaction. */
  as(organizationId: string): Kysely<Schema>
  /**
   * As `lasthash_app` with no organisation: sees no row at all, and may call what is made for that, such as
   * `find_api_key` before it is known who asks.
   */
  app: Kysely<Schema>
  /** As `lasthash_system`, over all organisations: for jobs, the outbox, start-up and housekeeping only. */
  system: Kysely<Schema>
  systemPool: pg.Pool
  /** Runs SQL as `lasthash_system`: the form that pg-boss asks for. */
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[]; rowCount: number | null }>
  /**
   * Calls `handler` with each payload told on `channel`, from when the promise resolves until the returned function is
   * called. All channels share one connection, which comes back by itself; `onReconnect` is called when it was away.
   */
  listen(
    channel: string,
    handler: (payload: string) => void,
    options?: { onReconnect?: () => void },
  ): Promise<() => Promise<void>>
  /** Whether notifications are being heard just now. */
  readonly connected: boolean
  /** One round trip as `lasthash_app`; rejects when the database is away. */
  ping(): Promise<void>
  close(): Promise<void>
}

/** Opens two pools on one PostgreSQL, one for each role. Connects when first asked; a lost database is no crash. */
export function openDatabase({ url, max = 10, systemMax = 6 }: DatabaseOptions): Database {
  const appPool = openPool(url, APP_ROLE, max)
  const systemPool = openPool(url, SYSTEM_ROLE, systemMax)
  const names = new StatementNames()
  const listener = new Listener({ ...connectionConfig(url), application_name: 'lasthash listener' })
  const organizations = new Map<string, Kysely<Schema>>()

  return {
    as(organizationId) {
      let kysely = organizations.get(organizationId)
      if (kysely) return kysely
      kysely = openKysely({ pool: appPool, names, organizationId })
      if (organizations.size >= KEPT_ORGANIZATIONS) organizations.clear()
      organizations.set(organizationId, kysely)
      return kysely
    },
    app: openKysely({ pool: appPool, names, organizationId: null }),
    system: openKysely({ pool: systemPool, names, organizationId: null }),
    systemPool,
    executeSql: (text, values) => systemPool.query(text, values),
    listen: (channel, onNotify, options = {}) => listener.add({ channel, onNotify, ...options }),
    get connected() {
      return listener.connected
    },
    async ping() {
      await appPool.query('SELECT 1')
    },
    async close() {
      await listener.close()
      await Promise.all([appPool.end(), systemPool.end()])
    },
  }
}

/** Tells everyone who listens on `channel`, when and if `trx` commits. The payload is at most 7,999 bytes. */
export async function notify(trx: Kysely<Schema>, channel: string, payload: string): Promise<void> {
  await sql`SELECT pg_notify(${channel}, ${payload})`.execute(trx)
}

/**
 * Runs `work` as `lasthash_system` inside a transaction of `lasthash_app`: what admission to the queue needs, which
 * writes jobs in the transaction that creates the scan.
 */
export async function asSystem<T>(trx: Kysely<Schema>, work: (trx: Kysely<Schema>) => Promise<T>): Promise<T> {
  const become = (role: DatabaseRole) => sql`SET LOCAL ROLE ${sql.id(role)}`.execute(trx)
  await become(SYSTEM_ROLE)
  try {
    return await work(trx)
  } finally {
    // Refused when a statement has failed: the transaction can do nothing more then, and its end gives the role back.
    await become(APP_ROLE).catch(() => {})
  }
}

/** Runs `work` inside another organisation, in a transaction that is inside `own` before and after. */
export async function inOrganization<T>(
  trx: Kysely<Schema>,
  own: string,
  other: string,
  work: () => Promise<T>,
): Promise<T> {
  const enter = (id: string) => sql`SELECT set_config('lasthash.organization_id', ${id}, true)`.execute(trx)
  await enter(other)
  try {
    return await work()
  } finally {
    // Refused when a statement has failed: the transaction can do nothing more then, and its end sets it back.
    await enter(own).catch(() => {})
  }
}

function openPool(url: string, role: DatabaseRole, max: number): pg.Pool {
  const pool = new pg.Pool({
    ...connectionConfig(url),
    application_name: role,
    max,
    idleTimeoutMillis: IDLE_TIMEOUT,
    async onConnect(client) {
      // pg-pool hears errors of idle connections only; one in use that is cut would otherwise end the process.
      client.on('error', () => {})
      await client.query(sessionSetup(role))
    },
  })
  // The pool has dropped the connection by then; whoever asks next gets a new one.
  pool.on('error', () => {})
  return pool
}

function connectionConfig(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    // A server that vanished without a word is noticed in a minute or two, not in two hours.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    types: valueTypes,
  }
}
