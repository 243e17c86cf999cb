import { SEVERITIES } from '@lasthash/scanner'
import { type ExpressionWrapper, expressionBuilder, type Kysely, type SqlBool, sql } from 'kysely'
import type { Schema } from '../db/schema.ts'
import type { ReportFilter } from '../resources/reports/spec.ts'
import type { Diff } from '../resources/scans/diff.ts'
import type { SeenRow } from '../resources/scans/store.ts'
import type { VulnerabilityRow } from '../resources/vulnerabilities/schema.ts'

/** Rows that are read at once: about a megabyte. */
const BATCH = 200
const OPEN = ['open', 'reopened'] as const

/** A vulnerability's row with its finding still as JSON text: whoever makes the report parses it, in a process of its own. */
export type TextRow = Omit<VulnerabilityRow, 'detail'> & { detail: string }

/** One row of a comparison, and to which of its lists it belongs. */
export interface ComparedPart {
  part: keyof Diff<SeenRow>
  row: TextRow
}

const COLUMNS = [
  'vulnerabilities.id',
  'vulnerabilities.website_id',
  'status',
  'status_reason',
  'status_expires_at',
  'assignee',
  'merged_into',
  'split_from',
  'split_path',
  'first_seen_at',
  'last_seen_at',
  'fixed_at',
] as const

type Condition = ExpressionWrapper<Schema, 'vulnerabilities', SqlBool>

/** One condition for each list that is given. Without states, `states` are meant; a merged one is told by the other. */
function conditionsOf(filter: ReportFilter, states: readonly string[] | null): Condition[] {
  const eb = expressionBuilder<Schema, 'vulnerabilities'>()
  const all: Condition[] = [eb('vulnerabilities.status', '<>', 'merged')]
  const status = filter.status ?? states
  if (status) all.push(sql<boolean>`vulnerabilities.status = ANY (${[...status]}::text[])` as unknown as Condition)
  for (const name of ['confidence', 'type', 'check'] as const) {
    const values = filter[name]
    if (values)
      all.push(
        sql<boolean>`${sql.ref(`vulnerabilities.${name}`)} = ANY (${[...values]}::text[])` as unknown as Condition,
      )
  }
  if (filter.kev !== undefined) all.push(eb('vulnerabilities.known_exploited', '=', filter.kev))
  return all
}

function severitiesOf({ severity }: ReportFilter) {
  return SEVERITIES.filter((one) => !severity || severity.includes(one))
}

/** What websites have now, worst first and newest first, by keyset; `ids` null: all of them. */
export async function* ofWebsites(
  db: Kysely<Schema>,
  organizationId: string,
  { ids }: { ids: readonly string[] | null },
  filter: ReportFilter,
): AsyncGenerator<TextRow[], void> {
  const [only] = ids ?? []
  for (const severity of severitiesOf(filter)) {
    let before: string | null = null
    for (;;) {
      let page = db
        .selectFrom('vulnerabilities')
        .select([...COLUMNS, 'last_scan_id'])
        .where('vulnerabilities.organization_id', '=', organizationId)
        .where('vulnerabilities.severity', '=', severity)
        .where((eb) => eb.and(conditionsOf(filter, OPEN)))
      if (ids?.length === 1) page = page.where('website_id', '=', only!)
      else if (ids) page = page.where(sql<boolean>`website_id = ANY (${[...ids]}::text[])`)
      if (before) page = page.where('vulnerabilities.id', '<', before)
      const rows: TextRow[] = await db
        .selectFrom(page.orderBy('vulnerabilities.id', 'desc').limit(BATCH).as('page'))
        .leftJoin('scan_findings', (join) =>
          join
            .onRef('scan_findings.vulnerability_id', '=', 'page.id')
            .onRef('scan_findings.scan_id', '=', 'page.last_scan_id'),
        )
        .leftJoin('vulnerability_sightings as later', 'later.vulnerability_id', 'page.id')
        .selectAll('page')
        .select(sql<string>`coalesce(later.detail, scan_findings.detail)::text`.as('detail'))
        .select(sql<Date>`coalesce(later.detected_at, scan_findings.detected_at)`.as('detected_at'))
        .orderBy('page.id', 'desc')
        .execute()
      // Places that were set apart have been seen by no scan of their own until the next.
      const seen = rows.filter(({ detail }) => detail !== null)
      if (seen.length > 0) yield seen
      if (rows.length < BATCH) break
      before = rows.at(-1)!.id
    }
  }
}

/** What one scan saw, worst first. */
export async function* ofScan(
  db: Kysely<Schema>,
  organizationId: string,
  scanId: string,
  filter: ReportFilter,
): AsyncGenerator<TextRow[], void> {
  for (const severity of severitiesOf(filter)) {
    let before: string | null = null
    for (;;) {
      let page = inScan(db, organizationId, scanId)
        .where('vulnerabilities.severity', '=', severity)
        .where((eb) => eb.and(conditionsOf(filter, null)))
      if (before) page = page.where('vulnerabilities.id', '<', before)
      const rows: TextRow[] = await page.orderBy('vulnerabilities.id', 'desc').limit(BATCH).execute()
      if (rows.length > 0) yield rows
      if (rows.length < BATCH) break
      before = rows.at(-1)!.id
    }
  }
}

function inScan(db: Kysely<Schema>, organizationId: string, scanId: string) {
  return db
    .selectFrom('vulnerabilities')
    .innerJoin('scan_findings', 'scan_findings.vulnerability_id', 'vulnerabilities.id')
    .select(COLUMNS)
    .select([sql<string>`scan_findings.detail::text`.as('detail'), 'scan_findings.detected_at'])
    .where('vulnerabilities.organization_id', '=', organizationId)
    .where('scan_findings.scan_id', '=', scanId)
}

/** Whether a list of a comparison tells of what the earlier scan saw. */
export function isOfEarlier(part: ComparedPart['part']): boolean {
  return part === 'fixed' || part === 'not_tested'
}

/** The differences of two scans with what was seen: of what is gone, by the earlier one. */
export async function* compared(
  db: Kysely<Schema>,
  organizationId: string,
  scans: { from: string; to: string },
  differences: Diff<SeenRow>,
  filter: ReportFilter,
): AsyncGenerator<ComparedPart[], void> {
  const severities = severitiesOf(filter)
  for (const part of ['new', 'regressed', 'fixed', 'not_tested', 'unchanged'] as const) {
    const scanId = isOfEarlier(part) ? scans.from : scans.to
    const wanted = differences[part].filter(({ severity }) => severities.includes(severity)).map(({ id }) => id)
    for (let from = 0; from < wanted.length; from += BATCH) {
      const ids = wanted.slice(from, from + BATCH)
      const rows: TextRow[] = await inScan(db, organizationId, scanId)
        .where('vulnerabilities.id', 'in', ids)
        .where((eb) => eb.and(conditionsOf(filter, null)))
        .execute()
      const byId = new Map(rows.map((row) => [row.id, row]))
      // In their own order, which is worst first.
      const parts = ids.flatMap((id) => byId.get(id) ?? []).map((row) => ({ part, row }))
      if (parts.length > 0) yield parts
    }
  }
}
