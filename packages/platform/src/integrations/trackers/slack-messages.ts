import { type Block, linkable, markerBlock, type Span } from './issue.ts'
import { visible } from './markdown.ts'
import {
  type Answer,
  askedToWait,
  type Call,
  type Conversation,
  commonFault,
  type External,
  jsonOf,
  type Place,
  said,
  type Tracker,
  TrackerFault,
} from './tracker.ts'

// Limits of Block Kit (docs.slack.dev/reference/block-kit/blocks).
const MOST_BLOCKS = 50
const SECTION_TEXT = 3_000 // characters
const HEADER_TEXT = 150
const EVENT_TYPE = 'lasthash_ticket'
const PAGE = 200

interface Message {
  ts: string
  metadata?: { event_type: string; event_payload: Record<string, unknown> }
}

/** Messages in Slack, by a bot's token: one for each vulnerability, and what becomes of it in its thread. They have no state. */
export const slackMessages: Tracker = {
  at_once: 1,
  // docs.slack.dev/apis/web-api/rate-limits: one message a second and channel.
  pace: 1_000,
  *create(place, issue) {
    const { channel } = place.settings
    const body = {
      channel,
      text: entities(issue.title),
      blocks: blocksOf([{ kind: 'heading', text: issue.title }, ...issue.blocks], issue.marker),
      metadata: { event_type: EVENT_TYPE, event_payload: { ticket: issue.marker } },
      unfurl_links: false,
      unfurl_media: false,
    }
    const posted: { ts: string } = yield* ask(place, 'chat.postMessage', body)
    return externalOf(place, posted.ts)
  },
  *find(place, marker, since) {
    const { channel } = place.settings
    const oldest = (since.getTime() / 1000).toFixed(6)
    let cursor = ''
    do {
      const query = new URLSearchParams({
        ...{ channel: channel!, oldest, limit: String(PAGE), include_all_metadata: 'true' },
        ...(cursor ? { cursor } : {}),
      })
      const page: { messages: Message[]; response_metadata?: { next_cursor?: string } } = yield* ask(
        place,
        `conversations.history?${query}`,
      )
      const found = page.messages.findLast(({ metadata }) => metadata?.event_payload.ticket === marker)
      if (found) return externalOf(place, found.ts)
      cursor = page.response_metadata?.next_cursor ?? ''
    } while (cursor !== '')
    return null
  },
  // biome-ignore lint/correctness/useYield: whether a message is still there matters to nobody, so nothing is asked
  *read(place, id) {
    return externalOf(place, id)
  },
  *comment(place, id, { marker, blocks }) {
    const text = blocks
      .flatMap((block) => (block.kind === 'paragraph' ? block.spans.map((span) => span.text) : []))
      .join('')
    yield* ask(place, 'chat.postMessage', {
      channel: place.settings.channel,
      thread_ts: id,
      text: entities(text),
      blocks: blocksOf(blocks, marker),
      metadata: { event_type: EVENT_TYPE, event_payload: { ticket: marker } },
    })
  },
  *hasComment(place, id, marker) {
    const query = new URLSearchParams({
      channel: place.settings.channel!,
      ts: id,
      include_all_metadata: 'true',
      limit: String(PAGE),
    })
    const page: { messages: Message[] } = yield* ask(place, `conversations.replies?${query}`)
    return page.messages.some(({ metadata }) => metadata?.event_payload.ticket === marker)
  },
  *setState() {},
  changed: null,
  *test(place) {
    const who: { team: string; user: string } = yield* ask(place, 'auth.test', {})
    const query = new URLSearchParams({ channel: place.settings.channel!, limit: '1' })
    // Also needed later, to look for a message whose answer was lost.
    yield* ask(place, `conversations.history?${query}`)
    return `${who.user} is in the channel, in ${who.team}.`
  },
  readHook: () => null,
}

function externalOf({ settings }: Place, ts: string): External {
  const { channel } = settings
  const url = `https://slack.com/archives/${channel}/p${ts.replace('.', '')}`
  return { id: ts, key: `${channel}/${ts}`, url, state: 'open', assignee: null }
}

function blocksOf(blocks: readonly Block[], marker: string): unknown[] {
  const made = blocks.map(blockOf)
  const end = { type: 'context', elements: [mrkdwn(textOf(spansOf(markerBlock(marker))))] }
  return [...made.slice(0, MOST_BLOCKS - 1), end]
}

function spansOf(block: Block): Span[] {
  return block.kind === 'paragraph' ? block.spans : []
}

function blockOf(block: Block): unknown {
  switch (block.kind) {
    case 'heading':
      return {
        type: 'header',
        text: { type: 'plain_text', text: clip(entities(visible(block.text)), HEADER_TEXT), emoji: false },
      }
    case 'paragraph':
      return { type: 'section', text: mrkdwn(textOf(block.spans)) }
    case 'list':
      return { type: 'section', text: mrkdwn(block.items.map((spans) => `• ${textOf(spans)}`).join('\n')) }
    case 'code':
      return {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_preformatted',
            elements: [{ type: 'text', text: clip(visible(block.text), SECTION_TEXT) || ' ' }],
          },
        ],
      }
  }
}

/** `verbatim`: no names, channels and addresses are made links of (docs.slack.dev/reference/block-kit/composition-objects/text-object). */
function mrkdwn(text: string) {
  return { type: 'mrkdwn', text: clip(text, SECTION_TEXT) || '–', verbatim: true }
}

function textOf(spans: readonly Span[]): string {
  return spans
    .map(({ text, code, strong, link }) => {
      const inner = escaped(text)
      if (code) return inner.trim() === '' ? '–' : `\`${inner}\``
      const url = linkable(link)
      if (url) return `<${url.replaceAll('|', '%7C')}|${inner}>`
      return strong ? `*${inner.trim()}* ` : inner
    })
    .join('')
}

/** The three characters by which links and mentions are marked, and marks that would be read as formatting. */
function escaped(text: string): string {
  return entities(visible(text).replaceAll(/\s+/g, ' ')).replaceAll(/[*~`]|(?<!\w)_|_(?!\w)/g, (mark) =>
    mark === '`' ? 'ˋ' : `\u2060${mark}\u2060`,
  )
}

function entities(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Cut so that no entity is cut apart. */
function clip(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$|&[a-z]{0,4}$/, '')}…`
}

function* ask<T>({ base_url, settings }: Place, method: string, body?: unknown): Conversation<T> {
  const answer = yield {
    method: (body === undefined ? 'GET' : 'POST') satisfies Call['method'],
    url: `${base_url}/api/${method}`,
    headers: {
      authorization: `Bearer ${settings.token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    },
    body: body === undefined ? null : JSON.stringify(body),
  }
  const fault = faultOf(answer, settings.channel!)
  if (fault) throw fault
  return jsonOf<T>(answer)
}

/** Slack answers faults with 200 and `ok: false` (docs.slack.dev/apis/web-api). */
function faultOf(answer: Answer, channel: string): TrackerFault | undefined {
  const common = commonFault(answer, null)
  if (common) return common
  const { ok, error = '', needed } = jsonOf<{ ok: boolean; error?: string; needed?: string }>(answer)
  if (ok) return undefined
  if (error === 'ratelimited' || error === 'rate_limited')
    return new TrackerFault('limited', 'Slack’s rate limit is used up.', askedToWait(answer, null))
  if (/^(invalid_auth|not_authed|account_inactive|token_revoked|token_expired|org_login_required)$/.test(error))
    return new TrackerFault('unauthorized', `Slack does not take the token any more: ${error}.`)
  if (error === 'missing_scope') return new TrackerFault('unauthorized', `The token lacks the scope ${needed ?? ''}.`)
  if (/^(channel_not_found|not_in_channel|is_archived|restricted_action)$/.test(error))
    return new TrackerFault('misplaced', `The channel ${channel} cannot be written to: ${error}.`)
  if (error === 'thread_not_found' || error === 'message_not_found')
    return new TrackerFault('gone', 'The message is not there any more.')
  if (/^(fatal_error|internal_error|service_unavailable|request_timeout)$/.test(error))
    return new TrackerFault('away', `Slack has failed: ${error}.`)
  return new TrackerFault('refused', `Slack refuses it: ${error}${said({ ...answer, body: '' })}`)
}
