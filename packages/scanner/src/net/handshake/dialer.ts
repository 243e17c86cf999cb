import { isIP } from 'node:net'
import { openTcp } from '../connect.ts'
import type { NetError } from '../errors.ts'
import type { Limits } from '../limits.ts'
import type { Meter } from '../meter.ts'
import type { AddressBook } from '../resolve.ts'
import { clientHello, type Offer } from './client-hello.ts'
import { isSpoilt, Line } from './line.ts'
import { CHANGE_CIPHER_SPEC, RecordReader, type TlsRecord } from './record.ts'
import { type Flight, FlightReader } from './server-hello.ts'
import { WireError } from './wire.ts'

export interface DialerOptions {
  book: AddressBook
  meter: Meter
  limits: Limits
  signal: AbortSignal
  /** Handshakes at once. */
  concurrency: number
}

/** How the server's first flight ended: whole, with an alert, or before either. */
export type End = 'done' | 'alert' | 'closed' | 'silent' | 'garbage'

export interface Answer extends Flight {
  end: End
}

const PATIENCE = { least: 2_000, factor: 20 } // milliseconds; how much slower than the slowest so far an answer may be
const RETRIES = 2 // of a connection that failed though others had not: many servers limit how many they take at once
const PAUSE = 250 // milliseconds before such a retry

/** Opens connections to one host and port for raw handshakes: to checked addresses, counted, a few at once. */
export class Dialer {
  readonly host: string
  readonly port: number
  readonly #options: DialerOptions
  #places: number
  readonly #queue: (() => void)[] = []
  #slowest = 0
  #answered = false

  constructor(host: string, port: number, options: DialerOptions) {
    this.host = host
    this.port = port
    this.#options = options
    this.#places = options.concurrency
  }

  /** What to send as server name: none for addresses (RFC 6066 section 3). */
  get serverName(): string | null {
    return isIP(this.host) === 0 ? this.host : null
  }

  get signal(): AbortSignal {
    return this.#options.signal
  }

  /** Until when an answer is waited for: patiently at first, then by what the server has shown of its speed. */
  deadline(): number {
    const { connect_ms } = this.#options.limits
    const patience = this.#answered ? Math.max(PATIENCE.least, this.#slowest * PATIENCE.factor) : connect_ms
    return Date.now() + Math.min(connect_ms, patience)
  }

  /** Sends one hello and reads the server's first flight, then hangs up. Throws `NetError` where no connection could be had. */
  async greet(offer: Offer): Promise<Answer> {
    return this.use((line) => this.greetOn(line, offer))
  }

  /** The same on a line that stays open. */
  async greetOn(line: Line, offer: Offer): Promise<Answer> {
    const began = Date.now()
    line.send(clientHello(offer))
    const reader = new FlightReader()
    const end = await this.#flight(line, reader)
    if (end === 'done' || end === 'alert') this.#took(Date.now() - began)
    return { ...reader.flight, end }
  }

  /** As `greetOn`, but done with the ChangeCipherSpec of a resumed session, too, after which all is encrypted. */
  async greetResuming(line: Line, offer: Offer): Promise<Answer> {
    line.send(clientHello(offer))
    const reader = new FlightReader()
    const end = await this.records(line, (one) => one.type === CHANGE_CIPHER_SPEC || reader.push(one))
    return { ...reader.flight, end }
  }

  /** Reads records until one satisfies, the server hangs up, or nothing more comes. */
  async records(line: Line, isLast: (record: TlsRecord) => boolean, deadline = this.deadline()): Promise<End> {
    const reader = new RecordReader()
    try {
      for (;;) {
        const chunk = await line.read(deadline)
        if (typeof chunk === 'string') return chunk
        for (const record of reader.push(chunk)) if (isLast(record)) return 'done'
      }
    } catch (error) {
      if (error instanceof WireError) return 'garbage'
      throw error
    }
  }

  /** Lends a connection. Waits for a place; tries again where the server takes no more for the moment. */
  async use<T>(work: (line: Line) => Promise<T>): Promise<T> {
    await this.#enter()
    try {
      const line = await this.#connect()
      try {
        return await work(line)
      } finally {
        line.close()
      }
    } finally {
      this.#places += 1
      this.#queue.shift()?.()
    }
  }

  async #flight(line: Line, reader: FlightReader): Promise<End> {
    const end = await this.records(line, (record) => reader.push(record))
    return end === 'done' && reader.flight.alert ? 'alert' : end
  }

  async #enter(): Promise<void> {
    this.signal.throwIfAborted()
    while (this.#places <= 0) {
      await new Promise<void>((resolve) => this.#queue.push(resolve))
      this.signal.throwIfAborted()
    }
    this.#places -= 1
  }

  async #connect(): Promise<Line> {
    const { book, meter, limits, signal } = this.#options
    const where = `${this.host} port ${this.port}`
    const addresses = await book.addresses(this.host)
    for (let tries = 0; ; tries += 1) {
      signal.throwIfAborted()
      meter.spend('handshakes')
      try {
        const socket = await openTcp(addresses, this.port, { timeout_ms: limits.connect_ms, signal, where })
        await book.prefer(this.host, socket.remoteAddress ?? '')
        return new Line(socket, signal)
      } catch (error) {
        if (!isSpoilt(error) || error.isOurs || !this.#answered || tries >= RETRIES) throw error
        // The server took others: it has enough of us for now.
        if (this.#places > 0) this.#places -= 1
        await pause(PAUSE * (tries + 1), signal)
      }
    }
  }

  #took(milliseconds: number): void {
    this.#answered = true
    this.#slowest = Math.max(this.#slowest, milliseconds)
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(settle, milliseconds)
    const onAbort = () => settle()
    function settle() {
      clearTimeout(timer)
      signal.removeEventListener('abort', onAbort)
      signal.aborted ? reject(signal.reason as NetError) : resolve()
    }
    signal.addEventListener('abort', onAbort)
  })
}
