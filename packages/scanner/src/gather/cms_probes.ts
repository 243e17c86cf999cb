import { CMS_PROBES, type CmsProbe, WORDPRESS_PLUGINS } from '../../data/cms-probes.ts'
import { type CmsSeen, cmsSeen } from '../derive/cms-seen.ts'
import type { CmsEvidence } from '../evidence.ts'
import { defineGatherer } from '../source.ts'
import { attempt } from './attempt.ts'
import { askForNothing } from './not_found.ts'

const MAX_BODY = 128 * 1024 // bytes; what tells a version stands at the beginning
const KEPT_OF_ERRORS = 512 // characters
const MOST_ADDONS = 60 // plugins and themes that pages show

/** What a CMS tells of itself where it always does, asked only where one was recognised. */
export default defineGatherer({
  name: 'cms_probes',
  needs: ['page', 'html'],
  scans: ['full', 'active'],
  async gather(net, { page, html }): Promise<CmsEvidence> {
    const seen = cmsSeen(page, html)
    if (seen.length === 0) return { seen, soft_404: null, probes: [] }
    const soft_404 = await askForNothing(net, page.origin)
    const asked = seen.flatMap((one) => pathsOf(one).map((probe) => ({ ...probe, base: one.base })))
    const probes = await Promise.all(
      asked.map(async ({ cms, kind, path, base }) => {
        const exchange = await attempt(net.request(new URL(path, base).href, { maxBody: MAX_BODY }))
        if (!exchange) return null
        const { status, body } = exchange.response
        const response =
          status >= 400 && body.length > KEPT_OF_ERRORS
            ? { ...exchange.response, body: body.slice(0, KEPT_OF_ERRORS), truncated: true }
            : exchange.response
        return { cms, kind, path, exchange: { ...exchange, response } }
      }),
    )
    return { seen, soft_404, probes: probes.filter((probe) => probe !== null) }
  },
})

/** The probes of one CMS; of WordPress also each plugin and theme that was seen, or that most sites have. */
function pathsOf({
  cms,
  plugins,
  themes,
}: CmsSeen): { cms: string; kind: CmsProbe['kind'] | 'plugin' | 'theme'; path: string }[] {
  const own = CMS_PROBES.filter((probe) => probe.cms === cms)
  if (cms !== 'wordpress') return [...own]
  const named = [...new Set([...plugins.slice(0, MOST_ADDONS), ...WORDPRESS_PLUGINS])]
  return [
    ...own,
    ...named.map((slug) => ({ cms, kind: 'plugin' as const, path: `wp-content/plugins/${slug}/readme.txt` })),
    ...themes
      .slice(0, MOST_ADDONS)
      .map((slug) => ({ cms, kind: 'theme' as const, path: `wp-content/themes/${slug}/style.css` })),
  ]
}
