import { createHash } from 'node:crypto'
import { type FaviconEvidence, Unavailable } from '../evidence.ts'
import { NetError } from '../net/errors.ts'
import { defineGatherer } from '../source.ts'
import { iconHash } from './icon-hash.ts'

const MAX_BODY = 512 * 1024 // bytes

/** The icon that browsers show for the site: what the start page names, else `/favicon.ico`. */
export default defineGatherer({
  name: 'favicon',
  needs: ['page', 'html'],
  scans: ['full', 'active'],
  async gather(net, { page, html }): Promise<FaviconEvidence> {
    const named = html.links.find(
      ({ rel, url }) => rel.includes('icon') && url !== null && URL.parse(url)?.origin === page.origin,
    )?.url
    let bytes: Buffer = Buffer.alloc(0)
    try {
      const exchange = await net.request(named ?? `${page.origin}/favicon.ico`, {
        maxBody: MAX_BODY,
        onBytes: (all) => {
          bytes = all
        },
      })
      const { status, truncated, headers } = exchange.response
      if (status !== 200 || truncated || bytes.length === 0) throw new Unavailable('the site has no icon')
      if (/^\s*<(?:!doctype|html|head|body)\b/i.test(bytes.toString('latin1', 0, 200)))
        throw new Unavailable('a page is sent in place of the icon')
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      // The picture itself is of no use as text.
      const seen = { ...exchange, response: { status, headers, body: '', truncated } }
      return { hash: iconHash(bytes), sha256, bytes: bytes.length, exchange: seen }
    } catch (error) {
      if (!(error instanceof NetError) || error.isOurs) throw error
      throw new Unavailable(error.message)
    }
  },
})
