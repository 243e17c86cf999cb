import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { createTestDatabase, type TestDatabase } from '../../test/test-database.ts'

/** What the server stores, as the typed client sees it; `string` types may be narrowed to a union of texts. */
const TYPES: Record<string, RegExp> = {
  text: /^(string|'.+'|[A-Z]\w+)$/,
  uuid: /^string$/,
  date: /^string$/,
  inet: /^string$/,
  'text[]': /^string\[\]$/,
  'cidr[]': /^string\[\]$/,
  smallint: /^number$/,
  integer: /^number$/,
  bigint: /^number$/,
  boolean: /^boolean$/,
  bytea: /^Buffer$/,
  'timestamp with time zone': /^(Date|ColumnType<Date)$/,
  jsonb: /^Json$/,
}

interface Column {
  type: string
  nullable: boolean
  /** The client may leave it out of an INSERT. */
  optional: boolean
  /** The client may never write it. */
  generated: boolean
}

let fresh: TestDatabase
let client: pg.Client
before(async () => {
  fresh = await createTestDatabase()
  client = new pg.Client({ connectionString: fresh.url })
  await client.connect()
})
after(async () => {
  await client.end()
  await fresh.close()
})

/** The interfaces of schema.ts, by the table's name. It is a flat file of `name: type` lines, and this reads no more. */
function believed(): Map<string, Map<string, Column>> {
  const source = readFileSync(join(import.meta.dirname, 'schema.ts'), 'utf8').replaceAll(/\/\*\*.*?\*\//gs, '')
  const interfaces = new Map(
    [...source.matchAll(/^export interface (\w+) \{\n(.*?)^\}/gms)].map(([, name, body]) => [name!, body!]),
  )
  const fields = (body: string) =>
    [...body.matchAll(/^ {2}(\w+): (.+)$/gm)].map(([, name, type]) => [name!, type!] as const)
  return new Map(
    fields(interfaces.get('Schema')!).map(([table, name]) => [
      table,
      new Map(fields(interfaces.get(name)!).map(([column, type]) => [column, columnOf(type)])),
    ]),
  )
}

function columnOf(written: string): Column {
  const [, wrapper, inner] = /^(Generated|GeneratedAlways|Json|NullableJson)<(.+)>$/.exec(written) ?? []
  if (wrapper?.endsWith('Json')) {
    return {
      type: 'Json',
      nullable: wrapper === 'NullableJson',
      optional: wrapper === 'NullableJson',
      generated: false,
    }
  }
  const [, read, inserted] = /^ColumnType<([^,]+), ([^,]+),/.exec(written) ?? []
  const type = inner ?? read ?? written
  const nullable = / \| null$/.test(type)
  return {
    type: type.replace(/ \| null$/, ''),
    nullable,
    optional: wrapper === 'Generated' || nullable || / \| undefined/.test(inserted ?? ''),
    generated: wrapper === 'GeneratedAlways',
  }
}

/** The catalogue of the migrated database; a partition has its table’s columns, and is no table of its own. */
async function migrated(): Promise<Map<string, Map<string, Column>>> {
  const { rows } = await client.query<Column & { table: string; name: string }>(`
    SELECT c.relname AS table, a.attname AS name, format_type(a.atttypid, NULL) AS type, NOT a.attnotnull AS nullable,
      NOT a.attnotnull OR (a.atthasdef AND a.attgenerated = '') AS optional, a.attgenerated <> '' OR a.attidentity = 'a' AS generated
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND a.attnum > 0 AND NOT a.attisdropped
      AND c.relname <> 'lasthash_migrations'`)
  const tables = new Map<string, Map<string, Column>>()
  for (const { table, name, ...column } of rows) {
    if (!tables.has(table)) tables.set(table, new Map())
    tables.get(table)!.set(name, column)
  }
  return tables
}

test('the migrated schema is the one that the typed client believes in: tables, columns, types, nulls, defaults', async () => {
  const [real, ours] = [await migrated(), believed()]
  assert.ok(ours.size > 10 && [...ours.values()].every((columns) => columns.size > 0), 'schema.ts was read')
  assert.deepEqual([...ours.keys()].sort(), [...real.keys()].sort())
  const wrong: string[] = []
  for (const [table, columns] of real) {
    const believedColumns = ours.get(table)!
    for (const name of new Set([...columns.keys(), ...believedColumns.keys()])) {
      const [found, thought] = [columns.get(name), believedColumns.get(name)]
      const place = `${table}.${name}`
      if (!found || !thought) wrong.push(`${place}: ${found ? 'not in schema.ts' : 'not in the database'}`)
      else if (!TYPES[found.type]?.test(thought.type)) wrong.push(`${place}: ${found.type} is read as ${thought.type}`)
      else if (found.nullable !== thought.nullable)
        wrong.push(`${place}: null is ${found.nullable ? 'possible' : 'not possible'}`)
      else if (found.generated !== thought.generated) wrong.push(`${place}: ${found.generated ? '' : 'not '}generated`)
      else if (!found.generated && found.optional !== thought.optional)
        wrong.push(`${place}: an INSERT ${found.optional ? 'may leave it out' : 'has to name it'}`)
    }
  }
  assert.deepEqual(wrong, [])
})

test('texts that the client narrows to a union are those that the database lets in', async () => {
  // ScanType is the engine's.
  const files = [join(import.meta.dirname, 'schema.ts'), join(import.meta.dirname, '../../../scanner/src/evidence.ts')]
  const source = files.map((file) => readFileSync(file, 'utf8')).join('\n')
  const unions = new Map(
    [...source.matchAll(/^export type (\w+) =((?:\s*\|?\s*'[^']+')+)$/gm)].map(([, name, union]) => [
      name!,
      textsOf(union!),
    ]),
  )
  const { rows } = await client.query<{ table: string; name: string; rule: string }>(`
    SELECT k.conrelid::regclass::text AS table, a.attname AS name, pg_get_constraintdef(k.oid) AS rule
    FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
    WHERE k.contype = 'c' AND k.coninhcount = 0 AND k.connamespace = 'public'::regnamespace AND pg_get_constraintdef(k.oid) LIKE '%ANY%'`)
  assert.ok(rows.length >= 7)
  for (const { table, name, rule } of rows) {
    const { type } = believed().get(table)!.get(name)!
    const narrowed = unions.get(type) ?? textsOf(type)
    assert.deepEqual(narrowed, textsOf(rule.replaceAll('::text', '')), `${table}.${name}`)
  }
})

function textsOf(union: string): string[] {
  return [...union.matchAll(/'([^']+)'/g)].map(([, text]) => text!).sort()
}
