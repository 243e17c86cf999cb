import { type Finding, type ScanType, type Score, score } from '@lasthash/scanner'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../db/schema.ts'
import type { NewEvent } from '../events/record.ts'
import type { VulnerabilityRow } from '../resources/vulnerabilities/schema.ts'

export interface ScoredScan {
  id: string
  organization_id: string
  website_id: string
  scan_type: ScanType
  score: Score
}

type Weight = Pick<Finding, 'severity' | 'confidence'>

/** What a scan's score is made of, and what is open on the website and was not tested by it. */
export interface Weighed {
  counted: readonly Weight[]
  untested: readonly (Weight & { id: string })[]
}

/**
 * `score.degraded` or `score.improved` when the score is lower or higher by 1 or more than in the last scan of the same
 * website, type and rules; nothing otherwise. `moved_by` names the vulnerabilities whose weight changed that way, heaviest
 * first. What the scan before saw and this one did not test is no improvement.
 */
export async function scoreMoved(
  trx: Kysely<Schema>,
  scan: ScoredScan,
  rows: readonly VulnerabilityRow[],
  { counted, untested }: Weighed,
): Promise<NewEvent[]> {
  const before = await trx
    .selectFrom('scans')
    .select(['id', 'security_score'])
    .where('organization_id', '=', scan.organization_id)
    .where('website_id', '=', scan.website_id)
    .where('scan_type', '=', scan.scan_type)
    .where('score_version', '=', scan.score.version)
    .where('status', '=', 'done')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const from = before?.security_score ?? null
  const to = scan.score.score
  if (!before || from === null || Math.abs(to - from) < 1) return []
  const worse = to < from
  const { website_id, id: scan_id } = scan
  const previous = await impactsOf(trx, before.id)
  const outOfSight = untested.filter(({ id }) => previous.has(id))
  if (!worse && score([...counted, ...outOfSight]).score - from < 1) return []
  for (const { id } of outOfSight) previous.delete(id)
  const moved_by = movedBy(previous, rows, worse)
  return [{ type: worse ? 'score.degraded' : 'score.improved', data: { website_id, scan_id, from, to, moved_by } }]
}

/** What each vulnerability took off a scan's score. */
async function impactsOf(trx: Kysely<Schema>, scanId: string): Promise<Map<string, number>> {
  const rows = await trx
    .selectFrom('scan_findings')
    .select(['vulnerability_id', sql<number>`(detail ->> 'score_impact')::float8`.as('impact')])
    .where('scan_id', '=', scanId)
    .execute()
  return new Map(rows.map(({ vulnerability_id, impact }) => [vulnerability_id, impact]))
}

function movedBy(previous: ReadonlyMap<string, number>, rows: readonly VulnerabilityRow[], worse: boolean): string[] {
  const change = new Map([...previous].map(([id, impact]) => [id, -impact]))
  for (const { id, detail } of rows) change.set(id, (change.get(id) ?? 0) + detail.score_impact)
  return [...change]
    .map(([id, lost]) => ({ id, weight: worse ? lost : -lost }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ id }) => id)
}
