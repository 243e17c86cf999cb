import { createHmac } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { safeJson, visibleLine } from '@lasthash/scanner/report/escape'
import { CliError } from './cli-error.ts'
import { deliver } from './deliver.ts'
import type { Asked, Json, Shown } from './server-action.ts'

export interface ListenOptions {
  /** Null: events are only shown. */
  to: string | null
  /** Empty: all. */
  types: readonly string[]
  /** The id of an event behind which to begin. */
  after: string | null
  json: boolean
}

interface Event {
  id: string
  type: string
  created_at: string
  data: unknown
}

const LOOK = 2_000 // milliseconds between two looks: 30 requests a minute, of 100 that the smallest plan has
const LATE = 30_000 // milliseconds by which an event may show up behind younger ones: their transactions end in any order
const PAGE = '100'
const PATIENCE = 15_000 // milliseconds for an answer, as real deliveries have

/** `lasthash webhooks listen`: polls for events and posts each once to an address of this machine, until Ctrl-C. */
export async function listen({ client, environment }: Asked, options: ListenOptions): Promise<Shown> {
  const to = options.to === null ? null : addressOf(options.to)
  const secret = environment.LASTHASH_WEBHOOK_SECRET || client.derived('webhooks listen')
  const seen = new Map<string, number>()
  let last = await beginning()
  // What is there already is no news, but for what came behind the event that was named.
  const waiting = (await news()).filter(({ id }) => options.after !== null && id > options.after)
  process.stderr.write(to ? `Forwarding to ${to.href}, signed with ${secret}\n` : 'Listening.\n')
  try {
    for (let events = waiting; ; events = await news()) {
      for (const event of events) {
        if (options.types.length === 0 || options.types.includes(event.type)) await tell(event)
        if (!last || event.id > last.id) last = event
      }
      await sleep(LOOK, undefined, { signal: client.signal })
    }
  } catch (error) {
    if (!client.signal.aborted) throw error
  }
  if (last) process.stderr.write(`To go on from here: --after ${last.id}\n`)
  return { kind: 'done' }

  async function beginning(): Promise<Event | null> {
    if (options.after === null) return (await pageAt(null)).data[0] ?? null
    return eventOf(await client.call({ method: 'GET', path: `/v1/events/${encodeURIComponent(options.after)}` }))
  }

  /** What was not seen yet, oldest first. */
  async function news(): Promise<Event[]> {
    const since = last ? Date.parse(last.created_at) - LATE : Number.NEGATIVE_INFINITY
    const found: Event[] = []
    for (let cursor: string | null = null; ; ) {
      const page = await pageAt(cursor)
      found.push(...page.data.filter(({ id, created_at }) => !seen.has(id) && Date.parse(created_at) >= since))
      const oldest = page.data.at(-1)
      if (!page.next_cursor || !oldest || Date.parse(oldest.created_at) < since) break
      cursor = page.next_cursor
    }
    for (const { id, created_at } of found) seen.set(id, Date.parse(created_at))
    for (const [id, at] of seen) if (at < since) seen.delete(id)
    return found.sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  async function pageAt(cursor: string | null): Promise<{ data: Event[]; next_cursor: string | null }> {
    const page = (await client.call({ method: 'GET', path: '/v1/events', query: { limit: PAGE, cursor } })) as Json
    if (!Array.isArray(page?.data))
      throw new CliError('The server does not answer as a LastHash server does: those are no events.')
    return { data: page.data.map(eventOf), next_cursor: page.next_cursor ?? null }
  }

  async function tell(event: Event): Promise<void> {
    const answer = to ? await forward(event, to, secret, client.signal) : null
    if (options.json)
      await deliver(
        `${JSON.stringify(JSON.parse(safeJson({ event, ...(answer ? { forwarded: answer } : {}) })))}\n`,
        null,
      )
    else {
      const came = answer ? `  → ${answer.status ?? visibleLine(answer.error ?? '')}` : ''
      await deliver(`${event.created_at}  ${visibleLine(event.type).padEnd(24)}  ${event.id}${came}\n`, null)
    }
  }
}

/** The `webhook-signature` of Standard Webhooks; `secret` with `whsec_` is base64, any other is its UTF-8 bytes. */
export function signatureOf(secret: string, id: string, timestamp: number, body: string): string {
  const key = secret.startsWith('whsec_') ? Buffer.from(secret.slice('whsec_'.length), 'base64') : Buffer.from(secret)
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
}

async function forward(
  event: Event,
  to: URL,
  secret: string,
  stop: AbortSignal,
): Promise<{ status: number | null; error: string | null }> {
  const body = JSON.stringify(event)
  const timestamp = Math.floor(Date.now() / 1000)
  try {
    const response = await fetch(to, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.any([stop, AbortSignal.timeout(PATIENCE)]),
      headers: {
        'content-type': 'application/json',
        'user-agent': 'LastHash-Webhooks/1 (+https://lasthash.com/docs/webhooks)',
        'lasthash-version': 'v1',
        'webhook-id': event.id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': signatureOf(secret, event.id, timestamp, body),
      },
      body,
    })
    await response.body?.cancel()
    return { status: response.status, error: null }
  } catch (error) {
    stop.throwIfAborted()
    const { cause, message } = error as Error
    return {
      status: null,
      error: cause instanceof Error ? cause.message || String((cause as NodeJS.ErrnoException).code) : message,
    }
  }
}

function addressOf(given: string): URL {
  const url = URL.parse(given.includes('://') ? given : `http://${given}`)
  if (url && /^https?:$/.test(url.protocol)) return url
  throw new CliError(
    `--forward-to takes an address such as http://localhost:3000/webhooks, not ${JSON.stringify(given)}.`,
  )
}

function eventOf(given: unknown): Event {
  const { id, type, created_at, data } = (given ?? {}) as Partial<Event>
  if (/^evt_\w+$/.test(String(id)) && typeof type === 'string' && typeof created_at === 'string')
    return { id: id!, type, created_at, data }
  throw new CliError('The server does not answer as a LastHash server does: that is no event.')
}
