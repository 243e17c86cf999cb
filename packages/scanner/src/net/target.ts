import { isIP } from 'node:net'
import type { Target } from '../evidence.ts'
import { checkAddress } from './address.ts'

export type TargetErrorCode = 'malformed' | 'scheme' | 'credentials' | 'private_address' | 'metadata_address'

/** What was given cannot be scanned. The message says why and what to give instead. */
export class TargetError extends Error {
  readonly code: TargetErrorCode

  constructor(code: TargetErrorCode, message: string) {
    super(message)
    this.name = 'TargetError'
    this.code = code
  }
}

const MAX_LENGTH = 2048 // characters; browsers and proxies give up soon after
const ALLOW =
  'Private targets can be allowed: on the command line with --allow-private, or by the setting of the server.'
/** Names that never lead to the public internet (RFC 6761, RFC 6762, RFC 8375, and ICANN's reservation of .internal). */
const LOCAL_NAME = /(^|\.)(localhost|local|internal|home\.arpa)$/

/**
 * Reads what a person typed as a website: `https://example.com/shop`, or `example.com` for `https://example.com/`.
 * Addresses in any notation (`127.1`, decimal, octal, hexadecimal, IPv4 inside IPv6) are recognised. No name is resolved
 * here: what it resolves to is checked when connecting. Throws `TargetError`.
 */
export function parseTarget(input: string, { allowPrivate }: { allowPrivate: boolean }): Target {
  const url = parse(input.trim())
  if (url.username !== '' || url.password !== '') {
    throw new TargetError('credentials', 'The URL holds a user name or password. Remove it, and pass a header instead.')
  }
  if (url.port === '0') throw new TargetError('malformed', 'Port 0 cannot be connected to. Give the real port.')
  if (url.hostname.endsWith('.')) url.hostname = url.hostname.slice(0, -1)
  url.hash = ''

  const host = url.hostname.replace(/^\[|\]$/g, '')
  const is_address = isIP(host) !== 0
  if (is_address) checkLiteral(host, allowPrivate)
  else checkName(host, allowPrivate)

  const scheme = url.protocol === 'https:' ? 'https' : 'http'
  return {
    url: url.href,
    origin: url.origin,
    scheme,
    host,
    port: url.port === '' ? (scheme === 'https' ? 443 : 80) : Number(url.port),
    is_address,
    default_port: url.port === '',
  }
}

function parse(text: string): URL {
  if (text === '') throw new TargetError('malformed', 'The URL is empty. Give one such as https://example.com.')
  const shown = text.length > 100 ? `${text.slice(0, 100)}…` : text
  // biome-ignore lint/suspicious/noControlCharactersInRegex: URL parsers silently drop some of these, so that what is seen is not what is asked for
  if (text.length > MAX_LENGTH || /[\u0000-\u0020\u007f\\]/.test(text)) {
    throw new TargetError('malformed', `“${shown}” is not a URL. Give one such as https://example.com.`)
  }
  const scheme = schemeOf(text)
  if (scheme !== null && scheme !== 'http' && scheme !== 'https') {
    throw new TargetError('scheme', `“${scheme}:” cannot be scanned. Give a URL that begins with https:// or http://.`)
  }
  if (scheme !== null && !/^https?:\/\/[^/]/i.test(text)) {
    throw new TargetError('malformed', `“${shown}” names no host. Give a URL such as https://example.com.`)
  }
  const bare = text.replace(/^\/\//, '')
  const guess = /^[^/?#]*:80([/?#]|$)/.test(bare) ? 'http' : 'https' // nobody who names port 80 means TLS
  const full = scheme !== null ? text : `${guess}://${bare}`
  if (!URL.canParse(full)) {
    throw new TargetError('malformed', `“${shown}” is not a URL. Give one such as https://example.com.`)
  }
  return new URL(full)
}

/** The scheme that was typed, or null for a bare host, which may carry a port or even credentials. */
function schemeOf(text: string): string | null {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1]
  if (scheme === undefined) return null
  const rest = text.slice(scheme.length + 1)
  const isHostAndPort = /^\d{1,5}([/?#]|$)/.test(rest)
  const isCredentials = !rest.startsWith('/') && /^[^/?#]*@/.test(rest) && !/^(mailto|sip|xmpp)$/i.test(scheme)
  return isHostAndPort || isCredentials ? null : scheme.toLowerCase()
}

function checkLiteral(host: string, allowPrivate: boolean): void {
  const refusal = checkAddress(host, { allowPrivate })
  if (!refusal) return
  const remedy = refusal.code === 'metadata_address' ? 'Give the address of a website.' : ALLOW
  throw new TargetError(refusal.code, `${refusal.message} ${remedy}`)
}

function checkName(host: string, allowPrivate: boolean): void {
  const labels = host.split('.')
  if (host.length > 253 || labels.some((label) => label === '' || label.length > 63)) {
    throw new TargetError('malformed', `“${host.slice(0, 100)}” is not a host name. Check its spelling.`)
  }
  if (allowPrivate) return
  if (LOCAL_NAME.test(host)) {
    throw new TargetError(
      'private_address',
      `${host} exists only inside a network, not on the public internet. ${ALLOW}`,
    )
  }
  if (labels.length === 1) {
    throw new TargetError(
      'private_address',
      `${host} is not a full name. Give one such as ${host}.example.com. ${ALLOW}`,
    )
  }
}
