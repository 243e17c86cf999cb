import { getServers } from 'node:dns'
import { isIP } from 'node:net'
import type { Answer } from 'dns-packet'
import type { DnsAnswer, DnsEvidence } from '../evidence.ts'
import { checkAddress, isForExamples } from './address.ts'
import { plainName, type QueryType, type Question, type Reply } from './dns-message.ts'
import { type SignedAnswer, signedAnswer } from './dns-signed.ts'
import { askServer, askTransfer, type ServerAddress, type Transfer } from './dns-transport.ts'
import { NetError } from './errors.ts'
import type { Meter } from './meter.ts'
import { readServiceBinding, SERVICE_BINDING, type ServiceBinding } from './service-binding.ts'

type Soa = DnsEvidence['soa']['records'][number]
type Mx = DnsEvidence['mx']['records'][number]
type Caa = DnsEvidence['caa'][number]['answer']['records'][number]

export interface DnsOptions {
  /** `address` or `address:port`; default: the system's. */
  servers?: readonly string[] | undefined
  meter: Meter
  signal: AbortSignal
  /** Milliseconds for one try; there are two. Default 2,500. */
  timeout_ms?: number
  /** Whether name servers at private addresses may be asked themselves. */
  allowPrivate?: boolean
  /** Where the name servers of zones listen. Default 53. */
  nameserverPort?: number | undefined
}

/** What a name server itself answered, or why it was not asked or did not answer. */
export type Asked<T> = { ok: true; value: T } | { ok: false; code: string }

const DNS_PORT = 53
const DIRECT_LIMIT = 1_500 // milliseconds for one try at a name server itself; many networks let nothing through to it

/**
 * Questions to DNS, each asked once and remembered. An answer never throws: that a name does not exist is an answer, and
 * a server's failure is one too. Only an aborted scan throws (`NetError`).
 */
export class Dns {
  readonly #servers: readonly ServerAddress[]
  readonly #options: DnsOptions
  readonly #known = new Map<string, Promise<Reply | { failed: string }>>()

  constructor(options: DnsOptions) {
    this.#options = options
    const named = options.servers && options.servers.length > 0 ? options.servers : getServers()
    this.#servers = named.map(parseServer)
  }

  a(name: string): Promise<DnsAnswer<string>> {
    return this.#ask(name, 'A', (data) => String(data))
  }

  aaaa(name: string): Promise<DnsAnswer<string>> {
    return this.#ask(name, 'AAAA', (data) => shortened(String(data)))
  }

  cname(name: string): Promise<DnsAnswer<string>> {
    return this.#ask(name, 'CNAME', (data) => String(data))
  }

  ns(name: string): Promise<DnsAnswer<string>> {
    return this.#ask(name, 'NS', (data) => String(data))
  }

  soa(name: string): Promise<DnsAnswer<Soa>> {
    return this.#ask(name, 'SOA', toSoa)
  }

  mx(name: string): Promise<DnsAnswer<Mx>> {
    return this.#ask(name, 'MX', (data) => {
      const { exchange, preference } = data as { exchange: string; preference: number }
      return { exchange: exchange === '.' ? '' : exchange, priority: preference }
    })
  }

  /** Each record's strings joined without a space between (RFC 7208 section 3.3). */
  txt(name: string): Promise<DnsAnswer<string>> {
    return this.#ask(name, 'TXT', (data) => ([data].flat() as (Buffer | string)[]).map(String).join(''))
  }

  caa(name: string): Promise<DnsAnswer<Caa>> {
    return this.#ask(name, 'CAA', (data) => {
      const { flags = 0, tag, value } = data as { flags?: number; tag: string; value: string }
      return { critical: flags, tag, value: String(value) }
    })
  }

  tlsa(name: string): Promise<DnsAnswer<{ usage: number; selector: number; matching: number; data: string }>> {
    return this.#ask(name, 'TLSA', (record) => {
      const { usage, selector, matchingType, certificate } = record as unknown as Record<string, number> & {
        certificate: Buffer
      }
      return {
        usage: usage!,
        selector: selector!,
        matching: matchingType!,
        data: Buffer.from(certificate).toString('hex'),
      }
    })
  }

  /** HTTPS records (RFC 9460), read but for their hints. */
  https(name: string): Promise<DnsAnswer<ServiceBinding | null>> {
    return this.#ask(name, SERVICE_BINDING, readServiceBinding)
  }

  /** The aliases that lead on from `name`, in order, and whether the last of them exists: all in one question. */
  async chain(name: string): Promise<{ status: DnsAnswer<string>['status']; aliases: string[]; addresses: string[] }> {
    const reply = await this.#once({ name, type: 'A', recursive: true })
    if ('failed' in reply) return { status: 'failed', aliases: [], addresses: [] }
    const named = new Map(reply.answers.filter(({ type }) => type === 'CNAME').map((one) => [one.name, dataOf(one)]))
    const aliases: string[] = []
    for (let at = named.get(plainName(name)); at !== undefined && aliases.length < 10; ) {
      aliases.push(plainName(String(at)))
      at = named.get(plainName(String(at)))
    }
    const addresses = reply.answers.filter(({ type }) => type === 'A').map((one) => String(dataOf(one)))
    return { status: statusOf(reply, addresses.length), aliases, addresses }
  }

  /** Records with their signatures, as they are, also where a validating resolver would keep them back. */
  async signed(name: string, type: QueryType): Promise<SignedAnswer> {
    const reply = await this.#once({ name, type, recursive: true, signatures: true, unchecked: true })
    return signedAnswer(reply, name, type)
  }

  /** What the resolver itself says: whether it answers at all, and whether it vouches for the answer. */
  async vouched(name: string, type: QueryType): Promise<{ rcode: string; authenticated: boolean }> {
    const reply = await this.#once({ name, type, recursive: true, signatures: true })
    if ('failed' in reply) return { rcode: reply.failed, authenticated: false }
    return { rcode: reply.rcode, authenticated: reply.authenticated }
  }

  /** Asks a name server itself. */
  askNameserver(address: string, question: Question): Promise<Asked<Reply>> {
    return this.#direct(address, (server, limits) => askServer(server, question, limits))
  }

  /** Asks a name server for the whole zone. */
  askTransfer(address: string, zone: string): Promise<Asked<Transfer>> {
    return this.#direct(address, (server, limits) => askTransfer(server, zone, limits))
  }

  /** Questions that the scan may still ask. */
  get left(): number {
    return this.#options.meter.left('dns_queries')
  }

  async #direct<T>(
    address: string,
    ask: (server: ServerAddress, limits: { timeout_ms: number; signal: AbortSignal }) => Promise<T>,
  ): Promise<Asked<T>> {
    const { allowPrivate = false, nameserverPort = DNS_PORT, meter, signal } = this.#options
    const timeout_ms = Math.min(this.#options.timeout_ms ?? DIRECT_LIMIT, DIRECT_LIMIT)
    signal.throwIfAborted()
    if (isForExamples(address) || checkAddress(address, { allowPrivate }) !== null)
      return { ok: false, code: 'refused_address' }
    try {
      meter.spend('dns_queries')
      return { ok: true, value: await ask({ address, port: nameserverPort }, { timeout_ms, signal }) }
    } catch (error) {
      signal.throwIfAborted()
      return {
        ok: false,
        code: error instanceof NetError ? 'EBUDGET' : ((error as { code?: string }).code ?? 'EUNKNOWN'),
      }
    }
  }

  async #ask<T>(name: string, type: QueryType, read: (data: unknown) => T): Promise<DnsAnswer<T>> {
    const reply = await this.#once({ name, type, recursive: true })
    if ('failed' in reply) return { status: 'failed', records: [], error: reply.failed }
    const records = reply.answers.filter((one) => one.type === type).map((one) => read(dataOf(one)))
    const status = statusOf(reply, records.length)
    return status === 'failed' ? { status, records: [], error: `E${reply.rcode}` } : { status, records }
  }

  #once(question: Question): Promise<Reply | { failed: string }> {
    const { name, type, signatures = false, unchecked = false } = question
    const key = `${type} ${plainName(name)} ${signatures} ${unchecked}`
    const known = this.#known.get(key)
    if (known) return known
    const reply = this.#send(question)
    this.#known.set(key, reply)
    return reply
  }

  /** One resolver after the other, until one answers something other than a failure. */
  async #send(question: Question): Promise<Reply | { failed: string }> {
    const { meter, signal, timeout_ms = 2_500 } = this.#options
    signal.throwIfAborted()
    let failed = 'ENOSERVER'
    try {
      meter.spend('dns_queries')
      for (const server of this.#servers) {
        try {
          const reply = await askServer(server, question, { timeout_ms, signal })
          if (reply.rcode === 'NOERROR' || reply.rcode === 'NXDOMAIN') return reply
          failed = `E${reply.rcode}`
        } catch (error) {
          signal.throwIfAborted()
          failed = (error as { code?: string }).code ?? 'EUNKNOWN'
        }
      }
    } catch (error) {
      signal.throwIfAborted()
      if (error instanceof NetError) return { failed: 'EBUDGET' }
      throw error
    }
    return { failed }
  }
}

function statusOf({ rcode }: Reply, records: number): DnsAnswer<unknown>['status'] {
  if (rcode === 'NXDOMAIN') return 'nxdomain'
  if (rcode !== 'NOERROR') return 'failed'
  return records > 0 ? 'answered' : 'nodata'
}

function dataOf(answer: Answer): unknown {
  return 'data' in answer ? answer.data : undefined
}

function toSoa(data: unknown): Soa {
  const soa = data as Record<'mname' | 'rname', string> &
    Record<'serial' | 'refresh' | 'retry' | 'expire' | 'minimum', number>
  return {
    nsname: soa.mname,
    hostmaster: soa.rname,
    serial: soa.serial,
    refresh: soa.refresh,
    retry: soa.retry,
    expire: soa.expire,
    minttl: soa.minimum,
  }
}

/** An IPv6 address in its usual short form. */
function shortened(address: string): string {
  return URL.canParse(`http://[${address}]/`) ? new URL(`http://[${address}]/`).hostname.slice(1, -1) : address
}

/** `1.1.1.1`, `1.1.1.1:5353`, `::1`, `[::1]:5353`. Throws for anything else. */
function parseServer(text: string): ServerAddress {
  const bracketed = /^\[([^\]]+)\](?::(\d{1,5}))?$/.exec(text)
  const [address, port] = bracketed
    ? [bracketed[1]!, bracketed[2]]
    : isIP(text) !== 0
      ? [text, undefined]
      : (text.split(':') as [string, string | undefined])
  if (isIP(address.replace(/%.*$/, '')) === 0) throw new Error(`“${text}” is no address of a DNS server.`)
  return { address, port: port === undefined ? DNS_PORT : Number(port) }
}
