/** Seconds between one try of a delivery and the next; after the last there is none. docs/webhooks.md prints them. */
export const GAPS = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400] as const

const JITTER = 0.1 // of the gap, so that an endpoint that comes back is not met by all at once
const LONGEST_RETRY_AFTER = 86_400 // seconds

/**
 * Seconds until the next try after `attempts` of them failed, or null when there will be none. An endpoint's own
 * `Retry-After` (seconds) is honoured where it asks for more. `random` is in [0, 1).
 */
export function secondsToNextAttempt(attempts: number, retryAfter: number | null, random: number): number | null {
  const gap = GAPS[attempts - 1]
  if (gap === undefined) return null
  return Math.max(gap * (1 + JITTER * random), Math.min(retryAfter ?? 0, LONGEST_RETRY_AFTER))
}

/** `Retry-After` in seconds, from seconds or an HTTP date (RFC 9110 section 10.2.3); null when absent or unreadable. */
export function retryAfterSeconds(value: string | null, now: number): number | null {
  if (value === null) return null
  if (/^\d+$/.test(value.trim())) return Number(value)
  const at = Date.parse(value)
  return Number.isNaN(at) ? null : Math.max(0, (at - now) / 1000)
}
