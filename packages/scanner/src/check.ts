import type { Evidence, EvidenceName } from './evidence.ts'
import type { Exchange } from './net/exchange.ts'
import type { Particulars } from './particulars.ts'

export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'info'
export type Confidence = 'confirmed' | 'firm' | 'tentative'
export type VulnerabilityType = 'vulnerability' | 'misconfiguration' | 'exposure' | 'threat' | 'information'

/** Exact settings that mend an outcome, by the server or framework that was seen. */
export type Settings = Partial<
  Record<
    'nginx' | 'apache' | 'iis' | 'caddy' | 'cloudflare' | 'wordpress' | 'express' | 'php' | 'django' | 'rails' | 'bind',
    string
  >
>

/** One way to fail a check. Texts are constant: what was seen is added by the runner, never by a check. */
export interface Outcome {
  severity: Severity
  /** Default `firm`. Only `confirmed` and `firm` weigh in the score and in gates. */
  confidence?: Confidence
  /** Overrides the check's own type for this outcome. */
  type?: VulnerabilityType
  title: string
  /** What an attacker, or bad luck, makes of it. Full sentences. */
  why: string
  /** What to do. Full sentences, imperative. */
  fix: string
  settings?: Settings
  cve?: string
  /** CVSS 4.0 base vector, where the outcome is a flaw by itself; the score is computed from it. */
  cvss?: string
  /**
   * Texts for a finding with particulars: `{name}`, `{version}`, `{fixed}` and the like stand for its values. Where one of them
   * is not known, the constant text is used.
   */
  particular?: { title?: string; why?: string; fix?: string }
}

/** Where something shows. `url` is the exact address; `parameter` names a cookie, header, form field or DNS record. */
export interface Place {
  url: string
  method?: string
  parameter?: string
  /** The exchange that shows it, when it is not simply the page's own. */
  exchange?: Exchange
  /** What the target answered where the fault cannot be: the difference is the proof. */
  control?: Exchange
}

export interface Fail<O extends string = string> {
  verdict: 'fail'
  outcome: O
  place: Place
  /** The raw value that was seen, quoted from the target. Empty where the fault is an absence. */
  seen: string
  /** What the finding tells beyond its outcome: which software, and what is known of it. */
  particulars?: Particulars
}
export interface Pass {
  verdict: 'pass'
  seen: string
}
export interface Skip {
  verdict: 'skip'
  reason: string
}
export type Verdict<O extends string = string> = Pass | Skip | Fail<O> | readonly Fail<O>[]

/** The check found `outcome` at `place` (a URL, an exchange, or a URL with parameter). */
export function fail<const O extends string>(
  outcome: O,
  place: string | Exchange | Place,
  seen = '',
  particulars?: Particulars,
): Fail<O> {
  return { verdict: 'fail', outcome, place: toPlace(place), seen, ...(particulars && { particulars }) }
}

/** The question was asked and the answer is good. */
export function pass(seen = ''): Pass {
  return { verdict: 'pass', seen }
}

/** The question does not apply to this site; `reason` says why, with the rule that says so. */
export function skip(reason: string): Skip {
  return { verdict: 'skip', reason }
}

/** `fails` when there are any, else a pass: for checks that look at many things. */
export function verdictOf<O extends string>(fails: readonly Fail<O>[], seen = ''): Verdict<O> {
  return fails.length > 0 ? fails : pass(seen)
}

function toPlace(place: string | Exchange | Place): Place {
  if (typeof place === 'string') return { url: place }
  if ('request' in place) return { url: place.request.url, method: place.request.method, exchange: place }
  return place
}

export interface CheckDefinition<N extends EvidenceName, O extends string> {
  /** `family/name`: also the file name, the test's name and the docs page. */
  id: `${string}/${string}`
  question: string
  needs: readonly N[]
  /** Default `misconfiguration`. */
  type?: VulnerabilityType
  /** Number in the Common Weakness Enumeration, or null where none fits. */
  cwe: number | null
  owasp_2021?: readonly string[]
  owasp_2025?: readonly string[]
  /** Numbers in MITRE's catalogue of attack patterns. */
  capec?: readonly number[]
  references: readonly [string, ...string[]]
  /**
   * What, besides check, outcome and origin, makes a second finding a different cause: its path, its parameter, or both.
   * Default none: one cause for the whole site, with a list of places.
   */
  distinct?: readonly ('path' | 'parameter')[]
  /** Asked of the site and its start page only, although it needs `page`: because it compares that page with something else. */
  once?: boolean
  outcomes: Record<O, Outcome>
  /** Pure: no I/O, no clock, no state. Guard clauses first, `pass` last. */
  run: (evidence: Pick<Evidence, N>) => Verdict<NoInfer<O>>
}

/** A check with its types erased, as the runner and the catalogue see it. */
export type Check = CheckDefinition<EvidenceName, string>

/** Declares a check. An undeclared outcome, or evidence that is not in `needs`, is a compile error. */
export function defineCheck<const N extends EvidenceName, const O extends string>(
  definition: CheckDefinition<N, O>,
): Check {
  return definition as unknown as Check
}
