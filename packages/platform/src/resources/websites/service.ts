import { parseTarget, type Target, TargetError } from '@lasthash/scanner'
import type { Kysely, Selectable } from 'kysely'
import type { Criticality, Schema, WebsitesTable } from '../../db/schema.ts'
import { ApiError } from '../../errors.ts'
import { recordEvent } from '../../events/record.ts'
import type { Call } from '../../http/route.ts'
import { admitScansAsSystem, lockOrganization } from '../../jobs/admit.ts'
import type { Secrets } from '../../secrets.ts'
import { isVirtual, TARGET_URLS } from '../../test-mode/targets.ts'
import { knownGroups } from '../website-groups/store.ts'
import { opensAt } from './allowed-hours.ts'
import { toWebsite } from './schema.ts'
import { changedSettings, type FullSettings, openSettings, type StoredSettings, storedSettings } from './settings.ts'
import type { SettingsPatch } from './settings-schema.ts'
import { findWebsiteByOrigin, holdForChange, insertWebsite, putOff, updateWebsite } from './store.ts'

type Inside = Pick<Call, 'context' | 'organizationId' | 'db'>

/** Reads a website's address as the engine does. Throws `target_refused` with the reason. */
export function targetOf(
  url: string,
  allowPrivate: boolean,
  place: { pointer: string } | { parameter: string } = { pointer: '/url' },
): Target {
  try {
    return parseTarget(url, { allowPrivate })
  } catch (error) {
    if (!(error instanceof TargetError)) throw error
    throw new ApiError('target_refused', error.message, { errors: [{ ...place, detail: error.message }] })
  }
}

/** What a caller may say of a website, at first and later; null gives a field the value that it has when left out at first. */
export interface Given {
  name?: string | null
  tags?: string[] | null
  groups?: string[] | null
  criticality?: Criticality | null
  settings?: SettingsPatch | null
}

/** Registers a website and tells of it. Throws `website_exists` with the id of the one that is there. */
export async function createWebsite(
  { db, organizationId, context }: Inside,
  target: Target,
  given: Given,
): Promise<Selectable<WebsitesTable>> {
  const { url, origin, host } = target
  await refuseMixed(db, organizationId, url)
  await refuseUnknownGroups(db, organizationId, given.groups ?? [])
  const website = await insertWebsite(db, organizationId, {
    url,
    origin,
    name: given.name ?? host,
    tags: given.tags ?? [],
    group_ids: given.groups ?? [],
    criticality: given.criticality ?? 'medium',
    ...settingsAfter({}, given.settings, origin, context.secrets),
  })
  if (!website) {
    const present = await findWebsiteByOrigin(db, organizationId, origin)
    throw new ApiError('website_exists', `${origin} is registered already, as ${present?.id}.`, {
      members: { website_id: present?.id },
    })
  }
  await recordEvent(db, organizationId, 'website.created', toWebsite(website))
  return website
}

/** What is stored once the patch is applied; nothing where none is given. Throws `validation_failed` with every fault. */
function settingsAfter(
  present: FullSettings,
  patch: SettingsPatch | null | undefined,
  origin: string,
  secrets: Secrets,
): Partial<StoredSettings> {
  if (patch === undefined) return {}
  const changed = changedSettings(present, patch, origin)
  if ('settings' in changed) return storedSettings(changed.settings, secrets)
  const { pointer, detail } = changed.faults[0]!
  throw new ApiError('validation_failed', `The body does not validate. ${pointer}: ${detail}.`, {
    errors: changed.faults,
  })
}

async function refuseUnknownGroups(db: Kysely<Schema>, organizationId: string, ids: readonly string[]): Promise<void> {
  const known = await knownGroups(db, organizationId, ids)
  const unknown = ids.flatMap((id, index) =>
    known.has(id) ? [] : [{ pointer: `/groups/${index}`, detail: `there is no group ${id}` }],
  )
  if (unknown.length === 0) return
  throw new ApiError(
    'validation_failed',
    `The body does not validate. ${unknown[0]!.pointer}: ${unknown[0]!.detail}.`,
    {
      errors: unknown,
    },
  )
}

/** Whether the organisation is what test keys see. */
export async function isOfTests(trx: Kysely<Schema>, organizationId: string): Promise<boolean> {
  const { test } = await trx
    .selectFrom('organizations')
    .select('test')
    .where('id', '=', organizationId)
    .executeTakeFirstOrThrow()
  return test
}

/** Test keys scan virtual targets only, and nobody else does. */
async function refuseMixed(trx: Kysely<Schema>, organizationId: string, url: string): Promise<void> {
  const test = await isOfTests(trx, organizationId)
  if (test === isVirtual(url)) return
  const detail = test
    ? `a test key scans virtual targets only: ${TARGET_URLS.join(', ')}`
    : 'this is a virtual target, for test keys only'
  throw new ApiError('target_refused', `${url}: ${detail}.`, { errors: [{ pointer: '/url', detail }] })
}

/** JSON merge patch. Undefined when there is no such website. */
export async function changeWebsite(
  { db, organizationId, context }: Inside,
  id: string,
  { name, tags, groups, criticality, settings }: Given,
): Promise<Selectable<WebsitesTable> | undefined> {
  const website = await holdForChange(db, organizationId, id)
  if (!website) return undefined
  const { host } = new URL(website.origin)
  if (groups) await refuseUnknownGroups(db, organizationId, groups)
  const stored = settings === undefined ? {} : changeSettings(website, settings, context.secrets)
  const changed = await updateWebsite(db, organizationId, id, {
    ...(name === undefined ? {} : { name: name ?? host }),
    ...(tags === undefined ? {} : { tags: tags ?? [] }),
    ...(groups === undefined ? {} : { group_ids: groups ?? [] }),
    ...(criticality === undefined ? {} : { criticality: criticality ?? 'medium' }),
    ...stored,
  })
  if (settings !== undefined && changed) {
    await lockOrganization(db, organizationId)
    await putOff(db, organizationId, id, opensAt(changed.settings?.allowed_hours, new Date()))
    await admitScansAsSystem(context.queue, db, organizationId)
  }
  return changed
}

/** What was stored under another installation's secret is lost: it can be set anew, and nothing of it kept. */
function changeSettings(website: Selectable<WebsitesTable>, patch: SettingsPatch | null, secrets: Secrets) {
  let present: FullSettings = {}
  try {
    present = openSettings(website, secrets)
  } catch {
    const { headers: _, cookies: __, login: ___, ...rest } = website.settings ?? {}
    present = rest
  }
  return settingsAfter(present, patch, website.origin, secrets)
}
