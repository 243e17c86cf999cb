import { TECHNOLOGIES } from '../../data/software/index.ts'
import type { Technology } from '../../data/software/technology.ts'
import { type Facts, type Sighting, sighting } from './sighting.ts'

/** By npm name and by the name that public CDNs give it, in lower case. */
const BY_NAME = new Map<string, Technology>()
for (const technology of TECHNOLOGIES) {
  for (const { ecosystem, name } of technology.packages ?? [])
    if (ecosystem === 'npm') BY_NAME.set(name.toLowerCase(), technology)
}
for (const technology of TECHNOLOGIES)
  for (const name of technology.cdn ?? [])
    if (!BY_NAME.has(name.toLowerCase())) BY_NAME.set(name.toLowerCase(), technology)

const VERSION = String.raw`v?(\d+(?:\.\d+){0,3}(?:-[\w.]+)?)`
/** Name and version as public CDNs, and those who copied their folders, write them into addresses. */
const FORMS: readonly { pattern: RegExp; npm: boolean }[] = [
  { pattern: new RegExp(String.raw`/npm/((?:@[\w.-]+/)?[\w.-]+)@${VERSION}(?=[/,]|$)`), npm: true },
  {
    pattern: new RegExp(
      String.raw`//(?:unpkg\.com|esm\.sh|cdn\.skypack\.dev|ga\.jspm\.io/npm:|esm\.run)/?((?:@[\w.-]+/)?[\w.-]+)@${VERSION}(?=[/?]|$)`,
    ),
    npm: true,
  },
  { pattern: new RegExp(String.raw`/ajax/libs/([\w.-]+)/${VERSION}/`), npm: false },
  {
    pattern: new RegExp(
      String.raw`/(?:webjars|libs|vendor|node_modules|bower_components)/((?:@[\w.-]+/)?[\w.-]+)/${VERSION}/`,
    ),
    npm: false,
  },
]

/**
 * The library that an address of a CDN names. Of a package that we know by its npm name only, name and version are told
 * all the same: vulnerabilities are listed by that name.
 */
export function libraryAt(url: string): Sighting | null {
  for (const { pattern, npm } of FORMS) {
    const match = pattern.exec(url)
    if (!match) continue
    const [, name, version] = match
    const known = BY_NAME.get(name!.toLowerCase())
    if (!known && !npm) return null
    // `@5` and `@5.3` stand for the newest release of that line; cdnjs knows whole versions only.
    const precision = version!.split('.').length < 3 && !/cdnjs\.cloudflare\.com/.test(url) ? 'range' : 'exact'
    return sighting(known ?? packageOf(name!), { signal: 'cdn', url, seen: url, version: version!, precision })
  }
  return null
}

function packageOf(name: string): Facts {
  return {
    key: `npm:${name.toLowerCase()}`,
    name,
    category: 'javascript-library',
    site: `https://www.npmjs.com/package/${name}`,
    packages: [{ ecosystem: 'npm', name }],
  }
}
