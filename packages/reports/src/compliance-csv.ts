import type { ComplianceAssessment } from './compliance-data.ts'
import { csvHead, csvRow } from './csv.ts'

const COLUMNS = [
  'framework',
  'requirement',
  'level',
  'title',
  'status',
  'summary',
  'outside',
  'checks_passed',
  'checks_failed',
  'checks_skipped',
  'checks_not_asked',
  'tested_at',
  'unseen',
  'vulnerability_ids',
  'attestation_ids',
  'ledger',
  'assessed_at',
]

/** A row for each requirement. */
export function* complianceCsv({ framework, assessed_at, requirements }: ComplianceAssessment): Generator<string> {
  yield csvHead(COLUMNS)
  for (const { number, level, title, status, summary, outside, unseen, evidence, attestations, ledger } of requirements)
    yield csvRow([
      ...[framework.id, number, level, title, status, summary, outside.status, outside.passed, outside.failed],
      ...[outside.skipped, outside.not_asked, outside.tested_at, unseen],
      evidence.map(({ vulnerability_id }) => vulnerability_id).join(' '),
      attestations.map(({ id }) => id).join(' '),
      ledger.join(' '),
      assessed_at,
    ])
}
