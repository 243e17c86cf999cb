import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type AST, RegExpParser } from '@eslint-community/regexpp'
import { ERROR_SIGNATURES } from '../../data/error-signatures.ts'
import { SECRET_KINDS } from '../../data/secret-kinds.ts'
import { TECHNOLOGIES } from '../../data/software/index.ts'
import { WEB_SHELLS } from '../../data/web-shells.ts'
import { requiredTexts } from './required-texts.ts'
import { Screen } from './screen.ts'

const CASES: readonly [pattern: RegExp, required: string[] | null][] = [
  [/Fatal error/, ['fatal error']],
  [/\bORA-\d{5}: /, ['ora-']],
  [/one|three|TWO/i, ['one', 'three', 'two']],
  [/one|\d+/, null],
  [/no|[a-z]+/, null],
  [/a.b.c/, null],
  [/\d+ items in (?:the )?cart/, [' items in the cart', ' items in cart'].map((text) => text.slice(-16))],
  [/(?:optional)?x/, null],
  [/(?:optional)*x/, null],
  [/(?:needed)+x/, ['needed']],
  [/(?:needed){0,3}x/, null],
  [/x(?=ahead)y/, null],
  [/x(?!ahead)yz/, ['xyz']],
  [/gh[ops]_[a-z]{36}/, ['gho_', 'ghp_', 'ghs_']],
  [/[Ee]rror/, ['error']],
  [/[a-z]rror/, ['rror']],
  [/[^e]rror/, ['rror']],
  [/<title>[^<]*phpMyAdmin/, ['phpmyadmin']],
  [/(a(?:bc|de)f)g/, ['abcfg', 'adefg']],
  [/sécurité sociale/, [' sociale']],
  [/kiss off/iu, [' off']],
  [/kiss off/i, ['kiss off']],
  [/(abc)\1/, ['abc']],
  [/(?:)/, null],
  [/\x41\u0042C/, ['abc']],
]
for (const [pattern, required] of CASES) {
  test(`required texts of ${pattern}: ${required?.join(', ') ?? 'none'}`, () => {
    assert.deepEqual(requiredTexts(pattern)?.toSorted() ?? null, required?.toSorted() ?? null)
  })
}

/** A number below `below`, the same ones in each run. */
let seed = 1
function random(below: number): number {
  seed = (Math.imul(seed ^ (seed >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0
  return seed % below
}

/** Some text that the pattern may match: look-arounds are left to chance. */
function example(node: AST.Node): string {
  switch (node.type) {
    case 'Pattern':
    case 'Group':
    case 'CapturingGroup':
      return example(node.alternatives[random(node.alternatives.length)]!)
    case 'Alternative':
      return node.elements.map(example).join('')
    case 'Quantifier': {
      const times = node.min + random(Math.min(node.max - node.min, 3) + 1)
      return Array.from({ length: times }, () => example(node.element)).join('')
    }
    case 'Character':
      return String.fromCodePoint(node.value)
    case 'CharacterClassRange':
      return String.fromCodePoint(node.min.value + random(node.max.value - node.min.value + 1))
    case 'CharacterClass': {
      if (!node.negate && node.elements.length > 0) return example(node.elements[random(node.elements.length)]!)
      const other = [...'x7 _é'].find((one) => new RegExp(`^${node.raw}$`).test(one))
      return other ?? ''
    }
    case 'CharacterSet':
      if (node.kind === 'digit') return node.negate ? 'x' : '7'
      if (node.kind === 'space') return node.negate ? 'x' : ' '
      if (node.kind === 'word') return node.negate ? ' ' : 'x'
      return 'x'
    default:
      return ''
  }
}

const PATTERNS = [
  ...ERROR_SIGNATURES.map(({ pattern }) => pattern),
  ...WEB_SHELLS.map(({ mark }) => mark),
  ...SECRET_KINDS.map(({ pattern }) => pattern),
  ...TECHNOLOGIES.flatMap(({ html = [], scripts = [], assets = [] }) => [...html, ...scripts, ...assets]),
]

test('a screen lets through whatever matches, in any case and surroundings', () => {
  const screen = new Screen(PATTERNS, (pattern) => [pattern])
  let matched = 0
  for (const pattern of PATTERNS) {
    const tree = new RegExpParser().parsePattern(pattern.source, undefined, undefined, { unicode: pattern.unicode })
    for (let round = 0; round < 20; round++) {
      const made = example(tree)
      const turned = pattern.ignoreCase && round % 2 === 1 ? made.toUpperCase() : made
      for (const text of [turned, `<p>${turned}</p>`, `\n${turned} `]) {
        if (text.search(pattern) === -1) continue
        matched++
        assert.ok(screen.of(text).includes(pattern), `${pattern} matches ${JSON.stringify(text)}`)
      }
    }
  }
  assert.ok(matched > PATTERNS.length * 20, `only ${matched} examples matched`)
})

test('a screen keeps out of an ordinary page nearly all patterns', () => {
  const screen = new Screen(PATTERNS, (pattern) => [pattern])
  const page = `<!doctype html><html lang="en"><head><title>Shop</title><script src="/app.js"></script></head><body class="home">
    <h1>Welcome</h1><p>Flowers, and more flowers.</p><form action="/search" method="get"><input name="q"></form></body></html>`
  const tried = screen.of(page)
  assert.ok(tried.length < PATTERNS.length / 20, tried.join('\n'))
})

test('a screen gives its items in order', () => {
  const screen = new Screen([/bbb/, /./, /aaa/, /ccc/], (pattern) => [pattern])
  assert.deepEqual(screen.of('aaa bbb'), [/bbb/, /./, /aaa/])
})
