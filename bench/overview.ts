/**
 * `GET /v1/overview` of an organisation that has half of all websites and vulnerabilities: of all its websites, of those with a
 * common tag, of those with a rare one, and unchanged (304). The aim: medians under 200 ms.
 *
 *   node bench/overview.ts [--websites 100000] [--vulnerabilities 10000000] [--requests 20]
 */
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { buildApp } from '../packages/platform/src/app.ts'
import { openDatabase } from '../packages/platform/src/db/client.ts'
import { startEmbedded } from '../packages/platform/src/db/embedded.ts'
import { migrate } from '../packages/platform/src/db/migrate.ts'
import { openContext } from '../packages/platform/test/test-context.ts'
import { seedEstate } from './seed/estate.ts'

const { values } = parseArgs({
  options: {
    websites: { type: 'string', default: '100000' },
    vulnerabilities: { type: 'string', default: '10000000' },
    requests: { type: 'string', default: '20' },
  },
})
const AIM = 200 // milliseconds

const folder = mkdtempSync(join(tmpdir(), 'lasthash-bench-'))
chmodSync(folder, 0o755)
const embedded = await startEmbedded(folder)
await migrate(embedded.url)
const database = openDatabase({ url: embedded.url })
const context = await openContext(database, { LASTHASH_SECRET: randomBytes(16).toString('hex') })
const app = await buildApp(context)
let failed = false
try {
  const size = {
    organizations: 1_000,
    websites: Number(values.websites),
    vulnerabilities: Number(values.vulnerabilities),
  }
  const { key } = await seedEstate(embedded.url, context.secrets, size)
  // The estate is written past the triggers that keep these numbers.
  await sql`SELECT recount_overview()`.execute(database.system)
  await sql`ANALYZE website_totals, website_days`.execute(database.system).catch(() => {})
  await app.listen({ host: '127.0.0.1', port: 0 })
  const base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/v1/overview`
  const ask = async (query: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(base + query, { headers: { authorization: `Bearer ${key}`, ...headers } })
    const text = await answer.text()
    if (!answer.ok && answer.status !== 304) throw new Error(`${answer.status} ${text}`)
    return { etag: answer.headers.get('etag')!, websites: text === '' ? null : JSON.parse(text).websites.total }
  }
  for (const [what, query, unchanged] of [
    ['all websites', '', false],
    ['all websites, unchanged', '', true],
    ['a year', `?from=${new Date(Date.now() - 364 * 86_400_000).toISOString().slice(0, 10)}`, false],
    ['a common tag', '?tags=shop', false],
    ['a rare tag', '?tags=rare', false],
  ] as const) {
    const { etag, websites } = await ask(query)
    const headers: Record<string, string> = unchanged ? { 'if-none-match': etag } : {}
    const times: number[] = []
    for (let n = 0; n < Number(values.requests); n++) {
      const from = performance.now()
      await ask(query, headers)
      times.push(performance.now() - from)
    }
    const median = times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!
    if (median > AIM) failed = true
    console.log(
      `${what} (${websites}): ${median.toFixed(0)} ms (median; aim ${AIM})${median > AIM ? '  <- misses' : ''}`,
    )
  }
} finally {
  await app.close()
  await context.queue.stop()
  await database.close()
  await embedded.stop()
  rmSync(folder, { recursive: true, force: true })
}
process.exit(failed ? 1 : 0)
