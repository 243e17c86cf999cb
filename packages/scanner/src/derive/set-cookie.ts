/** A Set-Cookie field as RFC 6265bis section 5.6 reads it, before anybody decides whether to store it. */
export interface SetCookie {
  raw: string
  name: string
  value: string
  /** Lower case, without the leading dot; null when absent or empty. */
  domain: string | null
  /** Null when absent or not beginning with a slash: the default path then applies. */
  path: string | null
  secure: boolean
  http_only: boolean
  /** `invalid` when the attribute is there with another value: browsers then act as if it were absent. */
  same_site: 'strict' | 'lax' | 'none' | 'invalid' | null
  partitioned: boolean
  /** Seconds that the cookie lives from `now`; 0 or less deletes it; null until the browser is closed. */
  lifetime: number | null
}

const MAX_PAIR = 4096 // octets of name and value together (section 5.6, step 6)
const MAX_ATTRIBUTE = 1024 // octets of an attribute's value (section 5.6, step 6 of the attributes)

/**
 * Parses one field; `now` in milliseconds since the epoch serves Expires. Null when a browser throws the field away
 * before reading it: control characters, nothing in it, or more than 4096 octets.
 */
export function parseSetCookie(raw: string, now: number): SetCookie | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what section 5.6, step 1 looks for
  if (/[\x00-\x08\x0a-\x1f\x7f]/.test(raw)) return null
  const [pair = '', ...pieces] = raw.split(';')
  const equals = pair.indexOf('=')
  const name = trim(equals < 0 ? '' : pair.slice(0, equals))
  const value = trim(pair.slice(equals + 1))
  if (name + value === '' || Buffer.byteLength(name + value) > MAX_PAIR) return null
  const attributes = new Map<string, string>()
  for (const piece of pieces) {
    const at = piece.indexOf('=')
    const key = trim(at < 0 ? piece : piece.slice(0, at)).toLowerCase()
    const attribute = at < 0 ? '' : trim(piece.slice(at + 1))
    // the last of a name wins (section 5.7); Max-Age and Expires that do not parse count as absent (5.6.1, 5.6.2)
    if (Buffer.byteLength(attribute) > MAX_ATTRIBUTE) continue
    if (key === 'max-age' && !/^-?\d+$/.test(attribute)) continue
    if (key === 'expires' && cookieDate(attribute) === null) continue
    attributes.set(key, attribute)
  }
  const path = attributes.get('path')
  return {
    raw,
    name,
    value,
    domain: attributes.get('domain')?.replace(/^\./, '').toLowerCase() || null,
    path: path?.startsWith('/') ? path : null,
    secure: attributes.has('secure'),
    http_only: attributes.has('httponly'),
    same_site: sameSite(attributes.get('samesite')),
    partitioned: attributes.has('partitioned'),
    lifetime: lifetime(attributes.get('max-age'), attributes.get('expires'), now),
  }
}

function sameSite(value: string | undefined): SetCookie['same_site'] {
  if (value === undefined) return null
  const lower = value.toLowerCase()
  return lower === 'strict' || lower === 'lax' || lower === 'none' ? lower : 'invalid'
}

/** Max-Age goes before Expires (section 5.7). */
function lifetime(maxAge: string | undefined, expires: string | undefined, now: number): number | null {
  if (maxAge !== undefined) return Number(maxAge)
  const date = expires === undefined ? null : cookieDate(expires)
  return date === null ? null : Math.round((date - now) / 1000)
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** Section 5.1.1, which reads dates in any order of their parts. Milliseconds since the epoch, or null. */
export function cookieDate(text: string): number | null {
  let time: number[] | undefined
  let day: number | undefined
  let month: number | undefined
  let year: number | undefined
  for (const token of text.split(/[\t\x20-\x2f\x3b-\x40\x5b-\x60\x7b-\x7e]+/)) {
    const clock = time ? null : /^(\d{1,2}):(\d{1,2}):(\d{1,2})(?:\D|$)/.exec(token)
    if (clock) time = clock.slice(1).map(Number)
    else if (day === undefined && /^\d{1,2}(?:\D|$)/.test(token)) day = Number.parseInt(token, 10)
    else if (month === undefined && MONTHS.includes(token.slice(0, 3).toLowerCase()))
      month = MONTHS.indexOf(token.slice(0, 3).toLowerCase())
    else if (year === undefined && /^\d{2,4}(?:\D|$)/.test(token)) year = Number.parseInt(token, 10)
  }
  if (!time || day === undefined || month === undefined || year === undefined) return null
  if (year >= 70 && year <= 99) year += 1900
  else if (year <= 69) year += 2000
  const [hour, minute, second] = time as [number, number, number]
  if (day < 1 || day > 31 || year < 1601 || hour > 23 || minute > 59 || second > 59) return null
  const date = new Date(Date.UTC(year, month, day, hour, minute, second))
  return date.getUTCDate() === day ? date.getTime() : null
}

/** Spaces and tabs only (WSP), unlike String.trim. */
function trim(text: string): string {
  return text.replace(/^[ \t]+|[ \t]+$/g, '')
}
