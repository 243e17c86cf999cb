import { rfc3339 } from '@lasthash/scanner'
import { type Kysely, type Selectable, sql } from 'kysely'
import { Type } from 'typebox'
import type { OrganizationsTable, Schema } from '../../db/schema.ts'
import { ApiError } from '../../errors.ts'
import { API_KEYS_CHANNEL } from '../../http/authenticate.ts'
import { LIST_QUERY, listBody, listOf, pageOf } from '../../http/list.ts'
import { type Route, route } from '../../http/route.ts'
import { PLANS } from '../../plans.ts'

const Organization = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    plan: Type.Enum(Object.keys(PLANS)),
    limits: Type.Object({ requests_per_minute: Type.Integer(), concurrent_scans: Type.Integer() }),
    allowed_origins: Type.Array(Type.String(), { description: 'Origins whose scripts may read answers (CORS).' }),
    created_at: Type.String({ format: 'date-time' }),
    updated_at: Type.String({ format: 'date-time' }),
  },
  { title: 'Organization' },
)
const Patch = Type.Object(
  {
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    allowed_origins: Type.Optional(
      Type.Union([
        Type.Array(Type.String({ maxLength: 300, pattern: '^https?://[^/?#]+$' }), { maxItems: 20, uniqueItems: true }),
        Type.Null({ description: 'None.' }),
      ]),
    ),
  },
  { additionalProperties: false },
)
const EXAMPLE = {
  id: 'org_01k0000000000000000000000',
  name: 'Default',
  plan: 'enterprise',
  limits: { requests_per_minute: 10_000, concurrent_scans: 50 },
  allowed_origins: [],
  created_at: '2026-01-15T00:00:00Z',
  updated_at: '2026-01-15T00:00:00Z',
}
const params = Type.Object({ organization_id: Type.String() })

function toOrganization(row: Selectable<OrganizationsTable>) {
  const { id, name, plan, allowed_origins } = row
  const limits = {
    requests_per_minute: row.requests_per_minute ?? PLANS[plan].requestsPerMinute,
    concurrent_scans: row.concurrent_scans ?? PLANS[plan].concurrentScans,
  }
  return {
    id,
    name,
    plan,
    limits,
    allowed_origins,
    created_at: rfc3339(row.created_at),
    updated_at: rfc3339(row.updated_at),
  }
}

async function find(db: Kysely<Schema>, organizationId: string, wanted: string) {
  const row =
    wanted === organizationId
      ? await db.selectFrom('organizations').selectAll().where('id', '=', organizationId).executeTakeFirst()
      : undefined
  if (!row) throw new ApiError('not_found', `There is no organisation ${wanted}.`)
  return row
}

export const organizationRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/v1/organizations',
    operationId: 'listOrganizations',
    summary: 'List organisations',
    description: 'Those that the key may see: its own.',
    scope: 'organizations:read',
    query: Type.Object(LIST_QUERY, { additionalProperties: false }),
    answers: {
      200: {
        description: 'Newest first.',
        schema: listOf(Organization),
        example: { object: 'list', data: [EXAMPLE], has_more: false, next_cursor: null },
      },
    },
    async handler({ db, organizationId, query }) {
      const page = pageOf(query)
      let rows = db.selectFrom('organizations').selectAll().where('id', '=', organizationId)
      if (page.before) rows = rows.where('id', '<', page.before)
      return { status: 200, body: listBody((await rows.limit(page.take).execute()).map(toOrganization), page) }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/organizations/:organization_id',
    operationId: 'getOrganization',
    summary: 'Get an organisation',
    scope: 'organizations:read',
    params,
    answers: { 200: { description: 'The organisation.', schema: Organization, example: EXAMPLE } },
    async handler({ db, organizationId, params: { organization_id } }) {
      return { status: 200, body: toOrganization(await find(db, organizationId, organization_id)) }
    },
  }),
  route({
    method: 'PATCH',
    path: '/v1/organizations/:organization_id',
    operationId: 'updateOrganization',
    summary: 'Change an organisation',
    description: 'JSON merge patch (RFC 7396).',
    scope: 'organizations:write',
    params,
    body: Patch,
    example: { name: 'Acme', allowed_origins: ['https://status.example.com'] },
    answers: { 200: { description: 'Changed.', schema: Organization, example: EXAMPLE } },
    async handler({ db, organizationId, params: { organization_id }, body }) {
      await find(db, organizationId, organization_id)
      const { allowed_origins, ...rest } = body
      const origins = allowed_origins === undefined ? {} : { allowed_origins: allowed_origins ?? [] }
      const changed = { ...rest, ...origins, updated_at: new Date() }
      const row = await db
        .updateTable('organizations')
        .set(changed)
        .where('id', '=', organizationId)
        .returningAll()
        .executeTakeFirstOrThrow()
      // Keys are remembered together with their organisation.
      await sql`SELECT pg_notify(${API_KEYS_CHANNEL}, '')`.execute(db)
      return { status: 200, body: toOrganization(row) }
    },
  }),
]
