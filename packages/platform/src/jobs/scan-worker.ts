import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { isUnavailable } from '../db/client.ts'
import { EnginePool } from '../engine/engine-pool.ts'
import { TURNS_CHANNEL } from './admit.ts'
import { checkpointOf, keeperOf } from './checkpoints.ts'
import { type Ending, endTurn, giveTurnBack } from './end-scan.ts'
import { previousOf } from './previous-scan.ts'
import { ProgressWriter } from './progress.ts'
import type { TakenJob } from './queue.ts'
import { runScan } from './scan.ts'
import { type Claim, MAX_ATTEMPTS, takeTurn } from './take-turn.ts'
import { settingsFor } from './website-settings.ts'

/** Told on this channel, with the scan's id: it was canceled. */
export const CANCEL_CHANNEL = 'lasthash_scan_cancel'

const POLL_MS = 2_000 // behind NOTIFY: for turns whose worker died, and for what a broken connection missed
const WATCH_MS = 1_000 // between looks whether the running scans are still to run: the poll behind the cancel channel
const BEAT_MS = 3_000
const DRAIN_MS = 20_000 // for running scans to end by themselves at shut-down
const WRITE_DOWN_MS = 600_000 // how long a result is kept for a database that is away
const LONGEST_PAUSE = 2_000 // milliseconds between tries to write it down

export interface ScanWorkerOptions {
  /** Scans at once. */
  slots: number
  /** Milliseconds between heartbeats. */
  beatMs?: number
  /** Milliseconds between looks for turns, behind the notification. */
  pollMs?: number
  /** Milliseconds between checkpoints that are kept. */
  checkpointMs?: number
}

interface Running {
  job: TakenJob
  abort: AbortController
  claim: Claim | null
  settled: Promise<void>
}

/** Takes turns from the queue and runs their scans, `slots` at a time. Any number of processes may run one. */
export class ScanWorker {
  readonly #context: Context
  readonly #options: ScanWorkerOptions
  readonly #progress: ProgressWriter
  readonly #engine: EnginePool
  readonly #running = new Map<string, Running>()
  readonly #stops: (() => unknown)[] = []
  #pumping: Promise<void> | undefined
  #again = false
  #stopped = false
  #givingBack = false

  constructor(context: Context, options: ScanWorkerOptions) {
    this.#context = context
    this.#options = options
    this.#progress = new ProgressWriter(context.database, context.log)
    this.#engine = new EnginePool(context.log)
  }

  async start(): Promise<void> {
    const { database } = this.#context
    const pump = () => void this.#pump()
    this.#stops.push(
      await database.listen(TURNS_CHANNEL, pump, { onReconnect: pump }),
      await database.listen(CANCEL_CHANNEL, (scanId) => this.#cancel(scanId)),
    )
    for (const [work, milliseconds] of [
      [pump, this.#options.pollMs ?? POLL_MS],
      [() => void this.#beat(), this.#options.beatMs ?? BEAT_MS],
      [() => void this.#watch(), WATCH_MS],
    ] as const) {
      const timer = setInterval(work, milliseconds)
      this.#stops.push(() => clearInterval(timer))
    }
    pump()
  }

  /** Takes no more; lets running scans end for up to 20 s (`drainMs`), then hands the rest to other workers. */
  async stop(drainMs = DRAIN_MS): Promise<void> {
    this.#stopped = true
    // What is being taken at this moment is ours to hand back.
    await this.#pumping
    const all = () => Promise.all([...this.#running.values()].map(({ settled }) => settled))
    await Promise.race([all(), pause(drainMs, undefined, { ref: false })])
    this.#givingBack = true
    for (const { abort } of this.#running.values()) abort.abort()
    await all()
    await this.#engine.close()
    await this.#progress.stop()
    for (const stop of this.#stops) await stop()
  }

  #pump(): Promise<void> {
    this.#again = true
    this.#pumping ??= this.#takeAll().finally(() => {
      this.#pumping = undefined
      // Asked for while the last look was just ending.
      if (this.#again && !this.#stopped) void this.#pump()
    })
    return this.#pumping
  }

  async #takeAll(): Promise<void> {
    try {
      while (this.#again && !this.#stopped) {
        this.#again = false
        const free = this.#options.slots - this.#running.size
        if (free <= 0) break
        const jobs = await this.#context.queue.fetch(free)
        for (const job of jobs) this.#begin(job)
        if (jobs.length === free) this.#again = true
      }
    } catch (error) {
      this.#context.log.debug({ err: error }, 'turns could not be taken')
    }
  }

  #begin(job: TakenJob): void {
    const known = this.#running.get(job.id)
    if (known) {
      // Our own heartbeats did not get through for a while, as when the database was away: the scan simply goes on.
      known.job = job
      return
    }
    const running: Running = { job, abort: new AbortController(), claim: null, settled: Promise.resolve() }
    this.#running.set(job.id, running)
    running.settled = this.#run(running)
      .catch((error: unknown) => {
        // The heartbeats stop, so the turn comes back.
        this.#context.log.warn({ err: error, turn: job.id }, 'a turn could not be run')
      })
      .finally(() => {
        this.#running.delete(job.id)
        // Handed back, and had again before this was told: it is begun now, or found to be over.
        if (running.job !== job) this.#begin(running.job)
        void this.#pump()
      })
  }

  async #run(running: Running): Promise<void> {
    const claim = await takeTurn(this.#context, running.job)
    if (!claim) return
    running.claim = claim
    const { signal } = running.abort
    const ending = await this.#scan(claim, signal)
    // Watchers hear all of it before they hear of the end.
    await this.#progress.flush()
    const present = { ...claim, job: running.job }
    if (ending.kind === 'stopped' && this.#givingBack) {
      await giveTurnBack(this.#context, present, 'shut down')
    } else if (ending.kind === 'failed' && ending.fault && claim.attempt < MAX_ATTEMPTS) {
      await giveTurnBack(this.#context, present, 'fault')
    } else {
      await this.#writeDown(claim, ending)
    }
  }

  async #scan(claim: Claim, signal: AbortSignal): Promise<Ending> {
    const { config, database, log } = this.#context
    const { scan } = claim
    const settings = await settingsFor(this.#context, scan)
    if ('error' in settings) return settings
    const previous = await previousOf(database.system, scan)
    const resume = await checkpointOf(database.system, scan, log)
    const onCheckpoint = keeperOf(database.system, scan, log, this.#options.checkpointMs)
    const onEvent = this.#progress.follow(scan, claim.seq)
    const engine = this.#engine
    return await runScan(claim, { config, engine, log, signal, settings, previous, resume, onCheckpoint, onEvent })
  }

  /** A result is not lost when the database is away: it is kept and tried again. */
  async #writeDown(claim: Claim, ending: Ending): Promise<void> {
    const giveUp = Date.now() + WRITE_DOWN_MS
    for (let wait = 100; ; wait = Math.min(wait * 2, LONGEST_PAUSE)) {
      try {
        return await endTurn(this.#context, claim, ending)
      } catch (error) {
        if (isPassing(error) && Date.now() < giveUp) {
          await pause(wait)
        } else if (ending.kind === 'done') {
          this.#context.log.error({ err: error, scan: claim.scan.id }, 'a result could not be written down')
          const message = 'The result could not be written down by a fault of ours.'
          return await this.#writeDown(claim, { kind: 'failed', error: { code: 'internal_error', message } })
        } else {
          throw error
        }
      }
    }
  }

  #cancel(scanId: string): void {
    for (const { claim, abort } of this.#running.values()) if (claim?.scan.id === scanId) abort.abort()
  }

  async #beat(): Promise<void> {
    const jobs = [...this.#running.values()].map(({ job }) => job)
    if (jobs.length === 0) return
    await this.#context.queue.beat(jobs).catch((error: unknown) => {
      this.#context.log.debug({ err: error }, 'heartbeats did not get through')
    })
  }

  /** Stops scans that were canceled, deleted, or are another worker's by now. */
  async #watch(): Promise<void> {
    const claims = [...this.#running.values()].flatMap(({ claim, abort }) => (claim ? [{ claim, abort }] : []))
    if (claims.length === 0) return
    try {
      const { rows } = await sql<{ id: string }>`
        SELECT scans.id FROM scans
        JOIN unnest(${claims.map(({ claim }) => claim.scan.id)}::text[], ${claims.map(({ claim }) => claim.attempt)}::int[])
          AS ours (id, attempt) ON ours.id = scans.id AND ours.attempt = scans.attempts
        WHERE status = 'running'
      `.execute(this.#context.database.system)
      const ours = new Set(rows.map(({ id }) => id))
      for (const { claim, abort } of claims) if (!ours.has(claim.scan.id)) abort.abort()
    } catch (error) {
      this.#context.log.debug({ err: error }, 'running scans could not be looked after')
    }
  }
}

/**
 * Errors after which the same transaction may succeed: a lost database (SQLSTATE classes 08, 57), a deadlock or a conflict
 * (40), a full disk or memory (53).
 */
function isPassing(error: unknown): boolean {
  const { code } = error as { code?: unknown }
  return isUnavailable(error) || (typeof code === 'string' && /^(40|53)/.test(code))
}
