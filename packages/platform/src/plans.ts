import type { Plan } from './db/schema.ts'

interface Limits {
  requestsPerMinute: number
  concurrentScans: number
}

/** product.md's table; an organisation's own figures go before them. */
export const PLANS: Record<Plan, Limits> = {
  starter: { requestsPerMinute: 0, concurrentScans: 1 },
  pro: { requestsPerMinute: 100, concurrentScans: 5 },
  business: { requestsPerMinute: 500, concurrentScans: 20 },
  enterprise: { requestsPerMinute: 10_000, concurrentScans: 50 },
}
