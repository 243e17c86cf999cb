import {
  type AssessedRequirement,
  type ComplianceAssessment,
  REQUIREMENT_STATUSES,
  type RequirementStatus,
} from '../src/compliance-data.ts'

/** One requirement of every status, with all that may stand beside it; `text` is what others choose. */
export function assessment(text: string, websites = 1): ComplianceAssessment {
  const sites = Array.from({ length: websites }, (_, at) => ({
    id: `ws_${at}`,
    url: `https://shop-${at}.example/`,
    name: at === 0 ? text : `Shop ${at}`,
  }))
  const requirements = REQUIREMENT_STATUSES.map((status, at) => requirement(status, `6.4.${at + 1}`, text, sites))
  return {
    framework: {
      id: 'pci_dss_4',
      name: 'PCI DSS 4.0.1',
      publisher: 'PCI Security Standards Council',
      source: 'https://www.pcisecuritystandards.org/document_library/',
      covers: 'The requirements of sections 1 to 12. Not its appendices A1 to A3.',
    },
    scope: { kind: websites === 1 ? 'website' : 'group', id: 'ws_0', name: text },
    assessed_at: '2026-01-15T15:00:00Z',
    websites: sites,
    scans: sites.map(({ id }) => ({
      website_id: id,
      scan_id: 'scan_01k0000000000000000000000',
      scan_type: 'full',
      completed_at: '2026-01-15T14:32:15Z',
    })),
    totals: Object.fromEntries(REQUIREMENT_STATUSES.map((status) => [status, 1])) as Record<RequirementStatus, number>,
    requirements,
  }
}

function requirement(
  status: RequirementStatus,
  number: string,
  text: string,
  sites: readonly { id: string }[],
): AssessedRequirement {
  const seen = status === 'failing' || status === 'accepted'
  const evidence = seen
    ? Array.from({ length: 20 }, (_, at) => ({
        vulnerability_id: 'vuln_01k0000000000000000000000',
        website_id: sites[at % sites.length]!.id,
        check: 'content/sri',
        title: at === 0 ? text : 'Scripts of others without an integrity',
        severity: ['high', 'medium', 'low'][at % 3]!,
        status: status === 'failing' ? 'open' : 'accepted_risk',
        reason: at === 0 ? text : null,
        author: 'user_1',
        first_seen_at: '2026-01-08T14:30:00Z',
        last_seen_at: '2026-01-15T14:30:00Z',
        scan_id: 'scan_1',
      }))
    : []
  const attestation = {
    id: 'att_01k0000000000000000000000',
    website_id: null,
    verdict: 'met' as const,
    statement: text,
    author: 'user_01k0000000000000000000000',
    created_at: '2026-01-10T09:00:00Z',
    expires_at: '2027-01-10T09:00:00Z',
    file: { name: `${text}.pdf`, media_type: 'application/pdf', size: 4, sha256: 'a'.repeat(64) },
  }
  return {
    number,
    level: null,
    title: 'Scripts of payment pages are authorised, their integrity assured, and listed with a reason',
    status,
    summary: 'It stands so because of what was seen.',
    outside: {
      status: seen ? 'failing' : 'partly_tested',
      ...{ passed: 8, failed: seen ? 2 : 0, skipped: 1, not_asked: 2 },
      tested_at: status === 'not_tested' ? null : '2026-01-15T14:32:15Z',
      checks: ['content/sri', 'csp/missing'],
      open_checks: [{ check: 'csp/missing', status: 'not_gathered', reason: text }],
    },
    unseen: 'What shows from outside is tested. The rest of what it asks is not to be seen there.',
    evidence,
    evidence_count: evidence.length,
    attestations: status === 'met' || status === 'not_applicable' ? [attestation] : [],
    ledger: seen ? [text, '2 of 12 scripts of https://shop.example/checkout are not authorised as they are.'] : [],
    websites: sites.length > 1 ? sites.map(({ id }) => ({ website_id: id, status })) : [],
  }
}
