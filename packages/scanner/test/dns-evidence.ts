import type { DnsAnswer, DnsEvidence, NameserversEvidence } from '../src/evidence.ts'

/** An answer with records; without any, the name has none of this type. */
export function answer<T>(...records: T[]): DnsAnswer<T> {
  return { status: records.length > 0 ? 'answered' : 'nodata', records }
}

/** The name does not exist. */
export const NXDOMAIN: DnsAnswer<never> = { status: 'nxdomain', records: [] }

/** No answer: the server failed. */
export const FAILED: DnsAnswer<never> = { status: 'failed', records: [], error: 'ESERVFAIL' }

/** What DNS says about `site.test`: every name is there, and none has a record, unless told otherwise. */
export function dns(more: Partial<DnsEvidence> = {}): { dns: DnsEvidence } {
  const nothing = answer<never>()
  return {
    dns: {
      name: 'site.test',
      domain: 'site.test',
      a: nothing,
      aaaa: nothing,
      cname: nothing,
      ns: nothing,
      soa: nothing,
      mx: nothing,
      txt: nothing,
      caa: [{ name: 'site.test', answer: nothing }],
      dmarc: nothing,
      mta_sts: nothing,
      tls_rpt: nothing,
      dkim: [],
      spf_includes: {},
      ns_addresses: {},
      ...more,
    },
  }
}

/** One mail server. */
export const MX = answer({ exchange: 'mail.site.test', priority: 10 })
/** RFC 7505: the domain takes no mail. Node gives the root name as an empty string. */
export const NULL_MX = answer({ exchange: '', priority: 0 })

type Server = NameserversEvidence['servers'][number]

/** A name server that does what it should, unless told otherwise. */
export function server(more: Partial<Server> = {}): Server {
  return {
    name: 'ns1.site.test',
    address: '198.18.0.1',
    error: null,
    rcode: 'NOERROR',
    authoritative: true,
    serial: 7,
    recursion: false,
    transfer: { open: false, names: [] },
    ...more,
  }
}

/** What the name servers of `site.test` answered: two good ones, unless told otherwise. */
export function nameservers(
  servers: readonly Server[] = [server(), server({ name: 'ns2.site.test' })],
  more: Partial<NameserversEvidence> = {},
): { nameservers: NameserversEvidence } {
  return { nameservers: { domain: 'site.test', servers, missing_targets: [], wildcard: null, ...more } }
}
