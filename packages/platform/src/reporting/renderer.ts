import type { Logger } from 'pino'
import type { RenderRequest } from './messages.ts'
import { type Rendered, RendererProcess, RenderFailure, type Source } from './renderer-process.ts'

const PROCESSES = 2 // reports that are made at once
const IDLE = 30_000 // milliseconds until a process that has nothing to do ends
const TIME_LIMIT = 300_000 // milliseconds

/** Makes reports, in processes of their own: they are started when there is something to do, and end when there is not. */
export class Renderer {
  readonly #log: Logger
  readonly #all = new Set<RendererProcess>()
  readonly #idle = new Map<RendererProcess, NodeJS.Timeout>()
  readonly #waiting: (() => void)[] = []
  #busy = 0
  #closed = false

  constructor(log: Logger) {
    this.#log = log
  }

  /**
   * Makes a report; its bytes have to be read to the end, or their generator be ended. Throws `RenderFailure`, and what
   * `source` throws. `signal` ends it at once.
   */
  async render(request: RenderRequest, source: Source, signal: AbortSignal): Promise<Rendered> {
    const renderer = await this.#take(signal)
    const abort = () => void renderer.kill()
    signal.addEventListener('abort', abort, { once: true })
    const late = `It was not made within ${TIME_LIMIT / 60_000} minutes.`
    const timer = setTimeout(() => void renderer.kill(new RenderFailure('late', late)), TIME_LIMIT)
    let over = false
    /** A process that is in the middle of something is of no use to anyone else. */
    const end = (whole: boolean) => {
      if (over) return
      over = true
      signal.removeEventListener('abort', abort)
      clearTimeout(timer)
      this.#giveBack(renderer, whole)
    }
    try {
      signal.throwIfAborted()
      const { bytes, ...about } = await renderer.make(request, source)
      return { ...about, bytes: reading(bytes, end) }
    } catch (error) {
      end(error instanceof RenderFailure && error.why === 'refused')
      throw error
    }
  }

  /** Ends all processes; what is under way is lost. */
  async close(): Promise<void> {
    this.#closed = true
    for (const wake of this.#waiting.splice(0)) wake()
    await Promise.all([...this.#all].map((one) => this.#remove(one)))
  }

  async #take(signal: AbortSignal): Promise<RendererProcess> {
    while (this.#busy >= PROCESSES && !this.#closed) {
      const { promise, resolve } = Promise.withResolvers<void>()
      this.#waiting.push(resolve)
      signal.addEventListener('abort', () => resolve(), { once: true })
      await promise
      signal.throwIfAborted()
    }
    if (this.#closed) throw new RenderFailure('lost', 'The service stops.')
    this.#busy++
    for (const [idle, timer] of this.#idle) {
      clearTimeout(timer)
      this.#idle.delete(idle)
      if (idle.isAlive) return idle
      this.#all.delete(idle)
    }
    const fresh = new RendererProcess(this.#log)
    this.#all.add(fresh)
    return fresh
  }

  #giveBack(renderer: RendererProcess, whole: boolean): void {
    this.#busy--
    if (whole && renderer.isAlive && !this.#closed)
      this.#idle.set(renderer, setTimeout(() => void this.#remove(renderer), IDLE).unref())
    else void this.#remove(renderer)
    this.#waiting.shift()?.()
  }

  async #remove(renderer: RendererProcess): Promise<void> {
    clearTimeout(this.#idle.get(renderer))
    this.#idle.delete(renderer)
    this.#all.delete(renderer)
    await renderer.kill()
  }
}

async function* reading(bytes: AsyncGenerator<Uint8Array>, end: (whole: boolean) => void): AsyncGenerator<Uint8Array> {
  let whole = false
  try {
    yield* bytes
    whole = true
  } finally {
    end(whole)
  }
}
