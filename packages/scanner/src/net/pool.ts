import { Connection } from './connection.ts'
import type { Limits } from './limits.ts'
import type { AddressBook } from './resolve.ts'

/** Connections that wait for the next request, by origin; as many are made as requests run at once. */
export class Pool {
  readonly #options: { limits: Limits; book: AddressBook; signal: AbortSignal }
  readonly #idle = new Map<string, Connection[]>()
  readonly #all = new Set<Connection>()

  constructor(options: { limits: Limits; book: AddressBook; signal: AbortSignal }) {
    this.#options = options
  }

  /** Takes an idle connection to the origin, or makes one: always a new one with `fresh`. */
  take(url: URL, { fresh = false } = {}): Connection {
    const waiting = fresh ? undefined : this.#idle.get(url.origin)?.pop()
    if (waiting) return waiting
    const connection = new Connection({
      origin: url,
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: portOf(url),
      ...this.#options,
    })
    this.#all.add(connection)
    return connection
  }

  /** Gives a connection back after a whole answer. */
  give(url: URL, connection: Connection): void {
    const idle = this.#idle.get(url.origin) ?? []
    idle.push(connection)
    this.#idle.set(url.origin, idle)
  }

  /** For a connection that must not be used again. */
  drop(connection: Connection): void {
    this.#all.delete(connection)
    connection.destroy()
  }

  destroy(): void {
    for (const connection of this.#all) connection.destroy()
    this.#all.clear()
    this.#idle.clear()
  }
}

/** The port that a URL leads to, its scheme's own where it names none. */
export function portOf(url: URL): number {
  return url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port)
}
