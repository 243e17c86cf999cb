import { setTimeout as sleep } from 'node:timers/promises'
import { recheck } from '@lasthash/scanner'
import { openKnowledge } from '@lasthash/scanner/feeds/stored'
import type { ScanDocument, ScanObject, VulnerabilityObject } from '@lasthash/scanner/report/document'
import { newIdentifier } from '@lasthash/scanner/report/identifier'
import { CliError } from '../cli-error.ts'
import { feedsFolder } from '../feeds-folder.ts'
import { Progress } from '../progress.ts'
import type { ScanCommand } from '../scan-arguments.ts'
import { scanHere } from '../scan-here.ts'
import type { Json } from '../server-action.ts'
import type { ServerClient } from '../server-client.ts'

const KEPT = 20 // scans of this session; older ones are forgotten
const PAGE = '100'
const FIRST_LOOK = 500 // milliseconds between two looks at a server's scan; longer each time
const LONGEST_LOOK = 2_000
const VERIFY_LIMIT = 60_000 // milliseconds

export interface SessionOptions {
  /** Null: there is no server, only this machine. */
  client: ServerClient | null
  /** Whether the server may be made to scan, and to change the state of a vulnerability. */
  write: boolean
  allowPrivate: boolean
  environment: NodeJS.ProcessEnv
}

export type ScanType = 'quick' | 'full' | 'active'

/** What a vulnerability is found by, and where it came from. */
export interface Found {
  vulnerability: VulnerabilityObject
  /** The website's address. */
  url: string
}

/**
 * The scans of one assistant's session. Those that are made here are kept here, in memory. With a server, what it keeps can be read;
 * it is made to scan and to verify only where writing is allowed, and else this machine does that, so that nothing changes there.
 */
export class Session {
  readonly #options: SessionOptions
  readonly #documents = new Map<string, ScanDocument>()

  constructor(options: SessionOptions) {
    this.#options = options
  }

  get hasServer(): boolean {
    return this.#options.client !== null
  }

  async websites(): Promise<Json[]> {
    const { client } = this.#options
    const scanned = [...this.#documents.values()].map(({ scan }) => ({
      url: scan.url,
      latest_scan_id: scan.id,
      security_score: scan.security_score,
      grade: scan.grade,
      kept: 'in this session only',
    }))
    if (!client) return scanned
    const found: Json[] = []
    for (let cursor: string | null = null; ; ) {
      const page = (await client.call({ method: 'GET', path: '/v1/websites', query: { limit: PAGE, cursor } })) as Json
      found.push(...(page.data ?? []))
      cursor = page.next_cursor ?? null
      if (cursor === null || found.length >= 1_000) return [...found, ...scanned]
    }
  }

  /** Scans, here or there, and gives the scan as it ended. Throws `CliError` when there is nothing to judge. */
  async scan(url: string, type: ScanType, signal: AbortSignal, tell: (what: string) => void): Promise<ScanObject> {
    const { client, write, environment, allowPrivate } = this.#options
    if (client && write) return this.#scanThere(client, url, type, signal, tell)
    const progress = new Listening(tell)
    const document = await scanHere(localCommand(url, type, allowPrivate), environment, progress, signal)
    this.#documents.set(document.scan.id, document)
    const [oldest] = this.#documents.keys()
    if (this.#documents.size > KEPT) this.#documents.delete(oldest!)
    return document.scan
  }

  async getScan(id: string): Promise<ScanObject> {
    return this.#documents.get(id)?.scan ?? ((await this.#ask(`/v1/scans/${encodeURIComponent(id)}`)) as ScanObject)
  }

  /** What a scan found, or what a server knows by these filters. */
  async vulnerabilities(filter: {
    scan_id?: string
    website_id?: string
    severity?: string
    status?: string
    limit: number
  }): Promise<{ vulnerabilities: VulnerabilityObject[]; more: boolean }> {
    const { scan_id, website_id, severity, status, limit } = filter
    const here = scan_id === undefined ? undefined : this.#documents.get(scan_id)
    const fits = (one: VulnerabilityObject) =>
      (severity === undefined || one.severity === severity) && (status === undefined || one.status === status)
    if (here) {
      const found = here.vulnerabilities.filter(fits)
      return { vulnerabilities: found.slice(0, limit), more: found.length > limit }
    }
    if (scan_id === undefined && !this.hasServer)
      throw new CliError('Say which scan (scan_id): without a server, only scans of this session are known.')
    const path =
      scan_id === undefined ? '/v1/vulnerabilities' : `/v1/scans/${encodeURIComponent(scan_id)}/vulnerabilities`
    const query = scan_id === undefined ? { website_id, severity, status } : {}
    const found: VulnerabilityObject[] = []
    for (let cursor: string | null = null; ; ) {
      const page = (await this.#ask(path, { ...query, limit: PAGE, cursor })) as Json
      found.push(...((page.data ?? page.vulnerabilities ?? []) as VulnerabilityObject[]).filter(fits))
      cursor = page.next_cursor ?? null
      if (cursor === null || found.length > limit) break
    }
    return { vulnerabilities: found.slice(0, limit), more: found.length > limit }
  }

  /** One vulnerability by its id, wherever it is known. Throws `CliError` for an unknown one. */
  async find(id: string): Promise<Found> {
    for (const { scan, vulnerabilities } of this.#documents.values()) {
      const vulnerability = vulnerabilities.find((one) => one.id === id)
      if (vulnerability) return { vulnerability, url: scan.url }
    }
    const vulnerability = (await this.#ask(`/v1/vulnerabilities/${encodeURIComponent(id)}`)) as VulnerabilityObject
    const website = (await this.#ask(`/v1/websites/${vulnerability.website_id}`)) as { url: string }
    return { vulnerability, url: website.url }
  }

  /** Looks at one vulnerability again, by its check alone. */
  async verify(id: string, signal: AbortSignal): Promise<{ result: string | null; reason: string | null }> {
    const { client, write, environment, allowPrivate } = this.#options
    const { vulnerability, url } = await this.find(id)
    if (client && write && vulnerability.website_id !== null) return verifiedThere(client, id, signal)
    const { result, reason } = await recheck({
      url,
      scanId: newIdentifier('scan', new Date()),
      finding: { ...vulnerability, seen_in: vulnerability.seen_in ?? [] },
      allowPrivate,
      signal,
      timeLimit: VERIFY_LIMIT,
      knowledge: openKnowledge(feedsFolder(environment)),
    })
    return { result, reason }
  }

  /** All that is known of a scan, for a report. */
  async document(id: string): Promise<ScanDocument> {
    const here = this.#documents.get(id)
    if (here) return here
    return (await this.#ask(`/v1/scans/${encodeURIComponent(id)}/report`, { format: 'json' })) as ScanDocument
  }

  async #ask(path: string, query: Record<string, string | null | undefined> = {}): Promise<unknown> {
    const { client } = this.#options
    if (!client) throw new CliError('That is not of this session, and there is no server to ask.')
    return client.call({ method: 'GET', path, query })
  }

  async #scanThere(
    client: ServerClient,
    url: string,
    scan_type: ScanType,
    signal: AbortSignal,
    tell: (what: string) => void,
  ): Promise<ScanObject> {
    let one = (await client.call({ method: 'POST', path: '/v1/scans', body: { url, scan_type } })) as ScanObject
    for (let pause = FIRST_LOOK; one.status === 'queued' || one.status === 'running'; ) {
      tell(`${one.id} is ${one.status}`)
      try {
        await sleep(pause, undefined, { signal })
      } catch {
        await client.call({ method: 'POST', path: `/v1/scans/${one.id}/cancel` })
        throw new CliError('Stopped, and canceled on the server.')
      }
      pause = Math.min(pause * 1.5, LONGEST_LOOK)
      one = (await client.call({ method: 'GET', path: `/v1/scans/${one.id}` })) as ScanObject
    }
    return one
  }
}

async function verifiedThere(client: ServerClient, id: string, signal: AbortSignal) {
  const path = `/v1/vulnerabilities/${encodeURIComponent(id)}`
  let one = (await client.call({ method: 'POST', path: `${path}/verify` })) as Json
  while (one.status === 'queued' || one.status === 'running') {
    await sleep(FIRST_LOOK, undefined, { signal })
    one = (await client.call({ method: 'GET', path: `${path}/verifications/${one.id}` })) as Json
  }
  return { result: one.result ?? one.status, reason: one.reason }
}

/** Tells an assistant instead of a terminal. */
class Listening extends Progress {
  readonly #tell: (what: string) => void

  constructor(tell: (what: string) => void) {
    super({ quiet: true })
    this.#tell = tell
  }

  override take(event: Parameters<Progress['take']>[0]): void {
    if (event.type === 'check') this.#tell(`${event.done} of ${event.total} checks`)
  }
}

function localCommand(url: string, type: ScanType, allowPrivate: boolean): ScanCommand {
  return {
    url,
    type,
    format: 'json',
    output: null,
    reports: [],
    failOn: null,
    minScore: null,
    baseline: null,
    server: null,
    profile: null,
    policy: null,
    timeout: null,
    waitFor: null,
    retries: 0,
    headers: [],
    login: null,
    crawl: { include: [], exclude: [], browser: true },
    allowPrivate,
    quiet: true,
    noColor: true,
  }
}
