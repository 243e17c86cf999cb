import { readFile } from 'node:fs/promises'
import { type Sight, testerOf } from '@lasthash/scanner'
import { type ScanDocument, type VulnerabilityObject, worstFirst } from '@lasthash/scanner/report/document'
import { CliError } from './cli-error.ts'

export interface Baseline {
  fingerprints: ReadonlySet<string>
  /** What was there, the worst first. */
  present: readonly VulnerabilityObject[]
  scanType: string | null
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
    fingerprints: new Set(present.map(({ fingerprint }) => fingerprint)),
    present: worstFirst(present),
    scanType: document?.scan?.scan_type ?? null,
  }
}

/** Where something was seen: a scan that is compared with it looks there again. */
export function placesOf({ present }: Baseline): Sight[] {
  return present.flatMap(({ seen_in }) => seen_in ?? [])
}

function isSight(one: Partial<Sight> | null): one is Sight {
  return typeof one?.url === 'string' && typeof one.kind === 'string' && /^(?:string|undefined)$/.test(typeof one.page)
}

/** What became of the baseline's findings: what this scan did not look at again is neither there nor fixed. */
export function sinceThen({ fingerprints, present }: Baseline, { vulnerabilities, coverage }: ScanDocument) {
  const now = new Set(vulnerabilities.map(({ fingerprint }) => fingerprint))
  const isTested = coverage ? testerOf(coverage) : () => false
  const absent = present.filter(({ fingerprint }) => !now.has(fingerprint))
  const fixed = absent.filter(isTested).length
  const fresh = [...now].filter((one) => !fingerprints.has(one)).length
  return { new: fresh, fixed, not_tested: absent.length - fixed }
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
