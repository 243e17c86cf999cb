import { Type } from 'typebox'
import { LIST_QUERY, listBody, listOf, pageOf } from '../../http/list.ts'
import { type Route, route } from '../../http/route.ts'
import { EXAMPLE, TICKET_STATUSES, Ticket, TicketCreate, toTicket } from './schema.ts'
import { missing, requestTicket, retryTicket } from './service.ts'
import { findTicket, listTickets, type TicketFilter } from './store.ts'

const params = Type.Object({ ticket_id: Type.String() })
const Id = Type.Optional(Type.String({ maxLength: 80 }))

export const ticketRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/v1/tickets',
    operationId: 'listTickets',
    summary: 'List tickets',
    scope: 'tickets:read',
    query: Type.Object(
      {
        ...LIST_QUERY,
        integration_id: Id,
        vulnerability_id: Id,
        website_id: Id,
        status: Type.Optional(Type.Enum(TICKET_STATUSES)),
      },
      { additionalProperties: false },
    ),
    answers: {
      200: {
        description: 'Newest first.',
        schema: listOf(Ticket),
        example: { object: 'list', data: [EXAMPLE], has_more: false, next_cursor: null },
      },
    },
    async handler({ db, organizationId, query }) {
      const page = pageOf(query)
      const rows = await listTickets(db, organizationId, page, query as TicketFilter)
      return { status: 200, body: listBody(rows.map(toTicket), page) }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/tickets',
    operationId: 'createTicket',
    summary: 'Make a ticket of a vulnerability',
    description:
      'Whatever the integration’s rules say. It is made in the background: `status` is `pending` until it is in the tracker. A vulnerability has one ticket in each tracker, never two.',
    scope: 'tickets:write',
    body: TicketCreate,
    example: { vulnerability_id: EXAMPLE.vulnerability_id, integration_id: EXAMPLE.integration_id },
    answers: { 201: { description: 'Accepted.', location: true, schema: Ticket, example: EXAMPLE } },
    errors: ['ticket_exists', 'vulnerability_not_open', 'vulnerability_merged', 'integration_disabled'],
    async handler(call) {
      const ticket = toTicket(await requestTicket(call, call.body))
      return { status: 201, body: ticket, headers: { location: `/v1/tickets/${ticket.id}` } }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/tickets/:ticket_id',
    operationId: 'getTicket',
    summary: 'Get a ticket',
    scope: 'tickets:read',
    params,
    answers: { 200: { description: 'The ticket.', schema: Ticket, example: EXAMPLE } },
    async handler({ db, organizationId, params: { ticket_id } }) {
      const ticket = await findTicket(db, organizationId, ticket_id)
      if (!ticket) throw missing(ticket_id)
      return { status: 200, body: toTicket(ticket) }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/tickets/:ticket_id/retry',
    operationId: 'retryTicket',
    summary: 'Bring a ticket in line now',
    description:
      'Takes up at once what failed or waits, and reads what the tracker shows. A ticket that was deleted there is made anew.',
    scope: 'tickets:write',
    params,
    answers: { 200: { description: 'It is about to be.', schema: Ticket, example: EXAMPLE } },
    async handler(call) {
      return { status: 200, body: toTicket(await retryTicket(call, call.params.ticket_id)) }
    },
  }),
]
