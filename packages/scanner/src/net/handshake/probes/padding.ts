import type { Dialer } from '../dialer.ts'
import type { Flaw } from '../evidence.ts'
import { Channel, isBroken } from '../session/channel.ts'
import { completable, completeHandshake, isCbc } from '../session/handshake.ts'
import type { Contact } from '../suites.ts'

const OUTER = 0x0301

/**
 * POODLE in TLS (CVE-2014-8730): a handshake whose Finished is padded with the wrong bytes, though MAC and length are right.
 * Whoever completes it does not look at the padding, as SSL 3.0 did not.
 */
export async function probePadding(
  dialer: Dialer,
  offer: Contact['offer'],
  accepted: readonly number[],
): Promise<Flaw> {
  const suites = completable(accepted, isCbc)
  if (suites.length === 0 || offer.version === 'SSLv3') return 'safe'
  const shake = (spoilPadding: boolean) =>
    dialer.use(async (line) => {
      const channel = new Channel(line, OUTER, () => dialer.deadline())
      try {
        return (await completeHandshake(channel, { ...offer, suites }, { spoilPadding })).end
      } catch (error) {
        if (isBroken(error)) return 'refused'
        throw error
      }
    })
  const spoilt = await shake(true)
  if (spoilt === 'complete') return 'vulnerable'
  if (spoilt !== 'silent') return 'safe'
  return 'unknown'
}
