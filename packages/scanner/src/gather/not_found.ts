import { randomBytes } from 'node:crypto'
import { Unavailable } from '../evidence.ts'
import type { Exchange } from '../net/exchange.ts'
import type { Net } from '../net/net.ts'
import { defineGatherer } from '../source.ts'
import { attempt } from './attempt.ts'

/** What the site answers for a page that cannot exist: its error page. */
export default defineGatherer({
  name: 'not_found',
  needs: ['page'],
  scans: ['quick', 'full', 'active'],
  gather: (net, { page }) => askForNothing(net, page.origin),
})

/** Asks for a path that nobody can have made. Throws `Unavailable` where that gets no answer at all. */
export async function askForNothing(net: Net, origin: string): Promise<Exchange> {
  const exchange = await attempt(net.request(`${origin}/lasthash-${randomBytes(8).toString('hex')}`))
  if (!exchange) throw new Unavailable('a path that cannot exist got no answer at all')
  return exchange
}
