/**
 * Every list of the API, by each of its filters, in an estate of 1,000 organisations, 100,000 websites and 10,000,000
 * vulnerabilities, asked for by the organisation that has half of everything: the first page and one from the middle. The
 * aim: under 50 ms at the median, wherever the page is.
 *
 *   node bench/lists.ts [--vulnerabilities 10000000] [--websites 100000] [--organizations 1000] [--requests 21]
 *
 * Needs some 20 GB for a while, below LASTHASH_BENCH_DIR or the system's folder for such things.
 */
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { buildApp } from '../packages/platform/src/app.ts'
import { openDatabase } from '../packages/platform/src/db/client.ts'
import { startEmbedded } from '../packages/platform/src/db/embedded.ts'
import { migrate } from '../packages/platform/src/db/migrate.ts'
import { makePartitions } from '../packages/platform/src/db/partitions.ts'
import { openContext } from '../packages/platform/test/test-context.ts'
import { seedEstate } from './seed/estate.ts'
import { listRequests, middleCursor } from './seed/requests.ts'

const { values } = parseArgs({
  options: {
    organizations: { type: 'string', default: '1000' },
    websites: { type: 'string', default: '100000' },
    vulnerabilities: { type: 'string', default: '10000000' },
    requests: { type: 'string', default: '21' },
  },
})
const AIM = 50 // milliseconds at the median
const LIMIT = 20 // rows on a page, as the API gives unless told

const folder = mkdtempSync(join(process.env.LASTHASH_BENCH_DIR ?? tmpdir(), 'lasthash-bench-'))
chmodSync(folder, 0o755)
const embedded = await startEmbedded(folder)
let failed = 0
try {
  const admin = new pg.Client({ connectionString: embedded.url })
  await admin.connect()
  await admin.query("ALTER SYSTEM SET max_wal_size = '8GB'")
  await admin.query('SELECT pg_reload_conf()')
  await migrate(embedded.url)
  const database = openDatabase({ url: embedded.url })
  await makePartitions(database.system)
  const context = await openContext(database, { LASTHASH_SECRET: randomBytes(16).toString('hex') })
  const size = {
    organizations: Number(values.organizations),
    websites: Number(values.websites),
    vulnerabilities: Number(values.vulnerabilities),
  }
  const estate = await seedEstate(embedded.url, context.secrets, size, (line) => console.error(line))
  const app = await buildApp(context)
  await app.listen({ host: '127.0.0.1', port: 0 })
  const base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  const headers = { authorization: `Bearer ${estate.key}` }
  const requests = listRequests(
    (await (await fetch(`${base}/openapi.json`)).json()) as Parameters<typeof listRequests>[0],
  )

  /** Milliseconds at the median, after some to get warm; null where there is no such list. */
  const medianOf = async (address: string): Promise<number | null> => {
    const times: number[] = []
    for (let n = 0; n < Number(values.requests) + 5; n++) {
      const from = performance.now()
      const answer = await fetch(base + address, { headers })
      await answer.arrayBuffer()
      if (answer.status === 400 || answer.status === 404) return null
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
      if (n >= 5) times.push(performance.now() - from)
    }
    return times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!
  }

  const middles = new Map<string, string | null>()
  for (const { operation, path, query } of requests) {
    const address = (cursor?: string | null) =>
      `${path}?${new URLSearchParams({ limit: String(LIMIT), ...query, ...(cursor ? { cursor } : {}) })}`
    if (Object.keys(query).length === 0) {
      const page = (await (await fetch(base + address(), { headers })).json()) as { data?: { id: string }[] }
      const first = page.data?.[0]?.id
      middles.set(operation, first ? await middleCursor(admin, estate.organizationId, first) : null)
    }
    const first = await medianOf(address())
    const middle = middles.get(operation) ? await medianOf(address(middles.get(operation))) : null
    if (first === null) continue
    const slow = Math.max(first, middle ?? 0) > AIM
    if (slow) failed++
    const filter = Object.entries(query).map(([name, value]) => ` ${name}=${value}`)
    const far = middle === null ? '' : `, in the middle ${middle.toFixed(1)} ms`
    console.log(`${operation}${filter.join('')}: ${first.toFixed(1)} ms${far}${slow ? '  <- misses the aim' : ''}`)
  }
  console.log(`${requests.length} lists, ${failed} over ${AIM} ms`)
  await app.close()
  await context.queue.stop()
  await database.close()
  await admin.end()
} finally {
  await embedded.stop()
  rmSync(folder, { recursive: true, force: true })
}
process.exit(failed ? 1 : 0)
