import { AbortedError, APIConnectionError, LastHashError } from './errors.ts'
import type { Request, RequestOptions, Transport } from './request.ts'

/** One thing that is told of a scan while it runs. */
export interface ScanEvent {
  /** The number to go on after; null of what has none. */
  id: string | null
  /** `scan.queued`, `scan.started`, `source`, `check`, `finding`, and at last `scan.completed`, `.failed` or `.canceled`. */
  event: string
  // biome-ignore lint/suspicious/noExplicitAny: what it holds goes by the event
  data: any
}

export interface WatchOptions extends RequestOptions {
  /** The `id` of the last event that you have: it goes on after that one. */
  lastEventId?: string
}

const LAST = /^scan\.(completed|failed|canceled)$/
const PAUSE = 1 // second before a stream that was cut is opened again, unless the stream says another

/** Server-Sent Events until the last one. A stream that is cut is opened again after the last event that came. */
export async function* events(
  transport: Transport,
  request: Request,
  options: WatchOptions = {},
): AsyncGenerator<ScanEvent, void, undefined> {
  const parser = new EventParser(options.lastEventId ?? '')
  for (let cuts = 0; ; ) {
    const headers = parser.lastId ? { 'last-event-id': parser.lastId } : undefined
    const { response } = await transport.send({ ...request, accept: 'text/event-stream', headers }, options, true)
    if (response.status === 204) return
    try {
      for await (const text of texts(response, options.signal)) {
        for (const event of parser.read(text)) {
          cuts = 0
          yield event
          if (LAST.test(event.event)) return
        }
      }
    } catch (error) {
      if (!(error instanceof APIConnectionError)) throw error
    }
    if (++cuts > (options.maxRetries ?? transport.maxRetries))
      throw new APIConnectionError('The events of the scan were cut again and again.')
    parser.reset()
    await transport.clock.sleep(parser.retry ?? PAUSE, options.signal)
  }
}

/** JSON values, one a line. */
export async function* lines(
  transport: Transport,
  request: Request,
  options: RequestOptions = {},
): AsyncGenerator<unknown, void, undefined> {
  const { response } = await transport.send({ ...request, accept: 'application/x-ndjson' }, options, true)
  let rest = ''
  for await (const text of texts(response, options.signal)) {
    const whole = (rest + text).split('\n')
    rest = whole.pop()!
    for (const line of whole) if (line) yield lineOf(line)
  }
  if (rest) yield lineOf(rest)
}

function lineOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (cause) {
    throw new LastHashError(`A line is no JSON: ${JSON.stringify(line.slice(0, 80))}`, { cause })
  }
}

/** The body's text as it comes. It is canceled when nobody reads on. */
async function* texts(response: Response, signal: AbortSignal | undefined): AsyncGenerator<string> {
  const reader = response.body!.getReader()
  const decoder = new TextDecoder()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield decoder.decode(value, { stream: true })
    }
  } catch (cause) {
    if (signal?.aborted) throw new AbortedError('Aborted by the signal.', { cause: signal.reason })
    throw new APIConnectionError('The answer was cut.', { cause })
  } finally {
    reader.cancel().catch(() => {})
  }
}

/** The grammar of event streams (WHATWG HTML section 9.2.6), over pieces that end anywhere. */
export class EventParser {
  /** The last id seen, or given. */
  lastId: string
  /** Seconds, once the stream has said so. */
  retry: number | undefined
  #rest = ''
  #id: string | null = null
  #event = ''
  #data: string[] = []

  constructor(lastId = '') {
    this.lastId = lastId
  }

  /** Forgets what was begun, before a new stream. */
  reset(): void {
    this.#rest = ''
    this.#clear()
  }

  read(text: string): ScanEvent[] {
    const found: ScanEvent[] = []
    this.#rest += text
    // A CR at the end may be half of a CRLF.
    const lines = this.#rest.split(/\r\n|\n|\r(?!$)/)
    this.#rest = lines.pop()!
    for (const line of lines) {
      if (line !== '') this.#field(line)
      else if (this.#data.length > 0) found.push(this.#finish())
      else this.#clear()
    }
    return found
  }

  #field(line: string): void {
    const [, name, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line)!
    if (name === 'data') this.#data.push(value)
    else if (name === 'event') this.#event = value
    else if (name === 'id' && !value.includes('\0')) this.#id = value
    else if (name === 'retry' && /^\d+$/.test(value)) this.retry = Number(value) / 1000
  }

  #finish(): ScanEvent {
    const event = { id: this.#id, event: this.#event || 'message', data: lineOf(this.#data.join('\n')) }
    if (this.#id !== null) this.lastId = this.#id
    this.#clear()
    return event
  }

  #clear(): void {
    this.#id = null
    this.#event = ''
    this.#data = []
  }
}
