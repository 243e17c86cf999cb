import { text } from '../command.ts'
import { numberOf } from '../scan-arguments.ts'
import { type Asked, type Json, LIST, listing, removal, serverCommand, YES } from '../server-action.ts'

const MONITOR = { name: 'MONITOR', what: 'which monitor, by its id' }
const EXAMPLE = 'mon_01k0000000000000000000000'
const KINDS = 'uptime, certificate, dns, content, scripts, malware, headers, score or domain'

export const command = serverCommand({
  name: 'monitors',
  default: 'list',
  actions: [
    {
      name: 'list',
      summary: 'list what is watched, and how it is',
      options: LIST,
      example: 'monitors list',
      ask: listing({
        path: '/v1/monitors',
        columns: [
          { title: 'ID', of: (one) => one.id },
          { title: 'WEBSITE', of: (one) => one.website_id },
          { title: 'KIND', of: (one) => one.kind },
          { title: 'STATUS', of: (one) => one.status },
          { title: 'EVERY', of: (one) => `${one.interval} s`, right: true },
          { title: 'ON', of: (one) => (one.enabled ? 'yes' : 'no') },
          { title: 'CHECKED', of: (one) => one.checked_at },
        ],
        none: 'Nothing is watched: lasthash monitors add https://example.com uptime begins with it.',
      }),
    },
    {
      name: 'show',
      summary: 'show one of them',
      words: [MONITOR],
      example: `monitors show ${EXAMPLE}`,
      ask: async (asked) => shown(await asked.client.call({ method: 'GET', path: path(asked) })),
    },
    {
      name: 'add',
      summary: `watch a website: ${KINDS}`,
      words: [
        { name: 'WEBSITE', what: 'which website, by its id or address' },
        { name: 'KIND', what: `what to watch: ${KINDS}` },
      ],
      options: { interval: { value: 'SECONDS', help: 'how often to look (300)' } },
      example: 'monitors add https://example.com uptime --interval 60',
      async ask({ words, values, client, website }) {
        const wanted = 'seconds, from 30 to 604800'
        const interval = numberOf('interval', text(values, 'interval'), wanted, (n) => n >= 30 && n <= 604_800)
        const body = { website_id: await website(words[0]!), kind: words[1], interval: interval ?? undefined }
        return shown(await client.call({ method: 'POST', path: '/v1/monitors', body }))
      },
    },
    {
      name: 'pause',
      summary: 'do not look for now',
      words: [MONITOR],
      example: `monitors pause ${EXAMPLE}`,
      ask: (asked) => switched(asked, false),
    },
    {
      name: 'resume',
      summary: 'look again',
      words: [MONITOR],
      example: `monitors resume ${EXAMPLE}`,
      ask: (asked) => switched(asked, true),
    },
    {
      name: 'remove',
      summary: 'remove one of them',
      words: [MONITOR],
      options: YES,
      example: `monitors remove ${EXAMPLE}`,
      confirm: ({ words }) => `Remove ${words[0]} with its history?`,
      ask: removal('monitors'),
    },
  ],
})

function path({ words: [id] }: Asked): string {
  return `/v1/monitors/${encodeURIComponent(id!)}`
}

async function switched(asked: Asked, enabled: boolean) {
  return shown(await asked.client.call({ method: 'PATCH', path: path(asked), body: { enabled } }))
}

function shown(answer: unknown) {
  const one = answer as Json
  return {
    kind: 'object' as const,
    answer,
    fields: [
      ['id', one.id],
      ['website', one.website_id],
      ['kind', one.kind],
      ['status', one.status],
      ['whose fault', one.fault],
      ['detail', one.detail],
      ['every', `${one.interval} s`],
      ['on', one.enabled ? 'yes' : 'no'],
      ['checked', one.checked_at],
      ['next', one.next_check_at],
    ] as const,
  }
}
