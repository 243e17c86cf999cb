import type { PaymentPageReading, PaymentScript, Probed } from '@lasthash/scanner'
import type { Kysely } from 'kysely'
import { jsonb } from '../db/jsonb.ts'
import type { Schema } from '../db/schema.ts'
import { recordEvent } from '../events/record.ts'
import { newId } from '../identifier.ts'
import type { Trouble } from '../monitoring/trouble.ts'
import { raiseAlert, recoverAlert } from '../resources/alerts/service.ts'
import { toPaymentPage } from '../resources/payment-pages/schema.ts'
import {
  countsOf,
  holdPage,
  listScripts,
  type PageRow,
  type ScriptRow,
  updatePage,
} from '../resources/payment-pages/store.ts'
import { changesOf, isNone, type PageChanges } from './changes.ts'
import { appendToLedger, type LedgerEntry } from './ledger.ts'

const RETRY = 3_600_000 // milliseconds until a look that was not answered is tried again
const WEEK = 7 * 86_400_000 // milliseconds: at least weekly (PCI DSS 11.6.1)
const MOST_NAMED = 50

export const changedCause = (pageId: string) => `payment_page_changed:${pageId}`
export const unwatchedCause = (pageId: string) => `payment_page_unwatched:${pageId}`

/**
 * Writes down what a look at a payment page has shown: the inventory, the ledger, and an alert for what is otherwise. In one
 * transaction. A page that is none any more, or was taken by another worker since, is left aside.
 */
export async function recordPaymentLook(
  trx: Kysely<Schema>,
  taken: Pick<PageRow, 'id' | 'organization_id' | 'next_look_at'>,
  looked: Probed<PaymentPageReading>,
  at: Date,
): Promise<void> {
  const page = await holdPage(trx, taken.organization_id, taken.id)
  if (!page || page.ended_at !== null || page.next_look_at.getTime() !== taken.next_look_at.getTime()) return
  if (looked.answered) await recordReading(trx, page, looked.reading, at)
  else await recordSilence(trx, page, looked, at)
}

async function recordSilence(
  trx: Kysely<Schema>,
  page: PageRow,
  { fault, detail }: Probed<PaymentPageReading> & { answered: false },
  at: Date,
): Promise<void> {
  const next_look_at = new Date(at.getTime() + Math.min(RETRY, page.interval_seconds * 1_000))
  await updatePage(trx, page.organization_id, page.id, { tried_at: at, fault, detail, next_look_at })
  await appendToLedger(trx, page.organization_id, page.id, [{ kind: 'look_failed', data: { fault, detail } }], at)
  const since = page.looked_at ?? page.created_at
  if (at.getTime() - since.getTime() <= WEEK) return
  await raiseAlert(
    trx,
    sourceOf(page),
    {
      cause: unwatchedCause(page.id),
      severity: 'high',
      summary: `The payment page ${page.url} has not been looked at for more than a week: ${detail}`,
      data: { payment_page_id: page.id, url: page.url, since: since.toISOString(), fault, detail },
    },
    at,
  )
}

async function recordReading(trx: Kysely<Schema>, page: PageRow, reading: PaymentPageReading, at: Date): Promise<void> {
  const known = await listScripts(trx, page.organization_id, page.id)
  const isFirst = page.looked_at === null
  const changes = changesOf(reading, known, page.headers)
  await writeScripts(trx, page, known, reading, changes, at)
  const after = await updatePage(trx, page.organization_id, page.id, {
    headers: jsonb(reading.headers),
    looked_at: at,
    tried_at: at,
    fault: null,
    detail: null,
    next_look_at: new Date(at.getTime() + page.interval_seconds * 1_000),
  })
  await appendToLedger(trx, page.organization_id, page.id, entriesOf(reading, changes), at)
  await recoverAlert(trx, sourceOf(page), unwatchedCause(page.id), at)
  // What is there at the first look is for somebody to authorise, and no change.
  if (isFirst || isNone(changes)) return
  const shown = toPaymentPage(after, await countsOf(trx, page.organization_id, page.id), at.getTime())
  await recordEvent(trx, page.organization_id, 'payment_page.changed', { ...shown, ...named(changes) })
  await raiseAlert(trx, sourceOf(page), troubleOf(page, known, reading, changes), at)
}

function sourceOf({ organization_id, website_id }: PageRow) {
  return { id: null, organization_id, website_id, kind: 'compliance' as const }
}

function entriesOf({ url, scripts, headers, complete }: PaymentPageReading, changes: PageChanges): LedgerEntry[] {
  const script = ({ source, kind, sha256, integrity, loaded_by, third_party, excerpt }: PaymentScript) => ({
    ...{ source, kind, sha256, integrity, loaded_by, third_party, excerpt },
  })
  return [
    {
      kind: 'look',
      data: { url, complete, scripts: scripts.map(({ source, sha256 }) => ({ source, sha256 })), headers },
    },
    ...changes.added.map((one): LedgerEntry => ({ kind: 'script_added', data: script(one) })),
    ...changes.changed.map(
      ({ before, after }): LedgerEntry => ({
        kind: 'script_changed',
        data: { ...script(after), before: { sha256: before.sha256, integrity: before.integrity } },
      }),
    ),
    ...changes.removed.map(({ source, sha256 }): LedgerEntry => ({ kind: 'script_removed', data: { source, sha256 } })),
    ...changes.headers.map((one): LedgerEntry => ({ kind: 'header_changed', data: { ...one } })),
  ]
}

function named({ added, changed, removed, headers }: PageChanges) {
  const sources = (all: readonly { source: string }[]) => all.slice(0, MOST_NAMED).map(({ source }) => source)
  return {
    added: sources(added),
    changed: sources(changed.map(({ after }) => after)),
    removed: sources(removed),
    headers: headers.slice(0, MOST_NAMED),
  }
}

/** Foreign code on a payment page is what skimmers are. */
function troubleOf(
  page: PageRow,
  known: readonly ScriptRow[],
  reading: PaymentPageReading,
  changes: PageChanges,
): Trouble {
  const { added, changed, removed, headers } = changes
  const severity =
    added.some(({ third_party }) => third_party) || changed.some(({ after }) => after.third_party)
      ? 'critical'
      : added.length + changed.length > 0
        ? 'high'
        : 'medium'
  const state = (scripts: readonly { source: string; sha256: string }[], fields: unknown) => ({
    scripts: scripts.map(({ source, sha256 }) => `${source} ${sha256}`).sort(),
    headers: fields,
  })
  return {
    cause: changedCause(page.id),
    severity,
    summary: `The payment page ${page.url} has changed: ${added.length} scripts added, ${changed.length} changed, ${removed.length} removed, ${headers.length} headers changed.`,
    data: {
      payment_page_id: page.id,
      url: page.url,
      ...named(changes),
      before: state(
        known.filter(({ present }) => present),
        page.headers,
      ),
      after: state(reading.scripts, reading.headers),
    },
    isChange: true,
  }
}

async function writeScripts(
  trx: Kysely<Schema>,
  page: PageRow,
  known: readonly ScriptRow[],
  reading: PaymentPageReading,
  { changed, removed }: PageChanges,
  at: Date,
): Promise<void> {
  const bySource = new Map(known.map((one) => [one.source, one]))
  const isChanged = new Set(changed.map(({ after }) => after.source))
  for (const one of reading.scripts) {
    const { source, kind, sha256, integrity, loaded_by, third_party, excerpt } = one
    const seen = { kind, sha256, integrity, loaded_by, third_party, excerpt, present: true, last_seen_at: at }
    const before = bySource.get(source)
    if (before)
      await trx
        .updateTable('payment_scripts')
        .set({ ...seen, ...(isChanged.has(source) && { changed_at: at }) })
        .where('organization_id', '=', page.organization_id)
        .where('id', '=', before.id)
        .execute()
    else
      await trx
        .insertInto('payment_scripts')
        .values({
          id: newId('scr'),
          organization_id: page.organization_id,
          payment_page_id: page.id,
          source,
          ...seen,
          first_seen_at: at,
        })
        .execute()
  }
  if (removed.length > 0)
    await trx
      .updateTable('payment_scripts')
      .set({ present: false })
      .where('organization_id', '=', page.organization_id)
      .where(
        'id',
        'in',
        removed.map(({ id }) => id),
      )
      .execute()
}
