import type { Check } from './check.ts'
import type { Hit, Scope } from './evaluate.ts'
import type { EvidenceName } from './evidence.ts'

/**
 * What it takes to look at a place again: the page was judged; it was shown in a browser; the script file was read; the path
 * was asked for as an exposure, or as a copy of a page; the page was asked for as other visitors; the address was asked for by
 * anyone. A script of another site comes only through a browser.
 */
export type SightKind = 'page' | 'browser' | 'script' | 'foreign_script' | 'probe' | 'copy' | 'visit' | 'address'

/** Where a finding was seen: a later scan that does not find it can call it fixed only when it looked there again. */
export interface Sight {
  kind: SightKind
  url: string
  /** Of a script: the page that loads it. */
  page?: string
}

/** Evidence that comes from asking for one path after another, of which not all may have been asked for. */
const PROBED = { found_files: 'probe', found_copies: 'copy', visits: 'visit' } as const
/** Evidence that is summed up over all that a scan saw. */
const SUMMED: readonly EvidenceName[] = ['software', 'known']
/** A path that was made up to see an error page: the next scan makes up another. */
const MADE_UP = /\/lasthash-[0-9a-f]{8,}/

/** Where a hit was seen, or null when it is of the site as a whole: then the check's answer alone counts. */
export function sightOf(check: Check, scope: Scope | null, { fail, on }: Hit, origin: string): Sight | null {
  if (scope === 'script') return on && scriptSight(on)
  if (scope !== null) return on && { kind: scope, url: on.url }
  const { url } = fail.place
  if (!/^https?:/.test(url) || MADE_UP.test(url)) return null
  const needs = (names: readonly EvidenceName[]) => check.needs.some((need) => names.includes(need))
  if (needs(['listed'])) return { kind: 'page', url }
  for (const [name, kind] of Object.entries(PROBED)) if (needs([name as EvidenceName])) return { kind, url }
  if (!needs(SUMMED)) return null
  return { kind: siteOf(url) === siteOf(origin) ? 'address' : 'foreign_script', url }
}

function scriptSight({ url, page, third_party }: NonNullable<Hit['on']>): Sight {
  return { kind: third_party ? 'foreign_script' : 'script', url, ...(page !== undefined && { page }) }
}

/** The host; with its `www.` twin it is one site. */
function siteOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '')
}
