import { type Kysely, sql, type Transaction } from 'kysely'
import { type IdPrefix, newId, TIME_CHARACTERS } from '../identifier.ts'
import { PLANS } from '../plans.ts'
import { isLockTimeout } from './errors.ts'
import type { Schema } from './schema.ts'

type Span = 'day' | 'month' | 'quarter'

/** A table that is cut by time. */
interface TimeTable {
  name: string
  /** Of the identifiers that it is cut by; null: by a column of times. */
  prefix: IdPrefix | null
  span: Span
  keptDays: number
}

const DAY = 86_400_000 // milliseconds
const AHEAD = 2 // partitions that are there before their time comes: a missed chore costs nothing
const LOCK_PATIENCE = '2s' // others wait behind a lock that is waited for, so it is given up soon and tried again

/** Days that events, with their deliveries, and the hours of monitors are kept at least, whatever the plan. */
const EVENT_DAYS = 90
const MONITOR_DAYS = 400

export const TIME_TABLES: readonly TimeTable[] = [
  { name: 'events', prefix: 'evt', span: 'month', keptDays: EVENT_DAYS },
  { name: 'deliveries', prefix: 'dlv', span: 'month', keptDays: EVENT_DAYS },
  { name: 'delivery_attempts', prefix: 'dlv', span: 'month', keptDays: EVENT_DAYS },
  { name: 'scan_progress', prefix: 'scan', span: 'day', keptDays: 2 },
  { name: 'monitor_hours', prefix: null, span: 'month', keptDays: MONITOR_DAYS },
  ...[...new Set(Object.values(PLANS).map((plan) => plan.resultDays))].flatMap((keptDays) =>
    ['scan_details', 'scan_findings'].map(
      (table): TimeTable => ({
        name: `${table}_${keptDays}`,
        prefix: 'scan',
        span: keptDays > 100 ? 'quarter' : 'month',
        keptDays,
      }),
    ),
  ),
]

interface Partition {
  name: string
  /** First value that is not in it any more, as the catalogue writes it; null for the rest. */
  upper: string | null
}

/** Makes the partitions of now and of what comes, and of past spans that the rest holds rows of. */
export async function makePartitions(system: Kysely<Schema>, now = new Date()): Promise<void> {
  for (const table of TIME_TABLES) {
    const present = new Set((await partitionsOf(system, table.name)).map(({ name }) => name))
    for (const start of await startsDue(system, table, now)) {
      const name = partitionName(table, start)
      if (present.has(name)) continue
      const [lower, upper] = [boundary(table, start), boundary(table, next(table.span, start))]
      const made = await briefly(system, (trx) =>
        sql`SELECT make_partition(${table.name}, ${name}, ${lower}, ${upper})`.execute(trx),
      )
      if (!made) break
    }
  }
}

/** Drops the partitions whose time is over. For one process at a time. */
export async function dropPartitions(system: Kysely<Schema>, now = new Date()): Promise<void> {
  for (const table of TIME_TABLES) {
    const oldest = boundary(table, new Date(now.getTime() - table.keptDays * DAY))
    for (const { name, upper } of await partitionsOf(system, table.name)) {
      if (upper !== null && upper <= oldest) await retire(system, table, name, upper)
    }
    // What came too late for its partition: seldom anything, so it is deleted row by row.
    await sql`DELETE FROM ${sql.table(`${table.name}_rest`)} WHERE ${sql.ref(keyOf(table))} < ${oldest}`.execute(system)
  }
}

async function startsDue(system: Kysely<Schema>, table: TimeTable, now: Date): Promise<Date[]> {
  const present = startOf(table.span, now)
  const starts = [present]
  for (let n = 0; n < AHEAD; n++) starts.push(next(table.span, starts.at(-1)!))
  const oldest = startOf(table.span, new Date(now.getTime() - table.keptDays * DAY))
  const someBetween = async (from: Date, to: Date) => {
    const [rest, key] = [sql.table(`${table.name}_rest`), sql.ref(keyOf(table))]
    const { rows } = await sql`SELECT FROM ${rest}
      WHERE ${key} >= ${boundary(table, from)} AND ${key} < ${boundary(table, to)} LIMIT 1`.execute(system)
    return rows.length > 0
  }
  if (!(await someBetween(oldest, present))) return starts
  for (let end = present; end > oldest; ) {
    const start = previous(table.span, end)
    if (await someBetween(start, end)) starts.push(start)
    end = start
  }
  return starts
}

async function partitionsOf(system: Kysely<Schema>, parent: string): Promise<Partition[]> {
  // In UTC, so that times are written as this process writes them.
  return system.transaction().execute(async (trx) => {
    await sql`SET LOCAL TIME ZONE 'UTC'`.execute(trx)
    const { rows } = await sql<{ name: string; bound: string }>`
      SELECT c.relname AS name, pg_get_expr(c.relpartbound, c.oid) AS bound
      FROM pg_inherits JOIN pg_class c ON c.oid = inhrelid WHERE inhparent = ${`public.${parent}`}::regclass
    `.execute(trx)
    return rows.map(({ name, bound }) => ({ name, upper: / TO \('(.+)'\)$/.exec(bound)?.[1] ?? null }))
  })
}

/** Drops a partition. What a living vulnerability was last seen as moves to what is kept; what waits for it is given up. */
async function retire(system: Kysely<Schema>, table: TimeTable, name: string, upper: string): Promise<void> {
  await briefly(system, async (trx) => {
    if (table.name.startsWith('scan_findings')) {
      await sql`
        INSERT INTO scan_findings (scan_id, vulnerability_id, kept_days, organization_id, detected_at, detail)
        SELECT f.scan_id, f.vulnerability_id, 0, f.organization_id, f.detected_at, f.detail
        FROM ${sql.table(name)} f JOIN vulnerabilities v ON v.id = f.vulnerability_id AND v.last_scan_id = f.scan_id
        ON CONFLICT DO NOTHING
      `.execute(trx)
    }
    if (table.name === 'events') {
      await sql`UPDATE deliveries SET status = 'failed', next_attempt_at = NULL, completed_at = now()
        WHERE status = 'pending' AND event_id < ${upper}`.execute(trx)
    }
    await sql`SELECT drop_partition(${name})`.execute(trx)
  })
}

/** Runs `work` in a transaction that gives up, for this time, when it would have to wait for a lock: false then. */
async function briefly(system: Kysely<Schema>, work: (trx: Transaction<Schema>) => Promise<unknown>): Promise<boolean> {
  try {
    await system.transaction().execute(async (trx) => {
      await sql.raw(`SET LOCAL lock_timeout = '${LOCK_PATIENCE}'`).execute(trx)
      await work(trx)
    })
    return true
  } catch (error) {
    if (!isLockTimeout(error)) throw error
    return false
  }
}

function partitionName(table: TimeTable, start: Date): string {
  return `${table.name}_${start.toISOString().slice(0, 10).replaceAll('-', '_')}`
}

function keyOf({ name, prefix }: TimeTable): string {
  if (prefix === null) return 'hour'
  if (name === 'events' || name === 'deliveries') return 'id'
  return name === 'delivery_attempts' ? 'delivery_id' : 'scan_id'
}

/** The first value of a moment: below every one that is made at or after it. As PostgreSQL writes it in UTC. */
function boundary({ prefix }: TimeTable, at: Date): string {
  if (prefix !== null) return firstId(prefix, at)
  return `${at.toISOString().slice(0, 19).replace('T', ' ')}+00`
}

/** When the partition goes that holds what a scan found which was accepted at `at` and whose results are kept that many days. */
export function retiredAt(keptDays: number, at: Date): Date {
  const table = TIME_TABLES.find(({ name }) => name === `scan_findings_${keptDays}`)
  const end = table ? next(table.span, startOf(table.span, at)) : at
  return new Date(end.getTime() + keptDays * DAY)
}

/** Below every identifier that is made at or after `at`. */
export function firstId(prefix: IdPrefix, at: Date): string {
  return newId(prefix, at.getTime()).slice(0, prefix.length + 1 + TIME_CHARACTERS)
}

const MONTHS: Record<Exclude<Span, 'day'>, number> = { month: 1, quarter: 3 }

function startOf(span: Span, at: Date): Date {
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth()]
  if (span === 'day') return new Date(Date.UTC(year, month, at.getUTCDate()))
  return new Date(Date.UTC(year, month - (month % MONTHS[span])))
}

function step(span: Span, start: Date, by: 1 | -1): Date {
  const [year, month] = [start.getUTCFullYear(), start.getUTCMonth()]
  if (span === 'day') return new Date(start.getTime() + by * DAY)
  return new Date(Date.UTC(year, month + by * MONTHS[span]))
}

const next = (span: Span, start: Date) => step(span, start, 1)
const previous = (span: Span, start: Date) => step(span, start, -1)
