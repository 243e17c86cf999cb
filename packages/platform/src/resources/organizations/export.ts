import { rfc3339 } from '@lasthash/scanner'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import type { BlobStore } from '../../storage/blob-store.ts'
import { inChunks } from '../../storage/chunks.ts'

const BATCH = 500 // rows read at once

/** Tables that say nothing of an organisation that it could miss: counters, sums of others, turns, bytes, and answers kept for a day. */
const LEFT_OUT = new Set([
  'blob_chunks',
  'idempotency_keys',
  'rate_windows',
  'scan_turns',
  'set_days',
  'set_grades',
  'set_totals',
  'stored_objects',
])

/** Columns that would open something: hashes of keys, sealed secrets. Text columns are never any of these. */
const SECRET_TYPE = 'bytea'
/** Hashes of what is exported anyway. */
const NO_SECRET = new Set(['vulnerabilities.fingerprint', 'audit_log.hash', 'payment_ledger.hash'])

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
 * All that the organisation has, as one JSON document in pieces: `{"organization": …, "people": […], "tables": {"websites": […],
 * …}, "files": […]}`, each row as it is stored but without secrets, each file in base64. Memory stays flat; stops early when
 * `signal` fires. Throws `StorageUnavailable`.
 */
export async function* exportOrganization(
  db: Kysely<Schema>,
  blobs: BlobStore,
  organization: { id: string },
  signal: AbortSignal,
): AsyncGenerator<string> {
  const people = await peopleOf(db, organization.id)
  yield `{"object":"organization_export","exported_at":${JSON.stringify(rfc3339(new Date()))},"organization":${JSON.stringify(organization)},"people":${JSON.stringify(people)},"tables":{`
  let first = true
  for (const table of await exportedTables(db)) {
    yield `${first ? '' : ','}\n${JSON.stringify(table.name)}:[`
    first = false
    yield* rowsOf(db, organization.id, table, signal)
    yield ']'
  }
  yield '},"files":['
  yield* filesOf(db, blobs, organization.id, signal)
  if (!signal.aborted) yield ']}\n'
}

/** Whom the rows name by their ids, as far as they are members still. */
async function peopleOf(db: Kysely<Schema>, organizationId: string) {
  const rows = await db
    .selectFrom('memberships as m')
    .innerJoin('auth_users as u', 'u.id', 'm.user_id')
    .select(['u.id', 'u.name', 'u.email', 'm.role', 'm.created_at'])
    .where('m.organization_id', '=', organizationId)
    .orderBy('m.user_id')
    .execute()
  return rows.map(({ created_at, ...person }) => ({ ...person, joined_at: rfc3339(created_at) }))
}

async function* filesOf(
  db: Kysely<Schema>,
  blobs: BlobStore,
  organizationId: string,
  signal: AbortSignal,
): AsyncGenerator<string> {
  let last = ''
  while (!signal.aborted) {
    const rows = await db
      .selectFrom('blobs')
      .select('key')
      .where('organization_id', '=', organizationId)
      .where('size', 'is not', null)
      .where('key', '>', last)
      .orderBy('key')
      .limit(BATCH)
      .execute()
    for (const { key } of rows) {
      const blob = await blobs.get(organizationId, key)
      // Removed since the list was read.
      if (!blob) continue
      const { contentType, size, stream } = blob
      yield `${last === '' ? '' : ','}\n{"key":${JSON.stringify(key)},"content_type":${JSON.stringify(contentType)},"size":${size},"base64":"`
      last = key
      // A whole number of bytes that base64 takes together, so that the pieces add up.
      for await (const bytes of inChunks(stream, 3 * 64 * 1024)) yield bytes.toString('base64')
      yield '"}'
    }
    if (rows.length < BATCH) return
    last = rows.at(-1)!.key
  }
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
