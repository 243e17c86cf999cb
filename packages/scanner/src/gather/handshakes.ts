import { Unavailable } from '../evidence.ts'
import { NetError } from '../net/errors.ts'
import type { HandshakesEvidence } from '../net/handshake/evidence.ts'
import { defineGatherer } from '../source.ts'

const HTTPS_PORT = 443

/** Raw handshakes with the website itself, or for a plain site on port 80 with its HTTPS twin. */
export default defineGatherer({
  name: 'handshakes',
  needs: ['target'],
  scans: ['quick', 'full', 'active'],
  async gather(net, { target }): Promise<HandshakesEvidence> {
    if (target.scheme === 'http' && !target.default_port) {
      throw new Unavailable(`plain HTTP is spoken on port ${target.port}, so TLS is not`)
    }
    try {
      return await net.handshakes(target.host, target.scheme === 'https' ? target.port : HTTPS_PORT)
    } catch (error) {
      if (!(error instanceof NetError) || error.isOurs) throw error
      throw new Unavailable(error.message)
    }
  },
})
