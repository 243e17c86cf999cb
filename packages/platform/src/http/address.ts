import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

type Range = [ipaddr.IPv4 | ipaddr.IPv6, number]

/** `::ffff:10.0.0.1` is `10.0.0.1`. */
function parse(address: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  // The library also reads “10.1” and “0x7f.1”, which nobody writes into a header in good faith.
  return isIP(address) === 0 ? null : ipaddr.process(address)
}

/** Whether an address lies in one of the ranges (IPv4 and IPv6 in CIDR form; IPv4 inside IPv6 counts as IPv4). */
export function isInRanges(address: string, ranges: readonly string[]): boolean {
  const parsed = parse(address)
  if (!parsed) return false
  return ranges.some((range) => {
    const [base, bits] = rangeOf(range)
    return base.kind() === parsed.kind() && parsed.match([base, bits] as never)
  })
}

function rangeOf(range: string): Range {
  const [base, bits] = ipaddr.parseCIDR(range)
  if (base.kind() === 'ipv6' && (base as ipaddr.IPv6).isIPv4MappedAddress() && bits >= 96)
    return [(base as ipaddr.IPv6).toIPv4Address(), bits - 96]
  return [base, bits]
}

/** Normalised: no host bits, an address alone as /32 or /128. Throws when it is neither. */
export function normaliseCidr(text: string): string {
  const address = text.split('/')[0]!
  if (isIP(address) === 0 || address.includes('%')) throw new Error(`“${address}” is not an address`)
  const parsed = text.includes('/')
    ? ipaddr.parseCIDR(text)
    : ([ipaddr.parse(text), ipaddr.parse(text).kind() === 'ipv6' ? 128 : 32] as Range)
  const [base, bits] = parsed
  const network =
    base.kind() === 'ipv6'
      ? ipaddr.IPv6.networkAddressFromCIDR(`${base}/${bits}`)
      : ipaddr.IPv4.networkAddressFromCIDR(`${base}/${bits}`)
  return `${network}/${bits}`
}

/**
 * Who is calling: the peer, unless the peer is a proxy that we trust; then the rightmost address in `X-Forwarded-For` that
 * is not itself such a proxy. What stands further left anyone may have written.
 */
export function clientAddress(
  peer: string,
  forwardedFor: string | string[] | undefined,
  trusted: readonly string[],
): string {
  let client = parse(peer)?.toString() ?? peer
  if (trusted.length === 0 || !isInRanges(client, trusted)) return client
  const hops = [forwardedFor ?? []]
    .flat()
    .join(',')
    .split(',')
    .map((hop) => withoutPort(hop.trim()))
    .filter(Boolean)
  for (const hop of hops.reverse()) {
    const address = parse(hop)
    if (!address) return client
    client = address.toString()
    if (!isInRanges(client, trusted)) return client
  }
  return client
}

/** Some proxies write the port as well: `203.0.113.7:51234`, `[2001:db8::1]:51234`. */
function withoutPort(hop: string): string {
  return /^\[([^\]]+)\](?::\d+)?$/.exec(hop)?.[1] ?? /^(\d+(?:\.\d+){3}):\d+$/.exec(hop)?.[1] ?? hop
}

/** What counts as one address when failures are counted: of IPv6, the /64 that one customer is given. */
export function addressGroup(address: string): string {
  const parsed = parse(address)
  if (!parsed || parsed.kind() === 'ipv4') return parsed?.toString() ?? address
  return ipaddr.IPv6.networkAddressFromCIDR(`${parsed}/64`).toString()
}
