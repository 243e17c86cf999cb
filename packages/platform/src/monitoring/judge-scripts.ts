import type { ScriptsReading } from '@lasthash/scanner'
import type { Trouble } from './trouble.ts'

/** Scripts that were not there before, are gone, or hold something else. */
export function scriptsTroubles({ url, scripts }: ScriptsReading, before: ScriptsReading | null): Trouble[] {
  if (!before) return []
  const known = new Map(before.scripts.map(({ source, digest }) => [source, digest]))
  const present = new Set(scripts.map(({ source }) => source))
  const added = scripts.filter(({ source }) => !known.has(source)).map(({ source }) => source)
  const removed = [...known.keys()].filter((source) => !present.has(source))
  const changed = scripts
    .filter(({ source, digest }) => digest !== null && (known.get(source) ?? digest) !== digest)
    .map(({ source }) => source)
  if (added.length + removed.length + changed.length === 0) return []
  const own = new URL(url).origin
  const foreign = added.some((source) => source.startsWith('http') && !source.startsWith(`${own}/`))
  const severity = foreign ? 'high' : added.length + changed.length > 0 ? 'medium' : 'info'
  const summary = `The start page’s scripts have changed: ${added.length} added, ${changed.length} changed, ${removed.length} removed.`
  const data = { added, changed, removed, before: before.scripts, after: scripts }
  return [{ cause: 'scripts_changed', severity, summary, data, event: 'scripts.changed', isChange: true }]
}

/** A file that gave no answer just now keeps the digest that is known of it. */
export function scriptsBaseline(reading: ScriptsReading, before: ScriptsReading | null): ScriptsReading {
  const known = new Map(before?.scripts.map(({ source, digest }) => [source, digest]))
  return {
    url: reading.url,
    scripts: reading.scripts.map(({ source, digest }) => ({ source, digest: digest ?? known.get(source) ?? null })),
  }
}
