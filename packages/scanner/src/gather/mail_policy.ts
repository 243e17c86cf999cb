import { getDomain } from 'tldts'
import { parseDmarc } from '../derive/dmarc.ts'
import type { DnsEvidence, MailPolicyEvidence } from '../evidence.ts'
import { isForExamples } from '../net/address.ts'
import { NetError } from '../net/errors.ts'
import type { Net } from '../net/net.ts'
import { defineGatherer } from '../source.ts'

const MAX_POLICY = 64 * 1024 // bytes (RFC 8461 section 3.3)
const MOST_RECEIVERS = 4

/** What the domain says about its mail beyond its own zone: the MTA-STS policy, leave to send reports to others, its emblem. */
export default defineGatherer({
  name: 'mail_policy',
  needs: ['dns'],
  scans: ['quick', 'full', 'active'],
  async gather(net, { dns }): Promise<MailPolicyEvidence> {
    const [sts, bimi, receivers] = await Promise.all([
      askPolicy(net, dns),
      net.dns.txt(`default._bimi.${dns.domain}`),
      askReceivers(net, dns),
    ])
    return { sts, bimi, receivers }
  },
})

async function askPolicy(net: Net, { domain, mta_sts }: DnsEvidence): Promise<MailPolicyEvidence['sts']> {
  if (!mta_sts.records.some((text) => /^\s*v\s*=\s*STSv1/i.test(text))) return null
  const host = `mta-sts.${domain}`
  const url = `https://${host}/.well-known/mta-sts.txt`
  const { addresses } = await net.dns.chain(host)
  if (addresses.length > 0 && addresses.every(isForExamples))
    return {
      url,
      exchange: null,
      trust_error: null,
      error: `${addresses[0]} is an address for examples`,
      refused: true,
    }
  try {
    // redirects must not be followed, and the certificate must be good (RFC 8461 section 3.3)
    const exchange = await net.request(url, { maxBody: MAX_POLICY })
    const trust_error = await net.tls(host, 443).then(
      ({ trust_error }) => trust_error,
      () => null,
    )
    return { url, exchange, trust_error, error: null, refused: false }
  } catch (error) {
    if (!(error instanceof NetError) || error.isOurs) throw error
    return { url, exchange: null, trust_error: null, error: error.message, refused: error.code === 'address_refused' }
  }
}

/** Whoever gets reports about another's domain must say that it wants them (RFC 7489 section 7.1). */
async function askReceivers({ dns }: Net, known: DnsEvidence): Promise<MailPolicyEvidence['receivers']> {
  const { records } = parseDmarc(known)
  const domains = records.flatMap(({ reports }) => reports.map((uri) => /@([^!]+)/.exec(uri)?.[1]?.toLowerCase() ?? ''))
  const foreign = [...new Set(domains)].filter((name) => name !== '' && getDomain(name) !== known.domain)
  return Promise.all(
    foreign.slice(0, MOST_RECEIVERS).map(async (receiver) => {
      const name = `${known.domain}._report._dmarc.${receiver}`
      return { receiver, name, answer: await dns.txt(name) }
    }),
  )
}
