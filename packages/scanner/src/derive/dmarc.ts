import type { DnsEvidence } from '../evidence.ts'
import { defineDerivation } from '../source.ts'
import { parseTagList } from './tag-list.ts'

export type DmarcPolicy = 'none' | 'quarantine' | 'reject'

export interface DmarcRecord {
  raw: string
  /** What receivers do with forged mail; null when the record is so broken that they pass over it. */
  policy: DmarcPolicy | null
  /** For subdomains, and for subdomains that do not exist; as the policy where the record does not say. */
  subdomains: DmarcPolicy | null
  absent_subdomains: DmarcPolicy | null
  /** Share of forged mail that the policy holds for (RFC 7489; RFC 9989 drops it, many receivers still heed it). */
  percent: number
  /** `t=y`: receivers apply the policy one step lower (RFC 9989). */
  testing: boolean
  /** Where aggregate reports go: `mailto:` addresses, and what was written but is none. */
  reports: readonly string[]
  bad_reports: readonly string[]
  /** Tags with values that cannot be read, and pieces that are no tag. Receivers pass over them. */
  errors: readonly string[]
}

/** What `_dmarc` of the domain says. */
export interface Dmarc {
  /** Records that begin with the version. With more than one, receivers use none. */
  records: readonly DmarcRecord[]
  /** A text that was meant as a record, but does not begin as one. */
  unrecognized: string | null
}

const VERSION = /^v\s*=\s*DMARC1\s*(?:;|$)/
const MEANT = /^[\s"'“]*v\s*=\s*["']?dmarc/i
const POLICIES: ReadonlySet<string> = new Set<DmarcPolicy>(['none', 'quarantine', 'reject'])
/** Values of the tags that only tune a policy (RFC 9989 section 4.7, RFC 7489 section 6.3). */
const TUNING: Record<string, RegExp> = {
  adkim: /^[rs]$/i,
  aspf: /^[rs]$/i,
  fo: /^[01ds](?:\s*:\s*[01ds])*$/i,
  pct: /^(?:100|\d{1,2})$/,
  psd: /^[ynu]$/i,
  rf: /^[a-z]+(?:\s*:\s*[a-z]+)*$/i,
  ri: /^\d{1,10}$/,
  t: /^[yn]$/i,
}
const MAILTO = /^mailto:[^\s@,!]+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?:!\d+[kmgt]?)?$/i

/** Reads the TXT records at `_dmarc` (RFC 7489, RFC 9989); never throws. */
export function parseDmarc({ dmarc }: Pick<DnsEvidence, 'dmarc'>): Dmarc {
  const records = dmarc.records.filter((text) => VERSION.test(text)).map(parseRecord)
  const unrecognized = dmarc.records.find((text) => !VERSION.test(text) && MEANT.test(text)) ?? null
  return { records, unrecognized }
}

function parseRecord(raw: string): DmarcRecord {
  const { tags, errors: broken } = parseTagList(raw)
  const errors = [...broken]
  for (const [name, pattern] of Object.entries(TUNING)) {
    const value = tags.get(name)
    if (value !== undefined && !pattern.test(value)) errors.push(`${name}=${value}`)
  }
  const uris = listOf(tags.get('rua'))
  const reports = uris.filter((uri) => MAILTO.test(uri))
  const readable = ['p', 'sp', 'np'].every((name) => isPolicy(tags.get(name)) || (name !== 'p' && !tags.has(name)))
  // a policy that cannot be read counts as none where reports are wanted, else the record does not count (RFC 9989 section 4.7)
  const fallback: DmarcPolicy | null = reports.length > 0 ? 'none' : null
  const policy = readable ? policyOf(tags.get('p'))! : fallback
  const subdomains = readable ? (policyOf(tags.get('sp')) ?? policy) : fallback
  const pct = tags.get('pct')
  return {
    raw,
    policy,
    subdomains,
    absent_subdomains: readable ? (policyOf(tags.get('np')) ?? subdomains) : fallback,
    percent: pct !== undefined && TUNING.pct!.test(pct) ? Number(pct) : 100,
    testing: tags.get('t')?.toLowerCase() === 'y',
    reports,
    bad_reports: uris.filter((uri) => !MAILTO.test(uri)),
    errors,
  }
}

function listOf(value: string | undefined): string[] {
  return value === undefined
    ? []
    : value
        .split(',')
        .map((uri) => uri.trim())
        .filter((uri) => uri !== '')
}

function isPolicy(value: string | undefined): boolean {
  return value !== undefined && POLICIES.has(value.toLowerCase())
}

function policyOf(value: string | undefined): DmarcPolicy | null {
  return isPolicy(value) ? (value!.toLowerCase() as DmarcPolicy) : null
}

export default defineDerivation({ name: 'dmarc', needs: ['dns'], derive: ({ dns }) => parseDmarc(dns) })
