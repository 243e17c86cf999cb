import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { ReportRefused } from '../reporting/gather.ts'
import { makeReport } from '../reporting/make.ts'
import { RenderFailure } from '../reporting/renderer-process.ts'
import type { ReportRow } from '../resources/reports/schema.ts'
import { REPORTS_CHANNEL } from '../resources/reports/service.ts'
import { type Made, recordFailure, recordReport } from './record-report.ts'

const AT_ONCE = 2 // in this process; each has a process of its own to be made in
const PER_ORGANIZATION = 1 // of them for one organisation, where others wait
const LEASE = '30 seconds' // renewed as long as it is being made; after it the worker counts as dead
const RENEW = 8_000 // milliseconds
const POLL = 2_000 // milliseconds between looks for what waits, behind the notification
const MAX_ATTEMPTS = 5
const GAP = 10 // seconds after a failure that may pass, times the attempts before
const WRITE_DOWN_MS = 60_000 // how long a report that is made waits for a database that is away

/** A report that this process alone makes until its lease is over. */
type Claimed = ReportRow & { test: boolean }

/** Makes reports that wait. Any number of processes may run one: each report is leased by one of them at a time. */
export class ReportRunner {
  readonly #context: Context
  readonly #inFlight = new Map<string, { organizationId: string; over: Promise<void> }>()
  readonly #stop = new AbortController()
  #timer: NodeJS.Timeout | undefined
  #unlisten: (() => Promise<void>) | undefined
  #taking = false
  #again = false

  constructor(context: Context) {
    this.#context = context
  }

  async start(): Promise<void> {
    const pump = () => void this.#pump()
    this.#unlisten = await this.#context.database.listen(REPORTS_CHANNEL, pump, { onReconnect: pump })
    this.#timer = setInterval(pump, POLL)
    pump()
  }

  /** Takes no more; what is under way is broken off, and another worker begins it again. */
  async stop(): Promise<void> {
    clearInterval(this.#timer)
    this.#stop.abort()
    await this.#unlisten?.()
    await Promise.all([...this.#inFlight.values()].map(({ over }) => over))
  }

  async #pump(): Promise<void> {
    this.#again = true
    if (this.#taking) return
    this.#taking = true
    try {
      while (this.#again && !this.#stop.signal.aborted) {
        this.#again = false
        const room = AT_ONCE - this.#inFlight.size
        const due = room > 0 ? await this.#take(room) : []
        for (const one of due) this.#begin(one)
        if (due.length > 0) this.#again = true
      }
    } catch (error) {
      // A lost database: what waits goes on waiting, and the timer asks again.
      this.#context.log.warn({ err: error }, 'reports could not be taken')
    } finally {
      this.#taking = false
    }
  }

  #begin(report: Claimed): void {
    const over = this.#make(report)
      .catch((error: unknown) => {
        // The lease runs out, and it is made again.
        this.#context.log.warn({ err: error, report: report.id }, 'a report could not be written down')
      })
      .finally(() => {
        this.#inFlight.delete(report.id)
        void this.#pump()
      })
    this.#inFlight.set(report.id, { organizationId: report.organization_id, over })
  }

  /** The oldest that wait, organisations in turns. */
  async #take(room: number): Promise<Claimed[]> {
    const busy = [...this.#inFlight.values()].map(({ organizationId }) => organizationId)
    const { rows } = await sql<Claimed>`
      WITH waiting AS (
        SELECT id, row_number() OVER (PARTITION BY organization_id ORDER BY id)
          + (SELECT count(*) FROM unnest(${busy}::text[]) AS busy (id) WHERE busy.id = reports.organization_id) AS position
        FROM reports
        WHERE status IN ('queued', 'running') AND (leased_until IS NULL OR leased_until < now())
          AND NOT EXISTS (SELECT FROM organizations o WHERE o.id = reports.organization_id AND o.suspended_at IS NOT NULL)
      ), due AS (
        SELECT reports.id FROM reports JOIN waiting USING (id)
        WHERE position <= ${PER_ORGANIZATION} AND status IN ('queued', 'running') AND (leased_until IS NULL OR leased_until < now())
        ORDER BY reports.id LIMIT ${room} FOR UPDATE OF reports SKIP LOCKED
      ), taken AS (
        UPDATE reports SET status = 'running', leased_until = now() + ${LEASE}::interval, started_at = coalesce(started_at, now()),
          attempts = attempts + 1
        FROM due WHERE reports.id = due.id RETURNING reports.*
      )
      SELECT taken.*, organizations.test FROM taken JOIN organizations ON organizations.id = taken.organization_id
    `.execute(this.#context.database.system)
    return rows
  }

  async #make(report: Claimed): Promise<void> {
    const lost = new AbortController()
    const signal = AbortSignal.any([this.#stop.signal, lost.signal])
    const timer = setInterval(() => void this.#renew(report, lost), RENEW)
    try {
      const made = await this.#render(report, signal)
      await this.#writeDown(() => recordReport(this.#context, report, made))
    } catch (error) {
      if (this.#stop.signal.aborted) await this.#giveBack(report, 0)
      else if (!lost.signal.aborted) await this.#fail(report, error)
    } finally {
      clearInterval(timer)
    }
  }

  async #render(report: Claimed, signal: AbortSignal): Promise<Made> {
    const { id, organization_id, test } = report
    const { contentType, extension, bytes, summary } = await makeReport(
      ...([this.#context, { organizationId: organization_id, test }, report, signal] as const),
    )
    const hash = createHash('sha256')
    async function* hashed() {
      for await (const some of bytes) {
        hash.update(some)
        yield some
      }
    }
    const blobKey = `reports/${id}/${report.attempts}`
    const { size } = await this.#context.blobs.put(organization_id, blobKey, hashed(), contentType, {
      expiresAt: report.kept_until,
    })
    return { blobKey, contentType, extension, size, sha256: hash.digest('hex'), summary }
  }

  /** Says that its worker is alive. One that was deleted, or is another worker's by now, is broken off. */
  async #renew({ id, attempts }: Claimed, lost: AbortController): Promise<void> {
    const renewed = await this.#context.database.system
      .updateTable('reports')
      .set({ leased_until: sql<Date>`now() + ${LEASE}::interval` })
      .where('id', '=', id)
      .where('status', '=', 'running')
      .where('attempts', '=', attempts)
      .executeTakeFirst()
      .catch(() => null)
    if (renewed?.numUpdatedRows === 0n) lost.abort()
  }

  async #fail(report: Claimed, error: unknown): Promise<void> {
    const { log } = this.#context
    const why = error instanceof RenderFailure ? error.why : null
    const message = (error as Error).message
    const failed = (code: string, text: string) =>
      this.#writeDown(() => recordFailure(this.#context, report, { code, message: text }))
    if (error instanceof ReportRefused) return await failed(error.code, message)
    if (why === 'refused') return await failed('not_possible', message)
    if (why === 'memory')
      return await failed('out_of_memory', `${message} Choose CSV or JSON, or fewer vulnerabilities by filter.`)
    if (why === 'late') return await failed('time_limit', message)
    if (why === 'broken') return await failed('internal_error', 'It broke off by a fault of ours.')
    log.warn(
      { err: error, report: report.id, attempt: report.attempts },
      'a report could not be made; it will be tried again',
    )
    if (report.attempts < MAX_ATTEMPTS) return await this.#giveBack(report, GAP * report.attempts)
    await failed('internal_error', `It was tried ${MAX_ATTEMPTS} times, and broke off by a fault of ours.`)
  }

  async #writeDown(write: () => Promise<void>): Promise<void> {
    const giveUp = Date.now() + WRITE_DOWN_MS
    for (;;) {
      try {
        return await write()
      } catch (error) {
        if (Date.now() > giveUp || this.#stop.signal.aborted) throw error
        await pause(500)
      }
    }
  }

  /** Into the queue again. Stopped by us, it was no attempt; after a failure, not before `seconds` have passed. */
  async #giveBack({ id, attempts }: Claimed, seconds: number): Promise<void> {
    await this.#context.database.system
      .updateTable('reports')
      .set({
        status: 'queued',
        leased_until: seconds === 0 ? null : sql<Date>`now() + make_interval(secs => ${seconds})`,
        attempts: seconds === 0 ? attempts - 1 : attempts,
      })
      .where('id', '=', id)
      .where('status', '=', 'running')
      .where('attempts', '=', attempts)
      .execute()
  }
}
