import { rfc3339 } from '@lasthash/scanner'
import { type Kysely, sql } from 'kysely'
import type { Branding } from '../branding.ts'
import type { ChannelKind, Schema } from '../db/schema.ts'
import { newId } from '../identifier.ts'
import { type Bundle, latestOfEach, type Notice, testNotice } from './notice.ts'

const LEASE = '60 seconds' // longer than any try; after it the worker that took a delivery counts as dead
const MOST_IN_DIGEST = 500 // notices of one digest; what is beyond is the next one's

/** A delivery that this process alone tries until its lease is over. */
export interface Claimed {
  id: string
  organization_id: string
  channel_id: string
  kind: 'alert' | 'digest' | 'test'
  alert_id: string | null
  attempt_count: number
  created_at: Date
  channel_kind: ChannelKind
  settings: Record<string, unknown>
  secrets: Buffer
}

/** Takes what is due: one delivery of each channel that is not `busy`, and of one alert never a later one before an earlier. */
export async function claimDue(system: Kysely<Schema>, busy: readonly string[], room: number): Promise<Claimed[]> {
  const { rows } = await sql<Claimed>`
    WITH candidates AS (
      SELECT DISTINCT ON (channel_id) id FROM channel_deliveries AS one
      WHERE status = 'pending' AND next_attempt_at <= now() AND channel_id <> ALL (${busy}::text[])
        AND NOT EXISTS (SELECT FROM channel_deliveries AS earlier WHERE earlier.channel_id = one.channel_id
          AND earlier.alert_id = one.alert_id AND earlier.id < one.id AND earlier.status = 'pending')
      ORDER BY channel_id, id
    ), due AS (
      SELECT id FROM channel_deliveries JOIN candidates USING (id)
      WHERE status = 'pending' AND next_attempt_at <= now()
      ORDER BY next_attempt_at LIMIT ${room} FOR UPDATE OF channel_deliveries SKIP LOCKED
    ), leased AS (
      UPDATE channel_deliveries SET next_attempt_at = now() + ${LEASE}::interval, attempt_count = attempt_count + 1
      FROM due WHERE channel_deliveries.id = due.id RETURNING channel_deliveries.*
    )
    SELECT leased.id, leased.organization_id, leased.channel_id, leased.kind, leased.alert_id, leased.attempt_count,
      leased.created_at, alert_channels.kind AS channel_kind, alert_channels.settings, alert_channels.secrets
    FROM leased JOIN alert_channels ON alert_channels.id = leased.channel_id
  `.execute(system)
  return rows
}

/** What a delivery tells. */
export async function claimedBundle(
  system: Kysely<Schema>,
  delivery: Claimed,
  { name, mail_sender }: Branding,
): Promise<Bundle> {
  const brand = { name: name ?? 'LastHash', mail_sender }
  const created_at = rfc3339(delivery.created_at)
  const { id, kind, channel_id } = delivery
  if (kind === 'test') return { id, kind, brand, created_at, notices: [testNotice(channel_id, created_at)] }
  const rows = await system
    .selectFrom('alert_notices')
    .select('notice')
    .where('delivery_id', '=', id)
    .orderBy('id')
    .execute()
  return { id, kind, brand, created_at, notices: latestOfEach(rows.map(({ notice }) => notice)) }
}

/** Makes deliveries of what was held and is due now: one digest for each channel, or one for each alert. */
export async function releaseHeld(system: Kysely<Schema>, combines: (kind: ChannelKind) => boolean): Promise<void> {
  const due = await system
    .selectFrom('alert_notices')
    .select('channel_id')
    .distinct()
    .where('due_at', '<=', sql<Date>`now()`)
    .limit(100)
    .execute()
  for (const { channel_id } of due) await system.transaction().execute((trx) => releaseOf(trx, channel_id, combines))
}

interface Held {
  id: number
  alert_id: string
  notice: Notice
}

async function releaseOf(
  trx: Kysely<Schema>,
  channelId: string,
  combines: (kind: ChannelKind) => boolean,
): Promise<void> {
  // Two processes follow each other here, and the second finds nothing left.
  const channel = await trx
    .selectFrom('alert_channels')
    .select(['organization_id', 'kind'])
    .where('id', '=', channelId)
    .forUpdate()
    .executeTakeFirst()
  if (!channel) return
  const held: Held[] = await trx
    .selectFrom('alert_notices')
    .select(['id', 'alert_id', 'notice'])
    .where('channel_id', '=', channelId)
    .where('due_at', '<=', sql<Date>`now()`)
    .orderBy('id')
    .limit(MOST_IN_DIGEST)
    .execute()
  if (held.length === 0) return
  const { organization_id } = channel
  const base = { organization_id, channel_id: channelId }
  if (combines(channel.kind)) {
    const id = newId('dlv')
    await trx
      .insertInto('channel_deliveries')
      .values({ ...base, id, kind: 'digest' })
      .execute()
    await attach(trx, held, id)
    return
  }
  for (const [alert_id, notices] of Map.groupBy(held, (one) => one.alert_id)) {
    if (notices.at(-1)!.notice.change === 'resolved' && !(await wasTold(trx, channelId, alert_id))) {
      // Begun and ended while nobody was to be told: there is nothing to be closed.
      await trx
        .deleteFrom('alert_notices')
        .where(
          'id',
          'in',
          notices.map(({ id }) => id),
        )
        .execute()
      continue
    }
    const id = newId('dlv')
    await trx
      .insertInto('channel_deliveries')
      .values({ ...base, id, kind: 'alert', alert_id })
      .execute()
    await attach(trx, notices, id)
  }
}

async function attach(trx: Kysely<Schema>, held: readonly Held[], delivery_id: string): Promise<void> {
  await trx
    .updateTable('alert_notices')
    .set({ due_at: null, delivery_id })
    .where(
      'id',
      'in',
      held.map(({ id }) => id),
    )
    .execute()
}

async function wasTold(trx: Kysely<Schema>, channelId: string, alertId: string): Promise<boolean> {
  const told = await trx
    .selectFrom('alert_notices')
    .select('id')
    .where('channel_id', '=', channelId)
    .where('alert_id', '=', alertId)
    .where('delivery_id', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return told !== undefined
}
