import type { TrackerState } from '../../db/schema.ts'
import { isSame } from './github.ts'
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

const MOST_TITLE = 255 // characters
const MOST_BODY = 1_000_000 // characters
const PAGE = 100

interface GitLabIssue {
  iid: number
  web_url: string
  state: string
  references?: { full: string }
  assignees?: { username: string }[]
  updated_at: string
}

/** GitLab Issues by REST v4. */
export const gitlab: Tracker = {
  at_once: 2,
  pace: 0,
  *create(place, issue) {
    const assignee_ids = issue.assignee ? [yield* userId(place, issue.assignee)] : []
    const body = {
      title: [...issue.title].slice(0, MOST_TITLE).join(''),
      description: markdown(issue.blocks, issue.marker, MOST_BODY),
      labels: issue.labels.join(','),
      ...(assignee_ids.length > 0 ? { assignee_ids } : {}),
      ...place.fields,
    }
    return externalOf(place, yield* ask(place, 'POST', '/issues', body))
  },
  *find(place, marker, since) {
    const query = new URLSearchParams({
      scope: 'all',
      search: marker,
      in: 'description',
      created_after: since.toISOString(),
      order_by: 'created_at',
      sort: 'asc',
    })
    const [found]: GitLabIssue[] = yield* ask(place, 'GET', `/issues?${query}`)
    return found ? externalOf(place, found) : null
  },
  *read(place, id) {
    return externalOf(place, yield* ask(place, 'GET', `/issues/${id}`, undefined, 'issue'))
  },
  *comment(place, id, { marker, blocks }) {
    yield* ask(place, 'POST', `/issues/${id}/notes`, { body: markdown(blocks, marker, MOST_BODY) }, 'issue')
  },
  *hasComment(place, id, marker) {
    const query = `?order_by=created_at&sort=desc&per_page=${PAGE}`
    const notes: { body: string }[] = yield* ask(place, 'GET', `/issues/${id}/notes${query}`, undefined, 'issue')
    return notes.some(({ body }) => body.includes(marker))
  },
  *setState(place, id, state) {
    // Closing knows no reasons here, and what is in that state already is taken for good.
    yield* ask(place, 'PUT', `/issues/${id}`, { state_event: state === 'open' ? 'reopen' : 'close' }, 'issue')
  },
  *changed(place, since) {
    const query = new URLSearchParams({
      scope: 'all',
      updated_after: since.toISOString(),
      order_by: 'updated_at',
      sort: 'asc',
      per_page: String(PAGE),
    })
    const issues: GitLabIssue[] = yield* ask(place, 'GET', `/issues?${query}`)
    const last = issues.at(-1)
    return {
      issues: issues.map((issue) => externalOf(place, issue)),
      until: last ? new Date(last.updated_at) : since,
      more: issues.length === PAGE,
    }
  },
  *test(place) {
    const project: { path_with_namespace: string; issues_access_level?: string; archived?: boolean } = yield* ask(
      place,
      'GET',
      '',
    )
    const { path_with_namespace: name, issues_access_level, archived } = project
    if (issues_access_level === 'disabled') throw new TrackerFault('misplaced', `Issues are switched off in ${name}.`)
    if (archived) throw new TrackerFault('misplaced', `${name} is archived: nothing can be written there.`)
    return `${name} is there, and takes issues.`
  },
  readHook({ headers, body }, secret) {
    if (!isSame(String(headers['x-gitlab-token'] ?? ''), secret)) return null
    const { object_kind, object_attributes } = JSON.parse(body) as {
      object_kind?: string
      object_attributes?: { iid?: number }
    }
    return object_kind === 'issue' && object_attributes?.iid ? [String(object_attributes.iid)] : []
  },
}

function externalOf({ settings }: Place, issue: GitLabIssue): External {
  const state: TrackerState = issue.state === 'closed' ? 'done' : 'open'
  return {
    id: String(issue.iid),
    key: issue.references?.full ?? `${settings.project}#${issue.iid}`,
    url: issue.web_url,
    state,
    assignee: issue.assignees?.[0]?.username ?? null,
  }
}

/** Issues are assigned by numbers, and people named by names. */
function* userId(place: Place, username: string): Conversation<number> {
  const users: { id: number }[] = yield* askAt(place, 'GET', `/users?username=${encodeURIComponent(username)}`)
  const [user] = users
  if (!user)
    throw new TrackerFault('refused', `GitLab knows nobody of the user name ${username}: mend the assignee in mapping.`)
  return user.id
}

function ask<T>(
  place: Place,
  method: Call['method'],
  path: string,
  body?: unknown,
  about: 'place' | 'issue' = 'place',
) {
  return askAt<T>(place, method, `/projects/${encodeURIComponent(place.settings.project!)}${path}`, body, about)
}

function* askAt<T>(
  { base_url, settings }: Place,
  method: Call['method'],
  path: string,
  body?: unknown,
  about: 'place' | 'issue' = 'place',
): Conversation<T> {
  const answer = yield {
    method,
    url: `${base_url}/api/v4${path}`,
    headers: {
      accept: 'application/json',
      'private-token': settings.token!,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? null : JSON.stringify(body),
  }
  const fault = faultOf(answer, settings.project!, about)
  if (fault) throw fault
  return jsonOf<T>(answer)
}

function faultOf(answer: Answer, project: string, about: 'place' | 'issue'): TrackerFault | undefined {
  const { status } = answer
  if (status >= 200 && status < 300) return undefined
  const common = commonFault(answer, 'ratelimit-reset')
  if (common) return common
  if (status === 401) return new TrackerFault('unauthorized', `GitLab does not take the token any more${said(answer)}`)
  if (status === 403 && /archived/i.test(answer.body))
    return new TrackerFault('misplaced', `${project} is archived${said(answer)}`)
  if (status === 403) return new TrackerFault('unauthorized', `The token may not do that${said(answer)}`)
  if (status === 404 && about === 'issue') return new TrackerFault('gone', 'The issue is not there any more.')
  if (status === 404)
    return new TrackerFault('misplaced', `There is no project ${project}, or the token does not see it.`)
  if (status === 409 && answer.headers['retry-after'] !== undefined)
    return new TrackerFault('limited', `GitLab asks to wait${said(answer)}`, askedToWait(answer, null))
  return new TrackerFault('refused', `GitLab refuses it with ${status}${said(answer)}`)
}
