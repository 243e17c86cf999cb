import { Type } from 'typebox'
import { ApiError } from '../../errors.ts'
import { LIST_QUERY, listBody, listOf, pageOf } from '../../http/list.ts'
import { preferredWait } from '../../http/prefer.ts'
import { type Route, route } from '../../http/route.ts'
import { fileHeaders } from './file.ts'
import { EXAMPLE, Kind, QUEUED_EXAMPLE, Report, ReportCreate, toReport } from './schema.ts'
import { createReport, doneReport, missing } from './service.ts'
import { deleteReport, findReport, listReports, type ReportQuery } from './store.ts'
import { waitForReport } from './watch.ts'

const params = Type.Object({ report_id: Type.String() })
const filterId = (description: string) => Type.Optional(Type.String({ maxLength: 80, description }))

export const reportRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/v1/reports',
    operationId: 'listReports',
    summary: 'List reports',
    scope: 'reports:read',
    query: Type.Object(
      {
        ...LIST_QUERY,
        kind: Type.Optional(Kind),
        status: Type.Optional(Type.Enum(['queued', 'running', 'done', 'failed'])),
        website_id: filterId('Only those that were asked for of this website.'),
        scan_id: filterId('Only those of this scan.'),
        report_schedule_id: filterId('Only those that this schedule had made.'),
        run_id: filterId('Only those of one run of a schedule.'),
      },
      { additionalProperties: false },
    ),
    answers: {
      200: {
        description: 'Newest first.',
        schema: listOf(Report),
        example: { object: 'list', data: [EXAMPLE], has_more: false, next_cursor: null },
      },
    },
    async handler({ db, organizationId, query, publicUrl }) {
      const page = pageOf(query)
      const rows = await listReports(db, organizationId, page, query as ReportQuery)
      const data = rows.map((row) => toReport(row, publicUrl))
      return { status: 200, body: listBody(data, page) }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/reports',
    operationId: 'createReport',
    summary: 'Make a report',
    description:
      'Of one scan, of one website as it is now, of a group, of a tag, or of all that you have. It is made in the background: `status` says how far it is, and `download_url` where the file is once it is `done`. With `Prefer: wait=N` (RFC 7240) the answer waits up to N seconds, at most 30. Executive, comparison, portfolio and compliance reports come as `pdf`, `html`, `json` and `csv`, technical ones also as `sarif`.',
    scope: 'reports:write',
    body: ReportCreate,
    example: { scan_id: 'scan_01k0000000000000000000000', kind: 'technical', format: 'pdf' },
    headers: { Prefer: '`wait=N`: how many seconds the answer may wait for the report, at most 30.' },
    answers: {
      202: {
        description: 'Accepted; `Location` is where to look.',
        location: true,
        schema: Report,
        example: QUEUED_EXAMPLE,
      },
    },
    errors: ['not_found', 'scan_not_done', 'results_expired', 'scans_not_comparable', 'too_many_reports'],
    async handler(call) {
      const { context, organizationId, publicUrl, signal } = call
      const report = await createReport(call, call.body as never)
      const headers = { location: `/v1/reports/${report.id}` }
      const body = toReport(report, publicUrl)
      const seconds = preferredWait(call.headers.prefer)
      if (seconds === 0) return { status: 202, body, headers }
      return {
        status: 202,
        body,
        headers: { ...headers, 'preference-applied': `wait=${seconds}` },
        async afterCommit() {
          const present = await waitForReport(context.database, { organizationId, id: report.id }, seconds, signal)
          return { status: 202, body: present ? toReport(present, publicUrl) : body }
        },
      }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/reports/:report_id',
    operationId: 'getReport',
    summary: 'Get a report',
    scope: 'reports:read',
    params,
    answers: { 200: { description: 'The report, and how far it is.', schema: Report, example: EXAMPLE } },
    async handler({ db, organizationId, params: { report_id }, publicUrl }) {
      const report = await findReport(db, organizationId, report_id)
      if (!report) throw missing(report_id)
      return { status: 200, body: toReport(report, publicUrl) }
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/reports/:report_id',
    operationId: 'deleteReport',
    summary: 'Delete a report',
    description: 'With its file and its links. One that is still being made is given up.',
    scope: 'reports:write',
    params,
    answers: { 204: { description: 'Deleted.' } },
    async handler({ context, db, organizationId, params: { report_id } }) {
      const report = await deleteReport(db, organizationId, report_id)
      if (!report) throw missing(report_id)
      if (report.blob_key !== null) await context.blobs.remove(organizationId, report.blob_key, db)
      return { status: 204 }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/reports/:report_id/download',
    operationId: 'downloadReport',
    summary: 'Download a report',
    description: 'The file, in the report’s own type.',
    scope: 'reports:read',
    params,
    answers: {
      200: {
        description: 'The file.',
        schema: Type.String(),
        type: 'application/pdf',
        streamed: true,
        example: '%PDF-1.7 …',
        otherTypes: {
          'text/html': '<!doctype html>…',
          'application/json': '{"object": "report", …}',
          'text/csv': 'website,severity,title\n…',
          'application/sarif+json': '{"version": "2.1.0", "runs": […]}',
        },
      },
    },
    errors: ['report_not_done', 'storage_unavailable'],
    async handler(call) {
      const report = await doneReport(call, call.params.report_id)
      const blob = await call.context.blobs.get(call.organizationId, report.blob_key!)
      if (!blob) throw new ApiError('not_found', `The file of the report ${report.id} is gone.`)
      return { status: 200, body: blob.stream, headers: fileHeaders(report, blob.size) }
    },
  }),
]
