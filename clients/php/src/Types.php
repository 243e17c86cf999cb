<?php

// Made by `npm run clients` from docs/openapi.json: do not edit.

declare(strict_types=1);

namespace LastHash;

/**
 * What goes to the service and comes from it, for static analysis: what comes are objects, what goes are arrays.
 *
 * @phpstan-type Website object{id: string, url: string, name: string, tags: list<string>, groups: list<string>, criticality: 'low'|'medium'|'high'|'critical'|string, settings: WebsiteSettings, security_score: int|null, grade: string|null, score_version: int|null, latest_scan_id: string|null, open_vulnerabilities: WebsiteOpenVulnerabilities, verified_at: string|null, created_at: string, updated_at: string}
 * @phpstan-type WebsiteSettings object{headers: object, cookies: object, login: WebsiteSettingsLogin|null, include: list<string>, exclude: list<string>, requests_per_second: int|float|null, concurrent_requests: int|null, allowed_hours: WebsiteSettingsAllowedHours|null, openapi_url: string|null, user_agent_suffix: string|null, obey_robots: bool, use_browser: bool}
 * @phpstan-type WebsiteSettingsLogin object{url?: string, username?: string, password?: string, username_field?: string, password_field?: string, fields?: object, steps?: list<WebsiteSettingsLoginStep>, logged_in?: string, logged_out?: string}
 * @phpstan-type WebsiteSettingsLoginStep object{url: string, method?: string, headers?: object, form?: object, body?: string, extract?: object}
 * @phpstan-type WebsiteSettingsAllowedHours object{from: string, to: string, time_zone: string}
 * @phpstan-type WebsiteOpenVulnerabilities object{critical: int, high: int, medium: int, low: int, info: int}
 * @phpstan-type UpdateWebsitesResult object{results: list<UpdateWebsitesResultResult>}
 * @phpstan-type UpdateWebsitesResultResult object{id: string, status: int, code: string|null, detail: string|null}
 * @phpstan-type ScorePoint object{scan_id: string, scan_type: 'quick'|'full'|'active'|string, at: string, security_score: int, grade: string, score_version: int, score_cap: ScorePointScoreCap|null, change: ScorePointChange|null, moved_by: ScorePointMovedBy}
 * @phpstan-type ScorePointScoreCap object{limit: int, because: string}
 * @phpstan-type ScorePointChange object{from: int, by: int, scan_id: string}
 * @phpstan-type ScorePointMovedBy object{new: list<string>, fixed: list<string>, reopened: list<string>, accepted: list<string>}
 * @phpstan-type WebsiteGroup object{id: string, name: string, description: string, created_at: string, updated_at: string}
 * @phpstan-type WebsiteImport object{created: int, exists: int, invalid: int, results: list<WebsiteImportResult>}
 * @phpstan-type WebsiteImportResult object{row: int, url: string, status: 'created'|'exists'|'invalid'|string, website_id: string|null, detail: string|null}
 * @phpstan-type Verification object{website_id: string, status: 'unverified'|'verified'|string, method: 'dns'|'file'|'meta'|string|null, record: VerificationRecord|null, covered_by: string|null, verified_at: string|null, checked_at: string|null, failing_since: string|null, failure: string|null}
 * @phpstan-type VerificationRecord object{method: 'dns'|'file'|'meta'|string, place: string, content: string}
 * @phpstan-type Scan object{id: string, website_id: string, url: string, scan_type: 'quick'|'full'|'active'|string, priority: 'low'|'normal'|'high'|string, schedule_id: string|null, policy_id: string|null, gate: ScanGate|null, status: 'queued'|'running'|'done'|'failed'|'canceled'|string, waits_until: string|null, security_score: int|null, grade: string|null, score_version: int|null, score_cap: ScanScoreCap|null, vulnerabilities: ScanVulnerabilities, scan_duration: int|null, created_at: string, started_at: string|null, completed_at: string|null, results_kept_until: string|null, report_url: string, error: ScanError|null}
 * @phpstan-type ScanGate object{passed: bool, policy_id: string, reasons: list<ScanGateReason>}
 * @phpstan-type ScanGateReason object{detail: string, vulnerability_ids: list<string>, vulnerability_count: int}
 * @phpstan-type ScanScoreCap object{limit: int, because: string}
 * @phpstan-type ScanVulnerabilities object{critical: int, high: int, medium: int, low: int, info: int}
 * @phpstan-type ScanError object{code: string, message: string}
 * @phpstan-type Vulnerability object{id: string, website_id: string, type: 'vulnerability'|'misconfiguration'|'exposure'|'threat'|'information'|string, severity: 'critical'|'high'|'medium'|'low'|'info'|string, confidence: 'confirmed'|'firm'|'tentative'|string, description: string, remediation: string, cve: string|null, cwe: int|null, cvss: VulnerabilityCvss|null, check: string, outcome: string, status: 'open'|'fixed'|'reopened'|'accepted_risk'|'false_positive'|'merged'|string, status_reason: string|null, status_expires_at: string|null, assignee: string|null, merged_into: string|null, split_from: string|null, score_impact: int|float, locations: list<VulnerabilityLocation>, location_count: int, seen_in?: list<VulnerabilitySeenIn>, proof: VulnerabilityProof, references: list<string>, compliance: object, software?: VulnerabilitySoftware, advisories?: list<VulnerabilityAdvisory>, merged_from?: list<VulnerabilityMergedFrom>, fingerprint: string, fingerprint_inputs: VulnerabilityFingerprintInputs, detected_at: string, first_seen_at: string, last_seen_at: string, fixed_at: string|null, title: string}
 * @phpstan-type VulnerabilityCvss object{vector: string, score: int|float}
 * @phpstan-type VulnerabilityLocation object{url: string, method: string|null, parameter: string|null}
 * @phpstan-type VulnerabilitySeenIn object{kind: 'page'|'browser'|'script'|'foreign_script'|'probe'|'copy'|'visit'|'address'|string, url: string, page?: string}
 * @phpstan-type VulnerabilityProof object{request: string|null, response: string|null, payload: string|null, control: string|null, curl: string|null, observed: string|null}
 * @phpstan-type VulnerabilitySoftware object{key: string, name: string, version: string|null, packages: list<VulnerabilitySoftwarePackage>}
 * @phpstan-type VulnerabilitySoftwarePackage object{ecosystem: string, name: string}
 * @phpstan-type VulnerabilityAdvisory object{id: string, cve: string|null, severity: 'critical'|'high'|'medium'|'low'|'info'|string, summary: string, fixed_in: string|null, cvss: VulnerabilityAdvisoryCvss|null, epss: VulnerabilityAdvisoryEpss|null, exploited_since: string|null, references: list<string>, feeds: list<VulnerabilityAdvisoryFeed>}
 * @phpstan-type VulnerabilityAdvisoryCvss object{vector: string, score: int|float}
 * @phpstan-type VulnerabilityAdvisoryEpss object{score: int|float, percentile: int|float, date: string}
 * @phpstan-type VulnerabilityAdvisoryFeed object{name: string, date: string}
 * @phpstan-type VulnerabilityMergedFrom object{check: string, outcome: string, severity: 'critical'|'high'|'medium'|'low'|'info'|string, fingerprint: string, fingerprint_inputs: VulnerabilityMergedFromFingerprintInputs, locations: list<VulnerabilityMergedFromLocation>, location_count: int, seen_in?: list<VulnerabilityMergedFromSeenIn>, proof: VulnerabilityMergedFromProof, software?: VulnerabilityMergedFromSoftware, title: string}
 * @phpstan-type VulnerabilityMergedFromFingerprintInputs object{check: string, outcome: string, origin: string, path: string|null, parameter: string|null}
 * @phpstan-type VulnerabilityMergedFromLocation object{url: string, method: string|null, parameter: string|null}
 * @phpstan-type VulnerabilityMergedFromSeenIn object{kind: 'page'|'browser'|'script'|'foreign_script'|'probe'|'copy'|'visit'|'address'|string, url: string, page?: string}
 * @phpstan-type VulnerabilityMergedFromProof object{request: string|null, response: string|null, payload: string|null, control: string|null, curl: string|null, observed: string|null}
 * @phpstan-type VulnerabilityMergedFromSoftware object{key: string, name: string, version: string|null, packages: list<VulnerabilityMergedFromSoftwarePackage>}
 * @phpstan-type VulnerabilityMergedFromSoftwarePackage object{ecosystem: string, name: string}
 * @phpstan-type VulnerabilityFingerprintInputs object{check: string, outcome: string, origin: string, path: string|null, parameter: string|null}
 * @phpstan-type Coverage object{scan_id: string, checks: list<CoverageCheck>, sources: list<CoverageSource>, pages: list<string>, crawl?: CoverageCrawl|null, tls?: CoverageTls|null, login?: CoverageLogin|null, software?: list<Software>, spent: CoverageSpent, budget: CoverageBudget, looked_at?: string}
 * @phpstan-type CoverageCheck object{check: string, status: 'passed'|'failed'|'skipped'|'not_gathered'|'error'|string, reason: string, outcomes: list<string>}
 * @phpstan-type CoverageSource object{name: string, gathered: bool, reason: string, duration_ms: int|float}
 * @phpstan-type CoverageCrawl object{pages: int, scripts: int, parameters: list<CoverageCrawlParameter>, parameter_count: int, not_followed: object, other_answers: object, browser: CoverageCrawlBrowser, limits: list<string>}
 * @phpstan-type CoverageCrawlParameter object{url: string, method: string, name: string, in: 'query'|'body'|'path'|'header'|'cookie'|string, source: string}
 * @phpstan-type CoverageCrawlBrowser object{used: bool, reason: string, pages: int, requests: int}
 * @phpstan-type CoverageTls object{grade: 'A+'|'A'|'A-'|'B'|'C'|'D'|'E'|'F'|'T'|'M'|string|null, score: int|float|null, parts: CoverageTlsParts|null, because: list<string>, versions: list<CoverageTlsVersion>, groups: list<string>, post_quantum: string|null, alpn: list<string>, sessions: CoverageTlsSessions, server_name: CoverageTlsServerName|null, stapled: bool}
 * @phpstan-type CoverageTlsParts object{protocols: int|float, key_exchange: int|float, ciphers: int|float}
 * @phpstan-type CoverageTlsVersion object{version: string, order: 'server'|'client'|string|null, suites: list<CoverageTlsVersionSuite>, complete: bool}
 * @phpstan-type CoverageTlsVersionSuite object{name: string, group: string|null, key_bits: int|float|null}
 * @phpstan-type CoverageTlsSessions object{by_id: bool|null, by_ticket: bool|null, ticket_lifetime: int|float|null, tls13_tickets: int|float|null, tls13_lifetime: int|float|null, early_data: int|float|null}
 * @phpstan-type CoverageTlsServerName object{without: 'same'|'other'|'refused'|string, unknown: 'same'|'other'|'refused'|string}
 * @phpstan-type CoverageLogin object{logins: int, reason: string}
 * @phpstan-type Software object{key: string, name: string, category: string, vendor: string|null, site: string, packages: list<SoftwarePackage>, version: string|null, precision: 'exact'|'range'|string|null, confidence: int, version_confidence: int, packaged: string|null, locations: list<SoftwareLocation>, location_count: int, endoflife: string|null}
 * @phpstan-type SoftwarePackage object{ecosystem: string, name: string}
 * @phpstan-type SoftwareLocation object{url: string, signal: string, seen: string}
 * @phpstan-type CoverageSpent object{requests: int, handshakes: int, dns_queries: int}
 * @phpstan-type CoverageBudget object{requests: int, handshakes: int, dns_queries: int}
 * @phpstan-type ScanDocument object{scan: Scan, vulnerabilities: list<Vulnerability>, coverage: ScanDocumentCoverage}
 * @phpstan-type ScanDocumentCoverage object{checks: list<ScanDocumentCoverageCheck>, sources: list<ScanDocumentCoverageSource>, pages: list<string>, crawl?: ScanDocumentCoverageCrawl|null, tls?: ScanDocumentCoverageTls|null, login?: ScanDocumentCoverageLogin|null, software?: list<Software>, spent: ScanDocumentCoverageSpent, budget: ScanDocumentCoverageBudget, looked_at?: string}
 * @phpstan-type ScanDocumentCoverageCheck object{check: string, status: 'passed'|'failed'|'skipped'|'not_gathered'|'error'|string, reason: string, outcomes: list<string>}
 * @phpstan-type ScanDocumentCoverageSource object{name: string, gathered: bool, reason: string, duration_ms: int|float}
 * @phpstan-type ScanDocumentCoverageCrawl object{pages: int, scripts: int, parameters: list<ScanDocumentCoverageCrawlParameter>, parameter_count: int, not_followed: object, other_answers: object, browser: ScanDocumentCoverageCrawlBrowser, limits: list<string>}
 * @phpstan-type ScanDocumentCoverageCrawlParameter object{url: string, method: string, name: string, in: 'query'|'body'|'path'|'header'|'cookie'|string, source: string}
 * @phpstan-type ScanDocumentCoverageCrawlBrowser object{used: bool, reason: string, pages: int, requests: int}
 * @phpstan-type ScanDocumentCoverageTls object{grade: 'A+'|'A'|'A-'|'B'|'C'|'D'|'E'|'F'|'T'|'M'|string|null, score: int|float|null, parts: ScanDocumentCoverageTlsParts|null, because: list<string>, versions: list<ScanDocumentCoverageTlsVersion>, groups: list<string>, post_quantum: string|null, alpn: list<string>, sessions: ScanDocumentCoverageTlsSessions, server_name: ScanDocumentCoverageTlsServerName|null, stapled: bool}
 * @phpstan-type ScanDocumentCoverageTlsParts object{protocols: int|float, key_exchange: int|float, ciphers: int|float}
 * @phpstan-type ScanDocumentCoverageTlsVersion object{version: string, order: 'server'|'client'|string|null, suites: list<ScanDocumentCoverageTlsVersionSuite>, complete: bool}
 * @phpstan-type ScanDocumentCoverageTlsVersionSuite object{name: string, group: string|null, key_bits: int|float|null}
 * @phpstan-type ScanDocumentCoverageTlsSessions object{by_id: bool|null, by_ticket: bool|null, ticket_lifetime: int|float|null, tls13_tickets: int|float|null, tls13_lifetime: int|float|null, early_data: int|float|null}
 * @phpstan-type ScanDocumentCoverageTlsServerName object{without: 'same'|'other'|'refused'|string, unknown: 'same'|'other'|'refused'|string}
 * @phpstan-type ScanDocumentCoverageLogin object{logins: int, reason: string}
 * @phpstan-type ScanDocumentCoverageSpent object{requests: int, handshakes: int, dns_queries: int}
 * @phpstan-type ScanDocumentCoverageBudget object{requests: int, handshakes: int, dns_queries: int}
 * @phpstan-type Evidence object{scan_id: string, vulnerability_id: string, outcome: string, detected_at: string, locations: list<EvidenceLocation>, location_count: int, proof: EvidenceProof, fingerprint: string, fingerprint_inputs: EvidenceFingerprintInputs, check: EvidenceCheck|null, title: string}
 * @phpstan-type EvidenceLocation object{url: string, method: string|null, parameter: string|null}
 * @phpstan-type EvidenceProof object{request: string|null, response: string|null, payload: string|null, control: string|null, curl: string|null, observed: string|null}
 * @phpstan-type EvidenceFingerprintInputs object{check: string, outcome: string, origin: string, path: string|null, parameter: string|null}
 * @phpstan-type EvidenceCheck object{check: string, status: 'passed'|'failed'|'skipped'|'not_gathered'|'error'|string, reason: string, outcomes: list<string>}
 * @phpstan-type ScanDiff object{website_id: string, from: ScanDiffFrom, to: ScanDiffTo, comparable: bool, new: list<ScanDiffNew>, fixed: list<ScanDiffFixed>, regressed: list<ScanDiffRegressed>, unchanged: list<ScanDiffUnchanged>, not_tested: list<ScanDiffNotTested>}
 * @phpstan-type ScanDiffFrom object{scan_id: string, security_score: int|null}
 * @phpstan-type ScanDiffTo object{scan_id: string, security_score: int|null}
 * @phpstan-type ScanDiffNew object{id: string, type: 'vulnerability'|'misconfiguration'|'exposure'|'threat'|'information'|string, severity: 'critical'|'high'|'medium'|'low'|'info'|string, confidence: 'confirmed'|'firm'|'tentative'|string, check: string, outcome: string, status: 'open'|'fixed'|'reopened'|'accepted_risk'|'false_positive'|'merged'|string, title: string}
 * @phpstan-type ScanDiffFixed object{id: string, type: 'vulnerability'|'misconfiguration'|'exposure'|'threat'|'information'|string, severity: 'critical'|'high'|'medium'|'low'|'info'|string, confidence: 'confirmed'|'firm'|'tentative'|string, check: string, outcome: string, status: 'open'|'fixed'|'reopened'|'accepted_risk'|'false_positive'|'merged'|string, title: string}
 * @phpstan-type ScanDiffRegressed object{id: string, type: 'vulnerability'|'misconfiguration'|'exposure'|'threat'|'information'|string, severity: 'critical'|'high'|'medium'|'low'|'info'|string, confidence: 'confirmed'|'firm'|'tentative'|string, check: string, outcome: string, status: 'open'|'fixed'|'reopened'|'accepted_risk'|'false_positive'|'merged'|string, title: string}
 * @phpstan-type ScanDiffUnchanged object{id: string, type: 'vulnerability'|'misconfiguration'|'exposure'|'threat'|'information'|string, severity: 'critical'|'high'|'medium'|'low'|'info'|string, confidence: 'confirmed'|'firm'|'tentative'|string, check: string, outcome: string, status: 'open'|'fixed'|'reopened'|'accepted_risk'|'false_positive'|'merged'|string, title: string}
 * @phpstan-type ScanDiffNotTested object{id: string, type: 'vulnerability'|'misconfiguration'|'exposure'|'threat'|'information'|string, severity: 'critical'|'high'|'medium'|'low'|'info'|string, confidence: 'confirmed'|'firm'|'tentative'|string, check: string, outcome: string, status: 'open'|'fixed'|'reopened'|'accepted_risk'|'false_positive'|'merged'|string, title: string}
 * @phpstan-type Schedule object{id: string, website_id: string, cron: string|null, every: 'hourly'|'daily'|'weekly'|'monthly'|string|null, time_zone: string, window: ScheduleWindow|null, jitter: int, scan_type: 'quick'|'full'|'active'|string, priority: 'low'|'normal'|'high'|string, enabled: bool, disabled_reason: string|null, next_runs: list<string>, last_run_at: string|null, last_scan_id: string|null, consecutive_failures: int, created_at: string, updated_at: string}
 * @phpstan-type ScheduleWindow object{from: string, to: string}
 * @phpstan-type UpdateVulnerabilitiesResult object{results: list<UpdateVulnerabilitiesResultResult>}
 * @phpstan-type UpdateVulnerabilitiesResultResult object{id: string, status: int, code: string|null, detail: string|null}
 * @phpstan-type Change object{field: 'status'|'assignee'|'merged_into'|'places'|string, before: string|null, after: string|null, reason: string|null, author: string, created_at: string}
 * @phpstan-type Comment object{id: string, vulnerability_id: string, author: string, body: string, created_at: string}
 * @phpstan-type VulnerabilityVerification object{id: string, vulnerability_id: string, website_id: string, status: 'queued'|'running'|'done'|string, result: 'still_there'|'fixed'|'not_tested'|string|null, reason: string|null, requested_by: string, created_at: string, started_at: string|null, completed_at: string|null}
 * @phpstan-type ListVulnerabilityFingerprintsItem object{vulnerability_id: string, fingerprint: string, fingerprint_inputs: ListVulnerabilityFingerprintsItemFingerprintInputs, split_path: string|null}
 * @phpstan-type ListVulnerabilityFingerprintsItemFingerprintInputs object{check: string, outcome: string, origin: string, path: string|null, parameter: string|null}
 * @phpstan-type Overview object{object: 'overview', from: string, to: string, websites: OverviewWebsites, security_score: OverviewSecurityScore, grades: object, vulnerabilities: OverviewVulnerabilities, activity: OverviewActivity, mean_time_to_fix: int|null, worst: list<OverviewWorst>, most_improved: list<OverviewMostImproved>, certificates_expiring: list<OverviewCertificatesExpiring>, monitors: OverviewMonitors, scans: OverviewScans, tenants: list<OverviewTenant>|null}
 * @phpstan-type OverviewWebsites object{total: int, scored: int}
 * @phpstan-type OverviewSecurityScore object{average: int|float|null, change: int|float|null, trend: list<OverviewSecurityScoreTrend>}
 * @phpstan-type OverviewSecurityScoreTrend object{date: string, average: int|float|null, websites: int}
 * @phpstan-type OverviewVulnerabilities object{by_severity: OverviewVulnerabilitiesBySeverity, by_status: OverviewVulnerabilitiesByStatus, by_status_and_severity: OverviewVulnerabilitiesByStatusAndSeverity}
 * @phpstan-type OverviewVulnerabilitiesBySeverity object{critical: int, high: int, medium: int, low: int, info: int}
 * @phpstan-type OverviewVulnerabilitiesByStatus object{open: int, reopened: int, fixed: int, accepted_risk: int, false_positive: int}
 * @phpstan-type OverviewVulnerabilitiesByStatusAndSeverity object{open: OverviewVulnerabilitiesByStatusAndSeverityOpen, reopened: OverviewVulnerabilitiesByStatusAndSeverityReopened, fixed: OverviewVulnerabilitiesByStatusAndSeverityFixed, accepted_risk: OverviewVulnerabilitiesByStatusAndSeverityAcceptedRisk, false_positive: OverviewVulnerabilitiesByStatusAndSeverityFalsePositive}
 * @phpstan-type OverviewVulnerabilitiesByStatusAndSeverityOpen object{critical: int, high: int, medium: int, low: int, info: int}
 * @phpstan-type OverviewVulnerabilitiesByStatusAndSeverityReopened object{critical: int, high: int, medium: int, low: int, info: int}
 * @phpstan-type OverviewVulnerabilitiesByStatusAndSeverityFixed object{critical: int, high: int, medium: int, low: int, info: int}
 * @phpstan-type OverviewVulnerabilitiesByStatusAndSeverityAcceptedRisk object{critical: int, high: int, medium: int, low: int, info: int}
 * @phpstan-type OverviewVulnerabilitiesByStatusAndSeverityFalsePositive object{critical: int, high: int, medium: int, low: int, info: int}
 * @phpstan-type OverviewActivity object{new: int, fixed: int, reopened: int, days: list<OverviewActivityDay>}
 * @phpstan-type OverviewActivityDay object{date: string, new: int, fixed: int, reopened: int}
 * @phpstan-type OverviewWorst object{website_id: string, url: string, name: string, security_score: int, grade: string|null}
 * @phpstan-type OverviewMostImproved object{website_id: string, url: string, name: string, security_score: int, grade: string|null, change: int}
 * @phpstan-type OverviewCertificatesExpiring object{website_id: string, url: string, not_after: string|null}
 * @phpstan-type OverviewMonitors object{up: int, degraded: int, down: int, unknown: int, pending: int, disabled: int}
 * @phpstan-type OverviewScans object{queued: int, running: int}
 * @phpstan-type OverviewTenant object{organization_id: string, name: string, websites: int, security_score: int|float|null, open: OverviewTenantOpen}
 * @phpstan-type OverviewTenantOpen object{critical: int, high: int, medium: int, low: int, info: int}
 * @phpstan-type Monitor object{id: string, website_id: string, kind: 'uptime'|'certificate'|'headers'|'dns'|'content'|'scripts'|'score'|'malware'|'domain'|string, interval: int, thresholds: MonitorThresholds, enabled: bool, status: 'pending'|'up'|'degraded'|'down'|'unknown'|string, fault: 'target'|'network'|'us'|string|null, detail: string|null, causes: list<string>, reading: object|null, checked_at: string|null, status_changed_at: string|null, next_check_at: string|null, created_at: string, updated_at: string}
 * @phpstan-type MonitorThresholds object{timeout_ms?: int, max_response_ms?: int, expected_status?: list<int>, expiry_days?: int, required_headers?: list<string>, max_change_percent?: int, min_score?: int, max_drop?: int}
 * @phpstan-type MonitorHistory object{monitor_id: string, from: string, to: string, total: MonitorHistoryTotal, hours: list<MonitorHistoryHour>, days: list<MonitorHistoryDay>}
 * @phpstan-type MonitorHistoryTotal object{checks: int, up: int, down: int, unknown: int, uptime_percent: int|float|null, response_ms: MonitorHistoryTotalResponseMs}
 * @phpstan-type MonitorHistoryTotalResponseMs object{p50: int|null, p95: int|null, p99: int|null}
 * @phpstan-type MonitorHistoryHour object{hour: string, checks: int, up: int, down: int, unknown: int, uptime_percent: int|float|null, response_ms: MonitorHistoryHourResponseMs}
 * @phpstan-type MonitorHistoryHourResponseMs object{p50: int|null, p95: int|null, p99: int|null}
 * @phpstan-type MonitorHistoryDay object{day: string, checks: int, up: int, down: int, unknown: int, uptime_percent: int|float|null, response_ms: MonitorHistoryDayResponseMs}
 * @phpstan-type MonitorHistoryDayResponseMs object{p50: int|null, p95: int|null, p99: int|null}
 * @phpstan-type Alert object{id: string, website_id: string, monitor_id: string|null, kind: string, cause: string, severity: 'critical'|'high'|'medium'|'low'|'info'|string, status: 'open'|'acknowledged'|'resolved'|string, summary: string, data: object, occurrences: int, last_seen_at: string, acknowledged_at: string|null, acknowledged_by: string|null, resolved_at: string|null, resolved_by: string|null, created_at: string, updated_at: string}
 * @phpstan-type AlertChannel object{id: string, name: string, kind: 'mail'|'slack'|'teams'|'pagerduty'|'webhook'|string, settings: AlertChannelSettings, filter: AlertChannelFilter, quiet_hours: AlertChannelQuietHours|null, digest: AlertChannelDigest, critical_at_once: bool, enabled: bool, disabled_reason: string|null, failing_since: string|null, last_error: string|null, created_at: string, updated_at: string}
 * @phpstan-type AlertChannelSettings object{to?: list<string>, url?: string, routing_key_last_four?: string, region?: 'us'|'eu'|string, base_url?: string}
 * @phpstan-type AlertChannelFilter object{min_severity?: 'critical'|'high'|'medium'|'low'|'info'|string, kinds?: list<'uptime'|'certificate'|'headers'|'dns'|'content'|'scripts'|'score'|'malware'|'domain'|'policy'|'compliance'|'schedule'|'monitoring'|string>, policy_id?: string, website_ids?: list<string>, tags?: list<string>}
 * @phpstan-type AlertChannelQuietHours object{from: string, to: string, time_zone: string}
 * @phpstan-type AlertChannelDigest object{every: 'immediately'|'hourly'|'daily'|string, at?: string, time_zone?: string}
 * @phpstan-type AlertChannelCreated object{id: string, name: string, kind: 'mail'|'slack'|'teams'|'pagerduty'|'webhook'|string, settings: AlertChannelCreatedSettings, filter: AlertChannelCreatedFilter, quiet_hours: AlertChannelCreatedQuietHours|null, digest: AlertChannelCreatedDigest, critical_at_once: bool, enabled: bool, disabled_reason: string|null, failing_since: string|null, last_error: string|null, created_at: string, updated_at: string, secret?: string}
 * @phpstan-type AlertChannelCreatedSettings object{to?: list<string>, url?: string, routing_key_last_four?: string, region?: 'us'|'eu'|string, base_url?: string}
 * @phpstan-type AlertChannelCreatedFilter object{min_severity?: 'critical'|'high'|'medium'|'low'|'info'|string, kinds?: list<'uptime'|'certificate'|'headers'|'dns'|'content'|'scripts'|'score'|'malware'|'domain'|'policy'|'compliance'|'schedule'|'monitoring'|string>, policy_id?: string, website_ids?: list<string>, tags?: list<string>}
 * @phpstan-type AlertChannelCreatedQuietHours object{from: string, to: string, time_zone: string}
 * @phpstan-type AlertChannelCreatedDigest object{every: 'immediately'|'hourly'|'daily'|string, at?: string, time_zone?: string}
 * @phpstan-type ChannelDeliveryWithAttempts object{id: string, channel_id: string, kind: 'alert'|'digest'|'test'|string, alert_ids: list<string>, status: 'pending'|'succeeded'|'failed'|string, attempt_count: int, next_attempt_at: string|null, created_at: string, completed_at: string|null, attempts: list<ChannelDeliveryAttempt>}
 * @phpstan-type ChannelDeliveryAttempt object{number: int, attempted_at: string, duration_ms: int, request: object, response: object|null, error: string|null}
 * @phpstan-type ChannelDelivery object{id: string, channel_id: string, kind: 'alert'|'digest'|'test'|string, alert_ids: list<string>, status: 'pending'|'succeeded'|'failed'|string, attempt_count: int, next_attempt_at: string|null, created_at: string, completed_at: string|null}
 * @phpstan-type Policy object{id: string, name: string, description: string, fail_when: PolicyFailWhen, created_at: string, updated_at: string}
 * @phpstan-type PolicyFailWhen object{severity?: 'critical'|'high'|'medium'|'low'|'info'|string, confidence?: 'confirmed'|'firm'|'tentative'|string, new?: bool, type?: list<'vulnerability'|'misconfiguration'|'exposure'|'threat'|'information'|string>, kev?: bool, age_days?: int, compliance?: PolicyFailWhenCompliance, score_below?: int, score_dropped_by?: int, website_tags?: list<string>, website_criticality?: 'low'|'medium'|'high'|'critical'|string, all?: list<PolicyFailWhenAll>, any?: list<PolicyFailWhenAny>}
 * @phpstan-type PolicyFailWhenCompliance object{framework: string, requirements?: list<string>}
 * @phpstan-type PolicyFailWhenAll object{severity?: 'critical'|'high'|'medium'|'low'|'info'|string, confidence?: 'confirmed'|'firm'|'tentative'|string, new?: bool, type?: list<'vulnerability'|'misconfiguration'|'exposure'|'threat'|'information'|string>, kev?: bool, age_days?: int, compliance?: PolicyFailWhenAllCompliance, score_below?: int, score_dropped_by?: int, website_tags?: list<string>, website_criticality?: 'low'|'medium'|'high'|'critical'|string, all?: list<PolicyFailWhenAllAll>, any?: list<PolicyFailWhenAllAny>}
 * @phpstan-type PolicyFailWhenAllCompliance object{framework: string, requirements?: list<string>}
 * @phpstan-type PolicyFailWhenAllAll object{severity?: 'critical'|'high'|'medium'|'low'|'info'|string, confidence?: 'confirmed'|'firm'|'tentative'|string, new?: bool, type?: list<'vulnerability'|'misconfiguration'|'exposure'|'threat'|'information'|string>, kev?: bool, age_days?: int, compliance?: PolicyFailWhenAllAllCompliance, score_below?: int, score_dropped_by?: int, website_tags?: list<string>, website_criticality?: 'low'|'medium'|'high'|'critical'|string}
 * @phpstan-type PolicyFailWhenAllAllCompliance object{framework: string, requirements?: list<string>}
 * @phpstan-type PolicyFailWhenAllAny object{severity?: 'critical'|'high'|'medium'|'low'|'info'|string, confidence?: 'confirmed'|'firm'|'tentative'|string, new?: bool, type?: list<'vulnerability'|'misconfiguration'|'exposure'|'threat'|'information'|string>, kev?: bool, age_days?: int, compliance?: PolicyFailWhenAllAnyCompliance, score_below?: int, score_dropped_by?: int, website_tags?: list<string>, website_criticality?: 'low'|'medium'|'high'|'critical'|string}
 * @phpstan-type PolicyFailWhenAllAnyCompliance object{framework: string, requirements?: list<string>}
 * @phpstan-type PolicyFailWhenAny object{severity?: 'critical'|'high'|'medium'|'low'|'info'|string, confidence?: 'confirmed'|'firm'|'tentative'|string, new?: bool, type?: list<'vulnerability'|'misconfiguration'|'exposure'|'threat'|'information'|string>, kev?: bool, age_days?: int, compliance?: PolicyFailWhenAnyCompliance, score_below?: int, score_dropped_by?: int, website_tags?: list<string>, website_criticality?: 'low'|'medium'|'high'|'critical'|string, all?: list<PolicyFailWhenAnyAll>, any?: list<PolicyFailWhenAnyAny>}
 * @phpstan-type PolicyFailWhenAnyCompliance object{framework: string, requirements?: list<string>}
 * @phpstan-type PolicyFailWhenAnyAll object{severity?: 'critical'|'high'|'medium'|'low'|'info'|string, confidence?: 'confirmed'|'firm'|'tentative'|string, new?: bool, type?: list<'vulnerability'|'misconfiguration'|'exposure'|'threat'|'information'|string>, kev?: bool, age_days?: int, compliance?: PolicyFailWhenAnyAllCompliance, score_below?: int, score_dropped_by?: int, website_tags?: list<string>, website_criticality?: 'low'|'medium'|'high'|'critical'|string}
 * @phpstan-type PolicyFailWhenAnyAllCompliance object{framework: string, requirements?: list<string>}
 * @phpstan-type PolicyFailWhenAnyAny object{severity?: 'critical'|'high'|'medium'|'low'|'info'|string, confidence?: 'confirmed'|'firm'|'tentative'|string, new?: bool, type?: list<'vulnerability'|'misconfiguration'|'exposure'|'threat'|'information'|string>, kev?: bool, age_days?: int, compliance?: PolicyFailWhenAnyAnyCompliance, score_below?: int, score_dropped_by?: int, website_tags?: list<string>, website_criticality?: 'low'|'medium'|'high'|'critical'|string}
 * @phpstan-type PolicyFailWhenAnyAnyCompliance object{framework: string, requirements?: list<string>}
 * @phpstan-type SimulatedScans object{object: 'list', data: list<SimulatedScansData>, has_more: bool, next_cursor: string|null, failed: int}
 * @phpstan-type SimulatedScansData object{id: string, website_id: string, url: string, scan_type: 'quick'|'full'|'active'|string, security_score: int, completed_at: string|null, passed: bool, reasons: list<SimulatedScansDataReason>}
 * @phpstan-type SimulatedScansDataReason object{detail: string, vulnerability_ids: list<string>, vulnerability_count: int}
 * @phpstan-type FrameworkSummary object{id: string, name: string, publisher: string, source: string, covers: string, requirements: int, with_checks: int, followed: bool}
 * @phpstan-type Framework object{id: string, name: string, publisher: string, source: string, covers: string, with_checks: int, followed: bool, requirements: list<FrameworkRequirement>}
 * @phpstan-type FrameworkRequirement object{number: string, level: int|null, checks: list<string>, unseen: string|null, title: string}
 * @phpstan-type ComplianceAssessment object{framework: ComplianceAssessmentFramework, scope: ComplianceAssessmentScope, assessed_at: string, websites: list<ComplianceAssessmentWebsite>, scans: list<ComplianceAssessmentScan>, totals: ComplianceAssessmentTotals, requirements: list<AssessedRequirement>}
 * @phpstan-type ComplianceAssessmentFramework object{id: string, name: string, publisher: string, source: string, covers: string}
 * @phpstan-type ComplianceAssessmentScope object{kind: 'website'|'group'|'organization'|string, id: string, name: string}
 * @phpstan-type ComplianceAssessmentWebsite object{id: string, url: string, name: string}
 * @phpstan-type ComplianceAssessmentScan object{website_id: string, scan_id: string, scan_type: string, completed_at: string}
 * @phpstan-type ComplianceAssessmentTotals object{failing: int, not_tested: int, attestation_needed: int, partly_tested: int, accepted: int, met: int, not_applicable: int}
 * @phpstan-type AssessedRequirement object{number: string, level: int|null, status: 'failing'|'not_tested'|'attestation_needed'|'partly_tested'|'accepted'|'met'|'not_applicable'|string, summary: string, outside: AssessedRequirementOutside, unseen: string|null, evidence: list<AssessedRequirementEvidence>, evidence_count: int, attestations: list<AssessedRequirementAttestation>, ledger: list<string>, websites: list<AssessedRequirementWebsite>, title: string}
 * @phpstan-type AssessedRequirementOutside object{status: 'failing'|'accepted'|'not_tested'|'partly_tested'|'passing'|'not_visible'|string, passed: int, failed: int, skipped: int, not_asked: int, tested_at: string|null, checks: list<string>, open_checks: list<AssessedRequirementOutsideOpenCheck>}
 * @phpstan-type AssessedRequirementOutsideOpenCheck object{check: string, status: 'failed'|'not_gathered'|'error'|'not_asked'|string, reason: string}
 * @phpstan-type AssessedRequirementEvidence object{vulnerability_id: string, website_id: string, check: string, severity: string, status: string, reason: string|null, author: string|null, first_seen_at: string, last_seen_at: string, scan_id: string, title: string}
 * @phpstan-type AssessedRequirementAttestation object{id: string, website_id: string|null, verdict: 'met'|'not_met'|'not_applicable'|string, statement: string, author: string, created_at: string, expires_at: string|null, file: AssessedRequirementAttestationFile|null}
 * @phpstan-type AssessedRequirementAttestationFile object{name: string, media_type: string, size: int, sha256: string}
 * @phpstan-type AssessedRequirementWebsite object{website_id: string, status: 'failing'|'not_tested'|'attestation_needed'|'partly_tested'|'accepted'|'met'|'not_applicable'|string}
 * @phpstan-type ComplianceChange object{id: string, website_id: string, framework: string, requirement: string, before: 'failing'|'not_tested'|'attestation_needed'|'partly_tested'|'accepted'|'met'|'not_applicable'|string, after: 'failing'|'not_tested'|'attestation_needed'|'partly_tested'|'accepted'|'met'|'not_applicable'|string, scan_id: string, vulnerability_ids: list<string>, created_at: string}
 * @phpstan-type Attestation object{id: string, framework: string, requirement: string, website_id: string|null, verdict: 'met'|'not_met'|'not_applicable'|string, statement: string, author: string, file: AttestationFile|null, counts: bool, expires_at: string|null, withdrawn_at: string|null, withdrawn_by: string|null, created_at: string}
 * @phpstan-type AttestationFile object{name: string, media_type: string, size: int, sha256: string}
 * @phpstan-type ReportLink object{id: string, report_id: string, share_url: string, created_by: string, expires_at: string, revoked_at: string|null, used_count: int, last_used_at: string|null, created_at: string}
 * @phpstan-type Report object{id: string, kind: 'executive'|'technical'|'comparison'|'portfolio'|'compliance'|string, format: 'pdf'|'html'|'json'|'csv'|'sarif'|string, language: 'en'|'de'|'fr'|string, scan_id: string|null, baseline_scan_id: string|null, website_id: string|null, group: string|null, tag: string|null, framework: string|null, filter: ReportFilter, period_days: int, report_schedule_id: string|null, run_id: string|null, status: 'queued'|'running'|'done'|'failed'|string, error: ReportError|null, summary: ReportSummary|null, download_url: string|null, file_name: string|null, content_type: string|null, size: int|null, sha256: string|null, kept_until: string, created_at: string, started_at: string|null, completed_at: string|null, title: string|null}
 * @phpstan-type ReportFilter object{severity?: list<'critical'|'high'|'medium'|'low'|'info'|string>, status?: list<'open'|'reopened'|'fixed'|'accepted_risk'|'false_positive'|string>, confidence?: list<'confirmed'|'firm'|'tentative'|string>, type?: list<'vulnerability'|'misconfiguration'|'exposure'|'threat'|'information'|string>, check?: list<string>, kev?: bool}
 * @phpstan-type ReportError object{code: string, message: string}
 * @phpstan-type ReportSummary object{websites: int, security_score: int|float|null, grade: string|null, vulnerabilities: ReportSummaryVulnerabilities}
 * @phpstan-type ReportSummaryVulnerabilities object{critical: int, high: int, medium: int, low: int, info: int}
 * @phpstan-type Integration object{id: string, name: string, kind: 'jira'|'linear'|'github'|'gitlab'|'slack'|string, base_url: string, settings: IntegrationSettings, rules: list<IntegrationRule>, mapping: IntegrationMapping, sync: IntegrationSync, enabled: bool, status: 'active'|'failing'|'disabled'|string, failing_since: string|null, last_error: string|null, last_succeeded_at: string|null, paused_until: string|null, hook_url: string|null, created_at: string, updated_at: string}
 * @phpstan-type IntegrationSettings object{repository?: string, project?: string, team?: string, channel?: string, issue_type?: string, deployment?: 'cloud'|'data_center'|string, email?: string, app_id?: string, installation_id?: string, token_last_four?: string}
 * @phpstan-type IntegrationRule object{severities?: list<'critical'|'high'|'medium'|'low'|'info'|string>, confidence?: 'confirmed'|'firm'|'tentative'|string, website_ids?: list<string>, groups?: list<string>, tags?: list<string>, new_only?: bool, policy_id?: string}
 * @phpstan-type IntegrationMapping object{labels?: list<string>, severity_labels?: IntegrationMappingSeverityLabels, priorities?: IntegrationMappingPriorities, fields?: object, assignee?: string, assignees?: list<IntegrationMappingAssignee>}
 * @phpstan-type IntegrationMappingSeverityLabels object{critical?: list<string>, high?: list<string>, medium?: list<string>, low?: list<string>, info?: list<string>}
 * @phpstan-type IntegrationMappingPriorities object{critical?: string, high?: string, medium?: string, low?: string, info?: string}
 * @phpstan-type IntegrationMappingAssignee object{assignee: string, severities?: list<'critical'|'high'|'medium'|'low'|'info'|string>, website_ids?: list<string>, tags?: list<string>}
 * @phpstan-type IntegrationSync object{close_when_fixed?: bool, verify_when_closed?: bool, reopen_when_still_there?: bool, poll_seconds?: int|null}
 * @phpstan-type IntegrationCreated object{id: string, name: string, kind: 'jira'|'linear'|'github'|'gitlab'|'slack'|string, base_url: string, settings: IntegrationCreatedSettings, rules: list<IntegrationCreatedRule>, mapping: IntegrationCreatedMapping, sync: IntegrationCreatedSync, enabled: bool, status: 'active'|'failing'|'disabled'|string, failing_since: string|null, last_error: string|null, last_succeeded_at: string|null, paused_until: string|null, hook_url: string|null, created_at: string, updated_at: string, webhook_secret?: string}
 * @phpstan-type IntegrationCreatedSettings object{repository?: string, project?: string, team?: string, channel?: string, issue_type?: string, deployment?: 'cloud'|'data_center'|string, email?: string, app_id?: string, installation_id?: string, token_last_four?: string}
 * @phpstan-type IntegrationCreatedRule object{severities?: list<'critical'|'high'|'medium'|'low'|'info'|string>, confidence?: 'confirmed'|'firm'|'tentative'|string, website_ids?: list<string>, groups?: list<string>, tags?: list<string>, new_only?: bool, policy_id?: string}
 * @phpstan-type IntegrationCreatedMapping object{labels?: list<string>, severity_labels?: IntegrationCreatedMappingSeverityLabels, priorities?: IntegrationCreatedMappingPriorities, fields?: object, assignee?: string, assignees?: list<IntegrationCreatedMappingAssignee>}
 * @phpstan-type IntegrationCreatedMappingSeverityLabels object{critical?: list<string>, high?: list<string>, medium?: list<string>, low?: list<string>, info?: list<string>}
 * @phpstan-type IntegrationCreatedMappingPriorities object{critical?: string, high?: string, medium?: string, low?: string, info?: string}
 * @phpstan-type IntegrationCreatedMappingAssignee object{assignee: string, severities?: list<'critical'|'high'|'medium'|'low'|'info'|string>, website_ids?: list<string>, tags?: list<string>}
 * @phpstan-type IntegrationCreatedSync object{close_when_fixed?: bool, verify_when_closed?: bool, reopen_when_still_there?: bool, poll_seconds?: int|null}
 * @phpstan-type IntegrationTest object{ok: bool, detail: string}
 * @phpstan-type Ticket object{id: string, integration_id: string, vulnerability_id: string, website_id: string, status: 'pending'|'open'|'closed'|'failed'|'gone'|'canceled'|string, external_id: string|null, external_key: string|null, external_url: string|null, external_state: 'open'|'done'|'dropped'|string|null, assignee: string|null, requested_by: string, verification_id: string|null, last_error: string|null, next_attempt_at: string|null, created_at: string, updated_at: string, opened_at: string|null, closed_at: string|null}
 * @phpstan-type ComplianceBundle object{id: string, framework: string, scope: ComplianceBundleScope, totals: ComplianceBundleTotals, signing_key_id: string, entry_count: int, size: int, sha256: string, download_url: string, created_by: string, created_at: string}
 * @phpstan-type ComplianceBundleScope object{kind: 'website'|'group'|'organization'|string, id: string, name: string}
 * @phpstan-type ComplianceBundleTotals object{failing: int, not_tested: int, attestation_needed: int, partly_tested: int, accepted: int, met: int, not_applicable: int}
 * @phpstan-type PaymentPage object{id: string, website_id: string, url: string, name: string, interval: int, status: 'pending'|'watched'|'unwatched'|'ended'|string, scripts: int, unauthorized: int, headers: object|null, looked_at: string|null, tried_at: string|null, fault: string|null, detail: string|null, next_look_at: string|null, created_by: string, created_at: string, updated_at: string}
 * @phpstan-type PaymentScript object{id: string, payment_page_id: string, source: string, kind: 'file'|'inline'|'handler'|'dynamic'|string, sha256: string, integrity: string|null, loaded_by: string|null, third_party: bool, excerpt: string, present: bool, state: 'authorized'|'changed_since'|'not_authorized'|string, assured_by: 'integrity'|'version'|string|null, authorization: PaymentScriptAuthorization|null, first_seen_at: string, last_seen_at: string, changed_at: string|null}
 * @phpstan-type PaymentScriptAuthorization object{kind: 'version'|'address'|string, sha256: string|null, justification: string, author: string, authorized_at: string}
 * @phpstan-type PaymentLedgerEntry object{id: string, sequence: int, kind: 'page_marked'|'page_unmarked'|'look'|'look_failed'|'script_added'|'script_changed'|'script_removed'|'header_changed'|'script_authorized'|'script_revoked'|string, data: object, created_at: string, hash: string}
 * @phpstan-type SigningKey object{id: string, public_key: string, created_at: string, retired_at: string|null}
 * @phpstan-type ReportSchedule object{id: string, name: string, cron: string|null, every: 'hourly'|'daily'|'weekly'|'monthly'|string|null, time_zone: string, kind: 'executive'|'technical'|'comparison'|'portfolio'|'compliance'|string, formats: list<'pdf'|'html'|'json'|'csv'|'sarif'|string>, language: 'en'|'de'|'fr'|string, website_id: string|null, group: string|null, tag: string|null, framework: string|null, filter: ReportScheduleFilter, period_days: int, recipients: list<string>, suppressed: list<ReportScheduleSuppressed>, message: string, attach: bool, link_days: int, enabled: bool, disabled_reason: string|null, next_runs: list<string>, last_run_at: string|null, last_run_id: string|null, consecutive_failures: int, created_at: string, updated_at: string, title: string|null}
 * @phpstan-type ReportScheduleFilter object{severity?: list<'critical'|'high'|'medium'|'low'|'info'|string>, status?: list<'open'|'reopened'|'fixed'|'accepted_risk'|'false_positive'|string>, confidence?: list<'confirmed'|'firm'|'tentative'|string>, type?: list<'vulnerability'|'misconfiguration'|'exposure'|'threat'|'information'|string>, check?: list<string>, kev?: bool}
 * @phpstan-type ReportScheduleSuppressed object{address: string, reason: 'unsubscribed'|'bounced'|string, detail: string|null, since: string}
 * @phpstan-type ReportRun object{id: string, report_schedule_id: string, trigger: 'schedule'|'request'|string, status: 'making'|'sending'|'done'|'failed'|string, error: string|null, report_ids: list<string>, deliveries: ReportRunDeliveries, created_at: string, completed_at: string|null}
 * @phpstan-type ReportRunDeliveries object{pending: int, sent: int, failed: int, bounced: int, skipped: int}
 * @phpstan-type ReportDelivery object{id: string, report_schedule_id: string, run_id: string, recipient: string, status: 'pending'|'sent'|'failed'|'bounced'|'skipped'|string, attached: bool, attempt_count: int, next_attempt_at: string|null, answer: string|null, error: string|null, created_at: string, completed_at: string|null}
 * @phpstan-type Webhook object{id: string, url: string, events: list<string>, description: string, api_version: 'v1'|string, enabled: bool, disabled_reason: string|null, previous_secret_expires_at: string|null, created_at: string, updated_at: string}
 * @phpstan-type WebhookCreated object{id: string, url: string, events: list<string>, description: string, api_version: 'v1'|string, enabled: bool, disabled_reason: string|null, previous_secret_expires_at: string|null, created_at: string, updated_at: string, secret: string}
 * @phpstan-type TestWebhookResult object{event_id: string}
 * @phpstan-type Delivery object{id: string, webhook_id: string, event_id: string, event_type: string, status: 'pending'|'succeeded'|'failed'|string, attempt_count: int, next_attempt_at: string|null, created_at: string, completed_at: string|null, replay_id: string|null}
 * @phpstan-type DeliveryWithAttempts object{id: string, webhook_id: string, event_id: string, event_type: string, status: 'pending'|'succeeded'|'failed'|string, attempt_count: int, next_attempt_at: string|null, created_at: string, completed_at: string|null, replay_id: string|null, attempts: list<DeliveryAttempt>}
 * @phpstan-type DeliveryAttempt object{number: int, attempted_at: string, duration_ms: int, request: object, response: object|null, error: string|null}
 * @phpstan-type WebhookReplay object{id: string, webhook_id: string, from: string, to: string, events: list<string>, status: 'queued'|'running'|'done'|'failed'|string, delivery_count: int, reason: string|null, created_at: string, completed_at: string|null}
 * @phpstan-type Event object{id: string, type: 'scan.queued'|'scan.started'|'scan.completed'|'scan.failed'|'scan.canceled'|'vulnerability.detected'|'vulnerability.resolved'|'vulnerability.reopened'|'vulnerability.accepted'|'threat.detected'|'score.degraded'|'score.improved'|'monitor.down'|'monitor.recovered'|'certificate.expiring'|'certificate.changed'|'dns.changed'|'content.changed'|'scripts.changed'|'alert.opened'|'alert.resolved'|'alert_channel.disabled'|'compliance.changed'|'report.ready'|'report_schedule.disabled'|'report.failed'|'ticket.created'|'ticket.updated'|'payment_page.changed'|'website.created'|'website.verified'|'website.verification_lost'|'schedule.disabled'|'webhook.disabled'|'webhook.test'|'api_key.created'|'api_key.revoked'|string, created_at: string, data: object}
 * @phpstan-type Check object{id: string, question: string, cwe: int|null, owasp_2021: list<string>, owasp_2025: list<string>, capec: list<int>, compliance: object, references: list<string>, outcomes: list<CheckOutcome>}
 * @phpstan-type CheckOutcome object{outcome: string, type: string, severity: string, confidence: string, why: string, fix: string, cvss: CheckOutcomeCvss|null, settings: object, title: string}
 * @phpstan-type CheckOutcomeCvss object{vector: string, score: int|float}
 * @phpstan-type Feed object{name: string, terms: string, status: 'current'|'stale'|'failing'|'missing'|string, records: int|null, date: string|null, fetched_at: string|null, checked_at: string|null, error: string|null, title: string}
 * @phpstan-type UpdateFeedsResult object{status: 'queued', feeds: list<string>}
 * @phpstan-type ApiKey object{id: string, mode: 'live'|'test'|string, organization_id: string, name: string, last_four: string, scopes: list<string>, allowed_cidrs: list<string>, allowed_origins: list<string>, expires_at: string|null, revoked_at: string|null, last_used_at: string|null, last_used_address: string|null, created_by: string|null, created_at: string, updated_at: string}
 * @phpstan-type ApiKeyCreated object{id: string, mode: 'live'|'test'|string, organization_id: string, name: string, last_four: string, scopes: list<string>, allowed_cidrs: list<string>, allowed_origins: list<string>, expires_at: string|null, revoked_at: string|null, last_used_at: string|null, last_used_address: string|null, created_by: string|null, created_at: string, updated_at: string, key: string}
 * @phpstan-type Organization object{id: string, name: string, parent_id: string|null, plan: 'starter'|'pro'|'business'|'enterprise'|string, limits: OrganizationLimits, allowed_origins: list<string>, branding: OrganizationBranding, test: bool, suspended_at: string|null, deletion: OrganizationDeletion|null, created_at: string, updated_at: string}
 * @phpstan-type OrganizationLimits object{requests_per_minute: int, concurrent_scans: int}
 * @phpstan-type OrganizationBranding object{name: string|null, logo: string|null, colors: OrganizationBrandingColors|null, mail_sender: OrganizationBrandingMailSender|null, report_footer: string|null, domain: string|null, domain_active_at: string|null}
 * @phpstan-type OrganizationBrandingColors object{primary: string, accent: string}
 * @phpstan-type OrganizationBrandingMailSender object{name: string, address: string}
 * @phpstan-type OrganizationDeletion object{requested_at: string, delete_after: string}
 * @phpstan-type ExportOrganizationResult object{object: 'organization_export', exported_at: string, organization: Organization, people: list<ExportOrganizationResultPeople>, tables: object, files: list<ExportOrganizationResultFile>}
 * @phpstan-type ExportOrganizationResultPeople object{id: string, name: string, email: string, role: 'owner'|'admin'|'analyst'|'viewer'|string, joined_at: string}
 * @phpstan-type ExportOrganizationResultFile object{key: string, content_type: string, size: int, base64: string}
 * @phpstan-type User object{id: string, name: string, email: string, email_verified: bool, role: 'owner'|'admin'|'analyst'|'viewer'|string, two_factor_enabled: bool, joined_at: string, updated_at: string}
 * @phpstan-type Invitation object{id: string, email: string, role: 'owner'|'admin'|'analyst'|'viewer'|string, status: 'pending'|'accepted'|'revoked'|'expired'|string, invited_by: string, mailed_at: string|null, expires_at: string, accepted_at: string|null, user_id: string|null, revoked_at: string|null, created_at: string, updated_at: string}
 * @phpstan-type InvitationSent object{id: string, email: string, role: 'owner'|'admin'|'analyst'|'viewer'|string, status: 'pending'|'accepted'|'revoked'|'expired'|string, invited_by: string, mailed_at: string|null, expires_at: string, accepted_at: string|null, user_id: string|null, revoked_at: string|null, created_at: string, updated_at: string, accept_url: string|null}
 * @phpstan-type Session object{id: string, user_id: string, current: bool, address: string|null, user_agent: string|null, created_at: string, updated_at: string, expires_at: string}
 * @phpstan-type Usage object{plan: string, month: string, api_requests: int, scans: int, running_scans: int, queued_scans: int, limits: UsageLimits}
 * @phpstan-type UsageLimits object{requests_per_minute: int, concurrent_scans: int}
 * @phpstan-type AuditLogEntry object{sequence: int, created_at: string, created_ms: int, organization_id: string, key_id: string, user_id: string|null, address: string, request_id: string, operation: string, object_id: string|null, before: mixed|null, after: mixed|null, hash: string}
 * @phpstan-type Problem object{type: string, title: string, status: int, detail: string, code: 'malformed_json'|'validation_failed'|'target_refused'|'missing_api_key'|'session_ended'|'invalid_api_key'|'invalid_signature'|'insufficient_scope'|'ip_not_allowed'|'plan_without_api'|'organization_suspended'|'organization_not_parent'|'organization_not_deletable'|'domain_taken'|'domain_not_set'|'domain_not_here'|'origin_not_allowed'|'no_organization'|'not_found'|'route_not_found'|'method_not_allowed'|'website_exists'|'group_exists'|'website_not_verified'|'verification_not_begun'|'status_not_lawful'|'vulnerability_merged'|'vulnerabilities_not_mergeable'|'places_not_separable'|'monitor_not_possible'|'alert_resolved'|'scan_not_cancelable'|'scans_not_comparable'|'scan_not_done'|'scan_type_unavailable'|'webhook_disabled'|'integration_disabled'|'too_many_integrations'|'ticket_exists'|'vulnerability_not_open'|'channel_disabled'|'too_many_channels'|'policy_in_use'|'payment_page_exists'|'payment_page_ended'|'too_many_websites'|'report_not_done'|'too_many_reports'|'too_many_report_schedules'|'mail_not_configured'|'last_owner'|'already_member'|'invitation_ended'|'replay_under_way'|'replay_too_large'|'api_key_ended'|'idempotency_key_in_use'|'request_timeout'|'gone'|'results_expired'|'precondition_failed'|'body_too_large'|'unsupported_media_type'|'idempotency_key_reused'|'headers_too_large'|'rate_limited'|'bad_request'|'internal_error'|'database_unavailable'|'storage_unavailable'|'shutting_down'|string, request_id: string, retryable: bool, errors?: list<ProblemError>}
 * @phpstan-type ProblemError object{pointer?: string, parameter?: string, header?: string, detail: string}
 * @phpstan-type ListWebsitesParams array{limit?: int, cursor?: string, tag?: string, group?: string, criticality?: 'low'|'medium'|'high'|'critical', grade?: 'A+'|'A'|'B'|'C'|'D'|'F', min_score?: int, max_score?: int, verified?: bool, q?: string, url?: string}
 * @phpstan-type CreateWebsiteParams array{url: string, name?: string, tags?: list<string>, groups?: list<string>, criticality?: 'low'|'medium'|'high'|'critical', settings?: CreateWebsiteParamsSettings}
 * @phpstan-type CreateWebsiteParamsSettings array{headers?: array<string, string|null>|null, cookies?: array<string, string|null>|null, login?: CreateWebsiteParamsSettingsLogin|null, include?: list<string>|null, exclude?: list<string>|null, requests_per_second?: int|float|null, concurrent_requests?: int|null, allowed_hours?: CreateWebsiteParamsSettingsAllowedHours|null, openapi_url?: string|null, user_agent_suffix?: string|null, obey_robots?: bool|null, use_browser?: bool|null}
 * @phpstan-type CreateWebsiteParamsSettingsLogin array{url?: string|null, username?: string|null, password?: string|null, username_field?: string|null, password_field?: string|null, fields?: array<string, string|null>|null, steps?: list<CreateWebsiteParamsSettingsLoginStep>|null, logged_in?: string|null, logged_out?: string|null}
 * @phpstan-type CreateWebsiteParamsSettingsLoginStep array{url: string, method?: 'GET'|'POST'|'PUT'|'PATCH', headers?: array<string, string>, form?: array<string, string>, body?: string, extract?: array<string, string>}
 * @phpstan-type CreateWebsiteParamsSettingsAllowedHours array{from: string, to: string, time_zone: string}
 * @phpstan-type UpdateWebsitesParams array{ids: list<string>, tags?: list<string>|null, groups?: list<string>|null, criticality?: 'low'|'medium'|'high'|'critical'|null, settings?: UpdateWebsitesParamsSettings|null}
 * @phpstan-type UpdateWebsitesParamsSettings array{headers?: array<string, string|null>|null, cookies?: array<string, string|null>|null, login?: UpdateWebsitesParamsSettingsLogin|null, include?: list<string>|null, exclude?: list<string>|null, requests_per_second?: int|float|null, concurrent_requests?: int|null, allowed_hours?: UpdateWebsitesParamsSettingsAllowedHours|null, openapi_url?: string|null, user_agent_suffix?: string|null, obey_robots?: bool|null, use_browser?: bool|null}
 * @phpstan-type UpdateWebsitesParamsSettingsLogin array{url?: string|null, username?: string|null, password?: string|null, username_field?: string|null, password_field?: string|null, fields?: array<string, string|null>|null, steps?: list<UpdateWebsitesParamsSettingsLoginStep>|null, logged_in?: string|null, logged_out?: string|null}
 * @phpstan-type UpdateWebsitesParamsSettingsLoginStep array{url: string, method?: 'GET'|'POST'|'PUT'|'PATCH', headers?: array<string, string>, form?: array<string, string>, body?: string, extract?: array<string, string>}
 * @phpstan-type UpdateWebsitesParamsSettingsAllowedHours array{from: string, to: string, time_zone: string}
 * @phpstan-type UpdateWebsiteParams array{name?: string|null, tags?: list<string>|null, groups?: list<string>|null, criticality?: 'low'|'medium'|'high'|'critical'|null, settings?: UpdateWebsiteParamsSettings|null}
 * @phpstan-type UpdateWebsiteParamsSettings array{headers?: array<string, string|null>|null, cookies?: array<string, string|null>|null, login?: UpdateWebsiteParamsSettingsLogin|null, include?: list<string>|null, exclude?: list<string>|null, requests_per_second?: int|float|null, concurrent_requests?: int|null, allowed_hours?: UpdateWebsiteParamsSettingsAllowedHours|null, openapi_url?: string|null, user_agent_suffix?: string|null, obey_robots?: bool|null, use_browser?: bool|null}
 * @phpstan-type UpdateWebsiteParamsSettingsLogin array{url?: string|null, username?: string|null, password?: string|null, username_field?: string|null, password_field?: string|null, fields?: array<string, string|null>|null, steps?: list<UpdateWebsiteParamsSettingsLoginStep>|null, logged_in?: string|null, logged_out?: string|null}
 * @phpstan-type UpdateWebsiteParamsSettingsLoginStep array{url: string, method?: 'GET'|'POST'|'PUT'|'PATCH', headers?: array<string, string>, form?: array<string, string>, body?: string, extract?: array<string, string>}
 * @phpstan-type UpdateWebsiteParamsSettingsAllowedHours array{from: string, to: string, time_zone: string}
 * @phpstan-type GetScoreHistoryParams array{limit?: int, cursor?: string, scan_type?: 'quick'|'full'|'active', from?: string, to?: string}
 * @phpstan-type ListWebsiteGroupsParams array{limit?: int, cursor?: string}
 * @phpstan-type CreateWebsiteGroupParams array{name: string, description?: string}
 * @phpstan-type UpdateWebsiteGroupParams array{name?: string, description?: string|null}
 * @phpstan-type ImportWebsitesParams array{websites?: list<ImportWebsitesParamsWebsite>, csv?: string}
 * @phpstan-type ImportWebsitesParamsWebsite array{url: string, name?: string, tags?: list<string>, groups?: list<string>, criticality?: 'low'|'medium'|'high'|'critical'}
 * @phpstan-type BeginVerificationParams array{method: 'dns'|'file'|'meta'}
 * @phpstan-type ListScansParams array{limit?: int, cursor?: string, website_id?: string, status?: 'queued'|'running'|'done'|'failed'|'canceled', scan_type?: 'quick'|'full'|'active', schedule_id?: string}
 * @phpstan-type CreateScanParams array{website_id?: string, url?: string, scan_type?: 'quick'|'full'|'active', priority?: 'low'|'normal'|'high', policy_id?: string}
 * @phpstan-type ListScanVulnerabilitiesParams array{limit?: int, cursor?: string, severity?: 'critical'|'high'|'medium'|'low'|'info', status?: 'open'|'fixed'|'reopened'|'accepted_risk'|'false_positive'|'merged', confidence?: 'confirmed'|'firm'|'tentative', type?: 'vulnerability'|'misconfiguration'|'exposure'|'threat'|'information', check?: string, cve?: string, kev?: bool, assigned_to?: string, first_seen_after?: string, first_seen_before?: string, q?: string}
 * @phpstan-type GetScanReportParams array{format?: 'json'|'html'|'sarif'|'junit'|'pdf'|'csv'}
 * @phpstan-type ListSchedulesParams array{limit?: int, cursor?: string, website_id?: string}
 * @phpstan-type CreateScheduleParams array{website_id: string, cron?: string, every?: 'hourly'|'daily'|'weekly'|'monthly', time_zone?: string, window?: CreateScheduleParamsWindow, jitter?: int, scan_type?: 'quick'|'full'|'active', priority?: 'low'|'normal'|'high', enabled?: bool}
 * @phpstan-type CreateScheduleParamsWindow array{from: string, to: string}
 * @phpstan-type UpdateScheduleParams array{cron?: string|null, every?: 'hourly'|'daily'|'weekly'|'monthly'|null, time_zone?: string|null, window?: UpdateScheduleParamsWindow|null, jitter?: int|null, scan_type?: 'quick'|'full'|'active'|null, priority?: 'low'|'normal'|'high'|null, enabled?: bool}
 * @phpstan-type UpdateScheduleParamsWindow array{from: string, to: string}
 * @phpstan-type ListVulnerabilitiesParams array{limit?: int, cursor?: string, severity?: 'critical'|'high'|'medium'|'low'|'info', status?: 'open'|'fixed'|'reopened'|'accepted_risk'|'false_positive'|'merged', confidence?: 'confirmed'|'firm'|'tentative', type?: 'vulnerability'|'misconfiguration'|'exposure'|'threat'|'information', check?: string, cve?: string, kev?: bool, assigned_to?: string, first_seen_after?: string, first_seen_before?: string, q?: string, website_id?: string, tag?: string}
 * @phpstan-type UpdateVulnerabilitiesParams array{ids: list<string>, status?: 'open'|'accepted_risk'|'false_positive', reason?: string|null, expires_at?: string|null, assignee?: string|null}
 * @phpstan-type UpdateVulnerabilityParams array{status?: 'open'|'accepted_risk'|'false_positive', reason?: string|null, expires_at?: string|null, assignee?: string|null}
 * @phpstan-type ListVulnerabilityCommentsParams array{limit?: int, cursor?: string}
 * @phpstan-type CreateVulnerabilityCommentParams array{body: string}
 * @phpstan-type ListVulnerabilityVerificationsParams array{limit?: int, cursor?: string}
 * @phpstan-type MergeVulnerabilityParams array{into: string}
 * @phpstan-type SplitVulnerabilityParams array{vulnerability_id?: string, path?: string}
 * @phpstan-type GetOverviewParams array{website_ids?: string, tags?: string, groups?: string, tenants?: string, from?: string, to?: string}
 * @phpstan-type ListMonitorsParams array{limit?: int, cursor?: string, website_id?: string, kind?: 'uptime'|'certificate'|'headers'|'dns'|'content'|'scripts'|'score'|'malware'|'domain', status?: 'pending'|'up'|'degraded'|'down'|'unknown'}
 * @phpstan-type CreateMonitorParams array{website_id: string, kind: 'uptime'|'certificate'|'headers'|'dns'|'content'|'scripts'|'score'|'malware'|'domain', interval?: int, thresholds?: CreateMonitorParamsThresholds, enabled?: bool}
 * @phpstan-type CreateMonitorParamsThresholds array{timeout_ms?: int, max_response_ms?: int, expected_status?: list<int>, expiry_days?: int, required_headers?: list<string>, max_change_percent?: int, min_score?: int, max_drop?: int}
 * @phpstan-type UpdateMonitorParams array{interval?: int|null, thresholds?: UpdateMonitorParamsThresholds|null, enabled?: bool}
 * @phpstan-type UpdateMonitorParamsThresholds array{timeout_ms?: int|null, max_response_ms?: int|null, expected_status?: list<int>|null, expiry_days?: int|null, required_headers?: list<string>|null, max_change_percent?: int|null, min_score?: int|null, max_drop?: int|null}
 * @phpstan-type GetMonitorHistoryParams array{step?: 'hour'|'day', from?: string, to?: string}
 * @phpstan-type ListAlertsParams array{limit?: int, cursor?: string, status?: 'open'|'acknowledged'|'resolved', kind?: 'uptime'|'certificate'|'headers'|'dns'|'content'|'scripts'|'score'|'malware'|'domain'|'policy'|'compliance'|'schedule'|'monitoring', severity?: 'critical'|'high'|'medium'|'low'|'info', website_id?: string, monitor_id?: string}
 * @phpstan-type UpdateAlertParams array{status: 'open'|'acknowledged'|'resolved'}
 * @phpstan-type ListAlertChannelsParams array{limit?: int, cursor?: string, kind?: 'mail'|'slack'|'teams'|'pagerduty'|'webhook'}
 * @phpstan-type CreateAlertChannelParams array{name: string, kind: 'mail'|'slack'|'teams'|'pagerduty'|'webhook', settings: CreateAlertChannelParamsSettings, filter?: CreateAlertChannelParamsFilter, quiet_hours?: CreateAlertChannelParamsQuietHours|null, digest?: CreateAlertChannelParamsDigest, critical_at_once?: bool}
 * @phpstan-type CreateAlertChannelParamsSettings array{to?: list<string>, url?: string, routing_key?: string, region?: 'us'|'eu', base_url?: string, secret?: string}
 * @phpstan-type CreateAlertChannelParamsFilter array{min_severity?: 'critical'|'high'|'medium'|'low'|'info', kinds?: list<'uptime'|'certificate'|'headers'|'dns'|'content'|'scripts'|'score'|'malware'|'domain'|'policy'|'compliance'|'schedule'|'monitoring'>, policy_id?: string, website_ids?: list<string>, tags?: list<string>}
 * @phpstan-type CreateAlertChannelParamsQuietHours array{from: string, to: string, time_zone: string}
 * @phpstan-type CreateAlertChannelParamsDigest array{every: 'immediately'|'hourly'|'daily', at?: string, time_zone?: string}
 * @phpstan-type UpdateAlertChannelParams array{name?: string, settings?: UpdateAlertChannelParamsSettings, filter?: UpdateAlertChannelParamsFilter|null, quiet_hours?: UpdateAlertChannelParamsQuietHours|null, digest?: UpdateAlertChannelParamsDigest|null, critical_at_once?: bool|null, enabled?: bool}
 * @phpstan-type UpdateAlertChannelParamsSettings array{to?: list<string>, url?: string, routing_key?: string, region?: 'us'|'eu', base_url?: string, secret?: string}
 * @phpstan-type UpdateAlertChannelParamsFilter array{min_severity?: 'critical'|'high'|'medium'|'low'|'info', kinds?: list<'uptime'|'certificate'|'headers'|'dns'|'content'|'scripts'|'score'|'malware'|'domain'|'policy'|'compliance'|'schedule'|'monitoring'>, policy_id?: string, website_ids?: list<string>, tags?: list<string>}
 * @phpstan-type UpdateAlertChannelParamsQuietHours array{from: string, to: string, time_zone: string}
 * @phpstan-type UpdateAlertChannelParamsDigest array{every: 'immediately'|'hourly'|'daily', at?: string, time_zone?: string}
 * @phpstan-type ListAlertChannelDeliveriesParams array{limit?: int, cursor?: string, status?: 'pending'|'succeeded'|'failed'}
 * @phpstan-type ListPoliciesParams array{limit?: int, cursor?: string}
 * @phpstan-type CreatePolicyParams array{name: string, description?: string, fail_when: CreatePolicyParamsFailWhen}
 * @phpstan-type CreatePolicyParamsFailWhen array{severity?: 'critical'|'high'|'medium'|'low'|'info', confidence?: 'confirmed'|'firm'|'tentative', new?: bool, type?: list<'vulnerability'|'misconfiguration'|'exposure'|'threat'|'information'>, kev?: bool, age_days?: int, compliance?: CreatePolicyParamsFailWhenCompliance, score_below?: int, score_dropped_by?: int, website_tags?: list<string>, website_criticality?: 'low'|'medium'|'high'|'critical', all?: list<CreatePolicyParamsFailWhenAll>, any?: list<CreatePolicyParamsFailWhenAny>}
 * @phpstan-type CreatePolicyParamsFailWhenCompliance array{framework: string, requirements?: list<string>}
 * @phpstan-type CreatePolicyParamsFailWhenAll array{severity?: 'critical'|'high'|'medium'|'low'|'info', confidence?: 'confirmed'|'firm'|'tentative', new?: bool, type?: list<'vulnerability'|'misconfiguration'|'exposure'|'threat'|'information'>, kev?: bool, age_days?: int, compliance?: CreatePolicyParamsFailWhenAllCompliance, score_below?: int, score_dropped_by?: int, website_tags?: list<string>, website_criticality?: 'low'|'medium'|'high'|'critical', all?: list<CreatePolicyParamsFailWhenAllAll>, any?: list<CreatePolicyParamsFailWhenAllAny>}
 * @phpstan-type CreatePolicyParamsFailWhenAllCompliance array{framework: string, requirements?: list<string>}
 * @phpstan-type CreatePolicyParamsFailWhenAllAll array{severity?: 'critical'|'high'|'medium'|'low'|'info', confidence?: 'confirmed'|'firm'|'tentative', new?: bool, type?: list<'vulnerability'|'misconfiguration'|'exposure'|'threat'|'information'>, kev?: bool, age_days?: int, compliance?: CreatePolicyParamsFailWhenAllAllCompliance, score_below?: int, score_dropped_by?: int, website_tags?: list<string>, website_criticality?: 'low'|'medium'|'high'|'critical'}
 * @phpstan-type CreatePolicyParamsFailWhenAllAllCompliance array{framework: string, requirements?: list<string>}
 * @phpstan-type CreatePolicyParamsFailWhenAllAny array{severity?: 'critical'|'high'|'medium'|'low'|'info', confidence?: 'confirmed'|'firm'|'tentative', new?: bool, type?: list<'vulnerability'|'misconfiguration'|'exposure'|'threat'|'information'>, kev?: bool, age_days?: int, compliance?: CreatePolicyParamsFailWhenAllAnyCompliance, score_below?: int, score_dropped_by?: int, website_tags?: list<string>, website_criticality?: 'low'|'medium'|'high'|'critical'}
 * @phpstan-type CreatePolicyParamsFailWhenAllAnyCompliance array{framework: string, requirements?: list<string>}
 * @phpstan-type CreatePolicyParamsFailWhenAny array{severity?: 'critical'|'high'|'medium'|'low'|'info', confidence?: 'confirmed'|'firm'|'tentative', new?: bool, type?: list<'vulnerability'|'misconfiguration'|'exposure'|'threat'|'information'>, kev?: bool, age_days?: int, compliance?: CreatePolicyParamsFailWhenAnyCompliance, score_below?: int, score_dropped_by?: int, website_tags?: list<string>, website_criticality?: 'low'|'medium'|'high'|'critical', all?: list<CreatePolicyParamsFailWhenAnyAll>, any?: list<CreatePolicyParamsFailWhenAnyAny>}
 * @phpstan-type CreatePolicyParamsFailWhenAnyCompliance array{framework: string, requirements?: list<string>}
 * @phpstan-type CreatePolicyParamsFailWhenAnyAll array{severity?: 'critical'|'high'|'medium'|'low'|'info', confidence?: 'confirmed'|'firm'|'tentative', new?: bool, type?: list<'vulnerability'|'misconfiguration'|'exposure'|'threat'|'information'>, kev?: bool, age_days?: int, compliance?: CreatePolicyParamsFailWhenAnyAllCompliance, score_below?: int, score_dropped_by?: int, website_tags?: list<string>, website_criticality?: 'low'|'medium'|'high'|'critical'}
 * @phpstan-type CreatePolicyParamsFailWhenAnyAllCompliance array{framework: string, requirements?: list<string>}
 * @phpstan-type CreatePolicyParamsFailWhenAnyAny array{severity?: 'critical'|'high'|'medium'|'low'|'info', confidence?: 'confirmed'|'firm'|'tentative', new?: bool, type?: list<'vulnerability'|'misconfiguration'|'exposure'|'threat'|'information'>, kev?: bool, age_days?: int, compliance?: CreatePolicyParamsFailWhenAnyAnyCompliance, score_below?: int, score_dropped_by?: int, website_tags?: list<string>, website_criticality?: 'low'|'medium'|'high'|'critical'}
 * @phpstan-type CreatePolicyParamsFailWhenAnyAnyCompliance array{framework: string, requirements?: list<string>}
 * @phpstan-type UpdatePolicyParams array{name?: string, description?: string|null, fail_when?: UpdatePolicyParamsFailWhen}
 * @phpstan-type UpdatePolicyParamsFailWhen array{severity?: 'critical'|'high'|'medium'|'low'|'info', confidence?: 'confirmed'|'firm'|'tentative', new?: bool, type?: list<'vulnerability'|'misconfiguration'|'exposure'|'threat'|'information'>, kev?: bool, age_days?: int, compliance?: UpdatePolicyParamsFailWhenCompliance, score_below?: int, score_dropped_by?: int, website_tags?: list<string>, website_criticality?: 'low'|'medium'|'high'|'critical', all?: list<UpdatePolicyParamsFailWhenAll>, any?: list<UpdatePolicyParamsFailWhenAny>}
 * @phpstan-type UpdatePolicyParamsFailWhenCompliance array{framework: string, requirements?: list<string>}
 * @phpstan-type UpdatePolicyParamsFailWhenAll array{severity?: 'critical'|'high'|'medium'|'low'|'info', confidence?: 'confirmed'|'firm'|'tentative', new?: bool, type?: list<'vulnerability'|'misconfiguration'|'exposure'|'threat'|'information'>, kev?: bool, age_days?: int, compliance?: UpdatePolicyParamsFailWhenAllCompliance, score_below?: int, score_dropped_by?: int, website_tags?: list<string>, website_criticality?: 'low'|'medium'|'high'|'critical', all?: list<UpdatePolicyParamsFailWhenAllAll>, any?: list<UpdatePolicyParamsFailWhenAllAny>}
 * @phpstan-type UpdatePolicyParamsFailWhenAllCompliance array{framework: string, requirements?: list<string>}
 * @phpstan-type UpdatePolicyParamsFailWhenAllAll array{severity?: 'critical'|'high'|'medium'|'low'|'info', confidence?: 'confirmed'|'firm'|'tentative', new?: bool, type?: list<'vulnerability'|'misconfiguration'|'exposure'|'threat'|'information'>, kev?: bool, age_days?: int, compliance?: UpdatePolicyParamsFailWhenAllAllCompliance, score_below?: int, score_dropped_by?: int, website_tags?: list<string>, website_criticality?: 'low'|'medium'|'high'|'critical'}
 * @phpstan-type UpdatePolicyParamsFailWhenAllAllCompliance array{framework: string, requirements?: list<string>}
 * @phpstan-type UpdatePolicyParamsFailWhenAllAny array{severity?: 'critical'|'high'|'medium'|'low'|'info', confidence?: 'confirmed'|'firm'|'tentative', new?: bool, type?: list<'vulnerability'|'misconfiguration'|'exposure'|'threat'|'information'>, kev?: bool, age_days?: int, compliance?: UpdatePolicyParamsFailWhenAllAnyCompliance, score_below?: int, score_dropped_by?: int, website_tags?: list<string>, website_criticality?: 'low'|'medium'|'high'|'critical'}
 * @phpstan-type UpdatePolicyParamsFailWhenAllAnyCompliance array{framework: string, requirements?: list<string>}
 * @phpstan-type UpdatePolicyParamsFailWhenAny array{severity?: 'critical'|'high'|'medium'|'low'|'info', confidence?: 'confirmed'|'firm'|'tentative', new?: bool, type?: list<'vulnerability'|'misconfiguration'|'exposure'|'threat'|'information'>, kev?: bool, age_days?: int, compliance?: UpdatePolicyParamsFailWhenAnyCompliance, score_below?: int, score_dropped_by?: int, website_tags?: list<string>, website_criticality?: 'low'|'medium'|'high'|'critical', all?: list<UpdatePolicyParamsFailWhenAnyAll>, any?: list<UpdatePolicyParamsFailWhenAnyAny>}
 * @phpstan-type UpdatePolicyParamsFailWhenAnyCompliance array{framework: string, requirements?: list<string>}
 * @phpstan-type UpdatePolicyParamsFailWhenAnyAll array{severity?: 'critical'|'high'|'medium'|'low'|'info', confidence?: 'confirmed'|'firm'|'tentative', new?: bool, type?: list<'vulnerability'|'misconfiguration'|'exposure'|'threat'|'information'>, kev?: bool, age_days?: int, compliance?: UpdatePolicyParamsFailWhenAnyAllCompliance, score_below?: int, score_dropped_by?: int, website_tags?: list<string>, website_criticality?: 'low'|'medium'|'high'|'critical'}
 * @phpstan-type UpdatePolicyParamsFailWhenAnyAllCompliance array{framework: string, requirements?: list<string>}
 * @phpstan-type UpdatePolicyParamsFailWhenAnyAny array{severity?: 'critical'|'high'|'medium'|'low'|'info', confidence?: 'confirmed'|'firm'|'tentative', new?: bool, type?: list<'vulnerability'|'misconfiguration'|'exposure'|'threat'|'information'>, kev?: bool, age_days?: int, compliance?: UpdatePolicyParamsFailWhenAnyAnyCompliance, score_below?: int, score_dropped_by?: int, website_tags?: list<string>, website_criticality?: 'low'|'medium'|'high'|'critical'}
 * @phpstan-type UpdatePolicyParamsFailWhenAnyAnyCompliance array{framework: string, requirements?: list<string>}
 * @phpstan-type SimulatePolicyParams array{website_ids?: list<string>, tags?: list<string>, scan_type?: 'quick'|'full'|'active', from?: string, to?: string, limit?: int, cursor?: string}
 * @phpstan-type SimulateDraftParams array{fail_when: SimulateDraftParamsFailWhen, website_ids?: list<string>, tags?: list<string>, scan_type?: 'quick'|'full'|'active', from?: string, to?: string, limit?: int, cursor?: string}
 * @phpstan-type SimulateDraftParamsFailWhen array{severity?: 'critical'|'high'|'medium'|'low'|'info', confidence?: 'confirmed'|'firm'|'tentative', new?: bool, type?: list<'vulnerability'|'misconfiguration'|'exposure'|'threat'|'information'>, kev?: bool, age_days?: int, compliance?: SimulateDraftParamsFailWhenCompliance, score_below?: int, score_dropped_by?: int, website_tags?: list<string>, website_criticality?: 'low'|'medium'|'high'|'critical', all?: list<SimulateDraftParamsFailWhenAll>, any?: list<SimulateDraftParamsFailWhenAny>}
 * @phpstan-type SimulateDraftParamsFailWhenCompliance array{framework: string, requirements?: list<string>}
 * @phpstan-type SimulateDraftParamsFailWhenAll array{severity?: 'critical'|'high'|'medium'|'low'|'info', confidence?: 'confirmed'|'firm'|'tentative', new?: bool, type?: list<'vulnerability'|'misconfiguration'|'exposure'|'threat'|'information'>, kev?: bool, age_days?: int, compliance?: SimulateDraftParamsFailWhenAllCompliance, score_below?: int, score_dropped_by?: int, website_tags?: list<string>, website_criticality?: 'low'|'medium'|'high'|'critical', all?: list<SimulateDraftParamsFailWhenAllAll>, any?: list<SimulateDraftParamsFailWhenAllAny>}
 * @phpstan-type SimulateDraftParamsFailWhenAllCompliance array{framework: string, requirements?: list<string>}
 * @phpstan-type SimulateDraftParamsFailWhenAllAll array{severity?: 'critical'|'high'|'medium'|'low'|'info', confidence?: 'confirmed'|'firm'|'tentative', new?: bool, type?: list<'vulnerability'|'misconfiguration'|'exposure'|'threat'|'information'>, kev?: bool, age_days?: int, compliance?: SimulateDraftParamsFailWhenAllAllCompliance, score_below?: int, score_dropped_by?: int, website_tags?: list<string>, website_criticality?: 'low'|'medium'|'high'|'critical'}
 * @phpstan-type SimulateDraftParamsFailWhenAllAllCompliance array{framework: string, requirements?: list<string>}
 * @phpstan-type SimulateDraftParamsFailWhenAllAny array{severity?: 'critical'|'high'|'medium'|'low'|'info', confidence?: 'confirmed'|'firm'|'tentative', new?: bool, type?: list<'vulnerability'|'misconfiguration'|'exposure'|'threat'|'information'>, kev?: bool, age_days?: int, compliance?: SimulateDraftParamsFailWhenAllAnyCompliance, score_below?: int, score_dropped_by?: int, website_tags?: list<string>, website_criticality?: 'low'|'medium'|'high'|'critical'}
 * @phpstan-type SimulateDraftParamsFailWhenAllAnyCompliance array{framework: string, requirements?: list<string>}
 * @phpstan-type SimulateDraftParamsFailWhenAny array{severity?: 'critical'|'high'|'medium'|'low'|'info', confidence?: 'confirmed'|'firm'|'tentative', new?: bool, type?: list<'vulnerability'|'misconfiguration'|'exposure'|'threat'|'information'>, kev?: bool, age_days?: int, compliance?: SimulateDraftParamsFailWhenAnyCompliance, score_below?: int, score_dropped_by?: int, website_tags?: list<string>, website_criticality?: 'low'|'medium'|'high'|'critical', all?: list<SimulateDraftParamsFailWhenAnyAll>, any?: list<SimulateDraftParamsFailWhenAnyAny>}
 * @phpstan-type SimulateDraftParamsFailWhenAnyCompliance array{framework: string, requirements?: list<string>}
 * @phpstan-type SimulateDraftParamsFailWhenAnyAll array{severity?: 'critical'|'high'|'medium'|'low'|'info', confidence?: 'confirmed'|'firm'|'tentative', new?: bool, type?: list<'vulnerability'|'misconfiguration'|'exposure'|'threat'|'information'>, kev?: bool, age_days?: int, compliance?: SimulateDraftParamsFailWhenAnyAllCompliance, score_below?: int, score_dropped_by?: int, website_tags?: list<string>, website_criticality?: 'low'|'medium'|'high'|'critical'}
 * @phpstan-type SimulateDraftParamsFailWhenAnyAllCompliance array{framework: string, requirements?: list<string>}
 * @phpstan-type SimulateDraftParamsFailWhenAnyAny array{severity?: 'critical'|'high'|'medium'|'low'|'info', confidence?: 'confirmed'|'firm'|'tentative', new?: bool, type?: list<'vulnerability'|'misconfiguration'|'exposure'|'threat'|'information'>, kev?: bool, age_days?: int, compliance?: SimulateDraftParamsFailWhenAnyAnyCompliance, score_below?: int, score_dropped_by?: int, website_tags?: list<string>, website_criticality?: 'low'|'medium'|'high'|'critical'}
 * @phpstan-type SimulateDraftParamsFailWhenAnyAnyCompliance array{framework: string, requirements?: list<string>}
 * @phpstan-type UpdateFrameworkParams array{followed: bool}
 * @phpstan-type AssessComplianceParams array{website_id?: string, group_id?: string, level?: int, status?: 'failing'|'not_tested'|'attestation_needed'|'partly_tested'|'accepted'|'met'|'not_applicable'}
 * @phpstan-type ListComplianceChangesParams array{limit?: int, cursor?: string, website_id?: string, requirement?: string}
 * @phpstan-type ListAttestationsParams array{limit?: int, cursor?: string, framework?: string, requirement?: string, website_id?: string}
 * @phpstan-type CreateAttestationParams array{framework: string, requirement: string, website_id?: string, verdict: 'met'|'not_met'|'not_applicable', statement: string, expires_at?: string|null, file?: CreateAttestationParamsFile}
 * @phpstan-type CreateAttestationParamsFile array{name: string, media_type: string, content: string}
 * @phpstan-type ListReportLinksParams array{limit?: int, cursor?: string}
 * @phpstan-type CreateReportLinkParams array{expires_at?: string}
 * @phpstan-type ListReportsParams array{limit?: int, cursor?: string, kind?: 'executive'|'technical'|'comparison'|'portfolio'|'compliance', status?: 'queued'|'running'|'done'|'failed', website_id?: string, scan_id?: string, report_schedule_id?: string, run_id?: string}
 * @phpstan-type CreateReportParams array{scan_id?: string, baseline_scan_id?: string, kind?: 'executive'|'technical'|'comparison'|'portfolio'|'compliance', language?: 'en'|'de'|'fr', website_id?: string|null, group?: string|null, tag?: string|null, framework?: string|null, filter?: CreateReportParamsFilter|null, period_days?: int, format?: 'pdf'|'html'|'json'|'csv'|'sarif', title?: string|null}
 * @phpstan-type CreateReportParamsFilter array{severity?: list<'critical'|'high'|'medium'|'low'|'info'>, status?: list<'open'|'reopened'|'fixed'|'accepted_risk'|'false_positive'>, confidence?: list<'confirmed'|'firm'|'tentative'>, type?: list<'vulnerability'|'misconfiguration'|'exposure'|'threat'|'information'>, check?: list<string>, kev?: bool}
 * @phpstan-type ListIntegrationsParams array{limit?: int, cursor?: string, kind?: 'jira'|'linear'|'github'|'gitlab'|'slack'}
 * @phpstan-type CreateIntegrationParams array{name?: string, kind: 'jira'|'linear'|'github'|'gitlab'|'slack', base_url?: string, settings: CreateIntegrationParamsSettings, rules?: list<CreateIntegrationParamsRule>, mapping?: CreateIntegrationParamsMapping, sync?: CreateIntegrationParamsSync}
 * @phpstan-type CreateIntegrationParamsSettings array{repository?: string, project?: string, team?: string, channel?: string, issue_type?: string, deployment?: 'cloud'|'data_center', email?: string, token?: string, app_id?: string, installation_id?: string, private_key?: string, webhook_secret?: string}
 * @phpstan-type CreateIntegrationParamsRule array{severities?: list<'critical'|'high'|'medium'|'low'|'info'>, confidence?: 'confirmed'|'firm'|'tentative', website_ids?: list<string>, groups?: list<string>, tags?: list<string>, new_only?: bool, policy_id?: string}
 * @phpstan-type CreateIntegrationParamsMapping array{labels?: list<string>, severity_labels?: CreateIntegrationParamsMappingSeverityLabels, priorities?: CreateIntegrationParamsMappingPriorities, fields?: array<string, mixed>, assignee?: string, assignees?: list<CreateIntegrationParamsMappingAssignee>}
 * @phpstan-type CreateIntegrationParamsMappingSeverityLabels array{critical?: list<string>, high?: list<string>, medium?: list<string>, low?: list<string>, info?: list<string>}
 * @phpstan-type CreateIntegrationParamsMappingPriorities array{critical?: string, high?: string, medium?: string, low?: string, info?: string}
 * @phpstan-type CreateIntegrationParamsMappingAssignee array{assignee: string, severities?: list<'critical'|'high'|'medium'|'low'|'info'>, website_ids?: list<string>, tags?: list<string>}
 * @phpstan-type CreateIntegrationParamsSync array{close_when_fixed?: bool, verify_when_closed?: bool, reopen_when_still_there?: bool, poll_seconds?: int|null}
 * @phpstan-type TestDraftIntegrationParams array{kind: 'jira'|'linear'|'github'|'gitlab'|'slack', base_url?: string, settings: TestDraftIntegrationParamsSettings}
 * @phpstan-type TestDraftIntegrationParamsSettings array{repository?: string, project?: string, team?: string, channel?: string, issue_type?: string, deployment?: 'cloud'|'data_center', email?: string, token?: string, app_id?: string, installation_id?: string, private_key?: string, webhook_secret?: string}
 * @phpstan-type UpdateIntegrationParams array{name?: string, base_url?: string, settings?: UpdateIntegrationParamsSettings, rules?: list<UpdateIntegrationParamsRule>|null, mapping?: UpdateIntegrationParamsMapping|null, sync?: UpdateIntegrationParamsSync|null, enabled?: bool}
 * @phpstan-type UpdateIntegrationParamsSettings array{repository?: string, project?: string, team?: string, channel?: string, issue_type?: string, deployment?: 'cloud'|'data_center', email?: string, token?: string, app_id?: string, installation_id?: string, private_key?: string, webhook_secret?: string}
 * @phpstan-type UpdateIntegrationParamsRule array{severities?: list<'critical'|'high'|'medium'|'low'|'info'>, confidence?: 'confirmed'|'firm'|'tentative', website_ids?: list<string>, groups?: list<string>, tags?: list<string>, new_only?: bool, policy_id?: string}
 * @phpstan-type UpdateIntegrationParamsMapping array{labels?: list<string>, severity_labels?: UpdateIntegrationParamsMappingSeverityLabels, priorities?: UpdateIntegrationParamsMappingPriorities, fields?: array<string, mixed>, assignee?: string, assignees?: list<UpdateIntegrationParamsMappingAssignee>}
 * @phpstan-type UpdateIntegrationParamsMappingSeverityLabels array{critical?: list<string>, high?: list<string>, medium?: list<string>, low?: list<string>, info?: list<string>}
 * @phpstan-type UpdateIntegrationParamsMappingPriorities array{critical?: string, high?: string, medium?: string, low?: string, info?: string}
 * @phpstan-type UpdateIntegrationParamsMappingAssignee array{assignee: string, severities?: list<'critical'|'high'|'medium'|'low'|'info'>, website_ids?: list<string>, tags?: list<string>}
 * @phpstan-type UpdateIntegrationParamsSync array{close_when_fixed?: bool, verify_when_closed?: bool, reopen_when_still_there?: bool, poll_seconds?: int|null}
 * @phpstan-type ListTicketsParams array{limit?: int, cursor?: string, integration_id?: string, vulnerability_id?: string, website_id?: string, status?: 'pending'|'open'|'closed'|'failed'|'gone'|'canceled'}
 * @phpstan-type CreateTicketParams array{vulnerability_id: string, integration_id: string}
 * @phpstan-type ListBundlesParams array{limit?: int, cursor?: string, framework?: string}
 * @phpstan-type CreateBundleParams array{framework: string, website_id?: string, group_id?: string}
 * @phpstan-type ListPaymentPagesParams array{limit?: int, cursor?: string, website_id?: string}
 * @phpstan-type CreatePaymentPageParams array{website_id: string, url: string, name?: string, interval?: int}
 * @phpstan-type UpdatePaymentPageParams array{name?: string, interval?: int}
 * @phpstan-type ListPaymentScriptsParams array{limit?: int, cursor?: string, present?: bool}
 * @phpstan-type AuthorizePaymentScriptParams array{authorized: bool, justification: string, kind?: 'version'|'address'}
 * @phpstan-type ListPaymentLedgerParams array{limit?: int, cursor?: string, kind?: 'page_marked'|'page_unmarked'|'look'|'look_failed'|'script_added'|'script_changed'|'script_removed'|'header_changed'|'script_authorized'|'script_revoked'}
 * @phpstan-type ListReportSchedulesParams array{limit?: int, cursor?: string, website_id?: string}
 * @phpstan-type CreateReportScheduleParams array{name: string, cron?: string, every?: 'hourly'|'daily'|'weekly'|'monthly', time_zone?: string, kind?: 'executive'|'technical'|'comparison'|'portfolio'|'compliance', language?: 'en'|'de'|'fr', website_id?: string|null, group?: string|null, tag?: string|null, framework?: string|null, filter?: CreateReportScheduleParamsFilter|null, period_days?: int, formats?: list<'pdf'|'html'|'json'|'csv'|'sarif'>, recipients?: list<string>, message?: string, attach?: bool, link_days?: int, enabled?: bool, title?: string|null}
 * @phpstan-type CreateReportScheduleParamsFilter array{severity?: list<'critical'|'high'|'medium'|'low'|'info'>, status?: list<'open'|'reopened'|'fixed'|'accepted_risk'|'false_positive'>, confidence?: list<'confirmed'|'firm'|'tentative'>, type?: list<'vulnerability'|'misconfiguration'|'exposure'|'threat'|'information'>, check?: list<string>, kev?: bool}
 * @phpstan-type UpdateReportScheduleParams array{name?: string, cron?: string|null, every?: 'hourly'|'daily'|'weekly'|'monthly'|null, time_zone?: string|null, kind?: 'executive'|'technical'|'comparison'|'portfolio'|'compliance', language?: 'en'|'de'|'fr', website_id?: string|null, group?: string|null, tag?: string|null, framework?: string|null, filter?: UpdateReportScheduleParamsFilter|null, period_days?: int, formats?: list<'pdf'|'html'|'json'|'csv'|'sarif'>, recipients?: list<string>|null, message?: string|null, attach?: bool, link_days?: int|null, enabled?: bool, title?: string|null}
 * @phpstan-type UpdateReportScheduleParamsFilter array{severity?: list<'critical'|'high'|'medium'|'low'|'info'>, status?: list<'open'|'reopened'|'fixed'|'accepted_risk'|'false_positive'>, confidence?: list<'confirmed'|'firm'|'tentative'>, type?: list<'vulnerability'|'misconfiguration'|'exposure'|'threat'|'information'>, check?: list<string>, kev?: bool}
 * @phpstan-type ListReportRunsParams array{limit?: int, cursor?: string}
 * @phpstan-type ListReportDeliveriesParams array{limit?: int, cursor?: string, status?: 'pending'|'sent'|'failed'|'bounced'|'skipped', run_id?: string}
 * @phpstan-type ListWebhooksParams array{limit?: int, cursor?: string}
 * @phpstan-type CreateWebhookParams array{url: string, events: list<'scan.queued'|'scan.started'|'scan.completed'|'scan.failed'|'scan.canceled'|'vulnerability.detected'|'vulnerability.resolved'|'vulnerability.reopened'|'vulnerability.accepted'|'threat.detected'|'score.degraded'|'score.improved'|'monitor.down'|'monitor.recovered'|'certificate.expiring'|'certificate.changed'|'dns.changed'|'content.changed'|'scripts.changed'|'alert.opened'|'alert.resolved'|'alert_channel.disabled'|'compliance.changed'|'report.ready'|'report_schedule.disabled'|'report.failed'|'ticket.created'|'ticket.updated'|'payment_page.changed'|'website.created'|'website.verified'|'website.verification_lost'|'schedule.disabled'|'webhook.disabled'|'api_key.created'|'api_key.revoked'>, secret?: string, description?: string, api_version?: 'v1'}
 * @phpstan-type UpdateWebhookParams array{url?: string, events?: list<'scan.queued'|'scan.started'|'scan.completed'|'scan.failed'|'scan.canceled'|'vulnerability.detected'|'vulnerability.resolved'|'vulnerability.reopened'|'vulnerability.accepted'|'threat.detected'|'score.degraded'|'score.improved'|'monitor.down'|'monitor.recovered'|'certificate.expiring'|'certificate.changed'|'dns.changed'|'content.changed'|'scripts.changed'|'alert.opened'|'alert.resolved'|'alert_channel.disabled'|'compliance.changed'|'report.ready'|'report_schedule.disabled'|'report.failed'|'ticket.created'|'ticket.updated'|'payment_page.changed'|'website.created'|'website.verified'|'website.verification_lost'|'schedule.disabled'|'webhook.disabled'|'api_key.created'|'api_key.revoked'>, description?: string|null, enabled?: bool, api_version?: 'v1'}
 * @phpstan-type RotateWebhookSecretParams array{secret?: string}
 * @phpstan-type ListDeliveriesParams array{limit?: int, cursor?: string, status?: 'pending'|'succeeded'|'failed', event_type?: string, event_id?: string, replay_id?: string}
 * @phpstan-type ListWebhookReplaysParams array{limit?: int, cursor?: string}
 * @phpstan-type ReplayWebhookParams array{from: string, to?: string, events?: list<'scan.queued'|'scan.started'|'scan.completed'|'scan.failed'|'scan.canceled'|'vulnerability.detected'|'vulnerability.resolved'|'vulnerability.reopened'|'vulnerability.accepted'|'threat.detected'|'score.degraded'|'score.improved'|'monitor.down'|'monitor.recovered'|'certificate.expiring'|'certificate.changed'|'dns.changed'|'content.changed'|'scripts.changed'|'alert.opened'|'alert.resolved'|'alert_channel.disabled'|'compliance.changed'|'report.ready'|'report_schedule.disabled'|'report.failed'|'ticket.created'|'ticket.updated'|'payment_page.changed'|'website.created'|'website.verified'|'website.verification_lost'|'schedule.disabled'|'webhook.disabled'|'api_key.created'|'api_key.revoked'>}
 * @phpstan-type ListEventsParams array{limit?: int, cursor?: string, type?: 'scan.queued'|'scan.started'|'scan.completed'|'scan.failed'|'scan.canceled'|'vulnerability.detected'|'vulnerability.resolved'|'vulnerability.reopened'|'vulnerability.accepted'|'threat.detected'|'score.degraded'|'score.improved'|'monitor.down'|'monitor.recovered'|'certificate.expiring'|'certificate.changed'|'dns.changed'|'content.changed'|'scripts.changed'|'alert.opened'|'alert.resolved'|'alert_channel.disabled'|'compliance.changed'|'report.ready'|'report_schedule.disabled'|'report.failed'|'ticket.created'|'ticket.updated'|'payment_page.changed'|'website.created'|'website.verified'|'website.verification_lost'|'schedule.disabled'|'webhook.disabled'|'webhook.test'|'api_key.created'|'api_key.revoked'}
 * @phpstan-type ListChecksParams array{limit?: int, cursor?: string}
 * @phpstan-type ListFeedsParams array{limit?: int, cursor?: string}
 * @phpstan-type UpdateFeedsParams array{feeds?: list<'kev'|'retire'|'epss'|'endoflife'|'urlhaus'|'urlhaus-payloads'|'wordfence'|'badkeys'|'osv-bitnami'|'osv-packagist'|'osv-rubygems'|'osv-pypi'|'osv-maven'|'osv-nuget'|'osv-npm'>}
 * @phpstan-type ListApiKeysParams array{limit?: int, cursor?: string}
 * @phpstan-type CreateApiKeyParams array{name: string, mode?: 'live'|'test', scopes?: list<'organizations:read'|'organizations:write'|'users:read'|'users:write'|'sessions:read'|'sessions:write'|'api_keys:read'|'api_keys:write'|'websites:read'|'websites:write'|'scans:read'|'scans:write'|'schedules:read'|'schedules:write'|'vulnerabilities:read'|'vulnerabilities:write'|'monitors:read'|'monitors:write'|'alerts:read'|'alerts:write'|'alert_channels:read'|'alert_channels:write'|'policies:read'|'policies:write'|'compliance:read'|'compliance:write'|'reports:read'|'reports:write'|'integrations:read'|'integrations:write'|'tickets:read'|'tickets:write'|'webhooks:read'|'webhooks:write'|'events:read'|'events:write'|'usage:read'|'usage:write'|'audit_log:read'|'audit_log:write'|'checks:read'|'checks:write'|'feeds:read'|'feeds:write'|'metrics:read'|'exports:read'|'billing:write'>, allowed_cidrs?: list<string>, allowed_origins?: list<string>, expires_at?: string|null, force?: bool}
 * @phpstan-type UpdateApiKeyParams array{name?: string, scopes?: list<'organizations:read'|'organizations:write'|'users:read'|'users:write'|'sessions:read'|'sessions:write'|'api_keys:read'|'api_keys:write'|'websites:read'|'websites:write'|'scans:read'|'scans:write'|'schedules:read'|'schedules:write'|'vulnerabilities:read'|'vulnerabilities:write'|'monitors:read'|'monitors:write'|'alerts:read'|'alerts:write'|'alert_channels:read'|'alert_channels:write'|'policies:read'|'policies:write'|'compliance:read'|'compliance:write'|'reports:read'|'reports:write'|'integrations:read'|'integrations:write'|'tickets:read'|'tickets:write'|'webhooks:read'|'webhooks:write'|'events:read'|'events:write'|'usage:read'|'usage:write'|'audit_log:read'|'audit_log:write'|'checks:read'|'checks:write'|'feeds:read'|'feeds:write'|'metrics:read'|'exports:read'|'billing:write'>, allowed_cidrs?: list<string>|null, allowed_origins?: list<string>|null, expires_at?: string|null, force?: bool}
 * @phpstan-type RollApiKeyParams array{overlap_seconds?: int}
 * @phpstan-type ListOrganizationsParams array{limit?: int, cursor?: string}
 * @phpstan-type CreateOrganizationParams array{name: string, plan: 'starter'|'pro'|'business'|'enterprise', limits?: CreateOrganizationParamsLimits}
 * @phpstan-type CreateOrganizationParamsLimits array{requests_per_minute?: int|null, concurrent_scans?: int|null}
 * @phpstan-type UpdateOrganizationParams array{name?: string, plan?: 'starter'|'pro'|'business'|'enterprise', limits?: UpdateOrganizationParamsLimits, suspended?: bool, branding?: UpdateOrganizationParamsBranding, allowed_origins?: list<string>|null}
 * @phpstan-type UpdateOrganizationParamsLimits array{requests_per_minute?: int|null, concurrent_scans?: int|null}
 * @phpstan-type UpdateOrganizationParamsBranding array{name?: string|null, logo?: string|null, colors?: UpdateOrganizationParamsBrandingColors|null, mail_sender?: UpdateOrganizationParamsBrandingMailSender|null, report_footer?: string|null, domain?: string|null}
 * @phpstan-type UpdateOrganizationParamsBrandingColors array{primary: string, accent: string}
 * @phpstan-type UpdateOrganizationParamsBrandingMailSender array{name: string, address: string}
 * @phpstan-type ListUsersParams array{limit?: int, cursor?: string}
 * @phpstan-type UpdateUserParams array{role?: 'owner'|'admin'|'analyst'|'viewer'}
 * @phpstan-type ListInvitationsParams array{limit?: int, cursor?: string}
 * @phpstan-type CreateInvitationParams array{email: string, role: 'owner'|'admin'|'analyst'|'viewer'}
 * @phpstan-type ListSessionsParams array{limit?: int, cursor?: string, user_id?: string}
 * @phpstan-type ListAuditLogParams array{limit?: int, cursor?: string, key_id?: string, user_id?: string, operation?: string, object_id?: string, created_after?: string, created_before?: string}
 * @phpstan-type ExportAuditLogParams array{after_sequence?: string}
 */
final class Types
{
    /** Of this client and of the API that it was made from. */
    public const VERSION = '0.1.0';

    /** What an error says that happened; there may be others in a later version of the service. */
    public const ERROR_CODES = [
        'malformed_json',
        'validation_failed',
        'target_refused',
        'missing_api_key',
        'session_ended',
        'invalid_api_key',
        'invalid_signature',
        'insufficient_scope',
        'ip_not_allowed',
        'plan_without_api',
        'organization_suspended',
        'organization_not_parent',
        'organization_not_deletable',
        'domain_taken',
        'domain_not_set',
        'domain_not_here',
        'origin_not_allowed',
        'no_organization',
        'not_found',
        'route_not_found',
        'method_not_allowed',
        'website_exists',
        'group_exists',
        'website_not_verified',
        'verification_not_begun',
        'status_not_lawful',
        'vulnerability_merged',
        'vulnerabilities_not_mergeable',
        'places_not_separable',
        'monitor_not_possible',
        'alert_resolved',
        'scan_not_cancelable',
        'scans_not_comparable',
        'scan_not_done',
        'scan_type_unavailable',
        'webhook_disabled',
        'integration_disabled',
        'too_many_integrations',
        'ticket_exists',
        'vulnerability_not_open',
        'channel_disabled',
        'too_many_channels',
        'policy_in_use',
        'payment_page_exists',
        'payment_page_ended',
        'too_many_websites',
        'report_not_done',
        'too_many_reports',
        'too_many_report_schedules',
        'mail_not_configured',
        'last_owner',
        'already_member',
        'invitation_ended',
        'replay_under_way',
        'replay_too_large',
        'api_key_ended',
        'idempotency_key_in_use',
        'request_timeout',
        'gone',
        'results_expired',
        'precondition_failed',
        'body_too_large',
        'unsupported_media_type',
        'idempotency_key_reused',
        'headers_too_large',
        'rate_limited',
        'bad_request',
        'internal_error',
        'database_unavailable',
        'storage_unavailable',
        'shutting_down',
    ];
}
