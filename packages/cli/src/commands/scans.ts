import { text } from '../command.ts'
import { type Json, LIST, listing, serverCommand, severityCounts, websiteQuery } from '../server-action.ts'

const SCAN = { name: 'SCAN', what: 'which scan, by its id' }
const FORMATS = ['json', 'html', 'sarif', 'junit']

export const command = serverCommand({
  name: 'scans',
  default: 'list',
  more: 'lasthash scan URL --server URL starts one and waits for its result.',
  actions: [
    {
      name: 'list',
      summary: 'list scans, newest first',
      options: {
        website: { value: 'WEBSITE', help: 'only of this website, by id or address' },
        status: {
          value: 'STATUS',
          choices: ['queued', 'running', 'done', 'failed', 'canceled'],
          help: 'only queued, running, done, failed or canceled ones',
        },
        type: { value: 'TYPE', choices: ['quick', 'full', 'active'], help: 'only quick, full or active ones' },
        ...LIST,
      },
      example: 'scans list --website https://example.com',
      ask: listing({
        path: '/v1/scans',
        query: async (asked) => ({
          ...(await websiteQuery(asked)),
          status: text(asked.values, 'status'),
          scan_type: text(asked.values, 'type'),
        }),
        columns: [
          { title: 'ID', of: (one) => one.id },
          { title: 'URL', of: (one) => one.url },
          { title: 'TYPE', of: (one) => one.scan_type },
          { title: 'STATUS', of: (one) => one.status },
          { title: 'SCORE', of: (one) => one.security_score, right: true },
          { title: 'FOUND', of: (one) => severityCounts(one.vulnerabilities), right: true },
          { title: 'CREATED', of: (one) => one.created_at },
        ],
        none: 'There is no such scan.',
      }),
    },
    {
      name: 'show',
      summary: 'show one of them',
      words: [SCAN],
      example: 'scans show scan_01k0000000000000000000000',
      ask: async ({ words, client }) => shownScan(await client.call({ method: 'GET', path: path(words) })),
    },
    {
      name: 'cancel',
      summary: 'stop one that is queued or running',
      words: [SCAN],
      example: 'scans cancel scan_01k0000000000000000000000',
      ask: async ({ words, client }) => shownScan(await client.call({ method: 'POST', path: `${path(words)}/cancel` })),
    },
    {
      name: 'report',
      summary: 'its report, as a file',
      words: [SCAN],
      options: {
        format: { value: 'FORMAT', choices: FORMATS, help: 'json (default), html, sarif or junit' },
        output: { value: 'FILE', short: 'o', help: 'write it there instead of to stdout' },
      },
      example: 'scans report scan_01k0000000000000000000000 --format html -o report.html',
      async ask({ words, values, client }) {
        const query = { format: text(values, 'format') ?? 'json' }
        return { kind: 'file', content: await client.download({ method: 'GET', path: `${path(words)}/report`, query }) }
      },
    },
    {
      name: 'diff',
      summary: 'what is new, fixed or back in the second of two scans',
      words: [SCAN, { name: 'LATER', what: 'which later scan' }],
      example: 'scans diff scan_01k0000000000000000000000 scan_01k0000000000000000000001',
      async ask({ words, client }) {
        const [before, after] = words.map(encodeURIComponent)
        const answer = (await client.call({ method: 'GET', path: `/v1/scans/${before}/diff/${after}` })) as Json
        const data = ['new', 'regressed', 'fixed', 'not_tested'].flatMap((change) =>
          (answer[change] ?? []).map((one: Json) => ({ change: change.replace('_', ' '), ...one })),
        )
        return {
          kind: 'list',
          answer: { ...answer, data, has_more: false },
          columns: [
            { title: 'CHANGE', of: (one) => one.change },
            { title: 'SEVERITY', of: (one) => one.severity },
            { title: 'TITLE', of: (one) => one.title },
            { title: 'CHECK', of: (one) => one.check },
            { title: 'ID', of: (one) => one.id },
          ],
          none: 'Nothing has changed between the two.',
        }
      },
    },
  ],
})

function path([id]: readonly string[]): string {
  return `/v1/scans/${encodeURIComponent(id!)}`
}

function shownScan(answer: unknown) {
  const one = answer as Json
  return {
    kind: 'object' as const,
    answer,
    fields: [
      ['id', one.id],
      ['url', one.url],
      ['website', one.website_id],
      ['type', one.scan_type],
      ['status', one.status],
      ['score', one.security_score === null ? null : `${one.security_score} (${one.grade})`],
      ['found', severityCounts(one.vulnerabilities)],
      ['seconds', one.scan_duration],
      ['policy', one.gate && `${one.gate.policy_id}: ${one.gate.passed ? 'passed' : 'failed'}`],
      ['error', one.error && `${one.error.code}: ${one.error.message}`],
      ['created', one.created_at],
      ['completed', one.completed_at],
      ['report', one.report_url],
    ] as const,
  }
}
