import type { Check, Settings } from './check.ts'
import type { Surroundings } from './collect.ts'
import {
  EvidenceBook,
  type Gathered,
  type Hit,
  type Questions,
  runChecks,
  SCOPES,
  type Scope,
  type Settled,
  scopeOf,
  scopesOf,
} from './evaluate.ts'
import type { BrowserPage, CrawlEvidence, EvidenceName, Page, Script, Target, TlsEvidence } from './evidence.ts'
import type { Finding } from './finding.ts'
import type { CheckResult } from './result.ts'
import type { Source } from './source.ts'
import { CheckTally, type SavedTally } from './tally.ts'

export interface Judged {
  /** The checks that are done: nothing that is still to come can change these. */
  results: CheckResult[]
  /** Findings of a new cause. Later pages may add places to them. */
  findings: Finding[]
}

/** One page, script or shown page, of which a scan has many. */
export interface Piece {
  scope: Scope
  value: Page | Script | BrowserPage
}

/** What is wanted of a page or script beyond verdicts: derived along with them, under the same time limit. */
const ALSO: Record<Scope, readonly EvidenceName[]> = {
  page: ['leads', 'page_software'],
  script: ['script_leads', 'script_software'],
  browser: ['browser_software'],
}

/**
 * Judges while evidence arrives: each check runs as soon as all that it needs has settled, so that findings come as
 * they are known and not at the end. Of pages and scripts only the verdicts stay.
 */
export class Assessment {
  readonly #site: EvidenceBook
  readonly #scopes: ReadonlyMap<EvidenceName, Scope>
  readonly #roots: Map<EvidenceName, ReadonlySet<EvidenceName>>
  readonly #target: Target
  readonly #settled = new Map<EvidenceName, Settled>()
  readonly #tallies: Record<Scope, CheckTally[]>
  /** Scopes of which more may come. */
  readonly #open = new Set<Scope>(SCOPES)
  #waiting: readonly Check[]

  constructor(checks: readonly Check[], sources: readonly Source[], given: Gathered, target: Target) {
    this.#site = new EvidenceBook(given, sources)
    this.#scopes = scopesOf(sources)
    this.#roots = rootsOf(sources)
    this.#target = target
    const talliesOf = (scope: Scope) =>
      checks.filter((check) => this.#scopeOf(check) === scope).map((c) => new CheckTally(c, scope))
    this.#tallies = { page: talliesOf('page'), script: talliesOf('script'), browser: talliesOf('browser') }
    // The start page answers for its checks as early as it can; scripts are not waited for, they are handed in.
    this.#waiting = checks.filter((check) => !['script', 'browser'].includes(this.#scopeOf(check) ?? ''))
    for (const [name, settled] of Object.entries(given)) this.#settled.set(name as EvidenceName, settled)
  }

  /** Takes in one settled source and gives the verdicts that were waiting for it. */
  settle(name: EvidenceName, settled: Settled): Judged {
    this.#settled.set(name, settled)
    this.#site.settle(name, settled)
    const ready = this.#waiting.filter((check) => this.#isReady(check))
    this.#waiting = this.#waiting.filter((check) => !ready.includes(check))
    return this.#judge(ready)
  }

  /** What must have settled before a page or script can be judged. */
  rootsFor(scope: Scope): EvidenceName[] {
    const needs = this.#tallies[scope].flatMap(({ check }) => check.needs)
    return [...new Set(needs.flatMap((need) => [...this.#rootsOf(need)]))].filter((name) => name !== scope)
  }

  /** Evidence of the site, derived where need be: for a source that needs what another one found. */
  get(name: EvidenceName): Settled {
    return this.#site.get(name)
  }

  /** Judges one more page or script. Gives its book too, for whoever wants to know more of it. */
  take(scope: Scope, value: Piece['value']): { judged: Judged; book: EvidenceBook } {
    return this.takeAll([{ scope, value }])[0]!
  }

  /** Judges what arrived together, as `take` judges one. */
  takeAll(pieces: readonly Piece[]): { judged: Judged; book: EvidenceBook }[] {
    const questions = pieces.map(({ scope, value }): Questions => {
      const gathered = { [scope]: { ok: true, value } } as Gathered
      const book = this.#site.for(gathered, (name) => this.#scopes.get(name) === scope)
      return { checks: this.#tallies[scope].map(({ check }) => check), book, also: ALSO[scope] }
    })
    return runChecks(questions).map((answers, place) => {
      const { scope, value } = pieces[place]!
      const tallies = this.#tallies[scope]
      const findings = answers.flatMap((answer, index) => tallies[index]!.add(answer, value, this.#around))
      return { judged: { results: [], findings }, book: questions[place]!.book }
    })
  }

  /** What all pages and scripts came to so far, as plain data. */
  save(): SavedTally[] {
    return SCOPES.flatMap((scope) => this.#tallies[scope].map((tally) => tally.save()))
  }

  /** Goes on where an earlier run was; gives its findings. Checks that are no longer known are left out. */
  restore(saved: readonly SavedTally[]): Judged {
    const tallies = new Map(
      SCOPES.flatMap((scope) => this.#tallies[scope].map((tally) => [tally.check.id as string, tally] as const)),
    )
    const known = saved.filter(({ check }) => tallies.has(check))
    for (const one of known) tallies.get(one.check)!.restore(one)
    return { results: [], findings: known.flatMap(({ findings }) => findings) }
  }

  /** No more pages or scripts will come. */
  close(scope: Scope): Judged {
    if (!this.#open.delete(scope)) return { results: [], findings: [] }
    const waiting = new Set(this.#waiting.map(({ id }) => id))
    const done = this.#tallies[scope].filter(({ check }) => !waiting.has(check.id))
    return { results: done.map((tally) => this.#resultOf(tally, scope)), findings: [] }
  }

  /** The verdicts of all that still waits: their evidence will not come. */
  finish(): Judged {
    const closed = SCOPES.map((scope) => this.close(scope))
    const rest = this.#waiting
    this.#waiting = []
    return joined([...closed, this.#judge(rest)])
  }

  #judge(checks: readonly Check[]): Judged {
    if (checks.length === 0) return { results: [], findings: [] }
    const page = this.#settled.get('page') as Settled<Page> | undefined
    const [answers] = runChecks([{ checks, book: this.#site }])
    return joined(
      checks.map((check, index) => {
        const ofPage = this.#scopeOf(check) === 'page'
        const tally = ofPage ? this.#tallies.page.find((one) => one.check === check)! : new CheckTally(check, null)
        const on: Hit['on'] =
          page?.ok && check.needs.some((need) => this.#scopes.get(need) === 'page') ? page.value : null
        const findings = tally.add(answers![index]!, on, this.#around)
        return { results: ofPage && this.#open.has('page') ? [] : [this.#resultOf(tally, 'page')], findings }
      }),
    )
  }

  #resultOf(tally: CheckTally, scope: Scope): CheckResult {
    const source = this.#settled.get('crawl') ?? this.#settled.get('scripts')
    if (source && !source.ok) return tally.result({ status: 'not_gathered', reason: source.reason })
    if (scope !== 'browser') return tally.result({ status: 'skipped', reason: 'no script file was seen' })
    const crawl = source as Settled<CrawlEvidence> | undefined
    const reason = crawl?.ok ? crawl.value.browser?.reason : ''
    return tally.result({ status: 'not_gathered', reason: reason || 'no page was opened in a browser' })
  }

  #scopeOf(check: Check): Scope | null {
    return scopeOf(check, this.#scopes)
  }

  #isReady(check: Check): boolean {
    // The server's name goes into every remedy, so nothing is judged before the page is there.
    const wanted = ['page' as const, ...check.needs].flatMap((need) => [...this.#rootsOf(need)])
    return wanted.every((name) => this.#settled.has(name))
  }

  #rootsOf(name: EvidenceName): ReadonlySet<EvidenceName> {
    return this.#roots.get(name) ?? new Set([name])
  }

  readonly #around = (): Surroundings => {
    const servers = settledOr<readonly (keyof Settings)[]>(() => this.#site.get('servers'), [])
    const tls = this.#settled.get('tls') as Settled<TlsEvidence> | undefined
    return { origin: this.#target.origin, servers, untrusted: tls?.ok ? tls.value.trust_error !== null : true }
  }
}

function joined(parts: readonly Judged[]): Judged {
  return { results: parts.flatMap(({ results }) => results), findings: parts.flatMap(({ findings }) => findings) }
}

function settledOr<T>(get: () => Settled, otherwise: T): T {
  try {
    const settled = get()
    return settled.ok ? (settled.value as T) : otherwise
  } catch {
    return otherwise
  }
}

/** For each derived name, the gathered evidence that it comes down to. */
export function rootsOf(sources: readonly Source[]): Map<EvidenceName, ReadonlySet<EvidenceName>> {
  const byName = new Map(sources.map((source) => [source.name, source]))
  const roots = new Map<EvidenceName, ReadonlySet<EvidenceName>>()
  const resolve = (name: EvidenceName): ReadonlySet<EvidenceName> => {
    const known = roots.get(name)
    if (known) return known
    const source = byName.get(name)
    const own = source?.kind === 'derive' ? source.needs.flatMap((need) => [...resolve(need)]) : [name]
    roots.set(name, new Set(own))
    return roots.get(name)!
  }
  for (const { name } of sources) resolve(name)
  return roots
}
