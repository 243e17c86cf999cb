import assert from 'node:assert/strict'
import { test } from 'node:test'
import { scanDocument, vulnerability } from '../../scanner/test/document.ts'
import { type Gate, judgeGate } from './gate.ts'

const open: Gate = { failOn: null, minScore: null, known: null }
const high = vulnerability({ outcome: 'a', severity: 'high' })
const medium = vulnerability({ outcome: 'b', severity: 'medium' })
const info = vulnerability({ outcome: 'c', severity: 'info' })

test('without conditions everything passes', () => {
  const critical = vulnerability({ severity: 'critical' })
  assert.deepEqual(judgeGate(open, scanDocument([critical, high])), { passed: true, reasons: [] })
})

test('--fail-on counts what is so bad or worse', () => {
  const document = scanDocument([high, medium, info])
  for (const [failOn, reason] of [
    ['critical', null],
    ['high', '1 finding of severity high or worse.'],
    ['medium', '2 findings of severity medium or worse.'],
    ['low', '2 findings of severity low or worse.'],
    ['info', '3 findings of severity info or worse.'],
  ] as const) {
    const verdict = judgeGate({ ...open, failOn }, document)
    assert.deepEqual(verdict, { passed: reason === null, reasons: reason === null ? [] : [reason] }, failOn)
  }
  const critical = scanDocument([vulnerability({ severity: 'critical' })])
  assert.deepEqual(judgeGate({ ...open, failOn: 'critical' }, critical).reasons, ['1 finding of severity critical.'])
})

test('tentative, accepted and false findings never count', () => {
  for (const one of [
    vulnerability({ severity: 'critical', confidence: 'tentative' }),
    vulnerability({ severity: 'critical', status: 'accepted_risk' }),
    vulnerability({ severity: 'critical', status: 'false_positive' }),
  ]) {
    assert.ok(judgeGate({ ...open, failOn: 'info' }, scanDocument([one])).passed)
  }
})

test('--min-score is met by the score itself', () => {
  const document = scanDocument([high, medium])
  assert.equal(document.scan.security_score, 89)
  assert.ok(judgeGate({ ...open, minScore: 89 }, document).passed)
  assert.deepEqual(judgeGate({ ...open, minScore: 89.5 }, document).reasons, ['The score is 89, below 89.5.'])
})

test('with a baseline only new findings count, by fingerprint; the score is judged as it is', () => {
  const document = scanDocument([high, medium, info])
  const known = new Set([high.fingerprint])
  assert.deepEqual(judgeGate({ ...open, known }, document).reasons, ['1 new finding of severity low or worse.'])
  assert.ok(judgeGate({ ...open, failOn: 'high', known }, document).passed)
  assert.ok(judgeGate({ ...open, known: new Set([high.fingerprint, medium.fingerprint]) }, document).passed)
  const both = judgeGate({ failOn: 'medium', minScore: 95, known }, document)
  assert.deepEqual(both.reasons, ['1 new finding of severity medium or worse.', 'The score is 89, below 95.'])
})
