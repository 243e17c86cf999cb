import { setTimeout as pause } from 'node:timers/promises'
import type { Recheck } from '@lasthash/scanner'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { EnginePool } from '../engine/engine-pool.ts'
import { Pump } from '../pump.ts'
import type { JoinedFinding, Part } from '../resources/vulnerabilities/causes.ts'
import type { VerificationRow } from '../resources/vulnerabilities/verifications.ts'
import { isVirtual, recheckVirtual } from '../test-mode/targets.ts'
import { type Looked, recordVerification } from './record-verification.ts'
import { feedsFolder } from './update-feeds.ts'
import { settingsFor } from './website-settings.ts'

/** Told on this channel: there are vulnerabilities to look at again. */
export const VERIFICATIONS_CHANNEL = 'lasthash_verifications'

const AT_ONCE = 8 // in this process
const PER_ORGANIZATION = 2 // of them for one organisation, so that a hundred of one hold up no other
const LEASE = '150 seconds' // longer than any look; after it the worker counts as dead
const TIME_LIMIT = 90_000 // milliseconds; the engine ends by itself, with what it has, after a minute
const UNTESTED: Recheck = { result: 'not_tested', reason: '', finding: null, check: null, requests: 0 }
const MAX_ATTEMPTS = 3
const POLL = 2_000 // milliseconds between looks for what waits, behind the notification
const WRITE_DOWN_MS = 60_000 // how long a result is kept for a database that is away

/** A verification with what is to be looked for, and where. */
export interface DueVerification extends VerificationRow {
  /** The address from which the scan that saw it began. */
  url: string
  detail: JoinedFinding
  /** Some of its places are another one, or it is some of another one's. */
  parted: boolean
}

/** Looks again at single vulnerabilities. Any number of processes may run one: each look is leased by one of them at a time. */
export class VerificationRunner {
  readonly #context: Context
  readonly #engine: EnginePool
  readonly #pump: Pump<DueVerification>
  readonly #stop = new AbortController()

  constructor(context: Context) {
    this.#context = context
    const { database, log } = context
    this.#engine = new EnginePool(log)
    this.#pump = new Pump<DueVerification>({
      ...{ database, log, what: 'verification', channel: VERIFICATIONS_CHANNEL, pollMs: POLL },
      ...{ atOnce: AT_ONCE, perKey: () => PER_ORGANIZATION, keyOf: ({ organization_id }) => organization_id },
      take: (room, busy) => this.#take(room, busy),
      work: (one) => this.#look(one),
    })
  }

  start(): Promise<void> {
    return this.#pump.start()
  }

  /** Takes no more; looks under way are broken off, and another worker begins them again. */
  async stop(): Promise<void> {
    this.#stop.abort()
    await this.#pump.stop()
    await this.#engine.close()
  }

  /** The oldest that wait, of each organisation no more than it has room for. */
  async #take(room: number, busy: ReadonlyMap<string, number>): Promise<DueVerification[]> {
    const { rows } = await sql<DueVerification>`
      WITH waiting AS (
        SELECT verifications.id, verifications.organization_id, row_number() OVER (
          PARTITION BY verifications.organization_id ORDER BY verifications.id) + coalesce(busy.count, 0) AS position
        FROM verifications
        LEFT JOIN unnest(${[...busy.keys()]}::text[], ${[...busy.values()]}::int[]) AS busy (id, count)
          ON busy.id = verifications.organization_id
        WHERE (status = 'queued' OR (status = 'running' AND leased_until < now()))
          AND NOT EXISTS (SELECT FROM organizations o WHERE o.id = verifications.organization_id AND o.suspended_at IS NOT NULL)
      ), due AS (
        SELECT verifications.id FROM verifications JOIN waiting USING (id)
        WHERE position <= ${PER_ORGANIZATION} AND (status = 'queued' OR (status = 'running' AND leased_until < now()))
        ORDER BY verifications.id LIMIT ${room} FOR UPDATE OF verifications SKIP LOCKED
      ), taken AS (
        UPDATE verifications SET status = 'running', leased_until = now() + ${LEASE}::interval,
          started_at = coalesce(started_at, now()), attempts = attempts + 1
        FROM due WHERE verifications.id = due.id RETURNING verifications.*
      )
      SELECT taken.*, scans.url, coalesce(later.detail, f.detail) AS detail,
        v.split_from IS NOT NULL OR EXISTS (SELECT FROM vulnerabilities part WHERE part.split_from = v.id) AS parted
      FROM taken JOIN vulnerabilities v ON v.id = taken.vulnerability_id
      JOIN scans ON scans.id = v.last_scan_id
      LEFT JOIN scan_findings f ON f.scan_id = v.last_scan_id AND f.vulnerability_id = v.id
      LEFT JOIN vulnerability_sightings later ON later.vulnerability_id = v.id
    `.execute(this.#context.database.system)
    return rows
  }

  async #look(one: DueVerification): Promise<void> {
    const looked = await this.#lookAtAll(one)
    if (!looked) return this.#giveBack(one)
    const giveUp = Date.now() + WRITE_DOWN_MS
    for (;;) {
      try {
        return await recordVerification(this.#context.database.system, one, looked)
      } catch (error) {
        if (Date.now() > giveUp || this.#stop.signal.aborted) throw error
        await pause(500)
      }
    }
  }

  /** Null when it was broken off. Of several that were merged, each by its own check. */
  async #lookAtAll(one: DueVerification): Promise<Looked | null> {
    const { detail } = one
    if (one.attempts > MAX_ATTEMPTS) return notTested('Its worker was lost again and again by a fault of ours.')
    if (one.parted)
      return notTested('Its places are parted between several vulnerabilities: a scan looks at all of them.')
    const parts: readonly Part[] = detail.merged_from ?? [detail]
    const results: Recheck[] = []
    for (const part of parts) {
      try {
        results.push(await this.#recheck(one, part))
      } catch (error) {
        if (this.#stop.signal.aborted) return null
        this.#context.log.error({ err: error, verification: one.id }, 'a verification broke off')
        return notTested('It broke off by a fault of ours.')
      }
    }
    const seen = results.flatMap(({ finding }) => finding ?? [])
    if (seen.length > 0) return { result: 'still_there', reason: null, seen }
    const untested = results.find(({ result }) => result === 'not_tested')
    return untested ? notTested(untested.reason) : { result: 'fixed', reason: null, seen: [] }
  }

  async #recheck({ id, url, website_id }: DueVerification, finding: Part): Promise<Recheck> {
    const { config } = this.#context
    const { signal } = this.#stop
    if (isVirtual(url)) return recheckVirtual(url, finding, signal)
    const settings = await settingsFor(this.#context, { id, website_id })
    if ('error' in settings) return { ...UNTESTED, reason: settings.error.message }
    const request = {
      ...settings,
      url,
      finding,
      scanId: id,
      allowPrivate: config.allowPrivate,
      dnsServers: config.dnsServers.length > 0 ? config.dnsServers : undefined,
      rdapBootstrap: config.rdapBootstrap,
      feeds: feedsFolder(config),
    }
    const outcome = await this.#engine.recheck(request, signal, TIME_LIMIT)
    switch (outcome.kind) {
      case 'rechecked':
        return outcome.recheck
      case 'refused':
        return { ...UNTESTED, reason: outcome.message }
      case 'late':
        return { ...UNTESTED, reason: `It did not end within ${TIME_LIMIT / 1000} s.` }
      case 'broken':
        throw Object.assign(new Error(outcome.message), { stack: outcome.stack })
      case 'lost':
      case 'stopped':
        throw new Error(`its process: ${outcome.kind}`)
    }
  }

  async #giveBack({ id, attempts }: DueVerification): Promise<void> {
    await this.#context.database.system
      .updateTable('verifications')
      .set({ status: 'queued', leased_until: null, attempts: attempts - 1 })
      .where('id', '=', id)
      .where('status', '=', 'running')
      .where('attempts', '=', attempts)
      .execute()
  }
}

function notTested(reason: string): Looked {
  return { result: 'not_tested', reason, seen: [] }
}
