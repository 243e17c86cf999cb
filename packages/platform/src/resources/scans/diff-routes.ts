import { type Static, Type } from 'typebox'
import { ApiError } from '../../errors.ts'
import { type Call, type Route, route } from '../../http/route.ts'
import { Confidence, Severity, Status, VulnerabilityType } from '../vulnerabilities/schema.ts'
import { diff } from './diff.ts'
import { requireResults } from './schema.ts'
import { findCoverage, findScan, listSeen, type Scan, type SeenRow } from './store.ts'

const Entry = Type.Object({
  id: Type.String(),
  type: VulnerabilityType,
  severity: Severity,
  confidence: Confidence,
  title: Type.String(),
  check: Type.String(),
  outcome: Type.String(),
  status: Status,
})
const Entries = Type.Array(Entry)
const score = Type.Union([Type.Integer(), Type.Null()])

const ScanDiff = Type.Object(
  {
    website_id: Type.String(),
    from: Type.Object({ scan_id: Type.String(), security_score: score }),
    to: Type.Object({ scan_id: Type.String(), security_score: score }),
    comparable: Type.Boolean({
      description: 'Whether both are of the same type and score_version, so that their scores may be compared.',
    }),
    new: Entries,
    fixed: Entries,
    regressed: Entries,
    unchanged: Entries,
    not_tested: Entries,
  },
  { title: 'ScanDiff' },
)

const ENTRY: Static<typeof Entry> = {
  id: 'vuln_01k0000000000000000000000',
  type: 'misconfiguration',
  severity: 'medium',
  confidence: 'firm',
  title: 'No HSTS header',
  check: 'transport/hsts',
  outcome: 'missing',
  status: 'open',
}

/** What lies between two scans of one website. */
export const scanDiffRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/v1/scans/:scan_id/diff/:other_scan_id',
    operationId: 'diffScans',
    summary: 'Compare two scans',
    description:
      'From the first to the second, of the same website: what is new, fixed, back again, unchanged, and what the second did not test.',
    scope: 'scans:read',
    params: Type.Object({ scan_id: Type.String(), other_scan_id: Type.String() }),
    answers: {
      200: {
        description: 'The differences.',
        schema: ScanDiff,
        example: {
          website_id: 'ws_01k0000000000000000000000',
          from: { scan_id: 'scan_01k0000000000000000000000', security_score: 86 },
          to: { scan_id: 'scan_01k0000000000000000000001', security_score: 85 },
          comparable: true,
          new: [ENTRY],
          fixed: [],
          regressed: [],
          unchanged: [],
          not_tested: [],
        },
      },
    },
    errors: ['scan_not_done', 'results_expired', 'scans_not_comparable'],
    async handler(call) {
      const [from, to] = [await doneScan(call, call.params.scan_id), await doneScan(call, call.params.other_scan_id)]
      if (from.website_id !== to.website_id) {
        throw new ApiError('scans_not_comparable', `${from.id} and ${to.id} are scans of two websites.`)
      }
      const { db, organizationId } = call
      const [before, after] = [await listSeen(db, organizationId, from.id), await listSeen(db, organizationId, to.id)]
      const coverage = await findCoverage(db, organizationId, to.id)
      const {
        new: fresh,
        fixed,
        regressed,
        unchanged,
        not_tested,
      } = diff({ id: from.id, seen: before }, { seen: after }, coverage ?? { checks: [] })
      const side = ({ id, security_score }: Scan) => ({ scan_id: id, security_score })
      return {
        status: 200,
        body: {
          website_id: from.website_id,
          from: side(from),
          to: side(to),
          comparable: from.scan_type === to.scan_type && from.score_version === to.score_version,
          new: fresh.map(toEntry),
          fixed: fixed.map(toEntry),
          regressed: regressed.map(toEntry),
          unchanged: unchanged.map(toEntry),
          not_tested: not_tested.map(toEntry),
        },
      }
    },
  }),
]

async function doneScan({ db, organizationId }: Pick<Call, 'db' | 'organizationId'>, id: string): Promise<Scan> {
  const scan = await findScan(db, organizationId, id)
  if (!scan) throw new ApiError('not_found', `There is no scan ${id}.`)
  if (scan.status !== 'done') throw new ApiError('scan_not_done', `The scan ${id} is ${scan.status}, not done.`)
  requireResults(scan)
  return scan
}

function toEntry({ first_scan_id: _, seen_in: __, ...entry }: SeenRow) {
  return entry
}
