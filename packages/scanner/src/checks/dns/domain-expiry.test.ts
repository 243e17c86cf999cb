import { testCheck } from '../../../test/check-table.ts'
import { exchange } from '../../../test/evidence.ts'
import check from './domain-expiry.ts'

const DAY = 86_400_000
const NOW = Date.UTC(2026, 0, 15)
const rdap = (expires_at: number | null, ...statuses: string[]) => ({
  rdap: {
    domain: 'site.test',
    expires_at,
    statuses,
    exchange: exchange({ url: 'https://rdap.test/domain/site.test' }),
  },
})

testCheck(check, {
  fires: [
    { name: 'yesterday', evidence: rdap(NOW - DAY), outcome: 'expired', seen: '2026-01-14T00:00:00.000Z' },
    { name: 'in ten days', evidence: rdap(NOW + 10 * DAY), outcome: 'soon' },
    {
      name: 'withheld',
      evidence: rdap(NOW + 300 * DAY, 'active', 'client hold'),
      outcome: 'held',
      seen: 'client hold',
    },
    { name: 'about to be deleted', evidence: rdap(null, 'pendingDelete'), outcome: 'held' },
  ],
  silent: [
    { name: 'in a year', evidence: rdap(NOW + 300 * DAY, 'client transfer prohibited'), verdict: 'pass' },
    { name: 'in thirty days', evidence: rdap(NOW + 30 * DAY), verdict: 'pass' },
    { name: 'not told', evidence: rdap(null, 'active'), verdict: 'skip' },
    {
      name: 'a status that only sounds alike',
      evidence: rdap(NOW + 300 * DAY, 'client update prohibited', 'associated'),
      verdict: 'pass',
    },
  ],
})
