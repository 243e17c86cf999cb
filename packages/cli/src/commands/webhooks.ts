import { flag, text, texts } from '../command.ts'
import {
  type Asked,
  type Json,
  LIST,
  listing,
  removal,
  type ServerAction,
  serverCommand,
  YES,
} from '../server-action.ts'

const WEBHOOK = { name: 'WEBHOOK', what: 'which webhook, by its id' }
const EXAMPLE = 'wh_01k0000000000000000000000'

const LISTEN: ServerAction = {
  name: 'listen',
  summary: 'send what happens to an address of this machine, signed as webhooks are, while you develop',
  options: {
    'forward-to': { value: 'URL', help: 'where to send events; without it, they are only shown' },
    event: { value: 'TYPE', multiple: true, help: 'only these, as in scan.completed (may be repeated)' },
    after: { value: 'EVENT', help: 'begin behind this event, to go on where you were' },
  },
  example: 'webhooks listen --forward-to http://localhost:3000/webhooks',
  async ask(asked) {
    const { listen } = await import('../listen.ts')
    return listen(asked, {
      to: text(asked.values, 'forward-to'),
      types: texts(asked.values, 'event'),
      after: text(asked.values, 'after'),
      json: flag(asked.values, 'json'),
    })
  },
}

export const command = serverCommand({
  name: 'webhooks',
  default: 'list',
  more: `listen signs with LASTHASH_WEBHOOK_SECRET, or else with a secret of its own,\nwhich is the same every time for the same key, and which it prints.`,
  actions: [
    LISTEN,
    {
      name: 'list',
      summary: 'list endpoints that are told of events',
      options: LIST,
      example: 'webhooks list',
      ask: listing({
        path: '/v1/webhooks',
        columns: [
          { title: 'ID', of: (one) => one.id },
          { title: 'URL', of: (one) => one.url },
          { title: 'ON', of: (one) => (one.enabled ? 'yes' : 'no') },
          { title: 'EVENTS', of: (one) => one.events?.join(' ') },
        ],
        none: 'There is no webhook: lasthash webhooks add https://your-app.com/hook --event scan.completed makes one.',
      }),
    },
    {
      name: 'show',
      summary: 'show one of them',
      words: [WEBHOOK],
      example: `webhooks show ${EXAMPLE}`,
      ask: async (asked) => shown(await asked.client.call({ method: 'GET', path: path(asked) })),
    },
    {
      name: 'add',
      summary: 'tell an endpoint of events',
      words: [{ name: 'URL', what: 'which address to send events to' }],
      options: {
        event: { value: 'TYPE', multiple: true, help: 'as in scan.completed (may be repeated)' },
        description: { value: 'TEXT', help: 'what it is for' },
      },
      example: 'webhooks add https://your-app.com/hook --event scan.completed',
      async ask({ words, values, client }) {
        const body = {
          url: words[0],
          events: texts(values, 'event'),
          description: text(values, 'description') ?? undefined,
        }
        return shown(await client.call({ method: 'POST', path: '/v1/webhooks', body }))
      },
    },
    {
      name: 'test',
      summary: 'send it a test event',
      words: [WEBHOOK],
      example: `webhooks test ${EXAMPLE}`,
      async ask(asked) {
        const answer = (await asked.client.call({ method: 'POST', path: `${path(asked)}/test` })) as Json
        const text = `${answer.event_id} is on its way: lasthash webhooks deliveries ${asked.words[0]} shows what comes of it.`
        return { kind: 'said', answer, text }
      },
    },
    {
      name: 'deliveries',
      summary: 'what was sent to it, and what came of it',
      words: [WEBHOOK],
      options: LIST,
      example: `webhooks deliveries ${EXAMPLE}`,
      ask: listing({
        path: (asked) => `${path(asked)}/deliveries`,
        columns: [
          { title: 'ID', of: (one) => one.id },
          { title: 'EVENT', of: (one) => one.event_type },
          { title: 'STATUS', of: (one) => one.status },
          { title: 'TRIES', of: (one) => one.attempt_count, right: true },
          { title: 'CREATED', of: (one) => one.created_at },
          { title: 'NEXT TRY', of: (one) => one.next_attempt_at },
        ],
        none: 'Nothing was sent to it yet.',
      }),
    },
    {
      name: 'remove',
      summary: 'remove one of them',
      words: [WEBHOOK],
      options: YES,
      example: `webhooks remove ${EXAMPLE}`,
      confirm: ({ words }) => `Remove ${words[0]}?`,
      ask: removal('webhooks'),
    },
  ],
})

function path({ words: [id] }: Asked): string {
  return `/v1/webhooks/${encodeURIComponent(id!)}`
}

function shown(answer: unknown) {
  const one = answer as Json
  return {
    kind: 'object' as const,
    answer,
    fields: [
      ['id', one.id],
      ['url', one.url],
      ['events', one.events?.join(' ')],
      ['on', one.enabled ? 'yes' : 'no'],
      ['because', one.disabled_reason],
      ['description', one.description],
      ['secret', one.secret],
      ['created', one.created_at],
    ] as const,
  }
}
