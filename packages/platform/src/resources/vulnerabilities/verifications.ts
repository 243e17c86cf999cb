import { rfc3339 } from '@lasthash/scanner'
import { type Kysely, type Selectable, sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { notify } from '../../db/client.ts'
import type { Schema, VerificationsTable } from '../../db/schema.ts'
import { ApiError } from '../../errors.ts'
import type { Page } from '../../http/list.ts'
import type { Call } from '../../http/route.ts'
import { newId } from '../../identifier.ts'
import { VERIFICATIONS_CHANNEL } from '../../jobs/verify-vulnerabilities.ts'
import { findVulnerability } from './store.ts'

export type VerificationRow = Selectable<VerificationsTable>

const nullable = <T extends import('typebox').TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Time = Type.String({ format: 'date-time' })

export const Verification = Type.Object(
  {
    id: Type.String(),
    vulnerability_id: Type.String(),
    website_id: Type.String(),
    status: Type.Enum(['queued', 'running', 'done']),
    result: nullable(Type.Enum(['still_there', 'fixed', 'not_tested'], { description: 'Null until it is done.' })),
    reason: nullable(Type.String({ description: 'Why it could not be tested.' })),
    requested_by: Type.String({ description: 'The id of the key.' }),
    created_at: Time,
    started_at: nullable(Time),
    completed_at: nullable(Time),
  },
  { title: 'VulnerabilityVerification' },
)

export const VERIFICATION_EXAMPLE: Static<typeof Verification> = {
  id: 'vrf_01k0000000000000000000000',
  vulnerability_id: 'vuln_01k0000000000000000000000',
  website_id: 'ws_01k0000000000000000000000',
  status: 'done',
  result: 'fixed',
  reason: null,
  requested_by: 'key_01k0000000000000000000000',
  created_at: '2026-01-15T15:00:00Z',
  started_at: '2026-01-15T15:00:00Z',
  completed_at: '2026-01-15T15:00:02Z',
}

export function toVerification(row: VerificationRow): Static<typeof Verification> {
  const { id, vulnerability_id, website_id, status, result, reason, requested_by } = row
  return {
    ...{ id, vulnerability_id, website_id, status, result, reason, requested_by },
    created_at: rfc3339(row.created_at),
    started_at: row.started_at && rfc3339(row.started_at),
    completed_at: row.completed_at && rfc3339(row.completed_at),
  }
}

/**
 * Has a vulnerability looked at again. One that waits or runs already is the answer, too. Throws `not_found` and
 * `vulnerability_merged`.
 */
export async function requestVerification(
  { db, organizationId, caller }: Pick<Call, 'db' | 'organizationId' | 'caller'>,
  vulnerabilityId: string,
): Promise<VerificationRow> {
  const vulnerability = await findVulnerability(db, organizationId, vulnerabilityId)
  if (!vulnerability) throw new ApiError('not_found', `There is no vulnerability ${vulnerabilityId}.`)
  refuseMerged(vulnerability)
  const { rows } = await sql<VerificationRow>`
    INSERT INTO verifications (id, organization_id, website_id, vulnerability_id, requested_by)
    VALUES (${newId('vrf')}, ${organizationId}, ${vulnerability.website_id}, ${vulnerability.id}, ${caller.actor})
    ON CONFLICT (vulnerability_id) WHERE status <> 'done' DO UPDATE SET organization_id = excluded.organization_id
    RETURNING *
  `.execute(db)
  await notify(db, VERIFICATIONS_CHANNEL, '')
  return rows[0]!
}

/** Throws `vulnerability_merged` with the one that stands for it. */
export function refuseMerged({ id, merged_into }: { id: string; merged_into: string | null }): void {
  if (merged_into === null) return
  throw new ApiError('vulnerability_merged', `${id} was merged into ${merged_into}, which stands for it.`, {
    members: { merged_into },
  })
}

export function findVerification(
  db: Kysely<Schema>,
  organizationId: string,
  vulnerabilityId: string,
  id: string,
): Promise<VerificationRow | undefined> {
  return db
    .selectFrom('verifications')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('vulnerability_id', '=', vulnerabilityId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export function listVerifications(
  db: Kysely<Schema>,
  organizationId: string,
  vulnerabilityId: string,
  { take, before }: Page,
): Promise<VerificationRow[]> {
  let query = db
    .selectFrom('verifications')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('vulnerability_id', '=', vulnerabilityId)
  if (before) query = query.where('id', '<', before)
  return query.orderBy('id', 'desc').limit(take).execute()
}
