import { randomInt } from 'node:crypto'
import { crc32 } from 'node:zlib'

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const RANDOM = 30 // characters of base 62: 178 bits
const CHECK = 6 // characters of base 62 hold 32 bits
const PREFIXES = ['lh_live_', 'lh_test_'] as const

export type KeyPrefix = (typeof PREFIXES)[number]

/** A key: prefix, 30 random characters, and a checksum by which a typing error or a cut-off key is told without a look-up. */
export function newApiKey(prefix: KeyPrefix): string {
  let body: string = prefix
  for (let n = 0; n < RANDOM; n++) body += BASE62[randomInt(BASE62.length)]
  return body + checksum(body)
}

/** Whether `text` could be a key of ours: its form is right and its checksum fits. */
export function isApiKey(text: string): boolean {
  const prefix = PREFIXES.find((one) => text.startsWith(one))
  if (!prefix || text.length !== prefix.length + RANDOM + CHECK || !/^[0-9A-Za-z_]+$/.test(text)) return false
  return checksum(text.slice(0, -CHECK)) === text.slice(-CHECK)
}

function checksum(text: string): string {
  let left = crc32(text)
  let digits = ''
  for (let n = 0; n < CHECK; n++, left = Math.floor(left / 62)) digits = BASE62[left % 62] + digits
  return digits
}
