/** Addresses that a sitemap lists, and the further sitemaps that an index lists. */
export interface Sitemap {
  pages: string[]
  sitemaps: string[]
}

/** Addresses read from one file (the protocol allows 50,000). */
const MOST = 20_000
/** `<loc>` of an entry. No XML parser: entities are never expanded, so no bomb goes off, and what is broken is read as far as it goes. */
const ENTRY = /<(sitemap|url)\b|<loc>\s*(?:<!\[CDATA\[)?\s*([^<\]\s]{1,2048})/gi
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Reads a sitemap, a sitemap index, or a plain list of addresses (sitemaps.org). Never throws. */
export function parseSitemap(text: string): Sitemap {
  const found: Sitemap = { pages: [], sitemaps: [] }
  if (!text.includes('<')) {
    found.pages = text.split(/\s+/, MOST).filter((line) => /^https?:\/\//.test(line))
    return found
  }
  let list = found.pages
  let count = 0
  for (const [, element, loc] of text.matchAll(ENTRY)) {
    if (element) list = element.toLowerCase() === 'sitemap' ? found.sitemaps : found.pages
    else if (count++ < MOST) list.push(loc!.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name]!))
    else break
  }
  return found
}
