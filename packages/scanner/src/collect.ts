import type { Check, Outcome, Settings } from './check.ts'
import type { Hit, Scope } from './evaluate.ts'
import { cvssOf } from './feeds/cvss.ts'
import { type Finding, fingerprint, MAX_LOCATIONS } from './finding.ts'
import { complianceOf } from './frameworks.ts'
import { particular } from './particulars.ts'
import { clip, proofOf } from './proof.ts'
import { impact } from './score.ts'
import { sightOf } from './sight.ts'

const MAX_QUOTE = 200 // characters of what was seen, in a description
/** Causes of one check in one scan: a check that tells causes apart by path must not grow with the site. */
const MAX_CAUSES = 500
/** Places of one finding that are recognised when they come again; beyond, each time counts. */
const MAX_PLACES_KNOWN = 1_000

export interface Surroundings {
  /** The website's origin: what is not of a page hangs on it. */
  origin: string
  /** Which servers were seen, nearest first: their settings are named in the remedy. */
  servers: readonly (keyof Settings)[]
  /** The certificate is not trusted, so a command that repeats a request must not insist on it. */
  untrusted: boolean
}

/**
 * Gathers one check's hits into findings: one for each cause, with the first places where it shows and their count. Its
 * size is bounded, however many pages there are.
 */
export class FindingCollector {
  readonly #check: Check
  readonly #scope: Scope | null
  readonly #found = new Map<string, { finding: Finding; places: Set<string> }>()

  /** `scope`: what the check is asked of, null for the site. */
  constructor(check: Check, scope: Scope | null) {
    this.#check = check
    this.#scope = scope
  }

  /** Takes in a hit. Gives the finding when its cause is new, else null: then the known finding has changed. */
  add(hit: Hit, around: () => Surroundings): Finding | null {
    const { url, method = null, parameter = null } = hit.fail.place
    const { origin } = around()
    const inputs = inputsOf(this.#check, hit, origin)
    const key = fingerprint(inputs)
    const place = JSON.stringify([url, method, parameter])
    const known = this.#found.get(key)
    if (known) {
      const { finding, places } = known
      this.#addSight(finding, hit, origin)
      if (places.has(place)) return null
      if (places.size < MAX_PLACES_KNOWN) places.add(place)
      finding.location_count++
      if (finding.locations.length < MAX_LOCATIONS) finding.locations.push({ url, method, parameter })
      return null
    }
    if (this.#found.size >= MAX_CAUSES) return null
    const fresh = { fingerprint: key, fingerprint_inputs: inputs, ...published(this.#check, hit, around()) }
    const finding: Finding = { ...fresh, locations: [{ url, method, parameter }], location_count: 1 }
    this.#addSight(finding, hit, origin)
    this.#found.set(key, { finding, places: new Set([place]) })
    return finding
  }

  #addSight(finding: Finding, hit: Hit, origin: string): void {
    const sight = sightOf(this.#check, this.#scope, hit, origin)
    if (!sight) return
    finding.seen_in ??= []
    const isKnown = finding.seen_in.some(({ kind, url }) => kind === sight.kind && url === sight.url)
    if (!isKnown && finding.seen_in.length < MAX_LOCATIONS) finding.seen_in.push(sight)
  }

  /** Goes on from findings that an earlier run had. */
  restore(findings: readonly Finding[]): void {
    for (const finding of findings) {
      const places = finding.locations.map(({ url, method, parameter }) => JSON.stringify([url, method, parameter]))
      this.#found.set(finding.fingerprint, { finding, places: new Set(places) })
    }
  }

  findings(): Finding[] {
    return [...this.#found.values()].map(({ finding }) => finding)
  }
}

/** One check's hits as findings: one for each cause, with all the places where it shows. */
export function collectFindings(
  check: Check,
  hits: readonly Hit[],
  around: Surroundings,
  scope: Scope | null = null,
): Finding[] {
  const collector = new FindingCollector(check, scope)
  for (const hit of hits) collector.add(hit, () => around)
  return collector.findings()
}

function inputsOf(check: Check, { fail }: Hit, origin: string): Finding['fingerprint_inputs'] {
  const at = URL.canParse(fail.place.url) ? new URL(fail.place.url) : null
  return {
    check: check.id,
    outcome: fail.outcome,
    origin,
    path: check.distinct?.includes('path') && at ? at.pathname : null,
    parameter: check.distinct?.includes('parameter') ? (fail.place.parameter ?? null) : null,
  }
}

type Published = Omit<Finding, 'fingerprint' | 'fingerprint_inputs' | 'locations' | 'location_count' | 'seen_in'>

function published(check: Check, { fail, on }: Hit, around: Surroundings): Published {
  const { particulars } = fail
  const outcome = particular(check.outcomes[fail.outcome]!, particulars)
  const confidence = particulars?.confidence ?? outcome.confidence ?? 'firm'
  const severity = particulars?.severity ?? outcome.severity
  const worst = particulars?.advisories?.[0]
  const exchange = fail.place.exchange ?? (on && on.url === fail.place.url ? on.exchange : null)
  return {
    type: outcome.type ?? check.type ?? 'misconfiguration',
    severity,
    confidence,
    title: outcome.title,
    description: fail.seen === '' ? outcome.why : `${outcome.why} Seen: ${clip(fail.seen, MAX_QUOTE)}`,
    remediation: remediation(outcome, around.servers),
    cve: outcome.cve ?? worst?.cve ?? null,
    cwe: check.cwe,
    cvss: worst?.cvss ?? cvssOf(outcome.cvss ?? null),
    check: check.id,
    outcome: fail.outcome,
    score_impact: impact(severity, confidence),
    proof: proofOf(fail, exchange, around.untrusted),
    references: [...check.references, ...(check.capec ?? []).map(attackPattern), ...(particulars?.references ?? [])],
    ...(particulars?.software && { software: particulars.software }),
    ...(particulars?.advisories && { advisories: particulars.advisories }),
    compliance: complianceOf(check),
  }
}

function attackPattern(number: number): string {
  return `https://capec.mitre.org/data/definitions/${number}.html`
}

const SERVER_NAMES: Record<keyof Settings, string> = {
  nginx: 'nginx',
  apache: 'Apache',
  iis: 'IIS',
  caddy: 'Caddy',
  cloudflare: 'Cloudflare',
  wordpress: 'WordPress',
  express: 'Express',
  php: 'PHP',
  django: 'Django',
  rails: 'Rails',
  bind: 'BIND',
}

/** Most sites run on one of these: named where the site does not say what it runs on. */
const USUAL: readonly (keyof Settings)[] = ['nginx', 'apache']

function remediation({ fix, settings = {} }: Outcome, servers: readonly (keyof Settings)[]): string {
  const seen = servers.filter((server) => settings[server])
  const named = seen.length > 0 ? seen : USUAL.filter((server) => settings[server])
  return [fix, ...named.map((server) => `${SERVER_NAMES[server]}: ${settings[server]}`)].join('\n')
}
