import type { Check, Fail, Verdict } from './check.ts'
import { type Evidence, type EvidenceName, type Page, Unavailable } from './evidence.ts'
import { withTimeLimit } from './guard.ts'
import type { CheckResult } from './result.ts'
import type { Derivation, Source } from './source.ts'

/** Evidence that was had, or the reason why not. */
export type Settled<T = unknown> = { ok: true; value: T } | { ok: false; reason: string }
export type Gathered = { [N in EvidenceName]?: Settled<Evidence[N]> }

/** Milliseconds for one check on one page, parsing included. An ordinary one takes less than one. */
const CHECK_LIMIT_MS = 2_000

/** A check's fail, and the page on which it was seen (null for what is not of a page). */
export interface Hit {
  fail: Fail
  page: Page | null
}

/**
 * Answers for evidence by name: what was gathered, and what is derived from it, each derived once and remembered. With a
 * page set, `page` and all that follows from it are that page's; the rest comes from the shared site level.
 */
export class EvidenceBook {
  readonly #settled: Map<EvidenceName, Settled>
  readonly #derivations: Map<EvidenceName, Derivation>

  constructor(gathered: Gathered, sources: readonly Source[]) {
    this.#settled = new Map(Object.entries(gathered) as [EvidenceName, Settled][])
    this.#derivations = new Map(sources.filter((s) => s.kind === 'derive').map((s) => [s.name, s]))
  }

  get(name: EvidenceName): Settled {
    const known = this.#settled.get(name)
    if (known) return known
    const settled = this.#derive(name)
    this.#settled.set(name, settled)
    return settled
  }

  /** All of `names` as one object, or the first reason why not. */
  pick(names: readonly EvidenceName[]): Settled<Record<string, unknown>> {
    const value: Record<string, unknown> = {}
    for (const name of names) {
      const settled = this.get(name)
      if (!settled.ok) return settled
      value[name] = settled.value
    }
    return { ok: true, value }
  }

  #derive(name: EvidenceName): Settled {
    const derivation = this.#derivations.get(name)
    if (!derivation) return { ok: false, reason: `${name} was not gathered` }
    const needed = this.pick(derivation.needs)
    if (!needed.ok) return needed
    try {
      return { ok: true, value: derivation.derive(needed.value as never) }
    } catch (error) {
      if (error instanceof Unavailable) return { ok: false, reason: error.message }
      throw error
    }
  }
}

/** The names that belong to a page: `page` itself and whatever is derived from it. */
export function pageScope(sources: readonly Source[]): Set<EvidenceName> {
  const scope = new Set<EvidenceName>(['page'])
  for (let grown = true; grown; ) {
    grown = false
    for (const source of sources) {
      if (scope.has(source.name) || source.kind !== 'derive' || !source.needs.some((need) => scope.has(need))) continue
      scope.add(source.name)
      grown = true
    }
  }
  return scope
}

/** One check against one book of evidence. Never throws: a check that throws, or takes too long, spoils only itself. */
export function runCheck(check: Check, book: EvidenceBook): { result: CheckResult; fails: readonly Fail[] } {
  const base = { check: check.id, reason: '', outcomes: [] as string[] }
  try {
    return withTimeLimit(CHECK_LIMIT_MS, () => {
      const evidence = book.pick(check.needs)
      if (!evidence.ok) return { result: { ...base, status: 'not_gathered', reason: evidence.reason }, fails: [] }
      const verdict = check.run(evidence.value as unknown as Evidence)
      const fails = failsOf(verdict)
      if (fails.length > 0) {
        return { result: { ...base, status: 'failed', outcomes: [...new Set(fails.map((f) => f.outcome))] }, fails }
      }
      if (!Array.isArray(verdict) && (verdict as Verdict & { verdict: string }).verdict === 'skip') {
        return { result: { ...base, status: 'skipped', reason: (verdict as { reason: string }).reason }, fails: [] }
      }
      return { result: { ...base, status: 'passed' }, fails: [] }
    })
  } catch (error) {
    return { result: { ...base, status: 'error', reason: (error as Error).message }, fails: [] }
  }
}

function failsOf(verdict: Verdict): readonly Fail[] {
  if ('verdict' in verdict) return verdict.verdict === 'fail' ? [verdict] : []
  return verdict
}

/** Which of several answers, one for each page, speaks for the check: the first in this order that occurs. */
const PRECEDENCE: readonly CheckResult['status'][] = ['failed', 'error', 'passed', 'skipped', 'not_gathered']

/** One check over all pages (or once, where it needs no page), and what it hit. */
export function runOverPages(
  check: Check,
  books: { site: EvidenceBook; pages: readonly { page: Page; book: EvidenceBook }[] },
  scope: ReadonlySet<EvidenceName>,
): { result: CheckResult; hits: Hit[] } {
  if (books.pages.length === 0 || !check.needs.some((need) => scope.has(need))) {
    const { result, fails } = runCheck(check, books.site)
    return { result, hits: fails.map((fail) => ({ fail, page: null })) }
  }
  const answers = books.pages.map(({ page, book }) => ({ page, ...runCheck(check, book) }))
  const results = answers.map(({ result }) => result)
  const status = PRECEDENCE.find((candidate) => results.some((result) => result.status === candidate))!
  const speaker = results.find((result) => result.status === status)!
  return {
    result: { ...speaker, outcomes: [...new Set(results.flatMap((result) => result.outcomes))] },
    hits: answers.flatMap(({ page, fails }) => fails.map((fail) => ({ fail, page }))),
  }
}
