import type { ScanType } from '../evidence.ts'
import type { Finding } from '../finding.ts'
import { type Coverage, rfc3339, type ScanResult } from '../result.ts'
import { counts, type Grade, type ScoreCap, SEVERITIES, type SeverityCounts } from '../score.ts'
import { newIdentifier } from './identifier.ts'

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

export type VulnerabilityStatus = 'open' | 'fixed' | 'reopened' | 'accepted_risk' | 'false_positive' | 'merged'

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

/**
 * The result of a scan that no server keeps, in the form that a server gives: every finding is open and was seen for the
 * first time at `now`, which also goes into the ids.
 */
export function documentOf(result: ScanResult, { id, now }: { id: string; now: Date }): ScanDocument {
  const { url, scan_type, security_score, grade, score_version, score_cap, vulnerabilities, scan_duration } = result
  const seen = rfc3339(now)
  return {
    scan: {
      id,
      website_id: null,
      url,
      scan_type,
      priority: 'normal',
      status: 'done',
      security_score,
      grade,
      score_version,
      score_cap,
      vulnerabilities,
      scan_duration,
      created_at: result.started_at,
      started_at: result.started_at,
      completed_at: result.completed_at,
      report_url: null,
      error: null,
    },
    vulnerabilities: result.findings.map((finding) => ({
      id: newIdentifier('vuln', now),
      website_id: null,
      ...finding,
      status: 'open',
      detected_at: seen,
      first_seen_at: seen,
      last_seen_at: seen,
      fixed_at: null,
    })),
    coverage: result.coverage,
  }
}

/** Whether it weighs in counts and gates: neither tentative, nor accepted, nor marked as false. */
export function weighs({ confidence, status }: Pick<VulnerabilityObject, 'confidence' | 'status'>): boolean {
  return counts(confidence) && status !== 'accepted_risk' && status !== 'false_positive'
}

/** Worst first; of equal severity what weighs first; then by check, so that two equal scans read the same. */
export function worstFirst(vulnerabilities: readonly VulnerabilityObject[]): VulnerabilityObject[] {
  const key = ({ check, outcome, fingerprint }: VulnerabilityObject) => `${check} ${outcome} ${fingerprint}`
  return [...vulnerabilities].sort(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      Number(weighs(b)) - Number(weighs(a)) ||
      (key(a) < key(b) ? -1 : 1),
  )
}
