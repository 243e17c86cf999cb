import { createHmac } from 'node:crypto'
import type { Json } from '../test-api.ts'
import { Contract } from './contract.ts'
import { published } from './published.ts'
import { type Answered, type Asked, type FakeTracker, startTracker } from './server.ts'

export interface GitHubServer extends FakeTracker {
  issues: Json[]
  comments: { issue: number; body: string; created_at: string }[]
}

const TOKEN = 'github_pat_0123456789'
const now = () => `${new Date().toISOString().slice(0, 19)}Z`

/** GitHub's REST for issues, of one repository, held to its published OpenAPI description where that can be had. */
export async function startGitHub(repository = 'acme/shop'): Promise<GitHubServer> {
  const document = await published('github')
  const issues: Json[] = []
  let last = 0
  const comments: GitHubServer['comments'] = []
  const base = `/repos/${repository}`
  const routes: [string, RegExp, (asked: Asked, match: RegExpExecArray) => Answered][] = [
    [
      'GET',
      /^$/,
      () =>
        ok({
          full_name: repository,
          has_issues: true,
          archived: false,
          permissions: { push: true, admin: false, pull: true },
        }),
    ],
    ['POST', /^\/issues$/, ({ body }) => create(body)],
    ['GET', /^\/issues$/, ({ query }) => list(query)],
    ['GET', /^\/issues\/(\d+)$/, (_, [, number]) => about(number!, (issue) => ok(issue))],
    ['PATCH', /^\/issues\/(\d+)$/, ({ body }, [, number]) => about(number!, (issue) => patch(issue, body))],
    [
      'POST',
      /^\/issues\/(\d+)\/comments$/,
      ({ body }, [, number]) => about(number!, () => comment(Number(number), body.body)),
    ],
    [
      'GET',
      /^\/issues\/(\d+)\/comments$/,
      ({ query }, [, number]) => about(number!, () => listComments(Number(number), query)),
    ],
  ]
  const server = await startTracker(document && new Contract(document), (asked) => {
    if (asked.headers.authorization !== `Bearer ${TOKEN}`) return { status: 401, body: { message: 'Bad credentials' } }
    if (asked.headers['x-github-api-version'] !== '2022-11-28') return { status: 400, body: { message: 'version' } }
    if (!asked.headers['user-agent'])
      return { status: 403, body: { message: 'Request forbidden by administrative rules.' } }
    if (!asked.path.startsWith(base)) return { status: 404, body: { message: 'Not Found' } }
    const rest = asked.path.slice(base.length)
    for (const [method, pattern, handle] of routes) {
      const match = method === asked.method ? pattern.exec(rest) : null
      if (match) return handle(asked, match)
    }
    return { status: 404, body: { message: 'Not Found' } }
  })

  const ok = (body: Json, status = 200): Answered => ({ status, body })
  const find = (number: string) => issues.find((issue) => String(issue.number) === number)
  const about = (number: string, then: (issue: Json) => Answered): Answered => {
    const issue = find(number)
    return issue ? then(issue) : { status: 404, body: { message: 'Not Found' } }
  }
  const invalid = (field: string) => ({
    status: 422,
    body: { message: 'Validation Failed', errors: [{ resource: 'Issue', field, code: 'missing_field' }] },
  })
  const create = (body: Json): Answered => {
    if (!body?.title) return invalid('title')
    if (body.title.length > 256 || (body.body ?? '').length > 65_536) return invalid('body')
    const number = ++last
    const issue = {
      number,
      id: 10_000 + number,
      node_id: `I_${number}`,
      title: body.title,
      body: body.body ?? null,
      state: 'open',
      state_reason: null,
      labels: (body.labels ?? []).map((name: string) => ({ id: 1, name, color: 'ededed', default: false })),
      assignees: (body.assignees ?? []).map((login: string) => user(login)),
      assignee: body.assignees?.[0] ? user(body.assignees[0]) : null,
      user: user('lasthash'),
      html_url: `https://github.com/${repository}/issues/${number}`,
      created_at: now(),
      updated_at: now(),
      closed_at: null,
    }
    issues.push(issue)
    return ok(issue, 201)
  }
  const list = (query: URLSearchParams): Answered => {
    const since = query.get('since')
    const size = Number(query.get('per_page') ?? 30)
    const page = Number(query.get('page') ?? 1)
    const by = query.get('sort') === 'updated' ? 'updated_at' : 'created_at'
    const found = issues
      .filter((issue) => query.get('state') === 'all' || issue.state === (query.get('state') ?? 'open'))
      .filter((issue) => !since || issue.updated_at >= since)
      .sort((a, b) => (a[by] < b[by] ? -1 : a[by] > b[by] ? 1 : a.number - b.number))
    if (query.get('direction') !== 'asc') found.reverse()
    return ok(found.slice((page - 1) * size, page * size))
  }
  const patch = (issue: Json, body: Json): Answered => {
    Object.assign(issue, body, { updated_at: now(), closed_at: body.state === 'closed' ? now() : null })
    return ok(issue)
  }
  const comment = (issue: number, body: string): Answered => {
    const one = { issue, body, created_at: now() }
    comments.push(one)
    find(String(issue)).updated_at = now()
    return ok(
      { id: comments.length, body, created_at: one.created_at, updated_at: one.created_at, user: user('lasthash') },
      201,
    )
  }
  const listComments = (issue: number, query: URLSearchParams): Answered => {
    const since = query.get('since') ?? ''
    const found = comments.filter((one) => one.issue === issue && one.created_at >= since)
    return ok(
      found.map((one, n) => ({
        id: n + 1,
        body: one.body,
        created_at: one.created_at,
        updated_at: one.created_at,
        user: user('lasthash'),
      })),
    )
  }

  return Object.assign(server, {
    kind: 'github' as const,
    settings: { repository, token: TOKEN },
    issues,
    comments,
    seen: () =>
      issues.map((issue) => ({
        id: String(issue.number),
        title: issue.title,
        text: issue.body,
        labels: issue.labels.map(({ name }: Json) => name),
        assignee: issue.assignee?.login ?? null,
        closed: issue.state === 'closed',
        comments: comments.filter((one) => one.issue === issue.number).map(({ body }) => body),
      })),
    setState(number: string, state: 'open' | 'done' | 'dropped', secret: string) {
      const issue = find(number)
      const reasons = { open: 'reopened', done: 'completed', dropped: 'not_planned' }
      const closed = state !== 'open'
      const changes = {
        state: closed ? 'closed' : 'open',
        state_reason: reasons[state],
        closed_at: closed ? now() : null,
      }
      Object.assign(issue, changes, { updated_at: now() })
      const body = JSON.stringify({
        action: closed ? 'closed' : 'reopened',
        issue,
        repository: { full_name: repository },
      })
      const signature = createHmac('sha256', secret).update(body).digest('hex')
      return { body, headers: { 'x-github-event': 'issues', 'x-hub-signature-256': `sha256=${signature}` } }
    },
    remove(number: string) {
      issues.splice(issues.indexOf(find(number)), 1)
    },
    limited: {
      status: 403,
      headers: { 'retry-after': '2' },
      body: { message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.' },
    },
    unauthorized: { status: 401, body: { message: 'Bad credentials' } },
    refused: invalid('milestone'),
  })
}

function user(login: string): Json {
  return { login, id: 1, node_id: 'U_1', type: 'User', site_admin: false, avatar_url: 'https://avatars.example/u/1' }
}
