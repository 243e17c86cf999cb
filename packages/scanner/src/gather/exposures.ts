import { EXPOSURE_PATHS, type ExposurePath } from '../../data/exposure-paths.ts'
import { FIREBASE_HOST } from '../../data/open-services.ts'
import { parseHtml } from '../derive/html.ts'
import { pageCopies } from '../derive/page-copies.ts'
import { siteArchives } from '../derive/site-archives.ts'
import { technologySigns } from '../derive/technology-signs.ts'
import type { ExposureEvidence, Page, PreviousScan } from '../evidence.ts'
import { defineGatherer } from '../source.ts'
import { askForNothing } from './not_found.ts'
import { isThere, Probing } from './probing.ts'

const MOST_BEFORE = 200 // paths

/** Paths that should not be served. Redirects are not followed: a file that is there is served where it is. */
export default defineGatherer({
  name: 'exposures',
  needs: ['page', 'previous', 'scan'],
  scans: ['full', 'active'],
  patient: true,
  async gather(net, { page, previous, scan }): Promise<ExposureEvidence> {
    const soft_404 = await askForNothing(net, page.origin)
    const { first, later } = scan.places ? { first: pathsOf(scan.places, page.origin), later: [] } : pathsFor(page)
    const probing = new Probing(net, page.origin, soft_404)
    await probing.ask([...new Set([...pathsBefore(previous, 'probe', page.origin), ...first])])
    const there = new Set(probing.probes.filter(({ exchange }) => isThere(exchange, soft_404)).map(({ path }) => path))
    await probing.ask(later.filter(({ after }) => there.has(after!)).map(({ path }) => path))
    return { soft_404, probes: [startPage(page), ...probing.probes], left_out: probing.leftOut }
  },
})

/** Paths at which something was found that is still open: asked for first. */
export function pathsBefore({ places = [] }: PreviousScan, of: 'probe' | 'copy', origin: string): string[] {
  const urls = places.filter(({ kind }) => kind === of).map(({ url }) => URL.parse(url))
  const own = urls.filter((url) => url !== null && url.origin === origin) as URL[]
  return own.slice(0, MOST_BEFORE).map(({ pathname, search }) => pathname + search)
}

/** What is worth asking at this site, and what only once something else proved to be there. */
export function pathsFor(page: Page): { first: string[]; later: ExposurePath[] } {
  const signs = technologySigns(page)
  const wanted = EXPOSURE_PATHS.filter(({ only }) => only === undefined || only.some((sign) => signs.has(sign)))
  const { hostname } = new URL(page.url)
  const first = [
    ...wanted.filter(({ after }) => after === undefined).map(({ path }) => path),
    ...belowFolder(page),
    ...siteArchives(hostname),
    ...pageCopies(linksOf(page), page.origin),
    ...(FIREBASE_HOST.test(hostname) ? ['/.json?shallow=true'] : []),
  ]
  return { first: [...new Set(first)], later: wanted.filter(({ after }) => after !== undefined) }
}

/** Of addresses on this origin. */
export function pathsOf(places: readonly string[], origin: string): string[] {
  const own = places.map((url) => URL.parse(url)).filter((url) => url?.origin === origin)
  return [...new Set(own.map((url) => url!.pathname + url!.search))]
}

/** What leaks most, once more in the folder that the site lives in. */
const IN_FOLDERS = [
  '.git/HEAD',
  '.git/config',
  '.env',
  '.svn/wc.db',
  '.DS_Store',
  '.htpasswd',
  'wp-config.php.bak',
  'backup.zip',
  'backup.sql',
  'phpinfo.php',
]

function belowFolder({ url }: Page): string[] {
  const folder = new URL(url).pathname.replace(/[^/]*$/, '')
  return folder === '/' ? [] : IN_FOLDERS.map((name) => folder + name)
}

function linksOf({ body, url }: Page): string[] {
  const { anchors, forms } = parseHtml(body, url)
  return [url, ...[...anchors, ...forms].flatMap((one) => ('url' in one && one.url ? [one.url] : []))]
}

/** The page that was had anyway: services and panels may be right there. */
function startPage({ url, exchange }: Page): ExposureEvidence['probes'][number] {
  const { pathname, search } = new URL(url)
  return { path: pathname + search, exchange, control: null, start: true }
}
