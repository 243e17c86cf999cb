import type { Selectable } from 'kysely'
import type { Context } from '../src/context.ts'
import type { ScansTable } from '../src/db/schema.ts'
import { createScan } from '../src/resources/scans/service.ts'

type Creation = Parameters<typeof createScan>[1]

/** Accepts a scan as `POST /v1/scans` does, and gives its id. */
export async function accept(context: Context, organizationId: string, given: Creation): Promise<string> {
  const { id } = await context.database
    .as(organizationId)
    .transaction()
    .execute((db) =>
      createScan(
        { context, organizationId, db, publicUrl: context.config.publicUrl },
        { scan_type: 'quick', ...given },
      ),
    )
  return id
}

export async function acceptMany(context: Context, organizationId: string, given: Creation, count: number) {
  const ids: string[] = []
  for (let n = 0; n < count; n++) ids.push(await accept(context, organizationId, given))
  return ids
}

export async function scansOf(context: Context, organizationId: string): Promise<Selectable<ScansTable>[]> {
  return context.database
    .as(organizationId)
    .selectFrom('scans')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .orderBy('id')
    .execute()
}

/** How many scans of the organisation have this status. */
export async function countScans(context: Context, organizationId: string, status: string): Promise<number> {
  return (await scansOf(context, organizationId)).filter((scan) => scan.status === status).length
}

/** The organisation's events of some type, oldest first. */
export async function eventsOf(context: Context, organizationId: string, type?: string) {
  let query = context.database.as(organizationId).selectFrom('events').select(['type', 'data']).orderBy('id')
  if (type !== undefined) query = query.where('type', '=', type)
  return query.where('organization_id', '=', organizationId).execute()
}
