import { Type } from 'typebox'
import { LIST_QUERY, listBody, listOf, pageOf } from '../../http/list.ts'
import { type Route, route } from '../../http/route.ts'
import {
  CHILD_EXAMPLE,
  EXAMPLE,
  Organization,
  OrganizationCreate,
  OrganizationPatch,
  toOrganization,
} from './schema.ts'
import { changeOrganization, createOrganization, existing } from './service.ts'
import { listOrganizations } from './store.ts'

const params = Type.Object({ organization_id: Type.String() })

export const organizationRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/v1/organizations',
    operationId: 'listOrganizations',
    summary: 'List organisations',
    description: 'Your own and those under it.',
    scope: 'organizations:read',
    query: Type.Object(LIST_QUERY, { additionalProperties: false }),
    answers: {
      200: {
        description: 'Newest first.',
        schema: listOf(Organization),
        example: { object: 'list', data: [CHILD_EXAMPLE, EXAMPLE], has_more: false, next_cursor: null },
      },
    },
    async handler({ db, organizationId, query }) {
      const page = pageOf(query)
      const rows = await listOrganizations(db, organizationId, page)
      return { status: 200, body: listBody(rows.map(toOrganization), page) }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/organizations',
    operationId: 'createOrganization',
    summary: 'Make an organisation',
    description:
      'Under your own: a customer of yours, with its own data, plan and limits. Your keys act for it with the header `LastHash-Organization`; so make its own keys, where it is to have some.',
    scope: 'organizations:write',
    body: OrganizationCreate,
    example: { name: 'Customer', plan: 'pro' },
    answers: { 201: { description: 'Made.', location: true, schema: Organization, example: CHILD_EXAMPLE } },
    errors: ['organization_not_parent'],
    async handler(call) {
      const row = await createOrganization(call, call.body as Parameters<typeof createOrganization>[1])
      return { status: 201, body: toOrganization(row), headers: { location: `/v1/organizations/${row.id}` } }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/organizations/:organization_id',
    operationId: 'getOrganization',
    summary: 'Get an organisation',
    scope: 'organizations:read',
    params,
    answers: { 200: { description: 'The organisation.', schema: Organization, example: EXAMPLE } },
    async handler(call) {
      return { status: 200, body: toOrganization(await existing(call, call.params.organization_id)) }
    },
  }),
  route({
    method: 'PATCH',
    path: '/v1/organizations/:organization_id',
    operationId: 'updateOrganization',
    summary: 'Change an organisation',
    description:
      'JSON merge patch (RFC 7396). Plan, limits and suspension are for the organisation above to change; they hold at once, on every server.',
    scope: 'organizations:write',
    params,
    body: OrganizationPatch,
    example: { name: 'Acme', allowed_origins: ['https://status.example.com'] },
    answers: { 200: { description: 'Changed.', schema: Organization, example: EXAMPLE } },
    async handler(call) {
      const changes = call.body as Parameters<typeof changeOrganization>[2]
      return { status: 200, body: toOrganization(await changeOrganization(call, call.params.organization_id, changes)) }
    },
  }),
]
