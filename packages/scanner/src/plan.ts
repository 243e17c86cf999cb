import type { Check } from './check.ts'
import type { EvidenceName, ScanType } from './evidence.ts'
import type { Gatherer, Source } from './source.ts'

/** Evidence that nobody need gather: what the caller gives, and what the runner makes of all the rest. */
const GIVEN: readonly EvidenceName[] = [
  'scan',
  'target',
  'previous',
  'software',
  'known',
  'listed',
  'listed_files',
  'exposed_keys',
]

export interface Plan {
  checks: readonly Check[]
  /** Only what some check of the plan needs. */
  gatherers: readonly Gatherer[]
}

/** Which checks a scan of this type can ask, and what must be gathered for them. */
export function planScan(type: ScanType, checks: readonly Check[], sources: readonly Source[]): Plan {
  const available = new Map<EvidenceName, Source>()
  const fed = (name: EvidenceName) =>
    [...available.values()].filter((s): s is Gatherer => s.kind === 'gather' && s.feeds.some((scope) => scope === name))
  const obtainable = (name: EvidenceName) => GIVEN.includes(name) || available.has(name) || fed(name).length > 0
  for (let grown = true; grown; ) {
    grown = false
    for (const source of sources) {
      if (available.has(source.name) || !source.needs.every(obtainable)) continue
      if (source.kind === 'gather' && !source.scans.includes(type)) continue
      available.set(source.name, source)
      grown = true
    }
  }
  const planned = checks.filter((check) => check.needs.every(obtainable))
  const wanted = new Set<EvidenceName>()
  const want = (name: EvidenceName) => {
    if (wanted.has(name)) return
    wanted.add(name)
    for (const need of available.get(name)?.needs ?? []) want(need)
    for (const feeder of fed(name)) want(feeder.name)
  }
  want('page')
  for (const check of planned) for (const need of check.needs) want(need)
  const gatherers = [...available.values()].filter((s): s is Gatherer => s.kind === 'gather' && wanted.has(s.name))
  return { checks: planned, gatherers }
}
