import { Type } from 'typebox'
import { LIST_QUERY, listBody, listOf, pageOf } from '../../http/list.ts'
import { type Call, type Route, route } from '../../http/route.ts'
import { placeOf } from '../../integrations/trackers/place.ts'
import {
  EXAMPLE,
  Integration,
  IntegrationCreate,
  IntegrationCreated,
  IntegrationDraft,
  IntegrationPatch,
  TestResult,
  toIntegration,
} from './schema.ts'
import { changeIntegration, createIntegration, missing, placeGiven } from './service.ts'
import { TRACKER_KINDS } from './settings.ts'
import { deleteIntegration, findIntegration, listIntegrations } from './store.ts'
import { tryPlace } from './try.ts'

const params = Type.Object({ integration_id: Type.String() })
const GOOD = { ok: true, detail: 'acme/shop is there, and takes issues.' }

async function existing({ db, organizationId }: Call, id: string) {
  const integration = await findIntegration(db, organizationId, id)
  if (!integration) throw missing(id)
  return integration
}

export const integrationRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/v1/integrations',
    operationId: 'listIntegrations',
    summary: 'List integrations',
    scope: 'integrations:read',
    query: Type.Object(
      { ...LIST_QUERY, kind: Type.Optional(Type.Enum(TRACKER_KINDS)) },
      { additionalProperties: false },
    ),
    answers: {
      200: {
        description: 'Newest first.',
        schema: listOf(Integration),
        example: { object: 'list', data: [EXAMPLE], has_more: false, next_cursor: null },
      },
    },
    async handler({ db, organizationId, query, publicUrl }) {
      const page = pageOf(query)
      const rows = await listIntegrations(db, organizationId, page, query as { kind?: 'github' })
      return {
        status: 200,
        body: listBody(
          rows.map((row) => toIntegration(row, publicUrl)),
          page,
        ),
      }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/integrations',
    operationId: 'createIntegration',
    summary: 'Have vulnerabilities become tickets',
    description:
      'In Jira (Cloud and Data Center), Linear, GitHub, GitLab or as messages in Slack. `rules` say which vulnerabilities do so by themselves. Secrets are kept encrypted and never shown again. `POST /v1/integration-tests` says beforehand whether it will work.',
    scope: 'integrations:write',
    body: IntegrationCreate,
    example: {
      name: 'Shop issues',
      kind: 'github',
      settings: { repository: 'acme/shop', token: 'github_pat_XXXX' },
      rules: [{ severities: ['critical', 'high'], tags: ['shop'] }],
      mapping: { labels: ['security'], assignee: 'octocat' },
      sync: { close_when_fixed: true },
    },
    answers: { 201: { description: 'Made.', location: true, schema: IntegrationCreated, example: EXAMPLE } },
    errors: ['target_refused', 'too_many_integrations'],
    async handler(call) {
      const { row, webhook_secret } = await createIntegration(call, call.body as never)
      const body = { ...toIntegration(row, call.publicUrl), ...(webhook_secret ? { webhook_secret } : {}) }
      return { status: 201, body, headers: { location: `/v1/integrations/${row.id}` } }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/integration-tests',
    operationId: 'testDraftIntegration',
    summary: 'Try an integration before it is made',
    description:
      'Asks the tracker whether the token and the place are good. Nothing is made there, and nothing is kept here.',
    scope: 'integrations:write',
    body: IntegrationDraft,
    example: {
      kind: 'github',
      base_url: 'https://github.acme.example/api/v3',
      settings: { repository: 'acme/shop', token: 'github_pat_XXXX' },
    },
    answers: { 200: { description: 'What was found.', schema: TestResult, example: GOOD } },
    errors: ['target_refused'],
    async handler({ body, context, caller }) {
      const { kind } = body
      const { base_url, shown, hidden } = placeGiven(body as never, context.config.allowPrivate)
      const place = { base_url, settings: { ...shown, ...hidden }, fields: {} }
      return {
        status: 200,
        body: { ok: false, detail: 'It was not tried.' },
        afterCommit: async () => ({
          status: 200,
          body: await tryPlace(context, caller.test, kind, place, Object.values(hidden)),
        }),
      }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/integrations/:integration_id',
    operationId: 'getIntegration',
    summary: 'Get an integration',
    scope: 'integrations:read',
    params,
    answers: { 200: { description: 'The integration.', schema: Integration, example: EXAMPLE } },
    async handler(call) {
      return { status: 200, body: toIntegration(await existing(call, call.params.integration_id), call.publicUrl) }
    },
  }),
  route({
    method: 'PATCH',
    path: '/v1/integrations/:integration_id',
    operationId: 'updateIntegration',
    summary: 'Change an integration',
    description: 'What waits, or has failed, is tried again at once.',
    scope: 'integrations:write',
    params,
    body: IntegrationPatch,
    example: { rules: [{ severities: ['critical'] }] },
    answers: { 200: { description: 'Changed.', schema: Integration, example: EXAMPLE } },
    errors: ['target_refused'],
    async handler(call) {
      const row = await changeIntegration(call, call.params.integration_id, call.body as never)
      return { status: 200, body: toIntegration(row, call.publicUrl) }
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/integrations/:integration_id',
    operationId: 'deleteIntegration',
    summary: 'Delete an integration',
    description:
      'With all that is known of its tickets; what is in the tracker stays there. To let it rest and go on later with the same tickets, set `enabled` to false.',
    scope: 'integrations:write',
    params,
    answers: { 204: { description: 'Deleted.' } },
    async handler({ db, organizationId, params: { integration_id } }) {
      if (!(await deleteIntegration(db, organizationId, integration_id))) throw missing(integration_id)
      return { status: 204 }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/integrations/:integration_id/test',
    operationId: 'testIntegration',
    summary: 'Try an integration',
    description: 'Asks the tracker whether the token and the place are good. Nothing is made there.',
    scope: 'integrations:write',
    params,
    answers: { 200: { description: 'What was found.', schema: TestResult, example: GOOD } },
    async handler(call) {
      const { context } = call
      const integration = await existing(call, call.params.integration_id)
      const { place, words } = placeOf(context, integration)
      return {
        status: 200,
        body: { ok: false, detail: 'It was not tried.' },
        afterCommit: async () => ({
          status: 200,
          body: await tryPlace(context, call.caller.test, integration.kind, place, words),
        }),
      }
    },
  }),
]
