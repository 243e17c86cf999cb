import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HOSTILE } from '../../test/document.ts'
import { escapeMarkup, html, safeJson, trusted, visible, visibleLine } from './escape.ts'

test('what nobody can see becomes visible', () => {
  for (const [given, expected] of [
    ['plain, é, 漢字, 😀, שלום', 'plain, é, 漢字, 😀, שלום'],
    ['a\tb\nc\r\nd', 'a\tb\nc\nd'],
    ['\x1b[31mred\x07\x00', '\\x1b[31mred\\x07\\x00'],
    ['\x7f\u009b', '\\x7f\\x9b'],
    ['a\rb', 'a\\x0db'],
    ['\u202egnp.exe', '\\u{202e}gnp.exe'],
    ['\u2066\u2069\u200b\ufeff\u2028', '\\u{2066}\\u{2069}\\u{200b}\\u{feff}\\u{2028}'],
    ['\u{e0041}', '\\u{e0041}'],
    ['\ud800 \udc00', '\ufffd \ufffd'],
    ['\uffff\ufffe', '\\u{ffff}\\u{fffe}'],
  ] as const) {
    assert.equal(visible(given), expected)
  }
  assert.equal(visibleLine('a\n\tb'), 'a b')
})

test('markup is text', () => {
  assert.equal(escapeMarkup(`<b class="x">'&`), '&lt;b class=&quot;x&quot;&gt;&#39;&amp;')
})

test('a template escapes what is put into it, unless it was made by a template', () => {
  const inner = html`<i>${'<'}</i>`
  assert.equal(
    html`<p title="${'"'}">${inner}${[inner, 'a&b']}${null}${undefined}${false}${0}</p>`.text,
    '<p title="&quot;"><i>&lt;</i><i>&lt;</i>a&amp;b0</p>',
  )
  assert.equal(html`${trusted('<hr>')}`.text, '<hr>')
})

test('JSON reads back as it was, and has nothing that a terminal would obey', () => {
  const value = { text: HOSTILE, list: ['\u009b', '\u{e0041}'] }
  const json = safeJson(value)
  assert.deepEqual(JSON.parse(json), value)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they must not be there
  assert.doesNotMatch(json, /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u2066]/)
})
