import { createHmac, createPrivateKey, sign, timingSafeEqual } from 'node:crypto'
import type { TrackerState } from '../../db/schema.ts'
import { markdown } from './markdown.ts'
import {
  type Answer,
  askedToWait,
  type Call,
  type Conversation,
  commonFault,
  type External,
  jsonOf,
  type Place,
  said,
  type Tracker,
  TrackerFault,
} from './tracker.ts'

// docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api: one after the other, a second apart.
const PACE = 1_000
const MOST_TITLE = 256 // characters
const MOST_BODY = 65_536 // characters, of issues and comments
const PAGE = 100
const MOST_PAGES = 30 // of issues that were changed since an answer was lost

interface GitHubIssue {
  number: number
  html_url: string
  state: string
  state_reason?: string | null
  body?: string | null
  assignees?: { login: string }[] | null
  pull_request?: unknown
  updated_at: string
}

const HEADERS = { accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28' }

/** GitHub Issues by REST, version 2022-11-28; of GitHub Enterprise Server, too. */
export const github: Tracker = {
  at_once: 1,
  pace: PACE,
  *logIn({ base_url, settings }) {
    const answer = yield {
      method: 'POST',
      url: `${base_url}/app/installations/${settings.installation_id}/access_tokens`,
      headers: { ...HEADERS, authorization: `Bearer ${appToken(settings)}` },
      body: null,
    }
    if (answer.status === 404)
      throw new TrackerFault('unauthorized', `The app has no installation ${settings.installation_id}.`)
    const fault = faultOf(answer, settings.repository!, 'place')
    if (fault) throw fault
    const { token, expires_at } = jsonOf<{ token: string; expires_at: string }>(answer)
    return { token, until: new Date(expires_at) }
  },
  *create(place, issue) {
    const body = {
      title: [...issue.title].slice(0, MOST_TITLE).join(''),
      body: markdown(issue.blocks, issue.marker, MOST_BODY),
      labels: issue.labels,
      ...(issue.assignee ? { assignees: [issue.assignee] } : {}),
      ...place.fields,
    }
    return externalOf(place, yield* ask(place, 'POST', '/issues', body))
  },
  *find(place, marker, since) {
    for (let page = 1; page <= MOST_PAGES; page++) {
      const query = `?state=all&sort=created&direction=asc&per_page=${PAGE}&page=${page}&since=${timeOf(since)}`
      const issues: GitHubIssue[] = yield* ask(place, 'GET', `/issues${query}`)
      const found = issues.find(({ body, pull_request }) => !pull_request && body?.includes(marker))
      if (found) return externalOf(place, found)
      if (issues.length < PAGE) return null
    }
    throw new TrackerFault(
      'away',
      `Whether the issue was made cannot be told: more than ${PAGE * MOST_PAGES} were changed since.`,
    )
  },
  *read(place, id) {
    return externalOf(place, yield* ask(place, 'GET', `/issues/${id}`, undefined, 'issue'))
  },
  *comment(place, id, { marker, blocks }) {
    yield* ask(place, 'POST', `/issues/${id}/comments`, { body: markdown(blocks, marker, MOST_BODY) }, 'issue')
  },
  *hasComment(place, id, marker, since) {
    const query = `?per_page=${PAGE}&since=${timeOf(since)}`
    const comments: { body?: string }[] = yield* ask(place, 'GET', `/issues/${id}/comments${query}`, undefined, 'issue')
    return comments.some(({ body }) => body?.includes(marker))
  },
  *setState(place, id, state) {
    const body =
      state === 'open'
        ? { state: 'open', state_reason: 'reopened' }
        : { state: 'closed', state_reason: state === 'done' ? 'completed' : 'not_planned' }
    yield* ask(place, 'PATCH', `/issues/${id}`, body, 'issue')
  },
  *changed(place, since) {
    const query = `?state=all&sort=updated&direction=asc&per_page=${PAGE}&since=${timeOf(since)}`
    const issues: GitHubIssue[] = yield* ask(place, 'GET', `/issues${query}`)
    const last = issues.at(-1)
    return {
      issues: issues.filter(({ pull_request }) => !pull_request).map((issue) => externalOf(place, issue)),
      until: last ? new Date(last.updated_at) : since,
      more: issues.length === PAGE,
    }
  },
  *test(place) {
    const { settings } = place
    const repository: {
      has_issues?: boolean
      archived?: boolean
      full_name: string
      permissions?: { push?: boolean }
    } = yield* ask(place, 'GET', '')
    const { full_name, has_issues, archived, permissions } = repository
    if (has_issues === false) throw new TrackerFault('misplaced', `Issues are switched off in ${full_name}.`)
    if (archived) throw new TrackerFault('misplaced', `${full_name} is archived: nothing can be written there.`)
    // Without that, GitHub leaves labels and assignees out and says nothing.
    const labels = settings.token && permissions && !permissions.push
    return `${full_name} is there, and takes issues${labels ? '; labels and assignees only with a token that may push' : ''}.`
  },
  readHook({ headers, body }, secret) {
    const signature = String(headers['x-hub-signature-256'] ?? '')
    const expected = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
    if (!isSame(signature, expected)) return null
    const { issue } = JSON.parse(body) as { issue?: GitHubIssue }
    return issue && !issue.pull_request ? [String(issue.number)] : []
  },
}

/** What an app proves itself by (docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app): at most ten minutes. */
function appToken({ app_id, private_key }: Place['settings']): string {
  const now = Math.floor(Date.now() / 1000)
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  // A minute back, for clocks differ.
  const text = `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ iat: now - 60, exp: now + 480, iss: app_id })}`
  try {
    return `${text}.${sign('RSA-SHA256', Buffer.from(text), createPrivateKey(private_key!)).toString('base64url')}`
  } catch {
    throw new TrackerFault('unauthorized', 'The app’s private_key is no RSA key in PEM.')
  }
}

/** Compared in the same time, whatever is given. */
export function isSame(given: string, expected: string): boolean {
  const [a, b] = [given, expected].map((text) => createHmac('sha256', 'compare').update(text).digest()) as [
    Buffer,
    Buffer,
  ]
  return timingSafeEqual(a, b)
}

function externalOf({ settings }: Place, issue: GitHubIssue): External {
  return {
    id: String(issue.number),
    key: `${settings.repository}#${issue.number}`,
    url: issue.html_url,
    state: stateOf(issue),
    assignee: issue.assignees?.[0]?.login ?? null,
  }
}

function stateOf({ state, state_reason }: GitHubIssue): TrackerState {
  if (state === 'open') return 'open'
  return state_reason === 'not_planned' || state_reason === 'duplicate' ? 'dropped' : 'done'
}

function timeOf(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`
}

function* ask<T>(
  place: Place,
  method: Call['method'],
  path: string,
  body?: unknown,
  about: 'place' | 'issue' = 'place',
): Conversation<T> {
  const { base_url, settings } = place
  const answer = yield {
    method,
    url: `${base_url}/repos/${settings.repository}${path}`,
    headers: {
      ...HEADERS,
      authorization: `Bearer ${settings.token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? null : JSON.stringify(body),
  }
  const fault = faultOf(answer, settings.repository!, about)
  if (fault) throw fault
  return jsonOf<T>(answer)
}

/** docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api, troubleshooting-the-rest-api */
function faultOf(answer: Answer, repository: string, about: 'place' | 'issue'): TrackerFault | undefined {
  const { status, headers, body } = answer
  if (status >= 200 && status < 300) return undefined
  if (
    status === 403 &&
    (headers['x-ratelimit-remaining'] === '0' || headers['retry-after'] !== undefined || /rate limit/i.test(body))
  )
    return new TrackerFault(
      'limited',
      `GitHub’s rate limit is used up${said(answer)}`,
      askedToWait(answer, headers['x-ratelimit-remaining'] === '0' ? 'x-ratelimit-reset' : null),
    )
  const common = commonFault(answer, 'x-ratelimit-reset')
  if (common)
    return status === 301 && about === 'issue'
      ? new TrackerFault('gone', 'The issue was moved to another repository.')
      : common
  if (status === 401) return new TrackerFault('unauthorized', `GitHub does not take the token any more${said(answer)}`)
  if (status === 403) return new TrackerFault('unauthorized', `The token may not do that${said(answer)}`)
  if (about === 'issue' && (status === 404 || status === 410))
    return new TrackerFault('gone', 'The issue is not there any more.')
  if (status === 404)
    return new TrackerFault('misplaced', `There is no repository ${repository}, or the token does not see it.`)
  if (status === 410) return new TrackerFault('misplaced', `Issues are switched off in ${repository}.`)
  return new TrackerFault('refused', `GitHub refuses it with ${status}${said(answer)}`)
}
