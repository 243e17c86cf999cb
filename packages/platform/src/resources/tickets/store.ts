import { type Insertable, type Kysely, sql } from 'kysely'
import type { Schema, TicketStatus, TicketsTable } from '../../db/schema.ts'
import type { Page } from '../../http/list.ts'
import type { TicketRow } from '../../tickets/next.ts'

export interface TicketFilter {
  integration_id?: string
  vulnerability_id?: string
  website_id?: string
  status?: TicketStatus
}

export function listTickets(
  db: Kysely<Schema>,
  organizationId: string,
  { take, before }: Page,
  filter: TicketFilter,
): Promise<TicketRow[]> {
  let query = db.selectFrom('tickets').selectAll().where('organization_id', '=', organizationId)
  if (before) query = query.where('id', '<', before)
  for (const name of ['integration_id', 'vulnerability_id', 'website_id', 'status'] as const) {
    const value = filter[name]
    if (value !== undefined) query = query.where(name, '=', value as never)
  }
  return query.orderBy('id', 'desc').limit(take).execute()
}

export function findTicket(db: Kysely<Schema>, organizationId: string, id: string): Promise<TicketRow | undefined> {
  return db
    .selectFrom('tickets')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Undefined where the vulnerability has a ticket there already. */
export function insertTicket(db: Kysely<Schema>, ticket: Insertable<TicketsTable>): Promise<TicketRow | undefined> {
  return db
    .insertInto('tickets')
    .values(ticket)
    .onConflict((conflict) => conflict.columns(['integration_id', 'vulnerability_id']).doNothing())
    .returningAll()
    .executeTakeFirst()
}

export function findTicketOf(
  db: Kysely<Schema>,
  organizationId: string,
  integrationId: string,
  vulnerabilityId: string,
): Promise<TicketRow> {
  return db
    .selectFrom('tickets')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('integration_id', '=', integrationId)
    .where('vulnerability_id', '=', vulnerabilityId)
    .executeTakeFirstOrThrow()
}

/** What had failed, was lost or waits is taken up at once. What was lost is made anew. */
export async function wakeTickets(
  db: Kysely<Schema>,
  organizationId: string,
  which: { id: string } | { integration_id: string },
): Promise<void> {
  const [name, value] = Object.entries(which)[0] as ['id' | 'integration_id', string]
  await sql`
    UPDATE tickets SET due_at = now(), wakes = wakes + 1, attempt_count = 0, updated_at = now(), look = look OR external_id IS NOT NULL,
      status = CASE WHEN status = 'failed' THEN 'pending' ELSE status END
    WHERE organization_id = ${organizationId} AND ${sql.ref(name)} = ${value}
      AND (${name === 'id'} OR status = 'failed' OR due_at IS NOT NULL)
  `.execute(db)
}

/** What was deleted in the tracker is made there once more. */
export async function forgetExternal(db: Kysely<Schema>, organizationId: string, id: string): Promise<void> {
  await db
    .updateTable('tickets')
    .set({
      status: 'pending',
      external_id: null,
      external_key: null,
      external_url: null,
      external_state: null,
      external_assignee: null,
      told: null,
      verification_id: null,
      opened_at: null,
      closed_at: null,
    })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .where('status', '=', 'gone')
    .execute()
}
