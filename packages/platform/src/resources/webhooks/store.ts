import { type Kysely, type Selectable, sql } from 'kysely'
import type { DeliveriesTable, DeliveryAttemptsTable, Schema, WebhooksTable } from '../../db/schema.ts'
import type { Page } from '../../http/list.ts'
import { newId } from '../../identifier.ts'

type Webhook = Selectable<WebhooksTable>
type Delivery = Selectable<DeliveriesTable>

export function listWebhooks(db: Kysely<Schema>, organizationId: string, { take, before }: Page): Promise<Webhook[]> {
  let query = db.selectFrom('webhooks').selectAll().where('organization_id', '=', organizationId)
  if (before) query = query.where('id', '<', before)
  return query.orderBy('id', 'desc').limit(take).execute()
}

export function findWebhook(db: Kysely<Schema>, organizationId: string, id: string): Promise<Webhook | undefined> {
  return db
    .selectFrom('webhooks')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export function insertWebhook(
  db: Kysely<Schema>,
  organizationId: string,
  webhook: Pick<Webhook, 'url' | 'events' | 'description' | 'api_version' | 'secret'>,
): Promise<Webhook> {
  return db
    .insertInto('webhooks')
    .values({ id: newId('wh'), organization_id: organizationId, ...webhook })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Switching it on again forgives what went before. */
export function updateWebhook(
  db: Kysely<Schema>,
  organizationId: string,
  id: string,
  changes: Partial<Pick<Webhook, 'url' | 'events' | 'description' | 'api_version' | 'enabled'>>,
): Promise<Webhook | undefined> {
  const forgiven = changes.enabled === undefined ? {} : { failing_since: null, disabled_reason: null }
  return db
    .updateTable('webhooks')
    .set({ ...changes, ...forgiven, updated_at: new Date() })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
}

/** The present secret becomes the previous one, which an earlier rotation's gives way to. */
export function replaceSecret(
  db: Kysely<Schema>,
  organizationId: string,
  id: string,
  secret: Buffer,
  previous_secret_expires_at: Date,
): Promise<Webhook | undefined> {
  return db
    .updateTable('webhooks')
    .set((eb) => ({
      secret,
      previous_secret: eb.ref('secret'),
      previous_secret_expires_at,
      updated_at: new Date(),
    }))
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
}

export async function deleteWebhook(db: Kysely<Schema>, organizationId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('webhooks')
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export interface DeliveryFilter {
  status?: Delivery['status']
  event_type?: string
  event_id?: string
  replay_id?: string
}

export function listDeliveries(
  db: Kysely<Schema>,
  organizationId: string,
  webhookId: string,
  { take, before }: Page,
  filter: DeliveryFilter,
): Promise<Delivery[]> {
  let query = db
    .selectFrom('deliveries')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('webhook_id', '=', webhookId)
  if (before) query = query.where('id', '<', before)
  if (filter.status !== undefined) query = query.where('status', '=', filter.status)
  if (filter.event_type !== undefined) query = query.where('event_type', '=', filter.event_type)
  if (filter.event_id !== undefined) query = query.where('event_id', '=', filter.event_id)
  if (filter.replay_id !== undefined) query = query.where('replay_id', '=', filter.replay_id)
  return query.orderBy('id', 'desc').limit(take).execute()
}

export function findDelivery(
  db: Kysely<Schema>,
  organizationId: string,
  webhookId: string,
  id: string,
): Promise<Delivery | undefined> {
  return db
    .selectFrom('deliveries')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('webhook_id', '=', webhookId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export function listAttempts(
  db: Kysely<Schema>,
  organizationId: string,
  deliveryId: string,
): Promise<Selectable<DeliveryAttemptsTable>[]> {
  return db
    .selectFrom('delivery_attempts')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('delivery_id', '=', deliveryId)
    .orderBy('number')
    .execute()
}

/** What waits for an endpoint is given up. */
export async function giveUpDeliveries(db: Kysely<Schema>, organizationId: string, webhookId: string): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({ status: 'failed', next_attempt_at: null, completed_at: sql<Date>`now()` })
    .where('organization_id', '=', organizationId)
    .where('webhook_id', '=', webhookId)
    .where('status', '=', 'pending')
    .execute()
}

/** Due at once; its tries go on being counted. */
export function redeliver(db: Kysely<Schema>, organizationId: string, id: string): Promise<Delivery> {
  return db
    .updateTable('deliveries')
    .set({ status: 'pending', next_attempt_at: sql<Date>`now()`, completed_at: null })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}
