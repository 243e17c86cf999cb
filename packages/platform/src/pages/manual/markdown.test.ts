import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderMarkdown } from './markdown.ts'

const render = (markdown: string, resolve = (href: string): string | null => href) =>
  renderMarkdown(`# Title\n\n${markdown}`, resolve)

const cases = [
  ['raw HTML is text', 'a <b onclick="x">b</b>', /a &#60;b onclick=&#34;x&#34;&#62;b/],
  ['a block of raw HTML is text', '<script>alert(1)</script>', /&#60;script&#62;alert\(1\)/],
  ['an image is its description', '![a picture](https://elsewhere.example/x.png)', /<p>a picture<\/p>/],
  [
    'code is escaped and scrolls by keyboard',
    '```sh\necho "<a>"\n```',
    /<pre tabindex="0" data-language="sh"><code>echo &#34;&#60;a&#62;&#34;\n/,
  ],
  [
    'a table scrolls by itself',
    '| a |\n|---|\n| b |',
    /<div class="scroll" role="region" aria-label="Table" tabindex="0"><table>/,
  ],
  [
    'a link elsewhere',
    '[x](https://example.com/?a&b)',
    /<a href="https:\/\/example\.com\/\?a&#38;b" rel="noopener">x<\/a>/,
  ],
  [
    'a heading has an anchor',
    '## What `x` does, and why',
    /<h2 id="what-x-does-and-why">What <code>x<\/code> does, and why <a class="anchor" href="#what-x-does-and-why"/,
  ],
  ['of two the same, the second is numbered', '## A\n\n## A', /id="a-1"/],
] as const
for (const [name, markdown, expected] of cases) {
  test(name, () => {
    const { html } = render(markdown)
    assert.match(html, expected)
    assert.doesNotMatch(html, /<(?:script|img|b)\b/)
  })
}

test('a link that leads nowhere here is set as text', () => {
  assert.match(render('see [`this`](../bench/x.ts)', () => null).html, /<p>see <code>this<\/code><\/p>/)
})

test('title, first sentence and sections come without markup', () => {
  const { title, summary, sections } = renderMarkdown(
    '# The `x` & y\n\nIt is *one*: two &lt;b&gt;. And more.\n\n## Then\n\n| a | b |\n|---|---|\n| c | d |',
    () => null,
  )
  assert.equal(title, 'The x & y')
  assert.equal(summary, 'It is one: two <b>.')
  assert.deepEqual(sections[1], { id: 'then', title: 'Then', depth: 2, text: 'a b c d' })
  assert.equal(renderMarkdown('# X\n\nDo this:\n\n```sh\nls\n```', () => null).summary, 'Do this.')
})

test('a page without a title is refused', () => {
  assert.throws(() => renderMarkdown('## Not a title', () => null), /begins with its title/)
})
