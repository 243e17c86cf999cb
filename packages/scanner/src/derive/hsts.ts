import { headerValues } from '../net/exchange.ts'
import { defineDerivation } from '../source.ts'

/** Strict-Transport-Security as RFC 6797 section 6.1 reads it. */
export interface Hsts {
  raw: string
  /** False when a browser would ignore the field: bad syntax, no max-age, or a directive twice. */
  valid: boolean
  /** Seconds. */
  maxAge: number
  includeSubDomains: boolean
  preload: boolean
  /** How many fields the response carried; browsers process only the first (section 8.1). */
  fields: number
}

const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/

/** Parses the first of the response's fields; null when there is none. */
export function parseHsts(fields: readonly string[]): Hsts | null {
  const raw = fields[0]
  if (raw === undefined) return null
  const directives = new Map<string, string>()
  let valid = true
  for (const part of raw.split(';')) {
    const [name = '', ...rest] = part.split('=')
    const key = name.trim().toLowerCase()
    if (key === '' && rest.length === 0) continue
    if (!TOKEN.test(key) || directives.has(key)) valid = false
    directives.set(
      key,
      rest
        .join('=')
        .trim()
        .replace(/^"(.*)"$/, '$1'),
    )
  }
  const maxAge = directives.get('max-age') ?? ''
  if (!/^\d+$/.test(maxAge)) valid = false
  return {
    raw,
    valid,
    maxAge: valid ? Number(maxAge) : 0,
    includeSubDomains: directives.has('includesubdomains'),
    preload: directives.has('preload'),
    fields: fields.length,
  }
}

export default defineDerivation({
  name: 'hsts',
  needs: ['page'],
  derive: ({ page }) => parseHsts(headerValues(page.headers, 'strict-transport-security')),
})
