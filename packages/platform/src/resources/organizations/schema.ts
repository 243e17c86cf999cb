import { rfc3339 } from '@lasthash/scanner'
import type { Selectable } from 'kysely'
import { type TSchema, Type } from 'typebox'
import { NO_BRANDING } from '../../branding.ts'
import type { OrganizationsTable } from '../../db/schema.ts'
import { PLANS } from '../../plans.ts'
import { BRANDING_EXAMPLE, BrandingOut, BrandingPatch } from './branding.ts'
import { deleteAfter } from './grace.ts'

const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Name = Type.String({ minLength: 1, maxLength: 200 })
const Plan = Type.Enum(Object.keys(PLANS), { description: 'Its limits hold at once, on every server.' })
const Limits = Type.Object(
  {
    requests_per_minute: Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: 1_000_000 }))),
    concurrent_scans: Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: 1_000 }))),
  },
  { additionalProperties: false, description: 'Null: the plan’s own.' },
)

export const Organization = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    parent_id: Nullable(Type.String({ description: 'The organisation that made it and may act for it.' })),
    plan: Type.Enum(Object.keys(PLANS)),
    limits: Type.Object({ requests_per_minute: Type.Integer(), concurrent_scans: Type.Integer() }),
    allowed_origins: Type.Array(Type.String(), { description: 'Origins whose scripts may read answers (CORS).' }),
    branding: BrandingOut,
    test: Type.Boolean({ description: 'Holds what the test keys of the one above it see.' }),
    suspended_at: Nullable(
      Type.String({ format: 'date-time', description: 'Since when its keys are refused and its scans wait.' }),
    ),
    deletion: Nullable(
      Type.Object(
        {
          requested_at: Type.String({ format: 'date-time' }),
          delete_after: Type.String({ format: 'date-time', description: 'Then it is gone, with all that it has.' }),
        },
        { description: 'Set once it was deleted: until its end it can be restored.' },
      ),
    ),
    created_at: Type.String({ format: 'date-time' }),
    updated_at: Type.String({ format: 'date-time' }),
  },
  { title: 'Organization' },
)

export const OrganizationCreate = Type.Object(
  { name: Name, plan: Plan, limits: Type.Optional(Limits) },
  { additionalProperties: false },
)

export const OrganizationPatch = Type.Object(
  {
    name: Type.Optional(Name),
    plan: Type.Optional(Plan),
    limits: Type.Optional(Limits),
    suspended: Type.Optional(
      Type.Boolean({ description: 'True: its keys are refused from now on, and its scans wait.' }),
    ),
    branding: Type.Optional(BrandingPatch),
    allowed_origins: Type.Optional(
      Type.Union([
        Type.Array(Type.String({ maxLength: 300, pattern: '^https?://[^/?#]+$' }), { maxItems: 20, uniqueItems: true }),
        Type.Null({ description: 'None.' }),
      ]),
    ),
  },
  { additionalProperties: false },
)

export const EXAMPLE = {
  id: 'org_01k0000000000000000000000',
  name: 'Default',
  parent_id: null,
  plan: 'enterprise',
  limits: { requests_per_minute: 10_000, concurrent_scans: 50 },
  allowed_origins: [],
  branding: { ...NO_BRANDING, domain: null, domain_active_at: null },
  test: false,
  suspended_at: null,
  deletion: null,
  created_at: '2026-01-15T00:00:00Z',
  updated_at: '2026-01-15T00:00:00Z',
}
export const CHILD_EXAMPLE = {
  ...EXAMPLE,
  id: 'org_01k0000000000000000000001',
  name: 'Customer',
  parent_id: EXAMPLE.id,
  plan: 'pro',
  limits: { requests_per_minute: 100, concurrent_scans: 5 },
  branding: BRANDING_EXAMPLE,
}

export const DELETED_EXAMPLE = {
  ...CHILD_EXAMPLE,
  suspended_at: '2026-01-20T00:00:00Z',
  deletion: { requested_at: '2026-01-20T00:00:00Z', delete_after: '2026-02-19T00:00:00Z' },
}

export function toOrganization(row: Selectable<OrganizationsTable>) {
  const {
    id,
    name,
    parent_id,
    plan,
    allowed_origins,
    suspended_at,
    deletion_requested_at,
    test,
    domain,
    domain_active_at,
  } = row
  const limits = {
    requests_per_minute: row.requests_per_minute ?? PLANS[plan].requestsPerMinute,
    concurrent_scans: row.concurrent_scans ?? PLANS[plan].concurrentScans,
  }
  return {
    id,
    name,
    parent_id,
    plan,
    limits,
    allowed_origins,
    branding: {
      ...NO_BRANDING,
      ...row.branding,
      domain,
      domain_active_at: domain_active_at && rfc3339(domain_active_at),
    },
    test,
    suspended_at: suspended_at && rfc3339(suspended_at),
    deletion: deletion_requested_at && {
      requested_at: rfc3339(deletion_requested_at),
      delete_after: rfc3339(deleteAfter(deletion_requested_at)),
    },
    created_at: rfc3339(row.created_at),
    updated_at: rfc3339(row.updated_at),
  }
}
