import { safeJson } from '@lasthash/scanner/report/escape'
import type { Kind, ReportData } from './data.ts'

/** Stands in each JSON report, so that a program can tell what it reads (docs/report.schema.json). */
export const JSON_VERSION = 1

/** The report's data, as docs/report.schema.json describes it. Vulnerabilities are written one by one, as they come. */
export async function* jsonReport(data: ReportData, kind: Kind): AsyncGenerator<string> {
  const { vulnerabilities, comparison, compliance, websites, ...about } = data
  const head = { object: 'report', report_version: JSON_VERSION, kind, ...about, websites }
  yield safeJson(head).replace(/\n\}$/, '')
  if (comparison && kind === 'comparison') yield `,\n  "comparison": ${indented(comparison)}`
  if (compliance && kind === 'compliance') yield `,\n  "compliance": ${indented(compliance)}`
  yield ',\n  "vulnerabilities": ['
  let separator = '\n    '
  for await (const one of vulnerabilities) {
    yield separator + indented(one, '    ')
    separator = ',\n    '
  }
  yield separator === '\n    ' ? ']\n}\n' : '\n  ]\n}\n'
}

function indented(value: unknown, by = '  '): string {
  return safeJson(value).replaceAll('\n', `\n${by}`)
}
