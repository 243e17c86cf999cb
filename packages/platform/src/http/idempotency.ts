import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../db/schema.ts'
import { ApiError } from '../errors.ts'
import type { Secrets } from '../secrets.ts'
import type { Method, Reply } from './route.ts'

export interface IdempotentRequest {
  organizationId: string
  /** Method and path pattern: a key is scoped to organisation and route. */
  route: string
  key: string
  /** What must be equal for the key to mean the same request. */
  payload: unknown
}

/** The header's value, quoted or bare; undefined when it is absent, or not for this method. Throws `validation_failed`. */
export function idempotencyKey(header: string | string[] | undefined, method: Method): string | undefined {
  if (header === undefined || method !== 'POST') return undefined
  const key = String(header).replace(/^"(.*)"$/, '$1')
  if (/^[\x20-\x7e]{1,255}$/.test(key)) return key
  const detail = 'has 1 to 255 printable ASCII characters, quoted or bare'
  throw new ApiError('validation_failed', `Idempotency-Key ${detail}.`, {
    errors: [{ header: 'Idempotency-Key', detail }],
  })
}

/**
 * Runs `work` once for each key within 24 hours, and gives the stored answer after that. Key and work are written in one
 * transaction: either both are there or neither is. An answer may hold a secret that is shown once, so it is kept sealed.
 * Throws `idempotency_key_in_use` and `idempotency_key_reused`.
 */
export async function once(
  trx: Kysely<Schema>,
  secrets: Secrets,
  request: IdempotentRequest,
  work: () => Promise<Reply>,
): Promise<Reply> {
  const { organizationId, route, key } = request
  const lock = createHash('sha256')
    .update(JSON.stringify([organizationId, route, key]))
    .digest()
    .readBigInt64BE()
    .toString()
  const { rows } = await sql<{ free: boolean }>`SELECT pg_try_advisory_xact_lock(${lock}::bigint) AS free`.execute(trx)
  if (!rows[0]!.free) {
    throw new ApiError(
      'idempotency_key_in_use',
      'A request with this Idempotency-Key is under way. Repeat it in a moment.',
      { headers: { 'retry-after': '1' } },
    )
  }
  const hash = createHash('sha256').update(canonical(request.payload)).digest()
  const stored = await trx
    .selectFrom('idempotency_keys')
    .select(['request_hash', 'status', 'headers', 'body'])
    .where('organization_id', '=', organizationId)
    .where('route', '=', route)
    .where('key', '=', key)
    .where('created_at', '>', sql<Date>`now() - interval '24 hours'`)
    .executeTakeFirst()
  if (stored) {
    if (!stored.request_hash.equals(hash)) {
      throw new ApiError(
        'idempotency_key_reused',
        'This Idempotency-Key was used for another request. Use a new key for each new request.',
      )
    }
    return {
      status: stored.status,
      body: JSON.parse(secrets.open(Buffer.from(stored.body, 'base64')).toString('utf8')),
      headers: { ...stored.headers, 'idempotent-replayed': 'true' },
    }
  }
  const reply = await work()
  await trx
    .insertInto('idempotency_keys')
    .values({
      organization_id: organizationId,
      route,
      key,
      request_hash: hash,
      status: reply.status,
      headers: JSON.stringify(reply.headers ?? {}),
      body: secrets.seal(JSON.stringify(reply.body ?? null)).toString('base64'),
    })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'route', 'key']).doUpdateSet((row) => ({
        request_hash: row.ref('excluded.request_hash'),
        status: row.ref('excluded.status'),
        headers: row.ref('excluded.headers'),
        body: row.ref('excluded.body'),
        created_at: sql<Date>`now()`,
      })),
    )
    .execute()
  return reply
}

/** The same text for the same payload, in whatever order its members come. */
function canonical(payload: unknown): string {
  return JSON.stringify(payload ?? null, (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}
