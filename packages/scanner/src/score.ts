import type { Confidence, Severity } from './check.ts'

/** Stands beside every score, so that a change of these rules never reads as a change of the site. */
export const SCORE_VERSION = 1

export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const satisfies readonly Severity[]

/** Points off 100 for each finding. The arithmetic is a public promise (docs/score.md). */
const WEIGHTS: Record<Severity, number> = { critical: 25, high: 3, medium: 1, low: 0.5, info: 0 }
const CAPS: readonly { severity: Severity; limit: number }[] = [
  { severity: 'critical', limit: 49 },
  { severity: 'high', limit: 89 },
]
const GRADES: readonly [least: number, grade: Grade][] = [
  [97, 'A+'],
  [90, 'A'],
  [80, 'B'],
  [70, 'C'],
  [60, 'D'],
  [0, 'F'],
]

export type Grade = 'A+' | 'A' | 'B' | 'C' | 'D' | 'F'
export type SeverityCounts = Record<Severity, number>
export interface ScoreCap {
  limit: number
  because: Severity
}
export interface Score {
  score: number
  grade: Grade
  version: number
  /** Says that a limit applied, since the impacts then do not add up. */
  cap: ScoreCap | null
  /** Of the very findings that were weighed. */
  counts: SeverityCounts
}

/** Whether a finding of this confidence weighs in score, counts and gates. */
export function counts(confidence: Confidence): boolean {
  return confidence !== 'tentative'
}

/** Points that one finding takes off: 0 for info and for what is only tentative. */
export function impact(severity: Severity, confidence: Confidence): number {
  return counts(confidence) ? WEIGHTS[severity] : 0
}

/** 100 less all impacts, rounded half up, never below 0; at most 49 with any critical, 89 with any high. */
export function score(findings: Iterable<{ severity: Severity; confidence: Confidence }>): Score {
  const tally: SeverityCounts = { critical: 0, high: 0, medium: 0, low: 0, info: 0 }
  for (const { severity, confidence } of findings) if (counts(confidence)) tally[severity]++
  const lost = SEVERITIES.reduce((sum, severity) => sum + tally[severity] * WEIGHTS[severity], 0)
  const uncapped = Math.max(0, Math.floor(100 - lost + 0.5))
  const cap = CAPS.find(({ severity, limit }) => tally[severity] > 0 && uncapped > limit)
  const final = cap ? cap.limit : uncapped
  return {
    score: final,
    grade: gradeOf(final),
    version: SCORE_VERSION,
    cap: cap ? { limit: cap.limit, because: cap.severity } : null,
    counts: tally,
  }
}

export function gradeOf(score: number): Grade {
  return GRADES.find(([least]) => score >= least)![1]
}
