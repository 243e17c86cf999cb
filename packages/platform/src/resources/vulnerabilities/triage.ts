import type { VulnerabilityStatus } from '@lasthash/scanner/report/document'
import { type Kysely, type Selectable, sql } from 'kysely'
import type { Schema, VulnerabilitiesTable } from '../../db/schema.ts'
import { ApiError } from '../../errors.ts'
import { type NewEvent, recordEvents } from '../../events/record.ts'
import { noteForTickets } from '../../tickets/notices.ts'
import { reweighWebsite } from '../websites/weight.ts'
import { toVulnerability, type VulnerabilityRow } from './schema.ts'
import { findVulnerability } from './store.ts'
import { refuseMerged } from './verifications.ts'

export type Decision = 'open' | 'accepted_risk' | 'false_positive'

/** What a person decides. Fixed and reopened are not for people to say: scans see them. */
export interface Triage {
  status?: Decision
  reason?: string | null
  expires_at?: string | null
  assignee?: string | null
}

interface Held {
  id: string
  website_id: string
  status: VulnerabilityStatus
  severity: Selectable<VulnerabilitiesTable>['severity']
  assignee: string | null
  merged_into: string | null
}

/**
 * Applies a decision: state, website's counts and score, history and event in the caller's transaction. Throws
 * `not_found`, `vulnerability_merged`, `status_not_lawful` and `validation_failed`.
 */
export async function decide(
  trx: Kysely<Schema>,
  organizationId: string,
  id: string,
  triage: Triage,
  author: string,
): Promise<VulnerabilityRow> {
  const held = await hold(trx, organizationId, id)
  if (!held) throw new ApiError('not_found', `There is no vulnerability ${id}.`)
  refuseMerged(held)
  requireReason(triage)
  const { status, assignee } = triage
  if (status !== undefined && status !== held.status) {
    requireLawful(held, status)
    await setStatus(trx, held, { ...triage, status }, author)
    await recordChange(trx, organizationId, held.id, {
      field: 'status',
      before: held.status,
      after: status,
      reason: triage.reason ?? null,
      author,
    })
    await reweighWebsite(trx, organizationId, held.website_id)
  }
  if (assignee !== undefined && assignee !== held.assignee) {
    await trx.updateTable('vulnerabilities').set({ assignee }).where('id', '=', id).execute()
    const change = { field: 'assignee' as const, before: held.assignee, after: assignee, reason: null, author }
    await recordChange(trx, organizationId, held.id, change)
  }
  const row = (await findVulnerability(trx, organizationId, id))!
  if (status === 'accepted_risk' && held.status !== 'accepted_risk') {
    await recordEvents(trx, organizationId, [eventOf('vulnerability.accepted', row)])
  }
  return row
}

/** Reopens every acceptance whose time is over, in all organisations. Run by housekeeping, as `lasthash_system`. */
export async function reopenExpired(system: Kysely<Schema>): Promise<number> {
  const due = await system
    .selectFrom('vulnerabilities')
    .select(['id', 'organization_id', 'website_id', 'status'])
    .where('status_expires_at', '<=', sql<Date>`now()`)
    .limit(1_000)
    .execute()
  for (const { id, organization_id, website_id, status } of due) {
    await system.transaction().execute(async (trx) => {
      const { numUpdatedRows } = await trx
        .updateTable('vulnerabilities')
        .set({ status: 'open', status_expires_at: null, status_changed_at: new Date() })
        .where('id', '=', id)
        .where('status_expires_at', '<=', sql<Date>`now()`)
        .executeTakeFirst()
      if (numUpdatedRows === 0n) return
      const change = { field: 'status' as const, before: status, after: 'open', reason: null, author: 'expiry' }
      await recordChange(trx, organization_id, id, change)
      await reweighWebsite(trx, organization_id, website_id)
      const row = (await findVulnerability(trx, organization_id, id))!
      await recordEvents(trx, organization_id, [eventOf('vulnerability.reopened', row)])
    })
  }
  return due.length
}

export async function recordChange(
  trx: Kysely<Schema>,
  organizationId: string,
  vulnerabilityId: string,
  change: {
    field: 'status' | 'assignee' | 'merged_into' | 'places'
    before: string | null
    after: string | null
    reason: string | null
    author: string
  },
): Promise<void> {
  await trx
    .insertInto('vulnerability_changes')
    .values({ organization_id: organizationId, vulnerability_id: vulnerabilityId, ...change })
    .execute()
  if (change.field === 'status') await noteForTickets(trx, organizationId, { vulnerability_ids: [vulnerabilityId] })
}

function hold(trx: Kysely<Schema>, organizationId: string, id: string): Promise<Held | undefined> {
  return trx
    .selectFrom('vulnerabilities')
    .select(['id', 'website_id', 'status', 'severity', 'assignee', 'merged_into'])
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

function requireReason({ status, reason, expires_at }: Triage): void {
  const muted = status === 'accepted_risk' || status === 'false_positive'
  const errors: { pointer: string; detail: string }[] = []
  if (muted && !reason?.trim())
    errors.push({ pointer: '/reason', detail: 'is needed: say why, for whoever reads it later' })
  if (expires_at && !muted)
    errors.push({ pointer: '/expires_at', detail: 'goes with accepted_risk or false_positive only' })
  if (expires_at && Date.parse(expires_at) <= Date.now())
    errors.push({ pointer: '/expires_at', detail: 'lies in the past' })
  if (errors.length === 0) return
  throw new ApiError(
    'validation_failed',
    `The body does not validate. ${errors[0]!.pointer.slice(1)} ${errors[0]!.detail}.`,
    {
      errors,
    },
  )
}

function requireLawful({ id, status: from }: Held, to: Decision): void {
  if (from !== 'fixed') return
  throw new ApiError(
    'status_not_lawful',
    `${id} is fixed: it cannot become ${to}. When a scan sees it again, it reopens by itself.`,
  )
}

async function setStatus(trx: Kysely<Schema>, held: Held, triage: Triage & { status: Decision }, author: string) {
  const { status, reason, expires_at } = triage
  await trx
    .updateTable('vulnerabilities')
    .set({
      status,
      status_reason: reason ?? null,
      status_author: author,
      status_changed_at: new Date(),
      status_expires_at: expires_at ? new Date(expires_at) : null,
      decided_severity: status === 'open' ? null : held.severity,
    })
    .where('id', '=', held.id)
    .execute()
}

function eventOf(type: NewEvent['type'], row: VulnerabilityRow): NewEvent {
  return { type, data: { vulnerability: toVulnerability(row), website_id: row.website_id, scan_id: null } }
}
