import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Batch } from './batch.ts'

test('what is asked for in one turn is done together, each with its own answer', async () => {
  const together: number[][] = []
  const batch = new Batch<number, number>((items) => {
    together.push([...items])
    return items.map((item) => item * 2)
  })
  assert.deepEqual(await Promise.all([1, 2, 3].map((item) => batch.add(item))), [2, 4, 6])
  assert.equal(await batch.add(4), 8)
  assert.deepEqual(together, [[1, 2, 3], [4]])
})

test('what is asked for while others are being done waits for the next turn', async () => {
  const together: number[][] = []
  let later: Promise<number> | undefined
  const batch: Batch<number, number> = new Batch((items) => {
    together.push([...items])
    later ??= batch.add(9)
    return [...items]
  })
  assert.equal(await batch.add(1), 1)
  assert.equal(await later, 9)
  assert.deepEqual(together, [[1], [9]])
})

test('whoever waits learns of a failure', async () => {
  const batch = new Batch<number, number>(() => {
    throw new Error('broken')
  })
  await assert.rejects(Promise.all([batch.add(1), batch.add(2)]), /broken/)
})
