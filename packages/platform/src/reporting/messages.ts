import type { ReportData, ReportOptions } from '@lasthash/reports'
import type { ComparedPart, TextRow } from './vulnerabilities.ts'

/** A report to be made: all but the vulnerabilities, which the process asks for as it needs them. */
export interface RenderRequest {
  head: Omit<ReportData, 'vulnerabilities' | 'comparison'>
  comparison: Pick<NonNullable<ReportData['comparison']>, 'website' | 'from' | 'to' | 'comparable'> | null
  options: ReportOptions
}

/** Empty: there are no more. */
export type Rows = { of: 'vulnerabilities'; rows: TextRow[] } | { of: 'comparison'; rows: ComparedPart[] }

export type ToRenderer = { kind: 'make'; request: RenderRequest } | ({ kind: 'rows' } & Rows) | { kind: 'taken' }

export type FromRenderer =
  | { kind: 'ready' }
  | { kind: 'want'; of: Rows['of'] }
  | { kind: 'begun'; contentType: string; extension: string }
  | { kind: 'bytes'; bytes: Uint8Array }
  | { kind: 'made' }
  /** `refused`: there can be no such report; otherwise it is a fault of ours. */
  | { kind: 'failed'; refused: boolean; message: string; stack: string }
