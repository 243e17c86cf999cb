import { type Kysely, sql } from 'kysely'
import { inOrganization } from '../db/client.ts'
import { jsonb } from '../db/jsonb.ts'
import type { Schema } from '../db/schema.ts'
import { newId } from '../identifier.ts'
import { recordResult } from '../jobs/record-result.ts'
import { SAMPLE_IDS, storedId } from './sample-ids.ts'
import { virtualResult, wordpress } from './targets.ts'

const URL_OF_SAMPLE = 'https://vulnerable.lasthash.test/'
const DETECTED = new Date('2024-03-10T14:30:00Z')
const ENDED = new Date('2024-03-10T14:32:15Z')
const FOR_EVER = 0 // days that its results are kept: the docs' examples do not run out

/**
 * The organisation whose data the organisation's test keys see; made, with the website and the scan of the API's public
 * examples, when there is none yet.
 */
export async function testOrganizationOf(trx: Kysely<Schema>, organizationId: string): Promise<string> {
  const find = () =>
    trx
      .selectFrom('organizations')
      .select('id')
      .where('parent_id', '=', organizationId)
      .where('test', '=', true)
      .executeTakeFirst()
  const known = await find()
  if (known) return known.id
  const owner = await trx
    .selectFrom('organizations')
    .select(['name', 'plan', 'requests_per_minute', 'concurrent_scans'])
    .where('id', '=', organizationId)
    .executeTakeFirstOrThrow()
  const made = await trx
    .insertInto('organizations')
    .values({ ...owner, id: newId('org'), name: `${owner.name} (test)`, parent_id: organizationId, test: true })
    .onConflict((conflict) => conflict.column('parent_id').where(sql<boolean>`test`).doNothing())
    .returning('id')
    .executeTakeFirst()
  // Another request made it at the same moment.
  if (!made) return (await find())!.id
  await inOrganization(trx, organizationId, made.id, () => writeSample(trx, made.id))
  return made.id
}

async function writeSample(trx: Kysely<Schema>, organization_id: string): Promise<void> {
  const [website_id, id, vulnerabilityId] = SAMPLE_IDS.map((one) => storedId(organization_id, one)) as [
    string,
    string,
    string,
  ]
  const result = virtualResult(URL_OF_SAMPLE, 'full', ENDED)
  const { security_score, grade, score_version, score_cap, duration_ms, coverage } = result
  await trx
    .insertInto('websites')
    .values({
      id: website_id,
      organization_id,
      url: URL_OF_SAMPLE,
      origin: new URL(URL_OF_SAMPLE).origin,
      name: 'Example',
    })
    .execute()
  await trx
    .insertInto('scans')
    .values({
      id,
      organization_id,
      website_id,
      url: URL_OF_SAMPLE,
      scan_type: 'full',
      priority: 'high',
      status: 'done',
      attempts: 1,
      security_score,
      grade,
      score_version,
      score_cap: score_cap && jsonb(score_cap),
      ...result.vulnerabilities,
      duration_ms,
      created_at: new Date(ENDED.getTime() - duration_ms),
      started_at: new Date(ENDED.getTime() - duration_ms),
      completed_at: ENDED,
      kept_days: FOR_EVER,
    })
    .execute()
  await trx
    .insertInto('scan_details')
    .values({ scan_id: id, kept_days: FOR_EVER, organization_id, coverage: jsonb(coverage) })
    .execute()
  // Known beforehand, so that it has the id of the examples when the result is written down.
  const { check, outcome, type, severity, confidence, cve, fingerprint } = wordpress(new URL(URL_OF_SAMPLE).origin)
  await trx
    .insertInto('vulnerabilities')
    .values({
      ...{ id: vulnerabilityId, organization_id, website_id, fingerprint: Buffer.from(fingerprint, 'hex') },
      ...{ check, outcome, type, severity, confidence, cve, first_scan_id: id, last_scan_id: id },
      ...{ first_seen_at: DETECTED, last_seen_at: DETECTED },
    })
    .execute()
  const detectedAt = new Map(result.findings.map((one) => [one.fingerprint, DETECTED]))
  await recordResult(trx, { id, organization_id, website_id, kept_days: FOR_EVER }, result, detectedAt)
}
