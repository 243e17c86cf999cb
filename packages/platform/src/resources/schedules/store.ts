import { type Insertable, type Kysely, type Selectable, sql, type Updateable } from 'kysely'
import type { SchedulesTable, Schema } from '../../db/schema.ts'
import type { Page } from '../../http/list.ts'

export type Schedule = Selectable<SchedulesTable>

export function listSchedules(
  db: Kysely<Schema>,
  organizationId: string,
  { take, before }: Page,
  filter: { website_id?: string },
): Promise<Schedule[]> {
  let query = db.selectFrom('schedules').selectAll().where('organization_id', '=', organizationId)
  if (before) query = query.where('id', '<', before)
  if (filter.website_id !== undefined) query = query.where('website_id', '=', filter.website_id)
  return query.orderBy('id', 'desc').limit(take).execute()
}

export function findSchedule(db: Kysely<Schema>, organizationId: string, id: string): Promise<Schedule | undefined> {
  return db
    .selectFrom('schedules')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The schedule, which nobody else changes or runs until the transaction ends. */
export function lockSchedule(db: Kysely<Schema>, organizationId: string, id: string): Promise<Schedule | undefined> {
  return db
    .selectFrom('schedules')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
}

export function insertSchedule(db: Kysely<Schema>, schedule: Insertable<SchedulesTable>): Promise<Schedule> {
  return db.insertInto('schedules').values(schedule).returningAll().executeTakeFirstOrThrow()
}

export function updateSchedule(
  db: Kysely<Schema>,
  { organization_id, id }: Pick<Schedule, 'organization_id' | 'id'>,
  changes: Updateable<SchedulesTable>,
): Promise<Schedule> {
  return db
    .updateTable('schedules')
    .set(changes)
    .where('organization_id', '=', organization_id)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

export async function deleteSchedule(db: Kysely<Schema>, organizationId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('schedules')
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Organisations with schedules that are due, over all of them; those of a suspended one wait. */
export async function listOrganizationsDue(system: Kysely<Schema>, now: Date): Promise<string[]> {
  const rows = await system
    .selectFrom('schedules')
    .innerJoin('organizations', 'organizations.id', 'schedules.organization_id')
    .select('organization_id')
    .distinct()
    .where('next_run_at', '<=', now)
    .where('suspended_at', 'is', null)
    .execute()
  return rows.map((row) => row.organization_id)
}

/** Which are due, longest overdue first; nothing is locked. */
export function peekDue(db: Kysely<Schema>, organizationId: string, now: Date, most: number) {
  return db
    .selectFrom('schedules')
    .select(['id', 'website_id'])
    .where('organization_id', '=', organizationId)
    .where('next_run_at', '<=', now)
    .orderBy('next_run_at')
    .limit(most)
    .execute()
}

/** Those of `ids` that are still due, each for this transaction alone; what another one holds is left out. */
export function takeDue(
  trx: Kysely<Schema>,
  organizationId: string,
  now: Date,
  ids: readonly string[],
): Promise<Schedule[]> {
  return trx
    .selectFrom('schedules')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', 'in', ids)
    .where('next_run_at', '<=', now)
    .orderBy('next_run_at')
    .forUpdate()
    .skipLocked()
    .execute()
}

/** The addresses of the websites by id; they are kept from being deleted until the transaction ends. */
export async function holdWebsites(
  trx: Kysely<Schema>,
  organizationId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await trx
    .selectFrom('websites')
    .select(['id', 'url'])
    .where('organization_id', '=', organizationId)
    .where('id', 'in', ids)
    .orderBy('id')
    .forKeyShare()
    .execute()
  return new Map(rows.map(({ id, url }) => [id, url]))
}

/** Writes down what was run, all in one statement. */
export async function markRun(
  trx: Kysely<Schema>,
  organizationId: string,
  now: Date,
  runs: readonly { id: string; scan_id: string; next_run_at: Date | null }[],
): Promise<void> {
  await sql`
    UPDATE schedules SET last_run_at = ${now}, last_scan_id = run.scan_id, next_run_at = run.next_run_at,
      enabled = run.next_run_at IS NOT NULL
    FROM jsonb_to_recordset(${JSON.stringify(runs)}::jsonb) AS run (id text, scan_id text, next_run_at timestamptz)
    WHERE schedules.organization_id = ${organizationId} AND schedules.id = run.id
  `.execute(trx)
}
