import { type Insertable, type Kysely, type Selectable, sql, type Updateable } from 'kysely'
import type {
  ReportDeliveriesTable,
  ReportRecipientsTable,
  ReportRunsTable,
  ReportSchedulesTable,
  Schema,
} from '../../db/schema.ts'
import type { Page } from '../../http/list.ts'
import { newId } from '../../identifier.ts'

export type Recipient = Selectable<ReportRecipientsTable>
export type ScheduleRow = Selectable<ReportSchedulesTable> & { recipients: Recipient[] }
export type RunRow = Selectable<ReportRunsTable> & { report_ids: string[]; deliveries: Record<string, number> }
export type DeliveryRow = Selectable<ReportDeliveriesTable>

export async function listReportSchedules(
  db: Kysely<Schema>,
  organizationId: string,
  { take, before }: Page,
  { website_id }: { website_id?: string },
): Promise<ScheduleRow[]> {
  let query = db.selectFrom('report_schedules').selectAll().where('organization_id', '=', organizationId)
  if (before) query = query.where('id', '<', before)
  if (website_id !== undefined) query = query.where(sql<boolean>`report ->> 'website_id' = ${website_id}`)
  return await withRecipients(db, organizationId, await query.orderBy('id', 'desc').limit(take).execute())
}

export async function findReportSchedule(
  db: Kysely<Schema>,
  organizationId: string,
  id: string,
): Promise<ScheduleRow | undefined> {
  const rows = await one(db, organizationId, id).execute()
  return (await withRecipients(db, organizationId, rows))[0]
}

/** The schedule, which nobody else changes or runs until the transaction ends. */
export async function lockReportSchedule(
  db: Kysely<Schema>,
  organizationId: string,
  id: string,
): Promise<ScheduleRow | undefined> {
  const rows = await one(db, organizationId, id).forNoKeyUpdate().execute()
  return (await withRecipients(db, organizationId, rows))[0]
}

function one(db: Kysely<Schema>, organizationId: string, id: string) {
  return db
    .selectFrom('report_schedules')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
}

async function withRecipients(
  db: Kysely<Schema>,
  organizationId: string,
  rows: readonly Selectable<ReportSchedulesTable>[],
): Promise<ScheduleRow[]> {
  if (rows.length === 0) return []
  const recipients = await db
    .selectFrom('report_recipients')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where(
      'report_schedule_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('position')
    .execute()
  const bySchedule = Map.groupBy(recipients, ({ report_schedule_id }) => report_schedule_id)
  return rows.map((row) => ({ ...row, recipients: bySchedule.get(row.id) ?? [] }))
}

export async function countReportSchedules(db: Kysely<Schema>, organizationId: string): Promise<number> {
  const { count } = await db
    .selectFrom('report_schedules')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('organization_id', '=', organizationId)
    .executeTakeFirstOrThrow()
  return count
}

export async function insertReportSchedule(
  db: Kysely<Schema>,
  schedule: Insertable<ReportSchedulesTable>,
): Promise<void> {
  await db.insertInto('report_schedules').values(schedule).execute()
}

export async function updateReportSchedule(
  db: Kysely<Schema>,
  { organization_id, id }: { organization_id: string; id: string },
  changes: Updateable<ReportSchedulesTable>,
): Promise<void> {
  await db
    .updateTable('report_schedules')
    .set(changes)
    .where('organization_id', '=', organization_id)
    .where('id', '=', id)
    .execute()
}

/**
 * Lists exactly these addresses. Who has unsubscribed stays so, also when taken off and put on again; that an address did not
 * exist is forgotten by that.
 */
export async function putRecipients(
  db: Kysely<Schema>,
  { organization_id, id }: { organization_id: string; id: string },
  addresses: readonly string[],
): Promise<void> {
  const rows = addresses.map((address, position) => ({ id: newId('rcp'), address, position }))
  await sql`
    UPDATE report_recipients SET listed = false
    WHERE organization_id = ${organization_id} AND report_schedule_id = ${id} AND listed
      AND lower(address) <> ALL (${addresses.map((one) => one.toLowerCase())}::text[])
  `.execute(db)
  await sql`
    INSERT INTO report_recipients AS old (id, organization_id, report_schedule_id, address, position)
    SELECT given.id, ${organization_id}, ${id}, given.address, given.position
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS given (id text, address text, position int)
    ON CONFLICT (report_schedule_id, lower(address)) DO UPDATE SET address = excluded.address, position = excluded.position,
      listed = true, bounced_at = CASE WHEN old.listed THEN old.bounced_at END, bounce_reason = CASE WHEN old.listed THEN old.bounce_reason END
  `.execute(db)
}

export async function deleteReportSchedule(db: Kysely<Schema>, organizationId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('report_schedules')
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export async function insertRun(
  db: Kysely<Schema>,
  run: Pick<Insertable<ReportRunsTable>, 'id' | 'organization_id' | 'report_schedule_id' | 'trigger'>,
): Promise<void> {
  await db.insertInto('report_runs').values(run).execute()
}

function runs(db: Kysely<Schema>, organizationId: string, scheduleId: string) {
  return db
    .selectFrom('report_runs')
    .selectAll()
    .select([
      sql<string[]>`ARRAY(SELECT id FROM reports WHERE reports.run_id = report_runs.id ORDER BY id)`.as('report_ids'),
      sql<Record<string, number>>`(SELECT coalesce(jsonb_object_agg(status, count), '{}') FROM (
        SELECT status, count(*) FROM report_deliveries WHERE run_id = report_runs.id GROUP BY status) AS by_status)`.as(
        'deliveries',
      ),
    ])
    .where('organization_id', '=', organizationId)
    .where('report_schedule_id', '=', scheduleId)
}

export function listRuns(
  db: Kysely<Schema>,
  organizationId: string,
  scheduleId: string,
  { take, before }: Page,
): Promise<RunRow[]> {
  let query = runs(db, organizationId, scheduleId)
  if (before) query = query.where('id', '<', before)
  return query.orderBy('id', 'desc').limit(take).execute()
}

export function findRun(
  db: Kysely<Schema>,
  organizationId: string,
  scheduleId: string,
  id: string,
): Promise<RunRow | undefined> {
  return runs(db, organizationId, scheduleId).where('id', '=', id).executeTakeFirst()
}

export function listReportDeliveries(
  db: Kysely<Schema>,
  organizationId: string,
  scheduleId: string,
  { take, before }: Page,
  { status, run_id }: { status?: DeliveryRow['status']; run_id?: string },
): Promise<DeliveryRow[]> {
  let query = db
    .selectFrom('report_deliveries')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('report_schedule_id', '=', scheduleId)
  if (before) query = query.where('id', '<', before)
  if (status !== undefined) query = query.where('status', '=', status)
  if (run_id !== undefined) query = query.where('run_id', '=', run_id)
  return query.orderBy('id', 'desc').limit(take).execute()
}
