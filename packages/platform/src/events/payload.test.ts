import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fitPayload } from './payload.ts'

const size = (value: unknown) => Buffer.byteLength(JSON.stringify(value))

test('what fits is left as it is', () => {
  const data = { id: 'scan_1', nested: { list: [1, 2, { text: 'ü'.repeat(500) }], none: null } }
  assert.deepEqual(fitPayload(data), data)
})

test('what is too large is cut until the body stays under 20 kB, ids unharmed', () => {
  const data = {
    vulnerability: {
      id: 'vuln_1',
      proof: { response: '😀'.repeat(20_000) },
      locations: Array.from({ length: 50 }, (_, n) => ({ url: `https://site.test/${'p'.repeat(3_000)}${n}` })),
    },
  }
  const fitted = fitPayload(data)
  assert.ok(size(fitted) < 20_000)
  assert.equal((fitted as typeof data).vulnerability.id, 'vuln_1')
  assert.ok(JSON.stringify(fitted).isWellFormed())
})

test('what PostgreSQL cannot store is replaced', () => {
  assert.deepEqual(fitPayload({ text: 'a\0b', half: 'x\uD83D' }), { text: 'a\uFFFDb', half: 'x\uFFFD' })
})
