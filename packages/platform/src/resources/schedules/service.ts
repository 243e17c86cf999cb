import type { Kysely } from 'kysely'
import type { Priority, ScansTable, Schema } from '../../db/schema.ts'
import { ApiError, type FieldError } from '../../errors.ts'
import type { NewEvent } from '../../events/record.ts'
import type { Call } from '../../http/route.ts'
import { newId } from '../../identifier.ts'
import { raiseAlert, recoverAlert } from '../alerts/service.ts'
import { refuseActive } from '../scans/service.ts'
import { holdWebsite } from '../scans/store.ts'
import { timingOf, toSchedule } from './schema.ts'
import { deleteSchedule, insertSchedule, lockSchedule, type Schedule, updateSchedule } from './store.ts'
import { type Every, nextRuns, type Timing, timingFaults, type Window } from './timing.ts'

/** Scans in a row that may fail before a schedule is switched off. */
const MOST_FAILURES = 5

const DEFAULTS = { time_zone: 'UTC', jitter: 0, scan_type: 'full', priority: 'normal' } as const

interface Settings {
  cron?: string | null
  every?: Every | null
  time_zone?: string | null
  window?: Window | null
  jitter?: number | null
  scan_type?: ScansTable['scan_type'] | null
  priority?: Priority | null
  enabled?: boolean
}

type Inside = Pick<Call, 'context' | 'organizationId' | 'db'>

export async function createSchedule(
  call: Inside,
  { website_id, ...given }: Settings & { website_id: string },
): Promise<Schedule> {
  const { db, organizationId } = call
  const website = await holdWebsite(db, organizationId, website_id)
  if (!website) throw new ApiError('not_found', `There is no website ${website_id}.`)
  const id = newId('sch')
  const { enabled = true, scan_type, priority } = given
  const timing: Timing = {
    cron: given.cron ?? null,
    every: given.every ?? null,
    time_zone: given.time_zone ?? DEFAULTS.time_zone,
    window: given.window ?? null,
    jitter: given.jitter ?? DEFAULTS.jitter,
    seed: id,
  }
  const next = firstRun(timing)
  if (scan_type === 'active') await refuseActive(call, website_id)
  return insertSchedule(db, {
    id,
    organization_id: organizationId,
    website_id,
    ...columnsOf(timing),
    scan_type: scan_type ?? DEFAULTS.scan_type,
    priority: priority ?? DEFAULTS.priority,
    enabled,
    next_run_at: enabled ? next : null,
  })
}

/**
 * JSON merge patch; null gives a field the value that it has when left out. A cron takes the place of `every`, and the other
 * way round. Switching it on again forgives the failures; what was due in the meantime is not made up for.
 */
export async function changeSchedule(call: Inside, id: string, changes: Settings): Promise<Schedule> {
  const { db, organizationId } = call
  const present = await lockSchedule(db, organizationId, id)
  if (!present) throw new ApiError('not_found', `There is no schedule ${id}.`)
  const before = timingOf(present)
  const given = <K extends keyof Settings & keyof Timing>(name: K, otherwise: Timing[K]) =>
    changes[name] === undefined ? before[name] : ((changes[name] ?? otherwise) as Timing[K])
  const timing: Timing = {
    cron: changes.every && changes.cron === undefined ? null : given('cron', null),
    every: changes.cron && changes.every === undefined ? null : given('every', null),
    time_zone: given('time_zone', DEFAULTS.time_zone),
    window: given('window', null),
    jitter: given('jitter', DEFAULTS.jitter),
    seed: id,
  }
  const next = firstRun(timing)
  const scan_type = changes.scan_type === null ? DEFAULTS.scan_type : (changes.scan_type ?? present.scan_type)
  if (changes.scan_type === 'active') await refuseActive(call, present.website_id)
  const enabled = changes.enabled ?? present.enabled
  const begins = enabled && !present.enabled
  const same = present.enabled && JSON.stringify(timing) === JSON.stringify(before)
  // Whoever switches it, knows.
  if (changes.enabled !== undefined) await recoverAlert(db, sourceOf(present), causeOf(id), new Date())
  return updateSchedule(db, present, {
    ...columnsOf(timing),
    scan_type,
    priority: changes.priority === null ? DEFAULTS.priority : changes.priority,
    enabled,
    // What is due stays due when something else is changed.
    next_run_at: !enabled ? null : same ? present.next_run_at : next,
    ...(begins && { consecutive_failures: 0 }),
    ...(changes.enabled !== undefined && { disabled_reason: null }),
    updated_at: new Date(),
  })
}

/** Throws `validation_failed`, which names all that is wrong. */
export function firstRun(timing: Timing): Date {
  const now = new Date()
  const { cron, every } = timing
  if ((cron === null) === (every === null)) {
    refuse([{ pointer: cron === null ? '/cron' : '/every', detail: 'give either cron or every' }])
  }
  const faults = timingFaults(timing, now)
  if (faults.length > 0) refuse(faults)
  return nextRuns(timing, now, 1)[0]!
}

function refuse(errors: FieldError[]): never {
  throw new ApiError('validation_failed', `The body does not validate. ${errors[0]!.pointer}: ${errors[0]!.detail}.`, {
    errors,
  })
}

function columnsOf({ cron, every, time_zone, window, jitter }: Timing) {
  return { cron, every, time_zone, jitter, window_from: window?.from ?? null, window_to: window?.to ?? null }
}

/**
 * Counts how a scan of a schedule ended, in the transaction that ends it. Gives the event that tells of a schedule that is
 * switched off by it. The schedule's lock is the last one: website, organisation, scan, schedule.
 */
export async function countOutcome(
  trx: Kysely<Schema>,
  organizationId: string,
  scheduleId: string,
  outcome: 'done' | { failed: string },
): Promise<NewEvent[]> {
  const schedule = await lockSchedule(trx, organizationId, scheduleId)
  if (!schedule) return []
  if (outcome === 'done') {
    if (schedule.consecutive_failures > 0) await updateSchedule(trx, schedule, { consecutive_failures: 0 })
    return []
  }
  const consecutive_failures = schedule.consecutive_failures + 1
  if (!schedule.enabled || consecutive_failures < MOST_FAILURES) {
    await updateSchedule(trx, schedule, { consecutive_failures })
    return []
  }
  const off = await updateSchedule(trx, schedule, {
    consecutive_failures,
    enabled: false,
    next_run_at: null,
    disabled_reason: `${consecutive_failures} scans in a row failed, the last one so: ${outcome.failed}`,
    updated_at: new Date(),
  })
  await raiseAlert(
    trx,
    sourceOf(off),
    {
      cause: causeOf(scheduleId),
      severity: 'high',
      summary: `A schedule was switched off, so this website is no longer scanned by it: ${off.disabled_reason}`,
      data: { schedule_id: scheduleId, reason: off.disabled_reason },
    },
    new Date(),
  )
  return [{ type: 'schedule.disabled', data: toSchedule(off) }]
}

/** Deletes a schedule; false when there is none. */
export async function removeSchedule({ db, organizationId }: Inside, id: string): Promise<boolean> {
  const schedule = await lockSchedule(db, organizationId, id)
  if (!schedule) return false
  await deleteSchedule(db, organizationId, id)
  await recoverAlert(db, sourceOf(schedule), causeOf(id), new Date())
  return true
}

function sourceOf({ organization_id, website_id }: Schedule) {
  return { id: null, organization_id, website_id, kind: 'schedule' as const }
}

function causeOf(id: string): string {
  return `schedule:${id}`
}
