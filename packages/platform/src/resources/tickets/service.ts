import { notify } from '../../db/client.ts'
import { ApiError, type FieldError } from '../../errors.ts'
import type { Call } from '../../http/route.ts'
import { newId } from '../../identifier.ts'
import { conditionOf, type TicketRow } from '../../tickets/next.ts'
import { TICKETS_CHANNEL } from '../../tickets/notices.ts'
import { findIntegration } from '../integrations/store.ts'
import { findVulnerability } from '../vulnerabilities/store.ts'
import { refuseMerged } from '../vulnerabilities/verifications.ts'
import { findTicket, findTicketOf, forgetExternal, insertTicket, wakeTickets } from './store.ts'

type Inside = Pick<Call, 'db' | 'organizationId' | 'caller'>

export const missing = (id: string) => new ApiError('not_found', `There is no ticket ${id}.`)

/**
 * Has a ticket made of a vulnerability, whatever the rules say. Throws `validation_failed`, `ticket_exists`,
 * `vulnerability_not_open`, `vulnerability_merged`, `integration_disabled`.
 */
export async function requestTicket(
  { db, organizationId, caller }: Inside,
  { vulnerability_id, integration_id }: { vulnerability_id: string; integration_id: string },
): Promise<TicketRow> {
  const integration = await findIntegration(db, organizationId, integration_id)
  const vulnerability = await findVulnerability(db, organizationId, vulnerability_id)
  const errors: FieldError[] = [
    ...(integration ? [] : [{ pointer: '/integration_id', detail: 'is no integration of yours' }]),
    ...(vulnerability ? [] : [{ pointer: '/vulnerability_id', detail: 'is no vulnerability of yours' }]),
  ]
  if (!integration || !vulnerability) {
    const [{ pointer = '', detail }] = errors as [FieldError]
    throw new ApiError('validation_failed', `The body does not validate. ${pointer}: ${detail}.`, { errors })
  }
  refuseMerged(vulnerability)
  if (!integration.enabled)
    throw new ApiError(
      'integration_disabled',
      `The integration ${integration.id} is switched off. Set enabled to true first.`,
    )
  if (conditionOf(vulnerability.status) !== 'open')
    throw new ApiError(
      'vulnerability_not_open',
      `${vulnerability.id} is ${vulnerability.status}: there is nothing to be done about it.`,
    )
  const ticket = await insertTicket(db, {
    id: newId('tkt'),
    organization_id: organizationId,
    integration_id: integration.id,
    vulnerability_id: vulnerability.id,
    website_id: vulnerability.website_id,
    requested_by: caller.actor,
  })
  if (!ticket) {
    const { id } = await findTicketOf(db, organizationId, integration.id, vulnerability.id)
    throw new ApiError('ticket_exists', `${vulnerability.id} has a ticket there: ${id}.`, {
      members: { ticket_id: id },
    })
  }
  await notify(db, TICKETS_CHANNEL, '')
  return ticket
}

/** Takes up at once what failed or waits, reads what the tracker shows, and makes anew what was deleted there. */
export async function retryTicket({ db, organizationId }: Inside, id: string): Promise<TicketRow> {
  if (!(await findTicket(db, organizationId, id))) throw missing(id)
  await forgetExternal(db, organizationId, id)
  await wakeTickets(db, organizationId, { id })
  await notify(db, TICKETS_CHANNEL, '')
  return (await findTicket(db, organizationId, id))!
}
