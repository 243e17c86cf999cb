import { parseTarget, TargetError } from '@lasthash/scanner'
import type { Static } from 'typebox'
import { ApiError } from '../../errors.ts'
import type { Call } from '../../http/route.ts'
import { newId } from '../../identifier.ts'
import { appendToLedger } from '../../payment/ledger.ts'
import { changedCause, unwatchedCause } from '../../payment/record-look.ts'
import { recoverAlert } from '../alerts/service.ts'
import { findWebsite } from '../websites/store.ts'
import type { PaymentPageCreate, PaymentScriptPatch } from './schema.ts'
import {
  countsOf,
  findPage,
  findScript,
  holdPage,
  insertPage,
  type PageRow,
  type ScriptRow,
  updatePage,
  updateScript,
} from './store.ts'

const DAY = 86_400 // seconds

export const missing = (id: string) => new ApiError('not_found', `There is no payment page ${id}.`)

/** Throws `not_found`, `validation_failed` for an address of another website, and `payment_page_exists`. */
export async function markPage(call: Call, given: Static<typeof PaymentPageCreate>): Promise<PageRow> {
  const { db, organizationId, caller, context } = call
  const { website_id, name = '', interval = DAY } = given
  const website = await findWebsite(db, organizationId, website_id)
  if (!website) throw new ApiError('not_found', `There is no website ${website_id}.`)
  const url = addressOf(given.url, website.url, context.config.allowPrivate)
  const page = await insertPage(db, {
    id: newId('pay'),
    organization_id: organizationId,
    website_id,
    url,
    name,
    interval_seconds: interval,
    created_by: caller.actor,
  })
  if (!page) throw new ApiError('payment_page_exists', `${url} is marked as a payment page already.`)
  const data = { url, name, interval, author: caller.actor }
  await appendToLedger(db, organizationId, page.id, [{ kind: 'page_marked', data }], new Date())
  return page
}

function addressOf(given: string, website: string, allowPrivate: boolean): string {
  try {
    const { url } = parseTarget(given, { allowPrivate })
    const bare = (one: string) => new URL(one).host.replace(/^www\./, '')
    if (bare(url) === bare(website) && new URL(url).protocol === new URL(website).protocol) return url
  } catch (error) {
    if (!(error instanceof TargetError)) throw error
  }
  const detail = `must be an address of the website ${new URL(website).origin}`
  throw new ApiError('validation_failed', `The body does not validate. /url: ${detail}.`, {
    errors: [{ pointer: '/url', detail }],
  })
}

export async function existing(
  { db, organizationId }: Pick<Call, 'db' | 'organizationId'>,
  id: string,
): Promise<PageRow> {
  const page = await findPage(db, organizationId, id)
  if (!page) throw missing(id)
  return page
}

/** It is looked at no more; inventory and ledger stay. */
export async function unmarkPage({ db, organizationId, caller }: Call, id: string): Promise<void> {
  const page = await holdPage(db, organizationId, id)
  if (!page) throw missing(id)
  if (page.ended_at) return
  const at = new Date()
  await updatePage(db, organizationId, id, { ended_at: at })
  await appendToLedger(db, organizationId, id, [{ kind: 'page_unmarked', data: { author: caller.actor } }], at)
  const source = { id: null, organization_id: organizationId, website_id: page.website_id, kind: 'compliance' as const }
  for (const cause of [changedCause(id), unwatchedCause(id)]) await recoverAlert(db, source, cause, at)
}

/** Has it looked at as soon as a worker is free. Throws `not_found`, and `payment_page_ended`. */
export async function lookSoon(call: Call, id: string): Promise<PageRow> {
  const { ended_at } = await existing(call, id)
  if (ended_at) throw new ApiError('payment_page_ended', `${id} is a payment page no more: mark it anew.`)
  return updatePage(call.db, call.organizationId, id, { next_look_at: new Date() })
}

/**
 * Authorises a script, or takes that back: always with a reason, and in the ledger. Once every script that runs is
 * authorised, the alert of what changed is resolved. Throws `not_found`.
 */
export async function decide(
  { db, organizationId, caller }: Call,
  pageId: string,
  scriptId: string,
  { authorized, justification, kind = 'version' }: Static<typeof PaymentScriptPatch>,
): Promise<ScriptRow> {
  const page = await holdPage(db, organizationId, pageId)
  const script = page && (await findScript(db, organizationId, pageId, scriptId))
  if (!page || !script) throw new ApiError('not_found', `There is no script ${scriptId} of ${pageId}.`)
  const at = new Date()
  const { source, sha256 } = script
  const changed = await updateScript(
    db,
    organizationId,
    scriptId,
    authorized
      ? {
          ...{ authorization_kind: kind, authorized_sha256: kind === 'version' ? sha256 : null },
          ...{ justification, authorized_by: caller.actor, authorized_at: at },
        }
      : {
          ...{ authorization_kind: null, authorized_sha256: null },
          ...{ justification: null, authorized_by: null, authorized_at: null },
        },
  )
  const data = { source, sha256, justification, author: caller.actor, ...(authorized && { for: kind }) }
  const entry = { kind: authorized ? ('script_authorized' as const) : ('script_revoked' as const), data }
  await appendToLedger(db, organizationId, pageId, [entry], at)
  if ((await countsOf(db, organizationId, pageId)).unauthorized === 0) {
    const from = { id: null, organization_id: organizationId, website_id: page.website_id, kind: 'compliance' as const }
    await recoverAlert(db, from, changedCause(pageId), at)
  }
  return changed
}
