import {
  type AssessedRequirement,
  type ComplianceAssessment,
  REQUIREMENT_STATUSES,
} from '@lasthash/reports/compliance-data'
import { rfc3339 } from '@lasthash/scanner'
import type { Selectable } from 'kysely'
import { type Static, type TSchema, Type } from 'typebox'
import type { MappedFramework } from '../../compliance/requirements.ts'
import type { ComplianceChangesTable } from '../../db/schema.ts'

const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Time = Type.String({ format: 'date-time' })
const Count = Type.Integer({ minimum: 0 })
const Texts = Type.Array(Type.String())

export const Status = Type.Enum([...REQUIREMENT_STATUSES], {
  description:
    'From worst to best. `failing`: something was found, or it was attested not to be met. `not_tested`: none of its checks has an answer. `attestation_needed`: what shows from outside passes, and the rest has not been attested. `partly_tested`: nothing was found, and some checks have no answer. `accepted`: what was found is an accepted risk. `met`. `not_applicable`: attested so.',
})

const Level = nullable(Type.Integer({ description: 'Of ASVS only: 1, 2 or 3.' }))
const Unseen = nullable(
  Type.String({ description: 'What of it cannot be seen from outside; null where all of it shows.' }),
)

export const FrameworkSummary = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    publisher: Type.String(),
    source: Type.String({ description: 'Where its publisher has it.' }),
    covers: Type.String({ description: 'Which parts of it are here.' }),
    requirements: Count,
    with_checks: Type.Integer({ description: 'To how many of them a check speaks.' }),
    followed: Type.Boolean({ description: 'Whether an alert and an event tell when a website drifts from it.' }),
  },
  { title: 'FrameworkSummary' },
)

export const Framework = Type.Object(
  {
    ...Type.Omit(FrameworkSummary, ['requirements']).properties,
    requirements: Type.Array(
      Type.Object({
        number: Type.String(),
        level: Level,
        title: Type.String({ description: 'What it asks, in our words.' }),
        checks: Type.Array(Type.String(), { description: 'The checks that speak to it.' }),
        unseen: Unseen,
      }),
    ),
  },
  { title: 'Framework' },
)

export const FrameworkPatch = Type.Object({ followed: Type.Boolean() }, { additionalProperties: false })

const Evidence = Type.Object({
  vulnerability_id: Type.String(),
  website_id: Type.String(),
  check: Type.String(),
  title: Type.String(),
  severity: Type.String(),
  status: Type.String(),
  reason: nullable(Type.String()),
  author: nullable(Type.String()),
  first_seen_at: Time,
  last_seen_at: Time,
  scan_id: Type.String({ description: 'The last scan that saw it.' }),
})

const AttestedBy = Type.Object({
  id: Type.String(),
  website_id: nullable(Type.String()),
  verdict: Type.Enum(['met', 'not_met', 'not_applicable']),
  statement: Type.String(),
  author: Type.String(),
  created_at: Time,
  expires_at: nullable(Time),
  file: nullable(Type.Object({ name: Type.String(), media_type: Type.String(), size: Count, sha256: Type.String() })),
})

export const AssessedRequirementOut = Type.Object(
  {
    number: Type.String(),
    level: Level,
    title: Type.String({ description: 'What it asks, in our words.' }),
    status: Status,
    summary: Type.String({ description: 'Why, in a sentence.' }),
    outside: Type.Object({
      status: Type.Enum(['failing', 'accepted', 'not_tested', 'partly_tested', 'passing', 'not_visible'], {
        description: 'What its checks alone say; `not_visible` where none speaks to it.',
      }),
      passed: Count,
      failed: Count,
      skipped: Type.Integer({ description: 'Asked, and of no concern to the website.' }),
      not_asked: Count,
      tested_at: nullable(Type.String({ format: 'date-time', description: 'The oldest answer that counts.' })),
      checks: Texts,
      open_checks: Type.Array(
        Type.Object({
          check: Type.String(),
          status: Type.Enum(['failed', 'not_gathered', 'error', 'not_asked']),
          reason: Type.String(),
        }),
        { description: 'Those of the checks that have not passed.' },
      ),
    }),
    unseen: Unseen,
    evidence: Type.Array(Evidence, { description: 'At most 50, worst first; also what was accepted or marked false.' }),
    evidence_count: Count,
    attestations: Type.Array(AttestedBy, { description: 'Those that count.' }),
    ledger: Type.Array(Type.String(), {
      description: 'What the ledger of payment pages says (PCI DSS 6.4.3, 11.6.1).',
    }),
    websites: Type.Array(Type.Object({ website_id: Type.String(), status: Status }), {
      description: 'How it stands on each, where there are several.',
    }),
  },
  { title: 'AssessedRequirement' },
)

const Totals = Type.Object(Object.fromEntries(REQUIREMENT_STATUSES.map((status) => [status, Count])))

export const Assessment = Type.Object(
  {
    framework: Type.Object({
      id: Type.String(),
      name: Type.String(),
      publisher: Type.String(),
      source: Type.String(),
      covers: Type.String(),
    }),
    scope: Type.Object({
      kind: Type.Enum(['website', 'group', 'organization']),
      id: Type.String(),
      name: Type.String(),
    }),
    assessed_at: Time,
    websites: Type.Array(Type.Object({ id: Type.String(), url: Type.String(), name: Type.String() })),
    scans: Type.Array(
      Type.Object({ website_id: Type.String(), scan_id: Type.String(), scan_type: Type.String(), completed_at: Time }),
      { description: 'Those whose answers count: the newest of each type.' },
    ),
    totals: Totals,
    requirements: Type.Array(AssessedRequirementOut),
  },
  { title: 'ComplianceAssessment' },
)

export const ComplianceChange = Type.Object(
  {
    id: Type.String(),
    website_id: Type.String(),
    framework: Type.String(),
    requirement: Type.String(),
    before: Status,
    after: Status,
    scan_id: Type.String(),
    vulnerability_ids: Type.Array(Type.String(), { description: 'What puts it in doubt since; at most 50.' }),
    created_at: Time,
  },
  { title: 'ComplianceChange' },
)

export const SUMMARY_EXAMPLE: Static<typeof FrameworkSummary> = {
  id: 'pci_dss_4',
  name: 'PCI DSS 4.0.1',
  publisher: 'PCI Security Standards Council',
  source: 'https://www.pcisecuritystandards.org/document_library/',
  covers: 'The requirements of sections 1 to 12. Not its appendices A1 to A3.',
  requirements: 250,
  with_checks: 64,
  followed: true,
}

export const FRAMEWORK_EXAMPLE: Static<typeof Framework> = {
  ...SUMMARY_EXAMPLE,
  requirements: [
    {
      number: '4.2.1',
      level: null,
      title: 'Card numbers cross public networks under strong cryptography',
      checks: ['tls/protocol-tls10', 'transport/https'],
      unseen: null,
    },
  ],
}

const REQUIREMENT_EXAMPLE: AssessedRequirement = {
  number: '4.2.1',
  level: null,
  title: 'Card numbers cross public networks under strong cryptography',
  status: 'failing',
  summary: '1 vulnerability puts it in doubt.',
  outside: {
    status: 'failing',
    passed: 41,
    failed: 1,
    skipped: 3,
    not_asked: 0,
    tested_at: '2026-01-15T14:32:15Z',
    checks: ['tls/protocol-tls10', 'transport/https'],
    open_checks: [{ check: 'tls/protocol-tls10', status: 'failed', reason: '' }],
  },
  unseen: null,
  evidence: [
    {
      vulnerability_id: 'vuln_01k0000000000000000000000',
      website_id: 'ws_01k0000000000000000000000',
      check: 'tls/protocol-tls10',
      title: 'The server speaks TLS 1.0',
      severity: 'medium',
      status: 'open',
      reason: null,
      author: null,
      first_seen_at: '2026-01-08T14:30:00Z',
      last_seen_at: '2026-01-15T14:30:00Z',
      scan_id: 'scan_01k0000000000000000000000',
    },
  ],
  evidence_count: 1,
  attestations: [],
  ledger: [],
  websites: [],
}

export const ASSESSMENT_EXAMPLE: ComplianceAssessment = {
  framework: {
    id: SUMMARY_EXAMPLE.id,
    name: SUMMARY_EXAMPLE.name,
    publisher: SUMMARY_EXAMPLE.publisher,
    source: SUMMARY_EXAMPLE.source,
    covers: SUMMARY_EXAMPLE.covers,
  },
  scope: { kind: 'website', id: 'ws_01k0000000000000000000000', name: 'Shop' },
  assessed_at: '2026-01-15T15:00:00Z',
  websites: [{ id: 'ws_01k0000000000000000000000', url: 'https://shop.example/', name: 'Shop' }],
  scans: [
    {
      website_id: 'ws_01k0000000000000000000000',
      scan_id: 'scan_01k0000000000000000000000',
      scan_type: 'full',
      completed_at: '2026-01-15T14:32:15Z',
    },
  ],
  totals: {
    failing: 1,
    not_tested: 0,
    attestation_needed: 0,
    partly_tested: 0,
    accepted: 0,
    met: 0,
    not_applicable: 0,
  },
  requirements: [REQUIREMENT_EXAMPLE],
}

export const CHANGE_EXAMPLE: Static<typeof ComplianceChange> = {
  id: 'cch_01k0000000000000000000000',
  website_id: 'ws_01k0000000000000000000000',
  framework: 'pci_dss_4',
  requirement: '4.2.1',
  before: 'met',
  after: 'failing',
  scan_id: 'scan_01k0000000000000000000000',
  vulnerability_ids: ['vuln_01k0000000000000000000000'],
  created_at: '2026-01-15T14:32:15Z',
}

export function toSummary(framework: MappedFramework, followed: boolean): Static<typeof FrameworkSummary> {
  const { id, name, publisher, source, covers, requirements } = framework
  const with_checks = requirements.filter(({ checks }) => checks.length > 0).length
  return { id, name, publisher, source, covers, requirements: requirements.length, with_checks, followed }
}

export function toFramework(framework: MappedFramework, followed: boolean): Static<typeof Framework> {
  const requirements = framework.requirements.map(({ number, level, title, checks, unseen }) => ({
    ...{ number, level, title, unseen },
    checks: [...checks],
  }))
  return { ...toSummary(framework, followed), requirements }
}

export function toChange(row: Selectable<ComplianceChangesTable>): Static<typeof ComplianceChange> {
  const { id, website_id, framework, requirement, before, after, scan_id, vulnerability_ids, created_at } = row
  return {
    ...{ id, website_id, framework, requirement, before, after, scan_id, vulnerability_ids },
    created_at: rfc3339(created_at),
  }
}
