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

/** Filters without an index of their own: they read on until a page is full, at worst all that the organisation has. */
const READS_ON = new Set([
  'listWebsites q',
  'listWebsites min_score',
  'listWebsites max_score',
  'listWebsites verified',
  'listWebsites group',
  'listVulnerabilities q',
  'listVulnerabilities tag',
  'listVulnerabilities kev',
  'listVulnerabilities first_seen_after',
  'listVulnerabilities first_seen_before',
  'listAlerts kind',
  'listDeliveries event_type',
  'listDeliveries event_id',
  'listDeliveries replay_id',
])

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
      if (READS_ON.has(`${operation} ${Object.keys(query)[0]}`)) continue
      if (rows > worst.rows) worst = { rows, what }
      if (rows > MOST) wrong.push(`${what} reads ${rows} rows`)
    }
  }
  t.diagnostic(`${requests.length} requests; most rows: ${worst.rows}, ${worst.what}`)
  assert.deepEqual(wrong, [])
})
