/** One token of a source list (CSP3 section 2.3.1), told apart by kind. `raw` is always the token as it was sent. */
export type SourceExpression =
  | { kind: 'none'; raw: string }
  /** `name` is lower case, without its quotes. */
  | { kind: 'keyword'; raw: string; name: string }
  | { kind: 'nonce'; raw: string; value: string }
  | { kind: 'hash'; raw: string; algorithm: 'sha256' | 'sha384' | 'sha512'; value: string }
  /** Lower case, without the colon. */
  | { kind: 'scheme'; raw: string; scheme: string }
  | {
      kind: 'host'
      raw: string
      /** Null when the page's own scheme is meant. */
      scheme: string | null
      /** Lower case; `*` alone is any host. */
      host: string
      /** True for `*.host`, which means every name below it and not the host itself; and for `*`. */
      wildcard: boolean
      /** Null for the scheme's default, `*` for any. */
      port: string | null
      /** Empty when any path will do. */
      path: string
    }
  | { kind: 'invalid'; raw: string }

const KEYWORDS = new Set([
  'self',
  'unsafe-inline',
  'unsafe-eval',
  'strict-dynamic',
  'unsafe-hashes',
  'report-sample',
  'unsafe-allow-redirects',
  'wasm-unsafe-eval',
  'trusted-types-eval',
  'unsafe-webtransport-hashes',
  'report-sha256',
  'report-sha384',
  'report-sha512',
  // from the Speculation Rules specification
  'inline-speculation-rules',
])

const BASE64 = /^[A-Za-z0-9+/_-]+={0,2}$/
const SCHEME = /^[a-z][a-z0-9+.-]*$/i
// host-char is letters, digits and "-"; browsers take "_" as well, since names with it are in use
const HOST_SOURCE =
  /^(?:(?<scheme>[a-z][a-z0-9+.-]*):\/\/)?(?<host>\*|(?:\*\.)?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?)(?::(?<port>\d+|\*))?(?<path>\/[^?#]*)?$/i

/** Reads one token by the grammar of section 2.3.1. */
export function parseSource(raw: string): SourceExpression {
  if (raw.startsWith("'")) return parseQuoted(raw)
  if (raw.endsWith(':') && SCHEME.test(raw.slice(0, -1)))
    return { kind: 'scheme', raw, scheme: raw.slice(0, -1).toLowerCase() }
  const groups = HOST_SOURCE.exec(raw)?.groups
  if (!groups?.host) return { kind: 'invalid', raw }
  const host = groups.host.toLowerCase()
  return {
    kind: 'host',
    raw,
    scheme: groups.scheme?.toLowerCase() ?? null,
    host: host.startsWith('*.') ? host.slice(2) : host,
    wildcard: host.startsWith('*'),
    port: groups.port ?? null,
    path: groups.path ?? '',
  }
}

function parseQuoted(raw: string): SourceExpression {
  if (raw.length < 3 || !raw.endsWith("'")) return { kind: 'invalid', raw }
  const inner = raw.slice(1, -1)
  const name = inner.toLowerCase()
  if (name === 'none') return { kind: 'none', raw }
  if (KEYWORDS.has(name)) return { kind: 'keyword', raw, name }
  const dash = inner.indexOf('-')
  const [label, value] = [name.slice(0, dash), inner.slice(dash + 1)]
  if (!BASE64.test(value)) return { kind: 'invalid', raw }
  if (label === 'nonce') return { kind: 'nonce', raw, value }
  if (label === 'sha256' || label === 'sha384' || label === 'sha512')
    return { kind: 'hash', raw, algorithm: label, value }
  return { kind: 'invalid', raw }
}

/** Whether the list carries the keyword, given without quotes. */
export function hasKeyword(sources: readonly SourceExpression[], name: string): boolean {
  return sources.some((source) => source.kind === 'keyword' && source.name === name)
}

/** Whether the list allows by nonce or hash. */
export function hasNonceOrHash(sources: readonly SourceExpression[]): boolean {
  return sources.some((source) => source.kind === 'nonce' || source.kind === 'hash')
}

/** Section 6.7.3.2: 'unsafe-inline' is void beside a nonce or hash, and for scripts also beside 'strict-dynamic'. */
export function allowsAllInline(sources: readonly SourceExpression[], type: 'script' | 'style'): boolean {
  if (hasNonceOrHash(sources) || (type === 'script' && hasKeyword(sources, 'strict-dynamic'))) return false
  return hasKeyword(sources, 'unsafe-inline')
}

/** Whether the list takes every host: `*`, `https:` or `http:`. */
export function allowsAnyHost(sources: readonly SourceExpression[]): boolean {
  return sources.some(
    (source) =>
      (source.kind === 'host' && source.host === '*') ||
      (source.kind === 'scheme' && (source.scheme === 'https' || source.scheme === 'http')),
  )
}

/** Whether the list allows nothing: empty, or 'none' alone (beside others 'none' is ignored). */
export function allowsNothing(sources: readonly SourceExpression[]): boolean {
  return sources.every(
    (source) =>
      source.kind === 'none' ||
      source.kind === 'invalid' ||
      (source.kind === 'keyword' && source.name.startsWith('report-')),
  )
}

/** Whether one of the list's sources allows `url`; `self` is the URL of the page with the policy (section 6.7.2.7). */
export function allowsUrl(sources: readonly SourceExpression[], url: URL, self: URL): boolean {
  return sources.some((source) => {
    if (source.raw === '*') return isHttp(url) || url.protocol === self.protocol
    if (source.kind === 'keyword') return source.name === 'self' && selfMatches(url, self)
    if (source.kind === 'scheme') return schemeMatches(source.scheme, url)
    if (source.kind !== 'host' || url.host === '') return false
    return (
      schemeMatches(source.scheme ?? self.protocol.slice(0, -1), url) &&
      hostMatches(source, url.hostname) &&
      portMatches(source.port, url) &&
      pathMatches(source.path, url.pathname)
    )
  })
}

/** Section 6.7.2.10. */
export function hostMatches(
  source: Pick<Extract<SourceExpression, { kind: 'host' }>, 'host' | 'wildcard'>,
  host: string,
): boolean {
  if (source.host === '*') return true
  return source.wildcard ? host.endsWith(`.${source.host}`) : host === source.host
}

function isHttp(url: URL): boolean {
  return url.protocol === 'http:' || url.protocol === 'https:'
}

/** Section 6.7.2.8, step 4: 'self' also means its own secure twin. */
function selfMatches(url: URL, self: URL): boolean {
  if (url.origin === self.origin) return true
  return url.hostname === self.hostname && url.port === self.port && ['https:', 'wss:'].includes(url.protocol)
}

/** Section 6.7.2.9: plain schemes also allow their secure twins. */
function schemeMatches(scheme: string, url: URL): boolean {
  const wanted = url.protocol.slice(0, -1)
  if (scheme === wanted) return true
  if (scheme === 'http' || scheme === 'wss') return wanted === 'https'
  return scheme === 'ws' && ['wss', 'http', 'https'].includes(wanted)
}

const DEFAULT_PORT: Record<string, string> = { 'http:': '80', 'https:': '443', 'ws:': '80', 'wss:': '443' }

/** Section 6.7.2.11. */
function portMatches(port: string | null, url: URL): boolean {
  if (port === '*') return true
  if (port === null) return url.port === ''
  return port === (url.port || DEFAULT_PORT[url.protocol])
}

/** Section 6.7.2.12: a path that ends in a slash allows all below it, any other just itself. */
function pathMatches(path: string, wanted: string): boolean {
  if (path === '') return true
  const [allowed, actual] = [decoded(path), decoded(wanted)]
  return path.endsWith('/') ? actual.startsWith(allowed) : actual === allowed
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
