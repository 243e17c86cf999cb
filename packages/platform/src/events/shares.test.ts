import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FIRST_SHARE, Shares } from './shares.ts'

test('an endpoint gets more tries at once while it answers quickly, and the first share again when it does not', () => {
  const shares = new Shares()
  assert.equal(shares.of('wh_a'), FIRST_SHARE)
  for (let n = 0; n < 100; n++) shares.note('wh_a', 20)
  assert.deepEqual([shares.of('wh_a'), shares.of('wh_b'), [...shares.known()]], [32, FIRST_SHARE, ['wh_a']])
  shares.note('wh_a', 15_000)
  assert.deepEqual([shares.of('wh_a'), [...shares.known()]], [FIRST_SHARE, []])
})

test('a thousand endpoints are remembered, those that were heard of last', () => {
  const shares = new Shares()
  for (let n = 0; n < 1_500; n++) shares.note(`wh_${n}`, 20)
  assert.deepEqual(
    [[...shares.known()].length, shares.of('wh_0'), shares.of('wh_1499')],
    [1_000, FIRST_SHARE, FIRST_SHARE + 1],
  )
})
