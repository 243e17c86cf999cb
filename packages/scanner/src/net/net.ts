import type { Navigation, TlsEvidence } from '../evidence.ts'
import type { Browser, BrowserOptions } from './browser/browser.ts'
import type { Dns } from './dns.ts'
import type { Exchange, HeaderList } from './exchange.ts'
import type { HandshakesEvidence } from './handshake/evidence.ts'

export interface RequestOptions {
  method?: string
  headers?: HeaderList
  body?: string
  /** Fields that are sent as they are, and whose values are left out of the evidence. */
  secret?: HeaderList
  /** Bytes of decoded body to keep; the rest is not read. */
  maxBody?: number
  /** A body that is itself a gzip file, such as `sitemap.xml.gz`, is unpacked, within the same limit. */
  gunzip?: boolean
  /** Receives the body's bytes, decompressed, where their text is not enough. */
  onBytes?: (bytes: Buffer) => void
}

/** What a scan may spend; each is counted apart and shown in coverage. */
export interface Budget {
  requests: number
  handshakes: number
  dns_queries: number
}

/** The only door to the network that gatherers have: every address checked, every request counted, everything cancelable. */
export interface Net {
  /** One request, no redirect followed. Throws `NetError`. */
  request(url: string, options?: RequestOptions): Promise<Exchange>
  /**
   * A GET and its redirects, within the website's host and its `www.` twin; never throws for what the target does, only
   * when the budget is used up or the scan was cancelled. Without options, each address is asked for once in a scan.
   */
  navigate(url: string, options?: RequestOptions): Promise<Navigation>
  /** Handshakes with a host of the website. Throws `NetError`. */
  tls(host: string, port: number): Promise<TlsEvidence>
  /** Whether the URL is of the website: its host or that one's `www.` twin. */
  isOwn(url: string): boolean
  /** Raw handshakes in every version, suite and group, and with the known flaws. Throws `NetError`. */
  handshakes(host: string, port: number): Promise<HandshakesEvidence>
  dns: Dns
  /** A browser whose every request goes through this network. Throws `Unavailable` where there is none. */
  openBrowser(options: Pick<BrowserOptions, 'isSafe' | 'onScript'>): Promise<Browser>
  /** Where IANA's list of registries is had from (RFC 9224). */
  rdapBootstrap: string
  /** How the log-in went, where one was asked for. */
  session(): { logins: number; reason: string } | null
  spent(): Budget
  /** Stops everything that is under way and closes all connections. To be called when the scan is over. */
  close(): void
}
