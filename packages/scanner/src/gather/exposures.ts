import { randomBytes } from 'node:crypto'
import { EXPOSURE_PATHS, type ExposurePath } from '../../data/exposure-paths.ts'
import { FIREBASE_HOST } from '../../data/open-services.ts'
import { parseHtml } from '../derive/html.ts'
import { pageCopies } from '../derive/page-copies.ts'
import { sameAnswer } from '../derive/same-answer.ts'
import { siblingOf } from '../derive/sibling.ts'
import { siteArchives } from '../derive/site-archives.ts'
import { technologySigns } from '../derive/technology-signs.ts'
import type { ExposureEvidence, Page } from '../evidence.ts'
import type { Exchange } from '../net/exchange.ts'
import type { Net } from '../net/net.ts'
import { defineGatherer } from '../source.ts'
import { attempt } from './attempt.ts'
import { askForNothing } from './not_found.ts'

const MAX_BODY = 64 * 1024 // bytes; the proof of each stands near its beginning
const KEPT_OF_ERRORS = 1024 // characters; a hundred copies of an error page prove nothing
const WAVE = 40 // requests between two looks at what came back
const TIME_LIMIT = 40_000 // milliseconds; what was found until then counts, so it must end before the source's own limit
/** So many successes in one wave are no planted files: real sites have a handful. */
const ALL_THERE = 0.8

/** Paths that should not be served. Redirects are not followed: a file that is there is served where it is. */
export default defineGatherer({
  name: 'exposures',
  needs: ['page'],
  scans: ['full', 'active'],
  async gather(net, { page }): Promise<ExposureEvidence> {
    const soft_404 = await askForNothing(net, page.origin)
    const { first, later } = pathsFor(page)
    const probing = new Probing(net, page.origin, soft_404)
    await probing.ask(first)
    const there = new Set(probing.probes.filter(({ exchange }) => isThere(exchange, soft_404)).map(({ path }) => path))
    await probing.ask(later.filter(({ after }) => there.has(after!)).map(({ path }) => path))
    return { soft_404, probes: [startPage(page), ...probing.probes], left_out: probing.leftOut }
  },
})

/** What is worth asking at this site, and what only once something else proved to be there. */
export function pathsFor(page: Page): { first: string[]; later: ExposurePath[] } {
  const signs = technologySigns(page)
  const wanted = EXPOSURE_PATHS.filter(({ only }) => only === undefined || only.some((sign) => signs.has(sign)))
  const { hostname } = new URL(page.url)
  const first = [
    ...wanted.filter(({ after }) => after === undefined).map(({ path }) => path),
    ...siteArchives(hostname),
    ...pageCopies(linksOf(page), page.origin),
    ...(FIREBASE_HOST.test(hostname) ? ['/.json?shallow=true'] : []),
  ]
  return { first: [...new Set(first)], later: wanted.filter(({ after }) => after !== undefined) }
}

function linksOf({ body, url }: Page): string[] {
  const { anchors, forms } = parseHtml(body, url)
  return [url, ...[...anchors, ...forms].flatMap((one) => ('url' in one && one.url ? [one.url] : []))]
}

/** Asks in waves, and looks between them whether the site tells one path from another at all. */
class Probing {
  readonly probes: ExposureEvidence['probes'][number][] = []
  leftOut: ExposureEvidence['left_out'] = null
  readonly #net: Net
  readonly #origin: string
  readonly #soft404: Exchange
  readonly #deadline = Date.now() + TIME_LIMIT
  readonly #word = `lasthash-${randomBytes(6).toString('hex')}`
  readonly #controls = new Map<string, Promise<Exchange | null>>()

  constructor(net: Net, origin: string, soft404: Exchange) {
    this.#net = net
    this.#origin = origin
    this.#soft404 = soft404
  }

  async ask(paths: readonly string[]): Promise<void> {
    for (let from = 0; from < paths.length && this.leftOut === null; from += WAVE) {
      const wave = await this.#wave(paths.slice(from, from + WAVE))
      this.probes.push(...wave)
      const reason = this.#whyStop(wave)
      const count = paths.length - from - WAVE
      if (reason !== null && count > 0) this.leftOut = { count, reason }
    }
  }

  async #wave(paths: readonly string[]): Promise<ExposureEvidence['probes'][number][]> {
    const asked = await Promise.all(
      paths.map(async (path) => {
        const exchange = await attempt(this.#net.request(this.#origin + path, { maxBody: MAX_BODY }))
        if (!exchange) return null
        const control = isThere(exchange, this.#soft404) ? await this.#control(path) : null
        return { path, exchange: shortened(exchange), control: control && shortened(control) }
      }),
    )
    return asked.filter((probe) => probe !== null)
  }

  /** What the site answers for a name beside this one that cannot exist: same folder, same ending. Asked once for each such kind. */
  #control(path: string): Promise<Exchange | null> {
    const sibling = siblingOf(path, this.#word)
    const known =
      this.#controls.get(sibling) ?? attempt(this.#net.request(this.#origin + sibling, { maxBody: MAX_BODY }))
    this.#controls.set(sibling, known)
    return known
  }

  #whyStop(wave: readonly ExposureEvidence['probes'][number][]): string | null {
    if (Date.now() > this.#deadline) return 'the time for these requests was used up'
    if (wave.length === 0) return 'the site gave no answer to any of them'
    const { status } = this.#soft404.response
    const refuses = status !== 404 && status !== 410 && (status < 200 || status >= 300)
    if (refuses && wave.every(({ exchange }) => exchange.response.status === status))
      return `the site answers every path with ${status}`
    const invented = wave.filter(({ exchange, control }) => control && isSuccess(control) && isSuccess(exchange))
    return invented.length > wave.length * ALL_THERE ? 'the site answers every path with a page made for it' : null
  }
}

/** The page that was had anyway: services and panels may be right there. */
function startPage({ url, exchange }: Page): ExposureEvidence['probes'][number] {
  const { pathname, search } = new URL(url)
  return { path: pathname + search, exchange, control: null, start: true }
}

function isThere(exchange: Exchange, soft404: Exchange): boolean {
  return isSuccess(exchange) && exchange.response.body !== '' && !sameAnswer(exchange, soft404)
}

function isSuccess({ response }: Exchange): boolean {
  return response.status >= 200 && response.status < 300
}

function shortened(exchange: Exchange): Exchange {
  const { response } = exchange
  if (response.status < 300 || response.body.length <= KEPT_OF_ERRORS) return exchange
  return { ...exchange, response: { ...response, body: response.body.slice(0, KEPT_OF_ERRORS), truncated: true } }
}
