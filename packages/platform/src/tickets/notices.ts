import { type Kysely, sql } from 'kysely'
import { notify } from '../db/client.ts'
import type { Schema } from '../db/schema.ts'

/** Told on this channel: there are tickets to make or to bring in line. */
export const TICKETS_CHANNEL = 'lasthash_tickets'

/**
 * Notes that a scan has ended, or that the state of vulnerabilities has changed, for the tickets that follow from it: in the
 * transaction of what happened. Nothing is written where there is no tracker.
 */
export async function noteForTickets(
  trx: Kysely<Schema>,
  organizationId: string,
  what: { scan_id: string } | { vulnerability_ids: readonly string[] },
): Promise<void> {
  const rows =
    'scan_id' in what
      ? [{ scan_id: what.scan_id, vulnerability_id: null }]
      : what.vulnerability_ids.map((vulnerability_id) => ({ scan_id: null, vulnerability_id }))
  if (rows.length === 0) return
  const { numAffectedRows } = await sql`
    INSERT INTO ticket_notices (organization_id, scan_id, vulnerability_id)
    SELECT ${organizationId}, scan_id, vulnerability_id
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS note (scan_id text, vulnerability_id text)
    WHERE EXISTS (SELECT FROM integrations WHERE integrations.organization_id = ${organizationId} AND enabled)
  `.execute(trx)
  if (numAffectedRows) await notify(trx, TICKETS_CHANNEL, '')
}

/** Has every open vulnerability held against the rules that are not for new ones alone. */
export async function noteKnown(trx: Kysely<Schema>, organizationId: string): Promise<void> {
  await sql`
    INSERT INTO ticket_notices (organization_id, scan_id, known)
    SELECT DISTINCT ${organizationId}, last_scan_id, true FROM vulnerabilities
    WHERE organization_id = ${organizationId} AND status IN ('open', 'reopened')
  `.execute(trx)
  await notify(trx, TICKETS_CHANNEL, '')
}

/** Has a second look's tickets told what it has shown. */
export async function wakeForVerification(trx: Kysely<Schema>, verificationId: string): Promise<void> {
  const { numAffectedRows } = await sql`
    UPDATE tickets SET due_at = now(), wakes = wakes + 1 WHERE verification_id = ${verificationId}
  `.execute(trx)
  if (numAffectedRows) await notify(trx, TICKETS_CHANNEL, '')
}
