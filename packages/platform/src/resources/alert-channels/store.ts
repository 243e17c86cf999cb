import { type Insertable, type Kysely, type Selectable, sql, type Updateable } from 'kysely'
import type {
  AlertChannelsTable,
  ChannelAttemptsTable,
  ChannelDeliveriesTable,
  ChannelKind,
  Schema,
} from '../../db/schema.ts'
import type { Page } from '../../http/list.ts'

export type Channel = Selectable<AlertChannelsTable>
export type DeliveryRow = Selectable<ChannelDeliveriesTable> & { alert_ids: string[] }

export interface ChannelFilterQuery {
  kind?: ChannelKind
  enabled?: boolean
}

export function listChannels(
  db: Kysely<Schema>,
  organizationId: string,
  { take, before }: Page,
  { kind }: ChannelFilterQuery,
): Promise<Channel[]> {
  let query = db.selectFrom('alert_channels').selectAll().where('organization_id', '=', organizationId)
  if (before) query = query.where('id', '<', before)
  if (kind) query = query.where('kind', '=', kind)
  return query.orderBy('id', 'desc').limit(take).execute()
}

/** All that are switched on, in the order in which they were made. */
export function listEnabled(db: Kysely<Schema>, organizationId: string): Promise<Channel[]> {
  return db
    .selectFrom('alert_channels')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('enabled', '=', true)
    .orderBy('id')
    .execute()
}

export async function countChannels(db: Kysely<Schema>, organizationId: string): Promise<number> {
  const { count } = await db
    .selectFrom('alert_channels')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('organization_id', '=', organizationId)
    .executeTakeFirstOrThrow()
  return count
}

export function findChannel(db: Kysely<Schema>, organizationId: string, id: string): Promise<Channel | undefined> {
  return db
    .selectFrom('alert_channels')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Holds the row: its deliveries are settled by whoever holds it. */
export function holdChannel(db: Kysely<Schema>, organizationId: string, id: string): Promise<Channel | undefined> {
  return db
    .selectFrom('alert_channels')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
}

export function insertChannel(db: Kysely<Schema>, channel: Insertable<AlertChannelsTable>): Promise<Channel> {
  return db.insertInto('alert_channels').values(channel).returningAll().executeTakeFirstOrThrow()
}

export function updateChannel(
  db: Kysely<Schema>,
  organizationId: string,
  id: string,
  changes: Updateable<AlertChannelsTable>,
): Promise<Channel> {
  return db
    .updateTable('alert_channels')
    .set({ ...changes, updated_at: new Date() })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

export async function deleteChannel(db: Kysely<Schema>, organizationId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('alert_channels')
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** What waits for a channel is given up, and what is held for it is forgotten. */
export async function giveUpDeliveries(db: Kysely<Schema>, organizationId: string, channelId: string): Promise<void> {
  await db
    .updateTable('channel_deliveries')
    .set({ status: 'failed', next_attempt_at: null, completed_at: sql<Date>`now()` })
    .where('organization_id', '=', organizationId)
    .where('channel_id', '=', channelId)
    .where('status', '=', 'pending')
    .execute()
  await db
    .deleteFrom('alert_notices')
    .where('organization_id', '=', organizationId)
    .where('channel_id', '=', channelId)
    .where('due_at', 'is not', null)
    .execute()
}

export async function insertTest(
  db: Kysely<Schema>,
  {
    id,
    organization_id,
    channel_id,
  }: Pick<Insertable<ChannelDeliveriesTable>, 'id' | 'organization_id' | 'channel_id'>,
): Promise<void> {
  await db.insertInto('channel_deliveries').values({ id, organization_id, channel_id, kind: 'test' }).execute()
}

const ALERT_IDS = sql<string[]>`ARRAY(SELECT alert_id FROM alert_notices
  WHERE alert_notices.organization_id = channel_deliveries.organization_id AND delivery_id = channel_deliveries.id
  GROUP BY alert_id ORDER BY alert_id)`

export function listChannelDeliveries(
  db: Kysely<Schema>,
  organizationId: string,
  channelId: string,
  { take, before }: Page,
  status: DeliveryRow['status'] | undefined,
): Promise<DeliveryRow[]> {
  let query = db
    .selectFrom('channel_deliveries')
    .selectAll()
    .select(ALERT_IDS.as('alert_ids'))
    .where('organization_id', '=', organizationId)
    .where('channel_id', '=', channelId)
  if (before) query = query.where('id', '<', before)
  if (status) query = query.where('status', '=', status)
  return query.orderBy('id', 'desc').limit(take).execute()
}

export function findChannelDelivery(
  db: Kysely<Schema>,
  organizationId: string,
  channelId: string,
  id: string,
): Promise<DeliveryRow | undefined> {
  return db
    .selectFrom('channel_deliveries')
    .selectAll()
    .select(ALERT_IDS.as('alert_ids'))
    .where('organization_id', '=', organizationId)
    .where('channel_id', '=', channelId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export function listChannelAttempts(
  db: Kysely<Schema>,
  organizationId: string,
  deliveryId: string,
): Promise<Selectable<ChannelAttemptsTable>[]> {
  return db
    .selectFrom('channel_attempts')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('delivery_id', '=', deliveryId)
    .orderBy('number')
    .execute()
}
