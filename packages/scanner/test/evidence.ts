import type { Page, Script, Target } from '../src/evidence.ts'
import type { Exchange } from '../src/net/exchange.ts'

type Fields = Record<string, string | readonly string[]>

export interface PageOptions {
  url?: string
  status?: number
  /** A value that is a list stands for a repeated field. */
  headers?: Fields
  body?: string
  method?: string
  requestHeaders?: Fields
}

/** An exchange as the client would have recorded it: `https://site.test/`, 200, `text/html`, unless told otherwise. */
export function exchange(options: PageOptions = {}): Exchange {
  const {
    url = 'https://site.test/',
    status = 200,
    headers = {},
    body = '',
    method = 'GET',
    requestHeaders = {},
  } = options
  const typed = Object.keys(headers).some((name) => name.toLowerCase() === 'content-type')
  return {
    request: { method, url, headers: fields(requestHeaders) },
    response: {
      status,
      headers: [...(typed ? [] : [['Content-Type', 'text/html; charset=utf-8'] as const]), ...fields(headers)],
      body,
      truncated: false,
    },
    started_at: Date.UTC(2026, 0, 15),
    duration_ms: 5,
    remote_address: '192.0.2.1',
  }
}

/** A page of `https://site.test/`. */
export function page(options: PageOptions = {}): Page {
  const made = exchange(options)
  const { protocol, origin } = new URL(made.request.url)
  return {
    url: made.request.url,
    origin,
    secure: protocol === 'https:',
    status: made.response.status,
    headers: made.response.headers,
    body: made.response.body,
    exchange: made,
    redirects: [made],
  }
}

/** A script file of `https://site.test`, loaded by its start page. */
export function script(body: string, options: PageOptions & { third_party?: boolean; page?: string } = {}): Script {
  const { third_party = false, page = 'https://site.test/', ...rest } = options
  const headers = { 'Content-Type': 'text/javascript', ...rest.headers }
  const made = exchange({ url: 'https://site.test/app.js', ...rest, headers, body })
  return { url: made.request.url, body, exchange: made, page, third_party }
}

export function target(url = 'https://site.test/'): Target {
  const { href, origin, protocol, hostname, port } = new URL(url)
  const scheme = protocol === 'https:' ? 'https' : 'http'
  const host = hostname.replace(/^\[|\]$/g, '')
  return {
    url: href,
    origin,
    scheme,
    host,
    port: port ? Number(port) : scheme === 'https' ? 443 : 80,
    is_address: /^[\d.]+$|:/.test(host),
    default_port: port === '',
  }
}

function fields(record: Fields): [string, string][] {
  return Object.entries(record).flatMap(([name, value]) =>
    typeof value === 'string'
      ? [[name, value] as [string, string]]
      : value.map((one) => [name, one] as [string, string]),
  )
}
