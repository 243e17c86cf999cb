import assert from 'node:assert/strict'
import { test } from 'node:test'
import { iconHash, murmur3 } from './icon-hash.ts'

test('MurmurHash3 gives the published values', () => {
  const table: readonly [text: string, hash: number][] = [
    ['', 0],
    ['hello', 0x248bfa47],
    ['hello, world', 0x149bbb7f],
    ['The quick brown fox jumps over the lazy dog', 0x2e4ff723],
  ]
  for (const [text, hash] of table) assert.equal(murmur3(Buffer.from(text)), hash | 0, text)
})

test('icons are hashed in base64 with lines, as Python’s mmh3 of codecs.encode(icon, "base64") does', () => {
  // python3: mmh3.hash(codecs.encode(bytes(range(256)), 'base64')), and of a single zero
  assert.equal(iconHash(Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))), RANGE)
  assert.equal(iconHash(Buffer.of(0)), ZERO)
})

const RANGE = -757223386
const ZERO = -1253000196
