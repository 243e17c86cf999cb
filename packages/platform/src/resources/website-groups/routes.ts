import { Type } from 'typebox'
import { ApiError } from '../../errors.ts'
import { LIST_QUERY, listBody, listOf, pageOf } from '../../http/list.ts'
import { type Route, route } from '../../http/route.ts'
import { EXAMPLE, toGroup, WebsiteGroup, WebsiteGroupCreate, WebsiteGroupPatch } from './schema.ts'
import { deleteGroup, findGroup, insertGroup, listGroups, updateGroup } from './store.ts'

const params = Type.Object({ group_id: Type.String() })
const missing = (id: string) => new ApiError('not_found', `There is no group ${id}.`)

export const websiteGroupRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/v1/website-groups',
    operationId: 'listWebsiteGroups',
    summary: 'List groups of websites',
    scope: 'websites:read',
    query: Type.Object(LIST_QUERY, { additionalProperties: false }),
    answers: {
      200: {
        description: 'Newest first.',
        schema: listOf(WebsiteGroup),
        example: { object: 'list', data: [EXAMPLE], has_more: false, next_cursor: null },
      },
    },
    async handler({ db, organizationId, query }) {
      const page = pageOf(query)
      return { status: 200, body: listBody((await listGroups(db, organizationId, page)).map(toGroup), page) }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/website-groups',
    operationId: 'createWebsiteGroup',
    summary: 'Make a group of websites',
    description: 'Which websites are in it, they say themselves: `groups` of a website.',
    scope: 'websites:write',
    body: WebsiteGroupCreate,
    example: { name: 'Shops', description: 'Everything that takes orders.' },
    answers: { 201: { description: 'Made.', location: true, schema: WebsiteGroup, example: EXAMPLE } },
    errors: ['group_exists'],
    async handler({ db, organizationId, body }) {
      const group = await insertGroup(db, organizationId, body)
      return { status: 201, body: toGroup(group), headers: { location: `/v1/website-groups/${group.id}` } }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/website-groups/:group_id',
    operationId: 'getWebsiteGroup',
    summary: 'Get a group of websites',
    scope: 'websites:read',
    params,
    answers: { 200: { description: 'The group.', schema: WebsiteGroup, example: EXAMPLE } },
    async handler({ db, organizationId, params: { group_id } }) {
      const group = await findGroup(db, organizationId, group_id)
      if (!group) throw missing(group_id)
      return { status: 200, body: toGroup(group) }
    },
  }),
  route({
    method: 'PATCH',
    path: '/v1/website-groups/:group_id',
    operationId: 'updateWebsiteGroup',
    summary: 'Change a group of websites',
    scope: 'websites:write',
    params,
    body: WebsiteGroupPatch,
    example: { name: 'Shops in Europe' },
    answers: { 200: { description: 'Changed.', schema: WebsiteGroup, example: EXAMPLE } },
    errors: ['group_exists'],
    async handler({ db, organizationId, params: { group_id }, body: { name, description } }) {
      const group = await updateGroup(db, organizationId, group_id, {
        ...(name === undefined ? {} : { name }),
        ...(description === undefined ? {} : { description: description ?? '' }),
      })
      if (!group) throw missing(group_id)
      return { status: 200, body: toGroup(group) }
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/website-groups/:group_id',
    operationId: 'deleteWebsiteGroup',
    summary: 'Delete a group of websites',
    description: 'Its websites stay.',
    scope: 'websites:write',
    params,
    answers: { 204: { description: 'Deleted.' } },
    async handler({ db, organizationId, params: { group_id } }) {
      if (!(await deleteGroup(db, organizationId, group_id))) throw missing(group_id)
      return { status: 204 }
    },
  }),
]
