import type { Check, Settings } from './check.ts'
import { collectFindings, type Surroundings } from './collect.ts'
import { EvidenceBook, type Gathered, pageScope, runOverPages, type Settled } from './evaluate.ts'
import type { EvidenceName, Page, Target, TlsEvidence } from './evidence.ts'
import type { Finding } from './finding.ts'
import type { CheckResult } from './result.ts'
import type { Source } from './source.ts'

export interface Judged {
  result: CheckResult
  findings: Finding[]
}

/**
 * Judges while evidence arrives: each check runs as soon as all that it needs has settled, so that findings come as
 * they are known and not at the end.
 */
export class Assessment {
  readonly #gathered: Gathered
  readonly #sources: readonly Source[]
  readonly #scope: ReadonlySet<EvidenceName>
  readonly #roots: Map<EvidenceName, ReadonlySet<EvidenceName>>
  readonly #target: Target
  #waiting: readonly Check[]

  constructor(checks: readonly Check[], sources: readonly Source[], given: Gathered, target: Target) {
    this.#gathered = { ...given }
    this.#sources = sources
    this.#scope = pageScope(sources)
    this.#roots = rootsOf(sources)
    this.#target = target
    this.#waiting = checks
  }

  /** Takes in one settled source and gives the verdicts that were waiting for it. */
  settle(name: EvidenceName, settled: Settled): Judged[] {
    Object.assign(this.#gathered, { [name]: settled })
    const ready = this.#waiting.filter((check) => this.#isReady(check))
    this.#waiting = this.#waiting.filter((check) => !ready.includes(check))
    return this.#judge(ready)
  }

  /** The verdicts of all that still waits: their evidence will not come. */
  finish(): Judged[] {
    const rest = this.#waiting
    this.#waiting = []
    return this.#judge(rest)
  }

  #isReady(check: Check): boolean {
    // The server's name goes into every remedy, so nothing is judged before the page is there.
    const wanted = new Set<EvidenceName>(['page'])
    for (const need of check.needs) for (const root of this.#roots.get(need) ?? [need]) wanted.add(root)
    return [...wanted].every((name) => name in this.#gathered)
  }

  #judge(checks: readonly Check[]): Judged[] {
    if (checks.length === 0) return []
    const site = new EvidenceBook(this.#gathered, this.#sources)
    const page = this.#gathered.page as Settled<Page> | undefined
    const pages = page?.ok ? [{ page: page.value, book: site }] : []
    const around = this.#surroundings(site)
    return checks.map((check) => {
      const { result, hits } = runOverPages(check, { site, pages }, this.#scope)
      return { result, findings: collectFindings(check, hits, around) }
    })
  }

  #surroundings(site: EvidenceBook): Surroundings {
    const servers = settledOr<readonly (keyof Settings)[]>(() => site.get('servers'), [])
    const tls = this.#gathered.tls as Settled<TlsEvidence> | undefined
    return { origin: this.#target.origin, servers, untrusted: tls?.ok ? tls.value.trust_error !== null : true }
  }
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
function rootsOf(sources: readonly Source[]): Map<EvidenceName, ReadonlySet<EvidenceName>> {
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
