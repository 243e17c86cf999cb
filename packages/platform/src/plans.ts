import type { Plan } from './db/schema.ts'

interface Limits {
  requestsPerMinute: number
  concurrentScans: number
  /** How long what a scan found is kept, with its coverage; its score and counts stay. */
  resultDays: number
  /** Reports are kept for as long. How many may wait to be made at once. */
  waitingReports: number
  reportSchedules: number
}

/**
 * product.md's table; an organisation's own figures go before them. A new number of days needs a partition of its own in
 * scan_details and scan_findings (migration 0014).
 */
export const PLANS: Record<Plan, Limits> = {
  starter: { requestsPerMinute: 0, concurrentScans: 1, resultDays: 30, waitingReports: 5, reportSchedules: 1 },
  pro: { requestsPerMinute: 100, concurrentScans: 5, resultDays: 90, waitingReports: 20, reportSchedules: 20 },
  business: { requestsPerMinute: 500, concurrentScans: 20, resultDays: 400, waitingReports: 100, reportSchedules: 200 },
  enterprise: {
    requestsPerMinute: 10_000,
    concurrentScans: 50,
    resultDays: 1_100,
    waitingReports: 500,
    reportSchedules: 2000,
  },
}
