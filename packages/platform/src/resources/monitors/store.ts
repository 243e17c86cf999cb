import { type Insertable, type Kysely, type Selectable, sql, type Updateable } from 'kysely'
import type { MonitorDaysTable, MonitorHoursTable, MonitorKind, MonitorsTable, Schema } from '../../db/schema.ts'
import type { Page } from '../../http/list.ts'

export type MonitorRow = Selectable<MonitorsTable>
export type HourRow = Selectable<MonitorHoursTable>
export type DayRow = Selectable<MonitorDaysTable>

export interface MonitorFilter {
  website_id?: string
  kind?: MonitorKind
  status?: MonitorRow['status']
}

export function listMonitors(
  db: Kysely<Schema>,
  organizationId: string,
  { take, before }: Page,
  { website_id, kind, status }: MonitorFilter,
): Promise<MonitorRow[]> {
  let query = db.selectFrom('monitors').selectAll().where('organization_id', '=', organizationId)
  if (before) query = query.where('id', '<', before)
  if (website_id) query = query.where('website_id', '=', website_id)
  if (kind) query = query.where('kind', '=', kind)
  if (status) query = query.where('status', '=', status)
  return query.orderBy('id', 'desc').limit(take).execute()
}

export function findMonitor(db: Kysely<Schema>, organizationId: string, id: string): Promise<MonitorRow | undefined> {
  return db
    .selectFrom('monitors')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export function insertMonitor(db: Kysely<Schema>, monitor: Insertable<MonitorsTable>): Promise<MonitorRow> {
  return db.insertInto('monitors').values(monitor).returningAll().executeTakeFirstOrThrow()
}

export function updateMonitor(
  db: Kysely<Schema>,
  organizationId: string,
  id: string,
  changes: Updateable<MonitorsTable>,
): Promise<MonitorRow | undefined> {
  return db
    .updateTable('monitors')
    .set(changes)
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
}

export async function deleteMonitor(db: Kysely<Schema>, organizationId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('monitors')
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Lets the next look be the new normal, for the kinds whose baseline is not the last look anyway. */
export async function resetBaseline(db: Kysely<Schema>, organizationId: string, id: string): Promise<void> {
  await db
    .updateTable('monitors')
    .set({ baseline: null })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .where('kind', 'in', ['headers', 'score'])
    .execute()
}

/** Whether another monitor of the website also holds this cause to be there. */
export async function isSeenByOthers(db: Kysely<Schema>, monitor: MonitorRow, cause: string): Promise<boolean> {
  const other = await db
    .selectFrom('monitors')
    .select('id')
    .where('organization_id', '=', monitor.organization_id)
    .where('website_id', '=', monitor.website_id)
    .where('id', '<>', monitor.id)
    .where('enabled', '=', true)
    .where(sql<boolean>`${cause}::text = ANY (standing)`)
    .limit(1)
    .executeTakeFirst()
  return other !== undefined
}

/**
 * Takes monitors that are due, longest waiting first, for this worker alone: each is leased until `until`, and due again
 * when its worker dies. Those of suspended organisations wait. Run as `lasthash_system`.
 */
export async function takeDue(system: Kysely<Schema>, now: Date, until: Date, most: number) {
  const { rows } = await sql<
    MonitorRow & { url: string; security_score: number | null; grade: string | null; score_version: number | null }
  >`
    WITH due AS (
      SELECT id FROM monitors WHERE enabled AND next_check_at <= ${now}
        AND NOT EXISTS (SELECT FROM organizations WHERE id = monitors.organization_id AND suspended_at IS NOT NULL)
      ORDER BY next_check_at LIMIT ${most} FOR UPDATE SKIP LOCKED
    ), taken AS (
      UPDATE monitors SET next_check_at = ${until} FROM due WHERE monitors.id = due.id RETURNING monitors.*
    )
    SELECT taken.*, websites.url, websites.security_score, websites.grade, websites.score_version
    FROM taken JOIN websites ON websites.id = taken.website_id
  `.execute(system)
  return rows
}
export type DueMonitor = Awaited<ReturnType<typeof takeDue>>[number]

/** The monitor as it is now, held until the end of the transaction; undefined when it was deleted, or is another's by now. */
export function holdTaken(trx: Kysely<Schema>, id: string, leasedUntil: Date): Promise<MonitorRow | undefined> {
  return trx
    .selectFrom('monitors')
    .selectAll()
    .where('id', '=', id)
    .where('next_check_at', '=', leasedUntil)
    .forUpdate()
    .executeTakeFirst()
}

export function findHour(trx: Kysely<Schema>, monitorId: string, hour: Date): Promise<HourRow | undefined> {
  return trx
    .selectFrom('monitor_hours')
    .selectAll()
    .where('monitor_id', '=', monitorId)
    .where('hour', '=', hour)
    .executeTakeFirst()
}

export async function putHour(trx: Kysely<Schema>, row: HourRow): Promise<void> {
  const { up, down, unknown } = row
  const response_times = JSON.stringify(row.response_times)
  await trx
    .insertInto('monitor_hours')
    .values({ ...row, response_times })
    .onConflict((conflict) =>
      conflict.columns(['monitor_id', 'hour']).doUpdateSet({ up, down, unknown, response_times }),
    )
    .execute()
}

export function findDay(trx: Kysely<Schema>, monitorId: string, day: string): Promise<DayRow | undefined> {
  return trx
    .selectFrom('monitor_days')
    .selectAll()
    .where('monitor_id', '=', monitorId)
    .where('day', '=', day)
    .executeTakeFirst()
}

export async function putDay(trx: Kysely<Schema>, row: DayRow): Promise<void> {
  const { up, down, unknown } = row
  const response_times = JSON.stringify(row.response_times)
  await trx
    .insertInto('monitor_days')
    .values({ ...row, response_times })
    .onConflict((conflict) =>
      conflict.columns(['monitor_id', 'day']).doUpdateSet({ up, down, unknown, response_times }),
    )
    .execute()
}

/** Both ends are days, `YYYY-MM-DD`; the last is outside. */
export function listDays(
  db: Kysely<Schema>,
  organizationId: string,
  monitorId: string,
  from: string,
  to: string,
): Promise<DayRow[]> {
  return db
    .selectFrom('monitor_days')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('monitor_id', '=', monitorId)
    .where('day', '>=', from)
    .where('day', '<', to)
    .orderBy('day')
    .execute()
}

export function listHours(
  db: Kysely<Schema>,
  organizationId: string,
  monitorId: string,
  from: Date,
  to: Date,
): Promise<HourRow[]> {
  return db
    .selectFrom('monitor_hours')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('monitor_id', '=', monitorId)
    .where('hour', '>=', from)
    .where('hour', '<', to)
    .orderBy('hour')
    .execute()
}
