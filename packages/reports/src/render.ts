import { Readable } from 'node:stream'
import type { Brand } from '@lasthash/scanner/report/brand'
import { complianceCsv } from './compliance-csv.ts'
import { comparisonCsv, vulnerabilitiesCsv, websitesCsv } from './csv.ts'
import type { Format, Kind, Language, ReportData } from './data.ts'
import { htmlReport } from './html/document.ts'
import { jsonReport } from './json.ts'
import { compose } from './kinds/compose.ts'
import { pdfReport } from './pdf/document.ts'
import { ReportError } from './report-error.ts'
import { sarifReport } from './sarif.ts'
import { textsFor } from './texts/texts.ts'

export interface ReportOptions {
  kind: Kind
  format: Format
  /** Of the report's own texts; findings tell of themselves in English. */
  language?: Language
  brand?: Brand
}

export interface RenderedReport {
  contentType: string
  /** Of a file's name, without the dot. */
  extension: string
  /** Bytes, made as they are read. Fails where `vulnerabilities` does. */
  stream: Readable
}

const TYPES: Record<Format, { contentType: string; extension: string }> = {
  pdf: { contentType: 'application/pdf', extension: 'pdf' },
  html: { contentType: 'text/html; charset=utf-8', extension: 'html' },
  json: { contentType: 'application/json', extension: 'json' },
  csv: { contentType: 'text/csv; charset=utf-8; header=present', extension: 'csv' },
  sarif: { contentType: 'application/sarif+json', extension: 'sarif' },
}

/** In which formats a kind of report can be had: SARIF tells of findings, and of nothing else. */
export function formatsOf(kind: Kind): readonly Format[] {
  return kind === 'technical' ? ['pdf', 'html', 'json', 'csv', 'sarif'] : ['pdf', 'html', 'json', 'csv']
}

/**
 * A report as a file. Nothing is read of `data.vulnerabilities` before the stream is. Throws `ReportError` where the kind has
 * no such format, or the data lacks what the kind tells of.
 */
export function renderReport(data: ReportData, options: ReportOptions): RenderedReport {
  const { kind, format } = options
  if (!formatsOf(kind).includes(format)) {
    throw new ReportError(`A ${kind} report has no format ${format}: ask for ${formatsOf(kind).join(', ')}.`)
  }
  if (kind === 'comparison' && !data.comparison) throw new ReportError('A comparison report needs data.comparison.')
  if (kind === 'compliance' && !data.compliance) throw new ReportError('A compliance report needs data.compliance.')
  return { ...TYPES[format], stream: Readable.from(chunksOf(data, options), { objectMode: false }) }
}

function chunksOf(data: ReportData, options: ReportOptions): AsyncIterable<string | Uint8Array> | Iterable<string> {
  const { kind, format, language = 'en', brand = {} } = options
  const texts = textsFor(language)
  switch (format) {
    case 'pdf':
      return pdfReport(compose(data, kind, language, brand), texts)
    case 'html':
      return htmlReport(compose(data, kind, language, brand), texts)
    case 'json':
      return jsonReport(data, kind)
    case 'csv':
      return csvReport(data, kind)
    case 'sarif':
      return sarifReport(data)
  }
}

function csvReport(data: ReportData, kind: Kind): AsyncIterable<string> | Iterable<string> {
  if (kind === 'compliance') return complianceCsv(data.compliance!)
  if (kind === 'comparison') return comparisonCsv(data.comparison!)
  if (kind === 'portfolio') return websitesCsv(data)
  return vulnerabilitiesCsv(data)
}
