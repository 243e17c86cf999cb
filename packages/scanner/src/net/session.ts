import { type Exchange, type HeaderList, headerValue, headerValues } from './exchange.ts'
import type { RequestOptions } from './net.ts'

type Send = (url: string, options?: RequestOptions) => Promise<Exchange>

export interface SessionOptions {
  send: Send
  /** Whether a URL is of the website: cookies go nowhere else. */
  isOwn: (url: string) => boolean
  /** Logs in by requests through `send`, whose cookies are kept. Throws with the reason when that fails. */
  logIn: (send: Send) => Promise<void>
  /** Whether an answer shows that nobody is logged in any more. */
  isLost: (exchange: Exchange) => boolean
}

const MOST_LOGINS = 5 // in one scan; a site that throws us out more often will do so for ever
const MOST_COOKIES = 100

/**
 * A log-in that holds for a scan: made before the first request, its cookies sent with every request to the website, and
 * made again when an answer shows that it was lost; that request is then sent once more.
 */
export class Session {
  readonly #options: SessionOptions
  readonly #cookies = new Map<string, { value: string; secure: boolean }>()
  /** The log-in that is under way or holds. */
  #login: Promise<void> | undefined
  #count = 0
  #reason = ''

  constructor(options: SessionOptions) {
    this.#options = options
  }

  /** How it went: `logins` counts the first and every renewal; `reason` says why there is no session. */
  get state(): { logins: number; reason: string } {
    return { logins: this.#count, reason: this.#reason }
  }

  async request(url: string, given: RequestOptions = {}): Promise<Exchange> {
    if (!this.#options.isOwn(url)) return this.#options.send(url, given)
    await this.#loggedIn()
    const login = this.#login
    const exchange = await this.#send(url, given)
    if (this.#reason !== '' || !this.#options.isLost(exchange)) return exchange
    // Many requests see the loss at once: only the first of them logs in again.
    if (this.#login === login) this.#login = undefined
    await this.#loggedIn()
    return this.#reason === '' ? this.#send(url, given) : exchange
  }

  #loggedIn(): Promise<void> {
    this.#login ??= this.#logIn()
    return this.#login
  }

  /** Never rejects: without a session the scan goes on as a visitor, and says so. */
  async #logIn(): Promise<void> {
    if (this.#reason !== '') return
    if (this.#count >= MOST_LOGINS) {
      this.#reason = `The website ended the session ${MOST_LOGINS} times, so it was not renewed any more.`
      return
    }
    this.#cookies.clear()
    try {
      await this.#options.logIn((url, options) => this.#send(url, options))
      this.#count++
    } catch (error) {
      this.#cookies.clear()
      this.#reason = `The log-in failed: ${(error as Error).message}`
    }
  }

  async #send(url: string, given: RequestOptions = {}): Promise<Exchange> {
    const mine = this.#cookieField(url)
    const { headers = [], ...rest } = given
    if (mine === '') return this.#keep(await this.#options.send(url, given))
    const others = headers.filter(([name]) => name.toLowerCase() !== 'cookie')
    const theirs = headers.filter(([name]) => name.toLowerCase() === 'cookie').map(([, value]) => value)
    const secret: HeaderList = [['Cookie', joined(theirs.join('; '), mine)]]
    return this.#keep(await this.#options.send(url, { ...rest, headers: others, secret }))
  }

  #keep(exchange: Exchange): Exchange {
    for (const field of headerValues(exchange.response.headers, 'set-cookie')) {
      const [pair = '', ...attributes] = field.split(';')
      const at = pair.indexOf('=')
      const name = pair.slice(0, at).trim()
      if (at < 1 || !/^[\x21-\x7e]{1,200}$/.test(name) || !/^[\x20-\x7e]{0,4096}$/.test(pair)) continue
      const isGone = attributes.some((one) => /^\s*max-age\s*=\s*(?:0|-\d+)\s*$/i.test(one) || isPast(one))
      if (isGone) this.#cookies.delete(name)
      else if (this.#cookies.size < MOST_COOKIES || this.#cookies.has(name)) {
        const secure = attributes.some((one) => one.trim().toLowerCase() === 'secure')
        this.#cookies.set(name, { value: pair.slice(at + 1).trim(), secure })
      }
    }
    return exchange
  }

  #cookieField(url: string): string {
    const isSecure = url.startsWith('https:')
    const sent = [...this.#cookies].filter(([, { secure }]) => isSecure || !secure)
    return sent.map(([name, { value }]) => `${name}=${value}`).join('; ')
  }
}

/** Both lists of cookies, the second one's values where a name is in both. */
function joined(theirs: string, mine: string): string {
  const names = new Set(mine.split('; ').map((pair) => pair.split('=', 1)[0]))
  const kept = theirs.split(/;\s*/).filter((pair) => pair !== '' && !names.has(pair.split('=', 1)[0]!.trim()))
  return [...kept, mine].join('; ')
}

function isPast(attribute: string): boolean {
  const date = /^\s*expires\s*=\s*(.+)$/i.exec(attribute)?.[1]
  return date !== undefined && Date.parse(date) < Date.now()
}

/** Where a redirect points, absolute, or null where the answer is none. */
export function redirectOf({ request, response }: Exchange): string | null {
  const location = headerValue(response.headers, 'location')
  if (response.status < 300 || response.status > 399 || location === undefined) return null
  return URL.parse(location, request.url)?.href ?? null
}
