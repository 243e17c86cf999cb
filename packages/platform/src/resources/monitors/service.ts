import { parseTarget, registrableDomain, rfc3339 } from '@lasthash/scanner'
import type { Kysely } from 'kysely'
import type { MonitorKind, Schema } from '../../db/schema.ts'
import { ApiError, type FieldError } from '../../errors.ts'
import { newId } from '../../identifier.ts'
import { mergeTimes, percentile } from '../../monitoring/response-times.ts'
import { OF_KIND, type Thresholds } from '../../monitoring/thresholds.ts'
import { recoverAlert } from '../alerts/service.ts'
import { findWebsite } from '../websites/store.ts'
import { intervalOf, leastInterval } from './schema.ts'
import {
  deleteMonitor,
  findMonitor,
  type HourRow,
  insertMonitor,
  isSeenByOthers,
  listDays,
  listHours,
  updateMonitor,
} from './store.ts'

const HOUR = 3_600_000 // milliseconds
const DAY = 24 * HOUR
const STEPS = {
  hour: { length: HOUR, usual: DAY, most: 31 * DAY, words: '31 days' },
  day: { length: DAY, usual: 90 * DAY, most: 1_100 * DAY, words: '1100 days' },
}

interface Creation {
  website_id: string
  kind: MonitorKind
  interval?: number
  thresholds?: Thresholds
  enabled?: boolean
}

/** Throws `validation_failed` and `monitor_not_possible`. */
export async function createMonitor(db: Kysely<Schema>, organizationId: string, given: Creation) {
  const { website_id, kind, thresholds = {}, enabled = true } = given
  const website = await findWebsite(db, organizationId, website_id)
  if (!website) refuse('/website_id', 'is no website of yours')
  requirePossible(kind, website.origin)
  requireKnown(kind, thresholds)
  requireInterval(kind, given.interval)
  return insertMonitor(db, {
    id: newId('mon'),
    organization_id: organizationId,
    website_id,
    kind,
    interval_seconds: intervalOf(kind, given.interval),
    thresholds: JSON.stringify(thresholds),
    enabled,
  })
}

interface Changes {
  interval?: number | null
  thresholds?: Record<string, unknown> | null
  enabled?: boolean
}

/** JSON merge patch, thresholds included. What is changed is looked at at once. Throws `not_found` and `validation_failed`. */
export async function changeMonitor(db: Kysely<Schema>, organizationId: string, id: string, changes: Changes) {
  const monitor = await findMonitor(db, organizationId, id)
  if (!monitor) throw missing(id)
  const { interval, thresholds, enabled } = changes
  const merged =
    thresholds === undefined ? monitor.thresholds : thresholds === null ? {} : merge(monitor.thresholds, thresholds)
  requireKnown(monitor.kind, merged)
  requireInterval(monitor.kind, interval)
  const changed = await updateMonitor(db, organizationId, id, {
    interval_seconds: interval === undefined ? monitor.interval_seconds : intervalOf(monitor.kind, interval),
    thresholds: JSON.stringify(merged),
    enabled: enabled ?? monitor.enabled,
    // Also keeps out the result of a look that is under way by the old rules.
    next_check_at: new Date(),
    updated_at: new Date(),
  })
  return changed!
}

/** Deletes it with its history; its open alerts end with it, for nobody would notice when their causes have gone. */
export async function removeMonitor(db: Kysely<Schema>, organizationId: string, id: string): Promise<void> {
  const monitor = await findMonitor(db, organizationId, id)
  if (!monitor) throw missing(id)
  for (const cause of monitor.standing)
    if (!(await isSeenByOthers(db, monitor, cause))) await recoverAlert(db, monitor, cause, new Date())
  await deleteMonitor(db, organizationId, id)
}

/**
 * The hours of a span, at most 31 days, or its days, at most 1,100; and their sum. The beginning is taken to that of its hour or
 * day. Throws `not_found` and `validation_failed`.
 */
export async function readHistory(
  db: Kysely<Schema>,
  organizationId: string,
  id: string,
  { step = 'hour', ...span }: { step?: 'hour' | 'day'; from?: string; to?: string },
) {
  const { length, usual, most, words } = STEPS[step]
  const to = span.to === undefined ? Math.ceil(Date.now() / length) * length : Date.parse(span.to)
  const from = span.from === undefined ? to - usual : Date.parse(span.from)
  if (from >= to) refuseParameter('from', 'has to be before `to`')
  if (to - from > most) refuseParameter('from', `may be at most ${words} before \`to\``)
  if (!(await findMonitor(db, organizationId, id))) throw missing(id)
  const first = new Date(Math.floor(from / length) * length)
  const hours = step === 'hour' ? await listHours(db, organizationId, id, first, new Date(to)) : []
  const days = step === 'day' ? await listDays(db, organizationId, id, dayOf(first.getTime()), dayOf(to + DAY - 1)) : []
  return {
    monitor_id: id,
    from: rfc3339(first),
    to: rfc3339(to),
    total: summed([...hours, ...days]),
    hours: hours.map((row) => ({ hour: rfc3339(row.hour), ...summed([row]) })),
    days: days.map((row) => ({ day: row.day, ...summed([row]) })),
  }
}

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)

function summed(rows: readonly Pick<HourRow, 'up' | 'down' | 'unknown' | 'response_times'>[]) {
  const sum = (name: 'up' | 'down' | 'unknown') => rows.reduce((total, row) => total + row[name], 0)
  const [up, down, unknown] = [sum('up'), sum('down'), sum('unknown')]
  const times = mergeTimes(rows.map(({ response_times }) => response_times))
  return {
    checks: up + down + unknown,
    up,
    down,
    unknown,
    uptime_percent: up + down === 0 ? null : Math.round((100_000 * up) / (up + down)) / 1_000,
    response_ms: { p50: percentile(times, 0.5), p95: percentile(times, 0.95), p99: percentile(times, 0.99) },
  }
}

const missing = (id: string) => new ApiError('not_found', `There is no monitor ${id}.`)

function merge(present: Thresholds, changes: Record<string, unknown>): Thresholds {
  return Object.fromEntries(Object.entries({ ...present, ...changes }).filter(([, value]) => value !== null))
}

function requirePossible(kind: MonitorKind, origin: string): void {
  const target = parseTarget(origin, { allowPrivate: true })
  const why =
    kind === 'dns' && target.is_address
      ? `${target.host} is an address: it has no DNS records of its own.`
      : kind === 'certificate' && target.scheme === 'http' && !target.default_port
        ? `${origin} speaks plain HTTP: it shows no certificate.`
        : kind === 'domain' && (target.is_address || !registrableDomain(target.host))
          ? `${target.host} is no name that anyone registers.`
          : null
  if (why) throw new ApiError('monitor_not_possible', why, { errors: [{ pointer: '/kind', detail: why }] })
}

function requireInterval(kind: MonitorKind, interval: number | null | undefined): void {
  const least = leastInterval(kind)
  if (typeof interval === 'number' && interval < least) refuse('/interval', `is at least ${least} for ${kind}`)
}

function requireKnown(kind: MonitorKind, thresholds: Thresholds): void {
  const known: readonly string[] = OF_KIND[kind]
  const errors = Object.keys(thresholds)
    .filter((name) => !known.includes(name))
    .map((name) => ({
      pointer: `/thresholds/${name}`,
      detail: `is not for ${kind}: ${known.length > 0 ? `it takes ${known.join(', ')}` : 'it takes none'}`,
    }))
  if (errors.length > 0) refuseAll(errors)
}

function refuse(pointer: string, detail: string): never {
  return refuseAll([{ pointer, detail }])
}

function refuseParameter(parameter: string, detail: string): never {
  const text = `The parameters do not validate. ${parameter} ${detail}.`
  throw new ApiError('validation_failed', text, { errors: [{ parameter, detail }] })
}

function refuseAll(errors: FieldError[]): never {
  const [{ pointer = '', detail }] = errors as [FieldError]
  throw new ApiError('validation_failed', `The body does not validate. ${pointer.slice(1)} ${detail}.`, { errors })
}
