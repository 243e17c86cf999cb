export type { Brand } from '@lasthash/scanner/report/brand'
export type { Block, Cell, Column, Composition, Inline, Run, Tone } from './blocks.ts'
export type { ComplianceAssessment } from './compliance-data.ts'
export { csvHead, csvRow } from './csv.ts'
export {
  type Activity,
  type Comparison,
  FORMATS,
  type Format,
  KINDS,
  type Kind,
  LANGUAGES,
  type Language,
  type Period,
  type ReportData,
  type ReportVulnerability,
  type ReportWebsite,
  type ScorePoint,
} from './data.ts'
export { formatsOf, type RenderedReport, type ReportOptions, renderReport } from './render.ts'
export { ReportError } from './report-error.ts'
