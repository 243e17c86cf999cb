import { createHmac } from 'node:crypto'
import { buildSchema, graphqlSync } from 'graphql'
import type { Json } from '../test-api.ts'
import { type FakeTracker, startTracker } from './server.ts'

const TOKEN = 'lin_api_0123456789abcdef'
const TEAM = { id: '11111111-1111-4111-8111-111111111111', key: 'ENG', name: 'Engineering' }
const USER = { id: '22222222-2222-4222-8222-222222222222', email: 'dev@acme.example' }
const STATES = ['backlog', 'unstarted', 'started', 'completed', 'canceled'].map((type, n) => ({
  ...{ id: `33333333-3333-4333-8333-33333333333${n}`, type, position: n, name: type },
}))
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Of Linear's published schema, what is used here, with the very names and types; `linear-schema.ts` holds it against the whole. */
export const SCHEMA = `
  scalar DateTime
  scalar DateTimeOrDuration
  input IDComparator { eq: ID, in: [ID!] }
  input IssueIDComparator { eq: ID, in: [ID!] }
  input StringComparator { eq: String, in: [String!] }
  input DateComparator { gte: DateTimeOrDuration, gt: DateTimeOrDuration }
  input TeamFilter { id: IDComparator, key: StringComparator }
  input UserFilter { id: IDComparator, email: StringComparator }
  input IssueLabelFilter { id: IDComparator, name: StringComparator }
  input CommentFilter { id: IDComparator }
  input IssueFilter { id: IssueIDComparator, team: TeamFilter, updatedAt: DateComparator }
  input IssueCreateInput { id: String, teamId: String!, title: String, description: String, priority: Int, labelIds: [String!], assigneeId: String, stateId: String, projectId: String }
  input IssueUpdateInput { stateId: String, title: String, description: String, assigneeId: String }
  input CommentCreateInput { id: String, issueId: String, body: String }
  input IssueLabelCreateInput { id: String, name: String!, teamId: String, color: String }
  enum PaginationOrderBy { createdAt updatedAt }
  type WorkflowState { id: ID!, type: String!, position: Float!, name: String! }
  type WorkflowStateConnection { nodes: [WorkflowState!]! }
  type Team { id: ID!, key: String!, name: String!, states(first: Int): WorkflowStateConnection! }
  type TeamConnection { nodes: [Team!]! }
  type User { id: ID!, email: String! }
  type UserConnection { nodes: [User!]! }
  type IssueLabel { id: ID!, name: String!, team: Team }
  type IssueLabelConnection { nodes: [IssueLabel!]! }
  type Comment { id: ID!, body: String! }
  type CommentConnection { nodes: [Comment!]! }
  type Issue { id: ID!, identifier: String!, url: String!, title: String!, updatedAt: DateTime!, state: WorkflowState!, assignee: User, trashed: Boolean }
  type IssueConnection { nodes: [Issue!]! }
  type IssuePayload { success: Boolean!, issue: Issue }
  type CommentPayload { success: Boolean!, comment: Comment! }
  type IssueLabelPayload { success: Boolean!, issueLabel: IssueLabel! }
  type Query {
    issue(id: String!): Issue!
    issues(filter: IssueFilter, first: Int, after: String, orderBy: PaginationOrderBy): IssueConnection!
    teams(filter: TeamFilter, first: Int): TeamConnection!
    users(filter: UserFilter, first: Int): UserConnection!
    issueLabels(filter: IssueLabelFilter, first: Int): IssueLabelConnection!
    comments(filter: CommentFilter, first: Int): CommentConnection!
  }
  type Mutation {
    issueCreate(input: IssueCreateInput!): IssuePayload!
    issueUpdate(id: String!, input: IssueUpdateInput!): IssuePayload!
    commentCreate(input: CommentCreateInput!): CommentPayload!
    issueLabelCreate(input: IssueLabelCreateInput!): IssueLabelPayload!
  }
`

/** Linear's GraphQL for one team. Queries and variables are held to the schema by GraphQL's own implementation. */
export async function startLinear(): Promise<FakeTracker> {
  const schema = buildSchema(SCHEMA)
  const issues: Json[] = []
  const comments: Json[] = []
  const labels: Json[] = []
  let last = 0
  const team = { ...TEAM, states: () => ({ nodes: STATES }) }
  const now = () => new Date().toISOString()
  const find = (id: string) => {
    const issue = issues.find((one) => one.id === id)
    if (!issue) throw new Error('Entity not found: Issue - Could not find referenced Issue.')
    return issue
  }
  const made = (list: Json[], given: Json): Json => {
    if (!UUID.test(given.id)) throw new Error('id must be a UUID v4')
    if (list.some(({ id }) => id === given.id)) throw new Error('Entity already exists: duplicate key')
    list.push(given)
    return given
  }
  const root = {
    issue: ({ id }: Json) => find(id),
    issues: ({ filter }: Json) => ({
      nodes: issues
        .filter(({ id }) => filter?.id?.eq === undefined || filter.id.eq === id)
        .filter(({ updatedAt }) => filter?.updatedAt?.gte === undefined || updatedAt >= filter.updatedAt.gte)
        .sort((a, b) => b.updatedAt.localeCompare(a.updatedAt)),
    }),
    teams: ({ filter }: Json) => ({ nodes: filter.key?.eq === TEAM.key || filter.id?.eq === TEAM.id ? [team] : [] }),
    users: ({ filter }: Json) => ({ nodes: filter.email?.eq === USER.email ? [USER] : [] }),
    issueLabels: ({ filter }: Json) => ({ nodes: labels.filter(({ name }) => filter.name.in.includes(name)) }),
    comments: ({ filter }: Json) => ({ nodes: comments.filter(({ id }) => id === filter.id.eq) }),
    issueCreate({ input }: Json) {
      const number = ++last
      const assignee = input.assigneeId ? (input.assigneeId === USER.id ? USER : null) : null
      const names = (input.labelIds ?? []).map((id: string) => labels.find((one) => one.id === id)!.name)
      const about = {
        identifier: `ENG-${number}`,
        url: `https://linear.app/acme/issue/ENG-${number}`,
        updatedAt: now(),
        trashed: null,
      }
      return { success: true, issue: made(issues, { ...input, ...about, names, assignee, state: STATES[0] }) }
    },
    issueUpdate({ id, input }: Json) {
      return {
        success: true,
        issue: Object.assign(find(id), { updatedAt: now(), state: STATES.find((one) => one.id === input.stateId) }),
      }
    },
    commentCreate({ input }: Json) {
      find(input.issueId)
      return { success: true, comment: made(comments, input) }
    },
    issueLabelCreate: ({ input }: Json) => ({ success: true, issueLabel: made(labels, { ...input, team }) }),
  }
  const server = await startTracker(null, ({ method, path, headers, body }) => {
    if (method !== 'POST' || path !== '/graphql') return { status: 404 }
    if (headers.authorization !== TOKEN) return unauthorized
    const result = graphqlSync({ schema, source: body.query, variableValues: body.variables, rootValue: root })
    for (const error of result.errors ?? []) if (!error.originalError) server.faults.push(error.message)
    const errors = result.errors?.map(({ message }) => ({
      message,
      extensions: { type: 'invalid input', code: 'INPUT_ERROR' },
    }))
    return {
      status: errors && !result.data ? 400 : 200,
      body: { data: result.data ?? null, ...(errors ? { errors } : {}) },
    }
  })
  return Object.assign(server, {
    kind: 'linear' as const,
    settings: { team: TEAM.key, token: TOKEN },
    seen: () =>
      issues.map((issue) => ({
        ...{
          id: issue.id,
          title: issue.title,
          text: issue.description,
          labels: issue.names,
          assignee: issue.assignee?.email ?? null,
        },
        closed: ['completed', 'canceled'].includes(issue.state.type),
        comments: comments.filter(({ issueId }) => issueId === issue.id).map(({ body }) => body),
      })),
    setState(id: string, state: 'open' | 'done' | 'dropped', secret: string) {
      const type = { open: 'unstarted', done: 'completed', dropped: 'canceled' }[state]
      Object.assign(find(id), { state: STATES.find((one) => one.type === type), updatedAt: now() })
      const body = JSON.stringify({ action: 'update', type: 'Issue', data: { id }, webhookTimestamp: Date.now() })
      return { body, headers: { 'linear-signature': createHmac('sha256', secret).update(body).digest('hex') } }
    },
    remove: (id: string) => void issues.splice(issues.indexOf(find(id)), 1),
    limited: {
      status: 400,
      headers: {
        'retry-after': '2',
        'x-ratelimit-requests-remaining': '0',
        'x-ratelimit-requests-reset': String(Date.now() + 3_600_000),
      },
      body: { errors: [{ message: 'Rate limit exceeded', extensions: { code: 'RATELIMITED', type: 'ratelimited' } }] },
    },
    unauthorized,
    refused: {
      status: 400,
      body: {
        errors: [
          {
            message: 'Argument Validation Error',
            extensions: { type: 'invalid input', userPresentableMessage: 'projectId must be set.' },
          },
        ],
      },
    },
  })
}

const unauthorized = {
  status: 401,
  body: {
    errors: [{ message: 'Authentication required, not authenticated', extensions: { code: 'AUTHENTICATION_ERROR' } }],
  },
}
