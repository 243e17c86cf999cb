import { rfc3339 } from '@lasthash/scanner'
import { type TSchema, Type } from 'typebox'
import { ApiError } from '../../errors.ts'
import { LIST_QUERY, listBody, listOf, pageOf } from '../../http/list.ts'
import { type Route, route } from '../../http/route.ts'
import { type HistoryFilter, type HistoryRow, listHistory, type Moved, movedBy } from './score-history-store.ts'
import { findWebsite } from './store.ts'

const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Ids = Type.Array(Type.String())
const ScanType = Type.Enum(['quick', 'full', 'active'])

const ScorePoint = Type.Object(
  {
    scan_id: Type.String(),
    scan_type: ScanType,
    at: Type.String({ format: 'date-time' }),
    security_score: Type.Integer(),
    grade: Type.String(),
    score_version: Type.Integer({ description: 'Scores of two versions say nothing about a change of the website.' }),
    score_cap: nullable(Type.Object({ limit: Type.Integer(), because: Type.String() })),
    change: nullable(
      Type.Object(
        { from: Type.Integer(), by: Type.Integer(), scan_id: Type.String() },
        { description: 'Since the scan before it of the same type and score_version; null where there is none.' },
      ),
    ),
    moved_by: Type.Object(
      { new: Ids, fixed: Ids, reopened: Ids, accepted: Ids },
      {
        description:
          'Identifiers of vulnerabilities, at most 100 of each kind. `accepted`: accepted or marked false by people since the scan before it.',
      },
    ),
  },
  { title: 'ScorePoint' },
)

const EXAMPLE = {
  scan_id: 'scan_01k0000000000000000000000',
  scan_type: 'full' as const,
  at: '2026-01-15T14:32:15Z',
  security_score: 85,
  grade: 'B',
  score_version: 1,
  score_cap: null,
  change: { from: 82, by: 3, scan_id: 'scan_01jz000000000000000000000' },
  moved_by: { new: [], fixed: ['vuln_01jz000000000000000000000'], reopened: [], accepted: [] },
}

function toPoint(row: HistoryRow, moved_by: Moved) {
  const { id, scan_type, completed_at, security_score, grade, score_version, score_cap, before_id, before_score } = row
  return {
    id,
    scan_id: id,
    scan_type,
    at: rfc3339(completed_at),
    security_score,
    grade,
    score_version,
    score_cap,
    change:
      before_id === null || before_score === null
        ? null
        : { from: before_score, by: security_score - before_score, scan_id: before_id },
    moved_by,
  }
}

/** The score over time, and what moved it. */
export const scoreHistoryRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/v1/websites/:website_id/score-history',
    operationId: 'getScoreHistory',
    summary: 'Follow a website’s score',
    description: 'One point for each finished scan. Compare points of one scan type and score_version only.',
    scope: 'websites:read',
    params: Type.Object({ website_id: Type.String() }),
    query: Type.Object(
      {
        ...LIST_QUERY,
        scan_type: Type.Optional(ScanType),
        from: Type.Optional(Type.String({ format: 'date-time', description: 'Not before this moment.' })),
        to: Type.Optional(Type.String({ format: 'date-time', description: 'Before this moment.' })),
      },
      { additionalProperties: false },
    ),
    answers: {
      200: {
        description: 'Newest first.',
        schema: listOf(ScorePoint),
        example: { object: 'list', data: [EXAMPLE], has_more: false, next_cursor: null },
      },
    },
    async handler({ db, organizationId, params: { website_id }, query }) {
      if (!(await findWebsite(db, organizationId, website_id)))
        throw new ApiError('not_found', `There is no website ${website_id}.`)
      const page = pageOf(query)
      const rows = await listHistory(db, organizationId, website_id, page, query as HistoryFilter)
      const moved = await movedBy(db, organizationId, website_id, rows)
      const list = listBody(
        rows.map((row) => toPoint(row, moved.get(row.id)!)),
        page,
      )
      return { status: 200, body: { ...list, data: list.data.map(({ id: _, ...point }) => point) } }
    },
  }),
]
