import type { Severity } from '../check.ts'
import type { Software } from '../derive/software.ts'
import { compareVersions, type Ecosystem } from '../derive/version-order.ts'
import { isSurelyIn, rangeOf, type SeenVersion } from '../derive/version-range.ts'
import type { Advisory, FeedStamp, Knowledge, Lifecycle } from './knowledge.ts'

/** A known flaw that a version has. The field names are the API's. */
export interface KnownFlaw {
  id: string
  cve: string | null
  severity: Severity
  summary: string
  /** The first version in which it is mended; null where there is none, or none is known. */
  fixed_in: string | null
  cvss: { vector: string; score: number } | null
  epss: { score: number; percentile: number; date: string } | null
  /** The day on which CISA listed it as exploited. */
  exploited_since: string | null
  references: readonly string[]
  /** Who tells of it, and of what day that is. */
  feeds: readonly FeedStamp[]
}

/** What is known of one entry of the list of software. */
export interface KnownOfSoftware {
  key: string
  version: string
  /** Worst first. */
  flaws: readonly KnownFlaw[]
  /** The line of releases that it is of. */
  lifecycle: (Lifecycle & { product: string; feed: FeedStamp }) | null
  /** The newest line that is mended, and its newest release. */
  newest: { line: string; latest: string } | null
}

const ORDER: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'info']
const MOST = 100 // flaws of one version that are listed

/** Holds a site's software against what is known. */
export function matchKnown(software: readonly Software[], knowledge: Knowledge): KnownOfSoftware[] {
  const keys = new Set(software.map(({ key }) => key))
  return software.flatMap((one) => {
    if (one.version === null) return []
    const seen: SeenVersion = { version: one.version, precision: one.precision ?? 'exact' }
    const flaws = flawsOf(one, seen, knowledge, keys)
    const lines = lifecycleOf(one, seen, knowledge)
    return [
      { key: one.key, version: one.version, flaws, lifecycle: lines?.lifecycle ?? null, newest: lines?.newest ?? null },
    ]
  })
}

function flawsOf(
  { packages }: Software,
  seen: SeenVersion,
  knowledge: Knowledge,
  keys: ReadonlySet<string>,
): KnownFlaw[] {
  const found = new Map<string, KnownFlaw>()
  for (const { ecosystem, name } of packages as readonly { ecosystem: Ecosystem; name: string }[]) {
    for (const { advisory, feed } of knowledge.advisories(ecosystem, name)) {
      if (advisory.with && !keys.has(advisory.with)) continue
      if (!isAffected(ecosystem, seen, advisory)) continue
      // Feeds call one flaw by different names; a CVE tells that it is one.
      for (const cve of advisory.cves.length > 0 ? advisory.cves : [null]) {
        const flaw = flawOf(ecosystem, seen, advisory, cve, feed, knowledge)
        const known = found.get(cve ?? flaw.id)
        found.set(cve ?? flaw.id, known ? joined(known, flaw) : flaw)
      }
    }
  }
  return [...found.values()].sort(worstFirst).slice(0, MOST)
}

function isAffected(ecosystem: Ecosystem, seen: SeenVersion, { ranges, versions = [] }: Advisory): boolean {
  if (isSurelyIn(ecosystem, seen, ranges)) return true
  return seen.precision === 'exact' && versions.some((one) => compareVersions(ecosystem, one, seen.version) === 0)
}

function flawOf(
  ecosystem: Ecosystem,
  seen: SeenVersion,
  advisory: Advisory,
  cve: string | null,
  feed: FeedStamp,
  knowledge: Knowledge,
): KnownFlaw {
  const { id, severity, summary, cvss, references } = advisory
  const epss = cve ? knowledge.epss(cve) : null
  const kev = cve ? knowledge.kev(cve) : null
  return {
    id,
    cve,
    severity,
    summary,
    fixed_in: rangeOf(ecosystem, seen.version, advisory.ranges)?.before ?? null,
    cvss,
    epss: epss && { score: epss.score, percentile: epss.percentile, date: epss.feed.date },
    exploited_since: kev?.added ?? advisory.kev ?? null,
    references,
    feeds: [feed],
  }
}

/** What a second feed adds: a missing figure, and that it says the same. */
function joined(known: KnownFlaw, other: KnownFlaw): KnownFlaw {
  return {
    ...known,
    severity:
      ORDER.indexOf(other.severity) < ORDER.indexOf(known.severity) && !known.cvss ? other.severity : known.severity,
    cvss: known.cvss ?? other.cvss,
    fixed_in: known.fixed_in ?? other.fixed_in,
    exploited_since: known.exploited_since ?? other.exploited_since,
    references: [...new Set([...known.references, ...other.references])].slice(0, 5),
    feeds: known.feeds.some(({ name }) => name === other.feeds[0]!.name)
      ? known.feeds
      : [...known.feeds, ...other.feeds],
  }
}

/** What is exploited before what may be, then by severity, then what is likelier, then by name. */
function worstFirst(a: KnownFlaw, b: KnownFlaw): number {
  return (
    ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) ||
    Number(b.exploited_since !== null) - Number(a.exploited_since !== null) ||
    (b.cvss?.score ?? 0) - (a.cvss?.score ?? 0) ||
    (b.epss?.score ?? 0) - (a.epss?.score ?? 0) ||
    (a.id < b.id ? 1 : -1)
  )
}

function lifecycleOf({ endoflife, version }: Software, seen: SeenVersion, knowledge: Knowledge) {
  const known = endoflife ? knowledge.lifecycles(endoflife) : null
  if (!known || version === null) return null
  const parts = seen.version.split('.')
  // `1.1.1k` is of the line `1.1.1`, as OpenSSL counts.
  const isOf = (line: string) => line.split('.').every((part, at) => parts[at]?.replace(/[a-z]+$/, '') === part)
  const [line] = known.lines.filter(({ line }) => isOf(line)).sort((a, b) => b.line.length - a.line.length)
  const mended = known.lines
    .filter((one): one is Lifecycle & { latest: string } => one.end === false && one.latest !== null)
    .sort((a, b) => compareVersions('generic', b.line, a.line))[0]
  return {
    lifecycle: line ? { ...line, product: endoflife!, feed: known.feed } : null,
    newest: mended ? { line: mended.line, latest: mended.latest } : null,
  }
}
