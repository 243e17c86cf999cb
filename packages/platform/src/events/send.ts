import { type Dispatcher, request } from 'undici'
import { AddressRefused } from '../outbound.ts'

const TIME_LIMIT = 15_000 // milliseconds from the first byte sent to the answer; docs/webhooks.md promises it
const KEPT_BODY = 4_096 // bytes of the answer

export interface OutgoingRequest {
  url: string
  headers: Record<string, string>
  body: string
}

/** What came of one try. `status` is 0, and `error` says why, when nothing was answered. */
export interface Answer {
  status: number
  headers: Record<string, string>
  /** The first 4 KiB. */
  body: string
  retryAfter: string | null
  error: string | null
  /** Milliseconds. */
  duration_ms: number
}

/** Sends one request and never throws: whatever goes wrong is in the answer. */
export type Send = (outgoing: OutgoingRequest) => Promise<Answer>

/** POSTs through `dispatcher`. Redirects are not followed. */
export function openSend(dispatcher: Dispatcher, timeLimit = TIME_LIMIT): Send {
  return async ({ url, headers, body }) => {
    const began = performance.now()
    const elapsed = () => Math.round(performance.now() - began)
    try {
      const signal = AbortSignal.timeout(timeLimit)
      const answer = await request(url, { dispatcher, method: 'POST', headers, body, signal })
      const kept = await readStart(answer.body)
      const flat = Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, String(value)]))
      const retryAfter = flat['retry-after'] ?? null
      return { status: answer.statusCode, headers: flat, body: kept, retryAfter, error: null, duration_ms: elapsed() }
    } catch (error) {
      const words = explain(error, timeLimit)
      return { status: 0, headers: {}, body: '', retryAfter: null, error: words, duration_ms: elapsed() }
    }
  }
}

/** The beginning of the body; the rest is not waited for. The status alone decides, so a body that breaks off is no failure. */
async function readStart(
  body: AsyncIterable<Buffer> & { destroy(): unknown; on(event: 'error', listener: () => void): unknown },
): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of body) {
      chunks.push(chunk)
      length += chunk.length
      if (length >= KEPT_BODY) break
    }
  } catch {
    // The connection broke, or the time ran out, after the status had come.
  } finally {
    body.on('error', () => {})
    body.destroy()
  }
  // The database's text cannot hold U+0000.
  return Buffer.concat(chunks).subarray(0, KEPT_BODY).toString('utf8').replaceAll('\0', '\uFFFD')
}

function explain(error: unknown, timeLimit: number): string {
  const { name, code, message } = error as NodeJS.ErrnoException
  if (error instanceof AddressRefused) return message
  if (name === 'TimeoutError' || code === 'UND_ERR_CONNECT_TIMEOUT') return `No answer within ${timeLimit / 1000} s.`
  if (code === 'ECONNREFUSED') return 'The connection was refused: nothing listens there.'
  if (code === 'ENOTFOUND') return 'The name does not exist in DNS.'
  return `The request failed: ${message || code}.`
}
