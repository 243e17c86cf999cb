import { createHmac, randomBytes } from 'node:crypto'

const PREFIX = 'whsec_'
const GENERATED_BYTES = 32

/**
 * The key's bytes: with `whsec_`, base64 of them (Standard Webhooks); any other string is its own UTF-8 bytes.
 */
export function keyOf(secret: string): Buffer {
  return secret.startsWith(PREFIX) ? Buffer.from(secret.slice(PREFIX.length), 'base64') : Buffer.from(secret, 'utf8')
}

/** The equal `whsec_…` form, which the standard libraries take. */
export function standardForm(secret: string): string {
  return PREFIX + keyOf(secret).toString('base64')
}

/** A secret of 256 random bits. */
export function newSecret(): string {
  return PREFIX + randomBytes(GENERATED_BYTES).toString('base64')
}

/** Says what is wrong with a caller's own secret, or null when it will do. */
export function secretFault(secret: string): string | null {
  if (secret.startsWith(PREFIX)) {
    const encoded = secret.slice(PREFIX.length)
    const exact =
      /^[A-Za-z0-9+/]+={0,2}$/.test(encoded) &&
      keyOf(secret).toString('base64').replace(/=+$/, '') === encoded.replace(/=+$/, '')
    return exact ? null : 'a secret that begins with "whsec_" must go on with base64'
  }
  return secret.length < 8 || secret.length > 256 ? 'a secret has 8 to 256 characters' : null
}

/**
 * The `webhook-signature` value: `v1,` and the base64 HMAC-SHA-256 of `id.timestamp.body`, one for each secret, parted by
 * a space. `timestamp` is in seconds. Source: Standard Webhooks specification, "Signature scheme".
 */
export function signature(secrets: readonly string[], id: string, timestamp: number, body: string): string {
  return secrets
    .map((secret) => `v1,${createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.${body}`).digest('base64')}`)
    .join(' ')
}
