import { type Insertable, type Kysely, type Selectable, sql, type Updateable } from 'kysely'
import type { PoliciesTable, ScansTable, Schema } from '../../db/schema.ts'
import type { Page } from '../../http/list.ts'
import { idsFrom } from '../../identifier.ts'

export type PolicyRow = Selectable<PoliciesTable>

export function listPolicies(db: Kysely<Schema>, organizationId: string, { take, before }: Page): Promise<PolicyRow[]> {
  let query = db.selectFrom('policies').selectAll().where('organization_id', '=', organizationId)
  if (before) query = query.where('id', '<', before)
  return query.orderBy('id', 'desc').limit(take).execute()
}

export function findPolicy(db: Kysely<Schema>, organizationId: string, id: string): Promise<PolicyRow | undefined> {
  return db
    .selectFrom('policies')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export function findPolicies(db: Kysely<Schema>, organizationId: string, ids: readonly string[]): Promise<PolicyRow[]> {
  return db
    .selectFrom('policies')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', 'in', ids)
    .execute()
}

export function insertPolicy(db: Kysely<Schema>, policy: Insertable<PoliciesTable>): Promise<PolicyRow> {
  return db.insertInto('policies').values(policy).returningAll().executeTakeFirstOrThrow()
}

export function updatePolicy(
  db: Kysely<Schema>,
  organizationId: string,
  id: string,
  changes: Updateable<PoliciesTable>,
): Promise<PolicyRow | undefined> {
  return db
    .updateTable('policies')
    .set({ ...changes, updated_at: new Date() })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
}

export async function deletePolicy(db: Kysely<Schema>, organizationId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('policies')
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** The alert channels whose filter names the policy. */
export function listChannelsNaming(db: Kysely<Schema>, organizationId: string, id: string): Promise<{ id: string }[]> {
  return db
    .selectFrom('alert_channels')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where(sql<boolean>`filter ->> 'policy_id' = ${id}`)
    .orderBy('id')
    .execute()
}

/** The integrations of which a rule names the policy. */
export function listIntegrationsNaming(
  db: Kysely<Schema>,
  organizationId: string,
  id: string,
): Promise<{ id: string }[]> {
  return db
    .selectFrom('integrations')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where(sql<boolean>`rules @> ${JSON.stringify([{ policy_id: id }])}::jsonb`)
    .orderBy('id')
    .execute()
}

export interface Span {
  website_ids?: string[]
  tags?: string[]
  scan_type?: ScansTable['scan_type']
  from?: string
  to?: string
}

/** Scans that are done, newest first. Their identifiers sort by when they were asked for. */
export function listDone(
  db: Kysely<Schema>,
  organizationId: string,
  { take, before }: Page,
  { website_ids, tags, scan_type, from, to }: Span,
) {
  let query = db
    .selectFrom('scans')
    .select(['id', 'website_id', 'url', 'scan_type', 'security_score', 'completed_at'])
    .where('organization_id', '=', organizationId)
    .where('status', '=', 'done')
    .where('security_score', 'is not', null)
  if (before) query = query.where('id', '<', before)
  if (website_ids) query = query.where('website_id', 'in', website_ids)
  if (tags)
    query = query.where('website_id', 'in', (inner) =>
      inner
        .selectFrom('websites')
        .select('id')
        .where('organization_id', '=', organizationId)
        .where(sql<boolean>`tags && ${tags}::text[]`),
    )
  if (scan_type) query = query.where('scan_type', '=', scan_type)
  if (from) query = query.where('id', '>=', idsFrom('scan', Date.parse(from)))
  if (to) query = query.where('id', '<', idsFrom('scan', Date.parse(to)))
  return query.orderBy('id', 'desc').limit(take).execute()
}
