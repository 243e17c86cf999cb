import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { add, dateOf, type Feed, isObject, type Json, type Loaded, list, text } from './feed.ts'
import type { Listing } from './knowledge.ts'

const COLUMNS = ['id', 'dateadded', 'url', 'url_status', 'last_online', 'threat', 'tags', 'urlhaus_link', 'reporter']

/** URLhaus of abuse.ch: addresses that serve malware. CSV with comments before it, or the JSON form, by id. */
export const urlhaus: Feed = {
  name: 'urlhaus',
  title: 'URLhaus: addresses that serve malware',
  url: 'https://urlhaus.abuse.ch/downloads/csv_recent/',
  mirrorPath: 'urlhaus.csv',
  maxBytes: 100_000_000,
  least: 50,
  terms: 'CC0, https://urlhaus.abuse.ch/api/',
  async load(file) {
    const content = await readFile(file, 'utf8')
    const rows = /^\s*\{/.test(content) ? fromJson(content) : fromCsv(content)
    const entries: Loaded['entries'] = new Map()
    let records = 0
    for (const row of rows) {
      const url = URL.parse(text(row.url) ?? '')
      if (!url || !/^https?:$/.test(url.protocol)) continue
      url.hash = ''
      records++
      const listing: Listing = {
        url: url.href,
        threat: text(row.threat) ?? 'malware',
        reference: text(row.urlhaus_link),
      }
      add(entries, url.hostname, listing)
    }
    const told = /^# Last updated: (\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)/m.exec(content.slice(0, 5_000))
    return { entries, date: told ? dateOf(`${told[1]}T${told[2]}Z`) : null, records }
  },
}

function fromCsv(content: string): Json[] {
  try {
    return parse(content, {
      columns: COLUMNS,
      comment: '#',
      comment_no_infix: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }) as Json[]
  } catch {
    throw new Error('it is no CSV')
  }
}

function fromJson(content: string): Json[] {
  let whole: unknown
  try {
    whole = JSON.parse(content)
  } catch {
    throw new Error('it is not JSON')
  }
  return isObject(whole) ? Object.values(whole).flatMap((one) => list(one).filter(isObject)) : []
}
