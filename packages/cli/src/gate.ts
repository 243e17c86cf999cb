import { SEVERITIES, type Severity } from '@lasthash/scanner'
import { type ScanDocument, type VulnerabilityObject, weighs } from '@lasthash/scanner/report/document'
import { CliError } from './cli-error.ts'

export interface Gate {
  failOn: Severity | null
  minScore: number | null
  /** Fingerprints that were there before; null when nothing is compared. */
  known: ReadonlySet<string> | null
}

export interface Verdict {
  passed: boolean
  /** One sentence for each condition that was not met. */
  reasons: string[]
}

/**
 * Whether a finding fails the gate: as bad as `failOn` (without it `low`) or worse, not known from before, and neither
 * tentative nor accepted nor marked as false.
 */
export function offends(gate: Gate, one: VulnerabilityObject): boolean {
  const limit = SEVERITIES.indexOf(gate.failOn ?? 'low')
  return weighs(one) && SEVERITIES.indexOf(one.severity) <= limit && !gate.known?.has(one.fingerprint)
}

/** What a server's policy has said of the scan that named it. */
export function policyVerdict(scan: object): Verdict {
  const { gate } = scan as { gate?: { passed?: unknown; reasons?: { detail?: unknown }[] } | null }
  if (typeof gate?.passed !== 'boolean' || !Array.isArray(gate.reasons))
    throw new CliError('The server says nothing of the policy: it is of a version that has none.')
  return { passed: gate.passed, reasons: gate.reasons.map(({ detail }) => String(detail)) }
}

/** Without any condition every scan passes. The score is judged as it is, whatever the baseline. */
export function judgeGate(gate: Gate, { scan, vulnerabilities }: ScanDocument): Verdict {
  const reasons: string[] = []
  const offenders = vulnerabilities.filter((one) => offends(gate, one))
  if ((gate.failOn || gate.known) && offenders.length > 0) {
    const count = `${offenders.length} ${gate.known ? 'new ' : ''}finding${offenders.length > 1 ? 's' : ''}`
    const limit = gate.failOn ?? 'low'
    reasons.push(`${count} of severity ${limit}${limit === 'critical' ? '' : ' or worse'}.`)
  }
  const score = scan.security_score ?? 0
  if (gate.minScore !== null && score < gate.minScore) reasons.push(`The score is ${score}, below ${gate.minScore}.`)
  return { passed: reasons.length === 0, reasons }
}
