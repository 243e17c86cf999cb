import { getDomain } from 'tldts'
import type { DnsAnswer } from '../evidence.ts'
import { NoAnswer, type Probed, type ProbeOptions, probe } from './probe.ts'

/** The records that a website and its mail hang on, each list sorted, in the form of zone files. */
export interface DnsReading {
  /** The host of the website and its registrable domain: the first four are of the host, the others of the domain. */
  host: string
  domain: string
  a: string[]
  aaaa: string[]
  cname: string[]
  caa: string[]
  ns: string[]
  mx: string[]
  txt: string[]
}

/** What DNS says now of the website's name and its domain. */
export function probeDns(options: ProbeOptions): Promise<Probed<DnsReading>> {
  return probe(options, async ({ dns }, { host }) => {
    const domain = getDomain(host) ?? host
    const [a, aaaa, cname, caa, ns, mx, txt] = await Promise.all([
      dns.a(host),
      dns.aaaa(host),
      dns.cname(host),
      dns.caa(host),
      dns.ns(domain),
      dns.mx(domain),
      dns.txt(domain),
    ])
    for (const answer of [a, aaaa, cname, caa, ns, mx, txt]) requireAnswer(answer, host)
    if (a.status === 'nxdomain') throw new NoAnswer('dns_missing', `The name ${host} does not exist in DNS.`)
    return {
      host,
      domain,
      a: sorted(a),
      aaaa: sorted(aaaa),
      cname: sorted(cname, (name) => name.toLowerCase()),
      caa: sorted(caa, ({ critical, tag, value }) => `${critical} ${tag} "${value}"`),
      ns: sorted(ns, (name) => name.toLowerCase()),
      mx: sorted(mx, ({ priority, exchange }) => `${priority} ${exchange.toLowerCase()}`),
      txt: sorted(txt),
    }
  })
}

function requireAnswer({ status, error }: DnsAnswer<unknown>, host: string): void {
  if (status === 'failed') throw new NoAnswer('dns', `DNS gave no answer about ${host} (${error ?? 'unknown error'}).`)
}

function sorted<T>({ records }: DnsAnswer<T>, write: (record: T) => string = String): string[] {
  return records.map(write).sort()
}
