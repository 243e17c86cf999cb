import { visible } from '@lasthash/scanner/report/escape'
import { textsOf } from '@lasthash/scanner/report/finding-texts'
import type { Comparison, ReportData, ReportVulnerability } from './data.ts'

type Cell = string | number | null | undefined

/** Excel takes a file for UTF-8 only by this. */
const BYTE_ORDER_MARK = '\ufeff'
/** What spreadsheets take for the beginning of a formula (OWASP, CSV injection), in their full-width forms, too. */
const FORMULA = /^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/
const NUMBER = /^-?\d+(?:\.\d+)?$/
const MOST_CHARACTERS = 32_767 // of a cell, in Excel

/** A row of CSV (RFC 4180). What a spreadsheet would run is text, by a leading apostrophe; numbers stay numbers. */
export function csvRow(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return String(cell)
  const text = visible(cell)
    .slice(0, MOST_CHARACTERS - 1)
    .toWellFormed()
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
  return /[",\r\n']|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The byte order mark and the first row. */
export function csvHead(names: readonly string[]): string {
  return BYTE_ORDER_MARK + csvRow(names)
}

const COLUMNS = [
  'id',
  'website_id',
  'website',
  'severity',
  'confidence',
  'status',
  'type',
  'title',
  'check',
  'outcome',
  'url',
  'method',
  'parameter',
  'location_count',
  'score_impact',
  'cve',
  'cwe',
  'cvss_score',
  'cvss_vector',
  'description',
  'seen',
  'remediation',
  'first_seen_at',
  'last_seen_at',
  'fixed_at',
  'assignee',
  'status_reason',
  'references',
  'fingerprint',
] as const

/** A row for each vulnerability, as they come. The names of the columns are those of the API and never change. */
export async function* vulnerabilitiesCsv({ websites, vulnerabilities }: ReportData): AsyncGenerator<string> {
  const names = new Map(websites.map(({ id, name }) => [id, name]))
  yield csvHead(COLUMNS)
  for await (const one of vulnerabilities) yield csvRow(cellsOf(one, names.get(one.website_id) ?? websites[0]?.name))
}

const STATES = ['new', 'regressed', 'fixed', 'unchanged', 'not_tested'] as const satisfies (keyof Comparison)[]

/** As `vulnerabilitiesCsv`, with what became of each in front. */
export async function* comparisonCsv(comparison: Comparison): AsyncGenerator<string> {
  yield csvHead(['change', ...COLUMNS])
  for (const change of STATES) {
    for (const one of comparison[change]) yield csvRow([change, ...cellsOf(one, comparison.website.name)])
  }
}

/** A row for each website, worst first. */
export async function* websitesCsv({ websites }: ReportData): AsyncGenerator<string> {
  yield csvHead(
    'website_id,name,url,security_score,grade,critical,high,medium,low,info,scan_id,scan_type,completed_at,new,fixed,reopened'.split(
      ',',
    ),
  )
  for (const { id, name, url, scan, activity } of websites) {
    const { critical, high, medium, low, info } = scan?.vulnerabilities ?? {}
    yield csvRow([
      ...[id, name, url, scan?.security_score, scan?.grade, critical, high, medium, low, info],
      ...[scan?.id, scan?.scan_type, scan?.completed_at, activity?.new, activity?.fixed, activity?.reopened],
    ])
  }
}

function cellsOf(one: ReportVulnerability, website: string | undefined): Cell[] {
  const [place] = one.locations
  const { why, seen } = textsOf(one)
  const { id, website_id, severity, confidence, status, type, title, check, outcome, score_impact, cve, cwe } = one
  return [
    ...[id, website_id, website, severity, confidence, status, type, title, check, outcome],
    ...[place?.url, place?.method, place?.parameter, one.location_count, score_impact, cve, cwe],
    ...[one.cvss?.score, one.cvss?.vector, why, seen, one.remediation],
    ...[one.first_seen_at, one.last_seen_at, one.fixed_at, one.assignee, one.status_reason],
    ...[one.references.join('\n'), one.fingerprint],
  ]
}
