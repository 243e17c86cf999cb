import { randomBytes } from 'node:crypto'

const PREFIXES = ['org', 'key', 'ws', 'scan', 'vuln', 'wh', 'evt', 'dlv', 'req'] as const
export type IdPrefix = (typeof PREFIXES)[number]

/** Crockford's base 32 in lower case: it sorts as its numbers do. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
/** Of an identifier's tail: its moment. */
export const TIME_CHARACTERS = 10
const RANDOM_BYTES = 16

/** `prefix_` and a tail that sorts by time: 48 bits of milliseconds, then 80 random bits. */
export function newId(prefix: IdPrefix, at = Date.now()): string {
  let time = ''
  for (let left = at, n = 0; n < TIME_CHARACTERS; n++, left = Math.floor(left / 32)) time = ALPHABET[left % 32] + time
  let random = ''
  for (const byte of randomBytes(RANDOM_BYTES)) random += ALPHABET[byte & 31]
  return `${prefix}_${time}${random}`
}

/** Whether `text` has the form of an identifier with this prefix; whether it exists is another question. */
export function isId(prefix: IdPrefix, text: string): boolean {
  return text.startsWith(`${prefix}_`) && /^[0-9a-zA-Z]{1,64}$/.test(text.slice(prefix.length + 1))
}
