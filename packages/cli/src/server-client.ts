import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { CliError } from './cli-error.ts'

const TRIES = 5
const FIRST_PAUSE = 250 // milliseconds; doubled after each try
const LONGEST_PAUSE = 60_000 // milliseconds that a server's Retry-After may ask for

export interface Call {
  method: 'GET' | 'POST'
  /** Below the server's address, such as `/v1/scans`. */
  path: string
  body?: unknown
}

/** Speaks to a LastHash server. Whatever it throws for server and network is a `CliError` in words. */
export class ServerClient {
  readonly #server: URL
  readonly #key: string
  readonly #signal: AbortSignal

  constructor(server: URL, key: string, signal: AbortSignal) {
    this.#server = server
    this.#key = key
    this.#signal = signal
  }

  /**
   * The JSON of the answer. Tries again where that is safe and may help: no connection, 429, 502, 503, 504; a POST under one
   * idempotency key, so that two tries never make two scans.
   */
  async call(call: Call): Promise<unknown> {
    const init = this.#init(call)
    for (let tries = 1; ; tries++) {
      const answer = await this.#once(call, init)
      if (answer.ok) return answer.body
      if (!answer.again || tries === TRIES) throw new CliError(answer.message)
      const pause = Math.min(answer.pause ?? FIRST_PAUSE * 2 ** (tries - 1), LONGEST_PAUSE)
      await sleep(pause, undefined, { signal: this.#signal })
    }
  }

  /** As `call`, once, not stopped by what stopped the rest, and without a word when it fails. */
  async lastWord(call: Call, limit: number): Promise<void> {
    const signal = AbortSignal.timeout(limit)
    await fetch(this.#address(call.path), { ...this.#init(call), signal }).catch(() => {})
  }

  #init({ method, body }: Call): RequestInit {
    const headers = new Headers({ authorization: `Bearer ${this.#key}`, accept: 'application/json' })
    if (method === 'POST') headers.set('idempotency-key', randomUUID())
    if (body !== undefined) headers.set('content-type', 'application/json')
    return { method, headers, body: body === undefined ? undefined : JSON.stringify(body), redirect: 'manual' }
  }

  #address(path: string): string {
    return `${this.#server.origin}${this.#server.pathname.replace(/\/$/, '')}${path}`
  }

  async #once({ path }: Call, init: RequestInit): Promise<Answer> {
    const name = this.#server.origin
    let response: Response
    let text: string
    try {
      response = await fetch(this.#address(path), { ...init, signal: this.#signal })
      text = await response.text()
    } catch (error) {
      this.#signal.throwIfAborted()
      return { ok: false, again: true, message: `${name} cannot be reached: ${rootOf(error)}` }
    }
    const body = parsed(text)
    if (response.ok) {
      if (body !== undefined) return { ok: true, body }
      return { ok: false, again: false, message: `${name} does not answer as a LastHash server does: no JSON.` }
    }
    const pause = secondsOf(response.headers.get('retry-after'))
    const message = `${name} refused (${response.status}): ${problemText(body) ?? 'it does not say why.'}`
    return { ok: false, again: [429, 502, 503, 504].includes(response.status), message, pause }
  }
}

type Answer = { ok: true; body: unknown } | { ok: false; again: boolean; message: string; pause?: number }

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
