import { availableParallelism } from 'node:os'
import type { Checkpoint } from '@lasthash/scanner'
import type { Logger } from 'pino'
import { EngineProcess, type Outcome, type RecheckOutcome, type ScanOutcome, type Watch } from './engine-process.ts'
import type { EngineRequest, RecheckRequest } from './messages.ts'

const MOST_SHARED = Math.min(availableParallelism(), 4) // processes that scans share
const ENOUGH = 8 // scans in one process before there is another
const MOST_ALONE = 2 // scans at once that have a process each
const LINGERS = 30_000 // milliseconds that a process without scans is kept: to start one takes half a second

/** It had not ended within its time limit. */
type Late = { kind: 'late' }
type Stopped = { kind: 'stopped' }

/**
 * Runs scans in processes of their own, so that no page, however hard to parse, holds up whoever waits for this process.
 * Many scans share a process. When it is lost, nobody knows by whose fault: each of its scans is run once more, by itself,
 * and only one that loses its process then, too, has failed.
 */
export class EnginePool {
  readonly #log: Logger
  readonly #shared = new Map<EngineProcess, NodeJS.Timeout | undefined>()
  readonly #alone = new Set<EngineProcess>()
  readonly #waiting: (() => void)[] = []

  constructor(log: Logger) {
    this.#log = log
  }

  /** Runs a scan. Never rejects. `timeLimit`, in milliseconds, counts from the scan's beginning in its process. */
  async run(request: EngineRequest, watch: Watch, timeLimit: number): Promise<ScanOutcome | Late> {
    let from = request.resume
    const onCheckpoint =
      watch.onCheckpoint &&
      ((checkpoint: Checkpoint) => {
        from = checkpoint
        watch.onCheckpoint?.(checkpoint)
      })
    return this.#place(watch.signal, timeLimit, (process, signal) =>
      process.run({ ...request, ...(from && { resume: from }) }, { ...watch, signal, onCheckpoint }),
    )
  }

  /** Looks at one finding again. Never rejects. */
  recheck(request: RecheckRequest, signal: AbortSignal, timeLimit: number): Promise<RecheckOutcome | Late> {
    return this.#place(signal, timeLimit, (process, within) => process.recheck(request, { signal: within }))
  }

  /** Ends all processes; scans that are in them are lost. */
  async close(): Promise<void> {
    for (const timer of this.#shared.values()) clearTimeout(timer)
    await Promise.all([...this.#shared.keys(), ...this.#alone].map((process) => process.close()))
  }

  async #place<T extends Outcome>(
    canceled: AbortSignal,
    timeLimit: number,
    work: (process: EngineProcess, signal: AbortSignal) => Promise<T>,
  ): Promise<T | Late | Stopped> {
    const within = async (process: EngineProcess): Promise<T | Late> => {
      const outcome = await work(process, AbortSignal.any([canceled, AbortSignal.timeout(timeLimit)]))
      return outcome.kind === 'stopped' && !canceled.aborted ? { kind: 'late' } : outcome
    }
    const outcome = await this.#amongOthers(within)
    return outcome.kind === 'lost' && !outcome.alone ? this.#byItself(within, canceled) : outcome
  }

  async #amongOthers<T>(work: (process: EngineProcess) => Promise<T>): Promise<T> {
    const process = this.#choose()
    clearTimeout(this.#shared.get(process))
    try {
      return await work(process)
    } finally {
      if (!process.isOpen) this.#shared.delete(process)
      else if (process.size === 0) this.#shared.set(process, setTimeout(() => this.#retire(process), LINGERS).unref())
    }
  }

  async #byItself<T>(work: (process: EngineProcess) => Promise<T>, signal: AbortSignal): Promise<T | Stopped> {
    while (this.#alone.size >= MOST_ALONE && !signal.aborted) {
      await new Promise<void>((wake) => {
        this.#waiting.push(wake)
        signal.addEventListener('abort', () => wake(), { once: true })
      })
    }
    if (signal.aborted) return { kind: 'stopped' }
    const process = new EngineProcess(this.#log)
    this.#alone.add(process)
    try {
      return await work(process)
    } finally {
      await process.close()
      this.#alone.delete(process)
      for (const wake of this.#waiting.splice(0)) wake()
    }
  }

  #choose(): EngineProcess {
    const open = [...this.#shared.keys()].filter(({ isOpen }) => isOpen).sort((a, b) => a.size - b.size)
    if (open[0] && (open[0].size < ENOUGH || open.length >= MOST_SHARED)) return open[0]
    const process = new EngineProcess(this.#log)
    this.#shared.set(process, undefined)
    return process
  }

  #retire(process: EngineProcess): void {
    if (process.size > 0) return
    this.#shared.delete(process)
    void process.close()
  }
}
