import { type Finding, score } from '@lasthash/scanner'
import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { oncePerCause } from '../vulnerabilities/causes.ts'

/**
 * The website's score is of all that is open on it: a quick scan that found little does not hide what a full scan before
 * it found. The open counts are of the very same.
 */
export async function weighWebsite(
  trx: Kysely<Schema>,
  organizationId: string,
  websiteId: string,
  open: readonly Pick<Finding, 'severity' | 'confidence'>[],
  more: { latest_scan_id?: string } = {},
): Promise<void> {
  const { score: security_score, grade, version, counts } = score(open)
  await trx
    .updateTable('websites')
    .set({
      ...more,
      security_score,
      grade,
      score_version: version,
      open_critical: counts.critical,
      open_high: counts.high,
      open_medium: counts.medium,
      open_low: counts.low,
      open_info: counts.info,
    })
    .where('organization_id', '=', organizationId)
    .where('id', '=', websiteId)
    .execute()
}

/** The same from what is open in the database now. Holds the website's row, so that a scan's end and a decision follow each other. */
export async function reweighWebsite(trx: Kysely<Schema>, organizationId: string, websiteId: string): Promise<void> {
  await trx.selectFrom('websites').select('id').where('id', '=', websiteId).forUpdate().execute()
  const open = await trx
    .selectFrom('vulnerabilities')
    .select(['id', 'split_from', 'severity', 'confidence'])
    .where('organization_id', '=', organizationId)
    .where('website_id', '=', websiteId)
    .where('status', 'in', ['open', 'reopened'])
    .execute()
  await weighWebsite(trx, organizationId, websiteId, oncePerCause(open))
}
