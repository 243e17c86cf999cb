import { isIPv4, isIPv6 } from 'node:net'

export type Qualifier = '+' | '-' | '~' | '?'

export interface SpfMechanism {
  /** As written. */
  raw: string
  qualifier: Qualifier
  /** Lower case: `all`, `include`, `a`, `mx`, `ptr`, `ip4`, `ip6` or `exists`. */
  name: string
  /** The name or network after the colon, lower case, without prefix lengths and last dot; null where none is given. */
  value: string | null
  /** Prefix lengths of `a`, `mx`, `ip4` and `ip6`; null where none is given. */
  prefix4: number | null
  prefix6: number | null
}

/** One record, read by the grammar of RFC 7208 section 12. With any error receivers answer permerror, and it protects nothing. */
export interface SpfRecord {
  raw: string
  mechanisms: readonly SpfMechanism[]
  redirect: string | null
  /** The terms that break the grammar, as written. */
  errors: readonly string[]
}

const MACRO = /%(?:\{[slodiphcrtv]\d*r?[.\-+,/_=]*\}|[%_-])/gi
const LABEL = /^(?=.{1,63}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?$/i
const PREFIX = /(?:\/(\d{1,3}))?(?:\/\/(\d{1,3}))?$/
/** Whether a mechanism wants, may have, or has no value. */
const VALUE: Record<string, 'none' | 'optional' | 'required'> = {
  all: 'none',
  include: 'required',
  a: 'optional',
  mx: 'optional',
  ptr: 'optional',
  ip4: 'required',
  ip6: 'required',
  exists: 'required',
}

/** Whether a TXT record is an SPF record at all (RFC 7208 section 4.5). */
export function isSpf(txt: string): boolean {
  return /^v=spf1(?: |$)/i.test(txt)
}

/** Parses one record; never throws. */
export function parseSpfRecord(raw: string): SpfRecord {
  const mechanisms: SpfMechanism[] = []
  const errors: string[] = []
  const modifiers = new Map<string, string>()
  for (const term of raw.slice('v=spf1'.length).split(' ')) {
    if (term === '') continue
    const modifier = /^([a-z][a-z0-9_.-]*)=(.*)$/is.exec(term)
    if (modifier) {
      const name = modifier[1]!.toLowerCase()
      const value = modifier[2]!
      const known = name === 'redirect' || name === 'exp'
      // redirect and exp stand at most once and name a domain; others may be anything (RFC 7208 section 6)
      if (known && (modifiers.has(name) || !isDomainSpec(value))) errors.push(term)
      else if (!known && !isMacroString(value)) errors.push(term)
      modifiers.set(name, value)
      continue
    }
    const mechanism = parseMechanism(term)
    if (mechanism) mechanisms.push(mechanism)
    else errors.push(term)
  }
  const redirect = modifiers.get('redirect')
  return { raw, mechanisms, redirect: redirect === undefined ? null : plainName(redirect), errors }
}

function parseMechanism(raw: string): SpfMechanism | null {
  const parts = /^([+?~-]?)([a-z0-9]+)(?::(.*?))?(\/[\d/]*)?$/is.exec(raw)
  if (!parts) return null
  const [, qualifier = '', spelled = '', value, lengths = ''] = parts
  const name = spelled.toLowerCase()
  const wanted = VALUE[name]
  if (!wanted || (wanted === 'none' && value !== undefined) || (wanted === 'required' && !value)) return null
  if (value === '') return null
  const prefix = PREFIX.exec(lengths)
  if (!prefix || prefix[0] !== lengths) return null
  const prefix4 = prefix[1] === undefined ? null : Number(prefix[1])
  const prefix6 = prefix[2] === undefined ? null : Number(prefix[2])
  const made = { raw, qualifier: (qualifier || '+') as Qualifier, name, value: value ? plainName(value) : null }
  switch (name) {
    case 'ip4':
      return isIPv4(value!) && inRange(prefix4, 32) && prefix6 === null ? { ...made, prefix4, prefix6 } : null
    case 'ip6': // its one length follows a single slash
      return isIPv6(value!) && inRange(prefix4, 128) && prefix6 === null
        ? { ...made, prefix4: null, prefix6: prefix4 }
        : null
    case 'a':
    case 'mx':
      if (!inRange(prefix4, 32) || !inRange(prefix6, 128)) return null
      return value === undefined || isDomainSpec(value) ? { ...made, prefix4, prefix6 } : null
    default:
      if (lengths !== '') return null
      return value === undefined || isDomainSpec(value) ? { ...made, prefix4: null, prefix6: null } : null
  }
}

function inRange(length: number | null, most: number): boolean {
  return length === null || length <= most
}

function isMacroString(text: string): boolean {
  const rest = text.replace(MACRO, '')
  return /^[\x21-\x7e]*$/.test(rest) && !rest.includes('%')
}

/** A name of at least two labels, the last one not a number, or one that ends in a macro (RFC 7208 section 7.1). */
function isDomainSpec(text: string): boolean {
  if (text === '' || !isMacroString(text)) return false
  if (/%\{[^}]*\}$/.test(text)) return true
  const labels = text.replace(/\.$/, '').split('.')
  const top = labels.at(-1)!
  return labels.length > 1 && LABEL.test(top) && !/^\d+$/.test(top)
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/\.$/, '')
}
