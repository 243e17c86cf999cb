import { rfc3339 } from '@lasthash/scanner'
import type { Kysely } from 'kysely'
import type { LedgerSays } from '../compliance/assess.ts'
import type { Schema } from '../db/schema.ts'
import type { PageRow, ScriptRow } from '../resources/payment-pages/store.ts'
import { assuredBy, stateOf } from './changes.ts'

const WEEK = 7 * 86_400_000 // milliseconds

/** What the ledgers of these websites’ payment pages say of 6.4.3 and 11.6.1, by website. */
export async function ledgersOf(
  db: Kysely<Schema>,
  organizationId: string,
  websiteIds: readonly string[],
  at: Date,
): Promise<ReadonlyMap<string, ReadonlyMap<string, LedgerSays>>> {
  const pages = await db
    .selectFrom('payment_pages')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('website_id', 'in', websiteIds)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .execute()
  const scripts = pages.length === 0 ? [] : await presentScripts(db, organizationId, pages)
  const byPage = Map.groupBy(scripts, ({ payment_page_id }) => payment_page_id)
  const byWebsite = Map.groupBy(pages, ({ website_id }) => website_id)
  return new Map(
    websiteIds.map((id) => {
      const own = byWebsite.get(id) ?? []
      return [
        id,
        new Map([
          ['6.4.3', sayOfScripts(own, byPage)],
          ['11.6.1', sayOfLooks(own, at)],
        ]),
      ]
    }),
  )
}

function presentScripts(db: Kysely<Schema>, organizationId: string, pages: readonly PageRow[]): Promise<ScriptRow[]> {
  return db
    .selectFrom('payment_scripts')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where(
      'payment_page_id',
      'in',
      pages.map(({ id }) => id),
    )
    .where('present', '=', true)
    .execute()
}

const UNMARKED = 'No payment page is marked: mark those that there are, or attest that there are none.'

/** Each script authorised, its integrity assured, and a reason written down. */
export function sayOfScripts(
  pages: readonly PageRow[],
  scripts: ReadonlyMap<string, readonly ScriptRow[]>,
): LedgerSays {
  if (pages.length === 0) return { status: 'not_tested', notes: [UNMARKED] }
  const says = pages.map(({ id, url, looked_at }) => {
    if (looked_at === null) return { status: 'not_tested' as const, note: `${url} has not been looked at yet.` }
    const own = scripts.get(id) ?? []
    const open = own.filter((one) => stateOf(one) !== 'authorized').length
    const loose = own.filter((one) => stateOf(one) === 'authorized' && assuredBy(one) === null).length
    if (open + loose === 0)
      return {
        status: 'passing' as const,
        note: `All ${own.length} scripts of ${url} are authorised with a reason, and their integrity is assured.`,
      }
    const parts = [
      ...(open > 0 ? [`${open} of ${own.length} scripts of ${url} are not authorised as they are.`] : []),
      ...(loose > 0 ? [`The integrity of ${loose} scripts of ${url} is not assured.`] : []),
    ]
    return { status: 'failing' as const, note: parts.join(' ') }
  })
  return worst(says)
}

/** Looked at in a browser at least weekly. */
export function sayOfLooks(pages: readonly PageRow[], at: Date): LedgerSays {
  if (pages.length === 0) return { status: 'not_tested', notes: [UNMARKED] }
  const says = pages.map(({ url, looked_at, created_at, interval_seconds, detail }) => {
    const late = at.getTime() - (looked_at ?? created_at).getTime() > WEEK
    if (late)
      return {
        status: 'failing' as const,
        note: `${url} has not been looked at for more than a week${detail ? `: ${detail}` : '.'}`,
      }
    if (looked_at === null) return { status: 'not_tested' as const, note: `${url} has not been looked at yet.` }
    const every =
      interval_seconds % 86_400 === 0 ? `${interval_seconds / 86_400} d` : `${Math.round(interval_seconds / 3_600)} h`
    return {
      status: 'passing' as const,
      note: `${url} is looked at every ${every} as a browser receives it, last on ${rfc3339(looked_at)}.`,
    }
  })
  return worst(says)
}

function worst(says: readonly { status: LedgerSays['status']; note: string }[]): LedgerSays {
  const order: readonly LedgerSays['status'][] = ['failing', 'not_tested', 'passing']
  const status = order.find((one) => says.some((said) => said.status === one))!
  // The reason first.
  const sorted = says.toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status))
  return { status, notes: sorted.map(({ note }) => note) }
}
