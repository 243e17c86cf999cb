import { SEVERITIES } from '@lasthash/scanner'
import type { ScanDocument } from '@lasthash/scanner/report/document'
import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { toVulnerability } from '../vulnerabilities/schema.ts'
import { listOfScan } from '../vulnerabilities/store.ts'
import { toScan } from './schema.ts'
import { findCoverage, type Scan } from './store.ts'

const MOST = 10_000 // vulnerabilities in one report

/** All that a report is made from. */
export async function documentOf(
  db: Kysely<Schema>,
  { organizationId, publicUrl }: { organizationId: string; publicUrl: string },
  scan: Scan,
): Promise<ScanDocument> {
  const [rows, coverage] = await Promise.all([
    listOfScan(db, organizationId, scan.id, { take: MOST, before: null }, {}),
    findCoverage(db, organizationId, scan.id),
  ])
  const rank = (row: (typeof rows)[number]) => SEVERITIES.indexOf(row.detail.severity)
  rows.sort((a, b) => rank(a) - rank(b))
  return { scan: toScan(scan, publicUrl), vulnerabilities: rows.map(toVulnerability), coverage }
}
