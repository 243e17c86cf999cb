import { createHash, createHmac } from 'node:crypto'
import type { TrackerState } from '../../db/schema.ts'
import { isSame } from './github.ts'
import type { Issue } from './issue.ts'
import { markdown } from './markdown.ts'
import {
  type Answer,
  askedToWait,
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
const MOST_BODY = 200_000 // characters
const PAGE = 100
const HOOK_AGE = 60_000 // milliseconds; linear.app/developers/webhooks asks to refuse older ones
const PRIORITIES: Record<string, number> = { critical: 1, high: 2, medium: 3, low: 4, info: 4 }
const ISSUE = 'id identifier url updatedAt state { type } assignee { email } trashed'

interface LinearIssue {
  id: string
  identifier: string
  url: string
  updatedAt: string
  state: { type: string }
  assignee: { email: string } | null
  trashed: boolean | null
}

interface Team {
  id: string
  key: string
  name: string
  states: { nodes: { id: string; type: string; position: number }[] }
}

interface Connection<T> {
  nodes: T[]
}

/** Linear by GraphQL. It takes identifiers of ours, so that nothing is ever made twice: a second try is told that it is there. */
export const linear: Tracker = {
  at_once: 3,
  pace: 0,
  *create(place, issue) {
    const team = yield* teamOf(place)
    const input = {
      id: idOf(issue.marker),
      teamId: team.id,
      title: [...issue.title].slice(0, MOST_TITLE).join(''),
      description: markdown(issue.blocks, issue.marker, MOST_BODY),
      priority: priorityOf(issue),
      labelIds: yield* labelIds(place, team, issue.labels),
      ...(issue.assignee ? { assigneeId: yield* userId(place, issue.assignee) } : {}),
      ...place.fields,
    }
    const query = `mutation Create($input: IssueCreateInput!) { issueCreate(input: $input) { issue { ${ISSUE} } } }`
    const { issueCreate }: { issueCreate: { issue: LinearIssue } } = yield* ask(place, query, { input })
    return externalOf(issueCreate.issue)
  },
  *find(place, marker) {
    const found = yield* issuesOf(place, { id: { eq: idOf(marker) } })
    return found[0] ? externalOf(found[0]) : null
  },
  *read(place, id) {
    const query = `query Read($id: String!) { issue(id: $id) { ${ISSUE} } }`
    const { issue }: { issue: LinearIssue } = yield* ask(place, query, { id }, 'issue')
    if (issue.trashed) throw new TrackerFault('gone', 'The issue was deleted.')
    return externalOf(issue)
  },
  *comment(place, id, { marker, blocks }) {
    const input = { id: idOf(marker), issueId: id, body: markdown(blocks, marker, MOST_BODY) }
    const query = 'mutation Comment($input: CommentCreateInput!) { commentCreate(input: $input) { success } }'
    yield* ask(place, query, { input }, 'issue')
  },
  *hasComment(place, _id, marker) {
    const query = 'query Comments($filter: CommentFilter) { comments(filter: $filter, first: 1) { nodes { id } } }'
    const filter = { id: { eq: idOf(marker) } }
    const { comments }: { comments: Connection<{ id: string }> } = yield* ask(place, query, { filter })
    return comments.nodes.length > 0
  },
  *setState(place, id, state) {
    const team = yield* teamOf(place)
    const wanted = { open: ['unstarted', 'backlog', 'triage', 'started'], done: ['completed'], dropped: ['canceled'] }[
      state
    ]
    const states = team.states.nodes.toSorted((a, b) => a.position - b.position)
    const stateId = wanted.flatMap((type) => states.filter((one) => one.type === type))[0]?.id
    if (!stateId)
      throw new TrackerFault('refused', `The team ${team.key} has no state of the type ${wanted.join(' or ')}.`)
    const query =
      'mutation Set($id: String!, $input: IssueUpdateInput!) { issueUpdate(id: $id, input: $input) { success } }'
    yield* ask(place, query, { id, input: { stateId } }, 'issue')
  },
  *changed(place, since) {
    const team = yield* teamOf(place)
    const filter = { team: { id: { eq: team.id } }, updatedAt: { gte: since.toISOString() } }
    const issues = (yield* issuesOf(place, filter)).toSorted((a, b) => a.updatedAt.localeCompare(b.updatedAt))
    // Newest first and cut off: older ones than the last may be left out, so those are asked for again.
    const more = issues.length === PAGE
    return {
      issues: issues.map(externalOf),
      until: more ? since : new Date(issues.at(-1)?.updatedAt ?? since),
      more: false,
    }
  },
  *test(place) {
    const team = yield* teamOf(place)
    return `The team ${team.name} (${team.key}) is there, and takes issues.`
  },
  readHook({ headers, body }, secret) {
    const expected = createHmac('sha256', secret).update(body).digest('hex')
    if (!isSame(String(headers['linear-signature'] ?? ''), expected)) return null
    const hook = JSON.parse(body) as { type?: string; data?: { id?: string }; webhookTimestamp?: number }
    if (Math.abs(Date.now() - (hook.webhookTimestamp ?? 0)) > HOOK_AGE) return null
    return hook.type === 'Issue' && hook.data?.id ? [hook.data.id] : []
  },
}

/** A UUID in the form of version 4, which Linear asks for, that always follows from the marker. */
function idOf(marker: string): string {
  const bytes = createHash('sha256').update(`lasthash:${marker}`).digest().subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

function priorityOf({ priority, severity }: Issue): number {
  const given = Number(priority ?? Number.NaN)
  return Number.isInteger(given) && given >= 0 && given <= 4 ? given : (PRIORITIES[severity] ?? 0)
}

function externalOf({ id, identifier, url, state, assignee }: LinearIssue): External {
  const states: Record<string, TrackerState> = { completed: 'done', canceled: 'dropped', duplicate: 'dropped' }
  return { id, key: identifier, url, state: states[state.type] ?? 'open', assignee: assignee?.email ?? null }
}

function* issuesOf(place: Place, filter: unknown): Conversation<LinearIssue[]> {
  const query = `query Issues($filter: IssueFilter) { issues(filter: $filter, first: ${PAGE}, orderBy: updatedAt) { nodes { ${ISSUE} } } }`
  const { issues }: { issues: Connection<LinearIssue> } = yield* ask(place, query, { filter })
  return issues.nodes
}

function* teamOf(place: Place): Conversation<Team> {
  const { team = '' } = place.settings
  const isId = /^[0-9a-f]{8}-/.test(team)
  const query =
    'query Team($filter: TeamFilter) { teams(filter: $filter, first: 1) { nodes { id key name states(first: 100) { nodes { id type position } } } } }'
  const filter = isId ? { id: { eq: team } } : { key: { eq: team } }
  const { teams }: { teams: Connection<Team> } = yield* ask(place, query, { filter })
  const [found] = teams.nodes
  if (!found) throw new TrackerFault('misplaced', `There is no team ${team}, or the token does not see it.`)
  return found
}

/** Labels that are not there yet are made, in the team. */
function* labelIds(place: Place, team: Team, names: readonly string[]): Conversation<string[]> {
  if (names.length === 0) return []
  const there = yield* labelsOf(place, team, names)
  const ids: string[] = []
  for (const name of names) ids.push(there.get(name) ?? (yield* makeLabel(place, team, name)))
  return ids
}

function* labelsOf(place: Place, team: Team, names: readonly string[]): Conversation<Map<string, string>> {
  const query =
    'query Labels($filter: IssueLabelFilter) { issueLabels(filter: $filter, first: 100) { nodes { id name team { id } } } }'
  type Found = { issueLabels: Connection<{ id: string; name: string; team: { id: string } | null }> }
  const { issueLabels }: Found = yield* ask(place, query, { filter: { name: { in: names } } })
  const fitting = issueLabels.nodes.filter((one) => one.team === null || one.team.id === team.id)
  return new Map(fitting.map(({ name, id }) => [name, id]))
}

function* makeLabel(place: Place, team: Team, name: string): Conversation<string> {
  const query =
    'mutation Label($input: IssueLabelCreateInput!) { issueLabelCreate(input: $input) { issueLabel { id } } }'
  const input = { id: idOf(`${team.id} ${name}`), name, teamId: team.id }
  try {
    const made: { issueLabelCreate: { issueLabel: { id: string } } } = yield* ask(place, query, { input })
    return made.issueLabelCreate.issueLabel.id
  } catch (error) {
    // Another ticket, or somebody, has made it at the same moment.
    if (!(error instanceof TrackerFault) || error.kind !== 'refused') throw error
    const id = (yield* labelsOf(place, team, [name])).get(name)
    if (id === undefined) throw error
    return id
  }
}

function* userId(place: Place, person: string): Conversation<string> {
  if (!person.includes('@')) return person
  const query = 'query Users($filter: UserFilter) { users(filter: $filter, first: 1) { nodes { id } } }'
  const { users }: { users: Connection<{ id: string }> } = yield* ask(place, query, {
    filter: { email: { eq: person } },
  })
  const [user] = users.nodes
  if (!user)
    throw new TrackerFault('refused', `Linear knows nobody of the address ${person}: mend the assignee in mapping.`)
  return user.id
}

interface GraphQLAnswer<T> {
  data?: T | null
  errors?: { message: string; extensions?: { code?: string; type?: string; userPresentableMessage?: string } }[]
}

function* ask<T>(
  { base_url, settings }: Place,
  query: string,
  variables: unknown,
  about: 'place' | 'issue' = 'place',
): Conversation<T> {
  const token = settings.token!
  const answer = yield {
    method: 'POST',
    url: `${base_url}/graphql`,
    headers: {
      'content-type': 'application/json',
      // A personal key as it is, what OAuth has given as a bearer (linear.app/developers/graphql).
      authorization: token.startsWith('lin_api_') ? token : `Bearer ${token}`,
    },
    body: JSON.stringify({ query, variables }),
  }
  const fault = faultOf(answer, about)
  if (fault) throw fault
  return jsonOf<{ data: T }>(answer).data
}

/** Linear answers faults with 200 or 400 and `errors` (linear.app/developers/rate-limiting). */
function faultOf(answer: Answer, about: 'place' | 'issue'): TrackerFault | undefined {
  const { status, body, headers } = answer
  if (status === 401) return new TrackerFault('unauthorized', `Linear does not take the token any more${said(answer)}`)
  if (/"RATELIMITED"/.test(body)) {
    const complexity = headers['x-ratelimit-complexity-remaining'] === '0'
    const reset = complexity ? 'x-ratelimit-complexity-reset' : 'x-ratelimit-requests-reset'
    return new TrackerFault('limited', 'Linear’s rate limit is used up.', askedToWait(answer, reset))
  }
  const common = commonFault(answer, 'x-ratelimit-requests-reset')
  if (common) return common
  const { errors = [] } = jsonOf<GraphQLAnswer<unknown>>(answer)
  const [first] = errors
  if (!first)
    return status < 300 ? undefined : new TrackerFault('refused', `Linear refuses it with ${status}${said(answer)}`)
  const { code = '', type = '', userPresentableMessage } = first.extensions ?? {}
  const words = [userPresentableMessage, first.message]
    .filter((one) => one)
    .join(' ')
    .slice(0, 300)
  if (/AUTHENTICATION/i.test(code) || /authentication/i.test(type))
    return new TrackerFault('unauthorized', `Linear does not take the token any more: ${words}`)
  if (/FORBIDDEN/i.test(code) || /forbidden/i.test(type))
    return new TrackerFault('unauthorized', `The token may not do that: ${words}`)
  if (/INTERNAL/i.test(code) || /internal/i.test(type)) return new TrackerFault('away', `Linear has failed: ${words}`)
  if (about === 'issue' && /not found|could not be found/i.test(words))
    return new TrackerFault('gone', 'The issue is not there any more.')
  return new TrackerFault('refused', `Linear refuses it: ${words}`)
}
