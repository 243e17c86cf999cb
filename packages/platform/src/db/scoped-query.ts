import pg from 'pg'

const SCOPE_NAME = 'lasthash_scope'

/** Every connection of the app's pool prepares this once, so that naming the organisation needs no parsing later. */
export const PREPARE_SCOPE = `PREPARE ${SCOPE_NAME} (text) AS SELECT set_config('lasthash.organization_id', $1, true)`

export interface Statement {
  text: string
  values: readonly unknown[]
  /** Prepared under this name on each connection that meets it. */
  name?: string
}

/** The parts of pg's connection that a query writes to: how pg's own Query works. */
interface Connection {
  bind(message: { statement: string; values: unknown[] }): void
  execute(message: { rows: number }): void
}

interface QueryInternals {
  prepare(connection: Connection): void
  handleDataRow(message: unknown): void
  handleCommandComplete(message: unknown, connection: Connection): void
}

// pg's types do not show the methods that its documented Submittable interface is made of.
const Base = pg.Query as unknown as new (
  config: Statement & { queryMode: 'extended' },
  values: undefined,
  callback: (error: Error | null, result: pg.QueryResult) => void,
) => QueryInternals

/**
 * A statement that runs inside one organisation, in one round trip: `set_config(…, is_local)` and the statement are sent
 * as one batch with one Sync, which PostgreSQL runs as one implicit transaction (PostgreSQL documentation, section 54.2.4,
 * "Pipelining"), so that the setting is gone when the answer is there.
 */
class ScopedQuery extends Base {
  readonly #organizationId: string
  #scoped = false

  constructor(
    organizationId: string,
    statement: Statement,
    callback: (error: Error | null, result: pg.QueryResult) => void,
  ) {
    super({ ...statement, queryMode: 'extended' }, undefined, callback)
    this.#organizationId = organizationId
  }

  override prepare(connection: Connection): void {
    connection.bind({ statement: SCOPE_NAME, values: [this.#organizationId] })
    connection.execute({ rows: 0 })
    super.prepare(connection)
  }

  override handleDataRow(message: unknown): void {
    if (this.#scoped) super.handleDataRow(message)
  }

  override handleCommandComplete(message: unknown, connection: Connection): void {
    if (this.#scoped) super.handleCommandComplete(message, connection)
    else this.#scoped = true
  }
}

/** Runs one statement with row-level security set to `organizationId`, in one round trip. Rejects with pg's errors. */
export function runScoped(
  client: pg.ClientBase,
  organizationId: string,
  statement: Statement,
): Promise<pg.QueryResult> {
  return new Promise((resolve, reject) => {
    const query = new ScopedQuery(organizationId, statement, (error, result) =>
      error ? reject(error) : resolve(result),
    )
    client.query(query as unknown as pg.Submittable)
  })
}
