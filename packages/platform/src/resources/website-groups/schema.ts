import { rfc3339 } from '@lasthash/scanner'
import { Type } from 'typebox'
import type { Group as Row } from './store.ts'

const Name = Type.String({ minLength: 1, maxLength: 100 })
const Description = Type.String({ maxLength: 1_000 })

export const WebsiteGroup = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    description: Type.String(),
    created_at: Type.String({ format: 'date-time' }),
    updated_at: Type.String({ format: 'date-time' }),
  },
  { title: 'WebsiteGroup' },
)

export const WebsiteGroupCreate = Type.Object(
  { name: Name, description: Type.Optional(Description) },
  { additionalProperties: false },
)

export const WebsiteGroupPatch = Type.Object(
  { name: Type.Optional(Name), description: Type.Optional(Type.Union([Description, Type.Null()])) },
  { additionalProperties: false },
)

export const EXAMPLE = {
  id: 'grp_01k0000000000000000000000',
  name: 'Shops',
  description: 'Everything that takes orders.',
  created_at: '2026-01-15T00:00:00Z',
  updated_at: '2026-01-15T00:00:00Z',
}

/** A row as the API gives it. */
export function toGroup({ id, name, description, created_at, updated_at }: Row) {
  return { id, name, description, created_at: rfc3339(created_at), updated_at: rfc3339(updated_at) }
}
