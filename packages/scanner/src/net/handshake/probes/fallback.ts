import { FALLBACK } from '../client-hello.ts'
import type { Dialer } from '../dialer.ts'
import { type Contact, chose } from '../suites.ts'

const INAPPROPRIATE_FALLBACK = 86

/**
 * Whether a server refuses a client that comes back with an older version and says that a newer one had failed (RFC 7507).
 * Null where there is no older version to fall back to, or the answer proves neither.
 */
export async function probeFallback(
  dialer: Dialer,
  contacts: readonly Contact[],
): Promise<'refused' | 'accepted' | null> {
  const older = contacts.filter(({ accepted }) => accepted).at(-2)
  if (!older) return null
  const answer = await dialer.greet({ ...older.offer, suites: [...older.offer.suites, FALLBACK] })
  if (answer.alert?.description === INAPPROPRIATE_FALLBACK) return 'refused'
  return chose(answer, older.offer) ? 'accepted' : null
}
