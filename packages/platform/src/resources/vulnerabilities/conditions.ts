import { catalogue } from '@lasthash/scanner'
import { type ExpressionWrapper, expressionBuilder, type SqlBool, sql } from 'kysely'
import type { Schema, VulnerabilitiesTable } from '../../db/schema.ts'
import { newId, TIME_CHARACTERS } from '../../identifier.ts'
import type { VulnerabilityRow } from './schema.ts'

/** How much later than it was first seen a vulnerability is written down, and gets its id: a scan may take that long. */
const LONGEST_SCAN = 2 * 3_600_000 // milliseconds

export interface VulnerabilityFilter {
  severity?: VulnerabilitiesTable['severity']
  status?: VulnerabilityRow['status']
  confidence?: VulnerabilitiesTable['confidence']
  type?: string
  check?: string
  website_id?: string
  tag?: string
  cve?: string
  kev?: 'true' | 'false'
  assigned_to?: string
  first_seen_after?: string
  first_seen_before?: string
  q?: string
}

export type Condition = ExpressionWrapper<Schema, 'vulnerabilities', SqlBool>

/** What a row must be like: one condition for each filter that is given. */
export function conditionsOf(filter: VulnerabilityFilter): Condition[] {
  const eb = expressionBuilder<Schema, 'vulnerabilities'>()
  const { severity, status, confidence, type, check, website_id, tag, cve, kev, assigned_to, q } = filter
  const { first_seen_after: after, first_seen_before: before } = filter
  const all: Condition[] = []
  if (severity !== undefined) all.push(eb('vulnerabilities.severity', '=', severity))
  if (status !== undefined) all.push(eb('vulnerabilities.status', '=', status))
  if (confidence !== undefined) all.push(eb('vulnerabilities.confidence', '=', confidence))
  if (type !== undefined) all.push(eb('vulnerabilities.type', '=', type))
  if (check !== undefined) all.push(eb('vulnerabilities.check', '=', check))
  if (website_id !== undefined) all.push(eb('vulnerabilities.website_id', '=', website_id))
  if (cve !== undefined) all.push(eb('vulnerabilities.cve', '=', cve.toUpperCase()))
  // As the index of those says it: a value that is given apart would not be known when it is chosen.
  if (kev === 'true') all.push(sql<boolean>`vulnerabilities.known_exploited` as unknown as Condition)
  if (kev === 'false') all.push(eb('vulnerabilities.known_exploited', '=', false))
  if (assigned_to !== undefined) all.push(eb('vulnerabilities.assignee', '=', assigned_to))
  if (tag !== undefined) all.push(hasTag(tag))
  if (q !== undefined) all.push(speaksOf(q))
  // Ids sort by time, and lists are read in their order: they bound what is read.
  if (after !== undefined) {
    all.push(eb('vulnerabilities.first_seen_at', '>=', new Date(after)))
    all.push(eb('vulnerabilities.id', '>=', idAt(Date.parse(after))))
  }
  if (before !== undefined) {
    all.push(eb('vulnerabilities.first_seen_at', '<', new Date(before)))
    all.push(eb.or([newestTimely(before), isUntimely()]))
  }
  return all
}

/** No row that was first seen before has a later id, unless it is untimely. */
export function newestTimely(before: string): Condition {
  return expressionBuilder<Schema, 'vulnerabilities'>()(
    'vulnerabilities.id',
    '<',
    idAt(Date.parse(before) + LONGEST_SCAN),
  )
}

/** Its id does not tell when it was first seen: a part of another, or a sample of test mode. In the words of their index. */
export function isUntimely(): Condition {
  return sql<boolean>`(vulnerabilities.split_from IS NOT NULL OR vulnerabilities.id >= 'vuln_8')` as unknown as Condition
}

function idAt(time: number): string {
  return newId('vuln', Math.max(0, time)).slice(0, 'vuln_'.length + TIME_CHARACTERS)
}

function hasTag(tag: string): Condition {
  const eb = expressionBuilder<Schema, 'vulnerabilities'>()
  return eb.exists(
    eb
      .selectFrom('website_tags')
      .select('website_tags.website_id')
      .whereRef('website_tags.organization_id', '=', 'vulnerabilities.organization_id')
      .whereRef('website_tags.website_id', '=', 'vulnerabilities.website_id')
      .where('website_tags.tag', '=', tag),
  ) as unknown as Condition
}

/** A CVE, or words that are all in a title or a check's id: looked up in the catalogue, so that no row's text is read. */
function speaksOf(q: string): Condition {
  const eb = expressionBuilder<Schema, 'vulnerabilities'>()
  const named = titled(q)
  if (named === null) return eb('vulnerabilities.cve', '=', q.trim().toUpperCase())
  const pairs = named.map(({ check, outcome }) => `${check} ${outcome}`)
  return sql<boolean>`vulnerabilities."check" || ' ' || vulnerabilities.outcome = ANY (${pairs}::text[])` as unknown as Condition
}

/** The outcomes of checks whose title or check's id has all the words; null when a CVE is meant. */
export function titled(q: string): { check: string; outcome: string }[] | null {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 1 && /^cve-\d/.test(words[0]!)) return null
  return outcomes().filter(({ text }) => words.every((word) => text.includes(word)))
}

let known: { check: string; outcome: string; text: string }[] | undefined

function outcomes() {
  known ??= catalogue().flatMap(({ id, outcomes }) =>
    outcomes.map(({ outcome, title }) => ({ check: id as string, outcome, text: `${title} ${id}`.toLowerCase() })),
  )
  return known
}
