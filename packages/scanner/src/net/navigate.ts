import type { Navigation } from '../evidence.ts'
import { NetError } from './errors.ts'
import { type Exchange, type HeaderList, headerValues } from './exchange.ts'
import type { RequestOptions } from './net.ts'

const REDIRECTS = new Set([301, 302, 303, 307, 308])

const MOST_COOKIES = 50 // browsers keep about 180 for a site, but nobody needs them to get to the start page
/** A cookie that can be sent back: a name, no control characters, and not longer than browsers keep (4,096 bytes). */
const SENDABLE = /^\s*[^\s=][\x20-\x7e]{0,4095}$/

export interface Navigator {
  request: (url: string, options?: RequestOptions) => Promise<Exchange>
  isOwnHost: (host: string) => boolean
  /** How many redirects are followed. */
  redirects: number
}

/**
 * A GET and its redirects, as a browser follows them, cookies set on the way included, but only within the website's
 * hosts. Never throws for what the target does, only when the scan's budget is used up or it was cancelled (`NetError`).
 */
export async function navigate(navigator: Navigator, start: string, options: RequestOptions = {}): Promise<Navigation> {
  const exchanges: Exchange[] = []
  const cookies = new Map<string, { value: string; secure: boolean }>()
  const seen = new Set<string>()
  const ended = (end: Navigation['end'], more: Partial<Navigation> = {}): Navigation => ({
    start,
    exchanges,
    end,
    ...more,
  })

  for (let url = start; ; ) {
    const sent = cookieField(cookies, url.startsWith('https:'))
    seen.add(`${url} ${sent}`)
    let exchange: Exchange
    try {
      exchange = await navigator.request(url, { ...options, headers: withCookie(options.headers, sent) })
    } catch (error) {
      if (!(error instanceof NetError) || error.isOurs) throw error
      return ended(endOf(error), { error: error.message, code: error.code })
    }
    exchanges.push(exchange)
    remember(cookies, exchange)

    const next = nextOf(exchange)
    if (next === null) return ended('answered')
    const inScope = /^https?:$/.test(next.protocol) && navigator.isOwnHost(next.hostname.replace(/^\[|\]$/g, ''))
    if (!inScope) return ended('left_scope', { next: next.href })
    if (exchanges.length > navigator.redirects) return ended('too_many_redirects', { next: next.href })
    next.hash = ''
    if (seen.has(`${next.href} ${cookieField(cookies, next.protocol === 'https:')}`))
      return ended('loop', { next: next.href })
    url = next.href
  }
}

function endOf({ code }: NetError): Navigation['end'] {
  return code === 'refused' || code === 'timeout' ? code : 'failed'
}

/** Where the answer sends the browser, or null where it does not, or to nothing that can be read. */
function nextOf({ request, response }: Exchange): URL | null {
  const location = headerValues(response.headers, 'location')[0]
  if (!REDIRECTS.has(response.status) || location === undefined) return null
  // Header fields are kept as Latin-1, but browsers read this one as UTF-8.
  return URL.parse(Buffer.from(location, 'latin1').toString(), request.url)
}

function remember(cookies: Map<string, { value: string; secure: boolean }>, { response }: Exchange): void {
  for (const field of headerValues(response.headers, 'set-cookie')) {
    const [pair = '', ...attributes] = field.split(';')
    const [name = '', ...value] = pair.split('=')
    const secure = attributes.some((attribute) => attribute.trim().toLowerCase() === 'secure')
    if (cookies.size < MOST_COOKIES && SENDABLE.test(pair))
      cookies.set(name.trim(), { value: value.join('=').trim(), secure })
  }
}

function cookieField(cookies: Map<string, { value: string; secure: boolean }>, isSecure: boolean): string {
  return [...cookies]
    .filter(([, { secure }]) => isSecure || !secure)
    .map(([name, { value }]) => `${name}=${value}`)
    .join('; ')
}

function withCookie(headers: HeaderList = [], cookie: string): HeaderList {
  return cookie === '' ? headers : [...headers, ['Cookie', cookie]]
}
