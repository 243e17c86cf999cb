import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { MemberRole, Plan } from '../db/schema.ts'
import { ApiError } from '../errors.ts'
import { isId } from '../identifier.ts'
import { addressGroup, isInRanges } from './address.ts'
import { isApiKey } from './api-key.ts'
import type { Scope } from './scopes.ts'

/** Told whenever a key or its organisation changes, with the hash in hex, or nothing for "all of them". */
export const API_KEYS_CHANNEL = 'lasthash_api_keys'

const KEPT_MS = 10_000 // a change is told at once; this bounds what a lost notification costs
const KEPT_KEYS = 10_000
const FAILURES_PER_WINDOW = 30 // wrong keys from one address
const FAILURE_WINDOW_MS = 60_000
const KEPT_ADDRESSES = 10_000
const USED_EVERY_MS = 60_000 // last use is written at most this often for each key

/** Who calls, and what for. */
export interface Caller {
  /** Who answers for it: a key's id or a person's. */
  actor: string
  /** A person who is logged in; null for a key. */
  person: { id: string; sessionId: string; role: MemberRole } | null
  organizationId: string
  scopes: readonly string[]
  plan: Plan
  requestsPerMinute: number | null
  allowedOrigins: readonly string[]
  address: string
  /** Sees test data, and scans virtual targets. */
  test: boolean
}

interface KeyRow {
  id: string
  organization_id: string
  scopes: string[]
  allowed_cidrs: string[]
  key_origins: string[]
  expires_at: Date | null
  revoked_at: Date | null
  prefix: string
  plan: Plan
  requests_per_minute: number | null
  allowed_origins: string[]
  suspended_at: Date | null
}

/** What counts of an organisation for each of its requests. */
export type Tenant = Pick<
  KeyRow,
  'organization_id' | 'plan' | 'requests_per_minute' | 'allowed_origins' | 'suspended_at'
> & { test?: boolean }

/** What is known of a request before its key is. */
export interface Origin {
  address: string
  /** `LastHash-Organization`. */
  actFor?: string | string[] | undefined
  /** Of the page whose script asks; browsers always tell it to another site. */
  origin?: string | undefined
}

/** Finds out who calls, from the key. Keeps what it learned for seconds, so that most requests ask no database for it. */
export class Authenticator {
  readonly #context: Context
  readonly #known = new Map<string, { row: KeyRow | null; until: number }>()
  /** Organisations under others, by both ids. */
  readonly #children = new Map<string, { tenant: Tenant | null; until: number }>()
  readonly #failures = new Map<string, { count: number; until: number }>()
  readonly #used = new Map<string, { organizationId: string; address: string; at: Date }>()
  readonly #written = new Map<string, number>()
  #timer: NodeJS.Timeout | undefined
  #unlisten: (() => Promise<void>) | undefined

  constructor(context: Context) {
    this.#context = context
  }

  async start(): Promise<void> {
    const onReconnect = () => {
      this.#known.clear()
      this.#children.clear()
    }
    const forget = (hash: string) => (hash ? this.#known.delete(hash) : onReconnect())
    this.#unlisten = await this.#context.database.listen(API_KEYS_CHANNEL, forget, { onReconnect })
    this.#timer = setInterval(() => void this.#writeUses(), 1_000).unref()
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.#unlisten?.()
    await this.#writeUses()
  }

  /**
   * Finds who calls, and for which organisation: the key's own, or one under it. Throws `missing_api_key`, `invalid_api_key`,
   * `ip_not_allowed`, `origin_not_allowed`, `organization_suspended`, `plan_without_api`, `not_found` for an organisation that is not under the
   * key's, or `rate_limited` after many wrong keys.
   */
  async authenticate(authorization: string | undefined, { address, actFor, origin }: Origin): Promise<Caller> {
    const key = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1]
    if (!key) {
      const detail = authorization
        ? 'The Authorization header is not of the form “Bearer <api key>”.'
        : 'There is no Authorization header. Send “Authorization: Bearer <api key>”.'
      throw new ApiError('missing_api_key', detail, { headers: { 'www-authenticate': 'Bearer' } })
    }
    // A right key, used before, is not held up by somebody else's wrong ones from the same address.
    const hash = this.#hashOf(key)
    const known = hash && this.#known.get(hash.toString('hex'))?.row
    if (!known) this.#refuseGuessing(address)
    const row = hash && (await this.#find(hash))
    const fault = faultOf(row)
    if (!row || fault) {
      this.#countFailure(address)
      throw new ApiError('invalid_api_key', fault ?? 'The API key is unknown.', {
        headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
      })
    }
    if (row.allowed_cidrs.length > 0 && !isInRanges(address, row.allowed_cidrs)) {
      throw new ApiError(
        'ip_not_allowed',
        `The API key may not be used from ${address}. Call from an address on its list, or change the list.`,
      )
    }
    if (row.key_origins.length > 0 && !row.key_origins.includes(origin ?? '')) {
      throw new ApiError(
        'origin_not_allowed',
        `The API key works in pages of ${row.key_origins.join(', ')} only, and this is ${origin ?? 'no page at all'}.`,
      )
    }
    refuseTenant(row)
    const tenant: Tenant =
      actFor === undefined || actFor === row.organization_id ? row : await this.childOf(row, String(actFor))
    if (tenant !== row) refuseTenant(tenant)
    this.#noteUse(row, address)
    return {
      actor: row.id,
      person: null,
      organizationId: tenant.organization_id,
      scopes: row.scopes,
      plan: tenant.plan,
      requestsPerMinute: tenant.requests_per_minute,
      allowedOrigins: row.key_origins.length > 0 ? row.key_origins : tenant.allowed_origins,
      address,
      test: tenant.test ?? row.prefix === 'lh_test_',
    }
  }

  /** An organisation under another. Throws `not_found`, whether there is no such organisation or it is elsewhere. */
  async childOf({ organization_id }: Pick<Tenant, 'organization_id'>, wanted: string): Promise<Tenant> {
    const { database } = this.#context
    const both = `${organization_id} ${wanted}`
    let known = this.#children.get(both)
    if (!known || known.until <= Date.now() || !database.connected) {
      const found = isId('org', wanted)
        ? await database
            .as(organization_id)
            .selectFrom('organizations')
            .select(['id as organization_id', 'plan', 'requests_per_minute', 'allowed_origins', 'suspended_at', 'test'])
            .where('id', '=', wanted)
            .where('parent_id', '=', organization_id)
            .executeTakeFirst()
        : undefined
      known = { tenant: found ?? null, until: Date.now() + KEPT_MS }
      if (this.#children.size >= KEPT_KEYS) this.#children.clear()
      if (found) this.#children.set(both, known)
    }
    if (known.tenant) return known.tenant
    throw new ApiError('not_found', 'There is no organisation of that id under yours: see LastHash-Organization.')
  }

  /** Null for a key that nobody can have: a cut-off or misspelt one is told by its checksum. */
  #hashOf(key: string): Buffer | null {
    const { config, secrets } = this.#context
    // The installation's own key may have any form.
    return isApiKey(key) || key === config.apiKey ? secrets.hashApiKey(key) : null
  }

  async #find(hash: Buffer): Promise<KeyRow | null> {
    const { database } = this.#context
    const hex = hash.toString('hex')
    const known = this.#known.get(hex)
    if (known && known.until > Date.now() && database.connected) return known.row
    const { rows } =
      await sql<KeyRow>`SELECT id, organization_id, scopes, allowed_cidrs::text[], key_origins, expires_at, revoked_at,
      prefix, plan, requests_per_minute, allowed_origins, suspended_at FROM find_api_key(${hash})`.execute(database.app)
    if (this.#known.size >= KEPT_KEYS) this.#known.clear()
    this.#known.set(hex, { row: rows[0] ?? null, until: Date.now() + KEPT_MS })
    return rows[0] ?? null
  }

  #refuseGuessing(address: string): void {
    const failures = this.#failures.get(addressGroup(address))
    if (!failures || failures.until < Date.now() || failures.count < FAILURES_PER_WINDOW) return
    const seconds = Math.ceil((failures.until - Date.now()) / 1000)
    throw new ApiError('rate_limited', `Too many wrong API keys from ${address}. Try again in ${seconds} s.`, {
      headers: { 'retry-after': String(seconds) },
    })
  }

  #countFailure(address: string): void {
    const now = Date.now()
    const group = addressGroup(address)
    const known = this.#failures.get(group)
    if (known && known.until > now) known.count++
    else {
      if (this.#failures.size >= KEPT_ADDRESSES) this.#failures.clear()
      this.#failures.set(group, { count: 1, until: now + FAILURE_WINDOW_MS })
    }
  }

  #noteUse(row: KeyRow, address: string): void {
    if ((this.#written.get(row.id) ?? 0) + USED_EVERY_MS > Date.now()) return
    this.#used.set(row.id, { organizationId: row.organization_id, address, at: new Date() })
  }

  /** Off the requests' path, and never a reason for one to fail. */
  async #writeUses(): Promise<void> {
    const uses = [...this.#used]
    this.#used.clear()
    for (const [id, { organizationId, address, at }] of uses) {
      this.#written.set(id, at.getTime())
      await this.#context.database
        .as(organizationId)
        .updateTable('api_keys')
        .set({ last_used_at: at, last_used_address: address })
        .where('id', '=', id)
        .where('organization_id', '=', organizationId)
        .execute()
        .catch(() => this.#written.delete(id))
    }
  }
}

/** Throws `organization_suspended` and `plan_without_api`. */
function refuseTenant({ suspended_at, plan }: Tenant): void {
  refuseSuspended({ suspended_at })
  if (plan === 'starter')
    throw new ApiError('plan_without_api', 'The starter plan has no API access. Change the plan to use the API.')
}

/** Throws `organization_suspended`. */
export function refuseSuspended({ suspended_at }: Pick<Tenant, 'suspended_at'>): void {
  if (!suspended_at) return
  throw new ApiError('organization_suspended', 'The organisation is suspended. Ask the one that you have it from.')
}

function faultOf(row: KeyRow | null): string | null {
  if (!row) return 'The API key is unknown. Check that it was copied whole.'
  if (row.revoked_at && row.revoked_at.getTime() <= Date.now()) return 'The API key was revoked. Make another one.'
  if (row.expires_at && row.expires_at.getTime() <= Date.now()) return 'The API key has expired. Make another one.'
  return null
}

/** Throws `insufficient_scope`. */
export function requireScope({ scopes, person }: Pick<Caller, 'scopes' | 'person'>, scope: Scope): void {
  if (scopes.includes(scope)) return
  const detail = person
    ? `Your role, ${person.role}, lacks the scope ${scope}. An owner or admin of the organisation can change it.`
    : `The API key lacks the scope ${scope}. Use a key that has it.`
  throw new ApiError('insufficient_scope', detail, { members: { required_scope: scope } })
}
