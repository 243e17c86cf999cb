import { CliError } from '../cli-error.ts'
import { text } from '../command.ts'
import { type Asked, type Json, LIST, listing, removal, serverCommand, YES } from '../server-action.ts'

const SCHEDULE = { name: 'SCHEDULE', what: 'which schedule, by its id' }
const EXAMPLE = 'sch_01k0000000000000000000000'

export const command = serverCommand({
  name: 'schedules',
  default: 'list',
  actions: [
    {
      name: 'list',
      summary: 'list the schedules of scans',
      options: LIST,
      example: 'schedules list',
      ask: listing({
        path: '/v1/schedules',
        columns: [
          { title: 'ID', of: (one) => one.id },
          { title: 'WEBSITE', of: (one) => one.website_id },
          { title: 'WHEN', of: (one) => whenOf(one) },
          { title: 'TYPE', of: (one) => one.scan_type },
          { title: 'ON', of: (one) => (one.enabled ? 'yes' : 'no') },
          { title: 'NEXT', of: (one) => one.next_runs?.[0] },
        ],
        none: 'There is no schedule: lasthash schedules add https://example.com --every daily makes one.',
      }),
    },
    {
      name: 'show',
      summary: 'show one of them',
      words: [SCHEDULE],
      example: `schedules show ${EXAMPLE}`,
      ask: async (asked) => shown(await asked.client.call({ method: 'GET', path: path(asked) })),
    },
    {
      name: 'add',
      summary: 'scan a website regularly',
      words: [{ name: 'WEBSITE', what: 'which website, by its id or address' }],
      options: {
        every: {
          value: 'SPAN',
          choices: ['hourly', 'daily', 'weekly', 'monthly'],
          help: 'hourly, daily, weekly or monthly',
        },
        cron: { value: '"CRON"', help: 'minute, hour, day, month, day of the week: "30 2 * * 1-5"' },
        'time-zone': { value: 'ZONE', help: 'as in Europe/Berlin (UTC)' },
        type: { value: 'TYPE', choices: ['quick', 'full', 'active'], help: 'quick, full or active' },
      },
      example: 'schedules add https://example.com --every daily',
      async ask({ words, values, client, website }) {
        const [every, cron] = [text(values, 'every'), text(values, 'cron')]
        if ((every === null) === (cron === null))
          throw new CliError('Say when: either --every daily or --cron "30 2 * * 1-5".')
        const body = {
          website_id: await website(words[0]!),
          ...(every === null ? { cron } : { every }),
          time_zone: text(values, 'time-zone') ?? undefined,
          scan_type: text(values, 'type') ?? undefined,
        }
        return shown(await client.call({ method: 'POST', path: '/v1/schedules', body }))
      },
    },
    {
      name: 'pause',
      summary: 'make no scans by it for now',
      words: [SCHEDULE],
      example: `schedules pause ${EXAMPLE}`,
      ask: (asked) => switched(asked, false),
    },
    {
      name: 'resume',
      summary: 'make scans by it again',
      words: [SCHEDULE],
      example: `schedules resume ${EXAMPLE}`,
      ask: (asked) => switched(asked, true),
    },
    {
      name: 'remove',
      summary: 'remove one of them',
      words: [SCHEDULE],
      options: YES,
      example: `schedules remove ${EXAMPLE}`,
      confirm: ({ words }) => `Remove ${words[0]}?`,
      ask: removal('schedules'),
    },
  ],
})

function path({ words: [id] }: Asked): string {
  return `/v1/schedules/${encodeURIComponent(id!)}`
}

async function switched(asked: Asked, enabled: boolean) {
  return shown(await asked.client.call({ method: 'PATCH', path: path(asked), body: { enabled } }))
}

function whenOf({ cron, every, time_zone }: Json): string {
  return `${every ?? cron} (${time_zone})`
}

function shown(answer: unknown) {
  const one = answer as Json
  return {
    kind: 'object' as const,
    answer,
    fields: [
      ['id', one.id],
      ['website', one.website_id],
      ['when', whenOf(one)],
      ['type', one.scan_type],
      ['on', one.enabled ? 'yes' : 'no'],
      ['because', one.disabled_reason],
      ['next', one.next_runs?.[0]],
      ['last', one.last_run_at],
      ['last scan', one.last_scan_id],
    ] as const,
  }
}
