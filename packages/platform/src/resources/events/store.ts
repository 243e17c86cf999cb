import type { Kysely, Selectable } from 'kysely'
import type { EventsTable, Schema } from '../../db/schema.ts'
import type { Page } from '../../http/list.ts'

export function listEvents(
  db: Kysely<Schema>,
  organizationId: string,
  { take, before }: Page,
  type: string | undefined,
): Promise<Selectable<EventsTable>[]> {
  let query = db.selectFrom('events').selectAll().where('organization_id', '=', organizationId)
  if (before) query = query.where('id', '<', before)
  if (type) query = query.where('type', '=', type)
  return query.orderBy('id', 'desc').limit(take).execute()
}

export function findEvent(
  db: Kysely<Schema>,
  organizationId: string,
  id: string,
): Promise<Selectable<EventsTable> | undefined> {
  return db
    .selectFrom('events')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
}
