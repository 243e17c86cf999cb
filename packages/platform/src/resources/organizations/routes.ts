import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { LIST_QUERY, listBody, listOf, pageOf } from '../../http/list.ts'
import { MEMBER_ROLES } from '../../http/roles.ts'
import { type Route, route } from '../../http/route.ts'
import { requestDeletion, restoreOrganization } from './deletion.ts'
import { activateDomain, wantedDomain } from './domain.ts'
import { exportOrganization } from './export.ts'
import {
  CHILD_EXAMPLE,
  DELETED_EXAMPLE,
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
      'Under your own: a customer of yours, with its own data, plan and limits. Your keys act for it with the header `LastHash-Organization`; so make its own keys, where it is to have some. It takes the scope `billing:write` as well.',
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
      'JSON merge patch (RFC 7396). Plan, limits and suspension are for the organisation above to change; they hold at once, on every server, and take the scope `billing:write` as well.',
    scope: 'organizations:write',
    params,
    body: OrganizationPatch,
    example: {
      name: 'Acme',
      allowed_origins: ['https://status.example.com'],
      branding: { name: 'Acme Security', colors: { primary: '#12355b', accent: '#1459b3' } },
    },
    answers: { 200: { description: 'Changed.', schema: Organization, example: EXAMPLE } },
    errors: ['domain_taken'],
    async handler(call) {
      const changes = call.body as Parameters<typeof changeOrganization>[2]
      return { status: 200, body: toOrganization(await changeOrganization(call, call.params.organization_id, changes)) }
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/organizations/:organization_id',
    operationId: 'deleteOrganization',
    summary: 'Delete an organisation',
    description:
      'It is suspended at once, and gone after 30 days, with all that it has. Until then the organisation above can restore it, and export it. It takes the scope `billing:write` as well.',
    scope: 'organizations:write',
    params,
    answers: { 200: { description: 'Suspended, to be deleted.', schema: Organization, example: DELETED_EXAMPLE } },
    errors: ['organization_not_deletable'],
    async handler(call) {
      return { status: 200, body: toOrganization(await requestDeletion(call, call.params.organization_id)) }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/organizations/:organization_id/restore',
    operationId: 'restoreOrganization',
    summary: 'Restore an organisation',
    description:
      'Takes its deletion back, while its days of grace last. One that was suspended before stays suspended. It takes the scope `billing:write` as well.',
    scope: 'organizations:write',
    params,
    answers: { 200: { description: 'As before its deletion.', schema: Organization, example: CHILD_EXAMPLE } },
    async handler(call) {
      return { status: 200, body: toOrganization(await restoreOrganization(call, call.params.organization_id)) }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/organizations/:organization_id/domain/check',
    operationId: 'checkDomain',
    summary: 'Take an own domain into use',
    description:
      'Asks `branding.domain` over the network, for up to ten seconds. When this service answers there, links in answers, events and mails lead to it from now on.',
    scope: 'organizations:write',
    params,
    answers: { 200: { description: 'The domain is in use.', schema: Organization, example: CHILD_EXAMPLE } },
    errors: ['domain_not_set', 'domain_not_here'],
    async handler(call) {
      const { context, organizationId, params } = call
      const id = params.organization_id
      const domain = await wantedDomain(call, id)
      // The look takes seconds: no transaction is held open for it.
      const afterCommit = async () => {
        const db = context.database.as(organizationId)
        return { status: 200, body: toOrganization(await activateDomain({ ...call, db }, id, domain)) }
      }
      return { status: 200, afterCommit }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/organizations/:organization_id/export',
    operationId: 'exportOrganization',
    summary: 'Export all of an organisation',
    description:
      'Everything that is kept of it, as one JSON document: `tables` has the rows of each kind, as they are stored, without secrets; `people` tells who its members are, whom the rows name by their ids; `files` has evidence and reports in base64. Also of one under yours that is deleted, while its days of grace last.',
    scope: 'exports:read',
    params,
    answers: {
      200: {
        description: 'The document, sent as it is read.',
        streamed: true,
        schema: Type.Object({
          object: Type.Literal('organization_export'),
          exported_at: Type.String({ format: 'date-time' }),
          organization: Organization,
          people: Type.Array(
            Type.Object({
              id: Type.String(),
              name: Type.String(),
              email: Type.String(),
              role: Type.Enum(MEMBER_ROLES),
              joined_at: Type.String({ format: 'date-time' }),
            }),
          ),
          tables: Type.Record(Type.String(), Type.Array(Type.Unknown())),
          files: Type.Array(
            Type.Object({
              key: Type.String(),
              content_type: Type.String(),
              size: Type.Integer(),
              base64: Type.String(),
            }),
          ),
        }),
        example: {
          object: 'organization_export',
          exported_at: '2026-01-20T00:00:00Z',
          organization: CHILD_EXAMPLE,
          people: [
            {
              id: 'user_01k0000000000000000000000',
              name: 'Ada Lovelace',
              email: 'ada@example.com',
              role: 'owner',
              joined_at: '2026-01-10T08:00:00Z',
            },
          ],
          tables: { websites: [{ id: 'ws_01k0000000000000000000000', url: 'https://example.com/' }] },
          files: [
            { key: 'reports/rep_01k0000000000000000000000.txt', content_type: 'text/plain', size: 2, base64: 'T0s=' },
          ],
        },
      },
    },
    async handler(call) {
      const { context, signal } = call
      const organization = toOrganization(await existing(call, call.params.organization_id))
      const pieces = exportOrganization(context.database.as(organization.id), context.blobs, organization, signal)
      const headers = {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="${organization.id}.json"`,
      }
      return { status: 200, body: Readable.from(pieces, { objectMode: false }), headers }
    },
  }),
]
