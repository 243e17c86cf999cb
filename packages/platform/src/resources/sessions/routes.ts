import { rfc3339 } from '@lasthash/scanner'
import { type TSchema, Type } from 'typebox'
import { ApiError } from '../../errors.ts'
import { LIST_QUERY, listBody, listOf, pageOf } from '../../http/list.ts'
import { type Call, type Route, route } from '../../http/route.ts'
import { listSessions, removeSession, type SessionFilter, type SessionRow } from './store.ts'

const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

const Session = Type.Object(
  {
    id: Type.String(),
    user_id: Type.String(),
    current: Type.Boolean({ description: 'It is the log-in that this very request came with.' }),
    address: Nullable(Type.String({ description: 'From where the person logged in.' })),
    user_agent: Nullable(Type.String({ description: 'As the browser called itself.' })),
    created_at: Type.String({ format: 'date-time' }),
    updated_at: Type.String({ format: 'date-time', description: 'When it was last seen, to the day.' }),
    expires_at: Type.String({ format: 'date-time', description: 'Unless it is used before.' }),
  },
  { title: 'Session' },
)
const EXAMPLE = {
  id: 'ses_01k0000000000000000000000',
  user_id: 'user_01k0000000000000000000000',
  current: false,
  address: '203.0.113.7',
  user_agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0',
  created_at: '2026-01-15T00:00:00Z',
  updated_at: '2026-01-15T00:00:00Z',
  expires_at: '2026-01-22T00:00:00Z',
}

/** Other people's log-ins are for those who may manage people. */
function visible({ caller }: Call): SessionFilter {
  const { person, scopes } = caller
  return person && !scopes.includes('users:write') ? { user_id: person.id } : {}
}

function toSession({ ip_address, created_at, updated_at, expires_at, ...row }: SessionRow, { caller }: Call) {
  return {
    ...row,
    current: caller.person?.sessionId === row.id,
    address: ip_address,
    created_at: rfc3339(created_at),
    updated_at: rfc3339(updated_at),
    expires_at: rfc3339(expires_at),
  }
}

export const sessionRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/v1/sessions',
    operationId: 'listSessions',
    summary: 'List log-ins',
    description:
      'Where people of the organisation are logged in: all of them for keys, owners and admins, only their own for others.',
    scope: 'sessions:read',
    query: Type.Object(
      {
        ...LIST_QUERY,
        user_id: Type.Optional(Type.String({ minLength: 1, maxLength: 100, description: 'Only this person’s.' })),
      },
      { additionalProperties: false },
    ),
    answers: {
      200: {
        description: 'Newest first.',
        schema: listOf(Session),
        example: { object: 'list', data: [EXAMPLE], has_more: false, next_cursor: null },
      },
    },
    async handler(call) {
      const { limit, cursor, user_id } = call.query
      const page = pageOf({ limit, cursor })
      const rows = await listSessions(call.db, call.organizationId, page, [{ user_id }, visible(call)])
      return {
        status: 200,
        body: listBody(
          rows.map((row) => toSession(row, call)),
          page,
        ),
      }
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/sessions/:session_id',
    operationId: 'endSession',
    summary: 'End a log-in',
    description: 'At once, on every server: whoever has its cookie has to log in again.',
    scope: 'sessions:write',
    params: Type.Object({ session_id: Type.String() }),
    answers: { 204: { description: 'Ended.' } },
    async handler(call) {
      const { session_id } = call.params
      if (!(await removeSession(call.db, call.organizationId, session_id, visible(call))))
        throw new ApiError('not_found', `There is no log-in ${session_id}.`)
      return { status: 204 }
    },
  }),
]
