import { type Finding, MAX_LOCATIONS, SEVERITIES } from '@lasthash/scanner'
import { type Kysely, sql } from 'kysely'
import { jsonb } from '../../db/jsonb.ts'
import type { Schema } from '../../db/schema.ts'
import { ApiError } from '../../errors.ts'
import { recordEvents } from '../../events/record.ts'
import { newId } from '../../identifier.ts'
import { reweighWebsite } from '../websites/weight.ts'
import { divide, type JoinedFinding, type Part, toPart } from './causes.ts'
import { toVulnerability, type VulnerabilityRow } from './schema.ts'
import { findVulnerability } from './store.ts'
import { recordChange } from './triage.ts'
import { refuseMerged } from './verifications.ts'

interface Who {
  organizationId: string
  /** The id of the key. */
  author: string
}

/**
 * Makes one vulnerability a duplicate of another: that one stands for both, now and in later scans, whose findings of either
 * are its own. Throws `not_found`, `vulnerability_merged` and `vulnerabilities_not_mergeable`.
 */
export async function merge(trx: Kysely<Schema>, who: Who, id: string, into: string): Promise<VulnerabilityRow> {
  const [duplicate, root] = await held(trx, who, [id, into])
  const isBack = duplicate.split_from === root.id
  requireMergeable(duplicate, root, isBack)
  if (!isBack && (await hasParts(trx, duplicate.id)))
    throw notMergeable(`Places of ${id} were set apart: bring them back first.`)
  // What had been merged into it goes along: none is ever merged into one that is merged.
  await trx.updateTable('vulnerabilities').set({ merged_into: root.id }).where('merged_into', '=', id).execute()
  await trx
    .updateTable('vulnerabilities')
    .set({
      ...{ status: 'merged', merged_into: root.id, split_from: null, split_path: null, fixed_at: null },
      ...{ status_reason: null, status_expires_at: null, decided_severity: null },
    })
    .where('id', '=', id)
    .execute()
  const { organizationId, author } = who
  const note = { field: 'merged_into' as const, before: null, after: root.id, reason: null, author }
  await recordChange(trx, organizationId, id, note)
  const reopens = root.status === 'fixed' && (duplicate.status === 'open' || duplicate.status === 'reopened')
  if (reopens) await reopen(trx, who, root)
  await show(trx, root, mergedDetail(root.detail, duplicate.detail, isBack))
  await trx
    .updateTable('vulnerabilities')
    .set({ first_seen_at: sql<Date>`least(first_seen_at, ${duplicate.first_seen_at})` })
    .where('id', '=', root.id)
    .execute()
  await reweighWebsite(trx, organizationId, root.website_id)
  const row = (await findVulnerability(trx, organizationId, root.id))!
  if (reopens) {
    const data = { vulnerability: toVulnerability(row), website_id: row.website_id, scan_id: null }
    await recordEvents(trx, organizationId, [{ type: 'vulnerability.reopened', data }])
  }
  return row
}

/** Undoes a merge: the duplicate is one of its own again, in the state of the one that stood for it. Gives the duplicate. */
export async function unmerge(
  trx: Kysely<Schema>,
  who: Who,
  id: string,
  duplicateId: string,
): Promise<VulnerabilityRow> {
  const [root, duplicate] = await held(trx, who, [id, duplicateId])
  if (duplicate.merged_into !== root.id) throw notMergeable(`${duplicateId} was not merged into ${id}.`)
  const { status, status_reason, status_expires_at, fixed_at } = root
  await trx
    .updateTable('vulnerabilities')
    .set({
      merged_into: null,
      status: status === 'reopened' ? 'open' : status,
      ...{ status_reason, status_expires_at, fixed_at },
      // A decision about the one holds for the other as bad as that is now.
      decided_severity: status_reason === null ? null : duplicate.detail.severity,
    })
    .where('id', '=', duplicateId)
    .execute()
  const { organizationId, author } = who
  const note = { field: 'merged_into' as const, before: root.id, after: null, reason: null, author }
  await recordChange(trx, organizationId, duplicateId, note)
  const { merged_from = [], ...detail } = root.detail
  const own = merged_from.find(({ fingerprint }) => fingerprint === duplicate.detail.fingerprint)
  if (own) await show(trx, duplicate, { ...duplicate.detail, ...own })
  const left = merged_from.filter((part) => part !== own)
  if (own) await show(trx, root, together({ ...detail, ...(left[0] ?? {}) }, left))
  await reweighWebsite(trx, organizationId, root.website_id)
  return (await findVulnerability(trx, organizationId, duplicateId))!
}

/**
 * Sets some of its places apart, as a vulnerability of its own: those whose path begins with `path`, also in later scans. Its
 * cause still weighs once. Gives the new one. Throws `places_not_separable`.
 */
export async function setPlacesApart(
  trx: Kysely<Schema>,
  who: Who,
  id: string,
  path: string,
): Promise<VulnerabilityRow> {
  const [root] = await held(trx, who, [id])
  refuseMerged(root)
  const { inside, outside } = divide(root.detail, path)
  if (root.split_from || root.detail.merged_from)
    throw notSeparable(`${id} is one of several parts already: only whole causes can be parted.`)
  if (!inside || !outside)
    throw notSeparable(`${inside ? 'All' : 'None'} of the known places of ${id} begin with ${path}.`)
  const { rows } = await sql<{ id: string }>`
    INSERT INTO vulnerabilities (id, organization_id, website_id, fingerprint, "check", outcome, type, severity, confidence, status, cve,
      first_scan_id, last_scan_id, first_seen_at, last_seen_at, fixed_at, status_reason, status_author, status_changed_at, status_expires_at,
      decided_severity, assignee, known_exploited, split_from, split_path)
    SELECT ${newId('vuln')}, organization_id, website_id, decode(${inside.fingerprint}, 'hex'), "check", outcome, type, severity, confidence, status,
      cve, first_scan_id, last_scan_id, first_seen_at, last_seen_at, fixed_at, status_reason, status_author, status_changed_at, status_expires_at,
      decided_severity, assignee, known_exploited, id, ${path}
    FROM vulnerabilities WHERE id = ${id}
    ON CONFLICT (website_id, fingerprint) DO NOTHING RETURNING id
  `.execute(trx)
  const made = rows[0]?.id
  if (!made) throw notSeparable(`Places below ${path} were set apart from ${id} before.`)
  await show(trx, { ...root, id: made }, inside)
  await show(trx, root, outside)
  const { organizationId, author } = who
  await recordChange(trx, organizationId, id, { field: 'places', before: null, after: path, reason: made, author })
  await recordChange(trx, organizationId, made, { field: 'places', before: null, after: path, reason: id, author })
  await reweighWebsite(trx, organizationId, root.website_id)
  return (await findVulnerability(trx, organizationId, made))!
}

/** With their rows held until the transaction ends, always in the same order. */
async function held<const I extends readonly string[]>(
  trx: Kysely<Schema>,
  { organizationId }: Who,
  ids: I,
): Promise<{ [K in keyof I]: VulnerabilityRow }> {
  await trx
    .selectFrom('vulnerabilities')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute()
  const rows: VulnerabilityRow[] = []
  for (const id of ids) {
    const row = await findVulnerability(trx, organizationId, id)
    if (!row) throw new ApiError('not_found', `There is no vulnerability ${id}.`)
    rows.push(row)
  }
  return rows as { [K in keyof I]: VulnerabilityRow }
}

function requireMergeable(duplicate: VulnerabilityRow, root: VulnerabilityRow, isBack: boolean): void {
  refuseMerged(duplicate)
  refuseMerged(root)
  if (duplicate.id === root.id) throw notMergeable('Nothing is a duplicate of itself.')
  if (duplicate.website_id !== root.website_id) throw notMergeable('They are of different websites.')
  if ((duplicate.split_from && !isBack) || root.split_from)
    throw notMergeable('Places that were set apart can only be brought back to where they came from.')
}

async function hasParts(trx: Kysely<Schema>, id: string): Promise<boolean> {
  const part = await trx.selectFrom('vulnerabilities').select('id').where('split_from', '=', id).executeTakeFirst()
  return part !== undefined
}

async function reopen(
  trx: Kysely<Schema>,
  { organizationId, author }: Who,
  { id, status }: VulnerabilityRow,
): Promise<void> {
  await trx.updateTable('vulnerabilities').set({ status: 'reopened', fixed_at: null }).where('id', '=', id).execute()
  await recordChange(trx, organizationId, id, {
    field: 'status',
    before: status,
    after: 'reopened',
    reason: null,
    author,
  })
}

/** How it looks from now on, until a scan sees it. */
async function show(trx: Kysely<Schema>, { id, detected_at }: VulnerabilityRow, detail: JoinedFinding): Promise<void> {
  await sql`
    INSERT INTO vulnerability_sightings (vulnerability_id, organization_id, detected_at, detail)
    SELECT id, organization_id, ${detected_at}, ${jsonb(detail)}::jsonb FROM vulnerabilities WHERE id = ${id}
    ON CONFLICT (vulnerability_id) DO UPDATE SET detail = excluded.detail
  `.execute(trx)
  const { severity, confidence } = detail
  await trx.updateTable('vulnerabilities').set({ severity, confidence }).where('id', '=', id).execute()
}

/** As the one shows, with the places of both; what was only set apart comes back as it was. */
function mergedDetail(root: JoinedFinding, duplicate: JoinedFinding, isBack: boolean): JoinedFinding {
  const parts = [...(root.merged_from ?? [toPart(root)]), ...(duplicate.merged_from ?? [toPart(duplicate)])]
  if (!isBack) return together({ ...root, ...worseOf(root, duplicate) }, parts)
  const { merged_from: _, ...whole } = together(root, parts)
  return whole
}

function together(detail: Finding, parts: readonly Part[]): JoinedFinding {
  if (parts.length < 2) return detail
  return {
    ...detail,
    locations: parts.flatMap(({ locations }) => locations).slice(0, MAX_LOCATIONS),
    location_count: parts.reduce((sum, { location_count }) => sum + location_count, 0),
    ...(parts.some(({ seen_in }) => seen_in) && {
      seen_in: parts.flatMap(({ seen_in }) => seen_in ?? []).slice(0, MAX_LOCATIONS),
    }),
    merged_from: parts,
  }
}

function worseOf(a: Finding, b: Finding): Pick<Finding, 'severity' | 'confidence' | 'score_impact'> {
  const worse = SEVERITIES.indexOf(b.severity) < SEVERITIES.indexOf(a.severity) ? b : a
  const { severity, confidence, score_impact } = worse
  return { severity, confidence, score_impact }
}

function notMergeable(detail: string): ApiError {
  return new ApiError('vulnerabilities_not_mergeable', detail)
}

function notSeparable(detail: string): ApiError {
  return new ApiError('places_not_separable', detail)
}
