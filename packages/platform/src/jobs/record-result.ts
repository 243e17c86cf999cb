import { type Finding, LookedAt, MAX_LOCATIONS, type ScanResult, type Score, score, testerOf } from '@lasthash/scanner'
import { type Kysely, sql } from 'kysely'
import { jsonb } from '../db/jsonb.ts'
import type { Schema } from '../db/schema.ts'
import type { NewEvent } from '../events/record.ts'
import { newId } from '../identifier.ts'
import { type Cause, oncePerCause, rootsNotTested, sortOut } from '../resources/vulnerabilities/causes.ts'
import { isKnownExploited, toVulnerability, type VulnerabilityRow } from '../resources/vulnerabilities/schema.ts'
import { latest } from '../resources/vulnerabilities/store.ts'
import { weighWebsite } from '../resources/websites/weight.ts'
import { noteForTickets } from '../tickets/notices.ts'
import { compare, isMuted, isOpen, type Known } from './compare.ts'
import { scoreMoved } from './score-moved.ts'

export interface RecordedScan {
  id: string
  organization_id: string
  website_id: string
  /** For how long what it found is kept; 0 is for ever. */
  kept_days: number
}

interface KnownRow extends Known, Pick<Cause, 'merged_into' | 'split_from' | 'split_path'> {
  severity: Finding['severity']
  confidence: Finding['confidence']
  last_scan_id: string
  first_seen_at: Date
  last_seen_at: Date
  status_reason: string | null
  status_expires_at: Date | null
  assignee: string | null
}

/** A finding and the vulnerability that it is of. */
interface Item {
  row: VulnerabilityRow
  is_new: boolean
  reopened: boolean
  /** It counts, in the score and beside it. */
  weighs: boolean
}

/**
 * Writes down what a scan found, and what changed by it: vulnerabilities, the scan's own view of them, the website's score
 * and counts. In the caller's transaction, which holds the website's row, so that two scans of one website follow each
 * other. Gives the scan's score and the events that tell of the changes.
 */
export async function recordResult(
  trx: Kysely<Schema>,
  scan: RecordedScan,
  result: ScanResult,
  detectedAt: ReadonlyMap<string, Date>,
): Promise<{ score: Score; events: NewEvent[] }> {
  const ended = new Date()
  const all = await knownOf(trx, scan)
  const known = all.filter(({ status }) => status !== 'merged')
  const looked = new LookedAt(result.coverage.looked_at)
  const isTested = testerOf(result.coverage)
  const comparison = compare(known, sortOut(result.findings, all), isTested)

  const items: Item[] = weighed(
    [
      ...comparison.created.map((finding, index) => {
        // Ids sort by time: lists, newest first, then show a scan's worst findings first.
        const id = newId('vuln', ended.getTime() + comparison.created.length - index)
        return { row: firstSight(scan, finding, id), is_new: true, reopened: false }
      }),
      ...comparison.seen.map(({ known: before, finding, reopened }) => ({
        row: {
          ...before,
          website_id: scan.website_id,
          fixed_at: null,
          ...(reopened && { status: 'reopened' as const, status_reason: null, status_expires_at: null }),
          detail: carriedOn(finding, before, looked),
        },
        is_new: false,
        reopened,
      })),
    ].map(({ row, ...item }) => {
      const at = detectedAt.get(row.detail.fingerprint) ?? ended
      const times = { detected_at: at, last_seen_at: at, first_seen_at: item.is_new ? at : row.first_seen_at }
      return { ...item, row: { ...row, ...times } as VulnerabilityRow }
    }),
  )
  const untested = rootsNotTested(all, isTested)
  const fixed = comparison.fixed.filter(({ id }) => !untested.has(id))
  const gone = await detailsOf(trx, fixed, ended)
  await write(trx, scan, items, gone, ended)
  await recordChanges(trx, scan, known, items, gone)

  const counted = items.filter(({ weighs }) => weighs).map(({ row }) => row.detail)
  const total = score(counted)
  const touched = new Set([...items.map(({ row }) => row.id), ...gone.map(({ id }) => id)])
  const notSeen = known.filter(({ id, status }) => isOpen(status) && !touched.has(id))
  const { id: latest_scan_id, organization_id, website_id } = scan
  await weighWebsite(trx, organization_id, website_id, oncePerCause([...stillOpen(known, items, gone)]), {
    latest_scan_id,
  })
  const moved = await scoreMoved(
    trx,
    { ...scan, scan_type: result.scan_type, score: total },
    items.map(({ row }) => row),
    { counted, untested: notSeen },
  )
  return { score: total, events: [...eventsOf(scan, items, gone), ...moved] }
}

async function knownOf(trx: Kysely<Schema>, { organization_id, website_id }: RecordedScan): Promise<KnownRow[]> {
  const rows = await trx
    .selectFrom('vulnerabilities')
    .leftJoin('scan_findings', (join) =>
      join
        .onRef('vulnerabilities.id', '=', 'scan_findings.vulnerability_id')
        .onRef('vulnerabilities.last_scan_id', '=', 'scan_findings.scan_id')
        // Of the others it is not asked.
        .on('vulnerabilities.status', 'in', ['open', 'reopened']),
    )
    .leftJoin('vulnerability_sightings as later', 'later.vulnerability_id', 'vulnerabilities.id')
    .select(['id', 'check', 'status', 'severity', 'confidence', 'last_scan_id', 'first_seen_at', 'last_seen_at'])
    .select(['decided_severity', 'status_reason', 'status_expires_at', 'assignee'])
    .select(['merged_into', 'split_from', 'split_path'])
    .select(sql<string>`encode(fingerprint, 'hex')`.as('fingerprint'))
    .select(sql<Finding['seen_in'] | null>`coalesce(later.detail, scan_findings.detail) -> 'seen_in'`.as('seen_in'))
    .where('vulnerabilities.organization_id', '=', organization_id)
    .where('website_id', '=', website_id)
    .execute()
  return rows.map(({ seen_in, ...row }) => ({ ...row, seen_in: seen_in ?? null }))
}

/** What was seen at a place to which this scan did not get is still there, for all that is known. */
function carriedOn(finding: Finding, { seen_in: before }: KnownRow, looked: LookedAt): Finding {
  const now = finding.seen_in ?? []
  const left = (before ?? []).filter(
    (sight) => !looked.covers(sight) && !now.some(({ kind, url }) => kind === sight.kind && url === sight.url),
  )
  return left.length === 0 ? finding : { ...finding, seen_in: [...now, ...left].slice(0, MAX_LOCATIONS) }
}

function firstSight(scan: RecordedScan, detail: Finding, id: string) {
  return {
    id,
    website_id: scan.website_id,
    status: 'open' as const,
    status_reason: null,
    status_expires_at: null,
    assignee: null,
    merged_into: null,
    split_from: null,
    split_path: null,
    fixed_at: null,
    first_seen_at: new Date(0),
    detail,
  }
}

/** What a person accepted or marked false takes nothing off the score, and of a cause that was split only its worst part does. */
function weighed(items: readonly Omit<Item, 'weighs'>[]): Item[] {
  const open = items.filter(({ row }) => !isMuted(row.status))
  const heaviest = oncePerCause(
    open.map(({ row: { id, split_from, detail } }) => ({ id, split_from, severity: detail.severity })),
  )
  const weighing = new Set(heaviest.map(({ id }) => id))
  return items.map((item) => {
    const weighs = weighing.has(item.row.id)
    const detail = weighs ? item.row.detail : { ...item.row.detail, score_impact: 0 }
    return { ...item, weighs, row: { ...item.row, detail } }
  })
}

/** The vulnerabilities that are fixed now, as the last scan saw them. */
async function detailsOf(trx: Kysely<Schema>, fixed: readonly KnownRow[], fixed_at: Date): Promise<VulnerabilityRow[]> {
  if (fixed.length === 0) return []
  const rows = await trx
    .selectFrom('vulnerabilities')
    .leftJoin('scan_findings', (join) =>
      join
        .onRef('vulnerabilities.id', '=', 'scan_findings.vulnerability_id')
        .onRef('vulnerabilities.last_scan_id', '=', 'scan_findings.scan_id'),
    )
    .leftJoin('vulnerability_sightings as later', 'later.vulnerability_id', 'vulnerabilities.id')
    .select(latest)
    .select(['vulnerabilities.id', 'website_id', 'first_seen_at', 'last_seen_at'])
    .select(['status_reason', 'status_expires_at', 'assignee', 'merged_into', 'split_from', 'split_path'])
    .where(
      'vulnerabilities.id',
      'in',
      fixed.map(({ id }) => id),
    )
    .execute()
  return rows.map((row) => ({ ...row, status: 'fixed', fixed_at }))
}

/** All of it in one statement: new rows, rows seen again, rows that are fixed, and what this scan saw. */
async function write(
  trx: Kysely<Schema>,
  scan: RecordedScan,
  items: readonly Item[],
  gone: readonly VulnerabilityRow[],
  ended: Date,
): Promise<void> {
  const rows = items.map(({ row, is_new }) => {
    const { check, outcome, type, severity, confidence, cve, fingerprint } = row.detail
    const { id, status, detected_at, detail } = row
    const about = { check, outcome, type, severity, confidence, cve, fingerprint, exploited: isKnownExploited(detail) }
    return { id, is_new, status, ...about, detected_at, detail }
  })
  await sql`
    WITH item AS (
      SELECT * FROM jsonb_to_recordset(${jsonb(rows)}::jsonb) AS item (
        id text, is_new boolean, status text, "check" text, outcome text, type text, severity text, confidence text, cve text,
        fingerprint text, exploited boolean, detected_at timestamptz, detail jsonb)
    ), created AS (
      INSERT INTO vulnerabilities (id, organization_id, website_id, fingerprint, "check", outcome, type, severity, confidence,
        cve, known_exploited, first_scan_id, last_scan_id, first_seen_at, last_seen_at)
      SELECT id, ${scan.organization_id}, ${scan.website_id}, decode(fingerprint, 'hex'), "check", outcome, type, severity,
        confidence, cve, exploited, ${scan.id}, ${scan.id}, detected_at, detected_at
      FROM item WHERE is_new
    ), seen AS (
      UPDATE vulnerabilities AS v
      SET status = item.status, type = item.type, severity = item.severity, confidence = item.confidence, cve = item.cve,
        known_exploited = item.exploited, last_scan_id = ${scan.id}, last_seen_at = item.detected_at, fixed_at = NULL,
        status_reason = CASE WHEN item.status = v.status THEN v.status_reason END,
        status_expires_at = CASE WHEN item.status = v.status THEN v.status_expires_at END,
        decided_severity = CASE WHEN item.status = v.status THEN v.decided_severity END
      FROM item WHERE v.id = item.id AND NOT item.is_new
    ), fixed AS (
      UPDATE vulnerabilities SET status = 'fixed', fixed_at = ${ended} WHERE id = ANY (${gone.map(({ id }) => id)}::text[])
    ), superseded AS (
      DELETE FROM vulnerability_sightings USING item WHERE vulnerability_id = item.id
    )
    INSERT INTO scan_findings (scan_id, vulnerability_id, kept_days, organization_id, detected_at, detail)
    SELECT ${scan.id}, id, ${scan.kept_days}, ${scan.organization_id}, detected_at, detail FROM item
  `.execute(trx)
}

/** The history of each whose state this scan has changed. */
async function recordChanges(
  trx: Kysely<Schema>,
  scan: RecordedScan,
  known: readonly KnownRow[],
  items: readonly Item[],
  gone: readonly VulnerabilityRow[],
): Promise<void> {
  const before = new Map(known.map(({ id, status }) => [id, status]))
  const changed = [...items.filter(({ reopened }) => reopened).map(({ row }) => row), ...gone]
  if (changed.length === 0) return
  await trx
    .insertInto('vulnerability_changes')
    .values(
      changed.map(({ id, status }) => ({
        organization_id: scan.organization_id,
        vulnerability_id: id,
        field: 'status' as const,
        before: before.get(id) ?? null,
        after: status,
        reason: null,
        author: scan.id,
      })),
    )
    .execute()
  const vulnerability_ids = changed.map(({ id }) => id)
  await noteForTickets(trx, scan.organization_id, { vulnerability_ids })
}

/** What is open on the website after this scan, whichever scan saw it. */
function* stillOpen(known: readonly KnownRow[], items: readonly Item[], gone: readonly VulnerabilityRow[]) {
  const touched = new Set([...items.map(({ row }) => row.id), ...gone.map(({ id }) => id)])
  for (const { row } of items)
    if (isOpen(row.status))
      yield { id: row.id, split_from: row.split_from, severity: row.detail.severity, confidence: row.detail.confidence }
  for (const one of known) if (isOpen(one.status) && !touched.has(one.id)) yield one
}

function eventsOf(scan: RecordedScan, items: readonly Item[], gone: readonly VulnerabilityRow[]): NewEvent[] {
  const about = (row: VulnerabilityRow) => ({
    vulnerability: toVulnerability(row),
    website_id: scan.website_id,
    scan_id: scan.id,
  })
  return [
    ...items
      .filter(({ is_new }) => is_new)
      .flatMap(({ row }): NewEvent[] => [
        { type: 'vulnerability.detected', data: about(row) },
        ...(row.detail.type === 'threat' ? [{ type: 'threat.detected' as const, data: about(row) }] : []),
      ]),
    ...items
      .filter(({ reopened }) => reopened)
      .map(({ row }): NewEvent => ({ type: 'vulnerability.reopened', data: about(row) })),
    ...gone.map((row): NewEvent => ({ type: 'vulnerability.resolved', data: about(row) })),
  ]
}
