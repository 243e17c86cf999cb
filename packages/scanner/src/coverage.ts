import type { Gathered } from './evaluate.ts'
import type { CrawlCoverage } from './result.ts'

const MOST_PARAMETERS = 500 // in the result; all are counted

/** What was looked at: the addresses of the pages, and what the crawl says of itself. */
export function whatWasSeen(gathered: Gathered, start: string): { pages: string[]; crawl: CrawlCoverage | null } {
  const { crawl } = gathered
  if (!crawl?.ok) return { pages: [start], crawl: null }
  const { pages, urls, scripts, parameters, unfollowed, statuses, browser, limits } = crawl.value
  return {
    pages: [...urls],
    crawl: {
      pages,
      scripts,
      parameters: parameters.slice(0, MOST_PARAMETERS),
      parameter_count: parameters.length,
      not_followed: unfollowed,
      other_answers: statuses,
      browser,
      limits: [...limits],
    },
  }
}
