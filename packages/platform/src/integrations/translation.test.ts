// Each dialect against what its provider publishes of what it takes, with texts of an enemy's and with too many of them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { takenByPagerDuty, takenBySlack, takenByTeams } from '../../test/provider-contracts.ts'
import type { Adapter, HttpCall, MailCall } from './adapter.ts'
import { mail } from './mail.ts'
import { type Bundle, clipped, latestOfEach, type Notice, oneLine, testNotice } from './notice.ts'
import { pagerduty } from './pagerduty.ts'
import { redacted } from './redact.ts'
import { slack } from './slack.ts'
import { teams } from './teams.ts'
import { webhook } from './webhook.ts'

const AT = '2026-01-15T00:00:00Z'
const KEY = 'r'.repeat(32)

function notice(
  more: Partial<Notice['alert']> = {},
  website: Partial<Notice['website']> = {},
  rest: Partial<Notice> = {},
): Notice {
  return {
    change: 'opened',
    alert: {
      ...{ id: 'alt_1', kind: 'uptime', cause: 'down', severity: 'critical', status: 'open', occurrences: 1 },
      ...{
        summary: 'https://shop.example/ answers with status 503.',
        data: {},
        created_at: AT,
        resolved_at: null,
        ...more,
      },
    },
    website: { id: 'ws_1', name: 'Shop', url: 'https://shop.example/', ...website },
    link: null,
    ...rest,
  }
}

const bundle = (notices: Notice[], kind: Bundle['kind'] = 'alert'): Bundle => ({
  brand: { name: 'LastHash', mail_sender: null },
  id: 'dlv_1',
  kind,
  created_at: AT,
  notices,
})
const only = (adapter: Adapter, given: Bundle, settings = {}) => {
  const calls = adapter.compose(given, {
    url: 'https://hook.example/x',
    routing_key: KEY,
    region: 'us',
    secret: 'whsec_c2VjcmV0',
    to: ['a@b.example'],
    ...settings,
  })
  assert.equal(calls.length, 1)
  return calls[0] as unknown as Omit<HttpCall, 'by'> & Omit<MailCall, 'by'>
}

/** Each with what a provider would make of it, were it let through. */
const HOSTILE = [
  '<!channel> <@U123> <https://evil.example|Your bank>',
  '*bold* _it_ ~s~ `code` [Log in](https://evil.example) # Title',
  '{{DATE(2020-01-01T00:00:00Z,LONG)}} <at>everyone</at>',
  '<script>alert(1)</script><img src=x onerror=alert(1)>" onclick="x',
  'a\r\nBcc: victim@example.com\r\n\r\nbody',
  'gnp.\u202Eexe.\u2066\u0000\u0007 \uD800',
  '&amp;&lt;b&gt;',
  '😀'.repeat(3_000),
  '<'.repeat(5_000),
  '&'.repeat(5_000),
  '',
]
const hostile = (text: string): Bundle[] => {
  const one = notice({ summary: text, cause: text || 'x' }, { name: text, url: `https://shop.example/${text}` })
  const many = Array.from({ length: 300 }, (_, n) => ({ ...one, alert: { ...one.alert, id: `alt_${n}` } }))
  return [bundle([one]), bundle(many, 'digest')]
}

for (const text of HOSTILE) {
  test(`hostile text stays text: ${JSON.stringify(text.slice(0, 30))}`, () => {
    for (const given of hostile(text)) everyOne(given)
  })
}

test('whatever a website says, every provider takes it, and none of it is more than text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      everyOne(hostile(text)[0]!)
    }),
    { numRuns: 100 },
  )
})

function everyOne(given: Bundle): void {
  takenBySlack(only(slack, given).body)
  takenByTeams(only(teams, given).body)
  if (given.kind === 'alert') takenByPagerDuty(only(pagerduty, given).body)
  const body = JSON.parse(only(webhook, given).body)
  assert.ok(Buffer.byteLength(JSON.stringify(body)) < 20_000)
  const { subject, text, html } = only(mail, given)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
  assert.doesNotMatch(subject, /[\x00-\x1f\x7f]/)
  assert.ok(subject.length <= 200 && text.length > 0)
  const words = /<(?!\/?(?:html|meta|title|body|h1|h2|p|table|tr|th|td|small|a)\b|!doctype html>)/i
  assert.doesNotMatch(html, words)
  assert.doesNotMatch(html, /\son\w+="|href="(?!https?:)/)
}

test('Slack: an alert with its facts, a link of ours, and a digest within fifty blocks', () => {
  const one = takenBySlack(only(slack, bundle([notice({}, {}, { link: 'https://app.example/reports/scan_1' })])).body)
  assert.equal(one.text, 'Critical alert opened: Shop')
  assert.deepEqual(
    one.blocks.map(({ type }: { type: string }) => type),
    ['header', 'section', 'section', 'actions'],
  )
  assert.equal(one.blocks[1].text.text, 'https://shop.example/ answers with status 503.')
  assert.equal(one.blocks[2].fields[0].text, 'Website\nShop (https://shop.example/)')
  const many = Array.from({ length: 120 }, (_, n) => notice({ id: `alt_${n}` }))
  const digest = takenBySlack(only(slack, bundle(many, 'digest')).body)
  assert.equal(digest.blocks.length, 50)
  assert.match(digest.blocks.at(-1).text.text, /^And 72 more/)
  assert.equal(digest.text, 'LastHash: 120 alerts, 120 of them not resolved')
})

test('Teams: as much of a digest as 28 KB hold, and the count of the rest', () => {
  const many = Array.from({ length: 400 }, (_, n) => notice({ id: `alt_${n}`, summary: 'x'.repeat(400) }))
  const content = takenByTeams(only(teams, bundle(many, 'digest')).body)
  const more = Number(/^And (\d+) more/.exec(content.body.at(-1).inlines[0].text)![1])
  assert.equal(content.body.length, 1 + 3 * (400 - more) + 1)
  assert.ok(400 - more > 10, 'what fits is told')
})

test('PagerDuty: opened, worse, acknowledged and resolved are one incident; a test leaves none', () => {
  const actions = (['opened', 'worsened', 'acknowledged', 'resolved'] as const).map((change) => {
    const { event_action, dedup_key } = takenByPagerDuty(only(pagerduty, bundle([notice({}, {}, { change })])).body)
    return [event_action, dedup_key]
  })
  assert.deepEqual(actions, [
    ['trigger', 'alt_1'],
    ['trigger', 'alt_1'],
    ['acknowledge', 'alt_1'],
    ['resolve', 'alt_1'],
  ])
  const severities = ['critical', 'high', 'medium', 'low', 'info'].map(
    (severity) => takenByPagerDuty(only(pagerduty, bundle([notice({ severity })])).body).payload.severity,
  )
  assert.deepEqual(severities, ['critical', 'error', 'warning', 'info', 'info'])
  const calls = pagerduty.compose(bundle([testNotice('chn_1', AT)], 'test'), { routing_key: KEY, region: 'eu' })
  assert.deepEqual(
    calls.map((call) => takenByPagerDuty((call as HttpCall).body).event_action),
    ['trigger', 'resolve'],
  )
  assert.equal((calls[0] as HttpCall).url, 'https://events.eu.pagerduty.com/v2/enqueue')
})

test('mail: the same id over all tries, and one thread for an alert', () => {
  const { subject, text, html, id, thread } = only(mail, bundle([notice()]))
  assert.deepEqual([subject, id, thread], ['Critical alert opened: Shop', 'dlv_1', 'alt_1'])
  assert.match(text, /answers with status 503\.\n {2}Website: Shop \(https:\/\/shop\.example\/\)\n {2}Cause: down/)
  assert.match(html, /<h1>Critical alert opened: Shop<\/h1>/)
})

test('of what was told of an alert while it was held, the last counts', () => {
  const [a, b] = [notice({ id: 'alt_a' }), notice({ id: 'alt_b' })]
  const ended = { ...a, change: 'resolved' as const }
  assert.deepEqual(latestOfEach([a, b, ended]), [ended, b])
})

const READINGS: [string, Adapter, number, { arrived?: true; final?: true; gone?: true }][] = [
  ['Slack takes it', slack, 200, { arrived: true }],
  ['Slack is busy', slack, 429, {}],
  ['Slack is broken', slack, 500, {}],
  ['Slack does not understand it', slack, 400, { final: true }],
  ['Slack has revoked the webhook', slack, 403, { final: true, gone: true }],
  ['Slack knows no such webhook', slack, 404, { final: true, gone: true }],
  ['Slack redirects', slack, 302, { final: true }],
  ['Teams takes it', teams, 202, { arrived: true }],
  ['Teams has no such workflow', teams, 404, { final: true, gone: true }],
  ['Teams holds it for too large', teams, 413, { final: true }],
  ['PagerDuty takes it', pagerduty, 202, { arrived: true }],
  ['PagerDuty does not take the event', pagerduty, 400, { final: true }],
  ['PagerDuty wants less', pagerduty, 429, {}],
  ['an endpoint takes it', webhook, 204, { arrived: true }],
  ['an endpoint refuses it', webhook, 400, {}],
  ['an endpoint is gone', webhook, 410, { gone: true }],
  ['nobody answers', slack, 0, {}],
  ['the mail server takes it', mail, 250, { arrived: true }],
  ['the mail server puts it off', mail, 451, {}],
  ['the mail server knows nobody of that name', mail, 550, { final: true }],
]
for (const [what, adapter, status, { arrived, final, gone }] of READINGS) {
  test(`${what}: ${arrived ? 'arrived' : gone ? 'switched off' : final ? 'given up' : 'tried again'}`, () => {
    const failed = status === 0 || (adapter === mail && status >= 400)
    const outcome = adapter.read({ status, body: 'said', error: failed ? 'It failed.' : null })
    assert.equal(outcome.error === null, arrived ?? false)
    if (!arrived) assert.deepEqual([outcome.final, outcome.gone], [final ?? false, gone ?? false])
  })
}

test('no secret is left in a text, nor the secret part of an address', () => {
  const url = 'https://hooks.slack.com/services/T0/B0/verysecret?sig=a"b'
  const text = JSON.stringify({ url, error: 'no /services/T0/B0/verysecret?sig=a%22b', key: KEY })
  const left = redacted(text, [url, KEY])
  assert.doesNotMatch(left, /verysecret|rrrrrr/)
  JSON.parse(left)
})

test('texts are cut between characters, and lines joined', () => {
  assert.equal(clipped('ab😀cd', 4), 'ab…')
  assert.equal(clipped('abcd', 4), 'abcd')
  assert.equal(oneLine('a\r\n\tb\u2028c\u202Ed'), 'a b cd')
})
