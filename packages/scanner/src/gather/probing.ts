import { randomBytes } from 'node:crypto'
import { sameAnswer } from '../derive/same-answer.ts'
import { siblingOf } from '../derive/sibling.ts'
import type { ExposureEvidence } from '../evidence.ts'
import { NetError } from '../net/errors.ts'
import type { Exchange } from '../net/exchange.ts'
import type { Net } from '../net/net.ts'
import { attempt } from './attempt.ts'

const MAX_BODY = 64 * 1024 // bytes; the proof of each stands near its beginning
const KEPT_OF_ERRORS = 1024 // characters; a hundred copies of an error page prove nothing
const WAVE = 40 // requests between two looks at what came back
const TIME_LIMIT = 180_000 // milliseconds; a target that takes longer for these is not worth the wait
const AT_ONCE = 8 // requests that wait for their turn; more would be sent long after the time is up
/** So many successes in one wave are no planted files: real sites have a handful. */
const ALL_THERE = 0.8

type Probe = ExposureEvidence['probes'][number]

/** Asks in waves, and looks between them whether the site tells one path from another at all. */
export class Probing {
  readonly probes: Probe[] = []
  leftOut: ExposureEvidence['left_out'] = null
  readonly #net: Net
  readonly #origin: string
  readonly #soft404: Exchange
  readonly #deadline = Date.now() + TIME_LIMIT
  readonly #word = `lasthash-${randomBytes(6).toString('hex')}`
  #ended: string | null = null
  #skipped = 0
  readonly #controls = new Map<string, Promise<Exchange | null>>()

  constructor(net: Net, origin: string, soft404: Exchange) {
    this.#net = net
    this.#origin = origin
    this.#soft404 = soft404
  }

  /** Asks for the paths in order; gives up early, and says so in `leftOut`, where going on makes no sense. Never throws. */
  async ask(paths: readonly string[]): Promise<void> {
    for (let from = 0; from < paths.length && this.leftOut === null; from += WAVE) {
      const asked = paths.slice(from, from + WAVE)
      const wave = await this.#wave(asked)
      this.probes.push(...wave)
      const reason = this.#ended ?? this.#whyStop(wave)
      const count = paths.length - from - asked.length + this.#skipped
      if (reason !== null && count > 0) this.leftOut = { count, reason }
    }
  }

  async #wave(paths: readonly string[]): Promise<Probe[]> {
    const found: (Probe | null)[] = []
    let next = 0
    const work = async () => {
      for (let at = next++; at < paths.length; at = next++) {
        if (Date.now() > this.#deadline) this.#ended ??= 'the time for these requests was used up'
        if (this.#ended !== null) this.#skipped++
        else found[at] = await this.#probe(paths[at]!)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
    return found.filter((probe) => probe !== null && probe !== undefined)
  }

  async #probe(path: string): Promise<Probe | null> {
    try {
      const exchange = await attempt(this.#net.request(this.#origin + path, { maxBody: MAX_BODY }))
      if (!exchange) return null
      const control = isThere(exchange, this.#soft404) ? await this.#control(path) : null
      return { path, exchange: shortened(exchange), control: control && shortened(control) }
    } catch (error) {
      // the budget is used up, or the scan is over: what was found until then counts
      if (!(error instanceof NetError) || !error.isOurs) throw error
      this.#ended = error.message
      this.#skipped++
      return null
    }
  }

  /** What the site answers for a name beside this one that cannot exist: same folder, same ending. Asked once for each such kind. */
  #control(path: string): Promise<Exchange | null> {
    const sibling = siblingOf(path, this.#word)
    const known =
      this.#controls.get(sibling) ?? attempt(this.#net.request(this.#origin + sibling, { maxBody: MAX_BODY }))
    this.#controls.set(sibling, known)
    return known
  }

  #whyStop(wave: readonly Probe[]): string | null {
    if (wave.length === 0) return 'the site gave no answer to any of them'
    const { status } = this.#soft404.response
    const refuses = status !== 404 && status !== 410 && (status < 200 || status >= 300)
    if (refuses && wave.every(({ exchange }) => exchange.response.status === status))
      return `the site answers every path with ${status}`
    const invented = wave.filter(({ exchange, control }) => control && isSuccess(control) && isSuccess(exchange))
    return invented.length > wave.length * ALL_THERE ? 'the site answers every path with a page made for it' : null
  }
}

/** A success that is not the answer for what cannot exist. */
export function isThere(exchange: Exchange, soft404: Exchange): boolean {
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
