import { Type } from 'typebox'
import { LIST_QUERY, listBody, listOf, pageOf } from '../../http/list.ts'
import { type Route, route } from '../../http/route.ts'
import { Bundle, BundleCreate, EXAMPLE, toBundle } from './schema.ts'
import { keyOf, makeBundle, missing, TYPE } from './service.ts'
import { findBundle, listBundles } from './store.ts'

const params = Type.Object({ bundle_id: Type.String() })

export const complianceBundleRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/v1/compliance/bundles',
    operationId: 'listBundles',
    summary: 'List bundles',
    scope: 'compliance:read',
    query: Type.Object(
      { ...LIST_QUERY, framework: Type.Optional(Type.String({ maxLength: 40 })) },
      { additionalProperties: false },
    ),
    answers: {
      200: {
        description: 'Newest first.',
        schema: listOf(Bundle),
        example: { object: 'list', data: [EXAMPLE], has_more: false, next_cursor: null },
      },
    },
    async handler({ db, organizationId, publicUrl, query: { framework, ...list } }) {
      const page = pageOf(list)
      const rows = await listBundles(db, organizationId, page, framework)
      return {
        status: 200,
        body: listBody(
          rows.map((row) => toBundle(row, publicUrl)),
          page,
        ),
      }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/compliance/bundles',
    operationId: 'createBundle',
    summary: 'Make a signed bundle',
    description:
      'For auditors: the assessment, its evidence, attestations with their files, and the history of changes, each file hash-chained and all of it signed (Ed25519). Anybody verifies it by `npx lasthash verify FILE` or at `/verify`, without an account. It is kept.',
    scope: 'compliance:write',
    body: BundleCreate,
    example: { framework: 'pci_dss_4' },
    answers: { 201: { description: 'Made and signed.', location: true, schema: Bundle, example: EXAMPLE } },
    errors: ['too_many_websites'],
    async handler(call) {
      const bundle = toBundle(await makeBundle(call as never, call.body), call.publicUrl)
      return { status: 201, body: bundle, headers: { location: `/v1/compliance/bundles/${bundle.id}` } }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/compliance/bundles/:bundle_id',
    operationId: 'getBundle',
    summary: 'Get a bundle',
    scope: 'compliance:read',
    params,
    answers: { 200: { description: 'What it is.', schema: Bundle, example: EXAMPLE } },
    async handler({ db, organizationId, publicUrl, params: { bundle_id } }) {
      const row = await findBundle(db, organizationId, bundle_id)
      if (!row) throw missing(bundle_id)
      return { status: 200, body: toBundle(row, publicUrl) }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/compliance/bundles/:bundle_id/file',
    operationId: 'downloadBundle',
    summary: 'Download a bundle',
    scope: 'compliance:read',
    params,
    answers: {
      200: {
        description: 'A tar file.',
        type: TYPE,
        schema: Type.String({ format: 'binary' }),
        example: 'manifest.json…',
        streamed: true,
      },
    },
    async handler({ context, db, organizationId, params: { bundle_id } }) {
      const row = await findBundle(db, organizationId, bundle_id)
      const blob = row && (await context.blobs.get(organizationId, keyOf(bundle_id)))
      if (!blob) throw missing(bundle_id)
      const name = `lasthash-${row.framework}-${row.created_at.toISOString().slice(0, 10)}.tar`
      return {
        status: 200,
        body: blob.stream,
        headers: { 'content-type': TYPE, 'content-disposition': `attachment; filename="${name}"` },
      }
    },
  }),
]
