import { sql } from 'kysely'
import type { Context } from '../../context.ts'

const WRITE_EVERY_MS = 2_000

/** Counts API requests for each organisation, and writes them down in blocks, off the requests' path. */
export class UsageCounter {
  readonly #context: Context
  #counts = new Map<string, number>()
  #timer: NodeJS.Timeout | undefined

  constructor(context: Context) {
    this.#context = context
  }

  count(organizationId: string): void {
    this.#counts.set(organizationId, (this.#counts.get(organizationId) ?? 0) + 1)
  }

  start(): void {
    this.#timer = setInterval(() => void this.#write(), WRITE_EVERY_MS).unref()
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.#write()
  }

  async #write(): Promise<void> {
    const counts = this.#counts
    this.#counts = new Map()
    for (const [organizationId, count] of counts) {
      await sql`INSERT INTO usage_months (organization_id, month, api_requests)
        VALUES (${organizationId}, date_trunc('month', now() AT TIME ZONE 'UTC')::date, ${count})
        ON CONFLICT (organization_id, month) DO UPDATE SET api_requests = usage_months.api_requests + excluded.api_requests`
        .execute(this.#context.database.as(organizationId))
        // The database is away: counted again next time.
        .catch(() => this.#counts.set(organizationId, (this.#counts.get(organizationId) ?? 0) + count))
    }
  }
}
