import { createHmac } from 'node:crypto'
import { APIConnectionError, APIError, LastHash, LastHashError } from '@lasthash/sdk'
import manifest from '../package.json' with { type: 'json' }
import { CliError } from './cli-error.ts'

const RETRIES = 4

export interface Call {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Below the server's address, such as `/v1/scans`. */
  path: string
  /** What is null is left out. */
  query?: Record<string, string | null | undefined>
  body?: unknown
}

/**
 * Speaks to a LastHash server by the SDK, which tries again where that is safe and may help: a POST under one idempotency key, so
 * that two tries never make two scans. Whatever it throws for server and network is a `CliError` in words.
 */
export class ServerClient {
  readonly #sdk: LastHash
  readonly #name: string
  readonly #key: string
  readonly signal: AbortSignal

  constructor(server: URL, key: string, signal: AbortSignal) {
    this.#name = server.origin
    this.#key = key
    this.signal = signal
    this.#sdk = new LastHash({
      apiKey: key,
      baseUrl: server.origin + server.pathname.replace(/\/$/, ''),
      maxRetries: RETRIES,
      userAgent: `lasthash-cli/${manifest.version}`,
      onWarning: (message) => process.stderr.write(`${message}\n`),
    })
  }

  /** The JSON of the answer; null where there is none (204). */
  async call(call: Call): Promise<unknown> {
    const { status, bytes } = await this.#answer(call)
    if (status === 204) return null
    try {
      return JSON.parse(Buffer.from(bytes).toString('utf8'))
    } catch {
      throw new CliError(`${this.#name} does not answer as a LastHash server does: no JSON.`)
    }
  }

  /** As `call`, of what is no JSON: a report, say. */
  async download(call: Call): Promise<Uint8Array> {
    return (await this.#answer(call)).bytes
  }

  /** As `call`, once, not stopped by what stopped the rest, and without a word when it fails. */
  async lastWord({ method, path }: Call, limit: number): Promise<void> {
    await this.#sdk.request(method, path, { maxRetries: 0, timeout: limit }).catch(() => {})
  }

  /** Whether the key sees test data only. */
  get isTest(): boolean {
    return this.#key.startsWith('lh_test_')
  }

  /** A secret for `purpose` that is the same for the same key, and tells nothing of it. */
  derived(purpose: string): string {
    return `whsec_${createHmac('sha256', this.#key).update(`lasthash ${purpose}`).digest('base64')}`
  }

  async #answer({ method, path, query, body }: Call): Promise<{ status: number; bytes: Uint8Array }> {
    try {
      const response = await this.#sdk.request(method, path, { query, body, signal: this.signal }).asResponse()
      return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) }
    } catch (error) {
      if (this.signal.aborted) throw new CliError('Stopped.')
      if (error instanceof APIError) {
        throw new CliError(
          `${this.#name} refused (${error.status}): ${problemText(error.body) ?? 'it does not say why.'}`,
        )
      }
      if (error instanceof APIConnectionError) throw new CliError(error.message.replaceAll('\n', ' '))
      if (error instanceof LastHashError || error instanceof TypeError)
        throw new CliError(`${this.#name} cannot be asked: ${error.message}`)
      throw error
    }
  }
}

/** Title and detail of a problem (RFC 9457). */
function problemText(body: unknown): string | null {
  const { title, detail, request_id } = (body ?? {}) as Record<string, unknown>
  const words = [title, detail].filter((word) => typeof word === 'string' && word !== '')
  if (words.length === 0) return null
  return `${words.join(': ')}${typeof request_id === 'string' ? ` (${request_id})` : ''}`
}
