import { randomBytes } from 'node:crypto'

const PREFIXES = [
  'org',
  'user',
  'ses',
  'inv',
  'key',
  'ws',
  'scan',
  'vuln',
  'wh',
  'evt',
  'dlv',
  'req',
  'cmt',
  'mon',
  'alt',
  'chn',
  'pol',
  'sch',
  'vrf',
  'rpl',
  'grp',
  'att',
  'cch',
  'rep',
  'rsch',
  'rrun',
  'rcp',
  'lnk',
  'int',
  'tkt',
  'bdl',
  'pay',
  'scr',
] as const
export type IdPrefix = (typeof PREFIXES)[number]

/** Crockford's base 32 in lower case: it sorts as its numbers do. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
/** Of an identifier's tail: its moment. */
export const TIME_CHARACTERS = 10
const RANDOM_CHARACTERS = 16

/**
 * `prefix_` and a tail that sorts by time: 48 bits of milliseconds, then 80 random bits. Those that this process makes within
 * one millisecond sort as they were made, also when the clock is set back. With `at`, the moment is the caller's.
 */
export function newId(prefix: IdPrefix, at?: number): string {
  const { time, tail } = at === undefined ? next() : { time: at, tail: randomDigits() }
  let text = ''
  for (let left = time, n = 0; n < TIME_CHARACTERS; n++, left = Math.floor(left / 32)) text = ALPHABET[left % 32] + text
  for (const digit of tail) text += ALPHABET[digit]
  return `${prefix}_${text}`
}

const latest = { time: 0, tail: randomDigits() }

function next(): typeof latest {
  const now = Date.now()
  if (now > latest.time) {
    latest.time = now
    latest.tail = randomDigits()
  } else {
    increment(latest.tail)
  }
  return latest
}

function randomDigits(): Uint8Array {
  return randomBytes(RANDOM_CHARACTERS).map((byte) => byte & 31)
}

function increment(digits: Uint8Array): void {
  for (let n = digits.length - 1; n >= 0; n--) {
    digits[n] = (digits[n]! + 1) & 31
    if (digits[n] !== 0) return
  }
}

/** Below every identifier that is made at or after `at`, and above all that were made before. */
export function idsFrom(prefix: IdPrefix, at: number): string {
  return newId(prefix, at).slice(0, prefix.length + 1 + TIME_CHARACTERS)
}

/** Whether `text` has the form of an identifier with this prefix; whether it exists is another question. */
export function isId(prefix: IdPrefix, text: string): boolean {
  return text.startsWith(`${prefix}_`) && /^[0-9a-zA-Z]{1,64}$/.test(text.slice(prefix.length + 1))
}
