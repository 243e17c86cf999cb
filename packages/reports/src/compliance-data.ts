/**
 * What a requirement comes to, from worst to best:
 *
 * - `failing`: a check that speaks to it finds something, or somebody attests that it is not met;
 * - `not_tested`: checks speak to it, and none of them has an answer yet;
 * - `attestation_needed`: part of it does not show from outside, and nobody has attested that part;
 * - `partly_tested`: nothing was found, but some of its checks have no answer;
 * - `accepted`: what was found is an accepted risk;
 * - `met`: all that shows from outside passes, and the rest, if any, is attested;
 * - `not_applicable`: attested so.
 */
export type RequirementStatus =
  | 'failing'
  | 'not_tested'
  | 'attestation_needed'
  | 'partly_tested'
  | 'accepted'
  | 'met'
  | 'not_applicable'

/** From worst to best: of several websites, the worst one says how a requirement stands. */
export const REQUIREMENT_STATUSES: readonly RequirementStatus[] = [
  'failing',
  'not_tested',
  'attestation_needed',
  'partly_tested',
  'accepted',
  'met',
  'not_applicable',
]

/** What its checks alone say; `not_visible` where none speaks to it. */
export type OutsideStatus = 'failing' | 'accepted' | 'not_tested' | 'partly_tested' | 'passing' | 'not_visible'

export interface AssessedScan {
  website_id: string
  scan_id: string
  scan_type: string
  /** RFC 3339, as every time here. */
  completed_at: string
}

/** What a check answered, when it did not pass. */
export interface OpenCheck {
  check: string
  status: 'failed' | 'not_gathered' | 'error' | 'not_asked'
  /** Why it has no answer; empty where it has one. */
  reason: string
}

export interface ComplianceEvidence {
  vulnerability_id: string
  website_id: string
  check: string
  title: string
  severity: string
  /** `open`, `reopened`, `accepted_risk` or `false_positive`. */
  status: string
  /** Why it was accepted or marked false, and by whom. */
  reason: string | null
  author: string | null
  first_seen_at: string
  last_seen_at: string
  scan_id: string
}

export interface AttestationData {
  id: string
  /** Null: for all websites of the organisation. */
  website_id: string | null
  verdict: 'met' | 'not_met' | 'not_applicable'
  statement: string
  author: string
  created_at: string
  expires_at: string | null
  file: { name: string; media_type: string; size: number; sha256: string } | null
}

export interface AssessedRequirement {
  number: string
  /** Of ASVS only. */
  level: number | null
  /** What it asks, in our words. */
  title: string
  status: RequirementStatus
  /** A sentence that says why. */
  summary: string
  outside: {
    status: OutsideStatus
    /** How many answers there are of each kind, over all websites. */
    passed: number
    failed: number
    /** Asked, and of no concern to the website. */
    skipped: number
    not_asked: number
    /** The oldest answer that counts; null where there is none. */
    tested_at: string | null
    /** The checks that speak to it. */
    checks: string[]
    /** Those of them that have not passed. */
    open_checks: OpenCheck[]
  }
  /** What of it cannot be seen from outside; null where all that it asks shows. */
  unseen: string | null
  /** Worst first; at most 50 of `evidence_count`. */
  evidence: ComplianceEvidence[]
  evidence_count: number
  /** Those that count: the newest of each website, and of the organisation. */
  attestations: AttestationData[]
  /** Notes from the ledger of payment pages (PCI DSS 6.4.3 and 11.6.1). */
  ledger: string[]
  /** How it stands on each website, where there are several. */
  websites: { website_id: string; status: RequirementStatus }[]
}

/** One framework held against one or more websites, at one moment. Plain data: the API gives it, reports are made of it. */
export interface ComplianceAssessment {
  framework: { id: string; name: string; publisher: string; source: string; covers: string }
  scope: { kind: 'website' | 'group' | 'organization'; id: string; name: string }
  assessed_at: string
  websites: { id: string; url: string; name: string }[]
  /** The scans whose answers count. */
  scans: AssessedScan[]
  totals: Record<RequirementStatus, number>
  requirements: AssessedRequirement[]
}
