import { Type } from 'typebox'
import { ApiError } from '../../errors.ts'
import { LIST_QUERY, listBody, listOf, pageOf } from '../../http/list.ts'
import { type Route, route } from '../../http/route.ts'
import { FILTERS, WEBSITE_FILTERS } from './filters.ts'
import { EXAMPLE, toVulnerability, Vulnerability } from './schema.ts'
import { findVulnerability, listVulnerabilities } from './store.ts'

export const vulnerabilityRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/v1/vulnerabilities',
    operationId: 'listVulnerabilities',
    summary: 'List vulnerabilities',
    description:
      'Of all websites, whichever scan saw them; what was merged into another one only where `status=merged` asks for it.',
    scope: 'vulnerabilities:read',
    query: Type.Object(
      {
        ...LIST_QUERY,
        ...FILTERS,
        ...WEBSITE_FILTERS,
      },
      { additionalProperties: false },
    ),
    answers: {
      200: {
        description: 'Newest first.',
        schema: listOf(Vulnerability),
        example: { object: 'list', data: [EXAMPLE], has_more: false, next_cursor: null },
      },
    },
    async handler({ db, organizationId, query }) {
      const page = pageOf(query)
      const rows = await listVulnerabilities(db, organizationId, page, query)
      return { status: 200, body: listBody(rows.map(toVulnerability), page) }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/vulnerabilities/:vulnerability_id',
    operationId: 'getVulnerability',
    summary: 'Get a vulnerability',
    scope: 'vulnerabilities:read',
    params: Type.Object({ vulnerability_id: Type.String() }),
    answers: {
      200: { description: 'As the last scan that saw it says.', schema: Vulnerability, example: EXAMPLE },
    },
    async handler({ db, organizationId, params: { vulnerability_id } }) {
      const row = await findVulnerability(db, organizationId, vulnerability_id)
      if (!row) throw new ApiError('not_found', `There is no vulnerability ${vulnerability_id}.`)
      return { status: 200, body: toVulnerability(row) }
    },
  }),
]
