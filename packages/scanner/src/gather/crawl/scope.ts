import type { CrawlOptions } from '../../evidence.ts'
import type { RobotsRules } from './robots.ts'

/** Which addresses of all that are found belong to the crawl. */
export class Scope {
  readonly #isOwn: (url: string) => boolean
  readonly #include: readonly RegExp[]
  readonly #exclude: readonly RegExp[]
  readonly #robots: RobotsRules | null

  /** `robots` where they are to be obeyed. */
  constructor(options: { isOwn: (url: string) => boolean; crawl: CrawlOptions; robots: RobotsRules | null }) {
    this.#isOwn = options.isOwn
    this.#include = (options.crawl.include ?? []).map(pattern)
    this.#exclude = (options.crawl.exclude ?? []).map(pattern)
    this.#robots = options.robots
  }

  /** Why an address is not to be followed, or null where it is. */
  refusal(url: URL): 'elsewhere' | 'excluded' | 'robots' | null {
    if (!this.#isOwn(url.href)) return 'elsewhere'
    const path = url.pathname + url.search
    if (this.#exclude.some((one) => one.test(path))) return 'excluded'
    if (this.#include.length > 0 && !this.#include.some((one) => one.test(path))) return 'excluded'
    return this.#robots && !this.#robots.allows(path) ? 'robots' : null
  }
}

/** A path as it begins; `*` stands for anything, and `$` at its end for the end (RFC 9309 section 2.2.3). */
export function pattern(text: string): RegExp {
  const ends = text.endsWith('$')
  const parts = (ends ? text.slice(0, -1) : text).split(/\*+/).map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  // Lazy and anchored by literals, at most a few wildcards: no expression here backtracks for long.
  return new RegExp(`^${parts.slice(0, 6).join('[^]*?')}${ends ? '$' : ''}`)
}
