import { rfc3339 } from '@lasthash/scanner'
import type { Selectable } from 'kysely'
import { type Static, Type } from 'typebox'
import type { ComplianceBundlesTable } from '../../db/schema.ts'
import { ASSESSMENT_EXAMPLE, Assessment } from '../compliance/schema.ts'

export const Bundle = Type.Object(
  {
    id: Type.String(),
    framework: Type.String(),
    scope: Assessment.properties.scope,
    totals: Assessment.properties.totals,
    signing_key_id: Type.String(),
    entry_count: Type.Integer(),
    size: Type.Integer({ description: 'Bytes.' }),
    sha256: Type.String({ description: 'Of the file, in hexadecimal digits.' }),
    download_url: Type.String({ description: 'With an API key, as any operation.' }),
    created_by: Type.String(),
    created_at: Type.String({ format: 'date-time' }),
  },
  { title: 'ComplianceBundle' },
)

export const BundleCreate = Type.Object(
  {
    framework: Type.String({ minLength: 1, maxLength: 40 }),
    website_id: Type.Optional(Type.String({ maxLength: 80 })),
    group_id: Type.Optional(Type.String({ maxLength: 80, description: 'Left out, as `website_id`: all websites.' })),
  },
  { additionalProperties: false },
)

export const EXAMPLE: Static<typeof Bundle> = {
  id: 'bdl_01k0000000000000000000000',
  framework: 'pci_dss_4',
  scope: ASSESSMENT_EXAMPLE.scope,
  totals: ASSESSMENT_EXAMPLE.totals,
  signing_key_id: 'sgk_21fe31dfa154a261626bf854046fd227',
  entry_count: 9,
  size: 1_048_576,
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  download_url: 'https://app.lasthash.com/v1/compliance/bundles/bdl_01k0000000000000000000000/file',
  created_by: 'key_01k0000000000000000000000',
  created_at: '2026-01-15T15:00:00Z',
}

export function toBundle(row: Selectable<ComplianceBundlesTable>, publicUrl: string): Static<typeof Bundle> {
  const { id, framework, scope, totals, signing_key_id, entry_count, size, sha256, created_by, created_at } = row
  return {
    ...{ id, framework, scope: scope as never, totals, signing_key_id, entry_count, size, sha256 },
    download_url: `${publicUrl}/v1/compliance/bundles/${id}/file`,
    created_by,
    created_at: rfc3339(created_at),
  }
}
