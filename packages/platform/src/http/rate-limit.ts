import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { ApiError } from '../errors.ts'
import { PLANS } from '../plans.ts'
import type { Caller } from './authenticate.ts'

const WINDOW_S = 60
const LEASE_SHARE = 0.02 / 3 // of the limit: what three replicas together may hold at the end, for nobody, is 2% of it
const KEPT_WINDOWS = 10_000
const PERSON_LIMIT = 600 // requests a minute of one person who is logged in: ten a second for as long as they like

/** Whose requests count together: those of an organisation's keys, or a person's in that organisation. */
interface Subject {
  organizationId: string
  /** Empty for keys. */
  userId: string
}

interface Window {
  /** Milliseconds since the epoch, by the database's clock: tells one window from the next. */
  started: number
  /** Milliseconds since the epoch, by our own clock. */
  ends: number
  limit: number
  /** Taken by all replicas together, as of the last lease. */
  used: number
  /** Of it, leased by this replica and not spent yet. */
  left: number
  leasing?: Promise<void>
}

/**
 * A fixed window of a minute for each organisation, from its first request, over all replicas; and one for each person who
 * is logged in, beside it. Each replica leases small blocks, so that most requests ask no database.
 */
export class RateLimiter {
  readonly #context: Context
  readonly #windows = new Map<string, Window>()

  constructor(context: Context) {
    this.#context = context
  }

  /** Counts one request and gives the headers that tell of it. Throws `rate_limited`, with the same headers. */
  async spend(caller: Caller): Promise<Record<string, string>> {
    const { organizationId, person } = caller
    const limit = person ? PERSON_LIMIT : (caller.requestsPerMinute ?? PLANS[caller.plan].requestsPerMinute)
    const subject = { organizationId, userId: person?.id ?? '' }
    let window = this.#windows.get(nameOf(subject))
    // Another request may take the leased block before this one wakes, so it asks until it has one or there is none.
    while (!window || window.ends <= Date.now() || window.limit !== limit || window.left <= 0) {
      if (window && window.ends > Date.now() && window.limit === limit && window.used >= limit) {
        const headers = headersOf(window, subject)
        const seconds = Math.max(1, Math.ceil((window.ends - Date.now()) / 1000))
        throw new ApiError(
          'rate_limited',
          `The limit of ${limit} requests a minute is reached. Try again in ${seconds} s.`,
          {
            headers: { ...headers, 'retry-after': String(seconds) },
          },
        )
      }
      window = await this.#leased(subject, limit, window)
    }
    window.left--
    return headersOf(window, subject)
  }

  async #leased(subject: Subject, limit: number, present: Window | undefined): Promise<Window> {
    let window = present
    if (!window) {
      if (this.#windows.size >= KEPT_WINDOWS) this.#windows.clear()
      window = { started: 0, ends: 0, limit, used: 0, left: 0 }
      this.#windows.set(nameOf(subject), window)
    }
    const target = window
    target.leasing ??= this.#lease(subject, limit, target).finally(() => {
      target.leasing = undefined
    })
    await target.leasing
    return target
  }

  async #lease({ organizationId, userId }: Subject, limit: number, window: Window): Promise<void> {
    const block = Math.max(1, Math.floor(limit * LEASE_SHARE))
    // `used` runs up to one block over the limit, so that what a lease got can be told from the row as this very statement
    // left it: a look at the row before would not see the lease of a replica that was waited for.
    const { rows } = await sql<{ used: number; started_ms: number; left_ms: number }>`
      INSERT INTO rate_windows AS w (organization_id, user_id, started_at, used)
        VALUES (${organizationId}, ${userId}, clock_timestamp(), ${block}::int)
      ON CONFLICT (organization_id, user_id) DO UPDATE SET
        started_at = CASE WHEN w.started_at + make_interval(secs => ${WINDOW_S}) <= clock_timestamp() THEN clock_timestamp() ELSE w.started_at END,
        used = CASE WHEN w.started_at + make_interval(secs => ${WINDOW_S}) <= clock_timestamp() THEN ${block}::int
          ELSE least(w.used + ${block}::int, greatest(w.used, ${limit}::int + ${block}::int)) END
      RETURNING used, extract(epoch FROM started_at) * 1000 AS started_ms,
        extract(epoch FROM started_at + make_interval(secs => ${WINDOW_S}) - clock_timestamp()) * 1000 AS left_ms
    `.execute(this.#context.database.as(organizationId))
    const used = rows[0]!.used
    const started = Number(rows[0]!.started_ms)
    const leased = Math.min(block, Math.max(0, limit - (used - block)))
    window.left = (window.started === started ? window.left : 0) + leased
    window.started = started
    window.ends = Date.now() + Number(rows[0]!.left_ms)
    window.limit = limit
    window.used = Math.min(used, limit)
  }
}

/** draft-ietf-httpapi-ratelimit-headers (structured fields), and the older `X-RateLimit-*`, whose reset is in seconds since the epoch. */
function headersOf({ limit, used, left, ends }: Window, { userId }: Subject): Record<string, string> {
  const policy = userId ? 'dashboard' : 'api'
  const remaining = Math.max(0, limit - used + left)
  const seconds = Math.max(0, Math.ceil((ends - Date.now()) / 1000))
  return {
    'ratelimit-policy': `"${policy}";q=${limit};w=${WINDOW_S}`,
    ratelimit: `"${policy}";r=${remaining};t=${seconds}`,
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': String(Math.ceil(ends / 1000)),
  }
}

function nameOf({ organizationId, userId }: Subject): string {
  return `${organizationId} ${userId}`
}
