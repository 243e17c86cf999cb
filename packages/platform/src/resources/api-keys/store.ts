import { type Kysely, type Selectable, sql } from 'kysely'
import type { ApiKeysTable, Schema } from '../../db/schema.ts'
import type { Page } from '../../http/list.ts'

export type ApiKeyRow = Selectable<ApiKeysTable>

/** Arrays of cidr come as PostgreSQL's own text; as text[] they come as a list. */
const COLUMNS = [
  'id',
  'organization_id',
  'name',
  'hash',
  'prefix',
  'last_four',
  'scopes',
  'expires_at',
  'revoked_at',
  'last_used_at',
  'last_used_address',
  'created_by',
  'allowed_origins',
  'created_at',
  'updated_at',
] as const
const cidrs = sql<string[]>`allowed_cidrs::text[]`.as('allowed_cidrs')

export function listApiKeys(db: Kysely<Schema>, organizationId: string, { take, before }: Page): Promise<ApiKeyRow[]> {
  let query = db
    .selectFrom('api_keys')
    .select([...COLUMNS, cidrs])
    .where('organization_id', '=', organizationId)
  if (before) query = query.where('id', '<', before)
  return query.orderBy('id', 'desc').limit(take).execute()
}

export function findApiKey(db: Kysely<Schema>, organizationId: string, id: string): Promise<ApiKeyRow | undefined> {
  return db
    .selectFrom('api_keys')
    .select([...COLUMNS, cidrs])
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export interface NewApiKey {
  id: string
  name: string
  hash: Buffer
  prefix: string
  last_four: string
  scopes: string[]
  allowed_cidrs: string[]
  allowed_origins: string[]
  expires_at: Date | null
  created_by: string
}

export function insertApiKey(db: Kysely<Schema>, organizationId: string, key: NewApiKey): Promise<ApiKeyRow> {
  return db
    .insertInto('api_keys')
    .values({
      ...key,
      organization_id: organizationId,
      allowed_cidrs: sql`${key.allowed_cidrs}::text[]::cidr[]` as never,
    })
    .returning([...COLUMNS, cidrs])
    .executeTakeFirstOrThrow()
}

export interface ApiKeyChanges {
  name?: string
  scopes?: string[]
  allowed_cidrs?: string[]
  allowed_origins?: string[]
  expires_at?: Date | null
  revoked_at?: Date
}

export function updateApiKey(
  db: Kysely<Schema>,
  organizationId: string,
  id: string,
  changes: ApiKeyChanges,
): Promise<ApiKeyRow | undefined> {
  const { allowed_cidrs, ...rest } = changes
  const list = allowed_cidrs === undefined ? {} : { allowed_cidrs: sql`${allowed_cidrs}::text[]::cidr[]` as never }
  return db
    .updateTable('api_keys')
    .set({ ...rest, ...list, updated_at: new Date() })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .returning([...COLUMNS, cidrs])
    .executeTakeFirst()
}
