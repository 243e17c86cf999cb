import type { ScanType, Score } from '@lasthash/scanner'
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

/**
 * `score.degraded` or `score.improved` when the score is lower or higher by 1 or more than in the last scan of the same
 * website, type and rules; nothing otherwise. `moved_by` names the vulnerabilities whose weight changed that way, heaviest
 * first.
 */
export async function scoreMoved(
  trx: Kysely<Schema>,
  scan: ScoredScan,
  rows: readonly VulnerabilityRow[],
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
  const moved_by = await movedBy(trx, before.id, rows, worse)
  return [{ type: worse ? 'score.degraded' : 'score.improved', data: { website_id, scan_id, from, to, moved_by } }]
}

async function movedBy(
  trx: Kysely<Schema>,
  previousScan: string,
  rows: readonly VulnerabilityRow[],
  worse: boolean,
): Promise<string[]> {
  const previous = await trx
    .selectFrom('scan_findings')
    .select(['vulnerability_id', sql<number>`(detail ->> 'score_impact')::float8`.as('impact')])
    .where('scan_id', '=', previousScan)
    .execute()
  const change = new Map(previous.map(({ vulnerability_id, impact }) => [vulnerability_id, -impact]))
  for (const { id, detail } of rows) change.set(id, (change.get(id) ?? 0) + detail.score_impact)
  return [...change]
    .map(([id, lost]) => ({ id, weight: worse ? lost : -lost }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ id }) => id)
}
