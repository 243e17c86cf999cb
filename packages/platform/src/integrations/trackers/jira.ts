import { createHmac } from 'node:crypto'
import type { TrackerState } from '../../db/schema.ts'
import { adf } from './adf.ts'
import { isSame } from './github.ts'
import type { Block, Issue } from './issue.ts'
import {
  type Answer,
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
import { wiki } from './wiki.ts'

const MOST_TITLE = 255 // characters
const MOST_TEXT = 32_767 // characters of a text field; of ADF as JSON, too
const PAGE = 100
/** Resolutions that say: nobody will mend it. */
const DROPPED = /won.?t|declined|duplicate|not a bug|invalid|reject|cannot reproduce|abandon|obsolete/i
const FIELDS = 'status,resolution,assignee,updated'

interface JiraIssue {
  id: string
  key: string
  fields: {
    status: { name: string; statusCategory: { key: string } }
    resolution: { name: string } | null
    assignee: { accountId?: string; name?: string } | null
    updated: string
  }
}

interface Transition {
  id: string
  name: string
  to: { statusCategory: { key: string } }
}

/** Jira Cloud by REST v3 with ADF, Jira Data Center by REST v2 with wiki markup. */
export const jira: Tracker = {
  at_once: 3,
  pace: 0,
  *create(place, issue) {
    const created: { id: string; key: string } = yield* ask(place, 'POST', '/issue', bodyOf(place, issue))
    return { id: created.id, key: created.key, url: urlOf(place, created.key), state: 'open', assignee: issue.assignee }
  },
  *find(place, marker) {
    const jql = `project = "${place.settings.project}" AND labels = "${labelOf(marker)}" ORDER BY created ASC`
    const [found] = yield* search(place, jql)
    return found ? externalOf(place, found) : null
  },
  *read(place, id) {
    return externalOf(place, yield* ask(place, 'GET', `/issue/${id}?fields=${FIELDS}`, undefined, 'issue'))
  },
  *comment(place, id, { marker, blocks }) {
    yield* ask(place, 'POST', `/issue/${id}/comment`, { body: textOf(place, blocks, marker) }, 'issue')
  },
  *hasComment(place, id, marker) {
    const query = `?orderBy=-created&maxResults=${PAGE}`
    const page: { comments: unknown[] } = yield* ask(place, 'GET', `/issue/${id}/comment${query}`, undefined, 'issue')
    return page.comments.some((one) => JSON.stringify(one).includes(marker))
  },
  *setState(place, id, state) {
    const now = externalOf(place, yield* ask(place, 'GET', `/issue/${id}?fields=${FIELDS}`, undefined, 'issue'))
    if ((now.state === 'open') === (state === 'open')) return
    const path = `/issue/${id}/transitions`
    const { transitions }: { transitions: Transition[] } = yield* ask(place, 'GET', path, undefined, 'issue')
    const fitting = transitions.filter(({ to }) => (to.statusCategory.key === 'done') === (state !== 'open'))
    const best =
      state === 'dropped'
        ? (fitting.find(({ name }) => DROPPED.test(name)) ?? fitting[0])
        : (fitting.find(({ name }) => !DROPPED.test(name)) ?? fitting[0])
    if (!best)
      throw new TrackerFault(
        'refused',
        `From its present status the workflow leads to none that counts as ${state === 'open' ? 'open' : 'done'}; there are: ${transitions.map(({ name }) => name).join(', ') || 'none'}.`,
      )
    yield* ask(place, 'POST', path, { transition: { id: best.id } }, 'issue')
  },
  *changed(place, since) {
    // Jira counts minutes, in the time zone of whoever asks: relative times need none.
    const minutes = Math.max(1, Math.ceil((Date.now() - since.getTime()) / 60_000) + 1)
    const jql = `project = "${place.settings.project}" AND labels = "lasthash-ticket" AND updated >= -${minutes}m ORDER BY updated ASC`
    const issues = yield* search(place, jql)
    const last = issues.at(-1)
    return {
      issues: issues.map((issue) => externalOf(place, issue)),
      until: last ? new Date(Math.max(since.getTime(), Date.parse(last.fields.updated))) : since,
      more: issues.length === PAGE,
    }
  },
  *test(place) {
    const { project, issue_type = 'Task' } = place.settings
    const found: { key: string; name: string; issueTypes?: { name: string }[] } = yield* ask(
      place,
      'GET',
      `/project/${project}`,
    )
    const types = (found.issueTypes ?? []).map(({ name }) => name)
    if (types.length > 0 && !types.includes(issue_type))
      throw new TrackerFault('misplaced', `${found.key} has no issue type ${issue_type}: it has ${types.join(', ')}.`)
    const { permissions }: { permissions: Record<string, { havePermission: boolean }> } = yield* ask(
      place,
      'GET',
      `/mypermissions?permissions=CREATE_ISSUES,ADD_COMMENTS,TRANSITION_ISSUES&projectKey=${project}`,
    )
    const lacking = Object.entries(permissions).filter(([, { havePermission }]) => !havePermission)
    if (lacking.length > 0)
      throw new TrackerFault(
        'unauthorized',
        `In ${found.key} the token lacks ${lacking.map(([name]) => name).join(', ')}.`,
      )
    return `${found.name} (${found.key}) is there, and takes issues of the type ${issue_type}.`
  },
  readHook({ headers, body }, secret) {
    // Webhooks of the cloud's administrators, and of a data center since 10.0, are signed like that.
    const expected = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
    if (!isSame(String(headers['x-hub-signature'] ?? ''), expected)) return null
    const { issue } = JSON.parse(body) as { issue?: { id?: string | number } }
    return issue?.id === undefined ? [] : [String(issue.id)]
  },
}

function isCloud({ settings }: Place): boolean {
  return settings.deployment !== 'data_center'
}

function textOf(place: Place, blocks: readonly Block[], marker: string): unknown {
  return isCloud(place) ? adf(blocks, marker, MOST_TEXT) : wiki(blocks, marker, MOST_TEXT)
}

/** By labels Jira finds what a lost answer may have made; they hold no spaces. */
function bodyOf(place: Place, issue: Issue) {
  const { project, issue_type = 'Task' } = place.settings
  const labels = [
    ...issue.labels.map((label) => label.replaceAll(/\s+/g, '-')),
    'lasthash-ticket',
    labelOf(issue.marker),
  ]
  return {
    fields: {
      project: { key: project },
      issuetype: { name: issue_type },
      summary: [...issue.title.replaceAll(/\s+/g, ' ')].slice(0, MOST_TITLE).join(''),
      description: textOf(place, issue.blocks, issue.marker),
      labels: [...new Set(labels)],
      ...(issue.priority ? { priority: { name: issue.priority } } : {}),
      ...(issue.assignee
        ? { assignee: isCloud(place) ? { accountId: issue.assignee } : { name: issue.assignee } }
        : {}),
      ...place.fields,
    },
  }
}

function labelOf(marker: string): string {
  return `lasthash-${marker}`
}

function* search(place: Place, jql: string): Conversation<JiraIssue[]> {
  const fields = FIELDS.split(',')
  const path = isCloud(place) ? '/search/jql' : '/search'
  const page: { issues: JiraIssue[] } = yield* ask(place, 'POST', path, { jql, maxResults: PAGE, fields })
  return page.issues
}

function externalOf(place: Place, { id, key, fields }: JiraIssue): External {
  const isDone = fields.status.statusCategory.key === 'done'
  const isDropped = DROPPED.test(fields.resolution?.name ?? '') || DROPPED.test(fields.status.name)
  const state: TrackerState = !isDone ? 'open' : isDropped ? 'dropped' : 'done'
  return {
    id: String(id),
    key,
    url: urlOf(place, key),
    state,
    assignee: fields.assignee?.accountId ?? fields.assignee?.name ?? null,
  }
}

function urlOf({ base_url }: Place, key: string): string {
  return `${base_url}/browse/${key}`
}

function* ask<T>(
  place: Place,
  method: Call['method'],
  path: string,
  body?: unknown,
  about: 'place' | 'issue' = 'place',
): Conversation<T> {
  const { base_url, settings } = place
  const basic = Buffer.from(`${settings.email}:${settings.token}`).toString('base64')
  const answer = yield {
    method,
    url: `${base_url}/rest/api/${isCloud(place) ? 3 : 2}${path}`,
    headers: {
      accept: 'application/json',
      authorization: isCloud(place) ? `Basic ${basic}` : `Bearer ${settings.token}`,
      // Without it a data center takes a change for a forgery (XSRF) where a browser's agent is named.
      'x-atlassian-token': 'no-check',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? null : JSON.stringify(body),
  }
  const fault = faultOf(answer, settings.project!, about)
  if (fault) throw fault
  return answer.status === 204 ? (undefined as T) : jsonOf<T>(answer)
}

function faultOf(answer: Answer, project: string, about: 'place' | 'issue'): TrackerFault | undefined {
  const { status, body } = answer
  if (status >= 200 && status < 300) return undefined
  const common = commonFault(answer, 'x-ratelimit-reset')
  if (common) return common
  if (status === 401) return new TrackerFault('unauthorized', `Jira does not take the token any more${said(answer)}`)
  if (status === 403) return new TrackerFault('unauthorized', `The token may not do that${said(answer)}`)
  if (status === 404 && about === 'issue') return new TrackerFault('gone', 'The issue is not there any more.')
  if (status === 404)
    return new TrackerFault('misplaced', `There is no project ${project}, or the token does not see it.`)
  if (status === 400 && /"(project|issuetype)":/.test(body))
    return new TrackerFault('misplaced', `Jira does not take the project or the issue type: ${errorsIn(body)}`)
  return new TrackerFault('refused', `Jira refuses it with ${status}: ${errorsIn(body)}`)
}

/** `errorMessages` and `errors`, as a sentence. */
function errorsIn(body: string): string {
  try {
    const { errorMessages = [], errors = {} } = JSON.parse(body) as {
      errorMessages?: string[]
      errors?: Record<string, string>
    }
    const words = [...errorMessages, ...Object.entries(errors).map(([field, fault]) => `${field}: ${fault}`)]
    if (words.length > 0) return words.join(' ').slice(0, 500)
  } catch {
    // It is told as it is.
  }
  return body.slice(0, 300)
}
