import type { ReportData, ReportWebsite } from '@lasthash/reports'
import { rfc3339 } from '@lasthash/scanner'
import type { Kysely, Selectable } from 'kysely'
import { assess } from '../compliance/assessment.ts'
import { findFramework } from '../compliance/requirements.ts'
import type { Schema, WebsitesTable } from '../db/schema.ts'
import type { ReportRow } from '../resources/reports/schema.ts'
import type { ReportSummary } from '../resources/reports/spec.ts'
import { diff } from '../resources/scans/diff.ts'
import { textsWithProofs } from '../resources/scans/evidence.ts'
import { areResultsExpired, toScan } from '../resources/scans/schema.ts'
import { findCoverage, findScan, listSeen, type Scan } from '../resources/scans/store.ts'
import { findGroup } from '../resources/website-groups/store.ts'
import type { BlobStore } from '../storage/blob-store.ts'
import { summaryOf } from './summary.ts'
import { type ComparedPart, compared, isOfEarlier, ofScan, ofWebsites, type TextRow } from './vulnerabilities.ts'
import { activityOf, historyOf, lastScans, lastTwo, websitesOf } from './websites.ts'

const DAY = 86_400_000 // milliseconds
const MOST_WEBSITES = 10_000 // in one report; all of them are held at once
const FULL_DETAIL = 20 // websites up to which each is told of with its coverage and its whole history
const LONG_HISTORY = 400 // scans of one website
const SHORT_HISTORY = 60

/** What is to be made; `id` is null where nobody keeps it. */
export type Asked = { id: string | null } & Pick<
  ReportRow,
  | 'kind'
  | 'format'
  | 'language'
  | 'title'
  | 'website_id'
  | 'scan_id'
  | 'baseline_scan_id'
  | 'group_id'
  | 'tag'
  | 'framework'
  | 'filter'
  | 'period_days'
>

/** Why a report cannot be made, however often it is tried. */
export class ReportRefused extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** All that a report is made from; vulnerabilities come as they are read. */
export interface Gathered {
  head: Omit<ReportData, 'vulnerabilities' | 'comparison'>
  rows: () => AsyncGenerator<TextRow[], void>
  comparison: {
    head: Pick<NonNullable<ReportData['comparison']>, 'website' | 'from' | 'to' | 'comparable'>
    rows: () => AsyncGenerator<ComparedPart[], void>
  } | null
  summary: ReportSummary
}

interface Inside {
  db: Kysely<Schema>
  organizationId: string
  publicUrl: string
  blobs: BlobStore
}

/** Reads what a report tells of, as it is now. Throws `ReportRefused`. */
export async function gather(inside: Inside, report: Asked, now = new Date()): Promise<Gathered> {
  const { db, organizationId } = inside
  if (report.kind === 'comparison') return await gatherComparison(inside, report, now)
  const scan = report.scan_id === null ? null : await keptScan(inside, report.scan_id)
  const websites = await websitesOf(db, organizationId, scanScope(report, scan), MOST_WEBSITES + 1)
  refuseUnless(
    websites.length <= MOST_WEBSITES,
    'too_many_websites',
    `A report tells of ${MOST_WEBSITES} websites at most: choose a group or a tag.`,
  )
  if (report.website_id !== null || scan)
    refuseUnless(
      websites.length === 1,
      'website_gone',
      `There is no website ${report.website_id ?? scan!.website_id} any more.`,
    )
  const period = periodOf(report, scan?.completed_at ?? now)
  const told = await tell(inside, websites, scan, period)
  const { filter } = report
  const scope = { ids: isWhole(report) ? null : websites.map(({ id }) => id) }
  return {
    head: {
      ...headOf(report, now),
      scope: await scopeName(inside, report),
      period: shownPeriod(period),
      websites: told,
      ...(report.kind === 'compliance' && { compliance: await assessed(inside, report, told, now) }),
    },
    rows: () => (scan ? seenBy(inside, scan.id, filter) : ofWebsites(db, organizationId, scope, filter)),
    comparison: null,
    summary: summaryOf(websites, scan),
  }
}

/** The framework held against the websites of the report. Throws `ReportRefused` for one that this version does not know. */
async function assessed(inside: Inside, report: Asked, told: readonly ReportWebsite[], now: Date) {
  const framework = findFramework(report.framework ?? '')
  refuseUnless(framework !== undefined, 'framework_unknown', `There is no framework ${report.framework}.`)
  const websites = told.flatMap(({ id, name, url }) => (id === null ? [] : [{ id, name, url }]))
  const [only] = websites
  const scope =
    websites.length === 1 && only
      ? { kind: 'website' as const, id: only.id, name: only.name }
      : {
          kind: report.group_id ? ('group' as const) : ('organization' as const),
          id: report.group_id ?? inside.organizationId,
          name: (await scopeName(inside, report)) ?? 'All websites',
        }
  return assess(inside.db, inside.organizationId, framework!, { scope, websites }, now)
}

async function gatherComparison(inside: Inside, report: Asked, now: Date): Promise<Gathered> {
  const { db, organizationId, publicUrl } = inside
  const { website_id, scan_id, baseline_scan_id } = report
  let pair: [string, string] | null = scan_id === null ? null : [baseline_scan_id!, scan_id]
  pair ??= await lastTwo(db, organizationId, website_id!)
  refuseUnless(
    pair !== null,
    'too_few_scans',
    'There are no two scans of the website of one type yet: nothing can be compared.',
  )
  const [from, to] = [await keptScan(inside, pair![0]), await keptScan(inside, pair![1])]
  const [website] = await websitesOf(db, organizationId, { website_id: to.website_id, group_id: null, tag: null }, 1)
  refuseUnless(website !== undefined, 'website_gone', `There is no website ${to.website_id} any more.`)
  const [before, after] = [await listSeen(db, organizationId, from.id), await listSeen(db, organizationId, to.id)]
  const coverage = await findCoverage(db, organizationId, to.id)
  const differences = diff({ id: from.id, seen: before }, { seen: after }, coverage ?? { checks: [] })
  const period = periodOf(report, to.completed_at ?? now)
  const [told] = await tell(inside, [website!], to, period)
  const { id, name, url } = website!
  return {
    head: { ...headOf(report, now), scope: null, period: shownPeriod(period), websites: [told!] },
    async *rows() {},
    comparison: {
      head: {
        website: { id, name, url },
        from: toScan(from, publicUrl),
        to: toScan(to, publicUrl),
        comparable: from.scan_type === to.scan_type && from.score_version === to.score_version,
      },
      rows: () => comparedParts(inside, { from: from.id, to: to.id }, differences, report.filter),
    },
    summary: summaryOf([website!], to),
  }
}

async function* seenBy({ db, organizationId, blobs }: Inside, scanId: string, filter: Asked['filter']) {
  const withProofs = textsWithProofs(blobs, organizationId)
  for await (const rows of ofScan(db, organizationId, scanId, filter)) yield await withProofs(scanId, rows)
}

async function* comparedParts({ db, organizationId, blobs }: Inside, ...given: Tail<typeof compared>) {
  const [{ from, to }] = given
  const withProofs = textsWithProofs(blobs, organizationId)
  for await (const parts of compared(db, organizationId, ...given)) {
    // All of a batch are of one list, so of one scan.
    const scanId = isOfEarlier(parts[0]!.part) ? from : to
    const rows = await withProofs(
      scanId,
      parts.map(({ row }) => row),
    )
    yield parts.map(({ part }, index) => ({ part, row: rows[index]! }))
  }
}

type Tail<F> = F extends (db: never, organizationId: never, ...rest: infer R) => unknown ? R : never

function headOf({ id, title }: Asked, now: Date) {
  return { id, title, generated_at: rfc3339(now) }
}

function scanScope({ website_id, group_id, tag }: Asked, scan: Scan | null) {
  return scan ? { website_id: scan.website_id, group_id: null, tag: null } : { website_id, group_id, tag }
}

function isWhole({ website_id, group_id, tag }: Asked): boolean {
  return website_id === null && group_id === null && tag === null
}

async function scopeName({ db, organizationId }: Inside, { group_id, tag }: Asked): Promise<string | null> {
  if (group_id === null) return tag
  const group = await findGroup(db, organizationId, group_id)
  refuseUnless(group !== undefined, 'group_gone', `There is no group ${group_id} any more.`)
  return group!.name
}

async function keptScan({ db, organizationId }: Inside, id: string): Promise<Scan> {
  const scan = await findScan(db, organizationId, id)
  refuseUnless(scan?.status === 'done', 'scan_gone', `There is no scan ${id} any more.`)
  refuseUnless(!areResultsExpired(scan!), 'results_expired', `What the scan ${id} found is kept no longer.`)
  return scan!
}

interface Span {
  from: Date
  to: Date
}

function periodOf({ period_days }: Asked, to: Date): Span {
  return { from: new Date(to.getTime() - period_days * DAY), to }
}

function shownPeriod({ from, to }: Span) {
  return { from: rfc3339(from), to: rfc3339(to) }
}

/** With `scan`, as it was then; otherwise each as its last scan left it. */
async function tell(
  { db, organizationId, publicUrl }: Inside,
  websites: readonly Selectable<WebsitesTable>[],
  scan: Scan | null,
  period: Span,
): Promise<ReportWebsite[]> {
  const ids = websites.map(({ id }) => id)
  const few = websites.length <= FULL_DETAIL
  const [scans, history, activity] = [
    scan ? new Map([[scan.website_id, scan]]) : await lastScans(db, organizationId, ids),
    await historyOf(db, organizationId, ids, period, few ? LONG_HISTORY : SHORT_HISTORY),
    await activityOf(db, organizationId, ids, period),
  ]
  const told: ReportWebsite[] = []
  for (const { id, name, url } of websites) {
    const last = scans.get(id)
    const coverage = few && last ? await findCoverage(db, organizationId, last.id) : undefined
    told.push({
      ...{ id, name, url },
      scan: last ? toScan(last, publicUrl) : null,
      coverage: coverage ?? null,
      history: history.get(id) ?? [],
      activity: activity.get(id) ?? { new: 0, fixed: 0, reopened: 0, mean_time_to_fix: null },
    })
  }
  return told
}

function refuseUnless(holds: boolean, code: string, message: string): void {
  if (!holds) throw new ReportRefused(code, message)
}
