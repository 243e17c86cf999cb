import { KEY_LISTS, type KeyRecords, listOf } from './badkeys.ts'
import { builtinKnowledge } from './builtin.ts'
import { advisoryKey } from './feed.ts'
import type { Advisory, Epss, FeedStamp, Knowledge, Lifecycle, Listing } from './knowledge.ts'
import { type FeedState, FeedStore } from './store.ts'
import type { FileListing } from './urlhaus-payloads.ts'

/** Which feeds tell of packages, most exact first: what two tell of one flaw is taken from the first. */
const ADVISORY_FEEDS = /^(?:osv-|wordfence$|retire$)/

/**
 * What the feeds in a folder know, and what comes with the product. To be opened for each scan: it stays with the copies
 * that are there at that moment.
 */
export function openKnowledge(folder: string): Knowledge {
  const store = new FeedStore(folder)
  const states = new Map(store.names().map((name) => [name, store.state(name)!]))
  const builtin = builtinKnowledge()
  if (states.size === 0) return builtin
  const stampOf = ({ name, date }: FeedState): FeedStamp => ({ name, date })
  const advisoryFeeds = [...states.values()]
    .filter(({ name }) => ADVISORY_FEEDS.test(name))
    .sort((a, b) => Number(b.name.startsWith('osv-')) - Number(a.name.startsWith('osv-')))
  const one = <T>(feed: string, key: string): { value: T; feed: FeedStamp } | null => {
    const state = states.get(feed)
    const value = state && store.read<T>(state, key)[0]
    return state && value !== undefined ? { value, feed: stampOf(state) } : null
  }
  return {
    advisories(ecosystem, name) {
      const key = advisoryKey(ecosystem, name)
      const found = advisoryFeeds
        // An archive of another ecosystem has nothing of this one.
        .filter((state) => !state.name.startsWith('osv-') || state.name === `osv-${ecosystem.toLowerCase()}`)
        .flatMap((state) => store.read<Advisory>(state, key).map((advisory) => ({ advisory, feed: stampOf(state) })))
      return [...found, ...builtin.advisories(ecosystem, name)]
    },
    epss(cve) {
      const found = one<Epss>('epss', cve)
      return found && { ...found.value, feed: found.feed }
    },
    kev(cve) {
      const found = one<{ added: string }>('kev', cve)
      return found ? { added: found.value.added, feed: found.feed } : builtin.kev(cve)
    },
    lifecycles(product) {
      const state = states.get('endoflife')
      const lines = state ? store.read<Lifecycle>(state, product) : []
      return lines.length > 0 ? { lines, feed: stampOf(state!) } : builtin.lifecycles(product)
    },
    listing(url) {
      const parsed = URL.parse(url)
      const state = states.get('urlhaus')
      if (!parsed || !state) return null
      parsed.hash = ''
      const found = store.read<Listing>(state, parsed.hostname).find((listing) => listing.url === parsed.href)
      return found ? { ...found, feed: stampOf(state) } : null
    },
    file(sha256) {
      const found = one<FileListing>('urlhaus-payloads', sha256)
      return found && { ...found.value, feed: found.feed }
    },
    exposedKey(hash) {
      const records = one<KeyRecords>('badkeys', hash.slice(0, 4))
      const number = records && listOf(hash, records.value)
      if (records === null || number === null) return null
      const names = one<Record<string, string>>('badkeys', KEY_LISTS)?.value
      return { list: names?.[number] ?? `list ${number}`, feed: records.feed }
    },
    stamps: () => [...[...states.values()].map(stampOf), ...builtin.stamps()],
  }
}
