import { type Kysely, sql } from 'kysely'
import type { Logger } from 'pino'
import type { Database } from '../db/client.ts'
import type { Schema } from '../db/schema.ts'
import { eventIdAt, type ReplayRow } from '../resources/webhooks/replays.ts'
import { DELIVERIES_CHANNEL } from './record.ts'

/** Told on this channel: there are events to replay. */
export const REPLAYS_CHANNEL = 'lasthash_replays'

const BATCH = 500 // events in one transaction
/** Deliveries that may wait for one endpoint before a replay adds more: what is new must not wait behind all that is old. */
const MOST_WAITING = 1_000
const POLL = 2_000 // milliseconds

/**
 * Makes out the deliveries of replays, a few at a time. Any number of processes may run one: whoever holds a replay's row
 * takes its next events, and where it was stands in the same transaction, so that none is made out twice.
 */
export class ReplayRunner {
  readonly #database: Database
  readonly #log: Logger
  #timer: NodeJS.Timeout | undefined
  #unlisten: (() => Promise<void>) | undefined
  #running: Promise<void> | undefined
  #again = false
  #stopped = false

  constructor({ database, log }: { database: Database; log: Logger }) {
    this.#database = database
    this.#log = log
  }

  async start(): Promise<void> {
    const run = () => void this.#run()
    this.#unlisten = await this.#database.listen(REPLAYS_CHANNEL, run, { onReconnect: run })
    this.#timer = setInterval(run, POLL)
    run()
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearInterval(this.#timer)
    await this.#unlisten?.()
    await this.#running
  }

  #run(): Promise<void> {
    this.#again = true
    this.#running ??= this.#all().finally(() => {
      this.#running = undefined
    })
    return this.#running
  }

  async #all(): Promise<void> {
    try {
      while (this.#again && !this.#stopped) {
        this.#again = false
        let worked = true
        while (worked && !this.#stopped) worked = await this.#database.system.transaction().execute(replaySome)
      }
    } catch (error) {
      // A lost database: the timer asks again.
      this.#log.warn({ err: error }, 'events could not be replayed')
    }
  }
}

/** The next events of one replay; false when there is none that has room for more. */
async function replaySome(trx: Kysely<Schema>): Promise<boolean> {
  const { rows } = await sql<ReplayRow & { enabled: boolean }>`
    SELECT r.*, w.enabled FROM webhook_replays r JOIN webhooks w ON w.id = r.webhook_id
    WHERE r.status IN ('queued', 'running') AND (NOT w.enabled OR ${MOST_WAITING} > (
      SELECT count(*) FROM (SELECT FROM deliveries d WHERE d.webhook_id = r.webhook_id AND d.status = 'pending' LIMIT ${MOST_WAITING}) AS waiting))
    ORDER BY r.id LIMIT 1 FOR UPDATE OF r SKIP LOCKED
  `.execute(trx)
  const [replay] = rows
  if (!replay) return false
  if (!replay.enabled) {
    const reason = 'The webhook was switched off in the meantime.'
    await end(trx, replay.id, { status: 'failed', reason })
    return true
  }
  const { rows: made } = await sql<{ last: string | null; taken: number; owed: number }>`
    WITH taken AS (
      SELECT id, type FROM events
      WHERE organization_id = ${replay.organization_id} AND type = ANY (${replay.events}::text[])
        AND id > ${replay.position ?? eventIdAt(replay.since)} AND id < ${eventIdAt(replay.until)}
      ORDER BY id LIMIT ${BATCH}
    ), owed AS (
      INSERT INTO deliveries (id, organization_id, webhook_id, event_id, event_type, replay_id)
      SELECT 'dlv_' || substr(taken.id, 5, 10) || left(replace(gen_random_uuid()::text, '-', ''), 16),
        ${replay.organization_id}, ${replay.webhook_id}, taken.id, taken.type, ${replay.id}
      FROM taken WHERE NOT EXISTS (
        SELECT FROM deliveries d WHERE d.webhook_id = ${replay.webhook_id} AND d.event_id = taken.id AND d.status = 'pending')
      RETURNING id
    )
    SELECT max(taken.id) AS last, count(*) AS taken, (SELECT count(*) FROM owed) AS owed FROM taken
  `.execute(trx)
  const { last, taken, owed } = made[0]!
  await trx
    .updateTable('webhook_replays')
    .set((eb) => ({
      status: 'running',
      position: last ?? replay.position,
      delivery_count: eb('delivery_count', '+', owed),
    }))
    .where('id', '=', replay.id)
    .execute()
  if (taken < BATCH) await end(trx, replay.id, { status: 'done' })
  if (owed > 0) await sql`SELECT pg_notify(${DELIVERIES_CHANNEL}, '')`.execute(trx)
  return true
}

async function end(
  trx: Kysely<Schema>,
  id: string,
  outcome: { status: 'done' | 'failed'; reason?: string },
): Promise<void> {
  await trx
    .updateTable('webhook_replays')
    .set({ ...outcome, completed_at: sql<Date>`now()` })
    .where('id', '=', id)
    .execute()
}
