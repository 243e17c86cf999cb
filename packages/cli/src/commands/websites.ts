import { text, texts } from '../command.ts'
import { type Json, LIST, listing, serverCommand, severityCounts, YES } from '../server-action.ts'

const WEBSITE = { name: 'WEBSITE', what: 'which website, by its id or address' }
const VERIFICATION = 'Verification'

export const command = serverCommand({
  name: 'websites',
  default: 'list',
  actions: [
    {
      name: 'list',
      summary: 'list websites with their score',
      options: {
        tag: { value: 'TAG', help: 'only with this tag' },
        group: { value: 'GROUP', help: 'only of this group, grp_…' },
        search: { value: 'WORDS', help: 'only with these words in name or address' },
        ...LIST,
      },
      example: 'websites list --tag shop',
      ask: listing({
        path: '/v1/websites',
        query: ({ values }) => ({
          tag: text(values, 'tag'),
          group: text(values, 'group'),
          q: text(values, 'search'),
        }),
        columns: [
          { title: 'ID', of: (one) => one.id },
          { title: 'URL', of: (one) => one.url },
          { title: 'SCORE', of: (one) => one.security_score, right: true },
          { title: 'GRADE', of: (one) => one.grade },
          { title: 'OPEN', of: (one) => severityCounts(one.open_vulnerabilities), right: true },
          { title: 'VERIFIED', of: (one) => (one.verified_at ? 'yes' : 'no') },
        ],
        none: 'No website is registered: lasthash websites add https://example.com registers one.',
      }),
    },
    {
      name: 'show',
      summary: 'show one of them',
      words: [WEBSITE],
      example: 'websites show https://example.com',
      async ask({ words, client, website }) {
        const path = `/v1/websites/${await website(words[0]!)}`
        return shownWebsite((await client.call({ method: 'GET', path })) as Json)
      },
    },
    {
      name: 'add',
      summary: 'register a website',
      words: [{ name: 'URL', what: 'which website to register' }],
      options: {
        name: { value: 'NAME', help: 'how people call it' },
        tag: { value: 'TAG', multiple: true, help: 'a tag (may be repeated)' },
        group: { value: 'GROUP', multiple: true, help: 'a group that it belongs to, grp_… (may be repeated)' },
        criticality: {
          value: 'LEVEL',
          choices: ['low', 'medium', 'high', 'critical'],
          help: 'low, medium, high or critical',
        },
      },
      example: 'websites add https://example.com --tag shop',
      async ask({ words, values, client }) {
        const [tags, groups] = [texts(values, 'tag'), texts(values, 'group')]
        const body = {
          url: words[0]!,
          name: text(values, 'name') ?? undefined,
          criticality: text(values, 'criticality') ?? undefined,
          ...(tags.length > 0 ? { tags } : {}),
          ...(groups.length > 0 ? { groups } : {}),
        }
        return shownWebsite((await client.call({ method: 'POST', path: '/v1/websites', body })) as Json)
      },
    },
    {
      name: 'verify',
      summary: 'show that it is yours: what to publish (--method), or whether it is there',
      words: [WEBSITE],
      options: {
        method: {
          section: VERIFICATION,
          value: 'METHOD',
          choices: ['dns', 'file', 'meta'],
          help: 'say what to publish: a DNS record, a file, or an element in the start page; without it, look whether it is there',
        },
      },
      example: 'websites verify https://example.com --method dns',
      async ask({ words, values, client, website }) {
        const path = `/v1/websites/${await website(words[0]!)}/verification`
        const method = text(values, 'method')
        const call = method === null ? { path: `${path}/check` } : { path, body: { method } }
        const answer = (await client.call({ method: 'POST', ...call })) as Json
        return {
          kind: 'object',
          answer,
          fields: [
            ['status', answer.status],
            ['where', answer.record?.place],
            ['what', answer.record?.content],
            ['method', answer.method],
            ['verified', answer.verified_at],
            ['failure', answer.failure],
          ],
          code: method === null && answer.status !== 'verified' ? 1 : 0,
        }
      },
    },
    {
      name: 'remove',
      summary: 'remove a website, and all that is kept of it',
      words: [WEBSITE],
      options: YES,
      example: 'websites remove https://example.com',
      confirm: ({ words }) => `Remove ${words[0]} with its scans and vulnerabilities?`,
      async ask({ words, client, website }) {
        const id = await website(words[0]!)
        const answer = await client.call({ method: 'DELETE', path: `/v1/websites/${id}` })
        return { kind: 'said', answer: answer ?? { id, deleted: true }, text: `${id} is removed.` }
      },
    },
  ],
})

function shownWebsite(one: Json) {
  return {
    kind: 'object' as const,
    answer: one as unknown,
    fields: [
      ['id', one.id],
      ['url', one.url],
      ['name', one.name],
      ['score', one.security_score === null ? null : `${one.security_score} (${one.grade})`],
      ['open', severityCounts(one.open_vulnerabilities)],
      ['latest scan', one.latest_scan_id],
      ['criticality', one.criticality],
      ['tags', one.tags?.join(', ')],
      ['groups', one.groups?.join(', ')],
      ['verified', one.verified_at ?? 'no'],
      ['created', one.created_at],
    ] as const,
  }
}
