import { KANA, SPAM_WORDS } from '../../data/spam-words.ts'
import type { Navigation, VisitorKind } from '../evidence.ts'
import type { Exchange } from '../net/exchange.ts'
import { defineDerivation } from '../source.ts'
import { readCode } from './code.ts'
import { isHtml, parseHtml } from './html.ts'
import { parseScript } from './javascript.ts'
import { isForeign } from './site.ts'
import { plainRedirects } from './unpack.ts'

/** One visit, as far as visits are compared. */
export interface Visit {
  as: VisitorKind
  exchange: Exchange | null
  /** It ended on a page of the site with a success. */
  shown: boolean
  /** Where the visitor is sent on another site, and by what. */
  leaves: { url: string; by: 'redirect' | 'refresh' | 'script' } | null
  title: string
  /** Its words in lower case, each once; numbers and random text left out. */
  words: readonly string[]
  /** Words of trades that break into sites, each once. */
  spam: readonly string[]
  /** Hosts of other sites from which script files are loaded. */
  script_hosts: readonly string[]
  /** The page asks for a proof of being human, or refuses. */
  challenged: boolean
}

export interface PageVisits {
  url: string
  visits: readonly Visit[]
}

const CHALLENGE =
  /captcha|just a moment|checking your browser|verify (?:that )?you are (?:a )?human|unusual traffic|access denied|attention required|enable javascript and cookies to continue/i
const MOST_WORDS = 5_000
const MOST_SPAM = 50

export default defineDerivation({
  name: 'visits',
  needs: ['visitors'],
  derive: ({ visitors }): PageVisits[] =>
    visitors.pages.map(({ url, visits }) => ({
      url,
      visits: visits.map(({ as, navigation }) => read(as, navigation)),
    })),
})

function read(as: VisitorKind, { exchanges, end, next }: Navigation): Visit {
  const exchange = exchanges.at(-1) ?? null
  const nothing = { words: [], spam: [], script_hosts: [], title: '' }
  const leaves = end === 'left_scope' && next ? { url: next, by: 'redirect' as const } : null
  if (!exchange || end !== 'answered' || !isHtml(exchange.response))
    return { as, exchange, shown: false, leaves, challenged: false, ...nothing }
  const { url } = exchange.request
  const html = parseHtml(exchange.response.body, url)
  const text = `${html.title ?? ''} ${html.text} ${html.anchors.map((anchor) => anchor.href).join(' ')}`
  const inline = html.scripts.filter(({ src }) => src === null).map((one) => one.inline)
  return {
    as,
    exchange,
    shown: exchange.response.status === 200,
    leaves: refreshOf(html.metas, url) ?? scriptRedirect(inline, url),
    title: html.title ?? '',
    words: wordsOf(html.text),
    spam: spamIn(text),
    script_hosts: [
      ...new Set(
        html.scripts.flatMap((one) => (one.url && isForeign(one.url, url) ? [new URL(one.url).hostname] : [])),
      ),
    ],
    challenged: CHALLENGE.test(html.text.slice(0, 5_000)) || exchange.response.status !== 200,
  }
}

function refreshOf(metas: ReturnType<typeof parseHtml>['metas'], page: string): Visit['leaves'] {
  for (const { httpEquiv, content } of metas) {
    const to =
      httpEquiv === 'refresh'
        ? /^\s*[0-5](?:\.\d+)?\s*[;,]\s*(?:url\s*=)?\s*["']?([^"'\s]{1,2000})/i.exec(content ?? '')?.[1]
        : undefined
    const url = to ? (URL.parse(to, page)?.href ?? null) : null
    if (url && isForeign(url, page)) return { url, by: 'refresh' }
  }
  return null
}

/** A script that goes elsewhere at once, hidden or not. */
function scriptRedirect(inline: readonly string[], page: string): Visit['leaves'] {
  for (const text of inline) {
    if (!/location/.test(text) && !/eval|atob|unescape|fromCharCode/.test(text)) continue
    const hidden = readCode(text).addresses.find(({ how, address }) => how === 'navigation' && isForeign(address, page))
    if (hidden) return { url: hidden.address, by: 'script' }
    const script = text.length < 100_000 ? parseScript(text) : null
    const open = script ? plainRedirects(script).find((address) => isForeign(address, page)) : undefined
    if (open) return { url: open, by: 'script' }
  }
  return null
}

function wordsOf(text: string): string[] {
  const words = new Set<string>()
  for (const [word] of text.toLowerCase().matchAll(/(?<![\p{L}\p{N}_-])\p{L}{3,30}(?![\p{L}\p{N}_-])/gu)) {
    if (words.size >= MOST_WORDS) break
    words.add(word)
  }
  return [...words]
}

function spamIn(text: string): string[] {
  const found = new Set<string>()
  for (const words of Object.values(SPAM_WORDS)) {
    for (const [word] of text.matchAll(new RegExp(words.source, 'gi'))) {
      if (found.size >= MOST_SPAM) break
      found.add(word.toLowerCase())
    }
  }
  if (KANA.test(text)) found.add('kana')
  return [...found]
}
