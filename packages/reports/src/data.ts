import type { Coverage, Grade, SeverityCounts } from '@lasthash/scanner'
import type { ScanObject, VulnerabilityObject } from '@lasthash/scanner/report/document'
import type { ComplianceAssessment } from './compliance-data.ts'

export const KINDS = ['executive', 'technical', 'comparison', 'portfolio', 'compliance'] as const
export type Kind = (typeof KINDS)[number]

export const FORMATS = ['pdf', 'html', 'json', 'csv', 'sarif'] as const
export type Format = (typeof FORMATS)[number]

export const LANGUAGES = ['en', 'de', 'fr'] as const
export type Language = (typeof LANGUAGES)[number]

/** What every report is made from: plain data, in the API's own forms. Times are RFC 3339 in UTC. */
export interface ReportData {
  /** `rep_…`; null where nobody keeps it. */
  id: string | null
  /** Stands on the front page; null: the kind's own name. */
  title: string | null
  /** What several websites have in common, such as a group's name; null: they are named one by one. */
  scope: string | null
  generated_at: string
  /** The span that trends are shown of; null where it tells of one moment. */
  period: Period | null
  websites: readonly ReportWebsite[]
  /**
   * Those of all the websites, in any order; read once. Of many it may be an async iterable, of which CSV, JSON and SARIF
   * keep nothing. Executive and portfolio reports count and choose, technical ones tell of each.
   */
  vulnerabilities: Iterable<ReportVulnerability> | AsyncIterable<ReportVulnerability>
  /** Of comparison reports only. */
  comparison?: Comparison
  /** Of compliance reports only: all that they tell of. */
  compliance?: ComplianceAssessment
}

export interface Period {
  from: string
  to: string
}

export interface ReportWebsite {
  id: string | null
  /** What its people call it; the host where they call it nothing. */
  name: string
  url: string
  /** The newest scan that is done, of which the report tells; null: never scanned. */
  scan: ScanObject | null
  /** Of that scan; null where it is not kept. */
  coverage: Coverage | null
  /** Scans that are done, oldest first; scores of different types or versions are never joined by a line. */
  history: readonly ScorePoint[]
  /** What happened in the period; null where nobody counted. */
  activity: Activity | null
}

export interface ScorePoint {
  scan_id: string
  at: string
  scan_type: ScanObject['scan_type']
  score_version: number
  security_score: number
  grade: Grade
  vulnerabilities: SeverityCounts
}

export interface Activity {
  new: number
  fixed: number
  reopened: number
  /** Seconds from first seen to fixed, of what was fixed in the period; null where nothing was. */
  mean_time_to_fix: number | null
}

/** A vulnerability as the API gives it. What people decided stands beside it where there is a server that knows. */
export interface ReportVulnerability extends VulnerabilityObject {
  status_reason?: string | null
  status_expires_at?: string | null
  assignee?: string | null
}

/** From an earlier scan of a website to a later one, as `GET /v1/scans/{a}/diff/{b}` has it, with whole vulnerabilities. */
export interface Comparison {
  website: Pick<ReportWebsite, 'id' | 'name' | 'url'>
  from: ScanObject
  to: ScanObject
  /** Whether both are of the same type and score_version, so that their scores may be compared. */
  comparable: boolean
  new: readonly ReportVulnerability[]
  fixed: readonly ReportVulnerability[]
  regressed: readonly ReportVulnerability[]
  unchanged: readonly ReportVulnerability[]
  /** In the earlier scan and not asked for by the later one: lost coverage never reads as a fix. */
  not_tested: readonly ReportVulnerability[]
}
