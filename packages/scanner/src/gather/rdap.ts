import { setTimeout as sleep } from 'node:timers/promises'
import { type RdapEvidence, Unavailable } from '../evidence.ts'
import { NetError } from '../net/errors.ts'
import type { Exchange } from '../net/exchange.ts'
import type { Net } from '../net/net.ts'
import { defineGatherer } from '../source.ts'

const MAX_BOOTSTRAP = 1024 * 1024 // bytes; it has some 100 KB
/** Names that no registry gives out (RFC 6761, RFC 2606, RFC 7686, RFC 9476). */
const SPECIAL = /(?:^|\.)(?:test|example|invalid|localhost|local|onion|internal|alt|arpa|home|lan|corp)$/
const RETRY_AFTER = 600_000 // milliseconds; a network that lets nothing out is not asked by every scan
const TIME_LIMIT = 4_000 // milliseconds for one answer; what it tells is not worth a longer wait
const BOOTSTRAP_LIFE = 86_400_000 // milliseconds; registries change servers a few times a year

/** IANA's list, kept for a day: every scan of a process needs the same. */
const kept = new Map<string, { at: number; services: Services | Error }>()
type Services = readonly (readonly [tlds: readonly string[], urls: readonly string[]])[]

/** When the registration of the domain ends, as its registry says (RFC 9082, RFC 9083, RFC 9224). */
export default defineGatherer({
  name: 'rdap',
  needs: ['dns'],
  scans: ['quick', 'full', 'active'],
  async gather(net, { dns }): Promise<RdapEvidence> {
    const { domain } = dns
    if (net.rdapBootstrap === 'off') throw new Unavailable('asking registries is switched off')
    if (SPECIAL.test(domain)) throw new Unavailable(`no registry gives out ${domain}`)
    const base = await baseFor(net, domain.slice(domain.lastIndexOf('.') + 1))
    const exchange = await ask(net, `${base.replace(/\/?$/, '/')}domain/${domain}`)
    const value = exchange.response.status === 200 ? objectOf(exchange) : null
    if (value === null) {
      throw new Unavailable(`the registry of ${domain} answered with ${exchange.response.status}`)
    }
    const events = (Array.isArray(value.events) ? value.events : []) as { eventAction?: string; eventDate?: string }[]
    const date = Date.parse(events.find(({ eventAction }) => eventAction === 'expiration')?.eventDate ?? '')
    const statuses = (Array.isArray(value.status) ? value.status : []).filter((one) => typeof one === 'string')
    return { domain, expires_at: Number.isNaN(date) ? null : date, statuses, exchange }
  },
})

async function baseFor(net: Net, tld: string): Promise<string> {
  const services = await registries(net)
  const url = services.find(([tlds]) => tlds.includes(tld))?.[1].find((one) => /^https?:/.test(one))
  if (!url) throw new Unavailable(`the registry of .${tld} answers no questions over RDAP`)
  return url
}

async function registries(net: Net): Promise<Services> {
  const known = kept.get(net.rdapBootstrap)
  const life = known?.services instanceof Error ? RETRY_AFTER : BOOTSTRAP_LIFE
  if (known && Date.now() - known.at < life) {
    if (known.services instanceof Error) throw known.services
    return known.services
  }
  try {
    const services = servicesOf(await ask(net, net.rdapBootstrap))
    kept.set(net.rdapBootstrap, { at: Date.now(), services })
    return services
  } catch (error) {
    if (error instanceof Unavailable) kept.set(net.rdapBootstrap, { at: Date.now(), services: error })
    throw error
  }
}

function servicesOf(exchange: Exchange): Services {
  const services = objectOf(exchange)?.services
  if (exchange.response.status !== 200 || !Array.isArray(services)) {
    throw new Unavailable('the list of registries (RDAP bootstrap) could not be read')
  }
  return services.filter(
    (one) => Array.isArray(one) && one.length === 2 && one.every((list) => Array.isArray(list)),
  ) as unknown as Services
}

async function ask(net: Net, url: string): Promise<Exchange> {
  const late = new AbortController()
  try {
    return await Promise.race([
      net.request(url, { headers: [['Accept', 'application/rdap+json, application/json']], maxBody: MAX_BOOTSTRAP }),
      sleep(TIME_LIMIT, undefined, { signal: late.signal }).then(() => {
        throw new NetError('timeout', `${new URL(url).host} did not answer in time.`)
      }),
    ])
  } catch (error) {
    if (!(error instanceof NetError) || error.isOurs) throw error
    throw new Unavailable(`RDAP cannot be reached: ${error.message}`)
  } finally {
    late.abort()
  }
}

function objectOf({ response }: Exchange): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(response.body)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}
