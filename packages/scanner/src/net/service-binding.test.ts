import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readServiceBinding } from './service-binding.ts'

const bytes = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex')
const plain = { priority: 1, target: '', alpn: [], http1: true, port: null, ech: false }

/** Wire forms of RFC 9460 appendix D, and others. */
test('records are read as RFC 9460 gives them', () => {
  const table: readonly [name: string, hex: string, read: unknown][] = [
    [
      'alias (figure 2)',
      '0000 03 666f6f 07 6578616d706c65 03 636f6d 00',
      { ...plain, priority: 0, target: 'foo.example.com' },
    ],
    ['the owner’s own name (figure 3)', '0001 00', plain],
    [
      'a port (figure 4)',
      '0010 03 666f6f 07 6578616d706c65 03 636f6d 00 0003 0002 0035',
      { ...plain, priority: 16, target: 'foo.example.com', port: 53 },
    ],
    ['h3 and h2', '0001 00 0001 0006 02 6833 02 6832', { ...plain, alpn: ['h3', 'h2'] }],
    ['no HTTP/1.1', '0001 00 0001 0003 02 6832 0002 0000', { ...plain, alpn: ['h2'], http1: false }],
    ['Encrypted Client Hello', '0001 00 0005 0002 abcd', { ...plain, ech: true }],
    ['an unknown key', '0001 00 029b 0005 68656c6c6f', plain],
  ]
  for (const [name, hex, read] of table) assert.deepEqual(readServiceBinding(bytes(hex)), read, name)
})

test('what breaks the format is no record', () => {
  for (const hex of [
    '',
    '00',
    '0001',
    '0001 05 61',
    '0001 00 0001',
    '0001 00 0001 0009 02 6833',
    '0001 00 0001 0001 00',
  ])
    assert.equal(readServiceBinding(bytes(hex)), null, hex)
  assert.equal(readServiceBinding(bytes('0001 00 0003 0002 0035 0001 0003 02 6832')), null, 'keys out of order')
  assert.equal(readServiceBinding(bytes('0001 00 0003 0001 35')), null, 'a port of one byte')
  assert.equal(readServiceBinding('0001'), null)
})
