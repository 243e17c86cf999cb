// Every list and filter of the API, on 200,000 vulnerabilities, reads a number of rows that does not grow with the tables.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { type Estate, seedEstate } from '../bench/seed/estate.ts'
import { listRequests, middleCursor } from '../bench/seed/requests.ts'
import { type Json, startApi, type TestApi } from '../packages/platform/test/test-api.ts'
import { createTestContext, type TestContext } from '../packages/platform/test/test-context.ts'

const skip = process.env.LASTHASH_TEST_ALL === '1' ? false : 'fills a database: npm run test:all'
const SIZE = { organizations: 50, websites: 10_000, vulnerabilities: 200_000 }
const LIMIT = 20
/** Rows that one page may touch: each of its own a few times over, and what must be looked up to know who asks. */
const MOST = 600
/** As much for whatever is looked for first in a fixed number of rows: the newest websites, or those with a tag. */
const MOST_OF: Record<string, number> = {
  'listWebsites q': 3_000,
  'listVulnerabilities tag': 3_000,
  'listWebsites min_score': 1_000,
  'listWebsites max_score': 1_000,
}

let world: TestContext
let api: TestApi
let estate: Estate
let admin: pg.Client
before(async () => {
  if (skip) return
  world = await createTestContext()
  estate = await seedEstate(world.databaseUrl, world.context.secrets, SIZE)
  api = await startApi(world.context)
  admin = new pg.Client({ connectionString: world.databaseUrl })
  await admin.connect()
})
after(async () => {
  if (skip) return
  await admin?.end()
  await api?.close()
  await world?.close()
})

interface Statement {
  text: string
  values: readonly unknown[]
}

/** What is sent to the database while `work` runs. */
async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const seen: Statement[] = []
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [first] = given
    if (typeof first === 'object' && first !== null && 'text' in first && 'values' in first) {
      const { text, values } = first as Statement
      if (/^\s*(select|with)\b/i.test(text)) seen.push({ text, values: values ?? [] })
    }
    return Reflect.apply(query, this, given)
  } as typeof query
  try {
    await work()
  } finally {
    pg.Client.prototype.query = query
  }
  return seen
}

interface PlanNode {
  'Node Type': string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  Plans?: PlanNode[]
}

/** Rows that the leaves of a plan have touched, given on or not. */
function rowsRead(node: PlanNode): number {
  if (node.Plans && node.Plans.length > 0) return node.Plans.reduce((sum, one) => sum + rowsRead(one), 0)
  const { 'Rows Removed by Filter': filtered = 0, 'Rows Removed by Index Recheck': rechecked = 0 } = node
  return (node['Actual Rows'] + filtered + rechecked) * node['Actual Loops']
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'NULL'
  if (Buffer.isBuffer(value)) return `'\\x${value.toString('hex')}'`
  if (value instanceof Date) return pg.escapeLiteral(value.toISOString())
  if (Array.isArray(value)) return pg.escapeLiteral(`{${value.map((one) => JSON.stringify(String(one))).join(',')}}`)
  return pg.escapeLiteral(String(value))
}

/** As the service's role, whose statements are planned once for all values. */
async function explain({ text, values }: Statement): Promise<PlanNode> {
  await admin.query('BEGIN')
  try {
    await admin.query(`SET LOCAL ROLE lasthash_app; SET LOCAL plan_cache_mode = force_generic_plan`)
    await admin.query("SELECT set_config('lasthash.organization_id', $1, true)", [estate.organizationId])
    await admin.query(`PREPARE explained AS ${text}`)
    const given = values.length > 0 ? `(${values.map(literal).join(', ')})` : ''
    const { rows } = await admin.query(`EXPLAIN (ANALYZE, FORMAT JSON) EXECUTE explained${given}`)
    return rows[0]['QUERY PLAN'][0].Plan as PlanNode
  } finally {
    await admin.query('ROLLBACK')
    await admin.query('DEALLOCATE ALL')
  }
}

test('each list, by each of its filters, on its first page and in the middle, reads about as many rows as it shows', {
  skip,
}, async (t) => {
  const document = await api.ask(estate.key, 'GET', '/openapi.json')
  const requests = listRequests(document, estate.vulnerabilityId)
  assert.ok(requests.length > 40)
  const wrong: string[] = []
  const middles = new Map<string, string | null>()
  let worst = { rows: 0, what: '' }
  for (const { operation, path, query } of requests) {
    const address = (cursor?: string | null) =>
      `${path}?${new URLSearchParams({ limit: String(LIMIT), ...query, ...(cursor ? { cursor } : {}) })}`
    const answer = await api.send(estate.key, 'GET', address())
    // A value of its own form that this test does not know, or a list of something that the estate has none of.
    if (answer.status === 400 || answer.status === 404) continue
    const first = (await answer.json()) as Json
    assert.equal(answer.status, 200, `${address()}: ${JSON.stringify(first)}`)
    const shown: { id: string }[] = first.data ?? first.vulnerabilities
    if (Object.keys(query).length === 0)
      middles.set(operation, shown[0] ? await middleCursor(admin, estate.organizationId, shown[0].id) : null)
    const cursors = [null, middles.get(operation)].filter((one, index) => index === 0 || one)
    for (const cursor of cursors) {
      const statements = await statementsOf(() => api.ask(estate.key, 'GET', address(cursor)))
      let rows = 0
      for (const statement of statements) rows += rowsRead(await explain(statement))
      const what = `${operation} ${JSON.stringify(query)}${cursor ? ' in the middle' : ''}`
      if (rows > worst.rows) worst = { rows, what }
      if (rows > (MOST_OF[`${operation} ${Object.keys(query)[0]}`] ?? MOST)) wrong.push(`${what} reads ${rows} rows`)
    }
  }
  t.diagnostic(`${requests.length} requests; most rows: ${worst.rows}, ${worst.what}`)
  assert.deepEqual(wrong, [])
})

/** What a filter means, in the plainest words of SQL. */
const MEANT: Record<string, Record<string, string>> = {
  vulnerabilities: {
    'tag=shop': "website_id IN (SELECT id FROM websites WHERE 'shop' = ANY (tags))",
    'tag=group-2': "website_id IN (SELECT id FROM websites WHERE 'group-2' = ANY (tags))",
    'tag=rare': "website_id IN (SELECT id FROM websites WHERE 'rare' = ANY (tags))",
    'tag=rare&severity=high': "severity = 'high' AND website_id IN (SELECT id FROM websites WHERE 'rare' = ANY (tags))",
    'check=bench/check-7': `"check" = 'bench/check-7'`,
    'check=bench/check-7&status=fixed': `"check" = 'bench/check-7' AND status = 'fixed'`,
    'check=none': 'false',
    'kev=true': 'known_exploited',
    'first_seen_before=MIDDLE': "first_seen_at < 'MIDDLE'",
    'first_seen_after=MIDDLE': "first_seen_at >= 'MIDDLE'",
    'first_seen_before=MIDDLE&severity=critical': "first_seen_at < 'MIDDLE' AND severity = 'critical'",
  },
  websites: {
    'min_score=40&max_score=42': 'security_score BETWEEN 40 AND 42',
    'min_score=100': 'security_score >= 100',
    'max_score=30': 'security_score <= 30',
    'verified=true': 'verified_at IS NOT NULL',
    'verified=false': 'verified_at IS NULL',
    'group=grp_rare': "'grp_rare' = ANY (group_ids)",
    'group=grp_usual&tag=rare': "'grp_usual' = ANY (group_ids) AND 'rare' = ANY (tags)",
    'q=site-77': "name ILIKE '%site-77%' OR url ILIKE '%site-77%'",
    'q=Site 4322': "name ILIKE '%Site 4322%'",
    'q=e 12&grade=B': "name ILIKE '%e 12%' AND grade = 'B'",
  },
}

test('pages that are read from an index hold what the filter means, from first to last', { skip }, async () => {
  const middle = new Date(Date.now() - 40 * 86_400_000).toISOString()
  for (const [table, filters] of Object.entries(MEANT)) {
    for (const [query, meant] of Object.entries(filters)) {
      const condition = meant.replaceAll('MIDDLE', middle)
      const { rows } = await admin.query<{ id: string }>(
        `SELECT id FROM ${table} WHERE organization_id = $1 AND (${condition}) ORDER BY id DESC`,
        [estate.organizationId],
      )
      const expected = rows.map(({ id }) => id)
      const shown: string[] = []
      let cursor: string | null = null
      do {
        const parameters = new URLSearchParams(query.replaceAll('MIDDLE', middle))
        parameters.set('limit', '100')
        if (cursor) parameters.set('cursor', cursor)
        const page: Json = await api.ask(estate.key, 'GET', `/v1/${table}?${parameters}`)
        shown.push(...page.data.map(({ id }: Json) => id))
        cursor = page.next_cursor
      } while (cursor && shown.length < 1_000)
      assert.deepEqual(shown, expected.slice(0, cursor ? shown.length : undefined), `${table} by ${query}`)
    }
  }
})
