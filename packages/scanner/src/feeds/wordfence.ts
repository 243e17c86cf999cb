import type { VersionRange } from '../derive/version-range.ts'
import { severityOfScore, severityOfWord } from './cvss.ts'
import { add, advisoryKey, dateOf, type Feed, isObject, type Json, type Loaded, list, summaryOf, text } from './feed.ts'
import type { Advisory } from './knowledge.ts'
import { readJson } from './store.ts'

/**
 * Wordfence Intelligence, production feed: an object of records by id, each with `software` (core, plugin, theme) and
 * `affected_versions` as spans (https://www.wordfence.com/help/wordfence-intelligence/).
 */
export const wordfence: Feed = {
  name: 'wordfence',
  title: 'Wordfence Intelligence: WordPress core, plugins and themes',
  url: 'https://www.wordfence.com/api/intelligence/v3/vulnerabilities/production',
  mirrorPath: 'wordfence.json',
  maxBytes: 300_000_000,
  least: 1_000,
  key: {
    variable: 'LASTHASH_FEED_WORDFENCE_KEY',
    header: (key) => ({ Authorization: `Bearer ${key}` }),
  },
  terms:
    'Defiant’s own licence with attribution, fetched at run time only, https://www.wordfence.com/wordfence-intelligence-terms-and-conditions/',
  async load(file) {
    const all = await readJson(file)
    if (!isObject(all)) throw new Error('it is no object of vulnerabilities')
    const entries: Loaded['entries'] = new Map()
    let records = 0
    let date: string | null = null
    for (const record of Object.values(all)) {
      if (!isObject(record) || !Array.isArray(record.software)) continue
      records++
      // Times are told as `2024-01-31 12:00:00`, in UTC.
      const updated = dateOf(`${text(record.updated) ?? text(record.published) ?? ''}Z`.replace(' ', 'T'))
      if (updated && (date === null || updated > date)) date = updated
      for (const software of record.software.filter(isObject)) {
        const name = nameOf(software)
        const ranges = isObject(software.affected_versions)
          ? Object.values(software.affected_versions)
              .filter(isObject)
              .map((span) => rangeOf(span, software))
          : []
        if (name && ranges.length > 0) add(entries, advisoryKey('WordPress', name), advisoryOf(record, ranges))
      }
    }
    return { entries, date, records }
  },
}

function nameOf({ type, slug }: Json): string | null {
  if (type === 'core') return 'core'
  return (type === 'plugin' || type === 'theme') && text(slug) ? `${type}/${slug}` : null
}

function rangeOf(span: Json, { patched_versions }: Json): VersionRange {
  const from = text(span.from_version)
  const to = text(span.to_version)
  const range: VersionRange = {
    ...(from && from !== '*' && { from, ...(span.from_inclusive === false && { after: true }) }),
  }
  if (!to || to === '*') return range
  // A span ends with the last version that has the flaw; the one that mends it is told beside it.
  if (span.to_inclusive === false) return { ...range, before: to }
  const patched = list(patched_versions).filter((one): one is string => typeof one === 'string')
  return patched.length === 1 ? { ...range, upTo: to, before: patched[0]! } : { ...range, upTo: to }
}

function advisoryOf(record: Json, ranges: readonly VersionRange[]): Advisory {
  const cve = text(record.cve)
  const cvss = isObject(record.cvss) ? record.cvss : {}
  const score = typeof cvss.score === 'number' ? cvss.score : null
  return {
    id: cve ?? String(record.id),
    cves: cve?.startsWith('CVE-') ? [cve] : [],
    ranges,
    severity: severityOfWord(cvss.rating) ?? (score === null ? 'medium' : severityOfScore(score)),
    cvss: score !== null && text(cvss.vector) ? { vector: String(cvss.vector), score } : null,
    summary: summaryOf(record.title),
    references: list(record.references)
      .filter((url): url is string => typeof url === 'string' && /^https?:/.test(url))
      .slice(0, 5),
  }
}
