import { setMaxListeners } from 'node:events'
import manifest from '../../package.json' with { type: 'json' }
import type { Navigation, Target } from '../evidence.ts'
import { openBrowser } from './browser/browser.ts'
import { HttpClient } from './client.ts'
import { Dns } from './dns.ts'
import { NetError } from './errors.ts'
import type { Exchange, HeaderList } from './exchange.ts'
import { surveyTls } from './handshake/survey.ts'
import { DEFAULT_LIMITS, type Limits } from './limits.ts'
import { Meter } from './meter.ts'
import { navigate } from './navigate.ts'
import type { Budget, Net } from './net.ts'
import { portOf } from './pool.ts'
import { AddressBook, dnsResolve, type Resolve, systemResolve } from './resolve.ts'
import { Session, type SessionOptions } from './session.ts'
import { probeTls } from './tls.ts'

const RDAP_BOOTSTRAP = 'https://data.iana.org/rdap/dns.json'

export interface NetOptions {
  target: Target
  /** Stands in the User-Agent, so that whoever reads the target's logs can ask about this scan. */
  scanId: string
  budget: Budget
  /** What an earlier part of the same scan has spent of it. */
  spent?: Budget
  allowPrivate?: boolean
  /** Once it fires, nothing more is sent and everything in flight is destroyed. */
  signal?: AbortSignal
  /**
   * Requests a second, and at once, to each host. Default: 20 a second, and up to 60 while it answers quickly, with no such
   * limit in one's own network; 6 at once.
   */
  perSecond?: number
  concurrency?: number
  limits?: Partial<Limits>
  /** `address` or `address:port`. Default: the system's servers; with `allowPrivate` its hosts file counts too, for connecting. */
  dnsServers?: readonly string[]
  /** Where the name servers of domains listen. Default 53. */
  nameserverPort?: number
  /** IANA's list of the registries' RDAP servers (RFC 9224), or a mirror of it. */
  rdapBootstrap?: string | undefined
  /** Instead of DNS: gives the addresses of a name to connect to. They are checked like any others. */
  resolve?: Resolve
  /** Sent with every request to the website, such as a log-in; the values are left out of the evidence. */
  headers?: HeaderList
  /** Stands behind our own name in the User-Agent, for rules that let it in. Printable ASCII. */
  userAgentSuffix?: string | undefined
  /** Makes and keeps a session. */
  login?: Pick<SessionOptions, 'logIn' | 'isLost'>
  onExchange?: (exchange: Exchange) => void
}

/** Opens the network for one scan. Call `close` when it is over. */
export function openNet(options: NetOptions): Net {
  const { target, budget, scanId } = options
  const life = new AbortController()
  setMaxListeners(0, life.signal)
  const stop = (message: string) => life.abort(new NetError('aborted', message))
  const onCancel = () => {
    const isTime = (options.signal?.reason as Error | undefined)?.name === 'TimeoutError'
    stop(isTime ? "The scan's time limit was reached." : 'The scan was cancelled.')
  }
  if (options.signal?.aborted) onCancel()
  options.signal?.addEventListener('abort', onCancel, { once: true })

  const signal = life.signal
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  const meter = new Meter(budget, options.spent)
  const allowPrivate = options.allowPrivate ?? false
  const { nameserverPort } = options
  const dns = new Dns({ servers: options.dnsServers, meter, signal, allowPrivate, nameserverPort })
  const ownNetwork = allowPrivate && !options.dnsServers?.length
  const resolve = options.resolve ?? (ownNetwork ? systemResolve(meter, signal) : dnsResolve(dns))
  const book = new AddressBook({ resolve, allowPrivate })
  const isOwnHost = sameSite(target.host)
  const suffix = options.userAgentSuffix ? ` ${options.userAgentSuffix}` : ''
  const userAgent = `LastHash/${manifest.version} (+https://lasthash.com/scanner; ${scanId})${suffix}`
  const client = new HttpClient({
    userAgent,
    extraHeaders: options.headers ?? [],
    isOwnHost,
    perSecond: options.perSecond,
    concurrency: options.concurrency ?? 6,
    limits,
    meter,
    book,
    signal,
    onExchange: options.onExchange,
  })
  const isOwn = (url: string) => {
    const parsed = URL.parse(url)
    if (!parsed || !/^https?:$/.test(parsed.protocol)) return false
    // Another port is another website, but for the two schemes' own ports.
    const isOwnPort = target.default_port ? parsed.port === '' : portOf(parsed) === target.port
    return isOwnPort && isOwnHost(parsed.hostname.replace(/^\[|\]$/g, ''))
  }
  const session =
    options.login && new Session({ ...options.login, isOwn, send: (url, given) => client.request(url, given) })
  const request: Net['request'] = (url, given) => (session ? session.request(url, given) : client.request(url, given))
  const navigator = { request, isOwnHost, redirects: limits.redirects }
  const visited = new Map<string, Promise<Navigation>>()

  return {
    request,
    navigate(url, given) {
      if (given) return navigate(navigator, url, given)
      const known = visited.get(url) ?? navigate(navigator, url)
      visited.set(url, known)
      return known
    },
    tls: (host, port) => probeTls(host, port, { book, meter, limits, signal }),
    handshakes: (host, port) =>
      surveyTls(host, port, { book, meter, limits, signal, concurrency: options.concurrency ?? 6 }),
    openBrowser: (given) => openBrowser({ ...given, request, isOwn, userAgent, signal }),
    isOwn,
    dns,
    rdapBootstrap: options.rdapBootstrap ?? RDAP_BOOTSTRAP,
    session: () => session?.state ?? null,
    spent: () => meter.spent(),
    close() {
      options.signal?.removeEventListener('abort', onCancel)
      stop('The scan is over.')
    },
  }
}

/** The website's host and its `www.` twin are one site: redirects between them are followed. */
function sameSite(host: string): (other: string) => boolean {
  const bare = (name: string) => name.toLowerCase().replace(/^www\./, '')
  return (other) => bare(other) === bare(host)
}
