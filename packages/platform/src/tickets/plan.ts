import type { Selectable } from 'kysely'
import { type Kysely, sql } from 'kysely'
import type { IntegrationsTable, Schema } from '../db/schema.ts'
import { newId } from '../identifier.ts'
import type { ScanFacts, VulnerabilityFacts } from '../policies/evaluate.ts'
import { factsOf } from '../policies/facts.ts'
import { findPolicies } from '../resources/policies/store.ts'
import { conditionOf } from './next.ts'
import { becomesTicket, type RuledWebsite } from './rules.ts'

const BATCH = 50 // notices of one organisation in one transaction

interface Noted {
  id: number
  scan_id: string | null
  vulnerability_id: string | null
  known: boolean
}

type Ruling = Pick<Selectable<IntegrationsTable>, 'id' | 'rules'>

/** Holds what has happened against the rules. Any number of processes may: of one organisation, one after the other. */
export async function planTickets(system: Kysely<Schema>): Promise<void> {
  const waiting = await system.selectFrom('ticket_notices').select('organization_id').distinct().limit(100).execute()
  for (const { organization_id } of waiting)
    while (await system.transaction().execute((trx) => planSome(trx, organization_id)));
}

/** Whether there may be more. */
async function planSome(trx: Kysely<Schema>, organizationId: string): Promise<boolean> {
  const { rows: locks } = await sql<{ mine: boolean }>`
    SELECT pg_try_advisory_xact_lock(hashtextextended('tickets:' || ${organizationId}, 0)) AS mine
  `.execute(trx)
  if (!locks[0]?.mine) return false
  const noted: Noted[] = await trx
    .selectFrom('ticket_notices')
    .select(['id', 'scan_id', 'vulnerability_id', 'known'])
    .where('organization_id', '=', organizationId)
    .orderBy('id')
    .limit(BATCH)
    .execute()
  if (noted.length === 0) return false
  const integrations: Ruling[] = await trx
    .selectFrom('integrations')
    .select(['id', 'rules'])
    .where('organization_id', '=', organizationId)
    .where('enabled', '=', true)
    .execute()
  for (const one of noted) {
    if (one.scan_id) await planScan(trx, organizationId, integrations, one.scan_id, one.known)
    if (one.vulnerability_id) await planVulnerability(trx, organizationId, integrations, one.vulnerability_id)
  }
  await trx
    .deleteFrom('ticket_notices')
    .where(
      'id',
      'in',
      noted.map(({ id }) => id),
    )
    .execute()
  return noted.length === BATCH
}

async function planScan(
  trx: Kysely<Schema>,
  organizationId: string,
  integrations: readonly Ruling[],
  scanId: string,
  known: boolean,
): Promise<void> {
  const facts = (await factsOf(trx, organizationId, [scanId])).get(scanId)
  const website = await websiteOf(trx, scanId)
  if (!facts || !website) return
  await makeTickets(trx, organizationId, integrations, { website, facts, seen: facts.vulnerabilities, known })
  if (known) return
  // What was closed as done and is seen again.
  await sql`
    UPDATE tickets SET due_at = now(), wakes = wakes + 1
    WHERE organization_id = ${organizationId} AND external_state = 'done'
      AND vulnerability_id = ANY (${facts.vulnerabilities.map(({ id }) => id)}::text[])
  `.execute(trx)
}

/** The tickets of a vulnerability whose state has changed are brought in line; one that is open again may become a ticket. */
async function planVulnerability(
  trx: Kysely<Schema>,
  organizationId: string,
  integrations: readonly Ruling[],
  id: string,
): Promise<void> {
  await sql`
    UPDATE tickets SET due_at = now(), wakes = wakes + 1
    WHERE organization_id = ${organizationId} AND vulnerability_id = ${id} AND status NOT IN ('failed', 'gone')
  `.execute(trx)
  const row = await trx
    .selectFrom('vulnerabilities')
    .select(['status', 'last_scan_id'])
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row || conditionOf(row.status) !== 'open') return
  const facts = (await factsOf(trx, organizationId, [row.last_scan_id])).get(row.last_scan_id)
  const website = await websiteOf(trx, row.last_scan_id)
  if (!facts || !website) return
  const seen = facts.vulnerabilities.filter((one) => one.id === id).map((one) => ({ ...one, is_new: true }))
  await makeTickets(trx, organizationId, integrations, { website, facts, seen, known: false })
}

function websiteOf(trx: Kysely<Schema>, scanId: string): Promise<RuledWebsite | undefined> {
  return trx
    .selectFrom('scans')
    .innerJoin('websites', 'websites.id', 'scans.website_id')
    .select(['websites.id', 'websites.tags', 'websites.group_ids as groups'])
    .where('scans.id', '=', scanId)
    .executeTakeFirst()
}

interface Seen {
  website: RuledWebsite
  facts: ScanFacts
  seen: readonly VulnerabilityFacts[]
  known: boolean
}

async function makeTickets(
  trx: Kysely<Schema>,
  organizationId: string,
  integrations: readonly Ruling[],
  { website, facts, seen, known }: Seen,
): Promise<void> {
  const policyIds = [...new Set(integrations.flatMap(({ rules }) => rules.flatMap(({ policy_id }) => policy_id ?? [])))]
  const rows = policyIds.length === 0 ? [] : await findPolicies(trx, organizationId, policyIds)
  const policies = new Map(rows.map(({ id, fail_when }) => [id, fail_when]))
  for (const { id: integration_id, rules } of integrations) {
    const asked = known ? rules.filter(({ new_only }) => new_only === false) : rules
    const chosen = seen.filter((one) => becomesTicket(asked, website, one, facts, policies))
    if (chosen.length > 0) await insertTickets(trx, organizationId, integration_id, website.id, chosen)
  }
}

/** One row for each vulnerability and tracker, whoever else makes it at the same moment. */
async function insertTickets(
  trx: Kysely<Schema>,
  organizationId: string,
  integrationId: string,
  websiteId: string,
  chosen: readonly { id: string }[],
): Promise<void> {
  const rows = chosen.map((one) => ({ id: newId('tkt'), vulnerability_id: one.id }))
  await sql`
    INSERT INTO tickets (id, organization_id, integration_id, vulnerability_id, website_id, requested_by)
    SELECT made.id, ${organizationId}, ${integrationId}, made.vulnerability_id, ${websiteId}, 'rule'
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS made (id text, vulnerability_id text)
    JOIN vulnerabilities v ON v.id = made.vulnerability_id AND v.status IN ('open', 'reopened')
    ON CONFLICT (integration_id, vulnerability_id) DO NOTHING
  `.execute(trx)
}
