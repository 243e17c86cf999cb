import { createHmac } from 'node:crypto'
import type { Ajv, ErrorObject } from 'ajv'
import Ajv4 from 'ajv-draft-04'
import type { Json } from '../test-api.ts'
import { published } from './published.ts'
import { type Answered, type FakeTracker, startTracker } from './server.ts'
import { only } from './shape.ts'

const TOKEN = 'ATATT0123456789abcdef'
const EMAIL = 'bot@acme.example'

const TRANSITIONS = [
  { id: '11', name: 'To Do', to: { name: 'To Do', statusCategory: { key: 'new' } } },
  { id: '31', name: "Won't do", to: { name: "Won't do", statusCategory: { key: 'done' } } },
  { id: '41', name: 'Done', to: { name: 'Done', statusCategory: { key: 'done' } } },
]
const SEARCH = only({
  jql: 'string!',
  maxResults: 'number',
  fields: 'array',
  nextPageToken: 'string',
  expand: 'string',
})
const COMMENT = only({ body: 'any', visibility: 'any', properties: 'array' })
const TRANSITION = only({ transition: only({ id: 'string!' }), fields: 'any', update: 'any' })
const CREATE = only({
  fields: only({
    ...{
      project: only({ key: 'string', id: 'string' }),
      issuetype: only({ name: 'string', id: 'string' }),
      summary: 'string!',
    },
    ...{
      description: 'any',
      labels: 'array',
      priority: only({ name: 'string', id: 'string' }),
      assignee: 'any',
      customfield_10010: 'any',
    },
  }),
  ...{ update: 'any', properties: 'array', transition: 'any', historyMetadata: 'any' },
})

/**
 * Jira's REST for one project: v3 with ADF in the cloud, v2 with wiki markup in a data center. Documents are held to the JSON schema
 * of ADF that Atlassian publishes, requests to what its documentation says of each.
 */
export async function startJira(deployment: 'cloud' | 'data_center'): Promise<FakeTracker> {
  const cloud = deployment === 'cloud'
  const schema = cloud ? await published('adf') : null
  const isAdf = schema && new (Ajv4 as unknown as typeof Ajv)({ strict: false, allErrors: true }).compile(schema)
  const issues: Json[] = []
  const comments: { issue: string; body: Json }[] = []
  let last = 0
  const base = cloud ? '/rest/api/3' : '/rest/api/2'
  const expected = cloud ? `Basic ${Buffer.from(`${EMAIL}:${TOKEN}`).toString('base64')}` : `Bearer ${TOKEN}`
  const ok = (body: Json, status = 200): Answered => ({ status, body })
  const wrong = (errors: Record<string, string>): Answered => ({ status: 400, body: { errorMessages: [], errors } })
  const find = (id: string) => issues.find((issue) => issue.id === id || issue.key === id)
  const server = await startTracker(null, ({ method, path, headers, body }) => {
    if (headers.authorization !== expected)
      return { status: 401, body: { errorMessages: ['Client must be authenticated.'], errors: {} } }
    if (!path.startsWith(base)) return { status: 404, body: '' }
    const held = (check: (given: Json) => string[], given: Json) =>
      server.faults.push(...check(given).map((one) => `${method} ${path}: ${one}`))
    const heldText = (text: Json) => {
      if (!cloud) held(only({ text: 'string!' }), { text })
      else if (isAdf && !isAdf(text))
        server.faults.push(
          ...isAdf.errors!.slice(0, 3).map((one: ErrorObject) => `ADF ${one.instancePath} ${one.message}`),
        )
      if (JSON.stringify(text).length > 40_000) server.faults.push('the text is too long')
    }
    const rest = path.slice(base.length)
    if (method === 'GET' && rest === '/project/SEC')
      return ok({
        id: '10000',
        key: 'SEC',
        name: 'Security',
        issueTypes: [
          { id: '1', name: 'Task' },
          { id: '2', name: 'Bug' },
        ],
      })
    if (method === 'GET' && rest === '/mypermissions') {
      const names = ['CREATE_ISSUES', 'ADD_COMMENTS', 'TRANSITION_ISSUES']
      return ok({ permissions: Object.fromEntries(names.map((name) => [name, { key: name, havePermission: true }])) })
    }
    if (method === 'POST' && rest === '/issue') {
      held(CREATE, body)
      const { fields } = body
      if (fields.project?.key !== 'SEC') return wrong({ project: 'valid project is required' })
      if (fields.summary.length > 255 || /[\r\n]/.test(fields.summary))
        return wrong({ summary: 'The summary is invalid.' })
      if (fields.labels?.some((label: string) => /\s/.test(label)))
        return wrong({ labels: 'The label contains spaces which is invalid.' })
      if (fields.assignee && !(cloud ? fields.assignee.accountId : fields.assignee.name))
        return wrong({ assignee: 'unknown' })
      heldText(fields.description)
      const number = ++last
      const issue = {
        ...{ id: String(10_000 + number), key: `SEC-${number}`, self: `${server.url}${base}/issue/${10_000 + number}` },
        fields: {
          ...fields,
          status: { name: 'To Do', statusCategory: { key: 'new' } },
          resolution: null,
          updated: new Date().toISOString(),
        },
      }
      issues.push(issue)
      return ok({ id: issue.id, key: issue.key, self: issue.self }, 201)
    }
    if (method === 'POST' && rest === (cloud ? '/search/jql' : '/search')) {
      held(SEARCH, body)
      const labels = [...body.jql.matchAll(/labels = "([^"]+)"/g)].map(([, label]) => label)
      if (
        !/^project = "SEC" AND labels = "[^"]+"( AND updated >= -\d+m)? ORDER BY (created|updated) ASC$/.test(body.jql)
      )
        server.faults.push(body.jql)
      return ok({
        issues: issues.filter(({ fields }) => labels.every((label) => fields.labels.includes(label))),
        isLast: true,
      })
    }
    const [, id, about] = /^\/issue\/([^/]+)(?:\/(comment|transitions))?$/.exec(rest) ?? []
    const issue = id && find(id)
    if (!issue)
      return {
        status: 404,
        body: { errorMessages: ['Issue does not exist or you do not have permission to see it.'], errors: {} },
      }
    if (about === 'comment' && method === 'POST') {
      held(COMMENT, body)
      heldText(body.body)
      comments.push({ issue: issue.id, body: body.body })
      return ok({ id: String(comments.length), body: body.body }, 201)
    }
    if (about === 'comment')
      return ok({ comments: comments.filter((one) => one.issue === issue.id), total: 0, startAt: 0, maxResults: 100 })
    if (about === 'transitions' && method === 'GET') return ok({ transitions: TRANSITIONS })
    if (about === 'transitions') {
      held(TRANSITION, body)
      const to = TRANSITIONS.find((one) => one.id === body.transition.id)?.to
      if (!to) return wrong({ transition: 'is not valid' })
      Object.assign(issue.fields, {
        status: to,
        updated: new Date().toISOString(),
        resolution: to.statusCategory.key === 'done' ? { name: to.name } : null,
      })
      return { status: 204 }
    }
    return ok(issue)
  })
  return Object.assign(server, {
    kind: 'jira' as const,
    settings: { project: 'SEC', token: TOKEN, deployment, ...(cloud ? { email: EMAIL } : {}) },
    seen: () =>
      issues.map(({ id, fields }) => ({
        id,
        title: fields.summary,
        text: cloud ? JSON.stringify(fields.description) : fields.description,
        labels: fields.labels,
        assignee: fields.assignee?.accountId ?? fields.assignee?.name ?? null,
        closed: fields.status.statusCategory.key === 'done',
        comments: comments.filter((one) => one.issue === id).map(({ body }) => (cloud ? JSON.stringify(body) : body)),
      })),
    setState(id: string, state: 'open' | 'done' | 'dropped', secret: string) {
      const { to } = TRANSITIONS[['open', 'dropped', 'done'].indexOf(state)]!
      const issue = find(id)
      Object.assign(issue.fields, {
        status: to,
        resolution: state === 'open' ? null : { name: to.name },
        updated: new Date().toISOString(),
      })
      const body = JSON.stringify({ webhookEvent: 'jira:issue_updated', issue: { id: issue.id, key: issue.key } })
      return {
        body,
        headers: { 'x-hub-signature': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}` },
      }
    },
    remove: (id: string) => void issues.splice(issues.indexOf(find(id)), 1),
    limited: { status: 429, headers: { 'retry-after': '2' }, body: { errorMessages: ['Rate limit exceeded.'] } },
    unauthorized: { status: 401, body: { errorMessages: ['Client must be authenticated to access this resource.'] } },
    refused: wrong({ customfield_10010: 'Team is required.' }),
  })
}
