import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { checkAddress } from './address.ts'
import type { Dns } from './dns.ts'
import { NetError } from './errors.ts'
import type { Meter } from './meter.ts'

/** All addresses of a name, unchecked. Throws when there are none to be had. */
export type Resolve = (host: string) => Promise<readonly string[]>

const LOOKUP_LIMIT = 10_000 // milliseconds; the system's own resolver can take a minute

/**
 * The addresses that a scan connects to. Each name is resolved once and every address is checked; connections are made to
 * the addresses themselves, so that a name which changes its answer later (DNS rebinding) changes nothing.
 */
export class AddressBook {
  readonly #resolve: Resolve
  readonly #allowPrivate: boolean
  readonly #known = new Map<string, Promise<string[]>>()

  constructor(options: { resolve: Resolve; allowPrivate: boolean }) {
    this.#resolve = options.resolve
    this.#allowPrivate = options.allowPrivate
  }

  /** Addresses of `host` (a name or an address without brackets) that may be connected to, best first. Throws `NetError`. */
  addresses(host: string): Promise<readonly string[]> {
    const key = host.toLowerCase()
    let known = this.#known.get(key)
    if (!known) {
      known = this.#checked(key)
      this.#known.set(key, known)
    }
    return known
  }

  /** Keeps to the address that answered, so that all of a scan's requests go to one server. */
  async prefer(host: string, address: string): Promise<void> {
    const addresses = await this.#known.get(host.toLowerCase())
    const index = addresses?.indexOf(address) ?? -1
    if (addresses && index > 0) addresses.unshift(...addresses.splice(index, 1))
  }

  async #checked(host: string): Promise<string[]> {
    const found = isIP(host) !== 0 ? [host] : [...new Set(await this.#resolve(host))]
    if (found.length === 0) throw new NetError('dns', `${host} has no address.`)
    const refusals = found.map((address) => checkAddress(address, { allowPrivate: this.#allowPrivate }))
    const good = found.filter((_, index) => refusals[index] === null)
    if (good.length > 0) return good
    const prefix = isIP(host) !== 0 ? '' : `${host} leads nowhere that may be scanned: `
    throw new NetError('address_refused', `${prefix}${refusals[0]!.message}`)
  }
}

/**
 * Asks the way the system does, with its hosts file and whatever else it knows of names inside a network. Each look-up
 * holds a thread of Node's small pool until the system gives up, so this is only for scans inside one's own network.
 */
export function systemResolve(meter: Meter, signal: AbortSignal): Resolve {
  return async (host) => {
    meter.spend('dns_queries')
    const over = new AbortController()
    try {
      const timeLimit = sleep(LOOKUP_LIMIT, null, { signal: AbortSignal.any([signal, over.signal]) })
      const found = await Promise.race([lookup(host, { all: true, order: 'verbatim' }), timeLimit])
      if (found === null) throw new NetError('dns', `The name ${host} could not be resolved in time.`)
      return found.map(({ address }) => address)
    } catch (error) {
      signal.throwIfAborted()
      if (error instanceof NetError) throw error
      const { code } = error as NodeJS.ErrnoException
      throw new NetError('dns', unresolved(host, code === 'ENOTFOUND'), { cause: error })
    } finally {
      over.abort()
    }
  }
}

/** Asks DNS only. `localhost` is this machine, as RFC 6761 section 6.3 has it. */
export function dnsResolve(dns: Dns): Resolve {
  return async (host) => {
    if (host === 'localhost' || host.endsWith('.localhost')) return ['127.0.0.1', '::1']
    const answers = await Promise.all([dns.a(host), dns.aaaa(host)])
    const found = answers.flatMap(({ records }) => records)
    if (found.length > 0) return found
    throw new NetError(
      'dns',
      unresolved(
        host,
        answers.every(({ status }) => status === 'nxdomain'),
      ),
    )
  }
}

function unresolved(host: string, isMissing: boolean): string {
  return isMissing ? `The name ${host} does not exist in DNS.` : `The name ${host} does not resolve to an address.`
}
