import { textsOf } from '@lasthash/scanner/report/finding-texts'
import type { ReportVulnerability } from './data.ts'

export const EFFORTS = ['minutes', 'hours', 'days'] as const
/** How long it takes somebody who knows the website: an estimate from the kind of finding, no measurement. */
export type Effort = (typeof EFFORTS)[number]

/** By the beginning of a check's id: the longest that fits decides. */
const KINDS: readonly (readonly [start: string, effort: Effort])[] = [
  ['active/', 'days'],
  ['threat/', 'days'],
  ['content/', 'hours'],
  ['cookies/', 'hours'],
  ['cors/', 'hours'],
  ['csp/', 'hours'],
  ['dns/', 'minutes'],
  ['dns/dnssec', 'hours'],
  ['exposure/', 'minutes'],
  ['headers/', 'minutes'],
  ['headers/content-security-policy', 'hours'],
  ['software/', 'hours'],
  ['tls/', 'minutes'],
  ['tls/certificate', 'hours'],
  ['transport/', 'minutes'],
]

export function effortOf(one: ReportVulnerability): Effort {
  if (one.type === 'threat') return 'days'
  if (one.cve !== null) return 'hours'
  const [, known] =
    KINDS.filter(([start]) => one.check.startsWith(start)).sort(([a], [b]) => b.length - a.length)[0] ?? []
  return known ?? (textsOf(one).settings.length > 0 ? 'minutes' : 'hours')
}
