import { createHash } from 'node:crypto'
import { type Kysely, type Selectable, sql } from 'kysely'
import { jsonb } from '../db/jsonb.ts'
import type { PaymentLedgerTable, Schema } from '../db/schema.ts'

export const LEDGER_KINDS = {
  page_marked: 'The page was marked as a payment page.',
  page_unmarked: 'It is a payment page no more.',
  look: 'The page was looked at in a browser; what was there.',
  look_failed: 'The page could not be looked at; why.',
  script_added: 'A script that was not there before.',
  script_changed: 'A script holds something else, or is loaded otherwise.',
  script_removed: 'A script is there no more.',
  header_changed: 'A header that protects visitors is new, another or gone.',
  script_authorized: 'Somebody authorised a script, and why it is needed.',
  script_revoked: 'Somebody took an authorisation back, and why.',
} as const
export type LedgerKind = keyof typeof LEDGER_KINDS

export interface LedgerEntry {
  kind: LedgerKind
  data: Record<string, unknown>
}

const FIRST = Buffer.alloc(32)

/** SHA-256 of the hash before it and, as JSON, of the entry: anybody can follow an export from its first entry. */
export function ledgerHash(
  before: Buffer,
  {
    payment_page_id,
    sequence,
    kind,
    data,
    created_at,
  }: Omit<Selectable<PaymentLedgerTable>, 'hash' | 'organization_id'>,
): Buffer {
  const content = [payment_page_id, sequence, kind, sorted(data), created_at.getTime()]
  return createHash('sha256').update(before).update(JSON.stringify(content)).digest()
}

/** Adds entries to a page's ledger, in the transaction of what they tell of. Whoever writes the next ones waits for its end. */
export async function appendToLedger(
  trx: Kysely<Schema>,
  organization_id: string,
  payment_page_id: string,
  entries: readonly LedgerEntry[],
  at: Date,
): Promise<void> {
  if (entries.length === 0) return
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`payment_ledger ${payment_page_id}`}, 0))`.execute(trx)
  const last = await trx
    .selectFrom('payment_ledger')
    .select(['sequence', 'hash'])
    .where('organization_id', '=', organization_id)
    .where('payment_page_id', '=', payment_page_id)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  let { sequence, hash } = last ?? { sequence: 0, hash: FIRST }
  // As the database keeps it, to the millisecond and as jsonb has it.
  const rows = entries.map(({ kind, data }) => {
    const text = jsonb(data)
    const entry = { payment_page_id, sequence: ++sequence, kind, data: JSON.parse(text), created_at: at }
    hash = ledgerHash(hash, entry)
    return { ...entry, organization_id, data: text, hash }
  })
  await trx.insertInto('payment_ledger').values(rows).execute()
}

/** The first entry that does not follow from the one before it; null when all do. `entries`: from the first on, in order. */
export function brokenEntry(entries: readonly Selectable<PaymentLedgerTable>[]): number | null {
  let before: Buffer = FIRST
  for (const [index, entry] of entries.entries()) {
    before = ledgerHash(before, entry)
    if (entry.sequence !== index + 1 || !entry.hash.equals(before)) return index + 1
  }
  return null
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(members.map(([name, one]) => [name, sorted(one)]))
}
