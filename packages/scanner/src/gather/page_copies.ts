import { pageCopies } from '../derive/page-copies.ts'
import type { ExposureEvidence } from '../evidence.ts'
import { defineGatherer } from '../source.ts'
import { pathsBefore, pathsFor, pathsOf } from './exposures.ts'
import { askForNothing } from './not_found.ts'
import { Probing } from './probing.ts'

/** Requests: twelve files in four forms, six folders in three. */
const MOST = { files: 12, folders: 6 }

/** Copies that editors and administrators leave beside the pages that the crawl found. */
export default defineGatherer({
  name: 'page_copies',
  needs: ['page', 'crawl', 'previous', 'scan'],
  scans: ['full', 'active'],
  patient: true,
  async gather(net, { page, crawl, previous, scan }): Promise<ExposureEvidence> {
    const asked = new Set(pathsFor(page).first)
    const before = pathsBefore(previous, 'copy', page.origin)
    const found = [...new Set([...before, ...pageCopies(crawl.urls, page.origin, MOST)])]
    const paths = scan.places ? pathsOf(scan.places, page.origin) : found.filter((path) => !asked.has(path))
    if (paths.length === 0) return { soft_404: page.exchange, probes: [], left_out: null }
    const soft_404 = await askForNothing(net, page.origin)
    const probing = new Probing(net, page.origin, soft_404)
    await probing.ask(paths)
    return { soft_404, probes: probing.probes, left_out: probing.leftOut }
  },
})
