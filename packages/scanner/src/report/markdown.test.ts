import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HOSTILE, hostileDocument, scanDocument, vulnerability } from '../../test/document.ts'
import { visible } from './escape.ts'
import { markdownReport } from './markdown.ts'

test('score, gate, changes and all findings', () => {
  const [high, medium] = [vulnerability({ outcome: 'a', severity: 'high' }), vulnerability({ outcome: 'b' })]
  const verdict = { passed: false, reasons: ['1 new finding of severity high or worse.'] }
  const text = markdownReport(scanDocument([high, medium]), {
    verdict,
    since: { fresh: [high], fixed: [vulnerability({ outcome: 'c' })], notTested: [] },
  })
  assert.match(text, /^## LastHash: 89 \(B\) — gate failed ❌\n\n`https:\/\/www\.example\.com\/` · full scan, 42 s · /)
  assert.match(text, /🟥 0 critical · 🟧 1 high · 🟨 1 medium · 🟦 0 low · ⬜ 0 info/)
  assert.match(text, /\n- 1 new finding of severity high or worse\.\n/)
  assert.match(text, /\*\*Against the baseline:\*\* 1 new, 1 fixed, 0 not tested again\n\n### New\n\n\| Severity \|/)
  assert.match(text, /<details><summary>Fixed \(1\)<\/summary>/)
  assert.match(text, /<details><summary>All findings \(2\)<\/summary>/)
  assert.match(markdownReport(scanDocument([])), /^## LastHash: 100 \(A\+\)\n/)
})

test('a table stays short enough for a comment', () => {
  const many = Array.from({ length: 300 }, (_, at) => vulnerability({ outcome: `n${at}`, title: 'W'.repeat(400) }))
  const text = markdownReport(scanDocument(many), { since: { fresh: many, fixed: many, notTested: many } })
  assert.ok(text.length < 120_000, String(text.length))
  assert.match(text, /…and 260 more\./)
})

test('what a website chose is neither markup, nor a link, nor a mention', () => {
  for (const title of [
    HOSTILE,
    '[x](javascript:alert(1))',
    '**b** | c',
    '@acme/all',
    'http://evil.example',
    '![x](y)',
  ]) {
    const text = markdownReport(scanDocument([vulnerability({ title })]))
    const cell = /\| 🟨 medium \| (.*) \| `https/.exec(text)?.[1]
    assert.ok(cell !== undefined, text)
    assert.ok(!/(?<!\\)[[\]*|<>]/.test(cell), cell)
    assert.ok(!/@|:\/\//.test(cell), cell)
    assert.equal(visible(cell), cell)
  }
  const hostile = markdownReport(hostileDocument())
  assert.equal(visible(hostile), hostile)
  assert.ok(!hostile.includes('<script'))
})
