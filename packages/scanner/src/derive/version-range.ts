import { compareVersions, type Ecosystem } from './version-order.ts'

/** A span of versions; an end that is absent is open. */
export interface VersionRange {
  /** The first version of it. */
  from?: string
  /** `from` itself is not of it. */
  after?: boolean
  /** The first version that is no more of it: where the fault was mended. */
  before?: string
  /** The last version of it, where only that is known. */
  upTo?: string
}

/**
 * A version as it was seen. `range` is one whose end is not known: `8` of a script that is asked for as `/lib@8/` may be
 * any release of that line.
 */
export interface SeenVersion {
  version: string
  precision: 'exact' | 'range'
}

/** Whether a release lies in one of the ranges. */
export function inRanges(ecosystem: Ecosystem, version: string, ranges: readonly VersionRange[]): boolean {
  return rangeOf(ecosystem, version, ranges) !== undefined
}

/** The range in which a release lies. */
export function rangeOf(
  ecosystem: Ecosystem,
  version: string,
  ranges: readonly VersionRange[],
): VersionRange | undefined {
  const order = (other: string) => compareVersions(ecosystem, version, other)
  return ranges.find(({ from, after, before, upTo }) => {
    if (from !== undefined && from !== '0' && (after ? order(from) <= 0 : order(from) < 0)) return false
    if (before !== undefined && order(before) >= 0) return false
    return upTo === undefined || order(upTo) <= 0
  })
}

/**
 * Whether all that a version may stand for lies in the ranges: the first and the last release of its line. A line of which
 * one release is mended is not told of, since a flaw must never be claimed of what may be mended.
 */
export function isSurelyIn(ecosystem: Ecosystem, seen: SeenVersion, ranges: readonly VersionRange[]): boolean {
  if (seen.precision === 'exact') return inRanges(ecosystem, seen.version, ranges)
  const first = rangeOf(ecosystem, `${seen.version}.0`, ranges)
  return first !== undefined && first === rangeOf(ecosystem, `${seen.version}.99999`, ranges)
}

/** Reads `>=1.2.0 <3.5.0 || <=0.9`, the form of our own tables. Throws for anything else. */
export function parseRanges(text: string): VersionRange[] {
  return text.split('||').map((part) => {
    const range: VersionRange = {}
    for (const word of part.trim().split(/\s+/)) {
      const [, operator, version] = /^(<=|>=|<|>|=|\*)(\S*)$/.exec(word) ?? []
      if (operator === undefined || (version === '') !== (operator === '*'))
        throw new Error(`“${word}” is no bound of a version range`)
      if (operator === '<') range.before = version
      if (operator === '<=') range.upTo = version
      if (operator === '>=' || operator === '>') range.from = version
      if (operator === '>') range.after = true
      if (operator === '=') Object.assign(range, { from: version, upTo: version })
    }
    return range
  })
}
