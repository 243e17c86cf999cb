import { EXTENSION } from '../client-hello.ts'
import type { Dialer } from '../dialer.ts'
import type { Flaw } from '../evidence.ts'
import { ALERT, HEARTBEAT, record } from '../record.ts'
import { type Contact, chose } from '../suites.ts'
import { CODES } from '../versions.ts'
import { u8, u16 } from '../wire.ts'

const REQUEST = 1
const CLAIMED = 64 // bytes; enough to prove it, and no more of the server's memory than that comes over

/**
 * CVE-2014-0160: asks for more to be echoed than was sent. A goodbye follows at once, so that a sound server, which says
 * nothing to such a request (RFC 6520 section 4), hangs up and need not be waited for. What comes back is counted, not kept.
 */
export function probeHeartbleed(dialer: Dialer, { offer, version }: Contact): Promise<Flaw> {
  const asking = { ...offer, extensions: new Map([[EXTENSION.heartbeat, u8(1)]]) }
  return dialer.use(async (line) => {
    const answer = await dialer.greetOn(line, asking)
    if (!chose(answer, asking)) return 'unknown'
    if (!answer.hello!.extensions.has(EXTENSION.heartbeat)) return 'safe'
    const wire = CODES[version]
    line.send(record(HEARTBEAT, wire, Buffer.concat([u8(REQUEST), u16(CLAIMED)])), record(ALERT, wire, u8(1, 0)))
    let echoed = 0
    await dialer.records(line, ({ type, fragment }) => {
      if (type === HEARTBEAT) echoed += fragment.length
      return echoed >= CLAIMED
    })
    return echoed >= CLAIMED ? 'vulnerable' : 'safe'
  })
}
