import { type Confidence, type Fail, fail, type Severity } from '../check.ts'
import type { KnownOfSoftware } from '../feeds/match.ts'
import type { Particulars } from '../particulars.ts'
import type { Software } from './software.ts'
import { compareVersions, type Ecosystem } from './version-order.ts'

const SURE = 50 // percent below which a version, or the software itself, is a guess

/** What a check about one piece of software says of it: which, where, how sure, and what is known. */
export interface Case {
  software: Software
  known: KnownOfSoftware
}

/** Software of some kinds whose version is known, with what is known of that. One with several versions comes worst first. */
export function casesOf(
  software: readonly Software[],
  known: readonly KnownOfSoftware[],
  isOf: (software: Software) => boolean,
): Case[] {
  const byVersion = new Map(known.map((one) => [`${one.key} ${one.version}`, one]))
  return software
    .filter((one) => one.version !== null && isOf(one))
    .flatMap((one) => {
      const facts = byVersion.get(`${one.key} ${one.version}`)
      return facts ? [{ software: one, known: facts }] : []
    })
    .sort((a, b) => b.known.flaws.length - a.known.flaws.length)
}

/** A version that was guessed, or whose flaws a distribution mends without telling, proves nothing. */
export function confidenceOf({ confidence, version_confidence, packaged }: Software): Confidence {
  return packaged !== null || confidence < SURE || version_confidence < SURE ? 'tentative' : 'firm'
}

/** The first place where it shows; the software's key tells causes apart. */
export function placeOf({ key, locations }: Software): { url: string; parameter: string } {
  return { url: locations[0]!.url, parameter: key }
}

/** The release that is free of all that is known: the highest of those that mend one, each in its own line. */
export function mendedIn({ software, known }: Case): string | null {
  const ecosystem = (software.packages[0]?.ecosystem ?? 'generic') as Ecosystem
  const fixes = known.flaws.map(({ fixed_in }) => fixed_in)
  if (fixes.length === 0 || fixes.includes(null)) return known.newest?.latest ?? null
  return (fixes as string[]).reduce((most, one) => (compareVersions(ecosystem, one, most) > 0 ? one : most))
}

/** Name, version and flaws of a case, for the texts. */
export function particularsOf(one: Case): Particulars {
  const { software, known } = one
  const { key, name, version, packages } = software
  const references = [...new Set(known.flaws.slice(0, 5).flatMap(({ references }) => references.slice(0, 1)))]
  return {
    confidence: confidenceOf(software),
    software: { key, name, version, packages },
    values: { name, version: versionText(software), fixed: mendedIn(one) },
    ...(known.flaws.length > 0 && { advisories: known.flaws, references }),
  }
}

/** `3.x` for a version whose end is not known. */
export function versionText({ version, precision }: Software): string | null {
  return precision === 'range' ? `${version}.x` : version
}

/** Each case of which a flaw is known, as bad as its worst one unless `severityOf` says otherwise. */
export function vulnerable(
  cases: readonly Case[],
  severityOf: (one: Case, worst: Severity) => Severity = (_, worst) => worst,
): Fail<'vulnerable'>[] {
  return cases
    .filter(({ known }) => known.flaws.length > 0)
    .map((one) => {
      const particulars = { ...particularsOf(one), severity: severityOf(one, one.known.flaws[0]!.severity) }
      return fail('vulnerable', placeOf(one.software), one.software.locations[0]!.seen, particulars)
    })
}
