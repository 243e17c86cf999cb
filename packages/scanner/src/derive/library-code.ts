import { TECHNOLOGIES } from '../../data/software/index.ts'
import { Needles } from './needles.ts'
import { type Sighting, sighting, versionOf } from './sighting.ts'

const MAX_CODE = 2_000_000 // characters of one script that are read

/** By the text that must be there. */
const PATTERNS = Map.groupBy(
  TECHNOLOGIES.flatMap((technology) =>
    (technology.code ?? []).map(({ has, pattern }) => ({ technology, has, pattern })),
  ),
  ({ has }) => has,
)
const NEEDLES = new Needles([...PATTERNS.keys()])

/** The libraries in a script, also those that a bundler put together: for each the first pattern that tells a version. */
export function librariesIn(code: string, url: string): Sighting[] {
  const text = code.length > MAX_CODE ? code.slice(0, MAX_CODE) : code
  const found = new Map<string, Sighting>()
  const there = NEEDLES.in(text)
  for (const [has, patterns] of PATTERNS) {
    if (!there.has(has)) continue
    for (const { technology, pattern } of patterns) {
      if (found.has(technology.key)) continue
      const match = pattern.exec(text)
      const version = match && versionOf(match)
      if (!version) continue
      const seen = match[0].length > 160 ? (match[1] ?? match[0]) : match[0]
      found.set(technology.key, sighting(technology, { signal: 'code', url, seen, version }))
    }
  }
  return [...found.values()]
}
