import { type Coverage, rfc3339 } from '@lasthash/scanner'
import type { Answer, CheckAnswer } from './assess.ts'

/** By answer, so that ids stand there once and nothing else: some kilobytes a scan. */
export type Answers = Partial<Record<Answer, string[]>> & { reasons: Record<string, string> }

const STATUSES: readonly Answer[] = ['passed', 'failed', 'skipped', 'not_gathered', 'error']
const LONGEST = 300 // characters kept of a reason

/** What a scan says of its checks, as it is kept. */
export function answersOf({ checks }: Pick<Coverage, 'checks'>): Answers {
  const answers: Answers = { reasons: {} }
  for (const { check, status, reason } of checks) {
    answers[status] = [...(answers[status] ?? []), check]
    if ((status === 'not_gathered' || status === 'error') && reason !== '')
      answers.reasons[check] = reason.slice(0, LONGEST)
  }
  return answers
}

/** Of each check the newest answer; what a newer scan could not ask, an older one of another type may have. `rows`: newest first. */
export function newestAnswers(
  rows: readonly { answers: Answers; completed_at: Date }[],
): ReadonlyMap<string, CheckAnswer> {
  const newest = new Map<string, CheckAnswer>()
  for (const { answers, completed_at } of rows)
    for (const status of STATUSES)
      for (const check of answers[status] ?? []) {
        const before = newest.get(check)
        if (before && (isAnswer(before.status) || !isAnswer(status))) continue
        newest.set(check, { status, reason: answers.reasons[check] ?? '', completed_at: rfc3339(completed_at) })
      }
  return newest
}

/** Of the others nobody knows whether there is anything to be found. */
export function isAnswer(status: Answer): boolean {
  return status === 'passed' || status === 'failed' || status === 'skipped'
}
