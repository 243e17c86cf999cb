import { type Insertable, type Kysely, type Selectable, sql, type Updateable } from 'kysely'
import type { PaymentPagesTable, PaymentScriptsTable, Schema } from '../../db/schema.ts'
import type { Page } from '../../http/list.ts'

export type PageRow = Selectable<PaymentPagesTable>
export type ScriptRow = Selectable<PaymentScriptsTable>

/** Of the scripts that are there. */
export interface ScriptCounts {
  scripts: number
  unauthorized: number
}

const UNAUTHORIZED = sql<boolean>`authorization_kind IS NULL OR (authorization_kind = 'version' AND authorized_sha256 <> sha256)`

export function listPages(
  db: Kysely<Schema>,
  organizationId: string,
  { take, before }: Page,
  websiteId: string | undefined,
): Promise<PageRow[]> {
  let query = db.selectFrom('payment_pages').selectAll().where('organization_id', '=', organizationId)
  if (before) query = query.where('id', '<', before)
  if (websiteId) query = query.where('website_id', '=', websiteId)
  return query.orderBy('id', 'desc').limit(take).execute()
}

/** Of some websites, oldest first. */
export function listPagesOf(
  db: Kysely<Schema>,
  organizationId: string,
  websiteIds: readonly string[],
): Promise<PageRow[]> {
  return db
    .selectFrom('payment_pages')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('website_id', 'in', [...websiteIds])
    .orderBy('id')
    .execute()
}

export function findPage(db: Kysely<Schema>, organizationId: string, id: string): Promise<PageRow | undefined> {
  return db
    .selectFrom('payment_pages')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Holds the row, so that looks and decisions follow each other. */
export function holdPage(db: Kysely<Schema>, organizationId: string, id: string): Promise<PageRow | undefined> {
  return db
    .selectFrom('payment_pages')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** Undefined when the website has a payment page of this address already. */
export function insertPage(db: Kysely<Schema>, page: Insertable<PaymentPagesTable>): Promise<PageRow | undefined> {
  return db
    .insertInto('payment_pages')
    .values(page)
    .onConflict((conflict) => conflict.columns(['website_id', 'url']).where('ended_at', 'is', null).doNothing())
    .returningAll()
    .executeTakeFirst()
}

export function updatePage(
  db: Kysely<Schema>,
  organizationId: string,
  id: string,
  changes: Updateable<PaymentPagesTable>,
): Promise<PageRow> {
  return db
    .updateTable('payment_pages')
    .set({ ...changes, updated_at: new Date() })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** All that were ever seen on the page. */
export function listScripts(db: Kysely<Schema>, organizationId: string, pageId: string): Promise<ScriptRow[]> {
  return db
    .selectFrom('payment_scripts')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('payment_page_id', '=', pageId)
    .orderBy('id')
    .execute()
}

export function pageOfScripts(
  db: Kysely<Schema>,
  organizationId: string,
  pageId: string,
  { take, before }: Page,
  present: boolean | undefined,
): Promise<ScriptRow[]> {
  let query = db
    .selectFrom('payment_scripts')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('payment_page_id', '=', pageId)
  if (before) query = query.where('id', '<', before)
  if (present !== undefined) query = query.where('present', '=', present)
  return query.orderBy('id', 'desc').limit(take).execute()
}

export function findScript(
  db: Kysely<Schema>,
  organizationId: string,
  pageId: string,
  id: string,
): Promise<ScriptRow | undefined> {
  return db
    .selectFrom('payment_scripts')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('payment_page_id', '=', pageId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export function updateScript(
  db: Kysely<Schema>,
  organizationId: string,
  id: string,
  changes: Updateable<PaymentScriptsTable>,
): Promise<ScriptRow> {
  return db
    .updateTable('payment_scripts')
    .set(changes)
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

export async function countsOf(db: Kysely<Schema>, organizationId: string, pageId: string): Promise<ScriptCounts> {
  return (await countsOfAll(db, organizationId, [pageId])).get(pageId) ?? { scripts: 0, unauthorized: 0 }
}

export async function countsOfAll(
  db: Kysely<Schema>,
  organizationId: string,
  pageIds: readonly string[],
): Promise<ReadonlyMap<string, ScriptCounts>> {
  if (pageIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('payment_scripts')
    .select('payment_page_id')
    .select(sql<number>`count(*)::int`.as('scripts'))
    .select(sql<number>`(count(*) FILTER (WHERE ${UNAUTHORIZED}))::int`.as('unauthorized'))
    .where('organization_id', '=', organizationId)
    .where('payment_page_id', 'in', [...pageIds])
    .where('present', '=', true)
    .groupBy('payment_page_id')
    .execute()
  return new Map(rows.map(({ payment_page_id, ...counts }) => [payment_page_id, counts]))
}

/** Newest first; a cursor is a sequence number. */
export function listLedger(
  db: Kysely<Schema>,
  organizationId: string,
  pageId: string,
  { take, before }: Page,
  kind: string | undefined,
) {
  let query = db
    .selectFrom('payment_ledger')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('payment_page_id', '=', pageId)
  if (before) query = query.where('sequence', '<', Number(before))
  if (kind) query = query.where('kind', '=', kind)
  return query.orderBy('sequence', 'desc').limit(take).execute()
}

/** Takes pages that are due, each until `until`, when its worker counts as dead. */
export async function takeDuePages(db: Kysely<Schema>, now: Date, until: Date, most: number): Promise<PageRow[]> {
  return db
    .updateTable('payment_pages')
    .set({ next_look_at: until })
    .where('id', 'in', (inner) =>
      inner
        .selectFrom('payment_pages')
        .innerJoin('organizations', 'organizations.id', 'payment_pages.organization_id')
        .select('payment_pages.id')
        .where('payment_pages.next_look_at', '<=', now)
        .where('payment_pages.ended_at', 'is', null)
        .where('organizations.suspended_at', 'is', null)
        .where('organizations.test', '=', false)
        .orderBy('payment_pages.next_look_at')
        .limit(most)
        .forUpdate('payment_pages')
        .skipLocked(),
    )
    .returningAll()
    .execute()
}
