import { parseTarget, type Target, TargetError } from '@lasthash/scanner'
import type { Kysely, Selectable } from 'kysely'
import type { Schema, WebsitesTable } from '../../db/schema.ts'
import { ApiError } from '../../errors.ts'
import { recordEvent } from '../../events/record.ts'
import { isVirtual, TARGET_URLS } from '../../test-mode/targets.ts'
import { toWebsite } from './schema.ts'
import { findWebsite, findWebsiteByOrigin, insertWebsite, updateWebsite } from './store.ts'

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

/** Registers a website and tells of it. Throws `website_exists` with the id of the one that is there. */
export async function createWebsite(
  trx: Kysely<Schema>,
  organizationId: string,
  target: Target,
  given: { name?: string; tags?: string[] },
): Promise<Selectable<WebsitesTable>> {
  const { url, origin, host } = target
  await refuseMixed(trx, organizationId, url)
  const website = await insertWebsite(trx, organizationId, {
    url,
    origin,
    name: given.name ?? host,
    tags: given.tags ?? [],
  })
  if (!website) {
    const present = await findWebsiteByOrigin(trx, organizationId, origin)
    throw new ApiError('website_exists', `${origin} is registered already, as ${present?.id}.`, {
      members: { website_id: present?.id },
    })
  }
  await recordEvent(trx, organizationId, 'website.created', toWebsite(website))
  return website
}

/** Test keys scan virtual targets only, and nobody else does. */
async function refuseMixed(trx: Kysely<Schema>, organizationId: string, url: string): Promise<void> {
  const { test } = await trx
    .selectFrom('organizations')
    .select('test')
    .where('id', '=', organizationId)
    .executeTakeFirstOrThrow()
  if (test === isVirtual(url)) return
  const detail = test
    ? `a test key scans virtual targets only: ${TARGET_URLS.join(', ')}`
    : 'this is a virtual target, for test keys only'
  throw new ApiError('target_refused', `${url}: ${detail}.`, { errors: [{ pointer: '/url', detail }] })
}

/** JSON merge patch: null gives a field the value that it has when left out at first. Undefined when there is no such website. */
export async function changeWebsite(
  trx: Kysely<Schema>,
  organizationId: string,
  id: string,
  { name, tags }: { name?: string | null; tags?: string[] | null },
): Promise<Selectable<WebsitesTable> | undefined> {
  const website = await findWebsite(trx, organizationId, id)
  if (!website) return undefined
  const { host } = new URL(website.origin)
  return updateWebsite(trx, organizationId, id, {
    ...(name === undefined ? {} : { name: name ?? host }),
    ...(tags === undefined ? {} : { tags: tags ?? [] }),
  })
}
