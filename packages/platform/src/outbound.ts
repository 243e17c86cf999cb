import { lookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { checkAddress, parseTarget, TargetError } from '@lasthash/scanner'
import { Agent, buildConnector, type Dispatcher } from 'undici'
import { ApiError } from './errors.ts'

const CONNECT_TIMEOUT = 10_000 // milliseconds, TCP and TLS together

/** The address is private, or otherwise not for us to speak to. */
export class AddressRefused extends Error {}

/**
 * An address that is to be called, as it will be. A name is not resolved here: what it leads to is checked at each call.
 * Throws `target_refused`, which points to `pointer`.
 */
export function callableUrl(url: string, allowPrivate: boolean, pointer: string): string {
  try {
    if (!/^https?:\/\//i.test(url)) throw new TargetError('malformed', 'the address begins with https:// or http://')
    return parseTarget(url, { allowPrivate }).url
  } catch (error) {
    if (!(error instanceof TargetError)) throw error
    throw new ApiError('target_refused', error.message, { errors: [{ pointer, detail: error.message }] })
  }
}

/**
 * The client for what organisations tell us to call: webhooks, integrations. Every address is checked at the moment of
 * connecting, and the connection goes to the very address that was checked, whatever the name says later. Certificates
 * are verified.
 */
export function openOutbound({ allowPrivate }: { allowPrivate: boolean }): Dispatcher {
  const connector = buildConnector({ lookup: checkedLookup(allowPrivate), timeout: CONNECT_TIMEOUT })
  return new Agent({
    connect(options, callback) {
      const host = options.hostname.replace(/^\[|\]$/g, '')
      // Node looks nothing up for a literal address, so the check in `lookup` would be passed by.
      const refusal = isIP(host) === 0 ? null : checkAddress(host, { allowPrivate })
      if (refusal) callback(new AddressRefused(refusal.message), null)
      else connector(options, callback)
    },
    // A connection for each try under way, for those of one host wait for no other's; idle ones are not kept for long, for there
    // may be many endpoints.
    keepAliveTimeout: 4_000,
  })
}

function checkedLookup(allowPrivate: boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '')
      const refusals = found.map(({ address }) => checkAddress(address, { allowPrivate }))
      const allowed = found.filter((_, index) => refusals[index] === null)
      const [first] = allowed
      if (!first) return callback(new AddressRefused(refusals[0]?.message ?? `${hostname} has no address.`), '')
      if (options.all) callback(null, allowed)
      else callback(null, first.address, first.family)
    })
  }
}
