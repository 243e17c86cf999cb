import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import draft04 from 'ajv-draft-04'
import { serveHttp } from './http-server.ts'

/** What GitHub publishes of its API, for the operations that there are: packages/cli/test/contracts/make-github.ts. */
const { operations } = JSON.parse(readFileSync(join(import.meta.dirname, 'contracts/github.json'), 'utf8')) as {
  operations: {
    method: string
    path: string
    parameters: { name: string; in: string; required?: boolean; schema: object }[]
    body: object | null
    status: number
    answer: object
  }[]
}
const ajv = new draft04.default({ allErrors: true, strict: false, validateFormats: false, coerceTypes: true })
const known = operations.map((operation) => ({
  ...operation,
  pattern: new RegExp(`^${operation.path.replace(/\{\w+\}/g, '([^/]+)')}$`),
  names: [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!),
  takes: operation.body && ajv.compile({ ...operation.body, additionalProperties: false }),
  gives: ajv.compile(operation.answer),
}))

export interface GitHubComment {
  id: number
  body: string
  user: object & { login: string }
}

export interface GitHubServer {
  url: string
  comments: GitHubComment[]
  /** `POST /repos/…`, in order. */
  asked: string[]
  /** Of requests and of our own answers. A test that ends with any has failed. */
  wrong: string[]
}

export interface GitHubOptions {
  token: string
  /** Whom the token belongs to; a workflow's own may not ask for that (403). */
  login?: string
  /** Statuses that requests get before they are done, one each. */
  failures?: number[]
}

/** GitHub's comments on pull request 7 of acme/shop, as strict as its published description. */
export async function githubServer(
  t: TestContext,
  options: GitHubOptions,
  earlier: [login: string, body: string][] = [],
): Promise<GitHubServer> {
  const server: GitHubServer = { url: '', comments: [], asked: [], wrong: [] }
  for (const [login, body] of earlier) add(login, body)
  server.url = await serveHttp(t, (request, response) => void answer(request, response))
  t.after(() => assert.deepEqual(server.wrong, []))
  return server

  function add(login: string, body: string): GitHubComment {
    const id = 1_000 + server.comments.length
    const comment = { ...shown(id, login), body }
    server.comments.push(comment)
    return comment
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url!, 'http://github')
    let text = ''
    for await (const chunk of request) text += chunk
    server.asked.push(`${request.method} ${url.pathname}`)
    const failure = options.failures?.shift()
    if (failure !== undefined) return void response.writeHead(failure).end('{"message": "Not now"}')
    const operation = known.find(({ method, pattern }) => method === request.method && pattern.test(url.pathname))
    const say = (status: number, body: unknown) =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (!operation) {
      server.wrong.push(`${request.method} ${request.url} is no operation`)
      return say(404, { message: 'Not Found' })
    }
    check(operation, url, request, text)
    if (request.headers.authorization !== `Bearer ${options.token}`) return say(401, { message: 'Bad credentials' })
    const values = operation.pattern.exec(url.pathname)!.slice(1)
    const named = Object.fromEntries(operation.names.map((name, at) => [name, values[at]]))
    const body = done(operation, url, named, text)
    if (body === null) return say(403, { message: 'Resource not accessible by integration' })
    if (!operation.gives(body)) server.wrong.push(`our answer: ${JSON.stringify(operation.gives.errors)}`)
    say(operation.status, body)
  }

  function done(
    operation: (typeof known)[number],
    url: URL,
    named: Record<string, string | undefined>,
    text: string,
  ): unknown {
    if (operation.path === '/user') return options.login === undefined ? null : { ...user(options.login), ...account() }
    if (named.owner !== 'acme' || named.repo !== 'shop') return null
    if (operation.method === 'GET') {
      const per = Number(url.searchParams.get('per_page') ?? 30)
      const from = (Number(url.searchParams.get('page') ?? 1) - 1) * per
      return server.comments.slice(from, from + per)
    }
    const { body } = JSON.parse(text) as { body: string }
    if (body.length > 65_536) return null
    if (operation.method === 'POST') return add(options.login ?? 'github-actions[bot]', body)
    const comment = server.comments.find(({ id }) => id === Number(named.comment_id))
    if (comment) comment.body = body
    return comment ?? null
  }

  function check(operation: (typeof known)[number], url: URL, request: IncomingMessage, text: string): void {
    const { headers } = request
    if (headers.accept !== 'application/vnd.github+json') server.wrong.push(`accept: ${headers.accept}`)
    if (headers['x-github-api-version'] !== '2022-11-28') server.wrong.push('no version of the API')
    if (!headers['user-agent']) server.wrong.push('no user agent: GitHub refuses that')
    for (const [name, value] of url.searchParams) {
      const parameter = operation.parameters.find((one) => one.in === 'query' && one.name === name)
      if (!parameter) server.wrong.push(`${operation.path} takes no ${name}`)
      else if (!ajv.validate(parameter.schema, value)) server.wrong.push(`${name}=${value}`)
    }
    if (operation.takes && !operation.takes(JSON.parse(text)))
      server.wrong.push(`${operation.method} ${operation.path}: ${JSON.stringify(operation.takes.errors)}`)
  }
}

function user(login: string) {
  const base = `https://api.github.com/users/${encodeURIComponent(login)}`
  const links = ['url', 'followers_url', 'following_url', 'gists_url', 'starred_url', 'subscriptions_url']
  const more = ['organizations_url', 'repos_url', 'events_url', 'received_events_url']
  return {
    login,
    id: login.length,
    node_id: 'U_1',
    avatar_url: 'https://avatars.githubusercontent.com/u/1',
    gravatar_id: '',
    ...Object.fromEntries([...links, ...more].map((name) => [name, base])),
    html_url: `https://github.com/${login}`,
    type: login.endsWith('[bot]') ? 'Bot' : 'User',
    site_admin: false,
  }
}

/** What GitHub tells of the one who asks about himself. */
function account() {
  const texts = ['name', 'company', 'blog', 'location', 'email', 'bio', 'twitter_username', 'notification_email']
  const time = '2026-01-15T00:00:00Z'
  return {
    ...Object.fromEntries(texts.map((name) => [name, name === 'blog' ? '' : null])),
    hireable: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: time,
    updated_at: time,
    user_view_type: 'public',
  }
}

function shown(id: number, login: string) {
  const issue = 'https://api.github.com/repos/acme/shop/issues'
  return {
    id,
    node_id: `IC_${id}`,
    url: `${issue}/comments/${id}`,
    html_url: `https://github.com/acme/shop/pull/7#issuecomment-${id}`,
    issue_url: `${issue}/7`,
    user: user(login),
    created_at: '2026-01-15T00:00:00Z',
    updated_at: '2026-01-15T00:00:00Z',
    author_association: 'NONE',
  }
}
