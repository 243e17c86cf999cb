import type { Thresholds } from './thresholds.ts'
import type { Trouble } from './trouble.ts'

const MAX_DROP = 9 // points: a grade is ten

export interface ScoreReading {
  security_score: number
  grade: string
  score_version: number
}

/** The score is lower than allowed, or has fallen too far from the best that these rules have given. */
export function scoreTroubles(
  { security_score }: ScoreReading,
  before: ScoreReading | null,
  { min_score, max_drop = MAX_DROP }: Thresholds,
): Trouble[] {
  const drop = before ? before.security_score - security_score : 0
  const isLow = min_score !== undefined && security_score < min_score
  if (!isLow && drop <= max_drop) return []
  const summary = isLow
    ? `The security score is ${security_score}; at least ${min_score} is wanted.`
    : `The security score has fallen by ${drop}, from ${before!.security_score} to ${security_score}.`
  const data = { security_score, from: before?.security_score ?? null, min_score: min_score ?? null }
  return [{ cause: 'score_low', severity: drop > 30 ? 'high' : 'medium', summary, data }]
}

/** The best score so far; what older rules gave is not compared. */
export function scoreBaseline(reading: ScoreReading, before: ScoreReading | null): ScoreReading {
  return before && before.security_score > reading.security_score ? before : reading
}
