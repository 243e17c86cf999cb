import type { Insertable, Kysely, Selectable } from 'kysely'
import type { ComplianceBundlesTable, Schema } from '../../db/schema.ts'
import type { Page } from '../../http/list.ts'

export type BundleRow = Selectable<ComplianceBundlesTable>

export function listBundles(
  db: Kysely<Schema>,
  organizationId: string,
  { take, before }: Page,
  framework: string | undefined,
): Promise<BundleRow[]> {
  let query = db.selectFrom('compliance_bundles').selectAll().where('organization_id', '=', organizationId)
  if (before) query = query.where('id', '<', before)
  if (framework) query = query.where('framework', '=', framework)
  return query.orderBy('id', 'desc').limit(take).execute()
}

export function findBundle(db: Kysely<Schema>, organizationId: string, id: string): Promise<BundleRow | undefined> {
  return db
    .selectFrom('compliance_bundles')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export function insertBundle(db: Kysely<Schema>, bundle: Insertable<ComplianceBundlesTable>): Promise<BundleRow> {
  return db.insertInto('compliance_bundles').values(bundle).returningAll().executeTakeFirstOrThrow()
}

/** How requirements of a framework have changed on these websites, oldest first. */
export function listHistory(
  db: Kysely<Schema>,
  organizationId: string,
  framework: string,
  websiteIds: readonly string[],
  most: number,
) {
  return db
    .selectFrom('compliance_changes')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('framework', '=', framework)
    .where('website_id', 'in', websiteIds)
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
}
