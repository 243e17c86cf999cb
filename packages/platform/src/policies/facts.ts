import { type Kysely, sql } from 'kysely'
import type { Schema } from '../db/schema.ts'
import type { ScanFacts, VulnerabilityFacts } from './evaluate.ts'

/**
 * What policies know of finished scans, by their ids: what each saw, with what has been decided about it by now. Some
 * statements for all of them together.
 */
export async function factsOf(
  db: Kysely<Schema>,
  organizationId: string,
  scanIds: readonly string[],
): Promise<Map<string, ScanFacts>> {
  if (scanIds.length === 0) return new Map()
  const { rows: scans } = await sql<Omit<ScanFacts, 'vulnerabilities'> & { id: string }>`
    SELECT scans.id, scans.security_score AS score, websites.tags AS website_tags,
      websites.criticality AS website_criticality, (
      SELECT earlier.security_score FROM scans AS earlier
      WHERE earlier.organization_id = scans.organization_id AND earlier.website_id = scans.website_id
        AND earlier.scan_type = scans.scan_type AND earlier.score_version = scans.score_version
        AND earlier.status = 'done' AND earlier.id < scans.id
      ORDER BY earlier.id DESC LIMIT 1
    ) AS score_before
    FROM scans JOIN websites ON websites.id = scans.website_id
    WHERE scans.organization_id = ${organizationId} AND scans.id = ANY (${scanIds}::text[]) AND scans.security_score IS NOT NULL
  `.execute(db)
  const { rows: found } = await sql<VulnerabilityFacts & { scan_id: string }>`
    SELECT f.scan_id, v.id, f.detail ->> 'severity' AS severity, f.detail ->> 'confidence' AS confidence, f.detail ->> 'type' AS type,
      v.status IN ('accepted_risk', 'false_positive') AS muted,
      v.first_scan_id = f.scan_id OR EXISTS (SELECT FROM vulnerability_changes c WHERE c.organization_id = v.organization_id
        AND c.vulnerability_id = v.id AND c.author = f.scan_id AND c.after = 'reopened') AS is_new,
      jsonb_path_exists(f.detail, '$.advisories[*].exploited_since ? (@ != null)') AS kev,
      greatest(0, floor(extract(epoch FROM f.detected_at - v.first_seen_at) / 86400))::int AS age_days,
      coalesce(f.detail -> 'compliance', '{}') AS compliance
    FROM scans s JOIN scan_findings f ON f.scan_id = s.id AND f.kept_days IN (s.kept_days, 0)
      JOIN vulnerabilities v ON v.id = f.vulnerability_id
    WHERE s.organization_id = ${organizationId} AND f.organization_id = ${organizationId} AND s.id = ANY (${scanIds}::text[])
    ORDER BY v.id
  `.execute(db)
  const byScan = Map.groupBy(found, ({ scan_id }) => scan_id)
  return new Map(
    scans.map(({ id, ...facts }) => [
      id,
      { ...facts, vulnerabilities: (byScan.get(id) ?? []).map(({ scan_id, ...one }) => one) },
    ]),
  )
}
