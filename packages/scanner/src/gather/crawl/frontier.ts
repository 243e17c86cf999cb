import type { CrawlState } from '../../evidence.ts'
import { canonical, isBinary, isEndless, isRisky, isUnsafe } from './address.ts'
import type { Scope } from './scope.ts'
import { Shapes } from './shapes.ts'

/** Addresses that wait: a page with a million links must not become a million strings. */
const MOST_WAITING = 20_000
/** Addresses that are remembered as known. */
const MOST_KNOWN = 1_000_000
/** So many times the sample is read of what is alike, when there is nothing better to do. */
const SURPLUS = 3
/** How likely an address is one: what a person can click on comes before what was guessed out of a script. */
export const CERTAIN = 0
export const LIKELY = 1
export const GUESSED = 2
type Certainty = typeof CERTAIN | typeof LIKELY | typeof GUESSED

export interface Waiting {
  url: string
  shape: string
  /** Clicks from the start page. */
  depth: number
  certainty: Certainty
}

/** Why addresses were not followed, and how many of each. */
export type Unfollowed = Record<
  'elsewhere' | 'excluded' | 'robots' | 'unsafe' | 'binary' | 'endless' | 'too_deep' | 'alike' | 'too_many',
  number
>

/** What is to be asked for: each page once, whatever its spelling; the sure and near ones first; samples of what is alike. */
export class Frontier {
  readonly #scope: Scope
  readonly #maxDepth: number
  readonly #shapes: Shapes
  readonly #known = new Set<number>()
  /** Those that came when too many waited. They are new again when another page has them, and the queue has room. */
  readonly #turnedAway = new Set<number>()
  readonly #queues: Waiting[][] = [[], [], []]
  /** Asked for before all others, however many are alike. */
  readonly #again: Waiting[] = []
  readonly #heads = [0, 0, 0]
  /** What is alike, for when nothing else waits: a small site is read to its last page, an endless one is not. */
  readonly #surplus = new Map<string, { left: number; waiting: Waiting[] }>()
  readonly #samples: number
  readonly unfollowed: Unfollowed = {
    elsewhere: 0,
    excluded: 0,
    robots: 0,
    unsafe: 0,
    binary: 0,
    endless: 0,
    too_deep: 0,
    alike: 0,
    too_many: 0,
  }

  constructor(options: { scope: Scope; maxDepth: number; samples: number }) {
    this.#scope = options.scope
    this.#maxDepth = options.maxDepth
    this.#samples = options.samples
    this.#shapes = new Shapes(options.samples)
  }

  /** Notes an address, and lets it wait when it is new and to be followed. */
  add(found: string, depth: number, certainty: Certainty = CERTAIN): void {
    const url = canonical(found)
    if (!url || !this.#isNew(url)) return
    const parsed = new URL(url)
    const refusal = this.#scope.refusal(parsed)
    if (refusal) this.unfollowed[refusal]++
    else if (isBinary(parsed)) this.unfollowed.binary++
    else if (certainty === GUESSED ? isRisky(url) : isUnsafe(url)) this.unfollowed.unsafe++
    else if (isEndless(parsed)) this.unfollowed.endless++
    else if (depth > this.#maxDepth) this.unfollowed.too_deep++
    else if (this.#queues[certainty]!.length - this.#heads[certainty]! >= MOST_WAITING) this.#turnAway(hashed(url))
    else {
      if (this.#turnedAway.size > 0 && this.#turnedAway.delete(hashed(url))) this.unfollowed.too_many--
      this.#queues[certainty]!.push({ url, shape: this.#shapes.of(url), depth, certainty })
    }
  }

  #turnAway(key: number): void {
    this.#known.delete(key)
    if (this.#turnedAway.has(key)) return
    this.unfollowed.too_many++
    if (this.#turnedAway.size < MOST_KNOWN) this.#turnedAway.add(key)
  }

  /** Lets a page wait that an earlier scan saw, unless it is out of scope or not safe to ask for. */
  revisit(found: string): void {
    const url = canonical(found)
    if (!url || !this.#isNew(url) || isUnsafe(url) || this.#scope.refusal(new URL(url))) return
    this.#again.push({ url, shape: this.#shapes.of(url), depth: 1, certainty: CERTAIN })
  }

  /** The next address that is worth a request, or null where none waits. */
  next(): Waiting | null {
    const again = this.#again.shift()
    if (again) return again
    for (let certainty = CERTAIN; certainty <= GUESSED; certainty++) {
      for (let one = this.#take(certainty); one; one = this.#take(certainty)) {
        if (!this.#shapes.isExhausted(one.shape)) return one
        this.#setAside(one)
      }
    }
    return this.#nextAlike()
  }

  #take(certainty: number): Waiting | undefined {
    const queue = this.#queues[certainty]!
    const one = queue[this.#heads[certainty]!]
    if (one) this.#heads[certainty]!++
    if (this.#heads[certainty]! > 1_000) this.#heads[certainty] = queue.splice(0, this.#heads[certainty]!) && 0
    return one
  }

  #setAside(one: Waiting): void {
    let shape = this.#surplus.get(one.shape)
    if (!shape) {
      shape = { left: SURPLUS * this.#samples, waiting: [] }
      this.#surplus.set(one.shape, shape)
    }
    if (shape.left > 0) shape.waiting.push(one)
    else this.unfollowed.alike++
    shape.left--
  }

  #nextAlike(): Waiting | null {
    for (const { waiting } of this.#surplus.values()) {
      const one = waiting.shift()
      if (one) return one
    }
    return null
  }

  /** Marks where a request ended after redirects. True when no other request ended there. */
  arrived(url: string): boolean {
    const at = canonical(url)
    return at !== null && this.#isNew(at)
  }

  /** Takes note of how the page at `shape` is built, or that it is none. */
  saw(shape: string, build: string): void {
    this.#shapes.saw(shape, build)
  }

  get waiting(): number {
    const aside = [...this.#surplus.values()].reduce((sum, { waiting }) => sum + waiting.length, 0)
    return this.#queues.reduce(
      (sum, queue, index) => sum + queue.length - this.#heads[index]!,
      aside + this.#again.length,
    )
  }

  /** `underWay`: what was taken and is not done, to be asked for again. */
  save(underWay: Iterable<Waiting>): Pick<CrawlState, 'waiting' | 'known'> {
    const queued = this.#queues.flatMap((queue, index) => queue.slice(this.#heads[index]!))
    const aside = [...this.#surplus.values()].flatMap(({ waiting }) => waiting)
    const waiting = [...underWay, ...this.#again, ...queued, ...aside].map(({ url, depth, certainty }) => ({
      url,
      depth,
      certainty,
    }))
    return { waiting, known: [...this.#known] }
  }

  restore({ waiting, known }: Pick<CrawlState, 'waiting' | 'known'>): void {
    for (const one of known) this.#known.add(one)
    for (const { url, depth, certainty } of waiting) {
      const level = certainty === CERTAIN || certainty === LIKELY ? certainty : GUESSED
      this.#queues[level]!.push({ url, shape: this.#shapes.of(url), depth, certainty: level })
    }
  }

  #isNew(url: string): boolean {
    const key = hashed(url)
    if (this.#known.has(key)) return false
    if (this.#known.size < MOST_KNOWN) this.#known.add(key)
    return true
  }
}

/** 53 bits of two FNV-1a hashes: a number costs a tenth of the address, and two of a million are alike once in 18,000 crawls. */
function hashed(text: string): number {
  let high = 0x811c9dc5
  let low = 0x01000193
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    high = Math.imul(high ^ code, 0x01000193)
    low = Math.imul(low ^ code, 0x85ebca6b)
  }
  return (high >>> 11) * 0x1_0000_0000 + (low >>> 0)
}
