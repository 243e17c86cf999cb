import pg from 'pg'
import { newApiKey } from '../../packages/platform/src/http/api-key.ts'
import { ALL_SCOPES } from '../../packages/platform/src/http/scopes.ts'
import { EXAMPLE } from '../../packages/platform/src/resources/vulnerabilities/schema.ts'
import type { Secrets } from '../../packages/platform/src/secrets.ts'
import { SQL } from './statements.ts'

export interface EstateSize {
  organizations: number
  websites: number
  vulnerabilities: number
}

export interface Estate {
  /** Of the organisation that has half of everything. */
  key: string
  organizationId: string
  /** Of its first vulnerability, which has comments. */
  vulnerabilityId: string
}

const ROUNDS = 10 // scans of each website, each of which finds as much that is new
const OWNER = 'org_00000000000000000000000000'
const KEPT_DAYS = 1_100 // as the plan of all of them says

/**
 * Fills a migrated database by generate_series: one organisation with half of everything, the rest in equal parts. `url`
 * is a superuser's, so that foreign keys need not be looked at row by row; the large tables' indexes are made at the end.
 */
export async function seedEstate(
  url: string,
  secrets: Secrets,
  size: EstateSize,
  tell: (line: string) => void = () => {},
): Promise<Estate> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const began = Date.now()
  const run = async (what: string, text: string, values: unknown[] = []) => {
    await client.query(text, values)
    tell(`${what}: ${Math.round((Date.now() - began) / 1000)} s`)
  }
  try {
    await client.query(`SET session_replication_role = replica; SET synchronous_commit = off; SET jit = off;
      SET maintenance_work_mem = '512MB'`)
    await client.query(SQL.functions)
    await fillByDefault(client)
    const { organizations, websites, vulnerabilities } = size
    await run('organisations', SQL.organizations, [organizations])
    const key = await giveKey(client, secrets)
    await run('websites', SQL.websites, [websites, organizations])
    await run('tags', SQL.tags)
    await run('groups', SQL.groups)
    const restore = await withoutIndexes(client, ['scans', 'vulnerabilities', 'scan_findings', 'events'])
    await run('scans', SQL.scans, [websites, organizations, KEPT_DAYS])
    const { id: _, status: __, detected_at, first_seen_at, last_seen_at, fixed_at, ...detail } = EXAMPLE
    const found = Math.ceil(vulnerabilities / ROUNDS)
    for (let round = 1; round <= ROUNDS; round++) {
      const to = Math.min(vulnerabilities, round * found)
      const values = [(round - 1) * found + 1, to, round, websites, organizations, found]
      await client.query(SQL.vulnerabilities, values)
      await client.query(SQL.findings, [...values, KEPT_DAYS, JSON.stringify(detail)])
      tell(`${to} vulnerabilities: ${Math.round((Date.now() - began) / 1000)} s`)
    }
    const some = Math.ceil(vulnerabilities / 10)
    await run('events', SQL.events, [some, organizations])
    for (const statement of restore) await client.query(statement)
    tell(`indexes: ${Math.round((Date.now() - began) / 1000)} s`)
    const few = Math.ceil(vulnerabilities / 100)
    await run('webhooks', SQL.webhooks, [organizations])
    await run('deliveries', SQL.deliveries, [few, organizations])
    await run('delivery attempts', SQL.attempts, [few, organizations])
    await run('monitors', SQL.monitors, [websites, organizations])
    await run('alerts', SQL.alerts, [few, websites, organizations])
    await run('schedules', SQL.schedules, [websites, organizations])
    await run('audit log', SQL.audit, [few])
    const vulnerabilityId = await firstVulnerability(client)
    await run('comments and changes', SQL.comments, [vulnerabilityId])
    // What triggers would have kept.
    await run('sums', 'SELECT recount_overview()')
    await run('statistics', 'VACUUM (ANALYZE)')
    return { key, organizationId: OWNER, vulnerabilityId }
  } finally {
    await client.end()
  }
}

/** Columns that a statement above does not know yet get the first value that they take, so that a new one stops nothing. */
async function fillByDefault(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string; value: string }>(`
    SELECT c.relname AS table, a.attname AS column, coalesce(
      (SELECT (regexp_match(pg_get_constraintdef(k.oid), '''([^'']+)'''))[1] FROM pg_constraint k
        WHERE k.conrelid = c.oid AND k.contype = 'c' AND k.conkey = ARRAY[a.attnum] LIMIT 1),
      CASE format_type(a.atttypid, NULL) WHEN 'jsonb' THEN '{}' WHEN 'text[]' THEN '{}' WHEN 'boolean' THEN 'false'
        WHEN 'timestamp with time zone' THEN 'now' WHEN 'text' THEN '' WHEN 'bytea' THEN '' WHEN 'integer' THEN '1' WHEN 'smallint' THEN '1' WHEN 'bigint' THEN '1' END) AS value
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND a.attnum > 0 AND NOT a.attisdropped AND a.attnotnull AND NOT a.atthasdef AND a.attidentity = ''`)
  for (const { table, column, value } of rows.filter((row) => row.value !== null))
    await client.query(`ALTER TABLE ${table} ALTER COLUMN "${column}" SET DEFAULT ${pg.escapeLiteral(value)}`)
}

/** One that was seeded before, with a key of now; null where there is none. */
export async function findEstate(client: pg.Client, secrets: Secrets): Promise<Estate | null> {
  const { rows } = await client.query('SELECT FROM organizations WHERE id = $1', [OWNER])
  if (rows.length === 0) return null
  return {
    key: await giveKey(client, secrets),
    organizationId: OWNER,
    vulnerabilityId: await firstVulnerability(client),
  }
}

async function giveKey(client: pg.Client, secrets: Secrets): Promise<string> {
  const key = newApiKey('lh_live_')
  await client.query(
    `INSERT INTO api_keys (id, organization_id, name, hash, prefix, last_four, scopes)
    VALUES ('key_00000000000000000000000000', $1, 'Bench', $2, 'lh_live_', $3, $4)
    ON CONFLICT (id) DO UPDATE SET hash = excluded.hash, last_four = excluded.last_four, scopes = excluded.scopes`,
    [OWNER, secrets.hashApiKey(key), key.slice(-4), [...ALL_SCOPES]],
  )
  return key
}

async function firstVulnerability(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    'SELECT id FROM vulnerabilities WHERE organization_id = $1 ORDER BY id LIMIT 1',
    [OWNER],
  )
  return rows[0]!.id
}

/** Drops indexes and what they alone hold, but for primary keys, and gives the statements that make them again. */
async function withoutIndexes(client: pg.Client, tables: string[]): Promise<string[]> {
  const { rows: constraints } = await client.query<{ table: string; name: string; definition: string }>(
    `SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE conrelid = ANY ($1::regclass[]) AND contype = 'u'`,
    [tables],
  )
  for (const { table, name } of constraints) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`)
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
    FROM pg_index WHERE indrelid = ANY ($1::regclass[]) AND NOT indisunique`,
    [tables],
  )
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`)
  return [
    ...rows.map(({ definition }) => definition.replace(' ON ONLY ', ' ON ')),
    ...constraints.map(({ table, name, definition }) => `ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`),
  ]
}
