import { getDomain } from 'tldts'
import { type DnsAnswer, type DnsEvidence, Unavailable } from '../evidence.ts'
import type { Dns } from '../net/dns.ts'
import { defineGatherer } from '../source.ts'

/** Where mail services keep their DKIM keys (there is no way to list the real ones), the most usual first. Source: their own guides. */
const DKIM_SELECTORS = `
  default google selector1 selector2 k1 k2 k3 s1 s2 dkim mail mandrill mxvault protonmail protonmail2 protonmail3 fm1 fm2 fm3
  zoho sig1 smtp key1 key2 pm smtpapi m1 m2 mailjet mg mailo pic krs scph0123 everlytickey1 everlytickey2 eversrv dkim1 dkim2
  dk mx hs1 hs2 hse1 kl kl2 zendesk1 zendesk2 sm sendinblue mailin intercom cm turbo-smtp elastic api ctct1 ctct2 litesrv
  20230601 20210112 yandex amazonses email x`
  .trim()
  .split(/\s+/)
/** Questions kept for all that comes after the keys: name servers, signatures, certificates in DNS. */
const RESERVED = 45
const MOST_INCLUDES = 25 // names; SPF itself allows ten look-ups (RFC 7208 section 4.6.4), so this many show any excess
const MOST_NAME_SERVERS = 8
const MOST_CAA_LEVELS = 6

/** What DNS says about the website's name, its domain, and the domain's mail. */
export default defineGatherer({
  name: 'dns',
  needs: ['target'],
  scans: ['quick', 'full', 'active'],
  async gather({ dns }, { target }): Promise<DnsEvidence> {
    const name = target.host
    if (target.is_address) throw new Unavailable(`${name} is an address and has no DNS records`)
    const domain = getDomain(name, { allowPrivateDomains: false })
    if (!domain) throw new Unavailable(`${name} has no registrable domain`)

    const [a, aaaa, cname, https, ns, soa, mx, txt, dmarc, mta_sts, tls_rpt] = await Promise.all([
      dns.a(name),
      dns.aaaa(name),
      dns.cname(name),
      dns.https(name),
      dns.ns(domain),
      dns.soa(domain),
      dns.mx(domain),
      dns.txt(domain),
      dns.txt(`_dmarc.${domain}`),
      dns.txt(`_mta-sts.${domain}`),
      dns.txt(`_smtp._tls.${domain}`),
    ])
    const [caa, spf_includes, ns_addresses] = await Promise.all([
      askCaa(dns, name, domain),
      askSpfIncludes(dns, domain, txt),
      askNameServers(dns, ns),
    ])
    const dkim = await askDkim(dns, domain)
    const site = { name, domain, a, aaaa, cname, https, ns, soa, mx, txt, caa }
    return { ...site, dmarc, mta_sts, tls_rpt, dkim, spf_includes, ns_addresses }
  },
})

async function askCaa(dns: Dns, name: string, domain: string): Promise<DnsEvidence['caa']> {
  const labels = name.split('.')
  const levels = labels.slice(0, labels.length - domain.split('.').length + 1).map((_, index) => labels.slice(index))
  const names = levels.map((level) => level.join('.')).slice(-MOST_CAA_LEVELS)
  return Promise.all(names.map(async (one) => ({ name: one, answer: await dns.caa(one) })))
}

async function askDkim(dns: Dns, domain: string): Promise<DnsEvidence['dkim']> {
  // what does not exist has nothing below it (RFC 8020)
  if ((await dns.txt(`_domainkey.${domain}`)).status === 'nxdomain') return []
  const keys = await Promise.all(
    DKIM_SELECTORS.slice(0, Math.max(0, dns.left - RESERVED)).map(async (selector) => {
      const { records } = await dns.txt(`${selector}._domainkey.${domain}`)
      return { selector, records }
    }),
  )
  return keys.filter(({ records }) => records.length > 0)
}

/** Follows `include` and `redirect` breadth first, each name once, so that a circle ends. */
async function askSpfIncludes(dns: Dns, domain: string, own: DnsAnswer<string>): Promise<DnsEvidence['spf_includes']> {
  const found: DnsEvidence['spf_includes'] = {}
  const seen = new Set([domain])
  for (let names = spfNames(own); names.length > 0; ) {
    const fresh = [...new Set(names)]
      .filter((name) => !seen.has(name))
      .slice(0, MOST_INCLUDES - Object.keys(found).length)
    for (const name of fresh) seen.add(name)
    const answers = await Promise.all(fresh.map(async (name) => [name, await dns.txt(name)] as const))
    for (const [name, answer] of answers) found[name] = answer
    names = answers.flatMap(([, answer]) => spfNames(answer))
  }
  return found
}

/** Names that an SPF record leads to; those made by a macro are left out, since they depend on the mail (RFC 7208 section 7). */
function spfNames({ records }: DnsAnswer<string>): string[] {
  return records
    .filter((record) => /^v=spf1(\s|$)/i.test(record))
    .flatMap((record) => record.split(/\s+/))
    .map((term) => /^(?:[+?~-]?include:|redirect=)([^%\s]+?)\.?$/i.exec(term)?.[1]?.toLowerCase() ?? '')
    .filter((name) => name !== '')
}

async function askNameServers(dns: Dns, ns: DnsAnswer<string>): Promise<DnsEvidence['ns_addresses']> {
  const entries = await Promise.all(
    ns.records.slice(0, MOST_NAME_SERVERS).map(async (server) => {
      const [a, aaaa] = await Promise.all([dns.a(server), dns.aaaa(server)])
      const records = [...a.records, ...aaaa.records]
      if (records.length > 0) return [server, { status: 'answered', records }] as const
      return [server, a.status === 'nodata' ? aaaa : a] as const
    }),
  )
  return Object.fromEntries(entries)
}
