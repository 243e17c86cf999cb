import { rfc3339 } from '@lasthash/scanner'
import type { Selectable } from 'kysely'
import { Type } from 'typebox'
import type { EventsTable } from '../../db/schema.ts'
import { ApiError } from '../../errors.ts'
import { EVENT_NAMES } from '../../events/names.ts'
import { LIST_QUERY, listBody, listOf, pageOf } from '../../http/list.ts'
import { type Route, route } from '../../http/route.ts'
import { findEvent, listEvents } from './store.ts'

const Event = Type.Object(
  {
    id: Type.String(),
    type: Type.Enum(EVENT_NAMES as string[]),
    created_at: Type.String({ format: 'date-time' }),
    data: Type.Record(Type.String(), Type.Unknown()),
  },
  { title: 'Event' },
)
const EXAMPLE = {
  id: 'evt_01k0000000000000000000000',
  type: 'scan.completed',
  created_at: '2026-01-15T00:00:00Z',
  data: { id: 'scan_01k0000000000000000000000', status: 'done', security_score: 85 },
}

function toEvent({ id, type, created_at, data }: Selectable<EventsTable>) {
  return { id, type, created_at: rfc3339(created_at), data }
}

export const eventRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/v1/events',
    operationId: 'listEvents',
    summary: 'List events',
    description: 'Everything that happened: the same objects as webhooks deliver.',
    scope: 'events:read',
    query: Type.Object(
      { ...LIST_QUERY, type: Type.Optional(Type.Enum(EVENT_NAMES as string[])) },
      { additionalProperties: false },
    ),
    answers: {
      200: {
        description: 'Newest first.',
        schema: listOf(Event),
        example: { object: 'list', data: [EXAMPLE], has_more: false, next_cursor: null },
      },
    },
    async handler({ db, organizationId, query }) {
      const page = pageOf(query)
      const rows = await listEvents(db, organizationId, page, query.type)
      return { status: 200, body: listBody(rows.map(toEvent), page) }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/events/:event_id',
    operationId: 'getEvent',
    summary: 'Get an event',
    scope: 'events:read',
    params: Type.Object({ event_id: Type.String() }),
    answers: { 200: { description: 'The event.', schema: Event, example: EXAMPLE } },
    async handler({ db, organizationId, params: { event_id } }) {
      const event = await findEvent(db, organizationId, event_id)
      if (!event) throw new ApiError('not_found', `There is no event ${event_id}.`)
      return { status: 200, body: toEvent(event) }
    },
  }),
]
