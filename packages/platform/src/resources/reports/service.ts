import { type Format, formatsOf, type Kind } from '@lasthash/reports'
import { frameworks } from '@lasthash/scanner'
import type { Insertable, Kysely } from 'kysely'
import { notify } from '../../db/client.ts'
import { jsonb } from '../../db/jsonb.ts'
import type { Plan, ReportFormat, ReportsTable, Schema } from '../../db/schema.ts'
import { ApiError, type FieldError } from '../../errors.ts'
import type { Call } from '../../http/route.ts'
import { newId } from '../../identifier.ts'
import { PLANS } from '../../plans.ts'
import { requireResults } from '../scans/schema.ts'
import { findScan, type Scan } from '../scans/store.ts'
import { findGroup } from '../website-groups/store.ts'
import { findWebsite } from '../websites/store.ts'
import type { ReportRow } from './schema.ts'
import type { ReportSpec } from './spec.ts'
import { countWaiting, findReport, insertReports } from './store.ts'

/** Told on this channel: there are reports to make. */
export const REPORTS_CHANNEL = 'lasthash_reports'

const DAY = 86_400_000 // milliseconds
const PERIOD = 90 // days
const LONGEST_LINK = 365 // days
const LINK_DAYS = 7

type Inside = Pick<Call, 'db' | 'organizationId'>
export type SpecGiven = { [Name in keyof ReportSpec]?: ReportSpec[Name] | null | undefined }

export const missing = (id: string) => new ApiError('not_found', `There is no report ${id}.`)

/** What is left out has the value that it has by itself. */
export function specOf(given: SpecGiven): ReportSpec {
  return {
    kind: given.kind ?? 'technical',
    language: given.language ?? 'en',
    title: given.title ?? null,
    scan_id: given.scan_id ?? null,
    baseline_scan_id: given.baseline_scan_id ?? null,
    website_id: given.website_id ?? null,
    group: given.group ?? null,
    tag: given.tag ?? null,
    framework: given.framework ?? null,
    filter: given.filter ?? {},
    period_days: given.period_days ?? PERIOD,
  }
}

/** Throws `validation_failed` for what does not go together, and `not_found` and its kin for what is not there. */
export async function requireMakeable({ db, organizationId }: Inside, spec: ReportSpec, formats: readonly Format[]) {
  const faults = faultsOf(spec, formats)
  if (faults[0])
    throw new ApiError('validation_failed', `The body does not validate. ${faults[0].pointer}: ${faults[0].detail}.`, {
      errors: faults,
    })
  const { scan_id, baseline_scan_id, website_id, group } = spec
  if (website_id !== null && !(await findWebsite(db, organizationId, website_id)))
    throw new ApiError('not_found', `There is no website ${website_id}.`)
  if (group !== null && !(await findGroup(db, organizationId, group)))
    throw new ApiError('not_found', `There is no group ${group}.`)
  if (scan_id === null) return
  const scan = await doneScan({ db, organizationId }, scan_id)
  if (baseline_scan_id === null) return
  const baseline = await doneScan({ db, organizationId }, baseline_scan_id)
  if (baseline.website_id !== scan.website_id)
    throw new ApiError('scans_not_comparable', `${baseline.id} and ${scan.id} are scans of two websites.`)
}

function faultsOf(spec: ReportSpec, formats: readonly Format[]): FieldError[] {
  const { kind, framework, baseline_scan_id } = spec
  const faults: FieldError[] = []
  const scopes = (['scan_id', 'website_id', 'group', 'tag'] as const).filter((name) => spec[name] !== null)
  if (scopes.length > 1) faults.push({ pointer: `/${scopes[1]}`, detail: `give either this or ${scopes[0]}` })
  const [scope] = scopes
  const possible = formatsOf(kind as Kind)
  for (const format of formats)
    if (!possible.includes(format)) {
      const detail = `is no format of ${kind} reports: ${possible.join(', ')} are`
      faults.push({ pointer: formats.length > 1 ? '/formats' : '/format', detail })
    }
  if (kind === 'comparison') {
    if (scope === 'scan_id' && baseline_scan_id === null)
      faults.push({ pointer: '/baseline_scan_id', detail: 'is needed: the earlier scan' })
    if (scope !== 'scan_id' && scope !== 'website_id')
      faults.push({ pointer: '/website_id', detail: 'give it, or scan_id: a comparison is of one website' })
  }
  if (baseline_scan_id !== null && (kind !== 'comparison' || scope !== 'scan_id'))
    faults.push({ pointer: '/baseline_scan_id', detail: 'goes with scan_id, in comparison reports' })
  if (kind === 'portfolio' && scope === 'scan_id')
    faults.push({
      pointer: '/scan_id',
      detail: 'a portfolio is of websites: give website_id, group or tag, or nothing',
    })
  const known = frameworks().map(({ id }) => id)
  if (kind === 'compliance' && (framework === null || !known.includes(framework)))
    faults.push({ pointer: '/framework', detail: `must be one of ${known.join(', ')}` })
  if (kind !== 'compliance' && framework !== null)
    faults.push({ pointer: '/framework', detail: 'goes with compliance reports' })
  return faults
}

async function doneScan({ db, organizationId }: Inside, id: string): Promise<Scan> {
  const scan = await findScan(db, organizationId, id)
  if (!scan) throw new ApiError('not_found', `There is no scan ${id}.`)
  if (scan.status !== 'done') throw new ApiError('scan_not_done', `The scan ${id} is ${scan.status}, not done.`)
  requireResults(scan)
  return scan
}

/** Puts reports into the queue, one for each format. */
export async function queueReports(
  db: Kysely<Schema>,
  { id, plan }: { id: string; plan: Plan },
  spec: ReportSpec,
  formats: readonly ReportFormat[],
  run: { report_schedule_id: string; run_id: string } | null = null,
): Promise<ReportRow[]> {
  const { group, filter, ...columns } = spec
  const kept_until = new Date(Date.now() + PLANS[plan].resultDays * DAY)
  const rows = formats.map((format): Insertable<ReportsTable> => {
    const own = { id: newId('rep'), organization_id: id, format, kept_until }
    return { ...columns, ...own, group_id: group, filter: jsonb(filter), ...run }
  })
  const made = await insertReports(db, rows)
  await notify(db, REPORTS_CHANNEL, '')
  return made
}

export async function createReport(
  call: Pick<Call, 'db' | 'organizationId' | 'caller'>,
  { format = 'pdf', ...given }: SpecGiven & { format?: ReportFormat },
): Promise<ReportRow> {
  const { db, organizationId, caller } = call
  const spec = specOf(given)
  await requireMakeable(call, spec, [format])
  const most = PLANS[caller.plan].waitingReports
  if ((await countWaiting(db, organizationId)) >= most)
    throw new ApiError('too_many_reports', `${most} reports are waiting, which is as many as the plan allows.`, {
      headers: { 'retry-after': '5' },
    })
  const [report] = await queueReports(db, { id: organizationId, plan: caller.plan }, spec, [format])
  return report!
}

/** Throws `not_found`, and `report_not_done` where there is no file, or not yet. */
export async function doneReport({ db, organizationId }: Inside, id: string): Promise<ReportRow> {
  const report = await findReport(db, organizationId, id)
  if (!report) throw missing(id)
  if (report.status === 'done') return report
  const why = report.error ? `could not be made: ${report.error.message}` : `is ${report.status}.`
  throw new ApiError('report_not_done', `The report ${id} ${why}`)
}

/** Throws `validation_failed`. */
export function linkEnd(given: string | undefined, now = Date.now()): Date {
  if (given === undefined) return new Date(now + LINK_DAYS * DAY)
  const end = Date.parse(given)
  if (end > now && end <= now + LONGEST_LINK * DAY) return new Date(end)
  const detail = `must be in the future, and at most ${LONGEST_LINK} days ahead`
  throw new ApiError('validation_failed', `The body does not validate. /expires_at ${detail}.`, {
    errors: [{ pointer: '/expires_at', detail }],
  })
}
