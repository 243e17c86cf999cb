import { visibleLine } from '@lasthash/scanner/report/escape'
import type { Block, Cell, Inline } from '../blocks.ts'
import { gradeTone } from '../colors.ts'
import type { ReportData, ReportWebsite } from '../data.ts'
import { before, type Digest, digestOf } from './digest.ts'
import { happened, scoreBlock } from './executive.ts'
import { limits } from './technical.ts'
import { scannedOf, severityTiles, type Teller, totalOf } from './teller.ts'
import { changeOf, scoreTrend } from './trend.ts'

const GRADES = ['A+', 'A', 'B', 'C', 'D', 'F'] as const
const MOST_WEBSITES = 1_000
const COMMON = 12
const WORST = 3

/** Many websites: how they stand together, which is worst, and what they share. */
export async function* portfolioBlocks(data: ReportData, teller: Teller): AsyncGenerator<Block> {
  const { texts } = teller
  const digest = await digestOf(data, 1)
  const scanned = scannedOf(data.websites)
  yield scoreBlock(data, digest, teller)
  yield {
    block: 'tiles',
    label: texts.portfolio.grades,
    items: [
      ...GRADES.map((grade) => ({
        name: texts.websites(scanned.filter(({ scan }) => scan.grade === grade).length).replace(/^\S+ /, ''),
        value: `${grade}  ${teller.number(scanned.filter(({ scan }) => scan.grade === grade).length)}`,
        tone: gradeTone(grade),
      })),
      { name: texts.portfolio.unscanned, value: teller.number(data.websites.length - scanned.length), tone: 'neutral' },
    ],
  }
  yield { block: 'paragraph', text: verdict(scanned, teller) }
  const trend = scoreTrend(data.websites, teller)
  if (trend) yield trend
  yield { block: 'tiles', label: texts.overview.title, items: severityTiles(totalOf(data.websites), teller) }
  yield* happened(data, teller)
  yield { block: 'heading', level: 1, text: texts.portfolio.title }
  yield* table(data.websites, teller)
  yield* common(digest, data, teller)
  yield* limits(teller)
}

function verdict(scanned: ReturnType<typeof scannedOf>, { texts }: Teller): Inline {
  const bad = scanned.filter(({ scan }) => scan.vulnerabilities.critical + scan.vulnerabilities.high > 0)
  const names = sorted(scanned)
    .slice(0, WORST)
    .map(({ name, scan }) => `${visibleLine(name).slice(0, 60)} (${scan?.security_score})`)
  const told = texts.portfolio.verdict(bad.length, scanned.length)
  return scanned.length > WORST ? `${told} ${texts.portfolio.worst(names.join(', '))}` : told
}

/** The lowest score first; what was never scanned last. */
function sorted(websites: readonly ReportWebsite[]): ReportWebsite[] {
  const key = ({ scan }: ReportWebsite) => scan?.security_score ?? 1_000
  return [...websites].sort((a, b) => key(a) - key(b) || (a.name < b.name ? -1 : 1))
}

function* table(websites: readonly ReportWebsite[], teller: Teller): Generator<Block> {
  const { texts } = teller
  yield {
    block: 'table',
    caption: texts.portfolio.table,
    columns: [
      { name: texts.portfolio.website, share: 4.4 },
      { name: texts.portfolio.score, share: 1.1, align: 'end' },
      { name: texts.portfolio.change, share: 1.2, align: 'end' },
      { name: texts.severities.critical, share: 1, align: 'end' },
      { name: texts.severities.high, share: 1, align: 'end' },
      { name: texts.severities.medium, share: 1, align: 'end' },
      { name: texts.portfolio.scanned, share: 1.8, align: 'end' },
    ],
    rows: sorted(websites)
      .slice(0, MOST_WEBSITES)
      .map((one): (Inline | Cell)[] => {
        const { scan } = one
        const name: Cell = { text: { text: visibleLine(one.name), bold: true }, note: visibleLine(one.url), most: 2 }
        if (scan?.security_score == null) return [name, '–', '–', '–', '–', '–', texts.unscanned]
        const change = changeOf(one)
        const count = (severity: 'critical' | 'high' | 'medium'): Inline => {
          const value = scan.vulnerabilities[severity]
          return value > 0 ? { text: teller.number(value), tone: severity, bold: true } : { text: '0', soft: true }
        }
        return [
          name,
          [
            { text: `${scan.security_score} ` },
            { text: scan.grade ?? '', bold: true, tone: gradeTone(scan.grade ?? '') },
          ],
          change ? teller.change(change.by) : '–',
          ...(['critical', 'high', 'medium'] as const).map(count),
          scan.completed_at ? teller.day(scan.completed_at) : '–',
        ]
      }),
  }
  if (websites.length > MOST_WEBSITES) {
    yield { block: 'paragraph', size: 'small', text: texts.overview.untold(websites.length - MOST_WEBSITES) }
  }
}

/** What more than one of them has, the most widespread first. */
function* common({ causes }: Digest, { websites }: ReportData, teller: Teller): Generator<Block> {
  const { texts } = teller
  const shared = [...causes.values()]
    .filter((cause) => cause.websites.size > 1)
    .sort((a, b) => b.websites.size - a.websites.size || (before(a.one, b.one) ? -1 : 1))
    .slice(0, COMMON)
  if (shared.length === 0) return
  yield { block: 'heading', level: 1, text: texts.portfolio.common }
  yield { block: 'paragraph', text: texts.portfolio.commonText }
  yield {
    block: 'table',
    caption: texts.portfolio.commonCaption,
    columns: [
      { name: texts.overview.severity, share: 1.2 },
      { name: texts.portfolio.finding, share: 5 },
      { name: texts.portfolio.on, share: 1.2, align: 'end' },
    ],
    rows: shared.map(({ one, websites: on }): (Inline | Cell)[] => [
      { text: texts.severities[one.severity], tone: one.severity, bold: true },
      { text: visibleLine(one.title), most: 2 },
      `${teller.number(on.size)} / ${teller.number(websites.length)}`,
    ]),
  }
}
