import manifest from '../../package.json' with { type: 'json' }
import { catalogue } from '../catalogue.ts'
import type { Confidence, Severity } from '../check.ts'
import type { Location } from '../finding.ts'
import { counts } from '../score.ts'
import { type ScanDocument, type ScanObject, type VulnerabilityObject, worstFirst } from './document.ts'
import { safeJson, visible } from './escape.ts'
import { textsOf } from './finding-texts.ts'

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'
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
export function sarifReport(document: ScanDocument): string {
  const { scan, vulnerabilities, coverage } = document
  const found = worstFirst(vulnerabilities)
  const rules = rulesOf(document)
  const index = new Map(rules.map(({ id }, at) => [id, at]))
  const run = {
    tool: {
      driver: {
        name: 'LastHash',
        version: manifest.version,
        semanticVersion: manifest.version,
        informationUri: HOME,
        rules,
      },
    },
    automationDetails: { id: `lasthash/${scan.scan_type}/${siteOf(scan.url)}/` },
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
    results: found.map((one) => resultOf(one, scan, index.get(ruleId(one))!)),
    properties: {
      scan_id: scan.id,
      url: scan.url,
      scan_type: scan.scan_type,
      security_score: scan.security_score,
      grade: scan.grade,
      score_version: scan.score_version,
    },
  }
  return `${safeJson({ $schema: SCHEMA, version: '2.1.0', runs: [run] })}\n`
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

function rulesOf({ vulnerabilities, coverage }: ScanDocument) {
  const asked = new Set(coverage?.checks.map(({ check }) => check))
  const known = catalogue().flatMap(({ id, cwe, references, outcomes }) =>
    outcomes.map((outcome): RuleSource => ({ ...outcome, check: id, cwe, references })),
  )
  const rules = new Map<string, RuleSource>()
  // A server may know checks that this version does not; then a finding of theirs tells what there is to tell.
  for (const one of vulnerabilities) rules.set(ruleId(one), { ...one, ...textsOf(one) })
  for (const rule of known) if (asked.has(rule.check) || rules.has(ruleId(rule))) rules.set(ruleId(rule), rule)
  return [...rules.values()].sort((a, b) => (ruleId(a) < ruleId(b) ? -1 : 1)).map(ruleOf)
}

function ruleOf(source: RuleSource) {
  const { severity, confidence, title, why, fix, cwe, references } = source
  const helpUri = references.find((reference) => URL.canParse(reference))
  return {
    id: ruleId(source),
    name: nameOf(source),
    shortDescription: { text: visible(title) },
    fullDescription: { text: visible(why) },
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

function resultOf(one: VulnerabilityObject, scan: ScanObject, ruleIndex: number) {
  const { why, seen, fix, settings } = textsOf(one)
  const remedy = [fix, ...settings.map(({ server, setting }) => `${server}: ${setting}`)].join('\n')
  const where = one.locations[0]?.url ?? scan.url
  const text = [`${one.title}.`, where, why, ...(seen === null ? [] : [`Seen: ${seen}`]), remedy].join('\n')
  return {
    ruleId: ruleId(one),
    ruleIndex,
    ...judgementOf(one),
    message: { text: visible(text) },
    locations: one.locations.map((location) => locationOf(location, scan)),
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
function locationOf({ url, method, parameter }: Location, scan: ScanObject) {
  const name = parameter === null ? url : `${url} (${parameter})`
  return {
    physicalLocation: { artifactLocation: { uri: siteOf(scan.url) }, region: { startLine: 1 } },
    logicalLocations: [{ fullyQualifiedName: name, kind: parameter === null ? 'resource' : 'parameter' }],
    ...(method === null ? {} : { properties: { method } }),
  }
}

/** `www.example.com`, or `127.0.0.1_8080`: a relative reference whose first segment may have no colon (RFC 3986 4.2). */
function siteOf(url: string): string {
  const host = URL.parse(url)?.host ?? 'website'
  return host.replace(/[^\w.-]+/g, '_')
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
