import { randomBytes } from 'node:crypto'

/** Crockford's base 32 in lower case: it sorts as its numbers do. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const TIME_CHARACTERS = 10 // 50 bits of milliseconds
const RANDOM_CHARACTERS = 16 // 80 bits

/** `prefix_` and a tail that sorts by time, in the form of a server's ids, for results that no server keeps. */
export function newIdentifier(prefix: 'scan' | 'vuln', at: Date): string {
  let time = ''
  for (let left = at.getTime(), n = 0; n < TIME_CHARACTERS; n++, left = Math.floor(left / 32)) {
    time = ALPHABET[left % 32] + time
  }
  const tail = Array.from(randomBytes(RANDOM_CHARACTERS), (byte) => ALPHABET[byte & 31]).join('')
  return `${prefix}_${time}${tail}`
}
