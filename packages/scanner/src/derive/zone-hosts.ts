import { DNS_PROVIDERS } from '../../data/dns-providers.ts'

/** The provider to which a name server belongs, or null. */
export function zoneHostOf(name: string): string | null {
  const bare = name.toLowerCase().replace(/\.$/, '')
  return DNS_PROVIDERS.find(([, pattern]) => pattern.test(bare))?.[0] ?? null
}
