import type { Fail } from './check.ts'
import type { Proof } from './finding.ts'
import type { Exchange, HeaderList } from './net/exchange.ts'

const EXCERPT = 400 // characters of body around what was seen
const MAX_OBSERVED = 500 // characters
const MAX_HEAD = 4_000 // characters of header section; a header flood must not become the report

/** What a reader needs to believe a finding and to repeat it. `insecure` adds `-k`: the site's certificate is not trusted. */
export function proofOf(fail: Fail, exchange: Exchange | null, insecure: boolean): Proof {
  return {
    request: exchange ? requestText(exchange) : null,
    response: exchange ? responseText(exchange, fail.seen) : null,
    payload: null,
    control: fail.place.control ? controlText(fail.place.control) : null,
    curl: commandFor(fail, exchange, insecure),
    observed: fail.seen === '' ? null : clip(fail.seen, MAX_OBSERVED),
  }
}

function requestText({ request }: Exchange): string {
  const { pathname, search, host } = new URL(request.url)
  const named = request.headers.some(([name]) => name.toLowerCase() === 'host')
  const headers: HeaderList = named ? request.headers : [['Host', host], ...request.headers]
  return `${request.method} ${pathname}${search} HTTP/1.1\n${fieldLines(headers)}${request.body ? `\n\n${request.body}` : ''}`
}

/** What was asked for comparison, and in short what came of it. */
function controlText({ request, response }: Exchange): string {
  const { pathname, search } = new URL(request.url)
  return `${request.method} ${pathname}${search}\nHTTP/1.1 ${response.status}, ${response.body.length}${response.truncated ? '+' : ''} characters`
}

function responseText({ response }: Exchange, seen: string): string {
  const head = clip(`HTTP/1.1 ${response.status}\n${fieldLines(response.headers)}`, MAX_HEAD)
  const at = seen === '' ? -1 : response.body.indexOf(seen)
  if (at < 0) return head
  const from = Math.max(0, at - EXCERPT / 2)
  return `${head}\n\n${from > 0 ? '…' : ''}${response.body.slice(from, at + Math.min(seen.length, MAX_OBSERVED) + EXCERPT / 2)}…`
}

function fieldLines(headers: HeaderList): string {
  return headers.map(([name, value]) => `${name}: ${value}`).join('\n')
}

/** Fields that curl sends by itself or that only describe the connection. */
const IMPLIED = new Set([
  'host',
  'connection',
  'content-length',
  'accept-encoding',
  'user-agent',
  'accept',
  'accept-language',
])

function commandFor(fail: Fail, exchange: Exchange | null, insecure: boolean): string | null {
  const { url, method } = fail.place
  if (url.startsWith('dns:')) return digCommand(url)
  const target = exchange?.request.url ?? url
  if (!/^https?:/.test(target)) return null
  const words = ['curl', '-sS', '-i', '--path-as-is']
  if (exchange && insecure && target.startsWith('https:')) words.push('-k')
  if (!exchange) words.push('-v')
  const verb = exchange?.request.method ?? method ?? 'GET'
  if (verb !== 'GET') words.push('-X', verb)
  for (const [name, value] of exchange?.request.headers ?? []) {
    if (!IMPLIED.has(name.toLowerCase()) || isOtherAgent(name, value)) words.push('-H', quote(`${name}: ${value}`))
  }
  if (exchange?.request.body) words.push('--data-raw', quote(exchange.request.body))
  words.push(quote(target))
  return words.join(' ')
}

/** A request made as somebody else, whose answer may hang on that. */
function isOtherAgent(name: string, value: string): boolean {
  return name.toLowerCase() === 'user-agent' && !value.startsWith('LastHash/') && value.includes(' LastHash/')
}

/** From a dns URI (RFC 4501), such as `dns:_dmarc.example.com?type=TXT`. */
function digCommand(uri: string): string {
  const [name = '', query = ''] = uri.slice('dns:'.length).split('?')
  const type = /(?:^|;)type=([A-Za-z0-9]+)/i.exec(query)?.[1] ?? 'A'
  return `dig +noall +answer +comments ${quote(decodeURIComponent(name))} ${type}`
}

function quote(word: string): string {
  return /^[\w@%+=:,./?&-]+$/.test(word) && !/[&?]/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}

/** At most `length` characters, without cutting a surrogate pair in two. */
export function clip(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')}…`
}
