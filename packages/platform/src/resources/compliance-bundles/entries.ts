import type { NewEntry } from '@lasthash/bundle'
import { csvHead, csvRow } from '@lasthash/reports'
import type { ComplianceAssessment } from '@lasthash/reports/compliance-data'
import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import type { BlobStore } from '../../storage/blob-store.ts'
import { fileKeyOf, toAttestation } from '../attestations/schema.ts'
import { listCounting } from '../attestations/store.ts'
import { toChange } from '../compliance/schema.ts'
import { toVulnerability } from '../vulnerabilities/schema.ts'
import { listVulnerabilities } from '../vulnerabilities/store.ts'
import { listHistory } from './store.ts'

const PAGE = 100
const MOST_CHANGES = 10_000

interface From {
  db: Kysely<Schema>
  blobs: BlobStore
  organizationId: string
}

/** What an auditor gets: how it stands, by which evidence, what was attested, and how it came to be so. */
export async function entriesOf(from: From, assessment: ComplianceAssessment): Promise<NewEntry[]> {
  const ids = assessment.websites.map(({ id }) => id)
  const history =
    ids.length === 0 ? [] : await listHistory(from.db, from.organizationId, assessment.framework.id, ids, MOST_CHANGES)
  return [
    { path: 'README.txt', media_type: 'text/plain', bytes: Buffer.from(README) },
    json('assessment.json', assessment),
    { path: 'requirements.csv', media_type: 'text/csv', bytes: Buffer.from(requirementsCsv(assessment)) },
    ...(await evidence(from, assessment)),
    ...(await attestations(from, assessment, ids)),
    json('changes.json', history.map(toChange)),
  ]
}

const README = `This is a bundle of evidence that a LastHash server has made and signed.

manifest.json    names every file with its SHA-256; each entry's hash covers the entry before it
signature.json   an Ed25519 signature of the manifest
assessment.json  each requirement: what was tested, what came of it, what cannot be seen from outside, what was attested
requirements.csv the same as a table
evidence/        the vulnerabilities that it rests on, website by website, as they were at that moment
attestations/    what people have attested, with their files
changes.json     how requirements have changed from scan to scan

Verify it as it is, without unpacking it:

  npx lasthash verify FILE

or, without any program, on the page /verify of the server that manifest.json names as its issuer.
`

export function requirementsCsv({ framework, assessed_at, requirements }: ComplianceAssessment): string {
  const names = [
    'framework',
    'requirement',
    'level',
    'title',
    'status',
    'summary',
    'outside',
    'checks_passed',
    'checks_failed',
  ]
  const more = [
    'checks_skipped',
    'checks_not_asked',
    'tested_at',
    'unseen',
    'vulnerability_ids',
    'attestation_ids',
    'ledger',
    'assessed_at',
  ]
  return [
    csvHead([...names, ...more]),
    ...requirements.map(({ number, level, title, status, summary, outside, unseen, evidence, attestations, ledger }) =>
      csvRow([
        ...[framework.id, number, level ?? '', title, status, summary, outside.status, outside.passed, outside.failed],
        ...[outside.skipped, outside.not_asked, outside.tested_at ?? '', unseen ?? ''],
        evidence.map(({ vulnerability_id }) => vulnerability_id).join(' '),
        attestations.map(({ id }) => id).join(' '),
        ledger.join(' '),
        assessed_at,
      ]),
    ),
  ].join('')
}

async function evidence(
  { db, organizationId }: From,
  { requirements, websites }: ComplianceAssessment,
): Promise<NewEntry[]> {
  const wanted = new Set(requirements.flatMap((one) => one.evidence.map(({ vulnerability_id }) => vulnerability_id)))
  const entries: NewEntry[] = []
  for (const { id: website_id } of websites) {
    const found: unknown[] = []
    let before: string | null = null
    for (;;) {
      const rows = await listVulnerabilities(db, organizationId, { take: PAGE, before }, { website_id })
      found.push(...rows.filter(({ id }) => wanted.has(id)).map(toVulnerability))
      if (rows.length < PAGE) break
      before = rows.at(-1)!.id
    }
    if (found.length > 0) entries.push(json(`evidence/${website_id}.json`, found))
  }
  return entries
}

async function attestations(
  { db, blobs, organizationId }: From,
  { requirements, framework, assessed_at }: ComplianceAssessment,
  websiteIds: readonly string[],
): Promise<NewEntry[]> {
  const counting = new Set(requirements.flatMap((one) => one.attestations.map(({ id }) => id)))
  const rows = (await listCounting(db, organizationId, websiteIds, new Date(assessed_at))).filter(
    (row) => row.framework === framework.id && counting.has(row.id),
  )
  const files: NewEntry[] = []
  for (const { id, file_name, file_type } of rows) {
    const blob = file_name === null ? null : await blobs.get(organizationId, fileKeyOf(id))
    if (!blob) continue
    const bytes = Buffer.concat(await blob.stream.toArray())
    files.push({ path: `attestations/${id}${extensionOf(file_name!)}`, media_type: file_type!, bytes })
  }
  return [
    json(
      'attestations/attestations.json',
      rows.map((row) => toAttestation(row)),
    ),
    ...files,
  ]
}

/** Of a name that somebody else chose: letters and digits alone, or none. */
function extensionOf(name: string): string {
  return /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? ''
}

function json(path: string, value: unknown): NewEntry {
  return { path, media_type: 'application/json', bytes: Buffer.from(`${JSON.stringify(value, null, 2)}\n`) }
}
