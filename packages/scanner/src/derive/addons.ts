import type { Technology } from '../../data/software/technology.ts'
import { type Facts, type Sighting, sighting } from './sighting.ts'
import type { Ecosystem } from './version-order.ts'

const VER_WEIGHT = 40 // percent: `?ver=` is the add-on's own release as often as it is something else
const UNNAMED = new Set(['core', 'system', 'index.php', 'custom', 'contrib', 'all', 'cache'])

/** Where each CMS keeps what was added to it: the first group is the add-on's name. */
const PLACES: readonly {
  cms: string
  pattern: RegExp
  category: Technology['category']
  of: (slug: string) => Pick<Facts, 'name' | 'packages' | 'site'>
}[] = [
  {
    cms: 'wordpress',
    pattern: /\/wp-content\/(?:plugins|mu-plugins)\/([\w-]{2,80})\//,
    category: 'plugin',
    of: (slug) => ({
      name: slug,
      packages: packages('WordPress', `plugin/${slug}`),
      site: `https://wordpress.org/plugins/${slug}/`,
    }),
  },
  {
    cms: 'wordpress',
    pattern: /\/wp-content\/themes\/([\w-]{2,80})\//,
    category: 'theme',
    of: (slug) => ({
      name: slug,
      packages: packages('WordPress', `theme/${slug}`),
      site: `https://wordpress.org/themes/${slug}/`,
    }),
  },
  {
    cms: 'drupal',
    pattern:
      /\/(?:sites\/(?:all|default|[\w.-]+)\/modules|modules)\/(?:contrib\/)([\w-]{2,80})\/|\/sites\/all\/modules\/([\w-]{2,80})\//,
    category: 'plugin',
    of: (slug) => ({
      name: slug,
      packages: packages('Packagist', `drupal/${slug}`),
      site: `https://www.drupal.org/project/${slug}`,
    }),
  },
  {
    cms: 'joomla',
    pattern: /\/(?:components|media)\/(com_[\w-]{2,80})\//,
    category: 'plugin',
    of: (slug) => ({
      name: slug,
      packages: packages('generic', `joomla/${slug}`),
      site: 'https://extensions.joomla.org/',
    }),
  },
  {
    cms: 'typo3',
    pattern: /\/typo3conf\/ext\/([\w-]{2,80})\//,
    category: 'plugin',
    of: (slug) => ({ name: slug, site: `https://extensions.typo3.org/extension/${slug}` }),
  },
]
/** Parts of the core that lie where add-ons do. */
const CORE =
  /^com_(?:ajax|config|contact|content|fields|finder|media|menus|modules|newsfeeds|privacy|search|tags|users|wrapper)$/

function packages(ecosystem: Ecosystem, name: string) {
  return [{ ecosystem, name: name.toLowerCase() }] as const
}

/** The add-on of a CMS that an address of one of its files names. `cms` are the keys of those that were seen. */
export function addonAt(url: string, cms: ReadonlySet<string>): Sighting | null {
  for (const place of PLACES) {
    if (!cms.has(place.cms)) continue
    const match = place.pattern.exec(url)
    const slug = (match?.[1] ?? match?.[2])?.toLowerCase()
    if (!slug || UNNAMED.has(slug) || CORE.test(slug)) continue
    const version = /[?&]ver=(\d+(?:\.\d+){1,3})(?:&|$)/.exec(url)?.[1] ?? null
    return sighting(addon(place.cms, place.category, slug, place.of(slug)), {
      signal: 'asset',
      url,
      seen: url,
      version,
      version_weight: VER_WEIGHT,
    })
  }
  return null
}

function addon(
  cms: string,
  category: Technology['category'],
  slug: string,
  facts: Pick<Facts, 'name' | 'packages' | 'site'>,
): Facts {
  return { key: `${cms}-${category}:${slug}`, category, ...facts }
}

/** A plugin or theme of WordPress, by its folder's name. */
export function wordPressAddon(category: 'plugin' | 'theme', slug: string, name = slug): Facts {
  const place = PLACES.find((one) => one.cms === 'wordpress' && one.category === category)!
  return { ...addon('wordpress', category, slug, place.of(slug)), name }
}
