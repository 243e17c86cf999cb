import { Assessment } from './assessment.ts'
import { checks as allChecks } from './checks/index.ts'
import type { Gathered, Settled } from './evaluate.ts'
import { type EvidenceName, type ScanType, type Target, Unavailable } from './evidence.ts'
import type { Finding } from './finding.ts'
import { NetError } from './net/errors.ts'
import type { Budget, Net } from './net/net.ts'
import { type NetOptions, openNet } from './net/open.ts'
import { parseTarget, TargetError } from './net/target.ts'
import { type Plan, planScan } from './plan.ts'
import { type CheckResult, type Coverage, rfc3339, type ScanResult } from './result.ts'
import { SEVERITIES, score } from './score.ts'
import type { Gatherer } from './source.ts'
import { sources as allSources } from './sources.ts'

export type ScanEvent =
  | { type: 'source'; source: string; gathered: boolean; reason: string; requests: number }
  | { type: 'check'; check: string; status: CheckResult['status']; outcomes: string[]; done: number; total: number }
  | { type: 'finding'; finding: Finding }

export interface ScanOptions
  extends Pick<NetOptions, 'allowPrivate' | 'dnsServers' | 'resolve' | 'headers' | 'perSecond' | 'concurrency'> {
  /** As a person would type it; `https` where no scheme is given. */
  url: string
  type: ScanType
  /** Goes into the User-Agent, so that the scanned site's owner can name the scan. */
  scanId: string
  /** Aborting stops all traffic at once; `scan` then throws `aborted`. */
  signal?: AbortSignal
  /** Milliseconds for all gathering; what is not there by then is reported as not gathered. */
  timeLimit?: number
  budget?: Partial<Budget>
  onEvent?: (event: ScanEvent) => void
  /** Receives what was gathered, as plain data that `judge` takes again. */
  onEvidence?: (evidence: SavedEvidence) => void
}

export interface SavedEvidence {
  target: Target
  gathered: Gathered
}

/** Why a scan could not be made at all. */
export class ScanError extends Error {
  readonly code: 'target_invalid' | 'target_refused' | 'target_unreachable' | 'scan_type_unavailable' | 'aborted'
  constructor(code: ScanError['code'], message: string) {
    super(message)
    this.code = code
  }
}

/** Requests, handshakes and questions that a scan of each type may cost its target. */
export const BUDGETS: Record<ScanType, Budget> = {
  quick: { requests: 60, handshakes: 400, dns_queries: 150 },
  full: { requests: 3_000, handshakes: 400, dns_queries: 150 },
  active: { requests: 20_000, handshakes: 400, dns_queries: 150 },
}

const TIME_LIMITS: Record<ScanType, number> = { quick: 60_000, full: 600_000, active: 3_600_000 } // milliseconds
const SOURCE_LIMIT = 45_000 // milliseconds for one source: a page that drips must not hold up the rest for longer

/**
 * Scans a website: plan, gather, judge while gathering, score. Never throws for what the target does once its start page
 * was had; throws `ScanError` when there is nothing to judge.
 */
export async function scan(options: ScanOptions): Promise<ScanResult> {
  const started = Date.now()
  const target = targetOf(options)
  if (options.type === 'active') {
    throw new ScanError('scan_type_unavailable', 'Active scans are not available in this version: use "full".')
  }
  const budget = { ...BUDGETS[options.type], ...options.budget }
  const limit = AbortSignal.timeout(options.timeLimit ?? TIME_LIMITS[options.type])
  const signal = options.signal ? AbortSignal.any([options.signal, limit]) : limit
  const net = openNet({ ...options, target, budget, signal })
  try {
    const plan = planScan(options.type, allChecks, allSources)
    const given: Gathered = {
      scan: { ok: true, value: { type: options.type, started_at: started } },
      target: { ok: true, value: target },
    }
    const assessed = await gatherAndJudge(plan, given, target, net, signal, options)
    if (options.signal?.aborted) throw new ScanError('aborted', 'The scan was canceled.')
    const page = assessed.gathered.page
    if (!page?.ok) throw new ScanError('target_unreachable', page?.reason ?? 'The start page gave no answer.')
    options.onEvidence?.({ target, gathered: assessed.gathered })
    const coverage = { ...assessed.coverage, pages: [page.value.url], spent: net.spent(), budget }
    return resultOf(target, options.type, started, assessed.findings, coverage)
  } finally {
    net.close()
  }
}

/** Judges saved evidence again, with today's checks and no network. */
export function judge(evidence: SavedEvidence): { checks: CheckResult[]; findings: Finding[] } {
  const scanned = evidence.gathered.scan as Settled<{ type: ScanType }>
  const plan = planScan(scanned.ok ? scanned.value.type : 'full', allChecks, allSources)
  const judged = new Assessment(plan.checks, allSources, evidence.gathered, evidence.target).finish()
  return { checks: judged.map(({ result }) => result), findings: ordered(judged.flatMap(({ findings }) => findings)) }
}

function targetOf({ url, allowPrivate }: ScanOptions): Target {
  try {
    return parseTarget(url, { allowPrivate: allowPrivate ?? false })
  } catch (error) {
    if (!(error instanceof TargetError)) throw error
    throw new ScanError(error.code.endsWith('_address') ? 'target_refused' : 'target_invalid', error.message)
  }
}

interface Assessed {
  gathered: Gathered
  findings: Finding[]
  coverage: Pick<Coverage, 'checks' | 'sources'>
}

async function gatherAndJudge(
  plan: Plan,
  given: Gathered,
  target: Target,
  net: Net,
  signal: AbortSignal,
  { onEvent }: ScanOptions,
): Promise<Assessed> {
  const assessment = new Assessment(plan.checks, allSources, given, target)
  const gathered: Gathered = { ...given }
  const findings: Finding[] = []
  const coverage: Assessed['coverage'] = { checks: [], sources: [] }

  const take = (judged: ReturnType<Assessment['finish']>) => {
    for (const { result, findings: found } of judged) {
      coverage.checks.push(result)
      const { check, status, outcomes } = result
      onEvent?.({ type: 'check', check, status, outcomes, done: coverage.checks.length, total: plan.checks.length })
      for (const finding of found) {
        findings.push(finding)
        onEvent?.({ type: 'finding', finding })
      }
    }
  }

  const running = new Map<EvidenceName, Promise<Settled>>()
  const obtain = (name: EvidenceName): Promise<Settled> => {
    const known = running.get(name)
    if (known) return known
    const gatherer = plan.gatherers.find((one) => one.name === name)
    const promise = gatherer
      ? gatherOne(gatherer, obtain, net, signal)
      : Promise.resolve(gathered[name] ?? { ok: false as const, reason: `${name} is not part of this scan type` })
    running.set(name, promise)
    return promise
  }
  await Promise.all(
    plan.gatherers.map(async ({ name }) => {
      const began = Date.now()
      const settled = await obtain(name)
      const reason = settled.ok ? '' : settled.reason
      Object.assign(gathered, { [name]: settled })
      coverage.sources.push({ name, gathered: settled.ok, reason, duration_ms: Date.now() - began })
      onEvent?.({ type: 'source', source: name, gathered: settled.ok, reason, requests: net.spent().requests })
      take(assessment.settle(name, settled))
    }),
  )
  take(assessment.finish())
  coverage.checks.sort((a, b) => (a.check < b.check ? -1 : 1))
  coverage.sources.sort((a, b) => (a.name < b.name ? -1 : 1))
  return { gathered, findings, coverage }
}

/** Never rejects: what goes wrong with one source is that source's reason. */
async function gatherOne(
  gatherer: Gatherer,
  obtain: (name: EvidenceName) => Promise<Settled>,
  net: Net,
  signal: AbortSignal,
): Promise<Settled> {
  const needed: Record<string, unknown> = {}
  for (const name of gatherer.needs) {
    const settled = await obtain(name)
    if (!settled.ok) return settled
    needed[name] = settled.value
  }
  const late = AbortSignal.any([signal, AbortSignal.timeout(SOURCE_LIMIT)])
  try {
    return { ok: true, value: await Promise.race([gatherer.gather(net, needed as never), rejectOn(late)]) }
  } catch (error) {
    if (error instanceof Unavailable || error instanceof NetError) return { ok: false, reason: error.message }
    return { ok: false, reason: `${gatherer.name} could not be gathered: ${(error as Error).message}` }
  }
}

function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = () => reject(new Unavailable('the time limit was reached before it was there'))
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
}

function resultOf(
  target: Target,
  type: ScanType,
  started: number,
  findings: Finding[],
  coverage: Coverage,
): ScanResult {
  const ended = Date.now()
  const { score: security_score, grade, version, cap, counts } = score(findings)
  return {
    url: target.url,
    scan_type: type,
    started_at: rfc3339(started),
    completed_at: rfc3339(ended),
    scan_duration: Math.round((ended - started) / 1000),
    duration_ms: ended - started,
    security_score,
    grade,
    score_version: version,
    score_cap: cap,
    vulnerabilities: counts,
    findings: ordered(findings),
    coverage,
  }
}

/** Worst first, then by check, so that two equal scans print the same. */
function ordered(findings: Finding[]): Finding[] {
  const rank = (finding: Finding) => SEVERITIES.indexOf(finding.severity)
  const key = (finding: Finding) => `${finding.check} ${finding.outcome} ${finding.fingerprint}`
  return findings.sort((a, b) => rank(a) - rank(b) || (key(a) < key(b) ? -1 : 1))
}
