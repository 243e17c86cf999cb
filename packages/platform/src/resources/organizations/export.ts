import { rfc3339 } from '@lasthash/scanner'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Schema } from '../../db/schema.ts'

const BATCH = 500 // rows read at once

/** Tables that say nothing of an organisation that it could miss: counters, turns, bytes, and answers kept for a day. */
const LEFT_OUT = new Set(['blob_chunks', 'idempotency_keys', 'rate_windows', 'scan_turns', 'stored_objects'])

/** Columns that would open something: hashes of keys, sealed secrets. Text columns are never any of these. */
const SECRET_TYPE = 'bytea'
/** Hashes of what is exported anyway. */
const NO_SECRET = new Set(['vulnerabilities.fingerprint', 'audit_log.hash'])

export interface ExportedTable {
  name: string
  key: string[]
  secrets: string[]
}

/** Every table that has rows of organisations, as PostgreSQL's own catalogue lists them: a new one is exported by itself. */
export async function exportedTables(db: Kysely<Schema>): Promise<ExportedTable[]> {
  const { rows } = await sql<ExportedTable>`
    SELECT c.relname AS name,
      (SELECT array_agg(a.attname::text ORDER BY k.position) FROM pg_index i
        CROSS JOIN unnest(i.indkey) WITH ORDINALITY AS k (number, position)
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.number
        WHERE i.indrelid = c.oid AND i.indisprimary) AS key,
      array(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        AND a.atttypid = ${SECRET_TYPE}::regtype) AS secrets
    FROM pg_class c
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'organization_id' AND NOT a.attisdropped)
    ORDER BY c.relname
  `.execute(db)
  return rows
    .filter(({ name }) => !LEFT_OUT.has(name))
    .map((table) => ({
      ...table,
      secrets: table.secrets.filter((column) => !NO_SECRET.has(`${table.name}.${column}`)),
    }))
}

/**
 * All that the organisation has, as one JSON document in pieces: `{"organization": …, "tables": {"websites": […], …}}`, each
 * row as it is stored but without secrets. Memory stays flat; stops early when `signal` fires.
 */
export async function* exportOrganization(
  db: Kysely<Schema>,
  organization: { id: string },
  signal: AbortSignal,
): AsyncGenerator<string> {
  yield `{"object":"organization_export","exported_at":${JSON.stringify(rfc3339(new Date()))},"organization":${JSON.stringify(organization)},"tables":{`
  let first = true
  for (const table of await exportedTables(db)) {
    yield `${first ? '' : ','}\n${JSON.stringify(table.name)}:[`
    first = false
    yield* rowsOf(db, organization.id, table, signal)
    yield ']'
  }
  if (!signal.aborted) yield '}}\n'
}

async function* rowsOf(
  db: Kysely<Schema>,
  organizationId: string,
  { name, key, secrets }: ExportedTable,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const columns = sql.join(key.map((column) => sql.ref(column)))
  let last: string[] | null = null
  let separator = '\n'
  while (!signal.aborted) {
    const after: RawBuilder<unknown> = last === null ? sql`true` : sql`(${columns}) > (${sql.join(last)})`
    const { rows }: { rows: { row: string; key: string[] }[] } = await sql<{ row: string; key: string[] }>`
      SELECT (to_jsonb(t) - ${secrets}::text[])::text AS row, array[${sql.join(key.map((column) => sql`${sql.ref(column)}::text`))}] AS key
      FROM ${sql.table(name)} t WHERE organization_id = ${organizationId} AND ${after}
      ORDER BY ${columns} LIMIT ${BATCH}
    `.execute(db)
    if (rows.length > 0) {
      yield separator + rows.map(({ row }) => row).join(',\n')
      separator = ',\n'
    }
    if (rows.length < BATCH) return
    last = rows.at(-1)!.key
  }
}
