import { Resolver } from 'node:dns/promises'
import type { DnsAnswer, DnsEvidence } from '../evidence.ts'
import { NetError } from './errors.ts'
import type { Meter } from './meter.ts'

type Soa = DnsEvidence['soa']['records'][number]
type Mx = DnsEvidence['mx']['records'][number]
type Caa = DnsEvidence['caa'][number]['answer']['records'][number]

export interface DnsOptions {
  /** `address` or `address:port`; default: the system's. */
  servers?: readonly string[]
  meter: Meter
  signal: AbortSignal
  /** Milliseconds for one try; there are two. Default 2,500. */
  timeout_ms?: number
}

/**
 * Questions to DNS, each asked once and remembered. An answer never throws: that a name does not exist is an answer, and
 * a server's failure is one too. Only an aborted scan throws (`NetError`).
 */
export class Dns {
  readonly #resolver: Resolver
  readonly #meter: Meter
  readonly #signal: AbortSignal
  readonly #known = new Map<string, Promise<DnsAnswer<unknown>>>()

  constructor({ servers, meter, signal, timeout_ms = 2_500 }: DnsOptions) {
    this.#resolver = new Resolver({ timeout: timeout_ms, tries: 2 })
    if (servers && servers.length > 0) this.#resolver.setServers(servers)
    this.#meter = meter
    this.#signal = signal
    signal.addEventListener('abort', () => this.#resolver.cancel())
  }

  a(name: string): Promise<DnsAnswer<string>> {
    return this.#ask('A', name, () => this.#resolver.resolve4(name))
  }

  aaaa(name: string): Promise<DnsAnswer<string>> {
    return this.#ask('AAAA', name, () => this.#resolver.resolve6(name))
  }

  cname(name: string): Promise<DnsAnswer<string>> {
    return this.#ask('CNAME', name, () => this.#resolver.resolveCname(name))
  }

  ns(name: string): Promise<DnsAnswer<string>> {
    return this.#ask('NS', name, () => this.#resolver.resolveNs(name))
  }

  soa(name: string): Promise<DnsAnswer<Soa>> {
    return this.#ask('SOA', name, async () => {
      const { type: _, ...record } = (await this.#resolver.resolveSoa(name)) as Soa & { type?: string }
      return [record]
    })
  }

  mx(name: string): Promise<DnsAnswer<Mx>> {
    return this.#ask('MX', name, async () =>
      (await this.#resolver.resolveMx(name)).map(({ exchange, priority }) => ({ exchange, priority })),
    )
  }

  /** Each record's strings joined without a space between (RFC 7208 section 3.3). */
  txt(name: string): Promise<DnsAnswer<string>> {
    return this.#ask('TXT', name, async () => (await this.#resolver.resolveTxt(name)).map((parts) => parts.join('')))
  }

  caa(name: string): Promise<DnsAnswer<Caa>> {
    return this.#ask('CAA', name, async () => (await this.#resolver.resolveCaa(name)).map(toCaa))
  }

  #ask<T>(type: string, name: string, ask: () => Promise<T[]>): Promise<DnsAnswer<T>> {
    const key = `${type} ${name.toLowerCase()}`
    const known = this.#known.get(key) as Promise<DnsAnswer<T>> | undefined
    if (known) return known
    const answer = this.#once(ask)
    this.#known.set(key, answer)
    return answer
  }

  async #once<T>(ask: () => Promise<T[]>): Promise<DnsAnswer<T>> {
    this.#signal.throwIfAborted()
    try {
      this.#meter.spend('dns_queries')
      const records = await ask()
      return { status: records.length > 0 ? 'answered' : 'nodata', records }
    } catch (error) {
      this.#signal.throwIfAborted()
      if (error instanceof NetError) return { status: 'failed', records: [], error: 'EBUDGET' }
      const { code = 'EUNKNOWN' } = error as NodeJS.ErrnoException
      if (code === 'ENODATA') return { status: 'nodata', records: [] }
      if (code === 'ENOTFOUND') return { status: 'nxdomain', records: [] }
      return { status: 'failed', records: [], error: code }
    }
  }
}

/** Node gives a CAA record as `{ critical, issue: 'ca.example' }`: the tag is the name of the other field. */
function toCaa(record: object): Caa {
  const { critical, type: _, ...rest } = record as { critical: number; type?: string }
  const [tag = '', value = ''] = Object.entries(rest)[0] ?? []
  return { critical, tag, value: String(value) }
}
