import { type Kysely, sql, type Updateable } from 'kysely'
import type { IntegrationsTable, Schema, TicketsTable } from '../db/schema.ts'
import { recordEvent } from '../events/record.ts'
import type { TrackerFault } from '../integrations/trackers/tracker.ts'
import { toTicket } from '../resources/tickets/schema.ts'
import type { Claimed } from './outbox.ts'

/** Seconds until a tracker that does not answer, or lets us do nothing, is tried again. docs/ticketing.md prints them. */
export const AWAY_GAPS = [5, 15, 60, 300, 900] as const
export const REFUSED_GAPS = [60, 300, 900, 3_600] as const
const MOST_REFUSALS = 5 // of something that is told about a ticket, then it is left untold
const REFUSED_AGAIN = 3_600 // seconds
/** Seconds for which a call without an answer may still be at work on the other side: it is looked for after that. */
export const SETTLING = 30

/**
 * Writes down what was done to a ticket, with its event, in one transaction; the tracker works. False: the ticket is another
 * worker's by now, and nothing was written.
 */
export async function settle(
  system: Kysely<Schema>,
  { id, lease, integration_id, organization_id }: Claimed,
  changes: Updateable<TicketsTable>,
  event: 'ticket.created' | 'ticket.updated' | null,
): Promise<boolean> {
  return system.transaction().execute(async (trx) => {
    const row = await trx
      .updateTable('tickets')
      .set({ ...changes, wanted_state: null, last_error: null, attempt_count: 0, updated_at: sql<Date>`now()` })
      .where('id', '=', id)
      .where('lease', '=', lease)
      .returningAll()
      .executeTakeFirst()
    if (!row) return false
    await trx
      .updateTable('integrations')
      .set({ failing_since: null, failure_count: 0, last_error: null, last_succeeded_at: sql<Date>`now()` })
      .where('id', '=', integration_id)
      .execute()
    if (event) await recordEvent(trx, organization_id, event, { ...toTicket(row) })
    return true
  })
}

/** Writes down why something could not be done: of the ticket, or of the tracker as a whole, which is then left alone for a while. */
export async function settleFault(
  system: Kysely<Schema>,
  claimed: Claimed,
  fault: TrackerFault,
  making: boolean,
): Promise<void> {
  await system.transaction().execute(async (trx) => {
    // The tracker first, as whoever takes its tickets does.
    const integration = await trx
      .selectFrom('integrations')
      .select(['failure_count'])
      .where('id', '=', claimed.integration_id)
      .forNoKeyUpdate()
      .executeTakeFirst()
    if (!integration) return
    const present = await trx
      .selectFrom('tickets')
      .select(['attempt_count', 'external_id', 'unsure_since', 'due_at'])
      .where('id', '=', claimed.id)
      .where('lease', '=', claimed.lease)
      .forUpdate()
      .executeTakeFirst()
    await noteFault(trx, claimed.integration_id, integration.failure_count, fault)
    if (!present) return
    const ticket = await trx
      .updateTable('tickets')
      .set({
        ...ticketAfter(fault, making, present),
        last_error: fault.message,
        leased_until: null,
        updated_at: sql<Date>`now()`,
      })
      .where('id', '=', claimed.id)
      .returningAll()
      .executeTakeFirstOrThrow()
    if (fault.kind === 'gone')
      await recordEvent(trx, claimed.organization_id, 'ticket.updated', { ...toTicket(ticket) })
  })
}

function ticketAfter(
  { kind, retryAfter }: TrackerFault,
  making: boolean,
  { attempt_count, external_id }: Pick<Updateable<TicketsTable>, 'external_id'> & { attempt_count: number },
): Record<string, unknown> {
  // An answer, whatever it says, tells that nothing was made.
  const sure = kind === 'away' ? {} : { unsure_since: null }
  const later = (seconds: number) => sql<Date>`now() + make_interval(secs => ${seconds})`
  switch (kind) {
    case 'limited':
      return { ...sure, due_at: later(retryAfter ?? 60) }
    case 'away': {
      const gap = AWAY_GAPS[Math.min(attempt_count, AWAY_GAPS.length - 1)]!
      return { attempt_count: attempt_count + 1, due_at: later(Math.max(gap, making ? SETTLING : 0, retryAfter ?? 0)) }
    }
    case 'unauthorized':
    case 'misplaced':
      return { ...sure, attempt_count: attempt_count + 1, due_at: later(REFUSED_GAPS[0]) }
    case 'gone':
      return { ...sure, status: 'gone', due_at: null, closed_at: sql<Date>`now()` }
    case 'refused': {
      if (!external_id) return { ...sure, attempt_count: attempt_count + 1, status: 'failed', due_at: null }
      const again = attempt_count + 1 < MOST_REFUSALS
      return { ...sure, attempt_count: again ? attempt_count + 1 : 0, due_at: again ? later(REFUSED_AGAIN) : null }
    }
  }
}

/** `gone` is of one ticket alone. */
export async function noteFault(
  trx: Kysely<Schema>,
  integrationId: string,
  failures: number,
  { kind, message, retryAfter }: TrackerFault,
): Promise<void> {
  if (kind === 'gone') return
  const gaps = kind === 'away' ? AWAY_GAPS : REFUSED_GAPS
  const wait =
    kind === 'limited'
      ? (retryAfter ?? 60)
      : kind === 'refused'
        ? null
        : Math.max(gaps[Math.min(failures, gaps.length - 1)]!, retryAfter ?? 0)
  const changes: Updateable<IntegrationsTable> = {
    last_error: message,
    ...(wait === null ? {} : { paused_until: sql<Date>`now() + make_interval(secs => ${wait})` as never }),
    // To be slowed down is no failure.
    ...(kind === 'limited'
      ? {}
      : {
          failing_since: sql<Date>`coalesce(failing_since, now())` as never,
          failure_count: Math.min(failures + 1, 1_000),
        }),
  }
  await trx.updateTable('integrations').set(changes).where('id', '=', integrationId).execute()
}
