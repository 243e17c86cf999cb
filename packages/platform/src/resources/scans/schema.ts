import { rfc3339 } from '@lasthash/scanner'
import type { ScanObject } from '@lasthash/scanner/report/document'
import type { Selectable } from 'kysely'
import { type TSchema, Type } from 'typebox'
import type { ScansTable } from '../../db/schema.ts'
import { ApiError } from '../../errors.ts'
import type { Gate as GateVerdict } from '../../policies/judge-scan.ts'
import { Gate } from '../policies/schema.ts'

const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

export const ScanStatus = Type.Enum(['queued', 'running', 'done', 'failed', 'canceled'])
export const ScanType = Type.Enum(['quick', 'full', 'active'])
const Priority = Type.Enum(['low', 'normal', 'high'])

export const Scan = Type.Object(
  {
    id: Type.String(),
    website_id: Type.String(),
    url: Type.String({ format: 'uri' }),
    scan_type: ScanType,
    priority: Priority,
    schedule_id: nullable(Type.String({ description: 'Of the schedule that began it.' })),
    policy_id: nullable(Type.String({ description: 'Of the policy that judges it.' })),
    gate: nullable(Gate),
    status: ScanStatus,
    waits_until: nullable(
      Type.String({ format: 'date-time', description: 'It waits for the hours in which its website may be scanned.' }),
    ),
    security_score: nullable(Type.Integer({ minimum: 0, maximum: 100 })),
    grade: nullable(Type.String()),
    score_version: nullable(Type.Integer()),
    score_cap: nullable(
      Type.Object(
        { limit: Type.Integer(), because: Type.String() },
        { description: 'Set when a limit of 49 or 89 applied: then the impacts do not add up.' },
      ),
    ),
    vulnerabilities: Type.Object(
      {
        critical: Type.Integer(),
        high: Type.Integer(),
        medium: Type.Integer(),
        low: Type.Integer(),
        info: Type.Integer(),
      },
      { description: 'The very ones that the score weighs: confirmed or firm, neither accepted nor marked false.' },
    ),
    scan_duration: nullable(Type.Integer({ description: 'Whole seconds.' })),
    created_at: Type.String({ format: 'date-time' }),
    started_at: nullable(Type.String({ format: 'date-time' })),
    completed_at: nullable(Type.String({ format: 'date-time', description: 'When it ended, however it ended.' })),
    results_kept_until: nullable(
      Type.String({
        format: 'date-time',
        description: 'Until when what it found is kept, by the plan of when it ended; its score and counts stay.',
      }),
    ),
    report_url: Type.String({ format: 'uri', description: 'Opens in a browser.' }),
    error: nullable(
      Type.Object({ code: Type.String(), message: Type.String() }, { description: 'Why a failed scan failed.' }),
    ),
  },
  { title: 'Scan' },
)

export const ScanCreate = Type.Object(
  {
    website_id: Type.Optional(Type.String({ maxLength: 80, description: 'The website to scan; or else give `url`.' })),
    url: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 2048,
        description: 'Of a website that need not be registered yet: it is then, by scheme, host and port.',
      }),
    ),
    scan_type: Type.Optional(
      Type.Enum(['quick', 'full', 'active'], {
        default: 'full',
        description:
          '`quick` asks the start page and its surroundings, in seconds; `full` looks further. `active` attacks, and is not available yet.',
      }),
    ),
    priority: Type.Optional(
      Type.Enum(['low', 'normal', 'high'], {
        default: 'normal',
        description: 'Which of your own waiting scans goes first; among equals, the oldest.',
      }),
    ),
    policy_id: Type.Optional(
      Type.String({
        maxLength: 80,
        description: 'A policy that judges the scan: `gate` of the finished scan says how.',
      }),
    ),
  },
  { additionalProperties: false },
)

/** A scan with what only the service knows of it. */
export interface PlatformScan extends ScanObject {
  schedule_id: string | null
  policy_id: string | null
  gate: GateVerdict | null
  results_kept_until: string | null
  /** Of a scan that waits for its website's allowed hours. */
  waits_until: string | null
}

export const EXAMPLE: PlatformScan = {
  id: 'scan_01k0000000000000000000000',
  website_id: 'ws_01k0000000000000000000000',
  url: 'https://example.com/',
  scan_type: 'full',
  priority: 'high',
  schedule_id: null,
  policy_id: null,
  gate: null,
  status: 'done',
  waits_until: null,
  security_score: 85,
  grade: 'B',
  score_version: 1,
  score_cap: null,
  vulnerabilities: { critical: 0, high: 2, medium: 5, low: 8, info: 3 },
  scan_duration: 42,
  created_at: '2026-01-15T14:31:30Z',
  started_at: '2026-01-15T14:31:33Z',
  completed_at: '2026-01-15T14:32:15Z',
  results_kept_until: '2026-04-15T14:32:15Z',
  report_url: 'https://app.lasthash.com/reports/scan_01k0000000000000000000000',
  error: null,
}

export const QUEUED_EXAMPLE: PlatformScan = {
  ...EXAMPLE,
  status: 'queued',
  security_score: null,
  grade: null,
  score_version: null,
  vulnerabilities: { critical: 0, high: 0, medium: 0, low: 0, info: 0 },
  scan_duration: null,
  started_at: null,
  completed_at: null,
  results_kept_until: null,
}

const DAY = 86_400_000 // milliseconds

/** Null for one without results, and for one whose results are kept for ever. */
function keptUntil({ completed_at, kept_days }: Selectable<ScansTable>): string | null {
  return completed_at && kept_days ? rfc3339(new Date(completed_at.getTime() + kept_days * DAY)) : null
}

/** Whether the time is over for which what the scan found is kept: some of it may be gone already. */
export function areResultsExpired(row: Selectable<ScansTable>): boolean {
  const until = keptUntil(row)
  return until !== null && Date.parse(until) < Date.now()
}

/** Throws `results_expired`. */
export function requireResults(row: Selectable<ScansTable>): void {
  if (areResultsExpired(row))
    throw new ApiError('results_expired', `What the scan ${row.id} found was kept until ${keptUntil(row)}.`)
}

/** A row as the API gives it. */
export function toScan(row: Selectable<ScansTable>, publicUrl: string): PlatformScan {
  const { id, website_id, url, scan_type, priority, status, security_score, score_version, score_cap, error } = row
  const { critical, high, medium, low, info } = row
  return {
    id,
    website_id,
    url,
    scan_type,
    priority,
    schedule_id: row.schedule_id,
    policy_id: row.policy_id,
    gate: row.gate,
    status,
    waits_until: status === 'queued' && row.not_before ? rfc3339(row.not_before) : null,
    security_score,
    grade: row.grade as ScanObject['grade'],
    score_version,
    score_cap,
    vulnerabilities: { critical, high, medium, low, info },
    scan_duration: row.duration_ms === null ? null : Math.round(row.duration_ms / 1000),
    created_at: rfc3339(row.created_at),
    started_at: row.started_at && rfc3339(row.started_at),
    completed_at: row.completed_at && rfc3339(row.completed_at),
    results_kept_until: keptUntil(row),
    report_url: `${publicUrl}/reports/${id}`,
    error,
  }
}
