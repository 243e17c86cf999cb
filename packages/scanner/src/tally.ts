import type { Check } from './check.ts'
import { FindingCollector, type Surroundings } from './collect.ts'
import type { Answer, Hit, Scope } from './evaluate.ts'
import type { Finding } from './finding.ts'
import type { CheckResult } from './result.ts'

/** Which of several answers, one for each page, speaks for the check: the first in this order that occurs. */
const PRECEDENCE: readonly CheckResult['status'][] = ['failed', 'error', 'passed', 'skipped', 'not_gathered']

export interface SavedTally {
  check: string
  speaker: CheckResult | null
  outcomes: string[]
  findings: Finding[]
}

/** What one check said of all pages (or scripts) so far: of bounded size, however many there are. */
export class CheckTally {
  readonly check: Check
  readonly #collector: FindingCollector
  readonly #outcomes = new Set<string>()
  #speaker: CheckResult | null = null

  constructor(check: Check, scope: Scope | null) {
    this.check = check
    this.#collector = new FindingCollector(check, scope)
  }

  /** Takes in one answer; gives the findings that it begins, and none that it only adds a place to. */
  add({ result, fails }: Answer, on: Hit['on'], around: () => Surroundings): Finding[] {
    if (!this.#speaker || rank(result) < rank(this.#speaker)) this.#speaker = result
    for (const outcome of result.outcomes) this.#outcomes.add(outcome)
    return fails.map((fail) => this.#collector.add({ fail, on }, around)).filter((finding) => finding !== null)
  }

  /** What it came to so far, as plain data. */
  save(): SavedTally {
    return {
      check: this.check.id,
      speaker: this.#speaker,
      outcomes: [...this.#outcomes],
      findings: this.#collector.findings(),
    }
  }

  /** Goes on where an earlier run of the same check was. */
  restore({ speaker, outcomes, findings }: SavedTally): void {
    this.#speaker = speaker
    for (const outcome of outcomes) this.#outcomes.add(outcome)
    this.#collector.restore(findings)
  }

  /** The check's one answer; `otherwise` is why there is none, where it was never asked. */
  result(otherwise: Pick<CheckResult, 'status' | 'reason'>): CheckResult {
    const speaker = this.#speaker ?? { ...otherwise, check: this.check.id }
    return { ...speaker, outcomes: [...this.#outcomes] }
  }
}

function rank({ status }: CheckResult): number {
  return PRECEDENCE.indexOf(status)
}
