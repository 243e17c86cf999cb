import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Inline } from '../blocks.ts'
import { linesOf } from './lines.ts'

const shown = (text: Inline, width = 500, most?: number) =>
  linesOf(text, { size: 10 }, width, most).map(({ pieces }) => pieces.map((piece) => piece.text).join(''))

test('lines break at words; a longer word inside; none is wider than asked', () => {
  const long = `https://www.example.com/${'a'.repeat(270)}?q=1`
  for (const text of [
    'one two three four five six seven',
    long,
    `see ${long} there`,
    '💩'.repeat(90),
    'ש'.repeat(300),
    '\u00a0'.repeat(200),
  ]) {
    for (const width of [40, 61.5, 200]) {
      for (const line of linesOf(text, { size: 10 }, width)) {
        assert.ok(line.width <= width + 0.01, `${line.width} of ${width}: ${text.slice(0, 30)}`)
      }
    }
    assert.equal(shown(text, 60).join('').replace(/\s/g, ''), text.replace(/\s/g, ''), 'nothing is lost')
  }
})

test('line breaks are kept; tabs and what is invisible can be seen', () => {
  assert.deepEqual(shown('a\n\nb'), ['a', '', 'b'])
  assert.deepEqual(shown('a\tb'), ['a    b'])
  assert.deepEqual(shown('\u202egnp.exe\x00'), [String.raw`\u{202e}gnp.exe\x00`])
  assert.deepEqual(shown('日本 ok'), [String.raw`\u{65e5}\u{672c} ok`])
})

test('text from right to left is in the order in which it is seen', () => {
  // The pieces from left to right: Hebrew as it is read, for the face turns it; brackets mirrored and turned.
  const order = (text: string) =>
    linesOf(text, { size: 10 }, 500)[0]!
      .pieces.map((piece) => piece.text.trim())
      .filter(Boolean)
  assert.deepEqual(order('abc שלום def'), ['abc', 'שלום', 'def'])
  assert.deepEqual(order('שלום (שרת 12) סוף'), ['סוף', '(12', 'שרת', ')', 'שלום'])
})

test('what does not fit into the last line ends in an ellipsis that does', () => {
  for (const text of ['one two three four five six seven eight nine', 'W'.repeat(200), 'שלום עולם '.repeat(30)]) {
    const lines = linesOf(text, { size: 10 }, 80, 2)
    assert.equal(lines.length, 2)
    assert.ok(lines[1]!.width <= 80.01 && lines[1]!.pieces.at(-1)!.text === '…')
  }
})
