import type { AttestationData } from '@lasthash/reports/compliance-data'
import { rfc3339 } from '@lasthash/scanner'
import type { Kysely, Selectable } from 'kysely'
import type { ComplianceAnswersTable, Schema } from '../db/schema.ts'
import { ledgersOf } from '../payment/says.ts'
import { toAttestationData } from '../resources/attestations/schema.ts'
import { type AttestationRow, listCounting } from '../resources/attestations/store.ts'
import { newestAnswers } from './answers.ts'
import type { Found, WebsiteFacts } from './assess.ts'
import { titleOf } from './requirements.ts'

/** The framework that payment pages are a matter of. */
const LEDGER_OF = 'pci_dss_4'

/** What is known of websites, whatever framework they are held against. */
export interface KnownFacts {
  scans: Selectable<ComplianceAnswersTable>[]
  /** In the order that was asked for. */
  of(framework: string): WebsiteFacts[]
}

/** In a few statements for all of these websites together. `db` may be of the system: each statement names the organisation. */
export async function complianceFacts(
  db: Kysely<Schema>,
  organizationId: string,
  websiteIds: readonly string[],
  at = new Date(),
): Promise<KnownFacts> {
  if (websiteIds.length === 0) return { scans: [], of: () => [] }
  const scans = await listAnswers(db, organizationId, websiteIds)
  const found = Map.groupBy(await listFound(db, organizationId, websiteIds), ({ website_id }) => website_id)
  const attested = Map.groupBy(await listCounting(db, organizationId, websiteIds, at), ({ framework }) => framework)
  const ledgers = await ledgersOf(db, organizationId, websiteIds, at)
  const byWebsite = Map.groupBy(scans, ({ website_id }) => website_id)
  const websites = websiteIds.map((id) => ({
    id,
    answers: newestAnswers(byWebsite.get(id) ?? []),
    found: Map.groupBy(found.get(id) ?? [], ({ check }) => check),
  }))
  return {
    scans,
    of: (framework) =>
      websites.map((website) => ({
        ...website,
        attestations: attestationsFor(website.id, attested.get(framework) ?? []),
        ledger: framework === LEDGER_OF ? ledgers.get(website.id)! : new Map(),
      })),
  }
}

/** A website's own come before the organisation's, and newer ones before older. */
function attestationsFor(id: string, rows: readonly AttestationRow[]): Map<string, AttestationData[]> {
  const own = rows.filter(({ website_id }) => website_id === id)
  const general = rows.filter(({ website_id }) => website_id === null)
  const grouped = Map.groupBy([...own, ...general], ({ requirement }) => requirement)
  return new Map([...grouped].map(([requirement, all]) => [requirement, all.map(toAttestationData)]))
}

function listAnswers(db: Kysely<Schema>, organizationId: string, websiteIds: readonly string[]) {
  return db
    .selectFrom('compliance_answers')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('website_id', 'in', websiteIds)
    .orderBy('completed_at', 'desc')
    .execute()
}

/** What is neither fixed nor merged; `info` is no matter of compliance. */
async function listFound(db: Kysely<Schema>, organizationId: string, websiteIds: readonly string[]): Promise<Found[]> {
  const rows = await db
    .selectFrom('vulnerabilities')
    .select(['id', 'website_id', 'check', 'outcome', 'severity', 'confidence', 'status', 'status_reason'])
    .select(['status_author', 'first_seen_at', 'last_seen_at', 'last_scan_id'])
    .where('organization_id', '=', organizationId)
    .where('website_id', 'in', websiteIds)
    .where('status', 'in', ['open', 'reopened', 'accepted_risk', 'false_positive'])
    .where('severity', '<>', 'info')
    .orderBy('id')
    .execute()
  return rows.map(({ id, outcome, confidence, status_reason, status_author, last_scan_id, ...row }) => ({
    vulnerability_id: id,
    website_id: row.website_id,
    check: row.check,
    title: titleOf(row.check, outcome),
    severity: row.severity,
    status: row.status,
    reason: status_reason,
    author: status_author,
    first_seen_at: rfc3339(row.first_seen_at),
    last_seen_at: rfc3339(row.last_seen_at),
    scan_id: last_scan_id,
    weighs: confidence !== 'tentative',
  }))
}
