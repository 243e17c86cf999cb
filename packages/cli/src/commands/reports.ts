import { setTimeout as sleep } from 'node:timers/promises'
import { CliError } from '../cli-error.ts'
import { flag, text } from '../command.ts'
import { type Asked, type Json, LIST, listing, removal, serverCommand, websiteQuery, YES } from '../server-action.ts'

const REPORT = { name: 'REPORT', what: 'which report, by its id' }
const EXAMPLE = 'rep_01k0000000000000000000000'
const KINDS = ['executive', 'technical', 'comparison', 'portfolio', 'compliance']
const FORMATS = ['pdf', 'html', 'json', 'csv', 'sarif']
const LOOK = 500 // milliseconds between two looks at a report that is being made
const FILE = { output: { value: 'FILE', short: 'o', help: 'write it there instead of to stdout' } }

export const command = serverCommand({
  name: 'reports',
  default: 'list',
  actions: [
    {
      name: 'list',
      summary: 'list reports that were made',
      options: {
        website: { value: 'WEBSITE', help: 'only of this website, by id or address' },
        kind: { value: 'KIND', choices: KINDS, help: 'executive, technical, comparison, portfolio or compliance' },
        ...LIST,
      },
      example: 'reports list --kind executive',
      ask: listing({
        path: '/v1/reports',
        query: async (asked) => ({ ...(await websiteQuery(asked)), kind: text(asked.values, 'kind') }),
        columns: [
          { title: 'ID', of: (one) => one.id },
          { title: 'KIND', of: (one) => one.kind },
          { title: 'FORMAT', of: (one) => one.format },
          { title: 'STATUS', of: (one) => one.status },
          { title: 'OF', of: (one) => one.website_id ?? one.scan_id ?? one.group ?? one.tag },
          { title: 'CREATED', of: (one) => one.created_at },
        ],
        none: 'There is no report: lasthash reports create --website https://example.com makes one.',
      }),
    },
    {
      name: 'show',
      summary: 'show one of them',
      words: [REPORT],
      example: `reports show ${EXAMPLE}`,
      ask: async (asked) => shown(await asked.client.call({ method: 'GET', path: path(asked.words[0]!) })),
    },
    {
      name: 'create',
      summary: 'make a report, wait for it, and with --output write it to a file',
      options: {
        website: { value: 'WEBSITE', help: 'of this website, by id or address' },
        scan: { value: 'SCAN', help: 'of this scan' },
        group: { value: 'GROUP', help: 'of the websites in this group, grp_…' },
        tag: { value: 'TAG', help: 'of the websites with this tag' },
        kind: {
          value: 'KIND',
          choices: KINDS,
          help: 'technical (default), executive, comparison, portfolio or compliance',
        },
        format: { value: 'FORMAT', choices: FORMATS, help: 'pdf (default), html, json, csv or sarif' },
        language: { value: 'LANGUAGE', choices: ['en', 'de', 'fr'], help: 'en (default), de or fr' },
        framework: { value: 'FRAMEWORK', help: 'of a compliance report, as in pci_dss_4_0_1' },
        'no-wait': { help: 'do not wait until it is made' },
        output: FILE.output,
      },
      example: 'reports create --website https://example.com --kind executive -o report.pdf',
      ask: created,
    },
    {
      name: 'download',
      summary: 'its file',
      words: [REPORT],
      options: FILE,
      example: `reports download ${EXAMPLE} -o report.pdf`,
      ask: async ({ words, client }) => ({ kind: 'file', content: await fileOf(client, words[0]!) }),
    },
    {
      name: 'share',
      summary: 'a link to it that works for a while, for somebody without an account',
      words: [REPORT],
      options: { until: { value: 'TIME', help: 'until then, as in 2027-01-31T00:00:00Z (7 days)' } },
      example: `reports share ${EXAMPLE}`,
      async ask({ words, values, client }) {
        const body = { expires_at: text(values, 'until') ?? undefined }
        const answer = (await client.call({ method: 'POST', path: `${path(words[0]!)}/links`, body })) as Json
        return { kind: 'said', answer, text: `${answer.share_url}  (until ${answer.expires_at})` }
      },
    },
    {
      name: 'remove',
      summary: 'remove one of them',
      words: [REPORT],
      options: YES,
      example: `reports remove ${EXAMPLE}`,
      confirm: ({ words }) => `Remove ${words[0]}?`,
      ask: removal('reports'),
    },
  ],
})

async function created(asked: Asked) {
  const { client, values } = asked
  const of = {
    ...(await websiteQuery(asked)),
    scan_id: text(values, 'scan') ?? undefined,
    group: text(values, 'group') ?? undefined,
    tag: text(values, 'tag') ?? undefined,
  }
  if (Object.values(of).every((one) => one === undefined) && text(values, 'kind') !== 'portfolio')
    throw new CliError('Say of what: --website, --scan, --group or --tag.')
  const body = {
    ...of,
    kind: text(values, 'kind') ?? undefined,
    format: text(values, 'format') ?? 'pdf',
    language: text(values, 'language') ?? undefined,
    framework: text(values, 'framework') ?? undefined,
  }
  let one = (await client.call({ method: 'POST', path: '/v1/reports', body })) as Json
  while (!flag(values, 'no-wait') && (one.status === 'queued' || one.status === 'running')) {
    await sleep(LOOK, undefined, { signal: client.signal })
    one = await client.call({ method: 'GET', path: path(one.id) })
  }
  if (one.status === 'failed')
    throw new CliError(`The report failed: ${one.error?.message ?? 'the server does not say why.'}`)
  if (text(values, 'output') !== null && one.status === 'done')
    return { kind: 'file' as const, content: await fileOf(client, one.id) }
  return shown(one)
}

async function fileOf(client: Asked['client'], id: string): Promise<Uint8Array> {
  return client.download({ method: 'GET', path: `${path(id)}/download` })
}

function path(id: string): string {
  return `/v1/reports/${encodeURIComponent(id)}`
}

function shown(answer: unknown) {
  const one = answer as Json
  return {
    kind: 'object' as const,
    answer,
    fields: [
      ['id', one.id],
      ['kind', one.kind],
      ['format', one.format],
      ['status', one.status],
      ['error', one.error?.message],
      ['website', one.website_id],
      ['scan', one.scan_id],
      ['file', one.file_name],
      ['bytes', one.size],
      ['download', one.download_url],
      ['kept until', one.kept_until],
      ['created', one.created_at],
    ] as const,
  }
}
