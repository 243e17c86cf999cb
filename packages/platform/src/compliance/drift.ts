import type { AssessedRequirement, RequirementStatus } from '@lasthash/reports/compliance-data'
import type { Coverage } from '@lasthash/scanner'
import { type Kysely, type Selectable, sql } from 'kysely'
import { jsonb } from '../db/jsonb.ts'
import type { ScansTable, Schema, SeverityName } from '../db/schema.ts'
import type { NewEvent } from '../events/record.ts'
import { newId } from '../identifier.ts'
import { raiseAlert, recoverAlert } from '../resources/alerts/service.ts'
import { findStandingAlert } from '../resources/alerts/store.ts'
import { listFollowed } from '../resources/compliance/store.ts'
import { answersOf } from './answers.ts'
import { assessRequirement, type WebsiteFacts } from './assess.ts'
import { complianceFacts } from './facts.ts'
import { type MappedFramework, mappedFrameworks } from './requirements.ts'

/** How a requirement stood when the scan before ended, and how it stands now. */
export interface StatusChange {
  requirement: string
  before: RequirementStatus
  after: RequirementStatus
  /** What puts it in doubt now. */
  vulnerability_ids: string[]
}

const MOST_NAMED = 50 // vulnerabilities and requirements in one change, alert or event

/**
 * Keeps what a scan that is done says of its checks, writes down which requirements stand otherwise now, and tells of those
 * of frameworks that are followed. In the transaction that ends the scan. Gives the events.
 */
export async function keepCompliance(
  trx: Kysely<Schema>,
  scan: Pick<Selectable<ScansTable>, 'id' | 'organization_id' | 'website_id' | 'scan_type'>,
  coverage: Pick<Coverage, 'checks'>,
): Promise<NewEvent[]> {
  const { organization_id, website_id } = scan
  // The transaction's own time, which is when the scan is said to have ended.
  const at = (await sql<{ now: Date }>`SELECT now()`.execute(trx)).rows[0]!.now
  await putAnswers(trx, scan, coverage, at)
  const facts = await complianceFacts(trx, organization_id, [website_id], at)
  const states = await trx
    .selectFrom('compliance_states')
    .select(['framework', 'statuses'])
    .where('organization_id', '=', organization_id)
    .where('website_id', '=', website_id)
    .execute()
  const followed = await listFollowed(trx, organization_id)
  const events: NewEvent[] = []
  for (const framework of mappedFrameworks()) {
    const assessed = assessAll(framework, facts.of(framework.id)[0]!)
    const before = states.find((one) => one.framework === framework.id)?.statuses
    const changes = before ? changesOf(before, assessed) : []
    if (!before || changes.length > 0) await putState(trx, scan, framework.id, assessed, at)
    if (before) await putChanges(trx, scan, framework.id, changes, at)
    if (!followed.has(framework.id)) continue
    if (changes.length > 0)
      events.push({
        type: 'compliance.changed',
        data: { website_id, scan_id: scan.id, framework: framework.id, changes: changes.slice(0, MOST_NAMED) },
      })
    await tellOfDrift(trx, scan, framework, assessed, changes, at)
  }
  return events
}

function assessAll({ requirements }: MappedFramework, website: WebsiteFacts): AssessedRequirement[] {
  return requirements.map((one) => assessRequirement(one, [website]))
}

/** What was not there before, as after a new version of the frameworks, has not changed. */
export function changesOf(
  before: Readonly<Record<string, RequirementStatus>>,
  assessed: readonly AssessedRequirement[],
): StatusChange[] {
  return assessed.flatMap(({ number, status, evidence }) => {
    const earlier = before[number]
    if (earlier === undefined || earlier === status) return []
    const vulnerability_ids = openIn(evidence).map(({ vulnerability_id }) => vulnerability_id)
    return [
      {
        requirement: number,
        before: earlier,
        after: status,
        vulnerability_ids: vulnerability_ids.slice(0, MOST_NAMED),
      },
    ]
  })
}

function openIn(evidence: AssessedRequirement['evidence']) {
  return evidence.filter(({ status }) => status === 'open' || status === 'reopened')
}

/**
 * One alert for each website and framework: it opens when a requirement that stood well begins to fail, names all that have
 * since, and is resolved when none of them fails any more. What failed from the start is no drift.
 */
async function tellOfDrift(
  trx: Kysely<Schema>,
  { id: scan_id, organization_id, website_id }: Pick<Selectable<ScansTable>, 'id' | 'organization_id' | 'website_id'>,
  framework: MappedFramework,
  assessed: readonly AssessedRequirement[],
  changes: readonly StatusChange[],
  at: Date,
): Promise<void> {
  const cause = `compliance:${framework.id}`
  const source = { id: null, organization_id, website_id, kind: 'compliance' as const }
  const standing = await findStandingAlert(trx, organization_id, website_id, cause)
  const known = (standing?.data.requirements ?? []) as string[]
  const failing = new Map(assessed.filter(({ status }) => status === 'failing').map((one) => [one.number, one]))
  const fresh = changes.filter(({ before, after }) => after === 'failing' && before !== 'not_tested')
  const drifted = [...new Set([...known, ...fresh.map(({ requirement }) => requirement)])].filter((one) =>
    failing.has(one),
  )
  if (drifted.length === 0) {
    if (standing) await recoverAlert(trx, source, cause, at)
    return
  }
  if (fresh.length === 0) return
  const evidence = drifted.flatMap((number) => openIn(failing.get(number)!.evidence))
  const vulnerability_ids = [...new Set(evidence.map(({ vulnerability_id }) => vulnerability_id))]
  const named = `${drifted.slice(0, 5).join(', ')}${drifted.length > 5 ? ' …' : ''}`
  await raiseAlert(
    trx,
    source,
    {
      cause,
      severity: worstOf(evidence.map(({ severity }) => severity)),
      summary: `The website has drifted from ${framework.name}: ${drifted.length === 1 ? 'requirement' : `${drifted.length} requirements, among them`} ${named}.`,
      data: {
        framework: framework.id,
        scan_id,
        requirements: drifted.slice(0, MOST_NAMED),
        vulnerability_ids: vulnerability_ids.slice(0, MOST_NAMED),
      },
    },
    at,
  )
}

/** Of what fails by a word of somebody, or by the ledger, high: whoever follows a framework wants to know. */
function worstOf(severities: readonly string[]): SeverityName {
  const order: SeverityName[] = ['critical', 'high', 'medium', 'low', 'info']
  return order.find((one) => severities.includes(one)) ?? 'high'
}

async function putAnswers(
  trx: Kysely<Schema>,
  {
    id,
    organization_id,
    website_id,
    scan_type,
  }: Pick<Selectable<ScansTable>, 'id' | 'organization_id' | 'website_id' | 'scan_type'>,
  coverage: Pick<Coverage, 'checks'>,
  completed_at: Date,
): Promise<void> {
  const answers = jsonb(answersOf(coverage))
  await trx
    .insertInto('compliance_answers')
    .values({ website_id, scan_type, organization_id, scan_id: id, completed_at, answers })
    .onConflict((conflict) =>
      conflict.columns(['website_id', 'scan_type']).doUpdateSet({ scan_id: id, completed_at, answers }),
    )
    .execute()
}

async function putState(
  trx: Kysely<Schema>,
  { id, organization_id, website_id }: Pick<Selectable<ScansTable>, 'id' | 'organization_id' | 'website_id'>,
  framework: string,
  assessed: readonly AssessedRequirement[],
  updated_at: Date,
): Promise<void> {
  const statuses = jsonb(Object.fromEntries(assessed.map(({ number, status }) => [number, status])))
  await trx
    .insertInto('compliance_states')
    .values({ website_id, framework, organization_id, scan_id: id, statuses, updated_at })
    .onConflict((conflict) =>
      conflict.columns(['website_id', 'framework']).doUpdateSet({ scan_id: id, statuses, updated_at }),
    )
    .execute()
}

async function putChanges(
  trx: Kysely<Schema>,
  { id: scan_id, organization_id, website_id }: Pick<Selectable<ScansTable>, 'id' | 'organization_id' | 'website_id'>,
  framework: string,
  changes: readonly StatusChange[],
  created_at: Date,
): Promise<void> {
  if (changes.length === 0) return
  await trx
    .insertInto('compliance_changes')
    .values(
      changes.map((change) => ({
        id: newId('cch'),
        ...{ organization_id, website_id, framework, scan_id, created_at },
        ...change,
      })),
    )
    .execute()
}
