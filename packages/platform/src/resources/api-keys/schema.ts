import { rfc3339 } from '@lasthash/scanner'
import type { Selectable } from 'kysely'
import { Type } from 'typebox'
import type { ApiKeysTable } from '../../db/schema.ts'
import { ALL_SCOPES } from '../../http/scopes.ts'

const Nullable = <T extends import('typebox').TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Name = Type.String({ minLength: 1, maxLength: 200 })
const Scopes = Type.Array(Type.Enum(ALL_SCOPES as string[]), {
  minItems: 1,
  maxItems: ALL_SCOPES.length,
  uniqueItems: true,
})
const Cidrs = Type.Array(Type.String({ minLength: 2, maxLength: 49 }), {
  maxItems: 50,
  description: 'Addresses or CIDRs, IPv4 and IPv6; empty: from anywhere.',
})
const Origins = Type.Array(Type.String({ maxLength: 300, pattern: '^https?://[^/?#]+$' }), {
  maxItems: 20,
  uniqueItems: true,
  description: 'Origins of pages whose scripts use it: such a key reads only, and only there. Empty: for servers.',
})
const Force = Type.Boolean({ description: 'Needed for a list that shuts out the address that you call from.' })
const Expiry = Nullable(Type.String({ maxLength: 40, description: 'RFC 3339; null: never.' }))
const Time = Type.String({ format: 'date-time' })

const Mode = Type.Enum(['live', 'test'], {
  description: '`test`: sees data of its own, and scans virtual targets with known results.',
})

const FIELDS = {
  id: Type.String(),
  mode: Mode,
  organization_id: Type.String({
    description:
      'Whose data it sees. That of test keys is its own: a live key gets there with `LastHash-Organization`.',
  }),
  name: Type.String(),
  last_four: Type.String(),
  scopes: Type.Array(Type.String()),
  allowed_cidrs: Type.Array(Type.String()),
  allowed_origins: Type.Array(Type.String()),
  expires_at: Nullable(Time),
  revoked_at: Nullable(Time),
  last_used_at: Nullable(Time),
  last_used_address: Nullable(Type.String()),
  created_by: Nullable(Type.String({ description: 'The person or the key that made it; null: LastHash itself.' })),
  created_at: Time,
  updated_at: Time,
}
export const ApiKey = Type.Object(FIELDS, { title: 'ApiKey' })
export const ApiKeyCreated = Type.Object(
  { ...FIELDS, key: Type.String({ description: 'The key itself, this once.' }) },
  { title: 'ApiKeyCreated' },
)

export const ApiKeyCreate = Type.Object(
  {
    name: Name,
    mode: Type.Optional(Mode),
    scopes: Type.Optional(Scopes),
    allowed_cidrs: Type.Optional(Cidrs),
    allowed_origins: Type.Optional(Origins),
    expires_at: Type.Optional(Expiry),
    force: Type.Optional(Force),
  },
  { additionalProperties: false },
)
export const ApiKeyPatch = Type.Object(
  {
    name: Type.Optional(Name),
    scopes: Type.Optional(Scopes),
    allowed_cidrs: Type.Optional(Nullable(Cidrs)),
    allowed_origins: Type.Optional(Nullable(Origins)),
    expires_at: Type.Optional(Expiry),
    force: Type.Optional(Force),
  },
  { additionalProperties: false },
)
export const ApiKeyRoll = Type.Object(
  {
    overlap_seconds: Type.Optional(
      Type.Integer({ minimum: 0, maximum: 604_800, default: 86_400, description: 'How long the old key still works.' }),
    ),
  },
  { additionalProperties: false },
)

export const EXAMPLE = {
  id: 'key_01k0000000000000000000000',
  mode: 'live',
  organization_id: 'org_01k0000000000000000000000',
  name: 'Pipeline',
  last_four: 'x7Q2',
  scopes: ['scans:read', 'scans:write'],
  allowed_cidrs: ['203.0.113.0/24'],
  allowed_origins: [],
  expires_at: null,
  revoked_at: null,
  last_used_at: null,
  last_used_address: null,
  created_by: 'user_01k0000000000000000000000',
  created_at: '2026-01-15T00:00:00Z',
  updated_at: '2026-01-15T00:00:00Z',
}

export function toApiKey(row: Omit<Selectable<ApiKeysTable>, 'hash'>) {
  const { id, organization_id, name, last_four, scopes, allowed_cidrs, allowed_origins } = row
  const time = (at: Date | null) => at && rfc3339(at)
  return {
    id,
    mode: row.prefix === 'lh_test_' ? 'test' : 'live',
    organization_id,
    name,
    last_four,
    scopes,
    allowed_cidrs,
    allowed_origins,
    expires_at: time(row.expires_at),
    revoked_at: time(row.revoked_at),
    last_used_at: time(row.last_used_at),
    last_used_address: row.last_used_address,
    created_by: row.created_by,
    created_at: rfc3339(row.created_at),
    updated_at: rfc3339(row.updated_at),
  }
}
