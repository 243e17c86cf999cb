import { ChainVerifier } from '../audit/chain.ts'
import type { Context } from '../context.ts'

const BATCH = 1_000 // entries read at once

export interface AuditVerdict {
  organizationId: string
  /** How many entries are whole, from the first on. */
  entries: number
  /** Of the last whole entry, hexadecimal: noted elsewhere, it shows later that nothing was cut off the end. */
  hash: string
  /** The first broken link; null when there is none. */
  fault: string | null
}

/** Verifies every organisation's audit log, or one's, from its first entry to its last or to the first broken link. */
export async function* verifyAuditLogs(
  { database, secrets }: Pick<Context, 'database' | 'secrets'>,
  only?: string,
): AsyncGenerator<AuditVerdict> {
  let organizations = database.system.selectFrom('organizations').select('id').orderBy('id')
  if (only !== undefined) organizations = organizations.where('id', '=', only)
  for (const { id } of await organizations.execute()) {
    const verifier = new ChainVerifier(secrets)
    let fault: string | null = null
    for (let more = true; more && !fault; ) {
      const rows = await database.system
        .selectFrom('audit_log')
        .selectAll()
        .where('organization_id', '=', id)
        .where('sequence', '>', verifier.last.sequence)
        .orderBy('sequence')
        .limit(BATCH)
        .execute()
      for (const row of rows) {
        fault = verifier.faultOf(row)
        if (fault) break
      }
      more = rows.length === BATCH
    }
    const { sequence, hash } = verifier.last
    yield { organizationId: id, entries: sequence, hash: hash.toString('hex'), fault }
  }
}
