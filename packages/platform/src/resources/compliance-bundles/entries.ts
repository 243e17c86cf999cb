import type { NewEntry } from '@lasthash/bundle'
import type { Brand } from '@lasthash/reports'
import type { ComplianceAssessment } from '@lasthash/reports/compliance-data'
import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import type { Renderer } from '../../reporting/renderer.ts'
import type { BlobStore } from '../../storage/blob-store.ts'
import { fileKeyOf, toAttestation } from '../attestations/schema.ts'
import { listCounting } from '../attestations/store.ts'
import { toChange } from '../compliance/schema.ts'
import { toLedgerEntry, toPaymentPage, toPaymentScript } from '../payment-pages/schema.ts'
import { countsOf, listLedger, listPagesOf, listScripts } from '../payment-pages/store.ts'
import { toVulnerability } from '../vulnerabilities/schema.ts'
import { listVulnerabilities } from '../vulnerabilities/store.ts'
import { listHistory } from './store.ts'

const PAGE = 100
const MOST_CHANGES = 10_000
const MOST_LEDGER = 100_000
/** The framework that payment pages are a matter of. */
const LEDGER_OF = 'pci_dss_4'

interface From {
  db: Kysely<Schema>
  blobs: BlobStore
  organizationId: string
  brand: Brand
  renderer: Renderer
  signal: AbortSignal
}

/** What an auditor gets: how it stands, by which evidence, what was attested, and how it came to be so. */
export async function entriesOf(from: From, assessment: ComplianceAssessment): Promise<NewEntry[]> {
  const ids = assessment.websites.map(({ id }) => id)
  const history =
    ids.length === 0 ? [] : await listHistory(from.db, from.organizationId, assessment.framework.id, ids, MOST_CHANGES)
  return [
    { path: 'README.txt', media_type: 'text/plain', bytes: Buffer.from(README) },
    json('assessment.json', assessment),
    ...(await reports(from, assessment)),
    ...(await evidence(from, assessment)),
    ...(await attestations(from, assessment, ids)),
    ...(assessment.framework.id === LEDGER_OF ? await ledgers(from, ids) : []),
    json('changes.json', history.map(toChange)),
  ]
}

const README = `This is a bundle of evidence that a LastHash server has made and signed.

manifest.json    names every file with its SHA-256; each entry's hash covers the entry before it
signature.json   an Ed25519 signature of the manifest
assessment.json  each requirement: what was tested, what came of it, what cannot be seen from outside, what was attested
report.pdf       the same for people; report.html in a browser
requirements.csv the same as a table
evidence/        the vulnerabilities that it rests on, website by website, as they were at that moment
attestations/    what people have attested, with their files
payment-pages/   what runs on payment pages, who authorised it, and their ledgers from the first entry
changes.json     how requirements have changed from scan to scan

Verify it as it is, without unpacking it:

  npx lasthash verify FILE

or, without any program, on the page /verify of the server that manifest.json names as its issuer.
`

/** As `/v1/reports` gives them, made in the process that makes those. */
async function reports({ renderer, signal, brand }: From, assessment: ComplianceAssessment): Promise<NewEntry[]> {
  const about = { id: null, title: null, scope: assessment.scope.name, generated_at: assessment.assessed_at }
  const head = { ...about, period: null, websites: [], compliance: assessment }
  const entries: NewEntry[] = []
  for (const format of ['csv', 'html', 'pdf'] as const) {
    const options = { kind: 'compliance' as const, format, language: 'en' as const, brand }
    const made = await renderer.render({ head, comparison: null, options }, async (of) => ({ of, rows: [] }), signal)
    const parts: Uint8Array[] = []
    for await (const bytes of made.bytes) parts.push(bytes)
    const path = format === 'csv' ? 'requirements.csv' : `report.${made.extension}`
    entries.push({ path, media_type: made.contentType.split(';')[0]!, bytes: Buffer.concat(parts) })
  }
  return entries
}

/** The payment pages of these websites, with what runs on them, and all that their ledgers say. */
async function ledgers({ db, organizationId }: From, websiteIds: readonly string[]): Promise<NewEntry[]> {
  const entries: NewEntry[] = []
  for (const page of await listPagesOf(db, organizationId, websiteIds)) {
    const scripts = await listScripts(db, organizationId, page.id)
    const ledger = await listLedger(db, organizationId, page.id, { take: MOST_LEDGER, before: null }, undefined)
    const shown = toPaymentPage(page, await countsOf(db, organizationId, page.id))
    entries.push(
      json(`payment-pages/${page.id}.json`, { ...shown, inventory: scripts.map(toPaymentScript) }),
      json(`payment-pages/${page.id}-ledger.json`, ledger.map(toLedgerEntry).reverse()),
    )
  }
  return entries
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
