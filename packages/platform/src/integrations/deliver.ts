import { type Kysely, type Selectable, sql } from 'kysely'
import type { Logger } from 'pino'
import type { Brands } from '../branding.ts'
import type { Database } from '../db/client.ts'
import { jsonb } from '../db/jsonb.ts'
import type { AlertChannelsTable, Schema } from '../db/schema.ts'
import { retryAfterSeconds } from '../events/gaps.ts'
import { recordEvent } from '../events/record.ts'
import type { Send } from '../events/send.ts'
import type { SendMail } from '../mailer.ts'
import { Pump } from '../pump.ts'
import { toChannel } from '../resources/alert-channels/schema.ts'
import { giveUpDeliveries } from '../resources/alert-channels/store.ts'
import { CHANNELS_CHANNEL } from '../resources/alert-channels/tell.ts'
import type { Secrets } from '../secrets.ts'
import type { Adapter, CallAnswer, Outcome, OutgoingCall, Settings } from './adapter.ts'
import { ADAPTERS } from './adapters.ts'
import { type Claimed, claimDue, claimedBundle, releaseHeld } from './outbox.ts'
import { redacted } from './redact.ts'

const AT_ONCE = 64 // deliveries under way in this process
const POLL_MS = 1_000 // for what is due by the clock; new deliveries are announced by NOTIFY
const PATIENCE = '5 days' // of nothing but failure, then a channel is switched off
/** Seconds from one try to the next: an alert that is a day late tells nobody anything. docs/alerts.md prints them. */
export const GAPS = [5, 30, 120, 600, 1_800, 3_600, 10_800, 21_600, 43_200] as const
const JITTER = 0.1
const LONGEST_RETRY_AFTER = 86_400 // seconds
const USER_AGENT = 'LastHash-Alerts/1 (+https://lasthash.com/docs/alerts)'

export interface DelivererOptions {
  database: Database
  secrets: Secrets
  brands: Brands
  log: Logger
  send: Send
  sendMail: SendMail | undefined
  /** Milliseconds between looks for what is due. */
  pollMs?: number
}

/** What was sent and answered: of several calls, the last. */
interface Sent {
  call: OutgoingCall
  answer: CallAnswer & { retryAfter: string | null }
  outcome: Outcome
}

/**
 * The only sender of integrations: what the outbox owes to alert channels. Any number of processes may run one on the same
 * database: each delivery is leased by one of them at a time, and leased anew when that one dies, under the same id. One
 * channel is told one thing at a time, and of one alert in the order in which it happened.
 */
export class Deliverer {
  readonly #options: DelivererOptions
  readonly #pump: Pump<Claimed>

  constructor(options: DelivererOptions) {
    this.#options = options
    const { database, log, pollMs = POLL_MS } = options
    this.#pump = new Pump<Claimed>({
      ...{ database, log, what: 'delivery of alerts', channel: CHANNELS_CHANNEL, pollMs },
      ...{ atOnce: AT_ONCE, perKey: () => 1, keyOf: ({ channel_id }) => channel_id },
      async take(room, busy) {
        await releaseHeld(database.system, (kind) => ADAPTERS[kind].combines)
        return await claimDue(database.system, [...busy.keys()], room)
      },
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

  async #attempt(delivery: Claimed): Promise<void> {
    const { database, secrets, brands } = this.#options
    const at = new Date()
    const began = performance.now()
    const hidden: Settings = JSON.parse(secrets.open(delivery.secrets).toString())
    const bundle = await claimedBundle(database.system, delivery, await brands.of(delivery.organization_id))
    const adapter = ADAPTERS[delivery.channel_kind]
    const sent = await this.#sendAll(adapter, adapter.compose(bundle, { ...delivery.settings, ...hidden }))
    const duration_ms = Math.round(performance.now() - began)
    const words = Object.values(hidden).filter((one) => typeof one === 'string')
    await database.system.transaction().execute(async (trx) => {
      // First, for it locks the channel's row before its deliveries', as whoever changes or deletes the channel does.
      await settle(trx, delivery, sent, at.getTime(), words)
      await trx
        .insertInto('channel_attempts')
        .values({
          delivery_id: delivery.id,
          number: delivery.attempt_count,
          organization_id: delivery.organization_id,
          attempted_at: at,
          duration_ms,
          request: redacted(jsonb(shownCall(sent.call)), words),
          response:
            sent.answer.status === 0
              ? null
              : redacted(jsonb({ status: sent.answer.status, body: sent.answer.body }), words),
          error: sent.outcome.error === null ? null : redacted(sent.outcome.error, words),
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    })
  }

  /** One call after the other, up to the first that fails. */
  async #sendAll(adapter: Adapter, calls: readonly OutgoingCall[]): Promise<Sent> {
    let sent: Sent | undefined
    for (const call of calls) {
      const answer = await this.#sendOne(call)
      sent = { call, answer, outcome: adapter.read(answer) }
      if (sent.outcome.error !== null) break
    }
    return sent!
  }

  async #sendOne(call: OutgoingCall): Promise<Sent['answer']> {
    const { send, sendMail } = this.#options
    if (call.by === 'http') {
      const { url, headers, body } = call
      return await send({ url, headers: { 'user-agent': USER_AGENT, ...headers }, body })
    }
    if (!sendMail) return { status: 0, body: '', error: 'No mail server is set: LASTHASH_SMTP_URL.', retryAfter: null }
    return { ...(await sendMail(call)), retryAfter: null }
  }
}

/** A call as its history shows it. */
function shownCall(call: OutgoingCall): Record<string, unknown> {
  if (call.by === 'mail') return { to: call.to, subject: call.subject, text: call.text }
  return { url: call.url, headers: call.headers, body: call.body }
}

async function settle(
  trx: Kysely<Schema>,
  delivery: Claimed,
  { answer, outcome }: Sent,
  now: number,
  words: readonly string[],
): Promise<void> {
  if (outcome.error === null) {
    await trx
      .updateTable('alert_channels')
      .set({ failing_since: null, last_error: null })
      .where('id', '=', delivery.channel_id)
      .where('failing_since', 'is not', null)
      .execute()
    await trx
      .updateTable('channel_deliveries')
      .set({ status: 'succeeded', next_attempt_at: null, completed_at: new Date() })
      .where('id', '=', delivery.id)
      .execute()
    return
  }
  const channel = await noteFailure(trx, delivery.channel_id, redacted(outcome.error, words), outcome.gone)
  const asked = retryAfterSeconds(answer.retryAfter, now)
  // Switched off, by this failure or by somebody since the try began: nothing more is sent there. A test is tried once.
  const again = channel?.enabled && !outcome.final && delivery.kind !== 'test'
  const seconds = again ? secondsToNextTry(delivery.attempt_count, asked, Math.random()) : null
  await sql`
    UPDATE channel_deliveries SET
      status = ${seconds === null ? 'failed' : 'pending'},
      next_attempt_at = CASE WHEN ${seconds}::float8 IS NULL THEN NULL ELSE now() + make_interval(secs => ${seconds}::float8) END,
      completed_at = CASE WHEN ${seconds}::float8 IS NULL THEN now() END
    WHERE id = ${delivery.id}
  `.execute(trx)
  if (!channel || channel.enabled || !channel.was_enabled) return
  await giveUpDeliveries(trx, delivery.organization_id, delivery.channel_id)
  await recordEvent(trx, delivery.organization_id, 'alert_channel.disabled', toChannel(channel))
}

/** Seconds until the next try after `attempts` failed; null when there is none. What the other side asks for is honoured. */
export function secondsToNextTry(attempts: number, retryAfter: number | null, random: number): number | null {
  const gap = GAPS[attempts - 1]
  if (gap === undefined) return null
  return Math.max(gap * (1 + JITTER * random), Math.min(retryAfter ?? 0, LONGEST_RETRY_AFTER))
}

/** Switches the channel off when it is gone, or has failed for too long. Undefined when it was deleted meanwhile. */
async function noteFailure(trx: Kysely<Schema>, id: string, error: string, gone: boolean) {
  const present = await trx
    .selectFrom('alert_channels')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!present?.enabled) return present && { ...present, was_enabled: false }
  const { rows } = await sql<Selectable<AlertChannelsTable>>`
    UPDATE alert_channels SET
      failing_since = coalesce(failing_since, now()),
      last_error = ${error},
      enabled = NOT spent,
      disabled_reason = CASE WHEN ${gone} THEN ${error} WHEN spent THEN 'Every delivery failed for five days.' END,
      updated_at = CASE WHEN spent THEN now() ELSE updated_at END
    FROM (SELECT ${gone} OR coalesce(failing_since < now() - ${PATIENCE}::interval, false) AS spent FROM alert_channels WHERE id = ${id}) AS judged
    WHERE id = ${id}
    RETURNING alert_channels.*
  `.execute(trx)
  return { ...rows[0]!, was_enabled: true }
}
