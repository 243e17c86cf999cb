import type { CrawlEvidence, CrawlOptions, CrawlState, Leads, Page } from '../../evidence.ts'
import type { Exchange } from '../../net/exchange.ts'
import type { Net } from '../../net/net.ts'
import type { Sight } from '../../sight.ts'
import type { Intake } from '../../source.ts'
import { toPage } from '../page.ts'
import { fetchScript } from '../scripts.ts'
import { canonical, isUnsafe } from './address.ts'
import { Browsing, type Shown } from './browsing.ts'
import { CERTAIN, Frontier, GUESSED, LIKELY, type Waiting } from './frontier.ts'
import { Parameters } from './parameters.ts'
import { placesOf } from './places.ts'
import { parseRobots, type RobotsRules } from './robots.ts'
import { Scope } from './scope.ts'
import { parseSitemap } from './sitemap.ts'

const MOST_URLS = 1_000 // in the evidence; all are counted
const MOST_SITEMAPS = 50
const MOST_SCRIPTS = 300
const MOST_MAPS = 10
const MOST_ENDPOINTS = 200 // guessed out of scripts: many of them are no address at all
const DEFAULT_DEPTH = 20
const DEFAULT_SAMPLES = 25
const SITEMAP_BODY = 8 * 1024 * 1024 // bytes
/** Requests under way at once; the pace of the network decides how many really run. */
const WORKERS = 8
const CHECKPOINT_EVERY = 2_000 // milliseconds
const AGENT = 'LastHash'
const CUT = 'Pages and script files judged only as far as they came (too long, too slow, or broken off)'

/** Documents that say of themselves where a site's doors are. */
const DESCRIPTIONS = [
  '/.well-known/openid-configuration',
  '/.well-known/oauth-authorization-server',
  '/.well-known/assetlinks.json',
  '/.well-known/apple-app-site-association',
  '/openapi.json',
  '/swagger.json',
  '/swagger/v1/swagger.json',
  '/v2/api-docs',
  '/v3/api-docs',
]

/** One crawl: a frontier, workers that empty it, and what they saw. */
export class Crawl {
  readonly #net: Net
  readonly #intake: Intake
  readonly #start: Page
  readonly #robots: RobotsRules
  readonly #frontier: Frontier
  readonly #parameters = new Parameters()
  readonly #description: string | undefined
  readonly #browsing: Browsing
  readonly #scripts = new Set<string>()
  /** Pages to be opened in the browser, whatever they are built like. */
  readonly #toShow = new Set<string>()
  readonly #urls: string[] = []
  readonly #statuses: Record<string, number> = {}
  readonly #limits: string[] = []
  readonly #underWay = new Set<Waiting>()
  #saved = Date.now()
  /** Pages and script files whose end is missing. */
  #cut = 0
  #pages = 1
  #read = 0
  #maps = 0
  #endpoints = 0

  constructor(net: Net, intake: Intake, options: CrawlOptions, start: Page, robots: Exchange | null) {
    this.#net = net
    this.#intake = intake
    this.#start = start
    this.#description = options.description
    this.#robots = parseRobots(robots?.response.status === 200 ? robots.response.body : '', AGENT)
    this.#frontier = new Frontier({
      scope: new Scope({
        isOwn: (url) => net.isOwn(url),
        crawl: options,
        robots: options.robots ? this.#robots : null,
      }),
      maxDepth: options.max_depth ?? DEFAULT_DEPTH,
      samples: options.samples ?? DEFAULT_SAMPLES,
    })
    this.#urls.push(start.url)
    this.#browsing = new Browsing(net, intake, options.browser ?? true)
  }

  /** Says what cut the crawl short. */
  limit(sentence: string): void {
    this.#limits.push(sentence)
  }

  /** `places`: where an earlier scan saw what is still open. */
  async run(leads: Leads, places: readonly Sight[] = []): Promise<void> {
    const opening = this.#browsing.open()
    try {
      if (this.#intake.resumed) this.#resume(this.#intake.resumed)
      this.#frontier.arrived(this.#start.url)
      this.#browsing.offer(this.#start.url, this.#start.exchange, leads.build, 0)
      const { pages, shown, addresses } = placesOf(places)
      if (this.#description) this.#frontier.revisit(new URL(this.#description, this.#start.origin).href)
      for (const url of pages) this.#frontier.revisit(url)
      for (const url of shown) this.#toShow.add(canonical(url) ?? url)
      await this.#follow(leads, this.#start.url, 0)
      for (const path of this.#robots.paths) this.#frontier.add(this.#start.origin + path, 1, LIKELY)
      for (const path of DESCRIPTIONS) this.#frontier.add(this.#start.origin + path, 1, GUESSED)
      const found = (shown: Shown, depth: number) => this.#saw(shown, depth)
      await Promise.all([
        this.#readSitemaps(),
        this.#askAgain(addresses),
        this.#empty(),
        opening.then(() => this.#browsing.run(found)),
      ])
      // Each of the two finds work for the other, until there is none.
      while (this.#frontier.waiting > 0 || this.#browsing.isWaiting) {
        await Promise.all([this.#empty(), this.#browsing.run(found)])
      }
    } finally {
      await opening.catch(() => {})
      await this.#browsing.close()
    }
  }

  #saw({ urls, requests }: Shown, depth: number): void {
    for (const url of urls) this.#add(url, depth + 1, CERTAIN, 'browser')
    for (const { url, method, names, type } of requests) {
      if (!this.#net.isOwn(url)) continue
      this.#parameters.addQuery(url, 'browser')
      const at = url.split(/[?#]/, 1)[0]!
      for (const name of names) this.#parameters.add({ url: at, method, name, in: 'body', source: 'browser' })
      if (method === 'GET' && (type === 'xhr' || type === 'fetch')) this.#frontier.add(url, depth + 1, LIKELY)
    }
  }

  evidence(): CrawlEvidence {
    const unfollowed = Object.entries(this.#frontier.unfollowed).filter(([, count]) => count > 0)
    return {
      pages: this.#pages,
      urls: this.#urls,
      scripts: this.#read,
      parameters: this.#parameters.all(),
      unfollowed: Object.fromEntries(unfollowed),
      statuses: this.#statuses,
      limits: this.#cut > 0 ? [...this.#limits, `${CUT}: ${this.#cut}.`] : this.#limits,
      browser: this.#browsing.coverage(),
    }
  }

  /** Works until nothing waits and nothing is under way that could find more. */
  async #empty(): Promise<void> {
    let running = 0
    await new Promise<void>((resolve, reject) => {
      const fill = () => {
        while (running < WORKERS) {
          const one = this.#frontier.next()
          if (!one) break
          running++
          this.#visit(one).then(() => {
            running--
            fill()
          }, reject)
        }
        if (running === 0) resolve()
      }
      fill()
    })
  }

  async #visit(one: Waiting): Promise<void> {
    this.#underWay.add(one)
    await this.#ask(one)
    if (Date.now() - this.#saved < CHECKPOINT_EVERY) return
    this.#saved = Date.now()
    this.#intake.checkpoint(this.#state())
  }

  #state(): CrawlState {
    const { pages, urls, scripts, parameters, statuses } = this.evidence()
    const so_far = { pages, urls: [...urls], scripts, parameters, statuses: { ...statuses } }
    return { ...this.#frontier.save(this.#underWay), so_far, script_urls: [...this.#scripts] }
  }

  #resume({ so_far, script_urls, ...frontier }: CrawlState): void {
    this.#frontier.restore(frontier)
    this.#pages = so_far.pages
    this.#read = so_far.scripts
    this.#urls.splice(0, this.#urls.length, ...so_far.urls)
    Object.assign(this.#statuses, so_far.statuses)
    for (const one of so_far.parameters) this.#parameters.add(one)
    for (const url of script_urls) this.#scripts.add(url)
  }

  /** What is asked for counts at the moment when it is under way no more: a checkpoint between the two would have it counted twice. */
  async #ask(one: Waiting): Promise<void> {
    const { url, shape, depth } = one
    const navigation = await this.#net.navigate(url, {})
    const exchange = navigation.exchanges.at(-1)
    if (!exchange || navigation.end !== 'answered') return this.#count(navigation.end, one)
    const { status, body } = exchange.response
    if (!((status >= 200 && status < 300) || status === 500) || body === '') return this.#count(String(status), one)
    const at = exchange.request.url
    if (canonical(at) !== url && !this.#frontier.arrived(at)) return this.#count('redirected to a known page', one)
    const leads = await this.#intake.page(toPage(exchange, navigation.exchanges))
    this.#frontier.saw(shape, leads.build)
    if (this.#toShow.has(url)) this.#browsing.offer(at, exchange, `again ${url}`, depth)
    else if (leads.scripts.length > 0 || leads.inline) this.#browsing.offer(at, exchange, leads.build, depth)
    await this.#follow(leads, at, depth)
    this.#underWay.delete(one)
    this.#pages++
    if (exchange.response.truncated) this.#cut++
    if (this.#urls.length < MOST_URLS) this.#urls.push(at)
  }

  /** Addresses of which it only counts whether they answer: what they showed is looked for elsewhere. */
  async #askAgain(urls: readonly string[]): Promise<void> {
    for (const url of urls) {
      const isWanted = this.#net.isOwn(url) && !this.#scripts.has(url) && !isUnsafe(url)
      if (isWanted && this.#frontier.arrived(url)) await this.#net.navigate(url, {})
    }
  }

  #count(answer: string, one: Waiting): void {
    this.#underWay.delete(one)
    this.#statuses[answer] = (this.#statuses[answer] ?? 0) + 1
    this.#frontier.saw(one.shape, answer)
  }

  async #follow(leads: Leads, page: string, depth: number): Promise<void> {
    this.#parameters.addQuery(page, 'link')
    for (const url of leads.pages) this.#add(url, depth + 1, CERTAIN, 'link')
    for (const url of leads.resources) if (this.#net.isOwn(url)) this.#parameters.addQuery(url, 'link')
    for (const { url, method, names } of leads.forms) {
      if (!this.#net.isOwn(url)) continue
      const at = url.split('?', 1)[0]!
      const place = method === 'GET' ? 'query' : 'body'
      for (const name of names) this.#parameters.add({ url: at, method, name, in: place, source: 'form' })
      if (method === 'GET') this.#frontier.add(url, depth + 1, LIKELY)
    }
    for (const { url, method, parameters } of leads.endpoints) {
      if (!this.#net.isOwn(url)) continue
      for (const one of parameters) this.#parameters.add({ url, method, ...one, source: 'description' })
      if (method === 'GET' && !url.includes('{')) this.#frontier.add(url, depth + 1, LIKELY)
    }
    await Promise.all(leads.scripts.map((url) => this.#readScript(url, page, depth)))
  }

  #add(
    url: string,
    depth: number,
    certainty: typeof CERTAIN | typeof GUESSED,
    source: 'link' | 'script' | 'browser',
  ): void {
    if (this.#net.isOwn(url)) this.#parameters.addQuery(url, source)
    this.#frontier.add(url, depth, certainty)
  }

  async #readScript(url: string, page: string, depth: number): Promise<void> {
    if (!this.#net.isOwn(url) || this.#scripts.has(url)) return
    if (this.#scripts.size >= MOST_SCRIPTS) return this.#intake.missed(url)
    this.#scripts.add(url)
    const script = await fetchScript(this.#net, url, page)
    if ('reason' in script) return script.isOpen ? this.#intake.missed(url) : undefined
    this.#read++
    if (script.exchange.response.truncated) this.#cut++
    const { endpoints, source_map } = await this.#intake.script(script)
    for (const endpoint of endpoints) {
      if (this.#endpoints >= MOST_ENDPOINTS) break
      if (!this.#net.isOwn(endpoint)) continue
      this.#endpoints++
      this.#add(endpoint, depth + 1, GUESSED, 'script')
    }
    if (source_map && this.#net.isOwn(source_map) && this.#maps++ < MOST_MAPS)
      await this.#readMap(source_map, page, depth)
  }

  /** A source map holds the site's code as people wrote it: judged like a script, and read for addresses. */
  async #readMap(url: string, page: string, depth: number): Promise<void> {
    const script = await fetchScript(this.#net, url, page)
    if ('reason' in script || !/^\s*(?:\)\]\}'[^\n]*\n)?\{/.test(script.body)) return
    const { endpoints } = await this.#intake.script(script)
    for (const endpoint of endpoints) this.#add(endpoint, depth + 1, GUESSED, 'script')
  }

  async #readSitemaps(): Promise<void> {
    const listed = this.#robots.sitemaps.map((url) => URL.parse(url, this.#start.url)?.href ?? '')
    const waiting = [...new Set([...listed, `${this.#start.origin}/sitemap.xml`])]
    const known = new Set(waiting)
    for (let read = 0; waiting.length > 0 && read < MOST_SITEMAPS; ) {
      const url = waiting.shift()!
      if (!this.#net.isOwn(url)) continue
      read++
      const { exchanges, end } = await this.#net.navigate(url, { maxBody: SITEMAP_BODY, gunzip: true })
      const response = exchanges.at(-1)?.response
      if (end !== 'answered' || response?.status !== 200) continue
      const { pages, sitemaps } = parseSitemap(response.body)
      for (const page of pages) this.#add(page, 1, CERTAIN, 'link')
      for (const further of sitemaps) {
        if (!known.has(further) && known.size < 1_000) waiting.push(further)
        known.add(further)
      }
    }
  }
}
