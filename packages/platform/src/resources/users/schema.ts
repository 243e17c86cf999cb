import { rfc3339 } from '@lasthash/scanner'
import { Type } from 'typebox'
import { MEMBER_ROLES } from '../../http/roles.ts'
import type { UserRow } from './store.ts'

export const Role = Type.Enum([...MEMBER_ROLES], {
  description:
    '`owner`: everything. `admin`: all but plans, limits, and making and removing organisations. `analyst`: reads, scans and judges vulnerabilities and alerts. `viewer`: reads.',
})

export const User = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    email: Type.String(),
    email_verified: Type.Boolean({ description: 'Whether mail to the address is known to reach the person.' }),
    role: Role,
    two_factor_enabled: Type.Boolean({ description: 'Whether a log-in by password takes a code as well.' }),
    joined_at: Type.String({ format: 'date-time' }),
    updated_at: Type.String({ format: 'date-time', description: 'When the role was set.' }),
  },
  { title: 'User' },
)

export const UserPatch = Type.Object({ role: Type.Optional(Role) }, { additionalProperties: false })

export const EXAMPLE = {
  id: 'user_01k0000000000000000000000',
  name: 'Ada Example',
  email: 'ada@example.com',
  email_verified: true,
  role: 'analyst',
  two_factor_enabled: true,
  joined_at: '2026-01-15T00:00:00Z',
  updated_at: '2026-01-15T00:00:00Z',
}

export function toUser({ joined_at, updated_at, ...row }: UserRow) {
  return { ...row, joined_at: rfc3339(joined_at), updated_at: rfc3339(updated_at) }
}
