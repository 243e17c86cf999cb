import { setTimeout as pause } from 'node:timers/promises'
import type { Context } from '../context.ts'
import { redacted } from '../integrations/redact.ts'
import { placeOf } from '../integrations/trackers/place.ts'
import { converse, type SendCall } from '../integrations/trackers/send.ts'
import { Sessions } from '../integrations/trackers/session.ts'
import {
  type Call,
  type Conversation,
  type External,
  type Place,
  type Tracker,
  TrackerFault,
} from '../integrations/trackers/tracker.ts'
import { TRACKERS } from '../integrations/trackers/trackers.ts'
import { virtualTracker } from '../test-mode/tracker.ts'
import { composeComment, composeIssue, fieldsOf } from '../tickets/compose.ts'
import { nextStep, type Step } from '../tickets/next.ts'
import { TICKETS_CHANNEL } from '../tickets/notices.ts'
import { type Claimed, claimTickets, renew, rest, type Situation, situationOf } from '../tickets/outbox.ts'
import { planTickets } from '../tickets/plan.ts'
import { settle, settleFault } from '../tickets/settle.ts'
import { applySeen } from '../tickets/state.ts'
import { pollTrackers } from './poll-trackers.ts'

const AT_ONCE = 16 // tickets that this process works on
const LEASE = 30 // seconds; renewed before each call, and longer than any call
const POLL_MS = 1_000 // between looks for what is due by the clock; what is new is announced
const MOST_STEPS = 8 // for one ticket in a row

/** The ticket was taken over by another worker: nothing more is sent for it. */
class Lost extends Error {}

export interface TicketRunnerOptions {
  send: SendCall
  /** Seconds after which a worker that says nothing counts as dead. */
  lease?: number
  /** Milliseconds between two calls that make something; a tracker's own otherwise. */
  pace?: number
  pollMs?: number
}

/**
 * Makes tickets, and brings them in line with the vulnerabilities that they are of. Any number of processes may run one: each
 * ticket is leased by one of them at a time.
 */
export class TicketRunner {
  readonly #context: Context
  readonly #options: TicketRunnerOptions
  readonly #busy = new Set<Promise<void>>()
  readonly #lastMade = new Map<string, number>()
  readonly #sessions: Sessions
  #polling: Promise<void> | undefined
  #timer: NodeJS.Timeout | undefined
  #unlisten: (() => Promise<void>) | undefined
  #pumping = false
  #again = false
  #stopped = false

  constructor(context: Context, options: TicketRunnerOptions) {
    this.#context = context
    this.#options = options
    this.#sessions = new Sessions(options.send)
  }

  async start(): Promise<void> {
    const pump = () => void this.#pump()
    this.#unlisten = await this.#context.database.listen(TICKETS_CHANNEL, pump, { onReconnect: pump })
    this.#timer = setInterval(pump, this.#options.pollMs ?? POLL_MS)
    pump()
  }

  /** Takes no more, and waits for what is under way. */
  async stop(): Promise<void> {
    this.#stopped = true
    clearInterval(this.#timer)
    await this.#unlisten?.()
    await Promise.all([...this.#busy, this.#polling])
  }

  get #lease(): number {
    return this.#options.lease ?? LEASE
  }

  async #pump(): Promise<void> {
    this.#again = true
    if (this.#pumping || this.#stopped) return
    this.#pumping = true
    const { system } = this.#context.database
    try {
      while (this.#again && !this.#stopped) {
        this.#again = false
        await planTickets(system)
        this.#poll()
        const room = AT_ONCE - this.#busy.size
        if (room <= 0) break
        const claimed = await claimTickets(system, room, atOnce, this.#lease)
        for (const one of claimed) this.#begin(one)
        if (claimed.length > 0) this.#again = true
      }
    } catch (error) {
      // A lost database: what waits goes on waiting, and the timer asks again.
      this.#context.log.warn({ err: error }, 'tickets could not be taken')
    } finally {
      this.#pumping = false
    }
  }

  /** Beside everything else: a tracker that answers slowly holds nothing up. */
  #poll(): void {
    this.#polling ??= pollTrackers(this.#context, this.#options.send, this.#sessions)
      .catch((error: unknown) => this.#context.log.warn({ err: error }, 'trackers could not be asked what has changed'))
      .finally(() => {
        this.#polling = undefined
      })
  }

  #begin(claimed: Claimed): void {
    const work = this.#work(claimed)
      .catch((error: unknown) => {
        // The lease runs out, and it is taken up again.
        this.#context.log.warn({ err: error, ticket: claimed.id }, 'a ticket could not be brought in line')
      })
      .finally(() => {
        this.#busy.delete(work)
        void this.#pump()
      })
    this.#busy.add(work)
  }

  async #work(claimed: Claimed): Promise<void> {
    const { system } = this.#context.database
    for (let n = 0; n < MOST_STEPS && !this.#stopped; n++) {
      const situation = await situationOf(system, claimed)
      if (!situation) return
      const { ticket, known, integration } = situation
      const step = nextStep(ticket, known, integration.sync, new Date())
      if (step === null) return await rest(system, claimed, ticket.wakes)
      const going = await this.#take(claimed, situation, step)
      if (!going) return
    }
    // What is left is taken up again by whoever comes next.
    await system
      .updateTable('tickets')
      .set({ leased_until: null })
      .where('id', '=', claimed.id)
      .where('lease', '=', claimed.lease)
      .execute()
  }

  /** Whether the ticket is still ours, and nothing has gone wrong. */
  async #take(claimed: Claimed, situation: Situation, step: Step): Promise<boolean> {
    const { system } = this.#context.database
    const { place, words } = placeOf(this.#context, situation.integration)
    try {
      return await this.#do(claimed, situation, step, await this.#logIn(situation, place))
    } catch (error) {
      if (error instanceof Lost) return false
      if (!(error instanceof TrackerFault)) throw error
      const fault = new TrackerFault(error.kind, redacted(error.message, words), error.retryAfter)
      await settleFault(system, claimed, fault, step.do === 'create' || step.do === 'tell')
      return false
    }
  }

  async #do(claimed: Claimed, situation: Situation, step: Step, place: Place): Promise<boolean> {
    const { system } = this.#context.database
    const { ticket, integration } = situation
    const tracker = trackerOf(situation)
    switch (step.do) {
      case 'cancel':
        return await settleCanceled(this.#context, claimed)
      case 'create': {
        const external = await this.#create(claimed, situation, tracker, place)
        const made = {
          external_id: external.id,
          external_key: external.key,
          external_url: external.url,
          external_state: external.state,
          external_assignee: external.assignee,
          status: external.state === 'open' ? ('open' as const) : ('closed' as const),
          told: 'open' as const,
          unsure_since: null,
          opened_at: new Date(),
          closed_at: external.state === 'open' ? null : new Date(),
        }
        return await settle(system, claimed, made, 'ticket.created')
      }
      case 'look': {
        const seen = await this.#say(claimed, integration.id, tracker, tracker.read(place, ticket.external_id!))
        return await applySeen(system, claimed, seen)
      }
      case 'tell': {
        const { state } = step
        if (state !== null && state !== ticket.external_state) {
          await this.#hold(claimed, { wanted_state: state })
          await this.#say(claimed, integration.id, tracker, tracker.setState(place, ticket.external_id!, state))
        }
        await this.#comment(claimed, situation, step, tracker, place)
        const reopened = state === 'open' && ticket.external_state !== 'open' && step.news.kind === 'verified'
        const lately = ticket.reopened_at !== null && Date.now() - ticket.reopened_at.getTime() < 86_400_000
        const told = {
          told: step.told,
          unsure_since: null,
          comment_count: ticket.comment_count + 1,
          ...(step.news.kind === 'verified' ? { verification_id: null } : {}),
          ...(state === null
            ? {}
            : {
                external_state: state,
                status: state === 'open' ? ('open' as const) : ('closed' as const),
                closed_at: state === 'open' ? null : new Date(),
              }),
          ...(reopened ? { reopen_count: lately ? ticket.reopen_count + 1 : 1, reopened_at: new Date() } : {}),
        }
        return await settle(system, claimed, told, 'ticket.updated')
      }
    }
  }

  #logIn({ integration, test }: Situation, place: Place): Promise<Place> | Place {
    return test ? place : this.#sessions.loggedIn(integration, place)
  }

  /** Once: after a call whose answer was lost it is first looked for. */
  async #create(claimed: Claimed, situation: Situation, tracker: Tracker, place: Place): Promise<External> {
    const { ticket, integration, subject } = situation
    if (ticket.unsure_since) {
      const found = await this.#say(
        claimed,
        integration.id,
        tracker,
        tracker.find(place, ticket.id, before(ticket.unsure_since)),
      )
      if (found) return found
    }
    const brand = await this.#context.brands.of(ticket.organization_id)
    const about = {
      ...subject,
      brand: brand.name ?? 'LastHash',
      reportUrl: `${brand.publicUrl}/reports/${subject.scan_id}`,
    }
    const issue = composeIssue(about, integration.mapping)
    await this.#hold(claimed, { unsure: true })
    const fields = fieldsOf(integration.mapping.fields, about)
    return await this.#say(claimed, integration.id, tracker, tracker.create({ ...place, fields }, issue))
  }

  async #comment(
    claimed: Claimed,
    { ticket, integration }: Situation,
    step: Step & { do: 'tell' },
    tracker: Tracker,
    place: Place,
  ) {
    const id = ticket.external_id!
    const marker = `${ticket.id}.${ticket.comment_count + 1}`
    if (ticket.unsure_since) {
      const there = tracker.hasComment(place, id, marker, before(ticket.unsure_since))
      if (await this.#say(claimed, integration.id, tracker, there)) return
    }
    await this.#hold(claimed, { unsure: true })
    const comment = { marker, blocks: composeComment(step.news) }
    await this.#say(claimed, integration.id, tracker, tracker.comment(place, id, comment))
  }

  async #hold(claimed: Claimed, intent: Parameters<typeof renew>[3]): Promise<void> {
    if (!(await renew(this.#context.database.system, claimed, this.#lease, intent))) throw new Lost()
  }

  /** Before each call it is made sure that the ticket is ours until long after the call's end. */
  async #say<T>(claimed: Claimed, integrationId: string, tracker: Tracker, talk: Conversation<T>): Promise<T> {
    return converse(talk, this.#options.send, async ({ method }: Call) => {
      if (method !== 'GET') await this.#keepPace(integrationId, this.#options.pace ?? tracker.pace)
      await this.#hold(claimed, {})
    })
  }

  async #keepPace(integrationId: string, pace: number): Promise<void> {
    const wait = (this.#lastMade.get(integrationId) ?? 0) + pace - Date.now()
    if (wait > 0) await pause(wait)
    this.#lastMade.set(integrationId, Date.now())
  }
}

const atOnce = Object.fromEntries(Object.entries(TRACKERS).map(([kind, { at_once }]) => [kind, at_once]))

function trackerOf({ ticket, integration, test }: Situation): Tracker {
  return test ? virtualTracker(ticket.external_state, ticket.external_assignee) : TRACKERS[integration.kind]
}

async function settleCanceled({ database }: Context, claimed: Claimed): Promise<boolean> {
  await database.system
    .updateTable('tickets')
    .set({ status: 'canceled', due_at: null, leased_until: null })
    .where('id', '=', claimed.id)
    .where('lease', '=', claimed.lease)
    .execute()
  return false
}

/** Clocks differ: what was made since a moment is asked for from a little before it. */
function before(moment: Date): Date {
  return new Date(moment.getTime() - 120_000)
}
