import { type Kysely, type Selectable, sql } from 'kysely'
import type { IntegrationsTable, Schema } from '../db/schema.ts'
import { toVulnerability } from '../resources/vulnerabilities/schema.ts'
import { findVulnerability } from '../resources/vulnerabilities/store.ts'
import type { Subject } from './compose.ts'
import type { Known, TicketRow } from './next.ts'

/** A ticket that this process alone works on, until its lease is over. */
export interface Claimed {
  id: string
  organization_id: string
  integration_id: string
  lease: number
}

/**
 * Takes tickets for which there is something to do: of each tracker as many as may be worked on at once over all processes,
 * of those that are not paused.
 */
export async function claimTickets(
  system: Kysely<Schema>,
  room: number,
  atOnce: Readonly<Record<string, number>>,
  leaseSeconds: number,
): Promise<Claimed[]> {
  return system.transaction().execute(async (trx) => {
    // Whoever holds the tracker's row takes its tickets; the next statement sees what the last holder has taken.
    const { rows: open } = await sql<{ id: string }>`
      SELECT id FROM integrations WHERE enabled AND (paused_until IS NULL OR paused_until <= now())
        AND EXISTS (SELECT FROM tickets WHERE integration_id = integrations.id AND due_at <= now()
          AND (leased_until IS NULL OR leased_until <= now()))
        AND NOT EXISTS (SELECT FROM organizations WHERE organizations.id = integrations.organization_id AND suspended_at IS NOT NULL)
      ORDER BY random() LIMIT ${room} FOR NO KEY UPDATE SKIP LOCKED
    `.execute(trx)
    if (open.length === 0) return []
    const { rows } = await sql<Claimed>`
      WITH due AS (
        SELECT one.id FROM integrations i CROSS JOIN LATERAL (
          SELECT id, due_at FROM tickets WHERE integration_id = i.id AND due_at <= now() AND (leased_until IS NULL OR leased_until <= now())
          ORDER BY due_at, id
          LIMIT greatest(0, coalesce((${JSON.stringify(atOnce)}::jsonb ->> i.kind)::int, 1)
            - (SELECT count(*) FROM tickets WHERE integration_id = i.id AND due_at IS NOT NULL AND leased_until > now()))
        ) AS one
        WHERE i.id = ANY (${open.map(({ id }) => id)}::text[])
        ORDER BY one.due_at LIMIT ${room}
      )
      UPDATE tickets SET leased_until = now() + make_interval(secs => ${leaseSeconds}), lease = lease + 1
      FROM due WHERE tickets.id = due.id
      RETURNING tickets.id, tickets.organization_id, tickets.integration_id, tickets.lease
    `.execute(trx)
    return rows
  })
}

/** All that is known of a ticket. */
export interface Situation {
  ticket: TicketRow
  integration: Selectable<IntegrationsTable>
  known: Known
  subject: Omit<Subject, 'brand' | 'reportUrl'> & { scan_id: string }
  /** Its organisation holds test data: nothing of it leaves this service. */
  test: boolean
}

/** Undefined when the ticket is another worker's by now, or gone. */
export async function situationOf(system: Kysely<Schema>, { id, lease }: Claimed): Promise<Situation | undefined> {
  const ticket = await system
    .selectFrom('tickets')
    .selectAll()
    .where('id', '=', id)
    .where('lease', '=', lease)
    .executeTakeFirst()
  if (!ticket) return undefined
  const { organization_id, integration_id, vulnerability_id, website_id, verification_id } = ticket
  const integration = await system
    .selectFrom('integrations')
    .selectAll()
    .where('id', '=', integration_id)
    .executeTakeFirst()
  const found = await findVulnerability(system, organization_id, vulnerability_id)
  const website = await system
    .selectFrom('websites')
    .innerJoin('organizations', 'organizations.id', 'websites.organization_id')
    .select(['websites.id', 'websites.name', 'websites.url', 'websites.tags', 'organizations.test'])
    .where('websites.id', '=', website_id)
    .executeTakeFirst()
  if (!integration || !found || !website) return undefined
  const row = await system
    .selectFrom('vulnerabilities')
    .select('last_scan_id')
    .where('id', '=', vulnerability_id)
    .executeTakeFirstOrThrow()
  const verification = verification_id
    ? await system
        .selectFrom('verifications')
        .select(['status', 'result', 'reason'])
        .where('id', '=', verification_id)
        .executeTakeFirst()
    : undefined
  const vulnerability = toVulnerability(found)
  const { status, status_reason } = vulnerability
  const { test, ...about } = website
  return {
    ticket,
    integration,
    known: {
      status,
      status_reason,
      last_seen_at: found.last_seen_at,
      fixed_at: found.fixed_at,
      verification: verification ?? null,
    },
    subject: { ticket, vulnerability, website: about, scan_id: row.last_scan_id },
    test,
  }
}

/** Holds on to a ticket for another call, and writes what is about to be done. False: it is another worker's by now. */
export async function renew(
  system: Kysely<Schema>,
  { id, lease }: Claimed,
  leaseSeconds: number,
  intent: { unsure?: true; wanted_state?: TicketRow['wanted_state'] } = {},
): Promise<boolean> {
  const { unsure, ...rest } = intent
  const { numUpdatedRows } = await system
    .updateTable('tickets')
    .set({
      ...rest,
      ...(unsure ? { unsure_since: sql<Date>`coalesce(unsure_since, now())` } : {}),
      leased_until: sql<Date>`now() + make_interval(secs => ${leaseSeconds})`,
    })
    .where('id', '=', id)
    .where('lease', '=', lease)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Lets a ticket go: there is nothing to do, unless something has come up since `wakes` was read. */
export async function rest(system: Kysely<Schema>, { id, lease }: Claimed, wakes: number): Promise<void> {
  await sql`
    UPDATE tickets SET leased_until = NULL, attempt_count = 0, due_at = CASE WHEN wakes = ${wakes} THEN NULL ELSE due_at END
    WHERE id = ${id} AND lease = ${lease}
  `.execute(system)
}
