import { type ChildProcess, fork } from 'node:child_process'
import { getCompileCacheDir } from 'node:module'
import { dirname, join } from 'node:path'
import type { Logger } from 'pino'
import type { FromRenderer, RenderRequest, Rows, ToRenderer } from './messages.ts'

/** A technical report of 500 findings as PDF takes some 200 MB. */
const HEAP_LIMIT = 640 // MB
const LAST_WORDS = 2_000 // characters of its stderr that are kept

/** Our settings, among them secrets: what shows texts of hostile pages is told what it has to know. */
const SETTINGS = /^(LASTHASH_|DATABASE_URL$)/

/** Why no report came of it. `refused`: there can be none. `lost`: its process ended on the way, by whatever. */
export class RenderFailure extends Error {
  readonly why: 'refused' | 'broken' | 'memory' | 'late' | 'lost'

  constructor(why: RenderFailure['why'], message: string, stack?: string) {
    super(message)
    this.why = why
    if (stack) this.stack = stack
  }
}

/** Gives the next rows; none when there are no more. */
export type Source = (of: Rows['of']) => Promise<Rows>

export interface Rendered {
  contentType: string
  extension: string
  /** Throws `RenderFailure`. */
  bytes: AsyncGenerator<Uint8Array>
}

/** A child process that makes reports, one at a time: a PDF of many pages keeps a processor busy for seconds. */
export class RendererProcess {
  readonly #child: ChildProcess
  readonly #log: Logger
  readonly #gone: Promise<void>
  #ready = false
  #heard: FromRenderer[] = []
  #wake = () => {}
  #end: RenderFailure | null = null
  #lastWords = ''

  constructor(log: Logger) {
    this.#log = log
    const inherited = Object.entries(process.env).filter(([name]) => !SETTINGS.test(name))
    const cache = getCompileCacheDir()
    this.#child = fork(join(import.meta.dirname, 'child.ts'), [], {
      env: { ...Object.fromEntries(inherited), ...(cache && { NODE_COMPILE_CACHE: dirname(cache) }) },
      execArgv: [`--max-old-space-size=${HEAP_LIMIT}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    this.#child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      this.#lastWords = (this.#lastWords + text).slice(-LAST_WORDS)
    })
    this.#child.on('message', (message) => {
      this.#heard.push(message as FromRenderer)
      this.#wake()
    })
    this.#gone = new Promise((resolve) => {
      const over = (code: number | null, signal: NodeJS.Signals | null) => {
        const memory = signal === 'SIGABRT' || code === 134
        this.#end ??= memory
          ? new RenderFailure('memory', `It needs more than the ${HEAP_LIMIT} MB of memory that a report may have.`)
          : new RenderFailure('lost', 'The process that made it has ended.')
        this.#wake()
        resolve()
      }
      this.#child.on('error', () => this.#child.pid === undefined && over(null, null))
      this.#child.once('exit', over)
    })
  }

  /** Whether it can make a report. */
  get isAlive(): boolean {
    return this.#end === null
  }

  /** Ends it, whatever it is doing. */
  async kill(why?: RenderFailure): Promise<void> {
    this.#end ??= why ?? new RenderFailure('lost', 'The process that made it was ended.')
    this.#child.kill('SIGKILL')
    this.#wake()
    await this.#gone
  }

  /** Begins a report; its bytes are made as they are read. Throws `RenderFailure`, and what `source` throws. */
  async make(request: RenderRequest, source: Source): Promise<Rendered> {
    while (!this.#ready) this.#ready = (await this.#hear()).kind === 'ready'
    this.#tell({ kind: 'make', request })
    for (;;) {
      const message = await this.#hear()
      if (message.kind === 'begun') {
        const { contentType, extension } = message
        return { contentType, extension, bytes: this.#bytes(source) }
      }
      await this.#answer(message, source)
    }
  }

  async *#bytes(source: Source): AsyncGenerator<Uint8Array> {
    for (;;) {
      const message = await this.#hear()
      if (message.kind === 'made') return
      if (message.kind === 'bytes') {
        yield message.bytes
        this.#tell({ kind: 'taken' })
      } else {
        await this.#answer(message, source)
      }
    }
  }

  async #answer(message: FromRenderer, source: Source): Promise<void> {
    if (message.kind === 'want') {
      this.#tell({ kind: 'rows', ...(await source(message.of)) })
    } else if (message.kind === 'failed') {
      if (!message.refused) this.#log.error({ err: message, said: this.#lastWords }, 'a report broke off')
      throw new RenderFailure(message.refused ? 'refused' : 'broken', message.message, message.stack)
    }
  }

  async #hear(): Promise<FromRenderer> {
    for (;;) {
      const message = this.#heard.shift()
      if (message) return message
      if (this.#end) throw this.#end
      const { promise, resolve } = Promise.withResolvers<void>()
      this.#wake = resolve
      await promise
    }
  }

  #tell(message: ToRenderer): void {
    if (this.#child.connected) this.#child.send(message)
  }
}
