import { type Coverage, type Sight, testerOf } from '@lasthash/scanner'

/** What one scan saw of a vulnerability, as far as a comparison needs it. */
export interface Seen {
  id: string
  check: string
  /** The scan that saw it first on this website. */
  first_scan_id: string
  /** Where it was seen, as `Finding.seen_in`; null when it is of the site as a whole. */
  seen_in: readonly Sight[] | null
}

export interface Diff<T extends Seen> {
  /** Never seen on the website before the later scan. */
  new: T[]
  /** In the earlier scan, and tested for wherever it was seen and gone in the later one. */
  fixed: T[]
  /** Known before the earlier scan, not in it, and back in the later one. */
  regressed: T[]
  unchanged: T[]
  /** In the earlier scan, and not asked for by the later one, or not where it was seen: lost coverage never reads as a fix. */
  not_tested: T[]
}

/** What lies between two scans of one website; `coverage` is the later scan's. */
export function diff<T extends Seen>(
  earlier: { id: string; seen: readonly T[] },
  later: { seen: readonly T[] },
  coverage: Pick<Coverage, 'checks' | 'looked_at'>,
): Diff<T> {
  const before = new Set(earlier.seen.map(({ id }) => id))
  const after = new Set(later.seen.map(({ id }) => id))
  const isTested = testerOf(coverage)
  const appeared = later.seen.filter(({ id }) => !before.has(id))
  const gone = earlier.seen.filter(({ id }) => !after.has(id))
  // Identifiers sort by time: whatever an earlier scan saw first was known before.
  const wasKnown = ({ first_scan_id }: T) => first_scan_id < earlier.id
  return {
    new: appeared.filter((one) => !wasKnown(one)),
    fixed: gone.filter(isTested),
    regressed: appeared.filter(wasKnown),
    unchanged: later.seen.filter(({ id }) => before.has(id)),
    not_tested: gone.filter((one) => !isTested(one)),
  }
}
