import { EXPOSURE_PATHS } from '../../data/exposure-paths.ts'
import type { ExposureEvidence } from '../evidence.ts'
import type { Exchange } from '../net/exchange.ts'
import { defineGatherer } from '../source.ts'
import { attempt } from './attempt.ts'
import { askForNothing } from './not_found.ts'

const MAX_BODY = 64 * 1024 // bytes; the proof of each stands near its beginning
const KEPT_OF_ERRORS = 1024 // characters; a hundred copies of an error page prove nothing

/** Paths that should not be served. Redirects are not followed: a file that is there is served where it is. */
export default defineGatherer({
  name: 'exposures',
  needs: ['page'],
  scans: ['full', 'active'],
  async gather(net, { page }): Promise<ExposureEvidence> {
    const soft_404 = await askForNothing(net, page.origin)
    const probes = await Promise.all(
      EXPOSURE_PATHS.map(async ({ path }) => {
        const exchange = await attempt(net.request(page.origin + path, { maxBody: MAX_BODY }))
        return exchange && { path, exchange: shortened(exchange) }
      }),
    )
    return { soft_404, probes: probes.filter((probe) => probe !== null) }
  },
})

function shortened(exchange: Exchange): Exchange {
  const { response } = exchange
  if (response.status < 400 || response.body.length <= KEPT_OF_ERRORS) return exchange
  return { ...exchange, response: { ...response, body: response.body.slice(0, KEPT_OF_ERRORS), truncated: true } }
}
