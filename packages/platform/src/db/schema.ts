import type { RequirementStatus } from '@lasthash/reports/compliance-data'
import type { Coverage, Finding, ScanType, ScoreCap } from '@lasthash/scanner'
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { Branding } from '../branding.ts'
import type { Answers } from '../compliance/answers.ts'
import type { Notice } from '../integrations/notice.ts'
import type { Thresholds } from '../monitoring/thresholds.ts'
import type { Condition } from '../policies/condition.ts'
import type { Gate } from '../policies/judge-scan.ts'
import type { ChannelDigest, ChannelFilter, QuietHours } from '../resources/alert-channels/settings.ts'
import type { TicketMapping, TicketRule, TicketSync } from '../resources/integrations/settings.ts'
import type { ReportFilter, ReportSpec, ReportSummary } from '../resources/reports/spec.ts'
import type { ShownSettings } from '../resources/websites/settings.ts'

/** JSON is written as text (PostgreSQL parses it) and read as the value. */
type Json<T> = ColumnType<T, string, string>
type NullableJson<T> = ColumnType<T | null, string | null, string | null>

export type Plan = 'starter' | 'pro' | 'business' | 'enterprise'
export type Priority = 'low' | 'normal' | 'high'
export type ScanStatus = 'queued' | 'running' | 'done' | 'failed' | 'canceled'
export type MonitorKind =
  | 'uptime'
  | 'certificate'
  | 'dns'
  | 'content'
  | 'scripts'
  | 'headers'
  | 'score'
  | 'malware'
  | 'domain'
export type MonitorStatus = 'pending' | 'up' | 'degraded' | 'down' | 'unknown'
/** What raises alerts: a monitor of some kind, a policy that a scan fails, a framework that a website drifts from, that monitoring itself has stopped, or a schedule. */
export type AlertKind = MonitorKind | 'policy' | 'monitoring' | 'compliance' | 'schedule'
export type ChannelKind = 'mail' | 'slack' | 'teams' | 'pagerduty' | 'webhook'
export type TrackerKind = 'jira' | 'linear' | 'github' | 'gitlab' | 'slack'
export type TicketStatus = 'pending' | 'open' | 'closed' | 'failed' | 'gone' | 'canceled'
/** `done`: said to be mended. `dropped`: nobody will. */
export type TrackerState = 'open' | 'done' | 'dropped'
export type NoticeChange = 'opened' | 'worsened' | 'acknowledged' | 'resolved'
export type AlertStatus = 'open' | 'acknowledged' | 'resolved'
export type MemberRole = 'owner' | 'admin' | 'analyst' | 'viewer'
export type Criticality = 'low' | 'medium' | 'high' | 'critical'
export type ReportKind = 'executive' | 'technical' | 'compliance' | 'comparison' | 'portfolio'
export type ReportFormat = 'pdf' | 'html' | 'json' | 'csv' | 'sarif'
export type ReportStatus = 'queued' | 'running' | 'done' | 'failed'
export type RunStatus = 'making' | 'sending' | 'done' | 'failed'
export type ReportDeliveryStatus = 'pending' | 'sent' | 'failed' | 'bounced' | 'skipped'
export type SeverityName = 'critical' | 'high' | 'medium' | 'low' | 'info'

export interface OrganizationsTable {
  id: string
  name: string
  parent_id: string | null
  plan: Plan
  requests_per_minute: number | null
  concurrent_scans: number | null
  allowed_origins: Generated<string[]>
  suspended_at: Date | null
  deletion_requested_at: Date | null
  branding: NullableJson<Partial<Branding>>
  domain: string | null
  domain_active_at: Date | null
  test: Generated<boolean>
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface ApiKeysTable {
  id: string
  organization_id: string
  name: string
  hash: Buffer
  prefix: string
  last_four: string
  scopes: string[]
  allowed_cidrs: Generated<string[]>
  expires_at: Date | null
  revoked_at: Date | null
  last_used_at: Date | null
  last_used_address: string | null
  created_by: string | null
  allowed_origins: Generated<string[]>
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface WebsitesTable {
  id: string
  organization_id: string
  url: string
  origin: string
  name: string
  tags: Generated<string[]>
  latest_scan_id: string | null
  security_score: number | null
  grade: string | null
  score_version: number | null
  open_critical: Generated<number>
  open_high: Generated<number>
  open_medium: Generated<number>
  open_low: Generated<number>
  open_info: Generated<number>
  verification_token: string | null
  verification_method: 'dns' | 'file' | 'meta' | null
  verified_at: Date | null
  verification_checked_at: Date | null
  verification_failing_since: Date | null
  verification_failure: string | null
  criticality: Generated<Criticality>
  group_ids: Generated<string[]>
  settings: NullableJson<ShownSettings>
  settings_secret: Buffer | null
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface WebsiteGroupMembersTable {
  organization_id: string
  group_id: string
  website_id: string
}

export interface WebsiteTagsTable {
  organization_id: string
  tag: string
  website_id: string
}

export interface ScansTable {
  id: string
  organization_id: string
  website_id: string
  url: string
  scan_type: ScanType
  priority: Priority
  urgency: GeneratedAlways<number>
  status: Generated<ScanStatus>
  attempts: Generated<number>
  security_score: number | null
  grade: string | null
  score_version: number | null
  score_cap: NullableJson<ScoreCap>
  critical: Generated<number>
  high: Generated<number>
  medium: Generated<number>
  low: Generated<number>
  info: Generated<number>
  duration_ms: number | null
  error: NullableJson<{ code: string; message: string }>
  created_at: Generated<Date>
  started_at: Date | null
  completed_at: Date | null
  schedule_id: string | null
  policy_id: string | null
  gate: NullableJson<Gate>
  kept_days: number | null
  not_before: Date | null
  evidence_due: Generated<boolean>
}

export interface WebsiteGroupsTable {
  id: string
  organization_id: string
  name: string
  description: Generated<string>
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface ScanCheckpointsTable {
  scan_id: string
  organization_id: string
  checkpoint: Buffer
  updated_at: Generated<Date>
}

export interface SchedulesTable {
  id: string
  organization_id: string
  website_id: string
  cron: string | null
  every: 'hourly' | 'daily' | 'weekly' | 'monthly' | null
  time_zone: string
  scan_type: ScanType
  priority: Priority
  window_from: string | null
  window_to: string | null
  jitter: Generated<number>
  enabled: Generated<boolean>
  disabled_reason: string | null
  next_run_at: Date | null
  last_run_at: Date | null
  last_scan_id: string | null
  consecutive_failures: Generated<number>
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface ScanTurnsTable {
  id: string
  organization_id: string
  position: number
  scan_id: string | null
  created_at: Generated<Date>
}

export interface ScanDetailsTable {
  scan_id: string
  kept_days: number
  organization_id: string
  coverage: Json<Coverage>
}

export interface ScanProgressTable {
  scan_id: string
  seq: number
  organization_id: string
  type: string
  data: Json<Record<string, unknown>>
  created_at: Generated<Date>
}

export interface VulnerabilitiesTable {
  id: string
  organization_id: string
  website_id: string
  fingerprint: Buffer
  check: string
  outcome: string
  type: string
  severity: SeverityName
  confidence: 'confirmed' | 'firm' | 'tentative'
  status: Generated<'open' | 'fixed' | 'reopened' | 'accepted_risk' | 'false_positive' | 'merged'>
  cve: string | null
  first_scan_id: string
  last_scan_id: string
  first_seen_at: Date
  last_seen_at: Date
  fixed_at: Date | null
  status_reason: string | null
  status_author: string | null
  status_changed_at: Date | null
  status_expires_at: Date | null
  decided_severity: string | null
  assignee: string | null
  merged_into: string | null
  split_from: string | null
  split_path: string | null
  known_exploited: Generated<boolean>
}

export interface VulnerabilitySightingsTable {
  vulnerability_id: string
  organization_id: string
  detected_at: Date
  detail: Json<Finding>
}

export interface VerificationsTable {
  id: string
  organization_id: string
  website_id: string
  vulnerability_id: string
  status: Generated<'queued' | 'running' | 'done'>
  result: 'still_there' | 'fixed' | 'not_tested' | null
  reason: string | null
  requested_by: string
  attempts: Generated<number>
  leased_until: Date | null
  created_at: Generated<Date>
  started_at: Date | null
  completed_at: Date | null
}

export interface VulnerabilityCommentsTable {
  id: string
  organization_id: string
  vulnerability_id: string
  author: string
  body: string
  created_at: Generated<Date>
}

export interface VulnerabilityChangesTable {
  id: GeneratedAlways<number>
  organization_id: string
  vulnerability_id: string
  field: 'status' | 'assignee' | 'merged_into' | 'places'
  before: string | null
  after: string | null
  reason: string | null
  author: string
  created_at: Generated<Date>
}

export interface ScanFindingsTable {
  scan_id: string
  vulnerability_id: string
  kept_days: number
  organization_id: string
  detected_at: Date
  detail: Json<Finding>
}

export interface EventsTable {
  id: string
  organization_id: string
  type: string
  data: Json<Record<string, unknown>>
  created_at: Generated<Date>
}

export interface WebhooksTable {
  id: string
  organization_id: string
  url: string
  events: string[]
  description: Generated<string>
  secret: Buffer
  previous_secret: Buffer | null
  previous_secret_expires_at: Date | null
  enabled: Generated<boolean>
  disabled_reason: string | null
  failing_since: Date | null
  api_version: Generated<string>
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface WebhookReplaysTable {
  id: string
  organization_id: string
  webhook_id: string
  since: Date
  until: Date
  events: string[]
  status: Generated<'queued' | 'running' | 'done' | 'failed'>
  position: string | null
  delivery_count: Generated<number>
  reason: string | null
  created_at: Generated<Date>
  completed_at: Date | null
}

export interface DeliveriesTable {
  id: string
  organization_id: string
  webhook_id: string
  event_id: string
  event_type: string
  status: Generated<'pending' | 'succeeded' | 'failed'>
  attempt_count: Generated<number>
  next_attempt_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  created_at: Generated<Date>
  completed_at: Date | null
  replay_id: string | null
}

export interface DeliveryAttemptsTable {
  delivery_id: string
  number: number
  organization_id: string
  webhook_id: string
  attempted_at: Date
  duration_ms: number
  request: Json<Record<string, unknown>>
  response: NullableJson<Record<string, unknown>>
  error: string | null
}

export interface IdempotencyKeysTable {
  organization_id: string
  route: string
  key: string
  request_hash: Buffer
  status: number
  headers: Json<Record<string, string>>
  body: string
  created_at: Generated<Date>
}

export interface RateWindowsTable {
  organization_id: string
  user_id: Generated<string>
  started_at: Date
  used: number
}

export interface UsageMonthsTable {
  organization_id: string
  /** `YYYY-MM-DD`, the first of the month. */
  month: string
  api_requests: Generated<number>
  scans: Generated<number>
}

export interface AuditLogTable {
  organization_id: string
  sequence: number
  created_at: Date
  actor: string
  address: string
  request_id: string
  operation: string
  object_id: string | null
  before: NullableJson<unknown>
  after: NullableJson<unknown>
  hash: Buffer
  seal: Buffer
}

export interface MonitorsTable {
  id: string
  organization_id: string
  website_id: string
  kind: MonitorKind
  interval_seconds: number
  thresholds: Json<Thresholds>
  enabled: Generated<boolean>
  status: Generated<MonitorStatus>
  fault: 'target' | 'network' | 'us' | null
  detail: string | null
  reading: NullableJson<Record<string, unknown>>
  baseline: NullableJson<Record<string, unknown>>
  suspected: Generated<string[]>
  standing: Generated<string[]>
  checked_at: Date | null
  status_changed_at: Date | null
  next_check_at: Generated<Date>
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface MonitorHoursTable {
  monitor_id: string
  hour: Date
  organization_id: string
  up: Generated<number>
  down: Generated<number>
  unknown: Generated<number>
  response_times: Json<Record<string, number>>
}

export interface MonitorDaysTable {
  monitor_id: string
  /** `YYYY-MM-DD`, UTC. */
  day: string
  organization_id: string
  up: Generated<number>
  down: Generated<number>
  unknown: Generated<number>
  response_times: Json<Record<string, number>>
}

export interface AlertsTable {
  id: string
  organization_id: string
  website_id: string
  monitor_id: string | null
  kind: AlertKind
  cause: string
  severity: SeverityName
  status: Generated<AlertStatus>
  summary: string
  data: Json<Record<string, unknown>>
  occurrences: Generated<number>
  last_seen_at: Date
  acknowledged_at: Date | null
  acknowledged_by: string | null
  resolved_at: Date | null
  resolved_by: string | null
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface PoliciesTable {
  id: string
  organization_id: string
  name: string
  description: Generated<string>
  fail_when: Json<Condition>
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface ComplianceAnswersTable {
  website_id: string
  scan_type: ScanType
  organization_id: string
  scan_id: string
  completed_at: Date
  answers: Json<Answers>
}

export interface ComplianceStatesTable {
  website_id: string
  framework: string
  organization_id: string
  scan_id: string
  statuses: Json<Record<string, RequirementStatus>>
  updated_at: Generated<Date>
}

export interface ComplianceChangesTable {
  id: string
  organization_id: string
  website_id: string
  framework: string
  requirement: string
  before: RequirementStatus
  after: RequirementStatus
  scan_id: string
  vulnerability_ids: string[]
  created_at: Generated<Date>
}

export interface ComplianceFollowsTable {
  organization_id: string
  framework: string
  followed_by: string
  created_at: Generated<Date>
}

export interface AttestationsTable {
  id: string
  organization_id: string
  website_id: string | null
  framework: string
  requirement: string
  verdict: 'met' | 'not_met' | 'not_applicable'
  statement: string
  author: string
  file_name: string | null
  file_type: string | null
  file_size: number | null
  file_sha256: string | null
  expires_at: Date | null
  withdrawn_at: Date | null
  withdrawn_by: string | null
  created_at: Generated<Date>
}

export interface PaymentPagesTable {
  id: string
  organization_id: string
  website_id: string
  url: string
  name: Generated<string>
  interval_seconds: number
  headers: NullableJson<Record<string, string>>
  looked_at: Date | null
  tried_at: Date | null
  fault: string | null
  detail: string | null
  next_look_at: Generated<Date>
  created_by: string
  ended_at: Date | null
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface PaymentScriptsTable {
  id: string
  organization_id: string
  payment_page_id: string
  source: string
  kind: 'file' | 'inline' | 'handler' | 'dynamic'
  sha256: string
  integrity: string | null
  loaded_by: string | null
  third_party: boolean
  excerpt: string
  present: boolean
  first_seen_at: Date
  last_seen_at: Date
  changed_at: Date | null
  authorization_kind: 'version' | 'address' | null
  authorized_sha256: string | null
  justification: string | null
  authorized_by: string | null
  authorized_at: Date | null
}

export interface PaymentLedgerTable {
  payment_page_id: string
  sequence: number
  organization_id: string
  kind: string
  data: Json<Record<string, unknown>>
  created_at: Date
  hash: Buffer
}

export interface SigningKeysTable {
  id: string
  organization_id: string
  public_key: string
  private_key: Buffer
  retired_at: Date | null
  created_at: Generated<Date>
}

export interface ComplianceBundlesTable {
  id: string
  organization_id: string
  framework: string
  scope: Json<Record<string, unknown>>
  totals: Json<Record<string, number>>
  signing_key_id: string
  entry_count: number
  size: number
  sha256: string
  created_by: string
  created_at: Date
}

export interface AlertChannelsTable {
  id: string
  organization_id: string
  name: string
  kind: ChannelKind
  settings: Json<Record<string, unknown>>
  secrets: Buffer
  filter: Json<ChannelFilter>
  quiet_hours: NullableJson<QuietHours>
  digest: Json<ChannelDigest>
  critical_at_once: Generated<boolean>
  enabled: Generated<boolean>
  disabled_reason: string | null
  failing_since: Date | null
  last_error: string | null
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface ChannelDeliveriesTable {
  id: string
  organization_id: string
  channel_id: string
  kind: 'alert' | 'digest' | 'test'
  alert_id: string | null
  status: Generated<'pending' | 'succeeded' | 'failed'>
  attempt_count: Generated<number>
  next_attempt_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  created_at: Generated<Date>
  completed_at: Date | null
}

export interface AlertNoticesTable {
  id: GeneratedAlways<number>
  organization_id: string
  channel_id: string
  alert_id: string
  change: NoticeChange
  notice: Json<Notice>
  due_at: Date | null
  delivery_id: string | null
  created_at: Generated<Date>
}

export interface ChannelAttemptsTable {
  delivery_id: string
  number: number
  organization_id: string
  attempted_at: Date
  duration_ms: number
  request: Json<Record<string, unknown>>
  response: NullableJson<Record<string, unknown>>
  error: string | null
}

/** What a website has, by state and severity. Kept by triggers. */
export interface WebsiteTotalsTable {
  website_id: string
  organization_id: string
  open_critical: Generated<number>
  open_high: Generated<number>
  open_medium: Generated<number>
  open_low: Generated<number>
  open_info: Generated<number>
  reopened_critical: Generated<number>
  reopened_high: Generated<number>
  reopened_medium: Generated<number>
  reopened_low: Generated<number>
  reopened_info: Generated<number>
  fixed_critical: Generated<number>
  fixed_high: Generated<number>
  fixed_medium: Generated<number>
  fixed_low: Generated<number>
  fixed_info: Generated<number>
  accepted_risk_critical: Generated<number>
  accepted_risk_high: Generated<number>
  accepted_risk_medium: Generated<number>
  accepted_risk_low: Generated<number>
  accepted_risk_info: Generated<number>
  false_positive_critical: Generated<number>
  false_positive_high: Generated<number>
  false_positive_medium: Generated<number>
  false_positive_low: Generated<number>
  false_positive_info: Generated<number>
}

/** What happened on a website, day by day. Kept by triggers. */
export interface WebsiteDaysTable {
  website_id: string
  /** `YYYY-MM-DD`, UTC. */
  day: string
  organization_id: string
  appeared: Generated<number>
  fixed: Generated<number>
  reopened: Generated<number>
  timed: Generated<number>
  seconds: Generated<number>
  score_change: Generated<number>
  scored_change: Generated<number>
}

/** Sums of a set of websites: changes as rows of their own, until they are folded into one. Kept by triggers. */
export interface SetTotalsTable {
  organization_id: string
  set: string
  folded: Generated<boolean>
  open_critical: Generated<number>
  open_high: Generated<number>
  open_medium: Generated<number>
  open_low: Generated<number>
  open_info: Generated<number>
  reopened_critical: Generated<number>
  reopened_high: Generated<number>
  reopened_medium: Generated<number>
  reopened_low: Generated<number>
  reopened_info: Generated<number>
  fixed_critical: Generated<number>
  fixed_high: Generated<number>
  fixed_medium: Generated<number>
  fixed_low: Generated<number>
  fixed_info: Generated<number>
  accepted_risk_critical: Generated<number>
  accepted_risk_high: Generated<number>
  accepted_risk_medium: Generated<number>
  accepted_risk_low: Generated<number>
  accepted_risk_info: Generated<number>
  false_positive_critical: Generated<number>
  false_positive_high: Generated<number>
  false_positive_medium: Generated<number>
  false_positive_low: Generated<number>
  false_positive_info: Generated<number>
}

/** The same of what happened, day by day. */
export interface SetDaysTable {
  organization_id: string
  set: string
  day: string
  folded: Generated<boolean>
  appeared: Generated<number>
  fixed: Generated<number>
  reopened: Generated<number>
  timed: Generated<number>
  seconds: Generated<number>
  score_change: Generated<number>
  scored_change: Generated<number>
}

/** The same of scores. */
export interface SetGradesTable {
  organization_id: string
  set: string
  grade: string | null
  folded: Generated<boolean>
  websites: Generated<number>
  scored: Generated<number>
  score_sum: Generated<number>
}

export interface InstallationTable {
  /** Always true: there is one row. */
  id: Generated<boolean>
  secret_check: Buffer
  default_organization_id: string
  monitored_at: Date | null
  created_at: Generated<Date>
}

export interface AuthUsersTable {
  id: string
  name: string
  email: string
  email_verified: Generated<boolean>
  image: string | null
  two_factor_enabled: Generated<boolean>
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface AuthSessionsTable {
  id: string
  user_id: string
  token: string
  expires_at: Date
  ip_address: string | null
  user_agent: string | null
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface AuthAccountsTable {
  id: string
  user_id: string
  account_id: string
  provider_id: string
  access_token: string | null
  refresh_token: string | null
  id_token: string | null
  access_token_expires_at: Date | null
  refresh_token_expires_at: Date | null
  scope: string | null
  password: string | null
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface AuthVerificationsTable {
  id: string
  identifier: string
  value: string
  expires_at: Date
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface AuthTwoFactorsTable {
  id: string
  user_id: string
  secret: string
  backup_codes: string
  verified: Generated<boolean>
  failed_verification_count: Generated<number>
  locked_until: Date | null
}

export interface AuthFailuresTable {
  subject: Buffer
  failures: number
  until: Date
}

export interface MembershipsTable {
  organization_id: string
  user_id: string
  role: MemberRole
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface InvitationsTable {
  id: string
  organization_id: string
  email: string
  role: MemberRole
  token_hash: Buffer
  invited_by: string
  mailed_at: Date | null
  expires_at: Date
  accepted_at: Date | null
  accepted_by: string | null
  revoked_at: Date | null
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

/** A file; its bytes are in `blob_chunks`, or in S3-compatible storage. */
export interface BlobsTable {
  id: Generated<string>
  organization_id: string
  key: string
  content_type: string
  size: number | null
  object: string | null
  scan_id: string | null
  created_at: Generated<Date>
  expires_at: Date | null
}

export interface BlobChunksTable {
  blob_id: string
  number: number
  organization_id: string
  bytes: Buffer
}

/** What may exist in S3-compatible storage. */
export interface StoredObjectsTable {
  object: string
  organization_id: string
  created_at: Generated<Date>
  doomed_at: Date | null
}

export interface ReportSchedulesTable {
  id: string
  organization_id: string
  name: string
  cron: string | null
  every: 'hourly' | 'daily' | 'weekly' | 'monthly' | null
  time_zone: string
  report: Json<ReportSpec>
  formats: string[]
  message: Generated<string>
  attach: Generated<boolean>
  link_days: number
  enabled: Generated<boolean>
  disabled_reason: string | null
  next_run_at: Date | null
  last_run_at: Date | null
  last_run_id: string | null
  consecutive_failures: Generated<number>
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface ReportRecipientsTable {
  id: string
  organization_id: string
  report_schedule_id: string
  address: string
  position: number
  listed: Generated<boolean>
  unsubscribed_at: Date | null
  bounced_at: Date | null
  bounce_reason: string | null
  created_at: Generated<Date>
}

export interface ReportRunsTable {
  id: string
  organization_id: string
  report_schedule_id: string
  trigger: 'schedule' | 'request'
  status: Generated<'making' | 'sending' | 'done' | 'failed'>
  error: string | null
  created_at: Generated<Date>
  completed_at: Date | null
}

export interface ReportsTable {
  id: string
  organization_id: string
  report_schedule_id: string | null
  run_id: string | null
  kind: ReportKind
  format: ReportFormat
  language: string
  title: string | null
  website_id: string | null
  scan_id: string | null
  baseline_scan_id: string | null
  group_id: string | null
  tag: string | null
  framework: string | null
  filter: Json<ReportFilter>
  period_days: number
  status: Generated<'queued' | 'running' | 'done' | 'failed'>
  attempts: Generated<number>
  leased_until: Date | null
  blob_key: string | null
  content_type: string | null
  extension: string | null
  size: number | null
  sha256: string | null
  summary: NullableJson<ReportSummary>
  error: NullableJson<{ code: string; message: string }>
  kept_until: Date
  created_at: Generated<Date>
  started_at: Date | null
  completed_at: Date | null
}

export interface ReportLinksTable {
  id: string
  organization_id: string
  report_id: string
  created_by: string
  expires_at: Date
  revoked_at: Date | null
  used_count: Generated<number>
  last_used_at: Date | null
  created_at: Generated<Date>
}

export interface ReportDeliveriesTable {
  id: string
  organization_id: string
  report_schedule_id: string
  run_id: string
  recipient_id: string
  address: string
  status: Generated<'pending' | 'sent' | 'failed' | 'bounced' | 'skipped'>
  attached: boolean
  attempt_count: Generated<number>
  next_attempt_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  handed_in_at: Date | null
  answer: string | null
  error: string | null
  created_at: Generated<Date>
  completed_at: Date | null
}

/** The database as the typed client believes it to be; a test compares it with the migrated one. */
export interface IntegrationsTable {
  id: string
  organization_id: string
  name: string
  kind: TrackerKind
  base_url: string
  settings: Json<Record<string, unknown>>
  secrets: Buffer
  rules: Json<TicketRule[]>
  mapping: Json<TicketMapping>
  sync: Json<TicketSync>
  enabled: Generated<boolean>
  failing_since: Date | null
  failure_count: Generated<number>
  last_error: string | null
  last_succeeded_at: Date | null
  paused_until: Date | null
  next_poll_at: Date | null
  polled_until: Date | null
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface TicketsTable {
  id: string
  organization_id: string
  integration_id: string
  vulnerability_id: string
  website_id: string
  requested_by: string
  status: Generated<TicketStatus>
  external_id: string | null
  external_key: string | null
  external_url: string | null
  external_state: TrackerState | null
  external_assignee: string | null
  wanted_state: TrackerState | null
  told: 'open' | 'fixed' | 'accepted' | null
  look: Generated<boolean>
  verification_id: string | null
  unsure_since: Date | null
  comment_count: Generated<number>
  reopen_count: Generated<number>
  reopened_at: Date | null
  due_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  leased_until: Date | null
  lease: Generated<number>
  wakes: Generated<number>
  attempt_count: Generated<number>
  last_error: string | null
  created_at: Generated<Date>
  updated_at: Generated<Date>
  opened_at: Date | null
  closed_at: Date | null
}

export interface TicketNoticesTable {
  id: GeneratedAlways<number>
  organization_id: string
  scan_id: string | null
  vulnerability_id: string | null
  known: Generated<boolean>
  created_at: Generated<Date>
}

export interface Schema {
  organizations: OrganizationsTable
  api_keys: ApiKeysTable
  websites: WebsitesTable
  website_groups: WebsiteGroupsTable
  website_tags: WebsiteTagsTable
  website_group_members: WebsiteGroupMembersTable
  scans: ScansTable
  schedules: SchedulesTable
  scan_turns: ScanTurnsTable
  scan_details: ScanDetailsTable
  scan_progress: ScanProgressTable
  scan_checkpoints: ScanCheckpointsTable
  vulnerabilities: VulnerabilitiesTable
  vulnerability_sightings: VulnerabilitySightingsTable
  verifications: VerificationsTable
  vulnerability_comments: VulnerabilityCommentsTable
  vulnerability_changes: VulnerabilityChangesTable
  scan_findings: ScanFindingsTable
  events: EventsTable
  webhooks: WebhooksTable
  webhook_replays: WebhookReplaysTable
  deliveries: DeliveriesTable
  delivery_attempts: DeliveryAttemptsTable
  idempotency_keys: IdempotencyKeysTable
  rate_windows: RateWindowsTable
  usage_months: UsageMonthsTable
  audit_log: AuditLogTable
  monitors: MonitorsTable
  monitor_hours: MonitorHoursTable
  monitor_days: MonitorDaysTable
  alerts: AlertsTable
  policies: PoliciesTable
  compliance_answers: ComplianceAnswersTable
  compliance_states: ComplianceStatesTable
  compliance_changes: ComplianceChangesTable
  compliance_follows: ComplianceFollowsTable
  attestations: AttestationsTable
  payment_pages: PaymentPagesTable
  payment_scripts: PaymentScriptsTable
  payment_ledger: PaymentLedgerTable
  signing_keys: SigningKeysTable
  compliance_bundles: ComplianceBundlesTable
  alert_channels: AlertChannelsTable
  channel_deliveries: ChannelDeliveriesTable
  alert_notices: AlertNoticesTable
  channel_attempts: ChannelAttemptsTable
  report_schedules: ReportSchedulesTable
  report_recipients: ReportRecipientsTable
  report_runs: ReportRunsTable
  reports: ReportsTable
  report_links: ReportLinksTable
  report_deliveries: ReportDeliveriesTable
  integrations: IntegrationsTable
  tickets: TicketsTable
  ticket_notices: TicketNoticesTable
  website_totals: WebsiteTotalsTable
  website_days: WebsiteDaysTable
  set_totals: SetTotalsTable
  set_days: SetDaysTable
  set_grades: SetGradesTable
  blobs: BlobsTable
  blob_chunks: BlobChunksTable
  stored_objects: StoredObjectsTable
  installation: InstallationTable
  auth_users: AuthUsersTable
  auth_sessions: AuthSessionsTable
  auth_accounts: AuthAccountsTable
  auth_verifications: AuthVerificationsTable
  auth_two_factors: AuthTwoFactorsTable
  auth_failures: AuthFailuresTable
  memberships: MembershipsTable
  invitations: InvitationsTable
}
