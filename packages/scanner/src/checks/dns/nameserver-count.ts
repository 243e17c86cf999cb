import ipaddr from 'ipaddr.js'
import { defineCheck, fail, pass, skip } from '../../check.ts'
import { dnsPlace, unjudgeable } from '../../derive/dns-place.ts'

const NETWORK4 = 24 // bits; one such network stands in one place, behind one router

export default defineCheck({
  id: 'dns/nameserver-count',
  question: 'Does the domain stay in DNS when one name server is down?',
  needs: ['dns'],
  cwe: 1188,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://www.rfc-editor.org/rfc/rfc2182', 'https://www.rfc-editor.org/rfc/rfc1034#section-4.1'],
  outcomes: {
    single: {
      severity: 'low',
      title: 'A single name server',
      why: 'When it is down, or under attack, website and mail of the domain are gone for everybody.',
      fix: 'Add a second name server in another network, at the registrar and as NS record in the zone.',
    },
    one_address: {
      severity: 'low',
      title: 'All name servers are one machine',
      why: 'The names differ, but they lead to one address, so there is no second server when it is down.',
      fix: 'Put the second name server on another machine in another network.',
    },
    one_network: {
      severity: 'info',
      title: 'All name servers stand in one network',
      why: 'One broken router, or one attack on the line, takes them all away.',
      fix: 'Put one name server into another network, or at another provider.',
    },
  },
  run({ dns }) {
    const reason = unjudgeable(dns, dns.ns)
    if (reason) return skip(reason)
    const servers = [...new Set(dns.ns.records.map((name) => name.toLowerCase().replace(/\.$/, '')))]
    if (servers.length === 0) return skip('DNS lists no name servers at the domain')
    const place = dnsPlace(dns.domain, 'NS')
    if (servers.length === 1) return fail('single', place, servers[0])
    const answers = Object.values(dns.ns_addresses)
    if (answers.length < servers.length || answers.some(({ status }) => status === 'failed'))
      return pass(servers.join(' '))
    const addresses = new Set(answers.flatMap(({ records }) => records))
    const seen = [...addresses].join(' ')
    if (addresses.size === 1) return fail('one_address', place, seen)
    return inOneNetwork([...addresses]) ? fail('one_network', place, seen) : pass(servers.join(' '))
  },
})

/** IPv6 networks are handed out too differently to tell. */
function inOneNetwork(addresses: readonly string[]): boolean {
  const parsed = addresses.map((address) => ipaddr.parse(address))
  const [first] = parsed
  if (!first || parsed.some((address) => address.kind() === 'ipv6')) return false
  return parsed.every((address) => address.match(first, NETWORK4))
}
