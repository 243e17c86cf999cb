import { type Kysely, sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Schema } from '../db/schema.ts'
import type { CallAnswer } from '../integrations/adapter.ts'
import { openMailer, type SendMail, TOO_LARGE } from '../mailer.ts'
import { logoOf, reportMail, unsubscribeHeaders } from '../reporting/mail.ts'
import { bounceAddress, shareUrl, unsubscribeUrl } from '../reporting/signed-address.ts'
import type { DeliveryRow } from '../resources/report-schedules/store.ts'
import { fileNameOf, type ReportRow } from '../resources/reports/schema.ts'
import type { ReportSpec } from '../resources/reports/spec.ts'
import { linkReports, REPORT_MAIL_CHANNEL, settleDeliveriesOf } from './report-runs.ts'

const AT_ONCE = 4 // mails under way in this process
const PER_ORGANIZATION = 2 // of them of one organisation, where others wait
const LEASE = '30 seconds' // renewed as long as it is being tried; after it the worker counts as dead
const RENEW = 8_000 // milliseconds
const POLL = 2_000 // milliseconds
/** Seconds from one try to the next; docs/automated-reporting.md prints them. */
const GAPS = [30, 300, 1_800, 7_200, 21_600, 43_200] as const
const UNKNOWN =
  'LastHash was ended just when the mail server took the mail: whether it went out is not known, so it was not sent a second time.'

/** A delivery that this process alone tries until its lease is over, with what it tells. */
interface Claimed extends DeliveryRow {
  name: string
  message: string
  report: ReportSpec
  link_days: number
  unsubscribed_at: Date | null
}

type Outcome =
  | { status: 'sent'; answer: string }
  | { status: 'failed' | 'bounced'; error: string; gone: boolean }
  | { status: 'skipped' }
  | { status: 'pending'; error: string; seconds: number; attached?: false }

/** Mails the reports of schedules. Any number of processes may run one: each delivery is leased by one of them at a time. */
export class ReportMailer {
  readonly #context: Context
  readonly #send: SendMail | undefined
  readonly #busy = new Map<string, { organizationId: string; over: Promise<void> }>()
  #timer: NodeJS.Timeout | undefined
  #unlisten: (() => Promise<void>) | undefined
  #claiming = false
  #again = false
  #stopped = false

  constructor(context: Context) {
    this.#context = context
    this.#send = openMailer(context.config)
  }

  async start(): Promise<void> {
    const pump = () => void this.#pump()
    this.#unlisten = await this.#context.database.listen(REPORT_MAIL_CHANNEL, pump, { onReconnect: pump })
    this.#timer = setInterval(pump, POLL)
    pump()
  }

  /** Takes no more, and waits for the mails under way. */
  async stop(): Promise<void> {
    this.#stopped = true
    clearInterval(this.#timer)
    await this.#unlisten?.()
    await Promise.all([...this.#busy.values()].map(({ over }) => over))
  }

  async #pump(): Promise<void> {
    this.#again = true
    if (this.#claiming || this.#stopped) return
    this.#claiming = true
    try {
      while (this.#again && !this.#stopped) {
        this.#again = false
        const room = AT_ONCE - this.#busy.size
        const claimed = room > 0 ? await this.#claim(room) : []
        for (const delivery of claimed) this.#begin(delivery)
        if (claimed.length > 0) this.#again = true
      }
    } catch (error) {
      // A lost database: what is owed stays owed, and the timer asks again.
      this.#context.log.warn({ err: error }, 'mails with reports could not be claimed')
    } finally {
      this.#claiming = false
    }
  }

  #begin(delivery: Claimed): void {
    const timer = setInterval(() => void this.#renew(delivery), RENEW)
    const over = this.#try(delivery)
      .catch((error: unknown) => {
        // The lease runs out. Before the end of the mail was handed in, it is tried again then; after it, it is given up.
        this.#context.log.warn({ err: error, delivery: delivery.id }, 'a mail with a report could not be recorded')
      })
      .finally(() => {
        clearInterval(timer)
        this.#busy.delete(delivery.id)
        void this.#pump()
      })
    this.#busy.set(delivery.id, { organizationId: delivery.organization_id, over })
  }

  async #claim(room: number): Promise<Claimed[]> {
    const busy = [...this.#busy.values()].map(({ organizationId }) => organizationId)
    const { rows } = await sql<Claimed>`
      WITH waiting AS (
        SELECT id, row_number() OVER (PARTITION BY organization_id ORDER BY next_attempt_at)
          + (SELECT count(*) FROM unnest(${busy}::text[]) AS busy (id) WHERE busy.id = d.organization_id) AS position
        FROM report_deliveries d WHERE status = 'pending' AND next_attempt_at <= now()
          AND NOT EXISTS (SELECT FROM organizations o WHERE o.id = d.organization_id AND o.suspended_at IS NOT NULL)
      ), due AS (
        SELECT d.id FROM report_deliveries d JOIN waiting USING (id)
        WHERE position <= ${PER_ORGANIZATION} AND status = 'pending' AND next_attempt_at <= now()
        ORDER BY d.id LIMIT ${room} FOR UPDATE OF d SKIP LOCKED
      ), leased AS (
        UPDATE report_deliveries d SET next_attempt_at = now() + ${LEASE}::interval, attempt_count = attempt_count + 1
        FROM due WHERE d.id = due.id RETURNING d.*
      )
      SELECT leased.*, s.name, s.message, s.report, s.link_days, r.unsubscribed_at
      FROM leased JOIN report_schedules s ON s.id = leased.report_schedule_id JOIN report_recipients r ON r.id = leased.recipient_id
    `.execute(this.#context.database.system)
    return rows
  }

  async #try(delivery: Claimed): Promise<void> {
    if (delivery.handed_in_at) {
      await this.#settle(delivery, { status: 'failed', error: UNKNOWN, gone: false })
      return
    }
    if (delivery.unsubscribed_at) return await this.#settle(delivery, { status: 'skipped' })
    if (!this.#send) {
      const error = 'No mail server is set: LASTHASH_SMTP_URL.'
      await this.#settle(delivery, { status: 'failed', error, gone: false })
      return
    }
    const reports = await this.#reportsOf(delivery)
    if (reports.length === 0) {
      await this.#settle(delivery, {
        status: 'failed',
        error: 'Its reports were deleted before it was sent.',
        gone: false,
      })
      return
    }
    await this.#settle(delivery, outcomeOf(delivery, await this.#mail(delivery, reports, this.#send)))
  }

  #reportsOf({ run_id }: Claimed): Promise<ReportRow[]> {
    const { system } = this.#context.database
    return system
      .selectFrom('reports')
      .selectAll()
      .where('run_id', '=', run_id)
      .where('status', '=', 'done')
      .orderBy('id')
      .execute()
  }

  async #mail(delivery: Claimed, reports: readonly ReportRow[], send: SendMail): Promise<CallAnswer> {
    const { secrets, brands, config, blobs } = this.#context
    const { id, organization_id, address, attached } = delivery
    const brand = await brands.of(organization_id)
    const links = attached ? null : await this.#linksTo(delivery, reports, brand.publicUrl)
    const unsubscribe = unsubscribeUrl(secrets, brand.publicUrl, delivery.recipient_id)
    const mail = reportMail({
      ...{ id, to: address, brand, links, unsubscribe },
      ...{ schedule: delivery.name, message: delivery.message, spec: delivery.report },
      summary: reports[0]!.summary,
    })
    const files = []
    for (const report of attached ? reports : []) {
      const blob = await blobs.get(organization_id, report.blob_key!)
      if (!blob) return { status: 0, body: '', error: `The file of ${report.id} is gone.` }
      files.push({ filename: fileNameOf(report), content: blob.stream, contentType: blob.contentType.split(';')[0]! })
    }
    return await send(mail, {
      attachments: [...files, ...logoOf(brand)],
      headers: unsubscribeHeaders(unsubscribe),
      returnTo: config.bounceAddress && bounceAddress(secrets, config.bounceAddress, id),
      beforeEnd: () => this.#markHandedIn(delivery),
    })
  }

  async #linksTo(delivery: Claimed, reports: readonly ReportRow[], publicUrl: string) {
    const { database, secrets } = this.#context
    const { report_schedule_id: id, organization_id, link_days } = delivery
    return await database.system.transaction().execute(async (trx) => {
      await linkReports(trx, { id, organization_id, link_days }, reports)
      const ids = reports.map((report) => report.id)
      const links = await trx
        .selectFrom('report_links')
        .innerJoin('reports', 'reports.id', 'report_links.report_id')
        .select(['report_links.id', 'format', 'expires_at'])
        .where('report_id', 'in', ids)
        .where('created_by', '=', id)
        .orderBy('report_id')
        .execute()
      return links.map((link) => ({
        format: link.format,
        url: shareUrl(secrets, publicUrl, link.id),
        until: link.expires_at,
      }))
    })
  }

  /** Says that its worker is alive. */
  async #renew({ id, attempt_count }: Claimed): Promise<void> {
    await this.#context.database.system
      .updateTable('report_deliveries')
      .set({ next_attempt_at: sql<Date>`now() + ${LEASE}::interval` })
      .where('id', '=', id)
      .where('status', '=', 'pending')
      .where('attempt_count', '=', attempt_count)
      .execute()
      // A database that is away: the next look says it.
      .catch(() => {})
  }

  /** Committed before the mail server gets the end of the mail. Throws when another worker has it by now: then it is not sent. */
  async #markHandedIn({ id, attempt_count }: Claimed): Promise<void> {
    const marked = await this.#context.database.system
      .updateTable('report_deliveries')
      .set({ handed_in_at: sql<Date>`now()` })
      .where('id', '=', id)
      .where('status', '=', 'pending')
      .where('attempt_count', '=', attempt_count)
      .executeTakeFirst()
    if (marked.numUpdatedRows === 0n) throw new Error('It is another worker’s by now, or was deleted.')
  }

  async #settle(delivery: Claimed, outcome: Outcome): Promise<void> {
    await this.#context.database.system.transaction().execute(async (trx) => {
      const { id, organization_id, report_schedule_id, run_id, attempt_count } = delivery
      const run = { id: run_id, organization_id, report_schedule_id }
      // The schedule's lock first, as everywhere.
      await trx
        .selectFrom('report_schedules')
        .select('id')
        .where('id', '=', report_schedule_id)
        .forNoKeyUpdate()
        .execute()
      const settled = await trx
        .updateTable('report_deliveries')
        .set({
          status: outcome.status,
          handed_in_at: null,
          answer: outcome.status === 'sent' ? outcome.answer : null,
          error: 'error' in outcome ? outcome.error : null,
          next_attempt_at:
            outcome.status === 'pending' ? sql<Date>`now() + make_interval(secs => ${outcome.seconds})` : null,
          ...(outcome.status === 'pending' ? {} : { completed_at: sql<Date>`now()` }),
          ...('attached' in outcome ? { attached: false } : {}),
        })
        .where('id', '=', id)
        .where('status', '=', 'pending')
        .where('attempt_count', '=', attempt_count)
        .executeTakeFirst()
      if (settled.numUpdatedRows === 0n || outcome.status === 'pending') return
      if ('gone' in outcome && outcome.gone) await suppress(trx, delivery.recipient_id, outcome.error)
      await settleDeliveriesOf(trx, run)
    })
  }
}

/** An address that does not exist is not mailed again, until somebody puts it on the list anew. */
export async function suppress(trx: Kysely<Schema>, recipientId: string, reason: string): Promise<void> {
  await trx
    .updateTable('report_recipients')
    .set({ bounced_at: sql<Date>`now()`, bounce_reason: reason })
    .where('id', '=', recipientId)
    .where('bounced_at', 'is', null)
    .execute()
}

/** Of an answer, or of a report of what came back: the recipient is not there, and will not be (RFC 3463 section 3.2). */
const NOT_THERE = /\b5\.1\.\d+\b|user unknown|no such user|mailbox (?:unavailable|not found)/i

/** 4xx passes, 5xx stays (RFC 5321 section 4.2.1). What is too large to be attached goes as links. */
function outcomeOf(
  { attached, attempt_count }: Claimed,
  { status, body, error, noSuchRecipient }: CallAnswer,
): Outcome {
  if (error === null) return { status: 'sent', answer: body }
  if (attached && status === TOO_LARGE && !noSuchRecipient)
    return { status: 'pending', error, seconds: 0, attached: false }
  if (noSuchRecipient) return { status: 'bounced', error, gone: NOT_THERE.test(body) }
  const seconds = GAPS[attempt_count - 1]
  if (status >= 500 || seconds === undefined) return { status: 'failed', error, gone: false }
  return { status: 'pending', error, seconds }
}
