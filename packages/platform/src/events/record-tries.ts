import { type Kysely, type Selectable, sql } from 'kysely'
import { isUnavailable } from '../db/errors.ts'
import { jsonb } from '../db/jsonb.ts'
import type { Schema, WebhooksTable } from '../db/schema.ts'
import { toWebhook } from '../resources/webhooks/schema.ts'
import { giveUpDeliveries } from '../resources/webhooks/store.ts'
import { retryAfterSeconds, secondsToNextAttempt } from './gaps.ts'
import { recordEvent } from './record.ts'
import type { Answer } from './send.ts'

const AT_ONCE = 100 // tries written down by one transaction
const PATIENCE = '5 days' // of nothing but failure, then an endpoint is switched off

/** One try of a delivery, and what came of it. */
export interface Try {
  delivery: { id: string; organization_id: string; webhook_id: string; attempt_count: number }
  at: Date
  request: { url: string; headers: Record<string, string>; body: string }
  answer: Answer
}

/**
 * Writes down how tries ended: those that end while others are being written follow together, so that what it costs does not
 * grow with their number, and one connection is enough.
 */
export class TryRecorder {
  readonly #system: Kysely<Schema>
  #waiting: { one: Try; resolve: () => void; reject: (error: unknown) => void }[] = []
  #writing = false

  constructor(system: Kysely<Schema>) {
    this.#system = system
  }

  /** Resolves when it is on record. */
  add(one: Try): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ one, resolve, reject })
      void this.#write()
    })
  }

  async #write(): Promise<void> {
    if (this.#writing) return
    this.#writing = true
    while (this.#waiting.length > 0) {
      const some = this.#waiting.splice(0, AT_ONCE)
      try {
        await record(
          this.#system,
          some.map(({ one }) => one),
        )
        for (const { resolve } of some) resolve()
      } catch (error) {
        // Whatever one of them is to blame for is not to hold up the others.
        for (const { one, resolve, reject } of some) {
          if (some.length === 1 || isUnavailable(error)) reject(error)
          else await record(this.#system, [one]).then(resolve, reject)
        }
      }
    }
    this.#writing = false
  }
}

function record(system: Kysely<Schema>, tries: readonly Try[]): Promise<void> {
  return system.transaction().execute(async (trx) => {
    // First, for whoever changes or deletes an endpoint locks its row before its deliveries'.
    const webhooks = await hold(trx, tries)
    const rest = tries.filter(({ delivery }) => webhooks.has(delivery.webhook_id))
    if (rest.length === 0) return
    for (const [id, some] of Map.groupBy(rest, ({ delivery }) => delivery.webhook_id))
      await noteOutcome(trx, webhooks.get(id)!, some)
    const settled = rest.map((one) => ({
      ...{ id: one.delivery.id, succeeded: hasSucceeded(one) },
      seconds: hasSucceeded(one) ? null : secondsLeft(one, webhooks.get(one.delivery.webhook_id)!.enabled),
    }))
    await sql`
      UPDATE deliveries SET
        status = CASE WHEN succeeded THEN 'succeeded' WHEN seconds IS NULL THEN 'failed' ELSE 'pending' END,
        next_attempt_at = now() + make_interval(secs => seconds),
        completed_at = CASE WHEN seconds IS NULL THEN now() END
      FROM jsonb_to_recordset(${JSON.stringify(settled)}::jsonb) AS settled (id text, succeeded boolean, seconds float8)
      WHERE deliveries.id = settled.id
    `.execute(trx)
    await trx
      .insertInto('delivery_attempts')
      .columns([
        'delivery_id',
        'number',
        'organization_id',
        'webhook_id',
        'attempted_at',
        'duration_ms',
        'request',
        'response',
        'error',
      ])
      .expression(
        sql`SELECT * FROM jsonb_to_recordset(${jsonb(rest.map(attemptOf))}::jsonb) AS attempt (delivery_id text, number smallint,
          organization_id text, webhook_id text, attempted_at timestamptz, duration_ms int, request jsonb, response jsonb, error text)`,
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  })
}

type Webhook = Selectable<WebhooksTable>

/** The endpoints that are still there, kept from being deleted, and those that are to be changed from being changed. */
async function hold(trx: Kysely<Schema>, tries: readonly Try[]): Promise<Map<string, Webhook>> {
  const of = (some: readonly Try[]) => [...new Set(some.map(({ delivery }) => delivery.webhook_id))]
  const failed = of(tries.filter((one) => !hasSucceeded(one)))
  await sql`SELECT FROM webhooks WHERE id = ANY (${of(tries)}::text[]) ORDER BY id FOR KEY SHARE`.execute(trx)
  await sql`SELECT FROM webhooks WHERE id = ANY (${of(tries)}::text[]) AND (failing_since IS NOT NULL OR id = ANY (${failed}::text[]))
    ORDER BY id FOR NO KEY UPDATE`.execute(trx)
  const rows = await trx.selectFrom('webhooks').selectAll().where('id', 'in', of(tries)).execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** What these tries mean for their endpoint: it may be switched off, which `webhook` shows afterwards. */
async function noteOutcome(trx: Kysely<Schema>, webhook: Webhook, tries: readonly Try[]): Promise<void> {
  const { id, organization_id } = webhook
  if (tries.some(hasSucceeded) && webhook.failing_since !== null) {
    await trx.updateTable('webhooks').set({ failing_since: null }).where('id', '=', id).execute()
    webhook.failing_since = null
  }
  const failed = tries.filter((one) => !hasSucceeded(one))
  if (failed.length === 0 || !webhook.enabled) return
  const gone = failed.some(({ answer }) => answer.status === 410)
  const { rows } = await sql<Webhook>`
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
  Object.assign(webhook, rows[0])
  if (webhook.enabled) return
  await giveUpDeliveries(trx, organization_id, id)
  await recordEvent(trx, organization_id, 'webhook.disabled', toWebhook(webhook))
}

/** Until the next try; null when there is none. To one that was switched off nothing more is sent. */
function secondsLeft({ delivery, at, answer }: Try, enabled: boolean): number | null {
  if (!enabled) return null
  const asked = retryAfterSeconds(answer.retryAfter, at.getTime())
  return secondsToNextAttempt(delivery.attempt_count, asked, Math.random())
}

function hasSucceeded({ answer }: Try): boolean {
  return answer.error === null && answer.status >= 200 && answer.status < 300
}

function attemptOf(one: Try): Record<string, unknown> {
  const { delivery, at, request, answer } = one
  return {
    delivery_id: delivery.id,
    number: delivery.attempt_count,
    organization_id: delivery.organization_id,
    webhook_id: delivery.webhook_id,
    attempted_at: at,
    duration_ms: answer.duration_ms,
    request,
    response: answer.status === 0 ? null : { status: answer.status, headers: answer.headers, body: answer.body },
    error: hasSucceeded(one) ? null : (answer.error ?? `The endpoint answered ${answer.status}.`),
  }
}
