import { EXTENSION, type Offer } from '../client-hello.ts'
import type { Dialer } from '../dialer.ts'
import { chose } from '../suites.ts'

/** What websites may speak (IANA ALPN Protocol IDs), and SPDY, which some still do. */
const PROTOCOLS = ['h2', 'http/1.1', 'http/1.0', 'spdy/3.1']

/**
 * Which protocols the server chooses when each is offered alone. It must be asked with TLS 1.2 or older, where the answer
 * stands in the clear.
 */
export async function probeAlpn(dialer: Dialer, offer: Offer): Promise<string[]> {
  const answers = await Promise.all(
    PROTOCOLS.map(async (protocol) => {
      const answer = await dialer.greet({ ...offer, alpn: [protocol] })
      const chosen = answer.hello?.extensions.get(EXTENSION.alpn)?.subarray(3).toString('latin1')
      return chose(answer, offer) && chosen === protocol
    }),
  )
  return PROTOCOLS.filter((_, index) => answers[index])
}
