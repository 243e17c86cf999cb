import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { ApiError } from '../errors.ts'
import { addressGroup } from '../http/address.ts'

const WINDOW_S = 15 * 60
/** Failures in a window. Of an address more than of an account: a whole office may sit behind it. */
const LIMITS = { address: 50, account: 10 } as const

type Kind = keyof typeof LIMITS

/**
 * Counts log-ins that fail, for the address that they come from and for the account that they aim at, over all replicas. Each
 * try counts before it is known how it ends, so that many at once are no way around.
 */
export class Throttle {
  readonly #database: Context['database']

  constructor({ database }: Pick<Context, 'database'>) {
    this.#database = database
  }

  /** Throws `rate_limited` when there were too many. `account` is what was typed, or an id. */
  async begin(address: string, account: string): Promise<void> {
    const seconds = await Promise.all([
      this.#count('address', addressGroup(address)),
      this.#count('account', account.trim().toLowerCase()),
    ])
    const wait = Math.max(...seconds)
    if (wait <= 0) return
    throw new ApiError('rate_limited', `Too many failed log-ins. Try again in ${Math.ceil(wait / 60)} minutes.`, {
      headers: { 'retry-after': String(wait) },
    })
  }

  /** It was the right one: the account starts anew, and the address gets its try back. */
  async succeed(address: string, account: string): Promise<void> {
    const { system } = this.#database
    await system
      .deleteFrom('auth_failures')
      .where('subject', '=', subjectOf('account', account.trim().toLowerCase()))
      .execute()
    await system
      .updateTable('auth_failures')
      .set({ failures: sql<number>`greatest(failures - 1, 0)` })
      .where('subject', '=', subjectOf('address', addressGroup(address)))
      .execute()
  }

  /** Seconds to wait; 0 when there is room. */
  async #count(kind: Kind, name: string): Promise<number> {
    const { rows } = await sql<{ failures: number; seconds: number }>`
      INSERT INTO auth_failures AS f (subject, failures, until)
        VALUES (${subjectOf(kind, name)}, 1, clock_timestamp() + make_interval(secs => ${WINDOW_S}))
      ON CONFLICT (subject) DO UPDATE SET
        failures = CASE WHEN f.until <= clock_timestamp() THEN 1 ELSE least(f.failures + 1, 1000000) END,
        until = CASE WHEN f.until <= clock_timestamp() THEN excluded.until ELSE f.until END
      RETURNING failures, ceil(extract(epoch FROM until - clock_timestamp()))::int AS seconds
    `.execute(this.#database.system)
    const { failures, seconds } = rows[0]!
    return failures > LIMITS[kind] ? Math.max(1, seconds) : 0
  }
}

function subjectOf(kind: Kind, name: string): Buffer {
  return createHash('sha256').update(`${kind} ${name}`).digest()
}
