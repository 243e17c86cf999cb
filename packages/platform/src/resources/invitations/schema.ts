import { rfc3339 } from '@lasthash/scanner'
import type { Selectable } from 'kysely'
import { type TSchema, Type } from 'typebox'
import type { InvitationsTable } from '../../db/schema.ts'
import { Role } from '../users/schema.ts'

const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Time = Type.String({ format: 'date-time' })

const FIELDS = {
  id: Type.String(),
  email: Type.String(),
  role: Role,
  status: Type.Enum(['pending', 'accepted', 'revoked', 'expired']),
  invited_by: Type.String({ description: 'The person or the key.' }),
  mailed_at: Nullable(
    Type.String({
      format: 'date-time',
      description: 'When the link was sent to the address; null: it was not sent, and whoever invited got it.',
    }),
  ),
  expires_at: Time,
  accepted_at: Nullable(Time),
  user_id: Nullable(Type.String({ description: 'Who accepted it.' })),
  revoked_at: Nullable(Time),
  created_at: Time,
  updated_at: Time,
}
export const Invitation = Type.Object(FIELDS, { title: 'Invitation' })
export const InvitationSent = Type.Object(
  {
    ...FIELDS,
    accept_url: Nullable(
      Type.String({
        description: 'The link, this once, to be handed over by you: where mail is not set up, or could not be sent.',
      }),
    ),
  },
  { title: 'InvitationSent' },
)

export const InvitationCreate = Type.Object(
  {
    email: Type.String({ minLength: 3, maxLength: 254, pattern: '^[^\\s@<>,;"]+@[^\\s@<>,;"]+$' }),
    role: Role,
  },
  { additionalProperties: false },
)

export const EXAMPLE = {
  id: 'inv_01k0000000000000000000000',
  email: 'ada@example.com',
  role: 'analyst',
  status: 'pending',
  invited_by: 'user_01k0000000000000000000000',
  mailed_at: '2026-01-15T00:00:00Z',
  expires_at: '2026-01-22T00:00:00Z',
  accepted_at: null,
  user_id: null,
  revoked_at: null,
  created_at: '2026-01-15T00:00:00Z',
  updated_at: '2026-01-15T00:00:00Z',
}
export const SENT_EXAMPLE = { ...EXAMPLE, accept_url: null }

export type InvitationRow = Omit<Selectable<InvitationsTable>, 'token_hash'>

export function toInvitation(row: InvitationRow) {
  const { id, email, role, invited_by, accepted_at, accepted_by, revoked_at, expires_at, mailed_at } = row
  const time = (at: Date | null) => at && rfc3339(at)
  const ended = accepted_at ? 'accepted' : revoked_at ? 'revoked' : null
  return {
    id,
    email,
    role,
    status: ended ?? (expires_at.getTime() <= Date.now() ? 'expired' : 'pending'),
    invited_by,
    mailed_at: time(mailed_at),
    expires_at: rfc3339(expires_at),
    accepted_at: time(accepted_at),
    user_id: accepted_by,
    revoked_at: time(revoked_at),
    created_at: rfc3339(row.created_at),
    updated_at: rfc3339(row.updated_at),
  }
}
