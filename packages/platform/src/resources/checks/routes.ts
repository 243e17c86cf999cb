import { catalogue } from '@lasthash/scanner'
import { Type } from 'typebox'
import { ApiError } from '../../errors.ts'
import { LIST_QUERY, listBody, listOf, pageOf } from '../../http/list.ts'
import { type Route, route } from '../../http/route.ts'

const CHECK_ID = /^[a-z0-9-]+\/[a-z0-9-]+$/
const Texts = Type.Array(Type.String())
const Check = Type.Object(
  {
    id: Type.String(),
    question: Type.String(),
    cwe: Type.Union([Type.Integer(), Type.Null()]),
    owasp_2021: Texts,
    owasp_2025: Texts,
    capec: Type.Array(Type.Integer()),
    compliance: Type.Record(Type.String(), Texts),
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
        cvss: Type.Union([Type.Object({ vector: Type.String(), score: Type.Number() }), Type.Null()]),
        settings: Type.Record(Type.String(), Type.String()),
      }),
    ),
  },
  { title: 'Check' },
)

const EXAMPLE = {
  id: 'transport/hsts',
  question: 'Do browsers refuse plain HTTP for this host?',
  cwe: 319,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A04:2025'],
  capec: [94],
  compliance: { owasp_2025: ['A04:2025'], owasp_2021: ['A05:2021'], asvs_5: ['3.4.1'], pci_dss_4: ['4.2.1', '11.6.1'] },
  references: ['https://www.rfc-editor.org/rfc/rfc6797'],
  outcomes: [
    {
      outcome: 'missing',
      type: 'misconfiguration',
      severity: 'medium',
      confidence: 'firm',
      title: 'No HSTS header',
      why: 'A visitor whose first request goes over plain HTTP can be kept there by whoever sits in between.',
      fix: 'Send Strict-Transport-Security on every HTTPS response.',
      cvss: { vector: 'CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:P/VC:L/VI:L/VA:N/SC:N/SI:N/SA:N', score: 2.3 },
      settings: { nginx: 'add_header Strict-Transport-Security "max-age=31536000" always;' },
    },
  ],
}

export const checkRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/v1/checks',
    operationId: 'listChecks',
    summary: 'List checks',
    description: 'Everything that is looked for, by id.',
    scope: 'checks:read',
    query: Type.Object(LIST_QUERY, { additionalProperties: false }),
    answers: {
      200: {
        description: 'By id.',
        schema: listOf(Check),
        example: { object: 'list', data: [EXAMPLE], has_more: false, next_cursor: null },
      },
    },
    async handler({ query }) {
      const page = pageOf(query, CHECK_ID)
      const checks = catalogue()
      const from = page.before === null ? 0 : checks.findIndex(({ id }) => id > page.before!)
      const rows = from === -1 ? [] : checks.slice(from, from + page.take)
      return { status: 200, body: listBody(rows, page) }
    },
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
      const check = catalogue().find(({ id }) => id === `${family}/${name}`)
      if (!check) throw new ApiError('not_found', `There is no check ${family}/${name}.`)
      return { status: 200, body: check }
    },
  }),
]
