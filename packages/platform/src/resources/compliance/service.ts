import type { ComplianceAssessment } from '@lasthash/reports/compliance-data'
import { assess, totalsOf } from '../../compliance/assessment.ts'
import { findFramework, type MappedFramework, mappedFrameworks } from '../../compliance/requirements.ts'
import { ApiError } from '../../errors.ts'
import type { Call } from '../../http/route.ts'
import { findGroup } from '../website-groups/store.ts'
import { findWebsite } from '../websites/store.ts'
import { listAssessed } from './store.ts'

/** An answer is made whole in memory: of more websites ask group by group. */
const MOST_WEBSITES = 500

export interface Scope {
  website_id?: string
  group_id?: string
}

/** Throws `not_found`. */
export function frameworkNamed(id: string): MappedFramework {
  const framework = findFramework(id)
  if (!framework) throw new ApiError('not_found', `There is no framework ${id}.`)
  return framework
}

/** Throws `not_found` for what there is not, and `too_many_websites`. */
export async function assessScope(
  { db, organizationId }: Pick<Call, 'db' | 'organizationId'>,
  framework: MappedFramework,
  scope: Scope,
  most = MOST_WEBSITES,
): Promise<ComplianceAssessment> {
  return assess(db, organizationId, framework, await scopeOf({ db, organizationId }, scope, most))
}

/** Throws `validation_failed`. */
export function frameworkOfBody(id: string): MappedFramework {
  const framework = findFramework(id)
  if (framework) return framework
  const detail = `is not known: ${mappedFrameworks()
    .map((one) => one.id)
    .join(', ')} are`
  throw new ApiError('validation_failed', `The body does not validate. /framework: ${detail}.`, {
    errors: [{ pointer: '/framework', detail }],
  })
}

/** `assessScope`, of requirements up to an ASVS level, and of some status only. */
export async function assessPart(
  call: Pick<Call, 'db' | 'organizationId'>,
  framework: MappedFramework,
  { level, status, ...scope }: Scope & { level?: number; status?: string },
): Promise<ComplianceAssessment> {
  const assessment = await assessScope(call, framework, scope)
  const asked = assessment.requirements.filter((one) => level === undefined || (one.level ?? 1) <= level)
  const requirements = asked.filter((one) => status === undefined || one.status === status)
  return { ...assessment, totals: totalsOf(asked), requirements }
}

async function scopeOf(
  { db, organizationId }: Pick<Call, 'db' | 'organizationId'>,
  { website_id, group_id }: Scope,
  most: number,
) {
  if (website_id !== undefined) {
    const website = await findWebsite(db, organizationId, website_id)
    if (!website) throw new ApiError('not_found', `There is no website ${website_id}.`)
    const { id, url, name } = website
    return { scope: { kind: 'website' as const, id, name: name || url }, websites: [{ id, url, name }] }
  }
  const websites = await listAssessed(db, organizationId, group_id ?? null, most)
  if (group_id === undefined) {
    limit(websites, most)
    return { scope: { kind: 'organization' as const, id: organizationId, name: 'All websites' }, websites }
  }
  const group = await findGroup(db, organizationId, group_id)
  if (!group) throw new ApiError('not_found', `There is no group ${group_id}.`)
  limit(websites, most)
  return { scope: { kind: 'group' as const, id: group.id, name: group.name }, websites }
}

function limit(websites: readonly unknown[], most: number): void {
  if (websites.length > most)
    throw new ApiError(
      'too_many_websites',
      `There are more than ${most} websites. Ask for one, or for a group of fewer.`,
    )
}
