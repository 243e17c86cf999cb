import type { Json } from '../test-api.ts'
import { type Answered, type FakeTracker, startTracker } from './server.ts'
import { only } from './shape.ts'

const TOKEN = 'glpat-0123456789abcdef'
const PROJECT = 'acme/shop'

// docs.gitlab.com/api/issues and /api/notes: what each request may hold.
const CREATE = only({
  title: 'string!',
  description: 'string',
  labels: 'string',
  assignee_ids: 'array',
  milestone_id: 'number',
  confidential: 'boolean',
  due_date: 'string',
  weight: 'number',
  issue_type: 'string',
})
const UPDATE = only({
  state_event: /^(close|reopen)$/,
  title: 'string',
  description: 'string',
  labels: 'string',
  assignee_ids: 'array',
})
const NOTE = only({ body: 'string!', internal: 'boolean' })
const LIST = only({
  ...{ scope: /^(all|created_by_me|assigned_to_me)$/, search: 'string', in: /^(title|description|title,description)$/ },
  ...{
    created_after: /^\d{4}-\d\d-\d\dT[\d:.]+Z$/,
    updated_after: /^\d{4}-\d\d-\d\dT[\d:.]+Z$/,
    state: /^(opened|closed|all)$/,
  },
  ...{
    order_by: /^(created_at|updated_at)$/,
    sort: /^(asc|desc)$/,
    per_page: /^(\d\d?|100)$/,
    page: /^\d+$/,
    labels: 'string',
  },
})
const NOTES = only({ order_by: /^(created_at|updated_at)$/, sort: /^(asc|desc)$/, per_page: /^(\d\d?|100)$/ })

/** GitLab's REST v4 for the issues of one project, held to what its documentation says of each request. */
export async function startGitLab(): Promise<FakeTracker> {
  const issues: Json[] = []
  const notes: { iid: number; body: string }[] = []
  let last = 0
  const base = `/api/v4/projects/${encodeURIComponent(PROJECT)}`
  const ok = (body: Json, status = 200): Answered => ({ status, body })
  const missing: Answered = { status: 404, body: { message: '404 Not found' } }
  const find = (iid: string) => issues.find((issue) => String(issue.iid) === iid)
  const server = await startTracker(null, ({ method, path, query, headers, body }) => {
    if (headers['private-token'] !== TOKEN) return { status: 401, body: { message: '401 Unauthorized' } }
    const at = server.asked.at(-1)!
    const held = (check: (given: Json) => string[], given: Json) =>
      server.faults.push(...check(given).map((one) => `${method} ${path}: ${one}`))
    if (method === 'GET' && path === '/api/v4/users')
      return ok(query.get('username') === 'tanuki' ? [{ id: 42, username: 'tanuki', name: 'T', state: 'active' }] : [])
    // The path of a project is one segment: its slash is encoded.
    const rest = at.raw.startsWith(base) ? at.raw.slice(base.length) : null
    if (rest === null) return missing
    if (method === 'GET' && rest === '')
      return ok({ id: 1, path_with_namespace: PROJECT, issues_access_level: 'enabled', archived: false })
    if (method === 'POST' && rest === '/issues') {
      held(CREATE, body)
      const iid = ++last
      const now = new Date().toISOString()
      const issue = {
        ...{ id: 1_000 + iid, iid, project_id: 1, state: 'opened', created_at: now, updated_at: now },
        ...{
          title: body.title,
          description: body.description ?? null,
          labels: (body.labels ?? '').split(',').filter(Boolean),
        },
        assignees: (body.assignee_ids ?? []).map((id: number) => ({ id, username: id === 42 ? 'tanuki' : '?' })),
        web_url: `https://gitlab.example/${PROJECT}/-/issues/${iid}`,
        references: { short: `#${iid}`, full: `${PROJECT}#${iid}` },
      }
      issues.push(issue)
      return ok(issue, 201)
    }
    if (method === 'GET' && rest === '/issues') {
      held(LIST, Object.fromEntries(query))
      const by = query.get('order_by') ?? 'created_at'
      const found = issues
        .filter(({ description }) => !query.get('search') || description?.includes(query.get('search')))
        .filter(({ created_at }) => !query.get('created_after') || created_at > query.get('created_after')!)
        .filter(({ updated_at }) => !query.get('updated_after') || updated_at > query.get('updated_after')!)
        .sort((a, b) => a[by].localeCompare(b[by]))
      return ok(found.slice(0, Number(query.get('per_page') ?? 20)))
    }
    const [, iid, notesOf] = /^\/issues\/(\d+)(\/notes)?$/.exec(rest) ?? []
    const issue = iid && find(iid)
    if (!issue) return missing
    if (notesOf && method === 'POST') {
      held(NOTE, body)
      notes.push({ iid: issue.iid, body: body.body })
      issue.updated_at = new Date().toISOString()
      return ok({ id: notes.length, body: body.body }, 201)
    }
    if (notesOf) {
      held(NOTES, Object.fromEntries(query))
      return ok(
        notes
          .filter((one) => one.iid === issue.iid)
          .toReversed()
          .map(({ body }, id) => ({ id, body })),
      )
    }
    if (method === 'PUT') {
      held(UPDATE, body)
      Object.assign(issue, {
        state: body.state_event === 'close' ? 'closed' : 'opened',
        updated_at: new Date().toISOString(),
      })
    }
    return ok(issue)
  })
  return Object.assign(server, {
    kind: 'gitlab' as const,
    settings: { project: PROJECT, token: TOKEN },
    seen: () =>
      issues.map((issue) => ({
        ...{
          id: String(issue.iid),
          title: issue.title,
          text: issue.description,
          labels: issue.labels,
          closed: issue.state === 'closed',
        },
        assignee: issue.assignees[0]?.username ?? null,
        comments: notes.filter((one) => one.iid === issue.iid).map(({ body }) => body),
      })),
    setState(iid: string, state: string, secret: string) {
      const issue = find(iid)
      Object.assign(issue, { state: state === 'open' ? 'opened' : 'closed', updated_at: new Date().toISOString() })
      const body = JSON.stringify({ object_kind: 'issue', event_type: 'issue', object_attributes: issue })
      return { body, headers: { 'x-gitlab-event': 'Issue Hook', 'x-gitlab-token': secret } }
    },
    remove: (iid: string) => void issues.splice(issues.indexOf(find(iid)), 1),
    limited: { status: 429, headers: { 'retry-after': '2' }, body: { message: '429 Too Many Requests' } },
    unauthorized: { status: 401, body: { message: '401 Unauthorized' } },
    refused: { status: 400, body: { message: { due_date: ["can't be blank"] } } },
  })
}
