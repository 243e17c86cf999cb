import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { GRACE } from '../resources/organizations/grace.ts'

const BATCH = 1_000 // rows removed by one statement, so that none holds its locks for long

/** Removes the organisations whose days are over, with everything that they had, a few rows at a time. Run as `lasthash_system`. */
export async function removeDeletedOrganizations({ database, log }: Context, now = new Date()): Promise<void> {
  const { system } = database
  const due = await system
    .selectFrom('organizations')
    .select(['id', 'name'])
    .where('deletion_requested_at', '<=', new Date(now.getTime() - GRACE * 86_400_000))
    .execute()
  for (const { id, name } of due) {
    const under = await system.selectFrom('organizations').select('id').where('parent_id', '=', id).execute()
    for (const organization of [...under.map((child) => child.id), id]) {
      // The large tables by themselves, scans with what they found; what is left goes with the organisation's row.
      for (const table of ['scans', 'vulnerabilities', 'events']) {
        let removed = BATCH
        // A row's place is told within its partition: one statement may hit more than it looked for, all of them its own.
        while (removed >= BATCH) {
          const { numAffectedRows = 0n } = await sql`
            DELETE FROM ${sql.table(table)} WHERE organization_id = ${organization} AND ctid = ANY (ARRAY(
              SELECT ctid FROM ${sql.table(table)} WHERE organization_id = ${organization} LIMIT ${BATCH}))
          `.execute(system)
          removed = Number(numAffectedRows)
        }
      }
      await system.deleteFrom('organizations').where('id', '=', organization).execute()
    }
    log.info({ organization: id, name }, 'an organisation is gone, its days of grace are over')
  }
}
