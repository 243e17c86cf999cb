import { type Dispatcher, request } from 'undici'
import { AddressRefused } from '../../outbound.ts'
import type { Answer, Call, Conversation } from './tracker.ts'

/** Milliseconds from the first byte sent to the last one answered. */
export const CALL_LIMIT = 15_000
const MOST_BODY = 16_777_216 // bytes: a hundred issues of 64 KiB, and what stands around them

const USER_AGENT = 'LastHash-Tickets/1 (+https://lasthash.com/docs/ticketing)'

/** Makes one call and never throws: whatever goes wrong is in the answer. Redirects are not followed. */
export type SendCall = (call: Call) => Promise<Answer>

/** Calls through `dispatcher`, which checks addresses. */
export function openSendCall(dispatcher: Dispatcher, timeLimit = CALL_LIMIT): SendCall {
  return async ({ method, url, headers, body }) => {
    try {
      const signal = AbortSignal.timeout(timeLimit)
      const sent = { 'user-agent': USER_AGENT, ...headers }
      const answer = await request(url, { dispatcher, method, headers: sent, body, signal })
      const flat = Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, String(value)]))
      return { status: answer.statusCode, headers: flat, body: await whole(answer.body), error: null }
    } catch (error) {
      return { status: 0, headers: {}, body: '', error: explain(error, timeLimit) }
    }
  }
}

/** Holds a conversation to its end. `before` is awaited ahead of each call, and may call it off by throwing. */
export async function converse<T>(
  talk: Conversation<T>,
  send: SendCall,
  before: (call: Call) => Promise<void> = async () => {},
): Promise<T> {
  let next = talk.next()
  while (!next.done) {
    await before(next.value)
    next = talk.next(await send(next.value))
  }
  return next.value
}

async function whole(body: AsyncIterable<Buffer> & { destroy(): unknown }): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of body) {
    length += chunk.length
    if (length > MOST_BODY) {
      body.destroy()
      throw new Error(`the answer has more than ${MOST_BODY} bytes`)
    }
    chunks.push(chunk)
  }
  // The database's text cannot hold U+0000.
  return Buffer.concat(chunks).toString('utf8').replaceAll('\0', '\uFFFD')
}

function explain(error: unknown, timeLimit: number): string {
  const { name, code, message } = error as NodeJS.ErrnoException
  if (error instanceof AddressRefused) return message
  if (name === 'TimeoutError' || code === 'UND_ERR_CONNECT_TIMEOUT') return `No answer within ${timeLimit / 1000} s.`
  if (code === 'ECONNREFUSED') return 'The connection was refused: nothing listens there.'
  if (code === 'ENOTFOUND') return 'The name does not exist in DNS.'
  return `The request failed: ${message || code}.`
}
