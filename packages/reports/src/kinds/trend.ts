import { SEVERITIES } from '@lasthash/scanner'
import type { Block } from '../blocks.ts'
import type { Chart, ChartPoint, Pattern } from '../chart.ts'
import type { ReportWebsite, ScorePoint } from '../data.ts'
import type { Teller } from './teller.ts'

const MOST_POINTS = 60 // of a line; more cannot be told apart
const MOST_BARS = 10
const MARKS = [
  { value: 0, name: '0' },
  { value: 60, name: 'D 60' },
  { value: 80, name: 'B 80' },
  { value: 100, name: '100' },
]
const PATTERNS: Record<(typeof SEVERITIES)[number], Pattern> = {
  critical: 'solid',
  high: 'stripes',
  medium: 'dots',
  low: 'light',
  info: 'light',
}

/** The score over time: a line for each kind of scan of one website, or the average of many. Null where there is no trend. */
export function scoreTrend(websites: readonly ReportWebsite[], teller: Teller): Block | null {
  const { texts } = teller
  if (websites.length > 1) return averageTrend(websites, teller)
  const series = Map.groupBy(
    websites[0]?.history ?? [],
    ({ scan_type, score_version }) => `${scan_type} ${score_version}`,
  )
  const main = mainSeries(websites[0])
  if (!main || main.length < 2) return null
  const lines = [...series.values()]
    .filter((points) => points.length > 1)
    .sort((a, b) => Number(b === main) - Number(a === main))
    .slice(0, 3)
    .map((points) => ({
      name: texts.trend.type(texts.scanTypes[points[0]!.scan_type]),
      points: thinned(points, MOST_POINTS).map(pointOf),
      dashed: points[0]!.scan_type !== main[0]!.scan_type || points[0]!.score_version !== main[0]!.score_version,
    }))
  const [first, last] = [main[0]!, main.at(-1)!]
  const rows = [...(websites[0]?.history ?? [])]
    .reverse()
    .slice(0, MOST_POINTS)
    .map((one) => [teller.time(one.at), texts.scanTypes[one.scan_type], `${one.security_score} ${one.grade}`])
  return {
    block: 'chart',
    caption: texts.trend.score,
    chart: {
      chart: 'line',
      alt: texts.trend.scoreAlt(
        teller.date(first.at),
        teller.date(last.at),
        first.security_score,
        last.security_score,
        main.length,
      ),
      numbers: { columns: [texts.trend.when, texts.trend.scanned, texts.trend.scoreColumn], rows },
      least: 0,
      most: 100,
      marks: MARKS,
      series: lines,
      ticks: ticksOf(
        lines.flatMap(({ points }) => points),
        teller,
      ),
    },
  }
}

function averageTrend(websites: readonly ReportWebsite[], teller: Teller): Block | null {
  const { texts } = teller
  const points = averages(websites)
  if (points.length < 2) return null
  const [first, last] = [points[0]!, points.at(-1)!]
  const told = (at: number) => teller.date(new Date(at).toISOString())
  const scans = websites.reduce((sum, one) => sum + (mainSeries(one)?.length ?? 0), 0)
  const chart: Chart = {
    chart: 'line',
    alt: texts.trend.scoreAlt(told(first.at), told(last.at), first.value, last.value, scans),
    numbers: {
      columns: [texts.trend.when, texts.trend.scoreColumn],
      rows: [...points].reverse().map(({ at, value }) => [told(at), teller.number(value)]),
    },
    least: 0,
    most: 100,
    marks: MARKS,
    series: [{ name: texts.trend.all, points }],
    ticks: ticksOf(points, teller),
  }
  return { block: 'chart', caption: texts.trend.average, chart }
}

/** The average of what each website's score was, whenever one of them changed; of those that had one by then. */
export function averages(websites: readonly ReportWebsite[]): ChartPoint[] {
  const all = websites
    .flatMap((one, at) => (mainSeries(one) ?? []).map((point) => ({ ...pointOf(point), website: at })))
    .sort((a, b) => a.at - b.at)
  const latest = new Map<number, number>()
  const points: ChartPoint[] = []
  for (const { at, value, website } of all) {
    latest.set(website, value)
    const average = [...latest.values()].reduce((sum, one) => sum + one, 0) / latest.size
    const point = { at, value: Math.round(average * 10) / 10 }
    const day = (time: number) => Math.floor(time / 86_400_000)
    if (points.length > 0 && day(points.at(-1)!.at) === day(at)) points[points.length - 1] = point
    else points.push(point)
  }
  return thinned(points, MOST_POINTS)
}

/** What the last scans counted. Null where there is no trend. */
export function countTrend(website: ReportWebsite | undefined, teller: Teller): Block | null {
  const { texts } = teller
  const main = mainSeries(website)
  if (!main || main.length < 2) return null
  const shown = thinned(main, MOST_BARS)
  const names = SEVERITIES.filter((name) => name !== 'info').reverse()
  const values = (point: ScorePoint) => names.map((name) => point.vulnerabilities[name] ?? 0)
  const sum = (point: ScorePoint) => values(point).reduce((total, value) => total + value, 0)
  const [first, last] = [shown[0]!, shown.at(-1)!]
  return {
    block: 'chart',
    caption: texts.trend.counts,
    chart: {
      chart: 'bars',
      alt: texts.trend.countsAlt(sum(first), sum(last), teller.date(first.at), teller.date(last.at)),
      numbers: {
        columns: [texts.trend.when, ...names.map((name) => texts.severities[name]).reverse()],
        rows: [...shown].reverse().map((point) => [teller.date(point.at), ...values(point).reverse().map(String)]),
      },
      parts: names.map((name) => ({ name: texts.severities[name], tone: name, pattern: PATTERNS[name] })),
      bars: shown.map((point) => ({ name: teller.day(point.at), values: values(point) })),
    },
  }
}

/** Scans that may be compared with the last one: of its type and score_version. */
export function mainSeries(website: ReportWebsite | undefined): ScorePoint[] | null {
  const last = website?.history.at(-1)
  if (!website || !last) return null
  const { scan_type, score_version } = website.scan ?? last
  const same = website.history.filter((one) => one.scan_type === scan_type && one.score_version === score_version)
  return same.length > 0 ? same : null
}

/** Points won or lost since the first scan of the series that the last belongs to; null where there is but one. */
export function changeOf(website: ReportWebsite): { by: number; since: string } | null {
  const main = mainSeries(website)
  if (!main || main.length < 2) return null
  return { by: main.at(-1)!.security_score - main[0]!.security_score, since: main[0]!.at }
}

function pointOf({ at, security_score }: ScorePoint): ChartPoint {
  return { at: Date.parse(at), value: security_score }
}

/** At most so many, evenly chosen, the first and the last always. */
function thinned<T>(all: readonly T[], most: number): T[] {
  if (all.length <= most) return [...all]
  return Array.from({ length: most }, (_, at) => all[Math.round((at * (all.length - 1)) / (most - 1))]!)
}

function ticksOf(points: readonly ChartPoint[], teller: Teller): { at: number; name: string }[] {
  const times = points.map(({ at }) => at)
  const [first, last] = [Math.min(...times), Math.max(...times)]
  if (first === last) return [{ at: first, name: teller.day(first) }]
  return [0, 0.25, 0.5, 0.75, 1].map((part) => {
    const at = first + (last - first) * part
    return { at, name: teller.day(at) }
  })
}
