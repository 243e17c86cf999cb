import { Type } from 'typebox'
import { ApiError } from '../../errors.ts'
import { LIST_QUERY, listBody, listOf, pageOf } from '../../http/list.ts'
import { type Route, route } from '../../http/route.ts'
import { ALERT_KINDS } from '../alert-channels/settings.ts'
import { ALERT_STATUSES, Alert, AlertPatch, EXAMPLE, toAlert } from './schema.ts'
import { changeAlert } from './service.ts'
import { type AlertFilter, findAlert, listAlerts } from './store.ts'

const params = Type.Object({ alert_id: Type.String() })

export const alertRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/v1/alerts',
    operationId: 'listAlerts',
    summary: 'List alerts',
    scope: 'alerts:read',
    query: Type.Object(
      {
        ...LIST_QUERY,
        status: Type.Optional(Type.Enum([...ALERT_STATUSES])),
        kind: Type.Optional(Type.Enum(ALERT_KINDS)),
        severity: Type.Optional(Type.Enum(['critical', 'high', 'medium', 'low', 'info'])),
        website_id: Type.Optional(Type.String({ maxLength: 80 })),
        monitor_id: Type.Optional(Type.String({ maxLength: 80 })),
      },
      { additionalProperties: false },
    ),
    answers: {
      200: {
        description: 'Newest first.',
        schema: listOf(Alert),
        example: { object: 'list', data: [EXAMPLE], has_more: false, next_cursor: null },
      },
    },
    async handler({ db, organizationId, query }) {
      const page = pageOf(query)
      const rows = await listAlerts(db, organizationId, page, query as AlertFilter)
      return { status: 200, body: listBody(rows.map(toAlert), page) }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/alerts/:alert_id',
    operationId: 'getAlert',
    summary: 'Get an alert',
    scope: 'alerts:read',
    params,
    answers: { 200: { description: 'The alert.', schema: Alert, example: EXAMPLE } },
    async handler({ db, organizationId, params: { alert_id } }) {
      const alert = await findAlert(db, organizationId, alert_id)
      if (!alert) throw new ApiError('not_found', `There is no alert ${alert_id}.`)
      return { status: 200, body: toAlert(alert) }
    },
  }),
  route({
    method: 'PATCH',
    path: '/v1/alerts/:alert_id',
    operationId: 'updateAlert',
    summary: 'Acknowledge or resolve an alert',
    description:
      'An alert resolves by itself when its cause has gone. Resolved by hand, what is there now becomes what its monitor holds later looks against.',
    scope: 'alerts:write',
    params,
    body: AlertPatch,
    example: { status: 'acknowledged' },
    answers: {
      200: {
        description: 'As it is now.',
        schema: Alert,
        example: {
          ...EXAMPLE,
          status: 'acknowledged',
          acknowledged_at: '2026-01-15T00:05:00Z',
          acknowledged_by: 'key_01k0000000000000000000000',
        },
      },
    },
    errors: ['alert_resolved'],
    async handler({ db, organizationId, params, body, caller }) {
      const { status } = body as { status: 'open' }
      return {
        status: 200,
        body: toAlert(await changeAlert(db, organizationId, params.alert_id, status, caller.actor)),
      }
    },
  }),
]
