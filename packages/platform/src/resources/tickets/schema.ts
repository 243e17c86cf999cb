import { rfc3339 } from '@lasthash/scanner'
import type { Selectable } from 'kysely'
import { type Static, type TSchema, Type } from 'typebox'
import type { TicketsTable } from '../../db/schema.ts'

const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Time = Type.String({ format: 'date-time' })
export const TICKET_STATUSES: TicketsTable['status']['__select__'][] = [
  'pending',
  'open',
  'closed',
  'failed',
  'gone',
  'canceled',
]

export const Ticket = Type.Object(
  {
    id: Type.String(),
    integration_id: Type.String(),
    vulnerability_id: Type.String(),
    website_id: Type.String(),
    status: Type.Enum(TICKET_STATUSES, {
      description:
        'pending: about to be made. open, closed: as in the tracker. failed: the tracker does not take it as it is, `last_error` says why. gone: deleted in the tracker. canceled: the vulnerability was mended before the ticket was made.',
    }),
    external_id: nullable(Type.String({ description: 'By which the tracker’s API knows it.' })),
    external_key: nullable(Type.String({ description: 'By which people know it, as `SEC-12` or `acme/shop#7`.' })),
    external_url: nullable(Type.String()),
    external_state: nullable(
      Type.Enum(['open', 'done', 'dropped'], {
        description: 'done: closed as mended. dropped: closed as not planned.',
      }),
    ),
    assignee: nullable(Type.String({ description: 'As the tracker calls them.' })),
    requested_by: Type.String({ description: '`rule`, or the id of who asked for it.' }),
    verification_id: nullable(Type.String({ description: 'The second look that is under way because it was closed.' })),
    last_error: nullable(Type.String({ description: 'Why the last try failed; null after one that succeeded.' })),
    next_attempt_at: nullable(
      Type.String({ format: 'date-time', description: 'When something is done next; null: nothing has to be.' }),
    ),
    created_at: Time,
    updated_at: Time,
    opened_at: nullable(Type.String({ format: 'date-time', description: 'Since when it is in the tracker.' })),
    closed_at: nullable(Time),
  },
  { title: 'Ticket' },
)

export const TicketCreate = Type.Object(
  { vulnerability_id: Type.String({ maxLength: 80 }), integration_id: Type.String({ maxLength: 80 }) },
  { additionalProperties: false },
)

export const EXAMPLE: Static<typeof Ticket> = {
  id: 'tkt_01k0000000000000000000000',
  integration_id: 'int_01k0000000000000000000000',
  vulnerability_id: 'vuln_01k0000000000000000000000',
  website_id: 'ws_01k0000000000000000000000',
  status: 'open',
  external_id: '7',
  external_key: 'acme/shop#7',
  external_url: 'https://github.com/acme/shop/issues/7',
  external_state: 'open',
  assignee: 'octocat',
  requested_by: 'rule',
  verification_id: null,
  last_error: null,
  next_attempt_at: null,
  created_at: '2026-01-15T14:32:15Z',
  updated_at: '2026-01-15T14:32:16Z',
  opened_at: '2026-01-15T14:32:16Z',
  closed_at: null,
}

export function toTicket(row: Selectable<TicketsTable>): Static<typeof Ticket> {
  const { id, integration_id, vulnerability_id, website_id, status, requested_by, verification_id, last_error } = row
  const { external_id, external_key, external_url, external_state } = row
  const at = (time: Date | null) => time && rfc3339(time)
  return {
    ...{
      id,
      integration_id,
      vulnerability_id,
      website_id,
      status,
      external_id,
      external_key,
      external_url,
      external_state,
    },
    assignee: row.external_assignee,
    ...{ requested_by, verification_id, last_error },
    next_attempt_at: at(row.due_at),
    created_at: rfc3339(row.created_at),
    updated_at: rfc3339(row.updated_at),
    opened_at: at(row.opened_at),
    closed_at: at(row.closed_at),
  }
}
