import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addTime, mergeTimes, percentile, type ResponseTimes } from './response-times.ts'

test('percentiles of any spread are right to within five percent, also over merged hours', () => {
  let seed = 1
  const random = () => {
    seed = (seed * 16_807) % 2_147_483_647
    return seed / 2_147_483_647
  }
  const times = Array.from({ length: 5_000 }, () => 2 + 4_000 * random() ** 4)
  const hours = [0, 1, 2, 3].map((hour) =>
    times.filter((_, index) => index % 4 === hour).reduce<ResponseTimes>(addTime, {}),
  )
  const sorted = times.toSorted((a, b) => a - b)
  for (const share of [0.01, 0.5, 0.95, 0.99, 1]) {
    const exact = sorted[Math.ceil(share * sorted.length) - 1]!
    const read = percentile(mergeTimes(hours), share)!
    assert.ok(Math.abs(read - exact) <= 0.05 * exact + 0.5, `${share}: ${read} for ${exact}`)
  }
})

test('nothing measured has no percentile; what is quicker than a millisecond is one', () => {
  assert.equal(percentile({}, 0.5), null)
  assert.equal(percentile(addTime({}, 0.2), 0.5), 1)
})
