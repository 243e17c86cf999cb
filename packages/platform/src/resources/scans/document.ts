import { type ScanDocument, worstFirst } from '@lasthash/scanner/report/document'
import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import type { BlobStore } from '../../storage/blob-store.ts'
import { toVulnerability } from '../vulnerabilities/schema.ts'
import { listOfScan } from '../vulnerabilities/store.ts'
import { withProofs } from './evidence.ts'
import { toScan } from './schema.ts'
import { findCoverage, type Scan } from './store.ts'

const MOST = 10_000 // vulnerabilities in one report

/** All that a report is made from. */
export async function documentOfScan(
  db: Kysely<Schema>,
  { organizationId, publicUrl, blobs }: { organizationId: string; publicUrl: string; blobs: BlobStore },
  scan: Scan,
): Promise<ScanDocument> {
  const [seen, coverage] = await Promise.all([
    listOfScan(db, organizationId, scan.id, { take: MOST, before: null }, {}),
    findCoverage(db, organizationId, scan.id),
  ])
  const rows = await withProofs(blobs, organizationId, scan.id, seen)
  return { scan: toScan(scan, publicUrl), vulnerabilities: worstFirst(rows.map(toVulnerability)), coverage }
}
