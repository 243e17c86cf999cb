import { type OwnershipMethod, type OwnershipProof, ownershipRecord, rfc3339 } from '@lasthash/scanner'
import type { Selectable } from 'kysely'
import { type Static, type TSchema, Type } from 'typebox'
import type { WebsitesTable } from '../../db/schema.ts'

const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Method = Type.Enum(['dns', 'file', 'meta'])
const time = nullable(Type.String({ format: 'date-time' }))

export const Verification = Type.Object(
  {
    website_id: Type.String(),
    status: Type.Enum(['unverified', 'verified'], {
      description: 'Verified also by a verified website of a parent name: `covered_by` names that one.',
    }),
    method: nullable(Method),
    record: nullable(
      Type.Object({
        method: Method,
        place: Type.String({
          description: 'The name of the TXT record, the address of the file, or the address of the page.',
        }),
        content: Type.String({
          description: 'The record’s text, the file’s content, or the element for the page’s head.',
        }),
      }),
    ),
    covered_by: nullable(Type.String()),
    verified_at: time,
    checked_at: time,
    failing_since: nullable(
      Type.String({
        format: 'date-time',
        description: 'Since when the daily look has found nothing; after three days it is lost.',
      }),
    ),
    failure: nullable(Type.String({ description: 'What the last look found instead.' })),
  },
  { title: 'Verification' },
)

export const VerificationCreate = Type.Object({ method: Method }, { additionalProperties: false })

export const EXAMPLE: Static<typeof Verification> = {
  website_id: 'ws_01k0000000000000000000000',
  status: 'unverified',
  method: 'dns',
  record: {
    method: 'dns',
    place: '_lasthash.example.com',
    content: 'lasthash-verification=q3Zt8Kx1Lw0sPb7VnR2yQm5T',
  },
  covered_by: null,
  verified_at: null,
  checked_at: null,
  failing_since: null,
  failure: null,
}

/** A website's verification as the API gives it; `coveredBy` is a verified website of a parent name. */
export function toVerification(row: Selectable<WebsitesTable>, coveredBy: string | null): Static<typeof Verification> {
  const { verification_token: token, verification_method: method } = row
  const when = (at: Date | null) => at && rfc3339(at)
  return {
    website_id: row.id,
    status: row.verified_at || coveredBy ? 'verified' : 'unverified',
    method,
    record: token !== null && method !== null ? ownershipRecord(row.origin, token, method) : null,
    covered_by: coveredBy,
    verified_at: when(row.verified_at),
    checked_at: when(row.verification_checked_at),
    failing_since: when(row.verification_failing_since),
    failure: row.verification_failure,
  }
}

/** What was found instead of the token, in one text. */
export function failureOf({ found }: OwnershipProof): string {
  return found.map(({ detail }) => detail).join(' ')
}

export type { OwnershipMethod }
