import type { ScanObject } from '@lasthash/scanner/report/document'
import type { Selectable } from 'kysely'
import { notify } from '../../db/client.ts'
import type { Priority, ScansTable } from '../../db/schema.ts'
import { ApiError } from '../../errors.ts'
import { recordEvent, recordEvents } from '../../events/record.ts'
import type { Call } from '../../http/route.ts'
import { admitScansAsSystem, lockOrganization } from '../../jobs/admit.ts'
import { PROGRESS_CHANNEL } from '../../jobs/progress.ts'
import { CANCEL_CHANNEL } from '../../jobs/scan-worker.ts'
import { findPolicy } from '../policies/store.ts'
import { findCovering } from '../verification/store.ts'
import { opensAt } from '../websites/allowed-hours.ts'
import { createWebsite, targetOf } from '../websites/service.ts'
import { allowedHours, findWebsite, findWebsiteByOrigin } from '../websites/store.ts'
import { type PlatformScan, toScan } from './schema.ts'
import { findScan, holdWebsite, insertScans, markCanceled, type NewScan } from './store.ts'

type Inside = Pick<Call, 'context' | 'organizationId' | 'db' | 'publicUrl'>

interface Creation {
  website_id?: string
  url?: string
  scan_type?: ScanObject['scan_type']
  priority?: Priority
  policy_id?: string
}

/** Accepts a scan: the scan, its first event and its place in the queue are one transaction. */
export async function createScan(call: Inside, given: Creation): Promise<PlatformScan> {
  const { scan_type = 'full', priority = 'normal', policy_id = null } = given
  await requirePolicy(call, policy_id)
  const { id: website_id, url } = await websiteOf(call, given)
  if (scan_type === 'active') await refuseActive(call, website_id)
  const [scan] = await acceptScans(call, [{ website_id, url, scan_type, priority, schedule_id: null, policy_id }])
  return scan!
}

/**
 * Accepts any number of scans of websites that the caller holds, in a few statements: the scans in the order given, their
 * first events, and their places in the queue.
 */
export async function acceptScans(call: Inside, wanted: readonly NewScan[]): Promise<PlatformScan[]> {
  const { db, organizationId, context, publicUrl } = call
  const hours = await allowedHours(db, organizationId, [...new Set(wanted.map(({ website_id }) => website_id))])
  const now = new Date()
  const timed = wanted.map((one) => ({ ...one, not_before: opensAt(hours.get(one.website_id), now) }))
  const scans = (await insertScans(db, organizationId, timed)).map((scan) => toScan(scan, publicUrl))
  const events = scans.map((scan) => ({ type: 'scan.queued' as const, data: { ...scan } }))
  await recordEvents(db, organizationId, events)
  await admitScansAsSystem(context.queue, db, organizationId)
  return scans
}

/** Attacks need proof of ownership first; and then they are not in this version. */
export async function refuseActive(
  { db, organizationId }: Pick<Inside, 'db' | 'organizationId'>,
  id: string,
): Promise<never> {
  const website = await findWebsite(db, organizationId, id)
  if (!website!.verified_at && !(await findCovering(db, organizationId, website!))) {
    throw new ApiError(
      'website_not_verified',
      `An active scan attacks, and ${id} is not shown to be yours. Verify it first: POST /v1/websites/${id}/verification.`,
    )
  }
  throw new ApiError('scan_type_unavailable', 'Active scans are not available in this version. Use “quick” or “full”.')
}

async function requirePolicy({ db, organizationId }: Inside, id: string | null): Promise<void> {
  if (id === null || (await findPolicy(db, organizationId, id))) return
  const detail = 'is no policy of yours'
  throw new ApiError('validation_failed', `The body does not validate. policy_id ${detail}.`, {
    errors: [{ pointer: '/policy_id', detail }],
  })
}

/** The website, and which address of it to scan. A URL of a website that is not registered registers it. */
async function websiteOf(call: Inside, { website_id, url }: Creation): Promise<{ id: string; url: string }> {
  const { db, organizationId, context } = call
  if ((website_id === undefined) === (url === undefined)) {
    const detail = 'give either website_id or url'
    throw new ApiError('validation_failed', `The body does not validate: ${detail}.`, {
      errors: [{ pointer: website_id === undefined ? '/website_id' : '/url', detail }],
    })
  }
  if (website_id !== undefined) {
    const website = await holdWebsite(db, organizationId, website_id)
    if (!website) throw new ApiError('not_found', `There is no website ${website_id}.`)
    return website
  }
  const target = targetOf(url!, context.config.allowPrivate)
  const known = await findWebsiteByOrigin(db, organizationId, target.origin)
  const id = known?.id ?? (await registered(call, target)).id
  await holdWebsite(db, organizationId, id)
  return { id, url: target.url }
}

/** Somebody else may register the same website at the same moment: then it is that one. */
async function registered(call: Inside, target: ReturnType<typeof targetOf>): Promise<{ id: string }> {
  try {
    return await createWebsite(call, target, {})
  } catch (error) {
    const id = error instanceof ApiError ? error.extras.members?.website_id : undefined
    if (typeof id === 'string') return { id }
    throw error
  }
}

/** Ends a scan that waits or runs; the worker that runs it stops all traffic within two seconds. */
export async function cancelScan(call: Inside, id: string): Promise<PlatformScan> {
  const { db, organizationId, publicUrl } = call
  await lockOrganization(db, organizationId)
  const canceled = await markCanceled(db, organizationId, id)
  if (!canceled) throw notCancelable(id, await findScan(db, organizationId, id))
  const body = toScan(canceled, publicUrl)
  await recordEvent(db, organizationId, 'scan.canceled', { ...body })
  await notify(db, CANCEL_CHANNEL, id)
  await notify(db, PROGRESS_CHANNEL, id)
  return body
}

function notCancelable(id: string, scan: Selectable<ScansTable> | undefined): ApiError {
  if (!scan) return new ApiError('not_found', `There is no scan ${id}.`)
  return new ApiError('scan_not_cancelable', `The scan has ended: its status is ${scan.status}.`)
}
