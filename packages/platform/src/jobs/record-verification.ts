import type { Finding } from '@lasthash/scanner'
import { type Kysely, sql } from 'kysely'
import { notify } from '../db/client.ts'
import { jsonb } from '../db/jsonb.ts'
import type { Schema } from '../db/schema.ts'
import { type NewEvent, recordEvents } from '../events/record.ts'
import { type JoinedFinding, joined } from '../resources/vulnerabilities/causes.ts'
import { isKnownExploited, toVulnerability } from '../resources/vulnerabilities/schema.ts'
import { findVulnerability } from '../resources/vulnerabilities/store.ts'
import { recordChange } from '../resources/vulnerabilities/triage.ts'
import type { VerificationRow } from '../resources/vulnerabilities/verifications.ts'
import { reweighWebsite } from '../resources/websites/weight.ts'
import { wakeForVerification } from '../tickets/notices.ts'
import { isBack, isMuted, isOpen } from './compare.ts'
import { PROGRESS_CHANNEL } from './progress.ts'

/** What a second look came to. */
export interface Looked {
  result: 'still_there' | 'fixed' | 'not_tested'
  reason: string | null
  /** As it shows now: more than one where it is several that were merged. */
  seen: readonly Finding[]
}

/**
 * Writes down what a second look came to: state, evidence, history, website's counts and event in one transaction. A look
 * that is another worker's by now, or whose vulnerability was deleted, is left as it is.
 */
export async function recordVerification(
  system: Kysely<Schema>,
  verification: VerificationRow,
  looked: Looked,
): Promise<void> {
  await system.transaction().execute(async (trx) => {
    const { id, organization_id, website_id, vulnerability_id, attempts } = verification
    // As a scan's end takes them: the website first.
    await trx.selectFrom('websites').select('id').where('id', '=', website_id).forUpdate().execute()
    const held = await trx
      .selectFrom('vulnerabilities')
      .select(['status', 'decided_severity', sql<string>`encode(fingerprint, 'hex')`.as('fingerprint')])
      .where('id', '=', vulnerability_id)
      .forUpdate()
      .executeTakeFirst()
    const ours = await trx
      .updateTable('verifications')
      .set({
        status: 'done',
        result: looked.result,
        reason: looked.reason,
        completed_at: sql<Date>`now()`,
        leased_until: null,
      })
      .where('id', '=', id)
      .where('status', '=', 'running')
      .where('attempts', '=', attempts)
      .executeTakeFirst()
    if (!held || ours.numUpdatedRows === 0n) return
    if (looked.result === 'still_there') await keep(trx, verification, held, joined(held.fingerprint, looked.seen))
    if (looked.result === 'fixed' && isOpen(held.status)) {
      await setStatus(trx, verification, held.status, 'fixed')
      await tell(trx, verification, 'vulnerability.resolved')
    }
    await reweighWebsite(trx, organization_id, website_id)
    await wakeForVerification(trx, id)
    await notify(trx, PROGRESS_CHANNEL, id)
  })
}

type Held = Parameters<typeof isBack>[0]

/** It is there: as it shows now, and open again where it had been fixed, or accepted when it was less bad. */
async function keep(trx: Kysely<Schema>, verification: VerificationRow, held: Held, seen: JoinedFinding) {
  const { organization_id, vulnerability_id } = verification
  if (held.status === 'merged') return
  const detail = isMuted(held.status) ? { ...seen, score_impact: 0 } : seen
  const now = new Date()
  await trx
    .insertInto('vulnerability_sightings')
    .values({ vulnerability_id, organization_id, detected_at: now, detail: jsonb(detail) })
    .onConflict((conflict) =>
      conflict.column('vulnerability_id').doUpdateSet({ detected_at: now, detail: jsonb(detail) }),
    )
    .execute()
  const { type, severity, confidence, cve } = seen
  await trx
    .updateTable('vulnerabilities')
    .set({ type, severity, confidence, cve, last_seen_at: now, known_exploited: isKnownExploited(seen) })
    .where('id', '=', vulnerability_id)
    .execute()
  if (!isBack(held, seen)) return
  await setStatus(trx, verification, held.status, 'reopened')
  await tell(trx, verification, 'vulnerability.reopened')
}

async function setStatus(
  trx: Kysely<Schema>,
  { id, organization_id, vulnerability_id }: VerificationRow,
  before: string,
  after: 'fixed' | 'reopened',
): Promise<void> {
  await trx
    .updateTable('vulnerabilities')
    .set({
      status: after,
      fixed_at: after === 'fixed' ? sql<Date>`now()` : null,
      ...(after === 'reopened' && { status_reason: null, status_expires_at: null, decided_severity: null }),
    })
    .where('id', '=', vulnerability_id)
    .execute()
  const change = { field: 'status' as const, before, after, reason: null, author: id }
  await recordChange(trx, organization_id, vulnerability_id, change)
}

async function tell(
  trx: Kysely<Schema>,
  { id, organization_id, vulnerability_id, website_id }: VerificationRow,
  type: NewEvent['type'],
): Promise<void> {
  const row = (await findVulnerability(trx, organization_id, vulnerability_id))!
  const data = { vulnerability: toVulnerability(row), website_id, scan_id: null, verification_id: id }
  await recordEvents(trx, organization_id, [{ type, data }])
}
