import type { Kysely, Selectable } from 'kysely'
import type { ScansTable, Schema, SeverityName } from '../db/schema.ts'
import { listEnabled } from '../resources/alert-channels/store.ts'
import { wants } from '../resources/alert-channels/wants.ts'
import { raiseAlert, recoverAlert } from '../resources/alerts/service.ts'
import { findStandingAlert, listStandingOfCause } from '../resources/alerts/store.ts'
import { findPolicies, type PolicyRow } from '../resources/policies/store.ts'
import { evaluate, type Reason, type ScanFacts, type Verdict } from './evaluate.ts'
import { factsOf } from './facts.ts'

export interface Gate {
  passed: boolean
  policy_id: string
  reasons: Reason[]
}

const causeOf = (policyId: string) => `policy:${policyId}`

/**
 * Judges a scan that is done, in the transaction that ends it: by the policy that it names, whose verdict is given, and by
 * those that alert channels name, whose verdicts open and resolve alerts.
 */
export async function judgeScan(
  trx: Kysely<Schema>,
  scan: Selectable<ScansTable>,
  reportUrl: string,
): Promise<Gate | null> {
  const { organization_id, policy_id } = scan
  const alerting = await alertingPolicies(trx, scan)
  const ids = [...new Set([...(policy_id ? [policy_id] : []), ...alerting])]
  if (ids.length === 0) return null
  const policies = await findPolicies(trx, organization_id, ids)
  const facts = (await factsOf(trx, organization_id, [scan.id])).get(scan.id)
  if (!facts) return null
  const verdicts = new Map(policies.map((policy) => [policy.id, evaluate(policy.fail_when, facts)]))
  for (const policy of policies)
    if (alerting.has(policy.id)) await alert(trx, scan, policy, verdicts.get(policy.id)!, facts, reportUrl)
  if (!policy_id) return null
  const verdict = verdicts.get(policy_id)
  if (verdict) return { ...verdict, policy_id }
  // What was asked for can no longer be judged: nobody may take that for good.
  const detail = 'The policy was deleted before the scan ended.'
  return { passed: false, policy_id, reasons: [{ detail, vulnerability_ids: [], vulnerability_count: 0 }] }
}

/** Those that a channel names which is told of this website. */
async function alertingPolicies(trx: Kysely<Schema>, { organization_id, website_id }: Selectable<ScansTable>) {
  const naming = (await listEnabled(trx, organization_id)).filter(({ filter }) => filter.policy_id)
  if (naming.length === 0) return new Set<string>()
  const { tags } = await trx
    .selectFrom('websites')
    .select('tags')
    .where('organization_id', '=', organization_id)
    .where('id', '=', website_id)
    .executeTakeFirstOrThrow()
  const told = naming.filter(({ filter: { website_ids, tags: wanted } }) =>
    wants({ website_ids, tags: wanted }, { kind: 'policy', cause: '', severity: 'critical', website_id, tags }),
  )
  return new Set(told.map(({ filter }) => filter.policy_id!))
}

async function alert(
  trx: Kysely<Schema>,
  scan: Selectable<ScansTable>,
  policy: PolicyRow,
  { passed, reasons }: Verdict,
  facts: ScanFacts,
  report_url: string,
): Promise<void> {
  const { organization_id, website_id, scan_type } = scan
  const source = { id: null, organization_id, website_id, kind: 'policy' as const }
  const cause = causeOf(policy.id)
  const at = new Date()
  if (passed) {
    const standing = await findStandingAlert(trx, organization_id, website_id, cause)
    // A quick scan looks at less: that it passes says nothing of what a full one has found.
    if (standing?.data.scan_type === scan_type) await recoverAlert(trx, source, cause, at)
    return
  }
  const vulnerability_ids = [...new Set(reasons.flatMap((reason) => reason.vulnerability_ids))]
  const offenders = facts.vulnerabilities.filter(({ id }) => vulnerability_ids.includes(id))
  await raiseAlert(
    trx,
    source,
    {
      cause,
      severity: worstOf(offenders.map(({ severity }) => severity)),
      summary: `A ${scan_type} scan fails the policy “${policy.name}”. ${reasons.map(({ detail }) => detail).join(' ')}`,
      data: { policy_id: policy.id, scan_id: scan.id, scan_type, report_url, reasons, vulnerability_ids },
    },
    at,
  )
}

/** Of what fails by its score alone, high: somebody has drawn that line. */
function worstOf(severities: readonly string[]): SeverityName {
  const order: SeverityName[] = ['critical', 'high', 'medium', 'low', 'info']
  return order.find((one) => severities.includes(one)) ?? 'high'
}

/** Resolves what a policy has raised that is there no longer. */
export async function endPolicyAlerts(trx: Kysely<Schema>, organizationId: string, policyId: string): Promise<void> {
  const cause = causeOf(policyId)
  for (const { website_id } of await listStandingOfCause(trx, organizationId, cause)) {
    const source = { id: null, organization_id: organizationId, website_id, kind: 'policy' as const }
    await recoverAlert(trx, source, cause, new Date())
  }
}
