import type { ScanObject } from '@lasthash/scanner/report/document'
import { safeJson } from '@lasthash/scanner/report/escape'
import { SARIF_SCHEMA, SarifRun, siteOf } from '@lasthash/scanner/report/sarif'
import type { ReportData } from './data.ts'

/** Of one run; code scanning on GitHub refuses more. */
const MOST_RESULTS = 25_000

/**
 * SARIF 2.1.0, written as vulnerabilities come: results first, then the rules that they name. One run for each 25,000, each
 * with a category of its own. Every website is a made-up file.
 */
export async function* sarifReport({
  id,
  websites,
  vulnerabilities,
  generated_at,
}: ReportData): AsyncGenerator<string> {
  const urls = new Map(websites.map(({ id, url }) => [id, url]))
  const [website] = websites
  const scan = (websites.length === 1 && website?.scan) || noScan(website?.url ?? 'https://none.invalid/', generated_at)
  const first = `lasthash/${websites.length === 1 ? `${scan.scan_type}/${siteOf(scan.url)}` : 'report'}/`
  const begin = (number: number) =>
    new SarifRun({
      scan,
      coverage: websites.length === 1 ? website?.coverage : null,
      category: number === 1 ? first : `${first}${number}/`,
    })
  const several = websites.length === 1 ? {} : { properties: { report_id: id, websites: websites.length } }
  const headOf = (run: SarifRun) => `${compact({ ...run.about(), ...several }).slice(0, -1)},"results":[`
  let [number, written] = [1, 0]
  let run = begin(1)
  yield `{"$schema":${safeJson(SARIF_SCHEMA)},"version":"2.1.0","runs":[${headOf(run)}`
  for await (const one of vulnerabilities) {
    if (one.status === 'fixed' || one.status === 'merged') continue
    if (written === MOST_RESULTS) {
      yield `${tailOf(run)},\n`
      run = begin(++number)
      written = 0
      yield headOf(run)
    }
    yield `${written === 0 ? '' : ','}\n${compact(run.result(one, urls.get(one.website_id) ?? scan.url))}`
    written++
  }
  yield `${tailOf(run)}]}\n`
}

function tailOf(run: SarifRun): string {
  return `\n],"tool":${compact(run.tool())}}`
}

/** On one line: strings have no line breaks of their own in JSON. */
function compact(value: unknown): string {
  return safeJson(value).replace(/\n\s*/g, '')
}

/** What a run says of itself that is about no one scan. */
function noScan(url: string, at: string): ScanObject {
  return {
    id: 'scan_none',
    website_id: null,
    url,
    scan_type: 'full',
    priority: 'normal',
    status: 'done',
    security_score: null,
    grade: null,
    score_version: null,
    score_cap: null,
    vulnerabilities: { critical: 0, high: 0, medium: 0, low: 0, info: 0 },
    scan_duration: null,
    created_at: at,
    started_at: null,
    completed_at: at,
    report_url: null,
    error: null,
  }
}
