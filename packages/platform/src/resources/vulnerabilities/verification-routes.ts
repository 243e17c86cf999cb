import { Type } from 'typebox'
import type { Database } from '../../db/client.ts'
import { ApiError } from '../../errors.ts'
import { LIST_QUERY, listBody, listOf, pageOf } from '../../http/list.ts'
import { preferredWait } from '../../http/prefer.ts'
import { type Call, type Route, route } from '../../http/route.ts'
import { watchProgress } from '../../jobs/watch-progress.ts'
import { findVulnerability } from './store.ts'
import {
  findVerification,
  listVerifications,
  requestVerification,
  toVerification,
  VERIFICATION_EXAMPLE,
  Verification,
  type VerificationRow,
} from './verifications.ts'

const params = Type.Object({ vulnerability_id: Type.String() })
const oneParams = Type.Object({ vulnerability_id: Type.String(), verification_id: Type.String() })
const LOOK_MS = 2_000 // between looks behind the notification: a lost one must not cost the whole wait

/** One vulnerability looked at again, by its check alone. */
export const vulnerabilityVerificationRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/v1/vulnerabilities/:vulnerability_id/verify',
    operationId: 'verifyVulnerability',
    summary: 'Look at a vulnerability again',
    description:
      'Runs its check alone, at the places where it showed: seconds instead of a scan. `fixed` only where all of them were looked at; `not_tested` with the reason where that cannot be said. What is mended becomes `fixed`, what was `fixed` and shows again `reopened`. With `Prefer: wait=N` the answer waits up to N seconds, at most 30, for the result.',
    scope: 'vulnerabilities:write',
    params,
    headers: { Prefer: '`wait=N`: how many seconds the answer may wait for the result, at most 30.' },
    answers: {
      202: {
        description: 'Accepted, or under way already; `Location` is where to look.',
        location: true,
        schema: Verification,
        example: { ...VERIFICATION_EXAMPLE, status: 'queued', result: null, started_at: null, completed_at: null },
      },
    },
    errors: ['vulnerability_merged'],
    async handler(call) {
      const row = await requestVerification(call, call.params.vulnerability_id)
      const headers = { location: `/v1/vulnerabilities/${row.vulnerability_id}/verifications/${row.id}` }
      const seconds = preferredWait(call.headers.prefer)
      if (seconds === 0) return { status: 202, body: toVerification(row), headers }
      const { context, organizationId, signal } = call
      return {
        status: 202,
        body: toVerification(row),
        headers: { ...headers, 'preference-applied': `wait=${seconds}` },
        async afterCommit() {
          const present = await untilDone(context.database, organizationId, row, seconds, signal)
          return { status: 202, body: toVerification(present) }
        },
      }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/vulnerabilities/:vulnerability_id/verifications',
    operationId: 'listVulnerabilityVerifications',
    summary: 'List how a vulnerability was looked at again',
    scope: 'vulnerabilities:read',
    params,
    query: Type.Object(LIST_QUERY, { additionalProperties: false }),
    answers: {
      200: {
        description: 'Newest first.',
        schema: listOf(Verification),
        example: { object: 'list', data: [VERIFICATION_EXAMPLE], has_more: false, next_cursor: null },
      },
    },
    async handler(call) {
      const { db, organizationId, params, query } = call
      const page = pageOf(query)
      const rows = await listVerifications(db, organizationId, params.vulnerability_id, page)
      if (rows.length === 0) await existing(call, params.vulnerability_id)
      return { status: 200, body: listBody(rows.map(toVerification), page) }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/vulnerabilities/:vulnerability_id/verifications/:verification_id',
    operationId: 'getVulnerabilityVerification',
    summary: 'Get how a vulnerability was looked at again',
    scope: 'vulnerabilities:read',
    params: oneParams,
    answers: { 200: { description: 'As it is now.', schema: Verification, example: VERIFICATION_EXAMPLE } },
    async handler({ db, organizationId, params: { vulnerability_id, verification_id } }) {
      const row = await findVerification(db, organizationId, vulnerability_id, verification_id)
      if (!row) throw new ApiError('not_found', `There is no verification ${verification_id} of ${vulnerability_id}.`)
      return { status: 200, body: toVerification(row) }
    },
  }),
]

async function existing({ db, organizationId }: Pick<Call, 'db' | 'organizationId'>, id: string): Promise<void> {
  if (!(await findVulnerability(db, organizationId, id)))
    throw new ApiError('not_found', `There is no vulnerability ${id}.`)
}

/** The row once it is done, or as it is after `seconds`, or when the caller has gone. */
async function untilDone(
  database: Database,
  organizationId: string,
  row: VerificationRow,
  seconds: number,
  signal: AbortSignal,
): Promise<VerificationRow> {
  const deadline = Date.now() + seconds * 1000
  const watch = await watchProgress(database, row.id)
  try {
    for (let present: VerificationRow | undefined = row; ; ) {
      present = await findVerification(database.as(organizationId), organizationId, row.vulnerability_id, row.id)
      const left = deadline - Date.now()
      if (!present || present.status === 'done' || left <= 0 || signal.aborted) return present ?? row
      await watch.change(Math.min(left, LOOK_MS), signal)
    }
  } finally {
    await watch.close()
  }
}
