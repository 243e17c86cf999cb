import { type Page, Unavailable } from '../evidence.ts'
import type { Exchange } from '../net/exchange.ts'
import { defineGatherer } from '../source.ts'

/** The start page, as a browser receives it. Where the site redirects to another host, the redirect itself is the page. */
export default defineGatherer({
  name: 'page',
  needs: ['target'],
  scans: ['quick', 'full', 'active'],
  async gather(net, { target }): Promise<Page> {
    const { exchanges, end, error } = await net.navigate(target.url)
    const exchange = exchanges.at(-1)
    if (!exchange || end === 'refused' || end === 'timeout' || end === 'failed') {
      throw new Unavailable(error ?? `${target.url} gave no answer.`)
    }
    return toPage(exchange, exchanges)
  },
})

/** The page that an exchange brought, and the exchanges that led to it, itself last. */
export function toPage(exchange: Exchange, redirects: readonly Exchange[]): Page {
  const { url } = exchange.request
  return {
    url,
    origin: new URL(url).origin,
    secure: url.startsWith('https:'),
    status: exchange.response.status,
    headers: exchange.response.headers,
    body: exchange.response.body,
    exchange,
    redirects,
  }
}
