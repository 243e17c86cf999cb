import type { CrawlEvidence, Page } from '../evidence.ts'
import { NetError } from '../net/errors.ts'
import { defineGatherer } from '../source.ts'
import { Crawl } from './crawl/crawl.ts'

/** All pages of the website that can be found without changing anything on it, judged as they come. */
export default defineGatherer({
  name: 'crawl',
  needs: ['scan', 'page', 'leads', 'well_known', 'previous'],
  scans: ['full', 'active'],
  feeds: ['page', 'script', 'browser'],
  patient: true,
  async gather(net, { scan, page, leads, well_known, previous }, intake): Promise<CrawlEvidence> {
    const crawl = new Crawl(net, intake, scan.crawl ?? {}, page as Page, well_known.robots_txt)
    try {
      await crawl.run(leads, previous.places ?? [])
    } catch (error) {
      // What was seen until the budget or the time was used up has been judged, and counts.
      if (!(error instanceof NetError) || !error.isOurs) throw error
      crawl.limit(error.message)
    }
    return crawl.evidence()
  },
})
