import assert from 'node:assert/strict'
import { test } from 'node:test'
import { GAPS, retryAfterSeconds, secondsToNextAttempt } from './gaps.ts'

test('gaps grow as promised, with a jitter of at most a tenth, and end', () => {
  for (const [index, gap] of GAPS.entries()) {
    assert.equal(secondsToNextAttempt(index + 1, null, 0), gap)
    assert.ok(secondsToNextAttempt(index + 1, null, 0.999)! <= gap * 1.1)
  }
  assert.equal(secondsToNextAttempt(GAPS.length + 1, null, 0), null)
})

test('Retry-After lengthens a gap, never shortens it, and is bounded by a day', () => {
  assert.equal(secondsToNextAttempt(1, 60, 0), 60)
  assert.equal(secondsToNextAttempt(2, 1, 0), 300)
  assert.equal(secondsToNextAttempt(1, 10_000_000, 0), 86_400)
})

test('Retry-After is read as seconds or as a date', () => {
  const now = Date.UTC(2026, 0, 15)
  assert.equal(retryAfterSeconds('120', now), 120)
  assert.equal(retryAfterSeconds('Thu, 15 Jan 2026 00:01:00 GMT', now), 60)
  assert.equal(retryAfterSeconds('Wed, 14 Jan 2026 00:00:00 GMT', now), 0)
  for (const nothing of [null, 'soon']) assert.equal(retryAfterSeconds(nothing, now), null)
})
