import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nearest } from './nearest.ts'

test('the nearest candidate, if any is near', () => {
  const candidates = ['--fail-on', '--format', '--min-score']
  for (const [word, expected] of [
    ['--failon', '--fail-on'],
    ['--fial-on', '--fail-on'],
    ['--formatt', '--format'],
    ['--frmat', '--format'],
    ['--minscore', '--min-score'],
    ['--zzzzzzz', null],
    ['', null],
  ] as const) {
    assert.equal(nearest(word, candidates), expected, word)
  }
})
