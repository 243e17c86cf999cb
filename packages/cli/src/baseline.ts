import { readFile } from 'node:fs/promises'
import { type Sight, testerOf } from '@lasthash/scanner'
import { type ScanDocument, type VulnerabilityObject, worstFirst } from '@lasthash/scanner/report/document'
import { CliError } from './cli-error.ts'

export interface Baseline {
  /** What was there, the worst first. */
  present: readonly VulnerabilityObject[]
  scanType: string | null
  /** Where it was scanned; null in a file that does not say. */
  url: URL | null
}

const FINGERPRINT = /^[0-9a-f]{64}$/

/** Reads what an earlier `--format json` printed. Throws `CliError` for anything else. */
export async function readBaseline(file: string): Promise<Baseline> {
  const document = parsed(file, await contents(file)) as Partial<ScanDocument> | null
  const found = document?.vulnerabilities
  if (!Array.isArray(found) || !found.every((one) => FINGERPRINT.test(String(one?.fingerprint)))) {
    throw new CliError(`${file} is no baseline: give it what lasthash scan --format json printed.`)
  }
  // What was mended by then and is there again is new.
  const present = found
    .filter(({ status }) => status !== 'fixed')
    .map((one) => ({ ...one, seen_in: Array.isArray(one.seen_in) ? one.seen_in.filter(isSight) : [] }))
  return {
    present: worstFirst(present),
    scanType: document?.scan?.scan_type ?? null,
    url: URL.parse(document?.scan?.url ?? ''),
  }
}

/** Where something was seen: a scan that is compared with it looks there again. `url` is of that scan. */
export function placesOf({ present, url: before }: Baseline, url: string): Sight[] {
  const sights = present.flatMap(({ seen_in }) => seen_in ?? [])
  const now = URL.parse(url) ?? URL.parse(`https://${url}`)
  if (!before || !now || !hasMoved(before, now)) return sights
  const moved = (place: string) => {
    const at = URL.parse(place)
    return at && isSameSite(at, before) ? now.origin + at.pathname + at.search : place
  }
  return sights.map((sight) => ({
    ...sight,
    url: moved(sight.url),
    ...(sight.page === undefined ? {} : { page: moved(sight.page) }),
  }))
}

function isSight(one: Partial<Sight> | null): one is Sight {
  return typeof one?.url === 'string' && typeof one.kind === 'string' && /^(?:string|undefined)$/.test(typeof one.page)
}

export interface Since {
  fresh: readonly VulnerabilityObject[]
  fixed: readonly VulnerabilityObject[]
  /** Neither there nor fixed: this scan did not look at it again. */
  notTested: readonly VulnerabilityObject[]
}

/** What became of the baseline's findings. A baseline of the same site at another address is compared place by place. */
export function sinceThen(baseline: Baseline, { scan, vulnerabilities, coverage }: ScanDocument): Since {
  const now = URL.parse(scan.url)
  const moved = baseline.url !== null && now !== null && hasMoved(baseline.url, now)
  const before = new Set(baseline.present.map((one) => keyOf(one, moved ? baseline.url : null)))
  const after = new Set(vulnerabilities.map((one) => keyOf(one, moved ? now : null)))
  const fresh = vulnerabilities.filter((one) => !before.has(keyOf(one, moved ? now : null)))
  const absent = baseline.present.filter((one) => !after.has(keyOf(one, moved ? baseline.url : null)))
  const looked = coverage ? testerOf(coverage) : () => false
  const isTested = (one: VulnerabilityObject) =>
    looked(moved ? { ...one, seen_in: placesOf({ ...baseline, present: [one] }, scan.url) } : one)
  return {
    fresh: worstFirst(fresh),
    fixed: absent.filter(isTested),
    notTested: absent.filter((one) => !isTested(one)),
  }
}

/** What a finding is recognised by: its fingerprint, or all that is in it but for the address of the site itself. */
function keyOf({ fingerprint, fingerprint_inputs: inputs }: VulnerabilityObject, site: URL | null): string {
  if (site === null || !inputs) return fingerprint
  const origin = URL.parse(inputs.origin)
  const where = origin && isSameSite(origin, site) ? null : inputs.origin
  return JSON.stringify([inputs.check, inputs.outcome, where, inputs.path, inputs.parameter])
}

function hasMoved(before: URL, now: URL): boolean {
  return before.protocol !== now.protocol || !isSameSite(before, now)
}

/** Redirects lead to the twin with or without `www.`: it is the same site. */
function isSameSite(one: URL, other: URL): boolean {
  const bare = ({ hostname, port }: URL) => `${hostname.replace(/^www\./, '')}:${port}`
  return bare(one) === bare(other)
}

async function contents(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw new CliError(
      code === 'ENOENT' ? `There is no file ${file} to compare with.` : `The baseline cannot be read: ${message}`,
    )
  }
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new CliError(`${file} is no baseline: it is not JSON.`)
  }
}
