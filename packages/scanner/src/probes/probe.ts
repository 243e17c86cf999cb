import type { Target } from '../evidence.ts'
import { NetError, type NetErrorCode } from '../net/errors.ts'
import type { Budget, Net } from '../net/net.ts'
import { openNet } from '../net/open.ts'
import { parseTarget } from '../net/target.ts'

/** Who keeps the answer from us: the website, something on the way to it, or this machine and its own DNS. */
export type Fault = 'target' | 'network' | 'us'

/** What a look at a website has shown, or why there is nothing to show. */
export type Probed<T> =
  | { answered: true; reading: T }
  | {
      answered: false
      fault: Fault
      code: NetErrorCode | 'redirects' | 'status' | 'dns_missing' | 'registry' | 'stopped' | 'browser'
      detail: string
    }

export interface ProbeOptions {
  url: string
  allowPrivate?: boolean
  dnsServers?: readonly string[] | undefined
  /** Milliseconds for connecting, and again for the answer. Default 10,000. */
  timeoutMs?: number
  signal?: AbortSignal
  /** Where the list of registries is had from; by default IANA's. */
  rdapBootstrap?: string | undefined
}

const TIMEOUT = 10_000 // milliseconds
const BUDGET = { requests: 40, handshakes: 4, dns_queries: 20 }

/** Every code that is not the website's own doing; `dns` is looked into further. */
const NETWORK: ReadonlySet<NetErrorCode> = new Set(['timeout', 'unreachable'])
const OURS: ReadonlySet<NetErrorCode> = new Set(['budget', 'aborted', 'address_refused', 'bad_url'])

/** What a probe throws when the website gave no answer that can be read. */
export class NoAnswer extends Error {
  readonly code: NetErrorCode | 'redirects' | 'status' | 'dns_missing' | 'registry'

  constructor(code: NoAnswer['code'], message: string) {
    super(message)
    this.code = code
  }
}

/**
 * Opens the checked network for one look and turns whatever keeps it from an answer into a fault. Never throws for what
 * the website or the network does; throws `TargetError` for a URL that may not be reached.
 */
export async function probe<T>(
  options: ProbeOptions,
  look: (net: Net, target: Target) => Promise<T>,
  { budget = BUDGET, timeLimit }: { budget?: Budget; timeLimit?: number } = {},
): Promise<Probed<T>> {
  const { url, allowPrivate = false, dnsServers, timeoutMs = TIMEOUT, rdapBootstrap } = options
  const target = parseTarget(url, { allowPrivate })
  const limit = AbortSignal.timeout(timeLimit ?? 4 * timeoutMs)
  const signal = options.signal ? AbortSignal.any([options.signal, limit]) : limit
  const limits = { connect_ms: timeoutMs, headers_ms: timeoutMs, response_ms: 2 * timeoutMs }
  const net = openNet({ target, scanId: 'monitor', budget, allowPrivate, dnsServers, signal, limits, rdapBootstrap })
  try {
    return { answered: true, reading: await look(net, target) }
  } catch (error) {
    if (!(error instanceof NetError) && !(error instanceof NoAnswer)) throw error
    const { code, message: detail } = error
    if (options.signal?.aborted)
      return { answered: false, fault: 'us', code: 'stopped', detail: 'The look was stopped.' }
    // The look as a whole took too long: as far as anyone can tell, the answer is too slow.
    if (limit.aborted)
      return { answered: false, fault: 'network', code: 'timeout', detail: `${target.host} did not answer in time.` }
    return { answered: false, fault: await faultOf(net, target, code), code, detail }
  } finally {
    net.close()
  }
}

async function faultOf(net: Net, target: Target, code: NoAnswer['code']): Promise<Fault> {
  if (code === 'redirects' || code === 'status' || code === 'dns_missing') return 'target'
  if (code === 'registry') return 'network'
  if (OURS.has(code)) return 'us'
  if (NETWORK.has(code)) return 'network'
  if (code !== 'dns') return 'target'
  // A resolver of ours that gives no answer says nothing about the website; one that answers “no such name” does.
  const { status, error } = await net.dns.a(target.host)
  return status === 'failed' && error !== 'ESERVFAIL' ? 'us' : 'target'
}

/** The start page after its redirects. Throws `NoAnswer`. */
export async function startPage(net: Net, target: Target) {
  const { exchanges, end, error, code } = await net.navigate(target.url)
  if (end === 'loop' || end === 'too_many_redirects')
    throw new NoAnswer('redirects', `${target.url} redirects without an end.`)
  const last = exchanges.at(-1)
  if (code !== undefined || !last) throw new NoAnswer(code ?? 'closed', error ?? `${target.url} gave no answer.`)
  return { last, exchanges }
}

/** `startPage`, for those who read the page: what a failing server sends instead of it says nothing about it. */
export async function goodPage(net: Net, target: Target) {
  const page = await startPage(net, target)
  const { status } = page.last.response
  if (status >= 500) throw new NoAnswer('status', `${page.last.request.url} answers with status ${status}.`)
  return page
}
