import { createHmac, timingSafeEqual } from 'node:crypto'

/** A JSON Web Token in its compact form (RFC 7519, RFC 7515 section 3.1). Nothing in it is verified. */
export interface Jwt {
  raw: string
  alg: string
  header: Record<string, unknown>
  claims: Record<string, unknown>
  /** Base64url; empty for an unsecured token. */
  signature: string
}

const COMPACT = /^([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]*)$/

/** Reads the text as a signed or unsecured token; null when it is none. */
export function parseJwt(text: string): Jwt | null {
  const parts = COMPACT.exec(text)
  if (!parts) return null
  const header = jsonObject(parts[1]!)
  const claims = jsonObject(parts[2]!)
  if (!header || !claims || typeof header.alg !== 'string') return null
  return { raw: text, alg: header.alg, header, claims, signature: parts[3]! }
}

const HASH: Record<string, string> = { HS256: 'sha256', HS384: 'sha384', HS512: 'sha512' }

/** The first of `secrets` with which the token is signed by HMAC (RFC 7518 section 3.2), or null. */
export function hmacSecretOf(jwt: Jwt, secrets: readonly string[]): string | null {
  const hash = HASH[jwt.alg]
  if (!hash || jwt.signature === '') return null
  const signed = jwt.raw.slice(0, jwt.raw.lastIndexOf('.'))
  const expected = Buffer.from(jwt.signature, 'base64url')
  for (const secret of secrets) {
    const actual = createHmac(hash, secret).update(signed).digest()
    if (actual.length === expected.length && timingSafeEqual(actual, expected)) return secret
  }
  return null
}

function jsonObject(part: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}
