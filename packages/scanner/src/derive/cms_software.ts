import { REST_NAMESPACES } from '../../data/cms-probes.ts'
import { TECHNOLOGY_BY_KEY } from '../../data/software/index.ts'
import type { CmsEvidence } from '../evidence.ts'
import type { Exchange } from '../net/exchange.ts'
import { defineDerivation } from '../source.ts'
import { wordPressAddon } from './addons.ts'
import { sameAnswer } from './same-answer.ts'
import { type Sighting, sighting } from './sighting.ts'

/** How the files of each CMS tell its version. The first group is it. */
const VERSIONS: readonly { cms: string; path: RegExp; version: RegExp; weight?: number }[] = [
  { cms: 'wordpress', path: /^readme\.html$/, version: /<br \/>\s*[Vv]ersion (\d[\w.-]*)/ },
  { cms: 'wordpress', path: /feed/, version: /<generator>https?:\/\/wordpress\.org\/\?v=(\d[\w.-]*)<\/generator>/ },
  { cms: 'wordpress', path: /^wp-links-opml\.php$/, version: /generator="WordPress\/(\d[\w.-]*)"/ },
  { cms: 'wordpress', path: /^wp-login\.php$/, version: /\/wp-admin\/css\/[\w./-]{1,40}\.css\?ver=(\d[\w.-]*)/ },
  { cms: 'joomla', path: /joomla\.xml$/, version: /<version>(\d[\w.-]*)<\/version>/ },
  { cms: 'joomla', path: /(?:langmetadata|en-GB)\.xml$/, version: /<version>(\d[\w.-]*)<\/version>/, weight: 70 },
  { cms: 'joomla', path: /^README\.txt$/, version: /Joomla! (\d\.\d+) version|Joomla!? (\d+\.\d+)/, weight: 45 },
  { cms: 'drupal', path: /^CHANGELOG\.txt$/, version: /^\s*Drupal (\d+\.\d+(?:\.\d+)?),? /m },
  { cms: 'drupal', path: /system\.info\.yml$/, version: /^version: ['"](\d[\w.-]*)['"]/m },
  { cms: 'drupal', path: /install\.php$/, version: /class="site-version">(\d[\w.-]*)</ },
  { cms: 'magento', path: /^magento_version$/, version: /^Magento\/(\d[\w.-]*)/ },
  { cms: 'magento', path: /RELEASE_NOTES\.txt$/, version: /==== (\d+\.\d+\.\d+(?:\.\d+)?) ====/ },
  { cms: 'magento', path: /CHANGELOG\.md$/, version: /^(\d+\.\d+\.\d+)\s*\n=+/m },
  { cms: 'prestashop', path: /CHANGELOG\.txt$/, version: /^#?\s*v?(1\.\d\.\d+\.\d+|[89]\.\d+\.\d+)/m },
  {
    cms: 'prestashop',
    path: /(?:INSTALL|readme_en)\.txt$/,
    version: /PrestaShop\D{0,20}(\d+\.\d+(?:\.\d+){0,2})/,
    weight: 45,
  },
  { cms: 'typo3', path: /sysext\/install\/composer\.json$/, version: /"typo3\/cms-core": "(\d+\.\d+\.\d+)"/ },
  { cms: 'typo3', path: /sysext\/core\/composer\.json$/, version: /"version": "v?(\d+\.\d+\.\d+)"/ },
  { cms: 'typo3', path: /ChangeLog$/, version: /\[RELEASE\] Release of TYPO3 (\d+\.\d+\.\d+)/ },
]

/** A probe that found something: a success, and not what the site answers for everything. */
export function answered({ soft_404, probes }: CmsEvidence): CmsEvidence['probes'] {
  return probes.filter(
    ({ exchange }) =>
      exchange.response.status === 200 &&
      exchange.response.body !== '' &&
      !(soft_404 && sameAnswer(exchange, soft_404)),
  )
}

/** The files that told a version. */
export function versionFiles(
  evidence: CmsEvidence,
): { cms: string; version: string; weight?: number; seen: string; exchange: Exchange }[] {
  return answered(evidence).flatMap(({ cms, kind, path, exchange }) => {
    if (kind !== 'version') return []
    for (const { version, weight } of VERSIONS.filter((one) => one.cms === cms && one.path.test(path))) {
      const match = version.exec(exchange.response.body)
      const found = match?.[1] ?? match?.[2]
      if (found) return [{ cms, version: found, weight, seen: match![0].trim(), exchange }]
    }
    return []
  })
}

/** What the files of a CMS, of its plugins and of its themes tell. */
export function cmsSoftware(evidence: CmsEvidence): Sighting[] {
  const found: Sighting[] = versionFiles(evidence).map(({ cms, version, weight, seen, exchange }) =>
    sighting(TECHNOLOGY_BY_KEY.get(cms)!, {
      signal: 'file',
      url: exchange.request.url,
      seen,
      version,
      ...(weight !== undefined && { version_weight: weight }),
    }),
  )
  for (const { cms, kind, path, exchange } of answered(evidence)) {
    if (cms !== 'wordpress') continue
    const { body } = exchange.response
    const slug = /^wp-content\/(?:plugins|themes)\/([^/]+)\//.exec(path)?.[1]
    if (kind === 'plugin' && slug) found.push(...readme(slug, body, exchange))
    if (kind === 'theme' && slug) found.push(...styleSheet(slug, body, exchange))
    if (kind === 'api') found.push(...namespaces(body, exchange))
  }
  return found
}

/** https://developer.wordpress.org/plugins/wordpress-org/how-your-readme-txt-works/ */
function readme(slug: string, body: string, { request: { url } }: Exchange): Sighting[] {
  const name = /^\uFEFF?\s*===\s*(.{1,120}?)\s*===\s*$/m.exec(body)?.[1]
  if (!name) return []
  const stable = /^\s*\**Stable tag:?\**:?\s*v?(\d[\w.-]*)/im.exec(body)
  // A tag of `trunk` leaves the newest entry of the change log.
  const logged = /^=+\s*v?(\d+(?:\.\d+){1,3})\b/m.exec(body.slice(Math.max(0, body.search(/^==\s*changelog/im))))
  const version = stable ?? logged
  return [
    sighting(wordPressAddon('plugin', slug, name), {
      signal: 'file',
      url,
      seen: version ? version[0].trim() : name,
      version: version?.[1] ?? null,
      ...(!stable && { version_weight: 60 }),
    }),
  ]
}

/** https://developer.wordpress.org/themes/basics/main-stylesheet-style-css/ */
function styleSheet(slug: string, body: string, { request: { url } }: Exchange): Sighting[] {
  const name = /^[\s/*]*Theme Name:\s*(.{1,120}?)\s*$/im.exec(body)?.[1]
  if (!name) return []
  const version = /^[\s/*]*Version:\s*v?(\d[\w.-]*)/im.exec(body)
  return [
    sighting(wordPressAddon('theme', slug, name), {
      signal: 'file',
      url,
      seen: version ? version[0].trim() : name,
      version: version?.[1] ?? null,
    }),
  ]
}

function namespaces(body: string, { request: { url } }: Exchange): Sighting[] {
  const list = /"namespaces":\[((?:"[^"]{1,80}",?){1,200})\]/.exec(body)?.[1] ?? ''
  const names = new Set([...list.matchAll(/"([\w-]+)(?:\\?\/[^"]*)?"/g)].map(([, name]) => name!))
  return [...names].flatMap((name) => {
    const slug = REST_NAMESPACES[name]
    return slug ? [sighting(wordPressAddon('plugin', slug), { signal: 'file', url, seen: `"${name}/` })] : []
  })
}

export default defineDerivation({
  name: 'cms_software',
  needs: ['cms_probes'],
  derive: ({ cms_probes }) => cmsSoftware(cms_probes),
})
