import { CMS_PROBES } from '../../data/cms-probes.ts'
import type { Page } from '../evidence.ts'
import type { Exchange } from '../net/exchange.ts'
import type { Html } from './html.ts'
import { pageSoftware } from './page_software.ts'

/** A CMS that a page shows, and where its own root is. */
export interface CmsSeen {
  /** Key of the technology. */
  cms: string
  /** Its root, with a slash at its end. */
  base: string
  /** Folder names that the page shows. */
  plugins: readonly string[]
  themes: readonly string[]
}

/** What a CMS that was recognised tells of itself. Only in full and active scans. */
export interface CmsEvidence {
  seen: readonly CmsSeen[]
  /** What a path that cannot exist answers, for comparison; null where nothing was asked. */
  soft_404: Exchange | null
  /** `path` is from the CMS's own root. */
  probes: readonly {
    cms: string
    kind: 'version' | 'api' | 'users' | 'xmlrpc' | 'registration' | 'plugin' | 'theme'
    path: string
    exchange: Exchange
  }[]
}

const PROBED = new Set(CMS_PROBES.map(({ cms }) => cms))
/** A folder that lies directly in the root of each. */
const IN_ROOT: Readonly<Record<string, RegExp>> = {
  wordpress: /^(.*?\/)wp-(?:content|includes|json|admin)\//,
  joomla: /^(.*?\/)(?:media\/(?:system|vendor)|templates|components)\//,
  drupal: /^(.*?\/)(?:core\/misc|sites\/(?:all|default)|misc)\//,
  magento: /^(.*?\/)(?:static\/version|pub\/static|skin\/frontend)/,
  prestashop: /^(.*?\/)(?:themes|modules)\//,
  typo3: /^(.*?\/)(?:typo3conf|typo3temp|_assets|fileadmin)\//,
}

/** Which CMS of those that are asked more a page shows. */
export function cmsSeen(page: Page, html: Html): CmsSeen[] {
  const sightings = pageSoftware(page, html)
  const keys = new Set(sightings.map(({ software }) => software.key).filter((key) => PROBED.has(key)))
  const slugs = (prefix: string) => [
    ...new Set(
      sightings
        .map(({ software: { key } }) => key)
        .flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : [])),
    ),
  ]
  return [...keys].map((cms) => ({
    cms,
    base: baseOf(cms, page, html),
    plugins: slugs(`${cms}-plugin:`),
    themes: slugs(`${cms}-theme:`),
  }))
}

/** The folder above the CMS's own, by the files of it that the page loads; else that of the site. */
function baseOf(cms: string, page: Page, html: Html): string {
  const pattern = IN_ROOT[cms]
  const urls = [...html.scripts, ...html.links, ...html.images].map(({ url }) => url)
  for (const url of urls) {
    const asset = url === null ? null : URL.parse(url)
    const match = asset?.origin === page.origin ? pattern?.exec(asset.pathname) : null
    if (match) return `${page.origin}${match[1]}`
  }
  return `${page.origin}/`
}
