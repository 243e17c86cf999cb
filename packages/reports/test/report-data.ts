import type { ScanDocument } from '@lasthash/scanner/report/document'
import { scanDocument, vulnerability } from '../../scanner/test/document.ts'
import type { ReportData, ReportVulnerability, ReportWebsite, ScorePoint } from '../src/data.ts'

/** A website of a document, as reports take it. */
export function website(document: ScanDocument, overrides: Partial<ReportWebsite> = {}): ReportWebsite {
  const { scan, coverage } = document
  return {
    id: 'ws_01k0000000000000000000000',
    name: new URL(scan.url).host,
    url: scan.url,
    scan,
    coverage: coverage ?? null,
    history: history(scan.security_score ?? 0),
    activity: { new: 4, fixed: 7, reopened: 1, mean_time_to_fix: 9 * 86_400 },
    ...overrides,
  }
}

/** Eight weeks of scans that end at that score. */
export function history(score: number, type: ScorePoint['scan_type'] = 'full'): ScorePoint[] {
  return [-23, -21, -14, -16, -9, -4, -5, 0].map((step, week) => ({
    scan_id: `scan_${week}`,
    at: new Date(Date.UTC(2025, 10, 27 + 7 * week, 14, 32)).toISOString().replace('.000', ''),
    scan_type: type,
    score_version: 1,
    security_score: Math.max(0, score + step),
    grade: 'C',
    vulnerabilities: { critical: 0, high: Math.max(0, 4 - (week >> 1)), medium: 9 - week, low: 12 - week, info: 3 },
  }))
}

/** What a report of one website with those vulnerabilities is made from. */
export function reportData(
  vulnerabilities: ReportVulnerability[] = [vulnerability()],
  overrides: Partial<ReportData> = {},
): ReportData {
  return {
    id: 'rep_01k0000000000000000000000',
    title: null,
    scope: null,
    generated_at: '2026-01-16T08:00:00Z',
    period: { from: '2025-11-20T00:00:00Z', to: '2026-01-16T00:00:00Z' },
    websites: [website(scanDocument(vulnerabilities))],
    vulnerabilities,
    ...overrides,
  }
}

/** All bytes of a stream. */
export async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

export async function textOf(stream: AsyncIterable<Uint8Array>): Promise<string> {
  return (await bytesOf(stream)).toString('utf8')
}
