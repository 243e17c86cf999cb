import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { ReadableStream } from 'node:stream/web'
import xz from 'xz-decompress'
import { dateOf, type Feed, isObject, list, text } from './feed.ts'
import { readJson } from './store.ts'

const RECORD = 16 // bytes: 15 of the hash, one that names the list
const HASH = 15
const LARGEST = 400_000_000 // bytes, unpacked

/** Keys of one beginning: their hashes and list numbers, one after the other, in base64. */
export interface KeyRecords {
  records: string
}
/** Under this key stand the names of the lists, by number. */
export const KEY_LISTS = 'lists'

/**
 * badkeys: public keys whose private half is known to all, Debian's weak keys of 2006 to 2008 (CVE-2008-0166) among them. A
 * JSON file names the list and its digest; the list is sorted records of 16 bytes, packed by xz.
 */
export const badkeys: Feed = {
  name: 'badkeys',
  title: 'badkeys: public keys whose private keys are known',
  url: 'https://update.badkeys.info/v0/badkeysdata.json',
  mirrorPath: 'badkeys/badkeysdata.json',
  maxBytes: 200_000_000,
  least: 100_000,
  terms: 'Published by the badkeys project for its tool (MIT), https://badkeys.info/; fetched, never shipped',
  async follow(file) {
    const told = await readJson(file)
    const address = isObject(told) && told.bkformat === 0 ? text(told.blocklist_url) : null
    if (address === null) throw new Error('it names no list in a format that we read')
    return address
  },
  async load(file, index) {
    const told = index === undefined ? null : await readJson(index)
    if (!isObject(told)) throw new Error('the file that names the list is missing')
    const bytes = await unpacked(file)
    const digest = createHash('sha256').update(bytes).digest('hex')
    if (digest !== told.blocklist_sha256) throw new Error('its SHA-256 is not the one that was announced')
    if (bytes.length % RECORD !== 0) throw new Error('it is no list of 16-byte records')
    const entries = new Map<string, unknown[]>()
    const names = list(told.blocklists).filter(isObject)
    entries.set(KEY_LISTS, [Object.fromEntries(names.map((one) => [String(one.id), text(one.name) ?? '']))])
    for (let at = 0; at < bytes.length; ) {
      const beginning = bytes.readUInt16BE(at)
      let end = at
      while (end < bytes.length && bytes.readUInt16BE(end) === beginning) end += RECORD
      const key = beginningOf(bytes.subarray(at, at + HASH))
      if (entries.has(key)) throw new Error('it is not sorted')
      entries.set(key, [{ records: bytes.toString('base64', at, end) } satisfies KeyRecords])
      at = end
    }
    return { entries, date: dateOf(told.date), records: bytes.length / RECORD }
  },
}

async function unpacked(file: string): Promise<Buffer> {
  const start = (await readFile(file)).subarray(0, 6)
  if (start.toString('hex') !== 'fd377a585a00') return readFile(file)
  const stream = new xz.XzReadableStream(Readable.toWeb(createReadStream(file)) as never)
  let length = 0
  async function* bounded() {
    for await (const chunk of stream as unknown as ReadableStream<Uint8Array>) {
      length += chunk.length
      if (length > LARGEST) throw new Error(`it is larger than ${LARGEST} bytes`)
      yield chunk
    }
  }
  return buffer(Readable.from(bounded()))
}

/** The first two bytes of a hash, under which its record stands. */
function beginningOf(hash: Buffer): string {
  return hash.toString('hex', 0, 2)
}

/**
 * The hash by which badkeys knows a public key: the first 120 bits of the SHA-256 of its one number, RSA's modulus or the
 * point's x, in hexadecimal. Null for other keys.
 */
export function keyHash(jwk: { kty?: string | undefined; n?: unknown; x?: unknown }): string | null {
  const number = jwk.kty === 'RSA' ? jwk.n : jwk.x
  if (typeof number !== 'string') return null
  let bytes = Buffer.from(number, 'base64url')
  while (bytes[0] === 0) bytes = bytes.subarray(1)
  return createHash('sha256')
    .update(bytes)
    .digest('hex')
    .slice(0, HASH * 2)
}

/** Which list a hash stands in, among the records of its beginning; null where it stands in none. */
export function listOf(hash: string, { records }: KeyRecords): number | null {
  const all = Buffer.from(records, 'base64')
  const wanted = Buffer.from(hash, 'hex')
  for (let at = 0; at + RECORD <= all.length; at += RECORD)
    if (all.subarray(at, at + HASH).equals(wanted)) return all[at + HASH]!
  return null
}
