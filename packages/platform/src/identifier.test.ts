import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isId, newId } from './identifier.ts'

test('identifiers have their form, differ, and sort as they were made', () => {
  const ids = Array.from({ length: 5_000 }, () => newId('evt'))
  assert.ok(ids.every((id) => isId('evt', id) && id.length === 'evt_'.length + 26))
  assert.equal(new Set(ids).size, ids.length)
  assert.deepEqual([...ids].sort(), ids)
})

test('a given moment decides the order', () => {
  const [early, late] = [newId('vuln', 1_000), newId('vuln', 2_000)]
  assert.ok(early < late && late < newId('vuln'))
})

test('what is no identifier of the kind is told', () => {
  for (const text of ['', 'evt_', 'scan_1', 'evt_a b', `evt_${'x'.repeat(65)}`])
    assert.equal(isId('evt', text), false, text)
})
