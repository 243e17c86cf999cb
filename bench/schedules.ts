/**
 * Schedules of 50 organisations, all due in one minute, turned into scans on a database with fsync: how long until each has
 * its scan, and whether any was lost or run twice. The aim: within the minute.
 *
 *   node bench/schedules.ts [--schedules 10000]
 */
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { openDatabase } from '../packages/platform/src/db/client.ts'
import { startEmbedded } from '../packages/platform/src/db/embedded.ts'
import { migrate } from '../packages/platform/src/db/migrate.ts'
import { runSchedules } from '../packages/platform/src/jobs/run-schedules.ts'
import { openContext } from '../packages/platform/test/test-context.ts'

const { values } = parseArgs({ options: { schedules: { type: 'string', default: '10000' } } })
const ORGANIZATIONS = 50 // half of all schedules belong to the first one
const AIM = 60 // seconds

const count = Number(values.schedules)
const folder = mkdtempSync(join(tmpdir(), 'lasthash-bench-'))
chmodSync(folder, 0o755)
const embedded = await startEmbedded(folder)
await migrate(embedded.url)
const database = openDatabase({ url: embedded.url })
const context = await openContext(database, { LASTHASH_SECRET: randomBytes(16).toString('hex') })
const { system } = database
let good = false
try {
  await sql`INSERT INTO organizations (id, name, plan)
    SELECT 'org_' || lpad(o::text, 26, '0'), 'Bench', 'pro' FROM generate_series(1, ${ORGANIZATIONS}::int) o`.execute(
    system,
  )
  const at = new Date()
  const owner = sql`'org_' || lpad((CASE WHEN n % 2 = 0 THEN 1 ELSE 1 + n / 2 % ${ORGANIZATIONS}::int END)::text, 26, '0')`
  const tail = sql`lpad(n::text, 26, '0')`
  const series = sql`generate_series(1, ${count}::int) n`
  await sql`INSERT INTO websites (id, organization_id, url, origin, name)
    SELECT 'ws_' || ${tail}, ${owner}, 'https://w' || n || '.example/', 'https://w' || n || '.example', 'Bench' FROM ${series}`.execute(
    system,
  )
  await sql`INSERT INTO schedules (id, organization_id, website_id, cron, time_zone, scan_type, priority, next_run_at)
    SELECT 'sch_' || ${tail}, ${owner}, 'ws_' || ${tail}, '0 3 * * *', 'Europe/Berlin', 'quick', 'normal', ${at} FROM ${series}`.execute(
    system,
  )
  await sql`ANALYZE schedules`.execute(system)

  const from = performance.now()
  const scans = await runSchedules(context, at)
  const seconds = (performance.now() - from) / 1000
  const { rows } = await sql<{ scans: number; schedules: number; due: number; events: number }>`
    SELECT (SELECT count(*) FROM scans) AS scans, (SELECT count(DISTINCT schedule_id) FROM scans) AS schedules,
      (SELECT count(*) FROM schedules WHERE next_run_at <= ${at}) AS due, (SELECT count(*) FROM events) AS events`.execute(
    system,
  )
  const left = rows[0]!
  good = left.scans === count && left.schedules === count && left.due === 0 && left.events === count && seconds <= AIM
  console.log(
    `${scans} scans of ${count} schedules in ${seconds.toFixed(1)} s (${Math.round(scans / seconds)} a second; aim: within ${AIM} s)`,
  )
  console.log(`lost: ${count - left.schedules}, run twice: ${left.scans - left.schedules}, still due: ${left.due}`)
} finally {
  await context.queue.stop()
  await database.close()
  await embedded.stop()
  rmSync(folder, { recursive: true, force: true })
}
process.exit(good ? 0 : 1)
