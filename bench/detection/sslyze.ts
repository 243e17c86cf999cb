import type { RivalFinding } from './rivals.ts'

type Result = Record<string, { result: Record<string, unknown> | null } | undefined>

/** What of sslyze's answer is a fault: where it departs from Mozilla's intermediate configuration, and the flaws that it tries. */
export function faultsOfSslyze(stdout: string, json: string): RivalFinding[] {
  const found = [...stdout.matchAll(/^\s+\* (\w+): (.+)$/gm)]
    .filter(([, rule]) => RULES.has(rule!))
    .map(([, rule, text]) => ({ rule: rule!, text: text! }))
  const { server_scan_results: servers } = JSON.parse(json) as { server_scan_results: { scan_result: Result }[] }
  for (const { scan_result: result } of servers) {
    for (const [attempt, field, bad] of FLAWS) {
      const value = result[attempt]?.result?.[field]
      if (typeof bad === 'string' ? String(value).startsWith(bad) : value === bad)
        found.push({ rule: attempt, text: `${field} ${value}` })
    }
  }
  return found
}

const RULES = new Set([
  'certificate_curves',
  'certificate_hostname_validation',
  'certificate_path_validation',
  'certificate_signatures',
  'certificate_types',
  'ciphers',
  'ecdh_param_size',
  'dh_param_size',
  'maximum_certificate_lifespan',
  'rsa_key_size',
  'tls_curves',
  'tls_versions',
  'tls_vulnerability_ccs_injection',
  'tls_vulnerability_compression',
  'tls_vulnerability_fallback_scsv',
  'tls_vulnerability_heartbleed',
  'tls_vulnerability_renegotiation',
  'tls_vulnerability_robot',
])

const FLAWS: readonly (readonly [attempt: string, field: string, bad: boolean | string])[] = [
  ['session_renegotiation', 'is_vulnerable_to_client_renegotiation_dos', true],
  ['session_renegotiation', 'supports_secure_renegotiation', false],
  ['tls_extended_master_secret', 'supports_ems_extension', false],
]
