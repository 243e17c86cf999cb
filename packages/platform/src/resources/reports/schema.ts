import { FORMATS, KINDS, LANGUAGES } from '@lasthash/reports'
import { rfc3339, SEVERITIES } from '@lasthash/scanner'
import type { Selectable } from 'kysely'
import { type Static, type TSchema, Type } from 'typebox'
import type { ReportLinksTable, ReportsTable } from '../../db/schema.ts'
import { Confidence, VulnerabilityType } from '../vulnerabilities/schema.ts'

const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Time = Type.String({ format: 'date-time' })
const Id = Type.String({ maxLength: 80 })
const Title = Type.String({ minLength: 1, maxLength: 200 })
const Tag = Type.String({ minLength: 1, maxLength: 50 })
const Framework = Type.String({ minLength: 1, maxLength: 80 })
const listOf = <T extends TSchema>(one: T) => Type.Optional(Type.Array(one, { minItems: 1, maxItems: 20 }))

export const Kind = Type.Enum([...KINDS])
export const Format = Type.Enum([...FORMATS])
export const Language = Type.Enum([...LANGUAGES])
export const PeriodDays = Type.Integer({
  minimum: 1,
  maximum: 800,
  description: 'Days that trends are shown of; 90 unless told.',
})

export const Filter = Type.Object(
  {
    severity: listOf(Type.Enum([...SEVERITIES])),
    status: listOf(Type.Enum(['open', 'reopened', 'fixed', 'accepted_risk', 'false_positive'])),
    confidence: listOf(Confidence),
    type: listOf(VulnerabilityType),
    check: listOf(Type.String({ minLength: 1, maxLength: 100 })),
    kev: Type.Optional(Type.Boolean({ description: 'Whether CISA lists a flaw of it as exploited.' })),
  },
  {
    additionalProperties: false,
    description:
      'Which vulnerabilities: those that are of one of each list. Unless told, what is open, and of a scan whatever it saw.',
  },
)

/** What is given of a report, also by a schedule. */
export const SPEC = {
  kind: Type.Optional({ ...Kind, default: 'technical' }),
  language: Type.Optional({ ...Language, default: 'en', description: 'Of the report’s own texts.' }),
  title: Type.Optional(nullable(Title)),
  website_id: Type.Optional(nullable({ ...Id, description: 'Of one website, as it is now.' })),
  group: Type.Optional(nullable({ ...Id, description: 'Of the websites in this group.' })),
  tag: Type.Optional(nullable({ ...Tag, description: 'Of the websites with this tag.' })),
  framework: Type.Optional(nullable({ ...Framework, description: 'compliance: which one, as `pci_dss_4_0_1`.' })),
  filter: Type.Optional(nullable(Filter)),
  period_days: Type.Optional(PeriodDays),
}

export const ReportCreate = Type.Object(
  {
    scan_id: Type.Optional({ ...Id, description: 'Of what one scan saw.' }),
    baseline_scan_id: Type.Optional({
      ...Id,
      description: 'comparison: the earlier scan. Give `website_id` alone for its last two scans of one type.',
    }),
    ...SPEC,
    format: Type.Optional({ ...Format, default: 'pdf' }),
  },
  { additionalProperties: false },
)

const Counts = Type.Object({
  critical: Type.Integer(),
  high: Type.Integer(),
  medium: Type.Integer(),
  low: Type.Integer(),
  info: Type.Integer(),
})

export const Report = Type.Object(
  {
    id: Type.String(),
    kind: Kind,
    format: Format,
    language: Language,
    title: nullable(Type.String()),
    scan_id: nullable(Type.String()),
    baseline_scan_id: nullable(Type.String()),
    website_id: nullable(Type.String()),
    group: nullable(Type.String()),
    tag: nullable(Type.String()),
    framework: nullable(Type.String()),
    filter: Filter,
    period_days: Type.Integer(),
    report_schedule_id: nullable(Type.String({ description: 'Of the schedule that had it made.' })),
    run_id: nullable(Type.String()),
    status: Type.Enum(['queued', 'running', 'done', 'failed']),
    error: nullable(
      Type.Object({ code: Type.String(), message: Type.String() }, { description: 'Why it could not be made.' }),
    ),
    summary: nullable(
      Type.Object(
        {
          websites: Type.Integer(),
          security_score: nullable(Type.Number({ description: 'Of several websites, the mean.' })),
          grade: nullable(Type.String()),
          vulnerabilities: Counts,
        },
        { description: 'What it came to, once it is done.' },
      ),
    ),
    download_url: nullable(
      Type.String({ format: 'uri', description: 'The file, once it is done; needs your key, as the rest of the API.' }),
    ),
    file_name: nullable(Type.String()),
    content_type: nullable(Type.String()),
    size: nullable(Type.Integer({ description: 'Bytes.' })),
    sha256: nullable(Type.String({ description: 'Of the file, in hex.' })),
    kept_until: Type.String({ format: 'date-time', description: 'By the plan of when it was asked for.' }),
    created_at: Time,
    started_at: nullable(Time),
    completed_at: nullable(Time),
  },
  { title: 'Report' },
)

export type ReportRow = Selectable<ReportsTable>

export const EXAMPLE: Static<typeof Report> = {
  id: 'rep_01k0000000000000000000000',
  kind: 'technical',
  format: 'pdf',
  language: 'en',
  title: null,
  scan_id: 'scan_01k0000000000000000000000',
  baseline_scan_id: null,
  website_id: null,
  group: null,
  tag: null,
  framework: null,
  filter: {},
  period_days: 90,
  report_schedule_id: null,
  run_id: null,
  status: 'done',
  error: null,
  summary: {
    websites: 1,
    security_score: 85,
    grade: 'B',
    vulnerabilities: { critical: 0, high: 2, medium: 5, low: 8, info: 3 },
  },
  download_url: 'https://app.lasthash.com/v1/reports/rep_01k0000000000000000000000/download',
  file_name: 'lasthash-technical-2026-01-15.pdf',
  content_type: 'application/pdf',
  size: 48_213,
  sha256: 'a3f1c9d0e5b7428196cafe00a3f1c9d0e5b7428196cafe00a3f1c9d0e5b74281',
  kept_until: '2026-04-15T14:32:15Z',
  created_at: '2026-01-15T14:32:15Z',
  started_at: '2026-01-15T14:32:15Z',
  completed_at: '2026-01-15T14:32:17Z',
}

export const QUEUED_EXAMPLE: Static<typeof Report> = {
  ...EXAMPLE,
  status: 'queued',
  summary: null,
  download_url: null,
  file_name: null,
  content_type: null,
  size: null,
  sha256: null,
  started_at: null,
  completed_at: null,
}

/** A name that says what it is, in letters that every system takes. */
export function fileNameOf({ kind, extension, completed_at }: ReportRow): string {
  return `lasthash-${kind}-${rfc3339(completed_at!).slice(0, 10)}.${extension}`
}

/** A row as the API gives it. */
export function toReport(row: ReportRow, publicUrl: string): Static<typeof Report> {
  const { id, kind, format, title, scan_id, baseline_scan_id, website_id, tag, framework, status } = row
  const done = status === 'done'
  return {
    id,
    kind,
    format,
    language: row.language as 'en',
    title,
    scan_id,
    baseline_scan_id,
    website_id,
    group: row.group_id,
    tag,
    framework,
    filter: row.filter as Static<typeof Filter>,
    period_days: row.period_days,
    report_schedule_id: row.report_schedule_id,
    run_id: row.run_id,
    status,
    error: row.error,
    summary: row.summary,
    download_url: done ? `${publicUrl}/v1/reports/${id}/download` : null,
    file_name: done ? fileNameOf(row) : null,
    content_type: row.content_type,
    size: row.size,
    sha256: row.sha256,
    kept_until: rfc3339(row.kept_until),
    created_at: rfc3339(row.created_at),
    started_at: row.started_at && rfc3339(row.started_at),
    completed_at: row.completed_at && rfc3339(row.completed_at),
  }
}

export const LinkCreate = Type.Object(
  {
    expires_at: Type.Optional({ ...Time, description: 'At most 365 days ahead; in 7 days unless told.' }),
  },
  { additionalProperties: false },
)

export const ReportLink = Type.Object(
  {
    id: Type.String(),
    report_id: Type.String(),
    share_url: Type.String({
      format: 'uri',
      description: 'Whoever has it gets the file, without a key, until it expires or is revoked.',
    }),
    created_by: Type.String({ description: 'The key, person or schedule that made it.' }),
    expires_at: Time,
    revoked_at: nullable(Time),
    used_count: Type.Integer({ description: 'How often the file was had by it.' }),
    last_used_at: nullable(Time),
    created_at: Time,
  },
  { title: 'ReportLink' },
)

export const LINK_EXAMPLE: Static<typeof ReportLink> = {
  id: 'lnk_01k0000000000000000000000',
  report_id: EXAMPLE.id,
  share_url: 'https://app.lasthash.com/shared/lnk_01k0000000000000000000000.Zm9vYmFyYmF6cXV4Zm9vYg',
  created_by: 'key_01k0000000000000000000000',
  expires_at: '2026-01-22T14:32:15Z',
  revoked_at: null,
  used_count: 0,
  last_used_at: null,
  created_at: '2026-01-15T14:32:15Z',
}

export function toLink(row: Selectable<ReportLinksTable>, shareUrl: string): Static<typeof ReportLink> {
  const { id, report_id, created_by, used_count } = row
  return {
    id,
    report_id,
    share_url: shareUrl,
    created_by,
    expires_at: rfc3339(row.expires_at),
    revoked_at: row.revoked_at && rfc3339(row.revoked_at),
    used_count,
    last_used_at: row.last_used_at && rfc3339(row.last_used_at),
    created_at: rfc3339(row.created_at),
  }
}
