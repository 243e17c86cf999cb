import { JAPANESE_TRADE, KANA, spamTradeOf } from '../../../data/spam-words.ts'
import { defineCheck, type Fail, fail, skip, verdictOf } from '../../check.ts'
import type { Html } from '../../derive/html.ts'
import { isForeign, siteOf } from '../../derive/site.ts'

const FEW = 3 // hidden links of one trade: a menu has none
const MANY = 5 // links, or sites that they lead to
const FIX =
  'Take the links out, find out how they came in – often an old plug-in or a stolen password – and change all passwords. Then ask search engines to look again.'

export default defineCheck({
  id: 'threat/seo-spam',
  question: 'Is the page free of links and words that others planted for search engines?',
  needs: ['page', 'html', 'concealed'],
  type: 'threat',
  cwe: 506,
  owasp_2021: ['A08:2021'],
  owasp_2025: ['A08:2025'],
  references: [
    'https://developers.google.com/search/docs/essentials/spam-policies',
    'https://web.dev/articles/fixing-the-japanese-keyword-hack',
  ],
  outcomes: {
    hidden_links: {
      severity: 'high',
      title: 'Hidden links advertise a trade that breaks into websites',
      why: 'Visitors do not see them, search engines do. Somebody has write access to the site, and the site falls in the results or is marked as hacked.',
      fix: FIX,
    },
    hidden_foreign: {
      severity: 'medium',
      confidence: 'tentative',
      title: 'Links to many other sites are moved out of sight',
      why: 'Visitors do not see them, search engines do. That is how links are sold or planted.',
      fix: FIX,
    },
    planted: {
      severity: 'medium',
      confidence: 'tentative',
      title: 'The page links to a trade that it has nothing to do with',
      why: 'Several links advertise a trade that breaks into websites, and neither title nor description of the page speaks of it. Open comments and break-ins bring such links.',
      fix: FIX,
    },
    japanese: {
      severity: 'medium',
      confidence: 'tentative',
      title: 'The title advertises goods in Japanese on a page in another language',
      why: 'A common break-in makes thousands of such pages, sold to counterfeit shops, and search engines then show them in place of the site’s own.',
      fix: FIX,
    },
  },
  run({ page, html, concealed }) {
    if (!html.is_html) return skip('the response is no HTML')
    const fails: Fail<'hidden_links' | 'hidden_foreign' | 'planted' | 'japanese'>[] = []
    const hidden = concealed.links.filter(({ url }) => isForeign(url, page.url))
    const spam = hidden.filter(({ url, text }) => spamTradeOf(`${text} ${wordsOf(url)}`) !== null)
    const moved = hidden.filter(({ how }) => how === 'off_screen' || how === 'tiny')
    if (spam.length >= FEW) fails.push(fail('hidden_links', page.url, listOf(spam)))
    else if (new Set(moved.map(({ url }) => siteOf(new URL(url).hostname))).size >= MANY)
      fails.push(fail('hidden_foreign', page.url, listOf(moved)))
    const planted = plantedLinks(html, page.url)
    if (spam.length < FEW && planted.length >= MANY) fails.push(fail('planted', page.url, listOf(planted)))
    if (isJapaneseTrade(html, page.body, page.url)) fails.push(fail('japanese', page.url, html.title ?? ''))
    return verdictOf(fails)
  },
})

/** Visible links of a trade that the page itself does not name. */
function plantedLinks(html: Html, pageUrl: string): { url: string; text: string }[] {
  const about = html.metas.find(({ name }) => name?.toLowerCase() === 'description')?.content ?? ''
  if (spamTradeOf(`${html.title ?? ''} ${about} ${wordsOf(pageUrl)}`) !== null) return []
  // one look at all of them: most pages have none
  if (spamTradeOf(html.anchors.map(({ url, text }) => `${text} ${wordsOf(url ?? '')}`).join('\n')) === null) return []
  return html.anchors.flatMap(({ url, text }) =>
    url !== null && isForeign(url, pageUrl) && spamTradeOf(`${text} ${wordsOf(url)}`) !== null ? [{ url, text }] : [],
  )
}

function isJapaneseTrade({ title }: Html, body: string, url: string): boolean {
  if (!title || !KANA.test(title) || !JAPANESE_TRADE.test(title)) return false
  const lang = /<html\b[^>]{0,500}?\slang\s*=\s*["']?([a-z]{2})/i.exec(body)?.[1]?.toLowerCase()
  return lang !== undefined && lang !== 'ja' && !new URL(url).hostname.endsWith('.jp')
}

/** An address as words: what stands between its signs. */
function wordsOf(url: string): string {
  return url.replace(/[-_/.+?=&%]+/g, ' ')
}

function listOf(links: readonly { url: string; text: string }[]): string {
  return links
    .slice(0, 5)
    .map(({ url, text }) => `${text.trim()} <${url}>`)
    .join('\n')
}
