import { rfc3339 } from '@lasthash/scanner'
import type { Selectable } from 'kysely'
import { type Static, type TSchema, Type } from 'typebox'
import type { PoliciesTable } from '../../db/schema.ts'
import { FailWhen } from '../../policies/condition.ts'

const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Time = Type.String({ format: 'date-time' })
const Name = Type.String({ minLength: 1, maxLength: 200 })
const Description = Type.String({ maxLength: 1_000 })

export const Policy = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    description: Type.String(),
    fail_when: FailWhen,
    created_at: Time,
    updated_at: Time,
  },
  { title: 'Policy' },
)

export const PolicyCreate = Type.Object(
  { name: Name, description: Type.Optional(Description), fail_when: FailWhen },
  { additionalProperties: false },
)

export const PolicyPatch = Type.Object(
  {
    name: Type.Optional(Name),
    description: Type.Optional(nullable(Description)),
    fail_when: Type.Optional({ ...FailWhen, description: 'Replaced whole.' }),
  },
  { additionalProperties: false },
)

export const PolicyReason = Type.Object({
  detail: Type.String({ description: 'A sentence.' }),
  vulnerability_ids: Type.Array(Type.String(), { description: 'Because of which, worst first; at most 50.' }),
  vulnerability_count: Type.Integer({ description: 'Of all of them; 0 where it is because of the scan itself.' }),
})

export const Gate = Type.Object(
  { passed: Type.Boolean(), policy_id: Type.String(), reasons: Type.Array(PolicyReason) },
  { description: 'How the policy that the scan names has judged it.' },
)

const SPAN = {
  website_ids: Type.Optional(
    Type.Array(Type.String({ maxLength: 80 }), { minItems: 1, maxItems: 100, description: 'Default: all.' }),
  ),
  tags: Type.Optional(
    Type.Array(Type.String({ minLength: 1, maxLength: 50 }), {
      minItems: 1,
      maxItems: 20,
      description: 'Only websites with one of these.',
    }),
  ),
  scan_type: Type.Optional(Type.Enum(['quick', 'full', 'active'])),
  from: Type.Optional(
    Type.String({ format: 'date-time', description: 'Only scans that were asked for then, or later.' }),
  ),
  to: Type.Optional(Type.String({ format: 'date-time', description: 'Only scans that were asked for before.' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20, description: 'How many scans.' })),
  cursor: Type.Optional(Type.String({ maxLength: 200, description: 'The `next_cursor` of the page before.' })),
}
export const Simulation = Type.Object(SPAN, { additionalProperties: false })
export const DraftSimulation = Type.Object({ fail_when: FailWhen, ...SPAN }, { additionalProperties: false })

export const SimulatedScans = Type.Object(
  {
    object: Type.Literal('list'),
    data: Type.Array(
      Type.Object({
        id: Type.String({ description: 'Of the scan.' }),
        website_id: Type.String(),
        url: Type.String(),
        scan_type: Type.Enum(['quick', 'full', 'active']),
        security_score: Type.Integer(),
        completed_at: nullable(Time),
        passed: Type.Boolean(),
        reasons: Type.Array(PolicyReason),
      }),
    ),
    has_more: Type.Boolean(),
    next_cursor: nullable(Type.String()),
    failed: Type.Integer({ description: 'How many of this page’s scans would have failed.' }),
  },
  { title: 'SimulatedScans' },
)

export const EXAMPLE: Static<typeof Policy> = {
  id: 'pol_01k0000000000000000000000',
  name: 'No regressions',
  description: 'Nothing new that is high or worse, and no score below 80.',
  fail_when: { any: [{ severity: 'high', new: true }, { score_below: 80 }] },
  created_at: '2026-01-15T00:00:00Z',
  updated_at: '2026-01-15T00:00:00Z',
}

export const REASON_EXAMPLE: Static<typeof PolicyReason> = {
  detail: '1 vulnerability: high or worse, new.',
  vulnerability_ids: ['vuln_01k0000000000000000000000'],
  vulnerability_count: 1,
}

export const SIMULATION_EXAMPLE: Static<typeof SimulatedScans> = {
  object: 'list',
  data: [
    {
      id: 'scan_01k0000000000000000000000',
      website_id: 'ws_01k0000000000000000000000',
      url: 'https://example.com/',
      scan_type: 'full',
      security_score: 85,
      completed_at: '2026-01-15T14:32:15Z',
      passed: false,
      reasons: [REASON_EXAMPLE],
    },
  ],
  has_more: false,
  next_cursor: null,
  failed: 1,
}

export function toPolicy(row: Selectable<PoliciesTable>): Static<typeof Policy> {
  const { id, name, description, fail_when } = row
  return {
    ...{ id, name, description, fail_when: fail_when as Static<typeof FailWhen> },
    created_at: rfc3339(row.created_at),
    updated_at: rfc3339(row.updated_at),
  }
}
