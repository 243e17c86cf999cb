# Made by `npm run clients`: do not edit.

from __future__ import annotations

from typing import Any, Literal, TypedDict


class ListWebsitesParams(TypedDict, total=False):
    limit: int
    """How many, 1 to 100; 20 unless told."""
    cursor: str
    """The `next_cursor` of the page before."""
    tag: str
    """Only those with this tag."""
    group: str
    """Only those of this group."""
    criticality: Literal["low", "medium", "high", "critical"]
    grade: Literal["A+", "A", "B", "C", "D", "F"]
    min_score: int
    """Not those with a lower score, or none."""
    max_score: int
    """Not those with a higher score, or none."""
    verified: bool
    """Whether it is shown to be yours."""
    q: str
    """Part of the name or the address."""
    url: str
    """Only the one of this scheme, host and port."""


class _CreateWebsiteParamsNeeded(TypedDict):
    url: str


class CreateWebsiteParams(_CreateWebsiteParamsNeeded, total=False):
    name: str
    tags: list[str]
    groups: list[str]
    criticality: Literal["low", "medium", "high", "critical"]
    settings: CreateWebsiteParamsSettings


class CreateWebsiteParamsSettings(TypedDict, total=False):
    headers: dict[str, str | None] | None
    cookies: dict[str, str | None] | None
    login: CreateWebsiteParamsSettingsLogin | None
    include: list[str] | None
    exclude: list[str] | None
    requests_per_second: float | None
    concurrent_requests: int | None
    allowed_hours: CreateWebsiteParamsSettingsAllowedHours | None
    openapi_url: str | None
    user_agent_suffix: str | None
    obey_robots: bool | None
    use_browser: bool | None


class CreateWebsiteParamsSettingsLogin(TypedDict, total=False):
    url: str | None
    username: str | None
    password: str | None
    username_field: str | None
    password_field: str | None
    fields: dict[str, str | None] | None
    steps: list[CreateWebsiteParamsSettingsLoginStep] | None
    logged_in: str | None
    logged_out: str | None


class _CreateWebsiteParamsSettingsLoginStepNeeded(TypedDict):
    url: str


class CreateWebsiteParamsSettingsLoginStep(_CreateWebsiteParamsSettingsLoginStepNeeded, total=False):
    method: Literal["GET", "POST", "PUT", "PATCH"]
    headers: dict[str, str]
    form: dict[str, str]
    body: str
    extract: dict[str, str]


_CreateWebsiteParamsSettingsAllowedHoursOdd = TypedDict("_CreateWebsiteParamsSettingsAllowedHoursOdd", {"from": "str"}, total=False)


class CreateWebsiteParamsSettingsAllowedHours(_CreateWebsiteParamsSettingsAllowedHoursOdd):
    to: str
    """HH:MM."""
    time_zone: str


class _UpdateWebsitesParamsNeeded(TypedDict):
    ids: list[str]


class UpdateWebsitesParams(_UpdateWebsitesParamsNeeded, total=False):
    tags: list[str] | None
    groups: list[str] | None
    criticality: Literal["low", "medium", "high", "critical"] | None
    settings: UpdateWebsitesParamsSettings | None


class UpdateWebsitesParamsSettings(TypedDict, total=False):
    headers: dict[str, str | None] | None
    cookies: dict[str, str | None] | None
    login: UpdateWebsitesParamsSettingsLogin | None
    include: list[str] | None
    exclude: list[str] | None
    requests_per_second: float | None
    concurrent_requests: int | None
    allowed_hours: UpdateWebsitesParamsSettingsAllowedHours | None
    openapi_url: str | None
    user_agent_suffix: str | None
    obey_robots: bool | None
    use_browser: bool | None


class UpdateWebsitesParamsSettingsLogin(TypedDict, total=False):
    url: str | None
    username: str | None
    password: str | None
    username_field: str | None
    password_field: str | None
    fields: dict[str, str | None] | None
    steps: list[UpdateWebsitesParamsSettingsLoginStep] | None
    logged_in: str | None
    logged_out: str | None


class _UpdateWebsitesParamsSettingsLoginStepNeeded(TypedDict):
    url: str


class UpdateWebsitesParamsSettingsLoginStep(_UpdateWebsitesParamsSettingsLoginStepNeeded, total=False):
    method: Literal["GET", "POST", "PUT", "PATCH"]
    headers: dict[str, str]
    form: dict[str, str]
    body: str
    extract: dict[str, str]


_UpdateWebsitesParamsSettingsAllowedHoursOdd = TypedDict("_UpdateWebsitesParamsSettingsAllowedHoursOdd", {"from": "str"}, total=False)


class UpdateWebsitesParamsSettingsAllowedHours(_UpdateWebsitesParamsSettingsAllowedHoursOdd):
    to: str
    """HH:MM."""
    time_zone: str


class UpdateWebsiteParams(TypedDict, total=False):
    name: str | None
    tags: list[str] | None
    groups: list[str] | None
    criticality: Literal["low", "medium", "high", "critical"] | None
    settings: UpdateWebsiteParamsSettings | None


class UpdateWebsiteParamsSettings(TypedDict, total=False):
    headers: dict[str, str | None] | None
    cookies: dict[str, str | None] | None
    login: UpdateWebsiteParamsSettingsLogin | None
    include: list[str] | None
    exclude: list[str] | None
    requests_per_second: float | None
    concurrent_requests: int | None
    allowed_hours: UpdateWebsiteParamsSettingsAllowedHours | None
    openapi_url: str | None
    user_agent_suffix: str | None
    obey_robots: bool | None
    use_browser: bool | None


class UpdateWebsiteParamsSettingsLogin(TypedDict, total=False):
    url: str | None
    username: str | None
    password: str | None
    username_field: str | None
    password_field: str | None
    fields: dict[str, str | None] | None
    steps: list[UpdateWebsiteParamsSettingsLoginStep] | None
    logged_in: str | None
    logged_out: str | None


class _UpdateWebsiteParamsSettingsLoginStepNeeded(TypedDict):
    url: str


class UpdateWebsiteParamsSettingsLoginStep(_UpdateWebsiteParamsSettingsLoginStepNeeded, total=False):
    method: Literal["GET", "POST", "PUT", "PATCH"]
    headers: dict[str, str]
    form: dict[str, str]
    body: str
    extract: dict[str, str]


_UpdateWebsiteParamsSettingsAllowedHoursOdd = TypedDict("_UpdateWebsiteParamsSettingsAllowedHoursOdd", {"from": "str"}, total=False)


class UpdateWebsiteParamsSettingsAllowedHours(_UpdateWebsiteParamsSettingsAllowedHoursOdd):
    to: str
    """HH:MM."""
    time_zone: str


_GetScoreHistoryParamsOdd = TypedDict("_GetScoreHistoryParamsOdd", {"from": "str"}, total=False)


class GetScoreHistoryParams(_GetScoreHistoryParamsOdd, total=False):
    limit: int
    """How many, 1 to 100; 20 unless told."""
    cursor: str
    """The `next_cursor` of the page before."""
    scan_type: Literal["quick", "full", "active"]
    to: str
    """Before this moment."""


class ListWebsiteGroupsParams(TypedDict, total=False):
    limit: int
    """How many, 1 to 100; 20 unless told."""
    cursor: str
    """The `next_cursor` of the page before."""


class _CreateWebsiteGroupParamsNeeded(TypedDict):
    name: str


class CreateWebsiteGroupParams(_CreateWebsiteGroupParamsNeeded, total=False):
    description: str


class UpdateWebsiteGroupParams(TypedDict, total=False):
    name: str
    description: str | None


class ImportWebsitesParams(TypedDict, total=False):
    websites: list[ImportWebsitesParamsWebsite]
    csv: str
    """Instead of `websites`: RFC 4180, its first line names the columns, of `url`, `name`, `tags`, `groups`, `criticality`; several tags or groups in one field are parted by semicolons. At most 1000 rows."""


class _ImportWebsitesParamsWebsiteNeeded(TypedDict):
    url: str


class ImportWebsitesParamsWebsite(_ImportWebsitesParamsWebsiteNeeded, total=False):
    name: str
    tags: list[str]
    groups: list[str]
    criticality: Literal["low", "medium", "high", "critical"]


class BeginVerificationParams(TypedDict):
    method: Literal["dns", "file", "meta"]


class ListScansParams(TypedDict, total=False):
    limit: int
    """How many, 1 to 100; 20 unless told."""
    cursor: str
    """The `next_cursor` of the page before."""
    website_id: str
    """Only those of this website."""
    status: Literal["queued", "running", "done", "failed", "canceled"]
    scan_type: Literal["quick", "full", "active"]
    schedule_id: str
    """Only those that this schedule began."""


class CreateScanParams(TypedDict, total=False):
    website_id: str
    """The website to scan; or else give `url`."""
    url: str
    """Of a website that need not be registered yet: it is then, by scheme, host and port."""
    scan_type: Literal["quick", "full", "active"]
    """`quick` asks the start page and its surroundings, in seconds; `full` looks further. `active` attacks, and is not available yet."""
    priority: Literal["low", "normal", "high"]
    """Which of your own waiting scans goes first; among equals, the oldest."""
    policy_id: str
    """A policy that judges the scan: `gate` of the finished scan says how."""


class ListScanVulnerabilitiesParams(TypedDict, total=False):
    limit: int
    """How many, 1 to 100; 20 unless told."""
    cursor: str
    """The `next_cursor` of the page before."""
    severity: Literal["critical", "high", "medium", "low", "info"]
    status: Literal["open", "fixed", "reopened", "accepted_risk", "false_positive", "merged"]
    confidence: Literal["confirmed", "firm", "tentative"]
    type: Literal["vulnerability", "misconfiguration", "exposure", "threat", "information"]
    check: str
    """Only those that this check found."""
    cve: str
    """Only those of this CVE."""
    kev: bool
    """Whether CISA lists a flaw of it as exploited: only those, or none of them."""
    assigned_to: str
    """Only those given to this person."""
    first_seen_after: str
    """Only those first seen then or later."""
    first_seen_before: str
    """Only those first seen before."""
    q: str
    """A CVE, or words that are all in the title or in the check’s id."""


class GetScanReportParams(TypedDict, total=False):
    format: Literal["json", "html", "sarif", "junit", "pdf", "csv"]


class ListSchedulesParams(TypedDict, total=False):
    limit: int
    """How many, 1 to 100; 20 unless told."""
    cursor: str
    """The `next_cursor` of the page before."""
    website_id: str
    """Of one website."""


class _CreateScheduleParamsNeeded(TypedDict):
    website_id: str


class CreateScheduleParams(_CreateScheduleParamsNeeded, total=False):
    cron: str
    """Minute, hour, day, month, day of the week."""
    every: Literal["hourly", "daily", "weekly", "monthly"]
    """Instead of a cron: at a time of the schedule’s own, so that not all begin at once; see `next_runs`."""
    time_zone: str
    """Of the IANA database; UTC unless told."""
    window: CreateScheduleParamsWindow
    """Scans begin only from `from` until before `to`, in the time zone; it may span midnight."""
    jitter: int
    """Seconds by which each run is put off at most, never out of the window; 0 unless told."""
    scan_type: Literal["quick", "full", "active"]
    priority: Literal["low", "normal", "high"]
    enabled: bool


_CreateScheduleParamsWindowOdd = TypedDict("_CreateScheduleParamsWindowOdd", {"from": "str"}, total=False)


class CreateScheduleParamsWindow(_CreateScheduleParamsWindowOdd):
    to: str
    """HH:MM."""


class UpdateScheduleParams(TypedDict, total=False):
    cron: str | None
    every: Literal["hourly", "daily", "weekly", "monthly"] | None
    time_zone: str | None
    window: UpdateScheduleParamsWindow | None
    jitter: int | None
    scan_type: Literal["quick", "full", "active"] | None
    priority: Literal["low", "normal", "high"] | None
    enabled: bool


_UpdateScheduleParamsWindowOdd = TypedDict("_UpdateScheduleParamsWindowOdd", {"from": "str"}, total=False)


class UpdateScheduleParamsWindow(_UpdateScheduleParamsWindowOdd):
    to: str
    """HH:MM."""


class ListVulnerabilitiesParams(TypedDict, total=False):
    limit: int
    """How many, 1 to 100; 20 unless told."""
    cursor: str
    """The `next_cursor` of the page before."""
    severity: Literal["critical", "high", "medium", "low", "info"]
    status: Literal["open", "fixed", "reopened", "accepted_risk", "false_positive", "merged"]
    confidence: Literal["confirmed", "firm", "tentative"]
    type: Literal["vulnerability", "misconfiguration", "exposure", "threat", "information"]
    check: str
    """Only those that this check found."""
    cve: str
    """Only those of this CVE."""
    kev: bool
    """Whether CISA lists a flaw of it as exploited: only those, or none of them."""
    assigned_to: str
    """Only those given to this person."""
    first_seen_after: str
    """Only those first seen then or later."""
    first_seen_before: str
    """Only those first seen before."""
    q: str
    """A CVE, or words that are all in the title or in the check’s id."""
    website_id: str
    """Only those of this website."""
    tag: str
    """Only those of websites with this tag."""


class _UpdateVulnerabilitiesParamsNeeded(TypedDict):
    ids: list[str]


class UpdateVulnerabilitiesParams(_UpdateVulnerabilitiesParamsNeeded, total=False):
    status: Literal["open", "accepted_risk", "false_positive"]
    """`fixed` and `reopened` are not for people to say: scans see them."""
    reason: str | None
    expires_at: str | None
    assignee: str | None


class UpdateVulnerabilityParams(TypedDict, total=False):
    status: Literal["open", "accepted_risk", "false_positive"]
    """`fixed` and `reopened` are not for people to say: scans see them."""
    reason: str | None
    expires_at: str | None
    assignee: str | None


class ListVulnerabilityCommentsParams(TypedDict, total=False):
    limit: int
    """How many, 1 to 100; 20 unless told."""
    cursor: str
    """The `next_cursor` of the page before."""


class CreateVulnerabilityCommentParams(TypedDict):
    body: str


class ListVulnerabilityVerificationsParams(TypedDict, total=False):
    limit: int
    """How many, 1 to 100; 20 unless told."""
    cursor: str
    """The `next_cursor` of the page before."""


class MergeVulnerabilityParams(TypedDict):
    into: str


class SplitVulnerabilityParams(TypedDict, total=False):
    vulnerability_id: str
    """One that was merged into it, to be one of its own again."""
    path: str
    """The beginning of a path: the places below it become a vulnerability of their own."""


_GetOverviewParamsOdd = TypedDict("_GetOverviewParamsOdd", {"from": "str"}, total=False)


class GetOverviewParams(_GetOverviewParamsOdd, total=False):
    website_ids: str
    """Only these websites, at most 100. Separated by commas."""
    tags: str
    """Only websites with one of these tags. Separated by commas."""
    groups: str
    """Only websites in one of these groups. Separated by commas."""
    tenants: str
    """`all`, or ids of organisations under yours: their websites instead of your own. Not together with the other three. Separated by commas."""
    to: str
    """Last day, UTC. Default: today. At most 400 days with the first."""


class ListMonitorsParams(TypedDict, total=False):
    limit: int
    """How many, 1 to 100; 20 unless told."""
    cursor: str
    """The `next_cursor` of the page before."""
    website_id: str
    kind: Literal["uptime", "certificate", "headers", "dns", "content", "scripts", "score", "malware", "domain"]
    status: Literal["pending", "up", "degraded", "down", "unknown"]


class _CreateMonitorParamsNeeded(TypedDict):
    website_id: str
    kind: Literal["uptime", "certificate", "headers", "dns", "content", "scripts", "score", "malware", "domain"]


class CreateMonitorParams(_CreateMonitorParamsNeeded, total=False):
    interval: int
    """Seconds between two looks. Default 300; of malware 3600, and at least 300; of domain 86400, and at least 3600."""
    thresholds: CreateMonitorParamsThresholds
    enabled: bool


class CreateMonitorParamsThresholds(TypedDict, total=False):
    timeout_ms: int
    """uptime: milliseconds for connecting, and again for the answer. Default 10000."""
    max_response_ms: int
    """uptime: slower than this is an alarm. Default: none."""
    expected_status: list[int]
    """uptime: the good answers. Default: 200 to 399, and 401, 403 and 429."""
    expiry_days: int
    """certificate, domain: days before its end. Default 21 and 30."""
    required_headers: list[str]
    """headers: security headers that have to be there, besides those that were seen before."""
    max_change_percent: int
    """content: how much of the text may change. Default 30."""
    min_score: int
    """score: lower is an alarm."""
    max_drop: int
    """score: falling by more is an alarm. Default 9."""


class UpdateMonitorParams(TypedDict, total=False):
    interval: int | None
    thresholds: UpdateMonitorParamsThresholds | None
    enabled: bool


class UpdateMonitorParamsThresholds(TypedDict, total=False):
    timeout_ms: int | None
    max_response_ms: int | None
    expected_status: list[int] | None
    expiry_days: int | None
    required_headers: list[str] | None
    max_change_percent: int | None
    min_score: int | None
    max_drop: int | None


_GetMonitorHistoryParamsOdd = TypedDict("_GetMonitorHistoryParamsOdd", {"from": "str"}, total=False)


class GetMonitorHistoryParams(_GetMonitorHistoryParamsOdd, total=False):
    step: Literal["hour", "day"]
    to: str


class ListAlertsParams(TypedDict, total=False):
    limit: int
    """How many, 1 to 100; 20 unless told."""
    cursor: str
    """The `next_cursor` of the page before."""
    status: Literal["open", "acknowledged", "resolved"]
    kind: Literal["uptime", "certificate", "headers", "dns", "content", "scripts", "score", "malware", "domain", "policy", "compliance", "schedule", "monitoring"]
    severity: Literal["critical", "high", "medium", "low", "info"]
    website_id: str
    monitor_id: str


class UpdateAlertParams(TypedDict):
    status: Literal["open", "acknowledged", "resolved"]
    """`acknowledged`: somebody looks after it. `open`: nobody does, after all. `resolved`: what is there now is how it should be."""


class ListAlertChannelsParams(TypedDict, total=False):
    limit: int
    """How many, 1 to 100; 20 unless told."""
    cursor: str
    """The `next_cursor` of the page before."""
    kind: Literal["mail", "slack", "teams", "pagerduty", "webhook"]


class _CreateAlertChannelParamsNeeded(TypedDict):
    name: str
    kind: Literal["mail", "slack", "teams", "pagerduty", "webhook"]
    settings: CreateAlertChannelParamsSettings


class CreateAlertChannelParams(_CreateAlertChannelParamsNeeded, total=False):
    filter: CreateAlertChannelParamsFilter
    """Which alerts are told here: those that meet all that is set."""
    quiet_hours: CreateAlertChannelParamsQuietHours | None
    digest: CreateAlertChannelParamsDigest
    critical_at_once: bool
    """Whether critical alerts are told at once, also in quiet hours and beside a digest. Default true."""


class CreateAlertChannelParamsSettings(TypedDict, total=False):
    to: list[str]
    """mail: the addresses."""
    url: str
    """slack: of an incoming webhook. teams: of a workflow that posts to a channel when a webhook request is received. webhook: the endpoint. Those of slack and teams are secrets, and never shown again."""
    routing_key: str
    """pagerduty: of an Events API v2 integration. A secret, and never shown again."""
    region: Literal["us", "eu"]
    """pagerduty: of the service. Default us."""
    base_url: str
    """pagerduty: in place of its own address, as for a relay."""
    secret: str
    """webhook: by which it is signed; of your own, 8 to 256 characters, or `whsec_` and base64. Left out: one is made."""


class CreateAlertChannelParamsFilter(TypedDict, total=False):
    min_severity: Literal["critical", "high", "medium", "low", "info"]
    """Only alerts as bad as this, or worse. Default: all."""
    kinds: list[Literal["uptime", "certificate", "headers", "dns", "content", "scripts", "score", "malware", "domain", "policy", "compliance", "schedule", "monitoring"]]
    """Only alerts that these kinds of monitors raise; `policy`: scans that fail a policy; `schedule`: that one was switched off; `monitoring`: that monitoring itself has stopped. Default: all."""
    policy_id: str
    """Scans of these websites that fail this policy open an alert of kind `policy`; of that kind, no other is told here."""
    website_ids: list[str]
    """Only alerts of these websites, and of those with one of `tags`. Default: all."""
    tags: list[str]


_CreateAlertChannelParamsQuietHoursOdd = TypedDict("_CreateAlertChannelParamsQuietHoursOdd", {"from": "str"}, total=False)


class CreateAlertChannelParamsQuietHours(_CreateAlertChannelParamsQuietHoursOdd):
    to: str
    """HH:MM."""
    time_zone: str
    """Of the IANA database, as Europe/Berlin."""


class _CreateAlertChannelParamsDigestNeeded(TypedDict):
    every: Literal["immediately", "hourly", "daily"]


class CreateAlertChannelParamsDigest(_CreateAlertChannelParamsDigestNeeded, total=False):
    at: str
    """daily: at this time. Default 08:00."""
    time_zone: str
    """daily: of `at`. Default UTC."""


class UpdateAlertChannelParams(TypedDict, total=False):
    name: str
    settings: UpdateAlertChannelParamsSettings
    filter: UpdateAlertChannelParamsFilter | None
    quiet_hours: UpdateAlertChannelParamsQuietHours | None
    digest: UpdateAlertChannelParamsDigest | None
    critical_at_once: bool | None
    enabled: bool


class UpdateAlertChannelParamsSettings(TypedDict, total=False):
    to: list[str]
    """mail: the addresses."""
    url: str
    """slack: of an incoming webhook. teams: of a workflow that posts to a channel when a webhook request is received. webhook: the endpoint. Those of slack and teams are secrets, and never shown again."""
    routing_key: str
    """pagerduty: of an Events API v2 integration. A secret, and never shown again."""
    region: Literal["us", "eu"]
    """pagerduty: of the service. Default us."""
    base_url: str
    """pagerduty: in place of its own address, as for a relay."""
    secret: str
    """webhook: by which it is signed; of your own, 8 to 256 characters, or `whsec_` and base64. Left out: one is made."""


class UpdateAlertChannelParamsFilter(TypedDict, total=False):
    min_severity: Literal["critical", "high", "medium", "low", "info"]
    """Only alerts as bad as this, or worse. Default: all."""
    kinds: list[Literal["uptime", "certificate", "headers", "dns", "content", "scripts", "score", "malware", "domain", "policy", "compliance", "schedule", "monitoring"]]
    """Only alerts that these kinds of monitors raise; `policy`: scans that fail a policy; `schedule`: that one was switched off; `monitoring`: that monitoring itself has stopped. Default: all."""
    policy_id: str
    """Scans of these websites that fail this policy open an alert of kind `policy`; of that kind, no other is told here."""
    website_ids: list[str]
    """Only alerts of these websites, and of those with one of `tags`. Default: all."""
    tags: list[str]


_UpdateAlertChannelParamsQuietHoursOdd = TypedDict("_UpdateAlertChannelParamsQuietHoursOdd", {"from": "str"}, total=False)


class UpdateAlertChannelParamsQuietHours(_UpdateAlertChannelParamsQuietHoursOdd):
    to: str
    """HH:MM."""
    time_zone: str
    """Of the IANA database, as Europe/Berlin."""


class _UpdateAlertChannelParamsDigestNeeded(TypedDict):
    every: Literal["immediately", "hourly", "daily"]


class UpdateAlertChannelParamsDigest(_UpdateAlertChannelParamsDigestNeeded, total=False):
    at: str
    """daily: at this time. Default 08:00."""
    time_zone: str
    """daily: of `at`. Default UTC."""


class ListAlertChannelDeliveriesParams(TypedDict, total=False):
    limit: int
    """How many, 1 to 100; 20 unless told."""
    cursor: str
    """The `next_cursor` of the page before."""
    status: Literal["pending", "succeeded", "failed"]


class ListPoliciesParams(TypedDict, total=False):
    limit: int
    """How many, 1 to 100; 20 unless told."""
    cursor: str
    """The `next_cursor` of the page before."""


class _CreatePolicyParamsNeeded(TypedDict):
    name: str
    fail_when: CreatePolicyParamsFailWhen


class CreatePolicyParams(_CreatePolicyParamsNeeded, total=False):
    description: str


class CreatePolicyParamsFailWhen(TypedDict, total=False):
    severity: Literal["critical", "high", "medium", "low", "info"]
    """A vulnerability so bad, or worse."""
    confidence: Literal["confirmed", "firm", "tentative"]
    """So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do."""
    new: bool
    """true: seen by this scan for the first time, or back again. false: known before."""
    type: list[Literal["vulnerability", "misconfiguration", "exposure", "threat", "information"]]
    kev: bool
    """Whether CISA lists a flaw of it as exploited."""
    age_days: int
    """Known for so many days, or longer."""
    compliance: CreatePolicyParamsFailWhenCompliance
    """A vulnerability that speaks to a requirement of the framework."""
    score_below: int
    """The scan’s score is lower."""
    score_dropped_by: int
    """The score is lower by so much, or more, than that of the last scan of the same type and rules."""
    website_tags: list[str]
    """The website has one of these tags."""
    website_criticality: Literal["low", "medium", "high", "critical"]
    """The website is so critical, or more."""
    all: list[CreatePolicyParamsFailWhenAll]
    """Each of them is met."""
    any: list[CreatePolicyParamsFailWhenAny]
    """One of them is met."""


class _CreatePolicyParamsFailWhenComplianceNeeded(TypedDict):
    framework: str


class CreatePolicyParamsFailWhenCompliance(_CreatePolicyParamsFailWhenComplianceNeeded, total=False):
    requirements: list[str]
    """One of these; without it, any."""


class CreatePolicyParamsFailWhenAll(TypedDict, total=False):
    severity: Literal["critical", "high", "medium", "low", "info"]
    """A vulnerability so bad, or worse."""
    confidence: Literal["confirmed", "firm", "tentative"]
    """So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do."""
    new: bool
    """true: seen by this scan for the first time, or back again. false: known before."""
    type: list[Literal["vulnerability", "misconfiguration", "exposure", "threat", "information"]]
    kev: bool
    """Whether CISA lists a flaw of it as exploited."""
    age_days: int
    """Known for so many days, or longer."""
    compliance: CreatePolicyParamsFailWhenAllCompliance
    """A vulnerability that speaks to a requirement of the framework."""
    score_below: int
    """The scan’s score is lower."""
    score_dropped_by: int
    """The score is lower by so much, or more, than that of the last scan of the same type and rules."""
    website_tags: list[str]
    """The website has one of these tags."""
    website_criticality: Literal["low", "medium", "high", "critical"]
    """The website is so critical, or more."""
    all: list[CreatePolicyParamsFailWhenAllAll]
    """Each of them is met."""
    any: list[CreatePolicyParamsFailWhenAllAny]
    """One of them is met."""


class _CreatePolicyParamsFailWhenAllComplianceNeeded(TypedDict):
    framework: str


class CreatePolicyParamsFailWhenAllCompliance(_CreatePolicyParamsFailWhenAllComplianceNeeded, total=False):
    requirements: list[str]
    """One of these; without it, any."""


class CreatePolicyParamsFailWhenAllAll(TypedDict, total=False):
    severity: Literal["critical", "high", "medium", "low", "info"]
    """A vulnerability so bad, or worse."""
    confidence: Literal["confirmed", "firm", "tentative"]
    """So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do."""
    new: bool
    """true: seen by this scan for the first time, or back again. false: known before."""
    type: list[Literal["vulnerability", "misconfiguration", "exposure", "threat", "information"]]
    kev: bool
    """Whether CISA lists a flaw of it as exploited."""
    age_days: int
    """Known for so many days, or longer."""
    compliance: CreatePolicyParamsFailWhenAllAllCompliance
    """A vulnerability that speaks to a requirement of the framework."""
    score_below: int
    """The scan’s score is lower."""
    score_dropped_by: int
    """The score is lower by so much, or more, than that of the last scan of the same type and rules."""
    website_tags: list[str]
    """The website has one of these tags."""
    website_criticality: Literal["low", "medium", "high", "critical"]
    """The website is so critical, or more."""


class _CreatePolicyParamsFailWhenAllAllComplianceNeeded(TypedDict):
    framework: str


class CreatePolicyParamsFailWhenAllAllCompliance(_CreatePolicyParamsFailWhenAllAllComplianceNeeded, total=False):
    requirements: list[str]
    """One of these; without it, any."""


class CreatePolicyParamsFailWhenAllAny(TypedDict, total=False):
    severity: Literal["critical", "high", "medium", "low", "info"]
    """A vulnerability so bad, or worse."""
    confidence: Literal["confirmed", "firm", "tentative"]
    """So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do."""
    new: bool
    """true: seen by this scan for the first time, or back again. false: known before."""
    type: list[Literal["vulnerability", "misconfiguration", "exposure", "threat", "information"]]
    kev: bool
    """Whether CISA lists a flaw of it as exploited."""
    age_days: int
    """Known for so many days, or longer."""
    compliance: CreatePolicyParamsFailWhenAllAnyCompliance
    """A vulnerability that speaks to a requirement of the framework."""
    score_below: int
    """The scan’s score is lower."""
    score_dropped_by: int
    """The score is lower by so much, or more, than that of the last scan of the same type and rules."""
    website_tags: list[str]
    """The website has one of these tags."""
    website_criticality: Literal["low", "medium", "high", "critical"]
    """The website is so critical, or more."""


class _CreatePolicyParamsFailWhenAllAnyComplianceNeeded(TypedDict):
    framework: str


class CreatePolicyParamsFailWhenAllAnyCompliance(_CreatePolicyParamsFailWhenAllAnyComplianceNeeded, total=False):
    requirements: list[str]
    """One of these; without it, any."""


class CreatePolicyParamsFailWhenAny(TypedDict, total=False):
    severity: Literal["critical", "high", "medium", "low", "info"]
    """A vulnerability so bad, or worse."""
    confidence: Literal["confirmed", "firm", "tentative"]
    """So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do."""
    new: bool
    """true: seen by this scan for the first time, or back again. false: known before."""
    type: list[Literal["vulnerability", "misconfiguration", "exposure", "threat", "information"]]
    kev: bool
    """Whether CISA lists a flaw of it as exploited."""
    age_days: int
    """Known for so many days, or longer."""
    compliance: CreatePolicyParamsFailWhenAnyCompliance
    """A vulnerability that speaks to a requirement of the framework."""
    score_below: int
    """The scan’s score is lower."""
    score_dropped_by: int
    """The score is lower by so much, or more, than that of the last scan of the same type and rules."""
    website_tags: list[str]
    """The website has one of these tags."""
    website_criticality: Literal["low", "medium", "high", "critical"]
    """The website is so critical, or more."""
    all: list[CreatePolicyParamsFailWhenAnyAll]
    """Each of them is met."""
    any: list[CreatePolicyParamsFailWhenAnyAny]
    """One of them is met."""


class _CreatePolicyParamsFailWhenAnyComplianceNeeded(TypedDict):
    framework: str


class CreatePolicyParamsFailWhenAnyCompliance(_CreatePolicyParamsFailWhenAnyComplianceNeeded, total=False):
    requirements: list[str]
    """One of these; without it, any."""


class CreatePolicyParamsFailWhenAnyAll(TypedDict, total=False):
    severity: Literal["critical", "high", "medium", "low", "info"]
    """A vulnerability so bad, or worse."""
    confidence: Literal["confirmed", "firm", "tentative"]
    """So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do."""
    new: bool
    """true: seen by this scan for the first time, or back again. false: known before."""
    type: list[Literal["vulnerability", "misconfiguration", "exposure", "threat", "information"]]
    kev: bool
    """Whether CISA lists a flaw of it as exploited."""
    age_days: int
    """Known for so many days, or longer."""
    compliance: CreatePolicyParamsFailWhenAnyAllCompliance
    """A vulnerability that speaks to a requirement of the framework."""
    score_below: int
    """The scan’s score is lower."""
    score_dropped_by: int
    """The score is lower by so much, or more, than that of the last scan of the same type and rules."""
    website_tags: list[str]
    """The website has one of these tags."""
    website_criticality: Literal["low", "medium", "high", "critical"]
    """The website is so critical, or more."""


class _CreatePolicyParamsFailWhenAnyAllComplianceNeeded(TypedDict):
    framework: str


class CreatePolicyParamsFailWhenAnyAllCompliance(_CreatePolicyParamsFailWhenAnyAllComplianceNeeded, total=False):
    requirements: list[str]
    """One of these; without it, any."""


class CreatePolicyParamsFailWhenAnyAny(TypedDict, total=False):
    severity: Literal["critical", "high", "medium", "low", "info"]
    """A vulnerability so bad, or worse."""
    confidence: Literal["confirmed", "firm", "tentative"]
    """So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do."""
    new: bool
    """true: seen by this scan for the first time, or back again. false: known before."""
    type: list[Literal["vulnerability", "misconfiguration", "exposure", "threat", "information"]]
    kev: bool
    """Whether CISA lists a flaw of it as exploited."""
    age_days: int
    """Known for so many days, or longer."""
    compliance: CreatePolicyParamsFailWhenAnyAnyCompliance
    """A vulnerability that speaks to a requirement of the framework."""
    score_below: int
    """The scan’s score is lower."""
    score_dropped_by: int
    """The score is lower by so much, or more, than that of the last scan of the same type and rules."""
    website_tags: list[str]
    """The website has one of these tags."""
    website_criticality: Literal["low", "medium", "high", "critical"]
    """The website is so critical, or more."""


class _CreatePolicyParamsFailWhenAnyAnyComplianceNeeded(TypedDict):
    framework: str


class CreatePolicyParamsFailWhenAnyAnyCompliance(_CreatePolicyParamsFailWhenAnyAnyComplianceNeeded, total=False):
    requirements: list[str]
    """One of these; without it, any."""


class UpdatePolicyParams(TypedDict, total=False):
    name: str
    description: str | None
    fail_when: UpdatePolicyParamsFailWhen
    """Replaced whole."""


class UpdatePolicyParamsFailWhen(TypedDict, total=False):
    severity: Literal["critical", "high", "medium", "low", "info"]
    """A vulnerability so bad, or worse."""
    confidence: Literal["confirmed", "firm", "tentative"]
    """So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do."""
    new: bool
    """true: seen by this scan for the first time, or back again. false: known before."""
    type: list[Literal["vulnerability", "misconfiguration", "exposure", "threat", "information"]]
    kev: bool
    """Whether CISA lists a flaw of it as exploited."""
    age_days: int
    """Known for so many days, or longer."""
    compliance: UpdatePolicyParamsFailWhenCompliance
    """A vulnerability that speaks to a requirement of the framework."""
    score_below: int
    """The scan’s score is lower."""
    score_dropped_by: int
    """The score is lower by so much, or more, than that of the last scan of the same type and rules."""
    website_tags: list[str]
    """The website has one of these tags."""
    website_criticality: Literal["low", "medium", "high", "critical"]
    """The website is so critical, or more."""
    all: list[UpdatePolicyParamsFailWhenAll]
    """Each of them is met."""
    any: list[UpdatePolicyParamsFailWhenAny]
    """One of them is met."""


class _UpdatePolicyParamsFailWhenComplianceNeeded(TypedDict):
    framework: str


class UpdatePolicyParamsFailWhenCompliance(_UpdatePolicyParamsFailWhenComplianceNeeded, total=False):
    requirements: list[str]
    """One of these; without it, any."""


class UpdatePolicyParamsFailWhenAll(TypedDict, total=False):
    severity: Literal["critical", "high", "medium", "low", "info"]
    """A vulnerability so bad, or worse."""
    confidence: Literal["confirmed", "firm", "tentative"]
    """So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do."""
    new: bool
    """true: seen by this scan for the first time, or back again. false: known before."""
    type: list[Literal["vulnerability", "misconfiguration", "exposure", "threat", "information"]]
    kev: bool
    """Whether CISA lists a flaw of it as exploited."""
    age_days: int
    """Known for so many days, or longer."""
    compliance: UpdatePolicyParamsFailWhenAllCompliance
    """A vulnerability that speaks to a requirement of the framework."""
    score_below: int
    """The scan’s score is lower."""
    score_dropped_by: int
    """The score is lower by so much, or more, than that of the last scan of the same type and rules."""
    website_tags: list[str]
    """The website has one of these tags."""
    website_criticality: Literal["low", "medium", "high", "critical"]
    """The website is so critical, or more."""
    all: list[UpdatePolicyParamsFailWhenAllAll]
    """Each of them is met."""
    any: list[UpdatePolicyParamsFailWhenAllAny]
    """One of them is met."""


class _UpdatePolicyParamsFailWhenAllComplianceNeeded(TypedDict):
    framework: str


class UpdatePolicyParamsFailWhenAllCompliance(_UpdatePolicyParamsFailWhenAllComplianceNeeded, total=False):
    requirements: list[str]
    """One of these; without it, any."""


class UpdatePolicyParamsFailWhenAllAll(TypedDict, total=False):
    severity: Literal["critical", "high", "medium", "low", "info"]
    """A vulnerability so bad, or worse."""
    confidence: Literal["confirmed", "firm", "tentative"]
    """So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do."""
    new: bool
    """true: seen by this scan for the first time, or back again. false: known before."""
    type: list[Literal["vulnerability", "misconfiguration", "exposure", "threat", "information"]]
    kev: bool
    """Whether CISA lists a flaw of it as exploited."""
    age_days: int
    """Known for so many days, or longer."""
    compliance: UpdatePolicyParamsFailWhenAllAllCompliance
    """A vulnerability that speaks to a requirement of the framework."""
    score_below: int
    """The scan’s score is lower."""
    score_dropped_by: int
    """The score is lower by so much, or more, than that of the last scan of the same type and rules."""
    website_tags: list[str]
    """The website has one of these tags."""
    website_criticality: Literal["low", "medium", "high", "critical"]
    """The website is so critical, or more."""


class _UpdatePolicyParamsFailWhenAllAllComplianceNeeded(TypedDict):
    framework: str


class UpdatePolicyParamsFailWhenAllAllCompliance(_UpdatePolicyParamsFailWhenAllAllComplianceNeeded, total=False):
    requirements: list[str]
    """One of these; without it, any."""


class UpdatePolicyParamsFailWhenAllAny(TypedDict, total=False):
    severity: Literal["critical", "high", "medium", "low", "info"]
    """A vulnerability so bad, or worse."""
    confidence: Literal["confirmed", "firm", "tentative"]
    """So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do."""
    new: bool
    """true: seen by this scan for the first time, or back again. false: known before."""
    type: list[Literal["vulnerability", "misconfiguration", "exposure", "threat", "information"]]
    kev: bool
    """Whether CISA lists a flaw of it as exploited."""
    age_days: int
    """Known for so many days, or longer."""
    compliance: UpdatePolicyParamsFailWhenAllAnyCompliance
    """A vulnerability that speaks to a requirement of the framework."""
    score_below: int
    """The scan’s score is lower."""
    score_dropped_by: int
    """The score is lower by so much, or more, than that of the last scan of the same type and rules."""
    website_tags: list[str]
    """The website has one of these tags."""
    website_criticality: Literal["low", "medium", "high", "critical"]
    """The website is so critical, or more."""


class _UpdatePolicyParamsFailWhenAllAnyComplianceNeeded(TypedDict):
    framework: str


class UpdatePolicyParamsFailWhenAllAnyCompliance(_UpdatePolicyParamsFailWhenAllAnyComplianceNeeded, total=False):
    requirements: list[str]
    """One of these; without it, any."""


class UpdatePolicyParamsFailWhenAny(TypedDict, total=False):
    severity: Literal["critical", "high", "medium", "low", "info"]
    """A vulnerability so bad, or worse."""
    confidence: Literal["confirmed", "firm", "tentative"]
    """So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do."""
    new: bool
    """true: seen by this scan for the first time, or back again. false: known before."""
    type: list[Literal["vulnerability", "misconfiguration", "exposure", "threat", "information"]]
    kev: bool
    """Whether CISA lists a flaw of it as exploited."""
    age_days: int
    """Known for so many days, or longer."""
    compliance: UpdatePolicyParamsFailWhenAnyCompliance
    """A vulnerability that speaks to a requirement of the framework."""
    score_below: int
    """The scan’s score is lower."""
    score_dropped_by: int
    """The score is lower by so much, or more, than that of the last scan of the same type and rules."""
    website_tags: list[str]
    """The website has one of these tags."""
    website_criticality: Literal["low", "medium", "high", "critical"]
    """The website is so critical, or more."""
    all: list[UpdatePolicyParamsFailWhenAnyAll]
    """Each of them is met."""
    any: list[UpdatePolicyParamsFailWhenAnyAny]
    """One of them is met."""


class _UpdatePolicyParamsFailWhenAnyComplianceNeeded(TypedDict):
    framework: str


class UpdatePolicyParamsFailWhenAnyCompliance(_UpdatePolicyParamsFailWhenAnyComplianceNeeded, total=False):
    requirements: list[str]
    """One of these; without it, any."""


class UpdatePolicyParamsFailWhenAnyAll(TypedDict, total=False):
    severity: Literal["critical", "high", "medium", "low", "info"]
    """A vulnerability so bad, or worse."""
    confidence: Literal["confirmed", "firm", "tentative"]
    """So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do."""
    new: bool
    """true: seen by this scan for the first time, or back again. false: known before."""
    type: list[Literal["vulnerability", "misconfiguration", "exposure", "threat", "information"]]
    kev: bool
    """Whether CISA lists a flaw of it as exploited."""
    age_days: int
    """Known for so many days, or longer."""
    compliance: UpdatePolicyParamsFailWhenAnyAllCompliance
    """A vulnerability that speaks to a requirement of the framework."""
    score_below: int
    """The scan’s score is lower."""
    score_dropped_by: int
    """The score is lower by so much, or more, than that of the last scan of the same type and rules."""
    website_tags: list[str]
    """The website has one of these tags."""
    website_criticality: Literal["low", "medium", "high", "critical"]
    """The website is so critical, or more."""


class _UpdatePolicyParamsFailWhenAnyAllComplianceNeeded(TypedDict):
    framework: str


class UpdatePolicyParamsFailWhenAnyAllCompliance(_UpdatePolicyParamsFailWhenAnyAllComplianceNeeded, total=False):
    requirements: list[str]
    """One of these; without it, any."""


class UpdatePolicyParamsFailWhenAnyAny(TypedDict, total=False):
    severity: Literal["critical", "high", "medium", "low", "info"]
    """A vulnerability so bad, or worse."""
    confidence: Literal["confirmed", "firm", "tentative"]
    """So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do."""
    new: bool
    """true: seen by this scan for the first time, or back again. false: known before."""
    type: list[Literal["vulnerability", "misconfiguration", "exposure", "threat", "information"]]
    kev: bool
    """Whether CISA lists a flaw of it as exploited."""
    age_days: int
    """Known for so many days, or longer."""
    compliance: UpdatePolicyParamsFailWhenAnyAnyCompliance
    """A vulnerability that speaks to a requirement of the framework."""
    score_below: int
    """The scan’s score is lower."""
    score_dropped_by: int
    """The score is lower by so much, or more, than that of the last scan of the same type and rules."""
    website_tags: list[str]
    """The website has one of these tags."""
    website_criticality: Literal["low", "medium", "high", "critical"]
    """The website is so critical, or more."""


class _UpdatePolicyParamsFailWhenAnyAnyComplianceNeeded(TypedDict):
    framework: str


class UpdatePolicyParamsFailWhenAnyAnyCompliance(_UpdatePolicyParamsFailWhenAnyAnyComplianceNeeded, total=False):
    requirements: list[str]
    """One of these; without it, any."""


_SimulatePolicyParamsOdd = TypedDict("_SimulatePolicyParamsOdd", {"from": "str"}, total=False)


class SimulatePolicyParams(_SimulatePolicyParamsOdd, total=False):
    website_ids: list[str]
    """Default: all."""
    tags: list[str]
    """Only websites with one of these."""
    scan_type: Literal["quick", "full", "active"]
    to: str
    """Only scans that were asked for before."""
    limit: int
    """How many scans."""
    cursor: str
    """The `next_cursor` of the page before."""


_SimulateDraftParamsOdd = TypedDict("_SimulateDraftParamsOdd", {"from": "str"}, total=False)


class _SimulateDraftParamsNeeded(TypedDict):
    fail_when: SimulateDraftParamsFailWhen


class SimulateDraftParams(_SimulateDraftParamsOdd, _SimulateDraftParamsNeeded, total=False):
    website_ids: list[str]
    """Default: all."""
    tags: list[str]
    """Only websites with one of these."""
    scan_type: Literal["quick", "full", "active"]
    to: str
    """Only scans that were asked for before."""
    limit: int
    """How many scans."""
    cursor: str
    """The `next_cursor` of the page before."""


class SimulateDraftParamsFailWhen(TypedDict, total=False):
    severity: Literal["critical", "high", "medium", "low", "info"]
    """A vulnerability so bad, or worse."""
    confidence: Literal["confirmed", "firm", "tentative"]
    """So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do."""
    new: bool
    """true: seen by this scan for the first time, or back again. false: known before."""
    type: list[Literal["vulnerability", "misconfiguration", "exposure", "threat", "information"]]
    kev: bool
    """Whether CISA lists a flaw of it as exploited."""
    age_days: int
    """Known for so many days, or longer."""
    compliance: SimulateDraftParamsFailWhenCompliance
    """A vulnerability that speaks to a requirement of the framework."""
    score_below: int
    """The scan’s score is lower."""
    score_dropped_by: int
    """The score is lower by so much, or more, than that of the last scan of the same type and rules."""
    website_tags: list[str]
    """The website has one of these tags."""
    website_criticality: Literal["low", "medium", "high", "critical"]
    """The website is so critical, or more."""
    all: list[SimulateDraftParamsFailWhenAll]
    """Each of them is met."""
    any: list[SimulateDraftParamsFailWhenAny]
    """One of them is met."""


class _SimulateDraftParamsFailWhenComplianceNeeded(TypedDict):
    framework: str


class SimulateDraftParamsFailWhenCompliance(_SimulateDraftParamsFailWhenComplianceNeeded, total=False):
    requirements: list[str]
    """One of these; without it, any."""


class SimulateDraftParamsFailWhenAll(TypedDict, total=False):
    severity: Literal["critical", "high", "medium", "low", "info"]
    """A vulnerability so bad, or worse."""
    confidence: Literal["confirmed", "firm", "tentative"]
    """So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do."""
    new: bool
    """true: seen by this scan for the first time, or back again. false: known before."""
    type: list[Literal["vulnerability", "misconfiguration", "exposure", "threat", "information"]]
    kev: bool
    """Whether CISA lists a flaw of it as exploited."""
    age_days: int
    """Known for so many days, or longer."""
    compliance: SimulateDraftParamsFailWhenAllCompliance
    """A vulnerability that speaks to a requirement of the framework."""
    score_below: int
    """The scan’s score is lower."""
    score_dropped_by: int
    """The score is lower by so much, or more, than that of the last scan of the same type and rules."""
    website_tags: list[str]
    """The website has one of these tags."""
    website_criticality: Literal["low", "medium", "high", "critical"]
    """The website is so critical, or more."""
    all: list[SimulateDraftParamsFailWhenAllAll]
    """Each of them is met."""
    any: list[SimulateDraftParamsFailWhenAllAny]
    """One of them is met."""


class _SimulateDraftParamsFailWhenAllComplianceNeeded(TypedDict):
    framework: str


class SimulateDraftParamsFailWhenAllCompliance(_SimulateDraftParamsFailWhenAllComplianceNeeded, total=False):
    requirements: list[str]
    """One of these; without it, any."""


class SimulateDraftParamsFailWhenAllAll(TypedDict, total=False):
    severity: Literal["critical", "high", "medium", "low", "info"]
    """A vulnerability so bad, or worse."""
    confidence: Literal["confirmed", "firm", "tentative"]
    """So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do."""
    new: bool
    """true: seen by this scan for the first time, or back again. false: known before."""
    type: list[Literal["vulnerability", "misconfiguration", "exposure", "threat", "information"]]
    kev: bool
    """Whether CISA lists a flaw of it as exploited."""
    age_days: int
    """Known for so many days, or longer."""
    compliance: SimulateDraftParamsFailWhenAllAllCompliance
    """A vulnerability that speaks to a requirement of the framework."""
    score_below: int
    """The scan’s score is lower."""
    score_dropped_by: int
    """The score is lower by so much, or more, than that of the last scan of the same type and rules."""
    website_tags: list[str]
    """The website has one of these tags."""
    website_criticality: Literal["low", "medium", "high", "critical"]
    """The website is so critical, or more."""


class _SimulateDraftParamsFailWhenAllAllComplianceNeeded(TypedDict):
    framework: str


class SimulateDraftParamsFailWhenAllAllCompliance(_SimulateDraftParamsFailWhenAllAllComplianceNeeded, total=False):
    requirements: list[str]
    """One of these; without it, any."""


class SimulateDraftParamsFailWhenAllAny(TypedDict, total=False):
    severity: Literal["critical", "high", "medium", "low", "info"]
    """A vulnerability so bad, or worse."""
    confidence: Literal["confirmed", "firm", "tentative"]
    """So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do."""
    new: bool
    """true: seen by this scan for the first time, or back again. false: known before."""
    type: list[Literal["vulnerability", "misconfiguration", "exposure", "threat", "information"]]
    kev: bool
    """Whether CISA lists a flaw of it as exploited."""
    age_days: int
    """Known for so many days, or longer."""
    compliance: SimulateDraftParamsFailWhenAllAnyCompliance
    """A vulnerability that speaks to a requirement of the framework."""
    score_below: int
    """The scan’s score is lower."""
    score_dropped_by: int
    """The score is lower by so much, or more, than that of the last scan of the same type and rules."""
    website_tags: list[str]
    """The website has one of these tags."""
    website_criticality: Literal["low", "medium", "high", "critical"]
    """The website is so critical, or more."""


class _SimulateDraftParamsFailWhenAllAnyComplianceNeeded(TypedDict):
    framework: str


class SimulateDraftParamsFailWhenAllAnyCompliance(_SimulateDraftParamsFailWhenAllAnyComplianceNeeded, total=False):
    requirements: list[str]
    """One of these; without it, any."""


class SimulateDraftParamsFailWhenAny(TypedDict, total=False):
    severity: Literal["critical", "high", "medium", "low", "info"]
    """A vulnerability so bad, or worse."""
    confidence: Literal["confirmed", "firm", "tentative"]
    """So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do."""
    new: bool
    """true: seen by this scan for the first time, or back again. false: known before."""
    type: list[Literal["vulnerability", "misconfiguration", "exposure", "threat", "information"]]
    kev: bool
    """Whether CISA lists a flaw of it as exploited."""
    age_days: int
    """Known for so many days, or longer."""
    compliance: SimulateDraftParamsFailWhenAnyCompliance
    """A vulnerability that speaks to a requirement of the framework."""
    score_below: int
    """The scan’s score is lower."""
    score_dropped_by: int
    """The score is lower by so much, or more, than that of the last scan of the same type and rules."""
    website_tags: list[str]
    """The website has one of these tags."""
    website_criticality: Literal["low", "medium", "high", "critical"]
    """The website is so critical, or more."""
    all: list[SimulateDraftParamsFailWhenAnyAll]
    """Each of them is met."""
    any: list[SimulateDraftParamsFailWhenAnyAny]
    """One of them is met."""


class _SimulateDraftParamsFailWhenAnyComplianceNeeded(TypedDict):
    framework: str


class SimulateDraftParamsFailWhenAnyCompliance(_SimulateDraftParamsFailWhenAnyComplianceNeeded, total=False):
    requirements: list[str]
    """One of these; without it, any."""


class SimulateDraftParamsFailWhenAnyAll(TypedDict, total=False):
    severity: Literal["critical", "high", "medium", "low", "info"]
    """A vulnerability so bad, or worse."""
    confidence: Literal["confirmed", "firm", "tentative"]
    """So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do."""
    new: bool
    """true: seen by this scan for the first time, or back again. false: known before."""
    type: list[Literal["vulnerability", "misconfiguration", "exposure", "threat", "information"]]
    kev: bool
    """Whether CISA lists a flaw of it as exploited."""
    age_days: int
    """Known for so many days, or longer."""
    compliance: SimulateDraftParamsFailWhenAnyAllCompliance
    """A vulnerability that speaks to a requirement of the framework."""
    score_below: int
    """The scan’s score is lower."""
    score_dropped_by: int
    """The score is lower by so much, or more, than that of the last scan of the same type and rules."""
    website_tags: list[str]
    """The website has one of these tags."""
    website_criticality: Literal["low", "medium", "high", "critical"]
    """The website is so critical, or more."""


class _SimulateDraftParamsFailWhenAnyAllComplianceNeeded(TypedDict):
    framework: str


class SimulateDraftParamsFailWhenAnyAllCompliance(_SimulateDraftParamsFailWhenAnyAllComplianceNeeded, total=False):
    requirements: list[str]
    """One of these; without it, any."""


class SimulateDraftParamsFailWhenAnyAny(TypedDict, total=False):
    severity: Literal["critical", "high", "medium", "low", "info"]
    """A vulnerability so bad, or worse."""
    confidence: Literal["confirmed", "firm", "tentative"]
    """So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do."""
    new: bool
    """true: seen by this scan for the first time, or back again. false: known before."""
    type: list[Literal["vulnerability", "misconfiguration", "exposure", "threat", "information"]]
    kev: bool
    """Whether CISA lists a flaw of it as exploited."""
    age_days: int
    """Known for so many days, or longer."""
    compliance: SimulateDraftParamsFailWhenAnyAnyCompliance
    """A vulnerability that speaks to a requirement of the framework."""
    score_below: int
    """The scan’s score is lower."""
    score_dropped_by: int
    """The score is lower by so much, or more, than that of the last scan of the same type and rules."""
    website_tags: list[str]
    """The website has one of these tags."""
    website_criticality: Literal["low", "medium", "high", "critical"]
    """The website is so critical, or more."""


class _SimulateDraftParamsFailWhenAnyAnyComplianceNeeded(TypedDict):
    framework: str


class SimulateDraftParamsFailWhenAnyAnyCompliance(_SimulateDraftParamsFailWhenAnyAnyComplianceNeeded, total=False):
    requirements: list[str]
    """One of these; without it, any."""


class UpdateFrameworkParams(TypedDict):
    followed: bool


class AssessComplianceParams(TypedDict, total=False):
    website_id: str
    group_id: str
    level: int
    """Of ASVS: requirements up to this level."""
    status: Literal["failing", "not_tested", "attestation_needed", "partly_tested", "accepted", "met", "not_applicable"]
    """Only requirements that stand so."""


class ListComplianceChangesParams(TypedDict, total=False):
    limit: int
    """How many, 1 to 100; 20 unless told."""
    cursor: str
    """The `next_cursor` of the page before."""
    website_id: str
    requirement: str


class ListAttestationsParams(TypedDict, total=False):
    limit: int
    """How many, 1 to 100; 20 unless told."""
    cursor: str
    """The `next_cursor` of the page before."""
    framework: str
    requirement: str
    website_id: str
    """Only those of this very website."""


class _CreateAttestationParamsNeeded(TypedDict):
    framework: str
    requirement: str
    verdict: Literal["met", "not_met", "not_applicable"]
    statement: str


class CreateAttestationParams(_CreateAttestationParamsNeeded, total=False):
    website_id: str
    """Left out: it is of all websites."""
    expires_at: str | None
    file: CreateAttestationParamsFile


class CreateAttestationParamsFile(TypedDict):
    name: str
    media_type: str
    content: str
    """Base64 of at most 750,000 bytes. Of what is larger, name the place and the SHA-256 in the statement."""


class ListReportLinksParams(TypedDict, total=False):
    limit: int
    """How many, 1 to 100; 20 unless told."""
    cursor: str
    """The `next_cursor` of the page before."""


class CreateReportLinkParams(TypedDict, total=False):
    expires_at: str
    """At most 365 days ahead; in 7 days unless told."""


class ListReportsParams(TypedDict, total=False):
    limit: int
    """How many, 1 to 100; 20 unless told."""
    cursor: str
    """The `next_cursor` of the page before."""
    kind: Literal["executive", "technical", "comparison", "portfolio", "compliance"]
    status: Literal["queued", "running", "done", "failed"]
    website_id: str
    """Only those that were asked for of this website."""
    scan_id: str
    """Only those of this scan."""
    report_schedule_id: str
    """Only those that this schedule had made."""
    run_id: str
    """Only those of one run of a schedule."""


class CreateReportParams(TypedDict, total=False):
    scan_id: str
    """Of what one scan saw."""
    baseline_scan_id: str
    """comparison: the earlier scan. Give `website_id` alone for its last two scans of one type."""
    kind: Literal["executive", "technical", "comparison", "portfolio", "compliance"]
    language: Literal["en", "de", "fr"]
    """Of the report’s own texts."""
    website_id: str | None
    group: str | None
    tag: str | None
    framework: str | None
    filter: CreateReportParamsFilter | None
    period_days: int
    """Days that trends are shown of; 90 unless told."""
    format: Literal["pdf", "html", "json", "csv", "sarif"]
    title: str | None


class CreateReportParamsFilter(TypedDict, total=False):
    severity: list[Literal["critical", "high", "medium", "low", "info"]]
    status: list[Literal["open", "reopened", "fixed", "accepted_risk", "false_positive"]]
    confidence: list[Literal["confirmed", "firm", "tentative"]]
    type: list[Literal["vulnerability", "misconfiguration", "exposure", "threat", "information"]]
    check: list[str]
    kev: bool
    """Whether CISA lists a flaw of it as exploited."""


class ListIntegrationsParams(TypedDict, total=False):
    limit: int
    """How many, 1 to 100; 20 unless told."""
    cursor: str
    """The `next_cursor` of the page before."""
    kind: Literal["jira", "linear", "github", "gitlab", "slack"]


class _CreateIntegrationParamsNeeded(TypedDict):
    kind: Literal["jira", "linear", "github", "gitlab", "slack"]
    settings: CreateIntegrationParamsSettings


class CreateIntegrationParams(_CreateIntegrationParamsNeeded, total=False):
    name: str
    base_url: str
    """Where the tracker is: for jira always, as `https://acme.atlassian.net`; for the others where it is one of your own, as `https://github.acme.example/api/v3`."""
    rules: list[CreateIntegrationParamsRule]
    """What becomes a ticket by itself: what one of the rules asks for. None: only what is asked for by `POST /v1/tickets`."""
    mapping: CreateIntegrationParamsMapping
    sync: CreateIntegrationParamsSync


class CreateIntegrationParamsSettings(TypedDict, total=False):
    repository: str
    """github: as `owner/name`."""
    project: str
    """jira: its key, as `SEC`. gitlab: its path, as `group/name`, or its number."""
    team: str
    """linear: its key, as `ENG`, or its id."""
    channel: str
    """slack: its id, as `C0123456789`."""
    issue_type: str
    """jira: its name. Default `Task`."""
    deployment: Literal["cloud", "data_center"]
    """jira: default cloud."""
    email: str
    """jira in the cloud: whose token it is."""
    token: str
    """By which we log in there. A secret, and never shown again."""
    app_id: str
    """github, as an app in place of `token`."""
    installation_id: str
    """github, as an app: of the repository’s owner."""
    private_key: str
    """github, as an app: in PEM. A secret, and never shown again."""
    webhook_secret: str
    """By which the other side signs what it tells `hook_url`. Left out: one is made and shown once, but for linear, which makes its own."""


class CreateIntegrationParamsRule(TypedDict, total=False):
    severities: list[Literal["critical", "high", "medium", "low", "info"]]
    """Default: all but `info`."""
    confidence: Literal["confirmed", "firm", "tentative"]
    """So sure, or surer. Default `firm`."""
    website_ids: list[str]
    """Only of these websites, and of those in one of `groups` or with one of `tags`. Default: all."""
    groups: list[str]
    """As `website_ids`: groups of websites."""
    tags: list[str]
    new_only: bool
    """true: what a scan sees for the first time, or again after it was fixed. false: whatever a scan sees that has no ticket yet. Default true."""
    policy_id: str
    """Only what makes the scan fail this policy."""


class CreateIntegrationParamsMapping(TypedDict, total=False):
    labels: list[str]
    """Of every ticket. Default `lasthash`."""
    severity_labels: CreateIntegrationParamsMappingSeverityLabels
    """Labels by severity, beside the others."""
    priorities: CreateIntegrationParamsMappingPriorities
    """Priorities by severity. jira: names, as `High`; left out, none is set. linear: 1 (urgent) to 4; left out, by severity."""
    fields: dict[str, Any]
    """Further fields of the issue as the other side’s API takes them, as `customfield_10010` or `milestone`. In texts, `{severity}`, `{check}`, `{cwe}`, `{cve}`, `{website}`, `{website_url}` and `{vulnerability_id}` are filled in."""
    assignee: str
    """Who gets what none of `assignees` names. github: log-in. gitlab: user name. jira: account id, or in a data center the user name. linear: e-mail address or id."""
    assignees: list[CreateIntegrationParamsMappingAssignee]
    """The first that fits."""


class CreateIntegrationParamsMappingSeverityLabels(TypedDict, total=False):
    critical: list[str]
    high: list[str]
    medium: list[str]
    low: list[str]
    info: list[str]


class CreateIntegrationParamsMappingPriorities(TypedDict, total=False):
    critical: str
    high: str
    medium: str
    low: str
    info: str


class _CreateIntegrationParamsMappingAssigneeNeeded(TypedDict):
    assignee: str


class CreateIntegrationParamsMappingAssignee(_CreateIntegrationParamsMappingAssigneeNeeded, total=False):
    severities: list[Literal["critical", "high", "medium", "low", "info"]]
    website_ids: list[str]
    """Of these websites, or those with one of `tags`."""
    tags: list[str]


class CreateIntegrationParamsSync(TypedDict, total=False):
    close_when_fixed: bool
    """Close the ticket when a scan finds the vulnerability gone. Default false: a comment says so."""
    verify_when_closed: bool
    """When somebody closes a ticket, look at the vulnerability again, and say in a comment what was found. Default true."""
    reopen_when_still_there: bool
    """Reopen what was closed as done and is still there; what was closed as not planned stays closed. Default true."""
    poll_seconds: int | None


class _TestDraftIntegrationParamsNeeded(TypedDict):
    kind: Literal["jira", "linear", "github", "gitlab", "slack"]
    settings: TestDraftIntegrationParamsSettings


class TestDraftIntegrationParams(_TestDraftIntegrationParamsNeeded, total=False):
    base_url: str
    """Where the tracker is: for jira always, as `https://acme.atlassian.net`; for the others where it is one of your own, as `https://github.acme.example/api/v3`."""


class TestDraftIntegrationParamsSettings(TypedDict, total=False):
    repository: str
    """github: as `owner/name`."""
    project: str
    """jira: its key, as `SEC`. gitlab: its path, as `group/name`, or its number."""
    team: str
    """linear: its key, as `ENG`, or its id."""
    channel: str
    """slack: its id, as `C0123456789`."""
    issue_type: str
    """jira: its name. Default `Task`."""
    deployment: Literal["cloud", "data_center"]
    """jira: default cloud."""
    email: str
    """jira in the cloud: whose token it is."""
    token: str
    """By which we log in there. A secret, and never shown again."""
    app_id: str
    """github, as an app in place of `token`."""
    installation_id: str
    """github, as an app: of the repository’s owner."""
    private_key: str
    """github, as an app: in PEM. A secret, and never shown again."""
    webhook_secret: str
    """By which the other side signs what it tells `hook_url`. Left out: one is made and shown once, but for linear, which makes its own."""


class UpdateIntegrationParams(TypedDict, total=False):
    name: str
    base_url: str
    """Where the tracker is: for jira always, as `https://acme.atlassian.net`; for the others where it is one of your own, as `https://github.acme.example/api/v3`."""
    settings: UpdateIntegrationParamsSettings
    rules: list[UpdateIntegrationParamsRule] | None
    mapping: UpdateIntegrationParamsMapping | None
    sync: UpdateIntegrationParamsSync | None
    enabled: bool


class UpdateIntegrationParamsSettings(TypedDict, total=False):
    repository: str
    """github: as `owner/name`."""
    project: str
    """jira: its key, as `SEC`. gitlab: its path, as `group/name`, or its number."""
    team: str
    """linear: its key, as `ENG`, or its id."""
    channel: str
    """slack: its id, as `C0123456789`."""
    issue_type: str
    """jira: its name. Default `Task`."""
    deployment: Literal["cloud", "data_center"]
    """jira: default cloud."""
    email: str
    """jira in the cloud: whose token it is."""
    token: str
    """By which we log in there. A secret, and never shown again."""
    app_id: str
    """github, as an app in place of `token`."""
    installation_id: str
    """github, as an app: of the repository’s owner."""
    private_key: str
    """github, as an app: in PEM. A secret, and never shown again."""
    webhook_secret: str
    """By which the other side signs what it tells `hook_url`. Left out: one is made and shown once, but for linear, which makes its own."""


class UpdateIntegrationParamsRule(TypedDict, total=False):
    severities: list[Literal["critical", "high", "medium", "low", "info"]]
    """Default: all but `info`."""
    confidence: Literal["confirmed", "firm", "tentative"]
    """So sure, or surer. Default `firm`."""
    website_ids: list[str]
    """Only of these websites, and of those in one of `groups` or with one of `tags`. Default: all."""
    groups: list[str]
    """As `website_ids`: groups of websites."""
    tags: list[str]
    new_only: bool
    """true: what a scan sees for the first time, or again after it was fixed. false: whatever a scan sees that has no ticket yet. Default true."""
    policy_id: str
    """Only what makes the scan fail this policy."""


class UpdateIntegrationParamsMapping(TypedDict, total=False):
    labels: list[str]
    """Of every ticket. Default `lasthash`."""
    severity_labels: UpdateIntegrationParamsMappingSeverityLabels
    """Labels by severity, beside the others."""
    priorities: UpdateIntegrationParamsMappingPriorities
    """Priorities by severity. jira: names, as `High`; left out, none is set. linear: 1 (urgent) to 4; left out, by severity."""
    fields: dict[str, Any]
    """Further fields of the issue as the other side’s API takes them, as `customfield_10010` or `milestone`. In texts, `{severity}`, `{check}`, `{cwe}`, `{cve}`, `{website}`, `{website_url}` and `{vulnerability_id}` are filled in."""
    assignee: str
    """Who gets what none of `assignees` names. github: log-in. gitlab: user name. jira: account id, or in a data center the user name. linear: e-mail address or id."""
    assignees: list[UpdateIntegrationParamsMappingAssignee]
    """The first that fits."""


class UpdateIntegrationParamsMappingSeverityLabels(TypedDict, total=False):
    critical: list[str]
    high: list[str]
    medium: list[str]
    low: list[str]
    info: list[str]


class UpdateIntegrationParamsMappingPriorities(TypedDict, total=False):
    critical: str
    high: str
    medium: str
    low: str
    info: str


class _UpdateIntegrationParamsMappingAssigneeNeeded(TypedDict):
    assignee: str


class UpdateIntegrationParamsMappingAssignee(_UpdateIntegrationParamsMappingAssigneeNeeded, total=False):
    severities: list[Literal["critical", "high", "medium", "low", "info"]]
    website_ids: list[str]
    """Of these websites, or those with one of `tags`."""
    tags: list[str]


class UpdateIntegrationParamsSync(TypedDict, total=False):
    close_when_fixed: bool
    """Close the ticket when a scan finds the vulnerability gone. Default false: a comment says so."""
    verify_when_closed: bool
    """When somebody closes a ticket, look at the vulnerability again, and say in a comment what was found. Default true."""
    reopen_when_still_there: bool
    """Reopen what was closed as done and is still there; what was closed as not planned stays closed. Default true."""
    poll_seconds: int | None


class ListTicketsParams(TypedDict, total=False):
    limit: int
    """How many, 1 to 100; 20 unless told."""
    cursor: str
    """The `next_cursor` of the page before."""
    integration_id: str
    vulnerability_id: str
    website_id: str
    status: Literal["pending", "open", "closed", "failed", "gone", "canceled"]


class CreateTicketParams(TypedDict):
    vulnerability_id: str
    integration_id: str


class ListBundlesParams(TypedDict, total=False):
    limit: int
    """How many, 1 to 100; 20 unless told."""
    cursor: str
    """The `next_cursor` of the page before."""
    framework: str


class _CreateBundleParamsNeeded(TypedDict):
    framework: str


class CreateBundleParams(_CreateBundleParamsNeeded, total=False):
    website_id: str
    group_id: str
    """Left out, as `website_id`: all websites."""


class ListPaymentPagesParams(TypedDict, total=False):
    limit: int
    """How many, 1 to 100; 20 unless told."""
    cursor: str
    """The `next_cursor` of the page before."""
    website_id: str


class _CreatePaymentPageParamsNeeded(TypedDict):
    website_id: str
    url: str


class CreatePaymentPageParams(_CreatePaymentPageParamsNeeded, total=False):
    name: str
    interval: int
    """Seconds between looks: 86400 unless told, 604800 (a week) at most."""


class UpdatePaymentPageParams(TypedDict, total=False):
    name: str
    interval: int
    """Seconds between looks: 86400 unless told, 604800 (a week) at most."""


class ListPaymentScriptsParams(TypedDict, total=False):
    limit: int
    """How many, 1 to 100; 20 unless told."""
    cursor: str
    """The `next_cursor` of the page before."""
    present: bool
    """Only those that are there, or not."""


class _AuthorizePaymentScriptParamsNeeded(TypedDict):
    authorized: bool
    justification: str


class AuthorizePaymentScriptParams(_AuthorizePaymentScriptParamsNeeded, total=False):
    kind: Literal["version", "address"]
    """`version`: the text that runs now; another one has to be authorised anew. `address`: whatever the address gives: its integrity is then assured by an `integrity` attribute only."""


class ListPaymentLedgerParams(TypedDict, total=False):
    limit: int
    """How many, 1 to 100; 20 unless told."""
    cursor: str
    """The `next_cursor` of the page before."""
    kind: Literal["page_marked", "page_unmarked", "look", "look_failed", "script_added", "script_changed", "script_removed", "header_changed", "script_authorized", "script_revoked"]


class ListReportSchedulesParams(TypedDict, total=False):
    limit: int
    """How many, 1 to 100; 20 unless told."""
    cursor: str
    """The `next_cursor` of the page before."""
    website_id: str
    """Of one website."""


class _CreateReportScheduleParamsNeeded(TypedDict):
    name: str


class CreateReportScheduleParams(_CreateReportScheduleParamsNeeded, total=False):
    cron: str
    """Minute, hour, day, month, day of the week."""
    every: Literal["hourly", "daily", "weekly", "monthly"]
    """Instead of a cron: at a time of the schedule’s own; see `next_runs`."""
    time_zone: str
    """Of the IANA database; UTC unless told."""
    kind: Literal["executive", "technical", "comparison", "portfolio", "compliance"]
    language: Literal["en", "de", "fr"]
    """Of the report’s own texts."""
    website_id: str | None
    group: str | None
    tag: str | None
    framework: str | None
    filter: CreateReportScheduleParamsFilter | None
    period_days: int
    """Days that trends are shown of; 90 unless told."""
    formats: list[Literal["pdf", "html", "json", "csv", "sarif"]]
    """One report each; `["pdf"]` unless told."""
    recipients: list[str]
    """Each gets a mail of their own. None: the reports are made and kept, and `report.ready` tells of them."""
    message: str
    """What each mail begins with."""
    attach: bool
    """Whether the files go with the mail, where all together have at most 5 MB. Otherwise links do."""
    link_days: int
    """How long links in mails live; 30 days unless told."""
    enabled: bool
    title: str | None


class CreateReportScheduleParamsFilter(TypedDict, total=False):
    severity: list[Literal["critical", "high", "medium", "low", "info"]]
    status: list[Literal["open", "reopened", "fixed", "accepted_risk", "false_positive"]]
    confidence: list[Literal["confirmed", "firm", "tentative"]]
    type: list[Literal["vulnerability", "misconfiguration", "exposure", "threat", "information"]]
    check: list[str]
    kev: bool
    """Whether CISA lists a flaw of it as exploited."""


class UpdateReportScheduleParams(TypedDict, total=False):
    name: str
    cron: str | None
    every: Literal["hourly", "daily", "weekly", "monthly"] | None
    time_zone: str | None
    kind: Literal["executive", "technical", "comparison", "portfolio", "compliance"]
    language: Literal["en", "de", "fr"]
    """Of the report’s own texts."""
    website_id: str | None
    group: str | None
    tag: str | None
    framework: str | None
    filter: UpdateReportScheduleParamsFilter | None
    period_days: int
    """Days that trends are shown of; 90 unless told."""
    formats: list[Literal["pdf", "html", "json", "csv", "sarif"]]
    recipients: list[str] | None
    message: str | None
    attach: bool
    link_days: int | None
    enabled: bool
    title: str | None


class UpdateReportScheduleParamsFilter(TypedDict, total=False):
    severity: list[Literal["critical", "high", "medium", "low", "info"]]
    status: list[Literal["open", "reopened", "fixed", "accepted_risk", "false_positive"]]
    confidence: list[Literal["confirmed", "firm", "tentative"]]
    type: list[Literal["vulnerability", "misconfiguration", "exposure", "threat", "information"]]
    check: list[str]
    kev: bool
    """Whether CISA lists a flaw of it as exploited."""


class ListReportRunsParams(TypedDict, total=False):
    limit: int
    """How many, 1 to 100; 20 unless told."""
    cursor: str
    """The `next_cursor` of the page before."""


class ListReportDeliveriesParams(TypedDict, total=False):
    limit: int
    """How many, 1 to 100; 20 unless told."""
    cursor: str
    """The `next_cursor` of the page before."""
    status: Literal["pending", "sent", "failed", "bounced", "skipped"]
    run_id: str
    """Only those of this run."""


class ListWebhooksParams(TypedDict, total=False):
    limit: int
    """How many, 1 to 100; 20 unless told."""
    cursor: str
    """The `next_cursor` of the page before."""


class _CreateWebhookParamsNeeded(TypedDict):
    url: str
    events: list[Literal["scan.queued", "scan.started", "scan.completed", "scan.failed", "scan.canceled", "vulnerability.detected", "vulnerability.resolved", "vulnerability.reopened", "vulnerability.accepted", "threat.detected", "score.degraded", "score.improved", "monitor.down", "monitor.recovered", "certificate.expiring", "certificate.changed", "dns.changed", "content.changed", "scripts.changed", "alert.opened", "alert.resolved", "alert_channel.disabled", "compliance.changed", "report.ready", "report_schedule.disabled", "report.failed", "ticket.created", "ticket.updated", "payment_page.changed", "website.created", "website.verified", "website.verification_lost", "schedule.disabled", "webhook.disabled", "api_key.created", "api_key.revoked"]]


class CreateWebhookParams(_CreateWebhookParamsNeeded, total=False):
    secret: str
    """Of your own, 8 to 256 characters, or `whsec_` and base64. Left out: one is made."""
    description: str
    api_version: Literal["v1"]
    """The shape of what is sent; `lasthash-version` names it in each delivery. It stays until you change it."""


class UpdateWebhookParams(TypedDict, total=False):
    url: str
    events: list[Literal["scan.queued", "scan.started", "scan.completed", "scan.failed", "scan.canceled", "vulnerability.detected", "vulnerability.resolved", "vulnerability.reopened", "vulnerability.accepted", "threat.detected", "score.degraded", "score.improved", "monitor.down", "monitor.recovered", "certificate.expiring", "certificate.changed", "dns.changed", "content.changed", "scripts.changed", "alert.opened", "alert.resolved", "alert_channel.disabled", "compliance.changed", "report.ready", "report_schedule.disabled", "report.failed", "ticket.created", "ticket.updated", "payment_page.changed", "website.created", "website.verified", "website.verification_lost", "schedule.disabled", "webhook.disabled", "api_key.created", "api_key.revoked"]]
    description: str | None
    enabled: bool
    api_version: Literal["v1"]
    """The shape of what is sent; `lasthash-version` names it in each delivery. It stays until you change it."""


class RotateWebhookSecretParams(TypedDict, total=False):
    secret: str
    """Of your own, 8 to 256 characters, or `whsec_` and base64. Left out: one is made."""


class ListDeliveriesParams(TypedDict, total=False):
    limit: int
    """How many, 1 to 100; 20 unless told."""
    cursor: str
    """The `next_cursor` of the page before."""
    status: Literal["pending", "succeeded", "failed"]
    event_type: str
    """Only those of events of this type."""
    event_id: str
    """Only those of this event."""
    replay_id: str
    """Only those of this replay."""


class ListWebhookReplaysParams(TypedDict, total=False):
    limit: int
    """How many, 1 to 100; 20 unless told."""
    cursor: str
    """The `next_cursor` of the page before."""


_ReplayWebhookParamsOdd = TypedDict("_ReplayWebhookParamsOdd", {"from": "str"}, total=False)


class ReplayWebhookParams(_ReplayWebhookParamsOdd, total=False):
    to: str
    """And before then. Default: now."""
    events: list[Literal["scan.queued", "scan.started", "scan.completed", "scan.failed", "scan.canceled", "vulnerability.detected", "vulnerability.resolved", "vulnerability.reopened", "vulnerability.accepted", "threat.detected", "score.degraded", "score.improved", "monitor.down", "monitor.recovered", "certificate.expiring", "certificate.changed", "dns.changed", "content.changed", "scripts.changed", "alert.opened", "alert.resolved", "alert_channel.disabled", "compliance.changed", "report.ready", "report_schedule.disabled", "report.failed", "ticket.created", "ticket.updated", "payment_page.changed", "website.created", "website.verified", "website.verification_lost", "schedule.disabled", "webhook.disabled", "api_key.created", "api_key.revoked"]]
    """Which. Default: those that the webhook is for."""


class ListEventsParams(TypedDict, total=False):
    limit: int
    """How many, 1 to 100; 20 unless told."""
    cursor: str
    """The `next_cursor` of the page before."""
    type: Literal["scan.queued", "scan.started", "scan.completed", "scan.failed", "scan.canceled", "vulnerability.detected", "vulnerability.resolved", "vulnerability.reopened", "vulnerability.accepted", "threat.detected", "score.degraded", "score.improved", "monitor.down", "monitor.recovered", "certificate.expiring", "certificate.changed", "dns.changed", "content.changed", "scripts.changed", "alert.opened", "alert.resolved", "alert_channel.disabled", "compliance.changed", "report.ready", "report_schedule.disabled", "report.failed", "ticket.created", "ticket.updated", "payment_page.changed", "website.created", "website.verified", "website.verification_lost", "schedule.disabled", "webhook.disabled", "webhook.test", "api_key.created", "api_key.revoked"]


class ListChecksParams(TypedDict, total=False):
    limit: int
    """How many, 1 to 100; 20 unless told."""
    cursor: str
    """The `next_cursor` of the page before."""


class ListFeedsParams(TypedDict, total=False):
    limit: int
    """How many, 1 to 100; 20 unless told."""
    cursor: str
    """The `next_cursor` of the page before."""


class UpdateFeedsParams(TypedDict, total=False):
    feeds: list[Literal["kev", "retire", "epss", "endoflife", "urlhaus", "urlhaus-payloads", "wordfence", "badkeys", "osv-bitnami", "osv-packagist", "osv-rubygems", "osv-pypi", "osv-maven", "osv-nuget", "osv-npm"]]
    """Names; all of them when left out."""


class ListApiKeysParams(TypedDict, total=False):
    limit: int
    """How many, 1 to 100; 20 unless told."""
    cursor: str
    """The `next_cursor` of the page before."""


class _CreateApiKeyParamsNeeded(TypedDict):
    name: str


class CreateApiKeyParams(_CreateApiKeyParamsNeeded, total=False):
    mode: Literal["live", "test"]
    """`test`: sees data of its own, and scans virtual targets with known results."""
    scopes: list[Literal["organizations:read", "organizations:write", "users:read", "users:write", "sessions:read", "sessions:write", "api_keys:read", "api_keys:write", "websites:read", "websites:write", "scans:read", "scans:write", "schedules:read", "schedules:write", "vulnerabilities:read", "vulnerabilities:write", "monitors:read", "monitors:write", "alerts:read", "alerts:write", "alert_channels:read", "alert_channels:write", "policies:read", "policies:write", "compliance:read", "compliance:write", "reports:read", "reports:write", "integrations:read", "integrations:write", "tickets:read", "tickets:write", "webhooks:read", "webhooks:write", "events:read", "events:write", "usage:read", "usage:write", "audit_log:read", "audit_log:write", "checks:read", "checks:write", "feeds:read", "feeds:write", "metrics:read", "exports:read", "billing:write"]]
    allowed_cidrs: list[str]
    """Addresses or CIDRs, IPv4 and IPv6; empty: from anywhere."""
    allowed_origins: list[str]
    """Origins of pages whose scripts use it: such a key reads only, and only there. Empty: for servers."""
    expires_at: str | None
    force: bool
    """Needed for a list that shuts out the address that you call from."""


class UpdateApiKeyParams(TypedDict, total=False):
    name: str
    scopes: list[Literal["organizations:read", "organizations:write", "users:read", "users:write", "sessions:read", "sessions:write", "api_keys:read", "api_keys:write", "websites:read", "websites:write", "scans:read", "scans:write", "schedules:read", "schedules:write", "vulnerabilities:read", "vulnerabilities:write", "monitors:read", "monitors:write", "alerts:read", "alerts:write", "alert_channels:read", "alert_channels:write", "policies:read", "policies:write", "compliance:read", "compliance:write", "reports:read", "reports:write", "integrations:read", "integrations:write", "tickets:read", "tickets:write", "webhooks:read", "webhooks:write", "events:read", "events:write", "usage:read", "usage:write", "audit_log:read", "audit_log:write", "checks:read", "checks:write", "feeds:read", "feeds:write", "metrics:read", "exports:read", "billing:write"]]
    allowed_cidrs: list[str] | None
    allowed_origins: list[str] | None
    expires_at: str | None
    force: bool
    """Needed for a list that shuts out the address that you call from."""


class RollApiKeyParams(TypedDict, total=False):
    overlap_seconds: int
    """How long the old key still works."""


class ListOrganizationsParams(TypedDict, total=False):
    limit: int
    """How many, 1 to 100; 20 unless told."""
    cursor: str
    """The `next_cursor` of the page before."""


class _CreateOrganizationParamsNeeded(TypedDict):
    name: str
    plan: Literal["starter", "pro", "business", "enterprise"]


class CreateOrganizationParams(_CreateOrganizationParamsNeeded, total=False):
    limits: CreateOrganizationParamsLimits
    """Null: the plan’s own."""


class CreateOrganizationParamsLimits(TypedDict, total=False):
    requests_per_minute: int | None
    concurrent_scans: int | None


class UpdateOrganizationParams(TypedDict, total=False):
    name: str
    plan: Literal["starter", "pro", "business", "enterprise"]
    """Its limits hold at once, on every server."""
    limits: UpdateOrganizationParamsLimits
    """Null: the plan’s own."""
    suspended: bool
    """True: its keys are refused from now on, and its scans wait."""
    branding: UpdateOrganizationParamsBranding
    allowed_origins: list[str] | None


class UpdateOrganizationParamsLimits(TypedDict, total=False):
    requests_per_minute: int | None
    concurrent_scans: int | None


class UpdateOrganizationParamsBranding(TypedDict, total=False):
    name: str | None
    logo: str | None
    colors: UpdateOrganizationParamsBrandingColors | None
    mail_sender: UpdateOrganizationParamsBrandingMailSender | None
    report_footer: str | None
    domain: str | None


class UpdateOrganizationParamsBrandingColors(TypedDict):
    primary: str
    accent: str


class UpdateOrganizationParamsBrandingMailSender(TypedDict):
    name: str
    address: str


class ListUsersParams(TypedDict, total=False):
    limit: int
    """How many, 1 to 100; 20 unless told."""
    cursor: str
    """The `next_cursor` of the page before."""


class UpdateUserParams(TypedDict, total=False):
    role: Literal["owner", "admin", "analyst", "viewer"]
    """`owner`: everything. `admin`: all but plans, limits, and making and removing organisations. `analyst`: reads, scans and judges vulnerabilities and alerts. `viewer`: reads."""


class ListInvitationsParams(TypedDict, total=False):
    limit: int
    """How many, 1 to 100; 20 unless told."""
    cursor: str
    """The `next_cursor` of the page before."""


class CreateInvitationParams(TypedDict):
    email: str
    role: Literal["owner", "admin", "analyst", "viewer"]
    """`owner`: everything. `admin`: all but plans, limits, and making and removing organisations. `analyst`: reads, scans and judges vulnerabilities and alerts. `viewer`: reads."""


class ListSessionsParams(TypedDict, total=False):
    limit: int
    """How many, 1 to 100; 20 unless told."""
    cursor: str
    """The `next_cursor` of the page before."""
    user_id: str
    """Only this person’s."""


class ListAuditLogParams(TypedDict, total=False):
    limit: int
    """How many, 1 to 100; 20 unless told."""
    cursor: str
    """The `next_cursor` of the page before."""
    key_id: str
    """Only what this key did."""
    user_id: str
    """Only what this person did."""
    operation: str
    """Only this operation, by its `operationId`."""
    object_id: str
    """Only changes to this object."""
    created_after: str
    """Only from this moment on, in RFC 3339."""
    created_before: str
    """Only before this moment, in RFC 3339."""


class ExportAuditLogParams(TypedDict, total=False):
    after_sequence: str
    """Only those after this number."""
