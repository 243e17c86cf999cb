import { randomBytes } from 'node:crypto'
import { getDomain } from 'tldts'
import type { DnsEvidence, NameserversEvidence } from '../evidence.ts'
import type { Dns } from '../net/dns.ts'
import { defineGatherer } from '../source.ts'

const MOST_SERVERS = 6 // addresses; each costs three questions
const MOST_TARGETS = 6

/** What the domain's name servers themselves answer, each asked at its own address, and whether what the zone points to exists. */
export default defineGatherer({
  name: 'nameservers',
  needs: ['dns'],
  scans: ['quick', 'full', 'active'],
  async gather({ dns }, { dns: known }): Promise<NameserversEvidence> {
    const addresses = Object.entries(known.ns_addresses)
      .flatMap(([name, { records }]) => records.slice(0, 1).map((address) => ({ name, address })))
      .slice(0, MOST_SERVERS)
    const random = `lasthash-${randomBytes(6).toString('hex')}.${known.domain}`
    const [servers, missing_targets, invented] = await Promise.all([
      Promise.all(addresses.map((one) => askServer(dns, known.domain, one))),
      askTargets(dns, known),
      dns.a(random),
    ])
    const wildcard = invented.status === 'answered' ? { name: random, records: invented.records } : null
    return { domain: known.domain, servers, missing_targets, wildcard }
  },
})

type Server = NameserversEvidence['servers'][number]

async function askServer(
  dns: Dns,
  domain: string,
  { name, address }: { name: string; address: string },
): Promise<Server> {
  const none = {
    name,
    address,
    error: null,
    rcode: '',
    authoritative: false,
    serial: null,
    recursion: false,
    transfer: null,
  }
  const soa = await dns.askNameserver(address, { name: domain, type: 'SOA', recursive: false })
  if (!soa.ok) return { ...none, error: soa.code }
  const own = soa.value.answers.find((one) => one.type === 'SOA' && one.name === domain.toLowerCase())
  const serial = own?.type === 'SOA' ? (own.data.serial ?? null) : null
  const authoritative = soa.value.rcode === 'NOERROR' && soa.value.authoritative && serial !== null
  const [recursion, transfer] = await Promise.all([
    // what answers for the zone only as a resolver does may stand in between, and is then no name server at all
    authoritative ? recurses(dns, domain, address) : false,
    authoritative ? dns.askTransfer(address, domain) : null,
  ])
  return {
    ...none,
    rcode: soa.value.rcode,
    authoritative,
    serial,
    recursion,
    transfer: transfer?.ok ? { open: transfer.value.status === 'open', names: transfer.value.names } : null,
  }
}

/** Asks for what only a resolver, or a server of the parent zone itself, would answer. */
async function recurses(dns: Dns, domain: string, address: string): Promise<boolean> {
  const parent = domain.split('.').slice(1).join('.')
  const asked = await dns.askNameserver(address, { name: parent, type: 'NS', recursive: true })
  if (!asked.ok) return false
  const { rcode, recursion_available, authoritative, answers } = asked.value
  return rcode === 'NOERROR' && recursion_available && !authoritative && answers.some(({ type }) => type === 'NS')
}

/** Names that the zone's NS and MX records lead to, and that do not exist: can anybody register them? */
async function askTargets(dns: Dns, known: DnsEvidence): Promise<NameserversEvidence['missing_targets']> {
  const gone = Object.entries(known.ns_addresses).filter(([, { status }]) => status === 'nxdomain')
  const mail = known.mx.records.map(({ exchange }) => exchange).filter((name) => name !== '')
  const asked = await Promise.all(
    mail.slice(0, MOST_TARGETS).map(async (name) => ({ name, status: (await dns.chain(name)).status })),
  )
  const missing = [
    ...gone.map(([name]) => ({ kind: 'NS' as const, name })),
    ...asked.filter(({ status }) => status === 'nxdomain').map(({ name }) => ({ kind: 'MX' as const, name })),
  ]
  return Promise.all(
    missing.slice(0, MOST_TARGETS).map(async ({ kind, name }) => {
      const registrable = getDomain(name, { allowPrivateDomains: false })
      const foreign = registrable !== null && registrable !== known.domain
      const free = foreign && (await dns.soa(registrable)).status === 'nxdomain'
      return { kind, name, registrable, free }
    }),
  )
}
