import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Needles } from './needles.ts'

const CASES: readonly [needles: string[], text: string, found: string[]][] = [
  [['abc'], 'xabcx', ['abc']],
  [['abc'], 'xaBCx', ['abc']],
  [['AbC'], 'xabcx', ['AbC']],
  [['jquery', 'jQuery'], 'JQUERY', ['jQuery', 'jquery']],
  [['abc'], 'ab', []],
  [['abc'], '', []],
  [['he', 'she', 'his', 'hers'], 'ushers', ['she', 'he', 'hers']],
  [['abcd', 'bc', 'c'], 'abcx', ['bc', 'c']],
  [['aab'], 'aaaab', ['aab']],
  [['ä€😀'], 'xä€😀x', ['ä€😀']],
  [['kelvin'], '\u212Aelvin', []],
  [['a b', '\n'], 'a\nb', ['\n']],
]
for (const [needles, text, found] of CASES) {
  test(`needles: of ${JSON.stringify(needles)}, ${JSON.stringify(text)} has ${JSON.stringify(found)}`, () => {
    assert.deepEqual([...new Needles(needles).in(text)].sort(), [...found].sort())
  })
}

test('needles: finds what a search for each by itself finds', () => {
  const words = fc.string({ unit: fc.constantFrom(...'abAB<'), minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(fc.array(words, { maxLength: 12 }), fc.string({ unit: fc.constantFrom(...'abAB<é') }), (list, text) => {
      const expected = [...new Set(list)].filter((one) => text.toLowerCase().includes(one.toLowerCase()))
      assert.deepEqual([...new Needles(list).in(text)].sort(), expected.sort())
    }),
    { numRuns: 500 },
  )
})

test('needles: an empty one is refused', () => {
  assert.throws(() => new Needles(['a', '']), /empty/)
})
