import manifest from '../../package.json' with { type: 'json' }
import { catalogue } from '../catalogue.ts'
import type { Confidence, Severity } from '../check.ts'
import type { Location } from '../finding.ts'
import type { Coverage } from '../result.ts'
import { counts } from '../score.ts'
import { type ScanDocument, type ScanObject, type VulnerabilityObject, worstFirst } from './document.ts'
import { safeJson, visible } from './escape.ts'
import { textsOf } from './finding-texts.ts'

/** The file's own schema. */
export const SARIF_SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'
const MOST_DESCRIPTION = 1024 // characters
const HOME = 'https://lasthash.com'

const LEVELS: Record<Severity, 'error' | 'warning' | 'note' | 'none'> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'none',
}
/** In the middle of the bands that code scanning on GitHub reads from `security-severity`. */
const SECURITY_SEVERITY: Record<Severity, string> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.5',
  info: '0.0',
}
const PRECISION: Record<Confidence, string> = { confirmed: 'very-high', firm: 'high', tentative: 'low' }

/**
 * SARIF 2.1.0 (OASIS, errata 01). A rule is an outcome of a check (`transport/hsts/missing`), for severity hangs on the
 * outcome. Where a scan tells what it asked, rules of all that it asked are there, found or not.
 */
export function sarifReport({ scan, vulnerabilities, coverage }: ScanDocument): string {
  const run = new SarifRun({ scan, coverage })
  const results = worstFirst(vulnerabilities).map((one) => run.result(one))
  return `${safeJson({ $schema: SARIF_SCHEMA, version: '2.1.0', runs: [{ tool: run.tool(), ...run.about(), results }] })}\n`
}

export interface SarifSource {
  scan: ScanObject
  coverage?: Coverage | null
  /** Runs of one file must not have the same; by default what tells scans of this type of this website from all others. */
  category?: string
}

/** The parts of a run, so that whoever has more results than memory can write them one by one, and the rules after them. */
export class SarifRun {
  readonly #source: SarifSource
  readonly #rules = new Map<string, { index: number; source: RuleSource }>()

  constructor(source: SarifSource) {
    this.#source = source
    const asked = new Set(source.coverage?.checks.map(({ check }) => check))
    const known = [...knownRules().values()].filter(({ check }) => asked.has(check))
    for (const rule of known.sort((a, b) => (ruleId(a) < ruleId(b) ? -1 : 1))) this.#indexOf(ruleId(rule), rule)
  }

  /** A vulnerability as a result. `url`: of its website, where the run is about several. */
  result(one: VulnerabilityObject, url: string = this.#source.scan.url) {
    const id = ruleId(one)
    // A server may know checks that this version does not; then a finding of theirs tells what there is to tell.
    const index = this.#indexOf(id, knownRules().get(id) ?? { ...one, ...textsOf(one) })
    return resultOf(one, url, index)
  }

  /** With the rules of all results that were made so far. */
  tool() {
    const rules = [...this.#rules.values()].map(({ source }) => ruleOf(source))
    const { version } = manifest
    return { driver: { name: 'LastHash', version, semanticVersion: version, informationUri: HOME, rules } }
  }

  /** All but results and tool. */
  about() {
    const { scan, coverage, category = `lasthash/${scan.scan_type}/${siteOf(scan.url)}/` } = this.#source
    return {
      automationDetails: { id: category },
      invocations: [
        {
          executionSuccessful: scan.status === 'done',
          startTimeUtc: scan.started_at ?? undefined,
          endTimeUtc: scan.completed_at ?? undefined,
          toolExecutionNotifications: (coverage?.sources ?? [])
            .filter(({ gathered }) => !gathered)
            .map(({ name, reason }) => ({
              level: 'note',
              message: { text: visible(`Not gathered: ${name} (${reason})`) },
            })),
        },
      ],
      columnKind: 'utf16CodeUnits',
      properties: {
        scan_id: scan.id,
        url: scan.url,
        scan_type: scan.scan_type,
        security_score: scan.security_score,
        grade: scan.grade,
        score_version: scan.score_version,
      },
    }
  }

  #indexOf(id: string, source: RuleSource): number {
    const known = this.#rules.get(id)
    if (known) return known.index
    const index = this.#rules.size
    this.#rules.set(id, { index, source })
    return index
  }
}

interface RuleSource {
  check: string
  outcome: string
  severity: Severity
  confidence: Confidence
  title: string
  why: string
  fix: string
  cwe: number | null
  references: readonly string[]
}

let known: ReadonlyMap<string, RuleSource> | undefined

/** Of all checks of this version. */
function knownRules(): ReadonlyMap<string, RuleSource> {
  known ??= new Map(
    catalogue().flatMap(({ id, cwe, references, outcomes }) =>
      outcomes.map((outcome): [string, RuleSource] => {
        const rule = { ...outcome, check: id, cwe, references }
        return [ruleId(rule), rule]
      }),
    ),
  )
  return known
}

function ruleOf(source: RuleSource) {
  const { severity, confidence, title, why, fix, cwe, references } = source
  const helpUri = references.find((reference) => URL.canParse(reference))
  return {
    id: ruleId(source),
    name: nameOf(source),
    shortDescription: { text: shortened(visible(title)) },
    fullDescription: { text: shortened(visible(why)) },
    help: { text: visible([fix, ...references].join('\n')) },
    ...(helpUri ? { helpUri } : {}),
    defaultConfiguration: { level: LEVELS[severity] },
    properties: {
      tags: ['security', ...(cwe === null ? [] : [`external/cwe/cwe-${cwe}`])],
      precision: PRECISION[confidence],
      'security-severity': counts(confidence) ? SECURITY_SEVERITY[severity] : '0.0',
    },
  }
}

function resultOf(one: VulnerabilityObject, site: string, ruleIndex: number) {
  const { why, seen, fix, settings } = textsOf(one)
  const remedy = [fix, ...settings.map(({ server, setting }) => `${server}: ${setting}`)].join('\n')
  const where = one.locations[0]?.url ?? site
  const text = [`${one.title}.`, where, why, ...(seen === null ? [] : [`Seen: ${seen}`]), remedy].join('\n')
  return {
    ruleId: ruleId(one),
    ruleIndex,
    ...judgementOf(one),
    message: { text: visible(text) },
    locations: one.locations.map((location) => locationOf(location, site)),
    partialFingerprints: {
      'lasthash/v1': one.fingerprint,
      // The one name that code scanning on GitHub knows; without it, it looks for source files to hash.
      primaryLocationLineHash: `${one.fingerprint}:1`,
    },
    ...(one.status === 'accepted_risk' || one.status === 'false_positive'
      ? { suppressions: [{ kind: 'external', status: 'accepted', justification: one.status }] }
      : {}),
    properties: {
      vulnerability_id: one.id,
      severity: one.severity,
      confidence: one.confidence,
      status: one.status,
      score_impact: one.score_impact,
      location_count: one.location_count,
      ...(one.cve ? { cve: one.cve } : {}),
      ...(one.proof.curl ? { curl: one.proof.curl } : {}),
      ...one.compliance,
    },
  }
}

/** What weighs nothing is no failure: facts are informational, tentative findings are for a person to review (3.27.9). */
function judgementOf(one: VulnerabilityObject): { kind: string; level: string } {
  if (one.severity === 'info') return { kind: 'informational', level: 'none' }
  if (one.confidence === 'tentative') return { kind: 'review', level: 'none' }
  return { kind: 'fail', level: LEVELS[one.severity] }
}

/** Readers want a file in a repository: there is one made-up file for each website. The real address stands beside it. */
function locationOf({ url, method, parameter }: Location, site: string) {
  const name = parameter === null ? url : `${url} (${parameter})`
  return {
    physicalLocation: { artifactLocation: { uri: siteOf(site) }, region: { startLine: 1 } },
    logicalLocations: [{ fullyQualifiedName: name, kind: parameter === null ? 'resource' : 'parameter' }],
    ...(method === null ? {} : { properties: { method } }),
  }
}

/** `www.example.com`, or `127.0.0.1_8080`: a relative reference whose first segment may have no colon (RFC 3986 4.2). */
export function siteOf(url: string): string {
  const host = URL.parse(url)?.host ?? 'website'
  return host.replace(/[^\w.-]+/g, '_')
}

/** Code scanning on GitHub refuses longer ones. */
function shortened(text: string): string {
  return text.length <= MOST_DESCRIPTION ? text : `${text.slice(0, MOST_DESCRIPTION - 1).toWellFormed()}…`
}

function ruleId({ check, outcome }: { check: string; outcome: string }): string {
  return `${check}/${outcome}`
}

/** `TransportHstsMissing`: names are in Pascal case by custom. */
function nameOf(rule: { check: string; outcome: string }): string {
  return ruleId(rule)
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
}
