import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rm } from 'node:fs'
import { getCompileCacheDir } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Checkpoint, ScanEvent } from '@lasthash/scanner'
import type { Logger } from 'pino'
import type { EngineEnding, EngineRequest, FromEngine, RecheckRequest, ToEngine } from './messages.ts'

/** Of one engine process, for all the scans in it: a scan needs some 10 MB, and the worst that we know of 150. */
export const HEAP_LIMIT = 1_024 // MB

/** Of what is young in its heap, times three: Node.js takes up to 128 MB in each process otherwise, and keeps them. */
const YOUNG_LIMIT = 8 // MB

const ANSWERS_WITHIN = 1_500 // milliseconds from a cancellation to its answer; traffic has to stop within two seconds
const WATCH_EVERY = 5_000 // milliseconds between looks whether it was heard of
const MOST_MISSED = 24 // looks: two minutes. Each check may take two seconds of one page, and many may do so
const CLOSES_WITHIN = 2_000 // milliseconds
const LAST_WORDS = 2_000 // characters of its stderr that are kept

/** Our settings, among them secrets: a process that judges hostile pages is told what it has to know. */
const SETTINGS = /^(LASTHASH_|DATABASE_URL$)/

export interface Watch {
  /** Stops all of the scan's traffic within two seconds, whatever the engine is doing. */
  signal: AbortSignal
  onEvent?: (event: ScanEvent) => void
  onCheckpoint?: (checkpoint: Checkpoint) => void
}

/** How a scan came out. `lost`: its process died or had to be killed, with other scans in it or with it `alone`. */
export type Outcome = EngineEnding | { kind: 'stopped' } | { kind: 'lost'; why: Loss; alone: boolean }
export type ScanOutcome = Exclude<Outcome, { kind: 'rechecked' }>
export type RecheckOutcome = Exclude<Outcome, { kind: 'done' }>
export type Loss = 'memory' | 'silence' | 'death'

interface Run {
  watch: Watch
  /** Its traffic has stopped. */
  canceled: () => void
  end: (outcome: Outcome) => void
}

/**
 * A child process with the engine in it, for any number of scans. A process and no thread: measured, a thread takes 60 MB
 * and a process 75, but four of twelve ways to use up a thread's heap abort the whole process that it is a thread of.
 */
export class EngineProcess {
  readonly #child: ChildProcess
  readonly #folder = mkdtempSync(join(tmpdir(), 'lasthash-engine-'))
  readonly #log: Logger
  readonly #gone: Promise<void>
  readonly #runs = new Map<number, Run>()
  readonly #timer: NodeJS.Timeout
  /** Told once it is ready. */
  #waiting: ToEngine[] | null = []
  #isOpen = true
  #wasSilent = false
  #missed = 0
  #last = 0
  #lastWords = ''

  constructor(log: Logger) {
    this.#log = log
    // What it leaves behind when it is killed, such as a browser's profile, goes with its folder.
    const inherited = Object.entries(process.env).filter(([name]) => !SETTINGS.test(name))
    // Below it the cache has a folder for each Node.js. With it a process is there in half the time.
    const cache = getCompileCacheDir()
    const env = {
      ...Object.fromEntries(inherited),
      ...(cache && { NODE_COMPILE_CACHE: dirname(cache) }),
      TMPDIR: this.#folder,
      TMP: this.#folder,
      TEMP: this.#folder,
    }
    this.#child = fork(join(import.meta.dirname, 'child.ts'), [], {
      env,
      execArgv: [`--max-old-space-size=${HEAP_LIMIT}`, `--max-semi-space-size=${YOUNG_LIMIT}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    this.#child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      this.#lastWords = (this.#lastWords + text).slice(-LAST_WORDS)
    })
    this.#child.on('message', (message) => this.#hear(message as FromEngine))
    this.#gone = new Promise((resolve) => {
      const over = (how: { err?: Error; code?: number | null; signal?: NodeJS.Signals | null }) => {
        this.#over(how)
        resolve()
      }
      this.#child.on('error', (err) => {
        // Could not be started. Any other fault of the channel to it is that it has ended, which is told apart.
        if (this.#child.pid === undefined) over({ err })
      })
      this.#child.once('exit', (code, signal) => over({ code, signal }))
    })
    this.#timer = setInterval(() => this.#look(), WATCH_EVERY).unref()
  }

  /** Scans in it. */
  get size(): number {
    return this.#runs.size
  }

  /** Whether it takes scans. */
  get isOpen(): boolean {
    return this.#isOpen
  }

  /** Runs a scan. Never rejects. */
  run(request: EngineRequest, watch: Watch): Promise<ScanOutcome> {
    const wantsCheckpoints = watch.onCheckpoint !== undefined
    return this.#begin<ScanOutcome>(watch, (run) => ({ kind: 'scan', run, request, wantsCheckpoints }))
  }

  /** Looks at one finding again. Never rejects. */
  recheck(request: RecheckRequest, watch: Watch): Promise<RecheckOutcome> {
    return this.#begin<RecheckOutcome>(watch, (run) => ({ kind: 'recheck', run, request }))
  }

  /** Ends it; scans that are in it are lost. */
  async close(): Promise<void> {
    this.#isOpen = false
    if (this.#child.connected) this.#child.disconnect()
    const limit = setTimeout(() => this.#child.kill('SIGKILL'), CLOSES_WITHIN)
    await this.#gone
    clearTimeout(limit)
  }

  #begin<T extends Outcome>(watch: Watch, messageOf: (run: number) => ToEngine): Promise<T | { kind: 'stopped' }> {
    const { signal } = watch
    if (signal.aborted) return Promise.resolve({ kind: 'stopped' })
    const run = ++this.#last
    return new Promise((resolve) => {
      let deadline: NodeJS.Timeout | undefined
      const cancel = () => {
        if (this.#waiting) {
          this.#waiting = this.#waiting.filter((message) => message.run !== run)
          this.#runs.get(run)?.end({ kind: 'stopped' })
          return
        }
        deadline = setTimeout(() => this.#kill(), ANSWERS_WITHIN)
        this.#tell({ kind: 'cancel', run })
      }
      signal.addEventListener('abort', cancel, { once: true })
      this.#runs.set(run, {
        watch,
        canceled: () => clearTimeout(deadline),
        end: (outcome) => {
          clearTimeout(deadline)
          signal.removeEventListener('abort', cancel)
          this.#runs.delete(run)
          resolve(signal.aborted ? { kind: 'stopped' } : (outcome as T))
        },
      })
      this.#tell(messageOf(run))
    })
  }

  #tell(message: ToEngine): void {
    if (this.#waiting) this.#waiting.push(message)
    else if (this.#child.connected) this.#child.send(message)
  }

  #hear(message: FromEngine): void {
    this.#missed = 0
    switch (message.kind) {
      case 'ready': {
        const waiting = this.#waiting ?? []
        this.#waiting = null
        for (const one of waiting) this.#tell(one)
        break
      }
      case 'canceled':
        this.#runs.get(message.run)?.canceled()
        break
      case 'events':
        for (const event of message.events) this.#runs.get(message.run)?.watch.onEvent?.(event)
        break
      case 'checkpoint':
        this.#runs.get(message.run)?.watch.onCheckpoint?.(message.checkpoint)
        break
      case 'ended':
        this.#runs.get(message.run)?.end(message.ending)
    }
  }

  /** Looks are counted, not time: a machine that slept has lost no scan. */
  #look(): void {
    if (++this.#missed > MOST_MISSED) this.#kill()
  }

  /** For what does not answer: code that is stuck hears no message. */
  #kill(): void {
    this.#isOpen = false
    this.#wasSilent = true
    this.#child.kill('SIGKILL')
  }

  #over(how: { err?: Error; code?: number | null; signal?: NodeJS.Signals | null }): void {
    this.#isOpen = false
    clearInterval(this.#timer)
    // A browser that it had may take a moment to notice, and still be writing.
    rm(this.#folder, { recursive: true, force: true, maxRetries: 5 }, () => {})
    const runs = [...this.#runs.values()]
    if (runs.length === 0) return
    const why = this.#wasSilent ? 'silence' : how.signal === 'SIGABRT' || how.code === 134 ? 'memory' : 'death'
    this.#log.warn({ ...how, why, scans: runs.length, said: this.#lastWords }, 'an engine process was lost')
    for (const { end } of runs) end({ kind: 'lost', why, alone: runs.length === 1 })
  }
}
