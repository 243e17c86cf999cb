import type { Finding, PreviousScan, Sight } from '@lasthash/scanner'
import { type Kysely, type Selectable, sql } from 'kysely'
import type { ScansTable, Schema } from '../db/schema.ts'

/** The check that lists the other sites from which a website's scripts come, one finding for each. */
const INVENTORY = 'content/sri'

type Of = Pick<Selectable<ScansTable>, 'id' | 'organization_id' | 'website_id' | 'scan_type'>

/** What a scan is told of those before it. */
export async function previousOf(database: Kysely<Schema>, scan: Of): Promise<PreviousScan> {
  return { script_hosts: await scriptHostsBefore(database, scan), places: await placesBefore(database, scan) }
}

/**
 * Hosts of other sites from which scripts came at the website's last scan of the same type; null where there was none. A
 * scan compares with it, to tell what was added since.
 */
async function scriptHostsBefore(database: Kysely<Schema>, scan: Of): Promise<string[] | null> {
  const { rows } = await sql<{ hosts: string[] }>`
    WITH last AS (
      SELECT id FROM scans
      WHERE organization_id = ${scan.organization_id} AND website_id = ${scan.website_id}
        AND scan_type = ${scan.scan_type} AND status = 'done' AND id <> ${scan.id}
      ORDER BY id DESC LIMIT 1
    )
    SELECT array(
      SELECT DISTINCT detail -> 'fingerprint_inputs' ->> 'parameter'
      FROM scan_findings WHERE scan_id = last.id AND detail ->> 'check' = ${INVENTORY}
        AND detail -> 'fingerprint_inputs' ->> 'parameter' IS NOT NULL
    ) AS hosts FROM last
  `.execute(database)
  return rows[0]?.hosts ?? null
}

const MOST_CAUSES = 500

/** Where the website's open vulnerabilities were seen, the worst first: a scan looks there again, whether or not links lead there. */
async function placesBefore(database: Kysely<Schema>, scan: Of): Promise<Sight[]> {
  const rows = await database
    .selectFrom('vulnerabilities')
    .innerJoin('scan_findings', (join) =>
      join
        .onRef('vulnerabilities.id', '=', 'scan_findings.vulnerability_id')
        .onRef('vulnerabilities.last_scan_id', '=', 'scan_findings.scan_id'),
    )
    .leftJoin('vulnerability_sightings as later', 'later.vulnerability_id', 'vulnerabilities.id')
    .select(sql<Finding['seen_in'] | null>`coalesce(later.detail, scan_findings.detail) -> 'seen_in'`.as('seen_in'))
    .where('vulnerabilities.organization_id', '=', scan.organization_id)
    .where('website_id', '=', scan.website_id)
    .where('status', 'in', ['open', 'reopened'])
    .orderBy(sql`array_position(ARRAY['critical', 'high', 'medium', 'low', 'info'], severity)`)
    .orderBy('vulnerabilities.id')
    .limit(MOST_CAUSES)
    .execute()
  const places = new Map(rows.flatMap(({ seen_in }) => seen_in ?? []).map((one) => [`${one.kind} ${one.url}`, one]))
  return [...places.values()]
}
