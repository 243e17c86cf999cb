import { TECHNOLOGY_BY_KEY } from '../../data/software/index.ts'
import type { Technology } from '../../data/software/technology.ts'
import type { SeenVersion } from './version-range.ts'

/** What a sign was, from what the software says of itself down to what follows from other software. */
export type Signal =
  | 'file'
  | 'code'
  | 'header'
  | 'meta'
  | 'cdn'
  | 'script'
  | 'html'
  | 'asset'
  | 'icon'
  | 'cookie'
  | 'implied'

/** How much one sign of each kind tells, in percent. Several signs of one piece of software are combined. */
export const WEIGHTS: Record<Signal, number> = {
  file: 98,
  code: 95,
  meta: 95,
  header: 90,
  cdn: 90,
  script: 75,
  html: 75,
  asset: 70,
  icon: 65,
  cookie: 60,
  implied: 50,
}

/** What is told of a piece of software whatever its version. */
export type Facts = Pick<Technology, 'key' | 'name' | 'category' | 'vendor' | 'site' | 'packages' | 'endoflife'>

/** One sign of a piece of software at one place. */
export interface Sighting {
  software: Facts
  signal: Signal
  version: SeenVersion | null
  /** Percent; lower than the sign's own weight where the number may be another thing's, as in `?ver=`. */
  version_weight: number
  /** The distribution that packages it, which mends flaws without changing the version. */
  packaged: string | null
  /** As the site sent it. */
  seen: string
  url: string
}

const MAX_SEEN = 160 // characters

/** What the groups of a match say: several are the parts of one version. Null where the sign tells none. */
export function versionOf(match: RegExpExecArray): string | null {
  const parts: string[] = []
  for (const group of match.slice(1)) {
    if (group === undefined) continue
    if (!/^\d/.test(group)) break
    parts.push(group)
  }
  return parts.length > 0 ? parts.join('.').replace(/[.-]+$/, '') : null
}

export interface SightingOptions {
  signal: Signal
  url: string
  seen: string
  version?: string | null
  precision?: SeenVersion['precision']
  version_weight?: number
  packaged?: string | null
}

/** `Drupal 7` names a line of releases, not the first of them. */
const ONE_NUMBER = /^\d+$/

export function sighting(technology: Technology | Facts, options: SightingOptions): Sighting {
  const { signal, url, seen } = options
  const { version, packaged } = unpackaged(options.version ?? null, options.packaged ?? null)
  const precision = options.precision ?? (version !== null && ONE_NUMBER.test(version) ? 'range' : 'exact')
  const { key, name, category, vendor, site, packages, endoflife } = technology
  return {
    software: {
      key,
      name,
      category,
      site,
      ...(vendor && { vendor }),
      ...(packages && { packages }),
      ...(endoflife && { endoflife }),
    },
    signal,
    version: version === null ? null : { version: released(key, version), precision },
    version_weight: version === null ? 0 : (options.version_weight ?? WEIGHTS[signal]),
    packaged,
    seen: seen.length <= MAX_SEEN ? seen : `${seen.slice(0, MAX_SEEN).replace(/[\uD800-\uDBFF]$/, '')}…`,
    url,
  }
}

/** What a distribution appends to a version, as in `5.2.1deb1` and `7.4.3-4ubuntu2`, taken off it and told apart. */
function unpackaged(
  version: string | null,
  packaged: string | null,
): { version: string | null; packaged: string | null } {
  const match = version && /^(.*?\d)(?:-\d+)?[-+~.]?(deb|ubuntu|el|fc)\d.*$/.exec(version)
  if (!match) return { version, packaged }
  return { version: match[1]!, packaged: packaged ?? { deb: 'Debian', ubuntu: 'Ubuntu' }[match[2]!] ?? 'Red Hat' }
}

/** Numbers that a program writes in another form than its packages. */
function released(key: string, version: string): string {
  if (key === 'three' && /^\d+$/.test(version)) return `0.${version}.0`
  // phpMyAdmin's sessions and Roundcube count 10409 for 1.4.9.
  if (key === 'roundcube' && /^\d{5}$/.test(version))
    return `${version[0]}.${Number(version.slice(1, 3))}.${Number(version.slice(3))}`
  return version
}

/** What must be there because of what was seen, each once. */
export function implied(sightings: readonly Sighting[]): Sighting[] {
  const known = new Set(sightings.map(({ software }) => software.key))
  const found: Sighting[] = []
  for (const queue = [...sightings]; queue.length > 0; ) {
    const from = queue.shift()!
    for (const key of TECHNOLOGY_BY_KEY.get(from.software.key)?.implies ?? []) {
      const technology = TECHNOLOGY_BY_KEY.get(key)
      if (!technology || known.has(key)) continue
      known.add(key)
      const one = sighting(technology, { signal: 'implied', url: from.url, seen: from.software.name })
      found.push(one)
      queue.push(one)
    }
  }
  return found
}
