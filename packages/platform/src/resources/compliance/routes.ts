import { REQUIREMENT_STATUSES } from '@lasthash/reports/compliance-data'
import { Type } from 'typebox'
import { mappedFrameworks } from '../../compliance/requirements.ts'
import { LIST_QUERY, listBody, listOf, pageOf } from '../../http/list.ts'
import { type Route, route } from '../../http/route.ts'
import {
  ASSESSMENT_EXAMPLE,
  Assessment,
  CHANGE_EXAMPLE,
  ComplianceChange,
  FRAMEWORK_EXAMPLE,
  Framework,
  FrameworkPatch,
  FrameworkSummary,
  SUMMARY_EXAMPLE,
  toChange,
  toFramework,
  toSummary,
} from './schema.ts'
import { assessPart, frameworkNamed } from './service.ts'
import { listChanges, listFollowed, putFollowed } from './store.ts'

const params = Type.Object({ framework: Type.String() })
const Id = Type.String({ maxLength: 80 })

export const complianceRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/v1/compliance/frameworks',
    operationId: 'listFrameworks',
    summary: 'List frameworks',
    description: 'All of them, in one page.',
    scope: 'compliance:read',
    answers: {
      200: {
        description: 'In the order of the docs.',
        schema: listOf(FrameworkSummary),
        example: { object: 'list', data: [SUMMARY_EXAMPLE], has_more: false, next_cursor: null },
      },
    },
    async handler({ db, organizationId }) {
      const followed = await listFollowed(db, organizationId)
      const data = mappedFrameworks().map((one) => toSummary(one, followed.has(one.id)))
      return { status: 200, body: { object: 'list', data, has_more: false, next_cursor: null } }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/compliance/frameworks/:framework',
    operationId: 'getFramework',
    summary: 'Get a framework',
    description:
      'Requirement by requirement, with its official number, what it asks in our words, the checks that speak to it, and what of it cannot be seen from outside.',
    scope: 'compliance:read',
    params,
    answers: { 200: { description: 'The framework.', schema: Framework, example: FRAMEWORK_EXAMPLE } },
    async handler({ db, organizationId, params }) {
      const framework = frameworkNamed(params.framework)
      const followed = await listFollowed(db, organizationId)
      return { status: 200, body: toFramework(framework, followed.has(framework.id)) }
    },
  }),
  route({
    method: 'PATCH',
    path: '/v1/compliance/frameworks/:framework',
    operationId: 'updateFramework',
    summary: 'Follow a framework, or no longer',
    description:
      'Of a framework that is followed, an alert of kind `compliance` tells when a requirement of a website that stood well begins to fail after a scan, one for each website and framework; and the event `compliance.changed` tells of every change.',
    scope: 'compliance:write',
    params,
    body: FrameworkPatch,
    example: { followed: true },
    answers: { 200: { description: 'Changed.', schema: Framework, example: FRAMEWORK_EXAMPLE } },
    async handler({ db, organizationId, caller, params, body }) {
      const framework = frameworkNamed(params.framework)
      await putFollowed(db, organizationId, framework.id, body.followed, caller.actor)
      return { status: 200, body: toFramework(framework, body.followed) }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/compliance/frameworks/:framework/assessment',
    operationId: 'assessCompliance',
    summary: 'Hold a framework against websites',
    description:
      'As things stand now: of one website, of a group, or of all. Of several, a requirement stands as on the worst of them. That a check passes proves no more than what it asked: the judgement is an auditor’s.',
    scope: 'compliance:read',
    params,
    query: Type.Object(
      {
        website_id: Type.Optional(Id),
        group_id: Type.Optional(Id),
        level: Type.Optional(
          Type.Integer({ minimum: 1, maximum: 3, description: 'Of ASVS: requirements up to this level.' }),
        ),
        status: Type.Optional(
          Type.Enum([...REQUIREMENT_STATUSES], { description: 'Only requirements that stand so.' }),
        ),
      },
      { additionalProperties: false },
    ),
    answers: { 200: { description: 'Requirement by requirement.', schema: Assessment, example: ASSESSMENT_EXAMPLE } },
    errors: ['too_many_websites'],
    async handler(call) {
      const framework = frameworkNamed(call.params.framework)
      return { status: 200, body: await assessPart(call, framework, call.query) }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/compliance/frameworks/:framework/changes',
    operationId: 'listComplianceChanges',
    summary: 'List how requirements have changed',
    description:
      'Written when a scan ends, against how things stood when the one before did. Never changed afterwards.',
    scope: 'compliance:read',
    params,
    query: Type.Object(
      {
        ...LIST_QUERY,
        website_id: Type.Optional(Id),
        requirement: Type.Optional(Type.String({ maxLength: 40 })),
      },
      { additionalProperties: false },
    ),
    answers: {
      200: {
        description: 'Newest first.',
        schema: listOf(ComplianceChange),
        example: { object: 'list', data: [CHANGE_EXAMPLE], has_more: false, next_cursor: null },
      },
    },
    async handler({ db, organizationId, params, query: { website_id, requirement, ...list } }) {
      const { id: framework } = frameworkNamed(params.framework)
      const page = pageOf(list)
      const rows = await listChanges(db, organizationId, page, { framework, website_id, requirement })
      return { status: 200, body: listBody(rows.map(toChange), page) }
    },
  }),
]
