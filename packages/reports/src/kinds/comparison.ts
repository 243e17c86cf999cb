import { visibleLine } from '@lasthash/scanner/report/escape'
import type { Block, Cell, Inline, Tone } from '../blocks.ts'
import type { Comparison, ReportData, ReportVulnerability } from '../data.ts'
import { before } from './digest.ts'
import { anchorOf, findingGroup } from './finding.ts'
import { limits } from './technical.ts'
import type { Teller } from './teller.ts'
import { scoreTrend } from './trend.ts'

const CHANGES = ['new', 'regressed', 'fixed', 'not_tested', 'unchanged'] as const
const TONES: Record<(typeof CHANGES)[number], Tone> = {
  new: 'bad',
  regressed: 'bad',
  fixed: 'good',
  not_tested: 'medium',
  unchanged: 'neutral',
}
const MOST_ROWS = 500
const MOST_DETAILS = 100

/** What lies between two scans: what came, came back, went, stayed, and what the later one did not look for. */
export function* comparisonBlocks(data: ReportData, comparison: Comparison, teller: Teller): Generator<Block> {
  const { texts } = teller
  const { from, to, comparable } = comparison
  const appeared = comparison.new.length + comparison.regressed.length
  yield { block: 'paragraph', size: 'lead', text: texts.comparison.verdict(comparison.fixed.length, appeared) }
  if (comparable && from.security_score !== null && to.security_score !== null) {
    yield { block: 'paragraph', text: texts.comparison.scores(from.security_score, to.security_score) }
  }
  if (!comparable) yield { block: 'notice', tone: 'medium', text: texts.comparison.notComparable }
  yield {
    block: 'tiles',
    label: texts.comparison.label,
    items: CHANGES.map((change) => ({
      name: texts.comparison.sections[change],
      value: teller.number(comparison[change].length),
      tone: comparison[change].length === 0 ? 'neutral' : TONES[change],
    })),
  }
  yield {
    block: 'table',
    caption: texts.comparison.label,
    columns: [
      { name: texts.about.scan, share: 2 },
      { name: texts.about.ended, share: 2.4 },
      { name: texts.comparison.type, share: 2 },
      { name: texts.portfolio.score, share: 1.2, align: 'end' },
    ],
    rows: [
      [texts.comparison.earlier, ...sideOf(from, teller)],
      [texts.comparison.later, ...sideOf(to, teller)],
    ],
  }
  const trend = scoreTrend(data.websites.slice(0, 1), teller)
  if (trend) yield trend
  for (const change of CHANGES) yield* section(change, comparison[change], teller)
  yield* details([...comparison.new, ...comparison.regressed], data, teller)
  yield* limits(teller)
}

function sideOf(
  { completed_at, scan_type, scan_duration, security_score, grade }: Comparison['from'],
  teller: Teller,
): string[] {
  const { texts } = teller
  return [
    completed_at === null ? '–' : teller.time(completed_at),
    texts.about.scanOf(texts.scanTypes[scan_type], scan_duration),
    security_score === null ? '–' : `${security_score} ${grade}`,
  ]
}

function* section(
  change: (typeof CHANGES)[number],
  all: readonly ReportVulnerability[],
  teller: Teller,
): Generator<Block> {
  const { texts } = teller
  yield { block: 'heading', level: 2, text: `${texts.comparison.sections[change]} (${teller.number(all.length)})` }
  if (all.length === 0) {
    yield { block: 'paragraph', text: texts.comparison.none }
    return
  }
  yield { block: 'paragraph', size: 'small', text: texts.comparison.means[change] }
  const sorted = [...all].sort((a, b) => (before(a, b) ? -1 : before(b, a) ? 1 : 0))
  const leads = change === 'new' || change === 'regressed'
  yield {
    block: 'table',
    caption: texts.comparison.sections[change],
    columns: [
      { name: texts.overview.severity, share: 1.2 },
      { name: texts.overview.finding, share: 3.4 },
      { name: texts.comparison.place, share: 3.4 },
    ],
    rows: sorted.slice(0, MOST_ROWS).map((one): (Inline | Cell)[] => [
      { text: texts.severities[one.severity], tone: one.severity, bold: true },
      { text: { text: visibleLine(one.title), ...(leads ? { to: anchorOf(one) } : {}) }, most: 3 },
      { text: { text: visibleLine(one.locations[0]?.url ?? ''), code: true }, most: 3 },
    ]),
  }
  if (sorted.length > MOST_ROWS)
    yield { block: 'paragraph', size: 'small', text: texts.overview.untold(sorted.length - MOST_ROWS) }
}

function* details(all: readonly ReportVulnerability[], data: ReportData, teller: Teller): Generator<Block> {
  if (all.length === 0) return
  yield { block: 'heading', level: 1, text: teller.texts.comparison.details }
  const sorted = [...all].sort((a, b) => (before(a, b) ? -1 : before(b, a) ? 1 : 0))
  for (const one of sorted.slice(0, MOST_DETAILS))
    yield findingGroup(one, { website: data.websites[0], several: false, teller })
  if (sorted.length > MOST_DETAILS) {
    yield { block: 'paragraph', size: 'small', text: teller.texts.overview.untold(sorted.length - MOST_DETAILS) }
  }
}
