import type { DnsReading } from '@lasthash/scanner'
import type { Trouble } from './trouble.ts'

const EXACT = ['cname', 'caa', 'ns', 'mx', 'txt'] as const
const ADDRESSES = ['a', 'aaaa'] as const

/**
 * Records that are others than before. Addresses count as changed only when none of the former ones is left: large sites
 * answer with ever another choice out of theirs.
 */
export function dnsTroubles(reading: DnsReading, before: DnsReading | null): Trouble[] {
  if (!before) return []
  const changed = [
    ...EXACT.filter((type) => reading[type].join('\n') !== before[type].join('\n')),
    ...ADDRESSES.filter((type) => isMoved(before[type], reading[type])),
  ]
  if (changed.length === 0) return []
  const changes = Object.fromEntries(
    changed.map((type) => [
      type,
      {
        added: reading[type].filter((record) => !before[type].includes(record)),
        removed: before[type].filter((record) => !reading[type].includes(record)),
      },
    ]),
  )
  // Whoever changes these can read the mail, or be the website.
  const severity = changed.some((type) => type === 'ns' || type === 'mx' || type === 'cname') ? 'high' : 'medium'
  const types = changed.map((type) => type.toUpperCase()).join(', ')
  const summary = `DNS records of ${reading.domain} have changed: ${types}.`
  const data = { changes, before, after: reading }
  return [{ cause: 'dns_changed', severity, summary, data, event: 'dns.changed', isChange: true }]
}

function isMoved(before: readonly string[], after: readonly string[]): boolean {
  return before.length + after.length > 0 && !before.some((address) => after.includes(address))
}
