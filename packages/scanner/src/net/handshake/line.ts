import type { Socket } from 'node:net'
import { NetError } from '../errors.ts'

/** An open connection that is written to and read from by hand, with a time limit for each read. */
export class Line {
  readonly socket: Socket
  readonly #signal: AbortSignal
  readonly #chunks: Buffer[] = []
  #ended = false
  #wake: (() => void) | null = null
  readonly #onAbort = () => this.close()

  constructor(socket: Socket, signal: AbortSignal) {
    this.socket = socket
    this.#signal = signal
    socket.on('data', (chunk: Buffer) => {
      this.#chunks.push(chunk)
      this.#wake?.()
    })
    const end = () => {
      this.#ended = true
      this.#wake?.()
    }
    socket.on('end', end)
    socket.on('close', end)
    socket.on('error', end)
    signal.addEventListener('abort', this.#onAbort)
    if (signal.aborted) this.close()
  }

  send(...parts: Buffer[]): void {
    if (!this.socket.destroyed && this.socket.writable) this.socket.write(Buffer.concat(parts))
  }

  /** The next bytes; `closed` when there will be none, `silent` when none came until `deadline` (of `Date.now()`). */
  async read(deadline: number): Promise<Buffer | 'closed' | 'silent'> {
    for (;;) {
      this.#signal.throwIfAborted()
      const chunk = this.#chunks.shift()
      if (chunk) return chunk
      if (this.#ended) return 'closed'
      const left = deadline - Date.now()
      if (left <= 0) return 'silent'
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left)
        this.#wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
      this.#wake = null
    }
  }

  close(): void {
    this.#signal.removeEventListener('abort', this.#onAbort)
    this.socket.destroy()
    this.#ended = true
    this.#wake?.()
  }
}

/** True for what keeps one probe from being made, and not the whole scan: a broken connection, or a budget that is used up. */
export function isSpoilt(error: unknown): error is NetError {
  return error instanceof NetError && error.code !== 'aborted'
}
