// Made by `npm run clients` from docs/openapi.json: do not edit.

/** Of this client and of the API that it was made from. */
export const VERSION = '0.1.0'

/** What an error says that happened; there may be others in a later version of the service. */
export type ErrorCode =
  | 'malformed_json'
  | 'validation_failed'
  | 'target_refused'
  | 'missing_api_key'
  | 'session_ended'
  | 'invalid_api_key'
  | 'invalid_signature'
  | 'insufficient_scope'
  | 'ip_not_allowed'
  | 'plan_without_api'
  | 'organization_suspended'
  | 'organization_not_parent'
  | 'organization_not_deletable'
  | 'domain_taken'
  | 'domain_not_set'
  | 'domain_not_here'
  | 'origin_not_allowed'
  | 'no_organization'
  | 'not_found'
  | 'route_not_found'
  | 'method_not_allowed'
  | 'website_exists'
  | 'group_exists'
  | 'website_not_verified'
  | 'verification_not_begun'
  | 'status_not_lawful'
  | 'vulnerability_merged'
  | 'vulnerabilities_not_mergeable'
  | 'places_not_separable'
  | 'monitor_not_possible'
  | 'alert_resolved'
  | 'scan_not_cancelable'
  | 'scans_not_comparable'
  | 'scan_not_done'
  | 'scan_type_unavailable'
  | 'webhook_disabled'
  | 'integration_disabled'
  | 'too_many_integrations'
  | 'ticket_exists'
  | 'vulnerability_not_open'
  | 'channel_disabled'
  | 'too_many_channels'
  | 'policy_in_use'
  | 'payment_page_exists'
  | 'payment_page_ended'
  | 'too_many_websites'
  | 'report_not_done'
  | 'too_many_reports'
  | 'too_many_report_schedules'
  | 'mail_not_configured'
  | 'last_owner'
  | 'already_member'
  | 'invitation_ended'
  | 'replay_under_way'
  | 'replay_too_large'
  | 'api_key_ended'
  | 'idempotency_key_in_use'
  | 'request_timeout'
  | 'gone'
  | 'results_expired'
  | 'precondition_failed'
  | 'body_too_large'
  | 'unsupported_media_type'
  | 'idempotency_key_reused'
  | 'headers_too_large'
  | 'rate_limited'
  | 'bad_request'
  | 'internal_error'
  | 'database_unavailable'
  | 'storage_unavailable'
  | 'shutting_down'
  | (string & {})

export interface Website {
  id: string
  url: string
  name: string
  tags: string[]
  /** Identifiers of its groups. */
  groups: string[]
  /** How much depends on it, as you say. */
  criticality: 'low' | 'medium' | 'high' | 'critical' | (string & {})
  settings: WebsiteSettings
  security_score: number | null
  grade: string | null
  score_version: number | null
  latest_scan_id: string | null
  open_vulnerabilities: WebsiteOpenVulnerabilities
  verified_at: string | null
  created_at: string
  updated_at: string
}

/** How its scans go about it. Values of headers, cookies, fields and steps, and the password, are stored encrypted and shown as “[hidden]”. */
export interface WebsiteSettings {
  /** Sent with every request to the website. */
  headers: Record<string, string>
  cookies: Record<string, string>
  login: WebsiteSettingsLogin | null
  /** Paths that are crawled, as they begin; `*` is anything, `$` the end. */
  include: string[]
  /** Paths that are not: stronger than `include`. */
  exclude: string[]
  requests_per_second: number | null
  concurrent_requests: number | null
  allowed_hours: WebsiteSettingsAllowedHours | null
  openapi_url: string | null
  user_agent_suffix: string | null
  /** Leave out what robots.txt does. False unless told. */
  obey_robots: boolean
  /** Open pages in a browser, too. True unless told. */
  use_browser: boolean
}

/** By a form (url, username, password) or by recorded steps. */
export interface WebsiteSettingsLogin {
  url?: string
  username?: string
  password?: string
  username_field?: string
  password_field?: string
  fields?: Record<string, string>
  steps?: WebsiteSettingsLoginStep[]
  logged_in?: string
  logged_out?: string
}

export interface WebsiteSettingsLoginStep {
  url: string
  method?: string
  headers?: Record<string, string>
  form?: Record<string, string>
  body?: string
  extract?: Record<string, string>
}

/** Scans begin only from `from` until before `to`, in this time zone (IANA); it may span midnight. Others wait in the queue: see `waits_until`. */
export interface WebsiteSettingsAllowedHours {
  /** HH:MM. */
  from: string
  /** HH:MM. */
  to: string
  time_zone: string
}

export interface WebsiteOpenVulnerabilities {
  critical: number
  high: number
  medium: number
  low: number
  info: number
}

export interface UpdateWebsitesResult {
  results: UpdateWebsitesResultResult[]
}

export interface UpdateWebsitesResultResult {
  id: string
  /** What the change alone would have answered: 200 or 404. */
  status: number
  code: string | null
  detail: string | null
}

export interface ScorePoint {
  scan_id: string
  scan_type: 'quick' | 'full' | 'active' | (string & {})
  at: string
  security_score: number
  grade: string
  /** Scores of two versions say nothing about a change of the website. */
  score_version: number
  score_cap: ScorePointScoreCap | null
  change: ScorePointChange | null
  /** Identifiers of vulnerabilities, at most 100 of each kind. `accepted`: accepted or marked false by people since the scan before it. */
  moved_by: ScorePointMovedBy
}

export interface ScorePointScoreCap {
  limit: number
  because: string
}

/** Since the scan before it of the same type and score_version; null where there is none. */
export interface ScorePointChange {
  from: number
  by: number
  scan_id: string
}

/** Identifiers of vulnerabilities, at most 100 of each kind. `accepted`: accepted or marked false by people since the scan before it. */
export interface ScorePointMovedBy {
  new: string[]
  fixed: string[]
  reopened: string[]
  accepted: string[]
}

export interface WebsiteGroup {
  id: string
  name: string
  description: string
  created_at: string
  updated_at: string
}

export interface WebsiteImport {
  created: number
  exists: number
  invalid: number
  /** One for each row, in order. */
  results: WebsiteImportResult[]
}

export interface WebsiteImportResult {
  /** From 1; the line that names the columns is not counted. */
  row: number
  /** As it was given. */
  url: string
  /** `exists`: its scheme, host and port are registered already, and stay as they are. */
  status: 'created' | 'exists' | 'invalid' | (string & {})
  website_id: string | null
  detail: string | null
}

export interface Verification {
  website_id: string
  /** Verified also by a verified website of a parent name: `covered_by` names that one. */
  status: 'unverified' | 'verified' | (string & {})
  method: 'dns' | 'file' | 'meta' | (string & {}) | null
  record: VerificationRecord | null
  covered_by: string | null
  verified_at: string | null
  checked_at: string | null
  failing_since: string | null
  failure: string | null
}

export interface VerificationRecord {
  method: 'dns' | 'file' | 'meta' | (string & {})
  /** The name of the TXT record, the address of the file, or the address of the page. */
  place: string
  /** The record’s text, the file’s content, or the element for the page’s head. */
  content: string
}

export interface Scan {
  id: string
  website_id: string
  url: string
  scan_type: 'quick' | 'full' | 'active' | (string & {})
  priority: 'low' | 'normal' | 'high' | (string & {})
  schedule_id: string | null
  policy_id: string | null
  gate: ScanGate | null
  status: 'queued' | 'running' | 'done' | 'failed' | 'canceled' | (string & {})
  waits_until: string | null
  security_score: number | null
  grade: string | null
  score_version: number | null
  score_cap: ScanScoreCap | null
  /** The very ones that the score weighs: confirmed or firm, neither accepted nor marked false. */
  vulnerabilities: ScanVulnerabilities
  scan_duration: number | null
  created_at: string
  started_at: string | null
  completed_at: string | null
  results_kept_until: string | null
  /** Opens in a browser. */
  report_url: string
  error: ScanError | null
}

/** How the policy that the scan names has judged it. */
export interface ScanGate {
  passed: boolean
  policy_id: string
  reasons: ScanGateReason[]
}

export interface ScanGateReason {
  /** A sentence. */
  detail: string
  /** Because of which, worst first; at most 50. */
  vulnerability_ids: string[]
  /** Of all of them; 0 where it is because of the scan itself. */
  vulnerability_count: number
}

/** Set when a limit of 49 or 89 applied: then the impacts do not add up. */
export interface ScanScoreCap {
  limit: number
  because: string
}

/** The very ones that the score weighs: confirmed or firm, neither accepted nor marked false. */
export interface ScanVulnerabilities {
  critical: number
  high: number
  medium: number
  low: number
  info: number
}

/** Why a failed scan failed. */
export interface ScanError {
  code: string
  message: string
}

export interface Vulnerability {
  id: string
  website_id: string
  type: 'vulnerability' | 'misconfiguration' | 'exposure' | 'threat' | 'information' | (string & {})
  severity: 'critical' | 'high' | 'medium' | 'low' | 'info' | (string & {})
  confidence: 'confirmed' | 'firm' | 'tentative' | (string & {})
  description: string
  remediation: string
  cve: string | null
  cwe: number | null
  cvss: VulnerabilityCvss | null
  /** The check that found it. */
  check: string
  /** Which of the ways in which the check can fail. */
  outcome: string
  status: 'open' | 'fixed' | 'reopened' | 'accepted_risk' | 'false_positive' | 'merged' | (string & {})
  status_reason: string | null
  status_expires_at: string | null
  assignee: string | null
  merged_into: string | null
  split_from: string | null
  /** Points that it took off the score of the scan that saw it. */
  score_impact: number
  locations: VulnerabilityLocation[]
  /** Of all places; `locations` has at most 50 of them. */
  location_count: number
  /** Where a scan must look again before it counts as fixed: at most 50 places. None for what is of the website as a whole. */
  seen_in?: VulnerabilitySeenIn[]
  proof: VulnerabilityProof
  references: string[]
  compliance: Record<string, string[]>
  software?: VulnerabilitySoftware
  /** The known flaws of that software, worst first. */
  advisories?: VulnerabilityAdvisory[]
  /** What each part shows, where it is several that were merged. */
  merged_from?: VulnerabilityMergedFrom[]
  fingerprint: string
  fingerprint_inputs: VulnerabilityFingerprintInputs
  /** When the scan saw it. */
  detected_at: string
  first_seen_at: string
  last_seen_at: string
  fixed_at: string | null
  title: string
}

export interface VulnerabilityCvss {
  vector: string
  score: number
}

export interface VulnerabilityLocation {
  url: string
  method: string | null
  parameter: string | null
}

export interface VulnerabilitySeenIn {
  kind: 'page' | 'browser' | 'script' | 'foreign_script' | 'probe' | 'copy' | 'visit' | 'address' | (string & {})
  url: string
  /** Of a script: the page that loads it. */
  page?: string
}

export interface VulnerabilityProof {
  request: string | null
  response: string | null
  payload: string | null
  control: string | null
  curl: string | null
  observed: string | null
}

export interface VulnerabilitySoftware {
  key: string
  name: string
  version: string | null
  packages: VulnerabilitySoftwarePackage[]
}

export interface VulnerabilitySoftwarePackage {
  ecosystem: string
  name: string
}

export interface VulnerabilityAdvisory {
  id: string
  cve: string | null
  severity: 'critical' | 'high' | 'medium' | 'low' | 'info' | (string & {})
  summary: string
  fixed_in: string | null
  cvss: VulnerabilityAdvisoryCvss | null
  epss: VulnerabilityAdvisoryEpss | null
  exploited_since: string | null
  references: string[]
  /** Who tells of it, and of what day that is. */
  feeds: VulnerabilityAdvisoryFeed[]
}

export interface VulnerabilityAdvisoryCvss {
  vector: string
  score: number
}

export interface VulnerabilityAdvisoryEpss {
  score: number
  percentile: number
  date: string
}

export interface VulnerabilityAdvisoryFeed {
  name: string
  date: string
}

export interface VulnerabilityMergedFrom {
  check: string
  outcome: string
  severity: 'critical' | 'high' | 'medium' | 'low' | 'info' | (string & {})
  fingerprint: string
  fingerprint_inputs: VulnerabilityMergedFromFingerprintInputs
  locations: VulnerabilityMergedFromLocation[]
  location_count: number
  seen_in?: VulnerabilityMergedFromSeenIn[]
  proof: VulnerabilityMergedFromProof
  software?: VulnerabilityMergedFromSoftware
  title: string
}

export interface VulnerabilityMergedFromFingerprintInputs {
  check: string
  outcome: string
  origin: string
  path: string | null
  parameter: string | null
}

export interface VulnerabilityMergedFromLocation {
  url: string
  method: string | null
  parameter: string | null
}

export interface VulnerabilityMergedFromSeenIn {
  kind: 'page' | 'browser' | 'script' | 'foreign_script' | 'probe' | 'copy' | 'visit' | 'address' | (string & {})
  url: string
  /** Of a script: the page that loads it. */
  page?: string
}

export interface VulnerabilityMergedFromProof {
  request: string | null
  response: string | null
  payload: string | null
  control: string | null
  curl: string | null
  observed: string | null
}

export interface VulnerabilityMergedFromSoftware {
  key: string
  name: string
  version: string | null
  packages: VulnerabilityMergedFromSoftwarePackage[]
}

export interface VulnerabilityMergedFromSoftwarePackage {
  ecosystem: string
  name: string
}

export interface VulnerabilityFingerprintInputs {
  check: string
  outcome: string
  origin: string
  path: string | null
  parameter: string | null
}

export interface Coverage {
  scan_id: string
  checks: CoverageCheck[]
  sources: CoverageSource[]
  /** Addresses of the pages that were judged, at most the first 1,000. */
  pages: string[]
  crawl?: CoverageCrawl | null
  tls?: CoverageTls | null
  /** Where a log-in was asked for: how often it was made, and why there is no session. */
  login?: CoverageLogin | null
  /** What the website runs and serves. */
  software?: Software[]
  spent: CoverageSpent
  budget: CoverageBudget
  /** Digests of all places that were looked at, for comparisons; in base64. */
  looked_at?: string
}

export interface CoverageCheck {
  check: string
  status: 'passed' | 'failed' | 'skipped' | 'not_gathered' | 'error' | (string & {})
  /** Why it was skipped, could not be asked, or broke; empty otherwise. */
  reason: string
  outcomes: string[]
}

export interface CoverageSource {
  name: string
  gathered: boolean
  reason: string
  duration_ms: number
}

export interface CoverageCrawl {
  pages: number
  scripts: number
  /** The first 500. */
  parameters: CoverageCrawlParameter[]
  parameter_count: number
  /** How many addresses were seen and not asked for, by reason. */
  not_followed: Record<string, number>
  /** Answers that were no page, by status or what happened instead. */
  other_answers: Record<string, number>
  browser: CoverageCrawlBrowser
  /** What ended the crawl or cut it short. */
  limits: string[]
}

export interface CoverageCrawlParameter {
  url: string
  method: string
  name: string
  in: 'query' | 'body' | 'path' | 'header' | 'cookie' | (string & {})
  source: string
}

export interface CoverageCrawlBrowser {
  used: boolean
  /** Why none was used; empty otherwise. */
  reason: string
  pages: number
  requests: number
}

/** The full picture of the server’s TLS. */
export interface CoverageTls {
  /** As SSL Labs would grade the server. T: not trusted. M: made out to another host. */
  grade: 'A+' | 'A' | 'A-' | 'B' | 'C' | 'D' | 'E' | 'F' | 'T' | 'M' | (string & {}) | null
  score: number | null
  parts: CoverageTlsParts | null
  /** What kept the grade from being better. */
  because: string[]
  /** Every version and suite that the server accepts, newest first. */
  versions: CoverageTlsVersion[]
  groups: string[]
  post_quantum: string | null
  alpn: string[]
  sessions: CoverageTlsSessions
  server_name: CoverageTlsServerName | null
  stapled: boolean
}

export interface CoverageTlsParts {
  protocols: number
  key_exchange: number
  ciphers: number
}

export interface CoverageTlsVersion {
  version: string
  /** Whose order decides. */
  order: 'server' | 'client' | (string & {}) | null
  suites: CoverageTlsVersionSuite[]
  /** False where the search had to stop early. */
  complete: boolean
}

export interface CoverageTlsVersionSuite {
  name: string
  group: string | null
  key_bits: number | null
}

export interface CoverageTlsSessions {
  by_id: boolean | null
  by_ticket: boolean | null
  ticket_lifetime: number | null
  tls13_tickets: number | null
  tls13_lifetime: number | null
  early_data: number | null
}

export interface CoverageTlsServerName {
  without: 'same' | 'other' | 'refused' | (string & {})
  unknown: 'same' | 'other' | 'refused' | (string & {})
}

export interface CoverageLogin {
  logins: number
  reason: string
}

export interface Software {
  /** Stable over versions, such as `jquery` or `wordpress-plugin:akismet`. */
  key: string
  name: string
  category: string
  vendor: string | null
  site: string
  /** What it is called where vulnerabilities are listed. */
  packages: SoftwarePackage[]
  version: string | null
  precision: 'exact' | 'range' | (string & {}) | null
  /** Percent: that it is there. */
  confidence: number
  /** Percent: that this is its version. */
  version_confidence: number
  packaged: string | null
  locations: SoftwareLocation[]
  location_count: number
  endoflife: string | null
}

export interface SoftwarePackage {
  ecosystem: string
  name: string
}

export interface SoftwareLocation {
  url: string
  signal: string
  seen: string
}

export interface CoverageSpent {
  requests: number
  handshakes: number
  dns_queries: number
}

export interface CoverageBudget {
  requests: number
  handshakes: number
  dns_queries: number
}

export interface ScanDocument {
  scan: Scan
  vulnerabilities: Vulnerability[]
  coverage: ScanDocumentCoverage
}

export interface ScanDocumentCoverage {
  checks: ScanDocumentCoverageCheck[]
  sources: ScanDocumentCoverageSource[]
  /** Addresses of the pages that were judged, at most the first 1,000. */
  pages: string[]
  crawl?: ScanDocumentCoverageCrawl | null
  tls?: ScanDocumentCoverageTls | null
  /** Where a log-in was asked for: how often it was made, and why there is no session. */
  login?: ScanDocumentCoverageLogin | null
  /** What the website runs and serves. */
  software?: Software[]
  spent: ScanDocumentCoverageSpent
  budget: ScanDocumentCoverageBudget
  /** Digests of all places that were looked at, for comparisons; in base64. */
  looked_at?: string
}

export interface ScanDocumentCoverageCheck {
  check: string
  status: 'passed' | 'failed' | 'skipped' | 'not_gathered' | 'error' | (string & {})
  /** Why it was skipped, could not be asked, or broke; empty otherwise. */
  reason: string
  outcomes: string[]
}

export interface ScanDocumentCoverageSource {
  name: string
  gathered: boolean
  reason: string
  duration_ms: number
}

export interface ScanDocumentCoverageCrawl {
  pages: number
  scripts: number
  /** The first 500. */
  parameters: ScanDocumentCoverageCrawlParameter[]
  parameter_count: number
  /** How many addresses were seen and not asked for, by reason. */
  not_followed: Record<string, number>
  /** Answers that were no page, by status or what happened instead. */
  other_answers: Record<string, number>
  browser: ScanDocumentCoverageCrawlBrowser
  /** What ended the crawl or cut it short. */
  limits: string[]
}

export interface ScanDocumentCoverageCrawlParameter {
  url: string
  method: string
  name: string
  in: 'query' | 'body' | 'path' | 'header' | 'cookie' | (string & {})
  source: string
}

export interface ScanDocumentCoverageCrawlBrowser {
  used: boolean
  /** Why none was used; empty otherwise. */
  reason: string
  pages: number
  requests: number
}

/** The full picture of the server’s TLS. */
export interface ScanDocumentCoverageTls {
  /** As SSL Labs would grade the server. T: not trusted. M: made out to another host. */
  grade: 'A+' | 'A' | 'A-' | 'B' | 'C' | 'D' | 'E' | 'F' | 'T' | 'M' | (string & {}) | null
  score: number | null
  parts: ScanDocumentCoverageTlsParts | null
  /** What kept the grade from being better. */
  because: string[]
  /** Every version and suite that the server accepts, newest first. */
  versions: ScanDocumentCoverageTlsVersion[]
  groups: string[]
  post_quantum: string | null
  alpn: string[]
  sessions: ScanDocumentCoverageTlsSessions
  server_name: ScanDocumentCoverageTlsServerName | null
  stapled: boolean
}

export interface ScanDocumentCoverageTlsParts {
  protocols: number
  key_exchange: number
  ciphers: number
}

export interface ScanDocumentCoverageTlsVersion {
  version: string
  /** Whose order decides. */
  order: 'server' | 'client' | (string & {}) | null
  suites: ScanDocumentCoverageTlsVersionSuite[]
  /** False where the search had to stop early. */
  complete: boolean
}

export interface ScanDocumentCoverageTlsVersionSuite {
  name: string
  group: string | null
  key_bits: number | null
}

export interface ScanDocumentCoverageTlsSessions {
  by_id: boolean | null
  by_ticket: boolean | null
  ticket_lifetime: number | null
  tls13_tickets: number | null
  tls13_lifetime: number | null
  early_data: number | null
}

export interface ScanDocumentCoverageTlsServerName {
  without: 'same' | 'other' | 'refused' | (string & {})
  unknown: 'same' | 'other' | 'refused' | (string & {})
}

export interface ScanDocumentCoverageLogin {
  logins: number
  reason: string
}

export interface ScanDocumentCoverageSpent {
  requests: number
  handshakes: number
  dns_queries: number
}

export interface ScanDocumentCoverageBudget {
  requests: number
  handshakes: number
  dns_queries: number
}

export interface Evidence {
  scan_id: string
  vulnerability_id: string
  outcome: string
  detected_at: string
  locations: EvidenceLocation[]
  /** Of all places; `locations` has at most 50 of them. */
  location_count: number
  proof: EvidenceProof
  fingerprint: string
  fingerprint_inputs: EvidenceFingerprintInputs
  /** What the check answered in this scan; null where its coverage is kept no longer. */
  check: EvidenceCheck | null
  title: string
}

export interface EvidenceLocation {
  url: string
  method: string | null
  parameter: string | null
}

export interface EvidenceProof {
  request: string | null
  response: string | null
  payload: string | null
  control: string | null
  curl: string | null
  observed: string | null
}

export interface EvidenceFingerprintInputs {
  check: string
  outcome: string
  origin: string
  path: string | null
  parameter: string | null
}

export interface EvidenceCheck {
  check: string
  status: 'passed' | 'failed' | 'skipped' | 'not_gathered' | 'error' | (string & {})
  reason: string
  outcomes: string[]
}

export interface ScanDiff {
  website_id: string
  from: ScanDiffFrom
  to: ScanDiffTo
  /** Whether both are of the same type and score_version, so that their scores may be compared. */
  comparable: boolean
  new: ScanDiffNew[]
  fixed: ScanDiffFixed[]
  regressed: ScanDiffRegressed[]
  unchanged: ScanDiffUnchanged[]
  not_tested: ScanDiffNotTested[]
}

export interface ScanDiffFrom {
  scan_id: string
  security_score: number | null
}

export interface ScanDiffTo {
  scan_id: string
  security_score: number | null
}

export interface ScanDiffNew {
  id: string
  type: 'vulnerability' | 'misconfiguration' | 'exposure' | 'threat' | 'information' | (string & {})
  severity: 'critical' | 'high' | 'medium' | 'low' | 'info' | (string & {})
  confidence: 'confirmed' | 'firm' | 'tentative' | (string & {})
  check: string
  outcome: string
  status: 'open' | 'fixed' | 'reopened' | 'accepted_risk' | 'false_positive' | 'merged' | (string & {})
  title: string
}

export interface ScanDiffFixed {
  id: string
  type: 'vulnerability' | 'misconfiguration' | 'exposure' | 'threat' | 'information' | (string & {})
  severity: 'critical' | 'high' | 'medium' | 'low' | 'info' | (string & {})
  confidence: 'confirmed' | 'firm' | 'tentative' | (string & {})
  check: string
  outcome: string
  status: 'open' | 'fixed' | 'reopened' | 'accepted_risk' | 'false_positive' | 'merged' | (string & {})
  title: string
}

export interface ScanDiffRegressed {
  id: string
  type: 'vulnerability' | 'misconfiguration' | 'exposure' | 'threat' | 'information' | (string & {})
  severity: 'critical' | 'high' | 'medium' | 'low' | 'info' | (string & {})
  confidence: 'confirmed' | 'firm' | 'tentative' | (string & {})
  check: string
  outcome: string
  status: 'open' | 'fixed' | 'reopened' | 'accepted_risk' | 'false_positive' | 'merged' | (string & {})
  title: string
}

export interface ScanDiffUnchanged {
  id: string
  type: 'vulnerability' | 'misconfiguration' | 'exposure' | 'threat' | 'information' | (string & {})
  severity: 'critical' | 'high' | 'medium' | 'low' | 'info' | (string & {})
  confidence: 'confirmed' | 'firm' | 'tentative' | (string & {})
  check: string
  outcome: string
  status: 'open' | 'fixed' | 'reopened' | 'accepted_risk' | 'false_positive' | 'merged' | (string & {})
  title: string
}

export interface ScanDiffNotTested {
  id: string
  type: 'vulnerability' | 'misconfiguration' | 'exposure' | 'threat' | 'information' | (string & {})
  severity: 'critical' | 'high' | 'medium' | 'low' | 'info' | (string & {})
  confidence: 'confirmed' | 'firm' | 'tentative' | (string & {})
  check: string
  outcome: string
  status: 'open' | 'fixed' | 'reopened' | 'accepted_risk' | 'false_positive' | 'merged' | (string & {})
  title: string
}

export interface Schedule {
  id: string
  website_id: string
  cron: string | null
  every: 'hourly' | 'daily' | 'weekly' | 'monthly' | (string & {}) | null
  time_zone: string
  window: ScheduleWindow | null
  jitter: number
  scan_type: 'quick' | 'full' | 'active' | (string & {})
  priority: 'low' | 'normal' | 'high' | (string & {})
  enabled: boolean
  disabled_reason: string | null
  /** The next five, jitter included; none while it is switched off. */
  next_runs: string[]
  last_run_at: string | null
  last_scan_id: string | null
  /** Scans in a row that failed; at five it is switched off. */
  consecutive_failures: number
  created_at: string
  updated_at: string
}

/** Scans begin only from `from` until before `to`, in the time zone; it may span midnight. */
export interface ScheduleWindow {
  /** HH:MM. */
  from: string
  /** HH:MM. */
  to: string
}

export interface UpdateVulnerabilitiesResult {
  results: UpdateVulnerabilitiesResultResult[]
}

export interface UpdateVulnerabilitiesResultResult {
  id: string
  /** What the change alone would have answered. */
  status: number
  code: string | null
  detail: string | null
}

export interface Change {
  field: 'status' | 'assignee' | 'merged_into' | 'places' | (string & {})
  before: string | null
  after: string | null
  reason: string | null
  /** The id of the key, the scan or the verification, or `expiry`. */
  author: string
  created_at: string
}

export interface Comment {
  id: string
  vulnerability_id: string
  /** The id of the key. */
  author: string
  body: string
  created_at: string
}

export interface VulnerabilityVerification {
  id: string
  vulnerability_id: string
  website_id: string
  status: 'queued' | 'running' | 'done' | (string & {})
  result: 'still_there' | 'fixed' | 'not_tested' | (string & {}) | null
  reason: string | null
  /** The id of the key. */
  requested_by: string
  created_at: string
  started_at: string | null
  completed_at: string | null
}

export interface ListVulnerabilityFingerprintsItem {
  vulnerability_id: string
  /** SHA-256, in hex, of the JSON array of its inputs in this order. */
  fingerprint: string
  fingerprint_inputs: ListVulnerabilityFingerprintsItemFingerprintInputs
  split_path: string | null
}

export interface ListVulnerabilityFingerprintsItemFingerprintInputs {
  check: string
  outcome: string
  origin: string
  path: string | null
  parameter: string | null
}

export interface Overview {
  object: 'overview'
  from: string
  to: string
  websites: OverviewWebsites
  security_score: OverviewSecurityScore
  /** Websites by grade, now; `none` has no score yet. */
  grades: Record<string, number>
  /** Now. `by_severity` counts what is open or reopened. */
  vulnerabilities: OverviewVulnerabilities
  activity: OverviewActivity
  mean_time_to_fix: number | null
  /** The five with the lowest scores, now. */
  worst: OverviewWorst[]
  /** The five that won most, their first scan not counted. */
  most_improved: OverviewMostImproved[]
  /** Those that end within 30 days, or have ended: the first 20. */
  certificates_expiring: OverviewCertificatesExpiring[]
  monitors: OverviewMonitors
  scans: OverviewScans
  tenants: OverviewTenant[] | null
}

export interface OverviewWebsites {
  total: number
  /** Those that were scanned, and so have a score. */
  scored: number
}

export interface OverviewSecurityScore {
  average: number | null
  change: number | null
  /** At the end of each day. */
  trend: OverviewSecurityScoreTrend[]
}

export interface OverviewSecurityScoreTrend {
  date: string
  average: number | null
  websites: number
}

/** Now. `by_severity` counts what is open or reopened. */
export interface OverviewVulnerabilities {
  by_severity: OverviewVulnerabilitiesBySeverity
  by_status: OverviewVulnerabilitiesByStatus
  by_status_and_severity: OverviewVulnerabilitiesByStatusAndSeverity
}

export interface OverviewVulnerabilitiesBySeverity {
  critical: number
  high: number
  medium: number
  low: number
  info: number
}

export interface OverviewVulnerabilitiesByStatus {
  open: number
  reopened: number
  fixed: number
  accepted_risk: number
  false_positive: number
}

export interface OverviewVulnerabilitiesByStatusAndSeverity {
  open: OverviewVulnerabilitiesByStatusAndSeverityOpen
  reopened: OverviewVulnerabilitiesByStatusAndSeverityReopened
  fixed: OverviewVulnerabilitiesByStatusAndSeverityFixed
  accepted_risk: OverviewVulnerabilitiesByStatusAndSeverityAcceptedRisk
  false_positive: OverviewVulnerabilitiesByStatusAndSeverityFalsePositive
}

export interface OverviewVulnerabilitiesByStatusAndSeverityOpen {
  critical: number
  high: number
  medium: number
  low: number
  info: number
}

export interface OverviewVulnerabilitiesByStatusAndSeverityReopened {
  critical: number
  high: number
  medium: number
  low: number
  info: number
}

export interface OverviewVulnerabilitiesByStatusAndSeverityFixed {
  critical: number
  high: number
  medium: number
  low: number
  info: number
}

export interface OverviewVulnerabilitiesByStatusAndSeverityAcceptedRisk {
  critical: number
  high: number
  medium: number
  low: number
  info: number
}

export interface OverviewVulnerabilitiesByStatusAndSeverityFalsePositive {
  critical: number
  high: number
  medium: number
  low: number
  info: number
}

export interface OverviewActivity {
  new: number
  fixed: number
  reopened: number
  /** Every day of the span. */
  days: OverviewActivityDay[]
}

export interface OverviewActivityDay {
  date: string
  new: number
  fixed: number
  reopened: number
}

export interface OverviewWorst {
  website_id: string
  url: string
  name: string
  security_score: number
  grade: string | null
}

export interface OverviewMostImproved {
  website_id: string
  url: string
  name: string
  security_score: number
  grade: string | null
  /** Points won in the span. */
  change: number
}

export interface OverviewCertificatesExpiring {
  website_id: string
  url: string
  not_after: string | null
}

export interface OverviewMonitors {
  up: number
  degraded: number
  down: number
  unknown: number
  pending: number
  disabled: number
}

export interface OverviewScans {
  queued: number
  running: number
}

export interface OverviewTenant {
  organization_id: string
  name: string
  websites: number
  security_score: number | null
  open: OverviewTenantOpen
}

export interface OverviewTenantOpen {
  critical: number
  high: number
  medium: number
  low: number
  info: number
}

export interface Monitor {
  id: string
  website_id: string
  kind:
    | 'uptime'
    | 'certificate'
    | 'headers'
    | 'dns'
    | 'content'
    | 'scripts'
    | 'score'
    | 'malware'
    | 'domain'
    | (string & {})
  /** Seconds between two looks. Default 300; of malware 3600, and at least 300; of domain 86400, and at least 3600. */
  interval: number
  thresholds: MonitorThresholds
  enabled: boolean
  /** `pending`: not looked at yet. `degraded`: there, but something is wrong. `unknown`: nobody can say, as when the fault is ours. An alarm is raised only when a second look shows the same. */
  status: 'pending' | 'up' | 'degraded' | 'down' | 'unknown' | (string & {})
  fault: 'target' | 'network' | 'us' | (string & {}) | null
  detail: string | null
  /** What alarms were raised for and has not gone since. */
  causes: string[]
  reading: Record<string, unknown> | null
  checked_at: string | null
  status_changed_at: string | null
  next_check_at: string | null
  created_at: string
  updated_at: string
}

export interface MonitorThresholds {
  /** uptime: milliseconds for connecting, and again for the answer. Default 10000. */
  timeout_ms?: number
  /** uptime: slower than this is an alarm. Default: none. */
  max_response_ms?: number
  /** uptime: the good answers. Default: 200 to 399, and 401, 403 and 429. */
  expected_status?: number[]
  /** certificate, domain: days before its end. Default 21 and 30. */
  expiry_days?: number
  /** headers: security headers that have to be there, besides those that were seen before. */
  required_headers?: string[]
  /** content: how much of the text may change. Default 30. */
  max_change_percent?: number
  /** score: lower is an alarm. */
  min_score?: number
  /** score: falling by more is an alarm. Default 9. */
  max_drop?: number
}

export interface MonitorHistory {
  monitor_id: string
  from: string
  to: string
  total: MonitorHistoryTotal
  /** Oldest first; those without a look are left out. Empty with `step=day`. */
  hours: MonitorHistoryHour[]
  /** Likewise, with `step=day`; else empty. */
  days: MonitorHistoryDay[]
}

export interface MonitorHistoryTotal {
  checks: number
  up: number
  down: number
  /** Looks that came to nothing by no fault of the website: they count for neither. */
  unknown: number
  uptime_percent: number | null
  response_ms: MonitorHistoryTotalResponseMs
}

export interface MonitorHistoryTotalResponseMs {
  p50: number | null
  p95: number | null
  p99: number | null
}

export interface MonitorHistoryHour {
  hour: string
  checks: number
  up: number
  down: number
  /** Looks that came to nothing by no fault of the website: they count for neither. */
  unknown: number
  uptime_percent: number | null
  response_ms: MonitorHistoryHourResponseMs
}

export interface MonitorHistoryHourResponseMs {
  p50: number | null
  p95: number | null
  p99: number | null
}

export interface MonitorHistoryDay {
  /** UTC. */
  day: string
  checks: number
  up: number
  down: number
  /** Looks that came to nothing by no fault of the website: they count for neither. */
  unknown: number
  uptime_percent: number | null
  response_ms: MonitorHistoryDayResponseMs
}

export interface MonitorHistoryDayResponseMs {
  p50: number | null
  p95: number | null
  p99: number | null
}

export interface Alert {
  id: string
  website_id: string
  monitor_id: string | null
  /** Which kind of monitor it is of: `uptime`, `certificate`, `headers`, `dns`, `content`, `scripts`, `score`, `malware`, `domain`; `policy`: a scan fails one that an alert channel names; `compliance`: a website drifts from a framework that is followed, or a payment page has changed or cannot be looked at; `schedule`: one was switched off after failures; or `monitoring`: it has stopped itself. More may come. */
  kind: string
  /** `down`, `slow`, `certificate_expiring`, `certificate_changed`, `headers_missing`, `dns_changed`, `content_changed`, `scripts_changed`, `score_low`, `malware`, `blocklisted`, `domain_expiring`, `domain_held`, `monitoring_stopped`, `policy:` and the id of the policy, `compliance:` and the id of the framework, `schedule:` and the id of the schedule; more may come. */
  cause: string
  severity: 'critical' | 'high' | 'medium' | 'low' | 'info' | (string & {})
  status: 'open' | 'acknowledged' | 'resolved' | (string & {})
  summary: string
  /** What was seen; what changed, before and after. */
  data: Record<string, unknown>
  /** How often it was raised while it was open. */
  occurrences: number
  last_seen_at: string
  acknowledged_at: string | null
  acknowledged_by: string | null
  resolved_at: string | null
  resolved_by: string | null
  created_at: string
  updated_at: string
}

export interface AlertChannel {
  id: string
  name: string
  kind: 'mail' | 'slack' | 'teams' | 'pagerduty' | 'webhook' | (string & {})
  settings: AlertChannelSettings
  /** Which alerts are told here: those that meet all that is set. */
  filter: AlertChannelFilter
  quiet_hours: AlertChannelQuietHours | null
  digest: AlertChannelDigest
  /** Whether critical alerts are told at once, also in quiet hours and beside a digest. Default true. */
  critical_at_once: boolean
  enabled: boolean
  disabled_reason: string | null
  failing_since: string | null
  last_error: string | null
  created_at: string
  updated_at: string
}

export interface AlertChannelSettings {
  to?: string[]
  /** Of slack and teams only the host: the rest is secret. */
  url?: string
  routing_key_last_four?: string
  region?: 'us' | 'eu' | (string & {})
  base_url?: string
}

/** Which alerts are told here: those that meet all that is set. */
export interface AlertChannelFilter {
  /** Only alerts as bad as this, or worse. Default: all. */
  min_severity?: 'critical' | 'high' | 'medium' | 'low' | 'info' | (string & {})
  /** Only alerts that these kinds of monitors raise; `policy`: scans that fail a policy; `schedule`: that one was switched off; `monitoring`: that monitoring itself has stopped. Default: all. */
  kinds?: (
    | 'uptime'
    | 'certificate'
    | 'headers'
    | 'dns'
    | 'content'
    | 'scripts'
    | 'score'
    | 'malware'
    | 'domain'
    | 'policy'
    | 'compliance'
    | 'schedule'
    | 'monitoring'
    | (string & {})
  )[]
  /** Scans of these websites that fail this policy open an alert of kind `policy`; of that kind, no other is told here. */
  policy_id?: string
  /** Only alerts of these websites, and of those with one of `tags`. Default: all. */
  website_ids?: string[]
  tags?: string[]
}

/** Each day from one time to another, which may be on the next day. What happens then is told at their end, in one digest. */
export interface AlertChannelQuietHours {
  /** HH:MM. */
  from: string
  /** HH:MM. */
  to: string
  /** Of the IANA database, as Europe/Berlin. */
  time_zone: string
}

export interface AlertChannelDigest {
  /** When alerts are told: at once, each by itself; or gathered, at each full hour or once a day. */
  every: 'immediately' | 'hourly' | 'daily' | (string & {})
  /** daily: at this time. Default 08:00. */
  at?: string
  /** daily: of `at`. Default UTC. */
  time_zone?: string
}

export interface AlertChannelCreated {
  id: string
  name: string
  kind: 'mail' | 'slack' | 'teams' | 'pagerduty' | 'webhook' | (string & {})
  settings: AlertChannelCreatedSettings
  /** Which alerts are told here: those that meet all that is set. */
  filter: AlertChannelCreatedFilter
  quiet_hours: AlertChannelCreatedQuietHours | null
  digest: AlertChannelCreatedDigest
  /** Whether critical alerts are told at once, also in quiet hours and beside a digest. Default true. */
  critical_at_once: boolean
  enabled: boolean
  disabled_reason: string | null
  failing_since: string | null
  last_error: string | null
  created_at: string
  updated_at: string
  /** webhook: in its `whsec_` form, this once: what the Standard Webhooks libraries take. */
  secret?: string
}

export interface AlertChannelCreatedSettings {
  to?: string[]
  /** Of slack and teams only the host: the rest is secret. */
  url?: string
  routing_key_last_four?: string
  region?: 'us' | 'eu' | (string & {})
  base_url?: string
}

/** Which alerts are told here: those that meet all that is set. */
export interface AlertChannelCreatedFilter {
  /** Only alerts as bad as this, or worse. Default: all. */
  min_severity?: 'critical' | 'high' | 'medium' | 'low' | 'info' | (string & {})
  /** Only alerts that these kinds of monitors raise; `policy`: scans that fail a policy; `schedule`: that one was switched off; `monitoring`: that monitoring itself has stopped. Default: all. */
  kinds?: (
    | 'uptime'
    | 'certificate'
    | 'headers'
    | 'dns'
    | 'content'
    | 'scripts'
    | 'score'
    | 'malware'
    | 'domain'
    | 'policy'
    | 'compliance'
    | 'schedule'
    | 'monitoring'
    | (string & {})
  )[]
  /** Scans of these websites that fail this policy open an alert of kind `policy`; of that kind, no other is told here. */
  policy_id?: string
  /** Only alerts of these websites, and of those with one of `tags`. Default: all. */
  website_ids?: string[]
  tags?: string[]
}

/** Each day from one time to another, which may be on the next day. What happens then is told at their end, in one digest. */
export interface AlertChannelCreatedQuietHours {
  /** HH:MM. */
  from: string
  /** HH:MM. */
  to: string
  /** Of the IANA database, as Europe/Berlin. */
  time_zone: string
}

export interface AlertChannelCreatedDigest {
  /** When alerts are told: at once, each by itself; or gathered, at each full hour or once a day. */
  every: 'immediately' | 'hourly' | 'daily' | (string & {})
  /** daily: at this time. Default 08:00. */
  at?: string
  /** daily: of `at`. Default UTC. */
  time_zone?: string
}

export interface ChannelDeliveryWithAttempts {
  id: string
  channel_id: string
  kind: 'alert' | 'digest' | 'test' | (string & {})
  /** What it tells of, oldest first; none of a test. */
  alert_ids: string[]
  status: 'pending' | 'succeeded' | 'failed' | (string & {})
  attempt_count: number
  next_attempt_at: string | null
  created_at: string
  completed_at: string | null
  attempts: ChannelDeliveryAttempt[]
}

export interface ChannelDeliveryAttempt {
  number: number
  attempted_at: string
  duration_ms: number
  /** Without what is secret. */
  request: Record<string, unknown>
  response: Record<string, unknown> | null
  error: string | null
}

export interface ChannelDelivery {
  id: string
  channel_id: string
  kind: 'alert' | 'digest' | 'test' | (string & {})
  /** What it tells of, oldest first; none of a test. */
  alert_ids: string[]
  status: 'pending' | 'succeeded' | 'failed' | (string & {})
  attempt_count: number
  next_attempt_at: string | null
  created_at: string
  completed_at: string | null
}

export interface Policy {
  id: string
  name: string
  description: string
  /** What makes a scan fail. All fields of one object are met by the same vulnerability; what is said of the score and the website is of the scan. Vulnerabilities that were accepted or marked as false never count, nor do `info` ones unless `severity` says so. */
  fail_when: PolicyFailWhen
  created_at: string
  updated_at: string
}

/** What makes a scan fail. All fields of one object are met by the same vulnerability; what is said of the score and the website is of the scan. Vulnerabilities that were accepted or marked as false never count, nor do `info` ones unless `severity` says so. */
export interface PolicyFailWhen {
  /** A vulnerability so bad, or worse. */
  severity?: 'critical' | 'high' | 'medium' | 'low' | 'info' | (string & {})
  /** So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do. */
  confidence?: 'confirmed' | 'firm' | 'tentative' | (string & {})
  /** true: seen by this scan for the first time, or back again. false: known before. */
  new?: boolean
  type?: ('vulnerability' | 'misconfiguration' | 'exposure' | 'threat' | 'information' | (string & {}))[]
  /** Whether CISA lists a flaw of it as exploited. */
  kev?: boolean
  /** Known for so many days, or longer. */
  age_days?: number
  /** A vulnerability that speaks to a requirement of the framework. */
  compliance?: PolicyFailWhenCompliance
  /** The scan’s score is lower. */
  score_below?: number
  /** The score is lower by so much, or more, than that of the last scan of the same type and rules. */
  score_dropped_by?: number
  /** The website has one of these tags. */
  website_tags?: string[]
  /** The website is so critical, or more. */
  website_criticality?: 'low' | 'medium' | 'high' | 'critical' | (string & {})
  /** Each of them is met. */
  all?: PolicyFailWhenAll[]
  /** One of them is met. */
  any?: PolicyFailWhenAny[]
}

/** A vulnerability that speaks to a requirement of the framework. */
export interface PolicyFailWhenCompliance {
  /** As in a vulnerability’s `compliance`. */
  framework: string
  /** One of these; without it, any. */
  requirements?: string[]
}

export interface PolicyFailWhenAll {
  /** A vulnerability so bad, or worse. */
  severity?: 'critical' | 'high' | 'medium' | 'low' | 'info' | (string & {})
  /** So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do. */
  confidence?: 'confirmed' | 'firm' | 'tentative' | (string & {})
  /** true: seen by this scan for the first time, or back again. false: known before. */
  new?: boolean
  type?: ('vulnerability' | 'misconfiguration' | 'exposure' | 'threat' | 'information' | (string & {}))[]
  /** Whether CISA lists a flaw of it as exploited. */
  kev?: boolean
  /** Known for so many days, or longer. */
  age_days?: number
  /** A vulnerability that speaks to a requirement of the framework. */
  compliance?: PolicyFailWhenAllCompliance
  /** The scan’s score is lower. */
  score_below?: number
  /** The score is lower by so much, or more, than that of the last scan of the same type and rules. */
  score_dropped_by?: number
  /** The website has one of these tags. */
  website_tags?: string[]
  /** The website is so critical, or more. */
  website_criticality?: 'low' | 'medium' | 'high' | 'critical' | (string & {})
  /** Each of them is met. */
  all?: PolicyFailWhenAllAll[]
  /** One of them is met. */
  any?: PolicyFailWhenAllAny[]
}

/** A vulnerability that speaks to a requirement of the framework. */
export interface PolicyFailWhenAllCompliance {
  /** As in a vulnerability’s `compliance`. */
  framework: string
  /** One of these; without it, any. */
  requirements?: string[]
}

export interface PolicyFailWhenAllAll {
  /** A vulnerability so bad, or worse. */
  severity?: 'critical' | 'high' | 'medium' | 'low' | 'info' | (string & {})
  /** So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do. */
  confidence?: 'confirmed' | 'firm' | 'tentative' | (string & {})
  /** true: seen by this scan for the first time, or back again. false: known before. */
  new?: boolean
  type?: ('vulnerability' | 'misconfiguration' | 'exposure' | 'threat' | 'information' | (string & {}))[]
  /** Whether CISA lists a flaw of it as exploited. */
  kev?: boolean
  /** Known for so many days, or longer. */
  age_days?: number
  /** A vulnerability that speaks to a requirement of the framework. */
  compliance?: PolicyFailWhenAllAllCompliance
  /** The scan’s score is lower. */
  score_below?: number
  /** The score is lower by so much, or more, than that of the last scan of the same type and rules. */
  score_dropped_by?: number
  /** The website has one of these tags. */
  website_tags?: string[]
  /** The website is so critical, or more. */
  website_criticality?: 'low' | 'medium' | 'high' | 'critical' | (string & {})
}

/** A vulnerability that speaks to a requirement of the framework. */
export interface PolicyFailWhenAllAllCompliance {
  /** As in a vulnerability’s `compliance`. */
  framework: string
  /** One of these; without it, any. */
  requirements?: string[]
}

export interface PolicyFailWhenAllAny {
  /** A vulnerability so bad, or worse. */
  severity?: 'critical' | 'high' | 'medium' | 'low' | 'info' | (string & {})
  /** So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do. */
  confidence?: 'confirmed' | 'firm' | 'tentative' | (string & {})
  /** true: seen by this scan for the first time, or back again. false: known before. */
  new?: boolean
  type?: ('vulnerability' | 'misconfiguration' | 'exposure' | 'threat' | 'information' | (string & {}))[]
  /** Whether CISA lists a flaw of it as exploited. */
  kev?: boolean
  /** Known for so many days, or longer. */
  age_days?: number
  /** A vulnerability that speaks to a requirement of the framework. */
  compliance?: PolicyFailWhenAllAnyCompliance
  /** The scan’s score is lower. */
  score_below?: number
  /** The score is lower by so much, or more, than that of the last scan of the same type and rules. */
  score_dropped_by?: number
  /** The website has one of these tags. */
  website_tags?: string[]
  /** The website is so critical, or more. */
  website_criticality?: 'low' | 'medium' | 'high' | 'critical' | (string & {})
}

/** A vulnerability that speaks to a requirement of the framework. */
export interface PolicyFailWhenAllAnyCompliance {
  /** As in a vulnerability’s `compliance`. */
  framework: string
  /** One of these; without it, any. */
  requirements?: string[]
}

export interface PolicyFailWhenAny {
  /** A vulnerability so bad, or worse. */
  severity?: 'critical' | 'high' | 'medium' | 'low' | 'info' | (string & {})
  /** So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do. */
  confidence?: 'confirmed' | 'firm' | 'tentative' | (string & {})
  /** true: seen by this scan for the first time, or back again. false: known before. */
  new?: boolean
  type?: ('vulnerability' | 'misconfiguration' | 'exposure' | 'threat' | 'information' | (string & {}))[]
  /** Whether CISA lists a flaw of it as exploited. */
  kev?: boolean
  /** Known for so many days, or longer. */
  age_days?: number
  /** A vulnerability that speaks to a requirement of the framework. */
  compliance?: PolicyFailWhenAnyCompliance
  /** The scan’s score is lower. */
  score_below?: number
  /** The score is lower by so much, or more, than that of the last scan of the same type and rules. */
  score_dropped_by?: number
  /** The website has one of these tags. */
  website_tags?: string[]
  /** The website is so critical, or more. */
  website_criticality?: 'low' | 'medium' | 'high' | 'critical' | (string & {})
  /** Each of them is met. */
  all?: PolicyFailWhenAnyAll[]
  /** One of them is met. */
  any?: PolicyFailWhenAnyAny[]
}

/** A vulnerability that speaks to a requirement of the framework. */
export interface PolicyFailWhenAnyCompliance {
  /** As in a vulnerability’s `compliance`. */
  framework: string
  /** One of these; without it, any. */
  requirements?: string[]
}

export interface PolicyFailWhenAnyAll {
  /** A vulnerability so bad, or worse. */
  severity?: 'critical' | 'high' | 'medium' | 'low' | 'info' | (string & {})
  /** So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do. */
  confidence?: 'confirmed' | 'firm' | 'tentative' | (string & {})
  /** true: seen by this scan for the first time, or back again. false: known before. */
  new?: boolean
  type?: ('vulnerability' | 'misconfiguration' | 'exposure' | 'threat' | 'information' | (string & {}))[]
  /** Whether CISA lists a flaw of it as exploited. */
  kev?: boolean
  /** Known for so many days, or longer. */
  age_days?: number
  /** A vulnerability that speaks to a requirement of the framework. */
  compliance?: PolicyFailWhenAnyAllCompliance
  /** The scan’s score is lower. */
  score_below?: number
  /** The score is lower by so much, or more, than that of the last scan of the same type and rules. */
  score_dropped_by?: number
  /** The website has one of these tags. */
  website_tags?: string[]
  /** The website is so critical, or more. */
  website_criticality?: 'low' | 'medium' | 'high' | 'critical' | (string & {})
}

/** A vulnerability that speaks to a requirement of the framework. */
export interface PolicyFailWhenAnyAllCompliance {
  /** As in a vulnerability’s `compliance`. */
  framework: string
  /** One of these; without it, any. */
  requirements?: string[]
}

export interface PolicyFailWhenAnyAny {
  /** A vulnerability so bad, or worse. */
  severity?: 'critical' | 'high' | 'medium' | 'low' | 'info' | (string & {})
  /** So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do. */
  confidence?: 'confirmed' | 'firm' | 'tentative' | (string & {})
  /** true: seen by this scan for the first time, or back again. false: known before. */
  new?: boolean
  type?: ('vulnerability' | 'misconfiguration' | 'exposure' | 'threat' | 'information' | (string & {}))[]
  /** Whether CISA lists a flaw of it as exploited. */
  kev?: boolean
  /** Known for so many days, or longer. */
  age_days?: number
  /** A vulnerability that speaks to a requirement of the framework. */
  compliance?: PolicyFailWhenAnyAnyCompliance
  /** The scan’s score is lower. */
  score_below?: number
  /** The score is lower by so much, or more, than that of the last scan of the same type and rules. */
  score_dropped_by?: number
  /** The website has one of these tags. */
  website_tags?: string[]
  /** The website is so critical, or more. */
  website_criticality?: 'low' | 'medium' | 'high' | 'critical' | (string & {})
}

/** A vulnerability that speaks to a requirement of the framework. */
export interface PolicyFailWhenAnyAnyCompliance {
  /** As in a vulnerability’s `compliance`. */
  framework: string
  /** One of these; without it, any. */
  requirements?: string[]
}

export interface SimulatedScans {
  object: 'list'
  data: SimulatedScansData[]
  has_more: boolean
  next_cursor: string | null
  /** How many of this page’s scans would have failed. */
  failed: number
}

export interface SimulatedScansData {
  /** Of the scan. */
  id: string
  website_id: string
  url: string
  scan_type: 'quick' | 'full' | 'active' | (string & {})
  security_score: number
  completed_at: string | null
  passed: boolean
  reasons: SimulatedScansDataReason[]
}

export interface SimulatedScansDataReason {
  /** A sentence. */
  detail: string
  /** Because of which, worst first; at most 50. */
  vulnerability_ids: string[]
  /** Of all of them; 0 where it is because of the scan itself. */
  vulnerability_count: number
}

export interface FrameworkSummary {
  id: string
  name: string
  publisher: string
  /** Where its publisher has it. */
  source: string
  /** Which parts of it are here. */
  covers: string
  requirements: number
  /** To how many of them a check speaks. */
  with_checks: number
  /** Whether an alert and an event tell when a website drifts from it. */
  followed: boolean
}

export interface Framework {
  id: string
  name: string
  publisher: string
  /** Where its publisher has it. */
  source: string
  /** Which parts of it are here. */
  covers: string
  /** To how many of them a check speaks. */
  with_checks: number
  /** Whether an alert and an event tell when a website drifts from it. */
  followed: boolean
  requirements: FrameworkRequirement[]
}

export interface FrameworkRequirement {
  number: string
  level: number | null
  /** The checks that speak to it. */
  checks: string[]
  unseen: string | null
  /** What it asks, in our words. */
  title: string
}

export interface ComplianceAssessment {
  framework: ComplianceAssessmentFramework
  scope: ComplianceAssessmentScope
  assessed_at: string
  websites: ComplianceAssessmentWebsite[]
  /** Those whose answers count: the newest of each type. */
  scans: ComplianceAssessmentScan[]
  totals: ComplianceAssessmentTotals
  requirements: AssessedRequirement[]
}

export interface ComplianceAssessmentFramework {
  id: string
  name: string
  publisher: string
  source: string
  covers: string
}

export interface ComplianceAssessmentScope {
  kind: 'website' | 'group' | 'organization' | (string & {})
  id: string
  name: string
}

export interface ComplianceAssessmentWebsite {
  id: string
  url: string
  name: string
}

export interface ComplianceAssessmentScan {
  website_id: string
  scan_id: string
  scan_type: string
  completed_at: string
}

export interface ComplianceAssessmentTotals {
  failing: number
  not_tested: number
  attestation_needed: number
  partly_tested: number
  accepted: number
  met: number
  not_applicable: number
}

export interface AssessedRequirement {
  number: string
  level: number | null
  /** From worst to best. `failing`: something was found, or it was attested not to be met. `not_tested`: none of its checks has an answer. `attestation_needed`: what shows from outside passes, and the rest has not been attested. `partly_tested`: nothing was found, and some checks have no answer. `accepted`: what was found is an accepted risk. `met`. `not_applicable`: attested so. */
  status:
    | 'failing'
    | 'not_tested'
    | 'attestation_needed'
    | 'partly_tested'
    | 'accepted'
    | 'met'
    | 'not_applicable'
    | (string & {})
  /** Why, in a sentence. */
  summary: string
  outside: AssessedRequirementOutside
  unseen: string | null
  /** At most 50, worst first; also what was accepted or marked false. */
  evidence: AssessedRequirementEvidence[]
  evidence_count: number
  /** Those that count. */
  attestations: AssessedRequirementAttestation[]
  /** What the ledger of payment pages says (PCI DSS 6.4.3, 11.6.1). */
  ledger: string[]
  /** How it stands on each, where there are several. */
  websites: AssessedRequirementWebsite[]
  /** What it asks, in our words. */
  title: string
}

export interface AssessedRequirementOutside {
  /** What its checks alone say; `not_visible` where none speaks to it. */
  status: 'failing' | 'accepted' | 'not_tested' | 'partly_tested' | 'passing' | 'not_visible' | (string & {})
  passed: number
  failed: number
  /** Asked, and of no concern to the website. */
  skipped: number
  not_asked: number
  tested_at: string | null
  checks: string[]
  /** Those of the checks that have not passed. */
  open_checks: AssessedRequirementOutsideOpenCheck[]
}

export interface AssessedRequirementOutsideOpenCheck {
  check: string
  status: 'failed' | 'not_gathered' | 'error' | 'not_asked' | (string & {})
  reason: string
}

export interface AssessedRequirementEvidence {
  vulnerability_id: string
  website_id: string
  check: string
  severity: string
  status: string
  reason: string | null
  author: string | null
  first_seen_at: string
  last_seen_at: string
  /** The last scan that saw it. */
  scan_id: string
  title: string
}

export interface AssessedRequirementAttestation {
  id: string
  website_id: string | null
  verdict: 'met' | 'not_met' | 'not_applicable' | (string & {})
  statement: string
  author: string
  created_at: string
  expires_at: string | null
  file: AssessedRequirementAttestationFile | null
}

export interface AssessedRequirementAttestationFile {
  name: string
  media_type: string
  size: number
  sha256: string
}

export interface AssessedRequirementWebsite {
  website_id: string
  /** From worst to best. `failing`: something was found, or it was attested not to be met. `not_tested`: none of its checks has an answer. `attestation_needed`: what shows from outside passes, and the rest has not been attested. `partly_tested`: nothing was found, and some checks have no answer. `accepted`: what was found is an accepted risk. `met`. `not_applicable`: attested so. */
  status:
    | 'failing'
    | 'not_tested'
    | 'attestation_needed'
    | 'partly_tested'
    | 'accepted'
    | 'met'
    | 'not_applicable'
    | (string & {})
}

export interface ComplianceChange {
  id: string
  website_id: string
  framework: string
  requirement: string
  /** From worst to best. `failing`: something was found, or it was attested not to be met. `not_tested`: none of its checks has an answer. `attestation_needed`: what shows from outside passes, and the rest has not been attested. `partly_tested`: nothing was found, and some checks have no answer. `accepted`: what was found is an accepted risk. `met`. `not_applicable`: attested so. */
  before:
    | 'failing'
    | 'not_tested'
    | 'attestation_needed'
    | 'partly_tested'
    | 'accepted'
    | 'met'
    | 'not_applicable'
    | (string & {})
  /** From worst to best. `failing`: something was found, or it was attested not to be met. `not_tested`: none of its checks has an answer. `attestation_needed`: what shows from outside passes, and the rest has not been attested. `partly_tested`: nothing was found, and some checks have no answer. `accepted`: what was found is an accepted risk. `met`. `not_applicable`: attested so. */
  after:
    | 'failing'
    | 'not_tested'
    | 'attestation_needed'
    | 'partly_tested'
    | 'accepted'
    | 'met'
    | 'not_applicable'
    | (string & {})
  scan_id: string
  /** What puts it in doubt since; at most 50. */
  vulnerability_ids: string[]
  created_at: string
}

export interface Attestation {
  id: string
  framework: string
  /** Its number, as its publisher has it. */
  requirement: string
  website_id: string | null
  verdict: 'met' | 'not_met' | 'not_applicable' | (string & {})
  statement: string
  /** The id of the person, or of the key. */
  author: string
  file: AttestationFile | null
  /** False once it has expired or was withdrawn. */
  counts: boolean
  expires_at: string | null
  withdrawn_at: string | null
  withdrawn_by: string | null
  created_at: string
}

export interface AttestationFile {
  name: string
  media_type: string
  /** Bytes. */
  size: number
  /** In hexadecimal digits. */
  sha256: string
}

export interface ReportLink {
  id: string
  report_id: string
  /** Whoever has it gets the file, without a key, until it expires or is revoked. */
  share_url: string
  /** The key, person or schedule that made it. */
  created_by: string
  expires_at: string
  revoked_at: string | null
  /** How often the file was had by it. */
  used_count: number
  last_used_at: string | null
  created_at: string
}

export interface Report {
  id: string
  kind: 'executive' | 'technical' | 'comparison' | 'portfolio' | 'compliance' | (string & {})
  format: 'pdf' | 'html' | 'json' | 'csv' | 'sarif' | (string & {})
  language: 'en' | 'de' | 'fr' | (string & {})
  scan_id: string | null
  baseline_scan_id: string | null
  website_id: string | null
  group: string | null
  tag: string | null
  framework: string | null
  /** Which vulnerabilities: those that are of one of each list. Unless told, what is open, and of a scan whatever it saw. */
  filter: ReportFilter
  period_days: number
  report_schedule_id: string | null
  run_id: string | null
  status: 'queued' | 'running' | 'done' | 'failed' | (string & {})
  error: ReportError | null
  summary: ReportSummary | null
  download_url: string | null
  file_name: string | null
  content_type: string | null
  size: number | null
  sha256: string | null
  /** By the plan of when it was asked for. */
  kept_until: string
  created_at: string
  started_at: string | null
  completed_at: string | null
  title: string | null
}

/** Which vulnerabilities: those that are of one of each list. Unless told, what is open, and of a scan whatever it saw. */
export interface ReportFilter {
  severity?: ('critical' | 'high' | 'medium' | 'low' | 'info' | (string & {}))[]
  status?: ('open' | 'reopened' | 'fixed' | 'accepted_risk' | 'false_positive' | (string & {}))[]
  confidence?: ('confirmed' | 'firm' | 'tentative' | (string & {}))[]
  type?: ('vulnerability' | 'misconfiguration' | 'exposure' | 'threat' | 'information' | (string & {}))[]
  check?: string[]
  /** Whether CISA lists a flaw of it as exploited. */
  kev?: boolean
}

/** Why it could not be made. */
export interface ReportError {
  code: string
  message: string
}

/** What it came to, once it is done. */
export interface ReportSummary {
  websites: number
  security_score: number | null
  grade: string | null
  vulnerabilities: ReportSummaryVulnerabilities
}

export interface ReportSummaryVulnerabilities {
  critical: number
  high: number
  medium: number
  low: number
  info: number
}

export interface Integration {
  id: string
  name: string
  kind: 'jira' | 'linear' | 'github' | 'gitlab' | 'slack' | (string & {})
  base_url: string
  settings: IntegrationSettings
  /** What becomes a ticket by itself: what one of the rules asks for. None: only what is asked for by `POST /v1/tickets`. */
  rules: IntegrationRule[]
  mapping: IntegrationMapping
  sync: IntegrationSync
  enabled: boolean
  /** failing: `last_error` says why, nothing is lost. */
  status: 'active' | 'failing' | 'disabled' | (string & {})
  failing_since: string | null
  last_error: string | null
  last_succeeded_at: string | null
  paused_until: string | null
  hook_url: string | null
  created_at: string
  updated_at: string
}

export interface IntegrationSettings {
  repository?: string
  project?: string
  team?: string
  channel?: string
  issue_type?: string
  deployment?: 'cloud' | 'data_center' | (string & {})
  email?: string
  app_id?: string
  installation_id?: string
  token_last_four?: string
}

/** All that is set has to be met. */
export interface IntegrationRule {
  /** Default: all but `info`. */
  severities?: ('critical' | 'high' | 'medium' | 'low' | 'info' | (string & {}))[]
  /** So sure, or surer. Default `firm`. */
  confidence?: 'confirmed' | 'firm' | 'tentative' | (string & {})
  /** Only of these websites, and of those in one of `groups` or with one of `tags`. Default: all. */
  website_ids?: string[]
  /** As `website_ids`: groups of websites. */
  groups?: string[]
  tags?: string[]
  /** true: what a scan sees for the first time, or again after it was fixed. false: whatever a scan sees that has no ticket yet. Default true. */
  new_only?: boolean
  /** Only what makes the scan fail this policy. */
  policy_id?: string
}

export interface IntegrationMapping {
  /** Of every ticket. Default `lasthash`. */
  labels?: string[]
  /** Labels by severity, beside the others. */
  severity_labels?: IntegrationMappingSeverityLabels
  /** Priorities by severity. jira: names, as `High`; left out, none is set. linear: 1 (urgent) to 4; left out, by severity. */
  priorities?: IntegrationMappingPriorities
  /** Further fields of the issue as the other side’s API takes them, as `customfield_10010` or `milestone`. In texts, `{severity}`, `{check}`, `{cwe}`, `{cve}`, `{website}`, `{website_url}` and `{vulnerability_id}` are filled in. */
  fields?: Record<string, unknown>
  /** Who gets what none of `assignees` names. github: log-in. gitlab: user name. jira: account id, or in a data center the user name. linear: e-mail address or id. */
  assignee?: string
  /** The first that fits. */
  assignees?: IntegrationMappingAssignee[]
}

/** Labels by severity, beside the others. */
export interface IntegrationMappingSeverityLabels {
  critical?: string[]
  high?: string[]
  medium?: string[]
  low?: string[]
  info?: string[]
}

/** Priorities by severity. jira: names, as `High`; left out, none is set. linear: 1 (urgent) to 4; left out, by severity. */
export interface IntegrationMappingPriorities {
  critical?: string
  high?: string
  medium?: string
  low?: string
  info?: string
}

export interface IntegrationMappingAssignee {
  assignee: string
  severities?: ('critical' | 'high' | 'medium' | 'low' | 'info' | (string & {}))[]
  /** Of these websites, or those with one of `tags`. */
  website_ids?: string[]
  tags?: string[]
}

export interface IntegrationSync {
  /** Close the ticket when a scan finds the vulnerability gone. Default false: a comment says so. */
  close_when_fixed?: boolean
  /** When somebody closes a ticket, look at the vulnerability again, and say in a comment what was found. Default true. */
  verify_when_closed?: boolean
  /** Reopen what was closed as done and is still there; what was closed as not planned stays closed. Default true. */
  reopen_when_still_there?: boolean
  poll_seconds?: number | null
}

export interface IntegrationCreated {
  id: string
  name: string
  kind: 'jira' | 'linear' | 'github' | 'gitlab' | 'slack' | (string & {})
  base_url: string
  settings: IntegrationCreatedSettings
  /** What becomes a ticket by itself: what one of the rules asks for. None: only what is asked for by `POST /v1/tickets`. */
  rules: IntegrationCreatedRule[]
  mapping: IntegrationCreatedMapping
  sync: IntegrationCreatedSync
  enabled: boolean
  /** failing: `last_error` says why, nothing is lost. */
  status: 'active' | 'failing' | 'disabled' | (string & {})
  failing_since: string | null
  last_error: string | null
  last_succeeded_at: string | null
  paused_until: string | null
  hook_url: string | null
  created_at: string
  updated_at: string
  /** The one that was made, this once: for the tracker’s webhook. */
  webhook_secret?: string
}

export interface IntegrationCreatedSettings {
  repository?: string
  project?: string
  team?: string
  channel?: string
  issue_type?: string
  deployment?: 'cloud' | 'data_center' | (string & {})
  email?: string
  app_id?: string
  installation_id?: string
  token_last_four?: string
}

/** All that is set has to be met. */
export interface IntegrationCreatedRule {
  /** Default: all but `info`. */
  severities?: ('critical' | 'high' | 'medium' | 'low' | 'info' | (string & {}))[]
  /** So sure, or surer. Default `firm`. */
  confidence?: 'confirmed' | 'firm' | 'tentative' | (string & {})
  /** Only of these websites, and of those in one of `groups` or with one of `tags`. Default: all. */
  website_ids?: string[]
  /** As `website_ids`: groups of websites. */
  groups?: string[]
  tags?: string[]
  /** true: what a scan sees for the first time, or again after it was fixed. false: whatever a scan sees that has no ticket yet. Default true. */
  new_only?: boolean
  /** Only what makes the scan fail this policy. */
  policy_id?: string
}

export interface IntegrationCreatedMapping {
  /** Of every ticket. Default `lasthash`. */
  labels?: string[]
  /** Labels by severity, beside the others. */
  severity_labels?: IntegrationCreatedMappingSeverityLabels
  /** Priorities by severity. jira: names, as `High`; left out, none is set. linear: 1 (urgent) to 4; left out, by severity. */
  priorities?: IntegrationCreatedMappingPriorities
  /** Further fields of the issue as the other side’s API takes them, as `customfield_10010` or `milestone`. In texts, `{severity}`, `{check}`, `{cwe}`, `{cve}`, `{website}`, `{website_url}` and `{vulnerability_id}` are filled in. */
  fields?: Record<string, unknown>
  /** Who gets what none of `assignees` names. github: log-in. gitlab: user name. jira: account id, or in a data center the user name. linear: e-mail address or id. */
  assignee?: string
  /** The first that fits. */
  assignees?: IntegrationCreatedMappingAssignee[]
}

/** Labels by severity, beside the others. */
export interface IntegrationCreatedMappingSeverityLabels {
  critical?: string[]
  high?: string[]
  medium?: string[]
  low?: string[]
  info?: string[]
}

/** Priorities by severity. jira: names, as `High`; left out, none is set. linear: 1 (urgent) to 4; left out, by severity. */
export interface IntegrationCreatedMappingPriorities {
  critical?: string
  high?: string
  medium?: string
  low?: string
  info?: string
}

export interface IntegrationCreatedMappingAssignee {
  assignee: string
  severities?: ('critical' | 'high' | 'medium' | 'low' | 'info' | (string & {}))[]
  /** Of these websites, or those with one of `tags`. */
  website_ids?: string[]
  tags?: string[]
}

export interface IntegrationCreatedSync {
  /** Close the ticket when a scan finds the vulnerability gone. Default false: a comment says so. */
  close_when_fixed?: boolean
  /** When somebody closes a ticket, look at the vulnerability again, and say in a comment what was found. Default true. */
  verify_when_closed?: boolean
  /** Reopen what was closed as done and is still there; what was closed as not planned stays closed. Default true. */
  reopen_when_still_there?: boolean
  poll_seconds?: number | null
}

export interface IntegrationTest {
  ok: boolean
  /** One sentence: what was found, or what is wrong. */
  detail: string
}

export interface Ticket {
  id: string
  integration_id: string
  vulnerability_id: string
  website_id: string
  /** pending: about to be made. open, closed: as in the tracker. failed: the tracker does not take it as it is, `last_error` says why. gone: deleted in the tracker. canceled: the vulnerability was mended before the ticket was made. */
  status: 'pending' | 'open' | 'closed' | 'failed' | 'gone' | 'canceled' | (string & {})
  external_id: string | null
  external_key: string | null
  external_url: string | null
  external_state: 'open' | 'done' | 'dropped' | (string & {}) | null
  assignee: string | null
  /** `rule`, or the id of who asked for it. */
  requested_by: string
  verification_id: string | null
  last_error: string | null
  next_attempt_at: string | null
  created_at: string
  updated_at: string
  opened_at: string | null
  closed_at: string | null
}

export interface ComplianceBundle {
  id: string
  framework: string
  scope: ComplianceBundleScope
  totals: ComplianceBundleTotals
  signing_key_id: string
  entry_count: number
  /** Bytes. */
  size: number
  /** Of the file, in hexadecimal digits. */
  sha256: string
  /** With an API key, as any operation. */
  download_url: string
  created_by: string
  created_at: string
}

export interface ComplianceBundleScope {
  kind: 'website' | 'group' | 'organization' | (string & {})
  id: string
  name: string
}

export interface ComplianceBundleTotals {
  failing: number
  not_tested: number
  attestation_needed: number
  partly_tested: number
  accepted: number
  met: number
  not_applicable: number
}

export interface PaymentPage {
  id: string
  website_id: string
  url: string
  name: string
  /** Seconds between looks: 86400 unless told, 604800 (a week) at most. */
  interval: number
  /** `pending`: not looked at yet. `watched`: looked at within the last week. `unwatched`: not, and `detail` says why. `ended`: it is a payment page no more. */
  status: 'pending' | 'watched' | 'unwatched' | 'ended' | (string & {})
  /** How many run on it. */
  scripts: number
  /** How many of them are not authorised as they are. */
  unauthorized: number
  headers: Record<string, string> | null
  looked_at: string | null
  tried_at: string | null
  fault: string | null
  detail: string | null
  next_look_at: string | null
  created_by: string
  created_at: string
  updated_at: string
}

export interface PaymentScript {
  id: string
  payment_page_id: string
  /** Of a file its address; of other code its kind and the beginning of its hash. */
  source: string
  /** `inline`: in the page. `handler`: in an attribute. `dynamic`: made by a script. */
  kind: 'file' | 'inline' | 'handler' | 'dynamic' | (string & {})
  /** Of what runs now; in inline code, numbers and tokens are left out. */
  sha256: string
  integrity: string | null
  loaded_by: string | null
  /** From another host than the page. */
  third_party: boolean
  /** How code without an address begins. */
  excerpt: string
  present: boolean
  state: 'authorized' | 'changed_since' | 'not_authorized' | (string & {})
  assured_by: 'integrity' | 'version' | (string & {}) | null
  authorization: PaymentScriptAuthorization | null
  first_seen_at: string
  last_seen_at: string
  changed_at: string | null
}

export interface PaymentScriptAuthorization {
  kind: 'version' | 'address' | (string & {})
  sha256: string | null
  justification: string
  author: string
  authorized_at: string
}

export interface PaymentLedgerEntry {
  id: string
  sequence: number
  kind:
    | 'page_marked'
    | 'page_unmarked'
    | 'look'
    | 'look_failed'
    | 'script_added'
    | 'script_changed'
    | 'script_removed'
    | 'header_changed'
    | 'script_authorized'
    | 'script_revoked'
    | (string & {})
  data: Record<string, unknown>
  /** To the millisecond, as it is hashed. */
  created_at: string
  /** SHA-256, in hexadecimal digits, of the hash before it (of 32 zero bytes for the first) and of the JSON array of page, sequence, kind, data with sorted members, and the time in milliseconds. */
  hash: string
}

export interface SigningKey {
  /** Published under `/.well-known/lasthash-signing-keys/{id}`. */
  id: string
  /** Ed25519: 32 bytes, base64url. */
  public_key: string
  created_at: string
  /** Null: it signs. */
  retired_at: string | null
}

export interface ReportSchedule {
  id: string
  name: string
  cron: string | null
  every: 'hourly' | 'daily' | 'weekly' | 'monthly' | (string & {}) | null
  time_zone: string
  kind: 'executive' | 'technical' | 'comparison' | 'portfolio' | 'compliance' | (string & {})
  formats: ('pdf' | 'html' | 'json' | 'csv' | 'sarif' | (string & {}))[]
  language: 'en' | 'de' | 'fr' | (string & {})
  website_id: string | null
  group: string | null
  tag: string | null
  framework: string | null
  /** Which vulnerabilities: those that are of one of each list. Unless told, what is open, and of a scan whatever it saw. */
  filter: ReportScheduleFilter
  period_days: number
  recipients: string[]
  /** Those of the recipients who are not mailed: who has unsubscribed, for good; whose address does not exist, until it is taken off and put on again. */
  suppressed: ReportScheduleSuppressed[]
  message: string
  attach: boolean
  link_days: number
  enabled: boolean
  disabled_reason: string | null
  /** The next five; none while it is switched off. */
  next_runs: string[]
  last_run_at: string | null
  last_run_id: string | null
  /** Runs in a row that failed; at five it is switched off. */
  consecutive_failures: number
  created_at: string
  updated_at: string
  title: string | null
}

/** Which vulnerabilities: those that are of one of each list. Unless told, what is open, and of a scan whatever it saw. */
export interface ReportScheduleFilter {
  severity?: ('critical' | 'high' | 'medium' | 'low' | 'info' | (string & {}))[]
  status?: ('open' | 'reopened' | 'fixed' | 'accepted_risk' | 'false_positive' | (string & {}))[]
  confidence?: ('confirmed' | 'firm' | 'tentative' | (string & {}))[]
  type?: ('vulnerability' | 'misconfiguration' | 'exposure' | 'threat' | 'information' | (string & {}))[]
  check?: string[]
  /** Whether CISA lists a flaw of it as exploited. */
  kev?: boolean
}

export interface ReportScheduleSuppressed {
  address: string
  reason: 'unsubscribed' | 'bounced' | (string & {})
  detail: string | null
  since: string
}

export interface ReportRun {
  id: string
  report_schedule_id: string
  trigger: 'schedule' | 'request' | (string & {})
  /** `failed`: a report could not be made, or no mail was taken; `error` says why. */
  status: 'making' | 'sending' | 'done' | 'failed' | (string & {})
  error: string | null
  report_ids: string[]
  /** Mails, by what came of them. */
  deliveries: ReportRunDeliveries
  created_at: string
  completed_at: string | null
}

/** Mails, by what came of them. */
export interface ReportRunDeliveries {
  pending: number
  sent: number
  failed: number
  bounced: number
  skipped: number
}

export interface ReportDelivery {
  id: string
  report_schedule_id: string
  run_id: string
  recipient: string
  /** `sent`: the mail server has taken it. `bounced`: the recipient’s server refused it, then or later. `skipped`: the recipient had unsubscribed by then. */
  status: 'pending' | 'sent' | 'failed' | 'bounced' | 'skipped' | (string & {})
  /** Whether the files went with it, or links to them. */
  attached: boolean
  attempt_count: number
  next_attempt_at: string | null
  answer: string | null
  error: string | null
  created_at: string
  completed_at: string | null
}

export interface Webhook {
  id: string
  url: string
  events: string[]
  description: string
  /** The shape of what is sent; `lasthash-version` names it in each delivery. It stays until you change it. */
  api_version: 'v1' | (string & {})
  enabled: boolean
  disabled_reason: string | null
  previous_secret_expires_at: string | null
  created_at: string
  updated_at: string
}

export interface WebhookCreated {
  id: string
  url: string
  events: string[]
  description: string
  /** The shape of what is sent; `lasthash-version` names it in each delivery. It stays until you change it. */
  api_version: 'v1' | (string & {})
  enabled: boolean
  disabled_reason: string | null
  previous_secret_expires_at: string | null
  created_at: string
  updated_at: string
  /** In its `whsec_` form, this once: what the Standard Webhooks libraries take. */
  secret: string
}

export interface TestWebhookResult {
  event_id: string
}

export interface Delivery {
  id: string
  webhook_id: string
  event_id: string
  event_type: string
  status: 'pending' | 'succeeded' | 'failed' | (string & {})
  attempt_count: number
  next_attempt_at: string | null
  created_at: string
  completed_at: string | null
  replay_id: string | null
}

export interface DeliveryWithAttempts {
  id: string
  webhook_id: string
  event_id: string
  event_type: string
  status: 'pending' | 'succeeded' | 'failed' | (string & {})
  attempt_count: number
  next_attempt_at: string | null
  created_at: string
  completed_at: string | null
  replay_id: string | null
  attempts: DeliveryAttempt[]
}

export interface DeliveryAttempt {
  number: number
  attempted_at: string
  duration_ms: number
  request: Record<string, unknown>
  response: Record<string, unknown> | null
  error: string | null
}

export interface WebhookReplay {
  id: string
  webhook_id: string
  from: string
  to: string
  events: string[]
  /** `done`: all its deliveries are made out; each has a state of its own. */
  status: 'queued' | 'running' | 'done' | 'failed' | (string & {})
  /** Deliveries made out so far; list them by `replay_id`. */
  delivery_count: number
  reason: string | null
  created_at: string
  completed_at: string | null
}

export interface Event {
  id: string
  type:
    | 'scan.queued'
    | 'scan.started'
    | 'scan.completed'
    | 'scan.failed'
    | 'scan.canceled'
    | 'vulnerability.detected'
    | 'vulnerability.resolved'
    | 'vulnerability.reopened'
    | 'vulnerability.accepted'
    | 'threat.detected'
    | 'score.degraded'
    | 'score.improved'
    | 'monitor.down'
    | 'monitor.recovered'
    | 'certificate.expiring'
    | 'certificate.changed'
    | 'dns.changed'
    | 'content.changed'
    | 'scripts.changed'
    | 'alert.opened'
    | 'alert.resolved'
    | 'alert_channel.disabled'
    | 'compliance.changed'
    | 'report.ready'
    | 'report_schedule.disabled'
    | 'report.failed'
    | 'ticket.created'
    | 'ticket.updated'
    | 'payment_page.changed'
    | 'website.created'
    | 'website.verified'
    | 'website.verification_lost'
    | 'schedule.disabled'
    | 'webhook.disabled'
    | 'webhook.test'
    | 'api_key.created'
    | 'api_key.revoked'
    | (string & {})
  created_at: string
  data: Record<string, unknown>
}

export interface Check {
  id: string
  question: string
  cwe: number | null
  owasp_2021: string[]
  owasp_2025: string[]
  capec: number[]
  compliance: Record<string, string[]>
  references: string[]
  outcomes: CheckOutcome[]
}

export interface CheckOutcome {
  outcome: string
  type: string
  severity: string
  confidence: string
  why: string
  fix: string
  cvss: CheckOutcomeCvss | null
  settings: Record<string, string>
  title: string
}

export interface CheckOutcomeCvss {
  vector: string
  score: number
}

export interface Feed {
  name: string
  /** What may be done with it, and where that stands. */
  terms: string
  /** `failing`: the last update did not work, and the copy before is used. `missing`: there is no copy. */
  status: 'current' | 'stale' | 'failing' | 'missing' | (string & {})
  records: number | null
  date: string | null
  fetched_at: string | null
  checked_at: string | null
  error: string | null
  title: string
}

export interface UpdateFeedsResult {
  status: 'queued'
  feeds: string[]
}

export interface ApiKey {
  id: string
  /** `test`: sees data of its own, and scans virtual targets with known results. */
  mode: 'live' | 'test' | (string & {})
  /** Whose data it sees. That of test keys is its own: a live key gets there with `LastHash-Organization`. */
  organization_id: string
  name: string
  last_four: string
  scopes: string[]
  allowed_cidrs: string[]
  allowed_origins: string[]
  expires_at: string | null
  revoked_at: string | null
  last_used_at: string | null
  last_used_address: string | null
  created_by: string | null
  created_at: string
  updated_at: string
}

export interface ApiKeyCreated {
  id: string
  /** `test`: sees data of its own, and scans virtual targets with known results. */
  mode: 'live' | 'test' | (string & {})
  /** Whose data it sees. That of test keys is its own: a live key gets there with `LastHash-Organization`. */
  organization_id: string
  name: string
  last_four: string
  scopes: string[]
  allowed_cidrs: string[]
  allowed_origins: string[]
  expires_at: string | null
  revoked_at: string | null
  last_used_at: string | null
  last_used_address: string | null
  created_by: string | null
  created_at: string
  updated_at: string
  /** The key itself, this once. */
  key: string
}

export interface Organization {
  id: string
  name: string
  parent_id: string | null
  plan: 'starter' | 'pro' | 'business' | 'enterprise' | (string & {})
  limits: OrganizationLimits
  /** Origins whose scripts may read answers (CORS). */
  allowed_origins: string[]
  branding: OrganizationBranding
  /** Holds what the test keys of the one above it see. */
  test: boolean
  suspended_at: string | null
  deletion: OrganizationDeletion | null
  created_at: string
  updated_at: string
}

export interface OrganizationLimits {
  requests_per_minute: number
  concurrent_scans: number
}

export interface OrganizationBranding {
  name: string | null
  logo: string | null
  colors: OrganizationBrandingColors | null
  mail_sender: OrganizationBrandingMailSender | null
  report_footer: string | null
  domain: string | null
  domain_active_at: string | null
}

/** Of bands, and of buttons. White text has to be readable on both. */
export interface OrganizationBrandingColors {
  primary: string
  accent: string
}

/** The mail server has to be allowed to send in its name. */
export interface OrganizationBrandingMailSender {
  name: string
  address: string
}

/** Set once it was deleted: until its end it can be restored. */
export interface OrganizationDeletion {
  requested_at: string
  /** Then it is gone, with all that it has. */
  delete_after: string
}

export interface ExportOrganizationResult {
  object: 'organization_export'
  exported_at: string
  organization: Organization
  people: ExportOrganizationResultPeople[]
  tables: Record<string, unknown[]>
  files: ExportOrganizationResultFile[]
}

export interface ExportOrganizationResultPeople {
  id: string
  name: string
  email: string
  role: 'owner' | 'admin' | 'analyst' | 'viewer' | (string & {})
  joined_at: string
}

export interface ExportOrganizationResultFile {
  key: string
  content_type: string
  size: number
  base64: string
}

export interface User {
  id: string
  name: string
  email: string
  /** Whether mail to the address is known to reach the person. */
  email_verified: boolean
  /** `owner`: everything. `admin`: all but plans, limits, and making and removing organisations. `analyst`: reads, scans and judges vulnerabilities and alerts. `viewer`: reads. */
  role: 'owner' | 'admin' | 'analyst' | 'viewer' | (string & {})
  /** Whether a log-in by password takes a code as well. */
  two_factor_enabled: boolean
  joined_at: string
  /** When the role was set. */
  updated_at: string
}

export interface Invitation {
  id: string
  email: string
  /** `owner`: everything. `admin`: all but plans, limits, and making and removing organisations. `analyst`: reads, scans and judges vulnerabilities and alerts. `viewer`: reads. */
  role: 'owner' | 'admin' | 'analyst' | 'viewer' | (string & {})
  status: 'pending' | 'accepted' | 'revoked' | 'expired' | (string & {})
  /** The person or the key. */
  invited_by: string
  mailed_at: string | null
  expires_at: string
  accepted_at: string | null
  user_id: string | null
  revoked_at: string | null
  created_at: string
  updated_at: string
}

export interface InvitationSent {
  id: string
  email: string
  /** `owner`: everything. `admin`: all but plans, limits, and making and removing organisations. `analyst`: reads, scans and judges vulnerabilities and alerts. `viewer`: reads. */
  role: 'owner' | 'admin' | 'analyst' | 'viewer' | (string & {})
  status: 'pending' | 'accepted' | 'revoked' | 'expired' | (string & {})
  /** The person or the key. */
  invited_by: string
  mailed_at: string | null
  expires_at: string
  accepted_at: string | null
  user_id: string | null
  revoked_at: string | null
  created_at: string
  updated_at: string
  accept_url: string | null
}

export interface Session {
  id: string
  user_id: string
  /** It is the log-in that this very request came with. */
  current: boolean
  address: string | null
  user_agent: string | null
  created_at: string
  /** When it was last seen, to the day. */
  updated_at: string
  /** Unless it is used before. */
  expires_at: string
}

export interface Usage {
  plan: string
  /** The month, as YYYY-MM (UTC). */
  month: string
  /** This month; written down every few seconds. */
  api_requests: number
  /** Created this month. */
  scans: number
  running_scans: number
  queued_scans: number
  limits: UsageLimits
}

export interface UsageLimits {
  requests_per_minute: number
  concurrent_scans: number
}

export interface AuditLogEntry {
  /** 1, 2, 3, … within the organisation. */
  sequence: number
  created_at: string
  /** The same in milliseconds since the epoch: what the hash covers. */
  created_ms: number
  organization_id: string
  /** Who: the key, or the person. */
  key_id: string
  user_id: string | null
  /** From where. */
  address: string
  request_id: string
  /** What: the `operationId` of this description. */
  operation: string
  /** To what. */
  object_id: string | null
  /** As the API shows it, without secrets; null where there was nothing. */
  before: unknown | null
  /** As the API shows it, without secrets; null where there was nothing. */
  after: unknown | null
  /** SHA-256, hexadecimal, of the previous entry’s hash and of this entry. */
  hash: string
}

/** RFC 9457, with a code from the catalogue of errors. */
export interface Problem {
  /** The page that explains this code. */
  type: string
  title: string
  status: number
  /** What is wrong with this very request, and the remedy. */
  detail: string
  code:
    | 'malformed_json'
    | 'validation_failed'
    | 'target_refused'
    | 'missing_api_key'
    | 'session_ended'
    | 'invalid_api_key'
    | 'invalid_signature'
    | 'insufficient_scope'
    | 'ip_not_allowed'
    | 'plan_without_api'
    | 'organization_suspended'
    | 'organization_not_parent'
    | 'organization_not_deletable'
    | 'domain_taken'
    | 'domain_not_set'
    | 'domain_not_here'
    | 'origin_not_allowed'
    | 'no_organization'
    | 'not_found'
    | 'route_not_found'
    | 'method_not_allowed'
    | 'website_exists'
    | 'group_exists'
    | 'website_not_verified'
    | 'verification_not_begun'
    | 'status_not_lawful'
    | 'vulnerability_merged'
    | 'vulnerabilities_not_mergeable'
    | 'places_not_separable'
    | 'monitor_not_possible'
    | 'alert_resolved'
    | 'scan_not_cancelable'
    | 'scans_not_comparable'
    | 'scan_not_done'
    | 'scan_type_unavailable'
    | 'webhook_disabled'
    | 'integration_disabled'
    | 'too_many_integrations'
    | 'ticket_exists'
    | 'vulnerability_not_open'
    | 'channel_disabled'
    | 'too_many_channels'
    | 'policy_in_use'
    | 'payment_page_exists'
    | 'payment_page_ended'
    | 'too_many_websites'
    | 'report_not_done'
    | 'too_many_reports'
    | 'too_many_report_schedules'
    | 'mail_not_configured'
    | 'last_owner'
    | 'already_member'
    | 'invitation_ended'
    | 'replay_under_way'
    | 'replay_too_large'
    | 'api_key_ended'
    | 'idempotency_key_in_use'
    | 'request_timeout'
    | 'gone'
    | 'results_expired'
    | 'precondition_failed'
    | 'body_too_large'
    | 'unsupported_media_type'
    | 'idempotency_key_reused'
    | 'headers_too_large'
    | 'rate_limited'
    | 'bad_request'
    | 'internal_error'
    | 'database_unavailable'
    | 'storage_unavailable'
    | 'shutting_down'
    | (string & {})
  request_id: string
  /** Whether the very same request may succeed later. */
  retryable: boolean
  errors?: ProblemError[]
}

export interface ProblemError {
  /** JSON Pointer into the body. */
  pointer?: string
  parameter?: string
  header?: string
  detail: string
}

/** What `listWebsites` can be asked for. */
export interface ListWebsitesParams {
  /** How many, 1 to 100; 20 unless told. */
  limit?: number
  /** The `next_cursor` of the page before. */
  cursor?: string
  /** Only those with this tag. */
  tag?: string
  /** Only those of this group. */
  group?: string
  criticality?: 'low' | 'medium' | 'high' | 'critical'
  grade?: 'A+' | 'A' | 'B' | 'C' | 'D' | 'F'
  /** Not those with a lower score, or none. */
  min_score?: number
  /** Not those with a higher score, or none. */
  max_score?: number
  /** Whether it is shown to be yours. */
  verified?: boolean
  /** Part of the name or the address. */
  q?: string
  /** Only the one of this scheme, host and port. */
  url?: string
}

export interface CreateWebsiteParams {
  /** As a person would type it; https where no scheme is given. A website is scheme, host and port. */
  url: string
  name?: string
  tags?: string[]
  groups?: string[]
  criticality?: 'low' | 'medium' | 'high' | 'critical'
  settings?: CreateWebsiteParamsSettings
}

export interface CreateWebsiteParamsSettings {
  headers?: Record<string, string | null> | null
  cookies?: Record<string, string | null> | null
  login?: CreateWebsiteParamsSettingsLogin | null
  include?: string[] | null
  exclude?: string[] | null
  requests_per_second?: number | null
  concurrent_requests?: number | null
  allowed_hours?: CreateWebsiteParamsSettingsAllowedHours | null
  openapi_url?: string | null
  user_agent_suffix?: string | null
  obey_robots?: boolean | null
  use_browser?: boolean | null
}

export interface CreateWebsiteParamsSettingsLogin {
  url?: string | null
  username?: string | null
  password?: string | null
  username_field?: string | null
  password_field?: string | null
  fields?: Record<string, string | null> | null
  steps?: CreateWebsiteParamsSettingsLoginStep[] | null
  logged_in?: string | null
  logged_out?: string | null
}

export interface CreateWebsiteParamsSettingsLoginStep {
  url: string
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH'
  headers?: Record<string, string>
  form?: Record<string, string>
  body?: string
  extract?: Record<string, string>
}

/** Scans begin only from `from` until before `to`, in this time zone (IANA); it may span midnight. Others wait in the queue: see `waits_until`. */
export interface CreateWebsiteParamsSettingsAllowedHours {
  /** HH:MM. */
  from: string
  /** HH:MM. */
  to: string
  time_zone: string
}

export interface UpdateWebsitesParams {
  ids: string[]
  tags?: string[] | null
  groups?: string[] | null
  criticality?: 'low' | 'medium' | 'high' | 'critical' | null
  settings?: UpdateWebsitesParamsSettings | null
}

export interface UpdateWebsitesParamsSettings {
  headers?: Record<string, string | null> | null
  cookies?: Record<string, string | null> | null
  login?: UpdateWebsitesParamsSettingsLogin | null
  include?: string[] | null
  exclude?: string[] | null
  requests_per_second?: number | null
  concurrent_requests?: number | null
  allowed_hours?: UpdateWebsitesParamsSettingsAllowedHours | null
  openapi_url?: string | null
  user_agent_suffix?: string | null
  obey_robots?: boolean | null
  use_browser?: boolean | null
}

export interface UpdateWebsitesParamsSettingsLogin {
  url?: string | null
  username?: string | null
  password?: string | null
  username_field?: string | null
  password_field?: string | null
  fields?: Record<string, string | null> | null
  steps?: UpdateWebsitesParamsSettingsLoginStep[] | null
  logged_in?: string | null
  logged_out?: string | null
}

export interface UpdateWebsitesParamsSettingsLoginStep {
  url: string
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH'
  headers?: Record<string, string>
  form?: Record<string, string>
  body?: string
  extract?: Record<string, string>
}

/** Scans begin only from `from` until before `to`, in this time zone (IANA); it may span midnight. Others wait in the queue: see `waits_until`. */
export interface UpdateWebsitesParamsSettingsAllowedHours {
  /** HH:MM. */
  from: string
  /** HH:MM. */
  to: string
  time_zone: string
}

/** Null gives a field the value that it has when left out at first. */
export interface UpdateWebsiteParams {
  name?: string | null
  tags?: string[] | null
  groups?: string[] | null
  criticality?: 'low' | 'medium' | 'high' | 'critical' | null
  settings?: UpdateWebsiteParamsSettings | null
}

export interface UpdateWebsiteParamsSettings {
  headers?: Record<string, string | null> | null
  cookies?: Record<string, string | null> | null
  login?: UpdateWebsiteParamsSettingsLogin | null
  include?: string[] | null
  exclude?: string[] | null
  requests_per_second?: number | null
  concurrent_requests?: number | null
  allowed_hours?: UpdateWebsiteParamsSettingsAllowedHours | null
  openapi_url?: string | null
  user_agent_suffix?: string | null
  obey_robots?: boolean | null
  use_browser?: boolean | null
}

export interface UpdateWebsiteParamsSettingsLogin {
  url?: string | null
  username?: string | null
  password?: string | null
  username_field?: string | null
  password_field?: string | null
  fields?: Record<string, string | null> | null
  steps?: UpdateWebsiteParamsSettingsLoginStep[] | null
  logged_in?: string | null
  logged_out?: string | null
}

export interface UpdateWebsiteParamsSettingsLoginStep {
  url: string
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH'
  headers?: Record<string, string>
  form?: Record<string, string>
  body?: string
  extract?: Record<string, string>
}

/** Scans begin only from `from` until before `to`, in this time zone (IANA); it may span midnight. Others wait in the queue: see `waits_until`. */
export interface UpdateWebsiteParamsSettingsAllowedHours {
  /** HH:MM. */
  from: string
  /** HH:MM. */
  to: string
  time_zone: string
}

/** What `getScoreHistory` can be asked for. */
export interface GetScoreHistoryParams {
  /** How many, 1 to 100; 20 unless told. */
  limit?: number
  /** The `next_cursor` of the page before. */
  cursor?: string
  scan_type?: 'quick' | 'full' | 'active'
  /** Not before this moment. */
  from?: string
  /** Before this moment. */
  to?: string
}

/** What `listWebsiteGroups` can be asked for. */
export interface ListWebsiteGroupsParams {
  /** How many, 1 to 100; 20 unless told. */
  limit?: number
  /** The `next_cursor` of the page before. */
  cursor?: string
}

export interface CreateWebsiteGroupParams {
  name: string
  description?: string
}

export interface UpdateWebsiteGroupParams {
  name?: string
  description?: string | null
}

export interface ImportWebsitesParams {
  websites?: ImportWebsitesParamsWebsite[]
  /** Instead of `websites`: RFC 4180, its first line names the columns, of `url`, `name`, `tags`, `groups`, `criticality`; several tags or groups in one field are parted by semicolons. At most 1000 rows. */
  csv?: string
}

export interface ImportWebsitesParamsWebsite {
  url: string
  name?: string
  tags?: string[]
  groups?: string[]
  criticality?: 'low' | 'medium' | 'high' | 'critical'
}

export interface BeginVerificationParams {
  method: 'dns' | 'file' | 'meta'
}

/** What `listScans` can be asked for. */
export interface ListScansParams {
  /** How many, 1 to 100; 20 unless told. */
  limit?: number
  /** The `next_cursor` of the page before. */
  cursor?: string
  /** Only those of this website. */
  website_id?: string
  status?: 'queued' | 'running' | 'done' | 'failed' | 'canceled'
  scan_type?: 'quick' | 'full' | 'active'
  /** Only those that this schedule began. */
  schedule_id?: string
}

export interface CreateScanParams {
  /** The website to scan; or else give `url`. */
  website_id?: string
  /** Of a website that need not be registered yet: it is then, by scheme, host and port. */
  url?: string
  /** `quick` asks the start page and its surroundings, in seconds; `full` looks further. `active` attacks, and is not available yet. */
  scan_type?: 'quick' | 'full' | 'active'
  /** Which of your own waiting scans goes first; among equals, the oldest. */
  priority?: 'low' | 'normal' | 'high'
  /** A policy that judges the scan: `gate` of the finished scan says how. */
  policy_id?: string
}

/** What `listScanVulnerabilities` can be asked for. */
export interface ListScanVulnerabilitiesParams {
  /** How many, 1 to 100; 20 unless told. */
  limit?: number
  /** The `next_cursor` of the page before. */
  cursor?: string
  severity?: 'critical' | 'high' | 'medium' | 'low' | 'info'
  status?: 'open' | 'fixed' | 'reopened' | 'accepted_risk' | 'false_positive' | 'merged'
  confidence?: 'confirmed' | 'firm' | 'tentative'
  type?: 'vulnerability' | 'misconfiguration' | 'exposure' | 'threat' | 'information'
  /** Only those that this check found. */
  check?: string
  /** Only those of this CVE. */
  cve?: string
  /** Whether CISA lists a flaw of it as exploited: only those, or none of them. */
  kev?: boolean
  /** Only those given to this person. */
  assigned_to?: string
  /** Only those first seen then or later. */
  first_seen_after?: string
  /** Only those first seen before. */
  first_seen_before?: string
  /** A CVE, or words that are all in the title or in the check’s id. */
  q?: string
}

/** What `getScanReport` can be asked for. */
export interface GetScanReportParams {
  format?: 'json' | 'html' | 'sarif' | 'junit' | 'pdf' | 'csv'
}

/** What `listSchedules` can be asked for. */
export interface ListSchedulesParams {
  /** How many, 1 to 100; 20 unless told. */
  limit?: number
  /** The `next_cursor` of the page before. */
  cursor?: string
  /** Of one website. */
  website_id?: string
}

export interface CreateScheduleParams {
  website_id: string
  /** Minute, hour, day, month, day of the week. */
  cron?: string
  /** Instead of a cron: at a time of the schedule’s own, so that not all begin at once; see `next_runs`. */
  every?: 'hourly' | 'daily' | 'weekly' | 'monthly'
  /** Of the IANA database; UTC unless told. */
  time_zone?: string
  /** Scans begin only from `from` until before `to`, in the time zone; it may span midnight. */
  window?: CreateScheduleParamsWindow
  /** Seconds by which each run is put off at most, never out of the window; 0 unless told. */
  jitter?: number
  scan_type?: 'quick' | 'full' | 'active'
  priority?: 'low' | 'normal' | 'high'
  enabled?: boolean
}

/** Scans begin only from `from` until before `to`, in the time zone; it may span midnight. */
export interface CreateScheduleParamsWindow {
  /** HH:MM. */
  from: string
  /** HH:MM. */
  to: string
}

export interface UpdateScheduleParams {
  cron?: string | null
  every?: 'hourly' | 'daily' | 'weekly' | 'monthly' | null
  time_zone?: string | null
  window?: UpdateScheduleParamsWindow | null
  jitter?: number | null
  scan_type?: 'quick' | 'full' | 'active' | null
  priority?: 'low' | 'normal' | 'high' | null
  enabled?: boolean
}

/** Scans begin only from `from` until before `to`, in the time zone; it may span midnight. */
export interface UpdateScheduleParamsWindow {
  /** HH:MM. */
  from: string
  /** HH:MM. */
  to: string
}

/** What `listVulnerabilities` can be asked for. */
export interface ListVulnerabilitiesParams {
  /** How many, 1 to 100; 20 unless told. */
  limit?: number
  /** The `next_cursor` of the page before. */
  cursor?: string
  severity?: 'critical' | 'high' | 'medium' | 'low' | 'info'
  status?: 'open' | 'fixed' | 'reopened' | 'accepted_risk' | 'false_positive' | 'merged'
  confidence?: 'confirmed' | 'firm' | 'tentative'
  type?: 'vulnerability' | 'misconfiguration' | 'exposure' | 'threat' | 'information'
  /** Only those that this check found. */
  check?: string
  /** Only those of this CVE. */
  cve?: string
  /** Whether CISA lists a flaw of it as exploited: only those, or none of them. */
  kev?: boolean
  /** Only those given to this person. */
  assigned_to?: string
  /** Only those first seen then or later. */
  first_seen_after?: string
  /** Only those first seen before. */
  first_seen_before?: string
  /** A CVE, or words that are all in the title or in the check’s id. */
  q?: string
  /** Only those of this website. */
  website_id?: string
  /** Only those of websites with this tag. */
  tag?: string
}

export interface UpdateVulnerabilitiesParams {
  ids: string[]
  /** `fixed` and `reopened` are not for people to say: scans see them. */
  status?: 'open' | 'accepted_risk' | 'false_positive'
  reason?: string | null
  expires_at?: string | null
  assignee?: string | null
}

export interface UpdateVulnerabilityParams {
  /** `fixed` and `reopened` are not for people to say: scans see them. */
  status?: 'open' | 'accepted_risk' | 'false_positive'
  reason?: string | null
  expires_at?: string | null
  assignee?: string | null
}

/** What `listVulnerabilityComments` can be asked for. */
export interface ListVulnerabilityCommentsParams {
  /** How many, 1 to 100; 20 unless told. */
  limit?: number
  /** The `next_cursor` of the page before. */
  cursor?: string
}

export interface CreateVulnerabilityCommentParams {
  body: string
}

/** What `listVulnerabilityVerifications` can be asked for. */
export interface ListVulnerabilityVerificationsParams {
  /** How many, 1 to 100; 20 unless told. */
  limit?: number
  /** The `next_cursor` of the page before. */
  cursor?: string
}

export interface MergeVulnerabilityParams {
  into: string
}

export interface SplitVulnerabilityParams {
  /** One that was merged into it, to be one of its own again. */
  vulnerability_id?: string
  /** The beginning of a path: the places below it become a vulnerability of their own. */
  path?: string
}

/** What `getOverview` can be asked for. */
export interface GetOverviewParams {
  /** Only these websites, at most 100. Separated by commas. */
  website_ids?: string
  /** Only websites with one of these tags. Separated by commas. */
  tags?: string
  /** Only websites in one of these groups. Separated by commas. */
  groups?: string
  /** `all`, or ids of organisations under yours: their websites instead of your own. Not together with the other three. Separated by commas. */
  tenants?: string
  /** First day, UTC. Default: 29 days before `to`. */
  from?: string
  /** Last day, UTC. Default: today. At most 400 days with the first. */
  to?: string
}

/** What `listMonitors` can be asked for. */
export interface ListMonitorsParams {
  /** How many, 1 to 100; 20 unless told. */
  limit?: number
  /** The `next_cursor` of the page before. */
  cursor?: string
  website_id?: string
  kind?: 'uptime' | 'certificate' | 'headers' | 'dns' | 'content' | 'scripts' | 'score' | 'malware' | 'domain'
  status?: 'pending' | 'up' | 'degraded' | 'down' | 'unknown'
}

export interface CreateMonitorParams {
  website_id: string
  kind: 'uptime' | 'certificate' | 'headers' | 'dns' | 'content' | 'scripts' | 'score' | 'malware' | 'domain'
  /** Seconds between two looks. Default 300; of malware 3600, and at least 300; of domain 86400, and at least 3600. */
  interval?: number
  thresholds?: CreateMonitorParamsThresholds
  enabled?: boolean
}

export interface CreateMonitorParamsThresholds {
  /** uptime: milliseconds for connecting, and again for the answer. Default 10000. */
  timeout_ms?: number
  /** uptime: slower than this is an alarm. Default: none. */
  max_response_ms?: number
  /** uptime: the good answers. Default: 200 to 399, and 401, 403 and 429. */
  expected_status?: number[]
  /** certificate, domain: days before its end. Default 21 and 30. */
  expiry_days?: number
  /** headers: security headers that have to be there, besides those that were seen before. */
  required_headers?: string[]
  /** content: how much of the text may change. Default 30. */
  max_change_percent?: number
  /** score: lower is an alarm. */
  min_score?: number
  /** score: falling by more is an alarm. Default 9. */
  max_drop?: number
}

/** Null gives a field the value that it has when left out at first. */
export interface UpdateMonitorParams {
  interval?: number | null
  thresholds?: UpdateMonitorParamsThresholds | null
  enabled?: boolean
}

export interface UpdateMonitorParamsThresholds {
  timeout_ms?: number | null
  max_response_ms?: number | null
  expected_status?: number[] | null
  expiry_days?: number | null
  required_headers?: string[] | null
  max_change_percent?: number | null
  min_score?: number | null
  max_drop?: number | null
}

/** What `getMonitorHistory` can be asked for. */
export interface GetMonitorHistoryParams {
  step?: 'hour' | 'day'
  from?: string
  to?: string
}

/** What `listAlerts` can be asked for. */
export interface ListAlertsParams {
  /** How many, 1 to 100; 20 unless told. */
  limit?: number
  /** The `next_cursor` of the page before. */
  cursor?: string
  status?: 'open' | 'acknowledged' | 'resolved'
  kind?:
    | 'uptime'
    | 'certificate'
    | 'headers'
    | 'dns'
    | 'content'
    | 'scripts'
    | 'score'
    | 'malware'
    | 'domain'
    | 'policy'
    | 'compliance'
    | 'schedule'
    | 'monitoring'
  severity?: 'critical' | 'high' | 'medium' | 'low' | 'info'
  website_id?: string
  monitor_id?: string
}

export interface UpdateAlertParams {
  /** `acknowledged`: somebody looks after it. `open`: nobody does, after all. `resolved`: what is there now is how it should be. */
  status: 'open' | 'acknowledged' | 'resolved'
}

/** What `listAlertChannels` can be asked for. */
export interface ListAlertChannelsParams {
  /** How many, 1 to 100; 20 unless told. */
  limit?: number
  /** The `next_cursor` of the page before. */
  cursor?: string
  kind?: 'mail' | 'slack' | 'teams' | 'pagerduty' | 'webhook'
}

export interface CreateAlertChannelParams {
  name: string
  kind: 'mail' | 'slack' | 'teams' | 'pagerduty' | 'webhook'
  settings: CreateAlertChannelParamsSettings
  /** Which alerts are told here: those that meet all that is set. */
  filter?: CreateAlertChannelParamsFilter
  quiet_hours?: CreateAlertChannelParamsQuietHours | null
  digest?: CreateAlertChannelParamsDigest
  /** Whether critical alerts are told at once, also in quiet hours and beside a digest. Default true. */
  critical_at_once?: boolean
}

export interface CreateAlertChannelParamsSettings {
  /** mail: the addresses. */
  to?: string[]
  /** slack: of an incoming webhook. teams: of a workflow that posts to a channel when a webhook request is received. webhook: the endpoint. Those of slack and teams are secrets, and never shown again. */
  url?: string
  /** pagerduty: of an Events API v2 integration. A secret, and never shown again. */
  routing_key?: string
  /** pagerduty: of the service. Default us. */
  region?: 'us' | 'eu'
  /** pagerduty: in place of its own address, as for a relay. */
  base_url?: string
  /** webhook: by which it is signed; of your own, 8 to 256 characters, or `whsec_` and base64. Left out: one is made. */
  secret?: string
}

/** Which alerts are told here: those that meet all that is set. */
export interface CreateAlertChannelParamsFilter {
  /** Only alerts as bad as this, or worse. Default: all. */
  min_severity?: 'critical' | 'high' | 'medium' | 'low' | 'info'
  /** Only alerts that these kinds of monitors raise; `policy`: scans that fail a policy; `schedule`: that one was switched off; `monitoring`: that monitoring itself has stopped. Default: all. */
  kinds?: (
    | 'uptime'
    | 'certificate'
    | 'headers'
    | 'dns'
    | 'content'
    | 'scripts'
    | 'score'
    | 'malware'
    | 'domain'
    | 'policy'
    | 'compliance'
    | 'schedule'
    | 'monitoring'
  )[]
  /** Scans of these websites that fail this policy open an alert of kind `policy`; of that kind, no other is told here. */
  policy_id?: string
  /** Only alerts of these websites, and of those with one of `tags`. Default: all. */
  website_ids?: string[]
  tags?: string[]
}

/** Each day from one time to another, which may be on the next day. What happens then is told at their end, in one digest. */
export interface CreateAlertChannelParamsQuietHours {
  /** HH:MM. */
  from: string
  /** HH:MM. */
  to: string
  /** Of the IANA database, as Europe/Berlin. */
  time_zone: string
}

export interface CreateAlertChannelParamsDigest {
  /** When alerts are told: at once, each by itself; or gathered, at each full hour or once a day. */
  every: 'immediately' | 'hourly' | 'daily'
  /** daily: at this time. Default 08:00. */
  at?: string
  /** daily: of `at`. Default UTC. */
  time_zone?: string
}

/** Of `settings`, those that are given; `filter`, `quiet_hours` and `digest` are replaced whole. Null gives a field the value that it has when left out at first. */
export interface UpdateAlertChannelParams {
  name?: string
  settings?: UpdateAlertChannelParamsSettings
  filter?: UpdateAlertChannelParamsFilter | null
  quiet_hours?: UpdateAlertChannelParamsQuietHours | null
  digest?: UpdateAlertChannelParamsDigest | null
  critical_at_once?: boolean | null
  enabled?: boolean
}

export interface UpdateAlertChannelParamsSettings {
  /** mail: the addresses. */
  to?: string[]
  /** slack: of an incoming webhook. teams: of a workflow that posts to a channel when a webhook request is received. webhook: the endpoint. Those of slack and teams are secrets, and never shown again. */
  url?: string
  /** pagerduty: of an Events API v2 integration. A secret, and never shown again. */
  routing_key?: string
  /** pagerduty: of the service. Default us. */
  region?: 'us' | 'eu'
  /** pagerduty: in place of its own address, as for a relay. */
  base_url?: string
  /** webhook: by which it is signed; of your own, 8 to 256 characters, or `whsec_` and base64. Left out: one is made. */
  secret?: string
}

/** Which alerts are told here: those that meet all that is set. */
export interface UpdateAlertChannelParamsFilter {
  /** Only alerts as bad as this, or worse. Default: all. */
  min_severity?: 'critical' | 'high' | 'medium' | 'low' | 'info'
  /** Only alerts that these kinds of monitors raise; `policy`: scans that fail a policy; `schedule`: that one was switched off; `monitoring`: that monitoring itself has stopped. Default: all. */
  kinds?: (
    | 'uptime'
    | 'certificate'
    | 'headers'
    | 'dns'
    | 'content'
    | 'scripts'
    | 'score'
    | 'malware'
    | 'domain'
    | 'policy'
    | 'compliance'
    | 'schedule'
    | 'monitoring'
  )[]
  /** Scans of these websites that fail this policy open an alert of kind `policy`; of that kind, no other is told here. */
  policy_id?: string
  /** Only alerts of these websites, and of those with one of `tags`. Default: all. */
  website_ids?: string[]
  tags?: string[]
}

/** Each day from one time to another, which may be on the next day. What happens then is told at their end, in one digest. */
export interface UpdateAlertChannelParamsQuietHours {
  /** HH:MM. */
  from: string
  /** HH:MM. */
  to: string
  /** Of the IANA database, as Europe/Berlin. */
  time_zone: string
}

export interface UpdateAlertChannelParamsDigest {
  /** When alerts are told: at once, each by itself; or gathered, at each full hour or once a day. */
  every: 'immediately' | 'hourly' | 'daily'
  /** daily: at this time. Default 08:00. */
  at?: string
  /** daily: of `at`. Default UTC. */
  time_zone?: string
}

/** What `listAlertChannelDeliveries` can be asked for. */
export interface ListAlertChannelDeliveriesParams {
  /** How many, 1 to 100; 20 unless told. */
  limit?: number
  /** The `next_cursor` of the page before. */
  cursor?: string
  status?: 'pending' | 'succeeded' | 'failed'
}

/** What `listPolicies` can be asked for. */
export interface ListPoliciesParams {
  /** How many, 1 to 100; 20 unless told. */
  limit?: number
  /** The `next_cursor` of the page before. */
  cursor?: string
}

export interface CreatePolicyParams {
  name: string
  description?: string
  /** What makes a scan fail. All fields of one object are met by the same vulnerability; what is said of the score and the website is of the scan. Vulnerabilities that were accepted or marked as false never count, nor do `info` ones unless `severity` says so. */
  fail_when: CreatePolicyParamsFailWhen
}

/** What makes a scan fail. All fields of one object are met by the same vulnerability; what is said of the score and the website is of the scan. Vulnerabilities that were accepted or marked as false never count, nor do `info` ones unless `severity` says so. */
export interface CreatePolicyParamsFailWhen {
  /** A vulnerability so bad, or worse. */
  severity?: 'critical' | 'high' | 'medium' | 'low' | 'info'
  /** So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do. */
  confidence?: 'confirmed' | 'firm' | 'tentative'
  /** true: seen by this scan for the first time, or back again. false: known before. */
  new?: boolean
  type?: ('vulnerability' | 'misconfiguration' | 'exposure' | 'threat' | 'information')[]
  /** Whether CISA lists a flaw of it as exploited. */
  kev?: boolean
  /** Known for so many days, or longer. */
  age_days?: number
  /** A vulnerability that speaks to a requirement of the framework. */
  compliance?: CreatePolicyParamsFailWhenCompliance
  /** The scan’s score is lower. */
  score_below?: number
  /** The score is lower by so much, or more, than that of the last scan of the same type and rules. */
  score_dropped_by?: number
  /** The website has one of these tags. */
  website_tags?: string[]
  /** The website is so critical, or more. */
  website_criticality?: 'low' | 'medium' | 'high' | 'critical'
  /** Each of them is met. */
  all?: CreatePolicyParamsFailWhenAll[]
  /** One of them is met. */
  any?: CreatePolicyParamsFailWhenAny[]
}

/** A vulnerability that speaks to a requirement of the framework. */
export interface CreatePolicyParamsFailWhenCompliance {
  /** As in a vulnerability’s `compliance`. */
  framework: string
  /** One of these; without it, any. */
  requirements?: string[]
}

export interface CreatePolicyParamsFailWhenAll {
  /** A vulnerability so bad, or worse. */
  severity?: 'critical' | 'high' | 'medium' | 'low' | 'info'
  /** So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do. */
  confidence?: 'confirmed' | 'firm' | 'tentative'
  /** true: seen by this scan for the first time, or back again. false: known before. */
  new?: boolean
  type?: ('vulnerability' | 'misconfiguration' | 'exposure' | 'threat' | 'information')[]
  /** Whether CISA lists a flaw of it as exploited. */
  kev?: boolean
  /** Known for so many days, or longer. */
  age_days?: number
  /** A vulnerability that speaks to a requirement of the framework. */
  compliance?: CreatePolicyParamsFailWhenAllCompliance
  /** The scan’s score is lower. */
  score_below?: number
  /** The score is lower by so much, or more, than that of the last scan of the same type and rules. */
  score_dropped_by?: number
  /** The website has one of these tags. */
  website_tags?: string[]
  /** The website is so critical, or more. */
  website_criticality?: 'low' | 'medium' | 'high' | 'critical'
  /** Each of them is met. */
  all?: CreatePolicyParamsFailWhenAllAll[]
  /** One of them is met. */
  any?: CreatePolicyParamsFailWhenAllAny[]
}

/** A vulnerability that speaks to a requirement of the framework. */
export interface CreatePolicyParamsFailWhenAllCompliance {
  /** As in a vulnerability’s `compliance`. */
  framework: string
  /** One of these; without it, any. */
  requirements?: string[]
}

export interface CreatePolicyParamsFailWhenAllAll {
  /** A vulnerability so bad, or worse. */
  severity?: 'critical' | 'high' | 'medium' | 'low' | 'info'
  /** So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do. */
  confidence?: 'confirmed' | 'firm' | 'tentative'
  /** true: seen by this scan for the first time, or back again. false: known before. */
  new?: boolean
  type?: ('vulnerability' | 'misconfiguration' | 'exposure' | 'threat' | 'information')[]
  /** Whether CISA lists a flaw of it as exploited. */
  kev?: boolean
  /** Known for so many days, or longer. */
  age_days?: number
  /** A vulnerability that speaks to a requirement of the framework. */
  compliance?: CreatePolicyParamsFailWhenAllAllCompliance
  /** The scan’s score is lower. */
  score_below?: number
  /** The score is lower by so much, or more, than that of the last scan of the same type and rules. */
  score_dropped_by?: number
  /** The website has one of these tags. */
  website_tags?: string[]
  /** The website is so critical, or more. */
  website_criticality?: 'low' | 'medium' | 'high' | 'critical'
}

/** A vulnerability that speaks to a requirement of the framework. */
export interface CreatePolicyParamsFailWhenAllAllCompliance {
  /** As in a vulnerability’s `compliance`. */
  framework: string
  /** One of these; without it, any. */
  requirements?: string[]
}

export interface CreatePolicyParamsFailWhenAllAny {
  /** A vulnerability so bad, or worse. */
  severity?: 'critical' | 'high' | 'medium' | 'low' | 'info'
  /** So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do. */
  confidence?: 'confirmed' | 'firm' | 'tentative'
  /** true: seen by this scan for the first time, or back again. false: known before. */
  new?: boolean
  type?: ('vulnerability' | 'misconfiguration' | 'exposure' | 'threat' | 'information')[]
  /** Whether CISA lists a flaw of it as exploited. */
  kev?: boolean
  /** Known for so many days, or longer. */
  age_days?: number
  /** A vulnerability that speaks to a requirement of the framework. */
  compliance?: CreatePolicyParamsFailWhenAllAnyCompliance
  /** The scan’s score is lower. */
  score_below?: number
  /** The score is lower by so much, or more, than that of the last scan of the same type and rules. */
  score_dropped_by?: number
  /** The website has one of these tags. */
  website_tags?: string[]
  /** The website is so critical, or more. */
  website_criticality?: 'low' | 'medium' | 'high' | 'critical'
}

/** A vulnerability that speaks to a requirement of the framework. */
export interface CreatePolicyParamsFailWhenAllAnyCompliance {
  /** As in a vulnerability’s `compliance`. */
  framework: string
  /** One of these; without it, any. */
  requirements?: string[]
}

export interface CreatePolicyParamsFailWhenAny {
  /** A vulnerability so bad, or worse. */
  severity?: 'critical' | 'high' | 'medium' | 'low' | 'info'
  /** So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do. */
  confidence?: 'confirmed' | 'firm' | 'tentative'
  /** true: seen by this scan for the first time, or back again. false: known before. */
  new?: boolean
  type?: ('vulnerability' | 'misconfiguration' | 'exposure' | 'threat' | 'information')[]
  /** Whether CISA lists a flaw of it as exploited. */
  kev?: boolean
  /** Known for so many days, or longer. */
  age_days?: number
  /** A vulnerability that speaks to a requirement of the framework. */
  compliance?: CreatePolicyParamsFailWhenAnyCompliance
  /** The scan’s score is lower. */
  score_below?: number
  /** The score is lower by so much, or more, than that of the last scan of the same type and rules. */
  score_dropped_by?: number
  /** The website has one of these tags. */
  website_tags?: string[]
  /** The website is so critical, or more. */
  website_criticality?: 'low' | 'medium' | 'high' | 'critical'
  /** Each of them is met. */
  all?: CreatePolicyParamsFailWhenAnyAll[]
  /** One of them is met. */
  any?: CreatePolicyParamsFailWhenAnyAny[]
}

/** A vulnerability that speaks to a requirement of the framework. */
export interface CreatePolicyParamsFailWhenAnyCompliance {
  /** As in a vulnerability’s `compliance`. */
  framework: string
  /** One of these; without it, any. */
  requirements?: string[]
}

export interface CreatePolicyParamsFailWhenAnyAll {
  /** A vulnerability so bad, or worse. */
  severity?: 'critical' | 'high' | 'medium' | 'low' | 'info'
  /** So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do. */
  confidence?: 'confirmed' | 'firm' | 'tentative'
  /** true: seen by this scan for the first time, or back again. false: known before. */
  new?: boolean
  type?: ('vulnerability' | 'misconfiguration' | 'exposure' | 'threat' | 'information')[]
  /** Whether CISA lists a flaw of it as exploited. */
  kev?: boolean
  /** Known for so many days, or longer. */
  age_days?: number
  /** A vulnerability that speaks to a requirement of the framework. */
  compliance?: CreatePolicyParamsFailWhenAnyAllCompliance
  /** The scan’s score is lower. */
  score_below?: number
  /** The score is lower by so much, or more, than that of the last scan of the same type and rules. */
  score_dropped_by?: number
  /** The website has one of these tags. */
  website_tags?: string[]
  /** The website is so critical, or more. */
  website_criticality?: 'low' | 'medium' | 'high' | 'critical'
}

/** A vulnerability that speaks to a requirement of the framework. */
export interface CreatePolicyParamsFailWhenAnyAllCompliance {
  /** As in a vulnerability’s `compliance`. */
  framework: string
  /** One of these; without it, any. */
  requirements?: string[]
}

export interface CreatePolicyParamsFailWhenAnyAny {
  /** A vulnerability so bad, or worse. */
  severity?: 'critical' | 'high' | 'medium' | 'low' | 'info'
  /** So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do. */
  confidence?: 'confirmed' | 'firm' | 'tentative'
  /** true: seen by this scan for the first time, or back again. false: known before. */
  new?: boolean
  type?: ('vulnerability' | 'misconfiguration' | 'exposure' | 'threat' | 'information')[]
  /** Whether CISA lists a flaw of it as exploited. */
  kev?: boolean
  /** Known for so many days, or longer. */
  age_days?: number
  /** A vulnerability that speaks to a requirement of the framework. */
  compliance?: CreatePolicyParamsFailWhenAnyAnyCompliance
  /** The scan’s score is lower. */
  score_below?: number
  /** The score is lower by so much, or more, than that of the last scan of the same type and rules. */
  score_dropped_by?: number
  /** The website has one of these tags. */
  website_tags?: string[]
  /** The website is so critical, or more. */
  website_criticality?: 'low' | 'medium' | 'high' | 'critical'
}

/** A vulnerability that speaks to a requirement of the framework. */
export interface CreatePolicyParamsFailWhenAnyAnyCompliance {
  /** As in a vulnerability’s `compliance`. */
  framework: string
  /** One of these; without it, any. */
  requirements?: string[]
}

export interface UpdatePolicyParams {
  name?: string
  description?: string | null
  /** Replaced whole. */
  fail_when?: UpdatePolicyParamsFailWhen
}

/** Replaced whole. */
export interface UpdatePolicyParamsFailWhen {
  /** A vulnerability so bad, or worse. */
  severity?: 'critical' | 'high' | 'medium' | 'low' | 'info'
  /** So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do. */
  confidence?: 'confirmed' | 'firm' | 'tentative'
  /** true: seen by this scan for the first time, or back again. false: known before. */
  new?: boolean
  type?: ('vulnerability' | 'misconfiguration' | 'exposure' | 'threat' | 'information')[]
  /** Whether CISA lists a flaw of it as exploited. */
  kev?: boolean
  /** Known for so many days, or longer. */
  age_days?: number
  /** A vulnerability that speaks to a requirement of the framework. */
  compliance?: UpdatePolicyParamsFailWhenCompliance
  /** The scan’s score is lower. */
  score_below?: number
  /** The score is lower by so much, or more, than that of the last scan of the same type and rules. */
  score_dropped_by?: number
  /** The website has one of these tags. */
  website_tags?: string[]
  /** The website is so critical, or more. */
  website_criticality?: 'low' | 'medium' | 'high' | 'critical'
  /** Each of them is met. */
  all?: UpdatePolicyParamsFailWhenAll[]
  /** One of them is met. */
  any?: UpdatePolicyParamsFailWhenAny[]
}

/** A vulnerability that speaks to a requirement of the framework. */
export interface UpdatePolicyParamsFailWhenCompliance {
  /** As in a vulnerability’s `compliance`. */
  framework: string
  /** One of these; without it, any. */
  requirements?: string[]
}

export interface UpdatePolicyParamsFailWhenAll {
  /** A vulnerability so bad, or worse. */
  severity?: 'critical' | 'high' | 'medium' | 'low' | 'info'
  /** So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do. */
  confidence?: 'confirmed' | 'firm' | 'tentative'
  /** true: seen by this scan for the first time, or back again. false: known before. */
  new?: boolean
  type?: ('vulnerability' | 'misconfiguration' | 'exposure' | 'threat' | 'information')[]
  /** Whether CISA lists a flaw of it as exploited. */
  kev?: boolean
  /** Known for so many days, or longer. */
  age_days?: number
  /** A vulnerability that speaks to a requirement of the framework. */
  compliance?: UpdatePolicyParamsFailWhenAllCompliance
  /** The scan’s score is lower. */
  score_below?: number
  /** The score is lower by so much, or more, than that of the last scan of the same type and rules. */
  score_dropped_by?: number
  /** The website has one of these tags. */
  website_tags?: string[]
  /** The website is so critical, or more. */
  website_criticality?: 'low' | 'medium' | 'high' | 'critical'
  /** Each of them is met. */
  all?: UpdatePolicyParamsFailWhenAllAll[]
  /** One of them is met. */
  any?: UpdatePolicyParamsFailWhenAllAny[]
}

/** A vulnerability that speaks to a requirement of the framework. */
export interface UpdatePolicyParamsFailWhenAllCompliance {
  /** As in a vulnerability’s `compliance`. */
  framework: string
  /** One of these; without it, any. */
  requirements?: string[]
}

export interface UpdatePolicyParamsFailWhenAllAll {
  /** A vulnerability so bad, or worse. */
  severity?: 'critical' | 'high' | 'medium' | 'low' | 'info'
  /** So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do. */
  confidence?: 'confirmed' | 'firm' | 'tentative'
  /** true: seen by this scan for the first time, or back again. false: known before. */
  new?: boolean
  type?: ('vulnerability' | 'misconfiguration' | 'exposure' | 'threat' | 'information')[]
  /** Whether CISA lists a flaw of it as exploited. */
  kev?: boolean
  /** Known for so many days, or longer. */
  age_days?: number
  /** A vulnerability that speaks to a requirement of the framework. */
  compliance?: UpdatePolicyParamsFailWhenAllAllCompliance
  /** The scan’s score is lower. */
  score_below?: number
  /** The score is lower by so much, or more, than that of the last scan of the same type and rules. */
  score_dropped_by?: number
  /** The website has one of these tags. */
  website_tags?: string[]
  /** The website is so critical, or more. */
  website_criticality?: 'low' | 'medium' | 'high' | 'critical'
}

/** A vulnerability that speaks to a requirement of the framework. */
export interface UpdatePolicyParamsFailWhenAllAllCompliance {
  /** As in a vulnerability’s `compliance`. */
  framework: string
  /** One of these; without it, any. */
  requirements?: string[]
}

export interface UpdatePolicyParamsFailWhenAllAny {
  /** A vulnerability so bad, or worse. */
  severity?: 'critical' | 'high' | 'medium' | 'low' | 'info'
  /** So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do. */
  confidence?: 'confirmed' | 'firm' | 'tentative'
  /** true: seen by this scan for the first time, or back again. false: known before. */
  new?: boolean
  type?: ('vulnerability' | 'misconfiguration' | 'exposure' | 'threat' | 'information')[]
  /** Whether CISA lists a flaw of it as exploited. */
  kev?: boolean
  /** Known for so many days, or longer. */
  age_days?: number
  /** A vulnerability that speaks to a requirement of the framework. */
  compliance?: UpdatePolicyParamsFailWhenAllAnyCompliance
  /** The scan’s score is lower. */
  score_below?: number
  /** The score is lower by so much, or more, than that of the last scan of the same type and rules. */
  score_dropped_by?: number
  /** The website has one of these tags. */
  website_tags?: string[]
  /** The website is so critical, or more. */
  website_criticality?: 'low' | 'medium' | 'high' | 'critical'
}

/** A vulnerability that speaks to a requirement of the framework. */
export interface UpdatePolicyParamsFailWhenAllAnyCompliance {
  /** As in a vulnerability’s `compliance`. */
  framework: string
  /** One of these; without it, any. */
  requirements?: string[]
}

export interface UpdatePolicyParamsFailWhenAny {
  /** A vulnerability so bad, or worse. */
  severity?: 'critical' | 'high' | 'medium' | 'low' | 'info'
  /** So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do. */
  confidence?: 'confirmed' | 'firm' | 'tentative'
  /** true: seen by this scan for the first time, or back again. false: known before. */
  new?: boolean
  type?: ('vulnerability' | 'misconfiguration' | 'exposure' | 'threat' | 'information')[]
  /** Whether CISA lists a flaw of it as exploited. */
  kev?: boolean
  /** Known for so many days, or longer. */
  age_days?: number
  /** A vulnerability that speaks to a requirement of the framework. */
  compliance?: UpdatePolicyParamsFailWhenAnyCompliance
  /** The scan’s score is lower. */
  score_below?: number
  /** The score is lower by so much, or more, than that of the last scan of the same type and rules. */
  score_dropped_by?: number
  /** The website has one of these tags. */
  website_tags?: string[]
  /** The website is so critical, or more. */
  website_criticality?: 'low' | 'medium' | 'high' | 'critical'
  /** Each of them is met. */
  all?: UpdatePolicyParamsFailWhenAnyAll[]
  /** One of them is met. */
  any?: UpdatePolicyParamsFailWhenAnyAny[]
}

/** A vulnerability that speaks to a requirement of the framework. */
export interface UpdatePolicyParamsFailWhenAnyCompliance {
  /** As in a vulnerability’s `compliance`. */
  framework: string
  /** One of these; without it, any. */
  requirements?: string[]
}

export interface UpdatePolicyParamsFailWhenAnyAll {
  /** A vulnerability so bad, or worse. */
  severity?: 'critical' | 'high' | 'medium' | 'low' | 'info'
  /** So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do. */
  confidence?: 'confirmed' | 'firm' | 'tentative'
  /** true: seen by this scan for the first time, or back again. false: known before. */
  new?: boolean
  type?: ('vulnerability' | 'misconfiguration' | 'exposure' | 'threat' | 'information')[]
  /** Whether CISA lists a flaw of it as exploited. */
  kev?: boolean
  /** Known for so many days, or longer. */
  age_days?: number
  /** A vulnerability that speaks to a requirement of the framework. */
  compliance?: UpdatePolicyParamsFailWhenAnyAllCompliance
  /** The scan’s score is lower. */
  score_below?: number
  /** The score is lower by so much, or more, than that of the last scan of the same type and rules. */
  score_dropped_by?: number
  /** The website has one of these tags. */
  website_tags?: string[]
  /** The website is so critical, or more. */
  website_criticality?: 'low' | 'medium' | 'high' | 'critical'
}

/** A vulnerability that speaks to a requirement of the framework. */
export interface UpdatePolicyParamsFailWhenAnyAllCompliance {
  /** As in a vulnerability’s `compliance`. */
  framework: string
  /** One of these; without it, any. */
  requirements?: string[]
}

export interface UpdatePolicyParamsFailWhenAnyAny {
  /** A vulnerability so bad, or worse. */
  severity?: 'critical' | 'high' | 'medium' | 'low' | 'info'
  /** So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do. */
  confidence?: 'confirmed' | 'firm' | 'tentative'
  /** true: seen by this scan for the first time, or back again. false: known before. */
  new?: boolean
  type?: ('vulnerability' | 'misconfiguration' | 'exposure' | 'threat' | 'information')[]
  /** Whether CISA lists a flaw of it as exploited. */
  kev?: boolean
  /** Known for so many days, or longer. */
  age_days?: number
  /** A vulnerability that speaks to a requirement of the framework. */
  compliance?: UpdatePolicyParamsFailWhenAnyAnyCompliance
  /** The scan’s score is lower. */
  score_below?: number
  /** The score is lower by so much, or more, than that of the last scan of the same type and rules. */
  score_dropped_by?: number
  /** The website has one of these tags. */
  website_tags?: string[]
  /** The website is so critical, or more. */
  website_criticality?: 'low' | 'medium' | 'high' | 'critical'
}

/** A vulnerability that speaks to a requirement of the framework. */
export interface UpdatePolicyParamsFailWhenAnyAnyCompliance {
  /** As in a vulnerability’s `compliance`. */
  framework: string
  /** One of these; without it, any. */
  requirements?: string[]
}

export interface SimulatePolicyParams {
  /** Default: all. */
  website_ids?: string[]
  /** Only websites with one of these. */
  tags?: string[]
  scan_type?: 'quick' | 'full' | 'active'
  /** Only scans that were asked for then, or later. */
  from?: string
  /** Only scans that were asked for before. */
  to?: string
  /** How many scans. */
  limit?: number
  /** The `next_cursor` of the page before. */
  cursor?: string
}

export interface SimulateDraftParams {
  /** What makes a scan fail. All fields of one object are met by the same vulnerability; what is said of the score and the website is of the scan. Vulnerabilities that were accepted or marked as false never count, nor do `info` ones unless `severity` says so. */
  fail_when: SimulateDraftParamsFailWhen
  /** Default: all. */
  website_ids?: string[]
  /** Only websites with one of these. */
  tags?: string[]
  scan_type?: 'quick' | 'full' | 'active'
  /** Only scans that were asked for then, or later. */
  from?: string
  /** Only scans that were asked for before. */
  to?: string
  /** How many scans. */
  limit?: number
  /** The `next_cursor` of the page before. */
  cursor?: string
}

/** What makes a scan fail. All fields of one object are met by the same vulnerability; what is said of the score and the website is of the scan. Vulnerabilities that were accepted or marked as false never count, nor do `info` ones unless `severity` says so. */
export interface SimulateDraftParamsFailWhen {
  /** A vulnerability so bad, or worse. */
  severity?: 'critical' | 'high' | 'medium' | 'low' | 'info'
  /** So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do. */
  confidence?: 'confirmed' | 'firm' | 'tentative'
  /** true: seen by this scan for the first time, or back again. false: known before. */
  new?: boolean
  type?: ('vulnerability' | 'misconfiguration' | 'exposure' | 'threat' | 'information')[]
  /** Whether CISA lists a flaw of it as exploited. */
  kev?: boolean
  /** Known for so many days, or longer. */
  age_days?: number
  /** A vulnerability that speaks to a requirement of the framework. */
  compliance?: SimulateDraftParamsFailWhenCompliance
  /** The scan’s score is lower. */
  score_below?: number
  /** The score is lower by so much, or more, than that of the last scan of the same type and rules. */
  score_dropped_by?: number
  /** The website has one of these tags. */
  website_tags?: string[]
  /** The website is so critical, or more. */
  website_criticality?: 'low' | 'medium' | 'high' | 'critical'
  /** Each of them is met. */
  all?: SimulateDraftParamsFailWhenAll[]
  /** One of them is met. */
  any?: SimulateDraftParamsFailWhenAny[]
}

/** A vulnerability that speaks to a requirement of the framework. */
export interface SimulateDraftParamsFailWhenCompliance {
  /** As in a vulnerability’s `compliance`. */
  framework: string
  /** One of these; without it, any. */
  requirements?: string[]
}

export interface SimulateDraftParamsFailWhenAll {
  /** A vulnerability so bad, or worse. */
  severity?: 'critical' | 'high' | 'medium' | 'low' | 'info'
  /** So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do. */
  confidence?: 'confirmed' | 'firm' | 'tentative'
  /** true: seen by this scan for the first time, or back again. false: known before. */
  new?: boolean
  type?: ('vulnerability' | 'misconfiguration' | 'exposure' | 'threat' | 'information')[]
  /** Whether CISA lists a flaw of it as exploited. */
  kev?: boolean
  /** Known for so many days, or longer. */
  age_days?: number
  /** A vulnerability that speaks to a requirement of the framework. */
  compliance?: SimulateDraftParamsFailWhenAllCompliance
  /** The scan’s score is lower. */
  score_below?: number
  /** The score is lower by so much, or more, than that of the last scan of the same type and rules. */
  score_dropped_by?: number
  /** The website has one of these tags. */
  website_tags?: string[]
  /** The website is so critical, or more. */
  website_criticality?: 'low' | 'medium' | 'high' | 'critical'
  /** Each of them is met. */
  all?: SimulateDraftParamsFailWhenAllAll[]
  /** One of them is met. */
  any?: SimulateDraftParamsFailWhenAllAny[]
}

/** A vulnerability that speaks to a requirement of the framework. */
export interface SimulateDraftParamsFailWhenAllCompliance {
  /** As in a vulnerability’s `compliance`. */
  framework: string
  /** One of these; without it, any. */
  requirements?: string[]
}

export interface SimulateDraftParamsFailWhenAllAll {
  /** A vulnerability so bad, or worse. */
  severity?: 'critical' | 'high' | 'medium' | 'low' | 'info'
  /** So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do. */
  confidence?: 'confirmed' | 'firm' | 'tentative'
  /** true: seen by this scan for the first time, or back again. false: known before. */
  new?: boolean
  type?: ('vulnerability' | 'misconfiguration' | 'exposure' | 'threat' | 'information')[]
  /** Whether CISA lists a flaw of it as exploited. */
  kev?: boolean
  /** Known for so many days, or longer. */
  age_days?: number
  /** A vulnerability that speaks to a requirement of the framework. */
  compliance?: SimulateDraftParamsFailWhenAllAllCompliance
  /** The scan’s score is lower. */
  score_below?: number
  /** The score is lower by so much, or more, than that of the last scan of the same type and rules. */
  score_dropped_by?: number
  /** The website has one of these tags. */
  website_tags?: string[]
  /** The website is so critical, or more. */
  website_criticality?: 'low' | 'medium' | 'high' | 'critical'
}

/** A vulnerability that speaks to a requirement of the framework. */
export interface SimulateDraftParamsFailWhenAllAllCompliance {
  /** As in a vulnerability’s `compliance`. */
  framework: string
  /** One of these; without it, any. */
  requirements?: string[]
}

export interface SimulateDraftParamsFailWhenAllAny {
  /** A vulnerability so bad, or worse. */
  severity?: 'critical' | 'high' | 'medium' | 'low' | 'info'
  /** So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do. */
  confidence?: 'confirmed' | 'firm' | 'tentative'
  /** true: seen by this scan for the first time, or back again. false: known before. */
  new?: boolean
  type?: ('vulnerability' | 'misconfiguration' | 'exposure' | 'threat' | 'information')[]
  /** Whether CISA lists a flaw of it as exploited. */
  kev?: boolean
  /** Known for so many days, or longer. */
  age_days?: number
  /** A vulnerability that speaks to a requirement of the framework. */
  compliance?: SimulateDraftParamsFailWhenAllAnyCompliance
  /** The scan’s score is lower. */
  score_below?: number
  /** The score is lower by so much, or more, than that of the last scan of the same type and rules. */
  score_dropped_by?: number
  /** The website has one of these tags. */
  website_tags?: string[]
  /** The website is so critical, or more. */
  website_criticality?: 'low' | 'medium' | 'high' | 'critical'
}

/** A vulnerability that speaks to a requirement of the framework. */
export interface SimulateDraftParamsFailWhenAllAnyCompliance {
  /** As in a vulnerability’s `compliance`. */
  framework: string
  /** One of these; without it, any. */
  requirements?: string[]
}

export interface SimulateDraftParamsFailWhenAny {
  /** A vulnerability so bad, or worse. */
  severity?: 'critical' | 'high' | 'medium' | 'low' | 'info'
  /** So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do. */
  confidence?: 'confirmed' | 'firm' | 'tentative'
  /** true: seen by this scan for the first time, or back again. false: known before. */
  new?: boolean
  type?: ('vulnerability' | 'misconfiguration' | 'exposure' | 'threat' | 'information')[]
  /** Whether CISA lists a flaw of it as exploited. */
  kev?: boolean
  /** Known for so many days, or longer. */
  age_days?: number
  /** A vulnerability that speaks to a requirement of the framework. */
  compliance?: SimulateDraftParamsFailWhenAnyCompliance
  /** The scan’s score is lower. */
  score_below?: number
  /** The score is lower by so much, or more, than that of the last scan of the same type and rules. */
  score_dropped_by?: number
  /** The website has one of these tags. */
  website_tags?: string[]
  /** The website is so critical, or more. */
  website_criticality?: 'low' | 'medium' | 'high' | 'critical'
  /** Each of them is met. */
  all?: SimulateDraftParamsFailWhenAnyAll[]
  /** One of them is met. */
  any?: SimulateDraftParamsFailWhenAnyAny[]
}

/** A vulnerability that speaks to a requirement of the framework. */
export interface SimulateDraftParamsFailWhenAnyCompliance {
  /** As in a vulnerability’s `compliance`. */
  framework: string
  /** One of these; without it, any. */
  requirements?: string[]
}

export interface SimulateDraftParamsFailWhenAnyAll {
  /** A vulnerability so bad, or worse. */
  severity?: 'critical' | 'high' | 'medium' | 'low' | 'info'
  /** So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do. */
  confidence?: 'confirmed' | 'firm' | 'tentative'
  /** true: seen by this scan for the first time, or back again. false: known before. */
  new?: boolean
  type?: ('vulnerability' | 'misconfiguration' | 'exposure' | 'threat' | 'information')[]
  /** Whether CISA lists a flaw of it as exploited. */
  kev?: boolean
  /** Known for so many days, or longer. */
  age_days?: number
  /** A vulnerability that speaks to a requirement of the framework. */
  compliance?: SimulateDraftParamsFailWhenAnyAllCompliance
  /** The scan’s score is lower. */
  score_below?: number
  /** The score is lower by so much, or more, than that of the last scan of the same type and rules. */
  score_dropped_by?: number
  /** The website has one of these tags. */
  website_tags?: string[]
  /** The website is so critical, or more. */
  website_criticality?: 'low' | 'medium' | 'high' | 'critical'
}

/** A vulnerability that speaks to a requirement of the framework. */
export interface SimulateDraftParamsFailWhenAnyAllCompliance {
  /** As in a vulnerability’s `compliance`. */
  framework: string
  /** One of these; without it, any. */
  requirements?: string[]
}

export interface SimulateDraftParamsFailWhenAnyAny {
  /** A vulnerability so bad, or worse. */
  severity?: 'critical' | 'high' | 'medium' | 'low' | 'info'
  /** So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do. */
  confidence?: 'confirmed' | 'firm' | 'tentative'
  /** true: seen by this scan for the first time, or back again. false: known before. */
  new?: boolean
  type?: ('vulnerability' | 'misconfiguration' | 'exposure' | 'threat' | 'information')[]
  /** Whether CISA lists a flaw of it as exploited. */
  kev?: boolean
  /** Known for so many days, or longer. */
  age_days?: number
  /** A vulnerability that speaks to a requirement of the framework. */
  compliance?: SimulateDraftParamsFailWhenAnyAnyCompliance
  /** The scan’s score is lower. */
  score_below?: number
  /** The score is lower by so much, or more, than that of the last scan of the same type and rules. */
  score_dropped_by?: number
  /** The website has one of these tags. */
  website_tags?: string[]
  /** The website is so critical, or more. */
  website_criticality?: 'low' | 'medium' | 'high' | 'critical'
}

/** A vulnerability that speaks to a requirement of the framework. */
export interface SimulateDraftParamsFailWhenAnyAnyCompliance {
  /** As in a vulnerability’s `compliance`. */
  framework: string
  /** One of these; without it, any. */
  requirements?: string[]
}

export interface UpdateFrameworkParams {
  followed: boolean
}

/** What `assessCompliance` can be asked for. */
export interface AssessComplianceParams {
  website_id?: string
  group_id?: string
  /** Of ASVS: requirements up to this level. */
  level?: number
  /** Only requirements that stand so. */
  status?: 'failing' | 'not_tested' | 'attestation_needed' | 'partly_tested' | 'accepted' | 'met' | 'not_applicable'
}

/** What `listComplianceChanges` can be asked for. */
export interface ListComplianceChangesParams {
  /** How many, 1 to 100; 20 unless told. */
  limit?: number
  /** The `next_cursor` of the page before. */
  cursor?: string
  website_id?: string
  requirement?: string
}

/** What `listAttestations` can be asked for. */
export interface ListAttestationsParams {
  /** How many, 1 to 100; 20 unless told. */
  limit?: number
  /** The `next_cursor` of the page before. */
  cursor?: string
  framework?: string
  requirement?: string
  /** Only those of this very website. */
  website_id?: string
}

export interface CreateAttestationParams {
  /** As `pci_dss_4`. */
  framework: string
  /** As `12.1.1`. */
  requirement: string
  /** Left out: it is of all websites. */
  website_id?: string
  verdict: 'met' | 'not_met' | 'not_applicable'
  /** What was looked at, by whom, and what came of it: auditors read it. */
  statement: string
  expires_at?: string | null
  file?: CreateAttestationParamsFile
}

export interface CreateAttestationParamsFile {
  name: string
  media_type: string
  /** Base64 of at most 750,000 bytes. Of what is larger, name the place and the SHA-256 in the statement. */
  content: string
}

/** What `listReportLinks` can be asked for. */
export interface ListReportLinksParams {
  /** How many, 1 to 100; 20 unless told. */
  limit?: number
  /** The `next_cursor` of the page before. */
  cursor?: string
}

export interface CreateReportLinkParams {
  /** At most 365 days ahead; in 7 days unless told. */
  expires_at?: string
}

/** What `listReports` can be asked for. */
export interface ListReportsParams {
  /** How many, 1 to 100; 20 unless told. */
  limit?: number
  /** The `next_cursor` of the page before. */
  cursor?: string
  kind?: 'executive' | 'technical' | 'comparison' | 'portfolio' | 'compliance'
  status?: 'queued' | 'running' | 'done' | 'failed'
  /** Only those that were asked for of this website. */
  website_id?: string
  /** Only those of this scan. */
  scan_id?: string
  /** Only those that this schedule had made. */
  report_schedule_id?: string
  /** Only those of one run of a schedule. */
  run_id?: string
}

export interface CreateReportParams {
  /** Of what one scan saw. */
  scan_id?: string
  /** comparison: the earlier scan. Give `website_id` alone for its last two scans of one type. */
  baseline_scan_id?: string
  kind?: 'executive' | 'technical' | 'comparison' | 'portfolio' | 'compliance'
  /** Of the report’s own texts. */
  language?: 'en' | 'de' | 'fr'
  website_id?: string | null
  group?: string | null
  tag?: string | null
  framework?: string | null
  filter?: CreateReportParamsFilter | null
  /** Days that trends are shown of; 90 unless told. */
  period_days?: number
  format?: 'pdf' | 'html' | 'json' | 'csv' | 'sarif'
  title?: string | null
}

/** Which vulnerabilities: those that are of one of each list. Unless told, what is open, and of a scan whatever it saw. */
export interface CreateReportParamsFilter {
  severity?: ('critical' | 'high' | 'medium' | 'low' | 'info')[]
  status?: ('open' | 'reopened' | 'fixed' | 'accepted_risk' | 'false_positive')[]
  confidence?: ('confirmed' | 'firm' | 'tentative')[]
  type?: ('vulnerability' | 'misconfiguration' | 'exposure' | 'threat' | 'information')[]
  check?: string[]
  /** Whether CISA lists a flaw of it as exploited. */
  kev?: boolean
}

/** What `listIntegrations` can be asked for. */
export interface ListIntegrationsParams {
  /** How many, 1 to 100; 20 unless told. */
  limit?: number
  /** The `next_cursor` of the page before. */
  cursor?: string
  kind?: 'jira' | 'linear' | 'github' | 'gitlab' | 'slack'
}

export interface CreateIntegrationParams {
  name?: string
  kind: 'jira' | 'linear' | 'github' | 'gitlab' | 'slack'
  /** Where the tracker is: for jira always, as `https://acme.atlassian.net`; for the others where it is one of your own, as `https://github.acme.example/api/v3`. */
  base_url?: string
  settings: CreateIntegrationParamsSettings
  /** What becomes a ticket by itself: what one of the rules asks for. None: only what is asked for by `POST /v1/tickets`. */
  rules?: CreateIntegrationParamsRule[]
  mapping?: CreateIntegrationParamsMapping
  sync?: CreateIntegrationParamsSync
}

export interface CreateIntegrationParamsSettings {
  /** github: as `owner/name`. */
  repository?: string
  /** jira: its key, as `SEC`. gitlab: its path, as `group/name`, or its number. */
  project?: string
  /** linear: its key, as `ENG`, or its id. */
  team?: string
  /** slack: its id, as `C0123456789`. */
  channel?: string
  /** jira: its name. Default `Task`. */
  issue_type?: string
  /** jira: default cloud. */
  deployment?: 'cloud' | 'data_center'
  /** jira in the cloud: whose token it is. */
  email?: string
  /** By which we log in there. A secret, and never shown again. */
  token?: string
  /** github, as an app in place of `token`. */
  app_id?: string
  /** github, as an app: of the repository’s owner. */
  installation_id?: string
  /** github, as an app: in PEM. A secret, and never shown again. */
  private_key?: string
  /** By which the other side signs what it tells `hook_url`. Left out: one is made and shown once, but for linear, which makes its own. */
  webhook_secret?: string
}

/** All that is set has to be met. */
export interface CreateIntegrationParamsRule {
  /** Default: all but `info`. */
  severities?: ('critical' | 'high' | 'medium' | 'low' | 'info')[]
  /** So sure, or surer. Default `firm`. */
  confidence?: 'confirmed' | 'firm' | 'tentative'
  /** Only of these websites, and of those in one of `groups` or with one of `tags`. Default: all. */
  website_ids?: string[]
  /** As `website_ids`: groups of websites. */
  groups?: string[]
  tags?: string[]
  /** true: what a scan sees for the first time, or again after it was fixed. false: whatever a scan sees that has no ticket yet. Default true. */
  new_only?: boolean
  /** Only what makes the scan fail this policy. */
  policy_id?: string
}

export interface CreateIntegrationParamsMapping {
  /** Of every ticket. Default `lasthash`. */
  labels?: string[]
  /** Labels by severity, beside the others. */
  severity_labels?: CreateIntegrationParamsMappingSeverityLabels
  /** Priorities by severity. jira: names, as `High`; left out, none is set. linear: 1 (urgent) to 4; left out, by severity. */
  priorities?: CreateIntegrationParamsMappingPriorities
  /** Further fields of the issue as the other side’s API takes them, as `customfield_10010` or `milestone`. In texts, `{severity}`, `{check}`, `{cwe}`, `{cve}`, `{website}`, `{website_url}` and `{vulnerability_id}` are filled in. */
  fields?: Record<string, unknown>
  /** Who gets what none of `assignees` names. github: log-in. gitlab: user name. jira: account id, or in a data center the user name. linear: e-mail address or id. */
  assignee?: string
  /** The first that fits. */
  assignees?: CreateIntegrationParamsMappingAssignee[]
}

/** Labels by severity, beside the others. */
export interface CreateIntegrationParamsMappingSeverityLabels {
  critical?: string[]
  high?: string[]
  medium?: string[]
  low?: string[]
  info?: string[]
}

/** Priorities by severity. jira: names, as `High`; left out, none is set. linear: 1 (urgent) to 4; left out, by severity. */
export interface CreateIntegrationParamsMappingPriorities {
  critical?: string
  high?: string
  medium?: string
  low?: string
  info?: string
}

export interface CreateIntegrationParamsMappingAssignee {
  assignee: string
  severities?: ('critical' | 'high' | 'medium' | 'low' | 'info')[]
  /** Of these websites, or those with one of `tags`. */
  website_ids?: string[]
  tags?: string[]
}

export interface CreateIntegrationParamsSync {
  /** Close the ticket when a scan finds the vulnerability gone. Default false: a comment says so. */
  close_when_fixed?: boolean
  /** When somebody closes a ticket, look at the vulnerability again, and say in a comment what was found. Default true. */
  verify_when_closed?: boolean
  /** Reopen what was closed as done and is still there; what was closed as not planned stays closed. Default true. */
  reopen_when_still_there?: boolean
  poll_seconds?: number | null
}

export interface TestDraftIntegrationParams {
  kind: 'jira' | 'linear' | 'github' | 'gitlab' | 'slack'
  /** Where the tracker is: for jira always, as `https://acme.atlassian.net`; for the others where it is one of your own, as `https://github.acme.example/api/v3`. */
  base_url?: string
  settings: TestDraftIntegrationParamsSettings
}

export interface TestDraftIntegrationParamsSettings {
  /** github: as `owner/name`. */
  repository?: string
  /** jira: its key, as `SEC`. gitlab: its path, as `group/name`, or its number. */
  project?: string
  /** linear: its key, as `ENG`, or its id. */
  team?: string
  /** slack: its id, as `C0123456789`. */
  channel?: string
  /** jira: its name. Default `Task`. */
  issue_type?: string
  /** jira: default cloud. */
  deployment?: 'cloud' | 'data_center'
  /** jira in the cloud: whose token it is. */
  email?: string
  /** By which we log in there. A secret, and never shown again. */
  token?: string
  /** github, as an app in place of `token`. */
  app_id?: string
  /** github, as an app: of the repository’s owner. */
  installation_id?: string
  /** github, as an app: in PEM. A secret, and never shown again. */
  private_key?: string
  /** By which the other side signs what it tells `hook_url`. Left out: one is made and shown once, but for linear, which makes its own. */
  webhook_secret?: string
}

/** Of `settings`, those that are given; `rules`, `mapping` and `sync` are replaced whole, and null is as if left out at first. */
export interface UpdateIntegrationParams {
  name?: string
  /** Where the tracker is: for jira always, as `https://acme.atlassian.net`; for the others where it is one of your own, as `https://github.acme.example/api/v3`. */
  base_url?: string
  settings?: UpdateIntegrationParamsSettings
  rules?: UpdateIntegrationParamsRule[] | null
  mapping?: UpdateIntegrationParamsMapping | null
  sync?: UpdateIntegrationParamsSync | null
  enabled?: boolean
}

export interface UpdateIntegrationParamsSettings {
  /** github: as `owner/name`. */
  repository?: string
  /** jira: its key, as `SEC`. gitlab: its path, as `group/name`, or its number. */
  project?: string
  /** linear: its key, as `ENG`, or its id. */
  team?: string
  /** slack: its id, as `C0123456789`. */
  channel?: string
  /** jira: its name. Default `Task`. */
  issue_type?: string
  /** jira: default cloud. */
  deployment?: 'cloud' | 'data_center'
  /** jira in the cloud: whose token it is. */
  email?: string
  /** By which we log in there. A secret, and never shown again. */
  token?: string
  /** github, as an app in place of `token`. */
  app_id?: string
  /** github, as an app: of the repository’s owner. */
  installation_id?: string
  /** github, as an app: in PEM. A secret, and never shown again. */
  private_key?: string
  /** By which the other side signs what it tells `hook_url`. Left out: one is made and shown once, but for linear, which makes its own. */
  webhook_secret?: string
}

/** All that is set has to be met. */
export interface UpdateIntegrationParamsRule {
  /** Default: all but `info`. */
  severities?: ('critical' | 'high' | 'medium' | 'low' | 'info')[]
  /** So sure, or surer. Default `firm`. */
  confidence?: 'confirmed' | 'firm' | 'tentative'
  /** Only of these websites, and of those in one of `groups` or with one of `tags`. Default: all. */
  website_ids?: string[]
  /** As `website_ids`: groups of websites. */
  groups?: string[]
  tags?: string[]
  /** true: what a scan sees for the first time, or again after it was fixed. false: whatever a scan sees that has no ticket yet. Default true. */
  new_only?: boolean
  /** Only what makes the scan fail this policy. */
  policy_id?: string
}

export interface UpdateIntegrationParamsMapping {
  /** Of every ticket. Default `lasthash`. */
  labels?: string[]
  /** Labels by severity, beside the others. */
  severity_labels?: UpdateIntegrationParamsMappingSeverityLabels
  /** Priorities by severity. jira: names, as `High`; left out, none is set. linear: 1 (urgent) to 4; left out, by severity. */
  priorities?: UpdateIntegrationParamsMappingPriorities
  /** Further fields of the issue as the other side’s API takes them, as `customfield_10010` or `milestone`. In texts, `{severity}`, `{check}`, `{cwe}`, `{cve}`, `{website}`, `{website_url}` and `{vulnerability_id}` are filled in. */
  fields?: Record<string, unknown>
  /** Who gets what none of `assignees` names. github: log-in. gitlab: user name. jira: account id, or in a data center the user name. linear: e-mail address or id. */
  assignee?: string
  /** The first that fits. */
  assignees?: UpdateIntegrationParamsMappingAssignee[]
}

/** Labels by severity, beside the others. */
export interface UpdateIntegrationParamsMappingSeverityLabels {
  critical?: string[]
  high?: string[]
  medium?: string[]
  low?: string[]
  info?: string[]
}

/** Priorities by severity. jira: names, as `High`; left out, none is set. linear: 1 (urgent) to 4; left out, by severity. */
export interface UpdateIntegrationParamsMappingPriorities {
  critical?: string
  high?: string
  medium?: string
  low?: string
  info?: string
}

export interface UpdateIntegrationParamsMappingAssignee {
  assignee: string
  severities?: ('critical' | 'high' | 'medium' | 'low' | 'info')[]
  /** Of these websites, or those with one of `tags`. */
  website_ids?: string[]
  tags?: string[]
}

export interface UpdateIntegrationParamsSync {
  /** Close the ticket when a scan finds the vulnerability gone. Default false: a comment says so. */
  close_when_fixed?: boolean
  /** When somebody closes a ticket, look at the vulnerability again, and say in a comment what was found. Default true. */
  verify_when_closed?: boolean
  /** Reopen what was closed as done and is still there; what was closed as not planned stays closed. Default true. */
  reopen_when_still_there?: boolean
  poll_seconds?: number | null
}

/** What `listTickets` can be asked for. */
export interface ListTicketsParams {
  /** How many, 1 to 100; 20 unless told. */
  limit?: number
  /** The `next_cursor` of the page before. */
  cursor?: string
  integration_id?: string
  vulnerability_id?: string
  website_id?: string
  status?: 'pending' | 'open' | 'closed' | 'failed' | 'gone' | 'canceled'
}

export interface CreateTicketParams {
  vulnerability_id: string
  integration_id: string
}

/** What `listBundles` can be asked for. */
export interface ListBundlesParams {
  /** How many, 1 to 100; 20 unless told. */
  limit?: number
  /** The `next_cursor` of the page before. */
  cursor?: string
  framework?: string
}

export interface CreateBundleParams {
  framework: string
  website_id?: string
  /** Left out, as `website_id`: all websites. */
  group_id?: string
}

/** What `listPaymentPages` can be asked for. */
export interface ListPaymentPagesParams {
  /** How many, 1 to 100; 20 unless told. */
  limit?: number
  /** The `next_cursor` of the page before. */
  cursor?: string
  website_id?: string
}

export interface CreatePaymentPageParams {
  website_id: string
  /** Of the website itself. */
  url: string
  name?: string
  /** Seconds between looks: 86400 unless told, 604800 (a week) at most. */
  interval?: number
}

export interface UpdatePaymentPageParams {
  name?: string
  /** Seconds between looks: 86400 unless told, 604800 (a week) at most. */
  interval?: number
}

/** What `listPaymentScripts` can be asked for. */
export interface ListPaymentScriptsParams {
  /** How many, 1 to 100; 20 unless told. */
  limit?: number
  /** The `next_cursor` of the page before. */
  cursor?: string
  /** Only those that are there, or not. */
  present?: boolean
}

export interface AuthorizePaymentScriptParams {
  authorized: boolean
  /** The business or technical reason why it is needed; of one that is taken back, why. */
  justification: string
  /** `version`: the text that runs now; another one has to be authorised anew. `address`: whatever the address gives: its integrity is then assured by an `integrity` attribute only. */
  kind?: 'version' | 'address'
}

/** What `listPaymentLedger` can be asked for. */
export interface ListPaymentLedgerParams {
  /** How many, 1 to 100; 20 unless told. */
  limit?: number
  /** The `next_cursor` of the page before. */
  cursor?: string
  kind?:
    | 'page_marked'
    | 'page_unmarked'
    | 'look'
    | 'look_failed'
    | 'script_added'
    | 'script_changed'
    | 'script_removed'
    | 'header_changed'
    | 'script_authorized'
    | 'script_revoked'
}

/** What `listReportSchedules` can be asked for. */
export interface ListReportSchedulesParams {
  /** How many, 1 to 100; 20 unless told. */
  limit?: number
  /** The `next_cursor` of the page before. */
  cursor?: string
  /** Of one website. */
  website_id?: string
}

export interface CreateReportScheduleParams {
  name: string
  /** Minute, hour, day, month, day of the week. */
  cron?: string
  /** Instead of a cron: at a time of the schedule’s own; see `next_runs`. */
  every?: 'hourly' | 'daily' | 'weekly' | 'monthly'
  /** Of the IANA database; UTC unless told. */
  time_zone?: string
  kind?: 'executive' | 'technical' | 'comparison' | 'portfolio' | 'compliance'
  /** Of the report’s own texts. */
  language?: 'en' | 'de' | 'fr'
  website_id?: string | null
  group?: string | null
  tag?: string | null
  framework?: string | null
  filter?: CreateReportScheduleParamsFilter | null
  /** Days that trends are shown of; 90 unless told. */
  period_days?: number
  /** One report each; `["pdf"]` unless told. */
  formats?: ('pdf' | 'html' | 'json' | 'csv' | 'sarif')[]
  /** Each gets a mail of their own. None: the reports are made and kept, and `report.ready` tells of them. */
  recipients?: string[]
  /** What each mail begins with. */
  message?: string
  /** Whether the files go with the mail, where all together have at most 5 MB. Otherwise links do. */
  attach?: boolean
  /** How long links in mails live; 30 days unless told. */
  link_days?: number
  enabled?: boolean
  title?: string | null
}

/** Which vulnerabilities: those that are of one of each list. Unless told, what is open, and of a scan whatever it saw. */
export interface CreateReportScheduleParamsFilter {
  severity?: ('critical' | 'high' | 'medium' | 'low' | 'info')[]
  status?: ('open' | 'reopened' | 'fixed' | 'accepted_risk' | 'false_positive')[]
  confidence?: ('confirmed' | 'firm' | 'tentative')[]
  type?: ('vulnerability' | 'misconfiguration' | 'exposure' | 'threat' | 'information')[]
  check?: string[]
  /** Whether CISA lists a flaw of it as exploited. */
  kev?: boolean
}

export interface UpdateReportScheduleParams {
  name?: string
  cron?: string | null
  every?: 'hourly' | 'daily' | 'weekly' | 'monthly' | null
  time_zone?: string | null
  kind?: 'executive' | 'technical' | 'comparison' | 'portfolio' | 'compliance'
  /** Of the report’s own texts. */
  language?: 'en' | 'de' | 'fr'
  website_id?: string | null
  group?: string | null
  tag?: string | null
  framework?: string | null
  filter?: UpdateReportScheduleParamsFilter | null
  /** Days that trends are shown of; 90 unless told. */
  period_days?: number
  formats?: ('pdf' | 'html' | 'json' | 'csv' | 'sarif')[]
  recipients?: string[] | null
  message?: string | null
  attach?: boolean
  link_days?: number | null
  enabled?: boolean
  title?: string | null
}

/** Which vulnerabilities: those that are of one of each list. Unless told, what is open, and of a scan whatever it saw. */
export interface UpdateReportScheduleParamsFilter {
  severity?: ('critical' | 'high' | 'medium' | 'low' | 'info')[]
  status?: ('open' | 'reopened' | 'fixed' | 'accepted_risk' | 'false_positive')[]
  confidence?: ('confirmed' | 'firm' | 'tentative')[]
  type?: ('vulnerability' | 'misconfiguration' | 'exposure' | 'threat' | 'information')[]
  check?: string[]
  /** Whether CISA lists a flaw of it as exploited. */
  kev?: boolean
}

/** What `listReportRuns` can be asked for. */
export interface ListReportRunsParams {
  /** How many, 1 to 100; 20 unless told. */
  limit?: number
  /** The `next_cursor` of the page before. */
  cursor?: string
}

/** What `listReportDeliveries` can be asked for. */
export interface ListReportDeliveriesParams {
  /** How many, 1 to 100; 20 unless told. */
  limit?: number
  /** The `next_cursor` of the page before. */
  cursor?: string
  status?: 'pending' | 'sent' | 'failed' | 'bounced' | 'skipped'
  /** Only those of this run. */
  run_id?: string
}

/** What `listWebhooks` can be asked for. */
export interface ListWebhooksParams {
  /** How many, 1 to 100; 20 unless told. */
  limit?: number
  /** The `next_cursor` of the page before. */
  cursor?: string
}

export interface CreateWebhookParams {
  url: string
  events: (
    | 'scan.queued'
    | 'scan.started'
    | 'scan.completed'
    | 'scan.failed'
    | 'scan.canceled'
    | 'vulnerability.detected'
    | 'vulnerability.resolved'
    | 'vulnerability.reopened'
    | 'vulnerability.accepted'
    | 'threat.detected'
    | 'score.degraded'
    | 'score.improved'
    | 'monitor.down'
    | 'monitor.recovered'
    | 'certificate.expiring'
    | 'certificate.changed'
    | 'dns.changed'
    | 'content.changed'
    | 'scripts.changed'
    | 'alert.opened'
    | 'alert.resolved'
    | 'alert_channel.disabled'
    | 'compliance.changed'
    | 'report.ready'
    | 'report_schedule.disabled'
    | 'report.failed'
    | 'ticket.created'
    | 'ticket.updated'
    | 'payment_page.changed'
    | 'website.created'
    | 'website.verified'
    | 'website.verification_lost'
    | 'schedule.disabled'
    | 'webhook.disabled'
    | 'api_key.created'
    | 'api_key.revoked'
  )[]
  /** Of your own, 8 to 256 characters, or `whsec_` and base64. Left out: one is made. */
  secret?: string
  description?: string
  /** The shape of what is sent; `lasthash-version` names it in each delivery. It stays until you change it. */
  api_version?: 'v1'
}

export interface UpdateWebhookParams {
  url?: string
  events?: (
    | 'scan.queued'
    | 'scan.started'
    | 'scan.completed'
    | 'scan.failed'
    | 'scan.canceled'
    | 'vulnerability.detected'
    | 'vulnerability.resolved'
    | 'vulnerability.reopened'
    | 'vulnerability.accepted'
    | 'threat.detected'
    | 'score.degraded'
    | 'score.improved'
    | 'monitor.down'
    | 'monitor.recovered'
    | 'certificate.expiring'
    | 'certificate.changed'
    | 'dns.changed'
    | 'content.changed'
    | 'scripts.changed'
    | 'alert.opened'
    | 'alert.resolved'
    | 'alert_channel.disabled'
    | 'compliance.changed'
    | 'report.ready'
    | 'report_schedule.disabled'
    | 'report.failed'
    | 'ticket.created'
    | 'ticket.updated'
    | 'payment_page.changed'
    | 'website.created'
    | 'website.verified'
    | 'website.verification_lost'
    | 'schedule.disabled'
    | 'webhook.disabled'
    | 'api_key.created'
    | 'api_key.revoked'
  )[]
  description?: string | null
  enabled?: boolean
  /** The shape of what is sent; `lasthash-version` names it in each delivery. It stays until you change it. */
  api_version?: 'v1'
}

export interface RotateWebhookSecretParams {
  /** Of your own, 8 to 256 characters, or `whsec_` and base64. Left out: one is made. */
  secret?: string
}

/** What `listDeliveries` can be asked for. */
export interface ListDeliveriesParams {
  /** How many, 1 to 100; 20 unless told. */
  limit?: number
  /** The `next_cursor` of the page before. */
  cursor?: string
  status?: 'pending' | 'succeeded' | 'failed'
  /** Only those of events of this type. */
  event_type?: string
  /** Only those of this event. */
  event_id?: string
  /** Only those of this replay. */
  replay_id?: string
}

/** What `listWebhookReplays` can be asked for. */
export interface ListWebhookReplaysParams {
  /** How many, 1 to 100; 20 unless told. */
  limit?: number
  /** The `next_cursor` of the page before. */
  cursor?: string
}

export interface ReplayWebhookParams {
  /** Events from then on, as far as they are kept: 90 days. */
  from: string
  /** And before then. Default: now. */
  to?: string
  /** Which. Default: those that the webhook is for. */
  events?: (
    | 'scan.queued'
    | 'scan.started'
    | 'scan.completed'
    | 'scan.failed'
    | 'scan.canceled'
    | 'vulnerability.detected'
    | 'vulnerability.resolved'
    | 'vulnerability.reopened'
    | 'vulnerability.accepted'
    | 'threat.detected'
    | 'score.degraded'
    | 'score.improved'
    | 'monitor.down'
    | 'monitor.recovered'
    | 'certificate.expiring'
    | 'certificate.changed'
    | 'dns.changed'
    | 'content.changed'
    | 'scripts.changed'
    | 'alert.opened'
    | 'alert.resolved'
    | 'alert_channel.disabled'
    | 'compliance.changed'
    | 'report.ready'
    | 'report_schedule.disabled'
    | 'report.failed'
    | 'ticket.created'
    | 'ticket.updated'
    | 'payment_page.changed'
    | 'website.created'
    | 'website.verified'
    | 'website.verification_lost'
    | 'schedule.disabled'
    | 'webhook.disabled'
    | 'api_key.created'
    | 'api_key.revoked'
  )[]
}

/** What `listEvents` can be asked for. */
export interface ListEventsParams {
  /** How many, 1 to 100; 20 unless told. */
  limit?: number
  /** The `next_cursor` of the page before. */
  cursor?: string
  type?:
    | 'scan.queued'
    | 'scan.started'
    | 'scan.completed'
    | 'scan.failed'
    | 'scan.canceled'
    | 'vulnerability.detected'
    | 'vulnerability.resolved'
    | 'vulnerability.reopened'
    | 'vulnerability.accepted'
    | 'threat.detected'
    | 'score.degraded'
    | 'score.improved'
    | 'monitor.down'
    | 'monitor.recovered'
    | 'certificate.expiring'
    | 'certificate.changed'
    | 'dns.changed'
    | 'content.changed'
    | 'scripts.changed'
    | 'alert.opened'
    | 'alert.resolved'
    | 'alert_channel.disabled'
    | 'compliance.changed'
    | 'report.ready'
    | 'report_schedule.disabled'
    | 'report.failed'
    | 'ticket.created'
    | 'ticket.updated'
    | 'payment_page.changed'
    | 'website.created'
    | 'website.verified'
    | 'website.verification_lost'
    | 'schedule.disabled'
    | 'webhook.disabled'
    | 'webhook.test'
    | 'api_key.created'
    | 'api_key.revoked'
}

/** What `listChecks` can be asked for. */
export interface ListChecksParams {
  /** How many, 1 to 100; 20 unless told. */
  limit?: number
  /** The `next_cursor` of the page before. */
  cursor?: string
}

/** What `listFeeds` can be asked for. */
export interface ListFeedsParams {
  /** How many, 1 to 100; 20 unless told. */
  limit?: number
  /** The `next_cursor` of the page before. */
  cursor?: string
}

export interface UpdateFeedsParams {
  /** Names; all of them when left out. */
  feeds?: (
    | 'kev'
    | 'retire'
    | 'epss'
    | 'endoflife'
    | 'urlhaus'
    | 'urlhaus-payloads'
    | 'wordfence'
    | 'badkeys'
    | 'osv-bitnami'
    | 'osv-packagist'
    | 'osv-rubygems'
    | 'osv-pypi'
    | 'osv-maven'
    | 'osv-nuget'
    | 'osv-npm'
  )[]
}

/** What `listApiKeys` can be asked for. */
export interface ListApiKeysParams {
  /** How many, 1 to 100; 20 unless told. */
  limit?: number
  /** The `next_cursor` of the page before. */
  cursor?: string
}

export interface CreateApiKeyParams {
  name: string
  /** `test`: sees data of its own, and scans virtual targets with known results. */
  mode?: 'live' | 'test'
  scopes?: (
    | 'organizations:read'
    | 'organizations:write'
    | 'users:read'
    | 'users:write'
    | 'sessions:read'
    | 'sessions:write'
    | 'api_keys:read'
    | 'api_keys:write'
    | 'websites:read'
    | 'websites:write'
    | 'scans:read'
    | 'scans:write'
    | 'schedules:read'
    | 'schedules:write'
    | 'vulnerabilities:read'
    | 'vulnerabilities:write'
    | 'monitors:read'
    | 'monitors:write'
    | 'alerts:read'
    | 'alerts:write'
    | 'alert_channels:read'
    | 'alert_channels:write'
    | 'policies:read'
    | 'policies:write'
    | 'compliance:read'
    | 'compliance:write'
    | 'reports:read'
    | 'reports:write'
    | 'integrations:read'
    | 'integrations:write'
    | 'tickets:read'
    | 'tickets:write'
    | 'webhooks:read'
    | 'webhooks:write'
    | 'events:read'
    | 'events:write'
    | 'usage:read'
    | 'usage:write'
    | 'audit_log:read'
    | 'audit_log:write'
    | 'checks:read'
    | 'checks:write'
    | 'feeds:read'
    | 'feeds:write'
    | 'metrics:read'
    | 'exports:read'
    | 'billing:write'
  )[]
  /** Addresses or CIDRs, IPv4 and IPv6; empty: from anywhere. */
  allowed_cidrs?: string[]
  /** Origins of pages whose scripts use it: such a key reads only, and only there. Empty: for servers. */
  allowed_origins?: string[]
  expires_at?: string | null
  /** Needed for a list that shuts out the address that you call from. */
  force?: boolean
}

export interface UpdateApiKeyParams {
  name?: string
  scopes?: (
    | 'organizations:read'
    | 'organizations:write'
    | 'users:read'
    | 'users:write'
    | 'sessions:read'
    | 'sessions:write'
    | 'api_keys:read'
    | 'api_keys:write'
    | 'websites:read'
    | 'websites:write'
    | 'scans:read'
    | 'scans:write'
    | 'schedules:read'
    | 'schedules:write'
    | 'vulnerabilities:read'
    | 'vulnerabilities:write'
    | 'monitors:read'
    | 'monitors:write'
    | 'alerts:read'
    | 'alerts:write'
    | 'alert_channels:read'
    | 'alert_channels:write'
    | 'policies:read'
    | 'policies:write'
    | 'compliance:read'
    | 'compliance:write'
    | 'reports:read'
    | 'reports:write'
    | 'integrations:read'
    | 'integrations:write'
    | 'tickets:read'
    | 'tickets:write'
    | 'webhooks:read'
    | 'webhooks:write'
    | 'events:read'
    | 'events:write'
    | 'usage:read'
    | 'usage:write'
    | 'audit_log:read'
    | 'audit_log:write'
    | 'checks:read'
    | 'checks:write'
    | 'feeds:read'
    | 'feeds:write'
    | 'metrics:read'
    | 'exports:read'
    | 'billing:write'
  )[]
  allowed_cidrs?: string[] | null
  allowed_origins?: string[] | null
  expires_at?: string | null
  /** Needed for a list that shuts out the address that you call from. */
  force?: boolean
}

export interface RollApiKeyParams {
  /** How long the old key still works. */
  overlap_seconds?: number
}

/** What `listOrganizations` can be asked for. */
export interface ListOrganizationsParams {
  /** How many, 1 to 100; 20 unless told. */
  limit?: number
  /** The `next_cursor` of the page before. */
  cursor?: string
}

export interface CreateOrganizationParams {
  name: string
  /** Its limits hold at once, on every server. */
  plan: 'starter' | 'pro' | 'business' | 'enterprise'
  /** Null: the plan’s own. */
  limits?: CreateOrganizationParamsLimits
}

/** Null: the plan’s own. */
export interface CreateOrganizationParamsLimits {
  requests_per_minute?: number | null
  concurrent_scans?: number | null
}

export interface UpdateOrganizationParams {
  name?: string
  /** Its limits hold at once, on every server. */
  plan?: 'starter' | 'pro' | 'business' | 'enterprise'
  /** Null: the plan’s own. */
  limits?: UpdateOrganizationParamsLimits
  /** True: its keys are refused from now on, and its scans wait. */
  suspended?: boolean
  branding?: UpdateOrganizationParamsBranding
  allowed_origins?: string[] | null
}

/** Null: the plan’s own. */
export interface UpdateOrganizationParamsLimits {
  requests_per_minute?: number | null
  concurrent_scans?: number | null
}

export interface UpdateOrganizationParamsBranding {
  name?: string | null
  logo?: string | null
  colors?: UpdateOrganizationParamsBrandingColors | null
  mail_sender?: UpdateOrganizationParamsBrandingMailSender | null
  report_footer?: string | null
  domain?: string | null
}

/** Of bands, and of buttons. White text has to be readable on both. */
export interface UpdateOrganizationParamsBrandingColors {
  primary: string
  accent: string
}

/** The mail server has to be allowed to send in its name. */
export interface UpdateOrganizationParamsBrandingMailSender {
  name: string
  address: string
}

/** What `listUsers` can be asked for. */
export interface ListUsersParams {
  /** How many, 1 to 100; 20 unless told. */
  limit?: number
  /** The `next_cursor` of the page before. */
  cursor?: string
}

export interface UpdateUserParams {
  /** `owner`: everything. `admin`: all but plans, limits, and making and removing organisations. `analyst`: reads, scans and judges vulnerabilities and alerts. `viewer`: reads. */
  role?: 'owner' | 'admin' | 'analyst' | 'viewer'
}

/** What `listInvitations` can be asked for. */
export interface ListInvitationsParams {
  /** How many, 1 to 100; 20 unless told. */
  limit?: number
  /** The `next_cursor` of the page before. */
  cursor?: string
}

export interface CreateInvitationParams {
  email: string
  /** `owner`: everything. `admin`: all but plans, limits, and making and removing organisations. `analyst`: reads, scans and judges vulnerabilities and alerts. `viewer`: reads. */
  role: 'owner' | 'admin' | 'analyst' | 'viewer'
}

/** What `listSessions` can be asked for. */
export interface ListSessionsParams {
  /** How many, 1 to 100; 20 unless told. */
  limit?: number
  /** The `next_cursor` of the page before. */
  cursor?: string
  /** Only this person’s. */
  user_id?: string
}

/** What `listAuditLog` can be asked for. */
export interface ListAuditLogParams {
  /** How many, 1 to 100; 20 unless told. */
  limit?: number
  /** The `next_cursor` of the page before. */
  cursor?: string
  /** Only what this key did. */
  key_id?: string
  /** Only what this person did. */
  user_id?: string
  /** Only this operation, by its `operationId`. */
  operation?: string
  /** Only changes to this object. */
  object_id?: string
  /** Only from this moment on, in RFC 3339. */
  created_after?: string
  /** Only before this moment, in RFC 3339. */
  created_before?: string
}

/** What `exportAuditLog` can be asked for. */
export interface ExportAuditLogParams {
  /** Only those after this number. */
  after_sequence?: string
}
