import type { Check, Fail, Verdict } from './check.ts'
import { type Evidence, type EvidenceName, Unavailable } from './evidence.ts'
import { withPatience, withTimeLimit } from './guard.ts'
import type { Exchange } from './net/exchange.ts'
import type { CheckResult } from './result.ts'
import type { Derivation, Source } from './source.ts'

/** Evidence that was had, or the reason why not. */
export type Settled<T = unknown> = { ok: true; value: T } | { ok: false; reason: string }
export type Gathered = { [N in EvidenceName]?: Settled<Evidence[N]> }

/** Milliseconds for one check on one page, parsing included. An ordinary one takes less than one. */
const CHECK_LIMIT_MS = 2_000
/**
 * A derivation that was stopped may only have been the last straw of many checks, or have had no time on a busy machine; stopped
 * thrice, it is too slow itself.
 */
const MOST_TRIES = 3

/** A check's fail, and the page or script on which it was seen (null for what is of the whole site). */
export interface Hit {
  fail: Fail
  on: { url: string; exchange: Exchange; page?: string; third_party?: boolean } | null
}

/** Evidence that a scan has many of: a check that needs it, or anything derived from it, is asked once for each. */
export type Scope = 'page' | 'script' | 'browser'
/** What belongs to two of them belongs to the first. */
export const SCOPES: readonly Scope[] = ['script', 'browser', 'page']

/**
 * Answers for evidence by name: what was gathered, and what is derived from it, each derived once and remembered. A book
 * made by `for` holds one page or script and all that follows from it; the rest comes from the book of the site.
 */
export class EvidenceBook {
  readonly #settled: Map<EvidenceName, Settled>
  readonly #derivations: ReadonlyMap<EvidenceName, Derivation>
  readonly #site: { book: EvidenceBook; owns: (name: EvidenceName) => boolean } | null
  readonly #tries = new Map<EvidenceName, number>()

  constructor(gathered: Gathered, sources: readonly Source[] | EvidenceBook, owns?: (name: EvidenceName) => boolean) {
    this.#settled = new Map(Object.entries(gathered) as [EvidenceName, Settled][])
    this.#site = sources instanceof EvidenceBook && owns ? { book: sources, owns } : null
    this.#derivations =
      sources instanceof EvidenceBook
        ? sources.#derivations
        : new Map(sources.filter((s) => s.kind === 'derive').map((s) => [s.name, s]))
  }

  /** A book for one page or script, which `owns` the names that belong to it. */
  for(gathered: Gathered, owns: (name: EvidenceName) => boolean): EvidenceBook {
    return new EvidenceBook(gathered, this, owns)
  }

  /** Takes in what has been gathered since. */
  settle(name: EvidenceName, settled: Settled): void {
    this.#settled.set(name, settled)
  }

  /** What has been answered before, without deriving anything. */
  known(name: EvidenceName): Settled | undefined {
    return this.#settled.get(name)
  }

  get(name: EvidenceName): Settled {
    if (this.#site && !this.#site.owns(name)) return this.#site.book.get(name)
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
    // Whoever is stopped by a time limit runs no code after it, so the try is counted before.
    const tries = (this.#tries.get(name) ?? 0) + 1
    if (tries > MOST_TRIES) return { ok: false, reason: `${name} took too long to be read` }
    this.#tries.set(name, tries)
    try {
      return { ok: true, value: derivation.derive(needed.value as never) }
    } catch (error) {
      if (error instanceof Unavailable) return { ok: false, reason: error.message }
      throw error
    }
  }
}

/** Which names belong to a page, a script or a shown page: these three, and whatever is derived from them. */
export function scopesOf(sources: readonly Source[]): ReadonlyMap<EvidenceName, Scope> {
  const derivations = new Map(sources.filter((s) => s.kind === 'derive').map((s) => [s.name, s]))
  const scopes = new Map<EvidenceName, Scope | null>([
    ['page', 'page'],
    ['script', 'script'],
    ['browser', 'browser'],
  ])
  const resolve = (name: EvidenceName): Scope | null => {
    const known = scopes.get(name)
    if (known !== undefined) return known
    const scope = widest((derivations.get(name)?.needs ?? []).map(resolve))
    scopes.set(name, scope)
    return scope
  }
  for (const { name } of sources) resolve(name)
  return new Map([...scopes].filter((entry): entry is [EvidenceName, Scope] => entry[1] !== null))
}

/** What a check is asked of: each page, each script file, or (null) the site. */
export function scopeOf(check: Check, scopes: ReadonlyMap<EvidenceName, Scope>): Scope | null {
  return check.once ? null : widest(check.needs.map((need) => scopes.get(need) ?? null))
}

function widest(scopes: readonly (Scope | null)[]): Scope | null {
  return SCOPES.find((scope) => scopes.includes(scope)) ?? null
}

export interface Answer {
  result: CheckResult
  fails: readonly Fail[]
}

/** One check against one book of evidence. Never throws: a check that throws, or takes too long, spoils only itself. */
export function runCheck(check: Check, book: EvidenceBook): Answer {
  try {
    return withPatience(CHECK_LIMIT_MS, () => ask(check, book))
  } catch (error) {
    return broken(check, error)
  }
}

/** Checks that are asked of one book, and what is to be derived beside them, for whoever asks the book for it next. */
export interface Questions {
  checks: readonly Check[]
  book: EvidenceBook
  also?: readonly EvidenceName[]
}

/**
 * Many checks against one book each, as `runCheck` would answer, in order. One time limit is set for all of them, since
 * setting it costs more than many checks; only a check that this limit stops is asked again under its own.
 */
export function runChecks(all: readonly Questions[]): Answer[][] {
  const answers = all.map((): Answer[] => [])
  let at = 0
  const askRest = () => {
    for (; at < all.length; at++) {
      const { checks, book, also = [] } = all[at]!
      for (const check of checks.slice(answers[at]!.length)) answers[at]!.push(ask(check, book))
      for (const name of also) book.get(name)
    }
  }
  while (at < all.length) {
    try {
      withTimeLimit(CHECK_LIMIT_MS, askRest)
    } catch {
      const { checks, book } = all[at]!
      const stopped = checks[answers[at]!.length]
      if (stopped) answers[at]!.push(runCheck(stopped, book))
      else at++
    }
  }
  return answers
}

function ask(check: Check, book: EvidenceBook): Answer {
  const base = { check: check.id, reason: '', outcomes: [] as string[] }
  try {
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
  } catch (error) {
    return broken(check, error)
  }
}

function broken(check: Check, error: unknown): Answer {
  return { result: { check: check.id, status: 'error', reason: (error as Error).message, outcomes: [] }, fails: [] }
}

function failsOf(verdict: Verdict): readonly Fail[] {
  if ('verdict' in verdict) return verdict.verdict === 'fail' ? [verdict] : []
  return verdict
}
