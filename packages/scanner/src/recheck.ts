import type { Check } from './check.ts'
import { checks as allChecks } from './checks/index.ts'
import { type Gathered, scopeOf, scopesOf } from './evaluate.ts'
import type { EvidenceName, ExposureEvidence, VisitorsEvidence } from './evidence.ts'
import { builtinKnowledge } from './feeds/builtin.ts'
import { type Finding, MAX_LOCATIONS } from './finding.ts'
import { type PlaceSeen, revisiting } from './gather/crawl/revisit.ts'
import { logIn, lossOf } from './gather/login.ts'
import { LookedAt } from './looked-at.ts'
import { openNet } from './net/open.ts'
import { type Plan, planScan } from './plan.ts'
import type { CheckResult } from './result.ts'
import { type Assessed, runPlan } from './run.ts'
import { BUDGETS, ScanError, type ScanOptions, targetOf } from './scan.ts'
import { sources as allSources } from './sources.ts'

const TIME_LIMIT = 60_000 // milliseconds; most take one or two seconds
/** Evidence that is made of everything a scan saw: whoever asks for it needs all that tells of software. */
const SUMMED: readonly EvidenceName[] = ['software', 'known', 'listed']
const TELLING: readonly EvidenceName[] = [
  'page_software',
  'script_software',
  'browser_software',
  'cms_software',
  'error_software',
]

export interface RecheckOptions
  extends Pick<
    ScanOptions,
    | 'url'
    | 'scanId'
    | 'signal'
    | 'timeLimit'
    | 'allowPrivate'
    | 'dnsServers'
    | 'resolve'
    | 'headers'
    | 'perSecond'
    | 'concurrency'
    | 'login'
    | 'knowledge'
    | 'rdapBootstrap'
    | 'crawl'
    | 'userAgentSuffix'
  > {
  /** As a scan gave it. */
  finding: Pick<
    Finding,
    'check' | 'fingerprint' | 'locations' | 'location_count' | 'seen_in' | 'proof' | 'software' | 'fingerprint_inputs'
  >
}

export interface Recheck {
  /** `not_tested` wherever it cannot be said for sure that it is gone; `reason` says why. */
  result: 'still_there' | 'fixed' | 'not_tested'
  reason: string
  /** As it shows now, where it is still there. */
  finding: Finding | null
  /** What the check answered; null when it could not be asked at all. */
  check: CheckResult | null
  requests: number
}

/**
 * Asks the check of one finding again, at the places where the finding showed, and gathers nothing else. Never throws for
 * what the target does: a target that gives no answer is `not_tested`. Throws `ScanError` for an address that is malformed
 * or refused, and `aborted`.
 */
export async function recheck(options: RecheckOptions): Promise<Recheck> {
  const { finding, login } = options
  const check = allChecks.find(({ id }) => id === finding.check)
  const untestable = check ? whyNever(check) : `There is no check ${finding.check} any more.`
  if (!check || untestable) return { ...NOT_TESTED, reason: untestable! }
  const target = targetOf(options)
  const places = placesOf(finding)
  const seen = new Map<string, PlaceSeen>()
  const plan = planRecheck(check, places, seen, options.crawl?.browser ?? true)
  const limit = AbortSignal.timeout(options.timeLimit ?? TIME_LIMIT)
  const signal = options.signal ? AbortSignal.any([options.signal, limit]) : limit
  const net = openNet({
    ...options,
    target,
    budget: BUDGETS.full,
    signal,
    login: login && { logIn: (send) => logIn(send, login, target.url), isLost: lossOf(login, target.url) },
  })
  try {
    const given: Gathered = {
      scan: { ok: true, value: { type: 'full', started_at: Date.now(), crawl: options.crawl, places } },
      target: { ok: true, value: target },
      previous: { ok: true, value: { script_hosts: null } },
    }
    const knowledge = options.knowledge ?? builtinKnowledge()
    const assessed = await runPlan(plan, given, target, net, signal, knowledge, new LookedAt(), undefined)
    if (options.signal?.aborted) throw new ScanError('aborted', 'The check was canceled.')
    return { ...judged(check, finding, assessed, seen), requests: net.spent().requests }
  } finally {
    net.close()
  }
}

const NOT_TESTED: Recheck = { result: 'not_tested', reason: '', finding: null, check: null, requests: 0 }

/** Checks that no second look can answer. */
function whyNever({ id, needs }: Check): string | null {
  return needs.includes('previous') ? `${id} compares a scan with the one before: only a scan can tell.` : null
}

function planRecheck(check: Check, places: readonly string[], seen: Map<string, PlaceSeen>, browser: boolean): Plan {
  const summed = needsAny(check, SUMMED)
  const scoped = scopeOf(check, scopesOf(allSources)) !== null
  const revisit = revisiting({ places: summed || scoped ? places : [], browser: summed && browser }, seen)
  // The crawl reads script files, too, so what quick scans have for that is not needed.
  const sources = allSources.map((source) => (source.name === 'crawl' ? revisit : source))
  const wanted = summed ? { ...check, needs: [...check.needs, ...TELLING] } : check
  const { gatherers } = planScan('full', [wanted], sources)
  return { checks: [check], gatherers }
}

/** Where it must be looked for: the pages and scripts that showed it, which its places need not be themselves. */
function placesOf({ seen_in, locations }: Pick<Finding, 'seen_in' | 'locations'>): string[] {
  return [...new Set((seen_in ?? locations).map(({ url }) => url))]
}

function needsAny({ needs }: Check, names: readonly EvidenceName[]): boolean {
  return needs.some((need) => names.includes(need))
}

function judged(
  check: Check,
  before: RecheckOptions['finding'],
  { gathered, findings, coverage }: Assessed,
  seen: ReadonlyMap<string, PlaceSeen>,
): Omit<Recheck, 'requests'> {
  const result = coverage.checks.find((one) => one.check === check.id) ?? null
  const finding = findings.find(({ fingerprint }) => fingerprint === before.fingerprint) ?? null
  if (finding) return { result: 'still_there', reason: '', finding, check: result }
  const no = (reason: string) => ({ result: 'not_tested' as const, reason, finding: null, check: result })
  const { page } = gathered
  if (!page?.ok) return no(page?.reason ?? 'The start page gave no answer.')
  if (!result || result.status === 'not_gathered' || result.status === 'error')
    return no(result?.reason || 'The check could not be asked.')
  const missing = whyNotSeen(check, before, { gathered, coverage }, seen)
  return missing ? no(missing) : { result: 'fixed', reason: '', finding: null, check: result }
}

/** What keeps a good answer from meaning that the fault is gone. */
function whyNotSeen(
  check: Check,
  finding: RecheckOptions['finding'],
  { gathered, coverage }: Pick<Assessed, 'gathered' | 'coverage'>,
  seen: ReadonlyMap<string, PlaceSeen>,
): string | null {
  const { locations, location_count, seen_in, proof, software } = finding
  const isCut = seen_in ? seen_in.length >= MAX_LOCATIONS : location_count > locations.length
  if (isCut)
    return `It showed at ${location_count} places, of which only the first are known, and clean now: a scan looks at all of them.`
  const places = placesOf(finding)
  if (needsAny(check, SUMMED)) {
    const browser = gathered.crawl?.ok ? gathered.crawl.value.browser : null
    const known = coverage.software?.some(({ key }) => key === software?.key)
    if (software && !known && !browser?.used)
      return `${software.name} shows no more, and no browser was there to look for it (${browser?.reason ?? 'not asked for'}).`
    return firstUnreached(places, seen)
  }
  if (scopeOf(check, scopesOf(allSources)) !== null) {
    if (!seen_in && proof.request === null && !places.every((url) => seen.get(url)?.seen === 'gone'))
      return 'Which page showed it is not known: a scan looks at all of them.'
    return firstUnreached(places, seen)
  }
  return unasked(places, gathered)
}

function firstUnreached(places: readonly string[], seen: ReadonlyMap<string, PlaceSeen>): string | null {
  for (const url of places) {
    const what = seen.get(url)
    if (!what) return `${url} was not looked at.`
    if (what.seen === 'unreached') return `${url} could not be judged: ${what.reason}.`
  }
  return null
}

/** Places that a source with many of them did not ask for; null where none did, or the check is about the site as such. */
function unasked(places: readonly string[], gathered: Gathered): string | null {
  const asked = new Set<string>()
  let many = false
  for (const source of ['exposures', 'page_copies'] as const) {
    const settled = gathered[source]
    if (!settled?.ok) continue
    many = true
    const { probes } = settled.value as ExposureEvidence
    for (const { exchange } of probes) asked.add(exchange.request.url)
  }
  if (gathered.visitors?.ok) {
    many = true
    for (const { url } of (gathered.visitors.value as VisitorsEvidence).pages) asked.add(url)
  }
  const missing = many ? places.find((url) => !asked.has(url)) : undefined
  return missing === undefined ? null : `${missing} gave no answer.`
}
