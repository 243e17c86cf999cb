import { gradeOf } from '@lasthash/scanner'
import type { Selectable } from 'kysely'
import type { WebsitesTable } from '../db/schema.ts'
import type { ReportSummary } from '../resources/reports/spec.ts'
import type { Scan } from '../resources/scans/store.ts'

const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const

/** Of one scan, or of websites as they are now: the mean of their scores, the sum of their counts. */
export function summaryOf(websites: readonly Selectable<WebsitesTable>[], scan: Scan | null): ReportSummary {
  if (scan) {
    const { critical, high, medium, low, info, security_score, grade } = scan
    return { websites: 1, security_score, grade, vulnerabilities: { critical, high, medium, low, info } }
  }
  const scored = websites.flatMap(({ security_score }) => security_score ?? [])
  const mean = scored.length === 0 ? null : scored.reduce((sum, one) => sum + one, 0) / scored.length
  const sums = SEVERITIES.map((name) => [name, websites.reduce((sum, one) => sum + one[`open_${name}`], 0)] as const)
  return {
    websites: websites.length,
    security_score: mean === null ? null : Math.round(mean * 10) / 10,
    grade: mean === null ? null : gradeOf(Math.round(mean)),
    vulnerabilities: Object.fromEntries(sums) as ReportSummary['vulnerabilities'],
  }
}
