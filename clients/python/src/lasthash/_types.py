# Made by `npm run clients`: do not edit.

from __future__ import annotations

from typing import Any, Literal

from ._model import Model

VERSION = "0.1.0"
"""Of this client and of the API that it was made from."""

ErrorCode = Literal[
    "malformed_json",
    "validation_failed",
    "target_refused",
    "missing_api_key",
    "session_ended",
    "invalid_api_key",
    "invalid_signature",
    "insufficient_scope",
    "ip_not_allowed",
    "plan_without_api",
    "organization_suspended",
    "organization_not_parent",
    "organization_not_deletable",
    "domain_taken",
    "domain_not_set",
    "domain_not_here",
    "origin_not_allowed",
    "no_organization",
    "not_found",
    "route_not_found",
    "method_not_allowed",
    "website_exists",
    "group_exists",
    "website_not_verified",
    "verification_not_begun",
    "status_not_lawful",
    "vulnerability_merged",
    "vulnerabilities_not_mergeable",
    "places_not_separable",
    "monitor_not_possible",
    "alert_resolved",
    "scan_not_cancelable",
    "scans_not_comparable",
    "scan_not_done",
    "scan_type_unavailable",
    "webhook_disabled",
    "integration_disabled",
    "too_many_integrations",
    "ticket_exists",
    "vulnerability_not_open",
    "channel_disabled",
    "too_many_channels",
    "policy_in_use",
    "payment_page_exists",
    "payment_page_ended",
    "too_many_websites",
    "report_not_done",
    "too_many_reports",
    "too_many_report_schedules",
    "mail_not_configured",
    "last_owner",
    "already_member",
    "invitation_ended",
    "replay_under_way",
    "replay_too_large",
    "api_key_ended",
    "idempotency_key_in_use",
    "request_timeout",
    "gone",
    "results_expired",
    "precondition_failed",
    "body_too_large",
    "unsupported_media_type",
    "idempotency_key_reused",
    "headers_too_large",
    "rate_limited",
    "bad_request",
    "internal_error",
    "database_unavailable",
    "storage_unavailable",
    "shutting_down",
]
"""What an error says that happened; there may be others in a later version of the service."""


class Website(Model):
    _nested = {
        "settings": "WebsiteSettings",
        "open_vulnerabilities": "WebsiteOpenVulnerabilities",
    }
    id: str
    url: str
    name: str
    tags: list[str]
    groups: list[str]
    """Identifiers of its groups."""
    criticality: str
    """How much depends on it, as you say."""
    settings: WebsiteSettings
    security_score: int | None
    grade: str | None
    score_version: int | None
    latest_scan_id: str | None
    open_vulnerabilities: WebsiteOpenVulnerabilities
    verified_at: str | None
    created_at: str
    updated_at: str


class WebsiteSettings(Model):
    """How its scans go about it. Values of headers, cookies, fields and steps, and the password, are stored encrypted and shown as “[hidden]”."""
    _nested = {
        "login": "WebsiteSettingsLogin",
        "allowed_hours": "WebsiteSettingsAllowedHours",
    }
    headers: dict[str, str]
    """Sent with every request to the website."""
    cookies: dict[str, str]
    login: WebsiteSettingsLogin | None
    include: list[str]
    """Paths that are crawled, as they begin; `*` is anything, `$` the end."""
    exclude: list[str]
    """Paths that are not: stronger than `include`."""
    requests_per_second: float | None
    concurrent_requests: int | None
    allowed_hours: WebsiteSettingsAllowedHours | None
    openapi_url: str | None
    user_agent_suffix: str | None
    obey_robots: bool
    """Leave out what robots.txt does. False unless told."""
    use_browser: bool
    """Open pages in a browser, too. True unless told."""


class WebsiteSettingsLogin(Model):
    """By a form (url, username, password) or by recorded steps."""
    _nested = {
        "steps": "WebsiteSettingsLoginStep",
    }
    url: str | None
    username: str | None
    password: str | None
    username_field: str | None
    password_field: str | None
    fields: dict[str, str] | None
    steps: list[WebsiteSettingsLoginStep] | None
    logged_in: str | None
    logged_out: str | None


class WebsiteSettingsLoginStep(Model):
    url: str
    method: str | None
    headers: dict[str, str] | None
    form: dict[str, str] | None
    body: str | None
    extract: dict[str, str] | None


class WebsiteSettingsAllowedHours(Model):
    """Scans begin only from `from` until before `to`, in this time zone (IANA); it may span midnight. Others wait in the queue: see `waits_until`."""
    from_: str
    """HH:MM."""
    to: str
    """HH:MM."""
    time_zone: str


class WebsiteOpenVulnerabilities(Model):
    critical: int
    high: int
    medium: int
    low: int
    info: int


class UpdateWebsitesResult(Model):
    _nested = {
        "results": "UpdateWebsitesResultResult",
    }
    results: list[UpdateWebsitesResultResult]


class UpdateWebsitesResultResult(Model):
    id: str
    status: int
    """What the change alone would have answered: 200 or 404."""
    code: str | None
    detail: str | None


class ScorePoint(Model):
    _nested = {
        "score_cap": "ScorePointScoreCap",
        "change": "ScorePointChange",
        "moved_by": "ScorePointMovedBy",
    }
    scan_id: str
    scan_type: str
    at: str
    security_score: int
    grade: str
    score_version: int
    """Scores of two versions say nothing about a change of the website."""
    score_cap: ScorePointScoreCap | None
    change: ScorePointChange | None
    moved_by: ScorePointMovedBy
    """Identifiers of vulnerabilities, at most 100 of each kind. `accepted`: accepted or marked false by people since the scan before it."""


class ScorePointScoreCap(Model):
    limit: int
    because: str


class ScorePointChange(Model):
    """Since the scan before it of the same type and score_version; null where there is none."""
    from_: int
    by: int
    scan_id: str


class ScorePointMovedBy(Model):
    """Identifiers of vulnerabilities, at most 100 of each kind. `accepted`: accepted or marked false by people since the scan before it."""
    new: list[str]
    fixed: list[str]
    reopened: list[str]
    accepted: list[str]


class WebsiteGroup(Model):
    id: str
    name: str
    description: str
    created_at: str
    updated_at: str


class WebsiteImport(Model):
    _nested = {
        "results": "WebsiteImportResult",
    }
    created: int
    exists: int
    invalid: int
    results: list[WebsiteImportResult]
    """One for each row, in order."""


class WebsiteImportResult(Model):
    row: int
    """From 1; the line that names the columns is not counted."""
    url: str
    """As it was given."""
    status: str
    """`exists`: its scheme, host and port are registered already, and stay as they are."""
    website_id: str | None
    detail: str | None


class Verification(Model):
    _nested = {
        "record": "VerificationRecord",
    }
    website_id: str
    status: str
    """Verified also by a verified website of a parent name: `covered_by` names that one."""
    method: str | None
    record: VerificationRecord | None
    covered_by: str | None
    verified_at: str | None
    checked_at: str | None
    failing_since: str | None
    failure: str | None


class VerificationRecord(Model):
    method: str
    place: str
    """The name of the TXT record, the address of the file, or the address of the page."""
    content: str
    """The record’s text, the file’s content, or the element for the page’s head."""


class Scan(Model):
    _nested = {
        "gate": "ScanGate",
        "score_cap": "ScanScoreCap",
        "vulnerabilities": "ScanVulnerabilities",
        "error": "ScanError",
    }
    id: str
    website_id: str
    url: str
    scan_type: str
    priority: str
    schedule_id: str | None
    policy_id: str | None
    gate: ScanGate | None
    status: str
    waits_until: str | None
    security_score: int | None
    grade: str | None
    score_version: int | None
    score_cap: ScanScoreCap | None
    vulnerabilities: ScanVulnerabilities
    """The very ones that the score weighs: confirmed or firm, neither accepted nor marked false."""
    scan_duration: int | None
    created_at: str
    started_at: str | None
    completed_at: str | None
    results_kept_until: str | None
    report_url: str
    """Opens in a browser."""
    error: ScanError | None


class ScanGate(Model):
    """How the policy that the scan names has judged it."""
    _nested = {
        "reasons": "ScanGateReason",
    }
    passed: bool
    policy_id: str
    reasons: list[ScanGateReason]


class ScanGateReason(Model):
    detail: str
    """A sentence."""
    vulnerability_ids: list[str]
    """Because of which, worst first; at most 50."""
    vulnerability_count: int
    """Of all of them; 0 where it is because of the scan itself."""


class ScanScoreCap(Model):
    """Set when a limit of 49 or 89 applied: then the impacts do not add up."""
    limit: int
    because: str


class ScanVulnerabilities(Model):
    """The very ones that the score weighs: confirmed or firm, neither accepted nor marked false."""
    critical: int
    high: int
    medium: int
    low: int
    info: int


class ScanError(Model):
    """Why a failed scan failed."""
    code: str
    message: str


class Vulnerability(Model):
    _nested = {
        "cvss": "VulnerabilityCvss",
        "locations": "VulnerabilityLocation",
        "seen_in": "VulnerabilitySeenIn",
        "proof": "VulnerabilityProof",
        "software": "VulnerabilitySoftware",
        "advisories": "VulnerabilityAdvisory",
        "merged_from": "VulnerabilityMergedFrom",
        "fingerprint_inputs": "VulnerabilityFingerprintInputs",
    }
    id: str
    website_id: str
    type: str
    severity: str
    confidence: str
    description: str
    remediation: str
    cve: str | None
    cwe: int | None
    cvss: VulnerabilityCvss | None
    check: str
    """The check that found it."""
    outcome: str
    """Which of the ways in which the check can fail."""
    status: str
    status_reason: str | None
    status_expires_at: str | None
    assignee: str | None
    merged_into: str | None
    split_from: str | None
    score_impact: float
    """Points that it took off the score of the scan that saw it."""
    locations: list[VulnerabilityLocation]
    location_count: int
    """Of all places; `locations` has at most 50 of them."""
    seen_in: list[VulnerabilitySeenIn] | None
    """Where a scan must look again before it counts as fixed: at most 50 places. None for what is of the website as a whole."""
    proof: VulnerabilityProof
    references: list[str]
    compliance: dict[str, list[str]]
    software: VulnerabilitySoftware | None
    advisories: list[VulnerabilityAdvisory] | None
    """The known flaws of that software, worst first."""
    merged_from: list[VulnerabilityMergedFrom] | None
    """What each part shows, where it is several that were merged."""
    fingerprint: str
    fingerprint_inputs: VulnerabilityFingerprintInputs
    detected_at: str
    """When the scan saw it."""
    first_seen_at: str
    last_seen_at: str
    fixed_at: str | None
    title: str


class VulnerabilityCvss(Model):
    vector: str
    score: float


class VulnerabilityLocation(Model):
    url: str
    method: str | None
    parameter: str | None


class VulnerabilitySeenIn(Model):
    kind: str
    url: str
    page: str | None
    """Of a script: the page that loads it."""


class VulnerabilityProof(Model):
    request: str | None
    response: str | None
    payload: str | None
    control: str | None
    curl: str | None
    observed: str | None


class VulnerabilitySoftware(Model):
    _nested = {
        "packages": "VulnerabilitySoftwarePackage",
    }
    key: str
    name: str
    version: str | None
    packages: list[VulnerabilitySoftwarePackage]


class VulnerabilitySoftwarePackage(Model):
    ecosystem: str
    name: str


class VulnerabilityAdvisory(Model):
    _nested = {
        "cvss": "VulnerabilityAdvisoryCvss",
        "epss": "VulnerabilityAdvisoryEpss",
        "feeds": "VulnerabilityAdvisoryFeed",
    }
    id: str
    cve: str | None
    severity: str
    summary: str
    fixed_in: str | None
    cvss: VulnerabilityAdvisoryCvss | None
    epss: VulnerabilityAdvisoryEpss | None
    exploited_since: str | None
    references: list[str]
    feeds: list[VulnerabilityAdvisoryFeed]
    """Who tells of it, and of what day that is."""


class VulnerabilityAdvisoryCvss(Model):
    vector: str
    score: float


class VulnerabilityAdvisoryEpss(Model):
    score: float
    percentile: float
    date: str


class VulnerabilityAdvisoryFeed(Model):
    name: str
    date: str


class VulnerabilityMergedFrom(Model):
    _nested = {
        "fingerprint_inputs": "VulnerabilityMergedFromFingerprintInputs",
        "locations": "VulnerabilityMergedFromLocation",
        "seen_in": "VulnerabilityMergedFromSeenIn",
        "proof": "VulnerabilityMergedFromProof",
        "software": "VulnerabilityMergedFromSoftware",
    }
    check: str
    outcome: str
    severity: str
    fingerprint: str
    fingerprint_inputs: VulnerabilityMergedFromFingerprintInputs
    locations: list[VulnerabilityMergedFromLocation]
    location_count: int
    seen_in: list[VulnerabilityMergedFromSeenIn] | None
    proof: VulnerabilityMergedFromProof
    software: VulnerabilityMergedFromSoftware | None
    title: str


class VulnerabilityMergedFromFingerprintInputs(Model):
    check: str
    outcome: str
    origin: str
    path: str | None
    parameter: str | None


class VulnerabilityMergedFromLocation(Model):
    url: str
    method: str | None
    parameter: str | None


class VulnerabilityMergedFromSeenIn(Model):
    kind: str
    url: str
    page: str | None
    """Of a script: the page that loads it."""


class VulnerabilityMergedFromProof(Model):
    request: str | None
    response: str | None
    payload: str | None
    control: str | None
    curl: str | None
    observed: str | None


class VulnerabilityMergedFromSoftware(Model):
    _nested = {
        "packages": "VulnerabilityMergedFromSoftwarePackage",
    }
    key: str
    name: str
    version: str | None
    packages: list[VulnerabilityMergedFromSoftwarePackage]


class VulnerabilityMergedFromSoftwarePackage(Model):
    ecosystem: str
    name: str


class VulnerabilityFingerprintInputs(Model):
    check: str
    outcome: str
    origin: str
    path: str | None
    parameter: str | None


class Coverage(Model):
    _nested = {
        "checks": "CoverageCheck",
        "sources": "CoverageSource",
        "crawl": "CoverageCrawl",
        "tls": "CoverageTls",
        "login": "CoverageLogin",
        "software": "Software",
        "spent": "CoverageSpent",
        "budget": "CoverageBudget",
    }
    scan_id: str
    checks: list[CoverageCheck]
    sources: list[CoverageSource]
    pages: list[str]
    """Addresses of the pages that were judged, at most the first 1,000."""
    crawl: CoverageCrawl | None
    tls: CoverageTls | None
    login: CoverageLogin | None
    """Where a log-in was asked for: how often it was made, and why there is no session."""
    software: list[Software] | None
    """What the website runs and serves."""
    spent: CoverageSpent
    budget: CoverageBudget
    looked_at: str | None
    """Digests of all places that were looked at, for comparisons; in base64."""


class CoverageCheck(Model):
    check: str
    status: str
    reason: str
    """Why it was skipped, could not be asked, or broke; empty otherwise."""
    outcomes: list[str]


class CoverageSource(Model):
    name: str
    gathered: bool
    reason: str
    duration_ms: float


class CoverageCrawl(Model):
    _nested = {
        "parameters": "CoverageCrawlParameter",
        "browser": "CoverageCrawlBrowser",
    }
    pages: int
    scripts: int
    parameters: list[CoverageCrawlParameter]
    """The first 500."""
    parameter_count: int
    not_followed: dict[str, int]
    """How many addresses were seen and not asked for, by reason."""
    other_answers: dict[str, int]
    """Answers that were no page, by status or what happened instead."""
    browser: CoverageCrawlBrowser
    limits: list[str]
    """What ended the crawl or cut it short."""


class CoverageCrawlParameter(Model):
    url: str
    method: str
    name: str
    in_: str
    source: str


class CoverageCrawlBrowser(Model):
    used: bool
    reason: str
    """Why none was used; empty otherwise."""
    pages: int
    requests: int


class CoverageTls(Model):
    """The full picture of the server’s TLS."""
    _nested = {
        "parts": "CoverageTlsParts",
        "versions": "CoverageTlsVersion",
        "sessions": "CoverageTlsSessions",
        "server_name": "CoverageTlsServerName",
    }
    grade: str | None
    """As SSL Labs would grade the server. T: not trusted. M: made out to another host."""
    score: float | None
    parts: CoverageTlsParts | None
    because: list[str]
    """What kept the grade from being better."""
    versions: list[CoverageTlsVersion]
    """Every version and suite that the server accepts, newest first."""
    groups: list[str]
    post_quantum: str | None
    alpn: list[str]
    sessions: CoverageTlsSessions
    server_name: CoverageTlsServerName | None
    stapled: bool


class CoverageTlsParts(Model):
    protocols: float
    key_exchange: float
    ciphers: float


class CoverageTlsVersion(Model):
    _nested = {
        "suites": "CoverageTlsVersionSuite",
    }
    version: str
    order: str | None
    """Whose order decides."""
    suites: list[CoverageTlsVersionSuite]
    complete: bool
    """False where the search had to stop early."""


class CoverageTlsVersionSuite(Model):
    name: str
    group: str | None
    key_bits: float | None


class CoverageTlsSessions(Model):
    by_id: bool | None
    by_ticket: bool | None
    ticket_lifetime: float | None
    tls13_tickets: float | None
    tls13_lifetime: float | None
    early_data: float | None


class CoverageTlsServerName(Model):
    without: str
    unknown: str


class CoverageLogin(Model):
    logins: int
    reason: str


class Software(Model):
    _nested = {
        "packages": "SoftwarePackage",
        "locations": "SoftwareLocation",
    }
    key: str
    """Stable over versions, such as `jquery` or `wordpress-plugin:akismet`."""
    name: str
    category: str
    vendor: str | None
    site: str
    packages: list[SoftwarePackage]
    """What it is called where vulnerabilities are listed."""
    version: str | None
    precision: str | None
    confidence: int
    """Percent: that it is there."""
    version_confidence: int
    """Percent: that this is its version."""
    packaged: str | None
    locations: list[SoftwareLocation]
    location_count: int
    endoflife: str | None


class SoftwarePackage(Model):
    ecosystem: str
    name: str


class SoftwareLocation(Model):
    url: str
    signal: str
    seen: str


class CoverageSpent(Model):
    requests: int
    handshakes: int
    dns_queries: int


class CoverageBudget(Model):
    requests: int
    handshakes: int
    dns_queries: int


class ScanDocument(Model):
    _nested = {
        "scan": "Scan",
        "vulnerabilities": "Vulnerability",
        "coverage": "ScanDocumentCoverage",
    }
    scan: Scan
    vulnerabilities: list[Vulnerability]
    coverage: ScanDocumentCoverage


class ScanDocumentCoverage(Model):
    _nested = {
        "checks": "ScanDocumentCoverageCheck",
        "sources": "ScanDocumentCoverageSource",
        "crawl": "ScanDocumentCoverageCrawl",
        "tls": "ScanDocumentCoverageTls",
        "login": "ScanDocumentCoverageLogin",
        "software": "Software",
        "spent": "ScanDocumentCoverageSpent",
        "budget": "ScanDocumentCoverageBudget",
    }
    checks: list[ScanDocumentCoverageCheck]
    sources: list[ScanDocumentCoverageSource]
    pages: list[str]
    """Addresses of the pages that were judged, at most the first 1,000."""
    crawl: ScanDocumentCoverageCrawl | None
    tls: ScanDocumentCoverageTls | None
    login: ScanDocumentCoverageLogin | None
    """Where a log-in was asked for: how often it was made, and why there is no session."""
    software: list[Software] | None
    """What the website runs and serves."""
    spent: ScanDocumentCoverageSpent
    budget: ScanDocumentCoverageBudget
    looked_at: str | None
    """Digests of all places that were looked at, for comparisons; in base64."""


class ScanDocumentCoverageCheck(Model):
    check: str
    status: str
    reason: str
    """Why it was skipped, could not be asked, or broke; empty otherwise."""
    outcomes: list[str]


class ScanDocumentCoverageSource(Model):
    name: str
    gathered: bool
    reason: str
    duration_ms: float


class ScanDocumentCoverageCrawl(Model):
    _nested = {
        "parameters": "ScanDocumentCoverageCrawlParameter",
        "browser": "ScanDocumentCoverageCrawlBrowser",
    }
    pages: int
    scripts: int
    parameters: list[ScanDocumentCoverageCrawlParameter]
    """The first 500."""
    parameter_count: int
    not_followed: dict[str, int]
    """How many addresses were seen and not asked for, by reason."""
    other_answers: dict[str, int]
    """Answers that were no page, by status or what happened instead."""
    browser: ScanDocumentCoverageCrawlBrowser
    limits: list[str]
    """What ended the crawl or cut it short."""


class ScanDocumentCoverageCrawlParameter(Model):
    url: str
    method: str
    name: str
    in_: str
    source: str


class ScanDocumentCoverageCrawlBrowser(Model):
    used: bool
    reason: str
    """Why none was used; empty otherwise."""
    pages: int
    requests: int


class ScanDocumentCoverageTls(Model):
    """The full picture of the server’s TLS."""
    _nested = {
        "parts": "ScanDocumentCoverageTlsParts",
        "versions": "ScanDocumentCoverageTlsVersion",
        "sessions": "ScanDocumentCoverageTlsSessions",
        "server_name": "ScanDocumentCoverageTlsServerName",
    }
    grade: str | None
    """As SSL Labs would grade the server. T: not trusted. M: made out to another host."""
    score: float | None
    parts: ScanDocumentCoverageTlsParts | None
    because: list[str]
    """What kept the grade from being better."""
    versions: list[ScanDocumentCoverageTlsVersion]
    """Every version and suite that the server accepts, newest first."""
    groups: list[str]
    post_quantum: str | None
    alpn: list[str]
    sessions: ScanDocumentCoverageTlsSessions
    server_name: ScanDocumentCoverageTlsServerName | None
    stapled: bool


class ScanDocumentCoverageTlsParts(Model):
    protocols: float
    key_exchange: float
    ciphers: float


class ScanDocumentCoverageTlsVersion(Model):
    _nested = {
        "suites": "ScanDocumentCoverageTlsVersionSuite",
    }
    version: str
    order: str | None
    """Whose order decides."""
    suites: list[ScanDocumentCoverageTlsVersionSuite]
    complete: bool
    """False where the search had to stop early."""


class ScanDocumentCoverageTlsVersionSuite(Model):
    name: str
    group: str | None
    key_bits: float | None


class ScanDocumentCoverageTlsSessions(Model):
    by_id: bool | None
    by_ticket: bool | None
    ticket_lifetime: float | None
    tls13_tickets: float | None
    tls13_lifetime: float | None
    early_data: float | None


class ScanDocumentCoverageTlsServerName(Model):
    without: str
    unknown: str


class ScanDocumentCoverageLogin(Model):
    logins: int
    reason: str


class ScanDocumentCoverageSpent(Model):
    requests: int
    handshakes: int
    dns_queries: int


class ScanDocumentCoverageBudget(Model):
    requests: int
    handshakes: int
    dns_queries: int


class Evidence(Model):
    _nested = {
        "locations": "EvidenceLocation",
        "proof": "EvidenceProof",
        "fingerprint_inputs": "EvidenceFingerprintInputs",
        "check": "EvidenceCheck",
    }
    scan_id: str
    vulnerability_id: str
    outcome: str
    detected_at: str
    locations: list[EvidenceLocation]
    location_count: int
    """Of all places; `locations` has at most 50 of them."""
    proof: EvidenceProof
    fingerprint: str
    fingerprint_inputs: EvidenceFingerprintInputs
    check: EvidenceCheck | None
    """What the check answered in this scan; null where its coverage is kept no longer."""
    title: str


class EvidenceLocation(Model):
    url: str
    method: str | None
    parameter: str | None


class EvidenceProof(Model):
    request: str | None
    response: str | None
    payload: str | None
    control: str | None
    curl: str | None
    observed: str | None


class EvidenceFingerprintInputs(Model):
    check: str
    outcome: str
    origin: str
    path: str | None
    parameter: str | None


class EvidenceCheck(Model):
    check: str
    status: str
    reason: str
    outcomes: list[str]


class ScanDiff(Model):
    _nested = {
        "from": "ScanDiffFrom",
        "to": "ScanDiffTo",
        "new": "ScanDiffNew",
        "fixed": "ScanDiffFixed",
        "regressed": "ScanDiffRegressed",
        "unchanged": "ScanDiffUnchanged",
        "not_tested": "ScanDiffNotTested",
    }
    website_id: str
    from_: ScanDiffFrom
    to: ScanDiffTo
    comparable: bool
    """Whether both are of the same type and score_version, so that their scores may be compared."""
    new: list[ScanDiffNew]
    fixed: list[ScanDiffFixed]
    regressed: list[ScanDiffRegressed]
    unchanged: list[ScanDiffUnchanged]
    not_tested: list[ScanDiffNotTested]


class ScanDiffFrom(Model):
    scan_id: str
    security_score: int | None


class ScanDiffTo(Model):
    scan_id: str
    security_score: int | None


class ScanDiffNew(Model):
    id: str
    type: str
    severity: str
    confidence: str
    check: str
    outcome: str
    status: str
    title: str


class ScanDiffFixed(Model):
    id: str
    type: str
    severity: str
    confidence: str
    check: str
    outcome: str
    status: str
    title: str


class ScanDiffRegressed(Model):
    id: str
    type: str
    severity: str
    confidence: str
    check: str
    outcome: str
    status: str
    title: str


class ScanDiffUnchanged(Model):
    id: str
    type: str
    severity: str
    confidence: str
    check: str
    outcome: str
    status: str
    title: str


class ScanDiffNotTested(Model):
    id: str
    type: str
    severity: str
    confidence: str
    check: str
    outcome: str
    status: str
    title: str


class Schedule(Model):
    _nested = {
        "window": "ScheduleWindow",
    }
    id: str
    website_id: str
    cron: str | None
    every: str | None
    time_zone: str
    window: ScheduleWindow | None
    jitter: int
    scan_type: str
    priority: str
    enabled: bool
    disabled_reason: str | None
    next_runs: list[str]
    """The next five, jitter included; none while it is switched off."""
    last_run_at: str | None
    last_scan_id: str | None
    consecutive_failures: int
    """Scans in a row that failed; at five it is switched off."""
    created_at: str
    updated_at: str


class ScheduleWindow(Model):
    """Scans begin only from `from` until before `to`, in the time zone; it may span midnight."""
    from_: str
    """HH:MM."""
    to: str
    """HH:MM."""


class UpdateVulnerabilitiesResult(Model):
    _nested = {
        "results": "UpdateVulnerabilitiesResultResult",
    }
    results: list[UpdateVulnerabilitiesResultResult]


class UpdateVulnerabilitiesResultResult(Model):
    id: str
    status: int
    """What the change alone would have answered."""
    code: str | None
    detail: str | None


class Change(Model):
    field: str
    before: str | None
    after: str | None
    reason: str | None
    author: str
    """The id of the key, the scan or the verification, or `expiry`."""
    created_at: str


class Comment(Model):
    id: str
    vulnerability_id: str
    author: str
    """The id of the key."""
    body: str
    created_at: str


class VulnerabilityVerification(Model):
    id: str
    vulnerability_id: str
    website_id: str
    status: str
    result: str | None
    reason: str | None
    requested_by: str
    """The id of the key."""
    created_at: str
    started_at: str | None
    completed_at: str | None


class ListVulnerabilityFingerprintsItem(Model):
    _nested = {
        "fingerprint_inputs": "ListVulnerabilityFingerprintsItemFingerprintInputs",
    }
    vulnerability_id: str
    fingerprint: str
    """SHA-256, in hex, of the JSON array of its inputs in this order."""
    fingerprint_inputs: ListVulnerabilityFingerprintsItemFingerprintInputs
    split_path: str | None


class ListVulnerabilityFingerprintsItemFingerprintInputs(Model):
    check: str
    outcome: str
    origin: str
    path: str | None
    parameter: str | None


class Overview(Model):
    _nested = {
        "websites": "OverviewWebsites",
        "security_score": "OverviewSecurityScore",
        "vulnerabilities": "OverviewVulnerabilities",
        "activity": "OverviewActivity",
        "worst": "OverviewWorst",
        "most_improved": "OverviewMostImproved",
        "certificates_expiring": "OverviewCertificatesExpiring",
        "monitors": "OverviewMonitors",
        "scans": "OverviewScans",
        "tenants": "OverviewTenant",
    }
    object: Literal["overview"]
    from_: str
    to: str
    websites: OverviewWebsites
    security_score: OverviewSecurityScore
    grades: dict[str, int]
    """Websites by grade, now; `none` has no score yet."""
    vulnerabilities: OverviewVulnerabilities
    """Now. `by_severity` counts what is open or reopened."""
    activity: OverviewActivity
    mean_time_to_fix: int | None
    worst: list[OverviewWorst]
    """The five with the lowest scores, now."""
    most_improved: list[OverviewMostImproved]
    """The five that won most, their first scan not counted."""
    certificates_expiring: list[OverviewCertificatesExpiring]
    """Those that end within 30 days, or have ended: the first 20."""
    monitors: OverviewMonitors
    scans: OverviewScans
    tenants: list[OverviewTenant] | None


class OverviewWebsites(Model):
    total: int
    scored: int
    """Those that were scanned, and so have a score."""


class OverviewSecurityScore(Model):
    _nested = {
        "trend": "OverviewSecurityScoreTrend",
    }
    average: float | None
    change: float | None
    trend: list[OverviewSecurityScoreTrend]
    """At the end of each day."""


class OverviewSecurityScoreTrend(Model):
    date: str
    average: float | None
    websites: int


class OverviewVulnerabilities(Model):
    """Now. `by_severity` counts what is open or reopened."""
    _nested = {
        "by_severity": "OverviewVulnerabilitiesBySeverity",
        "by_status": "OverviewVulnerabilitiesByStatus",
        "by_status_and_severity": "OverviewVulnerabilitiesByStatusAndSeverity",
    }
    by_severity: OverviewVulnerabilitiesBySeverity
    by_status: OverviewVulnerabilitiesByStatus
    by_status_and_severity: OverviewVulnerabilitiesByStatusAndSeverity


class OverviewVulnerabilitiesBySeverity(Model):
    critical: int
    high: int
    medium: int
    low: int
    info: int


class OverviewVulnerabilitiesByStatus(Model):
    open: int
    reopened: int
    fixed: int
    accepted_risk: int
    false_positive: int


class OverviewVulnerabilitiesByStatusAndSeverity(Model):
    _nested = {
        "open": "OverviewVulnerabilitiesByStatusAndSeverityOpen",
        "reopened": "OverviewVulnerabilitiesByStatusAndSeverityReopened",
        "fixed": "OverviewVulnerabilitiesByStatusAndSeverityFixed",
        "accepted_risk": "OverviewVulnerabilitiesByStatusAndSeverityAcceptedRisk",
        "false_positive": "OverviewVulnerabilitiesByStatusAndSeverityFalsePositive",
    }
    open: OverviewVulnerabilitiesByStatusAndSeverityOpen
    reopened: OverviewVulnerabilitiesByStatusAndSeverityReopened
    fixed: OverviewVulnerabilitiesByStatusAndSeverityFixed
    accepted_risk: OverviewVulnerabilitiesByStatusAndSeverityAcceptedRisk
    false_positive: OverviewVulnerabilitiesByStatusAndSeverityFalsePositive


class OverviewVulnerabilitiesByStatusAndSeverityOpen(Model):
    critical: int
    high: int
    medium: int
    low: int
    info: int


class OverviewVulnerabilitiesByStatusAndSeverityReopened(Model):
    critical: int
    high: int
    medium: int
    low: int
    info: int


class OverviewVulnerabilitiesByStatusAndSeverityFixed(Model):
    critical: int
    high: int
    medium: int
    low: int
    info: int


class OverviewVulnerabilitiesByStatusAndSeverityAcceptedRisk(Model):
    critical: int
    high: int
    medium: int
    low: int
    info: int


class OverviewVulnerabilitiesByStatusAndSeverityFalsePositive(Model):
    critical: int
    high: int
    medium: int
    low: int
    info: int


class OverviewActivity(Model):
    _nested = {
        "days": "OverviewActivityDay",
    }
    new: int
    fixed: int
    reopened: int
    days: list[OverviewActivityDay]
    """Every day of the span."""


class OverviewActivityDay(Model):
    date: str
    new: int
    fixed: int
    reopened: int


class OverviewWorst(Model):
    website_id: str
    url: str
    name: str
    security_score: int
    grade: str | None


class OverviewMostImproved(Model):
    website_id: str
    url: str
    name: str
    security_score: int
    grade: str | None
    change: int
    """Points won in the span."""


class OverviewCertificatesExpiring(Model):
    website_id: str
    url: str
    not_after: str | None


class OverviewMonitors(Model):
    up: int
    degraded: int
    down: int
    unknown: int
    pending: int
    disabled: int


class OverviewScans(Model):
    queued: int
    running: int


class OverviewTenant(Model):
    _nested = {
        "open": "OverviewTenantOpen",
    }
    organization_id: str
    name: str
    websites: int
    security_score: float | None
    open: OverviewTenantOpen


class OverviewTenantOpen(Model):
    critical: int
    high: int
    medium: int
    low: int
    info: int


class Monitor(Model):
    _nested = {
        "thresholds": "MonitorThresholds",
    }
    id: str
    website_id: str
    kind: str
    interval: int
    """Seconds between two looks. Default 300; of malware 3600, and at least 300; of domain 86400, and at least 3600."""
    thresholds: MonitorThresholds
    enabled: bool
    status: str
    """`pending`: not looked at yet. `degraded`: there, but something is wrong. `unknown`: nobody can say, as when the fault is ours. An alarm is raised only when a second look shows the same."""
    fault: str | None
    detail: str | None
    causes: list[str]
    """What alarms were raised for and has not gone since."""
    reading: dict[str, Any] | None
    checked_at: str | None
    status_changed_at: str | None
    next_check_at: str | None
    created_at: str
    updated_at: str


class MonitorThresholds(Model):
    timeout_ms: int | None
    """uptime: milliseconds for connecting, and again for the answer. Default 10000."""
    max_response_ms: int | None
    """uptime: slower than this is an alarm. Default: none."""
    expected_status: list[int] | None
    """uptime: the good answers. Default: 200 to 399, and 401, 403 and 429."""
    expiry_days: int | None
    """certificate, domain: days before its end. Default 21 and 30."""
    required_headers: list[str] | None
    """headers: security headers that have to be there, besides those that were seen before."""
    max_change_percent: int | None
    """content: how much of the text may change. Default 30."""
    min_score: int | None
    """score: lower is an alarm."""
    max_drop: int | None
    """score: falling by more is an alarm. Default 9."""


class MonitorHistory(Model):
    _nested = {
        "total": "MonitorHistoryTotal",
        "hours": "MonitorHistoryHour",
        "days": "MonitorHistoryDay",
    }
    monitor_id: str
    from_: str
    to: str
    total: MonitorHistoryTotal
    hours: list[MonitorHistoryHour]
    """Oldest first; those without a look are left out. Empty with `step=day`."""
    days: list[MonitorHistoryDay]
    """Likewise, with `step=day`; else empty."""


class MonitorHistoryTotal(Model):
    _nested = {
        "response_ms": "MonitorHistoryTotalResponseMs",
    }
    checks: int
    up: int
    down: int
    unknown: int
    """Looks that came to nothing by no fault of the website: they count for neither."""
    uptime_percent: float | None
    response_ms: MonitorHistoryTotalResponseMs


class MonitorHistoryTotalResponseMs(Model):
    p50: int | None
    p95: int | None
    p99: int | None


class MonitorHistoryHour(Model):
    _nested = {
        "response_ms": "MonitorHistoryHourResponseMs",
    }
    hour: str
    checks: int
    up: int
    down: int
    unknown: int
    """Looks that came to nothing by no fault of the website: they count for neither."""
    uptime_percent: float | None
    response_ms: MonitorHistoryHourResponseMs


class MonitorHistoryHourResponseMs(Model):
    p50: int | None
    p95: int | None
    p99: int | None


class MonitorHistoryDay(Model):
    _nested = {
        "response_ms": "MonitorHistoryDayResponseMs",
    }
    day: str
    """UTC."""
    checks: int
    up: int
    down: int
    unknown: int
    """Looks that came to nothing by no fault of the website: they count for neither."""
    uptime_percent: float | None
    response_ms: MonitorHistoryDayResponseMs


class MonitorHistoryDayResponseMs(Model):
    p50: int | None
    p95: int | None
    p99: int | None


class Alert(Model):
    id: str
    website_id: str
    monitor_id: str | None
    kind: str
    """Which kind of monitor it is of: `uptime`, `certificate`, `headers`, `dns`, `content`, `scripts`, `score`, `malware`, `domain`; `policy`: a scan fails one that an alert channel names; `compliance`: a website drifts from a framework that is followed, or a payment page has changed or cannot be looked at; `schedule`: one was switched off after failures; or `monitoring`: it has stopped itself. More may come."""
    cause: str
    """`down`, `slow`, `certificate_expiring`, `certificate_changed`, `headers_missing`, `dns_changed`, `content_changed`, `scripts_changed`, `score_low`, `malware`, `blocklisted`, `domain_expiring`, `domain_held`, `monitoring_stopped`, `policy:` and the id of the policy, `compliance:` and the id of the framework, `schedule:` and the id of the schedule; more may come."""
    severity: str
    status: str
    summary: str
    data: dict[str, Any]
    """What was seen; what changed, before and after."""
    occurrences: int
    """How often it was raised while it was open."""
    last_seen_at: str
    acknowledged_at: str | None
    acknowledged_by: str | None
    resolved_at: str | None
    resolved_by: str | None
    created_at: str
    updated_at: str


class AlertChannel(Model):
    _nested = {
        "settings": "AlertChannelSettings",
        "filter": "AlertChannelFilter",
        "quiet_hours": "AlertChannelQuietHours",
        "digest": "AlertChannelDigest",
    }
    id: str
    name: str
    kind: str
    settings: AlertChannelSettings
    filter: AlertChannelFilter
    """Which alerts are told here: those that meet all that is set."""
    quiet_hours: AlertChannelQuietHours | None
    digest: AlertChannelDigest
    critical_at_once: bool
    """Whether critical alerts are told at once, also in quiet hours and beside a digest. Default true."""
    enabled: bool
    disabled_reason: str | None
    failing_since: str | None
    last_error: str | None
    created_at: str
    updated_at: str


class AlertChannelSettings(Model):
    to: list[str] | None
    url: str | None
    """Of slack and teams only the host: the rest is secret."""
    routing_key_last_four: str | None
    region: str | None
    base_url: str | None


class AlertChannelFilter(Model):
    """Which alerts are told here: those that meet all that is set."""
    min_severity: str | None
    """Only alerts as bad as this, or worse. Default: all."""
    kinds: list[str] | None
    """Only alerts that these kinds of monitors raise; `policy`: scans that fail a policy; `schedule`: that one was switched off; `monitoring`: that monitoring itself has stopped. Default: all."""
    policy_id: str | None
    """Scans of these websites that fail this policy open an alert of kind `policy`; of that kind, no other is told here."""
    website_ids: list[str] | None
    """Only alerts of these websites, and of those with one of `tags`. Default: all."""
    tags: list[str] | None


class AlertChannelQuietHours(Model):
    """Each day from one time to another, which may be on the next day. What happens then is told at their end, in one digest."""
    from_: str
    """HH:MM."""
    to: str
    """HH:MM."""
    time_zone: str
    """Of the IANA database, as Europe/Berlin."""


class AlertChannelDigest(Model):
    every: str
    """When alerts are told: at once, each by itself; or gathered, at each full hour or once a day."""
    at: str | None
    """daily: at this time. Default 08:00."""
    time_zone: str | None
    """daily: of `at`. Default UTC."""


class AlertChannelCreated(Model):
    _nested = {
        "settings": "AlertChannelCreatedSettings",
        "filter": "AlertChannelCreatedFilter",
        "quiet_hours": "AlertChannelCreatedQuietHours",
        "digest": "AlertChannelCreatedDigest",
    }
    id: str
    name: str
    kind: str
    settings: AlertChannelCreatedSettings
    filter: AlertChannelCreatedFilter
    """Which alerts are told here: those that meet all that is set."""
    quiet_hours: AlertChannelCreatedQuietHours | None
    digest: AlertChannelCreatedDigest
    critical_at_once: bool
    """Whether critical alerts are told at once, also in quiet hours and beside a digest. Default true."""
    enabled: bool
    disabled_reason: str | None
    failing_since: str | None
    last_error: str | None
    created_at: str
    updated_at: str
    secret: str | None
    """webhook: in its `whsec_` form, this once: what the Standard Webhooks libraries take."""


class AlertChannelCreatedSettings(Model):
    to: list[str] | None
    url: str | None
    """Of slack and teams only the host: the rest is secret."""
    routing_key_last_four: str | None
    region: str | None
    base_url: str | None


class AlertChannelCreatedFilter(Model):
    """Which alerts are told here: those that meet all that is set."""
    min_severity: str | None
    """Only alerts as bad as this, or worse. Default: all."""
    kinds: list[str] | None
    """Only alerts that these kinds of monitors raise; `policy`: scans that fail a policy; `schedule`: that one was switched off; `monitoring`: that monitoring itself has stopped. Default: all."""
    policy_id: str | None
    """Scans of these websites that fail this policy open an alert of kind `policy`; of that kind, no other is told here."""
    website_ids: list[str] | None
    """Only alerts of these websites, and of those with one of `tags`. Default: all."""
    tags: list[str] | None


class AlertChannelCreatedQuietHours(Model):
    """Each day from one time to another, which may be on the next day. What happens then is told at their end, in one digest."""
    from_: str
    """HH:MM."""
    to: str
    """HH:MM."""
    time_zone: str
    """Of the IANA database, as Europe/Berlin."""


class AlertChannelCreatedDigest(Model):
    every: str
    """When alerts are told: at once, each by itself; or gathered, at each full hour or once a day."""
    at: str | None
    """daily: at this time. Default 08:00."""
    time_zone: str | None
    """daily: of `at`. Default UTC."""


class ChannelDeliveryWithAttempts(Model):
    _nested = {
        "attempts": "ChannelDeliveryAttempt",
    }
    id: str
    channel_id: str
    kind: str
    alert_ids: list[str]
    """What it tells of, oldest first; none of a test."""
    status: str
    attempt_count: int
    next_attempt_at: str | None
    created_at: str
    completed_at: str | None
    attempts: list[ChannelDeliveryAttempt]


class ChannelDeliveryAttempt(Model):
    number: int
    attempted_at: str
    duration_ms: int
    request: dict[str, Any]
    """Without what is secret."""
    response: dict[str, Any] | None
    error: str | None


class ChannelDelivery(Model):
    id: str
    channel_id: str
    kind: str
    alert_ids: list[str]
    """What it tells of, oldest first; none of a test."""
    status: str
    attempt_count: int
    next_attempt_at: str | None
    created_at: str
    completed_at: str | None


class Policy(Model):
    _nested = {
        "fail_when": "PolicyFailWhen",
    }
    id: str
    name: str
    description: str
    fail_when: PolicyFailWhen
    """What makes a scan fail. All fields of one object are met by the same vulnerability; what is said of the score and the website is of the scan. Vulnerabilities that were accepted or marked as false never count, nor do `info` ones unless `severity` says so."""
    created_at: str
    updated_at: str


class PolicyFailWhen(Model):
    """What makes a scan fail. All fields of one object are met by the same vulnerability; what is said of the score and the website is of the scan. Vulnerabilities that were accepted or marked as false never count, nor do `info` ones unless `severity` says so."""
    _nested = {
        "compliance": "PolicyFailWhenCompliance",
        "all": "PolicyFailWhenAll",
        "any": "PolicyFailWhenAny",
    }
    severity: str | None
    """A vulnerability so bad, or worse."""
    confidence: str | None
    """So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do."""
    new: bool | None
    """true: seen by this scan for the first time, or back again. false: known before."""
    type: list[str] | None
    kev: bool | None
    """Whether CISA lists a flaw of it as exploited."""
    age_days: int | None
    """Known for so many days, or longer."""
    compliance: PolicyFailWhenCompliance | None
    """A vulnerability that speaks to a requirement of the framework."""
    score_below: int | None
    """The scan’s score is lower."""
    score_dropped_by: int | None
    """The score is lower by so much, or more, than that of the last scan of the same type and rules."""
    website_tags: list[str] | None
    """The website has one of these tags."""
    website_criticality: str | None
    """The website is so critical, or more."""
    all: list[PolicyFailWhenAll] | None
    """Each of them is met."""
    any: list[PolicyFailWhenAny] | None
    """One of them is met."""


class PolicyFailWhenCompliance(Model):
    """A vulnerability that speaks to a requirement of the framework."""
    framework: str
    """As in a vulnerability’s `compliance`."""
    requirements: list[str] | None
    """One of these; without it, any."""


class PolicyFailWhenAll(Model):
    _nested = {
        "compliance": "PolicyFailWhenAllCompliance",
        "all": "PolicyFailWhenAllAll",
        "any": "PolicyFailWhenAllAny",
    }
    severity: str | None
    """A vulnerability so bad, or worse."""
    confidence: str | None
    """So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do."""
    new: bool | None
    """true: seen by this scan for the first time, or back again. false: known before."""
    type: list[str] | None
    kev: bool | None
    """Whether CISA lists a flaw of it as exploited."""
    age_days: int | None
    """Known for so many days, or longer."""
    compliance: PolicyFailWhenAllCompliance | None
    """A vulnerability that speaks to a requirement of the framework."""
    score_below: int | None
    """The scan’s score is lower."""
    score_dropped_by: int | None
    """The score is lower by so much, or more, than that of the last scan of the same type and rules."""
    website_tags: list[str] | None
    """The website has one of these tags."""
    website_criticality: str | None
    """The website is so critical, or more."""
    all: list[PolicyFailWhenAllAll] | None
    """Each of them is met."""
    any: list[PolicyFailWhenAllAny] | None
    """One of them is met."""


class PolicyFailWhenAllCompliance(Model):
    """A vulnerability that speaks to a requirement of the framework."""
    framework: str
    """As in a vulnerability’s `compliance`."""
    requirements: list[str] | None
    """One of these; without it, any."""


class PolicyFailWhenAllAll(Model):
    _nested = {
        "compliance": "PolicyFailWhenAllAllCompliance",
    }
    severity: str | None
    """A vulnerability so bad, or worse."""
    confidence: str | None
    """So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do."""
    new: bool | None
    """true: seen by this scan for the first time, or back again. false: known before."""
    type: list[str] | None
    kev: bool | None
    """Whether CISA lists a flaw of it as exploited."""
    age_days: int | None
    """Known for so many days, or longer."""
    compliance: PolicyFailWhenAllAllCompliance | None
    """A vulnerability that speaks to a requirement of the framework."""
    score_below: int | None
    """The scan’s score is lower."""
    score_dropped_by: int | None
    """The score is lower by so much, or more, than that of the last scan of the same type and rules."""
    website_tags: list[str] | None
    """The website has one of these tags."""
    website_criticality: str | None
    """The website is so critical, or more."""


class PolicyFailWhenAllAllCompliance(Model):
    """A vulnerability that speaks to a requirement of the framework."""
    framework: str
    """As in a vulnerability’s `compliance`."""
    requirements: list[str] | None
    """One of these; without it, any."""


class PolicyFailWhenAllAny(Model):
    _nested = {
        "compliance": "PolicyFailWhenAllAnyCompliance",
    }
    severity: str | None
    """A vulnerability so bad, or worse."""
    confidence: str | None
    """So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do."""
    new: bool | None
    """true: seen by this scan for the first time, or back again. false: known before."""
    type: list[str] | None
    kev: bool | None
    """Whether CISA lists a flaw of it as exploited."""
    age_days: int | None
    """Known for so many days, or longer."""
    compliance: PolicyFailWhenAllAnyCompliance | None
    """A vulnerability that speaks to a requirement of the framework."""
    score_below: int | None
    """The scan’s score is lower."""
    score_dropped_by: int | None
    """The score is lower by so much, or more, than that of the last scan of the same type and rules."""
    website_tags: list[str] | None
    """The website has one of these tags."""
    website_criticality: str | None
    """The website is so critical, or more."""


class PolicyFailWhenAllAnyCompliance(Model):
    """A vulnerability that speaks to a requirement of the framework."""
    framework: str
    """As in a vulnerability’s `compliance`."""
    requirements: list[str] | None
    """One of these; without it, any."""


class PolicyFailWhenAny(Model):
    _nested = {
        "compliance": "PolicyFailWhenAnyCompliance",
        "all": "PolicyFailWhenAnyAll",
        "any": "PolicyFailWhenAnyAny",
    }
    severity: str | None
    """A vulnerability so bad, or worse."""
    confidence: str | None
    """So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do."""
    new: bool | None
    """true: seen by this scan for the first time, or back again. false: known before."""
    type: list[str] | None
    kev: bool | None
    """Whether CISA lists a flaw of it as exploited."""
    age_days: int | None
    """Known for so many days, or longer."""
    compliance: PolicyFailWhenAnyCompliance | None
    """A vulnerability that speaks to a requirement of the framework."""
    score_below: int | None
    """The scan’s score is lower."""
    score_dropped_by: int | None
    """The score is lower by so much, or more, than that of the last scan of the same type and rules."""
    website_tags: list[str] | None
    """The website has one of these tags."""
    website_criticality: str | None
    """The website is so critical, or more."""
    all: list[PolicyFailWhenAnyAll] | None
    """Each of them is met."""
    any: list[PolicyFailWhenAnyAny] | None
    """One of them is met."""


class PolicyFailWhenAnyCompliance(Model):
    """A vulnerability that speaks to a requirement of the framework."""
    framework: str
    """As in a vulnerability’s `compliance`."""
    requirements: list[str] | None
    """One of these; without it, any."""


class PolicyFailWhenAnyAll(Model):
    _nested = {
        "compliance": "PolicyFailWhenAnyAllCompliance",
    }
    severity: str | None
    """A vulnerability so bad, or worse."""
    confidence: str | None
    """So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do."""
    new: bool | None
    """true: seen by this scan for the first time, or back again. false: known before."""
    type: list[str] | None
    kev: bool | None
    """Whether CISA lists a flaw of it as exploited."""
    age_days: int | None
    """Known for so many days, or longer."""
    compliance: PolicyFailWhenAnyAllCompliance | None
    """A vulnerability that speaks to a requirement of the framework."""
    score_below: int | None
    """The scan’s score is lower."""
    score_dropped_by: int | None
    """The score is lower by so much, or more, than that of the last scan of the same type and rules."""
    website_tags: list[str] | None
    """The website has one of these tags."""
    website_criticality: str | None
    """The website is so critical, or more."""


class PolicyFailWhenAnyAllCompliance(Model):
    """A vulnerability that speaks to a requirement of the framework."""
    framework: str
    """As in a vulnerability’s `compliance`."""
    requirements: list[str] | None
    """One of these; without it, any."""


class PolicyFailWhenAnyAny(Model):
    _nested = {
        "compliance": "PolicyFailWhenAnyAnyCompliance",
    }
    severity: str | None
    """A vulnerability so bad, or worse."""
    confidence: str | None
    """So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do."""
    new: bool | None
    """true: seen by this scan for the first time, or back again. false: known before."""
    type: list[str] | None
    kev: bool | None
    """Whether CISA lists a flaw of it as exploited."""
    age_days: int | None
    """Known for so many days, or longer."""
    compliance: PolicyFailWhenAnyAnyCompliance | None
    """A vulnerability that speaks to a requirement of the framework."""
    score_below: int | None
    """The scan’s score is lower."""
    score_dropped_by: int | None
    """The score is lower by so much, or more, than that of the last scan of the same type and rules."""
    website_tags: list[str] | None
    """The website has one of these tags."""
    website_criticality: str | None
    """The website is so critical, or more."""


class PolicyFailWhenAnyAnyCompliance(Model):
    """A vulnerability that speaks to a requirement of the framework."""
    framework: str
    """As in a vulnerability’s `compliance`."""
    requirements: list[str] | None
    """One of these; without it, any."""


class SimulatedScans(Model):
    _nested = {
        "data": "SimulatedScansData",
    }
    object: Literal["list"]
    data: list[SimulatedScansData]
    has_more: bool
    next_cursor: str | None
    failed: int
    """How many of this page’s scans would have failed."""


class SimulatedScansData(Model):
    _nested = {
        "reasons": "SimulatedScansDataReason",
    }
    id: str
    """Of the scan."""
    website_id: str
    url: str
    scan_type: str
    security_score: int
    completed_at: str | None
    passed: bool
    reasons: list[SimulatedScansDataReason]


class SimulatedScansDataReason(Model):
    detail: str
    """A sentence."""
    vulnerability_ids: list[str]
    """Because of which, worst first; at most 50."""
    vulnerability_count: int
    """Of all of them; 0 where it is because of the scan itself."""


class FrameworkSummary(Model):
    id: str
    name: str
    publisher: str
    source: str
    """Where its publisher has it."""
    covers: str
    """Which parts of it are here."""
    requirements: int
    with_checks: int
    """To how many of them a check speaks."""
    followed: bool
    """Whether an alert and an event tell when a website drifts from it."""


class Framework(Model):
    _nested = {
        "requirements": "FrameworkRequirement",
    }
    id: str
    name: str
    publisher: str
    source: str
    """Where its publisher has it."""
    covers: str
    """Which parts of it are here."""
    with_checks: int
    """To how many of them a check speaks."""
    followed: bool
    """Whether an alert and an event tell when a website drifts from it."""
    requirements: list[FrameworkRequirement]


class FrameworkRequirement(Model):
    number: str
    level: int | None
    checks: list[str]
    """The checks that speak to it."""
    unseen: str | None
    title: str
    """What it asks, in our words."""


class ComplianceAssessment(Model):
    _nested = {
        "framework": "ComplianceAssessmentFramework",
        "scope": "ComplianceAssessmentScope",
        "websites": "ComplianceAssessmentWebsite",
        "scans": "ComplianceAssessmentScan",
        "totals": "ComplianceAssessmentTotals",
        "requirements": "AssessedRequirement",
    }
    framework: ComplianceAssessmentFramework
    scope: ComplianceAssessmentScope
    assessed_at: str
    websites: list[ComplianceAssessmentWebsite]
    scans: list[ComplianceAssessmentScan]
    """Those whose answers count: the newest of each type."""
    totals: ComplianceAssessmentTotals
    requirements: list[AssessedRequirement]


class ComplianceAssessmentFramework(Model):
    id: str
    name: str
    publisher: str
    source: str
    covers: str


class ComplianceAssessmentScope(Model):
    kind: str
    id: str
    name: str


class ComplianceAssessmentWebsite(Model):
    id: str
    url: str
    name: str


class ComplianceAssessmentScan(Model):
    website_id: str
    scan_id: str
    scan_type: str
    completed_at: str


class ComplianceAssessmentTotals(Model):
    failing: int
    not_tested: int
    attestation_needed: int
    partly_tested: int
    accepted: int
    met: int
    not_applicable: int


class AssessedRequirement(Model):
    _nested = {
        "outside": "AssessedRequirementOutside",
        "evidence": "AssessedRequirementEvidence",
        "attestations": "AssessedRequirementAttestation",
        "websites": "AssessedRequirementWebsite",
    }
    number: str
    level: int | None
    status: str
    """From worst to best. `failing`: something was found, or it was attested not to be met. `not_tested`: none of its checks has an answer. `attestation_needed`: what shows from outside passes, and the rest has not been attested. `partly_tested`: nothing was found, and some checks have no answer. `accepted`: what was found is an accepted risk. `met`. `not_applicable`: attested so."""
    summary: str
    """Why, in a sentence."""
    outside: AssessedRequirementOutside
    unseen: str | None
    evidence: list[AssessedRequirementEvidence]
    """At most 50, worst first; also what was accepted or marked false."""
    evidence_count: int
    attestations: list[AssessedRequirementAttestation]
    """Those that count."""
    ledger: list[str]
    """What the ledger of payment pages says (PCI DSS 6.4.3, 11.6.1)."""
    websites: list[AssessedRequirementWebsite]
    """How it stands on each, where there are several."""
    title: str
    """What it asks, in our words."""


class AssessedRequirementOutside(Model):
    _nested = {
        "open_checks": "AssessedRequirementOutsideOpenCheck",
    }
    status: str
    """What its checks alone say; `not_visible` where none speaks to it."""
    passed: int
    failed: int
    skipped: int
    """Asked, and of no concern to the website."""
    not_asked: int
    tested_at: str | None
    checks: list[str]
    open_checks: list[AssessedRequirementOutsideOpenCheck]
    """Those of the checks that have not passed."""


class AssessedRequirementOutsideOpenCheck(Model):
    check: str
    status: str
    reason: str


class AssessedRequirementEvidence(Model):
    vulnerability_id: str
    website_id: str
    check: str
    severity: str
    status: str
    reason: str | None
    author: str | None
    first_seen_at: str
    last_seen_at: str
    scan_id: str
    """The last scan that saw it."""
    title: str


class AssessedRequirementAttestation(Model):
    _nested = {
        "file": "AssessedRequirementAttestationFile",
    }
    id: str
    website_id: str | None
    verdict: str
    statement: str
    author: str
    created_at: str
    expires_at: str | None
    file: AssessedRequirementAttestationFile | None


class AssessedRequirementAttestationFile(Model):
    name: str
    media_type: str
    size: int
    sha256: str


class AssessedRequirementWebsite(Model):
    website_id: str
    status: str
    """From worst to best. `failing`: something was found, or it was attested not to be met. `not_tested`: none of its checks has an answer. `attestation_needed`: what shows from outside passes, and the rest has not been attested. `partly_tested`: nothing was found, and some checks have no answer. `accepted`: what was found is an accepted risk. `met`. `not_applicable`: attested so."""


class ComplianceChange(Model):
    id: str
    website_id: str
    framework: str
    requirement: str
    before: str
    """From worst to best. `failing`: something was found, or it was attested not to be met. `not_tested`: none of its checks has an answer. `attestation_needed`: what shows from outside passes, and the rest has not been attested. `partly_tested`: nothing was found, and some checks have no answer. `accepted`: what was found is an accepted risk. `met`. `not_applicable`: attested so."""
    after: str
    """From worst to best. `failing`: something was found, or it was attested not to be met. `not_tested`: none of its checks has an answer. `attestation_needed`: what shows from outside passes, and the rest has not been attested. `partly_tested`: nothing was found, and some checks have no answer. `accepted`: what was found is an accepted risk. `met`. `not_applicable`: attested so."""
    scan_id: str
    vulnerability_ids: list[str]
    """What puts it in doubt since; at most 50."""
    created_at: str


class Attestation(Model):
    _nested = {
        "file": "AttestationFile",
    }
    id: str
    framework: str
    requirement: str
    """Its number, as its publisher has it."""
    website_id: str | None
    verdict: str
    statement: str
    author: str
    """The id of the person, or of the key."""
    file: AttestationFile | None
    counts: bool
    """False once it has expired or was withdrawn."""
    expires_at: str | None
    withdrawn_at: str | None
    withdrawn_by: str | None
    created_at: str


class AttestationFile(Model):
    name: str
    media_type: str
    size: int
    """Bytes."""
    sha256: str
    """In hexadecimal digits."""


class ReportLink(Model):
    id: str
    report_id: str
    share_url: str
    """Whoever has it gets the file, without a key, until it expires or is revoked."""
    created_by: str
    """The key, person or schedule that made it."""
    expires_at: str
    revoked_at: str | None
    used_count: int
    """How often the file was had by it."""
    last_used_at: str | None
    created_at: str


class Report(Model):
    _nested = {
        "filter": "ReportFilter",
        "error": "ReportError",
        "summary": "ReportSummary",
    }
    id: str
    kind: str
    format: str
    language: str
    scan_id: str | None
    baseline_scan_id: str | None
    website_id: str | None
    group: str | None
    tag: str | None
    framework: str | None
    filter: ReportFilter
    """Which vulnerabilities: those that are of one of each list. Unless told, what is open, and of a scan whatever it saw."""
    period_days: int
    report_schedule_id: str | None
    run_id: str | None
    status: str
    error: ReportError | None
    summary: ReportSummary | None
    download_url: str | None
    file_name: str | None
    content_type: str | None
    size: int | None
    sha256: str | None
    kept_until: str
    """By the plan of when it was asked for."""
    created_at: str
    started_at: str | None
    completed_at: str | None
    title: str | None


class ReportFilter(Model):
    """Which vulnerabilities: those that are of one of each list. Unless told, what is open, and of a scan whatever it saw."""
    severity: list[str] | None
    status: list[str] | None
    confidence: list[str] | None
    type: list[str] | None
    check: list[str] | None
    kev: bool | None
    """Whether CISA lists a flaw of it as exploited."""


class ReportError(Model):
    """Why it could not be made."""
    code: str
    message: str


class ReportSummary(Model):
    """What it came to, once it is done."""
    _nested = {
        "vulnerabilities": "ReportSummaryVulnerabilities",
    }
    websites: int
    security_score: float | None
    grade: str | None
    vulnerabilities: ReportSummaryVulnerabilities


class ReportSummaryVulnerabilities(Model):
    critical: int
    high: int
    medium: int
    low: int
    info: int


class Integration(Model):
    _nested = {
        "settings": "IntegrationSettings",
        "rules": "IntegrationRule",
        "mapping": "IntegrationMapping",
        "sync": "IntegrationSync",
    }
    id: str
    name: str
    kind: str
    base_url: str
    settings: IntegrationSettings
    rules: list[IntegrationRule]
    """What becomes a ticket by itself: what one of the rules asks for. None: only what is asked for by `POST /v1/tickets`."""
    mapping: IntegrationMapping
    sync: IntegrationSync
    enabled: bool
    status: str
    """failing: `last_error` says why, nothing is lost."""
    failing_since: str | None
    last_error: str | None
    last_succeeded_at: str | None
    paused_until: str | None
    hook_url: str | None
    created_at: str
    updated_at: str


class IntegrationSettings(Model):
    repository: str | None
    project: str | None
    team: str | None
    channel: str | None
    issue_type: str | None
    deployment: str | None
    email: str | None
    app_id: str | None
    installation_id: str | None
    token_last_four: str | None


class IntegrationRule(Model):
    """All that is set has to be met."""
    severities: list[str] | None
    """Default: all but `info`."""
    confidence: str | None
    """So sure, or surer. Default `firm`."""
    website_ids: list[str] | None
    """Only of these websites, and of those in one of `groups` or with one of `tags`. Default: all."""
    groups: list[str] | None
    """As `website_ids`: groups of websites."""
    tags: list[str] | None
    new_only: bool | None
    """true: what a scan sees for the first time, or again after it was fixed. false: whatever a scan sees that has no ticket yet. Default true."""
    policy_id: str | None
    """Only what makes the scan fail this policy."""


class IntegrationMapping(Model):
    _nested = {
        "severity_labels": "IntegrationMappingSeverityLabels",
        "priorities": "IntegrationMappingPriorities",
        "assignees": "IntegrationMappingAssignee",
    }
    labels: list[str] | None
    """Of every ticket. Default `lasthash`."""
    severity_labels: IntegrationMappingSeverityLabels | None
    """Labels by severity, beside the others."""
    priorities: IntegrationMappingPriorities | None
    """Priorities by severity. jira: names, as `High`; left out, none is set. linear: 1 (urgent) to 4; left out, by severity."""
    fields: dict[str, Any] | None
    """Further fields of the issue as the other side’s API takes them, as `customfield_10010` or `milestone`. In texts, `{severity}`, `{check}`, `{cwe}`, `{cve}`, `{website}`, `{website_url}` and `{vulnerability_id}` are filled in."""
    assignee: str | None
    """Who gets what none of `assignees` names. github: log-in. gitlab: user name. jira: account id, or in a data center the user name. linear: e-mail address or id."""
    assignees: list[IntegrationMappingAssignee] | None
    """The first that fits."""


class IntegrationMappingSeverityLabels(Model):
    """Labels by severity, beside the others."""
    critical: list[str] | None
    high: list[str] | None
    medium: list[str] | None
    low: list[str] | None
    info: list[str] | None


class IntegrationMappingPriorities(Model):
    """Priorities by severity. jira: names, as `High`; left out, none is set. linear: 1 (urgent) to 4; left out, by severity."""
    critical: str | None
    high: str | None
    medium: str | None
    low: str | None
    info: str | None


class IntegrationMappingAssignee(Model):
    assignee: str
    severities: list[str] | None
    website_ids: list[str] | None
    """Of these websites, or those with one of `tags`."""
    tags: list[str] | None


class IntegrationSync(Model):
    close_when_fixed: bool | None
    """Close the ticket when a scan finds the vulnerability gone. Default false: a comment says so."""
    verify_when_closed: bool | None
    """When somebody closes a ticket, look at the vulnerability again, and say in a comment what was found. Default true."""
    reopen_when_still_there: bool | None
    """Reopen what was closed as done and is still there; what was closed as not planned stays closed. Default true."""
    poll_seconds: int | None


class IntegrationCreated(Model):
    _nested = {
        "settings": "IntegrationCreatedSettings",
        "rules": "IntegrationCreatedRule",
        "mapping": "IntegrationCreatedMapping",
        "sync": "IntegrationCreatedSync",
    }
    id: str
    name: str
    kind: str
    base_url: str
    settings: IntegrationCreatedSettings
    rules: list[IntegrationCreatedRule]
    """What becomes a ticket by itself: what one of the rules asks for. None: only what is asked for by `POST /v1/tickets`."""
    mapping: IntegrationCreatedMapping
    sync: IntegrationCreatedSync
    enabled: bool
    status: str
    """failing: `last_error` says why, nothing is lost."""
    failing_since: str | None
    last_error: str | None
    last_succeeded_at: str | None
    paused_until: str | None
    hook_url: str | None
    created_at: str
    updated_at: str
    webhook_secret: str | None
    """The one that was made, this once: for the tracker’s webhook."""


class IntegrationCreatedSettings(Model):
    repository: str | None
    project: str | None
    team: str | None
    channel: str | None
    issue_type: str | None
    deployment: str | None
    email: str | None
    app_id: str | None
    installation_id: str | None
    token_last_four: str | None


class IntegrationCreatedRule(Model):
    """All that is set has to be met."""
    severities: list[str] | None
    """Default: all but `info`."""
    confidence: str | None
    """So sure, or surer. Default `firm`."""
    website_ids: list[str] | None
    """Only of these websites, and of those in one of `groups` or with one of `tags`. Default: all."""
    groups: list[str] | None
    """As `website_ids`: groups of websites."""
    tags: list[str] | None
    new_only: bool | None
    """true: what a scan sees for the first time, or again after it was fixed. false: whatever a scan sees that has no ticket yet. Default true."""
    policy_id: str | None
    """Only what makes the scan fail this policy."""


class IntegrationCreatedMapping(Model):
    _nested = {
        "severity_labels": "IntegrationCreatedMappingSeverityLabels",
        "priorities": "IntegrationCreatedMappingPriorities",
        "assignees": "IntegrationCreatedMappingAssignee",
    }
    labels: list[str] | None
    """Of every ticket. Default `lasthash`."""
    severity_labels: IntegrationCreatedMappingSeverityLabels | None
    """Labels by severity, beside the others."""
    priorities: IntegrationCreatedMappingPriorities | None
    """Priorities by severity. jira: names, as `High`; left out, none is set. linear: 1 (urgent) to 4; left out, by severity."""
    fields: dict[str, Any] | None
    """Further fields of the issue as the other side’s API takes them, as `customfield_10010` or `milestone`. In texts, `{severity}`, `{check}`, `{cwe}`, `{cve}`, `{website}`, `{website_url}` and `{vulnerability_id}` are filled in."""
    assignee: str | None
    """Who gets what none of `assignees` names. github: log-in. gitlab: user name. jira: account id, or in a data center the user name. linear: e-mail address or id."""
    assignees: list[IntegrationCreatedMappingAssignee] | None
    """The first that fits."""


class IntegrationCreatedMappingSeverityLabels(Model):
    """Labels by severity, beside the others."""
    critical: list[str] | None
    high: list[str] | None
    medium: list[str] | None
    low: list[str] | None
    info: list[str] | None


class IntegrationCreatedMappingPriorities(Model):
    """Priorities by severity. jira: names, as `High`; left out, none is set. linear: 1 (urgent) to 4; left out, by severity."""
    critical: str | None
    high: str | None
    medium: str | None
    low: str | None
    info: str | None


class IntegrationCreatedMappingAssignee(Model):
    assignee: str
    severities: list[str] | None
    website_ids: list[str] | None
    """Of these websites, or those with one of `tags`."""
    tags: list[str] | None


class IntegrationCreatedSync(Model):
    close_when_fixed: bool | None
    """Close the ticket when a scan finds the vulnerability gone. Default false: a comment says so."""
    verify_when_closed: bool | None
    """When somebody closes a ticket, look at the vulnerability again, and say in a comment what was found. Default true."""
    reopen_when_still_there: bool | None
    """Reopen what was closed as done and is still there; what was closed as not planned stays closed. Default true."""
    poll_seconds: int | None


class IntegrationTest(Model):
    ok: bool
    detail: str
    """One sentence: what was found, or what is wrong."""


class Ticket(Model):
    id: str
    integration_id: str
    vulnerability_id: str
    website_id: str
    status: str
    """pending: about to be made. open, closed: as in the tracker. failed: the tracker does not take it as it is, `last_error` says why. gone: deleted in the tracker. canceled: the vulnerability was mended before the ticket was made."""
    external_id: str | None
    external_key: str | None
    external_url: str | None
    external_state: str | None
    assignee: str | None
    requested_by: str
    """`rule`, or the id of who asked for it."""
    verification_id: str | None
    last_error: str | None
    next_attempt_at: str | None
    created_at: str
    updated_at: str
    opened_at: str | None
    closed_at: str | None


class ComplianceBundle(Model):
    _nested = {
        "scope": "ComplianceBundleScope",
        "totals": "ComplianceBundleTotals",
    }
    id: str
    framework: str
    scope: ComplianceBundleScope
    totals: ComplianceBundleTotals
    signing_key_id: str
    entry_count: int
    size: int
    """Bytes."""
    sha256: str
    """Of the file, in hexadecimal digits."""
    download_url: str
    """With an API key, as any operation."""
    created_by: str
    created_at: str


class ComplianceBundleScope(Model):
    kind: str
    id: str
    name: str


class ComplianceBundleTotals(Model):
    failing: int
    not_tested: int
    attestation_needed: int
    partly_tested: int
    accepted: int
    met: int
    not_applicable: int


class PaymentPage(Model):
    id: str
    website_id: str
    url: str
    name: str
    interval: int
    """Seconds between looks: 86400 unless told, 604800 (a week) at most."""
    status: str
    """`pending`: not looked at yet. `watched`: looked at within the last week. `unwatched`: not, and `detail` says why. `ended`: it is a payment page no more."""
    scripts: int
    """How many run on it."""
    unauthorized: int
    """How many of them are not authorised as they are."""
    headers: dict[str, str] | None
    looked_at: str | None
    tried_at: str | None
    fault: str | None
    detail: str | None
    next_look_at: str | None
    created_by: str
    created_at: str
    updated_at: str


class PaymentScript(Model):
    _nested = {
        "authorization": "PaymentScriptAuthorization",
    }
    id: str
    payment_page_id: str
    source: str
    """Of a file its address; of other code its kind and the beginning of its hash."""
    kind: str
    """`inline`: in the page. `handler`: in an attribute. `dynamic`: made by a script."""
    sha256: str
    """Of what runs now; in inline code, numbers and tokens are left out."""
    integrity: str | None
    loaded_by: str | None
    third_party: bool
    """From another host than the page."""
    excerpt: str
    """How code without an address begins."""
    present: bool
    state: str
    assured_by: str | None
    authorization: PaymentScriptAuthorization | None
    first_seen_at: str
    last_seen_at: str
    changed_at: str | None


class PaymentScriptAuthorization(Model):
    kind: str
    sha256: str | None
    justification: str
    author: str
    authorized_at: str


class PaymentLedgerEntry(Model):
    id: str
    sequence: int
    kind: str
    data: dict[str, Any]
    created_at: str
    """To the millisecond, as it is hashed."""
    hash: str
    """SHA-256, in hexadecimal digits, of the hash before it (of 32 zero bytes for the first) and of the JSON array of page, sequence, kind, data with sorted members, and the time in milliseconds."""


class SigningKey(Model):
    id: str
    """Published under `/.well-known/lasthash-signing-keys/{id}`."""
    public_key: str
    """Ed25519: 32 bytes, base64url."""
    created_at: str
    retired_at: str | None
    """Null: it signs."""


class ReportSchedule(Model):
    _nested = {
        "filter": "ReportScheduleFilter",
        "suppressed": "ReportScheduleSuppressed",
    }
    id: str
    name: str
    cron: str | None
    every: str | None
    time_zone: str
    kind: str
    formats: list[str]
    language: str
    website_id: str | None
    group: str | None
    tag: str | None
    framework: str | None
    filter: ReportScheduleFilter
    """Which vulnerabilities: those that are of one of each list. Unless told, what is open, and of a scan whatever it saw."""
    period_days: int
    recipients: list[str]
    suppressed: list[ReportScheduleSuppressed]
    """Those of the recipients who are not mailed: who has unsubscribed, for good; whose address does not exist, until it is taken off and put on again."""
    message: str
    attach: bool
    link_days: int
    enabled: bool
    disabled_reason: str | None
    next_runs: list[str]
    """The next five; none while it is switched off."""
    last_run_at: str | None
    last_run_id: str | None
    consecutive_failures: int
    """Runs in a row that failed; at five it is switched off."""
    created_at: str
    updated_at: str
    title: str | None


class ReportScheduleFilter(Model):
    """Which vulnerabilities: those that are of one of each list. Unless told, what is open, and of a scan whatever it saw."""
    severity: list[str] | None
    status: list[str] | None
    confidence: list[str] | None
    type: list[str] | None
    check: list[str] | None
    kev: bool | None
    """Whether CISA lists a flaw of it as exploited."""


class ReportScheduleSuppressed(Model):
    address: str
    reason: str
    detail: str | None
    since: str


class ReportRun(Model):
    _nested = {
        "deliveries": "ReportRunDeliveries",
    }
    id: str
    report_schedule_id: str
    trigger: str
    status: str
    """`failed`: a report could not be made, or no mail was taken; `error` says why."""
    error: str | None
    report_ids: list[str]
    deliveries: ReportRunDeliveries
    """Mails, by what came of them."""
    created_at: str
    completed_at: str | None


class ReportRunDeliveries(Model):
    """Mails, by what came of them."""
    pending: int
    sent: int
    failed: int
    bounced: int
    skipped: int


class ReportDelivery(Model):
    id: str
    report_schedule_id: str
    run_id: str
    recipient: str
    status: str
    """`sent`: the mail server has taken it. `bounced`: the recipient’s server refused it, then or later. `skipped`: the recipient had unsubscribed by then."""
    attached: bool
    """Whether the files went with it, or links to them."""
    attempt_count: int
    next_attempt_at: str | None
    answer: str | None
    error: str | None
    created_at: str
    completed_at: str | None


class Webhook(Model):
    id: str
    url: str
    events: list[str]
    description: str
    api_version: str
    """The shape of what is sent; `lasthash-version` names it in each delivery. It stays until you change it."""
    enabled: bool
    disabled_reason: str | None
    previous_secret_expires_at: str | None
    created_at: str
    updated_at: str


class WebhookCreated(Model):
    id: str
    url: str
    events: list[str]
    description: str
    api_version: str
    """The shape of what is sent; `lasthash-version` names it in each delivery. It stays until you change it."""
    enabled: bool
    disabled_reason: str | None
    previous_secret_expires_at: str | None
    created_at: str
    updated_at: str
    secret: str
    """In its `whsec_` form, this once: what the Standard Webhooks libraries take."""


class TestWebhookResult(Model):
    event_id: str


class Delivery(Model):
    id: str
    webhook_id: str
    event_id: str
    event_type: str
    status: str
    attempt_count: int
    next_attempt_at: str | None
    created_at: str
    completed_at: str | None
    replay_id: str | None


class DeliveryWithAttempts(Model):
    _nested = {
        "attempts": "DeliveryAttempt",
    }
    id: str
    webhook_id: str
    event_id: str
    event_type: str
    status: str
    attempt_count: int
    next_attempt_at: str | None
    created_at: str
    completed_at: str | None
    replay_id: str | None
    attempts: list[DeliveryAttempt]


class DeliveryAttempt(Model):
    number: int
    attempted_at: str
    duration_ms: int
    request: dict[str, Any]
    response: dict[str, Any] | None
    error: str | None


class WebhookReplay(Model):
    id: str
    webhook_id: str
    from_: str
    to: str
    events: list[str]
    status: str
    """`done`: all its deliveries are made out; each has a state of its own."""
    delivery_count: int
    """Deliveries made out so far; list them by `replay_id`."""
    reason: str | None
    created_at: str
    completed_at: str | None


class Event(Model):
    id: str
    type: str
    created_at: str
    data: dict[str, Any]


class Check(Model):
    _nested = {
        "outcomes": "CheckOutcome",
    }
    id: str
    question: str
    cwe: int | None
    owasp_2021: list[str]
    owasp_2025: list[str]
    capec: list[int]
    compliance: dict[str, list[str]]
    references: list[str]
    outcomes: list[CheckOutcome]


class CheckOutcome(Model):
    _nested = {
        "cvss": "CheckOutcomeCvss",
    }
    outcome: str
    type: str
    severity: str
    confidence: str
    why: str
    fix: str
    cvss: CheckOutcomeCvss | None
    settings: dict[str, str]
    title: str


class CheckOutcomeCvss(Model):
    vector: str
    score: float


class Feed(Model):
    name: str
    terms: str
    """What may be done with it, and where that stands."""
    status: str
    """`failing`: the last update did not work, and the copy before is used. `missing`: there is no copy."""
    records: int | None
    date: str | None
    fetched_at: str | None
    checked_at: str | None
    error: str | None
    title: str


class UpdateFeedsResult(Model):
    status: Literal["queued"]
    feeds: list[str]


class ApiKey(Model):
    id: str
    mode: str
    """`test`: sees data of its own, and scans virtual targets with known results."""
    organization_id: str
    """Whose data it sees. That of test keys is its own: a live key gets there with `LastHash-Organization`."""
    name: str
    last_four: str
    scopes: list[str]
    allowed_cidrs: list[str]
    allowed_origins: list[str]
    expires_at: str | None
    revoked_at: str | None
    last_used_at: str | None
    last_used_address: str | None
    created_by: str | None
    created_at: str
    updated_at: str


class ApiKeyCreated(Model):
    id: str
    mode: str
    """`test`: sees data of its own, and scans virtual targets with known results."""
    organization_id: str
    """Whose data it sees. That of test keys is its own: a live key gets there with `LastHash-Organization`."""
    name: str
    last_four: str
    scopes: list[str]
    allowed_cidrs: list[str]
    allowed_origins: list[str]
    expires_at: str | None
    revoked_at: str | None
    last_used_at: str | None
    last_used_address: str | None
    created_by: str | None
    created_at: str
    updated_at: str
    key: str
    """The key itself, this once."""


class Organization(Model):
    _nested = {
        "limits": "OrganizationLimits",
        "branding": "OrganizationBranding",
        "deletion": "OrganizationDeletion",
    }
    id: str
    name: str
    parent_id: str | None
    plan: str
    limits: OrganizationLimits
    allowed_origins: list[str]
    """Origins whose scripts may read answers (CORS)."""
    branding: OrganizationBranding
    test: bool
    """Holds what the test keys of the one above it see."""
    suspended_at: str | None
    deletion: OrganizationDeletion | None
    created_at: str
    updated_at: str


class OrganizationLimits(Model):
    requests_per_minute: int
    concurrent_scans: int


class OrganizationBranding(Model):
    _nested = {
        "colors": "OrganizationBrandingColors",
        "mail_sender": "OrganizationBrandingMailSender",
    }
    name: str | None
    logo: str | None
    colors: OrganizationBrandingColors | None
    mail_sender: OrganizationBrandingMailSender | None
    report_footer: str | None
    domain: str | None
    domain_active_at: str | None


class OrganizationBrandingColors(Model):
    """Of bands, and of buttons. White text has to be readable on both."""
    primary: str
    accent: str


class OrganizationBrandingMailSender(Model):
    """The mail server has to be allowed to send in its name."""
    name: str
    address: str


class OrganizationDeletion(Model):
    """Set once it was deleted: until its end it can be restored."""
    requested_at: str
    delete_after: str
    """Then it is gone, with all that it has."""


class ExportOrganizationResult(Model):
    _nested = {
        "organization": "Organization",
        "people": "ExportOrganizationResultPeople",
        "files": "ExportOrganizationResultFile",
    }
    object: Literal["organization_export"]
    exported_at: str
    organization: Organization
    people: list[ExportOrganizationResultPeople]
    tables: dict[str, list[Any]]
    files: list[ExportOrganizationResultFile]


class ExportOrganizationResultPeople(Model):
    id: str
    name: str
    email: str
    role: str
    joined_at: str


class ExportOrganizationResultFile(Model):
    key: str
    content_type: str
    size: int
    base64: str


class User(Model):
    id: str
    name: str
    email: str
    email_verified: bool
    """Whether mail to the address is known to reach the person."""
    role: str
    """`owner`: everything. `admin`: all but plans, limits, and making and removing organisations. `analyst`: reads, scans and judges vulnerabilities and alerts. `viewer`: reads."""
    two_factor_enabled: bool
    """Whether a log-in by password takes a code as well."""
    joined_at: str
    updated_at: str
    """When the role was set."""


class Invitation(Model):
    id: str
    email: str
    role: str
    """`owner`: everything. `admin`: all but plans, limits, and making and removing organisations. `analyst`: reads, scans and judges vulnerabilities and alerts. `viewer`: reads."""
    status: str
    invited_by: str
    """The person or the key."""
    mailed_at: str | None
    expires_at: str
    accepted_at: str | None
    user_id: str | None
    revoked_at: str | None
    created_at: str
    updated_at: str


class InvitationSent(Model):
    id: str
    email: str
    role: str
    """`owner`: everything. `admin`: all but plans, limits, and making and removing organisations. `analyst`: reads, scans and judges vulnerabilities and alerts. `viewer`: reads."""
    status: str
    invited_by: str
    """The person or the key."""
    mailed_at: str | None
    expires_at: str
    accepted_at: str | None
    user_id: str | None
    revoked_at: str | None
    created_at: str
    updated_at: str
    accept_url: str | None


class Session(Model):
    id: str
    user_id: str
    current: bool
    """It is the log-in that this very request came with."""
    address: str | None
    user_agent: str | None
    created_at: str
    updated_at: str
    """When it was last seen, to the day."""
    expires_at: str
    """Unless it is used before."""


class Usage(Model):
    _nested = {
        "limits": "UsageLimits",
    }
    plan: str
    month: str
    """The month, as YYYY-MM (UTC)."""
    api_requests: int
    """This month; written down every few seconds."""
    scans: int
    """Created this month."""
    running_scans: int
    queued_scans: int
    limits: UsageLimits


class UsageLimits(Model):
    requests_per_minute: int
    concurrent_scans: int


class AuditLogEntry(Model):
    sequence: int
    """1, 2, 3, … within the organisation."""
    created_at: str
    created_ms: int
    """The same in milliseconds since the epoch: what the hash covers."""
    organization_id: str
    key_id: str
    """Who: the key, or the person."""
    user_id: str | None
    address: str
    """From where."""
    request_id: str
    operation: str
    """What: the `operationId` of this description."""
    object_id: str | None
    """To what."""
    before: Any | None
    """As the API shows it, without secrets; null where there was nothing."""
    after: Any | None
    """As the API shows it, without secrets; null where there was nothing."""
    hash: str
    """SHA-256, hexadecimal, of the previous entry’s hash and of this entry."""


class Problem(Model):
    """RFC 9457, with a code from the catalogue of errors."""
    _nested = {
        "errors": "ProblemError",
    }
    type: str
    """The page that explains this code."""
    title: str
    status: int
    detail: str
    """What is wrong with this very request, and the remedy."""
    code: str
    request_id: str
    retryable: bool
    """Whether the very same request may succeed later."""
    errors: list[ProblemError] | None


class ProblemError(Model):
    pointer: str | None
    """JSON Pointer into the body."""
    parameter: str | None
    header: str | None
    detail: str


__all__ = [
    "Alert",
    "AlertChannel",
    "AlertChannelCreated",
    "AlertChannelCreatedDigest",
    "AlertChannelCreatedFilter",
    "AlertChannelCreatedQuietHours",
    "AlertChannelCreatedSettings",
    "AlertChannelDigest",
    "AlertChannelFilter",
    "AlertChannelQuietHours",
    "AlertChannelSettings",
    "ApiKey",
    "ApiKeyCreated",
    "AssessedRequirement",
    "AssessedRequirementAttestation",
    "AssessedRequirementAttestationFile",
    "AssessedRequirementEvidence",
    "AssessedRequirementOutside",
    "AssessedRequirementOutsideOpenCheck",
    "AssessedRequirementWebsite",
    "Attestation",
    "AttestationFile",
    "AuditLogEntry",
    "Change",
    "ChannelDelivery",
    "ChannelDeliveryAttempt",
    "ChannelDeliveryWithAttempts",
    "Check",
    "CheckOutcome",
    "CheckOutcomeCvss",
    "Comment",
    "ComplianceAssessment",
    "ComplianceAssessmentFramework",
    "ComplianceAssessmentScan",
    "ComplianceAssessmentScope",
    "ComplianceAssessmentTotals",
    "ComplianceAssessmentWebsite",
    "ComplianceBundle",
    "ComplianceBundleScope",
    "ComplianceBundleTotals",
    "ComplianceChange",
    "Coverage",
    "CoverageBudget",
    "CoverageCheck",
    "CoverageCrawl",
    "CoverageCrawlBrowser",
    "CoverageCrawlParameter",
    "CoverageLogin",
    "CoverageSource",
    "CoverageSpent",
    "CoverageTls",
    "CoverageTlsParts",
    "CoverageTlsServerName",
    "CoverageTlsSessions",
    "CoverageTlsVersion",
    "CoverageTlsVersionSuite",
    "Delivery",
    "DeliveryAttempt",
    "DeliveryWithAttempts",
    "ErrorCode",
    "Event",
    "Evidence",
    "EvidenceCheck",
    "EvidenceFingerprintInputs",
    "EvidenceLocation",
    "EvidenceProof",
    "ExportOrganizationResult",
    "ExportOrganizationResultFile",
    "ExportOrganizationResultPeople",
    "Feed",
    "Framework",
    "FrameworkRequirement",
    "FrameworkSummary",
    "Integration",
    "IntegrationCreated",
    "IntegrationCreatedMapping",
    "IntegrationCreatedMappingAssignee",
    "IntegrationCreatedMappingPriorities",
    "IntegrationCreatedMappingSeverityLabels",
    "IntegrationCreatedRule",
    "IntegrationCreatedSettings",
    "IntegrationCreatedSync",
    "IntegrationMapping",
    "IntegrationMappingAssignee",
    "IntegrationMappingPriorities",
    "IntegrationMappingSeverityLabels",
    "IntegrationRule",
    "IntegrationSettings",
    "IntegrationSync",
    "IntegrationTest",
    "Invitation",
    "InvitationSent",
    "ListVulnerabilityFingerprintsItem",
    "ListVulnerabilityFingerprintsItemFingerprintInputs",
    "Monitor",
    "MonitorHistory",
    "MonitorHistoryDay",
    "MonitorHistoryDayResponseMs",
    "MonitorHistoryHour",
    "MonitorHistoryHourResponseMs",
    "MonitorHistoryTotal",
    "MonitorHistoryTotalResponseMs",
    "MonitorThresholds",
    "Organization",
    "OrganizationBranding",
    "OrganizationBrandingColors",
    "OrganizationBrandingMailSender",
    "OrganizationDeletion",
    "OrganizationLimits",
    "Overview",
    "OverviewActivity",
    "OverviewActivityDay",
    "OverviewCertificatesExpiring",
    "OverviewMonitors",
    "OverviewMostImproved",
    "OverviewScans",
    "OverviewSecurityScore",
    "OverviewSecurityScoreTrend",
    "OverviewTenant",
    "OverviewTenantOpen",
    "OverviewVulnerabilities",
    "OverviewVulnerabilitiesBySeverity",
    "OverviewVulnerabilitiesByStatus",
    "OverviewVulnerabilitiesByStatusAndSeverity",
    "OverviewVulnerabilitiesByStatusAndSeverityAcceptedRisk",
    "OverviewVulnerabilitiesByStatusAndSeverityFalsePositive",
    "OverviewVulnerabilitiesByStatusAndSeverityFixed",
    "OverviewVulnerabilitiesByStatusAndSeverityOpen",
    "OverviewVulnerabilitiesByStatusAndSeverityReopened",
    "OverviewWebsites",
    "OverviewWorst",
    "PaymentLedgerEntry",
    "PaymentPage",
    "PaymentScript",
    "PaymentScriptAuthorization",
    "Policy",
    "PolicyFailWhen",
    "PolicyFailWhenAll",
    "PolicyFailWhenAllAll",
    "PolicyFailWhenAllAllCompliance",
    "PolicyFailWhenAllAny",
    "PolicyFailWhenAllAnyCompliance",
    "PolicyFailWhenAllCompliance",
    "PolicyFailWhenAny",
    "PolicyFailWhenAnyAll",
    "PolicyFailWhenAnyAllCompliance",
    "PolicyFailWhenAnyAny",
    "PolicyFailWhenAnyAnyCompliance",
    "PolicyFailWhenAnyCompliance",
    "PolicyFailWhenCompliance",
    "Problem",
    "ProblemError",
    "Report",
    "ReportDelivery",
    "ReportError",
    "ReportFilter",
    "ReportLink",
    "ReportRun",
    "ReportRunDeliveries",
    "ReportSchedule",
    "ReportScheduleFilter",
    "ReportScheduleSuppressed",
    "ReportSummary",
    "ReportSummaryVulnerabilities",
    "Scan",
    "ScanDiff",
    "ScanDiffFixed",
    "ScanDiffFrom",
    "ScanDiffNew",
    "ScanDiffNotTested",
    "ScanDiffRegressed",
    "ScanDiffTo",
    "ScanDiffUnchanged",
    "ScanDocument",
    "ScanDocumentCoverage",
    "ScanDocumentCoverageBudget",
    "ScanDocumentCoverageCheck",
    "ScanDocumentCoverageCrawl",
    "ScanDocumentCoverageCrawlBrowser",
    "ScanDocumentCoverageCrawlParameter",
    "ScanDocumentCoverageLogin",
    "ScanDocumentCoverageSource",
    "ScanDocumentCoverageSpent",
    "ScanDocumentCoverageTls",
    "ScanDocumentCoverageTlsParts",
    "ScanDocumentCoverageTlsServerName",
    "ScanDocumentCoverageTlsSessions",
    "ScanDocumentCoverageTlsVersion",
    "ScanDocumentCoverageTlsVersionSuite",
    "ScanError",
    "ScanGate",
    "ScanGateReason",
    "ScanScoreCap",
    "ScanVulnerabilities",
    "Schedule",
    "ScheduleWindow",
    "ScorePoint",
    "ScorePointChange",
    "ScorePointMovedBy",
    "ScorePointScoreCap",
    "Session",
    "SigningKey",
    "SimulatedScans",
    "SimulatedScansData",
    "SimulatedScansDataReason",
    "Software",
    "SoftwareLocation",
    "SoftwarePackage",
    "TestWebhookResult",
    "Ticket",
    "UpdateFeedsResult",
    "UpdateVulnerabilitiesResult",
    "UpdateVulnerabilitiesResultResult",
    "UpdateWebsitesResult",
    "UpdateWebsitesResultResult",
    "Usage",
    "UsageLimits",
    "User",
    "Verification",
    "VerificationRecord",
    "Vulnerability",
    "VulnerabilityAdvisory",
    "VulnerabilityAdvisoryCvss",
    "VulnerabilityAdvisoryEpss",
    "VulnerabilityAdvisoryFeed",
    "VulnerabilityCvss",
    "VulnerabilityFingerprintInputs",
    "VulnerabilityLocation",
    "VulnerabilityMergedFrom",
    "VulnerabilityMergedFromFingerprintInputs",
    "VulnerabilityMergedFromLocation",
    "VulnerabilityMergedFromProof",
    "VulnerabilityMergedFromSeenIn",
    "VulnerabilityMergedFromSoftware",
    "VulnerabilityMergedFromSoftwarePackage",
    "VulnerabilityProof",
    "VulnerabilitySeenIn",
    "VulnerabilitySoftware",
    "VulnerabilitySoftwarePackage",
    "VulnerabilityVerification",
    "Webhook",
    "WebhookCreated",
    "WebhookReplay",
    "Website",
    "WebsiteGroup",
    "WebsiteImport",
    "WebsiteImportResult",
    "WebsiteOpenVulnerabilities",
    "WebsiteSettings",
    "WebsiteSettingsAllowedHours",
    "WebsiteSettingsLogin",
    "WebsiteSettingsLoginStep",
]
