import { sql } from 'kysely'
import type { Logger } from 'pino'
import type { Database } from '../db/client.ts'
import { Pump } from '../pump.ts'
import type { Secrets } from '../secrets.ts'
import { DELIVERIES_CHANNEL } from './record.ts'
import { TryRecorder } from './record-tries.ts'
import type { Send } from './send.ts'
import { FIRST_SHARE, Shares } from './shares.ts'
import { signature } from './sign.ts'
import { payloadOf } from './versions.ts'

const LEASE = '60 seconds' // longer than any try; after it the worker that took a delivery counts as dead
const CONCURRENCY = 256 // tries at once in this process
const POLL_MS = 1_000 // for due retries; new deliveries are announced by NOTIFY

interface Claimed {
  id: string
  organization_id: string
  webhook_id: string
  attempt_count: number
  url: string
  api_version: string
  secret: Buffer
  /** Of before the last rotation, while it still signs. */
  previous_secret: Buffer | null
  event_id: string
  event_type: string
  data: unknown
  created_at: Date
}

export interface DispatcherOptions {
  database: Database
  secrets: Secrets
  send: Send
  log: Logger
  /** Milliseconds between looks for due retries. */
  pollMs?: number
}

/**
 * Delivers what the outbox owes. Any number of processes may run one on the same database. At least once, in no promised order.
 */
export class Dispatcher {
  readonly #options: DispatcherOptions
  readonly #pump: Pump<Claimed>
  readonly #recorder: TryRecorder
  readonly #shares = new Shares()

  constructor(options: DispatcherOptions) {
    this.#options = options
    const { database, log, pollMs = POLL_MS } = options
    this.#recorder = new TryRecorder(database.system)
    this.#pump = new Pump<Claimed>({
      ...{ database, log, what: 'webhook delivery', channel: DELIVERIES_CHANNEL, pollMs },
      ...{ atOnce: CONCURRENCY, perKey: (id) => this.#shares.of(id), keyOf: ({ webhook_id }) => webhook_id },
      take: (room, busy) => this.#claim(room, busy),
      work: (delivery) => this.#attempt(delivery),
    })
  }

  start(): Promise<void> {
    return this.#pump.start()
  }

  /** Takes no more, and waits for the tries under way. */
  stop(): Promise<void> {
    return this.#pump.stop()
  }

  /**
   * Endpoint by endpoint, the next of each: what waits for one that is slow, however much, is not read to get at the others'. The
   * walk from endpoint to endpoint takes one look into the index for each that is owed something.
   */
  async #claim(room: number, busy: ReadonlyMap<string, number>): Promise<Claimed[]> {
    const known = [...new Set([...busy.keys(), ...this.#shares.known()])]
    const left = known.map((id) => Math.max(0, this.#shares.of(id) - (busy.get(id) ?? 0)))
    const { rows } = await sql<Claimed>`
      WITH RECURSIVE endpoints AS (
        (SELECT webhook_id AS id FROM deliveries WHERE status = 'pending' ORDER BY webhook_id LIMIT 1)
        UNION ALL
        SELECT (SELECT webhook_id FROM deliveries WHERE status = 'pending' AND webhook_id > endpoints.id ORDER BY webhook_id LIMIT 1)
        FROM endpoints WHERE id IS NOT NULL
      ), candidates AS (
        SELECT next.id FROM endpoints
        LEFT JOIN unnest(${known}::text[], ${left}::int[]) AS share (id, rest) ON share.id = endpoints.id
        CROSS JOIN LATERAL (
          SELECT id, next_attempt_at FROM deliveries
          WHERE webhook_id = endpoints.id AND status = 'pending' AND next_attempt_at <= now()
          ORDER BY next_attempt_at LIMIT coalesce(share.rest, ${FIRST_SHARE})
        ) AS next
        ORDER BY next.next_attempt_at LIMIT ${room}
      ), due AS (
        SELECT deliveries.id FROM deliveries JOIN candidates USING (id)
        WHERE status = 'pending' AND next_attempt_at <= now()
        FOR UPDATE OF deliveries SKIP LOCKED
      ), leased AS (
        UPDATE deliveries SET next_attempt_at = now() + ${LEASE}::interval, attempt_count = attempt_count + 1
        FROM due WHERE deliveries.id = due.id
        RETURNING deliveries.*
      )
      SELECT leased.id, leased.organization_id, leased.webhook_id, leased.attempt_count, webhooks.url, webhooks.api_version, webhooks.secret,
        CASE WHEN webhooks.previous_secret_expires_at > now() THEN webhooks.previous_secret END AS previous_secret,
        events.id AS event_id, events.type AS event_type, events.data, events.created_at
      FROM leased JOIN webhooks ON webhooks.id = leased.webhook_id JOIN events ON events.id = leased.event_id
    `.execute(this.#options.database.system)
    return rows
  }

  async #attempt(delivery: Claimed): Promise<void> {
    const { secrets, send } = this.#options
    const at = new Date()
    const timestamp = Math.floor(at.getTime() / 1000)
    const { event_id, event_type, created_at, data } = delivery
    const body = payloadOf(delivery.api_version, { id: event_id, type: event_type, created_at, data })
    const signing = [delivery.secret, delivery.previous_secret].filter((one) => one !== null)
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'LastHash-Webhooks/1 (+https://lasthash.com/docs/webhooks)',
      'lasthash-version': delivery.api_version,
      'webhook-id': delivery.event_id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signature(
        signing.map((sealed) => secrets.open(sealed).toString()),
        delivery.event_id,
        timestamp,
        body,
      ),
    }
    const answer = await send({ url: delivery.url, headers, body })
    this.#shares.note(delivery.webhook_id, answer.duration_ms)
    await this.#recorder.add({ delivery, at, request: { url: delivery.url, headers, body }, answer })
  }
}
