import { type Insertable, type Kysely, type Selectable, sql, type Updateable } from 'kysely'
import type { AlertKind, AlertStatus, AlertsTable, Schema, SeverityName } from '../../db/schema.ts'
import type { Page } from '../../http/list.ts'

export type AlertRow = Selectable<AlertsTable>

export interface AlertFilter {
  status?: AlertStatus
  kind?: AlertKind
  severity?: SeverityName
  website_id?: string
  monitor_id?: string
}

export function listAlerts(
  db: Kysely<Schema>,
  organizationId: string,
  { take, before }: Page,
  { status, kind, severity, website_id, monitor_id }: AlertFilter,
): Promise<AlertRow[]> {
  let query = db.selectFrom('alerts').selectAll().where('organization_id', '=', organizationId)
  if (before) query = query.where('id', '<', before)
  if (status) query = query.where('status', '=', status)
  if (kind) query = query.where('kind', '=', kind)
  if (severity) query = query.where('severity', '=', severity)
  if (website_id) query = query.where('website_id', '=', website_id)
  if (monitor_id) query = query.where('monitor_id', '=', monitor_id)
  return query.orderBy('id', 'desc').limit(take).execute()
}

export function findAlert(db: Kysely<Schema>, organizationId: string, id: string): Promise<AlertRow | undefined> {
  return db
    .selectFrom('alerts')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Holds the row, so that a person and a recovery follow each other. */
export function holdAlert(db: Kysely<Schema>, organizationId: string, id: string): Promise<AlertRow | undefined> {
  return db
    .selectFrom('alerts')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** The alert that is open or acknowledged for a cause; there is one at most. */
export function findStandingAlert(
  db: Kysely<Schema>,
  organizationId: string,
  websiteId: string,
  cause: string,
): Promise<AlertRow | undefined> {
  return db
    .selectFrom('alerts')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('website_id', '=', websiteId)
    .where('cause', '=', cause)
    .where('status', '<>', 'resolved')
    .forUpdate()
    .executeTakeFirst()
}

/** Those that are open or acknowledged for a cause, on any website. */
export function listStandingOfCause(db: Kysely<Schema>, organizationId: string, cause: string): Promise<AlertRow[]> {
  return db
    .selectFrom('alerts')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('cause', '=', cause)
    .where('status', '<>', 'resolved')
    .orderBy('id')
    .execute()
}

/** Undefined when there is an open one of this cause already. */
export function insertAlert(db: Kysely<Schema>, alert: Insertable<AlertsTable>): Promise<AlertRow | undefined> {
  return db
    .insertInto('alerts')
    .values(alert)
    .onConflict((conflict) =>
      conflict
        .columns(['organization_id', 'website_id', 'cause'])
        .where(sql<boolean>`status <> 'resolved'`)
        .doNothing(),
    )
    .returningAll()
    .executeTakeFirst()
}

export function updateAlert(
  db: Kysely<Schema>,
  organizationId: string,
  id: string,
  changes: Updateable<AlertsTable>,
): Promise<AlertRow> {
  return db
    .updateTable('alerts')
    .set({ ...changes, updated_at: new Date() })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}
