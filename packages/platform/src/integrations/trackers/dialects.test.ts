// What an attacker's website puts into a vulnerability, in each system's own markup: text, and nothing else.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Ajv } from 'ajv'
import Ajv4 from 'ajv-draft-04'
import { published } from '../../../test/trackers/published.ts'
import { EXAMPLE } from '../../resources/vulnerabilities/schema.ts'
import { composeIssue } from '../../tickets/compose.ts'
import { adf } from './adf.ts'
import type { Block } from './issue.ts'
import { markdown } from './markdown.ts'
import { slackMessages } from './slack-messages.ts'
import { wiki } from './wiki.ts'

const MARKER = 'tkt_01k0000000000000000000000'
const paragraph = (text: string): Block[] => [{ kind: 'paragraph', spans: [{ text }] }]
const code = (text: string): Block[] => [{ kind: 'paragraph', spans: [{ text, code: true }] }]
const fence = (text: string): Block[] => [{ kind: 'code', text }]
/** Without the marker at the end. */
const body = (text: string) => text.split('\n\n').slice(0, -1).join('\n\n')

const MARKDOWN: [what: string, blocks: Block[], forbidden: RegExp][] = [
  ['a mention', paragraph('@octocat and @acme/team'), /@\w/],
  ['a mention behind a mark', paragraph('"@octocat'), /@\w/],
  ['a reference', paragraph('closes #12, GH-12, acme/shop!7'), /#\d|GH\\?-\d|!\d/],
  ['a link', paragraph('[click](https://evil.example)'), /(?<!\\)\[click(?<!\\)\]|https:/],
  ['an image', paragraph('![x](//evil.example/x.png)'), /(?<!\\)!(?<!\\)\[/],
  ['a bare address', paragraph('see https://evil.example and www.evil.example'), /https:|www\.e/],
  ['HTML', paragraph('<img src=x onerror=alert(1)><!-- x'), /(?<!\\)</],
  ['a command of GitLab', paragraph('/close'), /^\//m],
  ['a command after a line', paragraph('text\n/close\n/assign @root'), /^\//m],
  ['a heading', paragraph('text\n# heading'), /^#/m],
  ['a list', paragraph('- one'), /^-/m],
  ['a numbered list', paragraph('1. one'), /^\d+[.)]\s/m],
  ['a table', paragraph('|a|b|\n|-|-|'), /(?<!\\)\|/],
  ['emphasis', paragraph('**bold** _it_ ~~s~~'), /(?<!\\)[*_~]/],
  ['mathematics', paragraph('$`x`$'), /(?<!\\)`/],
  ['text from the right', paragraph('a\u202Egnp.exe'), /\u202E/],
  ['the end of a code span', code('a`b``c @octocat'), /^`[^`]*`[^`]/],
  ['the end of a fence', fence('a\n```\n@octocat\n~~~'), /^```text/],
]
for (const [what, blocks, forbidden] of MARKDOWN) {
  test(`markdown: ${what} is only text`, () => assert.doesNotMatch(body(markdown(blocks, MARKER, 60_000)), forbidden))
}

test('markdown: what is strong is so, and plain words stay as they are', () => {
  const spans = [{ text: 'Severity: ', strong: true as const }, { text: 'high, firm (a-b) 10:30' }]
  assert.equal(body(markdown([{ kind: 'paragraph', spans }], MARKER, 60_000)), '**Severity:** high, firm (a-b) 10:30')
})

test('markdown: fences and spans are longer than what is inside; links are ours alone', () => {
  assert.equal(body(markdown(fence('a\n````\nb'), MARKER, 60_000)), '`````text\na\n````\nb\n`````')
  assert.equal(body(markdown(code('`x`'), MARKER, 60_000)), '`` `x` ``')
  const link: Block[] = [{ kind: 'paragraph', spans: [{ text: 'report', link: 'https://app.example/r(1)>' }] }]
  assert.equal(body(markdown(link, MARKER, 60_000)), '[report](<https://app.example/r(1)%3E>)')
})

const WIKI: [what: string, blocks: Block[], forbidden: RegExp][] = [
  ['a mention', paragraph('[~admin] [~accountid:1]'), /(?<!\\)\[~/],
  ['a macro', paragraph('{html}<script>{html} {code}'), /(?<!\\)\{/],
  ['a link', paragraph('[click|https://evil.example]'), /(?<!\\)\[|https:/],
  ['an image', paragraph('!https://evil.example/x.png!'), /(?<!\\)!/],
  ['an issue key', paragraph('see SEC-12'), /SEC-12/],
  ['a table', paragraph('||a||b||'), /(?<!\\)\|/],
  ['the end of literal text', fence('a{noformat}[~admin]'), /a\{noformat\}/],
  ['the end of a code span', code('a}} [~admin] {{b'), /a\}\}|(?<!\\)\[~/],
]
for (const [what, blocks, forbidden] of WIKI) {
  test(`wiki: ${what} is only text`, () => assert.doesNotMatch(body(wiki(blocks, MARKER, 30_000)), forbidden))
}

/** A vulnerability full of what was told by an enemy. */
const EVIL = '@octocat [~admin] <!channel> <@U1> {code} ``` [x](https://evil.example) \u202E\u0000 😀'.repeat(8)
const hostile = composeIssue(
  {
    ticket: { id: MARKER },
    vulnerability: {
      ...EXAMPLE,
      title: EVIL,
      description: EVIL,
      locations: [{ url: `https://shop.example/${EVIL}`, method: 'GET', parameter: EVIL }],
      location_count: 99,
      proof: { request: EVIL, response: '', payload: EVIL, control: null, curl: EVIL, observed: EVIL.repeat(100) },
      references: ['javascript:alert(1)', 'https://www.rfc-editor.org/rfc/rfc6797'],
    },
    website: { id: 'ws_1', name: EVIL, url: 'https://shop.example/', tags: [] },
    reportUrl: 'https://app.example/reports/scan_1',
    brand: 'Acme & Söhne <Security>',
  },
  {},
)

test('ADF: is what Atlassian publishes, whatever the text, and holds no mention', async (context) => {
  const schema = await published('adf')
  if (!schema) return context.skip('the published schema cannot be had: no registry can be reached')
  const isAdf = new (Ajv4 as unknown as typeof Ajv)({ strict: false, allErrors: true }).compile(schema)
  for (const blocks of [hostile.blocks, fence(''), paragraph(''), code(''), [{ kind: 'list', items: [[]] } as Block]]) {
    const document = adf(blocks, MARKER, 32_767)
    assert.ok(isAdf(document), JSON.stringify(isAdf.errors?.slice(0, 3)))
    assert.doesNotMatch(
      JSON.stringify(document),
      /"type":"(mention|inlineCard|blockCard|media|extension)"|"href":"javascript:/,
    )
  }
})

test('each is cut between blocks to what the other side takes, and keeps its marker', () => {
  const text = markdown(hostile.blocks, MARKER, 2_000)
  assert.ok(text.length <= 2_000 && text.endsWith(`\`${MARKER}\``) && text.includes('(shortened)'))
  assert.ok(JSON.stringify(adf(hostile.blocks, MARKER, 4_000)).length < 4_200)
  assert.ok(wiki(hostile.blocks, MARKER, 2_000).length <= 2_000)
  assert.equal([...hostile.title].length, 200)
})

test('Slack: nothing is a mention or a link of theirs, and no block is longer than it may be', () => {
  const place = { base_url: 'https://slack.com', settings: { channel: 'C1', token: 'x' }, fields: {} }
  const { value } = slackMessages.create(place, hostile).next()
  const { blocks, text } = JSON.parse((value as { body: string }).body)
  const shown = JSON.stringify([text, blocks.filter(({ type }: { type: string }) => type !== 'rich_text')])
  assert.doesNotMatch(shown, /<!channel|<@U1|<https:\/\/evil|<javascript:/)
  assert.match(shown, /<https:\/\/app\.example\/reports\/scan_1\|/)
  for (const block of blocks) assert.ok((block.text?.text ?? '').length <= 3_000)
  assert.ok(blocks.length <= 50)
})
