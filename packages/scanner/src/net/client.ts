import { checkAddress } from './address.ts'
import { decodeText } from './charset.ts'
import type { Connection, RawAnswer, RawRequest } from './connection.ts'
import { decompress } from './decompress.ts'
import { NetError, toNetError } from './errors.ts'
import { type Exchange, type HeaderList, headerValue } from './exchange.ts'
import type { Limits } from './limits.ts'
import type { Meter } from './meter.ts'
import type { RequestOptions } from './net.ts'
import { Pace, rateFor } from './pace.ts'
import { Pool } from './pool.ts'
import type { AddressBook } from './resolve.ts'

export interface ClientOptions {
  userAgent: string
  /** Sent with every request to a host of the website, and nowhere else; their values never reach the evidence. */
  extraHeaders: HeaderList
  isOwnHost: (host: string) => boolean
  /** Requests a second; undefined: as fast as the target answers quickly, within what is polite. */
  perSecond: number | undefined
  /** Requests at once, for each host. */
  concurrency: number
  limits: Limits
  meter: Meter
  book: AddressBook
  signal: AbortSignal
  onExchange?: (exchange: Exchange) => void
}

/** What stands in evidence for a header value that the caller gave: it may be a password. */
export const REDACTED = '[redacted]'

const DEFAULT_HEADERS: HeaderList = [
  ['Accept', 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'],
  ['Accept-Language', 'en;q=0.9,*;q=0.5'],
  ['Accept-Encoding', 'gzip, deflate, br, zstd'],
]
/** Methods that may be sent again when a kept connection turns out to be closed (RFC 9110 section 9.2.2). */
const IDEMPOTENT = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE'])

/** The one HTTP client of a scan: polite, counted, to checked addresses only, and cancelable. */
export class HttpClient {
  readonly #options: ClientOptions
  readonly #pool: Pool
  readonly #paces = new Map<string, Pace>()

  constructor(options: ClientOptions) {
    this.#options = options
    this.#pool = new Pool(options)
    options.signal.addEventListener('abort', () => this.#pool.destroy())
  }

  /** One request, no redirect followed. Backs off and tries again where the target asks for it. Throws `NetError`. */
  async request(url: string, options: RequestOptions = {}): Promise<Exchange> {
    const parsed = parse(url)
    this.#options.signal.throwIfAborted()
    const addresses = await this.#options.book.addresses(parsed.hostname.replace(/^\[|\]$/g, ''))
    const pace = this.#paceOf(parsed.host, addresses)
    for (let tries = 0; ; tries += 1) {
      const exchange = await this.#once(parsed, options, pace)
      this.#options.onExchange?.(exchange)
      const { status, headers } = exchange.response
      if (!pace.backOff(status, headerValue(headers, 'retry-after'), tries)) return exchange
    }
  }

  async #once(url: URL, options: RequestOptions, pace: Pace): Promise<Exchange> {
    const { signal, limits } = this.#options
    signal.throwIfAborted()
    const host = url.hostname.replace(/^\[|\]$/g, '')
    const leave = await pace.enter()
    const started_at = Date.now()
    const clock = performance.now()
    try {
      const headers = this.#headers(host, options)
      const request: RawRequest = {
        method: options.method ?? 'GET',
        path: url.pathname + url.search,
        headers: headers.sent,
        body: options.body,
      }
      const maxBody = Math.min(options.maxBody ?? limits.body, limits.body)
      const { answer, connection } = await this.#send(url, request, maxBody)
      signal.throwIfAborted() // what was read of a body until then is no answer
      return {
        request: {
          method: request.method,
          url: url.href,
          headers: headers.shown,
          ...(request.body && { body: request.body }),
        },
        response: await responseOf(answer, request.method, maxBody, options),
        started_at,
        duration_ms: Math.round((performance.now() - clock) * 10) / 10,
        remote_address: connection.remote_address,
        ...(connection.alpn && { alpn: connection.alpn }),
      }
    } catch (error) {
      signal.throwIfAborted()
      throw toNetError(error, url.host)
    } finally {
      leave(performance.now() - clock)
    }
  }

  async #send(url: URL, request: RawRequest, maxBody: number): Promise<{ answer: RawAnswer; connection: Connection }> {
    for (let fresh = false; ; fresh = true) {
      this.#options.signal.throwIfAborted()
      this.#options.meter.spend('requests')
      const connection = this.#pool.take(url, { fresh })
      try {
        const answer = await connection.send(request, maxBody)
        if (answer.complete) this.#pool.give(url, connection)
        else this.#pool.drop(connection)
        return { answer, connection }
      } catch (error) {
        const wasStale = (error as NetError).code === 'closed' && connection.isUsed && IDEMPOTENT.has(request.method)
        this.#pool.drop(connection)
        if (fresh || !wasStale) throw error
      }
    }
  }

  #headers(
    host: string,
    { headers: given = [], secret = [] }: RequestOptions,
  ): { sent: HeaderList; shown: HeaderList } {
    const { userAgent, extraHeaders, isOwnHost } = this.#options
    const extra = oneCookie([...secret, ...(isOwnHost(host) ? extraHeaders : [])], given)
    const named = new Set([...given, ...extra].map(([name]) => name.toLowerCase()))
    const base: HeaderList = [['User-Agent', userAgent] as const, ...DEFAULT_HEADERS]
    const kept = extra.some(isCookie) ? given.filter((one) => !isCookie(one)) : given
    const own = [...base.filter(([name]) => !named.has(name.toLowerCase())), ...kept]
    return { sent: [...own, ...extra], shown: [...own, ...extra.map(([name]) => [name, REDACTED] as const)] }
  }

  #paceOf(host: string, addresses: readonly string[]): Pace {
    let pace = this.#paces.get(host)
    if (!pace) {
      const isOurs = addresses.every((address) => checkAddress(address, { allowPrivate: false }) !== null)
      const { perSecond, concurrency, signal } = this.#options
      pace = new Pace({ rate: rateFor(perSecond, isOurs ? 'own' : 'public'), concurrency, signal })
      this.#paces.set(host, pace)
    }
    return pace
  }
}

/** All cookies in one field (RFC 6265 section 5.4), those of `given` first; unchanged where `extra` has none. */
function oneCookie(extra: HeaderList, given: HeaderList): HeaderList {
  if (!extra.some(isCookie)) return extra
  const cookies = [...given, ...extra].filter(isCookie).map(([, value]) => value)
  return [...extra.filter((one) => !isCookie(one)), ['Cookie', cookies.join('; ')]]
}

function isCookie([name]: HeaderList[number]): boolean {
  return name.toLowerCase() === 'cookie'
}

async function responseOf(
  answer: RawAnswer,
  method: string,
  maxBody: number,
  { gunzip, onBytes }: RequestOptions,
): Promise<Exchange['response']> {
  const { status, headers, wire } = answer
  if (method === 'HEAD') return { status, headers, body: '', truncated: false }
  const sent = await decompress(wire, headerValue(headers, 'content-encoding'), maxBody)
  const isFile = gunzip && sent.bytes[0] === 0x1f && sent.bytes[1] === 0x8b // RFC 1952 section 2.3.1
  const { bytes, complete } = isFile ? await decompress(sent.bytes, 'gzip', maxBody) : sent
  onBytes?.(bytes)
  const truncated = !(complete && answer.complete)
  return { status, headers, body: decodeText(bytes, headers, truncated), truncated }
}

function parse(url: string): URL {
  const parsed = URL.parse(url)
  if (!parsed || (parsed.protocol !== 'http:' && parsed.protocol !== 'https:')) {
    throw new NetError('bad_url', `“${url.slice(0, 200)}” is not an address that can be requested.`)
  }
  return parsed
}
