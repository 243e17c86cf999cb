import {
  AbortedTransactionError,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from 'kysely'
import pg from 'pg'
import { APP_ROLE, type DatabaseRole } from './roles.ts'
import type { Schema } from './schema.ts'
import { PREPARE_SCOPE, runScoped, type Statement } from './scoped-query.ts'
import type { StatementNames } from './statement-names.ts'

const CACHED_PLAN_CHANGED = '0A000' // feature_not_supported: "cached plan must not change result type", after a migration
const COUNTED = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

export interface Source {
  pool: pg.Pool
  names: StatementNames
  /** Null for the role that sees every organisation. */
  organizationId: string | null
}

/** Kysely over a pool of ours. With an organisation, each statement and each transaction runs inside it. */
export function openKysely(source: Source): Kysely<Schema> {
  const dialect: Dialect = {
    createAdapter: () => new PostgresAdapter(),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createDriver: () => new PooledDriver(source),
  }
  return new Kysely<Schema>({ dialect })
}

class PooledDriver implements Driver {
  readonly #source: Source

  constructor(source: Source) {
    this.#source = source
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<PooledConnection> {
    return new PooledConnection(await this.#source.pool.connect(), this.#source)
  }

  beginTransaction(connection: PooledConnection, settings: TransactionSettings): Promise<void> {
    return connection.begin(settings)
  }

  commitTransaction(connection: PooledConnection): Promise<void> {
    return connection.commit()
  }

  rollbackTransaction(connection: PooledConnection): Promise<void> {
    return connection.rollback()
  }

  async releaseConnection(connection: PooledConnection): Promise<void> {
    connection.release()
  }

  /** The pool belongs to the Database, which ends it. */
  async destroy(): Promise<void> {}
}

class PooledConnection implements DatabaseConnection {
  readonly #client: pg.PoolClient
  readonly #source: Source
  #inTransaction = false
  #discard = false

  constructor(client: pg.PoolClient, source: Source) {
    this.#client = client
    this.#source = source
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const statement: Statement = { text: sql, values: parameters, name: this.#source.names.of(sql) }
    const result = await this.#run(statement).catch((error: unknown) => this.#runAnew(statement, error))
    const { command, rowCount, rows } = result
    return { rows, numAffectedRows: COUNTED.has(command) ? BigInt(rowCount ?? 0) : undefined }
  }

  /** Begins and names the organisation in one round trip. */
  async begin({ isolationLevel, accessMode }: TransactionSettings): Promise<void> {
    const { organizationId } = this.#source
    const modes = [isolationLevel && `ISOLATION LEVEL ${isolationLevel}`, accessMode].filter(Boolean).join(' ')
    const scope = organizationId === null ? '' : `; ${setScope(organizationId)}`
    await this.#client.query(`BEGIN ${modes}${scope}`)
    this.#inTransaction = true
  }

  async commit(): Promise<void> {
    const { command } = await this.#client.query('COMMIT')
    this.#inTransaction = false
    // PostgreSQL answers ROLLBACK when a statement before had failed and nobody minded.
    if (command === 'ROLLBACK') throw new AbortedTransactionError()
  }

  async rollback(): Promise<void> {
    this.#inTransaction = false
    // A connection that cannot even roll back is broken: the error that led here says more than this one would.
    await this.#client.query('ROLLBACK').catch(() => {
      this.#discard = true
    })
  }

  release(): void {
    this.#client.release(this.#discard || this.#inTransaction)
  }

  streamQuery(): never {
    throw new Error('Rows are not streamed: page through them by key.')
  }

  #run(statement: Statement): Promise<pg.QueryResult> {
    const { organizationId } = this.#source
    if (organizationId === null || this.#inTransaction) {
      return this.#client.query({ ...statement, values: statement.values as unknown[] })
    }
    return runScoped(this.#client, organizationId, statement)
  }

  /** A migration may change what a prepared statement gives: outside a transaction it is prepared and run once more. */
  async #runAnew(statement: Statement, error: unknown): Promise<pg.QueryResult> {
    const stale = error instanceof pg.DatabaseError && error.code === CACHED_PLAN_CHANGED && statement.name
    if (!stale) throw error
    this.#discard = true
    if (this.#inTransaction) throw error
    return this.#run({ text: statement.text, values: statement.values })
  }
}

function setScope(organizationId: string): string {
  return `SELECT set_config('lasthash.organization_id', ${pg.escapeLiteral(organizationId)}, true)`
}

// A request waits for nothing longer than this, nor may it hold rows while it does something else; housekeeping may.
const REQUEST_LIMITS = "SET statement_timeout = '30s'; SET idle_in_transaction_session_timeout = '60s'"

/**
 * No plan depends on the values that it was first made for: a status that an organisation last had a year ago is then looked
 * up by its own index, not by reading back a year (test/list-plans.test.ts).
 */
const ONE_PLAN = 'SET plan_cache_mode = force_generic_plan'

/** What a new connection is told before its first use. */
export function sessionSetup(role: DatabaseRole): string {
  const setup = ["SET TIME ZONE 'UTC'", `SET ROLE ${role}`]
  if (role === APP_ROLE) setup.push(REQUEST_LIMITS, ONE_PLAN, PREPARE_SCOPE)
  return setup.join('; ')
}
