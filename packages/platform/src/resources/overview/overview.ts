import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { GRADES, type OverviewObject, SEVERITY_NAMES, type SeverityName, STATES } from './schema.ts'
import * as own from './store.ts'
import { type DayRow, type ScoreRow, tenants, type WatchRow, type WebsiteSet } from './store.ts'

export interface Span {
  /** `YYYY-MM-DD`, UTC, both inside. */
  from: string
  to: string
}

const DAY = 86_400_000 // milliseconds

/** Of the organisation's own websites. All numbers are kept ones: what it costs follows the number of websites, not of what was found. */
export async function overviewOf(
  db: Kysely<Schema>,
  organizationId: string,
  set: WebsiteSet,
  span: Span,
): Promise<OverviewObject> {
  // One after the other on one connection, and all of one moment.
  const { scores, totals, days, worst, most_improved, certificates_expiring, watched } = await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const small = await own.isSmall(trx, organizationId, set)
      return {
        scores: await own.scores(trx, organizationId, set, small),
        totals: await own.totals(trx, organizationId, set, small),
        days: await own.days(trx, organizationId, set, small, span.from),
        worst: await own.worst(trx, organizationId, set, small),
        most_improved: await own.mostImproved(trx, organizationId, set, small, span.from, span.to),
        certificates_expiring: await own.certificates(trx, organizationId, set, small),
        watched: await own.watched(trx, organizationId, set, small),
      }
    })
  return {
    ...numbers(span, scores, (state, severity) => totals[`${state}_${severity}`] ?? 0, days, watched),
    ...{ worst, most_improved, certificates_expiring, tenants: null },
  }
}

/** Of organisations under this one: their sums, and each by itself. Single websites of theirs are theirs to see. */
export async function overviewOfTenants(
  db: Kysely<Schema>,
  wanted: readonly string[] | null,
  span: Span,
): Promise<OverviewObject> {
  const scores = await tenants.scores(db, wanted)
  const totals = await tenants.totals(db, wanted)
  const days = await tenants.days(db, wanted, span.from)
  const watched = await tenants.watched(db, wanted)
  const counts = Map.groupBy(totals, ({ state, severity }) => `${state} ${severity}`)
  const count = (state: string, severity: string) =>
    (counts.get(`${state} ${severity}`) ?? []).reduce((sum, one) => sum + one.count, 0)
  const each = [...Map.groupBy(scores, ({ organization_id }) => organization_id)].map(([organization_id, rows]) => {
    const { websites, average } = summed(rows)
    const theirs = totals.filter((one) => one.organization_id === organization_id && isOpen(one.state))
    const open = bySeverity((severity) =>
      theirs.filter((one) => one.severity === severity).reduce((sum, one) => sum + one.count, 0),
    )
    return { organization_id, name: rows[0]!.name, websites, security_score: average, open }
  })
  each.sort(
    (a, b) => (a.security_score ?? 101) - (b.security_score ?? 101) || (a.organization_id < b.organization_id ? -1 : 1),
  )
  return {
    ...numbers(span, scores, count, days, watched),
    ...{ worst: [], most_improved: [], certificates_expiring: [], tenants: each },
  }
}

type Numbers = Omit<OverviewObject, 'worst' | 'most_improved' | 'certificates_expiring' | 'tenants'>

function numbers(
  span: Span,
  scores: readonly ScoreRow[],
  count: (state: string, severity: string) => number,
  days: readonly DayRow[],
  watched: readonly WatchRow[],
): Numbers {
  const { websites, scored, sum } = summed(scores)
  const inside = days.filter(({ day }) => day <= span.to)
  const total = (of: (row: DayRow) => number) => inside.reduce((all, row) => all + of(row), 0)
  const timed = total((row) => row.timed)
  const grade = (name: string | null) =>
    scores.filter((row) => row.grade === name).reduce((all, row) => all + row.websites, 0)
  const watching = (kind: string, status: string) =>
    watched.find((row) => row.kind === kind && row.status === status)?.count ?? 0
  const crossed = Object.fromEntries(STATES.map((state) => [state, bySeverity((severity) => count(state, severity))]))
  return {
    object: 'overview',
    ...span,
    websites: { total: websites, scored },
    security_score: trendOf(span, { scored, sum }, days),
    grades: { ...Object.fromEntries(GRADES.map((name) => [name, grade(name)])), none: grade(null) },
    vulnerabilities: {
      by_severity: bySeverity((severity) => count('open', severity) + count('reopened', severity)),
      by_status: Object.fromEntries(
        STATES.map((state) => [state, SEVERITY_NAMES.reduce((all, severity) => all + count(state, severity), 0)]),
      ) as Numbers['vulnerabilities']['by_status'],
      by_status_and_severity: crossed as Numbers['vulnerabilities']['by_status_and_severity'],
    },
    activity: {
      new: total((row) => row.appeared),
      fixed: total((row) => row.fixed),
      reopened: total((row) => row.reopened),
      days: daysOf(span).map((date) => {
        const row = inside.find(({ day }) => day === date)
        return { date, new: row?.appeared ?? 0, fixed: row?.fixed ?? 0, reopened: row?.reopened ?? 0 }
      }),
    },
    mean_time_to_fix: timed === 0 ? null : Math.round(total((row) => row.seconds) / timed),
    monitors: {
      up: watching('monitor', 'up'),
      degraded: watching('monitor', 'degraded'),
      down: watching('monitor', 'down'),
      unknown: watching('monitor', 'unknown'),
      pending: watching('monitor', 'pending'),
      disabled: watching('monitor', 'disabled'),
    },
    scans: { queued: watching('scan', 'queued'), running: watching('scan', 'running') },
  }
}

/** Back from now: what changed since a day is what to take off. So a day on which nothing was scanned has its score, too. */
function trendOf(
  span: Span,
  now: { scored: number; sum: number },
  days: readonly DayRow[],
): OverviewObject['security_score'] {
  const byDay = new Map(days.map((row) => [row.day, row]))
  const dates = daysOf({ from: span.from, to: [...byDay.keys(), span.to].sort().at(-1)! })
  let { scored, sum } = now
  const trend: OverviewObject['security_score']['trend'] = []
  for (const date of dates.reverse()) {
    if (date <= span.to) trend.unshift({ date, average: averageOf(sum, scored), websites: scored })
    const row = byDay.get(date)
    sum -= row?.score_change ?? 0
    scored -= row?.scored_change ?? 0
  }
  const average = trend.at(-1)?.average ?? null
  const before = averageOf(sum, scored)
  return { average, change: average === null || before === null ? null : rounded(average - before), trend }
}

function summed(rows: readonly ScoreRow[]) {
  const add = (of: (row: ScoreRow) => number) => rows.reduce((all, row) => all + of(row), 0)
  const [scored, sum] = [add((row) => row.scored), add((row) => row.score_sum)]
  return { websites: add((row) => row.websites), scored, sum, average: averageOf(sum, scored) }
}

function averageOf(sum: number, count: number): number | null {
  return count > 0 ? rounded(sum / count) : null
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}

function bySeverity(count: (severity: SeverityName) => number): Record<SeverityName, number> {
  return Object.fromEntries(SEVERITY_NAMES.map((name) => [name, count(name)])) as Record<SeverityName, number>
}

function isOpen(state: string): boolean {
  return state === 'open' || state === 'reopened'
}

/** Every day of the span. */
export function daysOf({ from, to }: Span): string[] {
  const days: string[] = []
  for (let at = Date.parse(from); at <= Date.parse(to); at += DAY) days.push(new Date(at).toISOString().slice(0, 10))
  return days
}
