import { LIFECYCLES, LIFECYCLES_DATE } from '../../data/lifecycles.ts'
import { LIBRARY_TABLES } from '../../data/vulnerabilities/libraries.ts'
import { SERVER_TABLES } from '../../data/vulnerabilities/servers.ts'
import { type Row, TABLES_DATE } from '../../data/vulnerabilities/table.ts'
import { parseRanges } from '../derive/version-range.ts'
import type { Advisory, FeedStamp, Knowledge } from './knowledge.ts'

const FEED: FeedStamp = { name: 'lasthash', date: TABLES_DATE }
const LIFECYCLE_FEED: FeedStamp = { name: 'lasthash', date: LIFECYCLES_DATE }

/** The small set that comes with the product: what a machine with no way out knows. */
export function builtinKnowledge(): Knowledge {
  built ??= build()
  return built
}

let built: Knowledge | undefined

function build(): Knowledge {
  const advisories = new Map(
    [...LIBRARY_TABLES, ...SERVER_TABLES].map(({ ecosystem, name, rows }) => [
      `${ecosystem} ${name.toLowerCase()}`,
      rows.map((row) => ({ advisory: advisoryOf(row), feed: FEED })),
    ]),
  )
  const exploited = new Map(
    [...advisories.values()]
      .flat()
      .flatMap(({ advisory: { cves, kev } }) => cves.flatMap((cve) => (kev ? [[cve, kev] as const] : []))),
  )
  return {
    advisories: (ecosystem, name) => advisories.get(`${ecosystem} ${name.toLowerCase()}`) ?? [],
    epss: () => null,
    kev(cve) {
      const added = exploited.get(cve)
      return added ? { added, feed: FEED } : null
    },
    lifecycles(product) {
      const lines = LIFECYCLES[product]
      return lines
        ? { lines: lines.map(({ latest = null, ...line }) => ({ ...line, latest })), feed: LIFECYCLE_FEED }
        : null
    },
    listing: () => null,
    file: () => null,
    exposedKey: () => null,
    stamps: () => [FEED],
  }
}

function advisoryOf([id, affected, severity, summary, more = {}]: Row): Advisory {
  const { source, cvss = null, ...rest } = more
  const cves = /^CVE-/.test(id) ? [id] : []
  return {
    id,
    cves,
    ranges: parseRanges(affected),
    severity,
    cvss,
    summary,
    references: [source ?? pageOf(id)],
    ...rest,
  }
}

function pageOf(id: string): string {
  return id.startsWith('GHSA-') ? `https://github.com/advisories/${id}` : `https://nvd.nist.gov/vuln/detail/${id}`
}
