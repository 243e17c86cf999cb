import type { AttestationData } from '@lasthash/reports/compliance-data'
import { rfc3339 } from '@lasthash/scanner'
import type { Selectable } from 'kysely'
import { type Static, type TSchema, Type } from 'typebox'
import type { AttestationsTable } from '../../db/schema.ts'

const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Time = Type.String({ format: 'date-time' })

/** Of an attestation's file, in storage. */
export const fileKeyOf = (id: string) => `attestations/${id}`

export const VERDICTS = ['met', 'not_met', 'not_applicable'] as const

const FileShown = Type.Object({
  name: Type.String(),
  media_type: Type.String(),
  size: Type.Integer({ description: 'Bytes.' }),
  sha256: Type.String({ description: 'In hexadecimal digits.' }),
})

export const Attestation = Type.Object(
  {
    id: Type.String(),
    framework: Type.String(),
    requirement: Type.String({ description: 'Its number, as its publisher has it.' }),
    website_id: nullable(Type.String({ description: 'Null: of all websites.' })),
    verdict: Type.Enum([...VERDICTS]),
    statement: Type.String(),
    author: Type.String({ description: 'The id of the person, or of the key.' }),
    file: nullable(FileShown),
    counts: Type.Boolean({ description: 'False once it has expired or was withdrawn.' }),
    expires_at: nullable(Time),
    withdrawn_at: nullable(Time),
    withdrawn_by: nullable(Type.String()),
    created_at: Time,
  },
  { title: 'Attestation' },
)

export const AttestationCreate = Type.Object(
  {
    framework: Type.String({ minLength: 1, maxLength: 40, description: 'As `pci_dss_4`.' }),
    requirement: Type.String({ minLength: 1, maxLength: 40, description: 'As `12.1.1`.' }),
    website_id: Type.Optional(Type.String({ maxLength: 80, description: 'Left out: it is of all websites.' })),
    verdict: Type.Enum([...VERDICTS]),
    statement: Type.String({
      minLength: 1,
      maxLength: 10_000,
      description: 'What was looked at, by whom, and what came of it: auditors read it.',
    }),
    expires_at: Type.Optional(nullable(Type.String({ format: 'date-time', description: 'It counts until then.' }))),
    file: Type.Optional(
      Type.Object(
        {
          name: Type.String({ minLength: 1, maxLength: 200, pattern: '^[^/\\\\\\x00-\\x1f]+$' }),
          media_type: Type.String({ maxLength: 100, pattern: '^[a-z0-9]+/[a-zA-Z0-9][a-zA-Z0-9.+-]*$' }),
          content: Type.String({
            minLength: 1,
            maxLength: 1_000_000,
            description:
              'Base64 of at most 750,000 bytes. Of what is larger, name the place and the SHA-256 in the statement.',
          }),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
)

export const EXAMPLE: Static<typeof Attestation> = {
  id: 'att_01k0000000000000000000000',
  framework: 'pci_dss_4',
  requirement: '12.1.1',
  website_id: null,
  verdict: 'met',
  statement: 'The security policy was approved by the board on 12 January 2026; see the minutes.',
  author: 'user_01k0000000000000000000000',
  file: {
    name: 'minutes.pdf',
    media_type: 'application/pdf',
    size: 48_213,
    sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  },
  counts: true,
  expires_at: '2027-01-12T00:00:00Z',
  withdrawn_at: null,
  withdrawn_by: null,
  created_at: '2026-01-15T00:00:00Z',
}

export function toAttestation(row: Selectable<AttestationsTable>, at = Date.now()): Static<typeof Attestation> {
  const { withdrawn_at, withdrawn_by, framework, requirement } = row
  const counts = withdrawn_at === null && (row.expires_at === null || row.expires_at.getTime() > at)
  const { id, website_id, verdict, statement, author, created_at, expires_at, file } = toAttestationData(row)
  return {
    ...{ id, framework, requirement, website_id, verdict, statement, author, file, counts, expires_at },
    withdrawn_at: withdrawn_at && rfc3339(withdrawn_at),
    withdrawn_by,
    created_at,
  }
}

/** As reports and assessments have it. */
export function toAttestationData(row: Selectable<AttestationsTable>): AttestationData {
  const { id, website_id, verdict, statement, author, file_name, file_type, file_size, file_sha256 } = row
  return {
    ...{ id, website_id, verdict, statement, author },
    created_at: rfc3339(row.created_at),
    expires_at: row.expires_at && rfc3339(row.expires_at),
    file:
      file_name === null ? null : { name: file_name, media_type: file_type!, size: file_size!, sha256: file_sha256! },
  }
}
