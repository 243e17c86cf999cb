import assert from 'node:assert/strict'
import { test } from 'node:test'
import { search } from './search.ts'

const place = (page: string, heading: string, text: string) => ({ href: `/docs/${heading}`, page, heading, text })
const places = [
  place('Webhooks', 'Tries', 'What does not arrive is tried again; a signature stays the same.'),
  place('Webhooks', 'Verify the signature', 'The HMAC of the body.'),
  place('Alerts', 'Alerts', 'Signature signature signature, and a.b of /v1/alerts.'),
]
const found = (query: string) => search(places, query).map(({ heading }) => heading)

const cases = [
  ['a heading counts for more than the text', 'signature', ['Verify the signature', 'Alerts', 'Tries']],
  ['every word must be there', 'signature hmac', ['Verify the signature']],
  ['the page’s title helps', 'webhooks signature', ['Verify the signature', 'Tries']],
  ['case does not matter', 'HMac', ['Verify the signature']],
  ['addresses can be looked for', '/v1/alerts', ['Alerts']],
  ['a dot is a dot', 'a.b', ['Alerts']],
  ['nothing that is a pattern', '.* (', []],
  ['no words', '  ', []],
] as const
for (const [name, query, expected] of cases) test(name, () => assert.deepEqual(found(query), expected))

test('what is one of a long list comes later', () => {
  const lists = places.map((one) => ({ ...one, weight: one.heading === 'Verify the signature' ? 0.1 : 1 }))
  assert.equal(search(lists, 'signature')[0]?.heading, 'Alerts')
})

test('the excerpt is around the first word, with every such word apart', () => {
  const text = `${'before '.repeat(60)}a needle here ${'after '.repeat(60)}`
  const [{ excerpt } = { excerpt: [] }] = search([place('P', 'H', text)], 'needle')
  assert.equal(excerpt[1], 'needle')
  assert.match(excerpt[0]!, /^… before .* a $/)
  assert.match(excerpt[2]!, /^ here after .* …$/)
  assert.ok(excerpt.join('').length < 300)
})
