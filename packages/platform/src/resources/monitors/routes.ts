import { Type } from 'typebox'
import { ApiError } from '../../errors.ts'
import { LIST_QUERY, listBody, listOf, pageOf } from '../../http/list.ts'
import { type Route, route } from '../../http/route.ts'
import {
  EXAMPLE,
  HISTORY_EXAMPLE,
  History,
  MONITOR_KINDS,
  Monitor,
  MonitorCreate,
  MonitorPatch,
  toMonitor,
} from './schema.ts'
import { changeMonitor, createMonitor, readHistory, removeMonitor } from './service.ts'
import { findMonitor, listMonitors, type MonitorFilter } from './store.ts'

const params = Type.Object({ monitor_id: Type.String() })
const Time = Type.Optional(Type.String({ format: 'date-time' }))

export const monitorRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/v1/monitors',
    operationId: 'listMonitors',
    summary: 'List monitors',
    scope: 'monitors:read',
    query: Type.Object(
      {
        ...LIST_QUERY,
        website_id: Type.Optional(Type.String({ maxLength: 80 })),
        kind: Type.Optional(Type.Enum(MONITOR_KINDS)),
        status: Type.Optional(Type.Enum(['pending', 'up', 'degraded', 'down', 'unknown'])),
      },
      { additionalProperties: false },
    ),
    answers: {
      200: {
        description: 'Newest first.',
        schema: listOf(Monitor),
        example: { object: 'list', data: [EXAMPLE], has_more: false, next_cursor: null },
      },
    },
    async handler({ db, organizationId, query }) {
      const page = pageOf(query)
      const rows = await listMonitors(db, organizationId, page, query as MonitorFilter)
      return {
        status: 200,
        body: listBody(
          rows.map((row) => toMonitor(row)),
          page,
        ),
      }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/monitors',
    operationId: 'createMonitor',
    summary: 'Watch a website',
    description:
      'Looks at once, then every `interval` seconds. What differs from the looks before, or goes beyond a threshold, is looked at a second time before an alarm is raised.',
    scope: 'monitors:write',
    body: MonitorCreate,
    example: { website_id: EXAMPLE.website_id, kind: 'uptime', interval: 300, thresholds: { max_response_ms: 3_000 } },
    answers: {
      201: {
        description: 'Watching.',
        location: true,
        schema: Monitor,
        example: { ...EXAMPLE, status: 'pending', reading: null, checked_at: null, status_changed_at: null },
      },
    },
    errors: ['monitor_not_possible'],
    async handler({ db, organizationId, body }) {
      const monitor = toMonitor(await createMonitor(db, organizationId, body as never))
      return { status: 201, body: monitor, headers: { location: `/v1/monitors/${monitor.id}` } }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/monitors/:monitor_id',
    operationId: 'getMonitor',
    summary: 'Get a monitor',
    scope: 'monitors:read',
    params,
    answers: { 200: { description: 'The monitor and how it is.', schema: Monitor, example: EXAMPLE } },
    async handler({ db, organizationId, params: { monitor_id } }) {
      const monitor = await findMonitor(db, organizationId, monitor_id)
      if (!monitor) throw new ApiError('not_found', `There is no monitor ${monitor_id}.`)
      return { status: 200, body: toMonitor(monitor) }
    },
  }),
  route({
    method: 'PATCH',
    path: '/v1/monitors/:monitor_id',
    operationId: 'updateMonitor',
    summary: 'Change a monitor',
    description: 'JSON merge patch (RFC 7396), thresholds included. The next look follows at once.',
    scope: 'monitors:write',
    params,
    body: MonitorPatch,
    example: { interval: 60 },
    answers: { 200: { description: 'Changed.', schema: Monitor, example: { ...EXAMPLE, interval: 60 } } },
    async handler({ db, organizationId, params, body }) {
      return { status: 200, body: toMonitor(await changeMonitor(db, organizationId, params.monitor_id, body as never)) }
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/monitors/:monitor_id',
    operationId: 'deleteMonitor',
    summary: 'Stop watching',
    description: 'Deletes the monitor with its history. Alerts that stand because of it are resolved, and kept.',
    scope: 'monitors:write',
    params,
    answers: { 204: { description: 'Deleted.' } },
    async handler({ db, organizationId, params }) {
      await removeMonitor(db, organizationId, params.monitor_id)
      return { status: 204 }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/monitors/:monitor_id/history',
    operationId: 'getMonitorHistory',
    summary: 'Get the history of a monitor',
    description:
      'Hour by hour and in sum, of at most 31 days; the last 24 hours unless told; kept for 400 days. Or, with `step=day`, day by day of at most 1100; the last 90 unless told; kept as long as the monitor. Percentiles are right to within 5%.',
    scope: 'monitors:read',
    params,
    query: Type.Object(
      { step: Type.Optional(Type.Enum(['hour', 'day'], { default: 'hour' })), from: Time, to: Time },
      { additionalProperties: false },
    ),
    answers: { 200: { description: 'What the looks have shown.', schema: History, example: HISTORY_EXAMPLE } },
    async handler({ db, organizationId, params, query }) {
      return { status: 200, body: await readHistory(db, organizationId, params.monitor_id, query) }
    },
  }),
]
