import { getDomainWithoutSuffix } from 'tldts'
import { KNOWN_SERVICES } from '../../../data/known-hosts.ts'
import { defineCheck, type Fail, fail, pass, skip } from '../../check.ts'
import { isForeign, siteOf } from '../../derive/site.ts'
import type { PageVisits, Visit } from '../../derive/visits.ts'
import type { VisitorKind } from '../../evidence.ts'

const MANY_SPAM_WORDS = 3 // that one visitor sees and the other does not
const ENOUGH_WORDS = 100 // of a page that is compared at all: less is a shell that scripts fill
const STABLE = 0.8 // share of words that two visits of one visitor must have in common
const ANOTHER_PAGE = 0.3 // share of words below which two visitors get different pages
const NAMES: Record<Exclude<VisitorKind, 'browser'>, string> = {
  robot: 'search engines',
  searcher: 'visitors from search results',
  phone: 'phones',
}

type Outcome = 'redirect' | 'redirect_once' | 'spam' | 'script' | 'different'
const FIX =
  'Look for the code that tells visitors apart: in .htaccess, index.php, the theme’s functions and added scripts. Take it out, find out how it came in, and change all passwords and keys of the site.'

export default defineCheck({
  id: 'threat/cloaking',
  question: 'Do search engines, visitors from search results and phones get what everybody gets?',
  needs: ['visits'],
  type: 'threat',
  cwe: 506,
  owasp_2021: ['A08:2021'],
  owasp_2025: ['A08:2025'],
  references: ['https://developers.google.com/search/docs/essentials/spam-policies', 'https://web.dev/articles/hacked'],
  distinct: ['parameter'],
  outcomes: {
    redirect: {
      severity: 'high',
      title: 'Some visitors are sent to another site, and others are not',
      why: 'An ordinary browser gets the page, these visitors are led away, each time. Intruders do so that the owner, who types the address, sees nothing.',
      fix: FIX,
    },
    redirect_once: {
      severity: 'medium',
      confidence: 'tentative',
      title: 'Some visitors were sent to another site once',
      why: 'It happened at one of two visits, and never to an ordinary browser. Intruders send each visitor away only once; some advertising does, too.',
      fix: FIX,
    },
    spam: {
      severity: 'high',
      title: 'Some visitors get advertising of a trade that breaks into websites',
      why: 'An ordinary browser does not get it. It stands there for search engines, and costs the site its place in the results.',
      fix: FIX,
    },
    script: {
      severity: 'medium',
      confidence: 'tentative',
      title: 'Some visitors get a script of another site that others do not get',
      why: 'It came at each of their visits, and at none of an ordinary browser. It may be made for phones, or be malware that hides from the owner.',
      fix: 'Find out whose host it is. If you cannot tell, treat the site as broken into.',
    },
    different: {
      severity: 'medium',
      confidence: 'tentative',
      title: 'Search engines get another page than visitors',
      why: 'The two have little in common. Search engines punish that, and intruders make it.',
      fix: FIX,
    },
  },
  run({ visits }) {
    const comparable = visits.filter((page) => plain(page).length > 0 && plain(page).every(({ shown }) => shown))
    if (comparable.length === 0) return skip('an ordinary browser gets no page to compare with')
    const fails = comparable.flatMap((page) =>
      (['robot', 'searcher', 'phone'] as const).flatMap((kind) => judge(page, kind)),
    )
    return fails.length > 0 ? fails : pass(`${comparable.length} pages`)
  },
})

function plain({ visits }: PageVisits): Visit[] {
  return visits.filter(({ as }) => as === 'browser')
}

function judge(page: PageVisits, kind: Exclude<VisitorKind, 'browser'>): Fail<Outcome>[] {
  const base = plain(page)
  const visits = page.visits.filter(({ as, challenged }) => as === kind && !challenged)
  const at = (visit: Visit) => ({
    url: page.url,
    parameter: NAMES[kind],
    ...(visit.exchange && { exchange: visit.exchange }),
  })
  const away = visits.filter((visit) => isLedAway(visit, base, page.url))
  if (away.length > 0)
    return [fail(away.length === visits.length ? 'redirect' : 'redirect_once', at(away[0]!), away[0]!.leaves!.url)]
  const shown = visits.filter((visit) => visit.shown)
  if (shown.length === 0) return []
  const known = new Set(base.flatMap(({ spam }) => spam))
  const spam = shown.find((visit) => visit.spam.filter((word) => !known.has(word)).length >= MANY_SPAM_WORDS)
  if (spam)
    return [
      fail(
        'spam',
        at(spam),
        spam.spam
          .filter((word) => !known.has(word))
          .slice(0, 8)
          .join(', '),
      ),
    ]
  const hosts = new Set(base.flatMap(({ script_hosts }) => script_hosts))
  const added = shown[0]!.script_hosts.find(
    (host) =>
      !hosts.has(host) &&
      !KNOWN_SERVICES.has(siteOf(host)) &&
      shown.every((visit) => visit.script_hosts.includes(host)),
  )
  if (added && kind !== 'robot' && shown.length > 1) return [fail('script', at(shown[0]!), added)]
  return kind === 'robot' && isAnotherPage(shown, base) ? [fail('different', at(shown[0]!), shown[0]!.title)] : []
}

/** Led to a site to which no ordinary browser was, and which is neither a shop of apps nor the owner's other name. */
function isLedAway({ leaves }: Visit, base: readonly Visit[], url: string): boolean {
  if (!leaves || !isForeign(leaves.url, url)) return false
  const site = siteOf(new URL(leaves.url).hostname)
  if (KNOWN_SERVICES.has(site) || site === 'apple.com') return false
  if (getDomainWithoutSuffix(leaves.url) === getDomainWithoutSuffix(url)) return false
  return !base.some((visit) => visit.leaves && siteOf(new URL(visit.leaves.url).hostname) === site)
}

function isAnotherPage(shown: readonly Visit[], [first, second]: readonly Visit[]): boolean {
  if (!first || !second || sizeOf(first) < ENOUGH_WORDS || alike(first, second) < STABLE) return false
  return shown.every((visit) => sizeOf(visit) >= ENOUGH_WORDS / 2 && alike(visit, first) < ANOTHER_PAGE)
}

function sizeOf({ words }: Visit): number {
  return words.length
}

function alike(one: Visit, other: Visit): number {
  const known = new Set(other.words)
  const shared = one.words.filter((word) => known.has(word)).length
  return (2 * shared) / (sizeOf(one) + sizeOf(other))
}
