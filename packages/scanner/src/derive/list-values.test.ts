import assert from 'node:assert/strict'
import { test } from 'node:test'
import { frameOptions } from './frame-options.ts'
import { listValues } from './list-values.ts'

test('list values: split at commas outside quotes, over all fields', () => {
  assert.deepEqual(listValues([]), [])
  assert.deepEqual(listValues(['']), [''])
  assert.deepEqual(listValues(['a , b', 'c']), ['a', 'b', 'c'])
  assert.deepEqual(listValues(['"a, b", c,']), ['"a, b"', 'c', ''])
  assert.deepEqual(listValues(['"a\\", b", c']), ['"a\\", b"', 'c'])
  assert.deepEqual(listValues(['"open, x']), ['"open, x'])
})

test('frame options: as HTML section 7.5.3 tells', () => {
  assert.equal(frameOptions([]), 'absent')
  assert.equal(frameOptions(['sameORIGIN', 'SAMEORIGIN']), 'sameorigin')
  assert.equal(frameOptions(['ALLOWALL', 'x']), 'deny')
  assert.equal(frameOptions(['x, y']), 'ignored')
})
