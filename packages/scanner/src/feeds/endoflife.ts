import { add, dateOf, type Feed, isObject, type Json, type Loaded, list, text } from './feed.ts'
import type { Lifecycle } from './knowledge.ts'
import { readJson } from './store.ts'

/**
 * endoflife.date, version 1 of its API, all products at once: `result` with `name` and `releases`. The older form, an object of
 * products with lists of cycles, is read as well: mirrors that were made of `/api/<product>.json` have it.
 */
export const endoflife: Feed = {
  name: 'endoflife',
  title: 'endoflife.date: until when releases are mended',
  url: 'https://endoflife.date/api/v1/products/full',
  mirrorPath: 'endoflife.json',
  maxBytes: 50_000_000,
  least: 50,
  terms: 'MIT, https://github.com/endoflife-date/endoflife.date',
  async load(file) {
    const whole = await readJson(file)
    if (!isObject(whole)) throw new Error('it is no list of products')
    const entries: Loaded['entries'] = new Map()
    if (Array.isArray(whole.result)) {
      for (const product of whole.result.filter(isObject)) {
        const name = text(product.name)
        if (!name) continue
        for (const release of list(product.releases).filter(isObject)) {
          const line = releaseOf(release)
          if (line) add(entries, name, line)
        }
      }
    } else {
      for (const [name, cycles] of Object.entries(whole))
        for (const cycle of list(cycles).filter(isObject)) {
          const line = cycleOf(cycle)
          if (line) add(entries, name, line)
        }
    }
    return { entries, date: dateOf(whole.generated_at), records: entries.size }
  },
}

function releaseOf({ name, isEol, eolFrom, latest }: Json): Lifecycle | null {
  const line = text(name)
  if (!line) return null
  const end = text(eolFrom) ?? isEol === true
  return { line, end, latest: isObject(latest) ? text(latest.name) : null }
}

function cycleOf({ cycle, eol, latest }: Json): Lifecycle | null {
  const line = typeof cycle === 'number' ? String(cycle) : text(cycle)
  if (!line) return null
  return { line, end: text(eol) ?? eol === true, latest: text(latest) }
}
