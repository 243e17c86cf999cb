import { catalogue, impact, SEVERITIES } from '@lasthash/scanner'
import { weighs } from '@lasthash/scanner/report/document'
import { visibleLine } from '@lasthash/scanner/report/escape'
import type { Block, Cell, Inline } from '../blocks.ts'
import type { ReportData, ReportVulnerability, ReportWebsite } from '../data.ts'
import { type Digest, digestOf } from './digest.ts'
import { firstSteps, scoreBlock } from './executive.ts'
import { anchorOf, cut, findingGroup, isAside } from './finding.ts'
import { scannedOf, severityTiles, type Teller, totalOf } from './teller.ts'
import { countTrend, scoreTrend } from './trend.ts'

const FIRST = 8
/** Of findings told in full on paper; a report with more is read by machines. */
export const MOST_FINDINGS = 1_000
const MOST_UNASKED = 200

/** Everything: each finding with its proof and its remedy, what was tested, and what could not be. */
export async function* technicalBlocks(data: ReportData, teller: Teller): AsyncGenerator<Block> {
  const { texts } = teller
  const all: ReportVulnerability[] = []
  let untold = 0
  for await (const one of data.vulnerabilities) {
    if (one.status === 'fixed' || one.status === 'merged') continue
    all.push(one)
    if (all.length < MOST_FINDINGS * 2) continue
    all.sort(order)
    untold += all.splice(MOST_FINDINGS).length
  }
  all.sort(order)
  untold += all.splice(MOST_FINDINGS).length
  const digest = await digestOf({ ...data, vulnerabilities: all }, FIRST)
  yield { block: 'contents', title: texts.contents }
  yield { block: 'page' }
  yield* summary(data, digest, untold, teller)
  yield* overview(all, untold, data, teller)
  if (all.length > 0) yield* details(all, data, teller)
  for (const website of data.websites) yield* tested(website, data.websites.length > 1, teller)
  yield* limits(teller)
}

function order(a: ReportVulnerability, b: ReportVulnerability): number {
  const key = ({ check, outcome, website_id, fingerprint }: ReportVulnerability) =>
    `${check} ${outcome} ${website_id} ${fingerprint}`
  return (
    Number(isAside(a)) - Number(isAside(b)) ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    Number(weighs(b)) - Number(weighs(a)) ||
    (key(a) < key(b) ? -1 : 1)
  )
}

function* summary(data: ReportData, digest: Digest, untold: number, teller: Teller): Generator<Block> {
  const { texts } = teller
  const one = data.websites.length === 1 ? data.websites[0] : undefined
  yield { block: 'heading', level: 1, text: texts.summary.title }
  yield scoreBlock(data, digest, teller)
  yield { block: 'tiles', label: texts.overview.title, items: severityTiles(totalOf(data.websites), teller) }
  const trend = scoreTrend(data.websites, teller)
  if (trend) yield trend
  const counts = one && countTrend(one, teller)
  if (counts) yield counts
  if (untold > 0) yield { block: 'notice', text: texts.overview.untold(untold) }
  if (texts.limits.english) yield { block: 'paragraph', size: 'small', text: texts.limits.english }
  yield { block: 'heading', level: 2, text: texts.first.title }
  yield* firstSteps(digest, untold === 0 ? one : undefined, teller)
}

function* overview(
  all: readonly ReportVulnerability[],
  untold: number,
  data: ReportData,
  teller: Teller,
): Generator<Block> {
  const { texts } = teller
  yield { block: 'heading', level: 1, text: texts.overview.title }
  if (all.length === 0) {
    yield { block: 'paragraph', text: texts.overview.none }
    return
  }
  const several = data.websites.length > 1
  const names = new Map(data.websites.map(({ id, name }) => [id, visibleLine(name)]))
  const rows = all.map((one): (Inline | Cell)[] => {
    const title: Cell = {
      text: { text: visibleLine(one.title), to: anchorOf(one) },
      most: 2,
      ...(isAside(one) || one.confidence === 'tentative'
        ? { note: isAside(one) ? texts.statuses[one.status] : texts.confidences.tentative }
        : {}),
    }
    return [
      { text: texts.severities[one.severity], tone: isAside(one) ? 'neutral' : one.severity, bold: true },
      title,
      ...(several ? [{ text: names.get(one.website_id) ?? '', most: 2 }] : []),
      teller.number(one.location_count),
      weighs(one) && one.score_impact > 0 ? texts.finding.points(teller.number(one.score_impact)) : '–',
    ]
  })
  yield {
    block: 'table',
    caption: texts.overview.caption,
    columns: [
      { name: texts.overview.severity, share: 1.1 },
      { name: texts.overview.finding, share: several ? 4 : 6 },
      ...(several ? [{ name: texts.overview.website, share: 2 }] : []),
      { name: texts.overview.places, share: 0.8, align: 'end' },
      { name: texts.overview.points, share: 0.8, align: 'end' },
    ],
    rows,
  }
  if (untold > 0) yield { block: 'paragraph', size: 'small', text: texts.overview.untold(untold) }
}

function* details(all: readonly ReportVulnerability[], data: ReportData, teller: Teller): Generator<Block> {
  const { texts } = teller
  const several = data.websites.length > 1
  const websites = new Map(data.websites.map((one) => [one.id, one]))
  const tell = (one: ReportVulnerability) =>
    findingGroup(one, {
      website: websites.get(one.website_id) ?? (several ? undefined : data.websites[0]),
      several,
      teller,
    })
  yield { block: 'page' }
  yield { block: 'heading', level: 1, text: texts.finding.title }
  for (const severity of SEVERITIES) {
    const found = all.filter((one) => one.severity === severity && !isAside(one))
    if (found.length === 0) continue
    yield {
      block: 'heading',
      level: 2,
      text: `${texts.severities[severity]} (${teller.number(found.length)})`,
      tone: severity,
    }
    yield { block: 'paragraph', size: 'small', text: texts.severityMeans[severity] }
    for (const one of found) yield tell(one)
  }
  const aside = all.filter(isAside)
  if (aside.length === 0) return
  yield { block: 'heading', level: 2, text: `${texts.finding.setAside} (${teller.number(aside.length)})` }
  yield { block: 'paragraph', size: 'small', text: texts.finding.setAsideMeans }
  for (const one of aside) yield tell(one)
}

/** What was asked of a website, what it is made of, and how its score came about. */
function* tested(website: ReportWebsite, several: boolean, teller: Teller): Generator<Block> {
  const { texts } = teller
  const { coverage } = website
  const [scanned] = scannedOf([website])
  if (!scanned) return
  if (coverage) {
    yield {
      block: 'heading',
      level: 1,
      text: several ? `${texts.coverage.title}: ${visibleLine(website.name)}` : texts.coverage.title,
    }
    const answers = ['passed', 'failed', 'skipped', 'not_gathered', 'error'] as const
    const tones = {
      passed: 'good',
      failed: 'bad',
      skipped: 'neutral',
      not_gathered: 'medium',
      error: 'medium',
    } as const
    yield {
      block: 'tiles',
      label: texts.coverage.label,
      items: answers.map((answer) => ({
        name: texts.coverage.answers[answer],
        value: teller.number(coverage.checks.filter(({ status }) => status === answer).length),
        tone: tones[answer],
      })),
    }
    const { requests, handshakes, dns_queries } = coverage.spent
    const pages = coverage.crawl?.pages ?? coverage.pages.length
    const [told, ...spent] = [pages, requests, handshakes, dns_queries].map((value) => teller.number(value))
    yield { block: 'paragraph', size: 'small', text: texts.coverage.spent(told!, spent[0]!, spent[1]!, spent[2]!) }
    yield* unasked(coverage, teller)
    yield* software(coverage, teller)
  }
  if (!several) yield* howScored(scanned, teller)
}

function* unasked(coverage: NonNullable<ReportWebsite['coverage']>, teller: Teller): Generator<Block> {
  const { texts } = teller
  const limits = coverage.crawl?.limits ?? []
  if (limits.length > 0) {
    yield { block: 'notice', tone: 'medium', title: texts.coverage.limits, text: cut(limits.join('\n'), 1_200) }
  }
  const questions = new Map(catalogue().map(({ id, question }) => [id, question]))
  const rows = coverage.checks
    .filter(({ status }) => status === 'not_gathered' || status === 'error')
    .slice(0, MOST_UNASKED)
    .map(({ check, reason }): (Inline | Cell)[] => [
      { text: questions.get(check) ?? check, note: { text: check, code: true } },
      cut(visibleLine(reason), 300),
    ])
  if (rows.length === 0) {
    yield { block: 'paragraph', text: texts.coverage.all }
    return
  }
  yield { block: 'heading', level: 2, text: texts.coverage.notAsked }
  yield {
    block: 'table',
    caption: texts.coverage.notAskedCaption,
    columns: [
      { name: texts.coverage.check, share: 3 },
      { name: texts.coverage.reason, share: 2 },
    ],
    rows,
  }
}

function* software({ software }: NonNullable<ReportWebsite['coverage']>, teller: Teller): Generator<Block> {
  if (!software || software.length === 0) return
  const { texts } = teller
  yield { block: 'heading', level: 2, text: texts.software.title }
  yield {
    block: 'table',
    caption: texts.software.caption,
    columns: [
      { name: texts.software.name, share: 3 },
      { name: texts.software.version, share: 2 },
      { name: texts.software.sure, share: 1, align: 'end' },
    ],
    rows: software.map(({ name, version, precision, version_confidence, packaged, confidence }) => [
      visibleLine(name),
      version === null
        ? '–'
        : visibleLine(
            `${version}${precision === 'range' ? '.x' : ''}${version_confidence < 50 ? ' ?' : ''}${packaged === null ? '' : ` (${packaged})`}`,
          ),
      `${confidence} %`,
    ]),
  }
  yield { block: 'paragraph', size: 'small', text: texts.software.note }
}

function* howScored({ scan }: ReturnType<typeof scannedOf>[number], teller: Teller): Generator<Block> {
  const { texts } = teller
  yield { block: 'heading', level: 1, text: texts.score.title }
  yield {
    block: 'table',
    caption: texts.score.caption,
    columns: [
      { name: texts.score.severity, share: 3 },
      { name: texts.score.found, share: 1, align: 'end' },
      { name: texts.score.each, share: 1.4, align: 'end' },
      { name: texts.score.points, share: 1, align: 'end' },
    ],
    rows: SEVERITIES.map((severity) => {
      const each = impact(severity, 'firm')
      const count = scan.vulnerabilities[severity] ?? 0
      return [
        { text: texts.severities[severity], tone: severity },
        teller.number(count),
        teller.change(-each),
        teller.change(-each * count),
      ]
    }),
  }
  yield { block: 'paragraph', size: 'small', text: texts.score.text(scan.score_version ?? 1) }
}

export function* limits({ texts }: Teller): Generator<Block> {
  yield { block: 'notice', title: texts.limits.title, text: texts.limits.text }
}
