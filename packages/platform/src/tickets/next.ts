import type { Selectable } from 'kysely'
import type { TicketsTable, TrackerState } from '../db/schema.ts'
import type { TicketSync } from '../resources/integrations/settings.ts'
import type { News } from './compose.ts'

export type TicketRow = Selectable<TicketsTable>

/** What is known of the vulnerability and of the second look at it. */
export interface Known {
  status: string
  status_reason: string | null
  last_seen_at: Date
  fixed_at: Date | null
  verification: {
    status: 'queued' | 'running' | 'done'
    result: 'still_there' | 'fixed' | 'not_tested' | null
    reason: string | null
  } | null
}

/** What is to be done to bring a ticket in line. */
export type Step =
  | { do: 'create' }
  /** It is mended before it was told: nobody needs a ticket. */
  | { do: 'cancel' }
  | { do: 'look' }
  /** `state`: what the ticket is set to, where that changes; `told`: what the other side knows afterwards. */
  | { do: 'tell'; news: News; told: NonNullable<TicketRow['told']>; state: TrackerState | null }

const MOST_REOPENINGS = 3 // in a day: whoever goes on closing it, a person or another program, has the last word
const DAY = 86_400_000 // milliseconds

type Ticket = Pick<
  TicketRow,
  | 'external_id'
  | 'external_state'
  | 'unsure_since'
  | 'look'
  | 'verification_id'
  | 'told'
  | 'closed_at'
  | 'reopen_count'
  | 'reopened_at'
>

/** The next step for a ticket, as things stand; null when both sides agree. Pure. */
export function nextStep(ticket: Ticket, known: Known, sync: TicketSync, now: Date): Step | null {
  const { external_id, external_state, told } = ticket
  const condition = conditionOf(known.status)
  if (external_id === null) return condition === 'open' || ticket.unsure_since ? { do: 'create' } : { do: 'cancel' }
  if (ticket.look) return { do: 'look' }
  if (ticket.verification_id !== null) return report(ticket, known, sync, now)
  if (condition !== told) return tell(condition, known, sync, external_state)
  if (condition === 'open' && isDenied(ticket, known) && mayReopen(ticket, sync, now))
    return stillThere(known.verification?.reason ?? null)
  return null
}

export function conditionOf(status: string): 'open' | 'fixed' | 'accepted' {
  if (status === 'open' || status === 'reopened') return 'open'
  return status === 'fixed' ? 'fixed' : 'accepted'
}

/** What a second look has shown, once it is done. */
function report(ticket: Ticket, known: Known, sync: TicketSync, now: Date): Step | null {
  const { verification } = known
  if (verification && verification.status !== 'done') return null
  const { result, reason } = verification ?? { result: 'not_tested' as const, reason: null }
  if (result !== 'still_there')
    return {
      do: 'tell',
      news: { kind: 'verified', result: result ?? 'not_tested', reason, reopened: false },
      told: result === 'fixed' ? 'fixed' : (ticket.told ?? 'open'),
      state: null,
    }
  const reopened = ticket.external_state === 'done' && mayReopen(ticket, sync, now)
  return { ...stillThere(reason, reopened), state: reopened ? 'open' : null }
}

function stillThere(reason: string | null, reopened = true): Step & { do: 'tell' } {
  return {
    do: 'tell',
    news: { kind: 'verified', result: 'still_there', reason, reopened },
    told: 'open',
    state: 'open',
  }
}

/** It was closed as done, and a scan has seen it since. */
function isDenied({ external_state, closed_at }: Ticket, { last_seen_at }: Known): boolean {
  return external_state === 'done' && closed_at !== null && last_seen_at > closed_at
}

function mayReopen(
  { reopen_count, reopened_at }: Ticket,
  { reopen_when_still_there = true }: TicketSync,
  now: Date,
): boolean {
  if (!reopen_when_still_there) return false
  const lately = reopened_at !== null && now.getTime() - reopened_at.getTime() < DAY
  return !lately || reopen_count < MOST_REOPENINGS
}

function tell(
  condition: 'open' | 'fixed' | 'accepted',
  { status, status_reason, last_seen_at, fixed_at }: Known,
  { close_when_fixed = false }: TicketSync,
  present: TrackerState | null,
): Step {
  const close = close_when_fixed && present === 'open'
  const at = (date: Date) => `${date.toISOString().slice(0, 19)}Z`
  switch (condition) {
    case 'fixed':
      return {
        do: 'tell',
        news: { kind: 'fixed', at: at(fixed_at ?? last_seen_at) },
        told: 'fixed',
        state: close ? 'done' : null,
      }
    case 'accepted':
      return {
        do: 'tell',
        news: { kind: 'accepted', status, reason: status_reason },
        told: 'accepted',
        state: close ? 'dropped' : null,
      }
    case 'open':
      return {
        do: 'tell',
        news: { kind: 'back', at: at(last_seen_at) },
        told: 'open',
        state: present === 'open' ? null : 'open',
      }
  }
}
