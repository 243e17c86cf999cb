import ipaddr from 'ipaddr.js'

type Range = [ipaddr.IPv4 | ipaddr.IPv6, number]

/** `::ffff:10.0.0.1` is `10.0.0.1`. */
function parse(address: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  return ipaddr.isValid(address) ? ipaddr.process(address) : null
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
    .map((hop) => hop.trim())
    .filter(Boolean)
  for (const hop of hops.reverse()) {
    const address = parse(hop)
    if (!address) return client
    client = address.toString()
    if (!isInRanges(client, trusted)) return client
  }
  return client
}
