import { type Adapter, readHttp } from './adapter.ts'
import { type Bundle, clipped, factsOf, headline, type Notice, oneLine, titleOf } from './notice.ts'

// Limits of Block Kit (docs.slack.dev/reference/block-kit/blocks).
const MOST_BLOCKS = 50
const HEADER_TEXT = 150 // characters
const SECTION_TEXT = 3_000
const FIELD_TEXT = 2_000
/** The text of notifications, which is shown without the blocks. */
const FALLBACK_TEXT = 300

const MARKS: Record<Notice['change'], string> = { opened: '●', worsened: '▲', acknowledged: '◐', resolved: '○' }

/** Slack by an incoming webhook, as Block Kit. All that comes from websites is plain text, which knows no links and no mentions. */
export const slack: Adapter = {
  combines: true,
  compose(bundle, settings) {
    const blocks = bundle.kind === 'digest' ? digestBlocks(bundle) : alertBlocks(bundle)
    const text = escaped(titleOf(bundle), FALLBACK_TEXT)
    return [
      {
        by: 'http',
        url: String(settings.url),
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text, mrkdwn: false, unfurl_links: false, unfurl_media: false, blocks }),
      },
    ]
  },
  // 403: the webhook was revoked. 404: it, or its channel, is gone. 410: the channel is archived.
  read: (answer) => readHttp(answer, [403, 404, 410]),
}

function alertBlocks(bundle: Bundle) {
  const [notice] = bundle.notices as [Notice]
  return [
    { type: 'header', text: plain(titleOf(bundle), HEADER_TEXT) },
    { type: 'section', text: plain(notice.alert.summary, SECTION_TEXT) },
    {
      type: 'section',
      fields: factsOf(notice).map(([name, value]) => plain(`${name}\n${oneLine(value)}`, FIELD_TEXT)),
    },
    ...(notice.link ? [linkBlock(notice.link)] : []),
  ]
}

/** As many as there is room for beside the header and the word on those that are left out. */
function digestBlocks(bundle: Bundle) {
  const shown = bundle.notices.slice(0, MOST_BLOCKS - 2)
  const left = bundle.notices.length - shown.length
  return [
    { type: 'header', text: plain(titleOf(bundle), HEADER_TEXT) },
    ...shown.map((notice) => ({
      type: 'section',
      text: plain(
        `${MARKS[notice.change]} ${oneLine(headline(notice))}\n${oneLine(notice.alert.summary)}\n${notice.alert.created_at} · ${notice.alert.id}`,
        SECTION_TEXT,
      ),
    })),
    ...(left > 0
      ? [{ type: 'section', text: plain(`And ${left} more: GET /v1/alerts lists them.`, SECTION_TEXT) }]
      : []),
  ]
}

/** A link of our own making. */
function linkBlock(link: string) {
  return {
    type: 'actions',
    elements: [
      { type: 'button', text: plain('Open the report', 75), url: link.slice(0, 3_000), action_id: 'open_report' },
    ],
  }
}

function plain(text: string, most: number) {
  return { type: 'plain_text', text: escaped(text, most) || '–', emoji: false }
}

/** The three characters by which Slack marks links and mentions (docs.slack.dev/messaging/formatting-message-text). */
function escaped(text: string, most: number): string {
  // Cut first by what it will be, so that no entity is cut apart.
  let room = most
  let escapedText = entities(clipped(text, room))
  while (escapedText.length > most) {
    room -= Math.max(1, Math.ceil((escapedText.length - most) / 5))
    escapedText = entities(clipped(text, room))
  }
  return escapedText
}

function entities(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
