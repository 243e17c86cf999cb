import { defineGatherer } from '../source.ts'
import { attempt } from './attempt.ts'

const MAX_BODY = 16 * 1024 // bytes; an echo of our own request is far shorter

/** What the server says that it allows, and whether it echoes requests. Neither changes anything on it. */
export default defineGatherer({
  name: 'methods',
  needs: ['page'],
  scans: ['quick', 'full', 'active'],
  async gather(net, { page }) {
    const ask = (method: string) => attempt(net.request(page.url, { method, maxBody: MAX_BODY }))
    const [options, trace] = await Promise.all([ask('OPTIONS'), ask('TRACE')])
    return { options, trace }
  },
})
