import { Assessment, type Judged, type Piece } from './assessment.ts'
import { Batch } from './batch.ts'
import { type EvidenceBook, type Gathered, SCOPES, type Scope, type Settled } from './evaluate.ts'
import {
  type EvidenceName,
  type ExposureEvidence,
  type Leads,
  type ScriptLeads,
  type Target,
  Unavailable,
} from './evidence.ts'
import type { Knowledge } from './feeds/knowledge.ts'
import type { Finding } from './finding.ts'
import { withPatience } from './guard.ts'
import { Keepsake } from './keepsake.ts'
import type { LookedAt } from './looked-at.ts'
import { NetError } from './net/errors.ts'
import type { Net } from './net/net.ts'
import type { Plan } from './plan.ts'
import type { Checkpoint, Coverage } from './result.ts'
import type { ScanEvent } from './scan.ts'
import { SoftwareSum } from './software-sum.ts'
import type { Gatherer, Intake } from './source.ts'
import { sources as allSources } from './sources.ts'

const DERIVE_LIMIT = 2_000 // milliseconds
const NO_LEADS: Leads = {
  pages: [],
  scripts: [],
  forms: [],
  resources: [],
  endpoints: [],
  inline: false,
  build: 'unreadable',
}
const NO_SCRIPT_LEADS: ScriptLeads = { endpoints: [], source_map: null }
const GRACE = 1_000 // milliseconds after the scan's end for a source that gives what it has
const SOURCE_LIMIT = 45_000 // milliseconds for one source: a page that drips must not hold up the rest for longer

export interface Assessed {
  gathered: Gathered
  keepsake: Keepsake
  findings: Finding[]
  coverage: Pick<Coverage, 'checks' | 'sources' | 'software'>
}

/**
 * Gathers and judges what a plan says. Never rejects: what goes wrong with a source is that source's reason, what goes
 * wrong in a check is its own.
 */
export async function runPlan(
  plan: Plan,
  given: Gathered,
  target: Target,
  net: Net,
  signal: AbortSignal,
  knowledge: Knowledge,
  looked: LookedAt,
  onEvent: ((event: ScanEvent) => void) | undefined,
  checkpoints: { from?: Checkpoint; save?: (checkpoint: Checkpoint) => void } = {},
): Promise<Assessed> {
  const assessment = new Assessment(plan.checks, allSources, given, target)
  const gathered: Gathered = { ...given }
  const keepsake = new Keepsake()
  const sum = new SoftwareSum(knowledge)
  const findings: Finding[] = []
  const coverage: Assessed['coverage'] = { checks: [], sources: [], software: [] }

  let over = false
  const take = ({ results, findings: found }: Judged) => {
    if (over) return // a source that was given up on may still hand something in
    for (const result of results) {
      coverage.checks.push(result)
      const { check, status, outcomes } = result
      onEvent?.({ type: 'check', check, status, outcomes, done: coverage.checks.length, total: plan.checks.length })
    }
    for (const finding of found) {
      findings.push(finding)
      onEvent?.({ type: 'finding', finding })
    }
  }

  if (checkpoints.from) take(assessment.restore(checkpoints.from.checks))

  const running = new Map<EvidenceName, Promise<Settled>>()
  const obtain = (name: EvidenceName): Promise<Settled> => {
    let promise = running.get(name)
    if (!promise) {
      promise = bring(name)
      running.set(name, promise)
    }
    return promise
  }
  /** Never rejects. What is gathered is judged before anyone who waits for it goes on. */
  const bring = async (name: EvidenceName): Promise<Settled> => {
    const source = allSources.find((one) => one.name === name)
    if (source?.kind === 'derive') {
      await Promise.all(source.needs.map(obtain))
      return guarded(name, () => assessment.get(name))
    }
    const gatherer = plan.gatherers.find((one) => one.name === name)
    if (!gatherer) return gathered[name] ?? { ok: false, reason: `${name} is not part of this scan type` }
    const began = Date.now()
    const settled = await gatherOne(gatherer, obtain, net, intake, signal)
    const reason = settled.ok ? shortOf(settled.value) : settled.reason
    Object.assign(gathered, { [name]: settled })
    coverage.sources.push({ name, gathered: settled.ok, reason, duration_ms: Date.now() - began })
    onEvent?.({ type: 'source', source: name, gathered: settled.ok, reason, requests: net.spent().requests })
    take(assessment.settle(name, settled))
    return settled
  }

  const feeders = (scope: Scope) => plan.gatherers.filter(({ feeds }) => feeds.includes(scope))
  const isFeeder = (name: EvidenceName) => plan.gatherers.some((one) => one.name === name && one.feeds.length > 0)
  // A feeder that waited for itself would wait for ever: checks that need its own evidence find it missing here.
  const rootsOf = (scope: Scope) => assessment.rootsFor(scope).filter((name) => !isFeeder(name))
  const roots = { page: rootsOf('page'), script: rootsOf('script'), browser: rootsOf('browser') }
  const arrived = new Batch((pieces: readonly Piece[]) => assessment.takeAll(pieces))
  const takeOne = async ({ scope, value }: Piece) => {
    await Promise.all(roots[scope].map(obtain))
    const { judged, book } = await arrived.add({ scope, value })
    keepsake.keep(scope, value)
    sum.see((name) => got(book, name), scope)
    take(judged)
    return book
  }
  const intake: Intake = {
    async page(page) {
      looked.page(page.url, page.body)
      const book = await takeOne({ scope: 'page', value: page })
      const leads = got(book, 'leads')
      return leads.ok ? (leads.value as Leads) : NO_LEADS
    },
    async script(script) {
      looked.script(script.url)
      const book = await takeOne({ scope: 'script', value: script })
      const leads = got(book, 'script_leads')
      return leads.ok ? (leads.value as ScriptLeads) : NO_SCRIPT_LEADS
    },
    resumed: checkpoints.from?.crawl ?? null,
    checkpoint(state) {
      if (!over) {
        const looked_at = looked.encode()
        checkpoints.save?.({ crawl: state, checks: assessment.save(), spent: net.spent(), looked_at })
      }
    },
    missed: (script) => looked.missed(script),
    async browser(page) {
      looked.shown(page.url)
      await takeOne({ scope: 'browser', value: page })
    },
  }
  await Promise.all([
    ...plan.gatherers.map(({ name }) => obtain(name)),
    ...SCOPES.map(async (scope) => {
      await Promise.all(feeders(scope).map(({ name }) => obtain(name)))
      take(assessment.close(scope))
    }),
  ])
  sum.see((name) => guarded(name, () => assessment.get(name)), 'site')
  const made = sum.settle()
  for (const name of ['software', 'known', 'listed', 'listed_files', 'exposed_keys'] as const)
    take(assessment.settle(name, made[name]))
  coverage.software = made.software.value
  take(assessment.finish())
  over = true
  coverage.checks.sort((a, b) => (a.check < b.check ? -1 : 1))
  coverage.sources.sort((a, b) => (a.name < b.name ? -1 : 1))
  return { gathered, keepsake, findings, coverage }
}

/** Never rejects: what goes wrong with one source is that source's reason. */
async function gatherOne(
  gatherer: Gatherer,
  obtain: (name: EvidenceName) => Promise<Settled>,
  net: Net,
  intake: Intake,
  signal: AbortSignal,
): Promise<Settled> {
  const needed: Record<string, unknown> = {}
  for (const name of gatherer.needs) {
    const settled = await obtain(name)
    if (!settled.ok) return settled
    needed[name] = settled.value
  }
  const late = gatherer.patient ? delayed(signal, GRACE) : AbortSignal.any([signal, AbortSignal.timeout(SOURCE_LIMIT)])
  try {
    return { ok: true, value: await Promise.race([gatherer.gather(net, needed as never, intake), rejectOn(late)]) }
  } catch (error) {
    if (error instanceof Unavailable || error instanceof NetError) return { ok: false, reason: error.message }
    return { ok: false, reason: `${gatherer.name} could not be gathered: ${(error as Error).message}` }
  }
}

/** What was derived along with the verdicts; where those ran out of time, it has its own. */
function got(book: EvidenceBook, name: EvidenceName): Settled {
  return book.known(name) ?? guarded(name, () => book.get(name))
}

/** What is derived outside of any check, under the same time limit as one. */
function guarded(name: EvidenceName, get: () => Settled): Settled {
  try {
    return withPatience(DERIVE_LIMIT, get)
  } catch (error) {
    return { ok: false, reason: `${name} could not be read: ${(error as Error).message}` }
  }
}

function delayed(signal: AbortSignal, milliseconds: number): AbortSignal {
  const later = new AbortController()
  const fire = () => setTimeout(() => later.abort(), milliseconds).unref()
  if (signal.aborted) fire()
  else signal.addEventListener('abort', fire, { once: true })
  return later.signal
}

function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = () => reject(new Unavailable('the time limit was reached before it was there'))
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
}

/** Why a source that was gathered is not all that it could be, as it says itself; empty where it is. */
function shortOf(value: unknown): string {
  const { left_out } = (value ?? {}) as Partial<ExposureEvidence>
  return left_out ? `${left_out.count} paths were not asked for: ${left_out.reason}` : ''
}
