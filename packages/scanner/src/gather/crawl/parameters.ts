import type { CrawlParameter } from '../../evidence.ts'
import { parameterNames } from './address.ts'

const MOST = 2_000

/** The parameters that a crawl saw, each once for its address and method. */
export class Parameters {
  readonly #seen = new Map<string, CrawlParameter>()

  add(parameter: CrawlParameter): void {
    const key = JSON.stringify([parameter.method, parameter.url, parameter.in, parameter.name])
    if (this.#seen.size < MOST && !this.#seen.has(key)) this.#seen.set(key, parameter)
  }

  /** Those in the query of an address. */
  addQuery(url: string, source: CrawlParameter['source']): void {
    const at = URL.parse(url)
    if (!at || at.search === '') return
    const path = at.origin + at.pathname
    for (const name of parameterNames(url)) this.add({ url: path, method: 'GET', name, in: 'query', source })
  }

  all(): CrawlParameter[] {
    return [...this.#seen.values()]
  }
}
