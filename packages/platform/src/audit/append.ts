import { type Kysely, sql } from 'kysely'
import { jsonb } from '../db/jsonb.ts'
import type { Schema } from '../db/schema.ts'
import type { Secrets } from '../secrets.ts'
import { type AuditEntry, FIRST_HASH, hashOf } from './chain.ts'

export type NewAuditEntry = Omit<AuditEntry, 'sequence' | 'created_at' | 'hash' | 'seal'>

/** Adds an entry to its organisation's chain, in the transaction of the change; whoever writes the next one waits for its end. */
export async function appendAuditEntry(
  trx: Kysely<Schema>,
  secrets: Pick<Secrets, 'sealAuditHash'>,
  given: NewAuditEntry,
): Promise<void> {
  const { rows } = await sql<
    Pick<AuditEntry, 'sequence' | 'created_at' | 'hash'>
  >`SELECT * FROM lock_audit_log()`.execute(trx)
  const last = rows[0] ?? { sequence: 0, created_at: new Date(0), hash: FIRST_HASH }
  const entry = {
    ...given,
    sequence: last.sequence + 1,
    created_at: new Date(Math.max(Date.now(), last.created_at.getTime())),
  }
  const hash = hashOf(last.hash, entry)
  await trx
    .insertInto('audit_log')
    .values({
      ...entry,
      before: entry.before === null ? null : jsonb(entry.before),
      after: entry.after === null ? null : jsonb(entry.after),
      hash,
      seal: secrets.sealAuditHash(hash),
    })
    .execute()
}
