import { NetError } from './errors.ts'
import type { Budget } from './net.ts'

const NAMES: Record<keyof Budget, string> = {
  requests: 'HTTP requests',
  handshakes: 'TLS handshakes',
  dns_queries: 'DNS queries',
}

/** Counts what a scan spends, and refuses to go over its budget. */
export class Meter {
  readonly #budget: Budget
  readonly #spent: Budget

  constructor(budget: Budget, spent: Budget = { requests: 0, handshakes: 0, dns_queries: 0 }) {
    this.#budget = budget
    this.#spent = { ...spent }
  }

  /** Takes one, at the moment of sending. Throws `NetError` with code `budget` when there is none left. */
  spend(kind: keyof Budget): void {
    if (this.#spent[kind] >= this.#budget[kind]) {
      throw new NetError('budget', `The scan's budget of ${this.#budget[kind]} ${NAMES[kind]} is used up.`)
    }
    this.#spent[kind] += 1
  }

  /** How many may still be taken. */
  left(kind: keyof Budget): number {
    return this.#budget[kind] - this.#spent[kind]
  }

  spent(): Budget {
    return { ...this.#spent }
  }
}
