import { visibleLine } from '@lasthash/scanner/report/escape'
import type { Block, Cell, Inline, Tone } from '../blocks.ts'
import {
  type AssessedRequirement,
  type ComplianceAssessment,
  REQUIREMENT_STATUSES,
  type RequirementStatus,
} from '../compliance-data.ts'
import type { Teller } from './teller.ts'

export const STATUS_TONES: Record<RequirementStatus, Tone> = {
  failing: 'bad',
  not_tested: 'neutral',
  attestation_needed: 'medium',
  partly_tested: 'low',
  accepted: 'low',
  met: 'good',
  not_applicable: 'neutral',
}
const MOST_EVIDENCE = 15
const MOST_WEBSITES = 200
const MOST_CHECKS = 12
const MOST_SCANS = 200

/** A framework held against websites: what stands, what does not, by which evidence, and what cannot be seen from outside. */
export function* complianceBlocks(assessment: ComplianceAssessment, teller: Teller): Generator<Block> {
  const { texts } = teller
  yield { block: 'contents', title: texts.contents }
  yield { block: 'page' }
  yield* summary(assessment, teller)
  yield* details(assessment, teller)
  yield* overview(assessment, teller)
  yield* tested(assessment, teller)
}

/** Names and values under the title. */
export function complianceAbout(assessment: ComplianceAssessment, teller: Teller): { name: string; value: Inline }[] {
  const { texts } = teller
  const { framework, websites, assessed_at } = assessment
  const [only] = websites
  return [
    { name: texts.compliance.framework, value: framework.name },
    { name: texts.compliance.publisher, value: framework.publisher },
    websites.length === 1 && only
      ? { name: texts.about.website, value: only.url }
      : { name: texts.about.websites, value: teller.number(websites.length) },
    { name: texts.compliance.assessed, value: teller.time(assessed_at) },
  ]
}

function* summary(assessment: ComplianceAssessment, teller: Teller): Generator<Block> {
  const { texts } = teller
  const { totals, requirements, framework } = assessment
  yield { block: 'heading', level: 1, text: texts.summary.title }
  yield { block: 'paragraph', size: 'lead', text: texts.compliance.verdict(totals.failing, requirements.length) }
  yield {
    block: 'tiles',
    label: texts.compliance.byStatus,
    items: REQUIREMENT_STATUSES.filter((status) => totals[status] > 0).map((status) => ({
      name: texts.compliance.statuses[status],
      value: teller.number(totals[status]),
      tone: STATUS_TONES[status],
    })),
  }
  yield { block: 'notice', title: texts.compliance.readTitle, text: texts.compliance.read }
  yield {
    block: 'facts',
    columns: 1,
    items: REQUIREMENT_STATUSES.filter((status) => totals[status] > 0).map((status) => ({
      name: texts.compliance.statuses[status],
      value: texts.compliance.means[status],
    })),
  }
  yield {
    block: 'paragraph',
    size: 'small',
    text: [`${framework.covers} ${texts.compliance.words} `, { text: framework.source, href: framework.source }],
  }
  if (texts.limits.english) yield { block: 'paragraph', size: 'small', text: texts.limits.english }
}

function* overview({ requirements }: ComplianceAssessment, teller: Teller): Generator<Block> {
  const { texts } = teller
  yield { block: 'heading', level: 1, text: texts.compliance.all }
  yield {
    block: 'table',
    caption: texts.compliance.all,
    columns: [
      { name: texts.compliance.number, share: 1.3 },
      { name: texts.compliance.requirement, share: 4.6 },
      { name: texts.compliance.status, share: 1.9 },
      { name: texts.compliance.tested, share: 1.6 },
    ],
    rows: requirements.map((one): (Inline | Cell)[] => [
      isTold(one) ? { text: one.number, to: anchorOf(one) } : one.number,
      { text: one.title, most: 4, ...(one.unseen === null ? {} : { note: one.unseen }) },
      { text: texts.compliance.statuses[one.status], tone: STATUS_TONES[one.status], bold: one.status === 'failing' },
      one.outside.tested_at === null ? '–' : teller.date(one.outside.tested_at),
    ]),
  }
}

/** Those of which there is more to tell than how they stand. */
function isTold({ status, evidence_count, attestations, ledger }: AssessedRequirement): boolean {
  const isPlain = status === 'met' || status === 'attestation_needed' || status === 'not_tested'
  return !isPlain || evidence_count > 0 || attestations.length > 0 || ledger.length > 0
}

const anchorOf = ({ number }: AssessedRequirement) => `requirement-${number}`

function* details({ requirements, websites }: ComplianceAssessment, teller: Teller): Generator<Block> {
  const { texts } = teller
  const told = requirements.filter(isTold)
  if (told.length === 0) return
  const order = (one: AssessedRequirement) => REQUIREMENT_STATUSES.indexOf(one.status)
  const names = new Map(websites.map(({ id, name, url }) => [id, visibleLine(name || url)]))
  yield { block: 'heading', level: 1, text: texts.compliance.details }
  for (const one of told.toSorted((a, b) => order(a) - order(b)))
    yield {
      block: 'group',
      id: anchorOf(one),
      tone: STATUS_TONES[one.status],
      blocks: [...requirementBlocks(one, names, teller)],
    }
}

function* requirementBlocks(
  one: AssessedRequirement,
  names: ReadonlyMap<string, string>,
  teller: Teller,
): Generator<Block> {
  const { texts } = teller
  const { outside } = one
  yield {
    block: 'heading',
    level: 3,
    text: `${one.number} ${one.title}`,
    tone: STATUS_TONES[one.status],
    aside: texts.compliance.statuses[one.status],
  }
  yield { block: 'paragraph', text: one.summary }
  if (one.ledger.length > 0) yield { block: 'list', items: one.ledger.map(visibleLine) }
  if (outside.checks.length > 0)
    yield {
      block: 'paragraph',
      size: 'small',
      text: texts.compliance.checks(outside.passed, outside.failed, outside.skipped, outside.not_asked),
    }
  if (one.evidence.length > 0) yield evidenceTable(one, names, teller)
  if (one.evidence_count > MOST_EVIDENCE)
    yield { block: 'paragraph', size: 'small', text: texts.overview.untold(one.evidence_count - MOST_EVIDENCE) }
  const silent = outside.open_checks.filter(({ status }) => status !== 'failed').slice(0, MOST_CHECKS)
  if (silent.length > 0 && one.status === 'partly_tested')
    yield {
      block: 'list',
      items: silent.map(({ check, reason }) => [{ text: check, code: true }, ` ${visibleLine(reason)}`]),
    }
  if (one.unseen !== null)
    yield { block: 'paragraph', text: [{ text: `${texts.compliance.unseen}: `, bold: true }, one.unseen] }
  for (const attestation of one.attestations) yield* attested(attestation, teller)
  const elsewhere = one.websites.filter(({ status }) => status === one.status).slice(0, MOST_WEBSITES)
  if (elsewhere.length > 0)
    yield {
      block: 'paragraph',
      size: 'small',
      text: `${texts.compliance.on} ${elsewhere.map(({ website_id }) => names.get(website_id) ?? website_id).join(', ')}`,
    }
}

function evidenceTable(one: AssessedRequirement, names: ReadonlyMap<string, string>, teller: Teller): Block {
  const { texts } = teller
  const several = names.size > 1
  return {
    block: 'table',
    caption: texts.compliance.evidence,
    columns: [
      { name: texts.overview.severity, share: 1.2 },
      { name: texts.overview.finding, share: 4 },
      ...(several ? [{ name: texts.overview.website, share: 2 }] : []),
      { name: texts.finding.status, share: 2 },
      { name: texts.finding.lastSeen, share: 1.7 },
    ],
    rows: one.evidence.slice(0, MOST_EVIDENCE).map((found): (Inline | Cell)[] => [
      { text: severityName(found.severity, teller), tone: toneOf(found.severity), bold: true },
      { text: visibleLine(found.title), note: { text: found.vulnerability_id, code: true }, most: 3 },
      ...(several ? [{ text: names.get(found.website_id) ?? found.website_id, most: 2 }] : []),
      {
        text: statusName(found.status, teller),
        ...(found.reason ? { note: visibleLine(found.reason), most: 4 } : {}),
      },
      teller.date(found.last_seen_at),
    ]),
  }
}

function severityName(severity: string, { texts }: Teller): string {
  return (texts.severities as Record<string, string>)[severity] ?? severity
}

function toneOf(severity: string): Tone {
  return /^(?:critical|high|medium|low|info)$/.test(severity) ? (severity as Tone) : 'neutral'
}

function statusName(status: string, { texts }: Teller): string {
  return (texts.statuses as Record<string, string>)[status] ?? status
}

function* attested(
  { verdict, statement, author, created_at, expires_at, file, id }: AssessedRequirement['attestations'][number],
  teller: Teller,
): Generator<Block> {
  const { texts } = teller
  const until = expires_at === null ? '' : ` ${texts.finding.expires} ${teller.date(expires_at)}`
  yield {
    block: 'notice',
    tone: verdict === 'not_met' ? 'bad' : 'neutral',
    title: `${texts.compliance.verdicts[verdict]}${until}`,
    text: visibleLine(statement),
  }
  yield {
    block: 'paragraph',
    size: 'small',
    text: [
      `${visibleLine(author)}, ${teller.time(created_at)}, `,
      { text: id, code: true },
      ...(file ? [`, ${visibleLine(file.name)}, SHA-256 `, { text: file.sha256, code: true }] : []),
    ],
  }
}

function* tested({ scans, websites }: ComplianceAssessment, teller: Teller): Generator<Block> {
  const { texts } = teller
  yield { block: 'heading', level: 1, text: texts.compliance.scans }
  const names = new Map(websites.map(({ id, name, url }) => [id, { name: visibleLine(name || url), url }]))
  if (scans.length === 0) yield { block: 'paragraph', text: texts.unscanned }
  else
    yield {
      block: 'table',
      caption: texts.compliance.scans,
      columns: [
        { name: texts.about.website, share: 3 },
        { name: texts.about.scan, share: 3 },
        { name: texts.about.ended, share: 2 },
      ],
      rows: scans.slice(0, MOST_SCANS).map((one): (Inline | Cell)[] => [
        { text: names.get(one.website_id)?.name ?? one.website_id, most: 2 },
        {
          text: (texts.scanTypes as Record<string, string>)[one.scan_type] ?? one.scan_type,
          note: { text: one.scan_id, code: true },
        },
        teller.time(one.completed_at),
      ]),
    }
  yield { block: 'heading', level: 2, text: texts.limits.title }
  yield { block: 'paragraph', text: texts.limits.text }
}
