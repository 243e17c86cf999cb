import { Type } from 'typebox'
import type { MemberRole } from '../../db/schema.ts'
import { LIST_QUERY, listBody, listOf, pageOf } from '../../http/list.ts'
import { type Route, route } from '../../http/route.ts'
import { EXAMPLE, toUser, User, UserPatch } from './schema.ts'
import { changeRole, existing, removeUser } from './service.ts'
import { listUsers } from './store.ts'

const params = Type.Object({ user_id: Type.String() })

export const userRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/v1/users',
    operationId: 'listUsers',
    summary: 'List people',
    description: 'Everybody who belongs to the organisation, with their role.',
    scope: 'users:read',
    query: Type.Object(LIST_QUERY, { additionalProperties: false }),
    answers: {
      200: {
        description: 'Newest first.',
        schema: listOf(User),
        example: { object: 'list', data: [EXAMPLE], has_more: false, next_cursor: null },
      },
    },
    async handler({ db, organizationId, query }) {
      const page = pageOf(query)
      const rows = await listUsers(db, organizationId, page)
      return { status: 200, body: listBody(rows.map(toUser), page) }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/users/:user_id',
    operationId: 'getUser',
    summary: 'Get a person',
    description: '`me` is whoever is logged in.',
    scope: 'users:read',
    params,
    answers: { 200: { description: 'The person.', schema: User, example: EXAMPLE } },
    async handler(call) {
      return { status: 200, body: toUser(await existing(call, call.params.user_id)) }
    },
  }),
  route({
    method: 'PATCH',
    path: '/v1/users/:user_id',
    operationId: 'updateUser',
    summary: 'Change a person’s role',
    description:
      'JSON merge patch (RFC 7396). It holds from the next request on. Nobody gives a role, or takes one away, that can do more than they can themselves; the last owner stays one.',
    scope: 'users:write',
    params,
    body: UserPatch,
    errors: ['last_owner'],
    example: { role: 'analyst' },
    answers: { 200: { description: 'Changed.', schema: User, example: EXAMPLE } },
    async handler(call) {
      const user = await existing(call, call.params.user_id)
      const role = (call.body.role ?? user.role) as MemberRole
      return { status: 200, body: toUser(await changeRole(call, user, role)) }
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/users/:user_id',
    operationId: 'removeUser',
    summary: 'Remove a person',
    description:
      'From the organisation, from the next request on. The account stays theirs; API keys that they made stay the organisation’s: `created_by` names them.',
    scope: 'users:write',
    params,
    errors: ['last_owner'],
    answers: { 204: { description: 'Removed.' } },
    async handler(call) {
      await removeUser(call, await existing(call, call.params.user_id))
      return { status: 204 }
    },
  }),
]
