/**
 * Every list of the API, by each of its filters, in an estate of 1,000 organisations, 100,000 websites and 10,000,000
 * vulnerabilities, asked for by the organisation that has half of everything: the first page and one from the middle. The
 * aim: under 50 ms at the median, wherever the page is.
 *
 *   node bench/lists.ts [--vulnerabilities 10000000] [--websites 100000] [--organizations 1000] [--requests 21] [--keep FOLDER]
 *
 * Needs some 30 GB for a while, below LASTHASH_BENCH_DIR or the system's folder for such things, or in the folder that is
 * to be kept: with it, the estate is seeded once for this and `bench/overview.ts`.
 */
import type { AddressInfo } from 'node:net'
import { buildApp } from '../packages/platform/src/app.ts'
import { openEstate } from './seed/open-estate.ts'
import { listRequests, middleCursor } from './seed/requests.ts'

const AIM = 50 // milliseconds at the median
const LIMIT = 20 // rows on a page, as the API gives unless told

const { estate, context, admin, requests: times, close } = await openEstate()
const app = await buildApp(context)
let failed = 0
try {
  await app.listen({ host: '127.0.0.1', port: 0 })
  const base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  const headers = { authorization: `Bearer ${estate.key}` }
  const requests = listRequests(
    (await (await fetch(`${base}/openapi.json`)).json()) as Parameters<typeof listRequests>[0],
    estate.vulnerabilityId,
  )

  /** Milliseconds at the median, after some to get warm; null where there is no such list. */
  const medianOf = async (address: string): Promise<number | null> => {
    const took: number[] = []
    for (let n = 0; n < times + 5; n++) {
      const from = performance.now()
      const answer = await fetch(base + address, { headers })
      await answer.arrayBuffer()
      if (answer.status === 400 || answer.status === 404) return null
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
      if (n >= 5) took.push(performance.now() - from)
    }
    return took.sort((a, b) => a - b)[Math.floor(took.length / 2)]!
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
} finally {
  await app.close()
  await close()
}
process.exit(failed ? 1 : 0)
