import type {
  AssessedRequirement,
  AttestationData,
  ComplianceEvidence,
  OpenCheck,
  OutsideStatus,
  RequirementStatus,
} from '@lasthash/reports/compliance-data'
import { REQUIREMENT_STATUSES } from '@lasthash/reports/compliance-data'
import { SEVERITIES } from '@lasthash/scanner'
import { isAnswer } from './answers.ts'
import type { MappedRequirement } from './requirements.ts'

export type Answer = 'passed' | 'failed' | 'skipped' | 'not_gathered' | 'error'

/** What the newest scan of a type that asked it says of a check. */
export interface CheckAnswer {
  status: Answer
  reason: string
  completed_at: string
}

/** Found, and neither fixed nor merged. */
export interface Found extends ComplianceEvidence {
  /** Confirmed or firm, and worse than `info`: what weighs in the score, too. */
  weighs: boolean
}

/** What the ledger of payment pages says of a requirement. */
export interface LedgerSays {
  status: 'failing' | 'not_tested' | 'passing'
  notes: string[]
}

/** All that is known of a website when a framework is held against it. */
export interface WebsiteFacts {
  id: string
  answers: ReadonlyMap<string, CheckAnswer>
  found: ReadonlyMap<string, readonly Found[]>
  /** Those that count at this moment, by requirement, newest first. */
  attestations: ReadonlyMap<string, readonly AttestationData[]>
  /** By requirement; those of PCI DSS that payment pages are about. */
  ledger: ReadonlyMap<string, LedgerSays>
}

const MOST_EVIDENCE = 50

interface Judged {
  status: RequirementStatus
  summary: string
  outside: AssessedRequirement['outside']
  evidence: readonly Found[]
  attestation: AttestationData | null
  ledger: readonly string[]
}

/** How a requirement stands on all of these websites together: as on the worst of them. */
export function assessRequirement(
  requirement: MappedRequirement,
  websites: readonly WebsiteFacts[],
): AssessedRequirement {
  const { number, level, title, unseen } = requirement
  const each = websites.map((website) => ({ website_id: website.id, ...judge(requirement, website) }))
  const worst = each.toSorted((a, b) => rank(a.status) - rank(b.status))[0]
  const evidence = each
    .flatMap((one) => one.evidence)
    .toSorted((a, b) => standing(a) - standing(b) || gravity(a) - gravity(b))
  const attestations = new Map(each.flatMap(({ attestation }) => (attestation ? [[attestation.id, attestation]] : [])))
  return {
    number,
    level,
    title,
    status: worst?.status ?? 'not_tested',
    summary: worst === undefined ? 'There is no website.' : summaryOf(worst, each),
    outside: united(
      requirement,
      each.map(({ outside }) => outside),
    ),
    unseen,
    evidence: evidence.slice(0, MOST_EVIDENCE).map(({ weighs, ...one }) => one),
    evidence_count: evidence.length,
    attestations: [...attestations.values()],
    ledger: each.flatMap((one) => one.ledger),
    websites: each.length > 1 ? each.map(({ website_id, status }) => ({ website_id, status })) : [],
  }
}

function summaryOf(worst: Judged, each: readonly Judged[]): string {
  if (each.length === 1) return worst.summary
  const alike = each.filter(({ status }) => status === worst.status).length
  return `${worst.summary} So it is on ${alike} of ${each.length} websites.`
}

/** A requirement on one website: what its checks say, then what the ledger does, then what people attest. */
function judge(requirement: MappedRequirement, website: WebsiteFacts): Judged {
  const { outside, evidence } = look(requirement, website)
  const attestation = website.attestations.get(requirement.number)?.[0] ?? null
  const ledger = website.ledger.get(requirement.number)
  const base = { outside, evidence, attestation, ledger: ledger?.notes ?? [] }
  return { ...base, ...conclude(requirement, outside, evidence, attestation, ledger) }
}

/** What is seen outweighs what is said: an attestation never hides a finding. */
function conclude(
  { unseen, checks }: MappedRequirement,
  outside: AssessedRequirement['outside'],
  evidence: readonly Found[],
  attestation: AttestationData | null,
  ledger: LedgerSays | undefined,
): { status: RequirementStatus; summary: string } {
  const open = evidence.filter(({ weighs, status }) => weighs && (status === 'open' || status === 'reopened')).length
  if (attestation?.verdict === 'not_applicable' && open === 0 && ledger?.status !== 'failing')
    return { status: 'not_applicable', summary: 'It was attested not to apply.' }
  if (outside.status === 'failing')
    return { status: 'failing', summary: `${count(open, 'vulnerability puts', 'vulnerabilities put')} it in doubt.` }
  if (ledger?.status === 'failing')
    return { status: 'failing', summary: ledger.notes[0] ?? 'The ledger of payment pages puts it in doubt.' }
  if (attestation?.verdict === 'not_met') return { status: 'failing', summary: 'It was attested not to be met.' }
  if (outside.status === 'accepted')
    return { status: 'accepted', summary: 'What was found is an accepted risk: see who accepted it, and why.' }
  const attested = attestation?.verdict === 'met'
  if (attested) return { status: 'met', summary: metBy(outside, ledger) }
  if (ledger?.status === 'not_tested')
    return { status: 'not_tested', summary: ledger.notes[0] ?? 'No payment page is known.' }
  if (checks.length > 0 && outside.status === 'not_tested')
    return { status: 'not_tested', summary: 'None of its checks has an answer yet: scan the website.' }
  if (unseen !== null)
    return {
      status: 'attestation_needed',
      summary:
        outside.status === 'not_visible'
          ? 'It does not show from outside: somebody has to attest it.'
          : 'What shows from outside passes. The rest does not show: somebody has to attest it.',
    }
  if (outside.status === 'partly_tested')
    return {
      status: 'partly_tested',
      summary: `Nothing was found, but ${count(outside.not_asked, 'of its checks has', 'of its checks have')} no answer.`,
    }
  return { status: 'met', summary: metBy(outside, ledger, false) }
}

function metBy({ status }: AssessedRequirement['outside'], ledger: LedgerSays | undefined, attested = true): string {
  const seen = status === 'passing' || status === 'partly_tested'
  const word = attested ? (seen ? ', and the rest is attested' : '') : ''
  if (ledger?.status === 'passing') return `Its checks and the ledger of payment pages agree${word}.`
  return seen ? `What its checks ask passes${word}.` : 'It is attested.'
}

function look(
  { checks }: MappedRequirement,
  { answers, found }: WebsiteFacts,
): { outside: AssessedRequirement['outside']; evidence: Found[] } {
  const evidence: Found[] = []
  const open_checks: OpenCheck[] = []
  const tally = { passed: 0, failed: 0, skipped: 0, not_asked: 0 }
  let oldest: string | null = null
  let accepted = 0
  for (const check of checks) {
    const seen = found.get(check) ?? []
    const answer = answers.get(check)
    evidence.push(...seen.filter(({ weighs }) => weighs))
    const open = seen.some(({ weighs, status }) => weighs && (status === 'open' || status === 'reopened'))
    if (answer && (oldest === null || answer.completed_at < oldest) && isAnswer(answer.status))
      oldest = answer.completed_at
    if (open) {
      tally.failed++
      open_checks.push({ check, status: 'failed', reason: '' })
    } else if (seen.some(({ weighs, status }) => weighs && status === 'accepted_risk')) {
      tally.failed++
      accepted++
      open_checks.push({ check, status: 'failed', reason: 'What it finds is an accepted risk.' })
    } else if (answer?.status === 'skipped') tally.skipped++
    else if (answer && isAnswer(answer.status)) tally.passed++
    else {
      tally.not_asked++
      const status = answer?.status === 'error' || answer?.status === 'not_gathered' ? answer.status : 'not_asked'
      open_checks.push({ check, status, reason: answer?.reason ?? 'No scan that asks it has been made.' })
    }
  }
  const status = outsideStatus(checks.length, tally, accepted)
  return { outside: { status, ...tally, tested_at: oldest, checks: [...checks], open_checks }, evidence }
}

function outsideStatus(
  checks: number,
  { passed, failed, skipped, not_asked }: { passed: number; failed: number; skipped: number; not_asked: number },
  accepted: number,
): OutsideStatus {
  if (checks === 0) return 'not_visible'
  if (failed > accepted) return 'failing'
  if (passed + failed + skipped === 0) return 'not_tested'
  if (accepted > 0) return 'accepted'
  return not_asked > 0 ? 'partly_tested' : 'passing'
}

const OUTSIDE: readonly OutsideStatus[] = [
  'failing',
  'not_tested',
  'partly_tested',
  'accepted',
  'passing',
  'not_visible',
]

function united(
  { checks }: MappedRequirement,
  each: readonly AssessedRequirement['outside'][],
): AssessedRequirement['outside'] {
  if (each.length === 1) return each[0]!
  const sum = (field: 'passed' | 'failed' | 'skipped' | 'not_asked') =>
    each.reduce((total, one) => total + one[field], 0)
  const open = new Map<string, OpenCheck>()
  for (const one of each.flatMap(({ open_checks }) => open_checks)) {
    const before = open.get(one.check)
    if (!before || (before.status !== 'failed' && one.status === 'failed')) open.set(one.check, one)
  }
  const times = each.flatMap(({ tested_at }) => (tested_at ? [tested_at] : []))
  return {
    status: OUTSIDE.find((status) => each.some((one) => one.status === status)) ?? 'not_visible',
    passed: sum('passed'),
    failed: sum('failed'),
    skipped: sum('skipped'),
    not_asked: sum('not_asked'),
    tested_at: times.toSorted()[0] ?? null,
    checks: [...checks],
    open_checks: [...open.values()],
  }
}

function rank(status: RequirementStatus): number {
  return REQUIREMENT_STATUSES.indexOf(status)
}

/** What is open comes before what was decided about. */
function standing({ status }: Found): number {
  return status === 'open' || status === 'reopened' ? 0 : 1
}

function gravity({ severity }: Found): number {
  return (SEVERITIES as readonly string[]).indexOf(severity)
}

function count(many: number, one: string, several: string): string {
  return many === 1 ? `1 ${one}` : `${many} ${several}`
}
