import { createHash } from 'node:crypto'
import type { Confidence, Severity, VulnerabilityType } from './check.ts'
import type { KnownFlaw } from './feeds/match.ts'
import type { Sight } from './sight.ts'

export interface Location {
  url: string
  method: string | null
  parameter: string | null
}

/** What makes a finding believable and repeatable. Strings from the target are an enemy's: escape them wherever they are shown. */
export interface Proof {
  request: string | null
  /** Status line, header fields, and an excerpt of the body. */
  response: string | null
  /** What was sent to provoke it, for attacks. */
  payload: string | null
  /** The request that shows the difference, for attacks. */
  control: string | null
  /** A command line that repeats it: curl, or dig for DNS. */
  curl: string | null
  /** The raw value that was judged. */
  observed: string | null
}

/** One cause, with all the places where it shows. The field names are the API's. */
export interface Finding {
  type: VulnerabilityType
  severity: Severity
  confidence: Confidence
  title: string
  description: string
  remediation: string
  cve: string | null
  cwe: number | null
  cvss: { vector: string; score: number } | null
  check: string
  outcome: string
  score_impact: number
  /** The first `MAX_LOCATIONS`. */
  locations: Location[]
  location_count: number
  /** Where a later scan must look again before its absence means anything: the first `MAX_LOCATIONS`; none for what is of the site as a whole. */
  seen_in?: Sight[]
  proof: Proof
  references: string[]
  compliance: Record<string, string[]>
  /** Which software it is about, where it is about one. */
  software?: {
    key: string
    name: string
    version: string | null
    packages: readonly { ecosystem: string; name: string }[]
  }
  /** The known flaws of that software, worst first; `cve` and `cvss` are those of the first. */
  advisories?: readonly KnownFlaw[]
  fingerprint: string
  /** What the fingerprint was made of, so that a person can see why two findings are one, or are not. */
  fingerprint_inputs: FingerprintInputs
}

export const MAX_LOCATIONS = 50

export interface FingerprintInputs {
  check: string
  outcome: string
  origin: string
  path: string | null
  parameter: string | null
}

/** Stable over scans: SHA-256 of the JSON array of its inputs, in hex. Never made of texts, titles or order. */
export function fingerprint(inputs: FingerprintInputs): string {
  const { check, outcome, origin, path, parameter } = inputs
  return createHash('sha256')
    .update(JSON.stringify([check, outcome, origin, path, parameter]))
    .digest('hex')
}
