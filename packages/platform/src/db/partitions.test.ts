// Partitions of time: made ahead, filled, dropped; and the migration that brings what was there before into them.
import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { type Database, openDatabase } from './client.ts'
import { type Embedded, startEmbedded } from './embedded.ts'
import { migrate, readMigrations } from './migrate.ts'
import { dropPartitions, firstId, makePartitions, TIME_TABLES } from './partitions.ts'

const BEFORE = 13 // the last migration without partitions
const NOW = new Date('2026-11-25T12:00:00Z')
const LOGIN = 'partitions_owner'

// A server of its own: its migrations are run by a log-in that is no superuser, so that its tables' security binds it too.
let folder: string
let server: Embedded
let owner: pg.Client
let database: Database

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lasthash-partitions-'))
  chmodSync(folder, 0o755)
  server = await startEmbedded(folder, { fsync: false })
  const admin = new pg.Client({ connectionString: server.url })
  await admin.connect()
  await admin.query(`CREATE ROLE ${LOGIN} LOGIN CREATEROLE NOINHERIT PASSWORD 'x'`)
  await admin.query(`CREATE DATABASE partitions OWNER ${LOGIN}`)
  await admin.end()
  const url = new URL(server.url)
  Object.assign(url, { pathname: '/partitions', username: LOGIN, password: 'x' })
  await migrate(url.href, readMigrations().slice(0, BEFORE))
  const filler = new URL(server.url)
  filler.pathname = '/partitions'
  owner = new pg.Client({ connectionString: filler.href })
  await owner.connect()
  await fillOld()
  await migrate(url.href)
  database = openDatabase({ url: url.href })
})
after(async () => {
  await database?.close()
  await owner?.end()
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const at = (text: string) => new Date(`${text}T00:00:00Z`)
const id = (prefix: 'scan' | 'evt' | 'dlv', day: string) => `${firstId(prefix, at(day))}0000000000000000`

/** What a scan of each plan, an event and a monitor left, at several times. */
async function fillOld(): Promise<void> {
  for (const plan of ['starter', 'enterprise']) {
    await owner.query(`INSERT INTO organizations (id, name, plan) VALUES ($1, $1, $1)`, [plan])
    await owner.query(
      `INSERT INTO websites (id, organization_id, url, origin, name) VALUES ('ws_' || $1, $1, 'https://x.test/', 'https://x.test', 'x')`,
      [plan],
    )
    await owner.query(
      `INSERT INTO webhooks (id, organization_id, url, events, secret) VALUES ('wh_' || $1, $1, 'https://x.test/', '{}', '')`,
      [plan],
    )
  }
  for (const day of ['2026-11-01', '2026-10-15', '2026-08-20', '2026-05-02']) {
    for (const plan of ['starter', 'enterprise']) {
      const scan = `${id('scan', day)}${plan[0]}`
      const [event, delivery] = [`${id('evt', day)}${plan[0]}`, `${id('dlv', day)}${plan[0]}`]
      await owner.query(
        `INSERT INTO scans (id, organization_id, website_id, url, scan_type, priority, status, completed_at)
        VALUES ($1, $2, 'ws_' || $2, 'https://x.test/', 'full', 'normal', 'done', $3)`,
        [scan, plan, at(day)],
      )
      // One is of this scan alone, so this is its last; the other is seen by every scan.
      for (const [vulnerability, last] of [
        [`vuln_${day}_${plan}`, scan],
        [`vuln_every_${plan}`, `${id('scan', '2026-11-01')}${plan[0]}`],
      ]) {
        await owner.query(
          `INSERT INTO vulnerabilities (id, organization_id, website_id, fingerprint, "check", outcome, type, severity, confidence,
            first_scan_id, last_scan_id, first_seen_at, last_seen_at)
          VALUES ($1, $2, 'ws_' || $2, convert_to($1, 'UTF8'), 'a', 'b', 'c', 'high', 'firm', $3, $3, now(), now()) ON CONFLICT DO NOTHING`,
          [vulnerability, plan, last],
        )
        await owner.query(
          `INSERT INTO scan_findings (scan_id, vulnerability_id, organization_id, detected_at, detail) VALUES ($1, $2, $3, $4, '{}')`,
          [scan, vulnerability, plan, at(day)],
        )
      }
      await owner.query(`INSERT INTO scan_details (scan_id, organization_id, coverage) VALUES ($1, $2, '{}')`, [
        scan,
        plan,
      ])
      await owner.query(`INSERT INTO events (id, organization_id, type, data) VALUES ($1, $2, 'x', '{}')`, [
        event,
        plan,
      ])
      await owner.query(
        `INSERT INTO deliveries (id, organization_id, webhook_id, event_id, event_type) VALUES ($1, $2, 'wh_' || $2, $3, 'x')`,
        [delivery, plan, event],
      )
      await owner.query(
        `INSERT INTO delivery_attempts (delivery_id, number, organization_id, attempted_at, duration_ms, request)
        VALUES ($1, 1, $2, now(), 1, '{}')`,
        [delivery, plan],
      )
    }
  }
}

/** How many rows each partition of a table holds, by its name; those that hold none are left out. */
async function spread(table: string): Promise<Record<string, number>> {
  const { rows } = await owner.query<{ name: string; count: number }>(
    `SELECT tableoid::regclass::text AS name, count(*)::int AS count FROM ${table} GROUP BY 1 ORDER BY 1`,
  )
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]))
}

test('the migration takes everything along, though its log-in is under row-level security', async () => {
  assert.deepEqual(await spread('events'), { events_rest: 8 })
  assert.deepEqual(await spread('deliveries'), { deliveries_rest: 8 })
  assert.deepEqual(await spread('delivery_attempts'), { delivery_attempts_rest: 8 })
  assert.deepEqual(await spread('scan_findings'), { scan_findings_1100_rest: 8, scan_findings_30_rest: 8 })
  assert.deepEqual(await spread('scan_details'), { scan_details_1100_rest: 4, scan_details_30_rest: 4 })
})

test('partitions are made ahead and for what the rest holds, once, by whoever comes first', async () => {
  await Promise.all(Array.from({ length: 4 }, () => makePartitions(database.system, NOW)))
  await makePartitions(database.system, NOW)
  assert.deepEqual(await spread('events'), {
    events_2026_08_01: 2,
    events_2026_10_01: 2,
    events_2026_11_01: 2,
    // Older than any that is kept.
    events_rest: 2,
  })
  assert.deepEqual(await spread('scan_findings'), {
    scan_findings_1100_2026_04_01: 2,
    scan_findings_1100_2026_07_01: 2,
    scan_findings_1100_2026_10_01: 4,
    scan_findings_30_2026_10_01: 2,
    scan_findings_30_2026_11_01: 2,
    scan_findings_30_rest: 4,
  })
  for (const { name } of TIME_TABLES) {
    const { rows } = await owner.query(
      `SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = $1::regclass`,
      [name],
    )
    assert.ok(rows.length >= 4, `${name}: the rest, now, and two to come`)
  }
})

test('what has had its time is dropped; a vulnerability keeps what was last seen of it', async () => {
  const later = at('2027-01-20')
  await makePartitions(database.system, later)
  await dropPartitions(database.system, later)
  assert.deepEqual(await spread('events'), { events_2026_10_01: 2, events_2026_11_01: 2 })
  assert.deepEqual(await spread('delivery_attempts'), {
    delivery_attempts_2026_10_01: 2,
    delivery_attempts_2026_11_01: 2,
  })
  const { scan_findings_kept, ...findings } = await spread('scan_findings')
  assert.deepEqual(findings, {
    scan_findings_1100_2026_04_01: 2,
    scan_findings_1100_2026_07_01: 2,
    scan_findings_1100_2026_10_01: 4,
  })
  // Of November: its own, and the one that every scan saw; of October: its own.
  assert.equal(scan_findings_kept, 3)
  const { rows } = await owner.query(`SELECT v.id FROM vulnerabilities v JOIN scan_findings f
    ON f.vulnerability_id = v.id AND f.scan_id = v.last_scan_id WHERE v.organization_id = 'starter' ORDER BY 1`)
  assert.deepEqual(
    rows.map((row) => row.id),
    ['vuln_2026-10-15_starter', 'vuln_2026-11-01_starter', 'vuln_every_starter'],
  )
})

test('what no partition was made for is taken all the same, and a partition that is held up is made the next time', async () => {
  const future = at('2028-06-15')
  const row = { id: id('evt', '2028-06-15'), organization_id: 'starter', type: 'x', data: '{}' }
  await database.system.insertInto('events').values(row).execute()
  assert.equal((await spread('events')).events_rest, 1)
  await owner.query('BEGIN')
  await owner.query('LOCK TABLE events_rest IN ACCESS SHARE MODE')
  await makePartitions(database.system, future)
  await owner.query('ROLLBACK')
  assert.equal((await spread('events')).events_rest, 1)
  await makePartitions(database.system, future)
  assert.equal((await spread('events')).events_2028_06_01, 1)
})

test('only a partition of time can be dropped', async () => {
  for (const name of ['events', 'events_rest', 'websites', 'scan_findings_kept', 'scan_findings_30']) {
    await assert.rejects(sql`SELECT drop_partition(${name})`.execute(database.system), /is no partition of time/, name)
  }
})
