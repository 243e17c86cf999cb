import { rfc3339 } from '@lasthash/scanner'
import { type Static, Type } from 'typebox'
import { ApiError } from '../../errors.ts'
import { type Route, route } from '../../http/route.ts'
import { FingerprintInputs, Locations, Proof, EXAMPLE as VULNERABILITY_EXAMPLE } from '../vulnerabilities/schema.ts'
import { findInScan } from '../vulnerabilities/store.ts'
import { withProofs } from './evidence.ts'
import { findCoverage, findScan } from './store.ts'

const CheckAnswer = Type.Object({
  check: Type.String(),
  status: Type.Enum(['passed', 'failed', 'skipped', 'not_gathered', 'error']),
  reason: Type.String(),
  outcomes: Type.Array(Type.String()),
})

const Evidence = Type.Object(
  {
    scan_id: Type.String(),
    vulnerability_id: Type.String(),
    title: Type.String(),
    outcome: Type.String(),
    detected_at: Type.String({ format: 'date-time' }),
    locations: Locations,
    location_count: Type.Integer({ description: 'Of all places; `locations` has at most 50 of them.' }),
    proof: Proof,
    fingerprint: Type.String(),
    fingerprint_inputs: FingerprintInputs,
    check: Type.Union([CheckAnswer, Type.Null()], {
      description: 'What the check answered in this scan; null where its coverage is kept no longer.',
    }),
  },
  { title: 'Evidence' },
)

const { id, title, outcome, detected_at, locations, location_count, proof, fingerprint, fingerprint_inputs } =
  VULNERABILITY_EXAMPLE
const EXAMPLE: Static<typeof Evidence> = {
  ...{ scan_id: 'scan_01k0000000000000000000000', vulnerability_id: id, title, outcome, detected_at },
  ...{ locations, location_count, proof, fingerprint, fingerprint_inputs },
  check: { check: 'transport/hsts', status: 'failed', reason: '', outcomes: ['missing'] },
}

export const scanEvidenceRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/v1/scans/:scan_id/evidence/:vulnerability_id',
    operationId: 'getScanEvidence',
    summary: 'Get what a scan saw of a vulnerability',
    description:
      'As that scan saw it, whatever became of it since: places, the request and what was answered, and the line that repeats it. Strings from the website are an enemy’s: escape them wherever they are shown.',
    scope: 'scans:read',
    params: Type.Object({ scan_id: Type.String(), vulnerability_id: Type.String() }),
    answers: { 200: { description: 'The evidence.', schema: Evidence, example: EXAMPLE } },
    errors: ['storage_unavailable'],
    async handler({ context, db, organizationId, params: { scan_id, vulnerability_id } }) {
      const row = await findInScan(db, organizationId, scan_id, vulnerability_id)
      if (!row) {
        const scan = await findScan(db, organizationId, scan_id)
        throw new ApiError(
          'not_found',
          scan ? `The scan ${scan_id} did not see ${vulnerability_id}.` : `There is no scan ${scan_id}.`,
        )
      }
      const coverage = await findCoverage(db, organizationId, scan_id)
      const { detail } = (await withProofs(context.blobs, organizationId, scan_id, [row]))[0]!
      return {
        status: 200,
        body: {
          scan_id,
          vulnerability_id,
          title: detail.title,
          outcome: detail.outcome,
          detected_at: rfc3339(row.detected_at),
          locations: detail.locations,
          location_count: detail.location_count,
          proof: detail.proof,
          fingerprint: detail.fingerprint,
          fingerprint_inputs: detail.fingerprint_inputs,
          check: coverage?.checks.find(({ check }) => check === detail.check) ?? null,
        },
      }
    },
  }),
]
