import { EXTENSION } from '../client-hello.ts'
import type { Dialer } from '../dialer.ts'
import type { Sessions } from '../evidence.ts'
import { Channel, isBroken } from '../session/channel.ts'
import { type Completed, completable, completeHandshake } from '../session/handshake.ts'
import { completeTls13, type Tls13Session } from '../session/tls13.ts'
import { type Contact, chose } from '../suites.ts'

const OUTER = 0x0301 // version of the first record, which old servers look at (RFC 5246 appendix E.1)

/** A session of TLS 1.0 to 1.2 that was completed, and the offer with which it was. */
export interface Established {
  offer: Contact['offer']
  completed: Completed
}

/** Completes one handshake with TLS 1.0 to 1.2, with whichever suite of `accepted` we can; null where that fails. */
export async function establish(
  dialer: Dialer,
  offer: Contact['offer'],
  accepted: readonly number[],
  extensions: ReadonlyMap<number, null> = new Map(),
): Promise<Established | null> {
  const suites = completable(accepted)
  if (offer.version === 'SSLv3' || suites.length === 0) return null
  const asking = { ...offer, suites, extensions }
  return dialer.use(async (line) => {
    const channel = new Channel(line, OUTER, () => dialer.deadline())
    try {
      const completed = await completeHandshake(channel, asking)
      return completed.end === 'complete' ? { offer: asking, completed } : null
    } catch (error) {
      if (isBroken(error)) return null
      throw error
    }
  })
}

/** The same without asking for a ticket, so that the server has to remember the session by its id. */
export function establishById(
  dialer: Dialer,
  offer: Contact['offer'],
  accepted: readonly number[],
): Promise<Established | null> {
  return establish(dialer, offer, accepted, new Map([[EXTENSION.session_ticket, null]]))
}

/** Completes a TLS 1.3 handshake; null where that fails. */
export function establishTls13(dialer: Dialer, offer: Contact['offer']): Promise<Tls13Session | null> {
  return dialer.use(async (line) => {
    const channel = new Channel(line, OUTER, () => dialer.deadline())
    try {
      return await completeTls13(channel, { ...offer, alpn: ['h2', 'http/1.1'] })
    } catch (error) {
      if (isBroken(error)) return null
      throw error
    }
  })
}

/** Whether the server takes sessions up again, and for how long it means to. */
export async function probeSessions(
  dialer: Dialer,
  established: Established | null,
  withoutTicket: Established | null,
  tls13: Tls13Session | null,
): Promise<Sessions> {
  const [by_id, by_ticket] = await Promise.all([
    withoutTicket && resumesById(dialer, withoutTicket),
    established && resumesByTicket(dialer, established),
  ])
  const lifetimes = (tls13?.tickets ?? []).map(({ lifetime }) => lifetime)
  return {
    by_id,
    by_ticket,
    ticket_lifetime: established?.completed.ticket ? established.completed.ticket_lifetime : null,
    tls13_tickets: tls13 ? tls13.tickets.length : null,
    tls13_lifetime: lifetimes.length > 0 ? Math.max(...lifetimes) : null,
    early_data: tls13 ? Math.max(0, ...tls13.tickets.map(({ early_data }) => early_data)) : null,
  }
}

/** A resumed session has no Certificate: the ServerHello repeats the id, and ChangeCipherSpec follows (RFC 5246 section 7.3). */
async function resumesById(dialer: Dialer, { offer, completed }: Established): Promise<boolean> {
  if (completed.session_id.length === 0) return false
  return isResumed(dialer, { ...offer, session_id: completed.session_id }, completed.session_id)
}

async function resumesByTicket(dialer: Dialer, { offer, completed }: Established): Promise<boolean> {
  if (!completed.ticket || completed.ticket.length === 0) return false
  // An id of our own, by which the server tells that it takes the ticket (RFC 5077 section 3.4).
  const session_id = Buffer.alloc(32, 0x4c)
  return isResumed(dialer, { ...offer, session_id, ticket: completed.ticket }, session_id)
}

function isResumed(dialer: Dialer, offer: Contact['offer'], id: Buffer): Promise<boolean> {
  return dialer.use(async (line) => {
    const answer = await dialer.greetResuming(line, offer)
    return chose(answer, offer) && answer.hello!.session_id.equals(id) && answer.certificates.length === 0
  })
}
