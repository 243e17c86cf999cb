// What each provider publishes of what it takes; a body that it would refuse, or show as something else, fails the test.
import assert from 'node:assert/strict'
import type { Json } from './test-api.ts'

const SLACK_BLOCKS = new Set(['header', 'section', 'context', 'divider', 'actions'])

/** An incoming webhook of Slack: docs.slack.dev/reference/block-kit and docs.slack.dev/messaging/sending-messages-using-incoming-webhooks. */
export function takenBySlack(text: string): Json {
  const body = JSON.parse(text)
  assert.deepEqual(Object.keys(body).sort(), ['blocks', 'mrkdwn', 'text', 'unfurl_links', 'unfurl_media'])
  assert.equal(body.mrkdwn, false)
  assert.ok(body.text.length > 0 && body.text.length <= 40_000)
  inert(body.text)
  assert.ok(body.blocks.length >= 1 && body.blocks.length <= 50, `${body.blocks.length} blocks`)
  const plain = (object: Json, most: number) => {
    assert.deepEqual(Object.keys(object).sort(), ['emoji', 'text', 'type'])
    assert.deepEqual([object.type, object.emoji], ['plain_text', false])
    assert.ok(object.text.length >= 1 && object.text.length <= most, `${object.text.length} of ${most} characters`)
    inert(object.text)
  }
  for (const block of body.blocks) {
    assert.ok(SLACK_BLOCKS.has(block.type), block.type)
    if (block.type === 'header') plain(block.text, 150)
    if (block.type === 'section') {
      assert.ok(block.text || block.fields)
      if (block.text) plain(block.text, 3_000)
      assert.ok((block.fields ?? []).length <= 10)
      for (const field of block.fields ?? []) plain(field, 2_000)
    }
    if (block.type === 'actions') {
      assert.ok(block.elements.length >= 1 && block.elements.length <= 25)
      for (const { type, text: label, url, action_id } of block.elements) {
        assert.equal(type, 'button')
        plain(label, 75)
        assert.ok(/^https?:/.test(url) && url.length <= 3_000 && action_id.length <= 255)
      }
    }
  }
  return body
}

/** No control sequence of Slack's is left: <@U1>, <!channel>, <https://…|text>. */
function inert(text: string): void {
  assert.doesNotMatch(text, /[<>]/)
  assert.doesNotMatch(text, /&(?!amp;|lt;|gt;)/)
}

const RUN = new Set(['type', 'text', 'size', 'weight', 'color', 'isSubtle'])

/** A workflow's webhook of Microsoft Teams: an Adaptive Card of at most 28 KB, in an envelope of type `message`. */
export function takenByTeams(text: string): Json {
  assert.ok(Buffer.byteLength(text) <= 28 * 1024, `${Buffer.byteLength(text)} bytes`)
  const body = JSON.parse(text)
  assert.deepEqual(Object.keys(body).sort(), ['attachments', 'type'])
  assert.deepEqual([body.type, body.attachments.length], ['message', 1])
  const [{ contentType, content }] = body.attachments
  assert.equal(contentType, 'application/vnd.microsoft.card.adaptive')
  assert.equal(content.$schema, 'http://adaptivecards.io/schemas/adaptive-card.json')
  assert.deepEqual([content.type, content.version], ['AdaptiveCard', '1.4'])
  assert.ok(content.body.length > 0)
  for (const block of content.body) {
    // The one element whose text is no Markdown.
    assert.equal(block.type, 'RichTextBlock')
    assert.ok(block.inlines.length > 0)
    for (const run of block.inlines) {
      assert.equal(run.type, 'TextRun')
      assert.ok(Object.keys(run).every((name) => RUN.has(name)))
      assert.ok(run.text.length > 0)
      assert.doesNotMatch(run.text, /\{\{|\n/)
    }
  }
  for (const action of content.actions ?? []) {
    assert.deepEqual([action.type, /^https?:/.test(action.url)], ['Action.OpenUrl', true])
  }
  return content
}

/** The Events API v2 of PagerDuty: developer.pagerduty.com/docs/send-alert-event. */
export function takenByPagerDuty(text: string): Json {
  assert.ok(Buffer.byteLength(text) <= 512 * 1024)
  const body = JSON.parse(text)
  assert.match(body.routing_key, /^[A-Za-z0-9]{32}$/)
  assert.ok(['trigger', 'acknowledge', 'resolve'].includes(body.event_action))
  assert.ok(body.dedup_key.length >= 1 && body.dedup_key.length <= 255)
  if (body.event_action !== 'trigger') {
    assert.deepEqual(Object.keys(body).sort(), ['dedup_key', 'event_action', 'routing_key'])
    return body
  }
  const { summary, source, severity, timestamp, custom_details } = body.payload
  assert.ok(summary.length >= 1 && summary.length <= 1_024, `${summary.length} characters`)
  assert.ok(source.length >= 1)
  assert.ok(['critical', 'error', 'warning', 'info'].includes(severity))
  assert.match(timestamp, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
  assert.ok(Object.values(custom_details).every((value) => typeof value === 'string'))
  for (const { href } of body.links ?? []) assert.match(href, /^https?:/)
  return body
}
