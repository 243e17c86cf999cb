import type { Dialer } from '../dialer.ts'
import type { HandshakesEvidence } from '../evidence.ts'
import { Channel, isBroken } from '../session/channel.ts'
import { completeHandshake } from '../session/handshake.ts'
import type { Established } from './sessions.ts'

const ENOUGH = 6 // in a row; servers that limit it stop after two to five
const OUTER = 0x0301

/** Asks to renegotiate over and over on one connection, as whoever wants to wear the server out would. */
export async function probeRenegotiation(
  dialer: Dialer,
  established: Established | null,
): Promise<HandshakesEvidence['renegotiation']> {
  if (!established) return null
  return dialer.use(async (line) => {
    const channel = new Channel(line, OUTER, () => dialer.deadline())
    let done = 0
    try {
      let last = await completeHandshake(channel, established.offer)
      if (last.end !== 'complete') return null
      while (done < ENOUGH) {
        last = await completeHandshake(channel, established.offer, { renewing: last.client_verify })
        if (last.end !== 'complete') break
        done += 1
      }
    } catch (error) {
      if (!isBroken(error)) throw error
    }
    if (done === 0) return 'refused'
    return done < ENOUGH ? 'limited' : 'accepted'
  })
}
