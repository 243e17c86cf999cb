import { setTimeout as sleep } from 'node:timers/promises'
import { CliError } from '../cli-error.ts'
import { text } from '../command.ts'
import {
  type Asked,
  type Json,
  LIST,
  listing,
  type ServerAction,
  serverCommand,
  websiteQuery,
} from '../server-action.ts'

const ONE = { name: 'VULNERABILITY', what: 'which vulnerability, by its id' }
const EXAMPLE = 'vuln_01k0000000000000000000000'
const LOOK = 500 // milliseconds between two looks at a verification

const REASON = {
  reason: { value: 'TEXT', help: 'why; needed' },
  until: { value: 'TIME', help: 'until then, as in 2027-01-31T00:00:00Z; without it, for good' },
}
const COLUMNS = [
  { title: 'ID', of: (one: Json) => one.id },
  { title: 'SEVERITY', of: (one: Json) => one.severity },
  { title: 'STATUS', of: (one: Json) => one.status },
  { title: 'TITLE', of: (one: Json) => one.title },
  { title: 'WHERE', of: (one: Json) => one.locations?.[0]?.url },
  { title: 'CHECK', of: (one: Json) => one.check },
]

export const command = serverCommand({
  name: 'vulnerabilities',
  default: 'list',
  more: 'lasthash checks CHECK tells all about a check, and how to mend what it finds.',
  actions: [
    {
      name: 'list',
      summary: 'list vulnerabilities of all websites',
      options: {
        website: { value: 'WEBSITE', help: 'only of this website, by id or address' },
        severity: {
          value: 'SEVERITY',
          choices: ['critical', 'high', 'medium', 'low', 'info'],
          help: 'only critical, high, medium, low or info ones',
        },
        status: {
          value: 'STATUS',
          choices: ['open', 'fixed', 'reopened', 'accepted_risk', 'false_positive', 'merged'],
          help: 'only open, fixed, reopened, accepted_risk, false_positive or merged ones',
        },
        check: { value: 'CHECK', help: 'only of this check, as in transport/hsts' },
        cve: { value: 'CVE', help: 'only with this CVE' },
        search: { value: 'WORDS', help: 'only with these words' },
        ...LIST,
      },
      example: 'vulnerabilities list --severity high --status open',
      ask: listing({
        path: '/v1/vulnerabilities',
        query: async (asked) => ({
          ...(await websiteQuery(asked)),
          severity: text(asked.values, 'severity'),
          status: text(asked.values, 'status'),
          check: text(asked.values, 'check'),
          cve: text(asked.values, 'cve'),
          q: text(asked.values, 'search'),
        }),
        columns: COLUMNS,
        none: 'There is no such vulnerability.',
      }),
    },
    {
      name: 'of',
      summary: 'list what one scan found',
      words: [{ name: 'SCAN', what: 'which scan, by its id' }],
      options: LIST,
      example: 'vulnerabilities of scan_01k0000000000000000000000',
      ask: listing({
        path: ({ words }) => `/v1/scans/${encodeURIComponent(words[0]!)}/vulnerabilities`,
        rows: 'vulnerabilities',
        columns: COLUMNS,
        none: 'The scan found nothing.',
      }),
    },
    {
      name: 'show',
      summary: 'show one of them, with its cure',
      words: [ONE],
      example: `vulnerabilities show ${EXAMPLE}`,
      ask: async (asked) => shown(await asked.client.call({ method: 'GET', path: path(asked) })),
    },
    {
      name: 'verify',
      summary: 'look whether it is fixed, by its check alone; ends with 1 when it is not',
      words: [ONE],
      example: `vulnerabilities verify ${EXAMPLE}`,
      ask: verified,
    },
    decision('accept', 'accepted_risk', 'accept the risk of one'),
    decision('dismiss', 'false_positive', 'mark one as a false positive'),
    {
      name: 'reopen',
      summary: 'take such a decision back',
      words: [ONE],
      example: `vulnerabilities reopen ${EXAMPLE}`,
      ask: (asked) => patched(asked, { status: 'open' }),
    },
    {
      name: 'assign',
      summary: 'say who is to mend it',
      words: [ONE, { name: 'WHO', what: 'who is to mend it' }],
      example: `vulnerabilities assign ${EXAMPLE} ann@example.com`,
      ask: (asked) => patched(asked, { assignee: asked.words[1] }),
    },
    {
      name: 'comment',
      summary: 'write something to it',
      words: [ONE, { name: 'TEXT', what: 'what to write' }],
      example: `vulnerabilities comment ${EXAMPLE} "Mended in release 2.1"`,
      async ask(asked) {
        const body = { body: asked.words[1] }
        const answer = await asked.client.call({ method: 'POST', path: `${path(asked)}/comments`, body })
        return { kind: 'said', answer, text: `${(answer as Json).id} is written.` }
      },
    },
  ],
})

function decision(name: string, status: string, summary: string): ServerAction {
  return {
    name,
    summary,
    words: [ONE],
    options: REASON,
    example: `vulnerabilities ${name} ${EXAMPLE} --reason "Behind the VPN"`,
    async ask(asked) {
      const reason = text(asked.values, 'reason')
      if (!reason) throw new CliError(`Say why, as in: lasthash vulnerabilities ${name} ID --reason "Behind the VPN"`)
      return patched(asked, { status, reason, expires_at: text(asked.values, 'until') ?? undefined })
    },
  }
}

async function patched(asked: Asked, body: object) {
  return shown(await asked.client.call({ method: 'PATCH', path: path(asked), body }))
}

async function verified(asked: Asked) {
  const started = (await asked.client.call({ method: 'POST', path: `${path(asked)}/verify` })) as Json
  const at = `${path(asked)}/verifications/${started.id}`
  let one = started
  while (one.status === 'queued' || one.status === 'running') {
    await sleep(LOOK)
    one = (await asked.client.call({ method: 'GET', path: at })) as Json
  }
  return {
    kind: 'object' as const,
    answer: one as unknown,
    fields: [
      ['result', one.result?.replaceAll('_', ' ')],
      ['reason', one.reason],
      ['status', one.status],
      ['completed', one.completed_at],
    ] as const,
    code: one.result === 'fixed' ? (0 as const) : (1 as const),
  }
}

function path({ words: [id] }: Asked): string {
  return `/v1/vulnerabilities/${encodeURIComponent(id!)}`
}

function shown(answer: unknown) {
  const one = answer as Json
  const locations = (one.locations ?? []) as { url: string }[]
  return {
    kind: 'object' as const,
    answer,
    fields: [
      ['id', one.id],
      ['title', one.title],
      ['severity', `${one.severity} (${one.confidence})`],
      ['status', one.status],
      ['because', one.status_reason],
      ['until', one.status_expires_at],
      ['assignee', one.assignee],
      ['website', one.website_id],
      ['check', `${one.check} (${one.outcome})`],
      [
        'where',
        locations
          .map(({ url }) => url)
          .slice(0, 3)
          .join(' '),
      ],
      ['cve', one.cve],
      ['why', one.description],
      ['fix', one.remediation],
      ['repeat', one.proof?.curl],
      ['score impact', one.score_impact],
      ['first seen', one.first_seen_at],
      ['last seen', one.last_seen_at],
      ['fixed', one.fixed_at],
    ] as const,
  }
}
