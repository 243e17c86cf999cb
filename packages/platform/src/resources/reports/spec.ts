import type { SeverityCounts } from '@lasthash/scanner'
import type { ReportKind, SeverityName } from '../../db/schema.ts'
import type { VulnerabilityRow } from '../vulnerabilities/schema.ts'

/** Which vulnerabilities a report tells of: those that are of one of each given list. */
export interface ReportFilter {
  severity?: readonly SeverityName[]
  status?: readonly Exclude<VulnerabilityRow['status'], 'merged'>[]
  confidence?: readonly ('confirmed' | 'firm' | 'tentative')[]
  type?: readonly string[]
  check?: readonly string[]
  kev?: boolean
}

/** What a report is of. With none of the first four it is of everything that the organisation has. */
export interface ReportScope {
  scan_id: string | null
  website_id: string | null
  group: string | null
  tag: string | null
  /** With `scan_id`: what that scan is compared with. */
  baseline_scan_id: string | null
}

/** All that makes a report, but for its format. */
export interface ReportSpec extends ReportScope {
  kind: ReportKind
  language: string
  title: string | null
  /** Of compliance reports. */
  framework: string | null
  filter: ReportFilter
  /** Of trends. */
  period_days: number
}

/** What a report came to, in few numbers: as lists and mails show it. */
export interface ReportSummary {
  websites: number
  security_score: number | null
  grade: string | null
  /** Open ones that weigh. */
  vulnerabilities: SeverityCounts
}
