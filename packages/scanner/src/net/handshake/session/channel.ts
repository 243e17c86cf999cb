import type { Line } from '../line.ts'
import { RecordReader, record, type TlsRecord } from '../record.ts'
import { WireError } from '../wire.ts'

const LONGEST = 15_000 // milliseconds of a whole conversation; a server that drips must not hold it up for ever

/** What seals and opens the fragments of one direction. */
export interface Sealer {
  /** The type that shows on the outside, where it is not the fragment's own. */
  readonly outer?: number
  seal(type: number, fragment: Buffer): Buffer
  open(type: number, sealed: Buffer): { type: number; fragment: Buffer }
}

/** Records over a line, sealed from the moment that a direction has its keys. */
export class Channel {
  readonly #line: Line
  readonly #deadline: () => number
  readonly #end = Date.now() + LONGEST
  readonly #reader = new RecordReader()
  readonly #queue: TlsRecord[] = []
  /** As it stands in records: 0x0303 is TLS 1.2. */
  version: number
  write: Sealer | null = null
  read: Sealer | null = null

  constructor(line: Line, version: number, deadline: () => number) {
    this.#line = line
    this.version = version
    this.#deadline = deadline
  }

  send(type: number, fragment: Buffer): void {
    const { write } = this
    this.#line.send(record(write?.outer ?? type, this.version, write ? write.seal(type, fragment) : fragment))
  }

  /** The next record, opened. Throws `WireError` where it is none, or does not verify. */
  async receive(): Promise<TlsRecord | 'closed' | 'silent'> {
    while (this.#queue.length === 0) {
      const chunk = await this.#line.read(Math.min(this.#deadline(), this.#end))
      if (typeof chunk === 'string') return chunk
      this.#queue.push(...this.#reader.push(chunk))
    }
    const next = this.#queue.shift()!
    // TLS 1.3 still sends ChangeCipherSpec in the clear, for what stands between (RFC 8446 appendix D.4).
    if (!this.read || (this.read.outer && next.type !== this.read.outer)) return next
    return { ...next, ...this.read.open(next.type, next.fragment) }
  }

  hangUp(): void {
    this.#line.socket.end()
  }
}

/** True for what a broken answer throws, so that callers can call it one. */
export function isBroken(error: unknown): error is WireError {
  return error instanceof WireError
}
