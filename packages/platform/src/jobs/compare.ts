import { type Finding, SEVERITIES, type Sight } from '@lasthash/scanner'
import type { VulnerabilityStatus } from '@lasthash/scanner/report/document'

/** What is known of a website's vulnerability before a scan ends. */
export interface Known {
  id: string
  /** Hex. */
  fingerprint: string
  check: string
  status: VulnerabilityStatus
  /** How bad it was when a person decided that it shall not weigh; null when nobody did. */
  decided_severity: string | null
  /** Where it was seen, as `Finding.seen_in`; null when it is of the site as a whole. */
  seen_in: readonly Sight[] | null
}

export interface Comparison<K extends Known> {
  /** Never seen on this website before. */
  created: Finding[]
  /** Seen again: with what is known of them. */
  seen: { known: K; finding: Finding; reopened: boolean }[]
  /** Tested for wherever it was seen, and gone. */
  fixed: K[]
}

/** Holds what a scan found against what was known. What it did not test (see `testerOf`) keeps its state. */
export function compare<K extends Known>(
  known: readonly K[],
  findings: readonly Finding[],
  isTested: (one: K) => boolean,
): Comparison<K> {
  const byFingerprint = new Map(known.map((one) => [one.fingerprint, one]))
  const found = new Set(findings.map(({ fingerprint }) => fingerprint))
  const comparison: Comparison<K> = { created: [], seen: [], fixed: [] }
  for (const finding of findings) {
    const before = byFingerprint.get(finding.fingerprint)
    if (before) comparison.seen.push({ known: before, finding, reopened: isBack(before, finding) })
    else comparison.created.push(finding)
  }
  for (const one of known) {
    if (isOpen(one.status) && !found.has(one.fingerprint) && isTested(one)) comparison.fixed.push(one)
  }
  return comparison
}

/** It was fixed, or a decision was made about something less bad than what is seen now. */
export function isBack(
  { status, decided_severity }: Pick<Known, 'status' | 'decided_severity'>,
  { severity }: Pick<Finding, 'severity'>,
): boolean {
  if (status === 'fixed') return true
  const rank = (name: string) => SEVERITIES.indexOf(name as Finding['severity'])
  return isMuted(status) && decided_severity !== null && rank(severity) < rank(decided_severity)
}

export function isOpen(status: VulnerabilityStatus): boolean {
  return status === 'open' || status === 'reopened'
}

/** Whether a person decided that it shall not weigh. */
export function isMuted(status: VulnerabilityStatus): boolean {
  return status === 'accepted_risk' || status === 'false_positive'
}
