import { Type } from 'typebox'
import { LIST_QUERY, listBody, listOf, pageOf } from '../../http/list.ts'
import { type Route, route } from '../../http/route.ts'
import type { Condition } from '../../policies/condition.ts'
import {
  DraftSimulation,
  EXAMPLE,
  Policy,
  PolicyCreate,
  PolicyPatch,
  SIMULATION_EXAMPLE,
  SimulatedScans,
  Simulation,
  toPolicy,
} from './schema.ts'
import { changePolicy, createPolicy, missing, removePolicy, simulate, simulatePolicy } from './service.ts'
import { findPolicy, listPolicies, type Span } from './store.ts'

const params = Type.Object({ policy_id: Type.String() })
const SIMULATES =
  'Newest first, with what has been decided about vulnerabilities by now. `limit` and `cursor` stand in the body.'

export const policyRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/v1/policies',
    operationId: 'listPolicies',
    summary: 'List policies',
    scope: 'policies:read',
    query: Type.Object(LIST_QUERY, { additionalProperties: false }),
    answers: {
      200: {
        description: 'Newest first.',
        schema: listOf(Policy),
        example: { object: 'list', data: [EXAMPLE], has_more: false, next_cursor: null },
      },
    },
    async handler({ db, organizationId, query }) {
      const page = pageOf(query)
      const rows = await listPolicies(db, organizationId, page)
      return { status: 200, body: listBody(rows.map(toPolicy), page) }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/policies',
    operationId: 'createPolicy',
    summary: 'Make a policy',
    description:
      'One object for pipelines, alerts and tickets. A scan that names it is judged by it (`policy_id`, then `gate`); an alert channel whose filter names it is told of scans that fail it.',
    scope: 'policies:write',
    body: PolicyCreate,
    example: { name: EXAMPLE.name, fail_when: EXAMPLE.fail_when },
    answers: { 201: { description: 'Made.', location: true, schema: Policy, example: EXAMPLE } },
    async handler({ db, organizationId, body }) {
      const policy = toPolicy(await createPolicy(db, organizationId, body as never))
      return { status: 201, body: policy, headers: { location: `/v1/policies/${policy.id}` } }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/policies/:policy_id',
    operationId: 'getPolicy',
    summary: 'Get a policy',
    scope: 'policies:read',
    params,
    answers: { 200: { description: 'The policy.', schema: Policy, example: EXAMPLE } },
    async handler({ db, organizationId, params: { policy_id } }) {
      const policy = await findPolicy(db, organizationId, policy_id)
      if (!policy) throw missing(policy_id)
      return { status: 200, body: toPolicy(policy) }
    },
  }),
  route({
    method: 'PATCH',
    path: '/v1/policies/:policy_id',
    operationId: 'updatePolicy',
    summary: 'Change a policy',
    description: 'Scans that have ended keep their verdict.',
    scope: 'policies:write',
    params,
    body: PolicyPatch,
    example: { name: 'No regressions at all' },
    answers: { 200: { description: 'Changed.', schema: Policy, example: EXAMPLE } },
    async handler({ db, organizationId, params, body }) {
      return { status: 200, body: toPolicy(await changePolicy(db, organizationId, params.policy_id, body as never)) }
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/policies/:policy_id',
    operationId: 'deletePolicy',
    summary: 'Delete a policy',
    description: 'Alerts that it has raised are resolved. A scan that names it and has not ended yet fails.',
    scope: 'policies:write',
    params,
    answers: { 204: { description: 'Deleted.' } },
    errors: ['policy_in_use'],
    async handler({ db, organizationId, params }) {
      await removePolicy(db, organizationId, params.policy_id)
      return { status: 204 }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/policies/:policy_id/simulate',
    operationId: 'simulatePolicy',
    summary: 'See what a policy would have said of past scans',
    description: SIMULATES,
    scope: 'policies:write',
    params,
    body: Simulation,
    bodyOptional: true,
    example: { tags: ['shop'], from: '2026-01-01T00:00:00Z', limit: 50 },
    answers: { 200: { description: 'Scan by scan.', schema: SimulatedScans, example: SIMULATION_EXAMPLE } },
    async handler({ db, organizationId, params, body }) {
      return { status: 200, body: await simulatePolicy(db, organizationId, params.policy_id, body as Span) }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/policy-simulations',
    operationId: 'simulateDraft',
    summary: 'See what a draft would have said of past scans',
    description: `Without making a policy. ${SIMULATES}`,
    scope: 'policies:write',
    body: DraftSimulation,
    example: { fail_when: EXAMPLE.fail_when, from: '2026-01-01T00:00:00Z' },
    answers: { 200: { description: 'Scan by scan.', schema: SimulatedScans, example: SIMULATION_EXAMPLE } },
    async handler({ db, organizationId, body }) {
      const { fail_when, ...span } = body
      return { status: 200, body: await simulate(db, organizationId, fail_when as Condition, span as Span) }
    },
  }),
]
