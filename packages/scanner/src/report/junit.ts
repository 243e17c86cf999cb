import { catalogue } from '../catalogue.ts'
import type { CheckResult } from '../result.ts'
import { SEVERITIES } from '../score.ts'
import { type ScanDocument, type VulnerabilityObject, weighs, worstFirst } from './document.ts'
import { escapeMarkup } from './escape.ts'

export interface JunitOptions {
  /** Which findings are failures. Default: those of severity low or worse that weigh. */
  offends?: (one: VulnerabilityObject) => boolean
  /** Adds a test case that fails when the score is below it. */
  minScore?: number | null
}

interface Case {
  family: string
  name: string
  /** Empty for a passed one. */
  tag: '' | 'failure' | 'skipped' | 'error'
  message: string
  /** Of a failure: the worst severity in it. */
  kind?: string
  body?: string
  /** Found, but no failure. */
  aside?: string
}

/** JUnit's XML: one test case for each check. Escapes leave nothing that XML 1.0 does not allow (section 2.2). */
export function junitReport(document: ScanDocument, options: JunitOptions = {}): string {
  const { scan, vulnerabilities } = document
  const offends = options.offends ?? ((one) => weighs(one) && one.severity !== 'info')
  const questions = new Map(catalogue().map(({ id, question }) => [id, question]))
  const cases = resultsOf(document).map((result) => {
    const found = worstFirst(vulnerabilities).filter(({ check }) => check === result.check)
    return caseOf(result, found, offends, questions.get(result.check))
  })
  const { minScore = null } = options
  if (minScore !== null) cases.push(scoreCase(scan.security_score ?? 0, minScore))
  const count = (tag: Case['tag']) => cases.filter((one) => one.tag === tag).length
  const totals = attributes({
    name: `LastHash ${scan.scan_type} scan of ${scan.url}`,
    tests: cases.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
    time: scan.scan_duration ?? 0,
    timestamp: scan.started_at ?? scan.created_at,
  })
  const properties = Object.entries({
    scan_id: scan.id,
    security_score: scan.security_score ?? '',
    grade: scan.grade ?? '',
    score_version: scan.score_version ?? '',
  }).map(([name, value]) => `      <property${attributes({ name, value })}/>`)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${totals}>`,
    `  <testsuite${totals}>`,
    '    <properties>',
    ...properties,
    '    </properties>',
    ...cases.map(caseXml),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n')
}

/** Where nobody tells what was tested, the checks that found something are all that is known. */
function resultsOf({ vulnerabilities, coverage }: ScanDocument): CheckResult[] {
  if (coverage) return coverage.checks
  const found = [...new Set(vulnerabilities.map(({ check }) => check))].sort()
  return found.map((check) => ({ check, status: 'failed', reason: '', outcomes: [] }))
}

function caseOf(
  { check, status, reason }: CheckResult,
  found: readonly VulnerabilityObject[],
  offends: (one: VulnerabilityObject) => boolean,
  question: string | undefined,
): Case {
  const made: Case = {
    family: `lasthash.${check.split('/')[0]}`,
    name: question === undefined ? check : `${check}: ${question}`,
    tag: '',
    message: reason,
  }
  const failures = found.filter(offends)
  const rest = found.filter((one) => !failures.includes(one))
  if (rest.length > 0) made.aside = rest.map(findingText).join('\n\n')
  if (failures.length > 0) {
    const kind = SEVERITIES.find((severity) => failures.some((one) => one.severity === severity))!
    const message = failures.map(({ severity, title }) => `${severity}: ${title}`).join('; ')
    return { ...made, tag: 'failure', kind, message, body: failures.map(findingText).join('\n\n') }
  }
  if (status === 'error') return { ...made, tag: 'error' }
  if (status === 'skipped') return { ...made, tag: 'skipped', message: `Does not apply: ${reason}` }
  if (status === 'not_gathered') return { ...made, tag: 'skipped', message: `Not gathered: ${reason}` }
  return made
}

function scoreCase(score: number, minScore: number): Case {
  const message = score < minScore ? `The score is ${score}, below ${minScore}.` : ''
  const tag = message === '' ? '' : 'failure'
  return { family: 'lasthash.score', name: `score: is it ${minScore} or more?`, tag, message, kind: 'score' }
}

function findingText(one: VulnerabilityObject): string {
  const marks = [one.severity, one.confidence, ...(one.status === 'open' ? [] : [one.status])]
  const more = one.location_count - one.locations.length
  return [
    `${one.title} (${marks.join(', ')})`,
    ...one.locations.map(({ url, parameter }) => (parameter === null ? `at ${url}` : `at ${url} (${parameter})`)),
    ...(more > 0 ? [`and ${more} more places`] : []),
    one.description,
    one.remediation,
    ...(one.proof.curl ? [one.proof.curl] : []),
    `fingerprint ${one.fingerprint}`,
  ].join('\n')
}

function caseXml({ family, name, tag, message, kind, body, aside }: Case): string {
  const open = `    <testcase${attributes({ classname: family, name, time: 0 })}`
  const inner = [
    ...(tag === '' ? [] : [inside(tag, { message, ...(kind ? { type: kind } : {}) }, body)]),
    ...(aside === undefined ? [] : [inside('system-out', {}, aside)]),
  ]
  return inner.length === 0 ? `${open}/>` : [`${open}>`, ...inner, '    </testcase>'].join('\n')
}

function inside(tag: string, given: Record<string, string>, body: string | undefined): string {
  const open = `      <${tag}${attributes(given)}`
  return body === undefined ? `${open}/>` : `${open}>${escapeMarkup(body)}</${tag}>`
}

function attributes(given: Record<string, string | number>): string {
  return Object.entries(given)
    .map(
      ([name, value]) => ` ${name}="${escapeMarkup(String(value)).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')}"`,
    )
    .join('')
}
