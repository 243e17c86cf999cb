/**
 * Listing 100 scans of an organisation that has 1,000,000, against one that has 1,000, through the API, in turns: the
 * first page, a page from the middle, and a page by website. The aim: as fast (the median within a quarter).
 *
 *   node bench/lists.ts [--scans 1000000] [--requests 200]
 */
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildApp } from '../packages/platform/src/app.ts'
import { openDatabase } from '../packages/platform/src/db/client.ts'
import { startEmbedded } from '../packages/platform/src/db/embedded.ts'
import { migrate } from '../packages/platform/src/db/migrate.ts'
import { openContext } from '../packages/platform/test/test-context.ts'
import { type Seeded, seedScans } from './seed.ts'

const { values } = parseArgs({
  options: { scans: { type: 'string', default: '1000000' }, requests: { type: 'string', default: '200' } },
})
const FEW = 1_000
const SLACK = 1.25 // how much slower the median may be before it counts as slower: the machine's noise

const folder = mkdtempSync(join(tmpdir(), 'lasthash-bench-'))
chmodSync(folder, 0o755)
const embedded = await startEmbedded(folder)
await migrate(embedded.url)
const database = openDatabase({ url: embedded.url })
const context = await openContext(database, { LASTHASH_SECRET: randomBytes(16).toString('hex') })
const few = await seedScans(context, FEW)
const many = await seedScans(context, Number(values.scans))
const app = await buildApp(context)
await app.listen({ host: '127.0.0.1', port: 0 })
const base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`

interface Page {
  data: { id: string; website_id: string }[]
  next_cursor: string | null
}

let failed = false
try {
  for (const [what, query] of [
    ['first page', async () => ''],
    ['page in the middle', async ({ middle }: Seeded) => `&cursor=${Buffer.from(middle).toString('base64url')}`],
    ['by website', async (seeded: Seeded) => `&website_id=${(await list(seeded, '')).data[0]!.website_id}`],
    ['by status', async () => '&status=done'],
    ['by a status that none has', async () => '&status=failed'],
    ['by a type that none has', async () => '&scan_type=quick'],
  ] as const) {
    const queries = new Map(await Promise.all([few, many].map(async (one) => [one, await query(one)] as const)))
    const times = new Map<Seeded, number[]>([
      [few, []],
      [many, []],
    ])
    for (let n = 0; n < Number(values.requests); n++) {
      for (const [seeded, own] of times) {
        const from = performance.now()
        await list(seeded, queries.get(seeded)!)
        if (n >= 20) own.push(performance.now() - from)
      }
    }
    const [ofFew, ofMany] = [median(times.get(few)!), median(times.get(many)!)]
    const good = ofMany <= ofFew * SLACK
    if (!good) failed = true
    const line = `${ofMany.toFixed(2)} ms of ${values.scans}, ${ofFew.toFixed(2)} ms of ${FEW}`
    console.log(`100 scans, ${what}: ${line} (medians)${good ? '' : '  <- misses the aim'}`)
  }
} finally {
  await app.close()
  await context.queue.stop()
  await database.close()
  await embedded.stop()
  rmSync(folder, { recursive: true, force: true })
}
process.exit(failed ? 1 : 0)

async function list({ key }: Seeded, query: string): Promise<Page> {
  const answer = await fetch(`${base}/v1/scans?limit=100${query}`, { headers: { authorization: `Bearer ${key}` } })
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Page
}

function median(numbers: number[]): number {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!
}
