import type { Offer } from '../client-hello.ts'
import type { Answer, Dialer } from '../dialer.ts'
import type { NameAnswer } from '../evidence.ts'
import { chose } from '../suites.ts'

/** A name below `.invalid` can be nobody's (RFC 6761 section 6.4). */
const UNKNOWN = 'unknown-name.invalid'

/** What the server says to a client that names no server, and to one that names one it cannot know. */
export async function probeServerName(
  dialer: Dialer,
  { offer, answer }: { offer: Offer; answer: Answer | null },
): Promise<{ without: NameAnswer; unknown: NameAnswer } | null> {
  if (offer.server_name === null || offer.bare || !answer) return null
  const compare = async (server_name: string | null): Promise<NameAnswer> => {
    const other = await dialer.greet({ ...offer, server_name })
    if (!chose(other, offer)) return 'refused'
    return leafOf(other) === leafOf(answer) ? 'same' : 'other'
  }
  const [without, unknown] = await Promise.all([compare(null), compare(UNKNOWN)])
  return { without, unknown }
}

function leafOf({ certificates }: Answer): string {
  return certificates[0]?.toString('base64') ?? ''
}
