import { setTimeout as sleep } from 'node:timers/promises'

const LONGEST_WAIT = 10_000 // milliseconds; a target that asks for more gets the answer kept as it is
const ALL_WAITS = 30_000 // milliseconds in one scan; Retry-After on every page must not stretch it for ever
const SLOW_ANSWER = 3_000 // milliseconds; a target that takes this long gets one request at a time
const MOST_RETRIES = 2
const QUICK_ANSWER = 250 // milliseconds; a target that answers so fast can do with more
const LAZY_ANSWER = 1_000 // milliseconds; one that takes so long gets less
const BASE = 20 // requests a second, where the caller sets no limit: what a person's browser asks of a site by itself
/** The most that a quick site on the internet is asked in a second, and one in our own network: there nobody else waits. */
const CEILINGS = { public: 60, own: 5_000 }

/** How fast a target may be asked: a fixed rate, or one that follows how fast it answers. */
export interface Rate {
  start: number
  floor: number
  ceiling: number
}

/** `perSecond` where the caller set it; otherwise by whose network the target is in. */
export function rateFor(perSecond: number | undefined, network: keyof typeof CEILINGS): Rate {
  if (perSecond !== undefined) return { start: perSecond, floor: perSecond, ceiling: perSecond }
  const ceiling = CEILINGS[network]
  return { start: network === 'own' ? ceiling : BASE, floor: BASE / 4, ceiling }
}

/** Keeps the requests of one scan to one host polite: so many a second, so many at once, fewer when it struggles. */
export class Pace {
  #perSecond: number
  readonly #floor: number
  #ceiling: number
  readonly #concurrency: number
  readonly #signal: AbortSignal
  #running = 0
  #struggling = false
  /** When the next request would be due at an even rate; one second's worth may come ahead of it. */
  #due = 0
  #pausedUntil = 0
  #waited = 0
  readonly #queue: (() => void)[] = []

  constructor(options: { rate: Rate; concurrency: number; signal: AbortSignal }) {
    this.#floor = options.rate.floor
    this.#ceiling = options.rate.ceiling
    this.#perSecond = options.rate.start
    this.#concurrency = options.concurrency
    this.#signal = options.signal
    this.#signal.addEventListener('abort', () => {
      for (const wake of this.#queue.splice(0)) wake()
    })
  }

  /** Resolves when a request may be sent; the function it gives must be called when that one is over. Throws when aborted. */
  async enter(): Promise<(tookMs: number) => void> {
    this.#signal.throwIfAborted()
    while (this.#running >= this.#places()) {
      await new Promise<void>((wake) => this.#queue.push(wake))
      this.#signal.throwIfAborted()
    }
    this.#running += 1
    try {
      await this.#turn()
    } catch (error) {
      this.#leave()
      throw error
    }
    return (tookMs) => {
      this.#struggling = tookMs > SLOW_ANSWER
      this.#adapt(tookMs)
      this.#leave()
    }
  }

  /** One more a second for each quick answer, which doubles the rate in a second; a tenth less for each lazy one. */
  #adapt(tookMs: number): void {
    if (tookMs < QUICK_ANSWER) this.#perSecond = Math.min(this.#ceiling, this.#perSecond + 1)
    if (tookMs > LAZY_ANSWER) this.#perSecond = Math.max(Math.min(this.#perSecond, this.#floor), this.#perSecond * 0.9)
  }

  /**
   * Takes note of an answer. Returns true when the same request should be sent again, after `enter`: for 429, and for
   * 503 with Retry-After (RFC 9110 section 10.2.3), twice at most.
   */
  backOff(status: number, retryAfter: string | undefined, tries: number): boolean {
    if (status !== 429 && status !== 503) return false
    this.#perSecond = Math.max(1, Math.min(this.#perSecond, BASE) / 2)
    this.#ceiling = Math.max(1, Math.min(this.#ceiling, BASE) / 2)
    if (status === 503 && retryAfter === undefined) return false
    const wait = retryAfterMs(retryAfter) ?? 1_000 * 2 ** tries
    if (tries >= MOST_RETRIES || wait > LONGEST_WAIT) return false

    const until = Math.max(this.#pausedUntil, Date.now() + wait)
    const added = until - Math.max(this.#pausedUntil, Date.now())
    if (this.#waited + added > ALL_WAITS) return false
    this.#waited += added
    this.#pausedUntil = until
    return true
  }

  async #turn(): Promise<void> {
    const now = Date.now()
    this.#due = Math.max(this.#due, now - 1_000) + 1_000 / this.#perSecond
    let wait = Math.max(this.#due - now, this.#pausedUntil - now)
    while (wait > 0) {
      await sleep(wait, undefined, { signal: this.#signal }).catch(() => this.#signal.throwIfAborted())
      wait = this.#pausedUntil - Date.now()
    }
  }

  #leave(): void {
    this.#running -= 1
    for (const wake of this.#queue.splice(0, this.#places() - this.#running)) wake()
  }

  #places(): number {
    return this.#struggling ? 1 : this.#concurrency
  }
}

/** Milliseconds that a Retry-After value asks for: seconds, or a date. */
function retryAfterMs(value: string | undefined): number | null {
  if (value === undefined) return null
  if (/^\d+$/.test(value)) return Number(value) * 1_000
  const date = Date.parse(value)
  return Number.isNaN(date) ? null : Math.max(0, date - Date.now())
}
