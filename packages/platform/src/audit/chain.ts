import { createHash, timingSafeEqual } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { AuditLogTable } from '../db/schema.ts'
import type { Secrets } from '../secrets.ts'

export type AuditEntry = Selectable<AuditLogTable>

/** What stands before the first entry. */
export const FIRST_HASH = Buffer.alloc(32)

/**
 * SHA-256 of the previous hash and, as JSON with sorted members, the entry: an export can be verified by anyone. The time is
 * in milliseconds since the epoch.
 */
export function hashOf(previous: Buffer, entry: Omit<AuditEntry, 'hash' | 'seal'>): Buffer {
  const { organization_id, sequence, created_at, actor, address, request_id, operation, object_id } = entry
  const content = [
    ...[organization_id, sequence, created_at.getTime(), actor, address, request_id, operation, object_id],
    ...[sorted(entry.before), sorted(entry.after)],
  ]
  return createHash('sha256').update(previous).update(JSON.stringify(content)).digest()
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(members.map(([name, one]) => [name, sorted(one)]))
}

/** Walks an organisation's entries in order, and stops at the first that does not fit the ones before it. */
export class ChainVerifier {
  readonly #secrets: Pick<Secrets, 'sealAuditHash'>
  #last: Pick<AuditEntry, 'sequence' | 'hash'> = { sequence: 0, hash: FIRST_HASH }

  constructor(secrets: Pick<Secrets, 'sealAuditHash'>) {
    this.#secrets = secrets
  }

  /** The last entry that was found whole. */
  get last(): Pick<AuditEntry, 'sequence' | 'hash'> {
    return this.#last
  }

  /** What is wrong with the next entry; null when nothing is. */
  faultOf(entry: AuditEntry): string | null {
    const expected = this.#last.sequence + 1
    if (entry.sequence !== expected) return `entry ${expected} is missing`
    if (!entry.hash.equals(hashOf(this.#last.hash, entry))) return `entry ${expected} was changed`
    const seal = this.#secrets.sealAuditHash(entry.hash)
    if (entry.seal.length !== seal.length || !timingSafeEqual(entry.seal, seal))
      return `entry ${expected} was not written by this installation`
    this.#last = { sequence: entry.sequence, hash: entry.hash }
    return null
  }
}
