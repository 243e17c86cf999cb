import { gradeOf, score } from '@lasthash/scanner'
import { visibleLine } from '@lasthash/scanner/report/escape'
import { textsOf } from '@lasthash/scanner/report/finding-texts'
import type { Block, Cell, Inline } from '../blocks.ts'
import type { ReportData, ReportVulnerability, ReportWebsite } from '../data.ts'
import { EFFORTS, effortOf } from '../effort.ts'
import { type Digest, digestOf } from './digest.ts'
import { cut } from './finding.ts'
import { scannedOf, severityTiles, type Teller, totalOf, verdictOf } from './teller.ts'
import { changeOf, countTrend, scoreTrend } from './trend.ts'

const MATTERS = 3
const FIRST = 5
const LONGEST = 90 // characters of a title

/** Two pages: how it stands and where it goes; what to do first and how much work it is. */
export async function executiveBlocks(data: ReportData, teller: Teller): Promise<Block[]> {
  const digest = await digestOf(data, FIRST)
  const { texts } = teller
  const [website] = data.websites
  const one = data.websites.length === 1 ? website : undefined
  const trend = scoreTrend(data.websites, teller)
  const counts = one ? countTrend(one, teller) : null
  return [
    scoreBlock(data, digest, teller),
    { block: 'tiles', label: texts.overview.title, items: severityTiles(totalOf(data.websites), teller) },
    ...(trend ? [trend] : [{ block: 'paragraph', size: 'small', text: texts.trend.none } as const]),
    ...(counts ? [counts] : []),
    { block: 'heading', level: 2, text: texts.matters.title },
    ...matters(digest, data, teller),
    { block: 'page' },
    { block: 'heading', level: 2, text: texts.first.title },
    ...firstSteps(digest, one, teller),
    { block: 'heading', level: 2, text: texts.effort.title },
    ...effort(digest, teller),
    ...happened(data, teller),
    {
      block: 'notice',
      title: texts.limits.title,
      text: [texts.limits.text, ...(texts.limits.english ? [` ${texts.limits.english}`] : [])],
    },
  ]
}

/** The score of the website, or the average of all, and what it means. */
export function scoreBlock(data: ReportData, digest: Pick<Digest, 'aside'>, teller: Teller): Block {
  const { texts } = teller
  const scanned = scannedOf(data.websites)
  if (scanned.length === 0) return { block: 'notice', text: texts.verdict.unscanned }
  const average = scanned.reduce((sum, { scan }) => sum + scan.security_score!, 0) / scanned.length
  const value = Math.floor(average + 0.5)
  const grade = gradeOf(value)
  const notes: string[] = []
  const [website] = data.websites
  const change = data.websites.length === 1 && website ? changeOf(website) : null
  if (change) notes.push(changeText(change, teller))
  if (data.websites.length > 1) notes.push(texts.verdict.average)
  const cap = data.websites.length === 1 ? website?.scan?.score_cap : null
  if (cap) notes.push(texts.verdict.cap(cap.limit, texts.severities[cap.because]))
  if (digest.aside > 0) notes.push(texts.verdict.aside(digest.aside))
  return {
    block: 'score',
    score: value,
    grade,
    label: texts.scoreLabel(value, grade),
    of: texts.of100,
    text: verdictOf(totalOf(data.websites), teller),
    ...(notes.length > 0 ? { note: notes.join(' ') } : {}),
  }
}

function changeText({ by, since }: { by: number; since: string }, teller: Teller): string {
  const { verdict } = teller.texts
  if (by === 0) return verdict.same(teller.date(since))
  return (by > 0 ? verdict.up : verdict.down)(teller.points(Math.abs(by)), teller.date(since))
}

function matters(digest: Digest, data: ReportData, teller: Teller): Block[] {
  const { texts } = teller
  if (digest.worst.length === 0) return [{ block: 'paragraph', text: texts.matters.nothing }]
  const names = new Map(data.websites.map(({ id, name }) => [id, name]))
  return digest.worst.slice(0, MATTERS).map((one): Block => {
    const place = one.locations[0]
    const site = data.websites.length > 1 ? names.get(one.website_id) : undefined
    const where = site ?? place?.url ?? ''
    const more = one.location_count - 1
    return {
      block: 'paragraph',
      most: 2,
      text: [
        { text: `${texts.severities[one.severity]}  `, bold: true, tone: one.severity },
        { text: cut(visibleLine(one.title), LONGEST), bold: true },
        { text: '\n' },
        {
          text: cut(visibleLine(more > 0 && !site ? texts.matters.places(cut(where, 70), more) : cut(where, 90)), 120),
          soft: true,
        },
      ],
    }
  })
}

/** What to do first, as a table, and what it would bring. `website`: of which all weigh; null where there are several. */
export function firstSteps({ worst, weighed }: Digest, website: ReportWebsite | undefined, teller: Teller): Block[] {
  const { texts } = teller
  if (worst.length === 0) return [{ block: 'paragraph', text: texts.first.nothing }]
  const rows = worst.map((one): (Inline | Cell)[] => [
    {
      text: { text: cut(visibleLine(one.title), LONGEST), bold: true },
      note: cut(textsOf(one).fix, 170),
      most: 1,
      mostNote: 2,
    },
    { text: texts.severities[one.severity], tone: one.severity },
    texts.efforts[effortOf(one)],
    teller.change(one.score_impact),
  ])
  return [
    {
      block: 'table',
      caption: texts.first.caption,
      columns: [
        { name: texts.first.action, share: 6 },
        { name: texts.first.severity, share: 1.3 },
        { name: texts.first.effort, share: 1.9 },
        { name: texts.first.gain, share: 0.9, align: 'end' },
      ],
      rows,
    },
    ...gain(worst, weighed, website, teller),
  ]
}

/** What the score would be without these: only where what is known makes up the score that there is. */
function gain(
  worst: readonly ReportVulnerability[],
  weighed: number,
  website: ReportWebsite | undefined,
  teller: Teller,
): Block[] {
  const scan = website?.scan
  if (!scan || scan.security_score === null) return []
  const left = (['critical', 'high', 'medium', 'low'] as const).flatMap((severity) => {
    const gone = worst.filter((one) => one.severity === severity).length
    const count = Math.max(0, (scan.vulnerabilities[severity] ?? 0) - gone)
    return Array.from({ length: count }, () => ({ severity, confidence: 'firm' as const }))
  })
  const counted = (['critical', 'high', 'medium', 'low'] as const).reduce(
    (sum, name) => sum + (scan.vulnerabilities[name] ?? 0),
    0,
  )
  if (counted !== weighed) return []
  const after = score(left)
  if (after.score <= scan.security_score) return []
  return [
    {
      block: 'paragraph',
      text: {
        text: teller.texts.first.result(worst.length, scan.security_score, after.score, after.grade),
        bold: true,
      },
    },
  ]
}

function effort({ efforts }: Digest, teller: Teller): Block[] {
  const { texts } = teller
  const means = EFFORTS.map((one) => texts.effort.means(texts.efforts[one], texts.effortMeans[one])).join(' ')
  return [
    {
      block: 'tiles',
      label: texts.effort.label,
      items: EFFORTS.map((one) => ({ name: texts.efforts[one], value: teller.number(efforts[one]), tone: 'neutral' })),
    },
    { block: 'paragraph', size: 'small', text: texts.effort.note(means) },
  ]
}

/** What came and went in the period; nothing where nobody counted. */
export function happened(data: ReportData, teller: Teller): Block[] {
  const { texts } = teller
  const counted = data.websites.flatMap(({ activity }) => (activity ? [activity] : []))
  if (counted.length === 0) return []
  const sum = (name: 'new' | 'fixed' | 'reopened') => counted.reduce((total, one) => total + one[name], 0)
  const times = counted.filter((one) => one.mean_time_to_fix !== null && one.fixed > 0)
  const fixed = times.reduce((total, one) => total + one.fixed, 0)
  const mean = fixed === 0 ? null : times.reduce((total, one) => total + one.mean_time_to_fix! * one.fixed, 0) / fixed
  return [
    { block: 'heading', level: 2, text: texts.activity.title },
    {
      block: 'tiles',
      label: texts.activity.label,
      items: [
        { name: texts.activity.new, value: teller.number(sum('new')), tone: sum('new') > 0 ? 'medium' : 'neutral' },
        { name: texts.activity.fixed, value: teller.number(sum('fixed')), tone: 'good' },
        {
          name: texts.activity.reopened,
          value: teller.number(sum('reopened')),
          tone: sum('reopened') > 0 ? 'bad' : 'neutral',
        },
        { name: texts.activity.meanTime, value: mean === null ? '–' : spanOf(mean, teller), tone: 'neutral' },
      ],
    },
  ]
}

function spanOf(seconds: number, { texts }: Teller): string {
  const hours = Math.max(1, Math.round(seconds / 3600))
  return hours < 48 ? texts.activity.hours(hours) : texts.activity.days(Math.round(hours / 24))
}
