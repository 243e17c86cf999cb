import { type Kysely, sql } from 'kysely'
import type { AuditEntry } from '../../audit/chain.ts'
import type { Schema } from '../../db/schema.ts'

export interface AuditFilter {
  actor?: string
  operation?: string
  object_id?: string
  created_after?: Date
  created_before?: Date
}

/** Newest first. Times never fall along the chain, so a span of time is a span of sequence numbers. */
export function listAuditEntries(
  db: Kysely<Schema>,
  organizationId: string,
  { take, before }: { take: number; before: number | null },
  { created_after, created_before, ...equal }: AuditFilter,
): Promise<AuditEntry[]> {
  const at = (time: Date) =>
    sql<number>`coalesce((SELECT sequence FROM audit_log WHERE organization_id = ${organizationId} AND created_at >= ${time}
      ORDER BY created_at, sequence LIMIT 1), 9223372036854775807)`
  let query = db.selectFrom('audit_log').selectAll().where('organization_id', '=', organizationId)
  if (before !== null) query = query.where('sequence', '<', before)
  if (created_after) query = query.where('sequence', '>=', at(created_after))
  if (created_before) query = query.where('sequence', '<', at(created_before))
  for (const name of ['actor', 'operation', 'object_id'] as const)
    if (equal[name] !== undefined) query = query.where(name, '=', equal[name])
  return query.orderBy('sequence', 'desc').limit(take).execute()
}

/** Oldest first: those after a number, at most `take`. */
export function auditEntriesAfter(
  db: Kysely<Schema>,
  organizationId: string,
  after: number,
  take: number,
): Promise<AuditEntry[]> {
  return db
    .selectFrom('audit_log')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('sequence', '>', after)
    .orderBy('sequence')
    .limit(take)
    .execute()
}
