import { AbortedError, APIConnectionError, APIError, APITimeoutError, errorOf, LastHashError } from './errors.ts'
import { VERSION } from './types.ts'

const FIRST_PAUSE = 0.5 // seconds; doubled after each try
const LONGEST_PAUSE = 8 // seconds
const JITTER = 0.25 // so much of a pause is left to chance, that clients do not come back all at once
const LONGEST_RETRY_AFTER = 60 // seconds; who is to wait longer is told so by the error
const RETRIED = new Set([408, 429, 500, 502, 503, 504])

/** Time and chance, to be replaced in tests. */
export interface Clock {
  /** Resolves after so many seconds; rejects when the signal says so. */
  sleep(seconds: number, signal?: AbortSignal): Promise<void>
  /** From 0 up to 1. */
  random(): number
}

export interface ClientOptions {
  /** `LASTHASH_API_KEY` unless given. */
  apiKey?: string
  /** `LASTHASH_BASE_URL` unless given, or `http://127.0.0.1:8080`. */
  baseUrl?: string
  /** An organisation under yours to act for: `org_…`. */
  organization?: string
  /** Milliseconds that one try may take: 60,000. */
  timeout?: number
  /** How often a failed request is tried again: 2. */
  maxRetries?: number
  /** Sent with every request. */
  headers?: Record<string, string>
  /** Your program's name and version, put before ours in `User-Agent`. */
  userAgent?: string
  /** What sends requests instead of the runtime's own `fetch`. */
  fetch?: (url: string, init: RequestInit) => Promise<Response>
  /** Further options of each `fetch`, such as `{ dispatcher: new ProxyAgent(…) }` of undici. */
  fetchOptions?: Record<string, unknown>
  /** Told once of each operation that will be withdrawn: `console.warn`. */
  onWarning?: (message: string) => void
  clock?: Clock
}

export interface RequestOptions {
  signal?: AbortSignal
  /** Milliseconds that one try may take. */
  timeout?: number
  maxRetries?: number
  headers?: Record<string, string>
  /** An organisation under yours to act for. */
  organization?: string
  /** Of a POST: repeats within 24 hours give the first answer again. One is made for each call unless given. */
  idempotencyKey?: string
  /** The `ETag` that the object must still have, of a change. */
  ifMatch?: string
  /** Seconds, up to 30, that the answer may wait for the end of what is begun. */
  wait?: number
}

export interface Request {
  /** As in the API's description: `createScan`. */
  operation: string
  method: string
  path: string
  query?: object | undefined
  body?: unknown
  /** Of the body: JSON. */
  type?: string
  /** What is asked for: JSON. */
  accept?: string
  headers?: Record<string, string>
}

/** An answer that is no error. */
export interface Answer {
  response: Response
  /** What was read; undefined when it is for the caller to read. */
  bytes: Uint8Array | undefined
}

/** A part of a path that is data. Throws on what would lead elsewhere. */
export function segment(name: string, value: string): string {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  if (text === '' || text === '.' || text === '..')
    throw new LastHashError(`${name} must be an id, and is ${JSON.stringify(value)}.`)
  return encodeURIComponent(text)
}

/** Sends requests, and sends them again where that may help. */
export class Transport {
  readonly #options: ClientOptions
  readonly #key: string
  readonly #base: string
  readonly #clock: Clock
  readonly #warned = new Set<string>()

  constructor(options: ClientOptions) {
    this.#options = options
    this.#key = options.apiKey ?? fromEnvironment('LASTHASH_API_KEY') ?? ''
    const base = options.baseUrl ?? fromEnvironment('LASTHASH_BASE_URL') ?? 'http://127.0.0.1:8080'
    if (!this.#key) throw new LastHashError('There is no API key: give `apiKey`, or set LASTHASH_API_KEY.')
    if (!/^https?:\/\/[^/]/.test(base)) throw new LastHashError(`baseUrl must begin with http:// or https://: ${base}`)
    this.#base = base.replace(/\/+$/, '')
    this.#clock = options.clock ?? { sleep, random: Math.random }
  }

  get clock(): Clock {
    return this.#clock
  }

  get maxRetries(): number {
    return this.#options.maxRetries ?? 2
  }

  /** The answer, after as many tries as it takes and is allowed. With `raw` its body is left to be read. */
  async send(request: Request, options: RequestOptions = {}, raw = false): Promise<Answer> {
    const url = this.#base + request.path + queryOf(request.query)
    const init = this.#init(request, options)
    const retries = options.maxRetries ?? this.maxRetries
    for (let tried = 0; ; tried++) {
      let failure: unknown
      try {
        const answer = await this.#once(url, init, options, raw)
        this.#warn(request.operation, answer.response.headers)
        return answer
      } catch (error) {
        failure = error
      }
      const pause = pauseAfter(failure, tried, this.#clock.random)
      if (tried >= retries || pause === undefined) throw failure
      await this.#clock.sleep(pause, options.signal).catch((reason) => {
        throw options.signal?.aborted ? new AbortedError('Aborted between two tries.', { cause: reason }) : reason
      })
    }
  }

  #init({ method, body, type, accept, headers }: Request, options: RequestOptions): RequestInit {
    const organization = options.organization ?? this.#options.organization
    const all: Record<string, string> = {
      accept: accept ?? 'application/json',
      authorization: `Bearer ${this.#key}`,
      'user-agent': [this.#options.userAgent, `lasthash-node/${VERSION}`, runtime()].filter(Boolean).join(' '),
      ...(organization && { 'lasthash-organization': organization }),
      ...(method === 'POST' && { 'idempotency-key': options.idempotencyKey ?? uuid() }),
      ...(options.ifMatch && { 'if-match': options.ifMatch }),
      ...(options.wait && { prefer: `wait=${options.wait}` }),
      ...(body !== undefined && { 'content-type': type ?? 'application/json' }),
      ...lowerCase(headers),
      ...lowerCase(this.#options.headers),
      ...lowerCase(options.headers),
    }
    const content = body === undefined || type !== undefined ? body : JSON.stringify(body)
    // A change that was redirected would arrive as a GET.
    const redirect = method === 'GET' ? 'follow' : 'manual'
    return { ...this.#options.fetchOptions, method, headers: all, body: content as RequestInit['body'], redirect }
  }

  async #once(url: string, init: RequestInit, options: RequestOptions, raw: boolean): Promise<Answer> {
    const { signal } = options
    const limit = (options.timeout ?? this.#options.timeout ?? 60_000) + (options.wait ?? 0) * 1000
    const controller = new AbortController()
    const stop = () => controller.abort(signal?.reason)
    if (signal?.aborted) throw new AbortedError('Aborted before it was sent.', { cause: signal.reason })
    signal?.addEventListener('abort', stop, { once: true })
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      controller.abort()
    }, limit)
    let isOpen = false
    try {
      const send = this.#options.fetch ?? fetch
      const response = await send(url, { ...init, signal: controller.signal })
      isOpen = raw && response.ok
      const bytes = isOpen ? undefined : new Uint8Array(await response.arrayBuffer())
      if (response.ok) return { response, bytes }
      const retryAfter = secondsOf(response.headers.get('retry-after'))
      throw errorOf(response.status, parsed(bytes!), response.headers, retryAfter)
    } catch (error) {
      if (error instanceof APIError) throw error
      if (isLate) throw new APITimeoutError(`No whole answer from ${this.#base} within ${limit} ms.`, { cause: error })
      if (signal?.aborted) throw new AbortedError('Aborted by the signal.', { cause: signal.reason })
      throw new APIConnectionError(`${this.#base} cannot be reached: ${rootOf(error)}`, { cause: error })
    } finally {
      clearTimeout(timer)
      // What is still to be read ends with the signal, too.
      if (!isOpen) signal?.removeEventListener('abort', stop)
    }
  }

  #warn(operation: string, headers: Headers): void {
    const since = headers.get('deprecation')
    if (!since || this.#warned.has(operation)) return
    this.#warned.add(operation)
    const sunset = headers.get('sunset')
    const successor = /<([^>]+)>;\s*rel="successor-version"/.exec(headers.get('link') ?? '')?.[1]
    const tell = this.#options.onWarning ?? ((message: string) => console.warn(message))
    const until = sunset ? ` and will be withdrawn on ${sunset}` : ''
    tell(`LastHash: ${operation} is deprecated${until}.${successor ? ` Use ${successor} instead.` : ''}`)
  }
}

/** Seconds until the next try; undefined when there is to be none. */
function pauseAfter(failure: unknown, tried: number, random: () => number): number | undefined {
  if (failure instanceof APIError) {
    if (!RETRIED.has(failure.status) && failure.code !== 'idempotency_key_in_use') return undefined
    if (failure.retry_after !== undefined)
      return failure.retry_after <= LONGEST_RETRY_AFTER ? failure.retry_after : undefined
  } else if (!(failure instanceof APIConnectionError)) return undefined
  return Math.min(FIRST_PAUSE * 2 ** tried, LONGEST_PAUSE) * (1 - JITTER * random())
}

/** Seconds from `Retry-After`: a number, or the date until which to wait. */
function secondsOf(header: string | null): number | undefined {
  if (!header) return undefined
  if (/^\d+(\.\d+)?$/.test(header.trim())) return Number(header)
  const date = /^[A-Z][a-z]{2}, /.test(header) ? Date.parse(header) : Number.NaN
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - Date.now()) / 1000))
}

/** What is null or undefined is left out; a list is joined by commas, a date is its RFC 3339 form. */
function queryOf(query: object = {}): string {
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(textOf(value))}`)
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}

function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString().replace(/\.\d+Z$/, 'Z')
  return Array.isArray(value) ? value.map(textOf).join(',') : String(value)
}

function parsed(bytes: Uint8Array): unknown {
  const text = new TextDecoder().decode(bytes)
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function lowerCase(headers: Record<string, string> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}

/** What lies at the bottom of a "fetch failed". */
function rootOf(error: unknown): string {
  let root = error
  while (root instanceof Error && root.cause instanceof Error) root = root.cause
  if (!(root instanceof Error)) return String(root)
  return root.message || (root as { code?: string }).code || root.name
}

function sleep(seconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const stop = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, seconds * 1000)
    signal?.addEventListener('abort', stop, { once: true })
  })
}

/** Random enough to be used once; older runtimes and plain HTTP pages have no `crypto.randomUUID`. */
function uuid(): string {
  const { crypto } = globalThis as { crypto?: { randomUUID?: () => string } }
  if (crypto?.randomUUID) return crypto.randomUUID()
  const part = () =>
    Math.floor(Math.random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0')
  return part() + part() + part() + part()
}

interface Process {
  env?: Record<string, string | undefined>
  versions?: Record<string, string | undefined>
}
const process = (globalThis as { process?: Process }).process

/** Undefined also where the runtime has no environment, or does not let it be read. */
function fromEnvironment(name: string): string | undefined {
  try {
    return process?.env?.[name] || undefined
  } catch {
    return undefined
  }
}

function runtime(): string {
  const { bun, deno, node } = process?.versions ?? {}
  return bun ? `bun/${bun}` : deno ? `deno/${deno}` : node ? `node/${node}` : ''
}
