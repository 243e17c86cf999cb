import { type PaymentPageReading, type Probed, probePaymentPage } from '@lasthash/scanner'
import type { Context } from '../context.ts'
import { recordPaymentLook } from '../payment/record-look.ts'
import { type PageRow, takeDuePages } from '../resources/payment-pages/store.ts'

const AT_ONCE = 2 // looks under way in this process: each is a page in a browser
const LEASE = 180_000 // milliseconds; longer than any look, and then its worker counts as dead
const POLL = 5_000 // milliseconds between looks for what is due

/** Looks at payment pages that are due. Any number of processes may: each page is leased by one of them at a time. */
export class PaymentPageRunner {
  readonly #context: Context
  readonly #inFlight = new Set<Promise<void>>()
  readonly #stop = new AbortController()
  #timer: NodeJS.Timeout | undefined
  #taking = false

  constructor(context: Context) {
    this.#context = context
  }

  start(): void {
    this.#timer = setInterval(() => void this.#pump(), POLL)
    void this.#pump()
  }

  /** Takes no more; looks under way are broken off, and due again when their lease is over. */
  async stop(): Promise<void> {
    clearInterval(this.#timer)
    this.#stop.abort()
    await Promise.all(this.#inFlight)
  }

  /** Looks at everything that is due at `now`, and resolves when all of it is written down. */
  async runDue(now = new Date()): Promise<void> {
    for (;;) {
      const taken = await this.#take(now)
      if (taken === 0 && this.#inFlight.size === 0) return
      if (this.#inFlight.size > 0) await Promise.race(this.#inFlight)
    }
  }

  async #pump(): Promise<void> {
    if (this.#taking || this.#stop.signal.aborted) return
    this.#taking = true
    try {
      while (!this.#stop.signal.aborted && (await this.#take()) > 0);
    } catch (error) {
      // A lost database: what is due stays due, and the timer asks again.
      this.#context.log.warn({ err: error }, 'payment pages could not be taken')
    } finally {
      this.#taking = false
    }
  }

  async #take(now?: Date): Promise<number> {
    const room = AT_ONCE - this.#inFlight.size
    if (room <= 0) return 0
    const at = now ?? new Date()
    const pages = await takeDuePages(this.#context.database.system, at, new Date(at.getTime() + LEASE), room)
    for (const page of pages) {
      const look = this.#look(page, now)
        .catch((error: unknown) => {
          // The lease runs out, and it is looked at again.
          this.#context.log.warn(
            { err: error, payment_page: page.id },
            'a look at a payment page could not be written down',
          )
        })
        .finally(() => this.#inFlight.delete(look))
      this.#inFlight.add(look)
    }
    return pages.length
  }

  async #look(page: PageRow, now?: Date): Promise<void> {
    const looked = await this.#probe(page)
    if (!looked.answered && looked.code === 'stopped') return
    const { system } = this.#context.database
    await system.transaction().execute((trx) => recordPaymentLook(trx, page, looked, now ?? new Date()))
  }

  async #probe({ url }: PageRow): Promise<Probed<PaymentPageReading>> {
    const { allowPrivate, dnsServers } = this.#context.config
    try {
      return await probePaymentPage({ url, allowPrivate, dnsServers, signal: this.#stop.signal })
    } catch (error) {
      // Nothing that a website does may get here: whatever it is, it is ours.
      const detail = `The look could not be made: ${error instanceof Error ? error.message : String(error)}`
      return { answered: false, fault: 'us', code: 'aborted', detail }
    }
  }
}
