import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { timingOf } from '../resources/report-schedules/schema.ts'
import { beginRun } from '../resources/report-schedules/service.ts'
import { lockReportSchedule, updateReportSchedule } from '../resources/report-schedules/store.ts'
import { nextRuns } from '../resources/schedules/timing.ts'
import { REPORT_SCHEDULES_QUEUE } from './queue.ts'

const EVERY = '* * * * *' // as fine as a cron is

/** Has one worker at a time begin the runs that are due, every minute. */
export async function startReportSchedules(context: Context): Promise<void> {
  const { boss } = context.queue
  await boss.work(REPORT_SCHEDULES_QUEUE, { pollingIntervalSeconds: 5 }, async () => {
    await runReportSchedules(context)
  })
  await boss.schedule(REPORT_SCHEDULES_QUEUE, EVERY)
}

/**
 * Begins every run that is due at `now`, each in one transaction with its next time: however late it comes, and whoever else
 * does the same, once. Gives how many. What fails by a fault of ours stays due.
 */
export async function runReportSchedules({ database, log }: Context, now = new Date()): Promise<number> {
  const due = await database.system
    .selectFrom('report_schedules')
    .innerJoin('organizations', 'organizations.id', 'report_schedules.organization_id')
    .select(['report_schedules.id', 'organization_id', 'plan'])
    .where('next_run_at', '<=', now)
    .where('suspended_at', 'is', null)
    .orderBy('next_run_at')
    .execute()
  let begun = 0
  for (const { id, organization_id, plan } of due) {
    try {
      await database
        .as(organization_id)
        .transaction()
        .execute(async (db) => {
          const schedule = await lockReportSchedule(db, organization_id, id)
          // Run by another worker, switched off or deleted since.
          if (!schedule?.next_run_at || schedule.next_run_at > now) return
          const runId = await beginRun(db, schedule, plan, 'schedule')
          const next_run_at = nextRuns(timingOf(schedule), now, 1)[0] ?? null
          const ran = { last_run_at: now, last_run_id: runId, next_run_at, enabled: next_run_at !== null }
          await updateReportSchedule(db, schedule, ran)
          begun++
        })
    } catch (error) {
      log.warn({ err: error, schedule: id }, 'a schedule of reports could not be run')
    }
  }
  return begun
}

/** What has had its time: runs with their deliveries, and reports with their links. Files go by themselves. Run as `lasthash_system`. */
export const OVERDUE_REPORTS = [
  { table: 'report_runs', rows: sql`created_at < now() - interval '400 days'` },
  { table: 'reports', rows: sql`kept_until < now()` },
]
