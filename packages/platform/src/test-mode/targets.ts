import {
  BUDGETS,
  catalogue,
  exampleOf,
  type Finding,
  fingerprint,
  type Recheck,
  type RecheckOptions,
  rfc3339,
  type ScanResult,
  type ScanType,
  score,
} from '@lasthash/scanner'
import type { Ending } from '../jobs/end-scan.ts'

const DOMAIN = '.lasthash.test' // below .test nothing can be registered (RFC 6761 section 6.2)
const SLOW_MS = 20_000
const DURATION_MS = 42_000

/** Two high, five medium, eight low: 85. */
const VULNERABLE = [
  ['content/secrets', 'secret'],
  ['headers/x-frame-options', 'missing'],
  ['headers/cache-control', 'session'],
  ['cookies/http-only', 'session'],
  ['cookies/secure', 'session'],
  ['content/error-message', 'database'],
  ['headers/referrer-policy', 'missing'],
  ['headers/x-content-type-options', 'missing'],
  ['headers/content-type', 'no_charset'],
  ['cookies/same-site', 'missing'],
  ['cookies/domain-scope', 'parent'],
  ['cookies/prefix', 'host'],
  ['content/directory-listing', 'listed'],
  ['content/error-page', 'details'],
] as const

/** What each virtual target comes to: known beforehand, with no traffic. */
const TARGETS = {
  vulnerable: (origin) => [wordpress(origin), ...VULNERABLE.map(([check, outcome]) => exampleOf(check, outcome))],
  slow: () => [],
  down: () => [],
  'expired-certificate': () => [exampleOf('tls/certificate-expired', 'expired')],
  clean: () => [],
} satisfies Record<string, (origin: string) => Finding[]>
type TargetName = keyof typeof TARGETS

/** All of them, for a person to read. */
export const TARGET_URLS = Object.keys(TARGETS).map((name) => `https://${name}${DOMAIN}`)

/** Which virtual target an address is; undefined for every other. */
function targetNamed(url: string): TargetName | undefined {
  const { protocol, hostname, port } = new URL(url)
  const name = hostname.endsWith(DOMAIN) ? hostname.slice(0, -DOMAIN.length) : ''
  return protocol === 'https:' && port === '' && Object.hasOwn(TARGETS, name) ? (name as TargetName) : undefined
}

export function isVirtual(url: string): boolean {
  return targetNamed(url) !== undefined
}

/** A scan of a virtual target, at once but for the slow one. Never rejects. */
export async function scanVirtual(url: string, type: ScanType, signal: AbortSignal): Promise<Ending> {
  const name = targetNamed(url)!
  if (name === 'down')
    return { kind: 'failed', error: { code: 'target_unreachable', message: `${new URL(url).host} does not answer.` } }
  if (name === 'slow') await untilAborted(signal, SLOW_MS)
  if (signal.aborted) return { kind: 'stopped' }
  return { kind: 'done', result: virtualResult(url, type, new Date()), detectedAt: new Map() }
}

/** One vulnerability of a virtual target looked at again: at once but for the slow one. Rejects when aborted. */
export async function recheckVirtual(
  url: string,
  { fingerprint, check }: Pick<RecheckOptions['finding'], 'fingerprint' | 'check'>,
  signal: AbortSignal,
): Promise<Recheck> {
  const ending = await scanVirtual(url, 'full', signal)
  signal.throwIfAborted()
  const nothing = { finding: null, check: null, requests: 0 }
  if (ending.kind !== 'done')
    return { ...nothing, result: 'not_tested', reason: `${new URL(url).host} does not answer.` }
  const { findings, coverage } = ending.result
  const finding = findings.find((one) => one.fingerprint === fingerprint) ?? null
  const answer = coverage.checks.find((one) => one.check === check) ?? null
  return { ...nothing, result: finding ? 'still_there' : 'fixed', reason: '', finding, check: answer }
}

function untilAborted(signal: AbortSignal, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    const stop = () => {
      clearTimeout(timer)
      resolve()
    }
    signal.addEventListener('abort', stop, { once: true })
  })
}

/** What a scan of a virtual target finds, as the engine would give it. */
export function virtualResult(url: string, scan_type: ScanType, ended: Date): ScanResult {
  const { origin } = new URL(url)
  const findings = TARGETS[targetNamed(url)!](origin).map((finding) => at(origin, finding))
  const total = score(findings)
  const failed = Map.groupBy(findings, ({ check }) => check)
  const checks = new Set([...catalogue().map(({ id }) => id), ...failed.keys()])
  return {
    url,
    scan_type,
    started_at: rfc3339(ended.getTime() - DURATION_MS),
    completed_at: rfc3339(ended),
    scan_duration: DURATION_MS / 1000,
    duration_ms: DURATION_MS,
    security_score: total.score,
    grade: total.grade,
    score_version: total.version,
    score_cap: total.cap,
    vulnerabilities: total.counts,
    findings,
    coverage: {
      checks: [...checks].map((check) => {
        const outcomes = (failed.get(check) ?? []).map(({ outcome }) => outcome)
        return { check, status: outcomes.length > 0 ? 'failed' : 'passed', reason: '', outcomes }
      }),
      sources: [],
      pages: [url],
      crawl: null,
      tls: null,
      spent: { requests: 0, handshakes: 0, dns_queries: 0 },
      budget: BUDGETS[scan_type],
    },
  }
}

/** Examples are of www.example.com. */
function at(origin: string, finding: Finding): Finding {
  return JSON.parse(JSON.stringify(finding).replaceAll('https://www.example.com', origin))
}

/** The vulnerability of the API's public example. */
export function wordpress(origin: string): Finding {
  const place = { check: 'software/wordpress-core', outcome: 'outdated', origin, path: '/', parameter: null }
  return {
    ...exampleOf('content/secrets', 'secret'),
    type: 'vulnerability',
    title: 'Outdated WordPress Core',
    description: 'WordPress 5.8.0 has SQL injection vulnerability',
    cve: 'CVE-2023-xxxxx',
    cwe: 89,
    remediation: 'Update to WordPress 6.4.2',
    check: place.check,
    outcome: place.outcome,
    fingerprint: fingerprint(place),
    fingerprint_inputs: place,
  }
}
