import type { DnsAnswer, DnsEvidence } from '../evidence.ts'
import { defineDerivation } from '../source.ts'
import { isSpf, parseSpfRecord, type Qualifier, type SpfMechanism, type SpfRecord } from './spf-record.ts'

/** What the domain's SPF says once its includes and redirects are followed as far as they were gathered. */
export interface Spf {
  /** All SPF records of the domain: with more than one, receivers use none (RFC 7208 section 4.5). */
  records: readonly SpfRecord[]
  /** Terms that ask DNS, over all records (RFC 7208 section 4.6.4), and those known to find nothing. */
  lookups: readonly string[]
  void_lookups: readonly string[]
  /** Faults in the own record and in those that it leads to, each with the domain whose record it stands in. */
  errors: readonly { domain: string; term: string; fault: 'syntax' | 'no_record' | 'many_records' | 'loop' }[]
  /** What befalls senders that no term names, and the term that says so; null where nothing says it, which is neutral. */
  fallback: { qualifier: Qualifier; raw: string } | null
  /** Terms that let a large part of the internet pass, such as `+all` or `ip4:0.0.0.0/1`, includes followed. */
  wide: readonly string[]
  /** `ptr` terms, whose use RFC 7208 section 5.5 warns against. */
  ptr: readonly string[]
}

/** Terms that cost a look-up. `redirect` does as well. */
const ASKING = new Set(['include', 'a', 'mx', 'ptr', 'exists'])
/** Networks larger than the largest that anyone was ever given. */
const LEAST_PREFIX4 = 8
const LEAST_PREFIX6 = 16
/** Terms looked at: two records that include each other ten times over would take for ever. */
const MOST_TERMS = 2_000

type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] }

/** Reads the records in `dns`. Answers that are missing or failed count as one look-up whose result is not known. */
export function parseSpf(dns: Pick<DnsEvidence, 'domain' | 'txt' | 'mx' | 'spf_includes'>): Spf {
  const records = dns.txt.records.filter(isSpf).map(parseSpfRecord)
  const spf: Writable<Spf> = { records, lookups: [], void_lookups: [], errors: [], fallback: null, wide: [], ptr: [] }
  const own = records[0]
  if (!own) return spf
  const domain = dns.domain.toLowerCase()
  const known = new Map(Object.entries(dns.spf_includes))
  const no_mx = dns.mx.status === 'nodata'
  walk({ spf, known, domain, no_mx, left: MOST_TERMS }, own, { path: [domain], passing: true })
  spf.fallback = fallbackOf(own, known, [domain])
  return spf
}

interface Walk {
  spf: Writable<Spf>
  known: ReadonlyMap<string, DnsAnswer<string>>
  domain: string
  no_mx: boolean
  left: number
}

interface Position {
  /** The domains that led here, the record's own last. */
  path: readonly string[]
  /** Whether a pass here is a pass of the whole: not so behind `?include:`. */
  passing: boolean
}

function walk(walking: Walk, record: SpfRecord, at: Position): void {
  const { spf } = walking
  const domain = at.path.at(-1)!
  for (const term of record.errors) spf.errors.push({ domain, term, fault: 'syntax' })
  for (const mechanism of heeded(record)) {
    if (walking.left-- <= 0) return
    if (ASKING.has(mechanism.name)) spf.lookups.push(mechanism.raw)
    if (mechanism.name === 'ptr') spf.ptr.push(mechanism.raw)
    const passing = at.passing && mechanism.qualifier === '+'
    if (passing && isWide(mechanism)) spf.wide.push(mechanism.raw)
    if (mechanism.name === 'mx' && walking.no_mx && (mechanism.value ?? domain) === walking.domain)
      spf.void_lookups.push(mechanism.raw)
    if (mechanism.name === 'include') follow(walking, mechanism.value!, mechanism.raw, { path: at.path, passing })
  }
  if (record.redirect === null || hasAll(record)) return
  spf.lookups.push(`redirect=${record.redirect}`)
  follow(walking, record.redirect, `redirect=${record.redirect}`, at)
}

function follow(walking: Walk, name: string, term: string, { path, passing }: Position): void {
  const { spf, known } = walking
  const domain = path.at(-1)!
  if (path.includes(name)) {
    spf.errors.push({ domain, term, fault: 'loop' })
    return
  }
  const answer = known.get(name)
  if (!answer || answer.status === 'failed') return
  if (answer.status !== 'answered') spf.void_lookups.push(term)
  const records = answer.records.filter(isSpf)
  if (records.length !== 1) {
    spf.errors.push({ domain, term, fault: records.length === 0 ? 'no_record' : 'many_records' })
    return
  }
  walk(walking, parseSpfRecord(records[0]!), { path: [...path, name], passing })
}

/** Terms after `all` are never tested (RFC 7208 section 5.1). */
function heeded({ mechanisms }: SpfRecord): readonly SpfMechanism[] {
  const all = mechanisms.findIndex(({ name }) => name === 'all')
  return all < 0 ? mechanisms : mechanisms.slice(0, all + 1)
}

function hasAll({ mechanisms }: SpfRecord): boolean {
  return mechanisms.some(({ name }) => name === 'all')
}

function isWide({ name, value, prefix4, prefix6 }: SpfMechanism): boolean {
  if (name === 'all') return true
  const asksName = name === 'a' || name === 'mx'
  if (!asksName && name !== 'ip4' && name !== 'ip6') return false
  // a network inside the space that is not in use lets nobody in
  if (name === 'ip6' && value !== null && !/^(?:::|[23])/.test(value)) return false
  return (prefix4 ?? 32) < LEAST_PREFIX4 || (prefix6 ?? 128) < LEAST_PREFIX6
}

function fallbackOf(
  record: SpfRecord,
  known: ReadonlyMap<string, DnsAnswer<string>>,
  path: readonly string[],
): Spf['fallback'] {
  const all = record.mechanisms.find(({ name }) => name === 'all')
  if (all) return { qualifier: all.qualifier, raw: all.raw }
  const name = record.redirect
  if (name === null || path.includes(name)) return null
  const [next] = known.get(name)?.records.filter(isSpf) ?? []
  return next === undefined ? null : fallbackOf(parseSpfRecord(next), known, [...path, name])
}

export default defineDerivation({ name: 'spf', needs: ['dns'], derive: ({ dns }) => parseSpf(dns) })
