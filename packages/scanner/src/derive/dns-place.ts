import { getDomain } from 'tldts'
import type { DnsAnswer, DnsEvidence } from '../evidence.ts'

/** A DNS record as the place of a finding: a dns URI (RFC 4501), such as `dns:_dmarc.example.com?type=TXT`. */
export function dnsPlace(name: string, type: string): string {
  return `dns:${encodeURIComponent(name)}?type=${type}`
}

/** Why the domain's records are not the website owner's, or null when they are. */
export function sharedDomain({ name, domain }: DnsEvidence): string | null {
  const isOwn = getDomain(name, { allowPrivateDomains: true }) === domain
  return isOwn ? null : `${domain} is shared by many owners (Public Suffix List)`
}

/**
 * Why answers about the domain cannot be judged, or null when they can: DNS failed, the domain is not in DNS, or it is a
 * public suffix below which strangers register (github.io), so that its records are not the website owner's.
 */
export function unjudgeable(dns: DnsEvidence, ...answers: readonly DnsAnswer<unknown>[]): string | null {
  const shared = sharedDomain(dns)
  if (shared) return shared
  const failed = [dns.txt, ...answers].find(({ status }) => status === 'failed')
  if (failed) return `DNS gave no answer (${failed.error ?? 'unknown error'})`
  return dns.txt.status === 'nxdomain' ? `${dns.domain} does not exist in DNS` : null
}

/** Whether the domain takes mail: it has a mail server other than the null one (RFC 7505). */
export function takesMail({ mx }: DnsEvidence): boolean {
  return mx.records.some(({ exchange }) => exchange !== '' && exchange !== '.')
}
