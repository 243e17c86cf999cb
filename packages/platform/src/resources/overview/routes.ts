import { ApiError } from '../../errors.ts'
import { type Route, route } from '../../http/route.ts'
import { overviewOf, overviewOfTenants, type Span } from './overview.ts'
import { EXAMPLE, Overview, OverviewQuery } from './schema.ts'

const DAY = 86_400_000 // milliseconds
const USUAL_DAYS = 30
const MOST_DAYS = 400
const MOST_NAMED = 100

export const overviewRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/v1/overview',
    operationId: 'getOverview',
    summary: 'Get the numbers of many websites',
    description:
      'What a dashboard shows of any set of websites over any span, in one call: scores and their trend, counts by severity and state, what was new and fixed on each day, the worst and the most improved, certificates, monitors and running scans. The numbers are kept, not counted; with `If-None-Match` an unchanged answer is 304.',
    scope: 'websites:read',
    query: OverviewQuery,
    answers: { 200: { description: 'The numbers.', schema: Overview, example: EXAMPLE } },
    async handler({ db, organizationId, query }) {
      const span = spanOf(query)
      const { website_ids, tags, groups } = query
      if (query.tenants !== undefined) {
        if (website_ids ?? tags ?? groups)
          refuse('tenants', 'does not go together with website_ids, tags or groups: whole tenants are summed up')
        const wanted = query.tenants === 'all' ? null : namesOf('tenants', query.tenants)!
        return { status: 200, body: await overviewOfTenants(db, wanted, span) }
      }
      const set = {
        website_ids: namesOf('website_ids', website_ids),
        tags: namesOf('tags', tags),
        groups: namesOf('groups', groups),
      }
      return { status: 200, body: await overviewOf(db, organizationId, set, span) }
    },
  }),
]

function namesOf(parameter: string, list: string | undefined): string[] | undefined {
  const names = list
    ?.split(',')
    .map((name) => name.trim())
    .filter(Boolean)
  if (names && names.length > MOST_NAMED) refuse(parameter, `names more than ${MOST_NAMED}`)
  return names
}

function spanOf({ from, to }: { from?: string; to?: string }): Span {
  const last = to ?? new Date().toISOString().slice(0, 10)
  const first = from ?? new Date(Date.parse(last) - (USUAL_DAYS - 1) * DAY).toISOString().slice(0, 10)
  if (Date.parse(first) > Date.parse(last)) refuse('from', 'lies after the last day')
  if (Date.parse(last) - Date.parse(first) >= MOST_DAYS * DAY)
    refuse('from', `is more than ${MOST_DAYS} days before the last`)
  return { from: first, to: last }
}

function refuse(parameter: string, detail: string): never {
  throw new ApiError('validation_failed', `The parameters do not validate. ${parameter} ${detail}.`, {
    errors: [{ parameter, detail }],
  })
}
