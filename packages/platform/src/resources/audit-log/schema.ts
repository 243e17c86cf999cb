import { rfc3339 } from '@lasthash/scanner'
import { type TSchema, Type } from 'typebox'
import type { AuditEntry } from '../../audit/chain.ts'

const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Shown = Type.Union([Type.Unknown(), Type.Null()], {
  description: 'As the API shows it, without secrets; null where there was nothing.',
})

export const Entry = Type.Object(
  {
    sequence: Type.Integer({ description: '1, 2, 3, … within the organisation.' }),
    created_at: Type.String({ format: 'date-time' }),
    created_ms: Type.Integer({ description: 'The same in milliseconds since the epoch: what the hash covers.' }),
    organization_id: Type.String(),
    key_id: Type.String({ description: 'Who: the key, or the person.' }),
    user_id: Nullable(Type.String({ description: 'Who, where it was a person.' })),
    address: Type.String({ description: 'From where.' }),
    request_id: Type.String(),
    operation: Type.String({ description: 'What: the `operationId` of this description.' }),
    object_id: Type.Union([Type.String(), Type.Null()], { description: 'To what.' }),
    before: Shown,
    after: Shown,
    hash: Type.String({ description: 'SHA-256, hexadecimal, of the previous entry’s hash and of this entry.' }),
  },
  { title: 'AuditLogEntry' },
)

export const EXAMPLE = {
  sequence: 42,
  created_at: '2026-01-15T00:00:00Z',
  created_ms: 1_768_435_200_000,
  organization_id: 'org_01k0000000000000000000000',
  key_id: 'key_01k0000000000000000000000',
  user_id: null,
  address: '203.0.113.7',
  request_id: 'req_01k0000000000000000000000',
  operation: 'updateWebsite',
  object_id: 'ws_01k0000000000000000000000',
  before: { id: 'ws_01k0000000000000000000000', name: 'Shop' },
  after: { id: 'ws_01k0000000000000000000000', name: 'Shop, old' },
  hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
}

export function toEntry({ seal: _, hash, created_at, actor, ...entry }: AuditEntry) {
  const who = { key_id: actor, user_id: actor.startsWith('user_') ? actor : null }
  return {
    ...entry,
    ...who,
    created_at: rfc3339(created_at),
    created_ms: created_at.getTime(),
    hash: hash.toString('hex'),
  }
}
