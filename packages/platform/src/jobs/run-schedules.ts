import type { Context } from '../context.ts'
import { ApiError } from '../errors.ts'
import { recordEvents } from '../events/record.ts'
import type { Call } from '../http/route.ts'
import { acceptScans, refuseActive } from '../resources/scans/service.ts'
import { timingOf } from '../resources/schedules/schema.ts'
import { countOutcome } from '../resources/schedules/service.ts'
import {
  holdWebsites,
  listOrganizationsDue,
  markRun,
  peekDue,
  type Schedule,
  takeDue,
  updateSchedule,
} from '../resources/schedules/store.ts'
import { isOpenAt, nextOpening, nextRuns } from '../resources/schedules/timing.ts'
import { lockOrganization } from './admit.ts'
import { SCHEDULES_QUEUE } from './queue.ts'

const EVERY = '* * * * *' // as fine as a cron is
const BATCH = 100 // schedules of one organisation in one transaction, which holds its lock for that long
const AT_ONCE = 3 // organisations

/** Has one worker at a time turn schedules that are due into scans, every minute. */
export async function startSchedules(context: Context): Promise<void> {
  const { boss } = context.queue
  await boss.work(SCHEDULES_QUEUE, { pollingIntervalSeconds: 5 }, async () => {
    await runSchedules(context)
  })
  await boss.schedule(SCHEDULES_QUEUE, EVERY)
}

/**
 * Runs all that is due at `now`, organisation by organisation in turns, so that one with thousands holds up no other. What
 * fails by a fault of ours stays due. Gives the number of scans.
 */
export async function runSchedules(context: Context, now = new Date()): Promise<number> {
  let scans = 0
  let waiting = await listOrganizationsDue(context.database.system, now)
  while (waiting.length > 0) {
    const more: string[] = []
    for (let from = 0; from < waiting.length; from += AT_ONCE) {
      await Promise.all(
        waiting.slice(from, from + AT_ONCE).map(async (organizationId) => {
          try {
            const { taken, accepted } = await runBatch(context, organizationId, now)
            scans += accepted
            if (taken === BATCH) more.push(organizationId)
          } catch (error) {
            context.log.warn({ err: error, organization: organizationId }, 'schedules could not be run')
          }
        }),
      )
    }
    waiting = more
  }
  return scans
}

/** Some of an organisation's schedules that are due, in one transaction with their scans. */
async function runBatch(
  context: Context,
  organizationId: string,
  now: Date,
): Promise<{ taken: number; accepted: number }> {
  const { publicUrl } = await context.brands.of(organizationId)
  return context.database
    .as(organizationId)
    .transaction()
    .execute(async (db) => {
      const due = await peekDue(db, organizationId, now, BATCH)
      if (due.length === 0) return { taken: 0, accepted: 0 }
      // Locks in the order in which everyone takes them (admit.ts), the schedules last.
      const websites = await holdWebsites(db, organizationId, [...new Set(due.map(({ website_id }) => website_id))])
      // Gone, or suspended, since.
      if (!(await lockOrganization(db, organizationId))) return { taken: 0, accepted: 0 }
      const ids = due.map(({ id }) => id)
      const schedules = await takeDue(db, organizationId, now, ids)

      const call = { context, organizationId, db, publicUrl }
      const runnable: Schedule[] = []
      for (const schedule of schedules) if (await mayRun(call, schedule, now)) runnable.push(schedule)
      const wanted = runnable.map(({ id, website_id, scan_type, priority }) => {
        return { website_id, url: websites.get(website_id)!, scan_type, priority, schedule_id: id }
      })
      const scans = await acceptScans(call, wanted)
      const runs = runnable.map((schedule, index) => {
        return { id: schedule.id, scan_id: scans[index]!.id, next_run_at: nextOf(schedule, now) }
      })
      await markRun(db, organizationId, now, runs)
      return { taken: schedules.length, accepted: runs.length }
    })
}

/** Whether it may run just now. One that may not is put off, or counted as failed. */
async function mayRun(
  { organizationId, db }: Pick<Call, 'organizationId' | 'db'>,
  schedule: Schedule,
  now: Date,
): Promise<boolean> {
  const timing = timingOf(schedule)
  const { window, time_zone } = timing
  if (window && !isOpenAt(timing, now)) {
    // Missed while nobody was there to run it: made up for when it may.
    await updateSchedule(db, schedule, { next_run_at: nextOpening({ window, time_zone }, now) })
    return false
  }
  if (schedule.scan_type !== 'active') return true
  try {
    await refuseActive({ organizationId, db }, schedule.website_id)
    return true
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    const next = nextOf(schedule, now)
    await updateSchedule(db, schedule, { next_run_at: next, enabled: next !== null, last_run_at: now })
    const events = await countOutcome(db, organizationId, schedule.id, { failed: error.message })
    await recordEvents(db, organizationId, events)
    return false
  }
}

function nextOf(schedule: Schedule, now: Date): Date | null {
  return nextRuns(timingOf(schedule), now, 1)[0] ?? null
}
