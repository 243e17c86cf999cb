import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crc32 } from 'node:zlib'
import { isApiKey, newApiKey } from './api-key.ts'

test('a key is its prefix, 30 random characters of base 62, and 6 of their CRC32', () => {
  const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
  const made = new Set<string>()
  for (const prefix of ['lh_live_', 'lh_test_'] as const) {
    for (let n = 0; n < 200; n++) {
      const key = newApiKey(prefix)
      assert.match(key, new RegExp(`^${prefix}[0-9A-Za-z]{36}$`))
      const value = [...key.slice(-6)].reduce((sum, digit) => sum * 62 + digits.indexOf(digit), 0)
      assert.equal(value, crc32(key.slice(0, -6)))
      assert.ok(isApiKey(key))
      made.add(key)
    }
  }
  assert.equal(made.size, 400)
})

test('any one wrong character is noticed without a look-up', () => {
  const key = newApiKey('lh_live_')
  for (let at = 0; at < key.length; at++) {
    const wrong = key[at] === 'x' ? 'y' : 'x'
    assert.ok(!isApiKey(key.slice(0, at) + wrong + key.slice(at + 1)), `${at}`)
  }
  for (const text of [key.slice(0, -1), `${key}0`, key.replace('live', 'test'), key.toLowerCase(), '', 'lh_live_'])
    assert.ok(!isApiKey(text), text)
})
