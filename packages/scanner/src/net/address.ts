import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

export interface AddressRefusal {
  code: 'private_address' | 'metadata_address'
  /** A sentence, without a remedy: that depends on who asks. */
  message: string
}

/**
 * Where clouds keep the credentials of their machines. Refused always, also where private targets are allowed: whoever
 * scans the own network does not mean these.
 */
const METADATA = [
  '169.254.169.0/24', // AWS, Azure, Google, Oracle, DigitalOcean and most others
  '169.254.170.0/24', // AWS: credentials of containers
  '169.254.0.23/32', // Tencent
  '169.254.42.42/32', // Scaleway
  '100.100.100.200/32', // Alibaba
  '168.63.129.16/32', // Azure: the platform's own service
  '192.0.0.192/32', // Oracle
  'fd00:ec2::/32', // AWS
  'fd20:ce::/32', // Google
  'fd00:42::42/128', // Scaleway
  'fe80::a9fe:a9fe/128', // OpenStack
].map((range) => ipaddr.parseCIDR(range))

/** The only IPv6 space that is handed out (RFC 4291 section 2.4); all else is special, old or not in use. */
const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3')

const RANGE_NAMES: Record<string, string> = {
  loopback: 'this machine itself',
  private: 'a private network',
  uniqueLocal: 'a private network',
  linkLocal: 'the local link',
  deprecatedSiteLocal: 'a private network',
  carrierGradeNat: "a provider's inner network (carrier-grade NAT)",
  multicast: 'a multicast group',
  broadcast: 'broadcast',
  unspecified: 'no host at all',
  ipv4Mapped: 'an IPv4 address in disguise',
  rfc6145: 'an IPv4 address in disguise',
  rfc6052: 'an IPv4 address behind NAT64',
  '6to4': 'an IPv4 address behind a tunnel',
  teredo: 'an IPv4 address behind a tunnel',
}

/**
 * Judges an address before it is connected to: null when it may be, else why not. `ip` is in the usual notation, with or
 * without brackets or zone; whatever cannot be read is refused. With `allowPrivate` all but metadata addresses pass.
 */
export function checkAddress(ip: string, { allowPrivate }: { allowPrivate: boolean }): AddressRefusal | null {
  const bare = ip.replace(/^\[|\]$/g, '')
  // Only the usual notation: ipaddr.js would also read `1.2.3` and octal numbers, other programs differently.
  if (isIP(bare) === 0) return { code: 'private_address', message: `${ip} is not an IP address.` }
  const address = ipaddr.parse(bare)
  const hidden = address instanceof ipaddr.IPv6 ? embeddedIPv4(address) : null
  if (isMetadata(address) || (hidden && isMetadata(hidden))) {
    return { code: 'metadata_address', message: `${ip} is a cloud's metadata service, which is never connected to.` }
  }
  if (allowPrivate) return null

  const range = address.range() as string
  const special = range !== 'unicast' || (address instanceof ipaddr.IPv6 && !address.match(GLOBAL_UNICAST))
  if (!special) return null
  return {
    code: 'private_address',
    message: `${ip} is not an address on the public internet (${RANGE_NAMES[range] ?? 'reserved'}).`,
  }
}

/** Whether an address is set aside for examples (RFC 5737, RFC 3849, RFC 9637): nobody's, so there is no sense in sending anything there. */
export function isForExamples(ip: string): boolean {
  return /^(?:192\.0\.2\.|198\.51\.100\.|203\.0\.113\.|2001:0?db8:|3fff:)/i.test(ip)
}

function isMetadata(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  return METADATA.some(([range, bits]) => range.kind() === address.kind() && address.match(range, bits))
}

/** The IPv4 address that a packet to this IPv6 address may end up at. */
function embeddedIPv4(address: ipaddr.IPv6): ipaddr.IPv4 | null {
  const bytes = address.toByteArray()
  const at = (offset: number) => new ipaddr.IPv4(bytes.slice(offset, offset + 4))
  const leadingZeroes = bytes.findIndex((byte) => byte !== 0)
  switch (address.range() as string) {
    case 'ipv4Mapped':
    case 'rfc6145':
    case 'rfc6052':
      return at(12)
    case '6to4': // RFC 3056 section 2
      return at(2)
    case 'teredo': // RFC 4380 section 4: the client's address, inverted
      return new ipaddr.IPv4(bytes.slice(12).map((byte) => byte ^ 0xff))
  }
  return leadingZeroes >= 12 ? at(12) : null // IPv4-compatible, RFC 4291 section 2.5.5.1
}
