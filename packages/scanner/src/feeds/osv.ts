import { type Entry, openPromise } from 'yauzl'
import type { Ecosystem } from '../derive/version-order.ts'
import type { VersionRange } from '../derive/version-range.ts'
import { cvssOf, severityOfScore, severityOfWord } from './cvss.ts'
import { add, advisoryKey, dateOf, type Feed, isObject, type Json, type Loaded, list, summaryOf, text } from './feed.ts'
import type { Advisory } from './knowledge.ts'

const MAX_RECORD = 2_000_000 // bytes of one JSON file in the archive
const MOST_VERSIONS = 500 // of those that a record lists one by one, where it has no ranges

/** OSV publishes one archive an ecosystem; in it, one JSON file a record (https://ossf.github.io/osv-schema/). */
export function osvFeed(ecosystem: Ecosystem, least: number, maxBytes = 200_000_000): Feed {
  return {
    name: `osv-${ecosystem.toLowerCase()}`,
    title: `OSV: ${ecosystem}`,
    url: `https://osv-vulnerabilities.storage.googleapis.com/${ecosystem}/all.zip`,
    mirrorPath: `osv/${ecosystem}/all.zip`,
    maxBytes,
    least,
    terms: 'by source: CC-BY-4.0 (GitHub Advisory Database) and others, https://google.github.io/osv.dev/data/',
    load: (file) => loadArchive(file, ecosystem),
  }
}

async function loadArchive(file: string, ecosystem: Ecosystem): Promise<Loaded> {
  const zip = await openPromise(file).catch(() => {
    throw new Error('it is no ZIP archive')
  })
  const entries: Loaded['entries'] = new Map()
  let records = 0
  let date: string | null = null
  try {
    for await (const entry of zip.eachEntry()) {
      // Packages that are malware as a whole are no libraries of a site; they are nine tenths of npm's archive.
      if (!entry.fileName.endsWith('.json') || /(?:^|\/)MAL-/.test(entry.fileName)) continue
      const record = await readRecord(zip, entry)
      if (!record) continue
      records++
      const modified = dateOf(record.modified)
      if (modified && (date === null || modified > date)) date = modified
      for (const { name, advisory } of advisoriesOf(record, ecosystem))
        add(entries, advisoryKey(ecosystem, name), advisory)
    }
  } finally {
    zip.close()
  }
  return { entries, date, records }
}

async function readRecord(zip: Awaited<ReturnType<typeof openPromise>>, entry: Entry): Promise<Json | null> {
  if (entry.uncompressedSize > MAX_RECORD) return null
  const stream = await zip.openReadStreamPromise(entry)
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  try {
    const record = JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown
    return isObject(record) && text(record.id) ? record : null
  } catch {
    return null // one broken record of thousands; the count tells when it is many
  }
}

/** What one OSV record says of packages of an ecosystem; withdrawn ones say nothing. */
export function advisoriesOf(record: Json, ecosystem: Ecosystem): { name: string; advisory: Advisory }[] {
  if (record.withdrawn) return []
  const names = [record.id, ...list(record.aliases), ...list(record.upstream)].filter(
    (one): one is string => typeof one === 'string',
  )
  const cves = [...new Set(names.filter((one) => one.startsWith('CVE-')))]
  const vectors = list(record.severity)
    .filter(isObject)
    .map(({ score }) => text(score))
  const cvss = vectors.map(cvssOf).find((one) => one !== null) ?? null
  const told = isObject(record.database_specific) ? record.database_specific.severity : null
  const severity = severityOfWord(told) ?? (cvss ? severityOfScore(cvss.score) : 'medium')
  return list(record.affected).flatMap((affected) => {
    if (!isObject(affected) || !isObject(affected.package)) return []
    const name = text(affected.package.name)
    // Some ecosystems are told with a suffix, such as `Packagist:https://packages.drupal.org/8`.
    if (!name || String(affected.package.ecosystem).split(':')[0] !== ecosystem) return []
    const ranges = list(affected.ranges).filter(isObject).flatMap(rangesOf)
    const versions =
      ranges.length === 0 ? list(affected.versions).filter((one): one is string => typeof one === 'string') : []
    if (ranges.length === 0 && versions.length === 0) return []
    return [
      {
        name,
        advisory: {
          id: String(record.id),
          cves,
          ranges,
          ...(versions.length > 0 && { versions: versions.slice(0, MOST_VERSIONS) }),
          severity,
          cvss,
          summary: summaryOf(record.summary) || summaryOf(record.details) || `A known flaw of ${name}.`,
          references: list(record.references)
            .filter(isObject)
            .map(({ url }) => text(url))
            .filter((url): url is string => url !== null && /^https?:/.test(url))
            .slice(0, 5),
        },
      },
    ]
  })
}

/** Events in order: each `introduced` opens a range, the next `fixed` or `last_affected` closes it. */
function rangesOf({ type, events }: Json): VersionRange[] {
  if (type === 'GIT') return []
  const ranges: VersionRange[] = []
  for (const event of list(events).filter(isObject)) {
    const [introduced, fixed, last] = [text(event.introduced), text(event.fixed), text(event.last_affected)]
    if (introduced !== null) ranges.push(introduced === '0' ? {} : { from: introduced })
    const open = ranges.at(-1)
    if (!open) continue
    if (fixed !== null) open.before = fixed
    else if (last !== null) open.upTo = last
  }
  return ranges
}
