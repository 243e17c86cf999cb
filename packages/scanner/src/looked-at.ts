import { createHash } from 'node:crypto'
import { canonical } from './gather/crawl/address.ts'
import type { Exchange } from './net/exchange.ts'
import { redirectOf } from './net/session.ts'
import type { CheckResult } from './result.ts'
import type { Sight, SightKind } from './sight.ts'

/** Requests by which a target could make this grow. */
const MOST_PLACES = 40_000
const MOST_REDIRECTS = 5_000
const LONGEST_CHAIN = 10
const BYTES = 6 // of each digest: among 40,000 places a stranger passes for one of them once in seven billion times
const SHOWN = 'browser *'

/**
 * Which places a scan looked at: a set of digests, small enough to be kept with the scan (18 kB for 3,000 pages). An address
 * that is gone (404, 410), or leads elsewhere now, counts as looked at; one that failed, refused or was not asked for does not.
 */
export class LookedAt {
  readonly #places: Set<number>
  readonly #redirects = new Map<string, string>()
  /** Pages that ask for a password. */
  readonly #doors = new Set<string>()

  /** `encoded` by an earlier one. Text that is none reads as nothing looked at. */
  constructor(encoded = '') {
    const bytes = Buffer.from(encoded, 'base64')
    this.#places = new Set()
    for (let at = 0; at + BYTES <= bytes.length; at += BYTES) this.#places.add(bytes.readUIntBE(at, BYTES))
  }

  /** Takes note of any request and its answer. */
  exchanged(exchange: Exchange): void {
    const { request, response } = exchange
    if (request.method !== 'GET') return
    const { status } = response
    if (status === 404 || status === 410) this.#add('gone', request.url)
    else if (status < 500 && status !== 429) this.#add('address', request.url)
    const next = redirectOf(exchange)
    if (next && this.#redirects.size < MOST_REDIRECTS) this.#redirects.set(normal(request.url), normal(next))
  }

  page(url: string, body: string): void {
    this.#add('page', url)
    if (/<input[^>]{1,500}type\s*=\s*["']?password/i.test(body) && this.#doors.size < MOST_REDIRECTS)
      this.#doors.add(normal(url))
  }

  shown(url: string): void {
    this.#add('browser', url)
    this.#put(digest(SHOWN))
  }

  script(url: string): void {
    this.#add('script', url)
  }

  /** A script file that a page loads, and that could not be read. */
  missed(url: string): void {
    this.#add('missed', url)
  }

  /** By those who ask for one path after another: of what they did not get to, their answer says nothing. */
  probed(kind: 'probe' | 'copy' | 'visit', url: string): void {
    this.#add(kind, url)
  }

  /**
   * To be called once, when all was asked for. Whoever lost a session is sent to the log-in from everywhere: then neither
   * redirects nor pages with a password field say anything of what was asked for.
   */
  settle(sessionHolds: boolean): void {
    if (!sessionHolds) for (const url of this.#doors) this.#places.delete(digest(`page ${url}`))
    else for (const from of this.#redirects.keys()) if (this.#leadsAway(from)) this.#add('gone', from)
    this.#redirects.clear()
  }

  /** Whether a place was looked at, or is gone. */
  covers({ kind, url, page }: Sight): boolean {
    if (kind === 'foreign_script') {
      if (page === undefined) return this.#places.has(digest(SHOWN))
      return this.#has('script', url) || this.#has('browser', page) || this.#has('gone', page)
    }
    if (kind === 'probe' || kind === 'copy' || kind === 'visit') return this.#has(kind, url)
    if (this.#has(kind, url) || this.#has('gone', url)) return true
    if (kind === 'address') return this.#has('page', url) || this.#has('script', url)
    if (kind !== 'script' || page === undefined || this.#has('missed', url)) return false
    // No page that was looked at loads it any more, or it would have been read.
    return this.#has('page', page) || this.#has('gone', page)
  }

  /** Base64 of the digests, in order: equal for equal scans. */
  encode(): string {
    const sorted = [...this.#places].sort((a, b) => a - b)
    const bytes = Buffer.alloc(sorted.length * BYTES)
    for (const [index, one] of sorted.entries()) bytes.writeUIntBE(one, index * BYTES, BYTES)
    return bytes.toString('base64')
  }

  #leadsAway(from: string): boolean {
    let at = from
    for (let hops = 0; hops < LONGEST_CHAIN; hops++) {
      const next = this.#redirects.get(at)
      if (next === undefined)
        return at !== from && (this.#has('gone', at) || (this.#has('page', at) && !this.#doors.has(at)))
      at = next
    }
    return false
  }

  #add(kind: SightKind | 'gone' | 'missed', url: string): void {
    this.#put(digest(`${kind} ${normal(url)}`))
  }

  #put(one: number): void {
    if (this.#places.size < MOST_PLACES) this.#places.add(one)
  }

  #has(kind: SightKind | 'gone' | 'missed', url: string): boolean {
    return this.#places.has(digest(`${kind} ${normal(url)}`))
  }
}

/** Checks that were asked and answered; of what the others look for, a scan can say nothing. */
const ANSWERED = new Set<CheckResult['status']>(['passed', 'failed', 'skipped'])

/**
 * Tells of a finding that a scan does not have whether it is gone: its check was asked, and every place where it was seen was
 * looked at again. Of anything else the scan can say nothing. A finding without `seen_in` is of the site as a whole.
 */
export function testerOf(coverage: {
  checks: readonly CheckResult[]
  looked_at?: string
}): (one: { check: string; seen_in?: readonly Sight[] | null }) => boolean {
  const asked = new Set(coverage.checks.filter(({ status }) => ANSWERED.has(status)).map(({ check }) => check))
  const looked = new LookedAt(coverage.looked_at)
  return ({ check, seen_in }) => asked.has(check) && (seen_in ?? []).every((sight) => looked.covers(sight))
}

function normal(url: string): string {
  return canonical(url) ?? url
}

function digest(text: string): number {
  return createHash('sha256').update(text).digest().readUIntBE(0, BYTES)
}
