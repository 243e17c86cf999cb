import { crc32 } from 'node:zlib'

/**
 * Secrets by the form that their issuers gave them. Sources: the issuers' documentation of their key formats, and the
 * pattern lists that they publish for secret scanning (https://docs.github.com/en/code-security/secret-scanning).
 */
export interface SecretKind {
  /** Stable: part of a finding's fingerprint. */
  id: string
  name: string
  /** `secret`: whoever reads it can use it. `public`: made to stand in pages, worth a look at its restrictions. */
  exposure: 'secret' | 'public'
  /** Some text, in whatever case, that the page must have somewhere: what all matches contain, or the issuer's name. */
  contains: string
  /** With the flag g. The first group, where there is one, is the secret itself. */
  pattern: RegExp
  /** What a checksum or the structure adds; a candidate that fails is none. */
  verify?: (secret: string) => boolean
}

/** What opens an account to whoever holds it. */
export const secret = (
  id: string,
  name: string,
  contains: string,
  pattern: RegExp,
  verify?: SecretKind['verify'],
): SecretKind => ({
  id,
  name,
  exposure: 'secret',
  contains,
  pattern,
  ...(verify ? { verify } : {}),
})
export const open = (id: string, name: string, contains: string, pattern: RegExp): SecretKind => ({
  id,
  name,
  exposure: 'public',
  contains,
  pattern,
})

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** GitHub's scheme, also npm's: the last six characters are the CRC-32 of the random part before them, in base 62. */
export function hasCrc32(token: string, prefix: number): boolean {
  let sum = crc32(token.slice(prefix, -6))
  let text = ''
  for (; sum > 0; sum = Math.floor(sum / 62)) text = BASE62[sum % 62] + text
  return text.padStart(6, '0') === token.slice(-6)
}

/** Forty random characters of Base64 hold all three; a commit's hash does not. */
export function hasAllCases(text: string): boolean {
  return /[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text)
}

/** A DER sequence, or OpenSSH's own magic: anything else between the lines is an example. */
export function isKeyMaterial(body: string): boolean {
  const bytes = Buffer.from(body.replace(/\\[rn]|\s/g, ''), 'base64')
  return bytes[0] === 0x30 || bytes.subarray(0, 14).toString('latin1') === 'openssh-key-v1'
}

/** A Discord bot's token begins with the number of its account in Base64. */
export function beginsWithNumber(token: string): boolean {
  return /^\d{17,20}$/.test(Buffer.from(token.split('.')[0]!, 'base64url').toString('latin1'))
}
