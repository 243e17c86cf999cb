import { type Insertable, type Kysely, type Selectable, sql } from 'kysely'
import type { AttestationsTable, Schema } from '../../db/schema.ts'
import type { Page } from '../../http/list.ts'

export type AttestationRow = Selectable<AttestationsTable>

export interface AttestationFilter {
  framework?: string
  requirement?: string
  website_id?: string
}

export function listAttestations(
  db: Kysely<Schema>,
  organizationId: string,
  { take, before }: Page,
  { framework, requirement, website_id }: AttestationFilter,
): Promise<AttestationRow[]> {
  let query = db.selectFrom('attestations').selectAll().where('organization_id', '=', organizationId)
  if (before) query = query.where('id', '<', before)
  if (framework) query = query.where('framework', '=', framework)
  if (requirement) query = query.where('requirement', '=', requirement)
  if (website_id) query = query.where('website_id', '=', website_id)
  return query.orderBy('id', 'desc').limit(take).execute()
}

export function findAttestation(
  db: Kysely<Schema>,
  organizationId: string,
  id: string,
): Promise<AttestationRow | undefined> {
  return db
    .selectFrom('attestations')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Those that count at a moment for some of these websites, newest first. */
export function listCounting(
  db: Kysely<Schema>,
  organizationId: string,
  websiteIds: readonly string[],
  at: Date,
): Promise<AttestationRow[]> {
  return db
    .selectFrom('attestations')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('withdrawn_at', 'is', null)
    .where(sql<boolean>`(expires_at IS NULL OR expires_at > ${at})`)
    .where(sql<boolean>`(website_id IS NULL OR website_id = ANY (${websiteIds}::text[]))`)
    .orderBy('id', 'desc')
    .execute()
}

export function insertAttestation(
  db: Kysely<Schema>,
  attestation: Insertable<AttestationsTable>,
): Promise<AttestationRow> {
  return db.insertInto('attestations').values(attestation).returningAll().executeTakeFirstOrThrow()
}

/** False when there is none of that id that was not withdrawn already. */
export async function withdraw(db: Kysely<Schema>, organizationId: string, id: string, by: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('attestations')
    .set({ withdrawn_at: new Date(), withdrawn_by: by })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
