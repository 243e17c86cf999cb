import { readFile } from 'node:fs/promises'
import type { ScanDocument } from '@lasthash/scanner/report/document'
import { CliError } from './cli-error.ts'

export interface Baseline {
  fingerprints: ReadonlySet<string>
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
  const present = found.filter(({ status }) => status !== 'fixed')
  return {
    fingerprints: new Set(present.map(({ fingerprint }) => fingerprint)),
    scanType: document?.scan?.scan_type ?? null,
  }
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
