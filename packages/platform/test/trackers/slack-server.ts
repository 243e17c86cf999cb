import type { Json } from '../test-api.ts'
import { type Answered, type FakeTracker, startTracker } from './server.ts'
import { only } from './shape.ts'

const TOKEN = 'xoxb-0123456789-abcdef'
const CHANNEL = 'C0123456789'

const TEXT = only({ type: /^(plain_text|mrkdwn)$/, text: 'string!', emoji: 'boolean', verbatim: 'boolean' })
// docs.slack.dev/reference/block-kit/blocks
const BLOCKS: Record<string, (given: Json) => string[]> = {
  header: only({ type: 'string!', text: TEXT }),
  section: only({ type: 'string!', text: TEXT, fields: 'array' }),
  context: only({ type: 'string!', elements: 'array!' }),
  rich_text: only({ type: 'string!', elements: 'array!' }),
}
const POST = only({
  channel: 'string!',
  text: 'string!',
  blocks: 'array',
  metadata: only({ event_type: 'string!', event_payload: 'any' }),
  thread_ts: 'string',
  unfurl_links: 'boolean',
  unfurl_media: 'boolean',
})

/** Slack's Web API for one channel, held to its documented arguments and limits. */
export async function startSlack(): Promise<FakeTracker> {
  const messages: Json[] = []
  let last = 0
  const ok = (body: Json): Answered => ({ status: 200, body: { ok: true, ...body } })
  const no = (error: string): Answered => ({ status: 200, body: { ok: false, error } })
  const server = await startTracker(null, ({ path, query, headers, body }) => {
    if (headers.authorization !== `Bearer ${TOKEN}`) return no('invalid_auth')
    switch (path) {
      case '/api/auth.test':
        return ok({ team: 'Acme', user: 'lasthash', team_id: 'T1', user_id: 'U1' })
      case '/api/chat.postMessage': {
        server.faults.push(...POST(body), ...body.blocks.flatMap((block: Json) => faultsOfBlock(block)))
        if (body.blocks.length > 50) return no('invalid_blocks')
        if (body.channel !== CHANNEL) return no('channel_not_found')
        const ts = `${Math.floor(Date.now() / 1000)}.${String(++last).padStart(6, '0')}`
        messages.push({ ...body, ts })
        return ok({ channel: CHANNEL, ts, message: { text: body.text, ts } })
      }
      case '/api/conversations.history':
        return ok({
          messages: messages
            .filter(({ thread_ts, ts }) => !thread_ts && ts >= (query.get('oldest') ?? '0'))
            .toReversed(),
          has_more: false,
        })
      case '/api/conversations.replies':
        return ok({
          messages: messages.filter(({ ts, thread_ts }) => [ts, thread_ts].includes(query.get('ts'))),
          has_more: false,
        })
      default:
        return no('unknown_method')
    }
  })
  return Object.assign(server, {
    kind: 'slack' as const,
    settings: { channel: CHANNEL, token: TOKEN },
    seen: () =>
      messages
        .filter(({ thread_ts }) => !thread_ts)
        .map(({ ts, text, blocks }) => ({
          ...{ id: ts, title: text, text: JSON.stringify(blocks), labels: [], assignee: null, closed: false },
          comments: messages.filter(({ thread_ts }) => thread_ts === ts).map((one) => one.text),
        })),
    setState: () => ({ headers: {}, body: '{}' }),
    remove: () => {},
    limited: { status: 429, headers: { 'retry-after': '2' }, body: { ok: false, error: 'ratelimited' } },
    unauthorized: no('token_revoked'),
    refused: no('invalid_blocks'),
  })
}

function faultsOfBlock(block: Json): string[] {
  const check = BLOCKS[block.type]
  if (!check) return [`no block ${block.type}`]
  const text = block.text?.text ?? ' '
  const most = block.type === 'header' ? 150 : 3_000
  return [
    ...check(block),
    ...(text.length < 1 || text.length > most ? [`${block.type}: ${text.length} characters`] : []),
  ]
}
