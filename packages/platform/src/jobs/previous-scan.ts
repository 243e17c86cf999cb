import { type Kysely, type Selectable, sql } from 'kysely'
import type { ScansTable, Schema } from '../db/schema.ts'

/** The check that lists the other sites from which a website's scripts come, one finding for each. */
const INVENTORY = 'content/sri'

/**
 * Hosts of other sites from which scripts came at the website's last scan of the same type; null where there was none. A
 * scan compares with it, to tell what was added since.
 */
export async function scriptHostsBefore(
  database: Kysely<Schema>,
  scan: Pick<Selectable<ScansTable>, 'id' | 'organization_id' | 'website_id' | 'scan_type'>,
): Promise<string[] | null> {
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
