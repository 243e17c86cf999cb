import type { TLSSocket } from 'node:tls'
import { Client, type Dispatcher } from 'undici'
import { openTcp, startTls } from './connect.ts'
import { NetError, toNetError } from './errors.ts'
import type { HeaderList } from './exchange.ts'
import type { Limits } from './limits.ts'
import type { AddressBook } from './resolve.ts'

/** An answer as it came off the wire. */
export interface RawAnswer {
  status: number
  headers: HeaderList
  /** The body as sent, still compressed, at most `limits.body` bytes. */
  wire: Buffer
  /** False when the body was longer, or ended before its time. */
  complete: boolean
}

export interface RawRequest {
  method: string
  path: string
  headers: HeaderList
  body?: string
}

type Stage = 'waiting' | 'headers' | 'body' | 'done'

/** One connection to one origin, one request at a time. Opened by its first request, reopened when the server closed it. */
export class Connection {
  readonly #client: Client
  readonly #limits: Limits
  readonly #where: string
  /** How many requests this TCP connection has carried: one that is closed before it answers may just have been too old. */
  #carried = 0
  remote_address = ''
  alpn: string | undefined

  constructor(options: {
    origin: URL
    host: string
    port: number
    limits: Limits
    book: AddressBook
    signal: AbortSignal
  }) {
    const { origin, host, port, limits, book, signal } = options
    this.#limits = limits
    this.#where = `${host} port ${port}`
    this.#client = new Client(origin.origin, {
      pipelining: 1,
      allowH2: false,
      maxHeaderSize: limits.headers,
      // Time is kept by `send`: undici's own timers are coarse, and its body timer never stops a slow drip.
      headersTimeout: 0,
      bodyTimeout: 0,
      connect: (_, callback) => {
        this.#open({ isTls: origin.protocol === 'https:', host, port, book, signal }).then(
          (socket) => callback(null, socket),
          (error) => callback(error, null),
        )
      },
    })
  }

  get isUsed(): boolean {
    return this.#carried > 1
  }

  destroy(): void {
    this.#client.destroy().catch(() => {})
  }

  /**
   * Sends one request and reads the answer, up to the limits. Once header fields have come, whatever goes wrong makes an
   * incomplete answer; before that it throws `NetError`.
   */
  send(request: RawRequest, maxBody: number): Promise<RawAnswer> {
    return new Promise((resolve, reject) => {
      let stage = 'waiting' as Stage
      let answer: RawAnswer | undefined
      const chunks: Buffer[] = []
      let received = 0

      const timers: NodeJS.Timeout[] = []
      const settle = (complete: boolean, error?: unknown) => {
        if (stage === 'done') return
        stage = 'done'
        for (const timer of timers) clearTimeout(timer)
        if (!complete) this.destroy()
        if (!answer) return reject(toNetError(error, this.#where))
        resolve({ ...answer, wire: Buffer.concat(chunks), complete })
      }
      const onTimeout = () => settle(false, new NetError('timeout', `${this.#where} did not answer in time.`))
      const onHeadersTimeout = () => stage !== 'body' && onTimeout()
      // Connecting is timed by itself; this is for a name that does not resolve.
      timers.push(setTimeout(onHeadersTimeout, 2 * this.#limits.connect_ms + this.#limits.headers_ms))
      const handler: Dispatcher.DispatchHandler = {
        onRequestStart: () => {
          this.#carried += 1
          if (stage === 'done') return
          stage = 'headers'
          timers.push(
            setTimeout(onHeadersTimeout, this.#limits.headers_ms),
            setTimeout(onTimeout, this.#limits.response_ms),
          )
        },
        onResponseStart: (controller, status) => {
          if (status < 200 || stage === 'done') return
          stage = 'body'
          answer = { status, headers: fieldsOf(controller.rawHeaders), wire: Buffer.alloc(0), complete: false }
        },
        onResponseData: (_, chunk) => {
          if (stage === 'done') return
          const room = maxBody - received
          chunks.push(Buffer.from(chunk.subarray(0, room)))
          received += chunk.length
          if (chunk.length > room) settle(false)
        },
        onResponseEnd: () => settle(true),
        onResponseError: (_, error) => settle(false, error),
      }
      try {
        this.#client.dispatch(
          {
            method: request.method,
            path: request.path,
            headers: request.headers.flat(),
            body: request.body ?? null,
          },
          handler,
        )
      } catch (error) {
        settle(false, error)
      }
    })
  }

  async #open(to: { isTls: boolean; host: string; port: number; book: AddressBook; signal: AbortSignal }) {
    const { connect_ms } = this.#limits
    const started = Date.now()
    const addresses = await to.book.addresses(to.host)
    const options = { timeout_ms: connect_ms, signal: to.signal, where: this.#where }
    const tcp = await openTcp(addresses, to.port, options)
    const address = tcp.remoteAddress ?? ''
    await to.book.prefer(to.host, address)
    const left = connect_ms - (Date.now() - started)
    const socket = to.isTls ? await startTls(tcp, to.host, { ...options, timeout_ms: left }) : tcp
    this.#carried = 0
    this.remote_address = address
    this.alpn = (to.isTls && (socket as TLSSocket).alpnProtocol) || undefined
    return socket
  }
}

/** Names and values alternate. They are Latin-1 as far as anyone can tell (RFC 9110 section 5.5). */
function fieldsOf(raw: Dispatcher.DispatchController['rawHeaders']): HeaderList {
  const flat = (raw ?? []) as readonly (Buffer | string)[]
  const text = (part: Buffer | string | undefined) =>
    typeof part === 'string' ? part : (part?.toString('latin1') ?? '')
  return Array.from({ length: flat.length / 2 }, (_, index) => [text(flat[2 * index]), text(flat[2 * index + 1])])
}
