import type { ScanType } from '../evidence.ts'
import type { Finding } from '../finding.ts'
import type { Coverage } from '../result.ts'
import type { Grade, ScoreCap, SeverityCounts } from '../score.ts'

/** A scan as `GET /v1/scans/{id}` gives it. */
export interface ScanObject {
  id: string
  website_id: string | null
  url: string
  scan_type: ScanType
  priority: 'low' | 'normal' | 'high'
  status: 'queued' | 'running' | 'done' | 'failed' | 'canceled'
  security_score: number | null
  grade: Grade | null
  score_version: number | null
  score_cap: ScoreCap | null
  vulnerabilities: SeverityCounts
  /** Whole seconds; null until it ended. */
  scan_duration: number | null
  created_at: string
  started_at: string | null
  completed_at: string | null
  report_url: string | null
  /** Why a failed scan failed. */
  error: { code: string; message: string } | null
}

export type VulnerabilityStatus = 'open' | 'fixed' | 'reopened' | 'accepted_risk' | 'false_positive'

/** A vulnerability as the API gives it. */
export interface VulnerabilityObject extends Finding {
  id: string
  website_id: string | null
  status: VulnerabilityStatus
  detected_at: string
  first_seen_at: string
  last_seen_at: string
  fixed_at: string | null
}

/** What every report is made from, on the command line and on the server alike; also what `--format json` prints. */
export interface ScanDocument {
  scan: ScanObject
  vulnerabilities: VulnerabilityObject[]
  /** Beside the promised two: what was tested, skipped, and why. */
  coverage?: Coverage
}
