import { type Facts, type Sighting, type Signal, WEIGHTS } from './sighting.ts'
import { compareVersions } from './version-order.ts'
import type { SeenVersion } from './version-range.ts'

/** One piece of software that the website runs or serves. The field names are the API's. */
export interface Software {
  /** Stable over versions: `jquery`, `wordpress-plugin:akismet`, `npm:left-pad`. */
  key: string
  name: string
  category: Facts['category']
  vendor: string | null
  site: string
  /** What it is called where vulnerabilities are listed. */
  packages: readonly { ecosystem: string; name: string }[]
  version: string | null
  /** `range`: the version stands for all releases that begin with it. Null where no version was seen. */
  precision: SeenVersion['precision'] | null
  /** Percent: that it is there, and that this is its version. */
  confidence: number
  version_confidence: number
  /** The distribution that packages it: flaws may be mended although the version does not tell. */
  packaged: string | null
  /** Where it was seen: the first places, and their count. */
  locations: { url: string; signal: Signal; seen: string }[]
  location_count: number
  /** Its name at endoflife.date. */
  endoflife: string | null
}

const MAX_PLACES = 20
const MAX_ENTRIES = 1_000 // a page that names ten thousand libraries must not become the result
/** Of these a site may well serve several versions at once; of everything else it runs one. */
const MANY = new Set<Facts['category']>(['javascript-library', 'javascript-framework'])

interface Entry {
  software: Facts
  /** By kind: a hundred pages with one header are one sign. */
  signals: Set<Signal>
  versions: Map<string, { version: SeenVersion; weight: number; packaged: string | null }>
  places: Map<string, { url: string; signal: Signal; seen: string; version: string | null; weight: number }>
  count: number
}

/**
 * Gathers the signs of a whole site into a list of software. Of bounded size, however many pages there are: places are kept
 * up to a number, signs by kind.
 */
export class Inventory {
  readonly #entries = new Map<string, Entry>()

  add(sightings: readonly Sighting[]): void {
    for (const one of sightings) this.#addOne(one)
  }

  #addOne({ software, signal, version, version_weight, packaged, seen, url }: Sighting): void {
    let entry = this.#entries.get(software.key)
    if (!entry) {
      if (this.#entries.size >= MAX_ENTRIES) return
      entry = { software, signals: new Set(), versions: new Map(), places: new Map(), count: 0 }
      this.#entries.set(software.key, entry)
    }
    entry.signals.add(signal)
    // A name as people write it, rather than a folder's.
    if (entry.software.name !== software.name && signal === 'file') entry.software = software
    const place = `${url} ${MANY.has(software.category) ? '' : signal}`
    const known = entry.places.get(place)
    const words = version && `${version.version}${version.precision === 'range' ? '.*' : ''}`
    if (!known) {
      entry.count++
      if (entry.places.size < MAX_PLACES * 5)
        entry.places.set(place, { url, signal, seen, version: words, weight: version_weight })
    } else if (version_weight > known.weight) {
      // The file itself knows better than its address does.
      Object.assign(known, { signal, seen, version: words, weight: version_weight })
    } else if (version_weight < known.weight) return
    if (version && words) {
      const before = entry.versions.get(words)
      const weight = Math.max(before?.weight ?? 0, version_weight)
      entry.versions.set(words, { version, weight, packaged: packaged ?? before?.packaged ?? null })
    }
  }

  /** By name, then version: the same order for equal sites. */
  list(): Software[] {
    const all = [...this.#entries.values()].flatMap((entry) => this.#read(entry))
    const key = ({ name, version }: Software) => `${name.toLowerCase()} ${version ?? ''}`
    return all.sort((a, b) => (key(a) < key(b) ? -1 : 1))
  }

  #read(entry: Entry): Software[] {
    const { software, versions, places } = entry
    const absent = [...entry.signals].reduce((rest, signal) => rest * (1 - WEIGHTS[signal] / 100), 1)
    const confidence = Math.round(100 * (1 - absent))
    const make = (chosen: string | null, of: readonly Place[], count: number): Software => {
      const found = chosen === null ? null : versions.get(chosen)!
      return {
        key: software.key,
        name: software.name,
        category: software.category,
        vendor: software.vendor ?? null,
        site: software.site,
        packages: software.packages ?? [],
        version: found?.version.version ?? null,
        precision: found?.version.precision ?? null,
        confidence,
        version_confidence: found?.weight ?? 0,
        packaged: found?.packaged ?? null,
        locations: of.slice(0, MAX_PLACES).map(({ url, signal, seen }) => ({ url, signal, seen })),
        location_count: count,
        endoflife: software.endoflife ?? null,
      }
    }
    const all = [...places.values()]
    const present = [...new Set(all.map(({ version }) => version).filter((one) => one !== null))].filter((one) =>
      versions.has(one),
    )
    if (present.length === 0) return [make(null, all, entry.count)]
    const exact = present.filter((one) => !present.some((other) => other !== one && isWithin(other, one)))
    if (MANY.has(software.category)) {
      return exact.map((one) => {
        const own = all.filter(({ version }) => version === one || (version !== null && isWithin(one, version)))
        return make(one, own, own.length)
      })
    }
    const [best] = exact.sort((a, b) => {
      const [left, right] = [versions.get(a)!, versions.get(b)!]
      return (
        right.weight - left.weight ||
        Number(left.version.precision === 'range') - Number(right.version.precision === 'range') ||
        compareVersions('generic', right.version.version, left.version.version)
      )
    })
    const first = all.filter(({ version }) => version === best)
    return [make(best!, [...first, ...all.filter((one) => !first.includes(one))], entry.count)]
  }
}

type Place = Entry['places'] extends Map<string, infer P> ? P : never

/** Whether `version` is a release of the line `line`, such as 3.5.1 of `3.5.*`. */
function isWithin(version: string, line: string): boolean {
  return line.endsWith('.*') && version !== line && version.startsWith(line.slice(0, -1))
}
