export { type CatalogueEntry, type CatalogueOutcome, catalogue, exampleFinding, exampleOf } from './catalogue.ts'
export type { Check, Confidence, Outcome, Severity, VulnerabilityType } from './check.ts'
export type { CrawlOptions, Login, LoginStep, PreviousScan, ScanType, Target } from './evidence.ts'
export type { Finding, FingerprintInputs, Location, Proof } from './finding.ts'
export { fingerprint, MAX_LOCATIONS } from './finding.ts'
export { type Framework, frameworkName, frameworks, type Requirement, speaksTo } from './frameworks.ts'
export { LookedAt, testerOf } from './looked-at.ts'
export { checkAddress } from './net/address.ts'
export { closeChromium as closeBrowser, findChromium } from './net/browser/launch.ts'
export { parseTarget, TargetError } from './net/target.ts'
export {
  coversSubdomain,
  OWNERSHIP_METHODS,
  type OwnershipMethod,
  type OwnershipProof,
  type OwnershipRecord,
  ownershipRecord,
  proveOwnership,
} from './ownership.ts'
export { type CertificateReading, probeCertificate } from './probes/certificate.ts'
export { type ContentReading, contentSimilarity, probeContent } from './probes/content.ts'
export { type DnsReading, probeDns } from './probes/dns.ts'
export { type DomainReading, probeDomain, registrableDomain } from './probes/domain.ts'
export { type HeadersReading, probeHeaders, SECURITY_HEADERS } from './probes/headers.ts'
export { type MalwareOptions, type MalwareReading, probeMalware, type ThreatSeen } from './probes/malware.ts'
export { type PaymentPageReading, type PaymentScript, probePaymentPage } from './probes/payment-page.ts'
export type { Fault, Probed, ProbeOptions } from './probes/probe.ts'
export { probeScripts, type ScriptEntry, type ScriptsReading } from './probes/scripts.ts'
export { probeUptime, type UptimeReading } from './probes/uptime.ts'
export { type Recheck, type RecheckOptions, recheck } from './recheck.ts'
export type { Checkpoint, CheckResult, CheckStatus, Coverage, ScanResult } from './result.ts'
export { rfc3339 } from './result.ts'
export type { SavedEvidence, ScanEvent, ScanOptions } from './scan.ts'
export { BUDGETS, judge, ScanError, scan } from './scan.ts'
export type { Grade, Score, ScoreCap, SeverityCounts } from './score.ts'
export { counts, gradeOf, impact, SCORE_VERSION, SEVERITIES, score } from './score.ts'
export type { Sight } from './sight.ts'
