import type { Check, Confidence, Settings, Severity, VulnerabilityType } from './check.ts'
import { checks } from './checks/index.ts'
import { collectFindings } from './collect.ts'
import { cvssOf } from './feeds/cvss.ts'
import type { Finding } from './finding.ts'
import { complianceOf } from './frameworks.ts'

export interface CatalogueOutcome {
  outcome: string
  type: VulnerabilityType
  severity: Severity
  confidence: Confidence
  title: string
  why: string
  fix: string
  cvss: { vector: string; score: number } | null
  settings: Settings
}

/** A check as the API, the docs and SARIF's rules describe it. */
export interface CatalogueEntry {
  id: string
  question: string
  cwe: number | null
  owasp_2021: readonly string[]
  owasp_2025: readonly string[]
  /** Numbers in MITRE's catalogue of attack patterns. */
  capec: readonly number[]
  /** Requirements that it speaks to, by framework. */
  compliance: Record<string, string[]>
  references: readonly string[]
  outcomes: CatalogueOutcome[]
}

let made: readonly CatalogueEntry[] | undefined

/** Every check that this version knows, by id. Made once: its CVSS scores alone take a tenth of a second. */
export function catalogue(): readonly CatalogueEntry[] {
  made ??= [...checks].sort((a, b) => (a.id < b.id ? -1 : 1)).map(entryOf)
  return made
}

function entryOf(check: Check): CatalogueEntry {
  const { id, question, cwe, owasp_2021 = [], owasp_2025 = [], capec = [], references } = check
  const outcomes = Object.entries(check.outcomes).map(
    ([outcome, { severity, confidence, type, title, why, fix, cvss, settings }]) => ({
      outcome,
      type: type ?? check.type ?? ('misconfiguration' as const),
      severity,
      confidence: confidence ?? ('firm' as const),
      title,
      why,
      fix,
      cvss: cvssOf(cvss ?? null),
      settings: settings ?? {},
    }),
  )
  return { id, question, cwe, owasp_2021, owasp_2025, capec, compliance: complianceOf(check), references, outcomes }
}

/** `exampleFinding` by the check's id. Throws when there is no such check or outcome. */
export function exampleOf(id: string, outcome: string): Finding {
  const check = checks.find((one) => one.id === id)
  if (!check) throw new Error(`There is no check ${id}.`)
  return exampleFinding(check, outcome)
}

const EXAMPLE_ORIGIN = 'https://www.example.com'

/** What an outcome's finding looks like, made with no network. Throws when the check does not declare the outcome. */
export function exampleFinding(check: Check, outcome: string): Finding {
  if (!(outcome in check.outcomes)) throw new Error(`${check.id} declares no outcome “${outcome}”.`)
  const place = { url: `${EXAMPLE_ORIGIN}/`, method: 'GET' }
  const hit = { fail: { verdict: 'fail' as const, outcome, place, seen: '' }, on: null }
  return collectFindings(check, [hit], { origin: EXAMPLE_ORIGIN, servers: [], untrusted: false })[0]!
}
