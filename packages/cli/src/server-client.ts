import { createHmac, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { CliError } from './cli-error.ts'

const TRIES = 5
const FIRST_PAUSE = 250 // milliseconds; doubled after each try
const LONGEST_PAUSE = 60_000 // milliseconds that a server's Retry-After may ask for

export interface Call {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Below the server's address, such as `/v1/scans`. */
  path: string
  /** What is null is left out. */
  query?: Record<string, string | null | undefined>
  body?: unknown
}

/** Speaks to a LastHash server. Whatever it throws for server and network is a `CliError` in words. */
export class ServerClient {
  readonly #server: URL
  readonly #key: string
  readonly signal: AbortSignal

  constructor(server: URL, key: string, signal: AbortSignal) {
    this.#server = server
    this.#key = key
    this.signal = signal
  }

  /**
   * The JSON of the answer. Tries again where that is safe and may help: no connection, 429, 502, 503, 504; a POST under one
   * idempotency key, so that two tries never make two scans.
   */
  async call(call: Call): Promise<unknown> {
    const answer = await this.#tried(call)
    if (answer.status === 204) return null
    const body = parsed(Buffer.from(answer.bytes).toString('utf8'))
    if (body === undefined)
      throw new CliError(`${this.#server.origin} does not answer as a LastHash server does: no JSON.`)
    return body
  }

  /** Whether the key sees test data only. */
  get isTest(): boolean {
    return this.#key.startsWith('lh_test_')
  }

  /** A secret for `purpose` that is the same for the same key, and tells nothing of it. */
  derived(purpose: string): string {
    return `whsec_${createHmac('sha256', this.#key).update(`lasthash ${purpose}`).digest('base64')}`
  }

  /** As `call`, of what is no JSON: a report, say. */
  async download(call: Call): Promise<Uint8Array> {
    return (await this.#tried(call)).bytes
  }

  async #tried(call: Call): Promise<Extract<Answer, { ok: true }>> {
    const init = this.#init(call)
    for (let tries = 1; ; tries++) {
      const answer = await this.#once(call, init)
      if (answer.ok) return answer
      if (!answer.again || tries === TRIES) throw new CliError(answer.message)
      const pause = Math.min(answer.pause ?? FIRST_PAUSE * 2 ** (tries - 1), LONGEST_PAUSE)
      await sleep(pause, undefined, { signal: this.signal })
    }
  }

  /** As `call`, once, not stopped by what stopped the rest, and without a word when it fails. */
  async lastWord(call: Call, limit: number): Promise<void> {
    const signal = AbortSignal.timeout(limit)
    await fetch(this.#address(call), { ...this.#init(call), signal }).catch(() => {})
  }

  #init({ method, body }: Call): RequestInit {
    const headers = new Headers({ authorization: `Bearer ${this.#key}` })
    if (method === 'POST') headers.set('idempotency-key', randomUUID())
    if (body !== undefined) headers.set('content-type', 'application/json')
    return { method, headers, body: body === undefined ? undefined : JSON.stringify(body), redirect: 'manual' }
  }

  #address({ path, query = {} }: Call): string {
    const given = Object.entries(query).filter((one): one is [string, string] => typeof one[1] === 'string')
    const search = given.length === 0 ? '' : `?${new URLSearchParams(given)}`
    return `${this.#server.origin}${this.#server.pathname.replace(/\/$/, '')}${path}${search}`
  }

  async #once(call: Call, init: RequestInit): Promise<Answer> {
    const name = this.#server.origin
    let response: Response
    let bytes: Uint8Array
    try {
      response = await fetch(this.#address(call), { ...init, signal: this.signal })
      bytes = new Uint8Array(await response.arrayBuffer())
    } catch (error) {
      this.signal.throwIfAborted()
      return { ok: false, again: true, message: `${name} cannot be reached: ${rootOf(error)}` }
    }
    const { ok, status, headers } = response
    if (ok) return { ok, status, bytes }
    const pause = secondsOf(headers.get('retry-after'))
    const problem = problemText(parsed(Buffer.from(bytes).toString('utf8')))
    const message = `${name} refused (${status}): ${problem ?? 'it does not say why.'}`
    return { ok: false, again: [429, 502, 503, 504].includes(status), message, pause }
  }
}

type Answer =
  | { ok: true; status: number; bytes: Uint8Array }
  | { ok: false; again: boolean; message: string; pause?: number }

/** fetch says only “fetch failed”; what happened is the cause. */
function rootOf(error: unknown): string {
  const { cause, message } = error as Error
  if (cause instanceof AggregateError) return rootOf(cause.errors[0])
  return cause instanceof Error ? rootOf(cause) : message
}

/** Title and detail of a problem (RFC 9457). */
function problemText(body: unknown): string | null {
  const { title, detail, request_id } = (body ?? {}) as Record<string, unknown>
  const words = [title, detail].filter((word) => typeof word === 'string' && word !== '')
  if (words.length === 0) return null
  return `${words.join(': ')}${typeof request_id === 'string' ? ` (${request_id})` : ''}`
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Milliseconds. */
function secondsOf(retryAfter: string | null): number | undefined {
  return retryAfter !== null && /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : undefined
}
