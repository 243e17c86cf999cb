import { rfc3339 } from '@lasthash/scanner'
import { type Static, type TSchema, Type } from 'typebox'
import { ApiError, ERRORS } from '../../errors.ts'
import { LIST_QUERY, listBody, listOf, pageOf } from '../../http/list.ts'
import { type Call, type Route, route } from '../../http/route.ts'
import { newId } from '../../identifier.ts'
import { EXAMPLE, toVulnerability, Vulnerability } from './schema.ts'
import { findVulnerability, insertComment, listChanges, listComments } from './store.ts'
import { decide } from './triage.ts'

const params = Type.Object({ vulnerability_id: Type.String() })
const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const MOST_AT_ONCE = 100

const TRIAGE = {
  status: Type.Optional(
    Type.Enum(['open', 'accepted_risk', 'false_positive'], {
      description: '`fixed` and `reopened` are not for people to say: scans see them.',
    }),
  ),
  reason: Type.Optional(
    nullable(Type.String({ maxLength: 2_000, description: 'Needed with accepted_risk and false_positive.' })),
  ),
  expires_at: Type.Optional(
    nullable(Type.String({ format: 'date-time', description: 'When the decision ends: then it is open again.' })),
  ),
  assignee: Type.Optional(
    nullable(Type.String({ minLength: 1, maxLength: 200, description: 'Whoever is to mend it.' })),
  ),
}

export const VulnerabilityPatch = Type.Object(TRIAGE, { additionalProperties: false })

const BulkTriage = Type.Object(
  {
    ids: Type.Array(Type.String({ maxLength: 80 }), { minItems: 1, maxItems: MOST_AT_ONCE, uniqueItems: true }),
    ...TRIAGE,
  },
  { additionalProperties: false },
)

const BulkResult = Type.Object({
  results: Type.Array(
    Type.Object({
      id: Type.String(),
      status: Type.Integer({ description: 'What the change alone would have answered.' }),
      code: nullable(Type.String()),
      detail: nullable(Type.String()),
    }),
  ),
})

const Comment = Type.Object(
  {
    id: Type.String(),
    vulnerability_id: Type.String(),
    author: Type.String({ description: 'The id of the key.' }),
    body: Type.String(),
    created_at: Type.String({ format: 'date-time' }),
  },
  { title: 'Comment' },
)
const COMMENT_EXAMPLE: Static<typeof Comment> = {
  id: 'cmt_01k0000000000000000000000',
  vulnerability_id: 'vuln_01k0000000000000000000000',
  author: 'key_01k0000000000000000000000',
  body: 'The header is set from version 4.2 on, which goes out on Tuesday.',
  created_at: '2026-01-15T15:00:00Z',
}

const Change = Type.Object(
  {
    field: Type.Enum(['status', 'assignee', 'merged_into', 'places']),
    before: nullable(Type.String()),
    after: nullable(Type.String()),
    reason: nullable(Type.String()),
    author: Type.String({ description: 'The id of the key, the scan or the verification, or `expiry`.' }),
    created_at: Type.String({ format: 'date-time' }),
  },
  { title: 'Change' },
)
const CHANGE_EXAMPLE: Static<typeof Change> = {
  field: 'status',
  before: 'open',
  after: 'accepted_risk',
  reason: 'Mended by the new proxy in March.',
  author: 'key_01k0000000000000000000000',
  created_at: '2026-01-15T15:00:00Z',
}

async function existing({ db, organizationId }: Pick<Call, 'db' | 'organizationId'>, id: string) {
  const row = await findVulnerability(db, organizationId, id)
  if (!row) throw new ApiError('not_found', `There is no vulnerability ${id}.`)
  return row
}

export const triageRoutes: Route[] = [
  route({
    method: 'PATCH',
    path: '/v1/vulnerabilities/:vulnerability_id',
    operationId: 'updateVulnerability',
    summary: 'Decide about a vulnerability',
    description:
      'Accept the risk, mark it false, or open it again; give it to somebody. What is accepted or false weighs nothing. It opens again by itself when the decision ends, and when it has become worse since.',
    scope: 'vulnerabilities:write',
    params,
    body: VulnerabilityPatch,
    example: {
      status: 'accepted_risk',
      reason: 'Mended by the new proxy in March.',
      expires_at: '2099-03-31T00:00:00Z',
    },
    answers: {
      200: { description: 'As it is now.', schema: Vulnerability, example: { ...EXAMPLE, status: 'accepted_risk' } },
    },
    errors: ['status_not_lawful', 'vulnerability_merged'],
    async handler({ db, organizationId, params: { vulnerability_id }, body, caller }) {
      const row = await decide(db, organizationId, vulnerability_id, body as never, caller.actor)
      return { status: 200, body: toVulnerability(row) }
    },
  }),
  route({
    method: 'PATCH',
    path: '/v1/vulnerabilities',
    operationId: 'updateVulnerabilities',
    summary: 'Decide about many vulnerabilities',
    description: 'The same change to up to 100 of them, with a result each: one that is refused holds up no other.',
    scope: 'vulnerabilities:write',
    body: BulkTriage,
    example: {
      ids: ['vuln_01k0000000000000000000000'],
      status: 'false_positive',
      reason: 'The page is a lesson about it.',
    },
    answers: {
      200: {
        description: 'In the order of the ids.',
        schema: BulkResult,
        example: { results: [{ id: 'vuln_01k0000000000000000000000', status: 200, code: null, detail: null }] },
      },
    },
    async handler({ db, organizationId, body: { ids, ...triage }, caller }) {
      const results: Static<typeof BulkResult>['results'] = []
      for (const id of ids) {
        try {
          await decide(db, organizationId, id, triage as never, caller.actor)
          results.push({ id, status: 200, code: null, detail: null })
        } catch (error) {
          // What is wrong with the change itself is wrong with all of them.
          if (!(error instanceof ApiError) || error.code === 'validation_failed') throw error
          results.push({ id, status: ERRORS[error.code].status, code: error.code, detail: error.message })
        }
      }
      return { status: 200, body: { results } }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/vulnerabilities/:vulnerability_id/history',
    operationId: 'listVulnerabilityChanges',
    summary: 'List what became of a vulnerability',
    scope: 'vulnerabilities:read',
    params,
    answers: {
      200: {
        description: 'Newest first, at most the last 1,000.',
        schema: Type.Object({
          object: Type.Literal('list'),
          data: Type.Array(Change),
          has_more: Type.Boolean(),
          next_cursor: Type.Null(),
        }),
        example: { object: 'list', data: [CHANGE_EXAMPLE], has_more: false, next_cursor: null },
      },
    },
    async handler(call) {
      const { id } = await existing(call, call.params.vulnerability_id)
      const data = (await listChanges(call.db, call.organizationId, id)).map(({ created_at, ...change }) => ({
        ...change,
        created_at: rfc3339(created_at),
      }))
      return { status: 200, body: { object: 'list', data, has_more: false, next_cursor: null } }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/vulnerabilities/:vulnerability_id/comments',
    operationId: 'listVulnerabilityComments',
    summary: 'List comments',
    scope: 'vulnerabilities:read',
    params,
    query: Type.Object(LIST_QUERY, { additionalProperties: false }),
    answers: {
      200: {
        description: 'Newest first.',
        schema: listOf(Comment),
        example: { object: 'list', data: [COMMENT_EXAMPLE], has_more: false, next_cursor: null },
      },
    },
    async handler(call) {
      const page = pageOf(call.query)
      const { id } = await existing(call, call.params.vulnerability_id)
      const rows = await listComments(call.db, call.organizationId, id, page)
      return { status: 200, body: listBody(rows.map(toComment), page) }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/vulnerabilities/:vulnerability_id/comments',
    operationId: 'createVulnerabilityComment',
    summary: 'Comment on a vulnerability',
    scope: 'vulnerabilities:write',
    params,
    body: Type.Object({ body: Type.String({ minLength: 1, maxLength: 10_000 }) }, { additionalProperties: false }),
    example: { body: COMMENT_EXAMPLE.body },
    answers: { 201: { description: 'Written.', schema: Comment, example: COMMENT_EXAMPLE } },
    async handler(call) {
      const { id: vulnerability_id } = await existing(call, call.params.vulnerability_id)
      const { organizationId: organization_id, caller, body } = call
      const comment = { id: newId('cmt'), organization_id, vulnerability_id, author: caller.actor, body: body.body }
      return { status: 201, body: toComment(await insertComment(call.db, comment)) }
    },
  }),
]

function toComment(row: { id: string; vulnerability_id: string; author: string; body: string; created_at: Date }) {
  const { id, vulnerability_id, author, body, created_at } = row
  return { id, vulnerability_id, author, body, created_at: rfc3339(created_at) }
}
