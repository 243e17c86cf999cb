import type { Sight } from '../../sight.ts'

const MOST_PAGES = 500 // of a full scan's 3,000 requests
const MOST_SHOWN = 12 // of the 30 pages that a browser opens
const MOST_ADDRESSES = 100

/** What a crawl asks for again, of all places where something was seen that is still open: the first of each kind. */
export function placesOf(places: readonly Sight[]): { pages: string[]; shown: string[]; addresses: string[] } {
  const pages = new Set<string>()
  const shown = new Set<string>()
  const addresses = new Set<string>()
  for (const { kind, url, page } of places) {
    // A script is read by reading the page that loads it: whether it still does is the question.
    const visited = kind === 'page' || kind === 'browser' ? url : page
    if (visited !== undefined && pages.size < MOST_PAGES) pages.add(visited)
    const isSeenInBrowser = kind === 'browser' || kind === 'foreign_script'
    if (visited !== undefined && isSeenInBrowser && shown.size < MOST_SHOWN) shown.add(visited)
    if (kind === 'address' && addresses.size < MOST_ADDRESSES) addresses.add(url)
  }
  return { pages: [...pages], shown: [...shown], addresses: [...addresses] }
}
