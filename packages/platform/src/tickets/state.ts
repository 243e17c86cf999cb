import { type Kysely, sql } from 'kysely'
import { notify } from '../db/client.ts'
import type { Schema } from '../db/schema.ts'
import { recordEvent } from '../events/record.ts'
import { newId } from '../identifier.ts'
import type { External } from '../integrations/trackers/tracker.ts'
import { VERIFICATIONS_CHANNEL } from '../jobs/verify-vulnerabilities.ts'
import { toTicket } from '../resources/tickets/schema.ts'
import { conditionOf, type TicketRow } from './next.ts'
import { TICKETS_CHANNEL } from './notices.ts'
import type { Claimed } from './outbox.ts'

/** What was read of a ticket that this worker holds. False: it is another worker's by now. */
export function applySeen(system: Kysely<Schema>, { id, lease }: Claimed, seen: External): Promise<boolean> {
  return system.transaction().execute(async (trx) => {
    const ticket = await hold(trx, id)
    if (!ticket || ticket.lease !== lease) return false
    await apply(trx, ticket, seen)
    return true
  })
}

/**
 * Has tickets looked at of which something was heard: a list or a webhook may be older than what we have done since, so that
 * what counts is read anew by whoever holds the ticket.
 */
export async function lookAt(
  db: Kysely<Schema>,
  organizationId: string,
  integrationId: string,
  externalIds: readonly string[],
): Promise<void> {
  if (externalIds.length === 0) return
  const { numAffectedRows } = await sql`
    UPDATE tickets SET look = true, due_at = now(), wakes = wakes + 1
    WHERE organization_id = ${organizationId} AND integration_id = ${integrationId} AND external_id = ANY (${externalIds}::text[]) AND status NOT IN ('gone')
  `.execute(db)
  if (numAffectedRows) await notify(db, TICKETS_CHANNEL, '')
}

function hold(trx: Kysely<Schema>, id: string): Promise<TicketRow | undefined> {
  return trx.selectFrom('tickets').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/**
 * What the other side shows, held against what is known. The state that we are setting, or have set, is an echo. Somebody's
 * closing of what is still open here has the vulnerability looked at again.
 */
async function apply(trx: Kysely<Schema>, ticket: TicketRow, seen: External): Promise<void> {
  const changed = seen.state !== ticket.external_state && seen.state !== ticket.wanted_state
  const about = { external_key: seen.key, external_url: seen.url, external_assignee: seen.assignee, look: false }
  const same = !changed && seen.assignee === ticket.external_assignee && seen.key === ticket.external_key
  if (same) {
    if (ticket.look) await trx.updateTable('tickets').set({ look: false }).where('id', '=', ticket.id).execute()
    return
  }
  const isClosed = seen.state !== 'open'
  const verification_id = changed && isClosed ? await verificationFor(trx, ticket) : undefined
  const row = await trx
    .updateTable('tickets')
    .set({
      ...about,
      ...(changed
        ? {
            external_state: seen.state,
            status: isClosed ? ('closed' as const) : ('open' as const),
            closed_at: isClosed ? sql<Date>`now()` : null,
            due_at: sql<Date>`now()`,
            wakes: sql<number>`wakes + 1`,
          }
        : {}),
      ...(verification_id ? { verification_id } : {}),
      updated_at: sql<Date>`now()`,
    })
    .where('id', '=', ticket.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await recordEvent(trx, ticket.organization_id, 'ticket.updated', { ...toTicket(row) })
}

async function verificationFor(trx: Kysely<Schema>, ticket: TicketRow): Promise<string | undefined> {
  const { organization_id, website_id, vulnerability_id, integration_id } = ticket
  const { status, sync } = await trx
    .selectFrom('vulnerabilities')
    .innerJoin('integrations', 'integrations.organization_id', 'vulnerabilities.organization_id')
    .select(['vulnerabilities.status', 'integrations.sync'])
    .where('vulnerabilities.id', '=', vulnerability_id)
    .where('integrations.id', '=', integration_id)
    .executeTakeFirstOrThrow()
  if (sync.verify_when_closed === false || conditionOf(status) !== 'open') return undefined
  const { rows } = await sql<{ id: string }>`
    INSERT INTO verifications (id, organization_id, website_id, vulnerability_id, requested_by)
    VALUES (${newId('vrf')}, ${organization_id}, ${website_id}, ${vulnerability_id}, ${ticket.id})
    ON CONFLICT (vulnerability_id) WHERE status <> 'done' DO UPDATE SET organization_id = excluded.organization_id
    RETURNING id
  `.execute(trx)
  await notify(trx, VERIFICATIONS_CHANNEL, '')
  return rows[0]!.id
}
