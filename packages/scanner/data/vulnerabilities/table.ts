import type { Severity } from '../../src/check.ts'
import type { Ecosystem } from '../../src/derive/version-order.ts'

/** A known flaw as we wrote it down: identifier, affected versions (`parseRanges`), severity, what it is. */
export type Row = readonly [id: string, affected: string, severity: Severity, summary: string, more?: More]
export interface More {
  /** Day on which CISA listed it as exploited. */
  kev?: string
  /** Key of other software without which it does not apply. */
  with?: string
  cvss?: { vector: string; score: number }
  /** Where it is told, when not at NVD or GitHub under its identifier. */
  source?: string
}
export interface PackageTable {
  ecosystem: Ecosystem
  name: string
  rows: readonly Row[]
}

/** The day on which these tables were last gone through. */
export const TABLES_DATE = '2025-12-31'
