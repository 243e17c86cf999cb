import { Type } from 'typebox'
import { ApiError } from '../../errors.ts'
import { LIST_QUERY, listBody, listOf, pageOf } from '../../http/list.ts'
import { type Route, route } from '../../http/route.ts'
import { EXAMPLE, Schedule, ScheduleCreate, SchedulePatch, toSchedule } from './schema.ts'
import { changeSchedule, createSchedule, removeSchedule } from './service.ts'
import { findSchedule, listSchedules } from './store.ts'
import type { Every } from './timing.ts'

const params = Type.Object({ schedule_id: Type.String() })
const missing = (id: string) => new ApiError('not_found', `There is no schedule ${id}.`)

export const scheduleRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/v1/schedules',
    operationId: 'listSchedules',
    summary: 'List schedules',
    scope: 'schedules:read',
    query: Type.Object(
      { ...LIST_QUERY, website_id: Type.Optional(Type.String({ maxLength: 80, description: 'Of one website.' })) },
      { additionalProperties: false },
    ),
    answers: {
      200: {
        description: 'Newest first.',
        schema: listOf(Schedule),
        example: { object: 'list', data: [EXAMPLE], has_more: false, next_cursor: null },
      },
    },
    async handler({ db, organizationId, query }) {
      const page = pageOf(query)
      const rows = await listSchedules(db, organizationId, page, query)
      return { status: 200, body: listBody(rows.map(toSchedule), page) }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/schedules',
    operationId: 'createSchedule',
    summary: 'Schedule scans',
    description:
      'Give either `cron`, of five fields in `time_zone`, or `every`. Where clocks change, a time of day that does not exist is made up for right after, and one that is there twice counts once. A time that was missed while the service was down is made up for once.',
    scope: 'schedules:write',
    body: ScheduleCreate,
    example: {
      website_id: EXAMPLE.website_id,
      cron: EXAMPLE.cron,
      time_zone: EXAMPLE.time_zone,
      scan_type: 'full',
    },
    answers: { 201: { description: 'Scheduled.', location: true, schema: Schedule, example: EXAMPLE } },
    errors: ['not_found', 'scan_type_unavailable', 'website_not_verified'],
    async handler(call) {
      const { every, ...given } = call.body
      const schedule = await createSchedule(call, { ...given, every: every as Every | undefined })
      return { status: 201, body: toSchedule(schedule), headers: { location: `/v1/schedules/${schedule.id}` } }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/schedules/:schedule_id',
    operationId: 'getSchedule',
    summary: 'Get a schedule',
    scope: 'schedules:read',
    params,
    answers: { 200: { description: 'The schedule.', schema: Schedule, example: EXAMPLE } },
    async handler({ db, organizationId, params: { schedule_id } }) {
      const schedule = await findSchedule(db, organizationId, schedule_id)
      if (!schedule) throw missing(schedule_id)
      return { status: 200, body: toSchedule(schedule) }
    },
  }),
  route({
    method: 'PATCH',
    path: '/v1/schedules/:schedule_id',
    operationId: 'updateSchedule',
    summary: 'Change a schedule',
    description:
      'JSON merge patch (RFC 7396). `enabled: false` pauses it; `enabled: true` goes on, also after it was switched off, and forgives the failures. A `cron` takes the place of `every`, and the other way round.',
    scope: 'schedules:write',
    params,
    body: SchedulePatch,
    example: { enabled: false },
    answers: {
      200: { description: 'Changed.', schema: Schedule, example: { ...EXAMPLE, enabled: false, next_runs: [] } },
    },
    errors: ['scan_type_unavailable', 'website_not_verified'],
    async handler(call) {
      const { every, ...changes } = call.body
      const schedule = await changeSchedule(call, call.params.schedule_id, {
        ...changes,
        every: every as Every | null | undefined,
      })
      return { status: 200, body: toSchedule(schedule) }
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/schedules/:schedule_id',
    operationId: 'deleteSchedule',
    summary: 'Delete a schedule',
    description: 'Its scans stay, those that wait included.',
    scope: 'schedules:write',
    params,
    answers: { 204: { description: 'Deleted.' } },
    async handler(call) {
      const { schedule_id } = call.params
      if (!(await removeSchedule(call, schedule_id))) throw missing(schedule_id)
      return { status: 204 }
    },
  }),
]
