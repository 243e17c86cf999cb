import { type Insertable, type Kysely, type Selectable, sql, type Updateable } from 'kysely'
import type { IntegrationsTable, Schema, TrackerKind } from '../../db/schema.ts'
import type { Page } from '../../http/list.ts'

export type IntegrationRow = Selectable<IntegrationsTable>

export function listIntegrations(
  db: Kysely<Schema>,
  organizationId: string,
  { take, before }: Page,
  { kind }: { kind?: TrackerKind },
): Promise<IntegrationRow[]> {
  let query = db.selectFrom('integrations').selectAll().where('organization_id', '=', organizationId)
  if (before) query = query.where('id', '<', before)
  if (kind) query = query.where('kind', '=', kind)
  return query.orderBy('id', 'desc').limit(take).execute()
}

export async function countIntegrations(db: Kysely<Schema>, organizationId: string): Promise<number> {
  const { count } = await db
    .selectFrom('integrations')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('organization_id', '=', organizationId)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export function findIntegration(
  db: Kysely<Schema>,
  organizationId: string,
  id: string,
): Promise<IntegrationRow | undefined> {
  return db
    .selectFrom('integrations')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Holds the row until the end of the transaction. */
export function holdIntegration(
  db: Kysely<Schema>,
  organizationId: string,
  id: string,
): Promise<IntegrationRow | undefined> {
  return db
    .selectFrom('integrations')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
}

export function insertIntegration(
  db: Kysely<Schema>,
  integration: Insertable<IntegrationsTable>,
): Promise<IntegrationRow> {
  return db.insertInto('integrations').values(integration).returningAll().executeTakeFirstOrThrow()
}

export function updateIntegration(
  db: Kysely<Schema>,
  organizationId: string,
  id: string,
  changes: Updateable<IntegrationsTable>,
): Promise<IntegrationRow> {
  return db
    .updateTable('integrations')
    .set({ ...changes, updated_at: sql<Date>`now()` })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

export async function deleteIntegration(db: Kysely<Schema>, organizationId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('integrations')
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
