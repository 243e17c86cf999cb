import type { BrowserContext } from 'playwright-core'
import { type Exchange, type HeaderList, headerValue } from '../exchange.ts'
import type { RequestOptions } from '../net.ts'
import { type Inventory, inventory } from './inventory.ts'
import { borrowChromium } from './launch.ts'
import { type Answer, type Asked, type BrowserProxy, startProxy } from './proxy.ts'
import { type Visit, type VisitOptions, visit } from './visit.ts'

/** A browser for one scan: its own cookies and storage, and no way to the network but ours. */
export interface Browser {
  visit(url: string, options: Omit<VisitOptions, 'signal'>): Promise<Visit>
  /** A page with every script that ran for it. Rejects when it cannot be opened. */
  inventory(url: string, options: { timeLimit: number }): Promise<Inventory>
  /** Requests that it made and that were sent. */
  readonly requests: number
  close(): Promise<void>
}

export interface BrowserOptions {
  request: (url: string, options: RequestOptions) => Promise<Exchange>
  isOwn: (url: string) => boolean
  /** Whether a GET may be sent to the website: false for what looks as if it changed something. */
  isSafe: (url: string) => boolean
  /** Each script file that arrives, also from other hosts. */
  onScript: (exchange: Exchange) => void
  userAgent: string
  signal: AbortSignal
}

const MOST_FOREIGN = 100 // requests to other hosts in a scan: their scripts and styles, without which pages do not run
const MOST_KEPT = 20_000_000 // bytes of scripts and styles, which every page asks for again
const NOTHING: Answer = { status: 204, headers: [], body: Buffer.alloc(0) }
const REFUSED: Answer = { status: 403, headers: [['Access-Control-Allow-Origin', '*']], body: Buffer.alloc(0) }
/** What is not needed to see how a page works. */
const HEAVY = /^(?:image|font|audio|video|track|object|embed|manifest)$/
const HEAVY_FILES = /\.(?:png|jpe?g|gif|webp|avif|svg|ico|woff2?|ttf|otf|eot|mp[34]|webm|ogg)$/i
/** Fields that a page's own requests may set or that say who asks; the rest is the client's. */
const SENT_ON =
  /^(?:accept|accept-language|authorization|content-type|cookie|origin|referer|x-requested-with|sec-fetch-.*|x-.*)$/i

/** Opens a browser whose every request goes through `request`. Throws `Unavailable` where there is no browser. */
export async function openBrowser(options: BrowserOptions): Promise<Browser> {
  const { chromium, giveBack } = await borrowChromium()
  let context: BrowserContext | undefined
  let proxy: BrowserProxy | undefined
  const traffic = new Traffic(options)
  const close = async () => {
    options.signal.removeEventListener('abort', close)
    await context?.close().catch(() => {})
    await proxy?.close()
    giveBack()
  }
  try {
    proxy = await startProxy((asked) => traffic.answer(asked))
    const version = chromium.version().split('.')[0]
    context = await chromium.newContext({
      proxy: { server: proxy.address, bypass: '<-loopback>' },
      ignoreHTTPSErrors: true,
      serviceWorkers: 'block', // they outlive pages, and would answer instead of the site
      acceptDownloads: false,
      permissions: [],
      extraHTTPHeaders: { [proxy.key[0]]: proxy.key[1] },
      userAgent: `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Safari/537.36 ${options.userAgent}`,
    })
  } catch (error) {
    await close()
    throw error
  }
  options.signal.addEventListener('abort', close, { once: true })
  const opened = context
  return {
    visit: (url, given) => visit(opened, url, { ...given, signal: options.signal }),
    inventory: (url, given) => inventory(opened, url, { ...given, signal: options.signal }),
    get requests() {
      return traffic.requests
    },
    close,
  }
}

/** Decides about each request of the browser: sent on by our client, answered out of what is kept, or refused. */
class Traffic {
  readonly #options: BrowserOptions
  readonly #kept = new Map<string, Promise<Answer>>()
  #keptBytes = 0
  #foreign = 0
  requests = 0

  constructor(options: BrowserOptions) {
    this.#options = options
  }

  async answer(asked: Asked): Promise<Answer> {
    const { method, url, headers } = asked
    const type = headerValue(headers, 'sec-fetch-dest') ?? guessType(asked)
    const isOwn = this.#options.isOwn(url)
    if (method !== 'GET' && method !== 'HEAD') return REFUSED // it may change something, there or elsewhere
    if (HEAVY.test(type) || HEAVY_FILES.test(URL.parse(url)?.pathname ?? '')) return NOTHING
    if (isOwn && !this.#options.isSafe(url)) return REFUSED
    const isStatic = type === 'script' || type === 'style'
    if (!isOwn && (!isStatic || this.#foreign >= MOST_FOREIGN)) return REFUSED
    const known = isStatic ? this.#kept.get(url) : undefined
    if (known) return known
    if (!isOwn) this.#foreign++
    const answer = this.#send(asked, type)
    if (isStatic && this.#keptBytes < MOST_KEPT) this.#kept.set(url, answer)
    return answer
  }

  async #send({ method, url, headers }: Asked, type: string): Promise<Answer> {
    let body = Buffer.alloc(0)
    try {
      const given: HeaderList = headers.filter(([name]) => SENT_ON.test(name))
      this.requests++
      const exchange = await this.#options.request(url, {
        method,
        headers: given,
        onBytes: (bytes) => {
          body = bytes as Buffer<ArrayBuffer>
        },
      })
      const { status } = exchange.response
      this.#keptBytes += body.length
      if (type === 'script' && status === 200) this.#options.onScript(exchange)
      return { status, headers: exchange.response.headers, body }
    } catch {
      return { status: 502, headers: [], body } // budget, time or target: the page sees an error like any other
    }
  }
}

/** Browsers say what a request is for only to https and loopback addresses. */
function guessType({ url, headers }: Asked): string {
  const accept = headerValue(headers, 'accept') ?? ''
  if (accept.startsWith('image/')) return 'image'
  if (accept.startsWith('text/css')) return 'style'
  if (accept.startsWith('text/html')) return 'document'
  return /\.m?js$/i.test(URL.parse(url)?.pathname ?? '') ? 'script' : 'empty'
}
