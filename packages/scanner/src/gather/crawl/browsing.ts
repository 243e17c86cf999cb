import { BROWSER_GLOBALS } from '../../../data/browser-globals.ts'
import { type BrowserPage, Unavailable } from '../../evidence.ts'
import type { Browser } from '../../net/browser/browser.ts'
import type { Exchange } from '../../net/exchange.ts'
import type { Net } from '../../net/net.ts'
import type { Intake } from '../../source.ts'
import { isUnsafe, UNSAFE_WORDS } from './address.ts'

const MOST_PAGES = 30 // shown in the browser: one of each kind, since each takes a second where a request takes milliseconds
const AT_ONCE = 2
const PAGE_LIMIT = 10_000 // milliseconds for one page, clicks included
const CLICKS = 12
const MOST_SCRIPTS = 100 // of other hosts; own ones are read by the crawl itself

/** What a shown page leads to. */
export interface Shown {
  urls: readonly string[]
  requests: BrowserPage['requests']
}

/** The part of a crawl that opens pages in a browser: the start page, then one of each kind that is found. */
export class Browsing {
  readonly #net: Net
  readonly #intake: Intake
  readonly #waiting: { url: string; exchange: Exchange; depth: number }[] = []
  readonly #builds = new Set<string>()
  readonly #scripts = new Set<string>()
  #judging: Promise<unknown>[] = []
  #browser: Browser | undefined
  readonly #isWanted: boolean
  #reason = ''
  #pages = 0
  #taken = 0

  constructor(net: Net, intake: Intake, isWanted: boolean) {
    this.#net = net
    this.#intake = intake
    this.#isWanted = isWanted
  }

  /** Starts the browser. Where that fails, the crawl goes on without. */
  async open(): Promise<void> {
    if (!this.#isWanted) {
      this.#reason = 'it was not asked for'
      return
    }
    try {
      this.#browser = await this.#net.openBrowser({
        isSafe: (url) => !isUnsafe(url),
        onScript: (exchange) => this.#takeScript(exchange),
      })
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error
      this.#reason = error.message
    }
  }

  /** Lets a page wait to be shown, when none of its kind has been. */
  offer(url: string, exchange: Exchange, build: string, depth: number): void {
    if (this.#builds.has(build) || this.#taken >= MOST_PAGES) return
    this.#builds.add(build)
    this.#taken++
    this.#waiting.push({ url, exchange, depth })
  }

  get isWaiting(): boolean {
    return this.#browser !== undefined && this.#waiting.length > 0
  }

  /** Shows all that wait; `found` is told where each leads. */
  async run(found: (shown: Shown, depth: number) => void): Promise<void> {
    const work = async () => {
      for (let next = this.#waiting.shift(); next && this.#browser; next = this.#waiting.shift()) {
        const { url, exchange, depth } = next
        found(await this.#show(this.#browser, url, exchange), depth)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
    const judging = this.#judging
    this.#judging = []
    await Promise.all(judging)
  }

  coverage(): { used: boolean; reason: string; pages: number; requests: number } {
    const used = this.#pages > 0
    const reason = used ? '' : this.#reason || 'no page was opened in it'
    return { used, reason, pages: this.#pages, requests: this.#browser?.requests ?? 0 }
  }

  async close(): Promise<void> {
    await this.#browser?.close()
  }

  async #show(browser: Browser, url: string, exchange: Exchange): Promise<Shown> {
    const globals = BROWSER_GLOBALS.map(({ path }) => path)
    const visit = await browser.visit(url, { globals, unsafe: UNSAFE_WORDS, timeLimit: PAGE_LIMIT, clicks: CLICKS })
    this.#pages++
    const requests = visit.requests.map((one) => ({ ...one, third_party: !this.#net.isOwn(one.url) }))
    const { html, dialogs, settled } = visit
    await this.#intake.browser({ url, exchange, html, globals: visit.globals, requests, dialogs, settled })
    return { urls: [visit.url, ...visit.urls], requests }
  }

  #takeScript(exchange: Exchange): void {
    const { url } = exchange.request
    if (this.#net.isOwn(url) || this.#scripts.has(url) || this.#scripts.size >= MOST_SCRIPTS) return
    this.#scripts.add(url)
    const page = exchange.request.headers.find(([name]) => name.toLowerCase() === 'referer')?.[1] ?? url
    const { body } = exchange.response
    this.#judging.push(this.#intake.script({ url, body, exchange, page, third_party: true }))
  }
}
