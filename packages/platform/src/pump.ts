import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Database } from './db/client.ts'

/** Milliseconds from one look to the next: what falls due meanwhile is taken together. */
const BREATH = 10

export interface PumpOptions<T> {
  database: Database
  log: Logger
  /** One of what is done, for the log: `webhook delivery`. */
  what: string
  /** On which it is told that something is due. */
  channel: string
  /** Milliseconds between looks for what falls due by the clock, or was told while nobody heard it. */
  pollMs: number
  /** How many may be under way in this process. */
  atOnce: number
  /** How many of them for one key. */
  perKey(key: string): number
  /** Whose share it takes: a slow one fills its own and no more. */
  keyOf(one: T): string
  /** Leases what is due, at most `room`, and of a key no more than is left beside those that are `busy`. */
  take(room: number, busy: ReadonlyMap<string, number>): Promise<T[]>
  /** Does one and writes down that it is done. When it rejects, the lease runs out and it is done again. */
  work(one: T): Promise<void>
}

/**
 * Takes what is due from a table and does it. Any number of processes may pump from the same table: each thing is leased by one
 * of them at a time, and leased anew when that one dies.
 */
export class Pump<T> {
  readonly #options: PumpOptions<T>
  readonly #underWay = new Set<Promise<void>>()
  readonly #busy = new Map<string, number>()
  #timer: NodeJS.Timeout | undefined
  #unlisten: (() => Promise<void>) | undefined
  #taking = false
  #again = false
  #stopped = false

  constructor(options: PumpOptions<T>) {
    this.#options = options
  }

  async start(): Promise<void> {
    const { database, channel, pollMs } = this.#options
    const look = () => void this.#look()
    this.#unlisten = await database.listen(channel, look, { onReconnect: look })
    this.#timer = setInterval(look, pollMs)
    look()
  }

  /** Takes no more, and waits for what is under way. */
  async stop(): Promise<void> {
    this.#stopped = true
    clearInterval(this.#timer)
    await this.#unlisten?.()
    await Promise.all(this.#underWay)
  }

  async #look(): Promise<void> {
    this.#again = true
    if (this.#taking || this.#stopped) return
    this.#taking = true
    const { atOnce, take, log, what } = this.#options
    try {
      while (this.#again && !this.#stopped) {
        this.#again = false
        const room = atOnce - this.#underWay.size
        if (room <= 0) break
        const taken = await take(room, this.#busy)
        for (const one of taken) this.#begin(one)
        if (taken.length > 0) this.#again = true
        if (this.#again) await pause(BREATH)
      }
    } catch (error) {
      // A lost database: what is due stays due, and the timer asks again.
      log.warn({ err: error }, `a ${what} could not be taken`)
    } finally {
      this.#taking = false
    }
  }

  #begin(one: T): void {
    const { atOnce, perKey, keyOf, work, log, what } = this.#options
    const key = keyOf(one)
    this.#busy.set(key, (this.#busy.get(key) ?? 0) + 1)
    const done = work(one)
      .catch((error: unknown) => log.warn({ err: error, key }, `a ${what} could not be written down`))
      .finally(() => {
        const busy = this.#busy.get(key)!
        // Only what stood in the way of something makes room for it.
        const stoodInTheWay = busy >= perKey(key) || this.#underWay.size >= atOnce
        this.#underWay.delete(done)
        if (busy > 1) this.#busy.set(key, busy - 1)
        else this.#busy.delete(key)
        if (stoodInTheWay) void this.#look()
      })
    this.#underWay.add(done)
  }
}
