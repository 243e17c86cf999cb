import { Type } from 'typebox'
import { ApiError } from '../../errors.ts'
import { LIST_QUERY, listBody, listOf, pageOf } from '../../http/list.ts'
import { type Route, route } from '../../http/route.ts'
import {
  DELIVERY_EXAMPLE,
  DELIVERY_STATUSES,
  EXAMPLE,
  ReportDelivery,
  ReportRun,
  ReportSchedule,
  ReportScheduleCreate,
  ReportSchedulePatch,
  RUN_EXAMPLE,
  toReportDelivery,
  toReportRun,
  toReportSchedule,
} from './schema.ts'
import { changeReportSchedule, createReportSchedule, missing, removeReportSchedule, sendNow } from './service.ts'
import { findReportSchedule, findRun, listReportDeliveries, listReportSchedules, listRuns } from './store.ts'

const params = Type.Object({ report_schedule_id: Type.String() })
const SAMPLE = {
  name: EXAMPLE.name,
  cron: EXAMPLE.cron,
  time_zone: EXAMPLE.time_zone,
  kind: EXAMPLE.kind,
  formats: EXAMPLE.formats,
  recipients: EXAMPLE.recipients,
}

export const reportScheduleRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/v1/report-schedules',
    operationId: 'listReportSchedules',
    summary: 'List schedules of reports',
    scope: 'reports:read',
    query: Type.Object(
      { ...LIST_QUERY, website_id: Type.Optional(Type.String({ maxLength: 80, description: 'Of one website.' })) },
      { additionalProperties: false },
    ),
    answers: {
      200: {
        description: 'Newest first.',
        schema: listOf(ReportSchedule),
        example: { object: 'list', data: [EXAMPLE], has_more: false, next_cursor: null },
      },
    },
    async handler({ db, organizationId, query }) {
      const page = pageOf(query)
      const rows = await listReportSchedules(db, organizationId, page, query)
      return { status: 200, body: listBody(rows.map(toReportSchedule), page) }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/report-schedules',
    operationId: 'createReportSchedule',
    summary: 'Have reports made and mailed on a schedule',
    description:
      'Give either `cron`, of five fields in `time_zone`, or `every`. Each time, one report of each of `formats` is made, kept, and mailed to each of `recipients`. Where clocks change, a time of day that does not exist is made up for right after, and one that is there twice counts once. A time that was missed while the service was down is made up for once.',
    scope: 'reports:write',
    body: ReportScheduleCreate,
    example: { ...SAMPLE, kind: 'portfolio', recipients: [] } as never,
    answers: { 201: { description: 'Scheduled.', location: true, schema: ReportSchedule, example: EXAMPLE } },
    errors: ['not_found', 'mail_not_configured', 'too_many_report_schedules'],
    async handler(call) {
      const schedule = toReportSchedule(await createReportSchedule(call, call.body as never))
      return { status: 201, body: schedule, headers: { location: `/v1/report-schedules/${schedule.id}` } }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/report-schedules/:report_schedule_id',
    operationId: 'getReportSchedule',
    summary: 'Get a schedule of reports',
    scope: 'reports:read',
    params,
    answers: { 200: { description: 'The schedule.', schema: ReportSchedule, example: EXAMPLE } },
    async handler({ db, organizationId, params: { report_schedule_id } }) {
      const schedule = await findReportSchedule(db, organizationId, report_schedule_id)
      if (!schedule) throw missing(report_schedule_id)
      return { status: 200, body: toReportSchedule(schedule) }
    },
  }),
  route({
    method: 'PATCH',
    path: '/v1/report-schedules/:report_schedule_id',
    operationId: 'updateReportSchedule',
    summary: 'Change a schedule of reports',
    description:
      'JSON merge patch (RFC 7396). `enabled: false` pauses it; `enabled: true` goes on, also after it was switched off, and forgives the failures. A `cron` takes the place of `every`, and of `website_id`, `group` and `tag` the one that is given that of the others. `recipients` are replaced whole; who has unsubscribed stays so.',
    scope: 'reports:write',
    params,
    body: ReportSchedulePatch,
    example: { enabled: false },
    answers: {
      200: { description: 'Changed.', schema: ReportSchedule, example: { ...EXAMPLE, enabled: false, next_runs: [] } },
    },
    errors: ['not_found', 'mail_not_configured'],
    async handler(call) {
      const schedule = await changeReportSchedule(call, call.params.report_schedule_id, call.body as never)
      return { status: 200, body: toReportSchedule(schedule) }
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/report-schedules/:report_schedule_id',
    operationId: 'deleteReportSchedule',
    summary: 'Delete a schedule of reports',
    description: 'With its runs and deliveries. Mails that wait are not sent any more; reports that were made stay.',
    scope: 'reports:write',
    params,
    answers: { 204: { description: 'Deleted.' } },
    async handler({ db, organizationId, params: { report_schedule_id } }) {
      if (!(await removeReportSchedule(db, organizationId, report_schedule_id))) throw missing(report_schedule_id)
      return { status: 204 }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/report-schedules/:report_schedule_id/send',
    operationId: 'sendReportSchedule',
    summary: 'Make and mail the reports of a schedule now',
    description: 'Beside its own times, which stay as they are; also while it is paused.',
    scope: 'reports:write',
    params,
    answers: {
      202: {
        description: 'Begun; `Location` is where to look.',
        location: true,
        schema: ReportRun,
        example: {
          ...RUN_EXAMPLE,
          trigger: 'request',
          status: 'making',
          deliveries: { pending: 0, sent: 0, failed: 0, bounced: 0, skipped: 0 },
          completed_at: null,
        },
      },
    },
    async handler(call) {
      const { report_schedule_id } = call.params
      const run = toReportRun(await sendNow(call, report_schedule_id))
      const location = `/v1/report-schedules/${report_schedule_id}/runs/${run.id}`
      return { status: 202, body: run, headers: { location } }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/report-schedules/:report_schedule_id/runs',
    operationId: 'listReportRuns',
    summary: 'List the runs of a schedule of reports',
    description: 'Kept for 400 days.',
    scope: 'reports:read',
    params,
    query: Type.Object(LIST_QUERY, { additionalProperties: false }),
    answers: {
      200: {
        description: 'Newest first.',
        schema: listOf(ReportRun),
        example: { object: 'list', data: [RUN_EXAMPLE], has_more: false, next_cursor: null },
      },
    },
    async handler({ db, organizationId, params: { report_schedule_id }, query }) {
      const page = pageOf(query)
      const rows = await listRuns(db, organizationId, report_schedule_id, page)
      if (rows.length === 0 && !(await findReportSchedule(db, organizationId, report_schedule_id)))
        throw missing(report_schedule_id)
      return { status: 200, body: listBody(rows.map(toReportRun), page) }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/report-schedules/:report_schedule_id/runs/:run_id',
    operationId: 'getReportRun',
    summary: 'Get a run of a schedule of reports',
    scope: 'reports:read',
    params: Type.Object({ report_schedule_id: Type.String(), run_id: Type.String() }),
    answers: { 200: { description: 'The run, and what came of it.', schema: ReportRun, example: RUN_EXAMPLE } },
    async handler({ db, organizationId, params: { report_schedule_id, run_id } }) {
      const run = await findRun(db, organizationId, report_schedule_id, run_id)
      if (!run) throw new ApiError('not_found', `There is no run ${run_id}.`)
      return { status: 200, body: toReportRun(run) }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/report-schedules/:report_schedule_id/deliveries',
    operationId: 'listReportDeliveries',
    summary: 'List what was mailed, recipient by recipient',
    description: 'Kept as long as their runs.',
    scope: 'reports:read',
    params,
    query: Type.Object(
      {
        ...LIST_QUERY,
        status: Type.Optional(Type.Enum(DELIVERY_STATUSES)),
        run_id: Type.Optional(Type.String({ maxLength: 80, description: 'Only those of this run.' })),
      },
      { additionalProperties: false },
    ),
    answers: {
      200: {
        description: 'Newest first.',
        schema: listOf(ReportDelivery),
        example: { object: 'list', data: [DELIVERY_EXAMPLE], has_more: false, next_cursor: null },
      },
    },
    async handler({ db, organizationId, params: { report_schedule_id }, query }) {
      const page = pageOf(query)
      const rows = await listReportDeliveries(db, organizationId, report_schedule_id, page, query as never)
      if (rows.length === 0 && !(await findReportSchedule(db, organizationId, report_schedule_id)))
        throw missing(report_schedule_id)
      return { status: 200, body: listBody(rows.map(toReportDelivery), page) }
    },
  }),
]
