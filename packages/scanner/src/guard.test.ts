import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withPatience, withTimeLimit } from './guard.ts'

test('gives what the code gives, and throws what it throws', () => {
  assert.equal(
    withTimeLimit(1_000, () => 7),
    7,
  )
  assert.throws(
    () =>
      withTimeLimit(1_000, () => {
        throw new TypeError('own error')
      }),
    TypeError,
  )
})

test('an endless loop is stopped, and so is a regular expression that backtracks for ever', () => {
  assert.throws(
    () =>
      withTimeLimit(50, () => {
        for (;;);
      }),
    /longer than 50 ms/,
  )
  assert.throws(() => withTimeLimit(50, () => /^(a+)+$/.test(`${'a'.repeat(40)}!`)), /longer than 50 ms/)
})

test('works again after it stopped something, also inside itself', () => {
  const nested = withTimeLimit(1_000, () => {
    assert.throws(
      () =>
        withTimeLimit(20, () => {
          for (;;);
        }),
      /longer than 20 ms/,
    )
    return withTimeLimit(1_000, () => 'inner')
  })
  assert.equal(nested, 'inner')
})

test('where the machine gave the code no time, it is run once more', () => {
  const never = new Int32Array(new SharedArrayBuffer(4))
  let runs = 0
  const given = withPatience(50, () => {
    runs++
    if (runs === 1) Atomics.wait(never, 0, 0) // takes time, and no processor's
    return 'done'
  })
  assert.deepEqual([given, runs], ['done', 2])
  runs = 0
  assert.throws(() => {
    withPatience(50, () => {
      runs++
      Atomics.wait(never, 0, 0)
    })
  }, /longer than 50 ms/)
  assert.equal(runs, 2)
})
