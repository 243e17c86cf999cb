import { setTimeout as sleep } from 'node:timers/promises'
import { type Coverage, SEVERITIES } from '@lasthash/scanner'
import type { ScanDocument, ScanObject, VulnerabilityObject } from '@lasthash/scanner/report/document'
import { CliError } from './cli-error.ts'
import { connectionOf } from './connection.ts'
import type { Progress } from './progress.ts'
import type { ScanCommand } from './scan-arguments.ts'
import { ServerClient } from './server-client.ts'
import { TargetUnreachable } from './target-unreachable.ts'

const FIRST_LOOK = 500 // milliseconds between two looks at the scan; longer each time
const LONGEST_LOOK = 2_000 // milliseconds
const PATIENCE = 3_600_000 // milliseconds: longer than any scan takes
const FAREWELL = 1_000 // milliseconds to tell the server that the scan is not wanted any more
const PAGE = 100 // vulnerabilities a request: the most that there are

/** Has a LastHash server scan, and brings the result. Throws `CliError` when that fails, and when `signal` fires. */
export async function scanThere(
  command: ScanCommand,
  environment: NodeJS.ProcessEnv,
  progress: Progress,
  signal: AbortSignal,
): Promise<ScanDocument> {
  const { server, key } = connectionOf(command, environment)
  if (command.allowPrivate)
    progress.tell('--allow-private has no say here: the server decides which addresses it may reach.')
  const late = AbortSignal.timeout(command.timeout ?? PATIENCE)
  const over = AbortSignal.any([signal, late])
  const client = new ServerClient(server, key, over)
  const started: { id?: string } = {}
  try {
    const scan = await endOf(client, command, progress, started, over)
    if (scan.error?.code === 'target_unreachable') throw new TargetUnreachable(endText(scan))
    if (scan.status !== 'done') throw new CliError(endText(scan))
    return await resultOf(client, scan)
  } catch (error) {
    if (!signal.aborted && !late.aborted) throw error
    if (started.id) await client.lastWord({ method: 'POST', path: `/v1/scans/${started.id}/cancel` }, FAREWELL)
    throw new CliError(signal.aborted ? 'Stopped.' : 'The scan did not end within --timeout, and was canceled.')
  }
}

async function endOf(
  client: ServerClient,
  { url, type, policy }: ScanCommand,
  progress: Progress,
  started: { id?: string },
  over: AbortSignal,
): Promise<ScanObject> {
  const body = { url, scan_type: type, ...(policy === null ? {} : { policy_id: policy }) }
  // Not held by `Prefer: wait`: the id has to be known at once, or a Ctrl-C could not cancel the scan.
  let scan = scanOf(await client.call({ method: 'POST', path: '/v1/scans', body }))
  started.id = scan.id
  for (let pause = FIRST_LOOK; scan.status === 'queued' || scan.status === 'running'; ) {
    progress.status(`${scan.id} is ${scan.status}`)
    await sleep(pause, undefined, { signal: over })
    pause = Math.min(pause * 1.5, LONGEST_LOOK)
    scan = scanOf(await client.call({ method: 'GET', path: `/v1/scans/${scan.id}` }))
  }
  return scan
}

function endText({ status, error }: ScanObject): string {
  if (status === 'failed') return `The scan failed: ${error?.message ?? 'the server does not say why.'}`
  return `The scan was ${status}.`
}

async function resultOf(client: ServerClient, scan: ScanObject): Promise<ScanDocument> {
  const vulnerabilities: VulnerabilityObject[] = []
  let cursor: string | null = null
  do {
    const query = { limit: String(PAGE), cursor }
    const page: Page = pageOf(await client.call({ method: 'GET', path: `/v1/scans/${scan.id}/vulnerabilities`, query }))
    vulnerabilities.push(...page.vulnerabilities)
    cursor = page.next_cursor
  } while (cursor !== null)
  const coverage = coverageOf(await client.call({ method: 'GET', path: `/v1/scans/${scan.id}/coverage` }))
  return { scan, vulnerabilities, coverage }
}

interface Page {
  vulnerabilities: VulnerabilityObject[]
  next_cursor: string | null
}

function scanOf(answer: unknown): ScanObject {
  const { id, status, url } = (answer ?? {}) as Partial<ScanObject>
  if (/^scan_\w+$/.test(String(id)) && typeof status === 'string' && typeof url === 'string')
    return answer as ScanObject
  throw foreign('a scan')
}

function pageOf(answer: unknown): Page {
  const { vulnerabilities, next_cursor } = (answer ?? {}) as Partial<Page>
  const cursor = next_cursor ?? null
  const fits = Array.isArray(vulnerabilities) && vulnerabilities.every(isVulnerability)
  if (fits && (cursor === null || typeof cursor === 'string')) return { vulnerabilities, next_cursor: cursor }
  throw foreign('vulnerabilities')
}

/** All that the reports read without looking. */
function isVulnerability(one: Partial<VulnerabilityObject> | null): boolean {
  const texts = [one?.title, one?.description, one?.remediation, one?.check, one?.outcome, one?.fingerprint]
  return (
    texts.every((text) => typeof text === 'string') &&
    SEVERITIES.includes(one!.severity!) &&
    Array.isArray(one!.locations) &&
    Array.isArray(one!.references) &&
    typeof one!.proof === 'object'
  )
}

function coverageOf(answer: unknown): Coverage {
  const { checks, sources, pages, crawl, login, tls, software, spent, budget, looked_at } = (answer ??
    {}) as Partial<Coverage>
  if (!Array.isArray(checks) || !Array.isArray(sources) || !spent || !budget) throw foreign('coverage')
  return {
    checks,
    sources,
    pages: pages ?? [],
    crawl: crawl ?? null,
    login,
    tls: tls ?? null,
    software: software ?? [],
    spent,
    budget,
    looked_at,
  }
}

function foreign(what: string): CliError {
  return new CliError(`The server does not answer as a LastHash server of this version does: that is no ${what}.`)
}
