import { buffer } from 'node:stream/consumers'
import { renderReport } from '@lasthash/reports'
import type { ScanDocument } from '@lasthash/scanner/report/document'

/** The technical report of one scan that no server keeps, as a server makes it. */
export async function fileReport(
  { scan, vulnerabilities, coverage }: ScanDocument,
  format: 'pdf' | 'csv',
): Promise<Uint8Array> {
  const website = {
    id: scan.website_id,
    name: URL.parse(scan.url)?.host ?? scan.url,
    url: scan.url,
    scan,
    coverage: coverage ?? null,
    history: [],
    activity: null,
  }
  const data = {
    id: null,
    title: null,
    scope: null,
    generated_at: scan.completed_at ?? scan.created_at,
    period: null,
    websites: [website],
    vulnerabilities,
  }
  return buffer(renderReport(data, { kind: 'technical', format }).stream)
}
