import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'

/** A public key as it is published: a JSON Web Key (RFC 8037 section 2), and until when it signed. */
export interface PublishedKey {
  kty: 'OKP'
  crv: 'Ed25519'
  /** 32 bytes, base64url. */
  x: string
  kid: string
  /** RFC 3339. */
  created_at: string
  /** Since when it signs nothing any more; null while it does. */
  retired_at: string | null
  /** Whose it is. */
  organization: { id: string; name: string }
}

export interface NewKey {
  kid: string
  x: string
  /** PKCS #8 in PEM: a secret. */
  privateKey: string
}

export const KEY_ID = /^sgk_[0-9a-f]{32}$/

/** A new Ed25519 key (RFC 8032). */
export function makeKey(): NewKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const x = (publicKey.export({ format: 'jwk' }) as { x: string }).x
  return { kid: kidOf(x), x, privateKey: privateKey.export({ format: 'pem', type: 'pkcs8' }) as string }
}

/** The name of a key: `sgk_` and the first 128 bits of the SHA-256 of its 32 bytes, so that none passes for another. */
export function kidOf(x: string): string {
  return `sgk_${createHash('sha256').update(Buffer.from(x, 'base64url')).digest('hex').slice(0, 32)}`
}

export function privateKeyOf(pem: string): KeyObject {
  return createPrivateKey(pem)
}

/** Undefined for what is no Ed25519 key. */
export function publicKeyOf(x: string): KeyObject | undefined {
  try {
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  } catch {
    return undefined
  }
}
