import { rfc3339, SEVERITIES } from '@lasthash/scanner'
import type { VulnerabilityObject, VulnerabilityStatus } from '@lasthash/scanner/report/document'
import { type TSchema, Type } from 'typebox'
import type { JoinedFinding } from './causes.ts'

const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

export const VulnerabilityType = Type.Enum(['vulnerability', 'misconfiguration', 'exposure', 'threat', 'information'])
export const Severity = Type.Enum([...SEVERITIES])
export const Confidence = Type.Enum(['confirmed', 'firm', 'tentative'])
export const Status = Type.Enum(['open', 'fixed', 'reopened', 'accepted_risk', 'false_positive', 'merged'])

const Feed = Type.Object({ name: Type.String(), date: Type.String() })
const Advisory = Type.Object({
  id: Type.String(),
  cve: nullable(Type.String()),
  severity: Severity,
  summary: Type.String(),
  fixed_in: nullable(Type.String({ description: 'The first version in which it is mended.' })),
  cvss: nullable(Type.Object({ vector: Type.String(), score: Type.Number() })),
  epss: nullable(Type.Object({ score: Type.Number(), percentile: Type.Number(), date: Type.String() })),
  exploited_since: nullable(Type.String({ description: 'The day on which CISA listed it as exploited.' })),
  references: Type.Array(Type.String()),
  feeds: Type.Array(Feed, { description: 'Who tells of it, and of what day that is.' }),
})

const Sight = Type.Object({
  kind: Type.Enum(['page', 'browser', 'script', 'foreign_script', 'probe', 'copy', 'visit', 'address']),
  url: Type.String(),
  page: Type.Optional(Type.String({ description: 'Of a script: the page that loads it.' })),
})
const SEEN_IN =
  'Where a scan must look again before it counts as fixed: at most 50 places. None for what is of the website as a whole.'

export const Locations = Type.Array(
  Type.Object({ url: Type.String(), method: nullable(Type.String()), parameter: nullable(Type.String()) }),
)
export const Proof = Type.Object({
  request: nullable(Type.String()),
  response: nullable(Type.String()),
  payload: nullable(Type.String()),
  control: nullable(Type.String()),
  curl: nullable(Type.String()),
  observed: nullable(Type.String()),
})
export const FingerprintInputs = Type.Object({
  check: Type.String(),
  outcome: Type.String(),
  origin: Type.String(),
  path: nullable(Type.String()),
  parameter: nullable(Type.String()),
})
const AboutSoftware = Type.Object({
  key: Type.String(),
  name: Type.String(),
  version: nullable(Type.String()),
  packages: Type.Array(Type.Object({ ecosystem: Type.String(), name: Type.String() })),
})
const Part = Type.Object({
  check: Type.String(),
  outcome: Type.String(),
  severity: Severity,
  title: Type.String(),
  fingerprint: Type.String(),
  fingerprint_inputs: FingerprintInputs,
  locations: Locations,
  location_count: Type.Integer(),
  seen_in: Type.Optional(Type.Array(Sight)),
  proof: Proof,
  software: Type.Optional(AboutSoftware),
})

export const Vulnerability = Type.Object(
  {
    id: Type.String(),
    website_id: Type.String(),
    type: VulnerabilityType,
    severity: Severity,
    confidence: Confidence,
    title: Type.String(),
    description: Type.String(),
    remediation: Type.String(),
    cve: nullable(Type.String()),
    cwe: nullable(Type.Integer()),
    cvss: nullable(Type.Object({ vector: Type.String(), score: Type.Number() })),
    check: Type.String({ description: 'The check that found it.' }),
    outcome: Type.String({ description: 'Which of the ways in which the check can fail.' }),
    status: Status,
    status_reason: nullable(Type.String({ description: 'Why it was accepted or marked false.' })),
    status_expires_at: nullable(Type.String({ format: 'date-time' })),
    assignee: nullable(Type.String()),
    merged_into: nullable(
      Type.String({ description: 'Of which it is a duplicate: that one stands for it; its status is `merged`.' }),
    ),
    split_from: nullable(Type.String({ description: 'Of whose places it is some; one cause still weighs once.' })),
    score_impact: Type.Number({ description: 'Points that it took off the score of the scan that saw it.' }),
    locations: Locations,
    location_count: Type.Integer({ description: 'Of all places; `locations` has at most 50 of them.' }),
    seen_in: Type.Optional(Type.Array(Sight, { description: SEEN_IN })),
    proof: Proof,
    references: Type.Array(Type.String()),
    compliance: Type.Record(Type.String(), Type.Array(Type.String())),
    software: Type.Optional(AboutSoftware),
    advisories: Type.Optional(Type.Array(Advisory, { description: 'The known flaws of that software, worst first.' })),
    merged_from: Type.Optional(
      Type.Array(Part, { description: 'What each part shows, where it is several that were merged.' }),
    ),
    fingerprint: Type.String(),
    fingerprint_inputs: FingerprintInputs,
    detected_at: Type.String({ format: 'date-time', description: 'When the scan saw it.' }),
    first_seen_at: Type.String({ format: 'date-time' }),
    last_seen_at: Type.String({ format: 'date-time' }),
    fixed_at: nullable(Type.String({ format: 'date-time' })),
  },
  { title: 'Vulnerability' },
)

/** A vulnerability as the API gives it: as the engine found it, and what people have decided about it. */
export type TriagedVulnerability = VulnerabilityObject & {
  status_reason: string | null
  status_expires_at: string | null
  assignee: string | null
  merged_into: string | null
  split_from: string | null
}

export const EXAMPLE: TriagedVulnerability = {
  id: 'vuln_01k0000000000000000000000',
  website_id: 'ws_01k0000000000000000000000',
  type: 'misconfiguration',
  severity: 'medium',
  confidence: 'firm',
  title: 'No HSTS header',
  description: 'A visitor whose first request goes over plain HTTP can be kept there by whoever sits in between.',
  remediation: 'Send Strict-Transport-Security on every HTTPS response.',
  cve: null,
  cwe: 319,
  cvss: null,
  check: 'transport/hsts',
  outcome: 'missing',
  status: 'open',
  status_reason: null,
  status_expires_at: null,
  assignee: null,
  merged_into: null,
  split_from: null,
  score_impact: 1,
  locations: [{ url: 'https://example.com/', method: 'GET', parameter: null }],
  location_count: 1,
  proof: {
    request: 'GET / HTTP/1.1\nHost: example.com',
    response: 'HTTP/1.1 200\ncontent-type: text/html',
    payload: null,
    control: null,
    curl: 'curl -sS -i --path-as-is https://example.com/',
    observed: null,
  },
  references: ['https://www.rfc-editor.org/rfc/rfc6797'],
  compliance: { owasp_2025: ['A04:2025'] },
  fingerprint: 'a3f1c9d0e5b7428196cafe00a3f1c9d0e5b7428196cafe00a3f1c9d0e5b74281',
  fingerprint_inputs: {
    check: 'transport/hsts',
    outcome: 'missing',
    origin: 'https://example.com',
    path: null,
    parameter: null,
  },
  detected_at: '2026-01-15T14:31:40Z',
  first_seen_at: '2026-01-10T08:00:12Z',
  last_seen_at: '2026-01-15T14:31:40Z',
  fixed_at: null,
}

/** A vulnerability's row together with what one scan saw of it. */
export interface VulnerabilityRow {
  id: string
  website_id: string
  status: VulnerabilityStatus
  status_reason: string | null
  status_expires_at: Date | null
  assignee: string | null
  first_seen_at: Date
  last_seen_at: Date
  fixed_at: Date | null
  merged_into: string | null
  split_from: string | null
  split_path: string | null
  detected_at: Date
  detail: JoinedFinding
}

/** Whether CISA lists a flaw of it as exploited. */
export function isKnownExploited({ advisories }: Pick<JoinedFinding, 'advisories'>): boolean {
  return (advisories ?? []).some(({ exploited_since }) => exploited_since !== null)
}

/** A row as the API gives it. */
export function toVulnerability(row: VulnerabilityRow): TriagedVulnerability {
  const { id, website_id, status, detail } = row
  const { type, severity, confidence, title, description, remediation, cve, cwe, cvss, check, outcome, ...rest } =
    detail
  return {
    id,
    website_id,
    type,
    severity,
    confidence,
    title,
    description,
    remediation,
    cve,
    cwe,
    cvss,
    check,
    outcome,
    status,
    status_reason: row.status_reason,
    status_expires_at: row.status_expires_at && rfc3339(row.status_expires_at),
    assignee: row.assignee,
    merged_into: row.merged_into,
    split_from: row.split_from,
    ...rest,
    detected_at: rfc3339(row.detected_at),
    first_seen_at: rfc3339(row.first_seen_at),
    last_seen_at: rfc3339(row.last_seen_at),
    fixed_at: row.fixed_at && rfc3339(row.fixed_at),
  }
}
