import type { Kysely } from 'kysely'
import { jsonb } from '../db/jsonb.ts'
import type { MonitorStatus, Schema } from '../db/schema.ts'
import { type NewEvent, recordEvents } from '../events/record.ts'
import { raiseAlert, recoverAlert, refreshAlert } from '../resources/alerts/service.ts'
import { toMonitor } from '../resources/monitors/schema.ts'
import {
  findDay,
  findHour,
  type HourRow,
  holdTaken,
  isSeenByOthers,
  type MonitorRow,
  putDay,
  putHour,
  updateMonitor,
} from '../resources/monitors/store.ts'
import { judge } from './judge.ts'
import { addTime } from './response-times.ts'
import type { Judgement, Looked, Trouble } from './trouble.ts'

const HOUR = 3_600_000 // milliseconds
/** Milliseconds until the second look that decides: a restart of a server is over by then, and nobody waits long for an alarm. */
const SECOND_LOOK = 10_000
/** Of an interval, by which the next look comes sooner or later: what was made at once does not stay in step. */
const SPREAD = 0.05

/** What follows from a look: pure, and the same whoever records it. */
export interface Consequence {
  status: MonitorStatus
  suspected: string[]
  standing: string[]
  /** Alarms to raise, those that stand already, and causes that have gone. */
  confirmed: Trouble[]
  lasting: Trouble[]
  recovered: string[]
  /** A change that only one look has shown is held against what was there before. */
  holdsBaseline: boolean
}

/** An alarm needs two looks in a row that show the same cause; one good look ends it. What nobody can tell changes nothing. */
export function consequenceOf(
  { status, suspected, standing }: Pick<MonitorRow, 'status' | 'suspected' | 'standing'>,
  judgement: Judgement,
): Consequence {
  if (!judgement.answered)
    return { status: 'unknown', suspected, standing, confirmed: [], lasting: [], recovered: [], holdsBaseline: true }
  const { troubles } = judgement
  const causes = troubles.map(({ cause }) => cause)
  const lasting = troubles.filter(({ cause }) => standing.includes(cause))
  const fresh = troubles.filter(({ cause }) => !standing.includes(cause))
  const confirmed = fresh.filter(({ cause }) => suspected.includes(cause))
  const unproven = fresh.filter(({ cause }) => !suspected.includes(cause))
  const waiting = unproven.map(({ cause }) => cause)
  const held = [...lasting, ...confirmed.filter(({ isChange }) => !isChange)].map(({ cause }) => cause)
  return {
    status: statusOf(status, held, waiting),
    suspected: waiting,
    standing: held,
    confirmed,
    lasting,
    recovered: standing.filter((cause) => !causes.includes(cause)),
    holdsBaseline: unproven.some(({ isChange }) => isChange),
  }
}

/** Down is not said before the second look, nor up. */
function statusOf(before: MonitorStatus, held: readonly string[], waiting: readonly string[]): MonitorStatus {
  if (held.includes('down')) return 'down'
  if (waiting.includes('down')) return before
  return held.length > 0 ? 'degraded' : 'up'
}

/**
 * Writes down what a look has shown, raises and resolves alerts, and tells of it, all in one transaction. A look at a monitor
 * that was changed or deleted meanwhile, or taken by another worker, is left aside.
 */
export async function recordLook(
  trx: Kysely<Schema>,
  taken: Pick<MonitorRow, 'id' | 'next_check_at'>,
  looked: Looked,
  at: Date,
): Promise<void> {
  const monitor = await holdTaken(trx, taken.id, taken.next_check_at)
  if (!monitor) return
  const judgement = judge(monitor, looked, at.getTime())
  const consequence = consequenceOf(monitor, judgement)
  const after = await write(trx, monitor, judgement, consequence, at)
  await count(trx, monitor, judgement, at)
  await tell(trx, monitor, after, consequence, at)
}

async function write(
  trx: Kysely<Schema>,
  monitor: MonitorRow,
  judgement: Judgement,
  { status, suspected, standing, holdsBaseline }: Consequence,
  at: Date,
): Promise<MonitorRow> {
  const isSuspicious = judgement.answered && suspected.length > 0
  const interval = monitor.interval_seconds * 1_000 * (1 + SPREAD * (2 * Math.random() - 1))
  const wait = isSuspicious ? Math.min(interval, SECOND_LOOK) : interval
  const { fault, detail } = judgement
  const row = await updateMonitor(trx, monitor.organization_id, monitor.id, {
    status,
    fault,
    detail,
    suspected,
    standing,
    checked_at: at,
    next_check_at: new Date(at.getTime() + wait),
    ...(status === monitor.status ? {} : { status_changed_at: at }),
    ...(judgement.answered && judgement.reading ? { reading: jsonb(judgement.reading) } : {}),
    ...(judgement.answered && judgement.baseline && !holdsBaseline ? { baseline: jsonb(judgement.baseline) } : {}),
  })
  return row!
}

async function tell(
  trx: Kysely<Schema>,
  monitor: MonitorRow,
  after: MonitorRow,
  { confirmed, lasting, recovered }: Consequence,
  at: Date,
): Promise<void> {
  const present = toMonitor(after, at.getTime())
  const events = confirmed.flatMap(({ event, data, isChange }): NewEvent[] => {
    if (!event) return []
    const change = isChange ? { before: data.before, after: data.after } : {}
    return [{ type: event, data: { ...present, ...change } }]
  })
  if (recovered.includes('down')) events.push({ type: 'monitor.recovered', data: present })
  await recordEvents(trx, monitor.organization_id, events)
  for (const trouble of confirmed) await raiseAlert(trx, monitor, trouble, at)
  for (const trouble of lasting) await refreshAlert(trx, monitor, trouble, at)
  for (const cause of recovered)
    if (!(await isSeenByOthers(trx, monitor, cause))) await recoverAlert(trx, monitor, cause, at)
}

/** Into the hour's row and the day's. */
async function count(trx: Kysely<Schema>, monitor: MonitorRow, judgement: Judgement, at: Date): Promise<void> {
  const hour = new Date(Math.floor(at.getTime() / HOUR) * HOUR)
  const day = at.toISOString().slice(0, 10)
  const { id: monitor_id, organization_id } = monitor
  const none = { monitor_id, organization_id, up: 0, down: 0, unknown: 0, response_times: {} }
  await putHour(trx, counted((await findHour(trx, monitor_id, hour)) ?? { ...none, hour }, judgement))
  await putDay(trx, counted((await findDay(trx, monitor_id, day)) ?? { ...none, day }, judgement))
}

function counted<T extends Pick<HourRow, 'up' | 'down' | 'unknown' | 'response_times'>>(
  row: T,
  judgement: Judgement,
): T {
  const time = judgement.answered ? judgement.reading?.response_ms : undefined
  const outcome = !judgement.answered
    ? 'unknown'
    : judgement.troubles.some(({ cause }) => cause === 'down')
      ? 'down'
      : 'up'
  return {
    ...row,
    [outcome]: row[outcome] + 1,
    response_times: typeof time === 'number' ? addTime(row.response_times, time) : row.response_times,
  }
}
