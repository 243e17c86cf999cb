import { type Navigation, Unavailable } from '../evidence.ts'
import { defineGatherer } from '../source.ts'

/** What a visitor meets who types the name without a scheme: plain HTTP, and where it leads. */
export default defineGatherer({
  name: 'plain',
  needs: ['target'],
  scans: ['quick', 'full', 'active'],
  async gather(net, { target }): Promise<Navigation> {
    if (target.scheme === 'http') return net.navigate(target.url)
    if (!target.default_port) throw new Unavailable(`plain HTTP cannot share port ${target.port} with HTTPS`)
    return net.navigate(target.url.replace(/^https:/, 'http:'))
  },
})
