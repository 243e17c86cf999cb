import { Type } from 'typebox'
import { type Route, route } from '../../http/route.ts'
import { PLANS } from '../../plans.ts'

const Usage = Type.Object(
  {
    plan: Type.String(),
    month: Type.String({ description: 'The month, as YYYY-MM (UTC).' }),
    api_requests: Type.Integer({ description: 'This month; written down every few seconds.' }),
    scans: Type.Integer({ description: 'Created this month.' }),
    running_scans: Type.Integer(),
    queued_scans: Type.Integer(),
    limits: Type.Object({ requests_per_minute: Type.Integer(), concurrent_scans: Type.Integer() }),
  },
  { title: 'Usage' },
)

export const usageRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/v1/usage',
    operationId: 'getUsage',
    summary: 'Use against plan',
    scope: 'usage:read',
    answers: {
      200: {
        description: 'This month, and what the plan allows.',
        schema: Usage,
        example: {
          plan: 'pro',
          month: '2026-01',
          api_requests: 1234,
          scans: 56,
          running_scans: 2,
          queued_scans: 0,
          limits: { requests_per_minute: 100, concurrent_scans: 5 },
        },
      },
    },
    async handler({ db, organizationId }) {
      const month = `${new Date().toISOString().slice(0, 7)}-01`
      const row = await db
        .selectFrom('organizations')
        .leftJoin('usage_months', (join) =>
          join.onRef('usage_months.organization_id', '=', 'organizations.id').on('usage_months.month', '=', month),
        )
        .select((eb) => [
          'organizations.plan',
          'organizations.requests_per_minute',
          'organizations.concurrent_scans',
          'usage_months.api_requests',
          'usage_months.scans',
          countScans(eb, organizationId, 'running').as('running'),
          countScans(eb, organizationId, 'queued').as('queued'),
        ])
        .where('organizations.id', '=', organizationId)
        .executeTakeFirstOrThrow()
      const plan = PLANS[row.plan]
      const limits = {
        requests_per_minute: row.requests_per_minute ?? plan.requestsPerMinute,
        concurrent_scans: row.concurrent_scans ?? plan.concurrentScans,
      }
      const { api_requests, scans, running, queued } = row
      const counts = {
        api_requests: api_requests ?? 0,
        scans: scans ?? 0,
        running_scans: Number(running),
        queued_scans: Number(queued),
      }
      return { status: 200, body: { plan: row.plan, month: month.slice(0, 7), ...counts, limits } }
    },
  }),
]

function countScans(
  eb: import('kysely').ExpressionBuilder<import('../../db/schema.ts').Schema, 'organizations'>,
  organizationId: string,
  status: 'running' | 'queued',
) {
  return eb
    .selectFrom('scans')
    .select((scan) => scan.fn.countAll<number>().as('count'))
    .where('organization_id', '=', organizationId)
    .where('status', '=', status)
}
