import { type Kysely, type Selectable, sql } from 'kysely'
import type { Logger } from 'pino'
import type { Database } from '../db/client.ts'
import type { Schema, WebhooksTable } from '../db/schema.ts'
import { toWebhook } from '../resources/webhooks/schema.ts'
import { giveUpDeliveries } from '../resources/webhooks/store.ts'
import type { Secrets } from '../secrets.ts'
import { retryAfterSeconds, secondsToNextAttempt } from './gaps.ts'
import { DELIVERIES_CHANNEL, recordEvent } from './record.ts'
import type { Answer, Send } from './send.ts'
import { signature } from './sign.ts'
import { payloadOf } from './versions.ts'

const LEASE = '60 seconds' // longer than any try; after it the worker that took a delivery counts as dead
const CONCURRENCY = 256 // tries at once in this process
const PER_ENDPOINT = 4 // of them to one endpoint: a slow one fills its own share and no more
const CANDIDATES = 500 // due deliveries looked at in one go
const POLL_MS = 1_000 // for due retries; new deliveries are announced by NOTIFY
const PATIENCE = '5 days' // of nothing but failure, then an endpoint is switched off

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
 * Delivers what the outbox owes. Any number of processes may run one on the same database: each delivery is leased by one
 * of them at a time, and leased anew when that one dies. At least once, in no promised order.
 */
export class Dispatcher {
  readonly #options: DispatcherOptions
  readonly #inFlight = new Set<Promise<void>>()
  readonly #perEndpoint = new Map<string, number>()
  #timer: NodeJS.Timeout | undefined
  #unlisten: (() => Promise<void>) | undefined
  #claiming = false
  #again = false
  #stopped = false

  constructor(options: DispatcherOptions) {
    this.#options = options
  }

  async start(): Promise<void> {
    const { database, pollMs = POLL_MS } = this.#options
    this.#unlisten = await database.listen(DELIVERIES_CHANNEL, () => void this.#pump())
    this.#timer = setInterval(() => void this.#pump(), pollMs)
    void this.#pump()
  }

  /** Takes no more, and waits for the tries under way. */
  async stop(): Promise<void> {
    this.#stopped = true
    clearInterval(this.#timer)
    await this.#unlisten?.()
    await Promise.all(this.#inFlight)
  }

  async #pump(): Promise<void> {
    this.#again = true
    if (this.#claiming || this.#stopped) return
    this.#claiming = true
    try {
      while (this.#again && !this.#stopped) {
        this.#again = false
        const room = CONCURRENCY - this.#inFlight.size
        if (room <= 0) break
        const claimed = await this.#claim(room)
        for (const delivery of claimed) this.#begin(delivery)
        if (claimed.length > 0) this.#again = true
      }
    } catch (error) {
      // A lost database: what is owed stays owed, and the timer asks again.
      this.#options.log.warn({ err: error }, 'webhook deliveries could not be claimed')
    } finally {
      this.#claiming = false
    }
  }

  #begin(delivery: Claimed): void {
    const { webhook_id } = delivery
    this.#perEndpoint.set(webhook_id, (this.#perEndpoint.get(webhook_id) ?? 0) + 1)
    const attempt = this.#attempt(delivery)
      .catch((error: unknown) => {
        // The lease runs out and the delivery is tried again: at least once.
        this.#options.log.warn({ err: error, delivery: delivery.id }, 'a webhook delivery could not be recorded')
      })
      .finally(() => {
        this.#inFlight.delete(attempt)
        const left = this.#perEndpoint.get(webhook_id)! - 1
        if (left > 0) this.#perEndpoint.set(webhook_id, left)
        else this.#perEndpoint.delete(webhook_id)
        void this.#pump()
      })
    this.#inFlight.add(attempt)
  }

  async #claim(room: number): Promise<Claimed[]> {
    const taken = [...this.#perEndpoint.keys()]
    const counts = [...this.#perEndpoint.values()]
    const { rows } = await sql<Claimed>`
      WITH candidates AS (
        SELECT id, webhook_id, next_attempt_at FROM deliveries
        WHERE status = 'pending' AND next_attempt_at <= now()
          AND webhook_id <> ALL (${this.#full()}::text[])
        ORDER BY next_attempt_at LIMIT ${CANDIDATES}
      ), ranked AS (
        SELECT candidates.id, next_attempt_at,
          row_number() OVER (PARTITION BY webhook_id ORDER BY next_attempt_at) + coalesce(busy.count, 0) AS position
        FROM candidates
        LEFT JOIN unnest(${taken}::text[], ${counts}::int[]) AS busy (id, count) ON busy.id = webhook_id
      ), due AS (
        SELECT deliveries.id FROM deliveries JOIN ranked USING (id)
        WHERE position <= ${PER_ENDPOINT} AND status = 'pending' AND deliveries.next_attempt_at <= now()
        ORDER BY deliveries.next_attempt_at LIMIT ${room}
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

  #full(): string[] {
    return [...this.#perEndpoint].filter(([, count]) => count >= PER_ENDPOINT).map(([id]) => id)
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
    await this.#record(delivery, at, { headers, body }, answer)
  }

  async #record(
    delivery: Claimed,
    at: Date,
    request: { headers: Record<string, string>; body: string },
    answer: Answer,
  ): Promise<void> {
    const { database } = this.#options
    const succeeded = answer.error === null && answer.status >= 200 && answer.status < 300
    await database.system.transaction().execute(async (trx) => {
      // First, for it locks the endpoint's row before its deliveries', as whoever changes or deletes the endpoint does.
      if (succeeded) await settleSuccess(trx, delivery)
      else await settleFailure(trx, delivery, answer, at.getTime())
      await trx
        .insertInto('delivery_attempts')
        .values({
          delivery_id: delivery.id,
          number: delivery.attempt_count,
          organization_id: delivery.organization_id,
          webhook_id: delivery.webhook_id,
          attempted_at: at,
          duration_ms: answer.duration_ms,
          request: JSON.stringify({ url: delivery.url, ...request }),
          response:
            answer.status === 0
              ? null
              : JSON.stringify({ status: answer.status, headers: answer.headers, body: answer.body }),
          error: succeeded ? null : (answer.error ?? `The endpoint answered ${answer.status}.`),
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    })
  }
}

async function settleSuccess(trx: Kysely<Schema>, delivery: Claimed): Promise<void> {
  await trx
    .updateTable('webhooks')
    .set({ failing_since: null })
    .where('id', '=', delivery.webhook_id)
    .where('failing_since', 'is not', null)
    .execute()
  await trx
    .updateTable('deliveries')
    .set({ status: 'succeeded', next_attempt_at: null, completed_at: new Date() })
    .where('id', '=', delivery.id)
    .execute()
}

async function settleFailure(trx: Kysely<Schema>, delivery: Claimed, answer: Answer, now: number): Promise<void> {
  const webhook = await noteFailure(trx, delivery.webhook_id, answer.status === 410)
  const asked = retryAfterSeconds(answer.retryAfter, now)
  // Switched off, by this failure or by somebody since the try began: nothing more is sent there.
  const seconds = webhook?.enabled ? secondsToNextAttempt(delivery.attempt_count, asked, Math.random()) : null
  await sql`
    UPDATE deliveries SET
      status = ${seconds === null ? 'failed' : 'pending'},
      next_attempt_at = CASE WHEN ${seconds}::float8 IS NULL THEN NULL ELSE now() + make_interval(secs => ${seconds}::float8) END,
      completed_at = CASE WHEN ${seconds}::float8 IS NULL THEN now() END
    WHERE id = ${delivery.id}
  `.execute(trx)
  if (!webhook || webhook.enabled || !webhook.was_enabled) return
  await giveUpDeliveries(trx, delivery.organization_id, delivery.webhook_id)
  await recordEvent(trx, delivery.organization_id, 'webhook.disabled', toWebhook(webhook))
}

/** Switches the endpoint off when it is gone, or has failed for too long. Undefined when it was deleted meanwhile. */
async function noteFailure(trx: Kysely<Schema>, id: string, gone: boolean) {
  const present = await trx.selectFrom('webhooks').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  if (!present?.enabled) return present && { ...present, was_enabled: false }
  const { rows } = await sql<Selectable<WebhooksTable>>`
    UPDATE webhooks SET
      failing_since = coalesce(failing_since, now()),
      enabled = NOT spent,
      disabled_reason = CASE WHEN ${gone} THEN 'The endpoint answered 410 Gone.'
        WHEN spent THEN 'Every delivery failed for five days.' END,
      updated_at = CASE WHEN spent THEN now() ELSE updated_at END
    FROM (SELECT ${gone} OR coalesce(failing_since < now() - ${PATIENCE}::interval, false) AS spent FROM webhooks WHERE id = ${id}) AS judged
    WHERE id = ${id}
    RETURNING webhooks.*
  `.execute(trx)
  return { ...rows[0]!, was_enabled: true }
}
