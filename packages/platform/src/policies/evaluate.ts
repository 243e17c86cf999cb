import { SEVERITIES } from '@lasthash/scanner'
import type { Condition } from './condition.ts'

/** What a policy knows of a vulnerability, as one scan saw it. */
export interface VulnerabilityFacts {
  id: string
  severity: string
  confidence: string
  type: string
  /** Accepted, or marked as false. */
  muted: boolean
  is_new: boolean
  kev: boolean
  age_days: number
  /** Requirements by framework. */
  compliance: Record<string, string[]>
}

/** What a policy knows of a scan. */
export interface ScanFacts {
  score: number
  /** Of the last comparable scan; null where there is none. */
  score_before: number | null
  website_tags: readonly string[]
  website_criticality: string
  vulnerabilities: readonly VulnerabilityFacts[]
}

export interface Reason {
  /** One sentence. */
  detail: string
  /** The vulnerabilities that it is because of, worst first: at most 50, and the count of all. */
  vulnerability_ids: string[]
  vulnerability_count: number
}

export interface Verdict {
  passed: boolean
  /** One for each alternative of the condition that is met. */
  reasons: Reason[]
}

const NAMED = 50
const CRITICALITIES = ['low', 'medium', 'high', 'critical']
const CONFIDENCES = ['confirmed', 'firm', 'tentative']

/** Whether a scan fails, and why. Pure: the same facts always give the same verdict. */
export function evaluate(condition: Condition, facts: ScanFacts): Verdict {
  const reasons = alternativesOf(condition).flatMap((one) => reasonFor(one, facts) ?? [])
  return { passed: reasons.length === 0, reasons }
}

/** The alternatives of an `any` are told apart, where nothing else is asked beside it. */
function alternativesOf(condition: Condition): Condition[] {
  const { any, ...rest } = condition
  return any && Object.keys(rest).length === 0 ? any.flatMap(alternativesOf) : [condition]
}

function reasonFor(condition: Condition, facts: ScanFacts): Reason | null {
  const words = wordsFor(condition, facts)
  // Met by the scan itself, whatever was found.
  if (holds(condition, facts, null))
    return { detail: `${capital(words)}.`, vulnerability_ids: [], vulnerability_count: 0 }
  const offenders = facts.vulnerabilities
    .filter((one) => counts(condition, one) && holds(condition, facts, one))
    .sort((a, b) => rank(a.severity) - rank(b.severity))
  if (offenders.length === 0) return null
  const count = offenders.length
  return {
    detail: `${count} ${count === 1 ? 'vulnerability' : 'vulnerabilities'}: ${words}.`,
    vulnerability_ids: offenders.slice(0, NAMED).map(({ id }) => id),
    vulnerability_count: count,
  }
}

/** What was decided about counts no more; what is not sure, or costs nothing, only where it is asked for by name. */
function counts(condition: Condition, { muted, confidence, severity }: VulnerabilityFacts): boolean {
  if (muted) return false
  if (confidence === 'tentative' && !mentions(condition, (one) => one.confidence === 'tentative')) return false
  return severity !== 'info' || mentions(condition, (one) => one.severity === 'info')
}

function mentions(condition: Condition, test: (one: Condition) => boolean): boolean {
  return test(condition) || [...(condition.all ?? []), ...(condition.any ?? [])].some((one) => mentions(one, test))
}

/** Without a vulnerability, what asks for one is not met. */
function holds(condition: Condition, facts: ScanFacts, one: VulnerabilityFacts | null): boolean {
  const { all, any, ...fields } = condition
  if (all && !all.every((part) => holds(part, facts, one))) return false
  if (any && !any.some((part) => holds(part, facts, one))) return false
  return (Object.keys(fields) as (keyof typeof fields)[]).every((name) => meets(name, fields, facts, one))
}

function meets(
  name: keyof Omit<Condition, 'all' | 'any'>,
  wanted: Condition,
  { score, score_before, website_tags, website_criticality }: ScanFacts,
  one: VulnerabilityFacts | null,
): boolean {
  switch (name) {
    case 'score_below':
      return score < wanted.score_below!
    case 'score_dropped_by':
      return score_before !== null && score_before - score >= wanted.score_dropped_by!
    case 'website_tags':
      return wanted.website_tags!.some((tag) => website_tags.includes(tag))
    case 'website_criticality':
      return CRITICALITIES.indexOf(website_criticality) >= CRITICALITIES.indexOf(wanted.website_criticality!)
  }
  if (!one) return false
  switch (name) {
    case 'severity':
      return rank(one.severity) <= rank(wanted.severity!)
    case 'confidence':
      return CONFIDENCES.indexOf(one.confidence) <= CONFIDENCES.indexOf(wanted.confidence!)
    case 'new':
      return one.is_new === wanted.new
    case 'type':
      return (wanted.type as string[]).includes(one.type)
    case 'kev':
      return one.kev === wanted.kev
    case 'age_days':
      return one.age_days >= wanted.age_days!
    case 'compliance': {
      const found = one.compliance[wanted.compliance!.framework] ?? []
      const { requirements } = wanted.compliance!
      return requirements ? requirements.some((number) => found.includes(number)) : found.length > 0
    }
  }
}

function rank(severity: string): number {
  return (SEVERITIES as readonly string[]).indexOf(severity)
}

/** The condition in words. */
function wordsFor(condition: Condition, facts: ScanFacts): string {
  const { all, any, ...wanted } = condition
  const { severity, confidence, type, kev, age_days, compliance, website_tags } = wanted
  const words = [
    severity && (severity === 'critical' ? 'critical' : `${severity} or worse`),
    wanted.new === undefined ? null : wanted.new ? 'new' : 'known before',
    confidence && (confidence === 'confirmed' ? 'confirmed' : `${confidence} or surer`),
    type && `of type ${type.join(' or ')}`,
    kev === undefined ? null : kev ? 'known to be exploited' : 'not known to be exploited',
    age_days && `known for ${age_days} days or longer`,
    compliance &&
      `speaks to ${compliance.framework}${compliance.requirements ? ` ${compliance.requirements.join(' or ')}` : ''}`,
    wanted.score_below && `the score is ${facts.score}, below ${wanted.score_below}`,
    wanted.score_dropped_by &&
      `the score has dropped from ${facts.score_before ?? 'nothing'} to ${facts.score}, by ${wanted.score_dropped_by} or more`,
    website_tags && `the website is tagged ${website_tags.join(' or ')}`,
    wanted.website_criticality &&
      `the website’s criticality is ${facts.website_criticality}, ${wanted.website_criticality} or more`,
    ...(all ?? []).map((one) => wordsFor(one, facts)),
    any && `(${any.map((one) => wordsFor(one, facts)).join('; or ')})`,
  ]
  return words.filter((word) => word).join(', ')
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
