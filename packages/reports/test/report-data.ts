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

/** As a comparison with a scan of a month before: what there is, half new and half unchanged, and one of each other kind. */
export function comparisonData(data: ReportData): ReportData {
  const all = [...(data.vulnerabilities as Iterable<ReportVulnerability>)]
  const [site] = data.websites
  const to = site?.scan ?? scanDocument([]).scan
  const from = {
    ...to,
    id: 'scan_earlier',
    completed_at: '2025-12-15T10:00:00Z',
    security_score: 41,
    grade: 'F' as const,
  }
  const comparison = {
    website: { id: site?.id ?? null, name: site?.name ?? '', url: site?.url ?? '' },
    from,
    to,
    comparable: true,
    new: all.filter((_, at) => at % 2 === 0),
    regressed: all.slice(0, 1),
    fixed: all.slice(0, 3),
    unchanged: all.filter((_, at) => at % 2 === 1),
    not_tested: all.slice(0, 1),
  }
  return { ...data, comparison }
}

/** As a portfolio of that website and some more, one of them never scanned. */
export function portfolioData(data: ReportData): ReportData {
  const all = [...(data.vulnerabilities as Iterable<ReportVulnerability>)]
  const [site] = data.websites
  const more = Array.from({ length: 24 }, (_, at) =>
    website(scanDocument(at % 3 === 0 ? all : []), {
      id: `ws_${at}`,
      name: `Shop ${at}`,
      url: `https://shop-${at}.example.com/`,
    }),
  )
  const last = {
    ...more[0]!,
    id: 'ws_new',
    name: 'New campaign',
    scan: null,
    coverage: null,
    history: [],
    activity: null,
  }
  const websites = [...(site ? [site] : []), ...more, last]
  const vulnerabilities = websites.flatMap(({ id }) => all.map((one) => ({ ...one, website_id: id })))
  return { ...data, scope: data.scope ?? 'Acme Group', websites, vulnerabilities }
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
