import type { Html } from '../derive/html.ts'
import type { Page, VisitorKind, VisitorsEvidence } from '../evidence.ts'
import { headerValue } from '../net/exchange.ts'
import type { Net } from '../net/net.ts'
import { defineGatherer } from '../source.ts'
import { Scope } from './crawl/scope.ts'

const MAX_BODY = 256 * 1024 // bytes; what is injected for some visitors only stands at the beginning or the end of the head
const MORE_PAGES = 2 // beside the start page
const ROUNDS = 2 // so that what changes by itself is told from what changes with the visitor

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36'
/** What each kind of visitor says of itself. Our own name follows: the site's owner must be able to tell who it was. */
const VISITORS: Record<VisitorKind, { agent: string; referer?: string }> = {
  searcher: { agent: CHROME, referer: 'https://www.google.com/' },
  phone: {
    agent:
      'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36',
  },
  robot: { agent: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' },
  browser: { agent: CHROME },
}

/** Some pages as several kinds of visitors get them: what was broken into often shows its face to some only. */
export default defineGatherer({
  name: 'visitors',
  needs: ['page', 'html', 'scan'],
  scans: ['full', 'active'],
  async gather(net, { page, html, scan }): Promise<VisitorsEvidence> {
    const ours = headerValue(page.exchange.request.headers, 'user-agent') ?? 'LastHash'
    const scope = new Scope({ isOwn: (url) => net.isOwn(url), crawl: scan.crawl ?? {}, robots: null })
    const others = scan.places
      ? scan.places.filter((url) => url !== page.url && net.isOwn(url))
      : otherPages(html, page, scope)
    const pages = [page.url, ...others.slice(0, MORE_PAGES)]
    return { pages: await Promise.all(pages.map((url) => visitsOf(net, url, ours))) }
  },
})

async function visitsOf(net: Net, url: string, ours: string): Promise<VisitorsEvidence['pages'][number]> {
  const visits: VisitorsEvidence['pages'][number]['visits'][number][] = []
  for (let round = 0; round < ROUNDS; round++) {
    // the plain browser comes last: some intruders show themselves once for each address
    for (const [as, { agent, referer }] of Object.entries(VISITORS) as [
      VisitorKind,
      (typeof VISITORS)[VisitorKind],
    ][]) {
      const headers = [['User-Agent', `${agent} ${ours}`] as const, ...(referer ? [['Referer', referer] as const] : [])]
      visits.push({ as, navigation: await net.navigate(url, { headers, maxBody: MAX_BODY }) })
    }
  }
  return { url, visits }
}

/** Pages of different parts of the site, none that ends a session or fills a basket. */
function otherPages({ anchors }: Html, page: Page, scope: Scope): string[] {
  const parts = new Map<string, string>()
  for (const { url } of anchors) {
    const parsed = url === null ? null : URL.parse(url)
    if (!parsed || parsed.origin !== page.origin || parsed.search !== '') continue
    if (scope.refusal(parsed)) continue
    parsed.hash = ''
    const part = parsed.pathname.split('/')[1] ?? ''
    if (
      part === '' ||
      /log-?(?:out|in|off)|sign|cart|basket|account|admin|\.(?:pdf|zip|jpe?g|png|xml)$/i.test(parsed.pathname)
    )
      continue
    if (parsed.href !== page.url && !parts.has(part)) parts.set(part, parsed.href)
  }
  return [...parts.values()]
}
