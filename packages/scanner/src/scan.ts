import { Assessment } from './assessment.ts'
import { checks as allChecks } from './checks/index.ts'
import { whatWasSeen } from './coverage.ts'
import type { Gathered, Scope, Settled } from './evaluate.ts'
import type { BrowserPage, CrawlOptions, Login, Page, PreviousScan, ScanType, Script, Target } from './evidence.ts'
import { builtinKnowledge } from './feeds/builtin.ts'
import type { Knowledge } from './feeds/knowledge.ts'
import type { Finding } from './finding.ts'
import { logIn, lossOf } from './gather/login.ts'
import { LookedAt } from './looked-at.ts'
import type { Budget } from './net/net.ts'
import { type NetOptions, openNet } from './net/open.ts'
import { parseTarget, TargetError } from './net/target.ts'
import { planScan } from './plan.ts'
import { type Checkpoint, type CheckResult, type Coverage, rfc3339, type ScanResult } from './result.ts'
import { runPlan } from './run.ts'
import { SEVERITIES, score } from './score.ts'
import { SoftwareSum } from './software-sum.ts'
import { sources as allSources } from './sources.ts'
import { tlsCoverage } from './tls-summary.ts'

export type ScanEvent =
  | { type: 'source'; source: string; gathered: boolean; reason: string; requests: number }
  | { type: 'check'; check: string; status: CheckResult['status']; outcomes: string[]; done: number; total: number }
  | { type: 'finding'; finding: Finding }

export interface ScanOptions
  extends Pick<
    NetOptions,
    | 'allowPrivate'
    | 'dnsServers'
    | 'resolve'
    | 'headers'
    | 'perSecond'
    | 'concurrency'
    | 'onExchange'
    | 'rdapBootstrap'
    | 'userAgentSuffix'
  > {
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
  crawl?: CrawlOptions
  /** Everything is asked for as whoever this logs in. A log-in by header or cookie goes into `headers`. */
  login?: Login
  /** Goes on where an earlier scan of the same website and type was. */
  resume?: Checkpoint
  /** Receives, every few seconds of a crawl, what `resume` takes. */
  onCheckpoint?: (checkpoint: Checkpoint) => void
  /** What is known about software and addresses; by default what comes with the product. */
  knowledge?: Knowledge
  /** What the last scan of the same website and type saw, to tell what is new. */
  previous?: PreviousScan
  onEvent?: (event: ScanEvent) => void
  /** Receives what was gathered, as plain data that `judge` takes again. */
  onEvidence?: (evidence: SavedEvidence) => void
}

export interface SavedEvidence {
  target: Target
  gathered: Gathered
  /** Beyond the start page, as many as are worth keeping. */
  pages: Page[]
  scripts: Script[]
  shown: BrowserPage[]
  /** How many more were judged and not kept. */
  left_out: number
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
  const { login } = options
  const looked = new LookedAt(options.resume?.looked_at)
  const net = openNet({
    ...options,
    target,
    budget,
    signal,
    spent: options.resume?.spent,
    onExchange(exchange) {
      looked.exchanged(exchange)
      options.onExchange?.(exchange)
    },
    login: login && { logIn: (send) => logIn(send, login, target.url), isLost: lossOf(login, target.url) },
  })
  try {
    const plan = planScan(options.type, allChecks, allSources)
    const given: Gathered = {
      scan: { ok: true, value: { type: options.type, started_at: started, crawl: options.crawl } },
      target: { ok: true, value: target },
      previous: { ok: true, value: options.previous ?? { script_hosts: null } },
    }
    const knowledge = options.knowledge ?? builtinKnowledge()
    const assessed = await runPlan(plan, given, target, net, signal, knowledge, looked, options.onEvent, {
      from: options.resume,
      save: options.onCheckpoint,
    })
    if (options.signal?.aborted) throw new ScanError('aborted', 'The scan was canceled.')
    const page = assessed.gathered.page
    if (!page?.ok) throw new ScanError('target_unreachable', page?.reason ?? 'The start page gave no answer.')
    options.onEvidence?.({ target, gathered: assessed.gathered, ...assessed.keepsake.kept })
    const seen = { ...whatWasSeen(assessed.gathered, page.value.url), login: net.session() }
    const tls = tlsCoverage(assessed.gathered)
    looked.page(page.value.url, page.value.body)
    lookedByProbes(assessed.gathered, looked)
    looked.settle(!seen.login?.reason)
    const coverage = { ...assessed.coverage, ...seen, tls, spent: net.spent(), budget, looked_at: looked.encode() }
    return resultOf(target, options.type, started, assessed.findings, coverage)
  } finally {
    net.close()
  }
}

/** What was asked for path by path. */
function lookedByProbes({ exposures, page_copies, visitors }: Gathered, looked: LookedAt): void {
  for (const { exchange } of exposures?.ok ? exposures.value.probes : []) looked.probed('probe', exchange.request.url)
  for (const { exchange } of page_copies?.ok ? page_copies.value.probes : [])
    looked.probed('copy', exchange.request.url)
  for (const { url } of visitors?.ok ? visitors.value.pages : []) looked.probed('visit', url)
}

/** Judges saved evidence again, with today's checks and no network. */
export function judge(
  evidence: SavedEvidence,
  knowledge: Knowledge = builtinKnowledge(),
): { checks: CheckResult[]; findings: Finding[] } {
  const scanned = evidence.gathered.scan as Settled<{ type: ScanType }>
  const plan = planScan(scanned.ok ? scanned.value.type : 'full', allChecks, allSources)
  const assessment = new Assessment(plan.checks, allSources, evidence.gathered, evidence.target)
  const sum = new SoftwareSum(knowledge)
  const take = (scope: Scope, value: Page | Script | BrowserPage) => {
    const { judged, book } = assessment.take(scope, value)
    sum.see((name) => book.get(name), scope)
    return judged
  }
  const parts = [
    assessment.settle('scan', scanned),
    ...evidence.pages.map((page) => take('page', page)),
    ...evidence.scripts.map((script) => take('script', script)),
    ...evidence.shown.map((shown) => take('browser', shown)),
  ]
  sum.see((name) => assessment.get(name), 'site')
  const { software, known, listed } = sum.settle()
  parts.push(
    assessment.settle('software', software),
    assessment.settle('known', known),
    assessment.settle('listed', listed),
    assessment.finish(),
  )
  return {
    checks: parts.flatMap(({ results }) => results),
    findings: ordered(parts.flatMap(({ findings }) => findings)),
  }
}

/** Throws `ScanError` with what is wrong with the address. */
export function targetOf({ url, allowPrivate }: Pick<ScanOptions, 'url' | 'allowPrivate'>): Target {
  try {
    return parseTarget(url, { allowPrivate: allowPrivate ?? false })
  } catch (error) {
    if (!(error instanceof TargetError)) throw error
    throw new ScanError(error.code.endsWith('_address') ? 'target_refused' : 'target_invalid', error.message)
  }
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
