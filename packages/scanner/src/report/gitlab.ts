import manifest from '../../package.json' with { type: 'json' }
import type { Severity } from '../check.ts'
import { type ScanDocument, type VulnerabilityObject, weighs, worstFirst } from './document.ts'
import { safeJson, visible, visibleLine } from './escape.ts'
import { textsOf } from './finding-texts.ts'

/** Of the report that GitLab takes as `artifacts: reports: dast` (its security-report-schemas). */
const SCHEMA_VERSION = '15.2.1'
const HOME = 'https://lasthash.com'
const LONGEST_NAME = 255 // characters, as the schema has it
const LONGEST_SOLUTION = 7_000
const LONGEST_DESCRIPTION = 100_000 // of 1,048,576: nobody reads more
const LONGEST_BODY = 5_000

const SEVERITIES: Record<Severity, string> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  info: 'Info',
}

const TOOL = { id: 'lasthash', name: 'LastHash', url: HOME, version: manifest.version, vendor: { name: 'LastHash' } }

/**
 * GitLab's DAST report. What GitLab recognises a vulnerability by is its first identifier and its location: the outcome of the
 * check, and the place. Tentative findings are `Unknown`, for a person to look at; texts are made visible, and GitLab
 * shows descriptions as Markdown, so that what the target sent stands in a code block.
 */
export function gitlabReport({ scan, vulnerabilities, coverage }: ScanDocument): string {
  const ended = scan.completed_at ?? scan.created_at
  const report = {
    version: SCHEMA_VERSION,
    scan: {
      type: 'dast',
      status: scan.status === 'done' ? 'success' : 'failure',
      start_time: withoutZone(scan.started_at ?? scan.created_at),
      end_time: withoutZone(ended),
      analyzer: TOOL,
      scanner: TOOL,
      scanned_resources: (coverage?.pages.length ? coverage.pages : [scan.url]).map((url) => ({
        method: 'GET',
        url: visibleLine(url),
        type: 'url',
      })),
    },
    vulnerabilities: worstFirst(vulnerabilities)
      .filter(isToShow)
      .map((one) => vulnerabilityOf(one, scan.url)),
  }
  return `${safeJson(report)}\n`
}

/** GitLab keeps decisions of its own about what it was told before: what was decided here is not told anew. */
function isToShow({ status }: VulnerabilityObject): boolean {
  return status !== 'accepted_risk' && status !== 'false_positive' && status !== 'fixed'
}

function vulnerabilityOf(one: VulnerabilityObject, url: string) {
  const { why, seen, fix, settings } = textsOf(one)
  const places = one.locations.slice(1).map((place) => `- ${codeSpan(place.url)}`)
  const more = one.location_count - one.locations.length
  const description = [
    visible(why),
    ...(seen === null ? [] : [`Seen:\n\n${codeBlock(seen)}`]),
    ...(places.length === 0 ? [] : [['Also at:', ...places, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n')]),
    ...(one.proof.curl ? [`Repeat it:\n\n${codeBlock(one.proof.curl)}`] : []),
  ].join('\n\n')
  const solution = [fix, ...settings.map(({ server, setting }) => `${server}: ${setting}`)].join('\n')
  const place = one.locations[0] ?? { url, method: null, parameter: null }
  const at = URL.parse(place.url) ?? URL.parse(url)
  return {
    id: one.fingerprint,
    name: cut(visibleLine(one.title), LONGEST_NAME),
    description: cut(description, LONGEST_DESCRIPTION),
    severity: weighs(one) || one.severity === 'info' ? SEVERITIES[one.severity] : 'Unknown',
    solution: cut(visible(solution), LONGEST_SOLUTION),
    identifiers: identifiersOf(one),
    links: one.references.filter((link) => /^https?:\/\/./.test(link)).map((link) => ({ url: visibleLine(link) })),
    ...(isCvss3(one.cvss?.vector) ? { cvss_vectors: [{ vendor: 'LastHash', vector: one.cvss!.vector }] } : {}),
    location: {
      hostname: at?.origin ?? visibleLine(url),
      method: visibleLine(place.method ?? 'GET'),
      param: visibleLine(place.parameter ?? ''),
      path: at ? visibleLine(at.pathname + at.search) : '/',
    },
    ...evidenceOf(one, place.url),
  }
}

function identifiersOf({ check, outcome, cwe, cve, compliance }: VulnerabilityObject) {
  const own = { type: 'lasthash', name: `LastHash ${check} (${outcome})`, value: `${check}/${outcome}` }
  return [
    own,
    ...(cve ? [{ type: 'cve', name: visibleLine(cve), value: visibleLine(cve) }] : []),
    ...(cwe === null
      ? []
      : [
          {
            type: 'cwe',
            name: `CWE-${cwe}`,
            value: String(cwe),
            url: `https://cwe.mitre.org/data/definitions/${cwe}.html`,
          },
        ]),
    ...(compliance.owasp_2021 ?? []).map((one) => {
      const name = visibleLine(one)
      return { type: 'owasp', name, value: name }
    }),
  ]
}

function evidenceOf({ proof }: VulnerabilityObject, url: string) {
  const request = messageOf(proof.request)
  const response = messageOf(proof.response)
  const method = request?.first.split(' ')[0]
  const status = /^HTTP\/\S+ (\d{3}) ?(.*)$/.exec(response?.first ?? '')
  if (!request || !method) return {}
  return {
    evidence: {
      ...(proof.observed === null ? {} : { summary: visible(proof.observed) }),
      request: { method, url: visibleLine(url), headers: request.headers, body: request.body },
      ...(response && status
        ? {
            response: {
              status_code: Number(status[1]),
              reason_phrase: status[2] ?? '',
              headers: response.headers,
              body: response.body,
            },
          }
        : {}),
    },
  }
}

/** An HTTP message as proofs quote it, in its parts. */
function messageOf(message: string | null) {
  if (message === null) return null
  const text = message.replaceAll('\r\n', '\n')
  const end = text.indexOf('\n\n')
  const [first = '', ...lines] = (end < 0 ? text : text.slice(0, end)).split('\n')
  const headers = lines.flatMap((line) => {
    const [, name, value] = /^([^:\s][^:]*):\s*(.*)$/.exec(line) ?? []
    return name === undefined ? [] : [{ name: visibleLine(name), value: visibleLine(value ?? '') }]
  })
  return { first: visibleLine(first), headers, body: cut(visible(end < 0 ? '' : text.slice(end + 2)), LONGEST_BODY) }
}

function isCvss3(vector: string | undefined): boolean {
  return vector !== undefined && /^CVSS:3\.[01]\/[A-Z:/]{24,}$/.test(vector) && vector.length <= 128
}

/** As the schema has it: UTC without saying so. */
function withoutZone(time: string): string {
  return time.replace(/(?:\.\d+)?Z$/, '')
}

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).toWellFormed()}…`
}

/** A fence that is longer than any in the text. */
function codeBlock(text: string): string {
  const shown = visible(text)
  const longest = Math.max(2, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}\n${shown}\n${fence}`
}

function codeSpan(text: string): string {
  return `\`${visibleLine(text).replaceAll('`', '%60')}\``
}
