import type { Html } from './derive/html.ts'
import type { Settled } from './evaluate.ts'
import type { EvidenceName, Page } from './evidence.ts'
import type { FeedStamp, Knowledge, Listing } from './feeds/knowledge.ts'

/** An address in a page that a feed of hostile addresses lists. */
export interface ListedAddress extends Listing {
  page: string
  /** Browsers fetch it by themselves; otherwise it is a link. */
  loads: boolean
  feed: FeedStamp
}

const MOST = 200 // that are kept
const MOST_LINKS = 5_000 // of one page that are looked up
const MOST_KNOWN = 50_000 // addresses that were looked up and are not listed

/** Looks up what pages load and link to. Each address once, however many pages have it. */
export class ListedAddresses {
  readonly found: ListedAddress[] = []
  readonly #knowledge: Knowledge
  readonly #looked = new Set<string>()

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge
  }

  see(get: (name: EvidenceName) => Settled): void {
    const [page, html] = [get('page'), get('html')]
    if (!page.ok || !html.ok) return
    const { scripts, stylesheets, iframes, media, images, anchors } = html.value as Html
    const { url } = page.value as Page
    for (const one of [...scripts, ...stylesheets, ...iframes, ...media, ...images]) this.#look(one.url, url, true)
    for (const one of anchors.slice(0, MOST_LINKS)) this.#look(one.url, url, false)
  }

  #look(address: string | null, page: string, loads: boolean): void {
    if (address === null || this.found.length >= MOST || this.#looked.has(address) || !/^https?:/.test(address)) return
    if (this.#looked.size < MOST_KNOWN) this.#looked.add(address)
    const listing = this.#knowledge.listing(address)
    if (listing) this.found.push({ ...listing, page, loads })
  }
}
