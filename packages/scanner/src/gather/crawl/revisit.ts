import type { CrawlEvidence, EvidenceName, Page } from '../../evidence.ts'
import { headerValue } from '../../net/exchange.ts'
import type { Net } from '../../net/net.ts'
import { defineGatherer, type Gatherer, type Intake } from '../../source.ts'
import { toPage } from '../page.ts'
import { fetchScript } from '../scripts.ts'
import { Browsing } from './browsing.ts'

const AT_ONCE = 8
const SCRIPT_TYPE = /\b(?:java|ecma)script\b/i

/** What became of a place: it was judged, nothing is there any more, or it could not be had. */
export type PlaceSeen = { seen: 'judged' | 'gone' } | { seen: 'unreached'; reason: string }

/**
 * Stands in for the crawl where one finding is looked at again: it goes to the places given and to no other. `seen` is
 * told of each what was there.
 */
export function revisiting(
  { places, browser }: { places: readonly string[]; browser: boolean },
  seen: Map<string, PlaceSeen>,
): Gatherer {
  const needs: EvidenceName[] = ['scan', 'page', 'leads']
  return defineGatherer({
    name: 'crawl',
    needs: needs as ['scan', 'page', 'leads'],
    scans: ['full'],
    feeds: ['page', 'script', 'browser'],
    patient: true,
    async gather(net, { page, leads }, intake): Promise<CrawlEvidence> {
      const visit = new Revisit(net, noting(intake, seen), page as Page, seen)
      return visit.run(places, browser, leads.build)
    },
  })
}

/** Scripts of other hosts come through the browser: they count as seen, too. */
function noting(intake: Intake, seen: Map<string, PlaceSeen>): Intake {
  return {
    ...intake,
    script(script) {
      seen.set(script.url, { seen: 'judged' })
      return intake.script(script)
    },
  }
}

class Revisit {
  readonly #net: Net
  readonly #intake: Intake
  readonly #start: Page
  readonly #seen: Map<string, PlaceSeen>
  readonly #pages: string[] = []
  #scripts = 0

  constructor(net: Net, intake: Intake, start: Page, seen: Map<string, PlaceSeen>) {
    this.#net = net
    this.#intake = intake
    this.#start = start
    this.#seen = seen
  }

  async run(places: readonly string[], browser: boolean, build: string): Promise<CrawlEvidence> {
    this.#pages.push(this.#start.url)
    for (const { request } of this.#start.redirects) this.#seen.set(request.url, { seen: 'judged' })
    this.#seen.set(this.#start.url, { seen: 'judged' })
    const browsing = new Browsing(this.#net, this.#intake, browser)
    const opening = browsing.open()
    try {
      browsing.offer(this.#start.url, this.#start.exchange, build, 0)
      const waiting = places.filter((url) => !this.#seen.has(url))
      const work = async () => {
        for (let url = waiting.shift(); url; url = waiting.shift()) this.#note(url, await this.#go(url, browsing))
      }
      await Promise.all(Array.from({ length: AT_ONCE }, work))
      await opening
      await browsing.run(() => {})
    } finally {
      await opening.catch(() => {})
      await browsing.close()
    }
    return {
      pages: this.#pages.length,
      urls: this.#pages,
      scripts: this.#scripts,
      parameters: [],
      unfollowed: {},
      statuses: {},
      limits: [],
      browser: browsing.coverage(),
    }
  }

  #note(url: string, what: PlaceSeen): void {
    // The browser may have brought it in the meantime.
    if (this.#seen.get(url)?.seen !== 'judged') this.#seen.set(url, what)
  }

  async #go(url: string, browsing: Browsing): Promise<PlaceSeen> {
    if (!this.#net.isOwn(url)) return { seen: 'unreached', reason: 'it is on another host' }
    const { exchanges, end, error } = await this.#net.navigate(url, {})
    const exchange = exchanges.at(-1)
    if (!exchange || end !== 'answered') return { seen: 'unreached', reason: error ?? `it led elsewhere (${end})` }
    const { status, headers } = exchange.response
    if (status === 404 || status === 410) return { seen: 'gone' }
    if (exchange.request.url !== url)
      return { seen: 'unreached', reason: `it redirects to ${exchange.request.url.slice(0, 200)} now` }
    if (status === 401 || status === 403 || status === 429 || status > 500)
      return { seen: 'unreached', reason: `it answered ${status}` }
    if (SCRIPT_TYPE.test(headerValue(headers, 'content-type') ?? '')) {
      const script = await fetchScript(this.#net, url, this.#start.url)
      if ('reason' in script) return { seen: 'unreached', reason: script.reason }
      this.#scripts++
      await this.#intake.script(script)
      return { seen: 'judged' }
    }
    const { build } = await this.#intake.page(toPage(exchange, exchanges))
    this.#pages.push(url)
    browsing.offer(url, exchange, build, 0)
    return { seen: 'judged' }
  }
}
