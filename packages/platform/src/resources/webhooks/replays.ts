import { rfc3339 } from '@lasthash/scanner'
import { type Kysely, type Selectable, sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { notify } from '../../db/client.ts'
import type { Schema, WebhookReplaysTable } from '../../db/schema.ts'
import { ApiError } from '../../errors.ts'
import { SUBSCRIBABLE } from '../../events/names.ts'
import { REPLAYS_CHANNEL } from '../../events/replay.ts'
import type { Page } from '../../http/list.ts'
import type { Call } from '../../http/route.ts'
import { newId, TIME_CHARACTERS } from '../../identifier.ts'
import { findWebhook } from './store.ts'

const MOST_EVENTS = 100_000 // in one replay

export type ReplayRow = Selectable<WebhookReplaysTable>

const nullable = <T extends import('typebox').TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Time = Type.String({ format: 'date-time' })

export const Replay = Type.Object(
  {
    id: Type.String(),
    webhook_id: Type.String(),
    from: Time,
    to: Time,
    events: Type.Array(Type.String()),
    status: Type.Enum(['queued', 'running', 'done', 'failed'], {
      description: '`done`: all its deliveries are made out; each has a state of its own.',
    }),
    delivery_count: Type.Integer({ description: 'Deliveries made out so far; list them by `replay_id`.' }),
    reason: nullable(Type.String({ description: 'Why it failed.' })),
    created_at: Time,
    completed_at: nullable(Time),
  },
  { title: 'WebhookReplay' },
)

export const ReplayCreate = Type.Object(
  {
    from: Type.String({ format: 'date-time', description: 'Events from then on, as far as they are kept: 90 days.' }),
    to: Type.Optional(Type.String({ format: 'date-time', description: 'And before then. Default: now.' })),
    events: Type.Optional(
      Type.Array(Type.Enum(SUBSCRIBABLE as string[]), {
        minItems: 1,
        maxItems: SUBSCRIBABLE.length,
        uniqueItems: true,
        description: 'Which. Default: those that the webhook is for.',
      }),
    ),
  },
  { additionalProperties: false },
)

export const REPLAY_EXAMPLE: Static<typeof Replay> = {
  id: 'rpl_01k0000000000000000000000',
  webhook_id: 'wh_01k0000000000000000000000',
  from: '2026-01-14T00:00:00Z',
  to: '2026-01-15T00:00:00Z',
  events: ['scan.completed'],
  status: 'done',
  delivery_count: 12,
  reason: null,
  created_at: '2026-01-15T08:00:00Z',
  completed_at: '2026-01-15T08:00:01Z',
}

export function toReplay(row: ReplayRow): Static<typeof Replay> {
  const { id, webhook_id, events, status, delivery_count, reason } = row
  return {
    ...{ id, webhook_id, from: rfc3339(row.since), to: rfc3339(row.until), events, status, delivery_count, reason },
    created_at: rfc3339(row.created_at),
    completed_at: row.completed_at && rfc3339(row.completed_at),
  }
}

/**
 * Has a span's events told once more to one endpoint. Throws `not_found`, `webhook_disabled`, `replay_under_way`,
 * `replay_too_large` and `validation_failed`.
 */
export async function createReplay(
  { db, organizationId }: Pick<Call, 'db' | 'organizationId'>,
  webhookId: string,
  given: Static<typeof ReplayCreate>,
): Promise<ReplayRow> {
  const webhook = await findWebhook(db, organizationId, webhookId)
  if (!webhook) throw new ApiError('not_found', `There is no webhook ${webhookId}.`)
  if (!webhook.enabled)
    throw new ApiError('webhook_disabled', `The webhook ${webhookId} is switched off. Set enabled to true first.`)
  const now = new Date()
  const since = new Date(given.from)
  const until = given.to === undefined || Date.parse(given.to) > now.getTime() ? now : new Date(given.to)
  requireSpan(since, until)
  const events = given.events ?? webhook.events
  await refuseSecond(db, organizationId, webhookId)
  const count = await countEvents(db, organizationId, { since, until, events })
  if (count > MOST_EVENTS)
    throw new ApiError(
      'replay_too_large',
      `There are more than ${MOST_EVENTS} such events between the two moments. Take a shorter span, or fewer kinds.`,
    )
  const row = await db
    .insertInto('webhook_replays')
    .values({ id: newId('rpl'), organization_id: organizationId, webhook_id: webhookId, since, until, events })
    .returningAll()
    .executeTakeFirstOrThrow()
  await notify(db, REPLAYS_CHANNEL, '')
  return row
}

function requireSpan(since: Date, until: Date): void {
  if (since < until) return
  const detail = 'is not before the end'
  throw new ApiError('validation_failed', `The body does not validate. /from ${detail}.`, {
    errors: [{ pointer: '/from', detail }],
  })
}

async function refuseSecond(db: Kysely<Schema>, organizationId: string, webhookId: string): Promise<void> {
  const other = await db
    .selectFrom('webhook_replays')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('webhook_id', '=', webhookId)
    .where('status', 'in', ['queued', 'running'])
    .executeTakeFirst()
  if (other) throw new ApiError('replay_under_way', `${other.id} is under way for the same webhook: wait for its end.`)
}

async function countEvents(
  db: Kysely<Schema>,
  organizationId: string,
  { since, until, events }: Pick<ReplayRow, 'since' | 'until' | 'events'>,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM (
      SELECT FROM events WHERE organization_id = ${organizationId} AND type = ANY (${events}::text[])
        AND id >= ${eventIdAt(since)} AND id < ${eventIdAt(until)} LIMIT ${MOST_EVENTS + 1}) AS counted
  `.execute(db)
  return rows[0]!.count
}

/** Below every event from then on: identifiers sort by time. */
export function eventIdAt(at: Date): string {
  return newId('evt', at.getTime()).slice(0, 'evt_'.length + TIME_CHARACTERS)
}

export function findReplay(db: Kysely<Schema>, organizationId: string, webhookId: string, id: string) {
  return db
    .selectFrom('webhook_replays')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('webhook_id', '=', webhookId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export function listReplays(
  db: Kysely<Schema>,
  organizationId: string,
  webhookId: string,
  { take, before }: Page,
): Promise<ReplayRow[]> {
  let query = db
    .selectFrom('webhook_replays')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('webhook_id', '=', webhookId)
  if (before) query = query.where('id', '<', before)
  return query.orderBy('id', 'desc').limit(take).execute()
}
