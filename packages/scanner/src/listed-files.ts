import { createHash } from 'node:crypto'
import type { Settled } from './evaluate.ts'
import type { EvidenceName, Page, Script } from './evidence.ts'
import type { FeedStamp, Knowledge } from './feeds/knowledge.ts'
import type { FileListing } from './feeds/urlhaus-payloads.ts'
import type { Exchange } from './net/exchange.ts'

/** A file of the website that a feed knows as malware. */
export interface ListedFile extends FileListing {
  url: string
  exchange: Exchange
  sha256: string
  feed: FeedStamp
}

const MOST = 50 // that are kept
const MOST_KNOWN = 50_000 // hashes that were looked up and are not listed

/** Looks up each page and script by its hash, each content once. What is not text, or was cut off, has no hash that can be told. */
export class ListedFiles {
  readonly found: ListedFile[] = []
  readonly #knowledge: Knowledge
  readonly #looked = new Set<string>()

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge
  }

  see(get: (name: EvidenceName) => Settled, from: 'page' | 'script'): void {
    const settled = get(from)
    if (!settled.ok || this.found.length >= MOST) return
    const { url, exchange } = settled.value as Page | Script
    const { body, truncated } = exchange.response
    if (truncated || body === '' || body.includes('\uFFFD')) return
    const sha256 = createHash('sha256').update(body).digest('hex')
    if (this.#looked.has(sha256)) return
    if (this.#looked.size < MOST_KNOWN) this.#looked.add(sha256)
    const listing = this.#knowledge.file(sha256)
    if (listing) this.found.push({ ...listing, url, exchange, sha256 })
  }
}
