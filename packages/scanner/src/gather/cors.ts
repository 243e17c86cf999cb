import { getDomain } from 'tldts'
import { type CorsEvidence, Unavailable } from '../evidence.ts'
import { defineGatherer } from '../source.ts'
import { attempt } from './attempt.ts'

type Probe = CorsEvidence['probes'][number]

const MAX_BODY = 256 * 1024 // bytes; reading a page to its end keeps the connection, and its size says whether it differs

/** The start page asked for again as scripts of other sites would, each with an origin that a sloppy comparison lets in. */
export default defineGatherer({
  name: 'cors',
  needs: ['page'],
  scans: ['quick', 'full', 'active'],
  async gather(net, { page }): Promise<CorsEvidence> {
    const probes = await Promise.all(
      origins(new URL(page.url)).map(async ({ kind, origin }) => {
        const exchange = await attempt(net.request(page.url, { headers: [['Origin', origin]], maxBody: MAX_BODY }))
        return exchange && { kind, origin, exchange }
      }),
    )
    const answered = probes.filter((probe) => probe !== null)
    if (answered.length === 0) throw new Unavailable('no request with an Origin header was answered')
    return { probes: answered }
  },
})

function origins({ protocol, host, hostname, port }: URL): Pick<Probe, 'kind' | 'origin'>[] {
  const domain = getDomain(hostname, { allowPrivateDomains: true }) ?? hostname
  const suffix = port === '' ? '' : `:${port}`
  const named = /[a-z]/i.test(hostname) && !hostname.startsWith('[') // an address has no name to play tricks with
  return [
    { kind: 'foreign', origin: 'https://lasthash-probe.example' },
    { kind: 'null', origin: 'null' },
    // The site's name before another: passes a test of how an origin begins.
    ...(named ? ([{ kind: 'suffix', origin: `${protocol}//${hostname}.lasthash-probe.example` }] as const) : []),
    // Letters before the domain, which make it another domain: passes a test of how an origin ends.
    ...(named ? ([{ kind: 'prefix', origin: `${protocol}//lasthash-probe${domain}${suffix}` }] as const) : []),
    ...(named ? ([{ kind: 'subdomain', origin: `${protocol}//lasthash-probe.${host}` }] as const) : []),
    ...(protocol === 'https:' ? ([{ kind: 'insecure', origin: `http://${host}` }] as const) : []),
  ]
}
