import { openKnowledge } from '@lasthash/scanner/feeds/stored'
import type { Context } from '../context.ts'
import { LOOKS } from '../monitoring/look.ts'
import { OwnNetwork } from '../monitoring/own-network.ts'
import { recordLook } from '../monitoring/record-look.ts'
import type { Looked } from '../monitoring/trouble.ts'
import { type DueMonitor, takeDue } from '../resources/monitors/store.ts'
import { feedsFolder } from './update-feeds.ts'
import { beat } from './watch-monitoring.ts'

const AT_ONCE = 50 // looks under way in this process
const LEASE = 180_000 // milliseconds; longer than any look, and then its worker counts as dead
const BEAT = 5_000 // milliseconds between signs of life
const POLL = 1_000 // milliseconds between looks for what is due

/**
 * Looks at what is due. Any number of processes may run one on the same database: each monitor is leased by one of them at
 * a time. What was due several times while nobody looked is looked at once.
 */
export class MonitorRunner {
  readonly #context: Context
  readonly #ownNetwork = new OwnNetwork()
  readonly #inFlight = new Set<Promise<void>>()
  readonly #stop = new AbortController()
  #timer: NodeJS.Timeout | undefined
  #taking = false
  #beaten = 0

  constructor(context: Context) {
    this.#context = context
  }

  start(): void {
    this.#timer = setInterval(() => void this.#pump(), POLL)
    void this.#pump()
  }

  /** Takes no more; looks under way are broken off, and due again when their lease is over. */
  async stop(): Promise<void> {
    clearInterval(this.#timer)
    this.#stop.abort()
    await Promise.all(this.#inFlight)
  }

  /** Looks at everything that is due at `now`, and resolves when all of it is written down. */
  async runDue(now = new Date()): Promise<void> {
    for (;;) {
      const taken = await this.#take(now)
      if (taken === 0 && this.#inFlight.size === 0) return
      if (this.#inFlight.size > 0) await Promise.race(this.#inFlight)
    }
  }

  async #pump(): Promise<void> {
    if (this.#taking || this.#stop.signal.aborted) return
    this.#taking = true
    try {
      while (!this.#stop.signal.aborted && (await this.#take()) > 0);
      await this.#beat()
    } catch (error) {
      // A lost database: what is due stays due, and the timer asks again.
      this.#context.log.warn({ err: error }, 'monitors could not be taken')
    } finally {
      this.#taking = false
    }
  }

  /** Gives a sign of life, every few seconds. */
  async #beat(): Promise<void> {
    if (Date.now() - this.#beaten < BEAT) return
    this.#beaten = Date.now()
    await beat(this.#context.database.system)
  }

  async #take(now?: Date): Promise<number> {
    const room = AT_ONCE - this.#inFlight.size
    if (room <= 0) return 0
    const at = now ?? new Date()
    const until = new Date(at.getTime() + LEASE)
    const due = await takeDue(this.#context.database.system, at, until, room)
    for (const monitor of due) {
      const look = this.#look(monitor, now)
        .catch((error: unknown) => {
          // The lease runs out, and it is looked at again.
          this.#context.log.warn({ err: error, monitor: monitor.id }, 'a look could not be written down')
        })
        .finally(() => this.#inFlight.delete(look))
      this.#inFlight.add(look)
    }
    return due.length
  }

  async #look(monitor: DueMonitor, now?: Date): Promise<void> {
    const looked = monitor.kind === 'score' ? scoreOf(monitor) : await this.#probe(monitor, monitor.kind)
    if (!looked.answered && looked.code === 'stopped') return
    const { system } = this.#context.database
    const at = now ?? new Date()
    await system.transaction().execute((trx) => recordLook(trx, monitor, looked, at))
  }

  async #probe(monitor: DueMonitor, kind: Exclude<DueMonitor['kind'], 'score'>): Promise<Looked> {
    const { config } = this.#context
    const { allowPrivate, dnsServers, rdapBootstrap } = config
    const { url, thresholds } = monitor
    try {
      const { signal } = this.#stop
      const options = { url, allowPrivate, dnsServers, rdapBootstrap, timeoutMs: thresholds.timeout_ms, signal }
      const knowledge = kind === 'malware' ? openKnowledge(feedsFolder(config)) : undefined
      const looked = await LOOKS[kind]({ ...options, knowledge })
      // What a registry answers says nothing about the website’s host.
      return kind === 'domain' ? looked : this.#blame(new URL(url).hostname, looked)
    } catch (error) {
      // Nothing that a website does may get here: whatever it is, it is ours.
      const detail = error instanceof Error ? error.message : String(error)
      return { answered: false, fault: 'us', code: 'aborted', detail: `The look could not be made: ${detail}` }
    }
  }

  /** Nothing comes back from this host: when nothing comes back from any other either, the fault is our own line's. */
  #blame(host: string, looked: Looked): Looked {
    const at = Date.now()
    const isSilent = !looked.answered && looked.fault === 'network'
    const answered = looked.answered || looked.fault === 'target'
    if (isSilent || answered) this.#ownNetwork.note(host, answered, at)
    if (!isSilent || !this.#ownNetwork.isSuspect(host, at)) return looked
    return {
      ...looked,
      fault: 'us',
      detail: `${looked.detail} Nor does any other host answer: our own network may be down.`,
    }
  }
}

function scoreOf({ security_score, grade, score_version }: DueMonitor): Looked {
  if (security_score === null)
    return { answered: false, fault: 'us', code: 'aborted', detail: 'The website has no score yet: scan it first.' }
  return { answered: true, reading: { security_score, grade, score_version } }
}
