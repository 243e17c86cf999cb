import { Type } from 'typebox'
import { ApiError } from '../../errors.ts'
import { LIST_QUERY, listBody, listOf, pageOf } from '../../http/list.ts'
import { type Route, route } from '../../http/route.ts'
import {
  Criticality,
  EXAMPLE,
  toWebsite,
  Website,
  WebsiteCreate,
  WebsitePatch,
  WebsitesPatch,
  WebsitesPatched,
} from './schema.ts'
import { changeWebsite, createWebsite, type Given, targetOf } from './service.ts'
import { deleteWebsite, findWebsite, listWebsites, type WebsiteFilter } from './store.ts'

const params = Type.Object({ website_id: Type.String() })
const missing = (id: string) => new ApiError('not_found', `There is no website ${id}.`)

export const websiteRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/v1/websites',
    operationId: 'listWebsites',
    summary: 'List websites',
    scope: 'websites:read',
    query: Type.Object(
      {
        ...LIST_QUERY,
        tag: Type.Optional(Type.String({ maxLength: 50, description: 'Only those with this tag.' })),
        group: Type.Optional(Type.String({ maxLength: 80, description: 'Only those of this group.' })),
        criticality: Type.Optional(Criticality),
        grade: Type.Optional(Type.Enum(['A+', 'A', 'B', 'C', 'D', 'F'])),
        min_score: Type.Optional(
          Type.Integer({ minimum: 0, maximum: 100, description: 'Not those with a lower score, or none.' }),
        ),
        max_score: Type.Optional(
          Type.Integer({ minimum: 0, maximum: 100, description: 'Not those with a higher score, or none.' }),
        ),
        verified: Type.Optional(Type.Enum(['true', 'false'], { description: 'Whether it is shown to be yours.' })),
        q: Type.Optional(
          Type.String({ minLength: 1, maxLength: 200, description: 'Part of the name or the address.' }),
        ),
        url: Type.Optional(
          Type.String({ maxLength: 2048, description: 'Only the one of this scheme, host and port.' }),
        ),
      },
      { additionalProperties: false },
    ),
    answers: {
      200: {
        description: 'Newest first.',
        schema: listOf(Website),
        example: { object: 'list', data: [EXAMPLE], has_more: false, next_cursor: null },
      },
    },
    errors: ['target_refused'],
    async handler({ db, organizationId, query }) {
      const page = pageOf(query)
      const url = query.url === undefined ? undefined : targetOf(query.url, true, { parameter: 'url' }).origin
      const verified = query.verified === undefined ? undefined : query.verified === 'true'
      const rows = await listWebsites(db, organizationId, page, { ...query, url, verified } as WebsiteFilter)
      return { status: 200, body: listBody(rows.map(toWebsite), page) }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/websites',
    operationId: 'createWebsite',
    summary: 'Register a website',
    scope: 'websites:write',
    body: WebsiteCreate,
    example: { url: 'https://example.com', name: 'Shop', tags: ['shop'] },
    answers: { 201: { description: 'Registered.', location: true, schema: Website, example: EXAMPLE } },
    errors: ['target_refused', 'website_exists'],
    async handler(call) {
      const { body, context } = call
      const website = await createWebsite(call, targetOf(body.url, context.config.allowPrivate), body as Given)
      return { status: 201, body: toWebsite(website), headers: { location: `/v1/websites/${website.id}` } }
    },
  }),
  route({
    method: 'PATCH',
    path: '/v1/websites',
    operationId: 'updateWebsites',
    summary: 'Change many websites',
    description: 'The same change to up to 100 of them, with a result each: one that is not there holds up no other.',
    scope: 'websites:write',
    body: WebsitesPatch,
    example: { ids: ['ws_01k0000000000000000000000'], tags: ['shop', 'eu'], criticality: 'high' },
    answers: {
      200: {
        description: 'In the order of the ids.',
        schema: WebsitesPatched,
        example: { results: [{ id: 'ws_01k0000000000000000000000', status: 200, code: null, detail: null }] },
      },
    },
    async handler(call) {
      const { ids, ...given } = call.body
      const results = []
      for (const id of ids) {
        const isThere = await changeWebsite(call, id, given as Given)
        results.push(
          isThere
            ? { id, status: 200, code: null, detail: null }
            : { id, status: 404, code: 'not_found', detail: missing(id).message },
        )
      }
      return { status: 200, body: { results } }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/websites/:website_id',
    operationId: 'getWebsite',
    summary: 'Get a website',
    scope: 'websites:read',
    params,
    answers: { 200: { description: 'The website.', schema: Website, example: EXAMPLE } },
    async handler({ db, organizationId, params: { website_id } }) {
      const website = await findWebsite(db, organizationId, website_id)
      if (!website) throw missing(website_id)
      return { status: 200, body: toWebsite(website) }
    },
  }),
  route({
    method: 'PATCH',
    path: '/v1/websites/:website_id',
    operationId: 'updateWebsite',
    summary: 'Change a website',
    description: 'JSON merge patch (RFC 7396). The address stays: another address is another website.',
    scope: 'websites:write',
    params,
    body: WebsitePatch,
    example: { tags: ['shop', 'eu'], settings: { exclude: ['/blog/*'], requests_per_second: 5 } },
    answers: { 200: { description: 'Changed.', schema: Website, example: EXAMPLE } },
    async handler(call) {
      const { website_id } = call.params
      const website = await changeWebsite(call, website_id, call.body as Given)
      if (!website) throw missing(website_id)
      return { status: 200, body: toWebsite(website) }
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/websites/:website_id',
    operationId: 'deleteWebsite',
    summary: 'Delete a website',
    description: 'With its scans and vulnerabilities.',
    scope: 'websites:write',
    params,
    answers: { 204: { description: 'Deleted.' } },
    async handler({ db, organizationId, params: { website_id } }) {
      if (!(await deleteWebsite(db, organizationId, website_id))) throw missing(website_id)
      return { status: 204 }
    },
  }),
]
