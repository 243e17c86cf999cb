import pg from 'pg'

const FIRST_PAUSE = 100 // milliseconds before the first try to come back; doubled up to
const LONGEST_PAUSE = 5_000

export interface Subscription {
  channel: string
  onNotify(payload: string): void
  /** Called when the connection is back after it was away: what was told in between is lost, so look for yourself. */
  onReconnect?: () => void
}

/** One connection that waits for NOTIFY. It comes back by itself, with growing pauses, for as long as it takes. */
export class Listener {
  readonly #config: pg.ClientConfig
  readonly #subscriptions = new Set<Subscription>()
  #client: pg.Client | undefined
  #connecting: Promise<void> | undefined
  #timer: NodeJS.Timeout | undefined
  #pause = FIRST_PAUSE
  #wasAway = false
  #closed = false

  constructor(config: pg.ClientConfig) {
    this.#config = config
  }

  get connected(): boolean {
    return this.#client !== undefined
  }

  /** Resolves when the channel is heard, or at once while the database is away: it is heard from its return on. */
  async add(subscription: Subscription): Promise<() => Promise<void>> {
    const first = !this.#hears(subscription.channel)
    this.#subscriptions.add(subscription)
    if (!this.#client) await this.#connect()
    else if (first) await this.#tell(`LISTEN ${pg.escapeIdentifier(subscription.channel)}`)
    return async () => {
      this.#subscriptions.delete(subscription)
      if (!this.#hears(subscription.channel)) await this.#tell(`UNLISTEN ${pg.escapeIdentifier(subscription.channel)}`)
    }
  }

  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#timer)
    await this.#connecting
    const client = this.#client
    this.#client = undefined
    await client?.end()
  }

  #hears(channel: string): boolean {
    return [...this.#subscriptions].some((subscription) => subscription.channel === channel)
  }

  /** A connection that fails here is noticed by its own 'end' event, and everything is listened to anew after it. */
  async #tell(sql: string): Promise<void> {
    await this.#client?.query(sql).catch(() => {})
  }

  #connect(): Promise<void> {
    this.#connecting ??= this.#attempt().finally(() => {
      this.#connecting = undefined
    })
    return this.#connecting
  }

  async #attempt(): Promise<void> {
    if (this.#closed) return
    const client = new pg.Client(this.#config)
    client.on('error', () => {}) // 'end' follows
    client.on('notification', ({ channel, payload = '' }) => this.#deliver(channel, payload))
    try {
      await client.connect()
      const channels = new Set([...this.#subscriptions].map(({ channel }) => channel))
      const sql = [...channels].map((channel) => `LISTEN ${pg.escapeIdentifier(channel)}`).join('; ')
      if (sql) await client.query(sql)
    } catch {
      await client.end().catch(() => {})
      this.#lost()
      return
    }
    if (this.#closed) return await client.end()
    client.once('end', () => {
      if (this.#client !== client) return
      this.#client = undefined
      this.#lost()
    })
    this.#client = client
    this.#pause = FIRST_PAUSE
    // Channels that were asked for while this one was opening.
    for (const { channel } of this.#subscriptions) await this.#tell(`LISTEN ${pg.escapeIdentifier(channel)}`)
    if (!this.#wasAway) return
    this.#wasAway = false
    for (const { onReconnect } of this.#subscriptions) onReconnect?.()
  }

  #lost(): void {
    this.#wasAway = true
    if (this.#closed) return
    this.#timer = setTimeout(() => void this.#connect(), this.#pause)
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE)
  }

  #deliver(channel: string, payload: string): void {
    for (const subscription of this.#subscriptions) {
      if (subscription.channel === channel) subscription.onNotify(payload)
    }
  }
}
