import { type Finding, fingerprint, MAX_LOCATIONS, SEVERITIES } from '@lasthash/scanner'

/** What people have said of a vulnerability's cause: it is another one's, or some of another one's places. */
export interface Cause {
  id: string
  /** Hex. */
  fingerprint: string
  status: string
  merged_into: string | null
  split_from: string | null
  split_path: string | null
}

/** What one of several merged vulnerabilities shows. */
export type Part = Pick<
  Finding,
  | 'check'
  | 'outcome'
  | 'severity'
  | 'title'
  | 'fingerprint'
  | 'fingerprint_inputs'
  | 'locations'
  | 'location_count'
  | 'seen_in'
  | 'proof'
  | 'software'
>

/** A finding of a vulnerability, with what each part shows where it is several in one. */
export type JoinedFinding = Finding & { merged_from?: readonly Part[] }

/**
 * A scan's findings as findings of the vulnerabilities that people have made of them: places that were set apart go to their
 * own, and what was merged becomes one.
 */
export function sortOut(findings: readonly Finding[], known: readonly Cause[]): JoinedFinding[] {
  const byFingerprint = new Map(known.map((one) => [one.fingerprint, one]))
  const byId = new Map(known.map((one) => [one.id, one]))
  const groups = Map.groupBy(
    known.filter(({ split_from }) => split_from !== null),
    ({ split_from }) => split_from!,
  )
  const apart = findings.flatMap((finding) => {
    const own = byFingerprint.get(finding.fingerprint)
    return setApart(finding, (own && groups.get(own.id)) ?? [])
  })
  const roots = Map.groupBy(apart, (finding) => {
    const own = byFingerprint.get(finding.fingerprint)
    return (own?.merged_into && byId.get(own.merged_into)?.fingerprint) || finding.fingerprint
  })
  return [...roots].map(([root, parts]) => joined(root, parts))
}

/** The finding without the places that were set apart, and one for those of each group. */
function setApart(finding: Finding, groups: readonly Cause[]): Finding[] {
  const out: Finding[] = []
  let rest = finding
  for (const group of groups) {
    const { inside, outside } = divide(rest, group.split_path!)
    if (!inside) continue
    out.push({ ...inside, fingerprint: group.fingerprint })
    if (!outside) return out
    rest = outside
  }
  return [rest, ...out]
}

/** By the beginning of the path. Of more places than are known, those that are not stay with the finding. */
export function divide(finding: Finding, path: string): { inside: Finding | null; outside: Finding | null } {
  const inside = finding.locations.filter(({ url }) => pathOf(url).startsWith(path))
  const outside = finding.locations.filter((one) => !inside.includes(one))
  const left = finding.location_count - inside.length
  const seenIn = (isInside: boolean) => {
    const sights = finding.seen_in?.filter(({ url }) => pathOf(url).startsWith(path) === isInside)
    // Places may be others than the pages that show them: then all of these are looked at for both.
    return finding.seen_in && { seen_in: sights!.length > 0 ? sights! : finding.seen_in }
  }
  return {
    inside:
      inside.length === 0
        ? null
        : {
            ...finding,
            ...setApartInputs(finding, path),
            ...seenIn(true),
            locations: inside,
            location_count: inside.length,
          },
    outside: left <= 0 ? null : { ...finding, ...seenIn(false), locations: outside, location_count: left },
  }
}

function setApartInputs({ fingerprint_inputs }: Finding, path: string) {
  const inputs = { ...fingerprint_inputs, path: `${path}*` }
  return { fingerprint: fingerprint(inputs), fingerprint_inputs: inputs }
}

function pathOf(url: string): string {
  return URL.parse(url)?.pathname ?? ''
}

/** One finding out of several: as the one it is merged into shows, or else the worst; with the places of all. */
export function joined(root: string, parts: readonly Finding[]): JoinedFinding {
  const [first] = parts
  if (parts.length === 1 && first!.fingerprint === root) return first!
  const base = parts.find((part) => part.fingerprint === root) ?? worst(parts)
  const { severity, confidence, score_impact } = worst(parts)
  const others = parts.filter((part) => part !== base)
  return {
    ...base,
    severity,
    confidence,
    score_impact,
    cve: base.cve ?? others.find(({ cve }) => cve)?.cve ?? null,
    fingerprint: root,
    ...sightsOf(parts),
    locations: [base, ...others].flatMap(({ locations }) => locations).slice(0, MAX_LOCATIONS),
    location_count: parts.reduce((sum, { location_count }) => sum + location_count, 0),
    merged_from: [base, ...others].map(toPart),
  }
}

/** Only where each has some: one that is of the site as a whole is looked for anyway. */
function sightsOf(parts: readonly Finding[]): Pick<Finding, 'seen_in'> {
  const sights = parts.flatMap(({ seen_in }) => seen_in ?? [])
  const known = new Map(sights.map((sight) => [`${sight.kind} ${sight.url}`, sight]))
  return known.size === 0 ? {} : { seen_in: [...known.values()].slice(0, MAX_LOCATIONS) }
}

/** What is kept of one of several. */
export function toPart(finding: Finding): Part {
  const { check, outcome, severity, title, fingerprint_inputs, locations, location_count, seen_in, proof, software } =
    finding
  return {
    check,
    outcome,
    severity,
    title,
    fingerprint: finding.fingerprint,
    fingerprint_inputs,
    locations,
    location_count,
    proof,
    ...(seen_in && { seen_in }),
    ...(software && { software }),
  }
}

function worst<T extends Pick<Finding, 'severity' | 'score_impact'>>(findings: readonly T[]): T {
  const rank = ({ severity }: T) => SEVERITIES.indexOf(severity)
  return [...findings].sort((a, b) => b.score_impact - a.score_impact || rank(a) - rank(b))[0]!
}

/** Of vulnerabilities whose places were once one, the worst: a cause weighs once, however many parts people make of it. */
export function oncePerCause<T extends { id: string; split_from: string | null; severity: Finding['severity'] }>(
  rows: readonly T[],
): T[] {
  const rank = ({ severity }: T) => SEVERITIES.indexOf(severity)
  const causes = Map.groupBy(rows, ({ id, split_from }) => split_from ?? id)
  return [...causes.values()].map((parts) => parts.reduce((a, b) => (rank(b) < rank(a) ? b : a)))
}

/** Those of which a merged one was not looked for everywhere: that this one is not seen says nothing then. */
export function rootsNotTested<C extends Cause>(known: readonly C[], isTested: (one: C) => boolean): Set<string> {
  const merged = known.filter((one) => one.merged_into !== null && !isTested(one))
  return new Set(merged.map(({ merged_into }) => merged_into!))
}
