import { type Kysely, sql } from 'kysely'
import type { Schema } from '../db/schema.ts'
import { newId } from '../identifier.ts'
import type { EventName } from './names.ts'
import { fitPayload } from './payload.ts'

/** Told on this channel: there are deliveries to make. */
export const DELIVERIES_CHANNEL = 'lasthash_deliveries'

export interface NewEvent {
  type: EventName
  data: Record<string, unknown>
}

/**
 * Writes events and, for each endpoint that wants them, a delivery: in the caller's transaction, so that an event is told
 * exactly when what it tells of has happened. One statement, however many events. Gives the ids, in order.
 */
export async function recordEvents(
  trx: Kysely<Schema>,
  organizationId: string,
  events: readonly NewEvent[],
  options: { onlyWebhook?: string } = {},
): Promise<string[]> {
  if (events.length === 0) return []
  const rows = events.map(({ type, data }) => ({ id: newId('evt'), type, data: fitPayload(data) }))
  const { onlyWebhook = null } = options
  await sql`
    WITH made AS (
      INSERT INTO events (id, organization_id, type, data)
      SELECT id, ${organizationId}, type, data
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS event (id text, type text, data jsonb)
      RETURNING id, type
    ), owed AS (
      INSERT INTO deliveries (id, organization_id, webhook_id, event_id, event_type)
      SELECT 'dlv_' || substr(made.id, 5, 10) || left(replace(gen_random_uuid()::text, '-', ''), 16),
        ${organizationId}, webhooks.id, made.id, made.type
      FROM made JOIN webhooks ON webhooks.organization_id = ${organizationId} AND webhooks.enabled
        AND CASE WHEN ${onlyWebhook}::text IS NULL THEN made.type = ANY (webhooks.events) ELSE webhooks.id = ${onlyWebhook} END
      RETURNING id
    )
    SELECT pg_notify(${DELIVERIES_CHANNEL}, '') FROM owed LIMIT 1
  `.execute(trx)
  return rows.map((row) => row.id)
}

/** `recordEvents` for one. */
export async function recordEvent(
  trx: Kysely<Schema>,
  organizationId: string,
  type: EventName,
  data: Record<string, unknown>,
  options: { onlyWebhook?: string } = {},
): Promise<{ id: string }> {
  const [id] = await recordEvents(trx, organizationId, [{ type, data }], options)
  return { id: id! }
}
