import { catalogue } from '@lasthash/scanner'
import { Type } from 'typebox'
import { ApiError } from '../../errors.ts'
import { type Route, route } from '../../http/route.ts'

const Texts = Type.Array(Type.String())
const Check = Type.Object({
  id: Type.String(),
  question: Type.String(),
  cwe: Type.Union([Type.Integer(), Type.Null()]),
  owasp_2021: Texts,
  owasp_2025: Texts,
  references: Texts,
  outcomes: Type.Array(
    Type.Object({
      outcome: Type.String(),
      type: Type.String(),
      severity: Type.String(),
      confidence: Type.String(),
      title: Type.String(),
      why: Type.String(),
      fix: Type.String(),
      settings: Type.Record(Type.String(), Type.String()),
    }),
  ),
})

/** The catalogue is part of the code: made once, and small enough to be given whole. */
const CHECKS = catalogue()
const EXAMPLE = CHECKS.find(({ id }) => id === 'transport/hsts')

export const checkRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/v1/checks',
    operationId: 'listChecks',
    summary: 'List checks',
    description: 'Everything that is looked for, by id; on one page.',
    scope: 'checks:read',
    answers: {
      200: {
        description: 'By id.',
        schema: Type.Object({
          object: Type.Literal('list'),
          data: Type.Array(Check),
          has_more: Type.Boolean(),
          next_cursor: Type.Null(),
        }),
        example: { object: 'list', data: [EXAMPLE], has_more: false, next_cursor: null },
      },
    },
    handler: async () => ({ status: 200, body: { object: 'list', data: CHECKS, has_more: false, next_cursor: null } }),
  }),
  route({
    method: 'GET',
    path: '/v1/checks/:family/:name',
    operationId: 'getCheck',
    summary: 'Get a check',
    scope: 'checks:read',
    params: Type.Object({ family: Type.String(), name: Type.String() }),
    answers: { 200: { description: 'The check.', schema: Check, example: EXAMPLE } },
    async handler({ params: { family, name } }) {
      const check = CHECKS.find(({ id }) => id === `${family}/${name}`)
      if (!check) throw new ApiError('not_found', `There is no check ${family}/${name}.`)
      return { status: 200, body: check }
    },
  }),
]
