import type { Kysely, Selectable } from 'kysely'
import { sql } from 'kysely'
import type { ComplianceChangesTable, Schema } from '../../db/schema.ts'
import type { Page } from '../../http/list.ts'

export async function listFollowed(db: Kysely<Schema>, organizationId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('compliance_follows')
    .select('framework')
    .where('organization_id', '=', organizationId)
    .execute()
  return new Set(rows.map(({ framework }) => framework))
}

export async function putFollowed(
  db: Kysely<Schema>,
  organization_id: string,
  framework: string,
  followed: boolean,
  followed_by: string,
): Promise<void> {
  if (followed)
    await db
      .insertInto('compliance_follows')
      .values({ organization_id, framework, followed_by })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  else
    await db
      .deleteFrom('compliance_follows')
      .where('organization_id', '=', organization_id)
      .where('framework', '=', framework)
      .execute()
}

/** The websites of a group, or all, by id; one more than `most` tells that there are more. */
export function listAssessed(db: Kysely<Schema>, organizationId: string, group: string | null, most: number) {
  let query = db.selectFrom('websites').select(['id', 'url', 'name']).where('organization_id', '=', organizationId)
  if (group !== null) query = query.where(sql<boolean>`group_ids @> ARRAY[${group}::text]`)
  return query
    .orderBy('id')
    .limit(most + 1)
    .execute()
}

export function listChanges(
  db: Kysely<Schema>,
  organizationId: string,
  { take, before }: Page,
  { framework, website_id, requirement }: { framework: string; website_id?: string; requirement?: string },
): Promise<Selectable<ComplianceChangesTable>[]> {
  let query = db
    .selectFrom('compliance_changes')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('framework', '=', framework)
  if (before) query = query.where('id', '<', before)
  if (website_id) query = query.where('website_id', '=', website_id)
  if (requirement) query = query.where('requirement', '=', requirement)
  return query.orderBy('id', 'desc').limit(take).execute()
}
