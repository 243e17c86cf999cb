import { DISTRIBUTION_VERSIONS } from '../../data/software/distribution-versions.ts'
import { TECHNOLOGIES } from '../../data/software/index.ts'
import type { Page } from '../evidence.ts'
import { defineDerivation } from '../source.ts'
import { addonAt } from './addons.ts'
import { libraryAt } from './cdn-address.ts'
import type { Html } from './html.ts'
import { librariesIn } from './library-code.ts'
import { Screen } from './screen.ts'
import { implied, type Sighting, type Signal, sighting, versionOf } from './sighting.ts'

const INLINED = 2_000 // characters of an inline script below which no library can be in it
const WORDPRESS_FILES = /\/wp-content\/(?:plugins|themes)\/[\w-]{2,80}\//g
const MOST_NAMED = 200
const MAX_HTML = 500_000 // characters of a page that are looked through
const DISTRIBUTIONS =
  /\b(Debian|Ubuntu|CentOS|Red Hat|RHEL|Rocky Linux|AlmaLinux|Fedora|Amazon Linux|SUSE|openSUSE)\b|[+~-](deb|ubuntu|el)\d|(?:^|\d)(?:deb|ubuntu|el)\d|\d[a-z]?-(fips)\b/i

const with_ = <K extends 'cookies' | 'metas' | 'scripts' | 'assets' | 'html'>(sign: K) =>
  TECHNOLOGIES.filter((one) => one[sign] !== undefined)
const BY = {
  headers: fields(),
  cookies: with_('cookies'),
  metas: with_('metas'),
  scripts: screen('scripts'),
  assets: screen('assets'),
  html: screen('html'),
}

function screen(sign: 'scripts' | 'assets' | 'html') {
  return new Screen(with_(sign), (technology) => technology[sign]!)
}

function fields() {
  const byField = new Map<string, { technology: (typeof TECHNOLOGIES)[number]; pattern: RegExp | true }[]>()
  for (const technology of TECHNOLOGIES)
    for (const [field, pattern] of Object.entries(technology.headers ?? {}))
      byField.set(field, [...(byField.get(field) ?? []), { technology, pattern }])
  return byField
}

/** What runs the site and its pages, by what one page and its header fields tell. */
export function pageSoftware(page: Page, html: Html): Sighting[] {
  const found = [...fromHeaders(page), ...(html.is_html ? fromHtml(page, html) : [])]
  return [...found, ...implied(found)]
}

/** What the header fields of an answer tell. */
export function fromHeaders({ url, headers }: Pick<Page, 'url' | 'headers'>): Sighting[] {
  const found: Sighting[] = []
  for (const [name, value] of headers) {
    const field = name.toLowerCase()
    for (const { technology, pattern } of BY.headers.get(field) ?? []) {
      const seen = `${name}: ${value}`
      if (pattern === true) {
        found.push(sighting(technology, { signal: 'header', url, seen }))
        continue
      }
      const match = pattern.exec(value)
      if (!match) continue
      const version = versionOf(match)
      const isLine = version && version.split('.').length < 3 && technology.category === 'web-server'
      const precision = isLine ? { precision: 'range' as const } : {}
      found.push(
        sighting(technology, { signal: 'header', url, seen, version, ...precision, packaged: packagerOf(value) }),
      )
    }
    if (field !== 'set-cookie') continue
    const cookie = value.split(/[=;]/, 1)[0]!.trim()
    for (const technology of BY.cookies)
      if (technology.cookies!.some((pattern) => pattern.test(cookie)))
        found.push(sighting(technology, { signal: 'cookie', url, seen: `Set-Cookie: ${cookie}` }))
  }
  // A PHP that sits beside a packaged server comes from the same shelf, although its own field does not say so.
  const packaged = found.find((one) => one.packaged !== null)?.packaged ?? null
  return found.map((one) =>
    one.version && one.packaged === null
      ? { ...one, packaged: packaged ?? shelfOf(one.software.key, one.version.version) }
      : one,
  )
}

/** The distribution that has shipped this very version for years, and may have done so here. */
function shelfOf(key: string, version: string): string | null {
  return DISTRIBUTION_VERSIONS[key]?.[version] ?? null
}

/** The distribution that a value of the Server field names. */
function packagerOf(value: string): string | null {
  const match = DISTRIBUTIONS.exec(value)
  if (!match) return null
  if (match[1]) return match[1]
  return /deb/i.test(match[0]) ? 'Debian' : /ubuntu/i.test(match[0]) ? 'Ubuntu' : 'Red Hat'
}

function fromHtml(page: Page, html: Html): Sighting[] {
  const found: Sighting[] = []
  const { url } = page
  const match = (
    signal: Signal,
    technology: (typeof TECHNOLOGIES)[number],
    pattern: RegExp,
    text: string,
    at = url,
  ) => {
    const hit = pattern.exec(text)
    if (hit) found.push(sighting(technology, { signal, url: at, seen: hit[0], version: versionOf(hit) }))
  }
  for (const { name, content } of html.metas) {
    if (!name || !content) continue
    const key = name.toLowerCase()
    for (const technology of BY.metas) {
      const pattern = technology.metas![key]
      if (pattern) match('meta', technology, pattern, content)
    }
  }
  const scripts = unique(html.scripts.map((script) => script.url))
  const assets = unique([...html.links.map((link) => link.url), ...html.images.map((image) => image.url)])
  const likely = BY.scripts.of(scripts.join('\n'))
  for (const script of scripts) {
    const library = libraryAt(script)
    if (library) found.push(library)
    for (const technology of likely) {
      if (library?.software.key === technology.key) continue
      for (const pattern of technology.scripts!) match('script', technology, pattern, script, script)
    }
  }
  const served = BY.assets.of(assets.join('\n'))
  for (const asset of assets)
    for (const technology of served)
      for (const pattern of technology.assets!) match('asset', technology, pattern, asset, asset)
  const text = page.body.length > MAX_HTML ? page.body.slice(0, MAX_HTML) : page.body
  for (const technology of BY.html.of(text))
    for (const pattern of technology.html!) match('html', technology, pattern, text)
  for (const { inline, type } of html.scripts)
    if (inline.length >= INLINED && (type === null || /javascript|module/.test(type)))
      found.push(...librariesIn(inline, url))
  const cms = new Set(found.map(({ software }) => software.key))
  // Block themes name their files in style sheets only.
  const named = cms.has('wordpress') ? unique(text.match(WORDPRESS_FILES)?.map((path) => page.origin + path) ?? []) : []
  for (const address of [...scripts, ...assets, ...named.slice(0, MOST_NAMED)]) {
    const addon = addonAt(address, cms)
    if (addon) found.push(addon)
  }
  return found
}

function unique(urls: readonly (string | null)[]): string[] {
  return [...new Set(urls.filter((url) => url !== null && /^https?:/.test(url)))] as string[]
}

export default defineDerivation({
  name: 'page_software',
  needs: ['page', 'html'],
  derive: ({ page, html }) => pageSoftware(page, html),
})
