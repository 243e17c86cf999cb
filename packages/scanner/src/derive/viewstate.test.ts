import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readViewState } from './viewstate.ts'

const base64 = (...bytes: number[]) => Buffer.from(bytes).toString('base64')
const MAC = Array.from({ length: 20 }, (_, i) => (i * 37 + 11) & 0xff)
// Pair(Pair("1234567", null), null), as an empty page of .NET 2 to 4 has it
const EMPTY_PAGE = [0xff, 0x01, 15, 15, 5, 7, 0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, 100, 100]

test('reads the state of an empty page, with a MAC and without', () => {
  assert.deepEqual(readViewState(base64(...EMPTY_PAGE, ...MAC)), { readable: true, trailing: 20 })
  assert.deepEqual(readViewState(base64(...EMPTY_PAGE)), { readable: true, trailing: 0 })
})

test('reads a value as real pages send it', () => {
  assert.deepEqual(readViewState('/wEPDwUKMTY1NDU2MTA1MmRkfGZyzvdkvQKc6TGDUuX+Yf8r0vc='), {
    readable: true,
    trailing: 20,
  })
})

test('reads every kind of token', () => {
  const type = [41, 1, 0x41]
  const tokens = [
    [1, 0, 0],
    [2, 0x80, 1],
    [3, 0],
    [4, 0, 0],
    [6, 0, 0, 0, 0, 0, 0, 0, 0],
    [7, 0, 0, 0, 0, 0, 0, 0, 0],
    [8, 0, 0, 0, 0],
    [9, 0, 0, 0, 0],
    [10, 5],
    [11, ...type, 1],
    [12],
    [16, 100, 101, 102],
    [20, ...type, 2, 103, 104],
    [21, 1, 1, 0x61],
    [23, 1, 100, 100],
    [24, 0],
    [25, 43, 0],
    [27, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    [28],
    [30, 1, 0x61],
    [31, 0],
    [40, ...type, 1, 0x61],
    [50, 2, 0, 1],
    [60, ...type, 3, 1, 2, 100],
  ]
  const list = [0xff, 1, 22, tokens.length, ...tokens.flat()]
  assert.deepEqual(readViewState(base64(...list)), { readable: true, trailing: 0 })
})

test('an encrypted state is not readable, and a broken one has no end', () => {
  assert.deepEqual(readViewState(base64(0x12, 0x34, 0x56)), { readable: false, trailing: null })
  assert.deepEqual(readViewState(base64(0xff, 0x01, 5, 200, 1, 0x61)), { readable: true, trailing: null })
  assert.deepEqual(readViewState(base64(0xff, 0x01, 200)), { readable: true, trailing: null })
  assert.deepEqual(readViewState(base64(0xff, 0x01, ...Array(1000).fill(15))), { readable: true, trailing: null })
  assert.equal(readViewState('not base64!'), null)
})
