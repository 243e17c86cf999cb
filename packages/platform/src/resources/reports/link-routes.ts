import { Type } from 'typebox'
import { ApiError } from '../../errors.ts'
import { LIST_QUERY, listBody, listOf, pageOf } from '../../http/list.ts'
import { type Call, type Route, route } from '../../http/route.ts'
import { newId } from '../../identifier.ts'
import { shareUrl } from '../../reporting/signed-address.ts'
import { LINK_EXAMPLE, LinkCreate, ReportLink, toLink } from './schema.ts'
import { doneReport, linkEnd, missing } from './service.ts'
import { findLink, findReport, insertLink, type LinkRow, listLinks, revokeLink } from './store.ts'

const params = Type.Object({ report_id: Type.String() })
const linkParams = Type.Object({ report_id: Type.String(), link_id: Type.String() })
const noLink = (id: string) => new ApiError('not_found', `There is no link ${id}.`)

const shown = ({ context, publicUrl }: Pick<Call, 'context' | 'publicUrl'>, link: LinkRow) =>
  toLink(link, shareUrl(context.secrets, publicUrl, link.id))

/** Links by which strangers have a report, until they expire. */
export const reportLinkRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/v1/reports/:report_id/links',
    operationId: 'listReportLinks',
    summary: 'List a report’s links',
    scope: 'reports:read',
    params,
    query: Type.Object(LIST_QUERY, { additionalProperties: false }),
    answers: {
      200: {
        description: 'Newest first, those that are over included.',
        schema: listOf(ReportLink),
        example: { object: 'list', data: [LINK_EXAMPLE], has_more: false, next_cursor: null },
      },
    },
    async handler(call) {
      const { db, organizationId, params, query } = call
      const page = pageOf(query)
      const rows = await listLinks(db, organizationId, params.report_id, page)
      if (rows.length === 0 && !(await findReport(db, organizationId, params.report_id)))
        throw missing(params.report_id)
      const data = rows.map((row) => shown(call, row))
      return { status: 200, body: listBody(data, page) }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/reports/:report_id/links',
    operationId: 'createReportLink',
    summary: 'Share a report',
    description: 'Makes an address under which anyone gets the file, without a key, until it expires or is revoked.',
    scope: 'reports:write',
    params,
    body: LinkCreate,
    bodyOptional: true,
    example: { expires_at: '2026-01-22T14:32:15Z' },
    answers: { 201: { description: 'Made.', location: true, schema: ReportLink, example: LINK_EXAMPLE } },
    errors: ['report_not_done'],
    async handler(call) {
      const { db, organizationId, caller, body } = call
      const { id: report_id } = await doneReport(call, call.params.report_id)
      const own = { id: newId('lnk'), organization_id: organizationId, report_id, created_by: caller.actor }
      const link = await insertLink(db, { ...own, expires_at: linkEnd(body.expires_at) })
      return {
        status: 201,
        body: shown(call, link),
        headers: { location: `/v1/reports/${report_id}/links/${link.id}` },
      }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/reports/:report_id/links/:link_id',
    operationId: 'getReportLink',
    summary: 'Get a link',
    scope: 'reports:read',
    params: linkParams,
    answers: { 200: { description: 'The link.', schema: ReportLink, example: LINK_EXAMPLE } },
    async handler(call) {
      const { report_id, link_id } = call.params
      const link = await findLink(call.db, call.organizationId, report_id, link_id)
      if (!link) throw noLink(link_id)
      return { status: 200, body: shown(call, link) }
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/reports/:report_id/links/:link_id',
    operationId: 'revokeReportLink',
    summary: 'Revoke a link',
    description: 'At once. It stays listed, and whoever follows it is told that it is over.',
    scope: 'reports:write',
    params: linkParams,
    answers: { 204: { description: 'Revoked.' } },
    async handler({ db, organizationId, params: { report_id, link_id } }) {
      if (!(await revokeLink(db, organizationId, report_id, link_id))) throw noLink(link_id)
      return { status: 204 }
    },
  }),
]
