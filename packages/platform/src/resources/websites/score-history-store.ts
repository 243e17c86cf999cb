import { type Kysely, sql } from 'kysely'
import type { ScansTable, Schema } from '../../db/schema.ts'
import type { Page } from '../../http/list.ts'

export interface HistoryFilter {
  scan_type?: ScansTable['scan_type']
  from?: string
  to?: string
}

export interface Moved {
  new: string[]
  fixed: string[]
  reopened: string[]
  accepted: string[]
}

export interface HistoryRow {
  id: string
  scan_type: ScansTable['scan_type']
  completed_at: Date
  security_score: number
  grade: string
  score_version: number
  score_cap: { limit: number; because: string } | null
  /** The scan before it of the same type and rules; null for the first. */
  before_id: string | null
  before_score: number | null
}

/** Finished scans of a website, newest first, each with the one that it compares with. */
export async function listHistory(
  db: Kysely<Schema>,
  organizationId: string,
  websiteId: string,
  { take, before }: Page,
  { scan_type, from, to }: HistoryFilter,
): Promise<HistoryRow[]> {
  const { rows } = await sql<HistoryRow>`
    SELECT s.id, s.scan_type, s.completed_at, s.security_score, s.grade, s.score_version, s.score_cap,
      p.id AS before_id, p.security_score AS before_score
    FROM scans s LEFT JOIN LATERAL (
      SELECT id, security_score FROM scans
      WHERE organization_id = s.organization_id AND website_id = s.website_id AND scan_type = s.scan_type
        AND score_version = s.score_version AND status = 'done' AND id < s.id
      ORDER BY id DESC LIMIT 1
    ) p ON true
    WHERE s.organization_id = ${organizationId} AND s.website_id = ${websiteId} AND s.status = 'done'
      AND s.security_score IS NOT NULL
      AND (${before}::text IS NULL OR s.id < ${before})
      AND (${scan_type ?? null}::text IS NULL OR s.scan_type = ${scan_type ?? null})
      AND (${from ?? null}::timestamptz IS NULL OR s.completed_at >= ${from ?? null}::timestamptz)
      AND (${to ?? null}::timestamptz IS NULL OR s.completed_at < ${to ?? null}::timestamptz)
    ORDER BY s.id DESC LIMIT ${take}
  `.execute(db)
  return rows
}

const MOST_IDS = 100 // of each kind for one scan; the diff of two scans has them all

/**
 * What moved the scores of these scans: what each saw for the first time, found fixed or back, and what people accepted or
 * marked false since the one before it. By the scan's id.
 */
export async function movedBy(
  db: Kysely<Schema>,
  organizationId: string,
  websiteId: string,
  scans: readonly HistoryRow[],
): Promise<ReadonlyMap<string, Moved>> {
  const ids = scans.map(({ id }) => id)
  const { rows } = await sql<{ scan_id: string; kind: keyof Moved; ids: string[] }>`
    WITH span AS (
      SELECT * FROM unnest(${ids}::text[], ${scans.map(({ before_id }) => before_id)}::text[]) AS span (scan_id, before_id)
    ), happened AS (
      SELECT first_scan_id AS scan_id, 'new' AS kind, id FROM vulnerabilities
      WHERE organization_id = ${organizationId} AND website_id = ${websiteId} AND first_scan_id = ANY (${ids}::text[])
      UNION ALL
      SELECT author, after, vulnerability_id FROM vulnerability_changes
      WHERE organization_id = ${organizationId} AND author = ANY (${ids}::text[]) AND field = 'status'
        AND after IN ('fixed', 'reopened')
      UNION ALL
      SELECT span.scan_id, 'accepted', c.vulnerability_id
      FROM span
      JOIN scans AS s ON s.id = span.scan_id
      JOIN scans AS p ON p.id = span.before_id
      JOIN vulnerabilities AS v ON v.organization_id = ${organizationId} AND v.website_id = ${websiteId}
        AND v.status IN ('accepted_risk', 'false_positive')
      JOIN vulnerability_changes AS c ON c.organization_id = ${organizationId} AND c.vulnerability_id = v.id
        AND c.field = 'status' AND c.after IN ('accepted_risk', 'false_positive')
        AND c.created_at > p.completed_at AND c.created_at <= s.completed_at
    )
    SELECT scan_id, kind, (array_agg(DISTINCT id ORDER BY id))[1:${sql.lit(MOST_IDS)}] AS ids
    FROM happened GROUP BY scan_id, kind
  `.execute(db)
  const moved = new Map(ids.map((id): [string, Moved] => [id, { new: [], fixed: [], reopened: [], accepted: [] }]))
  for (const { scan_id, kind, ids } of rows) moved.get(scan_id)![kind] = ids
  return moved
}
