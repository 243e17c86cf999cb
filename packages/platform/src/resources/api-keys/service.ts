import { sql } from 'kysely'
import { inOrganization } from '../../db/client.ts'
import { ApiError, type FieldError } from '../../errors.ts'
import { recordEvent } from '../../events/record.ts'
import { isInRanges, normaliseCidr } from '../../http/address.ts'
import { newApiKey } from '../../http/api-key.ts'
import { API_KEYS_CHANNEL, requireScope } from '../../http/authenticate.ts'
import type { Call } from '../../http/route.ts'
import type { Scope } from '../../http/scopes.ts'
import { newId } from '../../identifier.ts'
import { testOrganizationOf } from '../../test-mode/sample.ts'
import { toApiKey } from './schema.ts'
import { type ApiKeyRow, insertApiKey, updateApiKey } from './store.ts'

const RFC_3339 = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/

interface Creation {
  name: string
  mode?: 'live' | 'test'
  scopes?: string[]
  allowed_cidrs?: string[]
  allowed_origins?: string[]
  expires_at?: string | null
  force?: boolean
}

/** A new key, shown this once. It can do no more than the key that makes it. */
export async function createApiKey(call: Call, given: Creation) {
  const { db, organizationId, caller } = call
  const allowed_origins = given.allowed_origins ?? []
  const scopes = given.scopes ?? caller.scopes.filter((scope) => allowed_origins.length === 0 || isReading(scope))
  refuseGrowth(scopes, caller.scopes)
  refuseWriting(scopes, allowed_origins)
  const allowed_cidrs = cidrList(given.allowed_cidrs ?? [], caller.address, given.force ?? false)
  const expires_at = given.expires_at ? expiry(given.expires_at) : null
  const test = caller.test || given.mode === 'test'
  if (caller.test && given.mode === 'live')
    refuse({ pointer: '/mode', detail: 'a test key makes test keys only; use a live one' })
  const { key, ...stored } = freshKey(call, test)
  const values = { ...stored, name: given.name, scopes, allowed_cidrs, allowed_origins, expires_at }
  const write = async (owner: string) => {
    const row = await insertApiKey(db, owner, values)
    await recordEvent(db, owner, 'api_key.created', toApiKey(row))
    return { ...toApiKey(row), key }
  }
  if (test === caller.test) return await write(organizationId)
  const twin = await testOrganizationOf(db, organizationId)
  return await inOrganization(db, organizationId, twin, () => write(twin))
}

/**
 * A successor with the same rights; the old key works until the overlap has passed. Whoever asks sees the successor, so it
 * can have no right that the caller lacks; and what has ended has no successor.
 */
export async function rollApiKey(call: Call, old: ApiKeyRow, overlapSeconds: number) {
  const { db, organizationId, caller } = call
  const { name, scopes, allowed_cidrs, allowed_origins, expires_at } = old
  if (old.revoked_at || (expires_at && expires_at.getTime() <= Date.now()))
    throw new ApiError('api_key_ended', `The key ${old.id} was revoked or has expired. Make a new one instead.`)
  for (const scope of scopes) requireScope(caller, scope as Scope)
  const { key, ...stored } = freshKey(call, caller.test)
  const row = await insertApiKey(db, organizationId, {
    ...{ ...stored, name, scopes, allowed_cidrs, allowed_origins, expires_at },
  })
  const ends = new Date(Date.now() + overlapSeconds * 1000)
  await changeApiKey(
    call,
    old,
    overlapSeconds === 0
      ? { revoked_at: ends }
      : { expires_at: old.expires_at && old.expires_at < ends ? old.expires_at : ends },
  )
  await recordEvent(db, organizationId, 'api_key.created', toApiKey(row))
  return { ...toApiKey(row), key }
}

/** Changes a key and tells every replica, which forget what they knew of it when this commits. */
export async function changeApiKey(
  { db, organizationId }: Call,
  key: ApiKeyRow,
  changes: Parameters<typeof updateApiKey>[3],
) {
  const row = (await updateApiKey(db, organizationId, key.id, changes)) ?? key
  await sql`SELECT pg_notify(${API_KEYS_CHANNEL}, ${key.hash.toString('hex')})`.execute(db)
  if (changes.revoked_at) await recordEvent(db, organizationId, 'api_key.revoked', toApiKey(row))
  return row
}

/** Validated and normalised. Throws `validation_failed`, also for a list that shuts out `address` without `force`. */
export function cidrList(texts: readonly string[], address: string, force: boolean): string[] {
  const list = texts.map((text, index) => {
    try {
      return normaliseCidr(text)
    } catch {
      return refuse({
        pointer: `/allowed_cidrs/${index}`,
        detail: `“${text}” is neither an address nor a CIDR such as 203.0.113.0/24`,
      })
    }
  })
  if (list.length > 0 && !force && !isInRanges(address, list)) {
    refuse({
      pointer: '/allowed_cidrs',
      detail: `the list shuts out ${address}, from where you call; send "force": true if that is meant`,
    })
  }
  return list
}

/** A key that lies open in a page changes nothing. Throws `validation_failed`. */
export function refuseWriting(scopes: readonly string[], allowedOrigins: readonly string[]): void {
  const writing = allowedOrigins.length > 0 ? scopes.filter((scope) => !isReading(scope)) : []
  if (writing.length > 0)
    refuse({ pointer: '/scopes', detail: `a key for pages reads only, and these write: ${writing.join(', ')}` })
}

function isReading(scope: string): boolean {
  return scope.endsWith(':read')
}

export function refuseGrowth(wanted: readonly string[], held: readonly string[]): void {
  const more = wanted.filter((scope) => !held.includes(scope))
  if (more.length > 0)
    refuse({ pointer: '/scopes', detail: `a key cannot give what it does not have: ${more.join(', ')}` })
}

function freshKey({ context, caller }: Call, test: boolean) {
  const prefix = test ? 'lh_test_' : 'lh_live_'
  const key = newApiKey(prefix)
  const hash = context.secrets.hashApiKey(key)
  return { id: newId('key'), key, hash, prefix, last_four: key.slice(-4), created_by: caller.actor }
}

/** A moment to come, in RFC 3339. */
export function expiry(text: string): Date {
  const at = new Date(text)
  if (!RFC_3339.test(text) || Number.isNaN(at.getTime()))
    refuse({ pointer: '/expires_at', detail: `“${text}” is not a time such as 2027-01-31T00:00:00Z` })
  if (at.getTime() <= Date.now()) refuse({ pointer: '/expires_at', detail: 'is in the past' })
  return at
}

function refuse(error: FieldError): never {
  throw new ApiError('validation_failed', `The body does not validate. ${error.pointer}: ${error.detail}.`, {
    errors: [error],
  })
}
