import { Type } from 'typebox'
import { ApiError } from '../../errors.ts'
import { LIST_QUERY, listBody, listOf, pageOf } from '../../http/list.ts'
import { preferredWait } from '../../http/prefer.ts'
import { type Route, route } from '../../http/route.ts'
import { EXAMPLE, QUEUED_EXAMPLE, Scan, ScanCreate, ScanStatus, ScanType, toScan } from './schema.ts'
import { cancelScan, createScan } from './service.ts'
import { findScan, listScans } from './store.ts'
import { waitForEnd } from './watch.ts'

const params = Type.Object({ scan_id: Type.String() })

export const scanRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/v1/scans',
    operationId: 'listScans',
    summary: 'List scans',
    scope: 'scans:read',
    query: Type.Object(
      {
        ...LIST_QUERY,
        website_id: Type.Optional(Type.String({ maxLength: 80, description: 'Only those of this website.' })),
        status: Type.Optional(ScanStatus),
        scan_type: Type.Optional(ScanType),
        schedule_id: Type.Optional(Type.String({ maxLength: 80, description: 'Only those that this schedule began.' })),
      },
      { additionalProperties: false },
    ),
    answers: {
      200: {
        description: 'Newest first.',
        schema: listOf(Scan),
        example: { object: 'list', data: [EXAMPLE], has_more: false, next_cursor: null },
      },
    },
    async handler({ db, organizationId, query, publicUrl }) {
      const page = pageOf(query)
      const rows = await listScans(db, organizationId, page, query)
      return {
        status: 200,
        body: listBody(
          rows.map((row) => toScan(row, publicUrl)),
          page,
        ),
      }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/scans',
    operationId: 'createScan',
    summary: 'Start a scan',
    description:
      'Scans over the plan’s concurrent limit wait in the queue. With `Prefer: wait=N` (RFC 7240) the answer waits up to N seconds, at most 30, for the end of the scan.',
    scope: 'scans:write',
    body: ScanCreate,
    example: { website_id: 'ws_01k0000000000000000000000', scan_type: 'full', priority: 'high' },
    headers: { Prefer: '`wait=N`: how many seconds the answer may wait for the end of the scan, at most 30.' },
    answers: {
      202: {
        description: 'Accepted; `Location` is where to look.',
        location: true,
        schema: Scan,
        example: QUEUED_EXAMPLE,
      },
    },
    errors: ['not_found', 'target_refused', 'scan_type_unavailable', 'website_not_verified'],
    async handler(call) {
      const { context, organizationId, publicUrl, signal } = call
      const scan = await createScan(call, call.body)
      const headers = { location: `/v1/scans/${scan.id}` }
      const seconds = preferredWait(call.headers.prefer)
      if (seconds === 0) return { status: 202, body: scan, headers }
      return {
        status: 202,
        body: scan,
        headers: { ...headers, 'preference-applied': `wait=${seconds}` },
        async afterCommit() {
          const present = await waitForEnd(context.database, { organizationId, id: scan.id }, seconds, signal)
          return { status: 202, body: present ? toScan(present, publicUrl) : scan }
        },
      }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/scans/:scan_id',
    operationId: 'getScan',
    summary: 'Get a scan',
    scope: 'scans:read',
    params,
    answers: { 200: { description: 'The scan.', schema: Scan, example: EXAMPLE } },
    async handler({ db, organizationId, params: { scan_id }, publicUrl }) {
      const scan = await findScan(db, organizationId, scan_id)
      if (!scan) throw new ApiError('not_found', `There is no scan ${scan_id}.`)
      return { status: 200, body: toScan(scan, publicUrl) }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/scans/:scan_id/cancel',
    operationId: 'cancelScan',
    summary: 'Cancel a scan',
    description: 'It counts as canceled at once; what still runs of it stops all traffic within two seconds.',
    scope: 'scans:write',
    params,
    answers: {
      200: { description: 'Canceled.', schema: Scan, example: { ...QUEUED_EXAMPLE, status: 'canceled' } },
    },
    errors: ['scan_not_cancelable'],
    async handler(call) {
      return { status: 200, body: await cancelScan(call, call.params.scan_id) }
    },
  }),
]
