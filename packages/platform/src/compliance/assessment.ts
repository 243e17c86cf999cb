import {
  type ComplianceAssessment,
  REQUIREMENT_STATUSES,
  type RequirementStatus,
} from '@lasthash/reports/compliance-data'
import { rfc3339 } from '@lasthash/scanner'
import type { Kysely } from 'kysely'
import type { Schema } from '../db/schema.ts'
import { assessRequirement } from './assess.ts'
import { complianceFacts } from './facts.ts'
import type { MappedFramework } from './requirements.ts'

export interface Assessed {
  scope: ComplianceAssessment['scope']
  websites: { id: string; url: string; name: string }[]
}

/** A framework held against websites, as things stand now. */
export async function assess(
  db: Kysely<Schema>,
  organizationId: string,
  framework: MappedFramework,
  { scope, websites }: Assessed,
  at = new Date(),
): Promise<ComplianceAssessment> {
  const ids = websites.map(({ id }) => id)
  const facts = await complianceFacts(db, organizationId, ids, at)
  const known = facts.of(framework.id)
  const requirements = framework.requirements.map((one) => assessRequirement(one, known))
  const { id, name, publisher, source, covers } = framework
  return {
    framework: { id, name, publisher, source, covers },
    scope,
    assessed_at: rfc3339(at),
    websites: websites.map((one) => ({ id: one.id, url: one.url, name: one.name })),
    scans: facts.scans.map(({ website_id, scan_id, scan_type, completed_at }) => ({
      ...{ website_id, scan_id, scan_type },
      completed_at: rfc3339(completed_at),
    })),
    totals: totalsOf(requirements),
    requirements,
  }
}

export function totalsOf(requirements: readonly { status: RequirementStatus }[]): Record<RequirementStatus, number> {
  const totals = Object.fromEntries(REQUIREMENT_STATUSES.map((status) => [status, 0]))
  for (const { status } of requirements) totals[status]!++
  return totals as Record<RequirementStatus, number>
}
