import type { Software } from './derive/software.ts'
import type { CrawlParameter, CrawlState, ScanType } from './evidence.ts'
import type { Finding } from './finding.ts'
import type { Budget } from './net/net.ts'
import type { Grade, ScoreCap, SeverityCounts } from './score.ts'
import type { SavedTally } from './tally.ts'
import type { TlsCoverage } from './tls-summary.ts'

/** Passed, found something, does not apply, could not be asked, broke: five different things everywhere. */
export type CheckStatus = 'passed' | 'failed' | 'skipped' | 'not_gathered' | 'error'

export interface CheckResult {
  check: string
  status: CheckStatus
  /** Why it was skipped, could not be asked, or broke; empty otherwise. */
  reason: string
  /** The outcomes that it found. */
  outcomes: string[]
}

/** From where a scan that ended untimely can go on: plain data, of bounded size. */
export interface Checkpoint {
  crawl: CrawlState
  /** What the checks of pages and scripts said so far, with their findings. */
  checks: SavedTally[]
  /** What it had cost the target; counts into the budget of the scan that goes on. */
  spent: Budget
  /** Which places it had looked at, as in coverage. */
  looked_at?: string
}

/** What was tested, what was not, and why. */
export interface Coverage {
  checks: CheckResult[]
  /** Each kind of evidence: whether it could be had, and if not, why. */
  sources: { name: string; gathered: boolean; reason: string; duration_ms: number }[]
  /** Addresses of the pages that were judged, at most the first 1,000. */
  pages: string[]
  /** What the crawl came to; null where the scan type has none, or the scan is older than this. */
  crawl: CrawlCoverage | null
  /** The full picture of the server's TLS; null where it speaks none, or the scan is older than this. */
  tls: TlsCoverage | null
  /** Where a log-in was asked for: how often it was made, and why there is no session (empty where there is). */
  login?: { logins: number; reason: string } | null
  /** What the website runs and serves, as far as it shows. */
  software?: readonly Software[]
  spent: Budget
  budget: Budget
  /** Digests of all places that were looked at (see `LookedAt`), in base64; none in scans older than this. */
  looked_at?: string
}

export interface CrawlCoverage {
  /** Judged, all of them. */
  pages: number
  scripts: number
  /** The first 500, and how many there are. */
  parameters: CrawlParameter[]
  parameter_count: number
  /** How many addresses were seen and not asked for, by reason. */
  not_followed: Record<string, number>
  /** Answers that were no page, by status or what happened instead. */
  other_answers: Record<string, number>
  browser: BrowserCoverage
  /** What ended the crawl or cut it short, in sentences. Empty when all that was found was asked for. */
  limits: string[]
}

/** Whether pages were also opened in a browser, how many, and if none, why. */
export interface BrowserCoverage {
  used: boolean
  reason: string
  pages: number
  requests: number
}

/** What a scan of a website came to. Field names are the API's. */
export interface ScanResult {
  url: string
  scan_type: ScanType
  /** RFC 3339, UTC, whole seconds. */
  started_at: string
  completed_at: string
  /** Whole seconds, rounded. */
  scan_duration: number
  duration_ms: number
  security_score: number
  grade: Grade
  score_version: number
  score_cap: ScoreCap | null
  vulnerabilities: SeverityCounts
  findings: Finding[]
  coverage: Coverage
}

/** RFC 3339 in UTC, whole seconds, `Z`: the form of every time that LastHash prints. */
export function rfc3339(at: Date | number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`
}
